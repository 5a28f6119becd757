"""Contradictions, detected: what cannot both be true, whether or not an editor noticed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, combinations_with_replacement
from math import inf
from typing import TypeAlias

from dateline.ground import dates
from dateline.ground.dates import Day
from dateline.ground.problems import Code, Problem
from dateline.records.chronology import Chronology, ClaimInContext
from dateline.records.quantities import comparable_bounds, thing_counted
from dateline.records.rules.across_events import colliding_holders
from dateline.records.rules.attribution import opposes, supports, unretracted
from dateline.records.rules.collisions import MOST_TOLD, Collision, Contradiction, Sighting
from dateline.records.rules.context import Context
from dateline.records.rules.unread import mentions
from dateline.records.types import Claim, Dispute, Event, RecordKind, State

_Finite: TypeAlias = int | float | Decimal | Fraction


def contradictions(chronology: Chronology) -> list[Contradiction]:
    """Return every contradiction between the claims of `chronology`, in the order of the events."""
    found: dict[tuple[Collision, frozenset[str]], Contradiction] = {}
    for event in chronology.events.values():
        for find in (_opposed_stances, _colliding_figures, _colliding_dates):
            told = len(found)
            for contradiction in find(chronology, event):
                found.setdefault((contradiction.collision, contradiction.references), contradiction)
                if len(found) - told == MOST_TOLD:
                    break
    for contradiction in colliding_holders(chronology):
        found.setdefault((contradiction.collision, contradiction.references), contradiction)
    return list(found.values())


def covering_disputes(chronology: Chronology, contradiction: Contradiction) -> list[Dispute]:
    """Return the disputes that take the contradiction up.

    A claim that collides with itself is taken up by any dispute that lists it.  Two claims
    are, where they stand in different positions, or where the dispute is none and says why.
    """
    left, right = contradiction.left.reference, contradiction.right.reference
    disputes = chronology.disputes_by_claim.get(left, ())
    return [dispute for dispute in disputes if left == right or _sets_apart(dispute, left, right)]


def _sets_apart(dispute: Dispute, left: str, right: str) -> bool:
    of_left, of_right = (
        {index for index, standpoint in enumerate(dispute.positions) if reference in standpoint.claims}
        for reference in (left, right)
    )
    is_listed = bool(of_left and of_right)
    return is_listed and (dispute.status == "not-a-conflict" or len(of_left | of_right) > 1)


def claims_with_colliding_figures(chronology: Chronology, event: Event, on: Day | None = None) -> frozenset[str]:
    """Return the ids of the event's claims with a figure that cannot be true beside another of the event.

    Only figures that are somebody's word count: one that a publisher does not say from whom it has contests nothing.
    """
    found: set[str] = set()
    for every in _comparable(chronology, event, on):
        sightings = [one for one in every if chronology.voice(one.report) is not None]
        top = max((one.low for one in sightings if one.low is not None), default=-inf)
        bottom = min((one.high for one in sightings if one.high is not None), default=inf)
        for one in sightings:
            if (one.high is not None and one.high < top) or (one.low is not None and one.low > bottom):
                found.add(one.claim.id)
    return frozenset(found)


def _comparable(chronology: Chronology, event: Event, on: Day | None = None) -> Iterable[list[Sighting]]:
    """Group the event's figures by what they count; what is approximate, denied or taken back stays out."""
    groups: defaultdict[tuple[str | None, ...], list[Sighting]] = defaultdict(list)
    vocabulary = chronology.masthead.vocabulary
    for claim in event.claims:
        for report in unretracted(chronology, claim, on):
            for figure in report.figures if supports(report) else ():
                if not figure.approximate:
                    system, low, high = comparable_bounds(vocabulary, figure)
                    key = (figure.measure, figure.of, thing_counted(vocabulary, figure), figure.scope, system)
                    groups[key].append(Sighting(claim, report, figure, low, high))
    return groups.values()


def contradictions_are_taken_up(context: Context) -> Iterator[Problem]:
    """Every detected contradiction is covered by a dispute, if only by one that says why it is none.

    Those of drafts are not told yet, since a dispute may not refer to a draft; nor are those
    whose claims stand in a dispute that cannot be read, or whose holders cannot be.
    """
    disputes = [mentions([file]) for file in context.corpus.unread_files if file.kind is RecordKind.DISPUTE]
    for contradiction in contradictions(context.chronology):
        sides = contradiction.left, contradiction.right
        is_draft = any(side.event.state is State.DRAFT for side in sides)
        is_unsure = any(unread.list_claims(contradiction.references) for unread in disputes) or any(
            side.claim.control is not None and context.is_unread(RecordKind.ACTOR, side.claim.control.holder)
            for side in sides
        )
        covering = covering_disputes(context.chronology, contradiction)
        if not is_draft and not is_unsure and all(dispute.state is State.DRAFT for dispute in covering):
            event, claim = contradiction.left.event, contradiction.left.claim
            message = f"{contradiction.about}, and no dispute has {' and '.join(sorted(contradiction.references))}"
            steps = ("claims", [known.id for known in event.claims].index(claim.id), "id")
            yield context.problem(event, steps, Code.UNCOVERED_CONTRADICTION, message, _cure(contradiction))


def _cure(contradiction: Contradiction) -> str:
    """Return what to do: numbers within one claim cannot be told apart by any dispute."""
    if contradiction.collision is Collision.FIGURES and len(contradiction.references) == 1:
        return (
            "make the other number a claim of its own, with the reports that give it, and open a dispute between both"
        )
    return "open a dispute, or record one as not-a-conflict with the reason"


def _opposed_stances(chronology: Chronology, event: Event) -> Iterator[Contradiction]:
    for claim in event.claims:
        reports = unretracted(chronology, claim)
        if any(map(supports, reports)) and any(map(opposes, reports)):
            here = ClaimInContext(event, claim)
            yield Contradiction(Collision.STANCES, here, here, f"reports assert and deny or doubt '{claim.id}'")


def _colliding_figures(chronology: Chronology, event: Event) -> Iterator[Contradiction]:
    """Two claims give figures of the same measure, object and scope that cannot both be true, or one claim does."""
    for sightings in _comparable(chronology, event):
        extremes = _extremes(sightings) if len(sightings) > 1 else []
        about = f"figures of '{sightings[0].figure.measure}' cannot both be true"
        for (left, least, most), (right, low, high) in combinations_with_replacement(extremes, 2):
            if least > high or low > most:
                sides = ClaimInContext(event, left), ClaimInContext(event, right)
                yield Contradiction(Collision.FIGURES, *sides, about)


def _extremes(sightings: Iterable[Sighting]) -> list[tuple[Claim, _Finite, _Finite]]:
    """Return each claim with the number that it reaches at least, and the one that it stays below.

    Between them they tell of any two claims whether they collide, however many figures each has.
    """
    found: dict[str, tuple[Claim, _Finite, _Finite]] = {}
    for one in sightings:
        claim, least, most = found.get(one.claim.id, (one.claim, -inf, inf))
        least = least if one.low is None else max(least, one.low)
        most = most if one.high is None else min(most, one.high)
        found[claim.id] = claim, least, most
    return list(found.values())


def _colliding_dates(chronology: Chronology, event: Event) -> Iterator[Contradiction]:
    """Two claims say when the event was, and no moment is in both."""
    dated = [
        (claim, claim.when)
        for claim in event.claims
        if claim.when is not None and any(map(supports, unretracted(chronology, claim)))
    ]
    for (left, one), (right, other) in combinations(dated, 2):
        if dates.lie_apart(one, other):
            sides = ClaimInContext(event, left), ClaimInContext(event, right)
            yield Contradiction(Collision.DATES, *sides, f"'{left.id}' and '{right.id}' give two dates of one event")

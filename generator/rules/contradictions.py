"""Contradictions, detected: what cannot both be true, whether or not an editor noticed."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations
from typing import Final

from generator.chronology import Chronology, ClaimInContext
from generator.dates import Edtf
from generator.problems import Code, Problem
from generator.records import Claim, Dispute, Event, Figure, RecordKind, Report, State
from generator.rules.context import Context

_ASSERTING: Final = frozenset({"asserts", "concedes"})
_OPPOSING: Final = frozenset({"denies", "doubts"})
_LONGEST_SPAN: Final = 366


class Collision(StrEnum):
    """In what way two claims contradict each other."""

    FIGURES = "figures"
    HOLDERS = "holders"
    STANCES = "stances"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two claims that cannot both be true; the same claim twice where its own reports collide."""

    collision: Collision
    left: ClaimInContext
    right: ClaimInContext
    about: str

    @property
    def references(self) -> frozenset[str]:
        """The claims that it is about."""
        return frozenset({self.left.reference, self.right.reference})


@dataclass(frozen=True, slots=True)
class Sighting:
    """A figure with the claim and the report that give it."""

    claim: Claim
    report: Report
    figure: Figure


def contradictions(chronology: Chronology) -> list[Contradiction]:
    """Return every contradiction between the claims of `chronology`, in the order of the events."""
    found: dict[tuple[Collision, frozenset[str]], Contradiction] = {}
    for event in chronology.events.values():
        for contradiction in (*_opposed_stances(event), *_colliding_figures(event)):
            found.setdefault((contradiction.collision, contradiction.references), contradiction)
    for contradiction in _colliding_holders(chronology):
        found.setdefault((contradiction.collision, contradiction.references), contradiction)
    return list(found.values())


def covering_disputes(chronology: Chronology, contradiction: Contradiction) -> list[Dispute]:
    """Return the disputes that take the contradiction up: those that have all its claims."""
    shared = [chronology.disputes_by_claim.get(reference, ()) for reference in sorted(contradiction.references)]
    return [dispute for dispute in shared[0] if all(dispute in others for others in shared[1:])]


def figures_collide(event: Event) -> Iterator[tuple[Sighting, Sighting]]:
    """Yield each pair of the event's figures of the same measure, object and scope that cannot both be true."""
    groups: defaultdict[tuple[str | None, ...], list[Sighting]] = defaultdict(list)
    for claim in event.claims:
        for report in claim.reports:
            for figure in report.figures if report.stance in _ASSERTING else ():
                groups[figure.measure, figure.of, figure.item, figure.scope].append(Sighting(claim, report, figure))
    for sightings in groups.values():
        yield from (pair for pair in combinations(sightings, 2) if _disjoint(pair[0].figure, pair[1].figure))


def contradictions_are_taken_up(context: Context) -> Iterator[Problem]:
    """Every detected contradiction is covered by a dispute, if only by one that says why it is none.

    Those of drafts are not told yet, since a dispute may not refer to a draft; and none
    are while a dispute cannot be read.
    """
    if context.corpus.unread.get(RecordKind.DISPUTE):
        return
    for contradiction in contradictions(context.chronology):
        sides = contradiction.left, contradiction.right
        is_draft = any(side.event.state is State.DRAFT for side in sides)
        if not is_draft and not covering_disputes(context.chronology, contradiction):
            event, claim = contradiction.left.event, contradiction.left.claim
            message = f"{contradiction.about}, and no dispute has {' and '.join(sorted(contradiction.references))}"
            steps = ("claims", [known.id for known in event.claims].index(claim.id), "id")
            hint = "open a dispute, or record one as not-a-conflict with the reason"
            yield context.problem(event, steps, Code.UNCOVERED_CONTRADICTION, message, hint)


def _disjoint(left: Figure, right: Figure) -> bool:
    if left.approximate or right.approximate:
        return False
    return _above(left, right) or _above(right, left)


def _above(upper: Figure, lower: Figure) -> bool:
    return upper.lowest is not None and lower.highest is not None and upper.lowest > lower.highest


def _opposed_stances(event: Event) -> Iterator[Contradiction]:
    for claim in event.claims:
        stances = {report.stance for report in claim.reports}
        if stances & _ASSERTING and stances & _OPPOSING:
            here = ClaimInContext(event, claim)
            yield Contradiction(Collision.STANCES, here, here, f"reports assert and deny or doubt '{claim.id}'")


def _colliding_figures(event: Event) -> Iterator[Contradiction]:
    for left, right in figures_collide(event):
        about = f"figures of '{left.figure.measure}' cannot both be true"
        sides = ClaimInContext(event, left.claim), ClaimInContext(event, right.claim)
        yield Contradiction(Collision.FIGURES, *sides, about)


def _colliding_holders(chronology: Chronology) -> Iterator[Contradiction]:
    """Compare claims of control over one place on one day.

    A claim counts for its certain day, or for every day of a closed span; where a mark
    of doubt leaves the day open, nothing collides for certain.
    """
    holdings: defaultdict[tuple[date, str], list[ClaimInContext]] = defaultdict(list)
    for event in chronology.events.values():
        for claim in event.claims:
            if claim.control is not None and any(report.stance in _ASSERTING for report in claim.reports):
                for day in _days_held(event.date):
                    holdings[day, claim.control.place].append(ClaimInContext(event, claim))
    for (_, place), claims in sorted(holdings.items()):
        for left, right in combinations(claims, 2):
            if _exclude_each_other(chronology, left, right):
                about = f"two holders are named for '{place}' on one day"
                yield Contradiction(Collision.HOLDERS, left, right, about)


def _days_held(when: Edtf) -> Iterator[date]:
    first, last = when.earliest, when.latest
    is_span = "/" in when.text or first == last
    if first is None or last is None or when.approximate or when.uncertain or not is_span:
        return
    for ordinal in range(first.toordinal(), min(last.toordinal(), first.toordinal() + _LONGEST_SPAN) + 1):
        yield date.fromordinal(ordinal)


def _exclude_each_other(chronology: Chronology, left: ClaimInContext, right: ClaimInContext) -> bool:
    """Two holders exclude each other where one has all of the place, or both have most of it, and they are no allies.

    Allies are those whom sources place on the same side; a unit and the force that it is
    part of inherit one another's.
    """
    one, other = left.claim.control, right.claim.control
    if one is None or other is None or one.holder == other.holder:
        return False
    side = chronology.side_of(one.holder)
    if side and side == chronology.side_of(other.holder):
        return False
    return "full" in {one.extent, other.extent} or one.extent == other.extent == "most"

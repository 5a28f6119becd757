"""What a reader is told first: what happened, what is disputed, and the turning points."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.pages.shared.edition import Edition
from dateline.pages.shared.event_view import contexts_of
from dateline.pages.shared.outcome_of_all import (
    SETTLED,
    SETTLED_IN_PART,
    OutcomeOfAll,
    outcome_of_all,
    together,
    told_by_the_title,
)
from dateline.pages.shared.tolls import tolls_of_the_dead
from dateline.pages.shared.turning_points import first_day, turning_points
from dateline.pages.shared.views import Link
from dateline.pages.wording import outcomes, words
from dateline.records.chronology import ClaimInContext
from dateline.records.rules.standing import UNSETTLED, Outcome
from dateline.records.rules.weights import count_voices
from dateline.records.types import BriefSentence, Dispute, Event

_MARKED: Final = SETTLED | {Outcome.TAKEN_BACK, Outcome.OPEN, SETTLED_IN_PART}
_TOLD_APART: Final = SETTLED | {Outcome.OPEN}
"""Outcomes that stand beside a sentence, which itself says whose word the others are."""
_LINES: Final = 5
_TOLLS: Final = 2
_QUIET: Final = 31
"""After so many days between two turning points it is said how many events lie there."""


@dataclass(frozen=True, slots=True)
class OutcomeMark:
    """An outcome beside what it is the outcome of, with the claim that it is told of and who says that."""

    outcome: str
    label: str
    link: Link
    who: str = ""
    """Who says the claim, named before it; empty where nobody does."""
    is_told: bool = False
    """Whether the claim is told too, since what stands before the mark says it both ways, or more than that."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence about what happened: it leads to the claim that matters most, and its mark holds of all it rests on.

    Only where not all of it is settled, or not one way, does each outcome have a mark, with the claim that it is of.
    """

    link: Link
    marks: tuple[OutcomeMark, ...]
    otherwise: Link | None = None
    """The other half, behind the marks: who says otherwise."""


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """An event that is a turning point; `between` says how many events lie in the quiet before it."""

    link: Link
    when: str
    marks: tuple[OutcomeMark, ...]
    voices: str
    claim: Link | None
    """The claim of which `voices` counts who says it; None of an event that has no other."""
    who: str
    """Who says that claim."""
    between: str
    dead: tuple[Link, ...] = ()
    """How many died in it, where counts stand beside each other; each leads to the dispute about it."""

    @property
    def is_open(self) -> bool:
        """Whether something of what its title tells is open."""
        return any(mark.outcome == Outcome.OPEN for mark in self.marks)


def what_happened(edition: Edition) -> tuple[Sentence, ...]:
    """Return what happened, sentence by sentence; nothing where nobody wrote it."""
    return tuple(
        sentence
        for told in edition.chronology.brief.what_happened
        if (sentence := _sentence(edition, told)) is not None
    )


def _sentence(edition: Edition, told: BriefSentence) -> Sentence | None:
    """Return a sentence with its links; None where none of its claims is on the site, which the check refuses."""
    known = edition.chronology.claims
    claims = [known[reference] for reference in dict.fromkeys(told.claims) if reference in known]
    if not claims:
        return None
    address = edition.claim_address(claims[0].event, claims[0].claim)
    found = outcome_of_all(edition, claims)
    outcomes_of_each = {edition.outcome(one.event, one.claim) for one in claims}
    is_marked = found.outcome in _MARKED or len(outcomes_of_each) > 1
    marks = (_apart(edition, claims) or (_mark(edition, found, is_told=False),)) if is_marked else ()
    halves = [Link(half, address, "", *edition.own_tongue) for half in (told.first_half, told.otherwise) if half]
    return Sentence(halves[0], marks, halves[1] if told.otherwise else None)


def _mark(edition: Edition, found: OutcomeOfAll, *, is_told: bool) -> OutcomeMark:
    context = found.context
    link = edition.claim_link(context.event, context.claim)
    return OutcomeMark(found.outcome, found.label, link, _who(edition, context), is_told)


def _who(edition: Edition, context: ClaimInContext) -> str:
    """Return who says a claim, in a few words."""
    found = edition.assessment(context.event, context.claim)
    return outcomes.who_says(found, edition.chronology.actors, edition.language)


def _apart(edition: Edition, claims: Sequence[ClaimInContext]) -> tuple[OutcomeMark, ...]:
    """Return a mark for each outcome of claims that are settled in part or both ways, with the first claim that has it.

    These are the marks that the claims have on their own pages: "settled in part" would not say which part.
    """
    first: dict[Outcome, ClaimInContext] = {}
    for one in claims:
        first.setdefault(edition.outcome(one.event, one.claim), one)
    if first.keys() != SETTLED and together(first) != SETTLED_IN_PART:
        return ()
    settled_first = sorted(filter(_TOLD_APART.__contains__, first), key=Outcome.OPEN.__eq__)
    return tuple(_mark(edition, outcome_of_all(edition, [first[outcome]]), is_told=True) for outcome in settled_first)


def what_is_disputed(edition: Edition) -> tuple[Link, ...]:
    """Return the lines about what is disputed or, where nobody wrote them, the questions of which most voices speak."""
    known = edition.chronology.disputes
    lines = [
        Link(line.text, f"disputes/{line.dispute}/", "", *edition.own_tongue)
        for line in edition.chronology.brief.what_is_disputed
        if line.dispute in known
    ]
    return tuple(lines) or tuple(edition.dispute(dispute) for dispute in open_disputes(edition)[:_LINES])


def open_disputes(edition: Edition) -> list[Dispute]:
    """Return the disputes still open, in full or in part, those of which most voices speak first."""
    graph = edition.chronology

    def weight(dispute: Dispute) -> tuple[int, int]:
        references = dict.fromkeys(reference for position in dispute.positions for reference in position.claims)
        reports = [report for reference in references for report in graph.claims[reference].claim.reports]
        return count_voices(graph, reports), len(reports)

    found = [one for one in graph.disputes.values() if one.status in UNSETTLED]
    weights = {one.id: weight(one) for one in found}
    return sorted(found, key=lambda one: (*(-number for number in weights[one.id]), one.id))


def points_of_all(edition: Edition) -> tuple[TurningPoint, ...]:
    """Return the turning points of the whole chronology."""
    events = list(edition.chronology.events.values())
    return tuple(_points(edition, events, turning_points(edition, events)))


def _points(edition: Edition, events: Sequence[Event], points: Sequence[Event]) -> Iterator[TurningPoint]:
    language = edition.language
    places = {event.id: place for place, event in enumerate(events)}
    before: Event | None = None
    for event in points:
        contexts, has_others = told_by_the_title(edition, event), len(event.claims) > 1
        found = outcome_of_all(edition, contexts)
        is_told = found.is_said_otherwise or (has_others and found.outcome in SETTLED)
        mark = _mark(edition, found, is_told=is_told)
        count = places[event.id] - places[before.id] - 1 if before is not None and _is_quiet(before, event) else 0
        yield TurningPoint(
            edition.event(event),
            words.when(event, language),
            _apart(edition, contexts) or ((mark,) if mark.outcome in _MARKED else ()),
            _heads(edition, found),
            mark.link if has_others else None,
            mark.who,
            language.ngettext("%(count)s event in between", "%(count)s events in between", count) if count else "",
            tolls_of_the_dead(edition, contexts_of(event))[:_TOLLS],
        )
        before = event


def _heads(edition: Edition, found: OutcomeOfAll) -> str:
    """Return how many say and deny what a title tells, as on its claim's own line, which the outcome begins."""
    said = edition.heads(found.context.event, found.context.claim)
    is_told_by_outcome = found.outcome == Outcome.ONE_VOICE or not said
    return edition.language.facts((found.label if is_told_by_outcome else "", " ".join(said)))


def _is_quiet(before: Event, after: Event) -> bool:
    first, last = first_day(before), first_day(after)
    return first is not None and last is not None and last.days_since(first) > _QUIET

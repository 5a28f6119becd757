"""Who is said to have held which place on a day: the answer that stands before the events."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from dateline.ground.dates import Day, days_in_words, in_words
from dateline.ground.languages import Language
from dateline.pages.kinds.pages_of_days import days_with_pages
from dateline.pages.shared import going_on as running
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.event_view import contexts_of
from dateline.pages.shared.known import ClaimsAsKnown
from dateline.pages.shared.said import said_of
from dateline.pages.shared.side_marks import class_of_mark, mark_of_actor
from dateline.pages.shared.views import Link, VoiceChip
from dateline.pages.wording import addresses, outcomes, words
from dateline.records.chronology import ClaimInContext
from dateline.records.rules.standing import UNSETTLED, Outcome
from dateline.records.types import Control

ANCHOR: Final = "_held"
_TOLD: Final = frozenset({Outcome.SETTLED_STANDS, Outcome.SETTLED_FALLS, Outcome.TAKEN_BACK})
"""Outcomes that are told beside a holder; of what is not settled, those who say so tell enough."""

_SAYING: Final = frozenset({"asserts", "concedes"})


@dataclass(frozen=True, slots=True)
class SaidHolder:
    """Somebody who is said to hold a place, with those who say so first, then those who do not."""

    names: str
    extents: str
    """How much of it, and when, where that is not this day for certain."""
    mark: str
    """The class of the holder's side."""
    outcome: str
    """The outcome that a badge tells; empty where nothing is settled."""
    outcome_label: str
    chips: tuple[VoiceChip, ...]
    """Each leads to the claim that it makes or denies."""

    @property
    def is_said(self) -> bool:
        """Whether anybody says so; else somebody denies or doubts what nobody is quoted as saying."""
        return any(chip.stance in _SAYING for chip in self.chips)

    @property
    def step(self) -> int:
        """The step in which the first of them became known; 0 where nothing is marked."""
        return min((chip.step for chip in self.chips), default=0)


@dataclass(frozen=True, slots=True)
class HeldPlace:
    """A place with all who are said to have held it on a day."""

    place: Link
    holders: tuple[SaidHolder, ...]
    dispute: Link | None
    """The dispute about it, an open one first."""
    before: Link | None
    """The day on which something was said of it before."""

    @property
    def step(self) -> int:
        """The step in which the first of it became known; 0 where nothing is marked."""
        return min((holder.step for holder in self.holders), default=0)

    @property
    def weight(self) -> tuple[int, int]:
        """How much is said of it: how many stand against each other, and how many speak."""
        against = len(self.holders) + sum(chip.stance != "asserts" for one in self.holders for chip in one.chips)
        return against, sum(len(one.chips) for one in self.holders)


def held_on(page: ClaimsAsKnown, day: Day) -> tuple[HeldPlace, ...]:
    """Return who is said to have held which places on a day, the places first of which most is said."""
    by_place: defaultdict[str, list[ClaimInContext]] = defaultdict(list)
    for context in control_on(page.edition, day):
        by_place[_place(context)].append(context)
    found = [_held_place(page, day, place, contexts) for place, contexts in by_place.items()]
    return tuple(sorted((one for one in found if one.holders), key=lambda one: one.weight, reverse=True))


def control_on(edition: Edition, day: Day) -> list[ClaimInContext]:
    """Return the claims of control about a day: of its own events, and of those that were on it for certain."""
    period = day.isoformat()
    named = (edition.derived(kind).get(period, ()) for kind in (running.lasting, running.again))
    events = chain(edition.chronology.events_by_day.get(day, ()), *named)
    return [context for context in contexts_of(*events) if context.claim.control is not None]


def _place(context: ClaimInContext) -> str:
    control = context.claim.control
    assert control is not None  # noqa: S101 - only claims of control are asked
    return control.place


def _held_place(page: ClaimsAsKnown, day: Day, place: str, contexts: Sequence[ClaimInContext]) -> HeldPlace:
    edition = page.edition
    of_place = {d.id: d for one in contexts for d in edition.chronology.disputes_by_claim.get(one.reference, ())}
    disputes = sorted(of_place.values(), key=lambda dispute: dispute.status not in UNSETTLED)
    days = edition.derived(_days_of_control).get(place, ())
    before = max((one for one in days if one < day), default=None)
    return HeldPlace(
        place=edition.place(place),
        holders=tuple(_holders(page, day, contexts)),
        dispute=edition.dispute(disputes[0]) if disputes else None,
        before=None
        if before is None
        else Link(days_in_words(before, before, edition.language), f"{addresses.day_address(before)}#{ANCHOR}"),
    )


def _holders(page: ClaimsAsKnown, day: Day, contexts: Iterable[ClaimInContext]) -> list[SaidHolder]:
    """Return each holder, or holders of one side, of whom the same is settled; those of whom most speak first.

    What a claim says of another time than this day, or of a time that only may be this day, stands by itself with it.
    """
    groups: defaultdict[tuple[int, str, str, str], list[ClaimInContext]] = defaultdict(list)
    for context in contexts:
        control = context.claim.control
        assert control is not None  # noqa: S101 - only claims of control are asked
        mark = mark_of_actor(page.edition, control.holder)
        outcome = page.edition.outcome(context.event, context.claim)
        # Holders on no side, or on several, are not taken together.
        told = outcome if outcome in _TOLD else ""
        groups[mark, "" if mark else control.holder, told, _other_time(page.edition, day, context)].append(context)
    made = (_holder(page, mark, outcome, when, claims) for (mark, _, outcome, when), claims in groups.items())
    return sorted(made, key=lambda one: (_order(one.outcome), -len(one.chips)))


def _other_time(edition: Edition, day: Day, context: ClaimInContext) -> str:
    """Return when a claim says that it was so, in words; nothing where that is this day for certain."""
    when = context.claim.when
    if when is None or any(first <= day <= last for first, last in when.certain):
        return ""
    return in_words(when, edition.language)


def _order(outcome: str) -> int:
    return 0 if outcome == Outcome.SETTLED_STANDS else 2 if outcome else 1


def _holder(page: ClaimsAsKnown, mark: int, outcome: str, when: str, contexts: Sequence[ClaimInContext]) -> SaidHolder:
    language, actors = page.edition.language, page.edition.chronology.actors
    in_order = sorted(contexts, key=lambda context: -len(context.claim.reports))
    held = [context.claim.control for context in in_order if context.claim.control]
    chips: dict[tuple[str, str], VoiceChip] = {}
    for speaker, chip in chain.from_iterable(_chips(page, context) for context in in_order):
        chips.setdefault((speaker, chip.stance), chip)
    return SaidHolder(
        names=language.listed(dict.fromkeys(actors[one.holder].name for one in held)),
        extents=language.listed(filter(None, (*_extents(held, language), when))),
        mark=class_of_mark(mark),
        outcome=outcome,
        outcome_label=language.gettext(outcomes.OUTCOME_LABEL[Outcome(outcome)]) if outcome else "",
        chips=tuple(sorted(chips.values(), key=lambda chip: chip.stance not in _SAYING)),
    )


def _extents(held: Iterable[Control], language: Language) -> Iterable[str]:
    return dict.fromkeys(language.gettext(words.EXTENT_LABEL[one.extent]) for one in held)


def _chips(page: ClaimsAsKnown, context: ClaimInContext) -> Iterator[tuple[str, VoiceChip]]:
    """Yield who says a claim of control and who does not, by their own addresses, each leading to the claim."""
    edition, claim = page.edition, context.claim
    address = edition.claim_address(context.event, claim)
    for chip in said_of(edition, edition.assessment(context.event, claim), claim).chips:
        step = page.step_of(claim.reports[place] for place in chip.places)
        yield chip.link.address, replace(chip, link=replace(chip.link, address=address), step=step)


@derivation
def _days_of_control(edition: Edition) -> dict[str, tuple[Day, ...]]:
    """Return, by place, the days with a page on which somebody is said to have held it, in order."""
    found: defaultdict[str, list[Day]] = defaultdict(list)
    for day in days_with_pages(edition):
        for place in {_place(context) for context in control_on(edition, day)}:
            found[place].append(day)
    return {place: tuple(days) for place, days in found.items()}

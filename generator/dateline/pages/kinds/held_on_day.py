"""Who is said to have held which place on a day: the answer that stands before the events."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from dateline.ground.dates import Day, Meaning, days_in_words, in_words
from dateline.ground.languages import Language
from dateline.pages.kinds.held_before import disputes_about, said_before
from dateline.pages.kinds.pages_of_days import days_with_pages
from dateline.pages.shared import going_on as running
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.event_view import contexts_of
from dateline.pages.shared.known import ClaimsAsKnown
from dateline.pages.shared.said import said_of
from dateline.pages.shared.side_marks import class_of_mark, mark_of_actor
from dateline.pages.shared.time_of_claims import time_of
from dateline.pages.shared.views import Link, Rest, VoiceChip, rest_of
from dateline.pages.wording import addresses, outcomes, words
from dateline.records.chronology import ClaimInContext
from dateline.records.rules.standing import Outcome
from dateline.records.types import Actor, Control, Place
from dateline.records.types.dated_facts import is_dated, name_then

ANCHOR: Final = "_held"
_TOLD: Final = frozenset({Outcome.SETTLED_STANDS, Outcome.SETTLED_FALLS, Outcome.TAKEN_BACK})
"""Outcomes that are told beside a holder; of what is not settled, those who say so tell enough."""

_SAYING: Final = frozenset({"asserts", "concedes"})
_SHOWN: Final = 4
_AGAINST: Final = 2


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
    def shown(self) -> tuple[VoiceChip, ...]:
        """The first of them: two who do not say so are always among these."""
        said = [chip for chip in self.chips if chip.stance in _SAYING]
        against = [chip for chip in self.chips if chip.stance not in _SAYING][: max(_SHOWN - len(said), _AGAINST)]
        return (*said[: _SHOWN - len(against)], *against)

    @property
    def rest(self) -> Rest:
        """How many others there are."""
        shown = self.shown
        return rest_of((chip for chip in self.chips if chip not in shown), self.chips)

    @property
    def is_said(self) -> bool:
        """Whether anybody says so; else somebody denies or doubts what nobody is quoted as saying."""
        return any(chip.stance in _SAYING for chip in self.chips)

    @property
    def step(self) -> int:
        """The step in which the first of them became known; 0 where nothing is marked."""
        return min((chip.step for chip in self.chips), default=0)


@dataclass(frozen=True, slots=True)
class _WordOfHolder:
    """A claim about who held a place, with those whose word counts for the day, and their addresses."""

    context: ClaimInContext
    when: str
    """When it was so, where that is not the day alone."""
    chips: tuple[tuple[str, VoiceChip], ...]


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
    found = {one.reference: one for one in contexts_of(*events) if one.claim.control is not None}
    claims = edition.chronology.claims
    for reference, first, last in edition.derived(_holdings_of_a_time):
        if first <= day <= last:
            found.setdefault(reference, claims[reference])
    return list(found.values())


@derivation
def _holdings_of_a_time(edition: Edition) -> tuple[tuple[str, Day, Day], ...]:
    """Return the claims of control that say from or until when, each with the days on which that was so for certain."""
    dated = (one for one in edition.chronology.claims.values() if one.claim.control and is_dated(one.claim.control))
    return tuple((one.reference, first, last) for one in dated for first, last in one.time.certain)


def _place(context: ClaimInContext) -> str:
    control = context.claim.control
    assert control is not None  # noqa: S101 - only claims of control are asked
    return control.place


def _held_place(page: ClaimsAsKnown, day: Day, place: str, contexts: Sequence[ClaimInContext]) -> HeldPlace:
    edition = page.edition
    disputes = disputes_about(edition, contexts)
    of_day = [_word_of_day(page, day, context) for context in contexts]
    earlier = said_before(edition, day, contexts, disputes)
    days = edition.derived(_days_of_control).get(place, ())
    before = max((one for one in days if one < day), default=None)
    return HeldPlace(
        place=replace(
            edition.place(place),
            text=_called(edition, edition.chronology.places[place], day) or edition.place_name(place),
        ),
        holders=tuple(_holders(page, day, (*of_day, *_of_before(page, day, of_day, earlier)))),
        dispute=edition.dispute(disputes[0]) if disputes else None,
        before=None
        if before is None
        else Link(days_in_words(before, before, edition.language), f"{addresses.day_address(before)}#{ANCHOR}"),
    )


def _called(edition: Edition, record: Actor | Place, day: Day) -> str:
    """Return what an actor or a place was called on a day; nothing where that is as the site calls it."""
    name = name_then(record, day, day, edition.chronology.masthead.language)
    return "" if name == record.name else name


def _word_of_day(page: ClaimsAsKnown, day: Day, context: ClaimInContext) -> _WordOfHolder:
    return _WordOfHolder(context, _other_time(page.edition, day, context), tuple(_chips(page, context)))


def _of_before(
    page: ClaimsAsKnown, day: Day, of_day: Iterable[_WordOfHolder], earlier: Iterable[ClaimInContext]
) -> Iterator[_WordOfHolder]:
    """Yield what was last said of it `earlier` by those who say nothing of this day."""
    last = {speaker: day for one in of_day for speaker, _ in one.chips}
    language = page.edition.language
    for context in earlier:
        time = time_of(context)
        until = time.latest or day
        chips = tuple(pair for pair in _chips(page, context) if last.setdefault(pair[0], until) == until)
        if chips:
            when = language.gettext("as said of %(date)s", date=in_words(time, language))
            yield _WordOfHolder(context, when, chips)


def _other_time(edition: Edition, day: Day, context: ClaimInContext) -> str:
    """Return when a claim says that it was so, in words; nothing where that is this day alone, and for certain."""
    when = context.claim.when
    time = time_of(context)
    if time.meaning is not Meaning.LASTS and (
        when is None or any(first <= day <= last for first, last in when.certain)
    ):
        return ""
    return in_words(time, edition.language)


def _holders(page: ClaimsAsKnown, day: Day, holdings: Iterable[_WordOfHolder]) -> list[SaidHolder]:
    """Return each holder, or holders of one side, of so much and with the same settled; those of whom most speak first.

    What a claim says of another time than this day, or of a time that only may be this day, stands by itself with it,
    after what is said of the day; what is settled as not so comes last.
    """
    groups: defaultdict[tuple[int, str, str, str, str], list[_WordOfHolder]] = defaultdict(list)
    for one in holdings:
        control = one.context.claim.control
        assert control is not None  # noqa: S101 - only claims of control are asked
        mark = mark_of_actor(page.edition, control.holder)
        outcome = page.edition.outcome(one.context.event, one.context.claim)
        # Holders on no side, or on several, are not taken together.
        told = outcome if outcome in _TOLD else ""
        groups[mark, "" if mark else control.holder, control.extent, told, one.when].append(one)
    made = [(_holder(page, day, mark, outcome, held), when) for (mark, _, _, outcome, when), held in groups.items()]
    in_order = sorted(made, key=lambda pair: (_order(pair[0].outcome, pair[1]), -len(pair[0].chips)))
    return [holder for holder, _ in in_order]


def _order(outcome: str, when: str) -> int:
    if outcome == Outcome.SETTLED_STANDS and not when:
        return 0
    return 3 if outcome == Outcome.SETTLED_FALLS else 2 if when else 1


def _holder(page: ClaimsAsKnown, day: Day, mark: int, outcome: str, holdings: Sequence[_WordOfHolder]) -> SaidHolder:
    language, actors = page.edition.language, page.edition.chronology.actors
    in_order = sorted(holdings, key=lambda one: -len(one.context.claim.reports))
    held = [one.context.claim.control for one in in_order if one.context.claim.control]
    chips: dict[tuple[str, str], VoiceChip] = {}
    for speaker, chip in chain.from_iterable(one.chips for one in in_order):
        chips.setdefault((speaker, chip.stance), chip)
    return SaidHolder(
        names=language.listed(
            dict.fromkeys(_called(page.edition, actors[one.holder], day) or actors[one.holder].name for one in held)
        ),
        extents=language.listed(filter(None, (*_extents(held, language), holdings[0].when))),
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

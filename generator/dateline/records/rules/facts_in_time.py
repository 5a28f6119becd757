"""Rules about facts that held for a time: they end after they began, are cited, and two of one time are told."""

from collections.abc import Iterator
from itertools import combinations
from typing import Final, TypeAlias

from dateline.ground.dates import EARLIEST, LATEST, Day, Meaning, days_in_words
from dateline.ground.problems import Code, Problem
from dateline.records.rules.context import Context, Steps
from dateline.records.rules.dating import old_day
from dateline.records.types import Actor, Control, Event, Ownership, Place, Side
from dateline.records.types.dated_facts import DatedName, LiesIn, Membership, is_dated, overlap

_Fact: TypeAlias = Membership | LiesIn | DatedName | Ownership | Side
_KEYS: Final[dict[type, tuple[str, ...]]] = {
    Actor: ("named", "part_of", "ownership", "sides"),
    Place: ("named", "within"),
}
"""The keys whose entries may be of a time."""
_ONE_AT_A_TIME: Final = frozenset({"named", "part_of", "ownership", "within"})
"""Those of which one is true at a time, as a rule: several sources may well place somebody on several sides."""
_COMPARED: Final = 200
"""How many facts of one sort are held against each other."""


def facts_of_a_time_are_possible(context: Context) -> Iterator[Problem]:
    """A fact that held for a time does not end before it began, and a paragraph is cited for it."""
    for record, here, fact in _facts(context):
        yield from _no_moment(context, record, here, fact)
        yield from _reversed(context, record, here, fact)
        yield from _of_no_calendar(context, record, here, fact)
        says_more = is_dated(fact) or (isinstance(fact, Membership) and fact.as_ is not None)
        if isinstance(fact, Membership | LiesIn) and says_more and not fact.cite:
            message = "nothing says from where this is known"
            hint = "add cite: {source: …, paragraph: …}, the paragraph that says so"
            yield context.problem(record, here, Code.MISSING_KEY, message, hint)


def _records(context: Context) -> Iterator[Actor | Place]:
    yield from context.chronology.actors.values()
    yield from context.chronology.places.values()


def _facts(context: Context) -> Iterator[tuple[Event | Actor | Place, Steps, _Fact | Control]]:
    for event in context.chronology.events.values():
        for number, claim in enumerate(event.claims):
            if claim.control is not None:
                yield event, ("claims", number, "control"), claim.control
    for record in _records(context):
        for key in _KEYS[type(record)]:
            for place, fact in enumerate(getattr(record, key)):
                yield record, (key, place), fact


def _no_moment(
    context: Context, record: Event | Actor | Place, here: Steps, fact: _Fact | Control
) -> Iterator[Problem]:
    for key, when in (("from", fact.from_), ("until", fact.until)):
        if when is not None and when.meaning in {Meaning.LASTS, Meaning.EACH}:
            message = f"'{key}' takes one day, month or year, and {when} is several"
            hint = f"write from: {when.begin or '…'}, until: {when.end or '…'}" if when.meaning is Meaning.LASTS else ""
            yield context.problem(record, (*here, key), Code.BAD_DATE, message, hint)


def _of_no_calendar(
    context: Context, record: Event | Actor | Place, here: Steps, fact: _Fact | Control
) -> Iterator[Problem]:
    for key, when in (("from", fact.from_), ("until", fact.until)):
        if when is not None and (day := old_day(when)):
            message = f"{day} is before the Gregorian calendar, and nothing says by which calendar it is"
            hint = f'write {key}: {{date: "{when}", calendar: julian}}, or calendar: gregorian if it is converted'
            yield context.problem(record, (*here, key), Code.CALENDAR_UNKNOWN, message, hint)


def _reversed(context: Context, record: Event | Actor | Place, here: Steps, fact: _Fact | Control) -> Iterator[Problem]:
    begins, ends = fact.from_, fact.until
    if begins is None or ends is None or begins.earliest is None or ends.latest is None:
        return
    if ends.latest < begins.earliest:
        message = f"it ends in {ends}, before it begins in {begins}"
        yield context.problem(record, (*here, "until"), Code.BAD_VALUE, message, "exchange the two, or correct one")


def facts_of_one_time_are_told(context: Context) -> Iterator[Problem]:
    """Where two names, owners or greater wholes are recorded for one time, that is told: it may be meant."""
    for record in _records(context):
        for key in _KEYS[type(record)]:
            facts: tuple[_Fact, ...] = getattr(record, key)
            is_of_time = key in _ONE_AT_A_TIME and any(map(is_dated, facts))
            yield from _at_once(context, record, key, facts) if is_of_time else ()


def _at_once(context: Context, record: Actor | Place, key: str, facts: tuple[_Fact, ...]) -> Iterator[Problem]:
    for (_, one), (place, other) in combinations(enumerate(facts[:_COMPARED]), 2):
        both = overlap(one, other) if _rules_out(context, one, other) else None
        if both is not None:
            message = f"'{_called(one)}' and '{_called(other)}' are both told of {_stretch(*both)}"
            hint = "if that is meant, leave it; otherwise correct from or until"
            yield context.problem(record, (key, place), Code.FACTS_OVERLAP, message, hint)


def _rules_out(context: Context, one: _Fact, other: _Fact) -> bool:
    """Return whether two facts are of one sort, and other than each other: names in one language, no alliances."""
    if isinstance(one, DatedName) and isinstance(other, DatedName):
        return one.language == other.language and one.name != other.name
    if isinstance(one, Membership) and isinstance(other, Membership):
        actors, alliances = context.chronology.actors, context.chronology.alliances
        is_allied = any(up.actor in actors and actors[up.actor].kind in alliances for up in (one, other))
        return one.actor != other.actor and not is_allied
    return _called(one) != _called(other)


def _called(fact: _Fact) -> str:
    if isinstance(fact, DatedName):
        return fact.name
    if isinstance(fact, Membership):
        return fact.actor
    if isinstance(fact, LiesIn):
        return fact.place
    return fact.side if isinstance(fact, Side) else fact.of or fact.kind


def _stretch(first: Day, last: Day) -> str:
    if first == EARLIEST:
        return "all days" if last == LATEST else f"the days until {days_in_words(last, last)}"
    return f"the days from {days_in_words(first, first)}" if last == LATEST else days_in_words(first, last)

"""Rules about what leads back to itself: nothing is a part of itself, and nothing succeeds itself."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from dateline.ground.dates import EARLIEST, LATEST, Day, days_in_words
from dateline.ground.problems import Code, Problem
from dateline.records.rules.context import Context
from dateline.records.types import Actor, Place
from dateline.records.types.dated_facts import LiesIn, Membership, bounds

_Above: TypeAlias = Callable[[str], Iterable[tuple[str, Day, Day]]]
"""What somebody or something is a part of, each with the first and the last day of that."""


def nothing_contains_itself(context: Context) -> Iterator[Problem]:
    """No actor is part of itself, no place lies within itself and nothing succeeds itself, by however many steps.

    What is a part of something on other days than that is a part of it goes round in no circle.
    """
    graph = context.chronology
    for actor in graph.actors.values():
        if (day := _day_of_circle(actor.id, _above_of(graph.actors))) is not None:
            message = f"'{actor.id}' is part of itself{_on(day)}"
            hint = "remove the id that leads back, here or in what it is part of"
            yield context.problem(actor, ("part_of",), Code.CIRCULAR_REFERENCE, message, hint)
    yield from _succeeding_themselves(context, graph.actors)
    yield from _succeeding_themselves(context, graph.places)
    for place in graph.places.values():
        if (day := _day_of_circle(place.id, _above_of(graph.places))) is not None:
            message = f"'{place.id}' lies within itself{_on(day)}"
            hint = "remove within here, or in what it lies within"
            yield context.problem(place, ("within",), Code.CIRCULAR_REFERENCE, message, hint)


def _on(day: Day) -> str:
    return "" if day == EARLIEST else f" on {days_in_words(day, day)}"


def _above_of(records: Mapping[str, Actor] | Mapping[str, Place]) -> _Above:
    def above(id_: str) -> Iterator[tuple[str, Day, Day]]:
        record = records.get(id_)
        entries: tuple[Membership | LiesIn, ...] = ()
        if record is not None:
            entries = record.part_of if isinstance(record, Actor) else record.within
        for entry in entries:
            yield entry.actor if isinstance(entry, Membership) else entry.place, *bounds(entry)

    return above


def _succeeding_themselves(context: Context, records: Mapping[str, Actor] | Mapping[str, Place]) -> Iterator[Problem]:
    def before(id_: str) -> Iterator[tuple[str, Day, Day]]:
        record = records.get(id_)
        yield from ((one, EARLIEST, LATEST) for one in (record.succeeds if record is not None else ()))

    for record in records.values():
        if _day_of_circle(record.id, before) is not None:
            message = f"'{record.id}' succeeds itself"
            hint = "remove the id that leads back, here or in what it succeeds"
            yield context.problem(record, ("succeeds",), Code.CIRCULAR_REFERENCE, message, hint)


def _day_of_circle(start: str, above: _Above) -> Day | None:
    """Return the first day on which `start` is reached from itself; None where that is on no day."""
    seen: set[tuple[str, Day, Day]] = set()
    level = list(above(start))
    while level:
        current = level.pop()
        if current in seen or current[1] > current[2]:
            continue
        if current[0] == start:
            return current[1]
        seen.add(current)
        level += [(up, max(first, current[1]), min(last, current[2])) for up, first, last in above(current[0])]
    return None

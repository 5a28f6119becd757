"""The steps by which a map is looked at day by day: a busy day is a step of its own, quiet ones are put together."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from dateline.ground.dates import Day
from dateline.ground.dates.in_words import days_in_words
from dateline.ground.languages import Language
from dateline.records.types import Event

_MOST: Final = 40
"""So many steps at most, which a thumb can still aim at."""
_LONGEST: Final = 31
"""An event of more days than these is about no day."""


@dataclass(frozen=True, slots=True)
class MapStep:
    """Some days, both included, with what they are called."""

    number: int
    first: Day
    last: Day
    label: str


def days_of(event: Event) -> tuple[Day, Day] | None:
    """Return the days of an event that are known well enough to be shown on a map; None where they are not."""
    first, last = event.date.earliest, event.date.latest
    is_known = first is not None and last is not None and last.days_since(first) < _LONGEST
    return (first, last) if is_known and first is not None and last is not None else None


def map_steps(events: Iterable[Event], language: Language) -> tuple[MapStep, ...]:
    """Return the steps of these events' days, numbered from 1; none where all happened on one day."""
    spans = [span for event in events if (span := days_of(event)) is not None]
    counted = Counter(day for first, last in spans for day in _days(first, last))
    wanted = -(-sum(counted.values()) // _MOST)
    steps: list[list[Day]] = []
    so_far = 0
    for day in sorted(counted):
        if steps and so_far + counted[day] <= wanted:
            steps[-1].append(day)
            so_far += counted[day]
        else:
            steps.append([day])
            so_far = counted[day]
    told = (
        MapStep(number, days[0], days[-1], days_in_words(days[0], days[-1], language))
        for number, days in enumerate(steps, 1)
    )
    return tuple(told) if len(steps) > 1 else ()


def steps_of_place(events: Iterable[Event], steps: Iterable[MapStep]) -> tuple[int, ...]:
    """Return the numbers of the steps in which any of the events happened."""
    spans = [span for event in events if (span := days_of(event)) is not None]
    return tuple(step.number for step in steps if any(a <= step.last and step.first <= b for a, b in spans))


def _days(first: Day, last: Day) -> Iterable[Day]:
    return (first.shifted(number) for number in range(last.days_since(first) + 1))

"""How large a lifelike chronology is: the counts that go with a number of events, and long tails.

Measured on recorded conflicts: 10,000 events come with 8,000 to 25,000 sources, 1,200
places and 130 actors on 850 days; one actor is in half of the events; a day has 1 to 150.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

_MEASURED_EVENTS: Final = 10_000
_BUSIEST_DAY: Final = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How many of everything there are; `sources` and `places` are expected numbers."""

    events: int
    sources: int
    places: int
    actors: int
    days: int

    @classmethod
    def of(cls, events: int) -> "Shape":
        """Return the shape of a chronology of so many events."""
        size = events / _MEASURED_EVENTS
        return cls(
            events=events,
            sources=max(2, round(14_000 * size)),
            places=max(3, round(1_200 * size**0.75)),
            actors=max(8, round(130 * size**0.5)),
            days=max(1, min(events, round(850 * size**0.6))),
        )

    @property
    def busiest_day(self) -> int:
        """How many events a day has at most."""
        return max(_BUSIEST_DAY, 4 * self.events // self.days)


def events_per_day(shape: Shape, chance: random.Random) -> list[int]:
    """Return how many events each day has: one at least, most of them few, some very many."""
    weights = [chance.lognormvariate(0, 1.2) for _ in range(shape.days)]
    spare, whole = shape.events - shape.days, sum(weights)
    counts = [1 + min(shape.busiest_day - 1, int(spare * weight / whole)) for weight in weights]
    open_days = [day for day, count in enumerate(counts) if count < shape.busiest_day]
    for _ in range(shape.events - sum(counts)):
        place = chance.randrange(len(open_days))
        counts[open_days[place]] += 1
        if counts[open_days[place]] == shape.busiest_day:
            open_days[place] = open_days[-1]
            open_days.pop()
    return counts


class LongTail:
    """Picks the first of `count` things most often, the last hardly ever (Zipf's law)."""

    def __init__(self, count: int, chance: random.Random) -> None:
        self._chance = chance
        self._things: Sequence[int] = range(count)
        self._weights = list(accumulate(1 / (rank + 1) for rank in range(count)))

    def pick(self) -> int:
        """Return one of the things, by its rank."""
        return self._chance.choices(self._things, cum_weights=self._weights)[0]

"""A time axis of days that skips long stretches without any."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from dateline.ground.dates import Day
from dateline.ground.languages import ENGLISH, Language

_SHORT_GAP: Final = 4
_GAP_WIDTH: Final = 22.0
_WIDEST_DAY: Final = 46.0
_TICK_ROOM: Final = 20.0
_NAMES_APART: Final = 8.0


@dataclass(frozen=True, slots=True)
class AxisStretch:
    """Consecutive days, with where they begin on the axis."""

    first: Day
    last: Day
    x: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A label of the axis: a day's number or a month's name at a position."""

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class MonthName:
    """The name of a month in a line of names; the second line is for those that the first has no room for."""

    x: float
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class DaysAxis:
    """Days along `width` user units from `left`."""

    stretches: tuple[AxisStretch, ...]
    day_width: float
    right: float
    language: Language = ENGLISH

    def start(self, day: Day) -> float:
        """Return where a day begins."""
        stretch = next(one for one in self.stretches if one.first <= day <= one.last)
        return stretch.x + day.days_since(stretch.first) * self.day_width

    def end(self, day: Day) -> float:
        """Return where a day ends."""
        return self.start(day) + self.day_width

    @property
    def gaps(self) -> list[float]:
        """Where days were left out."""
        return [stretch.x - _GAP_WIDTH / 2 for stretch in self.stretches[1:]]

    @property
    def days(self) -> list[Tick]:
        """The numbers of the days, as many as there is room for."""
        every = max(1, round(_TICK_ROOM / self.day_width + 0.49))
        return [
            Tick(self.start(day) + self.day_width / 2, str(day.day))
            for stretch in self.stretches
            for index, day in enumerate(_days(stretch.first, stretch.last))
            if index % every == 0
        ]

    @property
    def months(self) -> list[Tick]:
        """The months' names with their years, where each begins on the axis."""
        return [Tick(self.start(day), self.language.date(day, "month and year")) for day in self.starts_of_months]

    @property
    def starts_of_months(self) -> list[Day]:
        """The first day of each month that the axis has, each month once."""
        starts: dict[tuple[int, int], Day] = {}
        for stretch in self.stretches:
            for day in _days(stretch.first, stretch.last):
                starts.setdefault((day.year, day.month), day)
        return list(starts.values())


def month_names(axis: DaysAxis, width: float, letter: float) -> Iterator[MonthName]:
    """Yield the months' names, in full or short, none of which begins before the one before it ends.

    A name that would leave the axis at its end begins earlier, if it has the room; one that has none in either line is
    left out, and its days stand below the name before it.
    """
    ends = [float("-inf"), float("-inf")]
    for day in axis.starts_of_months:
        names = [axis.language.date(day, form) for form in ("month and year", "short month and year")]
        start = axis.start(day)
        places = [MonthName(max(0.0, min(start, width - len(name) * letter)), name, 0) for name in names]
        places += [MonthName(start, names[0], 1)] if start + len(names[0]) * letter <= width else []
        found = next((place for place in places if ends[place.line] <= place.x), None)
        if found is not None:
            yield found
            ends[found.line] = found.x + len(found.text) * letter + _NAMES_APART


def days_axis(spans: Iterable[tuple[Day, Day]], left: float, width: float, language: Language = ENGLISH) -> DaysAxis:
    """Return the axis on which every span has room, in `width` user units from `left`."""
    merged = _merged(spans)
    count = sum(last.days_since(first) + 1 for first, last in merged)
    room = width - _GAP_WIDTH * (len(merged) - 1)
    day_width = min(room / count, _WIDEST_DAY)
    x = left
    stretches: list[AxisStretch] = []
    for first, last in merged:
        stretches.append(AxisStretch(first, last, x))
        x += (last.days_since(first) + 1) * day_width + _GAP_WIDTH
    return DaysAxis(tuple(stretches), day_width, x - _GAP_WIDTH, language)


def width_of_days(spans: Iterable[tuple[Day, Day]], day: float, most: float) -> float:
    """Return how wide an axis is on which each day is as wide as `day`, but not wider than `most`."""
    merged = _merged(spans)
    count = sum(last.days_since(first) + 1 for first, last in merged)
    return min(count * day + _GAP_WIDTH * (len(merged) - 1), most)


def _merged(spans: Iterable[tuple[Day, Day]]) -> list[tuple[Day, Day]]:
    """Return the stretches of days that spans cover, with short gaps between them."""
    merged: list[tuple[Day, Day]] = []
    for first, last in sorted(spans):
        if merged and first.days_since(merged[-1][1]) <= _SHORT_GAP:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged


def _days(first: Day, last: Day) -> list[Day]:
    return [first.shifted(index) for index in range(last.days_since(first) + 1)]

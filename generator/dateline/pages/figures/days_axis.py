"""A time axis of days that skips long stretches without any."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from dateline.ground.dates import Day, month_in_words, year_in_words
from dateline.ground.languages import ENGLISH, Language

_LONGEST_GAPS: Final = (4, *(4 * 3**times for times in range(1, 26)))
"""Gaps of days that are left as they are: the first of these with which the breaks are few enough."""
_MOST_LEFT_OUT: Final = 15
_MONTHS: Final = 12
_A_MONTH: Final = 30
_A_YEAR: Final = 365.2425
_LEAST_MONTH: Final = 6.0
"""A month that is narrower has no name: the axis is then one of years."""
_YEARS_APART: Final = 48.0
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
    """A label of the axis: a day's number at a position."""

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
        """The numbers of the days, as many as there is room for; none where that would be one of many weeks."""
        every = max(1, round(_TICK_ROOM / self.day_width + 0.49))
        if every > _MOST_LEFT_OUT:
            return []
        return [
            Tick(self.start(day) + self.day_width / 2, str(day.day))
            for stretch in self.stretches
            for day in map(stretch.first.shifted, range(0, stretch.last.days_since(stretch.first) + 1, every))
        ]

    @property
    def named_starts(self) -> list[tuple[Day, list[str]]]:
        """The first day of each month on the axis, with its names, in full and short; of a long axis, of years."""
        if self.day_width * _A_MONTH < _LEAST_MONTH:
            return [(day, [year_in_words(day.year, self.language)]) for day in self._starts_of_years()]
        return [
            (day, [month_in_words(day, self.language, short=short) for short in (False, True)])
            for day in self._starts_of_months()
        ]

    def _starts_of_months(self) -> list[Day]:
        starts: dict[tuple[int, int], Day] = {}
        for stretch in self.stretches:
            day = stretch.first
            while day <= stretch.last:
                starts.setdefault((day.year, day.month), day)
                years, month = divmod(day.month, _MONTHS)
                day = Day(day.year + years, month + 1, 1)
        return list(starts.values())

    def _starts_of_years(self) -> list[Day]:
        """Return the first day of each stretch, and of years as far apart as their numbers need."""
        wanted = _YEARS_APART / (self.day_width * _A_YEAR)
        step = next(10**zeros * lead for zeros in range(12) for lead in (1, 2, 5) if 10**zeros * lead >= wanted)
        starts: dict[int, Day] = {}
        for stretch in self.stretches:
            starts.setdefault(stretch.first.year, stretch.first)
            for number in range(stretch.first.year // step + 1, stretch.last.year // step + 1):
                # Before the Common Era the round numbers are those that people count: 400 BCE is -399.
                year = number * step if number > 0 else number * step + 1
                if stretch.first < Day(year, 1, 1) <= stretch.last:
                    starts.setdefault(year, Day(year, 1, 1))
        return sorted(starts.values())


def month_names(axis: DaysAxis, width: float, letter: float) -> Iterator[MonthName]:
    """Yield the months' names, in full or short, none of which begins before the one before it ends.

    A name that would leave the axis at its end begins earlier, if it has the room; one that has none in either line is
    left out, and its days stand below the name before it.
    """
    ends = [float("-inf"), float("-inf")]
    for day, names in axis.named_starts:
        start = axis.start(day)
        places = [MonthName(max(0.0, min(start, width - len(name) * letter)), name, 0) for name in names]
        places += [MonthName(start, names[0], 1)] if start + len(names[0]) * letter <= width else []
        found = next((place for place in places if ends[place.line] <= place.x), None)
        if found is not None:
            yield found
            ends[found.line] = found.x + len(found.text) * letter + _NAMES_APART


def days_axis(spans: Iterable[tuple[Day, Day]], left: float, width: float, language: Language = ENGLISH) -> DaysAxis:
    """Return the axis on which every span has room, in `width` user units from `left`."""
    merged = _merged(spans, width)
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
    merged = _merged(spans, most)
    count = sum(last.days_since(first) + 1 for first, last in merged)
    return min(count * day + _GAP_WIDTH * (len(merged) - 1), most)


def _merged(spans: Iterable[tuple[Day, Day]], width: float) -> list[tuple[Day, Day]]:
    """Return the stretches of days that spans cover, with short gaps between them, so that breaks are no half of it."""
    in_order = sorted(spans)
    ways = (_joined(in_order, gap) for gap in _LONGEST_GAPS)
    return next((found for found in ways if _GAP_WIDTH * (len(found) - 1) <= width / 2), in_order[:1])


def _joined(spans: list[tuple[Day, Day]], longest_gap: int) -> list[tuple[Day, Day]]:
    merged: list[tuple[Day, Day]] = []
    for first, last in spans:
        if merged and first.days_since(merged[-1][1]) <= longest_gap:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged

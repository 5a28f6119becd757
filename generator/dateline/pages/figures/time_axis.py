"""A time axis in per cent of a figure's width, so that it fits every screen and its words keep their size.

Between its breaks it is true to scale: a year is as long as its months together. Quiet stretches are left out: what
lies in one of them lies inside the break, in proportion.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from typing import Final

from dateline.ground.dates import (
    Day,
    clock_at,
    day_of_second,
    days_in_words,
    first_second,
    month_in_words,
    year_in_words,
)
from dateline.ground.languages import ENGLISH, Language
from dateline.pages.shared.time_units import CLOCK, DAY, MONTH, UNITS, WEEK, YEAR, Unit
from dateline.pages.shared.timeline_layout import BREAK
from dateline.pages.shared.timeline_views import TimelineView

_WIDE: Final = 720.0
"""Pixels that a figure has on a wide screen; below, labels marked as extra are hidden."""
_NARROW: Final = 270.0
"""Pixels that it has on the narrowest phone."""
_LETTER: Final = 6.3
_AIR: Final = 3.0
_WHOLE: Final = 100.0
_LONG: Final = frozenset(UNITS[UNITS.index(YEAR) + 1 :])
"""Units of which a number names the first year only."""
_TOUCH: Final = 0.01
"""Less of a bar in a break is no crossing: it ends where the break begins."""
_STEPS: Final = tuple(60 * minutes for minutes in (1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 1440 * 7))
"""By how many seconds times of day may be apart that are named."""
_MOST_CLOCKS: Final = 16


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a position in per cent.

    `extra` where a phone has no room for them, `brief` where they are for phones only.
    """

    x: float
    text: str
    extra: bool = False
    brief: bool = False
    count: int = 0
    """What the words are the number of, if they are one."""
    tick: float | None = None
    """Where exactly it is, of what is a point of time; beside it the words may stand, to be inside the figure."""


class TimeAxis:
    """The axis of a timeline: true to scale but for its breaks, each of which is as wide as every other."""

    def __init__(self, view: TimelineView, language: Language = ENGLISH) -> None:
        self.language = language
        self.unit: Unit = view.unit
        self.stretches = view.stretches
        """The first and the last bin of each."""
        self.ends = [(self.unit.bounds(first)[0], self.unit.bounds(last)[1]) for first, last in view.stretches]
        """The first second of each stretch, and the one after the last."""
        breaks = len(view.stretches) - 1
        bins = sum(last - first + 1 for first, last in view.stretches)
        self.gap = BREAK * _WHOLE / (bins + BREAK * breaks)
        """The width of a break."""
        self.second = (_WHOLE - self.gap * breaks) / sum(end - first for first, end in self.ends)
        """The width of a second."""
        self.starts: list[float] = []
        x = 0.0
        for first, end in self.ends:
            self.starts.append(x)
            x += (end - first) * self.second + self.gap

    def at(self, second: int) -> float:
        """Return where a second begins, wherever it lies: one that is left out, in its break in proportion."""
        place = bisect_right([first for first, _ in self.ends], second) - 1
        if place < 0:
            return 0.0
        first, end = self.ends[place]
        x = self.starts[place] + (min(second, end) - first) * self.second
        if second <= end or place + 1 == len(self.ends):
            return min(x, _WHOLE)
        return x + (second - end) / (self.ends[place + 1][0] - end) * self.gap

    def bin(self, index: int) -> tuple[float, float]:
        """Return where a bin begins and ends."""
        first, end = self.unit.bounds(index)
        return self.at(first), self.at(end)

    @property
    def segments(self) -> list[tuple[float, float]]:
        """Where each stretch begins and ends."""
        return [(self.at(first), self.at(end)) for first, end in self.ends]

    @property
    def gaps(self) -> list[tuple[float, float]]:
        """Where each break begins and ends."""
        return [(end, first) for (_, end), (first, _) in pairwise(self.segments)]

    @property
    def breaks(self) -> list[tuple[float, str]]:
        """The middle of each break, and what was left out there."""
        found = []
        for (_, last), (first, _), (begin, end) in zip(self.stretches, self.stretches[1:], self.gaps, strict=False):
            begins, ends = self.unit.words(last + 1, self.language), self.unit.words(first - 1, self.language)
            told = self.language.gettext("Left out: %(first)s to %(last)s", first=begins, last=ends)
            found.append(((begin + end) / 2, told))
        return found

    def crossed(self, begin: float, end: float) -> list[float]:
        """Return the middle of what each break takes of a bar from `begin` to `end`."""
        over = ((max(begin, first), min(end, last)) for first, last in self.gaps)
        return [(first + last) / 2 for first, last in over if last - first > _TOUCH]

    def fine_labels(self) -> list[Label]:
        """Return the lower names: hours, days' numbers, months, or years, as many as there is room for."""
        if self.unit in CLOCK:
            return self._clocks()
        if self.unit in _LONG:  # "1800" is where 1800 begins, and no name of a hundred years
            return with_room([self._point(self.bin(index)[0], self._fine(index)) for index in self._indexes()])
        return with_room([Label(sum(self.bin(index)) / 2, self._fine(index)) for index in self._indexes()])

    def _indexes(self) -> Iterator[int]:
        for first, last in self.stretches:
            yield from range(first, last + 1)

    def _clocks(self) -> list[Label]:
        """Return times of day as near to one another as there is room for, each at its own place."""
        ways = ([_multiples(step, *ends) for ends in self.ends] for step in _STEPS)
        found = next(seconds for seconds in ways if sum(map(len, seconds)) <= _MOST_CLOCKS)
        return with_room([self._point(self.at(second), clock_at(second)) for second in chain.from_iterable(found)])

    @staticmethod
    def _point(x: float, text: str) -> Label:
        """Return the label of a point of time: its words are inside the figure, its tick is where it is."""
        label = Label(x, text, tick=x)
        half = _room(label, _WIDE) / 2
        return replace(label, x=min(max(x, half), _WHOLE - half))

    def coarse_labels(self) -> list[Label]:
        """Return the upper names: days above hours, months above days, years above months, each once where it fits."""
        wide, narrow = self._coarse_labels(_WIDE), self._coarse_labels(_NARROW)
        return [
            *(replace(label, extra=label not in narrow) for label in wide),
            *(replace(label, brief=True) for label in narrow if label not in wide),
        ]

    def _coarse_labels(self, pixels: float) -> list[Label]:
        """Return the names that fit: those of what begins on the axis first, then of what began before a stretch."""
        kept: list[Label] = []
        wanted = [*self._beginnings(), *self._begun_before()]
        for label in wanted:
            is_inside = label.x + _room(label, pixels) <= _WHOLE
            is_told = any(label.text == other.text for other in kept)
            if is_inside and not is_told and not any(_touch(label, other, pixels, centred=False) for other in kept):
                kept.append(label)
        # Where there is room for none, the one that most of the axis belongs to is told all the same.
        return sorted(kept, key=lambda label: label.x) or wanted[:1]

    def _beginnings(self) -> Iterator[Label]:
        """Yield the days, months or years where they begin; those of long stretches first."""
        for first, last in sorted(self.stretches, key=lambda ends: ends[0] - ends[1]):
            for index in range(first, last + 1):
                begins = self._coarse_beginning(index)
                if begins:
                    yield Label(self.at(first_second(begins)), self._coarse(begins))

    def _begun_before(self) -> Iterator[Label]:
        for x, (first, _) in zip(self.starts, self.ends, strict=True):
            name = self._coarse(day_of_second(first))
            if name:
                yield Label(x, name)

    def _coarse_beginning(self, index: int) -> Day | None:
        """Return the day above hours, the first of a month above days, or of a year above months, if it lies here."""
        first, end = self.unit.bounds(index)
        last = day_of_second(end - 1)
        begins = last
        if self.unit not in CLOCK:
            begins = Day(last.year, 1 if self.unit == MONTH else last.month, 1)
        return begins if first <= first_second(begins) and self._coarse(begins) else None

    def _fine(self, index: int) -> str:
        first = day_of_second(self.unit.bounds(index)[0])
        if self.unit in {DAY, WEEK}:
            return str(first.day)
        if self.unit == MONTH:
            return self.language.month(first.month, short=True)
        return year_in_words(first.year, self.language)

    def _coarse(self, day: Day) -> str:
        if self.unit in CLOCK:
            return days_in_words(day, day, self.language)
        if self.unit in {DAY, WEEK}:
            return month_in_words(day, self.language, short=True)
        return year_in_words(day.year, self.language) if self.unit == MONTH else ""


def _multiples(step: int, first: int, end: int) -> range:
    """Return the multiples of so many seconds from one second to before another."""
    return range(-(-first // step) * step, end, step)


def with_room(wanted: list[Label]) -> list[Label]:
    """Return those of the centred labels that fit, the earlier ones first; `extra` are those that fit no phone."""
    kept: list[Label] = []
    for label in wanted:
        if any(_touch(label, other, _WIDE, centred=True) for other in kept):
            continue
        narrow = [other for other in kept if not other.extra]
        is_extra = any(_touch(label, other, _NARROW, centred=True) for other in narrow)
        kept.append(replace(label, extra=is_extra))
    return kept


def _touch(one: Label, other: Label, pixels: float, *, centred: bool) -> bool:
    (begin, end), (other_begin, other_end) = (_extent(label, pixels, centred=centred) for label in (one, other))
    return begin < other_end and other_begin < end


def _extent(label: Label, pixels: float, *, centred: bool) -> tuple[float, float]:
    room = _room(label, pixels)
    begin = label.x - (room / 2 if centred else 0)
    return begin, begin + room


def _room(label: Label, pixels: float) -> float:
    """Return the width of a label in per cent of a figure of so many pixels."""
    return (len(label.text) * _LETTER + _AIR) / pixels * _WHOLE

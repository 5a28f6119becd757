"""A time axis in per cent of a figure's width, so that it fits every screen and its words keep their size.

Quiet stretches are left out: a day in one of them lies inside the break, in proportion.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from dateline.ground.dates import Day, month_in_words, year_in_words
from dateline.ground.languages import ENGLISH, Language
from dateline.pages.shared.time_units import DAY, MONTH, WEEK, Unit
from dateline.pages.shared.timeline_layout import BREAK
from dateline.pages.shared.timeline_views import TimelineView

_WIDE: Final = 720.0
"""Pixels that a figure has on a wide screen; below, labels marked as extra are hidden."""
_NARROW: Final = 270.0
"""Pixels that it has on the narrowest phone."""
_LETTER: Final = 5.8
_AIR: Final = 3.0
_WHOLE: Final = 100.0


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


class TimeAxis:
    """The axis of a timeline."""

    def __init__(self, view: TimelineView, language: Language = ENGLISH) -> None:
        self.language = language
        self.unit: Unit = view.unit
        self.stretches = view.stretches
        count = sum(last - first + 1 for first, last in view.stretches)
        self.slot = _WHOLE / (count + BREAK * (len(view.stretches) - 1))
        """The width of a bin."""
        self.starts: list[float] = []
        x = 0.0
        for first, last in view.stretches:
            self.starts.append(x)
            x += (last - first + 1 + BREAK) * self.slot

    def left(self, index: int) -> float:
        """Return where a bin that is on the axis begins."""
        place = bisect_right([first for first, _ in self.stretches], index) - 1
        return self.starts[place] + (index - self.stretches[place][0]) * self.slot

    def begin(self, day: Day) -> float:
        """Return where a day begins, wherever it lies."""
        return self._at(day, 0)

    def end(self, day: Day) -> float:
        """Return where a day ends."""
        return self._at(day, 1)

    @property
    def segments(self) -> list[tuple[float, float]]:
        """Where each stretch begins and ends."""
        return [
            (x, x + (last - first + 1) * self.slot)
            for x, (first, last) in zip(self.starts, self.stretches, strict=True)
        ]

    @property
    def breaks(self) -> list[tuple[float, str]]:
        """The middle of each break, and what was left out there."""
        found = []
        for (_, last), (first, _), x in zip(self.stretches, self.stretches[1:], self.starts[1:], strict=False):
            begins, ends = self.unit.words(last + 1, self.language), self.unit.words(first - 1, self.language)
            told = self.language.gettext("Left out: %(first)s to %(last)s", first=begins, last=ends)
            found.append((x - BREAK / 2 * self.slot, told))
        return found

    def fine_labels(self) -> list[Label]:
        """Return the lower names of bins: days' numbers, months, or years, as many as there is room for."""
        wanted = [
            Label(self.left(index) + self.slot / 2, self._fine(index))
            for first, last in self.stretches
            for index in range(first, last + 1)
        ]
        return with_room(wanted)

    def coarse_labels(self) -> list[Label]:
        """Return the upper names: months above days, years above months, each once where there is room for it."""
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
        """Yield the months, above days, or the years, above months, where they begin; those of long stretches first."""
        for first, last in sorted(self.stretches, key=lambda ends: ends[0] - ends[1]):
            for index in range(first, last + 1):
                begins = self._coarse_beginning(index)
                if begins:
                    yield Label(self.begin(begins), self._coarse(begins))

    def _begun_before(self) -> Iterator[Label]:
        for first, _ in self.stretches:
            name = self._coarse(self.unit.bounds(first)[0])
            if name:
                yield Label(self.left(first), name)

    def _coarse_beginning(self, index: int) -> Day | None:
        """Return the first day of a month, above days, or of a year, above months, if it lies in this bin."""
        first, last = self.unit.bounds(index)
        begins = Day(last.year, 1 if self.unit == MONTH else last.month, 1)
        return begins if first <= begins and self._coarse(begins) else None

    def _fine(self, index: int) -> str:
        first, _ = self.unit.bounds(index)
        if self.unit in {DAY, WEEK}:
            return str(first.day)
        if self.unit == MONTH:
            return self.language.month(first.month, short=True)
        return year_in_words(first.year, self.language)

    def _coarse(self, day: Day) -> str:
        if self.unit in {DAY, WEEK}:
            return month_in_words(day, self.language, short=True)
        return year_in_words(day.year, self.language) if self.unit == MONTH else ""

    def _at(self, day: Day, days_on: int) -> float:
        index = self.unit.index(day)
        first, last = self.unit.bounds(index)
        share = (day.days_since(first) + days_on) / (last.days_since(first) + 1)
        if index < self.stretches[0][0]:
            return 0.0
        if index > self.stretches[-1][1]:
            return _WHOLE
        for begins, ends in self.stretches:
            if begins <= index <= ends:
                return self.left(index) + share * self.slot
        return self._inside_a_break(index + share)

    def _inside_a_break(self, position: float) -> float:
        """Return where a position between two stretches lies, both counted in bins."""
        ((_, last), (first, _)) = next(
            (one, other) for one, other in pairwise(self.stretches) if one[1] < position < other[0] + 1
        )
        x = self.left(last) + self.slot
        share = (position - last - 1) / (first - last - 1)
        return x + min(max(share, 0.0), 1.0) * BREAK * self.slot


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

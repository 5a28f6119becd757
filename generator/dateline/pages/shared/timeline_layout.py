"""How a timeline is laid out: its unit, what fits into a bin of it, and what is left out of the axis."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final, TypeAlias

from dateline.ground.dates import Edtf, Meaning, seconds_of
from dateline.pages.shared.time_units import CLOCK, UNITS, Unit, runs
from dateline.pages.shared.timeline_views import Lane, Moment

BREAK: Final = 1.6
"""How many bins a quiet stretch that was left out is wide."""
_WIDEST: Final = 72.0
_COMFORTABLE: Final = 48.0
_WIDEST_OF_CLOCKS: Final = 240.0
_COMFORTABLE_OF_CLOCKS: Final = 192.0
"""Of hours and minutes an axis has more: the hours between two events are empty as often as not, and days are named."""
_LONGEST_GAPS: Final = (28, 14, 7, 3)
"""Gaps of bins that are left as they are: the first of these with which the axis is comfortable, or else the last."""
_LONGEST_GAPS_OF_CLOCKS: Final = (192, 96, 48, *_LONGEST_GAPS)
_LONGEST: Final = 400
"""Of so many bins an axis is at most: of weeks for 22 years nobody would see how far things lie apart."""
_LEAST_SHARE: Final = 0.5
"""So long at least is the bar of what lasts, beside that of any shorter time, where breaks take some of it away."""
_MOST_BREAKS: Final = 8
_MOST_BINS: Final = 42
_LONGEST_ON_AXIS: Final = 31

Placed: TypeAlias = tuple[Moment, tuple[int | None, int | None]]
"""A moment with its first second, and the one after its last."""


def layout_of(lanes: Sequence[Lane]) -> "Layout":
    """Return the layout by the shortest unit that is readable and telling."""
    readable: list[Layout] = []
    placed = [[(moment, seconds_of(moment.when)) for moment in moments] for _, _, moments in lanes]
    have_times = any(moment.when.has_times for _, _, moments in lanes for moment in moments)
    for unit in UNITS:
        if unit in CLOCK and not have_times:
            continue
        found = Layout(unit, placed)
        if found.is_readable and found.is_telling and found.is_true:
            return found
        readable += [found] if found.is_readable else []
    return readable[0] if readable else Layout(UNITS[-1], placed)


class Layout:
    """Moments told apart by whether they fit into one bin, and the bins that the axis needs."""

    def __init__(self, unit: Unit, lanes: Sequence[Sequence[Placed]]) -> None:
        self.unit = unit
        self.needed: set[int] = set()
        self.ends: list[int] = []
        self.bars: list[tuple[int, int, bool]] = []
        self.lanes = [self._divided(moments) for moments in lanes]
        self.needed.update({min(self.ends), max(self.ends)} if self.ends else ())
        self.stretches = self._stretches()

    @property
    def length(self) -> int:
        """How many bins there are from the first to the last, those that are left out among them."""
        return max(self.needed, default=0) - min(self.needed, default=0) + 1

    @property
    def is_readable(self) -> bool:
        """Whether the axis has room for all, and is not of a unit much shorter than what it shows."""
        widest = _WIDEST_OF_CLOCKS if self.unit in CLOCK else _WIDEST
        is_short = _width(self.stretches) <= widest and len(self.stretches) - 1 <= _MOST_BREAKS
        return is_short and self.length <= _LONGEST and sum(len(bins) for bins, _ in self.lanes) <= _MOST_BINS

    @property
    def is_true(self) -> bool:
        """Whether the bars of what lasts are about as long as they should be, for all that is left out in them."""
        lengths = sorted(
            (last - first, self._place(last + 1) - self._place(first), lasts) for first, last, lasts in self.bars
        )
        longest = 0.0
        for _, drawn, lasts in lengths:
            if lasts and drawn < longest * _LEAST_SHARE:
                return False
            longest = max(longest, drawn)
        return True

    def _place(self, index: int) -> float:
        """Return where a bin begins, in bins from the left; one that is left out somewhere in its break."""
        x = 0.0
        for first, last in self.stretches:
            if index < first:
                return x - BREAK / 2
            if index <= last + 1:
                return x + index - first
            x += last - first + 1 + BREAK
        return x - BREAK

    @property
    def is_telling(self) -> bool:
        """Whether at least a quarter of the dates fit into bins; with fewer, a longer unit says more."""
        certain = sum(len(moments) for bins, _ in self.lanes for moments in bins.values())
        return certain * 3 >= sum(len(loose) for _, loose in self.lanes)

    def _stretches(self) -> tuple[tuple[int, int], ...]:
        """Leave out no more than makes the axis comfortable, the longest gaps first."""
        is_clock = self.unit in CLOCK
        comfortable = _COMFORTABLE_OF_CLOCKS if is_clock else _COMFORTABLE
        ways = (runs(self.needed, gap) for gap in (_LONGEST_GAPS_OF_CLOCKS if is_clock else _LONGEST_GAPS))
        return next((found for found in ways if _width(found) <= comfortable), None) or runs(
            self.needed, _LONGEST_GAPS[-1]
        )

    def _divided(self, moments: Sequence[Placed]) -> tuple[dict[int, list[Moment]], list[Moment]]:
        bins: defaultdict[int, list[Moment]] = defaultdict(list)
        loose: list[Moment] = []
        for moment, ends in moments:
            first, last = self._bins(*ends)
            if first is None or first != last:
                loose.append(moment)
                self._need_ends(moment.when)
            else:
                bins[first].append(moment)
        self.needed.update(bins)
        return bins, loose

    def _bins(self, first: int | None, end: int | None) -> tuple[int | None, int | None]:
        """Return the bins of the first second of a time and of the last one; None where it is open."""
        return (
            None if first is None else self.unit.index(first),
            None if end is None else self.unit.index(end - 1),
        )

    def _need_ends(self, when: Edtf) -> None:
        """Note the bins of a span's ends; those of a long one are left to the breaks, unless they are the outermost."""
        for one in when.candidates:
            first, last = self._bins(*seconds_of(one))
            if first is not None and last is not None:
                self.needed.update({first, last} if last - first <= _LONGEST_ON_AXIS else ())
                self.bars.append((first, last, one.meaning is Meaning.LASTS))
            self.ends += [end for end in (first, last) if end is not None]


def _width(stretches: tuple[tuple[int, int], ...]) -> float:
    """Return the width of an axis in bins."""
    return sum(last - first + 1 for first, last in stretches) + BREAK * (len(stretches) - 1)

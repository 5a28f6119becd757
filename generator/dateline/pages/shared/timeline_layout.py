"""How a timeline is laid out: its unit, what fits into a bin of it, and what is left out of the axis."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from dateline.ground.dates import Edtf, Meaning
from dateline.pages.shared.time_units import UNITS, Unit, runs
from dateline.pages.shared.timeline_views import Lane, Moment

BREAK: Final = 1.6
"""How many bins a quiet stretch that was left out is wide."""
_WIDEST: Final = 72.0
_COMFORTABLE: Final = 48.0
_LONGEST_GAPS: Final = (28, 14, 7, 3)
"""Gaps of bins that are left as they are: the first of these with which the axis is comfortable, or else the last."""
_LONGEST: Final = 400
"""Of so many bins an axis is at most: of weeks for 22 years nobody would see how far things lie apart."""
_LEAST_SHARE: Final = 0.5
"""So long at least is the bar of what lasts, beside that of any shorter time, where breaks take some of it away."""
_MOST_BREAKS: Final = 8
_MOST_BINS: Final = 42
_LONGEST_ON_AXIS: Final = 31


def layout_of(lanes: Sequence[Lane]) -> "Layout":
    """Return the layout by the shortest unit that is readable and telling."""
    readable: list[Layout] = []
    for unit in UNITS:
        found = Layout(unit, lanes)
        if found.is_readable and found.is_telling and found.is_true:
            return found
        readable += [found] if found.is_readable else []
    return readable[0] if readable else Layout(UNITS[-1], lanes)


class Layout:
    """Moments told apart by whether they fit into one bin, and the bins that the axis needs."""

    def __init__(self, unit: Unit, lanes: Sequence[Lane]) -> None:
        self.unit = unit
        self.needed: set[int] = set()
        self.ends: list[int] = []
        self.bars: list[tuple[int, int, bool]] = []
        self.lanes = [self._divided(moments) for _, _, moments in lanes]
        self.needed.update({min(self.ends), max(self.ends)} if self.ends else ())
        self.stretches = self._stretches()

    @property
    def length(self) -> int:
        """How many bins there are from the first to the last, those that are left out among them."""
        return max(self.needed, default=0) - min(self.needed, default=0) + 1

    @property
    def is_readable(self) -> bool:
        """Whether the axis has room for all, and is not of a unit much shorter than what it shows."""
        is_short = _width(self.stretches) <= _WIDEST and len(self.stretches) - 1 <= _MOST_BREAKS
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
        ways = (runs(self.needed, longest_gap) for longest_gap in _LONGEST_GAPS)
        return next((found for found in ways if _width(found) <= _COMFORTABLE), None) or runs(
            self.needed, _LONGEST_GAPS[-1]
        )

    def _divided(self, moments: Sequence[Moment]) -> tuple[dict[int, list[Moment]], list[Moment]]:
        bins: defaultdict[int, list[Moment]] = defaultdict(list)
        loose: list[Moment] = []
        for moment in moments:
            index = self._only_bin(moment.when)
            if index is None:
                loose.append(moment)
                self._need_ends(moment.when)
            else:
                bins[index].append(moment)
        self.needed.update(bins)
        return bins, loose

    def _only_bin(self, when: Edtf) -> int | None:
        if when.earliest is None or when.latest is None:
            return None
        first = self.unit.index(when.earliest)
        return first if first == self.unit.index(when.latest) else None

    def _need_ends(self, when: Edtf) -> None:
        """Note the bins of a span's ends; those of a long one are left to the breaks, unless they are the outermost."""
        for one in when.candidates:
            ends = [self.unit.index(day) for day in (one.earliest, one.latest) if day is not None]
            is_short = one.earliest is not None and one.latest is not None and ends[1] - ends[0] <= _LONGEST_ON_AXIS
            if is_short:
                self.needed.update(ends)
            if one.earliest is not None and one.latest is not None:
                self.bars.append((ends[0], ends[1], one.meaning is Meaning.LASTS))
            self.ends += ends


def _width(stretches: tuple[tuple[int, int], ...]) -> float:
    """Return the width of an axis in bins."""
    return sum(last - first + 1 for first, last in stretches) + BREAK * (len(stretches) - 1)

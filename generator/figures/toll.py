"""Toll ranges: a bar from the lowest to the highest number that each report allows, on one scale.

A bar with a pointed end is open on that side.  What a report leaves without a number is
written "no number given" and has no bar, which zero has.
"""

from collections.abc import Iterator
from typing import Final

from generator.figures.svg import element, figure, link, shortened, text
from generator.views.addresses import Relative
from generator.views.tolls import TollRow, TollView

_WIDTH: Final = 720.0
_LEFT: Final = 200.0
_RIGHT: Final = 250.0
_ROW: Final = 30.0
_TOP: Final = 10.0
_BAR: Final = 12.0
_POINT: Final = 8.0
_LONGEST_NAME: Final = 30
_LONGEST_WORDS: Final = 40
_STEPS: Final = (1, 2, 5)


def draw_toll(toll: TollView, at: Relative) -> str:
    """Return the ranges as SVG; `at` makes addresses relative to the page."""
    scale = _Scale(max((bound for row in toll.rows for bound in (row.low, row.high) if bound is not None), default=1))
    bottom = _TOP + _ROW * len(toll.rows)
    marks = [
        *_ticks(scale, bottom),
        *(mark for index, row in enumerate(toll.rows) for mark in _row(row, _TOP + _ROW * (index + 0.5), scale, at)),
    ]
    description = (
        "A row for each report: a bar from the lowest to the highest number that it allows, pointed where open."
    )
    return figure("toll", (_WIDTH, bottom + 24), toll.title, description, marks)


class _Scale:
    """Numbers from zero to a round number above the highest, along the middle of the figure."""

    def __init__(self, highest: float) -> None:
        self.step = _round_step(highest)
        self.top = self.step * (int(highest / self.step) + 1)

    def x(self, value: float) -> float:
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * value / self.top

    def ticks(self) -> list[float]:
        return [self.step * index for index in range(int(self.top / self.step) + 1)]


def _round_step(highest: float) -> float:
    """Return the smallest of 1, 2, 5, 10, 20, 50 … that needs six steps at most."""
    power = 1
    while True:
        for step in _STEPS:
            if highest / (step * power) <= 6:  # noqa: PLR2004 - more labels would touch
                return step * power
        power *= 10


def _ticks(scale: _Scale, bottom: float) -> Iterator[str]:
    for value in scale.ticks():
        x = scale.x(value)
        yield element("path", {"class": "dl-svg__line", "d": f"M{x:.1f} {_TOP:g}V{bottom:g}"})
        yield text(f"{value:g}", x, bottom + 15, text_anchor="middle", class_="dl-svg__tick")


def _row(row: TollRow, middle: float, scale: _Scale, at: Relative) -> Iterator[str]:
    label = text(
        shortened(row.speaker, _LONGEST_NAME), _LEFT - 10, middle + 4, text_anchor="end", class_="dl-svg__label"
    )
    words = f"{row.speaker}: {row.amount}{f', {row.scope}' if row.scope else ''}"
    bar = (
        element("path", {"class": "dl-svg__mark dl-svg__holder0", "d": _bar(row, middle, scale)})
        if row.is_stated
        else ""
    )
    yield link(at(row.claim.address), words, label, bar)
    said = " · ".join(part for part in (row.amount, row.scope) if part)
    yield text(shortened(said, _LONGEST_WORDS), _WIDTH - _RIGHT + 12, middle + 4, class_="dl-svg__tick")


def _bar(row: TollRow, middle: float, scale: _Scale) -> str:
    """Return the outline of a bar; an open end runs out in a point, at the scale's end if on the right."""
    low = scale.x(row.low if row.low is not None else 0)
    high = scale.x(row.high) if row.high is not None else scale.x(scale.top)
    high = max(high, low + 3)
    top, bottom = middle - _BAR / 2, middle + _BAR / 2
    left = f"{low:.1f} {top:g}" if row.low is not None else f"{low + _POINT:.1f} {top:g}"
    end = (
        f"H{high:.1f}V{bottom:g}"
        if row.high is not None
        else f"H{high - _POINT:.1f}L{high:.1f} {middle:g}L{high - _POINT:.1f} {bottom:g}"
    )
    start = f"H{low:.1f}Z" if row.low is not None else f"H{low + _POINT:.1f}L{low:.1f} {middle:g}Z"
    return f"M{left}{end}{start}"

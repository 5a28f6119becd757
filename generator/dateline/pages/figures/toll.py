"""Toll ranges: a bar from the lowest to the highest number that each report allows, on one scale.

A bar with a pointed end is open on that side.  What a report leaves without a number is
written so and has no bar, which zero has.  The words stand above their bar in full, so that
the figure is as narrow as a phone; the sides of the speakers differ by pattern and colour.
"""

from collections.abc import Iterator
from typing import Final

from dateline.ground.languages import ENGLISH, Language
from dateline.pages.figures.labels import width_of, wrapped
from dateline.pages.figures.patterns import KINDS, patterns
from dateline.pages.figures.svg import element, figure, link, text
from dateline.pages.shared.tolls import TollRow, TollView
from dateline.pages.wording.addresses import Relative

_WIDTH: Final = 360.0
_EDGE: Final = 8.0
_FONT: Final = 12.0
_LINE: Final = 15.0
_TOP: Final = 22.0
_BAR: Final = 12.0
_BELOW: Final = 12.0
_POINT: Final = 8.0
_STEPS: Final = (1, 2, 5)
_ISOLATE: Final = "\N{FIRST STRONG ISOLATE}"
_END_OF_ISOLATE: Final = "\N{POP DIRECTIONAL ISOLATE}"


def draw_toll(toll: TollView, at: Relative, name: str, language: Language = ENGLISH) -> str:
    """Return the ranges as SVG; `at` makes addresses relative to the page, `name` is unique on it."""
    scale = _Scale(max((bound for row in toll.rows for bound in (row.low, row.high) if bound is not None), default=1))
    rows: list[str] = []
    y = _TOP + 6
    for row in toll.rows:
        lines = wrapped(_words(row), _FONT, _WIDTH - 2 * _EDGE)
        rows.append(_row(row, lines, y, scale, at, name))
        y += _LINE * len(lines) + (_BAR if row.is_stated else 0) + _BELOW
    marks = [*_ticks(scale, y, language), *rows]
    description = language.gettext(
        "A row for each report: a bar from the lowest to the highest number that it allows, pointed where open; "
        "the pattern tells the side of who says it."
    )
    definitions = patterns((number for number, _ in toll.sides), name)
    return figure("toll", (_WIDTH, y + 20), toll.title, description, marks, definitions=definitions)


class _Scale:
    """Numbers from zero to a round number above the highest, across the figure."""

    def __init__(self, highest: float) -> None:
        self.step = _round_step(highest)
        self.top = self.step * (int(highest / self.step) + 1)

    def x(self, value: float) -> float:
        return _EDGE + (_WIDTH - 2 * _EDGE) * value / self.top

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


def _ticks(scale: _Scale, bottom: float, language: Language) -> Iterator[str]:
    ticks = scale.ticks()
    room = (_WIDTH - 2 * _EDGE) / len(ticks)
    has_room = all(width_of(language.number(value), _FONT) < room for value in ticks)
    for value in ticks:
        x = scale.x(value)
        anchor = "start" if value == 0 else "end" if value == ticks[-1] else "middle"
        yield element("path", {"class": "dl-svg__line", "d": f"M{x:.1f} {_TOP:g}V{bottom:g}"})
        for y in (_TOP - 6, bottom + 14) if has_room or value in {0, ticks[-1]} else ():
            yield text(language.number(value), x, y, text_anchor=anchor, class_="dl-svg__tick")


def _words(row: TollRow) -> str:
    said = f"{row.speaker}: {row.amount}"
    said += f" ({row.scope})" if row.scope else ""
    if not row.wording or row.wording == row.amount:
        return said
    # Isolated, since a wording may run the other way than the words around it.
    return f"{said}, “{_ISOLATE}{row.wording}{_END_OF_ISOLATE}”"


def _row(row: TollRow, lines: list[str], top: float, scale: _Scale, at: Relative, name: str) -> str:  # noqa: PLR0913, PLR0917 - where and what
    shown = [
        text(line, _EDGE, top + 11 + _LINE * index, class_="dl-svg__label dl-svg__label--halo")
        for index, line in enumerate(lines)
    ]
    if row.is_stated:
        side = row.side % KINDS
        outline = _bar(row, top + _LINE * len(lines) + _BAR / 2 + 1, scale)
        shown.append(element("path", {"class": f"dl-svg__mark dl-svg__holder{side}", "d": outline}))
        shown.append(element("path", {"class": "dl-svg__pattern", "fill": f"url(#{name}-{side})", "d": outline}))
    return link(at(row.claim.address), _words(row), *shown)


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

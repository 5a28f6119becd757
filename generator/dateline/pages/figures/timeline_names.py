"""The names of turning points above a time axis: a row each, from which a line leads down to its day.

In the left half a name begins at its line, the earliest highest, in the right half it ends there, the latest highest:
so a line passes beside the names below it, and where it must cross one, the name has a margin of paper.
"""

from typing import Final

from dateline.ground.escaping import html
from dateline.pages.figures.labels import wrapped
from dateline.pages.figures.svg import element, shortened
from dateline.pages.figures.time_axis import TimeAxis
from dateline.pages.shared.timeline_views import PointView
from dateline.pages.wording.addresses import Relative

_FONT: Final = 13.0
_LINE: Final = 17.0
_PAD: Final = 7.0
_NARROWEST: Final = 680.0
"""Pixels that the narrowest figure has that is drawn; on less there is a list."""
_BESIDE: Final = 20.0
"""Pixels between a line and its name, and at the edge."""
_MOST_LINES: Final = 4
_HALF: Final = 50.0
_CLAUSE: Final = "; "


class Names:
    """The names of a timeline, laid out in rows."""

    def __init__(self, points: tuple[PointView, ...], axis: TimeAxis, at: Relative) -> None:
        self.at = at
        placed = [(sum(map(axis.at, point.at)) / 2, point) for point in points]
        right = [pair for pair in reversed(placed) if pair[0] > _HALF]
        self.rows = [*right, *(pair for pair in placed if pair[0] <= _HALF)]
        self.lines = [_lines(point.name, _room(x)) for x, point in self.rows]
        self.height = sum(_height(lines) for lines in self.lines)

    def marks(self, top: float, base: float) -> list[str]:
        """Return the lines that lead down to `base`, and over them the names from `top` on."""
        leads, names, y = [], [], top
        for (x, point), lines in zip(self.rows, self.lines, strict=True):
            where = f"{x:.2f}%"
            middle = y + _PAD / 2 + _LINE / 2
            leads.append(element("line", {"class": "lead", "x1": where, "x2": where, "y1": middle, "y2": base}))
            names.append(self._name(x, point, lines, y))
            y += _height(lines)
        return [*leads, *names]

    def _name(self, x: float, point: PointView, lines: list[str], y: float) -> str:
        ends = x > _HALF
        where, middle = f"{x:.2f}%", y + _PAD / 2 + _LINE / 2
        box = {"x": "0%" if ends else where, "width": where if ends else f"{100 - x:.2f}%", "y": y}
        anchor = {"text-anchor": "end"} if ends else {}
        shift = -10 if ends else 10
        kind = "point open" if point.disputed else "point"
        spans = [
            element("tspan", {"x": where, "dx": shift, "y": y + _PAD / 2 + _LINE * (number + 0.76)}, html(line))
            for number, line in enumerate(lines)
        ]
        return element(
            "a",
            {"href": self.at(point.address)},
            element("title", None, html(point.label)),
            element("rect", {**box, "height": _height(lines)}),
            element("circle", {"class": kind, "cx": where, "cy": middle, "r": 5}),
            element("text", {"class": "name", **anchor}, *spans),
        )


def _room(x: float) -> float:
    """Return how many pixels a name has that begins at `x` per cent or, in the right half, ends there."""
    return (x if x > _HALF else 100 - x) / 100 * _NARROWEST - _BESIDE


def _lines(name: str, room: float) -> list[str]:
    """Return a name in lines; one that is too long ends before a clause, so that what one side says is told in full."""
    found = wrapped(name, _FONT, room)
    if len(found) <= _MOST_LINES:
        return found
    clauses = name.split(_CLAUSE)
    for count in range(len(clauses) - 1, 0, -1):
        fewer = wrapped(f"{_CLAUSE.join(clauses[:count])}{_CLAUSE}…", _FONT, room)
        if len(fewer) <= _MOST_LINES:
            return fewer
    last = found[_MOST_LINES - 1]
    return [*found[: _MOST_LINES - 1], shortened(f"{last} {found[_MOST_LINES]}", max(2, len(last)))]


def _height(lines: list[str]) -> float:
    return _LINE * max(1, len(lines)) + _PAD

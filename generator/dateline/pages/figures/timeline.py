"""The timeline: turning points by name, a mark for each time of which something is told, and bars for other dates.

A mark is as high where forty events are told as where one is: how much was written is no measure of a day.
Across, everything is in per cent, down in pixels: the figure fits a phone and a wide page
alike, and its words keep their size.  What is in dispute is hatched, what is about
or perhaps of a day is dotted; what a date says of its days is told by the form, so that it
is seen in a hatched bar too: high and straight lasts, beads on a line are days one by one,
low with a broken edge is some time within.  Nothing is told by colour alone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from dateline.ground.escaping import html
from dateline.ground.languages import ENGLISH, Language
from dateline.pages.figures.svg import element, text
from dateline.pages.figures.time_axis import Label, TimeAxis
from dateline.pages.figures.timeline_names import Names
from dateline.pages.shared.timeline_views import BinView, LaneView, SpanView, TimelineView
from dateline.pages.wording.addresses import Relative

_MARK: Final = 12
_HEADING: Final = 24
_ABOVE: Final = 24
"""How high a mark can be clicked."""
_TICKS: Final = 36
_ROW: Final = 24
_BAR: Final = {"lasts": 11, "each": 11, "within": 6}
_ROUND: Final = {"lasts": 0, "each": 5, "within": 2}
"""How high a bar is by its form, and how round its corners."""
_BETWEEN: Final = 14
_SHARE: Final = 0.88
"""How much of its bin's width a bar takes."""
_LEAST_SPAN: Final = 0.7
_TARGET: Final = 3.6
"""In per cent, 24 pixels of the narrowest figure that is drawn, of 680: below, there is a list."""
_AIR: Final = 0.5
_LEAST_PIECES: Final = 4
_MOST_PIECES: Final = 96
"""Into how many pieces a span may be drawn at least, and all spans of a lane together; the nearest are drawn as one."""
_GAPS: Final = (0.0, 0.3, 1.0, 3.0, 10.0, 30.0)
"""How near pieces are that are drawn as one: the first of these with which they are few enough."""
_TOUCH: Final = 0.01
"""By how much pieces may lie on each other that only touch."""


def draw_timeline(view: TimelineView, at: Relative, name: str, language: Language = ENGLISH) -> str:
    """Return the timeline as SVG; `at` makes addresses relative to the page, `name` is unique on it."""
    axis = TimeAxis(view, language)
    marks: list[str] = []
    y = 0.0
    for number, lane in enumerate(view.lanes):
        drawn = _Lane(lane, axis, at, name, Names(view.points, axis, at) if number == 0 else None)
        marks += drawn.marks(y)
        y += drawn.height
    attributes: dict[str, object] = {
        "class": "dl-time",
        "width": "100%",
        "height": y,
        "role": "group",
        "aria-label": view.title,
        "xmlns": "http://www.w3.org/2000/svg",
    }
    head = element("title", None, html(view.title)) + element("desc", None, html(view.description))
    return element("svg", attributes, head, element("defs", None, _definitions(name)), *marks)


class _Lane:
    """One clock: its heading, its stacked bins, the axis, and its spans in as few rows as they need."""

    def __init__(self, lane: LaneView, axis: TimeAxis, at: Relative, name: str, names: Names | None) -> None:
        self.lane = lane
        self.axis = axis
        self.at = at
        self.name = name
        self.names = names
        self.top = _HEADING if lane.title else 0
        self.base = self.top + (names.height if names is not None else 0) + _ABOVE
        self.ticks = _TICKS if names is not None else _BETWEEN
        self.targets = _targets({one.index: _seen(*axis.bin(one.index)) for one in lane.bins})
        self.rows = _rows(lane.spans, axis)
        self.most_pieces = max(_LEAST_PIECES, _MOST_PIECES // max(1, len(lane.spans)))
        self.height = self.base + self.ticks + _ROW * (1 + max(self.rows, default=-1)) + _BETWEEN

    def marks(self, y: float) -> list[str]:
        """Return the lane's marks, those above and below it not touched."""
        parts = [
            *self._heading(),
            *(self.names.marks(self.top, self.base) if self.names is not None else ()),
            *map(self._bin, self.lane.bins),
            *_ground(self.axis, self.base),
            *(_labels(self.axis, self.base) if self.ticks == _TICKS else ()),
            *self._spans(),
        ]
        return [element("svg", {"y": y, "width": "100%", "height": self.height, "overflow": "visible"}, *parts)]

    def _heading(self) -> Iterator[str]:
        if self.lane.title:
            yield text(self.lane.title, 0, 14, class_="lane")

    def _bin(self, one: BinView) -> str:
        """Return a bin's link: the area that can be clicked, and its shares."""
        bars, y = [], float(_ABOVE)
        parts = (
            ("plain", one.plain),
            ("disputed", one.disputed - one.both),
            ("disputed doubtful", one.both),
            ("doubtful", one.doubtful - one.both),
        )
        for kind, count in parts:
            if count:
                height = _MARK * count / one.count
                y -= height
                bars.append(_filled(kind, self.name, {"y": y, "height": height}))
        left, right = _seen(*self.axis.bin(one.index))
        frame: dict[str, object] = {"x": _percent(left), "width": _percent(right - left)}
        frame |= {"y": self.base - _ABOVE, "height": _ABOVE}
        near, far = self.targets[one.index]
        target: dict[str, object] = {
            "x": _percent(near),
            "width": _percent(far - near),
            "y": self.base - _ABOVE,
            "height": _ABOVE,
        }
        return _link(self.at(one.address), one.label, element("rect", target), element("svg", frame, *bars))

    def _spans(self) -> Iterator[str]:
        top = self.base + self.ticks
        for span, row in zip(self.lane.spans, self.rows, strict=True):
            yield _link(self.at(span.address), span.label, *self._span(span, top + _ROW * row))

    def _span(self, span: SpanView, top: float) -> Iterator[str]:
        left, right = _extent(span, self.axis)
        middle = top + _ROW / 2
        near, far = _wide_enough(left, right)
        yield element("rect", {"x": _percent(near), "width": _percent(far - near), "y": top, "height": _ROW})
        if span.is_set:
            across = {"x1": _percent(left), "x2": _percent(right), "y1": middle, "y2": middle}
            yield element("line", {"class": f"joint {span.form}", **across})
        height = _BAR[span.form]
        for piece in _pieces(span, self.axis, self.most_pieces):
            kind = f"span {span.form}{' disputed' * bool(span.disputed)}{' doubtful' * piece.marked}"
            box: dict[str, object] = {"x": _percent(piece.begin), "width": _percent(piece.end - piece.begin)}
            box |= {"y": middle - height / 2, "height": height, "rx": _ROUND[span.form]}
            yield _filled(kind, self.name, box, piece.side)
            yield from (_broken(x, middle) for x in self.axis.crossed(piece.begin, piece.end))
            if piece.side:
                yield _arrow(piece.begin if piece.side == "until" else piece.end, middle, left=piece.side == "until")
        if span.count > 1:
            yield _text(Label((left + right) / 2, self.axis.language.number(span.count)), middle + 4, "count")


# --- across ----------------------------------------------------------------------------------------------------------


def _seen(begin: float, end: float) -> tuple[float, float]:
    """Return what is drawn of a bin: most of it, and as much as can be seen of a short one, inside the frame."""
    width = max((end - begin) * _SHARE, _LEAST_SPAN)
    left = min(max(0.0, (begin + end - width) / 2), 100.0 - width)
    return left, left + width


def _wide_enough(left: float, right: float) -> tuple[float, float]:
    """Return where the target of a mark begins and ends: as wide as a finger needs, inside the frame."""
    width = max(right - left, _TARGET)
    near = min(max(0.0, (left + right - width) / 2), 100.0 - width)
    return near, near + width


def _targets(marks: Mapping[int, tuple[float, float]]) -> dict[int, tuple[float, float]]:
    """Return the targets of marks that stand in one row: where two are near, they meet halfway between them."""
    wide = {index: _wide_enough(*marks[index]) for index in sorted(marks)}
    for one, other in pairwise(wide):
        if wide[one][1] > wide[other][0]:
            halfway = (marks[one][1] + marks[other][0]) / 2
            wide[one], wide[other] = (wide[one][0], halfway), (halfway, wide[other][1])
    return wide


def _ends(first: int | None, after: int | None, axis: TimeAxis) -> tuple[float, float]:
    """Return where a stretch begins and ends, wide enough to be seen, inside the frame."""
    begin = 0.0 if first is None else axis.at(first)
    end = 100.0 if after is None else axis.at(after)
    lacking = max(0.0, _LEAST_SPAN - (end - begin))
    begin = max(0.0, begin - lacking)
    return begin, min(100.0, max(end, begin + _LEAST_SPAN))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a span as it is drawn: from where to where in per cent, and on which side it is open."""

    begin: float
    end: float
    marked: bool
    side: str


def _pieces(span: SpanView, axis: TimeAxis, most: int) -> list[_Piece]:
    """Return the parts of a span, those as one that would lie on each other or be too many."""
    found = []
    for (first, last), marked in zip(span.stretches, span.marked, strict=True):
        side = "from" if last is None else "until" if first is None else ""
        found.append(_Piece(*_ends(first, last, axis), marked, side))
    found.sort(key=lambda piece: (piece.begin, piece.end))
    ways = (_joined(found, gap) for gap in _GAPS)
    return next((pieces for pieces in ways if len(pieces) <= most), None) or _joined(found, 100.0)


def _joined(pieces: list[_Piece], gap: float) -> list[_Piece]:
    """Return the pieces, those as one that are alike and lie on each other or nearer than `gap`."""
    joined: list[_Piece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        is_near = before is not None and piece.begin - before.end < gap - _TOUCH
        if before is not None and is_near and (before.marked, before.side) == (piece.marked, piece.side):
            joined[-1] = replace(before, end=max(before.end, piece.end))
        else:
            joined.append(piece)
    return joined


def _extent(span: SpanView, axis: TimeAxis) -> tuple[float, float]:
    ends = [_ends(first, last, axis) for first, last in span.stretches]
    return min(begin for begin, _ in ends), max(end for _, end in ends)


def _rows(spans: tuple[SpanView, ...], axis: TimeAxis) -> list[int]:
    """Return a row for each span, the first in which it touches no other."""
    taken: list[float] = []
    rows = []
    for span in spans:
        begin, end = _extent(span, axis)
        row = next((number for number, until in enumerate(taken) if until + _AIR <= begin), len(taken))
        taken[row : row + 1] = [end]
        rows.append(row)
    return rows


def _percent(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") + "%"


# --- marks -----------------------------------------------------------------------------------------------------------


def _link(address: str, words: str, *children: str) -> str:
    return element("a", {"href": address}, element("title", None, html(words)), *children)


def _filled(kind: str, name: str, box: dict[str, object], side: str = "") -> str:
    """Return a box, with the texture or the fading that its kind asks for."""
    textures = [texture for word, texture in (("disputed", "hatch"), ("doubtful", "dots")) if word in kind]
    pattern = "-".join(textures) or side
    fill = {"fill": f"url(#{name}-{pattern})"} if pattern else {}
    return element("rect", {"class": kind, **box, **fill})


def _broken(x: float, y: float) -> str:
    """Return the sign of a break across a bar: a gap between two strokes."""
    gap = element("path", {"class": "gap", "d": "M-5 9L-1 -9H5L1 9Z"})
    strokes = element("path", {"class": "break", "d": "M-5 9L-1 -9M1 9L5 -9"})
    return element("svg", {"x": _percent(x), "y": y, "overflow": "visible"}, gap, strokes)


def _arrow(x: float, y: float, *, left: bool) -> str:
    path = "M6 -4L0 0L6 4" if left else "M-6 -4L0 0L-6 4"
    return element(
        "svg", {"x": _percent(x), "y": y, "overflow": "visible"}, element("path", {"class": "arrow", "d": path})
    )


def _ground(axis: TimeAxis, base: float) -> Iterator[str]:
    for begin, end in axis.segments:
        yield element("line", {"class": "base", "x1": _percent(begin), "x2": _percent(end), "y1": base, "y2": base})
    for x, words in axis.breaks:
        zigzag = element("path", {"class": "break", "d": "M-5 4L-1 -4M1 4L5 -4"})
        attributes: dict[str, object] = {"x": _percent(x), "y": base, "overflow": "visible"}
        yield element("svg", attributes, element("title", None, html(words)), zigzag)


def _labels(axis: TimeAxis, base: float) -> Iterator[str]:
    for label in axis.fine_labels():
        if label.tick is not None:
            at = _percent(label.tick)
            yield element(
                "line",
                {"class": "base extra" if label.extra else "base", "x1": at, "x2": at, "y1": base, "y2": base + 3},
            )
        yield _text(label, base + 14, "tick")
    for label in axis.coarse_labels():
        at, kind = _percent(label.x), f"base{' extra' if label.extra else ''}{' brief' if label.brief else ''}"
        yield element("line", {"class": kind, "x1": at, "x2": at, "y1": base, "y2": base + 5})
        yield _text(label, base + 30, "when")


def _text(label: Label, y: float, kind: str) -> str:
    classes = f"{kind}{' extra' if label.extra else ''}{' brief' if label.brief else ''}"
    return element("text", {"class": classes, "x": _percent(label.x), "y": y}, html(label.text))


def _definitions(name: str) -> str:
    """Return the textures, hatched for disputed and dotted for doubtful, and the fadings of open ends."""
    textures = (
        _texture(f"{name}-hatch", "paper", element("path", {"class": "hatch", "d": "M-1 1L1 -1M0 5L5 0M4 6L6 4"})),
        _texture(f"{name}-dots", "", element("circle", {"class": "plain", "cx": 2, "cy": 2, "r": 1.2})),
        _texture(f"{name}-hatch-dots", "paper", element("circle", {"class": "dot", "cx": 2, "cy": 2, "r": 1.2})),
    )
    fades = (
        element(
            "linearGradient",
            {"id": f"{name}-{side}"},
            *(element("stop", {"offset": place, "class": kind}) for place, kind in stops),
        )
        for side, stops in (("from", ((0, "full"), (1, "gone"))), ("until", ((0, "gone"), (1, "full"))))
    )
    return "".join((*textures, *fades))


def _texture(id_: str, ground: str, drawing: str) -> str:
    size: dict[str, object] = {"width": 5, "height": 5}
    paper = element("rect", {"class": ground, **size}) if ground else ""
    return element("pattern", {"id": id_, **size, "patternUnits": "userSpaceOnUse"}, paper, drawing)

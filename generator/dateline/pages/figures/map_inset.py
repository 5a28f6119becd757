"""The small map in a corner: the surroundings of the large one, or the whole with what lies far away."""

import itertools
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from dateline.pages.figures.geometry import Box, box_around, clipped, length_of, outside
from dateline.pages.figures.labels import Paper
from dateline.pages.figures.map_ground import BORDERS, Pieces, country_labels, drawn_lines, pieces_of
from dateline.pages.figures.projection import Frame, frame_around
from dateline.pages.figures.svg import element
from dateline.pages.shared.maps import MapPoint, MapView

_SURROUNDINGS: Final = (112.0, 84.0)
_WHOLE: Final = (128.0, 104.0)
_BELOW_KM: Final = 150.0
_TIMES: Final = 9.0
_EDGE: Final = 6.0
_MARGIN: Final = 10.0
_LEAST: Final = 5.0
_DOT: Final = 2.2
_MOST: Final = 0.5
"""Up to so much of the borders may be covered: what goes on beyond is seen to be one."""


class Inset(NamedTuple):
    """A small map as it is drawn, and what it covers of the large one."""

    marks: list[str]
    box: Box | None

    def leaves(self, pieces: Pieces) -> Pieces:
        """Return what is seen of the lines of the large map."""
        box = self.box
        return pieces if box is None else [(line, rest) for line, piece in pieces for rest in outside(piece, box)]


_NONE: Final = Inset([], None)


def inset_of(frame: Frame, view: MapView, paper: Paper, under: Pieces, size: float) -> Inset:
    """Return a small map with this one's frame in it, where there is free room for it; `size` is that of its words.

    It lies where it does not cover the borders `under` it: names would stand beside a line that nobody sees.
    """
    far, lines = view.far, view.lines
    if frame.pole or not (far or (lines and frame.kilometres <= _BELOW_KM)):
        return _NONE
    around = _around(frame, far)
    pieces = pieces_of(around, lines)
    if not pieces and not far:
        return _NONE
    place = min(filter(paper.is_free, _places(frame, around)), key=lambda box: _covered(under, box), default=None)
    if place is None:
        return _NONE
    paper.take(place)
    names = Paper(around.box)
    names.take(_here(frame, around))
    for _, piece in pieces:
        names.take_line(piece)
    for point in far:
        names.take(box_around(around.spot(point.lon, point.lat), _DOT))
    marks = [
        element("rect", {"class": "dl-map__land", "width": around.width, "height": around.height}),
        *drawn_lines(pieces),
        *country_labels(pieces, names, size),
        element("rect", {"class": "dl-map__here", **_sides(_here(frame, around))}),
        *(_dot(around, point) for point in far),
        element("rect", {"class": "dl-map__frame", "width": around.width, "height": around.height}),
    ]
    move = f"translate({place.left:g} {place.top:g})"
    return Inset([element("g", {"class": "dl-map__inset", "aria-hidden": "true", "transform": move}, *marks)], place)


def _covered(pieces: Pieces, box: Box) -> float:
    """Return how long the borders are that a box covers; nothing where most of them is seen beside it."""
    borders = [piece for line, piece in pieces if line.kind in BORDERS]
    covered = sum(length_of(part) for piece in borders for part in clipped(piece, box))
    return covered if covered > sum(map(length_of, borders)) * _MOST else 0.0


def _around(frame: Frame, far: Sequence[MapPoint]) -> Frame:
    middle = ((frame.west + frame.east) / 2, (frame.south + frame.north) / 2)
    if not far:
        return frame_around([middle], _SURROUNDINGS, 0, frame.kilometres * _TIMES)
    corners = [(frame.west, frame.south), (frame.east, frame.north)]
    return frame_around([middle, *corners, *((one.lon, one.lat) for one in far)], _WHOLE, _MARGIN, frame.kilometres)


def _places(frame: Frame, around: Frame) -> Iterator[Box]:
    """Yield where it may stand: in the corners, then along the edges between them."""
    right, low = frame.width - around.width - _EDGE, frame.height - around.height - _EDGE
    middle = (frame.width - around.width) / 2, (frame.height - around.height) / 2
    lefts = right, _EDGE
    tops = low, _EDGE
    edges = [(x, middle[1]) for x in lefts] + [(middle[0], y) for y in tops]
    for x, y in (*itertools.product(lefts, tops), *edges):
        yield Box(x, y, x + around.width, y + around.height)


def _here(frame: Frame, around: Frame) -> Box:
    left, top = around.spot(frame.west, frame.north)
    right, bottom = around.spot(frame.east, frame.south)
    return Box(left, top, max(right, left + _LEAST), max(bottom, top + _LEAST))


def _sides(box: Box) -> dict[str, object]:
    return {"x": box.left, "y": box.top, "width": box.right - box.left, "height": box.bottom - box.top}


def _dot(around: Frame, point: MapPoint) -> str:
    x, y = around.spot(point.lon, point.lat)
    return element("circle", {"class": "dl-map__mark", "cx": x, "cy": y, "r": _DOT})

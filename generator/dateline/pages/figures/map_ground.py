"""What a map is drawn on: borders, coasts, rivers and their names, graticule, scale, an inset of the surroundings."""

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from dateline.ground.geodata import Line, LineKind, straightened
from dateline.ground.languages import ENGLISH, Language, marked
from dateline.pages.figures.geometry import Box, Spot, along, clipped, length_of
from dateline.pages.figures.labels import Paper, on_one_line, width_of
from dateline.pages.figures.projection import KM_A_DEGREE, Frame
from dateline.pages.figures.svg import element, text

_STRAIGHTER: Final = 0.5
"""How far a line may be straightened, in user units: less than its stroke is wide."""
_APART: Final = 0.9
"""Points nearer than this to the one before are passed over, in user units."""
BORDERS: Final = frozenset({LineKind.BORDER, LineKind.DISPUTED_BORDER})
_GRATICULE: Final = (0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0, 45.0)
_TICK: Final = 12.5
"""How high the words of degrees and of the scale are (`dl-map__tick`)."""
_SHARES: Final = (0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9)
_SHORTEST_NAMED: Final = 40.0
_SIDES: Final = (marked("%(degrees)s°E"), marked("%(degrees)s°W"))
_HALVES: Final = (marked("%(degrees)s°N"), marked("%(degrees)s°S"))
_NO_SIDE: Final = marked("%(degrees)s°")
_TURN: Final = 360.0
_RAYS: Final = range(0, 360, 45)
"""The meridians that are drawn around a pole."""

Pieces = list[tuple[Line, list[Spot]]]


def pieces_of(frame: Frame, lines: Sequence[Line]) -> Pieces:
    """Return what a frame shows of each line, without points that nobody would see."""
    return [
        (line, straightened(_thinned(piece), _STRAIGHTER)) for line in lines for piece in frame.pieces(line) if piece
    ]


def drawn_lines(pieces: Pieces) -> Iterator[str]:
    """Yield one path for each kind of line."""
    for kind in (LineKind.LAKE, LineKind.RIVER, LineKind.COAST, LineKind.BORDER, LineKind.DISPUTED_BORDER):
        path = "".join(_path(piece) for line, piece in pieces if line.kind is kind)
        if path:
            yield element("path", {"class": f"dl-map__line dl-map__line--{kind}", "d": path})


def line_labels(pieces: Pieces, paper: Paper, size: float) -> Iterator[str]:
    """Yield the names of countries along their borders, and of rivers, each once, where there is room."""
    yield from country_labels(pieces, paper, size)
    rivers: dict[str, list[Spot]] = {}
    for line, piece in pieces:
        if line.kind is LineKind.RIVER and line.name:
            name = on_one_line(line.name)
            rivers[name] = max(rivers.get(name, []), piece, key=length_of)
    for name, piece in rivers.items():
        box = paper.place(_beside(piece, width_of(name, size), size + 3))
        if box is not None:
            yield text(
                name, (box.left + box.right) / 2, box.bottom - 4, text_anchor="middle", class_="dl-map__river-name"
            )


def graticule(frame: Frame, paper: Paper, language: Language = ENGLISH, *, has_labels: bool) -> Iterator[str]:
    """Yield meridians and parallels; with their degrees where the map has no other lines."""
    if frame.pole:
        yield from _rings_and_rays(frame, paper, language, has_labels=has_labels)
        return
    step = next((one for one in _GRATICULE if (frame.north - frame.south) / one <= 4), _GRATICULE[-1])  # noqa: PLR2004
    meridians = [(lon, (lon - frame.west) * frame.x_scale) for lon in _multiples(frame.west, frame.east, step)]
    south, north = max(frame.south, -90.0), min(frame.north, 90.0)
    parallels = [(lat, (frame.north - lat) * frame.y_scale) for lat in _multiples(south, north, step)]
    path = "".join(f"M{x:.1f} 0V{frame.height:g}" for _, x in meridians)
    path += "".join(f"M0 {y:.1f}H{frame.width:g}" for _, y in parallels)
    if path:
        yield element("path", {"class": "dl-map__graticule", "d": path})
    if has_labels:
        for lon, x in meridians:
            yield from _degrees((lon + 180) % _TURN - 180, _SIDES, (x + 3, frame.height - 4), paper, language)
        for lat, y in parallels:
            yield from _degrees(lat, _HALVES, (4, y - 3), paper, language)


def _rings_and_rays(frame: Frame, paper: Paper, language: Language, *, has_labels: bool) -> Iterator[str]:
    """Yield the parallels around a pole, and the meridians that meet there."""
    reach = math.hypot(max(-frame.west, frame.east), max(-frame.south, frame.north))
    step = next((one for one in _GRATICULE if reach / one <= 4), _GRATICULE[-1])  # noqa: PLR2004
    hemisphere = math.copysign(1, frame.pole)
    latitudes = [frame.pole - hemisphere * away for away in _multiples(step, reach, step)]
    rings = [[frame.spot(lon, lat) for lon in range(0, 361, 5)] for lat in latitudes]
    rays = [[frame.spot(lon, lat) for lat in (frame.pole, frame.pole - hemisphere * reach)] for lon in _RAYS]
    path = "".join(_path(piece) for line in (*rings, *rays) for piece in clipped(line, frame.box))
    if path:
        yield element("path", {"class": "dl-map__graticule", "d": path})
    for lat in latitudes if has_labels else ():
        spots = (frame.spot(lon, lat) for lon in (frame.upright, *_RAYS))
        marks = (list(_degrees(lat, _HALVES, (x + 3, y - 3), paper, language)) for x, y in spots)
        yield from next(filter(None, marks), [])
    for lon, ray in zip(_RAYS, rays, strict=True) if has_labels else ():
        for piece in clipped(ray, frame.box.grown(-24)):
            yield from _degrees(
                (lon + 180) % _TURN - 180, _SIDES, (piece[-1][0] + 3, piece[-1][1] - 3), paper, language
            )


def scale_bar(frame: Frame, paper: Paper, language: Language = ENGLISH) -> Iterator[str]:
    """Yield a bar of a round number of kilometres, true in the middle of the map."""
    longest = frame.kilometres / 4
    length = next(
        step * 10.0**power for power in range(5, -4, -1) for step in (5, 2, 1) if step * 10.0**power <= longest
    )
    width = length / KM_A_DEGREE * frame.y_scale
    words = language.gettext("%(length)s km", length=f"{length:g}" if length >= 1 else language.number(length))
    left, bottom = 10.0, frame.height - 10
    paper.take(Box(0, bottom - 20, max(left + width, left + width_of(words, _TICK)) + 6, frame.height))
    yield element("path", {"class": "dl-map__scale", "d": f"M{left:g} {bottom - 5:g}v5H{left + width:.1f}v-5"})
    yield text(words, left + 3, bottom - 4, class_="dl-map__tick")


def _thinned(piece: Sequence[Spot]) -> list[Spot]:
    """Return a line without points next to the one before: one look at each, before the slower second look."""
    x, y = piece[0]
    kept = [piece[0]]
    for spot in piece[1:-1]:
        if abs(spot[0] - x) + abs(spot[1] - y) >= _APART:
            kept.append(spot)
            x, y = spot
    return [*kept, piece[-1]]


def _path(piece: Sequence[Spot]) -> str:
    """Return a line as steps in tenths of a unit, which is shorter than points."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in piece]
    steps = [(after[0] - before[0], after[1] - before[1]) for before, after in pairwise(tenths)]
    start = f"M{tenths[0][0] / 10:g} {tenths[0][1] / 10:g}"
    return start + "".join(f"l{dx / 10:g} {dy / 10:g}" for dx, dy in steps if dx or dy)


def country_labels(pieces: Pieces, paper: Paper, size: float) -> Iterator[str]:
    """Yield the names of countries along their borders, each once, where there is room."""
    borders = [(line, piece) for line, piece in pieces if line.kind in BORDERS and (line.left or line.right)]
    done: set[str] = set()
    for line, piece in sorted(borders, key=lambda pair: -length_of(pair[1])):
        if length_of(piece) < _SHORTEST_NAMED:
            return
        # On paper y grows downwards, so that the left of a direction (dx, dy) is (dy, -dx).
        for name, side in ((on_one_line(line.left), 1.0), (on_one_line(line.right), -1.0)):
            if not name or name in done:
                continue
            boxes = _on_a_side(piece, side, width_of(name, size), size + 3)
            box = paper.place(boxes)
            if box is not None:
                done.add(name)
                x = (box.left + box.right) / 2
                yield text(name, x, box.bottom - 4, text_anchor="middle", class_="dl-map__country", font_size=size)


def _on_a_side(piece: Sequence[Spot], side: float, width: float, height: float) -> Iterator[Box]:
    for away in (16.0, 32.0, 8.0):
        for share in _SHARES:
            (x, y), (dx, dy) = along(piece, share)
            # The box's own reach in that direction comes on top.
            out = away + abs(dy) * width / 2 + abs(dx) * height / 2
            yield _centred(x + side * dy * out, y - side * dx * out, width, height)


def _beside(piece: Sequence[Spot], width: float, height: float) -> Iterator[Box]:
    for away in (4.0, 10.0, 18.0):
        for share in _SHARES:
            (x, y), (dx, dy) = along(piece, share)
            out = away + abs(dy) * width / 2 + abs(dx) * height / 2
            yield _centred(x + dy * out, y - dx * out, width, height)
            yield _centred(x - dy * out, y + dx * out, width, height)


def _centred(x: float, y: float, width: float, height: float) -> Box:
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def _multiples(low: float, high: float, step: float) -> Iterable[float]:
    first = int(-(-low // step))
    last = int(high // step)
    return [number * step for number in range(first, last + 1)]


def _degrees(value: float, sides: tuple[str, str], spot: Spot, paper: Paper, language: Language) -> Iterator[str]:
    number = language.number(round(abs(value), 2))
    message = _NO_SIDE if abs(value) in {0, _TURN / 2} else sides[value < 0]
    words = language.gettext(message, degrees=number)
    box = Box(spot[0], spot[1] - 12, spot[0] + width_of(words, _TICK), spot[1] + 1)
    if paper.is_free(box):
        paper.take(box)
        yield text(words, spot[0], spot[1], class_="dl-map__tick")

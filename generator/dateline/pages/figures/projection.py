"""The part of the Earth that a map shows, and where its points come to lie.

Equirectangular with the scale true along the middle parallel of the frame: good at the size
of a country and below, simple at any.  Longitudes are unrolled across the 180th meridian.

Around a pole, where meridians meet, it is azimuthal and equidistant: every way from the pole has its true length and
direction.  Such a frame has `pole`, and its degrees are degrees of latitude to the right of the pole and above it.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.ground.geodata import Line, LineStretch, Point
from dateline.pages.figures.geometry import Box, Spot, clipped, joined

KM_A_DEGREE: Final = 111.2
"""Kilometres in a degree of latitude, on a sphere of 6371 km."""
_LEAST_COSINE: Final = 0.05
"""Beyond 87° of latitude the scale stays as it is there: at a pole every longitude is one point."""
_TURN: Final = 360.0
_POLE: Final = 90.0
_POLAR: Final = 75.0
"""What lies wholly beyond this latitude, and partly beyond the next, is drawn around the pole."""
_AT_A_POLE: Final = 85.0


@dataclass(frozen=True, slots=True)
class Frame:
    """A box on the Earth on paper of `width` and `height` user units."""

    west: float
    north: float
    x_scale: float
    """User units in a degree of longitude."""
    y_scale: float
    """User units in a degree of latitude."""
    width: float
    height: float
    pole: float = 0.0
    """The latitude of the pole that it is drawn around; 0 where it is drawn around none."""
    upright: float = 0.0
    """Around a pole, the longitude whose meridian stands upright."""

    @property
    def east(self) -> float:
        """The longitude at the right edge; beyond 180 where the frame crosses that meridian."""
        return self.west + self.width / self.x_scale

    @property
    def south(self) -> float:
        """The latitude at the bottom."""
        return self.north - self.height / self.y_scale

    @property
    def box(self) -> Box:
        """The paper."""
        return Box(0, 0, self.width, self.height)

    @property
    def kilometres(self) -> float:
        """How many kilometres the frame is wide, in its middle."""
        return self.width / self.y_scale * KM_A_DEGREE

    def spot(self, lon: float, lat: float) -> Spot:
        """Return where a point lies, the copy nearest to the frame's middle."""
        if self.pole:
            return self._spot(*_around(self.pole, self.upright, lon, lat))
        middle = self.west + self.width / self.x_scale / 2
        return self._spot(lon + _TURN * round((middle - lon) / _TURN), lat)

    def pieces(self, line: Line) -> list[list[Spot]]:
        """Return what is seen of a line."""
        return joined(self._pieces_around_a_pole(line) if self.pole else self._pieces(line))

    def _pieces_around_a_pole(self, line: Line) -> Iterator[list[Spot]]:
        reach = math.hypot(max(-self.west, self.east), max(-self.south, self.north))
        for stretch in line.stretches:
            nearest = stretch.north if self.pole > 0 else -stretch.south
            if nearest >= _POLE - reach:
                yield from clipped([self.spot(lon, lat) for lon, lat in stretch.points], self.box)

    def _pieces(self, line: Line) -> Iterator[list[Spot]]:
        for turn in (-_TURN, 0.0, _TURN):
            for stretch in line.stretches:
                if (
                    stretch.east + turn >= self.west
                    and stretch.west + turn <= self.east
                    and stretch.north >= self.south
                    and stretch.south <= self.north
                ):
                    line_here = self._projected(stretch.points, turn)
                    yield from [line_here] if self._holds(stretch, turn) else clipped(line_here, self.box)

    def _holds(self, stretch: LineStretch, turn: float) -> bool:
        """Return whether a stretch lies wholly in the frame, so that nothing of it has to be cut off."""
        return (
            stretch.west + turn >= self.west
            and stretch.east + turn <= self.east
            and stretch.south >= self.south
            and stretch.north <= self.north
        )

    def _projected(self, points: Sequence[Point], turn: float) -> list[Spot]:
        west, north, x_scale, y_scale = self.west - turn, self.north, self.x_scale, self.y_scale
        return [((lon - west) * x_scale, (north - lat) * y_scale) for lon, lat in points]

    def _spot(self, lon: float, lat: float) -> Spot:
        return (lon - self.west) * self.x_scale, (self.north - lat) * self.y_scale


def frame_around(points: Sequence[Point], size: tuple[float, float], margin: float, least_km: float) -> Frame:
    """Return the frame in which every point (longitude, latitude) has room.

    `size` is in user units, `margin` the room left on every side, `least_km` the least
    width and height that the rest shows, so that one point has its surroundings.
    """
    width, height = size
    pole, upright = _pole_of(points), points[0][0]
    if pole:
        points = [_around(pole, upright, lon, lat) for lon, lat in points]
        west, east = min(x for x, _ in points), max(x for x, _ in points)
    else:
        west, east = _span([lon for lon, _ in points])
    south, north = min(lat for _, lat in points), max(lat for _, lat in points)
    cosine = 1.0 if pole else max(math.cos(math.radians((south + north) / 2)), _LEAST_COSINE)
    least = least_km / KM_A_DEGREE
    y_scale = min(
        (width - 2 * margin) / max((east - west) * cosine, least), (height - 2 * margin) / max(north - south, least)
    )
    x_scale = y_scale * cosine
    return Frame(
        west=(west + east) / 2 - width / x_scale / 2,
        north=(south + north) / 2 + height / y_scale / 2,
        x_scale=x_scale,
        y_scale=y_scale,
        width=width,
        height=height,
        pole=pole,
        upright=upright,
    )


def _pole_of(points: Sequence[Point]) -> float:
    """Return the latitude of the pole that all points lie around, or 0."""
    for pole in (_POLE, -_POLE):
        heights = [math.copysign(1, pole) * lat for _, lat in points]
        if min(heights) >= _POLAR and max(heights) >= _AT_A_POLE:
            return pole
    return 0.0


def _around(pole: float, upright: float, lon: float, lat: float) -> Point:
    """Return where a point lies around a pole: how many degrees of latitude to the right of it, and above it."""
    away, turned = abs(pole - lat), math.radians(lon - upright)
    return away * math.sin(turned), -math.copysign(away, pole) * math.cos(turned)


def _span(lons: Sequence[float]) -> tuple[float, float]:
    """Return the shortest span of longitudes that holds all; its east may lie beyond 180."""
    ring = sorted({lon % _TURN for lon in lons})
    gaps = [(after - before, after) for before, after in zip(ring, [*ring[1:], ring[0] + _TURN], strict=True)]
    widest, after = max(gaps)
    west = after % _TURN
    west -= _TURN if west > _TURN / 2 else 0
    return west, west + (_TURN - widest if len(ring) > 1 else 0.0)

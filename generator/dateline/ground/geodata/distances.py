"""Distances on the Earth, by great circle."""

import math
from collections.abc import Iterable, Iterator
from typing import Final

from dateline.ground.geodata.geojson import Point

EARTH_KM: Final = 6371.0
"""The radius of a sphere as large as the Earth."""
_FEW: Final = 48
"""Of so few points each is looked at; more lie in cells."""

_Vector = tuple[float, float, float]
Cell = tuple[int, int, int]
"""A cube of space: no meridian and no pole is an edge to it."""


def kilometres(start: Point, end: Point) -> float:
    """Return how far two points (longitude, latitude) lie apart, the short way over poles and the 180th meridian."""
    return _apart(_vector(start), _vector(end))


class Points:
    """Points of the Earth, and what of them lies near; a look costs about the same however many there are."""

    def __init__(self, points: Iterable[Point]) -> None:
        self._vectors = [_vector(point) for point in points]
        self._cells: dict[float, dict[Cell, list[_Vector]]] = {}

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._vectors)

    def count_within(self, point: Point, reach: float, most: int) -> int:
        """Return how many lie within `reach` kilometres of a point, counted up to `most`."""
        here, found = _vector(point), 0
        for other in self._around(here, reach):
            found += _apart(here, other) <= reach
            if found >= most:
                break
        return found

    def _around(self, here: _Vector, reach: float) -> Iterable[_Vector]:
        if len(self._vectors) <= _FEW:
            return self._vectors
        if reach not in self._cells:
            cells: dict[Cell, list[_Vector]] = {}
            for vector in self._vectors:
                cells.setdefault(_cell(vector, reach), []).append(vector)
            self._cells[reach] = cells
        return self._neighbours(here, reach)

    def _neighbours(self, here: _Vector, reach: float) -> Iterator[_Vector]:
        cells = self._cells[reach]
        for cell in _beside(_cell(here, reach)):
            yield from cells.get(cell, ())


def cell_of(point: Point, reach: float) -> Cell:
    """Return the cell of space, `reach` kilometres long, that a point of the Earth lies in."""
    return _cell(_vector(point), reach)


def cells_around(point: Point, reach: float) -> Iterator[Cell]:
    """Yield the cells that hold everything within `reach` kilometres of a point, its own first."""
    return _beside(_cell(_vector(point), reach))


def _vector(point: Point) -> _Vector:
    lon, lat = math.radians(point[0]), math.radians(point[1])
    return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)


def _apart(one: _Vector, other: _Vector) -> float:
    # The straight way through the Earth: exact for points that nearly coincide, as the cosine is not.
    return 2 * EARTH_KM * math.asin(min(math.dist(one, other) / 2, 1.0))


def _cell(vector: _Vector, reach: float) -> Cell:
    side = reach / EARTH_KM
    x, y, z = (math.floor(part / side) for part in vector)
    return x, y, z


def _beside(cell: Cell) -> Iterator[Cell]:
    x, y, z = cell
    yield cell
    steps = (-1, 0, 1)
    yield from ((x + i, y + j, z + k) for i in steps for j in steps for k in steps if i or j or k)

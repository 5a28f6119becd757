"""GeoJSON (RFC 7946) read as lines, cut into short stretches so that a map looks only at what is near.

A file is a FeatureCollection whose `attribution` says where it is from and under which
licence; the map shows it.  A feature is a line, many lines, or a polygon, whose outline is
taken.  Its properties: `kind` (border, disputed-border, coast, river, lake), `name`, and for
a border `left` and `right`, the countries on either side in the line's direction.
"""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Any, Final

_LONGEST_STRETCH: Final = 24
_DEPTH: Final = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}

Point = tuple[float, float]
"""Longitude and latitude in decimal degrees (WGS 84)."""


class BadGeodataError(ValueError):
    """What is wrong with a file of geodata; `line` and `column` where known."""

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


@unique
class LineKind(StrEnum):
    """What a line stands for."""

    BORDER = "border"
    DISPUTED_BORDER = "disputed-border"
    COAST = "coast"
    RIVER = "river"
    LAKE = "lake"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A few points in a row, with the box that they fill; the next stretch begins with this one's last point."""

    points: tuple[Point, ...]
    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the map."""

    kind: LineKind
    name: str
    left: str
    right: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Geodata:
    """The lines of one file, and where they are from."""

    lines: tuple[Line, ...]
    attribution: str


def parse(text: str) -> Geodata:
    """Return the lines of a GeoJSON file; raises BadGeodataError."""
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise BadGeodataError(f"this is no JSON: {error.msg}", error.lineno, error.colno) from error
    except (RecursionError, ValueError) as error:
        raise BadGeodataError("this is no GeoJSON: its parts lie too deep, or a number is too long") from error
    if not isinstance(found, dict) or found.get("type") != "FeatureCollection":
        raise BadGeodataError("this is no GeoJSON FeatureCollection")
    attribution, features = found.get("attribution"), found.get("features")
    if not isinstance(attribution, str) or not attribution.strip():
        raise BadGeodataError("'attribution' is missing: where the lines are from, and under which licence")
    if not isinstance(features, list):
        raise BadGeodataError("'features' is no list")
    lines = (line for index, feature in enumerate(features) for line in _lines(feature, f"features[{index}]"))
    return Geodata(tuple(lines), attribution.strip())


def _lines(feature: Any, where: str) -> Iterator[Line]:
    if not isinstance(feature, dict) or not isinstance(feature.get("geometry"), dict):
        raise BadGeodataError(f"{where} has no geometry")
    said = feature.get("properties")
    words = said if isinstance(said, dict) else {}
    kind = words.get("kind")
    if kind not in set(LineKind):
        raise BadGeodataError(f"{where}: 'kind' is none of {', '.join(LineKind)}")
    geometry = feature["geometry"]
    if geometry.get("type") not in _DEPTH:
        raise BadGeodataError(f"{where} is neither a line nor a polygon")
    for part in _parts(geometry.get("coordinates"), _DEPTH[geometry["type"]], where):
        name, left, right = (_text(words.get(key), where) for key in ("name", "left", "right"))
        yield Line(LineKind(kind), name, left, right, _stretches(_points(part, where)))


def _parts(coordinates: Any, depth: int, where: str) -> Iterator[list[Any]]:
    if not isinstance(coordinates, list):
        raise BadGeodataError(f"{where}: the coordinates are no list")
    if depth == 0:
        yield coordinates
    else:
        for part in coordinates:
            yield from _parts(part, depth - 1, where)


def _text(value: Any, where: str) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadGeodataError(f"{where}: a name is no text")
    return value.strip()


def _points(part: list[Any], where: str) -> list[Point]:
    return [_point(pair, where) for pair in part]


def _point(pair: Any, where: str) -> Point:
    match pair:
        case [int() | float() as lon, int() | float() as lat, *_] if (
            math.isfinite(lon) and math.isfinite(lat) and abs(lon) <= 180 and abs(lat) <= 90  # noqa: PLR2004 - degrees
        ):
            return float(lon), float(lat)
    raise BadGeodataError(f"{where}: a point is not [longitude, latitude] in degrees")


def _stretches(points: list[Point]) -> tuple[Stretch, ...]:
    starts = range(0, max(len(points) - 1, 0), _LONGEST_STRETCH)
    return tuple(_stretch(tuple(points[start : start + _LONGEST_STRETCH + 1])) for start in starts)


def _stretch(points: tuple[Point, ...]) -> Stretch:
    lons, lats = zip(*points, strict=True)
    return Stretch(points, min(lons), min(lats), max(lons), max(lats))

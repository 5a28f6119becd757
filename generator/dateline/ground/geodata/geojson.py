"""GeoJSON (RFC 7946) read as lines, cut into short stretches so that a map looks only at what is near.

A file is a FeatureCollection whose `attribution` says where it is from and under which
licence; the map shows it.  A feature is a line, many lines, or a polygon, whose outline is
taken; what is none of these is refused, since a map would leave it out without a word.  Its
properties: `kind` (border, disputed-border, coast, river, lake), `name`, and for a border
`left` and `right`, the countries on either side in the line's direction.
"""

import json
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum, unique
from itertools import pairwise
from typing import Final, TypeAlias, TypeGuard

from dateline.ground.geodata.positions import Step, places_of, second_key
from dateline.ground.problems import Code

MAX_TOLD: Final = 100
MAX_SHOWN: Final = 40
_LONGEST_STRETCH: Final = 24
_FEWEST: Final = 2
_POLE: Final = 90.0
_HALF_TURN: Final = 180.0
_TURN: Final = 360.0
_NUMBERS: Final = frozenset({int, float})
_TEXTS: Final = ("name", "left", "right")
_DEPTH: Final = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}
_ONE_OF_FORMS: Final = f"one of: {', '.join(_DEPTH)}"

Point = tuple[float, float]
"""Longitude and latitude in decimal degrees (WGS 84)."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing wrong in a file of geodata, at a line and a column, both counted from one."""

    message: str
    hint: str = ""
    code: Code = Code.BAD_GEODATA
    line: int = 1
    column: int = 1


class BadGeodataError(ValueError):
    """The file cannot be drawn; `flaws` say why, each at its place."""

    def __init__(self, *flaws: Flaw) -> None:
        super().__init__(flaws[0].message)
        self.flaws = flaws


TextCheck: TypeAlias = Callable[[str], Flaw | None]
"""Says what is wrong with a text that maps show, if anything is."""


@unique
class LineKind(StrEnum):
    """What a line stands for."""

    BORDER = "border"
    DISPUTED_BORDER = "disputed-border"
    COAST = "coast"
    RIVER = "river"
    LAKE = "lake"


@dataclass(frozen=True, slots=True)
class LineStretch:
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
    stretches: tuple[LineStretch, ...]


@dataclass(frozen=True, slots=True)
class Geodata:
    """The lines of one file, and where they are from."""

    lines: tuple[Line, ...]
    attribution: str


class _RefusedError(ValueError):
    """What is refused, and the steps to it."""

    def __init__(self, steps: tuple[Step, ...], message: str, hint: str = "", code: Code = Code.BAD_GEODATA) -> None:
        super().__init__(message)
        self.steps = steps
        self.flaw = Flaw(message, hint, code)


def parse(text: str, checked: TextCheck = lambda _: None) -> Geodata:
    """Return the lines of a GeoJSON file, every text in it `checked`; raises BadGeodataError."""
    found = _json(text)
    if not isinstance(found, dict) or found.get("type") != "FeatureCollection":
        raise _placed(text, [_RefusedError((), "this is no GeoJSON FeatureCollection")])
    refused: list[_RefusedError] = []
    lines: list[Line] = []
    attribution, features = "", found.get("features")
    try:
        attribution = _attribution(found.get("attribution"), checked)
    except _RefusedError as error:
        refused.append(error)
    if not isinstance(features, list):
        refused.append(_RefusedError(("features",), "'features' is no list"))
    for index, feature in enumerate(features if isinstance(features, list) else ()):
        try:
            lines += _lines(feature, ("features", index), checked)
        except _RefusedError as error:
            refused.append(error)
    if refused:
        raise _placed(text, refused[:MAX_TOLD])
    return Geodata(tuple(lines), attribution)


def _json(text: str) -> object:
    """Return what a JSON text says; refused are keys that stand twice, and what is no number to every reader."""
    repeats: list[str] = []

    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        if len(found) < len(pairs):
            repeats.append("")
        return found

    try:
        found = json.loads(text, object_pairs_hook=once, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise BadGeodataError(
            Flaw(f"this is no JSON: {error.msg}", "", line=error.lineno, column=error.colno)
        ) from error
    except BadGeodataError:
        raise
    except (RecursionError, ValueError) as error:
        message = "this is no GeoJSON: its parts lie too deep, or a number is too long"
        raise BadGeodataError(Flaw(message)) from error
    second = second_key(text) if repeats else None
    if second is not None:
        key, (line, column) = second
        message = f"the key '{key[:MAX_SHOWN]}' stands here a second time"
        raise BadGeodataError(Flaw(message, "merge the two, or remove one", line=line, column=column))
    return found


def _refuse_constant(word: str) -> object:
    raise BadGeodataError(Flaw(f"this is no JSON: {word} is no number", "write a number, or remove the point"))


def _placed(text: str, refused: Sequence[_RefusedError]) -> BadGeodataError:
    places = places_of(text, [error.steps for error in refused])
    return BadGeodataError(
        *(replace(error.flaw, line=line, column=column) for error, (line, column) in zip(refused, places, strict=True))
    )


def _attribution(value: object, checked: TextCheck) -> str:
    steps = ("attribution",)
    if isinstance(value, str) and value.strip():
        return _text(value, steps, checked)
    if value is None or isinstance(value, str):
        raise _RefusedError(steps, "'attribution' is missing: where the lines are from, and under which licence")
    raise _RefusedError(steps, f"'attribution' takes text, not {_said(value)}")


def _lines(feature: object, steps: tuple[Step, ...], checked: TextCheck) -> Iterator[Line]:
    where = f"features[{steps[-1]}]"
    if not isinstance(feature, dict) or not isinstance(geometry := feature.get("geometry"), dict):
        raise _RefusedError((*steps, "geometry"), f"{where} has no geometry", "give it a line, or remove it")
    said = feature.get("properties")
    words = said if isinstance(said, dict) else {}
    kind = words.get("kind")
    if not isinstance(kind, str) or kind not in set(LineKind):
        given = "" if kind is None else f", {_said(kind)},"
        message = f"{where}: 'kind'{given} is none of {', '.join(LineKind)}"
        raise _RefusedError((*steps, "properties", "kind"), message)
    here = (*steps, "geometry", "type")
    form = geometry.get("type")
    if not isinstance(form, str) or form not in _DEPTH:
        raise _RefusedError(here, f"{where} is neither a line nor a polygon, but {_said(form)}", _ONE_OF_FORMS)
    name, left, right = (_text(words.get(key), (*steps, "properties", key), checked) for key in _TEXTS)
    coordinates = (*steps, "geometry", "coordinates")
    for part, there in _parts(geometry.get("coordinates"), _DEPTH[form], coordinates):
        yield Line(LineKind(kind), name, left, right, _stretches(_unrolled(_points(part, there))))


def _parts(coordinates: object, depth: int, steps: tuple[Step, ...]) -> Iterator[tuple[list[object], tuple[Step, ...]]]:
    if not isinstance(coordinates, list):
        raise _RefusedError(steps, f"coordinates are a list, not {_said(coordinates)}")
    if depth == 0:
        yield coordinates, steps
        return
    if not coordinates:
        raise _RefusedError(steps, "there are no points here", "give the line its points, or remove it")
    for index, part in enumerate(coordinates):
        yield from _parts(part, depth - 1, (*steps, index))


def _text(value: object, steps: tuple[Step, ...], checked: TextCheck) -> str:
    if value is None or value == "":
        return ""
    if not isinstance(value, str):
        raise _RefusedError(steps, f"'{steps[-1]}' takes text, not {_said(value)}")
    flaw = checked(value) if value.strip() else None
    if flaw is not None:
        raise _RefusedError(steps, f"'{steps[-1]}': {flaw.message}", flaw.hint, flaw.code)
    return value.strip()


def _said(value: object) -> str:
    """Return what a value is, in a few words."""
    match value:
        case None:
            return "nothing"
        case str():
            return f"'{value[:MAX_SHOWN]}'"
        case bool():
            return "true" if value else "false"
        case list():
            return "a list"
        case dict():
            return "keys with values"
    return "a number"


def _points(part: list[object], steps: tuple[Step, ...]) -> list[Point]:
    points = [_point(pair, steps, index) for index, pair in enumerate(part)]
    if len(points) < _FEWEST:
        message = "a line needs two points" if points else "there are no points here"
        raise _RefusedError(steps, message, "give the line its points, or remove it")
    return points


def _point(pair: object, steps: tuple[Step, ...], index: int) -> Point:
    match pair:
        case [lon, lat, *others] if (
            _is_degrees(lon, _HALF_TURN)
            and _is_degrees(lat, _POLE)
            and all(type(other) in _NUMBERS for other in others)
        ):
            return float(lon), float(lat)
    message = "a point is not [longitude, latitude] in degrees: -180 to 180, -90 to 90"
    raise _RefusedError((*steps, index), message)


def _is_degrees(value: object, most: float) -> TypeGuard[int | float]:
    """Return whether a value is a number within bounds; Python takes true for a number, and compares long ones."""
    return isinstance(value, int | float) and type(value) in _NUMBERS and -most <= value <= most


def _unrolled(points: list[Point]) -> list[Point]:
    """Return a line that goes the short way across the 180th meridian, where it jumps from one edge to the other."""
    if all(abs(after[0] - before[0]) <= _HALF_TURN for before, after in pairwise(points)):
        return points
    turn = 0.0
    found = [points[0]]
    for before, after in pairwise(points):
        step = after[0] - before[0]
        # A step of a whole turn is an edge of the map of the world, drawn as such.
        turn -= math.copysign(_TURN, step) if _HALF_TURN < abs(step) < _TURN else 0.0
        found.append((after[0] + turn, after[1]))
    return found


def _stretches(points: list[Point]) -> tuple[LineStretch, ...]:
    starts = range(0, max(len(points) - 1, 0), _LONGEST_STRETCH)
    return tuple(_stretch(tuple(points[start : start + _LONGEST_STRETCH + 1])) for start in starts)


def _stretch(points: tuple[Point, ...]) -> LineStretch:
    lons, lats = zip(*points, strict=True)
    return LineStretch(points, min(lons), min(lats), max(lons), max(lats))

"""Rules of coordinates that are possible, and yet hardly meant.

What a place lies in may be a village or the largest of states, and a state may own an island at the other end of the
world.  So distance alone is told only where the greater place is known as a point or an area, or where all others in
it lie near one another; elsewhere, only where another reading of the two numbers (exchanged, a sign lost, two digits
exchanged) would bring the place to what it lies beside, and those that it lies beside are themselves together.
A country that the equator or the meridian of Greenwich divides has places that mirror each other, so the distances from
which on another reading is believed are greater than theirs.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from itertools import combinations
from typing import Final

from dateline.ground.geodata import Point, Points, kilometres
from dateline.ground.problems import Code, Problem
from dateline.records.rules.context import Context
from dateline.records.rules.degrees_misread import EXCHANGED, Misreading, readings
from dateline.records.types import Place

_HIGHEST: Final = 90.0
_METRES: Final = 1000.0
"""Beyond that it is no angle that somebody mistook."""
_NOWHERE: Final = 0.001
"""So near to 0° N, 0° E, in degrees, lies nothing but the sea."""
_LEVELS: Final = 8
"""How many places one in another are looked at."""
_REACH: Final = {"exact": 200.0, "locality": 200.0, "area": 2000.0}
"""How far from its coordinates, in kilometres, a place known so exactly may reach."""
_SEVERAL: Final = 3
_TIGHT: Final = 200.0
"""Places so near one another, in kilometres, are those of a district or a small state."""
_LOST: Final = 500.0
"""How far from all of them one must be that is not believed to be another of them."""
_COMPARED: Final = 60


class _Surroundings:
    """The places of a chronology that have coordinates, and which of them lie together."""

    def __init__(self, context: Context) -> None:
        self.places = context.chronology.places
        self._points: dict[str | None, Points] = {}

    @cached_property
    def located(self) -> dict[str, Point]:
        """Where places lie; those that lie nowhere are left out."""
        return {
            place.id: (place.lon, place.lat)
            for place in self.places.values()
            if place.globe == "earth"
            if place.lat is not None and place.lon is not None and not _is_nowhere(place.lat, place.lon)
            if abs(place.lat) <= _HIGHEST and abs(place.lon) <= 2 * _HIGHEST
        }

    @cached_property
    def above(self) -> dict[str, list[str]]:
        """What each place lies in, the nearest first."""
        return {id_: list(self._above(id_)) for id_ in self.located}

    @cached_property
    def inside(self) -> dict[str, list[str]]:
        """What lies in each place, itself included."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for id_ in self.located:
            for whole in (id_, *self.above[id_]):
                found[whole].append(id_)
        return dict(found)

    @cached_property
    def anchored(self) -> dict[str, list[str]]:
        """The places that have each located place as the nearest that they lie in."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for id_ in self.located:
            anchor = self.anchor(id_)
            if anchor is not None:
                found[anchor].append(id_)
        return dict(found)

    @cached_property
    def misplaced(self) -> frozenset[str]:
        """The places that several others lie in, all of them beyond its reach, and beside one another."""
        return frozenset(whole for whole, parts in self.anchored.items() if self._is_apart(whole, parts))

    def _is_apart(self, whole: str, parts: list[str]) -> bool:
        reach = self.reach(whole)
        if len(parts) < 2 or reach is None:  # noqa: PLR2004 - several
            return False
        return all(self.apart(whole, part) > reach and self.apart(parts[0], part) <= reach for part in parts)

    def points(self, whole: str | None) -> Points:
        """Return the points of what lies in a place; of all places under None."""
        if whole not in self._points:
            ids = self.located if whole is None else self.inside[whole]
            self._points[whole] = Points(self.located[id_] for id_ in ids)
        return self._points[whole]

    def _above(self, id_: str) -> Iterator[str]:
        seen, level = {id_}, [id_]
        for _ in range(_LEVELS):
            places = (self.places.get(inner) for inner in level)
            level = [whole for place in places if place is not None for whole in place.wholes if whole not in seen]
            level = list(dict.fromkeys(level))
            seen.update(level)
            yield from level

    def anchor(self, id_: str) -> str | None:
        """Return the nearest place with coordinates that a place lies in."""
        return next((whole for whole in self.above[id_] if whole in self.located), None)

    def reach(self, id_: str) -> float | None:
        """Return how far a place may reach from its coordinates, or None where that cannot be told."""
        return _REACH.get(self.places[id_].precision)

    def apart(self, one: str, other: str) -> float:
        """Return how far two places lie apart, in kilometres."""
        return kilometres(self.located[one], self.located[other])


def coordinates_are_on_earth(context: Context) -> Iterator[Problem]:
    """Latitude and longitude come together, lie within their ranges, and say who gave them."""
    for place in context.chronology.places.values():
        yield from _off_the_map(context, place)


def _off_the_map(context: Context, place: Place) -> Iterator[Problem]:
    if (place.lat is None) != (place.lon is None):
        given = "lat" if place.lon is None else "lon"
        yield context.problem(place, (given,), Code.BAD_COORDINATES, f"'{given}' stands alone", "give both, or none")
    if place.lat is not None and place.lon is not None and place.located_by is None:
        message = "nothing says who gave the coordinates"
        hint = "add located_by: the gazetteer or the map"
        yield context.problem(place, ("lat",), Code.BAD_COORDINATES, message, hint, of_key=True)
    for key, value, limit in (("lat", place.lat, _HIGHEST), ("lon", place.lon, 2 * _HIGHEST)):
        if value is not None and not -limit <= value <= limit:
            message = f"{key} {value:.15g} is outside -{limit:g} to {limit:g}"
            yield context.problem(place, (key,), Code.BAD_COORDINATES, message, _instead(context, place, key, value))
            if abs(value) > _METRES:
                return  # both are of a grid


def _instead(context: Context, place: Place, key: str, value: float) -> str:
    """Return what to write for a latitude or a longitude that cannot be."""
    if abs(value) > _METRES:
        return "that may be metres of a grid, such as UTM: convert it to decimal degrees"
    hint = _exchanged(context, place) or (_once_around(value) if key == "lon" else "")
    return hint or "write decimal degrees; lat is north-south, lon is east-west"


def _once_around(lon: float) -> str:
    """Return what to write for a longitude that is counted on past 180 degrees; nothing for one that is no such."""
    if abs(lon) > 4 * _HIGHEST:
        return ""
    within = lon - 4 * _HIGHEST if lon > 0 else lon + 4 * _HIGHEST
    written = f"{within:.7f}".rstrip("0").rstrip(".")
    return f"if it is counted once around the globe, write {written}; lat is north-south, lon is east-west"


def _exchanged(context: Context, place: Place) -> str | None:
    """Return what to write where a latitude and a longitude stand in each other's place, and nothing else is wrong."""
    if place.lat is None or place.lon is None or abs(place.lat) > 2 * _HIGHEST or abs(place.lon) > _HIGHEST:
        return None
    meant = replace(place, lat=place.lon, lon=place.lat)
    places = {**context.chronology.places, place.id: meant}
    other = Context(replace(context.chronology, places=places), context.corpus)
    if {*_doubts(other)} - {*_doubts(context)}:
        return None
    return f"were lat and lon exchanged? write lat: {place.lon:.10g} and lon: {place.lat:.10g}"


def _doubts(context: Context) -> Iterator[Problem]:
    yield from coordinates_are_meant(context)
    yield from exact_places_lie_apart(context)


def coordinates_are_meant(context: Context) -> Iterator[Problem]:
    """Coordinates do not stand for "not known", are as exact as is said, and lie near what the place lies in."""
    around = context.once(_Surroundings)
    for place in context.chronology.places.values():
        if place.lat is None or place.lon is None or place.globe != "earth":
            continue
        if _is_nowhere(place.lat, place.lon):
            message = "the coordinates are 0, 0: a point in the sea off Africa, which often stands for 'not known'"
            hint = "remove lat and lon if they are not known"
            yield context.problem(place, ("lat",), Code.DOUBTFUL_COORDINATES, message, hint)
        elif place.id in around.located:
            yield from _too_coarse(context, place, place.lat, place.lon)
            yield from _far_off(context, around, place)


def exact_places_lie_apart(context: Context) -> Iterator[Problem]:
    """No two places with exact coordinates stand at the same point, unless one lies in the other."""
    around = context.once(_Surroundings)
    first: dict[Point, str] = {}
    for id_, point in around.located.items():
        place = around.places[id_]
        other = first.setdefault(point, id_) if place.precision == "exact" else id_
        if other not in {id_, *around.above[id_]} and id_ not in around.above[other]:
            message = f"the coordinates are exactly those of '{other}'"
            hint = "correct one of the two, or say with precision what the coordinates stand for"
            yield context.problem(place, ("lat",), Code.DOUBTFUL_COORDINATES, message, hint)


def _is_nowhere(lat: float, lon: float) -> bool:
    return abs(lat) < _NOWHERE and abs(lon) < _NOWHERE


def _too_coarse(context: Context, place: Place, lat: float, lon: float) -> Iterator[Problem]:
    if place.precision == "exact" and lat == int(lat) and lon == int(lon) and abs(lat) < _HIGHEST:
        message = "the coordinates are whole degrees, which may be 80 km off, and precision says exact"
        hint = "give the decimals, or say precision: area or region"
        yield context.problem(place, ("lat",), Code.DOUBTFUL_COORDINATES, message, hint)


def _far_off(context: Context, around: _Surroundings, place: Place) -> Iterator[Problem]:
    told = (
        _beyond_its_parts(around, place.id)
        or _beyond_its_whole(around, place.id)
        or _beside_others(around, place)
        or _away_from_siblings(around, place.id)
    )
    if told is not None:
        yield context.problem(place, ("lat",), Code.DOUBTFUL_COORDINATES, *told)


_Told = tuple[str, str] | None
"""A message and what to do, if there is anything to tell."""
_CORRECT: Final = "correct lat and lon, or within"


def _beyond_its_parts(around: _Surroundings, id_: str) -> _Told:
    """Say that a place lies far from all that lies in it: then it is likely to be wrong itself, and not they."""
    if id_ not in around.misplaced:
        return None
    parts = around.anchored[id_]
    nearest = min(around.apart(id_, part) for part in parts)
    message = f"the {len(parts)} places that lie in it are {nearest:,.0f} km away and more"
    meant = _meant(around, id_, Points(around.located[part] for part in parts), around.reach(id_) or 0.0)
    return message, meant.hint if meant is not None else _CORRECT


def _beyond_its_whole(around: _Surroundings, id_: str) -> _Told:
    """Say that a place lies farther from the one that it lies in than that one reaches."""
    whole = around.anchor(id_)
    reach = around.reach(whole) if whole is not None else None
    if whole is None or reach is None or whole in around.misplaced:
        return None
    apart = around.apart(whole, id_)
    if apart <= reach:
        return None
    message = f"the place lies in '{whole}', and its coordinates are {apart:,.0f} km from it"
    meant = _meant(around, id_, Points([around.located[whole]]), reach)
    stands_for = f"; if those of '{whole}' stand for something large, say so there: precision: region"
    return message, meant.hint if meant is not None else f"{_CORRECT}{stands_for}"


def _meant(around: _Surroundings, id_: str, near: Points, reach: float) -> Misreading | None:
    """Return the first other reading of a place's coordinates that lies near some points."""
    lon, lat = around.located[id_]
    return next((one for one in readings(lat, lon) if near.count_within(one.point, reach, 1)), None)


def _beside_others(around: _Surroundings, place: Place) -> _Told:
    """Say that another reading would bring a place to those that it lies beside."""
    whole = next((one for one in around.above[place.id] if len(around.inside[one]) > 1), None)
    others, point = around.points(whole), around.located[place.id]
    is_several = whole is not None and len(others) > _SEVERAL
    if others.count_within(point, EXCHANGED[not is_several][0], 2) > 1:  # so that most are done with one look
        return None
    for one in readings(point[1], point[0]):
        if whole is None and one.bounds is not EXCHANGED:  # much on Earth is mirrored
            continue
        wanted = 1 if whole is not None else 2
        for far, near in one.bounds[not is_several :]:
            if _is_better(others, point, one, (far, near), wanted):
                where = "" if whole is None else f" in '{whole}'"
                return f"no other place{where} lies within {far:,.0f} km of its coordinates", one.hint
    return None


def _away_from_siblings(around: _Surroundings, id_: str) -> _Told:
    """Say that a place lies far from those beside it, which lie near one another."""
    whole = next((one for one in around.above[id_] if len(around.inside[one]) > _SEVERAL), None)
    if whole is None or _has_a_sibling_near(around, id_, whole):
        return None
    others = [one for one in around.inside[whole] if one not in {id_, whole}]
    if len(others) < _SEVERAL:
        return None
    widest = max(around.apart(one, other) for one, other in combinations(others[:_COMPARED], 2))
    if widest > _TIGHT:
        return None
    nearest = min(around.apart(id_, one) for one in others)
    together = f"the other {len(others)} places in '{whole}' lie within {widest:,.0f} km of one another"
    return f"{together}, and this one {nearest:,.0f} km away", _CORRECT


def _has_a_sibling_near(around: _Surroundings, id_: str, whole: str) -> bool:
    """Return whether another of the places in a whole is not lost to this one: most are done with one look."""
    others = 1 + (whole in around.located and around.apart(id_, whole) <= _LOST)  # itself, and the whole
    return around.points(whole).count_within(around.located[id_], _LOST, others + 1) > others


def _is_better(others: Points, point: Point, meant: Misreading, bounds: tuple[float, float], wanted: int) -> bool:
    """Return whether a place, itself one of `others`, lies far from all others, and as `meant` near those wanted."""
    (far, near), half = bounds, max(wanted, len(others) // 2)
    return (
        kilometres(point, meant.point) > far - near  # else it would be counted as one of those near
        and others.count_within(meant.point, near, wanted) == wanted
        and others.count_within(point, far, 2) == 1
        and others.count_within(meant.point, meant.together, half) == half
    )

"""Maps: where it happened, as exactly as gazetteers tell, and what has no known coordinates."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from dateline.ground.collation import by_name
from dateline.ground.geodata import Cell, Geodata, Line, cell_of, cells_around, kilometres
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.map_days import MapStep, map_steps, steps_of_place
from dateline.pages.shared.map_focus import near_and_far
from dateline.pages.shared.told_facts import called_then
from dateline.pages.shared.views import Link
from dateline.pages.wording import words
from dateline.records.types import Event, Place

_MOST_MARKED: Final = 150
"""More marks than this would hide each other; those with the most events are kept."""
_MOST_NEIGHBOURS: Final = 12
_NEAR: Final = (0.2, 31.0)
"""How far a neighbour may lie: to the north or south in degrees, and in kilometres by great circle, so that it lies
on the map of a place (figures/map.py)."""
_REACHED: Final = 3
"""A place without neighbours is one dot in an empty frame: its map then reaches as far as so many, the nearest."""
_AS_FAR: Final = 1.5
"""The last of them gives way to the place of the most events, by which readers know where they are, within so many
times its distance."""
_FARTHER: Final = 300.0
"""How far those may lie, in kilometres."""


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A place with coordinates; `events` is how many of those shown happened there."""

    place: Link
    address: str
    """Where the mark leads: the event, if there is one, or the place."""
    lat: float
    lon: float
    precision: str
    precision_label: str
    coordinates: str
    located_by: str
    events: int
    count: str
    """The number of events in words, or nothing where it is not told."""
    is_neighbour: bool = False
    """Drawn only for orientation."""
    steps: tuple[int, ...] = ()
    """The steps of the map in which something happened there."""


@dataclass(frozen=True, slots=True)
class MapView:
    """A map: its points, those that matter most first, and the places that cannot be shown."""

    title: str
    points: tuple[MapPoint, ...]
    unlocated: tuple[Link, ...]
    left_out: int
    """How many places with coordinates are not shown, for want of room."""
    geodata: tuple[Geodata, ...]
    is_large: bool = False
    far: tuple[MapPoint, ...] = ()
    """Places so far away that the map does not fit them: they are named beside it, and on an inset of the whole."""
    off_earth: tuple[Link, ...] = ()
    """The places that lie on the moon, or on another body: no map of the earth shows them."""
    steps: tuple[MapStep, ...] = ()
    """The days by which it can be looked at; none where it cannot."""
    has_reach: bool = False
    """Whether it fits its neighbours too, since none of them lies in the surroundings that it would show."""

    @property
    def near(self) -> tuple[MapPoint, ...]:
        """What the map fits."""
        far = set(map(id, self.far))
        return tuple(point for point in self.points if id(point) not in far)

    @property
    def lines(self) -> tuple[Line, ...]:
        """What the map is drawn on."""
        return tuple(line for geodata in self.geodata for line in geodata.lines)

    @property
    def credits(self) -> tuple[str, ...]:
        """Where the lines are from, as their files say."""
        return tuple(lines.attribution for lines in self.geodata)


def map_of_events(edition: Edition, title: str, events: Iterable[Event]) -> MapView | None:
    """Return the map of the places of these events, or None where none has coordinates."""
    found: defaultdict[str, dict[str, Event]] = defaultdict(dict)
    for event in events:
        for role in event.places:
            found[role.place][event.id] = event
    there = {place: list(here.values()) for place, here in found.items()}
    view = _map(edition, title, there)
    return _called_as_then(edition, view, there) if view is not None else None


def _called_as_then(edition: Edition, view: MapView, found: Mapping[str, list[Event]]) -> MapView:
    """Return a map with each place called as it was at the time of all its events, where that was one name."""
    names: dict[str, str] = {}
    for id_, events in found.items():
        place = edition.chronology.places[id_]
        then = {called_then(edition, place, event.date) for event in events}
        if len(then) == 1 and place.name not in then:
            names[edition.place(id_).address] = then.pop()
    points = {id(one): _renamed(one, names) for one in view.points}
    return replace(
        view,
        points=tuple(points.values()),
        far=tuple(points[id(one)] for one in view.far),
        unlocated=tuple(replace(link, text=names.get(link.address, link.text)) for link in view.unlocated),
    )


def _renamed(point: MapPoint, names: Mapping[str, str]) -> MapPoint:
    name = names.get(point.place.address)
    return point if name is None else replace(point, place=replace(point.place, text=name))


def map_of_all(edition: Edition) -> MapView | None:
    """Return the map of every place with coordinates at which something happened."""
    found = {place: list(events) for place, events in edition.chronology.events_by_place.items()}
    return _map(
        edition,
        edition.language.gettext("Where it happened: %(when)s", when=edition.chronology.masthead.title),
        found,
        is_large=True,
    )


class PlaceMaps:
    """Maps of single places, each with its neighbours, or of what lies in a place that has no coordinates."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.parts = edition.derived(_parts)
        self.cells = edition.derived(_cells)

    def of(self, place: Place) -> MapView | None:
        """Return the map of a place."""
        events = self.edition.chronology.events_by_place
        if place.spot is None:
            inside = {part: list(events.get(part, ())) for part in self._inside(place.id)}
            return _map(
                self.edition,
                self.edition.language.gettext("Where places in %(place)s lie", place=self.edition.place_name(place.id)),
                inside,
                tell_unlocated=False,
            )
        found = self._near(place)
        farther = [] if found else self._farther(place)
        near = [_point(self.edition, other, events.get(other.id, ()), is_neighbour=True) for other in farther or found]
        own = _point(self.edition, place, events.get(place.id, ()))
        return MapView(
            self.edition.language.gettext("Where %(place)s lies", place=self.edition.place_name(place.id)),
            (own, *near),
            (),
            0,
            self.edition.chronology.geodata,
            has_reach=bool(farther),
        )

    def _farther(self, place: Place) -> list[Place]:
        """Return the few places nearest to a place that has none around it, and the one most told of not far off."""
        here = place.spot or (0.0, 0.0)
        cells = self.edition.derived(_large_cells)
        around = (other for cell in cells_around(here, _FARTHER) for other in cells.get(cell, ()))
        away = [
            (kilometres(here, other.spot), other.id, other) for other in around if other.spot and other.id != place.id
        ]
        found = [one for one in sorted(away, key=lambda one: one[:2]) if one[0] <= _FARTHER]
        nearest = [other for _, _, other in found[:_REACHED]]
        told = self.edition.chronology.events_by_place
        within = [other for far, _, other in found if far <= _AS_FAR * found[: len(nearest)][-1][0]]
        chief = max(within, key=lambda other: len(told.get(other.id, ())), default=None)
        return nearest if chief is None or chief in nearest else [*nearest[:-1], chief]

    def _near(self, place: Place) -> list[Place]:
        """Return the places of the cells around, those with the most events first."""
        around = cells_around(place.spot or (0.0, 0.0), _NEAR[1])
        found = [other for cell in around for other in self.cells.get(cell, ()) if _is_near(place, other)]
        events = self.edition.chronology.events_by_place
        in_order = sorted(found, key=lambda other: (-len(events.get(other.id, ())), other.id))
        return in_order[: 2 * _MOST_NEIGHBOURS]

    def _inside(self, place_id: str) -> Iterator[str]:
        """Yield what lies in a place, the nearest parts first; what lies in itself is told as a problem elsewhere."""
        seen = {place_id}
        level = [place_id]
        while level and len(seen) <= _MOST_MARKED:
            level = [part for whole in level for part in self.parts.get(whole, ()) if part not in seen]
            seen.update(level)
            yield from level


@derivation
def _parts(edition: Edition) -> dict[str, list[str]]:
    """Return what lies in each place."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for place in edition.chronology.places.values():
        for whole in place.wholes:
            found[whole].append(place.id)
    return dict(found)


@derivation
def _cells(edition: Edition) -> dict[Cell, list[Place]]:
    """Return the places of each cell of space, so that none looks at all others, those with the most events first."""
    return _by_cell(edition, _NEAR[1])


@derivation
def _large_cells(edition: Edition) -> dict[Cell, list[Place]]:
    """Return the same of large cells, for places without others around them."""
    return _by_cell(edition, _FARTHER)


def _by_cell(edition: Edition, size: float) -> dict[Cell, list[Place]]:
    found: defaultdict[Cell, list[Place]] = defaultdict(list)
    events = edition.chronology.events_by_place
    in_order = sorted(edition.chronology.places.values(), key=lambda place: (-len(events.get(place.id, ())), place.id))
    for place in in_order:
        spot = place.spot
        if spot is not None and len(found[cell := cell_of(spot, size)]) < _MOST_NEIGHBOURS:
            found[cell].append(place)
    return dict(found)


def _map(
    edition: Edition,
    title: str,
    found: dict[str, list[Event]],
    *,
    is_large: bool = False,
    tell_unlocated: bool = True,
) -> MapView | None:
    places = [edition.chronology.places[id_] for id_ in found]
    steps = map_steps(_each_once(found), edition.language) if is_large else ()
    located = [_point(edition, place, found[place.id], steps) for place in places if place.spot is not None]
    if not located:
        return None
    in_order = sorted(located, key=lambda point: (-point.events, by_name(point.place.text), point.place.address))
    without = [place for place in places if place.spot is None] if tell_unlocated else []
    points = tuple(in_order[:_MOST_MARKED])
    return MapView(
        title=title,
        points=points,
        unlocated=_in_order(edition, (place for place in without if place.globe == "earth")),
        off_earth=_in_order(edition, (place for place in without if place.globe != "earth")),
        left_out=max(len(in_order) - _MOST_MARKED, 0),
        geodata=edition.chronology.geodata,
        is_large=is_large,
        far=near_and_far(points, lambda point: (point.lon, point.lat), lambda point: point.events)[1],
        steps=steps,
    )


def _in_order(edition: Edition, places: Iterable[Place]) -> tuple[Link, ...]:
    links = (edition.place(place.id) for place in places)
    return tuple(sorted(links, key=lambda link: (by_name(link.text), link.address)))


def _each_once(found: Mapping[str, list[Event]]) -> Iterable[Event]:
    return {event.id: event for events in found.values() for event in events}.values()


def _point(
    edition: Edition,
    place: Place,
    events: Iterable[Event],
    steps: Iterable[MapStep] = (),
    *,
    is_neighbour: bool = False,
) -> MapPoint:
    here = list(events)
    link = edition.place(place.id)
    alone = here[0] if len(here) == 1 and not is_neighbour else None
    return MapPoint(
        place=link,
        address=edition.event_address(alone) if alone else link.address,
        lat=place.lat or 0.0,
        lon=place.lon or 0.0,
        precision=place.precision,
        precision_label=edition.language.gettext(words.PRECISION_LABEL[place.precision]),
        coordinates=words.coordinates(place.lat or 0.0, place.lon or 0.0, edition.language),
        located_by=place.located_by or "",
        events=len(here),
        count=edition.language.ngettext("%(count)s event", "%(count)s events", len(here)) if here else "",
        is_neighbour=is_neighbour,
        steps=steps_of_place(here, steps),
    )


def _is_near(place: Place, other: Place) -> bool:
    here, there = place.spot, other.spot
    if place.id == other.id or here is None or there is None:
        return False
    return abs(here[1] - there[1]) <= _NEAR[0] and kilometres(here, there) <= _NEAR[1]


def precisions_of(view: MapView) -> list[str]:
    """Return the kinds of exactness that a map shows, the most frequent first."""
    counts = Counter(point.precision for point in view.points)
    return sorted(counts, key=lambda precision: (-counts[precision], precision))

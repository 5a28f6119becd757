"""data/places.geojson and data/events.geojson: where things are and happened (RFC 7946), longitude before latitude."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from dateline.ground.dates import first_and_last
from dateline.ground.json_values import compact_json
from dateline.ground.languages import marked_many
from dateline.pages.exports.export import Holding, LeftOut, in_lines
from dateline.pages.exports.table import listed, whole_address
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.records.types import Event, Place, Record

PLACES_PATH: Final = "data/places.geojson"
LOCATED_PATH: Final = "data/events.geojson"
_EARTH: Final = "earth"
"""The globe of whose coordinates the format is: it knows no other."""


def is_elsewhere(place: Place) -> bool:
    """Return whether a place is on another globe."""
    return place.globe != _EARTH


def place_feature(edition: Edition, record: Record) -> str:
    """Return a place as a feature; empty for what is none, or has no position."""
    if not isinstance(record, Place) or record.spot is None:
        return ""
    told = {
        "name": record.name,
        "kind": record.kind,
        "precision": record.precision,
        "located_by": record.located_by,
        "within": listed(record.still_within),
        "url": whole_address(edition, edition.record_address(record)),
    }
    return _feature(record.id, {"type": "Point", "coordinates": record.spot}, told)


def event_feature(edition: Edition, record: Record) -> str:
    """Return an event as a feature with a point for each place that has one; empty where none has."""
    if not isinstance(record, Event) or not (places := _located(edition, record)):
        return ""
    points = [place.spot for place in places]
    first, last = first_and_last(record.date)
    told = {
        "title": record.title,
        "date": record.date.text,
        "earliest": first,
        "latest": last,
        "meaning": record.date.meaning.value,
        "kind": record.kind,
        "places": listed(edition.place_name(place.id) for place in places),
        "precision": listed(place.precision for place in places),
        "url": whole_address(edition, edition.shared_address(record)),
    }
    is_one = len(points) == 1
    geometry = {"type": "Point" if is_one else "MultiPoint", "coordinates": points[0] if is_one else points}
    return _feature(record.id, geometry, told)


def collection(_: Edition, features: Iterable[str]) -> Iterator[str]:
    """Yield a collection of features, one a line."""
    yield '{"type": "FeatureCollection", "features": ['
    yield from in_lines(features)
    yield "\n]}\n"


def places_held(edition: Edition) -> Holding:
    """Return how many places have a position, and why others have none here."""
    counts = edition.derived(counts_of_positions)
    unknown = LeftOut(
        counts["places nowhere"],
        marked_many(
            "%(count)s place is not in it: nobody gave its coordinates.",
            "%(count)s places are not in it: nobody gave their coordinates.",
        ),
    )
    elsewhere = LeftOut(
        counts["places elsewhere"],
        marked_many(
            "%(count)s place is not in it: it is not on Earth.",
            "%(count)s places are not in it: they are not on Earth.",
        ),
    )
    return Holding(counts["places"], marked_many("%(count)s place", "%(count)s places"), (unknown, elsewhere))


def events_located(edition: Edition) -> Holding:
    """Return how many events have a position, and how many have none."""
    counts = edition.derived(counts_of_positions)
    nowhere = LeftOut(
        counts["events nowhere"],
        marked_many(
            "%(count)s event is not in it: it was at no place with coordinates on Earth.",
            "%(count)s events are not in it: they were at no place with coordinates on Earth.",
        ),
    )
    return Holding(counts["events"], marked_many("%(count)s event", "%(count)s events"), (nowhere,))


@derivation
def counts_of_positions(edition: Edition) -> dict[str, int]:
    """Return how many places and events have a position, and how many have none, and why."""
    graph = edition.chronology
    elsewhere = sum(map(is_elsewhere, graph.places.values()))
    placed = sum(place.spot is not None for place in graph.places.values())
    events = sum(bool(_located(edition, event)) for event in graph.events.values())
    return {
        "places": placed,
        "places elsewhere": elsewhere,
        "places nowhere": len(graph.places) - placed - elsewhere,
        "events": events,
        "events nowhere": len(graph.events) - events,
    }


def _located(edition: Edition, event: Event) -> list[Place]:
    """Return the places of an event that have a position, each once."""
    named = dict.fromkeys(role.place for role in event.places)
    places = (edition.chronology.places.get(id_) for id_ in named)
    return [place for place in places if place is not None and place.spot is not None]


def _feature(id_: str, geometry: dict[str, Any], told: dict[str, Any]) -> str:
    properties = {key: value for key, value in told.items() if value is not None}
    feature = {"type": "Feature", "id": id_, "geometry": geometry, "properties": properties}
    return compact_json(feature)

"""What an actor or a place has to do with others of its kind: whom it succeeds, who succeeds it, who it may be."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlsplit

from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.views import Link
from dateline.records.chronology import kind_of
from dateline.records.types import Actor, Place

_CATALOGUES: Final = {
    "wikidata.org": "Wikidata",
    "viaf.org": "VIAF",
    "geonames.org": "GeoNames",
    "isni.org": "ISNI",
    "orcid.org": "ORCID",
    "id.loc.gov": "Library of Congress",
    "d-nb.info": "GND",
    "pleiades.stoa.org": "Pleiades",
    "openstreetmap.org": "OpenStreetMap",
}
"""What readers call the catalogues that say who or what somebody is."""


@dataclass(frozen=True, slots=True)
class TiesView:
    """Others of its kind that a record is tied to; both sides of a tie show it."""

    before: tuple[Link, ...]
    after: tuple[Link, ...]
    perhaps: tuple[Link, ...]
    """Who it may be, each with what speaks for and against it."""
    elsewhere: tuple[Link, ...]
    """It in catalogues that others keep."""


def ties_of(edition: Edition, record: Actor | Place) -> TiesView:
    """Return what a record is tied to."""
    kind, key = kind_of(record), f"{kind_of(record)} {record.id}"
    doubted = {**_perhaps(record), **edition.derived(_doubted_as).get(key, {})}
    return TiesView(
        before=tuple(edition.any_record(kind, id_) for id_ in record.succeeds),
        after=tuple(edition.any_record(kind, id_) for id_ in edition.derived(_successors).get(key, ())),
        perhaps=tuple(replace(edition.any_record(kind, id_), note=note) for id_, note in doubted.items()),
        elsewhere=tuple(Link(_catalogue(address), address) for address in record.same_as),
    )


def _perhaps(record: Actor | Place) -> Mapping[str, str]:
    if isinstance(record, Actor):
        return {one.actor: one.note for one in record.perhaps_same_as}
    return {one.place: one.note for one in record.perhaps_same_as}


def _catalogue(address: str) -> str:
    host = (urlsplit(address).hostname or address).removeprefix("www.")
    return _CATALOGUES.get(host, host)


def _actors_and_places(edition: Edition) -> Iterator[Actor | Place]:
    yield from edition.chronology.actors.values()
    yield from edition.chronology.places.values()


@derivation
def _successors(edition: Edition) -> dict[str, tuple[str, ...]]:
    """Return who succeeds each actor and place."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for record in _actors_and_places(edition):
        for before in record.succeeds:
            found[f"{kind_of(record)} {before}"].append(record.id)
    return {key: tuple(ids) for key, ids in found.items()}


@derivation
def _doubted_as(edition: Edition) -> dict[str, dict[str, str]]:
    """Return who says of each actor and place that the two may be one, with why."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for record in _actors_and_places(edition):
        for other, note in _perhaps(record).items():
            found[f"{kind_of(record)} {other}"][record.id] = note
    return dict(found)

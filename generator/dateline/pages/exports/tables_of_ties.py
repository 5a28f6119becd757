"""The tables that tie records to one another: events, places and actors; they stand in the database only."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from dateline.pages.exports.table import Column, Leading, RecordTable
from dateline.pages.shared.edition import Edition
from dateline.records.types import Actor, Event, Place, RecordKind
from dateline.records.types.dated_facts import LiesIn, Membership
from dateline.records.types.related import RelatedEvent
from dateline.records.types.spots import anchor_of


class NamedInEvent(NamedTuple):
    """What a row is made of that says of an event who or what is named in it."""

    event: Event
    id: str
    as_what: str | None
    inferred: str | None


class TiedEvent(NamedTuple):
    """What a row is made of that says what one event has to do with another."""

    event: Event
    related: RelatedEvent


class PartOfActor(NamedTuple):
    """What a row is made of that says of what an actor is or was a part."""

    actor: Actor
    told: Membership


class PartOfPlace(NamedTuple):
    """What a row is made of that says in what a place lies or lay."""

    place: Place
    told: LiesIn


def _places(_: Edition, event: Event) -> Iterator[NamedInEvent]:
    # A place or an actor may be named twice, with two notes or in two roles.
    yield from (NamedInEvent(event, one.place, one.note, one.inferred) for one in event.places)


def _actors(_: Edition, event: Event) -> Iterator[NamedInEvent]:
    yield from (NamedInEvent(event, one.actor, one.role, one.inferred) for one in event.actors)


def _related(_: Edition, event: Event) -> Iterator[TiedEvent]:
    yield from (TiedEvent(event, one) for one in event.related)


def _memberships(_: Edition, actor: Actor) -> Iterator[PartOfActor]:
    yield from (PartOfActor(actor, told) for told in actor.part_of)


def _within(_: Edition, place: Place) -> Iterator[PartOfPlace]:
    yield from (PartOfPlace(place, told) for told in place.within)


EVENT_PLACES: Final = RecordTable(
    "event_places",
    "Where events happened",
    RecordKind.EVENT,
    _places,
    (
        Column("event", "The event.", lambda row: row.event.id),
        Column("place", "The place.", lambda row: row.id),
        Column("note", "What a reader must know about the place here.", lambda row: row.as_what),
        Column("inferred", "From what the editors inferred it.", lambda row: row.inferred),
    ),
    (),
    (Leading(("event",), "events"), Leading(("place",), "places")),
    is_file=False,
)
EVENT_ACTORS: Final = RecordTable(
    "event_actors",
    "Who took part in events",
    RecordKind.EVENT,
    _actors,
    (
        Column("event", "The event.", lambda row: row.event.id),
        Column("actor", "The actor.", lambda row: row.id),
        Column("role", "What it did or suffered.", lambda row: row.as_what),
        Column("inferred", "From what the editors inferred it.", lambda row: row.inferred),
    ),
    (),
    (Leading(("event",), "events"), Leading(("actor",), "actors")),
    is_file=False,
)
EVENT_TIES: Final = RecordTable(
    "event_ties",
    "What events have to do with one another, as somebody says",
    RecordKind.EVENT,
    _related,
    (
        Column("event", "The event.", lambda row: row.event.id),
        Column("other", "The other event.", lambda row: row.related.event),
        Column("how", "What that one is to this one.", lambda row: row.related.how),
        Column("speaker", "Who says so; the publisher where empty.", lambda row: next(iter(row.related.by), None)),
        Column("source", "The source.", lambda row: row.related.cite.source),
        Column("anchor", "Where it is on the source's page here.", lambda row: anchor_of(row.related.cite.spot)),
    ),
    (),
    (Leading(("event",), "events"), Leading(("other",), "events"), Leading(("source",), "sources")),
    is_file=False,
)
ACTOR_PARTS: Final = RecordTable(
    "actor_parts",
    "Which actor is a part of which",
    RecordKind.ACTOR,
    _memberships,
    (
        Column("actor", "The actor.", lambda row: row.actor.id),
        Column("part_of", "What it is a part of.", lambda row: row.told.actor),
        Column("as_what", "As what: its office, its rank.", lambda row: row.told.as_),
        Column("since", "When that began (EDTF).", lambda row: row.told.from_.text if row.told.from_ else None),
        Column("until", "When that ended (EDTF).", lambda row: row.told.until.text if row.told.until else None),
    ),
    (),
    (Leading(("actor",), "actors"), Leading(("part_of",), "actors")),
    is_file=False,
)
PLACE_PARTS: Final = RecordTable(
    "place_parts",
    "Which place lies in which",
    RecordKind.PLACE,
    _within,
    (
        Column("place", "The place.", lambda row: row.place.id),
        Column("within", "What it lies in.", lambda row: row.told.place),
        Column("since", "When that began (EDTF).", lambda row: row.told.from_.text if row.told.from_ else None),
        Column("until", "When that ended (EDTF).", lambda row: row.told.until.text if row.told.until else None),
    ),
    (),
    (Leading(("place",), "places"), Leading(("within",), "places")),
    is_file=False,
)

"""The tables made of sources, actors, places and disputes."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from dateline.ground.dates import first_and_last
from dateline.ground.languages import marked
from dateline.pages.exports.table import Column, Leading, RecordTable, listed, whole_address
from dateline.pages.shared.edition import Edition
from dateline.records.types import Actor, Dispute, Place, RecordKind, Source, SourcePart
from dateline.records.types.dated_facts import every_name
from dateline.records.types.dispute import Standpoint


class OneSource(NamedTuple):
    """What a row of sources is made of."""

    edition: Edition
    source: Source


class OneParagraph(NamedTuple):
    """What a row of paragraphs is made of."""

    edition: Edition
    source: Source
    part: SourcePart


class OneActor(NamedTuple):
    """What a row of actors is made of."""

    edition: Edition
    actor: Actor


class OnePlace(NamedTuple):
    """What a row of places is made of."""

    edition: Edition
    place: Place


class OneDispute(NamedTuple):
    """What a row of disputes is made of."""

    edition: Edition
    dispute: Dispute


class ClaimOfPosition(NamedTuple):
    """What a row is made of that says which claims state which position."""

    dispute: Dispute
    position: Standpoint
    claim: str | None


def _sources(edition: Edition, source: Source) -> Iterator[OneSource]:
    yield OneSource(edition, source)


def _paragraphs(edition: Edition, source: Source) -> Iterator[OneParagraph]:
    yield from (OneParagraph(edition, source, part) for part in source.parts)


def _actors(edition: Edition, actor: Actor) -> Iterator[OneActor]:
    yield OneActor(edition, actor)


def _places(edition: Edition, place: Place) -> Iterator[OnePlace]:
    yield OnePlace(edition, place)


def _disputes(edition: Edition, dispute: Dispute) -> Iterator[OneDispute]:
    yield OneDispute(edition, dispute)


def _positions(_: Edition, dispute: Dispute) -> Iterator[ClaimOfPosition]:
    for position in dispute.positions:
        yield from (ClaimOfPosition(dispute, position, claim) for claim in position.claims or (None,))


def _outcome(dispute: Dispute) -> str | None:
    return listed(dispute.resolution.outcome) if dispute.resolution else None


SOURCES: Final = RecordTable(
    "sources",
    marked("Publications that reports rest on, one a row"),
    RecordKind.SOURCE,
    _sources,
    (
        Column("id", "The source.", lambda row: row.source.id),
        Column("title", "Its title; a post may have none.", lambda row: row.source.title or None),
        Column("publisher", "Who published it.", lambda row: row.source.publisher or None),
        Column("kind", "What form it has.", lambda row: row.source.kind),
        Column("language", "Its language; the chronology's where empty.", lambda row: row.source.language),
        Column("published", "When it was published (EDTF).", lambda row: row.source.published.text or None),
        Column("earliest", "The first day that this may be.", lambda row: first_and_last(row.source.published)[0]),
        Column("latest", "The last day that this may be.", lambda row: first_and_last(row.source.published)[1]),
        Column("original_url", "The address of the original, where known.", lambda row: row.source.url),
        Column("captures", "Captures in web archives.", lambda row: listed(one.url for one in row.source.archive)),
        Column(
            "accessed", "When an editor read it.", lambda row: row.source.accessed.text if row.source.accessed else None
        ),
        Column(
            "paragraphs", "Its paragraphs and passages that are recorded.", lambda row: len(row.source.parts), "integer"
        ),
        Column(
            "withdrawn",
            "When its publisher took it back.",
            lambda row: row.source.withdrawn.date.text if row.source.withdrawn else None,
        ),
        Column(
            "copy_of",
            "The source that it took its text from.",
            lambda row: row.source.copy_of.source if row.source.copy_of else None,
        ),
        Column("note", "What a reader must know about it.", lambda row: row.source.note),
        Column(
            "url",
            "The address of its page.",
            lambda row: whole_address(row.edition, row.edition.record_address(row.source)),
            in_database="'sources/' || id || '/'",
        ),
    ),
    leading=(Leading(("publisher",), "actors"),),
)
PARAGRAPHS: Final = RecordTable(
    "paragraphs",
    "Paragraphs and passages of sources, one a row",
    RecordKind.SOURCE,
    _paragraphs,
    (
        Column("source", "The source.", lambda row: row.source.id),
        Column("spot", "Its number, or where the passage stands.", lambda row: str(row.part.spot)),
        Column("begins", "Its first words.", lambda row: row.part.begins),
        Column("ends", "Its last words.", lambda row: row.part.ends),
        Column("unused", "Why nothing is drawn from it.", lambda row: row.part.unused),
    ),
    ("source", "spot"),
    (Leading(("source",), "sources"),),
    is_file=False,
)
ACTORS: Final = RecordTable(
    "actors",
    marked("Who acts or speaks, one a row"),
    RecordKind.ACTOR,
    _actors,
    (
        Column("id", "The actor.", lambda row: row.actor.id),
        Column("name", "Its name.", lambda row: row.actor.name),
        Column("aliases", "Other names.", lambda row: listed(every_name(row.actor)[1:])),
        Column("kind", "What kind of actor.", lambda row: row.actor.kind),
        Column("part_of", "What it is a part of.", lambda row: listed(row.actor.parents)),
        Column(
            "speaks_for",
            "Whose word its word is.",
            lambda row: row.actor.speaks_for.actor if row.actor.speaks_for else None,
        ),
        Column(
            "sides",
            "The sides on which sources place it.",
            lambda row: listed(dict.fromkeys(one.side for one in row.actor.sides)),
        ),
        Column("same_as", "Its addresses in catalogues.", lambda row: listed(row.actor.same_as)),
        Column("note", "What a reader must know about it.", lambda row: row.actor.note),
        Column(
            "url",
            "The address of its page.",
            lambda row: whole_address(row.edition, row.edition.record_address(row.actor)),
            in_database="'actors/' || id || '/'",
        ),
    ),
)
PLACES: Final = RecordTable(
    "places",
    marked("Where events happened, a place a row"),
    RecordKind.PLACE,
    _places,
    (
        Column("id", "The place.", lambda row: row.place.id),
        Column("name", "Its name.", lambda row: row.place.name),
        Column("aliases", "Other names.", lambda row: listed(every_name(row.place)[1:])),
        Column("kind", "What kind of place.", lambda row: row.place.kind),
        Column(
            "within",
            "The place that it lies in; empty where it is said of several.",
            lambda row: row.place.still_within[0] if len(row.place.still_within) == 1 else None,
        ),
        Column("globe", "On what it lies.", lambda row: row.place.globe),
        Column("lat", "Latitude (WGS 84); empty where nobody gave it.", lambda row: row.place.lat, "number"),
        Column("lon", "Longitude (WGS 84).", lambda row: row.place.lon, "number"),
        Column("precision", "How exact the coordinates are.", lambda row: row.place.precision),
        Column("located_by", "Who gave them.", lambda row: row.place.located_by),
        Column("same_as", "Its addresses in catalogues.", lambda row: listed(row.place.same_as)),
        Column("note", "What a reader must know about it.", lambda row: row.place.note),
        Column(
            "url",
            "The address of its page.",
            lambda row: whole_address(row.edition, row.edition.record_address(row.place)),
            in_database="'places/' || id || '/'",
        ),
    ),
    leading=(Leading(("within",), "places"),),
)
DISPUTES: Final = RecordTable(
    "disputes",
    marked("Questions that claims answer differently, one a row"),
    RecordKind.DISPUTE,
    _disputes,
    (
        Column("id", "The dispute.", lambda row: row.dispute.id),
        Column("question", "The question.", lambda row: row.dispute.question),
        Column("kind", "What it is about.", lambda row: row.dispute.kind),
        Column("relation", "How the positions stand to each other.", lambda row: row.dispute.relation),
        Column("status", "Where it stands.", lambda row: row.dispute.status),
        Column("aside", "Whether it is beside what the chronology is about.", lambda row: row.dispute.aside, "boolean"),
        Column("positions", "The positions.", lambda row: listed(one.label for one in row.dispute.positions)),
        Column("outcome", "The positions that stand.", lambda row: _outcome(row.dispute)),
        Column(
            "settled_by",
            "The rule by which it was settled.",
            lambda row: row.dispute.resolution.rule if row.dispute.resolution else None,
        ),
        Column("would_settle", "What evidence would settle it.", lambda row: row.dispute.would_settle),
        Column("note", "What a reader must know about it.", lambda row: row.dispute.note),
        Column(
            "url",
            "The address of its page.",
            lambda row: whole_address(row.edition, row.edition.record_address(row.dispute)),
            in_database="'disputes/' || id || '/'",
        ),
    ),
)
POSITIONS: Final = RecordTable(
    "positions",
    "The positions of disputes, each with the claims that state it, a claim a row",
    RecordKind.DISPUTE,
    _positions,
    (
        Column("dispute", "The dispute.", lambda row: row.dispute.id),
        Column("position", "The position.", lambda row: row.position.id),
        Column("label", "The position in a few words.", lambda row: row.position.label),
        Column("stance", "Whether its claims are so, or not so.", lambda row: row.position.stance),
        Column("claim", "A claim that states it.", lambda row: row.claim),
    ),
    (),
    (Leading(("dispute",), "disputes"), Leading(("claim",), "claims")),
    is_file=False,
)

"""The tables made of sources, actors, places and disputes."""

from collections.abc import Iterator
from typing import Final, Generic, NamedTuple, TypeVar

from dateline.ground.dates import first_and_last
from dateline.ground.languages import marked
from dateline.pages.exports.table import Column, Leading, RecordTable, listed, whole_address
from dateline.pages.shared.edition import Edition
from dateline.records.types import Actor, Dispute, Place, RecordKind, Source, SourcePart
from dateline.records.types.dated_facts import every_name
from dateline.records.types.dispute import Standpoint

R = TypeVar("R", Source, Actor, Place, Dispute)


class OneRecord(NamedTuple, Generic[R]):
    """What a row is made of that says of a record what it is."""

    edition: Edition
    record: R


class OneParagraph(NamedTuple):
    """What a row of paragraphs is made of."""

    source: Source
    part: SourcePart


class ClaimOfPosition(NamedTuple):
    """What a row is made of that says which claims state which position."""

    dispute: Dispute
    position: Standpoint
    claim: str | None


def _itself(edition: Edition, record: R) -> Iterator[OneRecord[R]]:
    yield OneRecord(edition, record)


def _paragraphs(_: Edition, source: Source) -> Iterator[OneParagraph]:
    yield from (OneParagraph(source, part) for part in source.parts)


def _positions(_: Edition, dispute: Dispute) -> Iterator[ClaimOfPosition]:
    for position in dispute.positions:
        yield from (ClaimOfPosition(dispute, position, claim) for claim in position.claims or (None,))


def _outcome(dispute: Dispute) -> str | None:
    return listed(dispute.resolution.outcome) if dispute.resolution else None


def _page_of(kind: RecordKind) -> Column[OneRecord[R]]:
    return Column(
        "url",
        "The address of its page.",
        lambda row: whole_address(row.edition, row.edition.record_address(row.record)),
        in_database=f"'{kind.folder}/' || id || '/'",
    )


SOURCES: Final[RecordTable[OneRecord[Source]]] = RecordTable(
    "sources",
    marked("Publications that reports rest on, one a row"),
    RecordKind.SOURCE,
    _itself,
    (
        Column("id", "The source.", lambda row: row.record.id),
        Column("title", "Its title; a post may have none.", lambda row: row.record.title or None),
        Column("publisher", "Who published it.", lambda row: row.record.publisher or None),
        Column("kind", "What form it has.", lambda row: row.record.kind),
        Column("language", "Its language; the chronology's where empty.", lambda row: row.record.language),
        Column("published", "When it was published (EDTF).", lambda row: row.record.published.text or None),
        Column("earliest", "The first day that this may be.", lambda row: first_and_last(row.record.published)[0]),
        Column("latest", "The last day that this may be.", lambda row: first_and_last(row.record.published)[1]),
        Column(
            "written",
            "When its authors wrote it, of an old text (EDTF).",
            lambda row: row.record.written.text if row.record.written else None,
        ),
        Column("original_url", "The address of the original, where known.", lambda row: row.record.url),
        Column("captures", "Captures in web archives.", lambda row: listed(one.url for one in row.record.archive)),
        Column(
            "accessed", "When an editor read it.", lambda row: row.record.accessed.text if row.record.accessed else None
        ),
        Column(
            "paragraphs", "Its paragraphs and passages that are recorded.", lambda row: len(row.record.parts), "integer"
        ),
        Column(
            "withdrawn",
            "When its publisher took it back.",
            lambda row: row.record.withdrawn.date.text if row.record.withdrawn else None,
        ),
        Column(
            "copy_of",
            "The source that it took its text from.",
            lambda row: row.record.copy_of.source if row.record.copy_of else None,
        ),
        Column("note", "What a reader must know about it.", lambda row: row.record.note),
        _page_of(RecordKind.SOURCE),
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
ACTORS: Final[RecordTable[OneRecord[Actor]]] = RecordTable(
    "actors",
    marked("Who acts or speaks, one a row"),
    RecordKind.ACTOR,
    _itself,
    (
        Column("id", "The actor.", lambda row: row.record.id),
        Column("name", "Its name.", lambda row: row.record.name),
        Column("aliases", "Other names.", lambda row: listed(every_name(row.record)[1:])),
        Column("kind", "What kind of actor.", lambda row: row.record.kind),
        Column("part_of", "What it is a part of.", lambda row: listed(row.record.parents)),
        Column(
            "speaks_for",
            "Whose word its word is.",
            lambda row: row.record.speaks_for.actor if row.record.speaks_for else None,
        ),
        Column(
            "sides",
            "The sides on which sources place it, whether or not that counts.",
            lambda row: listed(dict.fromkeys(one.side for one in row.record.sides)),
        ),
        Column(
            "on_sides",
            "The sides on which it is, by the rule that the Method page tells.",
            lambda row: listed(sorted(row.edition.chronology.side_of(row.record.id))),
        ),
        Column(
            "placed_by",
            "Each side on which a voice places it, the voice, and what that weighs: own or counted, which count; "
            "alone or adversary, which do not.",
            lambda row: listed(
                f"{side}: {voice} ({weight})"
                for (side, voice), weight in row.edition.chronology.placings[row.record.id].items()
            ),
        ),
        Column("same_as", "Its addresses in catalogues.", lambda row: listed(row.record.same_as)),
        Column("note", "What a reader must know about it.", lambda row: row.record.note),
        _page_of(RecordKind.ACTOR),
    ),
)
PLACES: Final[RecordTable[OneRecord[Place]]] = RecordTable(
    "places",
    marked("Where events happened, a place a row"),
    RecordKind.PLACE,
    _itself,
    (
        Column("id", "The place.", lambda row: row.record.id),
        Column("name", "Its name.", lambda row: row.record.name),
        Column("aliases", "Other names.", lambda row: listed(every_name(row.record)[1:])),
        Column("kind", "What kind of place.", lambda row: row.record.kind),
        Column(
            "within",
            "The place that it lies in; empty where it is said of several.",
            lambda row: row.record.still_within[0] if len(row.record.still_within) == 1 else None,
        ),
        Column("globe", "On what it lies.", lambda row: row.record.globe),
        Column("lat", "Latitude (WGS 84); empty where nobody gave it.", lambda row: row.record.lat, "number"),
        Column("lon", "Longitude (WGS 84).", lambda row: row.record.lon, "number"),
        Column("precision", "How exact the coordinates are.", lambda row: row.record.precision),
        Column("located_by", "Who gave them.", lambda row: row.record.located_by),
        Column("same_as", "Its addresses in catalogues.", lambda row: listed(row.record.same_as)),
        Column("note", "What a reader must know about it.", lambda row: row.record.note),
        _page_of(RecordKind.PLACE),
    ),
    leading=(Leading(("within",), "places"),),
)
DISPUTES: Final[RecordTable[OneRecord[Dispute]]] = RecordTable(
    "disputes",
    marked("Questions that claims answer differently, one a row"),
    RecordKind.DISPUTE,
    _itself,
    (
        Column("id", "The dispute.", lambda row: row.record.id),
        Column("question", "The question.", lambda row: row.record.question),
        Column("kind", "What it is about.", lambda row: row.record.kind),
        Column("relation", "How the positions stand to each other.", lambda row: row.record.relation),
        Column("status", "Where it stands.", lambda row: row.record.status),
        Column("aside", "Whether it is beside what the chronology is about.", lambda row: row.record.aside, "boolean"),
        Column("positions", "The positions.", lambda row: listed(one.label for one in row.record.positions)),
        Column("outcome", "The positions that stand.", lambda row: _outcome(row.record)),
        Column(
            "settled_by",
            "The rule by which it was settled.",
            lambda row: row.record.resolution.rule if row.record.resolution else None,
        ),
        Column("would_settle", "What evidence would settle it.", lambda row: row.record.would_settle),
        Column("note", "What a reader must know about it.", lambda row: row.record.note),
        _page_of(RecordKind.DISPUTE),
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

"""data/chronology.json: everything that was published, with what was derived from it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from typing import Any, Final, Literal, NotRequired, TypedDict

from pydantic import TypeAdapter

from dateline.ground.dates import Edtf, first_and_last
from dateline.ground.json_values import compact_json
from dateline.pages.exports.derived_schema import describe_derived
from dateline.pages.exports.export import Texts
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.kept_back import counted
from dateline.pages.shared.picture_views import files_of
from dateline.pages.shared.since import mark_of
from dateline.pages.wording import addresses
from dateline.records.chronology import Chronology
from dateline.records.types import (
    Actor,
    Brief,
    Claim,
    Dispute,
    Event,
    Picture,
    Place,
    Record,
    RecordKind,
    Source,
    Tombstone,
    Vocabulary,
)
from dateline.records.types.meanings import Described

SCHEMA_PATH: Final = "data/chronology.schema.json"
FORMAT_VERSION: Final = 2
_TYPES: Final = {"events": Event, "sources": Source, "actors": Actor, "places": Place, "disputes": Dispute}
_ADAPTERS: Final[Mapping[type[Record], TypeAdapter[Record]]] = {
    record_type: TypeAdapter(record_type) for record_type in _TYPES.values()
}

_WITHOUT_EMPTY: Final = frozenset(
    {
        "paragraphs",
        "passages",
        "title",
        "publisher",
        "published",
        "unknown",
        "authors",
        "editors",
        "translators",
        "archive",
    }
)
"""What a source leaves out where it has none."""
_BRIEF: Final = TypeAdapter(Brief)
_VOCABULARY: Final = TypeAdapter(Vocabulary)
_OF_SCHEMA: Final[tuple[tuple[str, Literal["validation"], TypeAdapter[Any]], ...]] = (
    *((name, "validation", _ADAPTERS[record_type]) for name, record_type in _TYPES.items()),
    ("brief", "validation", _BRIEF),
)
_LATER_LISTS: Final = frozenset({"relations", "tags"})
_LATER_KEYS: Final = frozenset({"media", "related", "tags"})
"""What an event leaves out where it has none, as the words do: they came when others read the file already."""


class _Figure(TypedDict, total=False):
    """What stands below a report that gives a figure."""

    exact: float | None
    min: float | None
    max: float | None


class _Report(TypedDict):
    """A report as exported."""

    figures: list[_Figure]
    source_state: NotRequired[str]


class _Claim(TypedDict):
    """A claim as exported."""

    reports: list[_Report]


def chronology_json(edition: Edition, texts: Texts | None = None) -> Iterator[str]:
    """Yield the whole chronology as JSON text, a record on each line; `texts` gives what `record_json` made before."""
    graph = edition.chronology
    text_of = texts or partial(record_json, edition)
    head = {
        "$schema": SCHEMA_PATH.rpartition("/")[2],
        "version": FORMAT_VERSION,
        "title": graph.masthead.title,
        "description": graph.masthead.description,
        "language": graph.masthead.language,
        "licence": graph.masthead.licence,
        **({"timezone": graph.masthead.timezone} if graph.masthead.timezone else {}),
        "vocabulary": _vocabulary(graph.masthead.vocabulary),
    }
    yield "{\n" + "".join(f"{compact_json(key)}: {compact_json(value)},\n" for key, value in head.items())
    if graph.brief.what_happened or graph.brief.what_is_disputed:
        yield f'"brief": {compact_json(_BRIEF.dump_python(graph.brief, mode="json", exclude_defaults=True))},\n'
    if graph.held:
        yield f'"withheld": {compact_json(counted(graph.held))},\n'
    for kind in RecordKind:
        lines = (text_of(record) for record in graph.of_kind(kind).values())
        yield from _list(kind.folder, lines)
        yield ",\n"
    yield from _list("tombstones", map(compact_json, map(_stone, graph.tombstones)))
    yield "\n}\n"


def _vocabulary(vocabulary: Vocabulary) -> dict[str, object]:
    """Return the words of each list; of those that came later, only if there are any."""
    lists: dict[str, object] = _VOCABULARY.dump_python(vocabulary, mode="json", exclude_none=True)
    return {name: terms for name, terms in lists.items() if terms or name not in _LATER_LISTS}


def record_json(edition: Edition, record: Record) -> str:
    """Return a record as JSON text on one line, with what was derived from it."""
    if isinstance(record, Event):
        return compact_json(_event(edition, record))
    if isinstance(record, Source):
        return compact_json(_source(edition, record))
    return compact_json(_actor(edition, record) if isinstance(record, Actor) else _dumped(edition, record))


def _list(name: str, lines: Iterable[str]) -> Iterator[str]:
    yield f"{compact_json(name)}: ["
    before = "\n"
    for line in lines:
        yield before + line
        before = ",\n"
    yield "]" if before == "\n" else "\n]"


def _stone(stone: Tombstone) -> dict[str, object]:
    return {
        "kind": stone.kind,
        "id": stone.id,
        "date": stone.date.text,
        "note": stone.note,
        "instead": stone.instead,
        "formerly": [when.text for when in stone.formerly],
    }


@cache
def chronology_schema() -> str:
    """Return the JSON Schema (draft 2020-12) of chronology.json, made from the record types."""
    references, shared = TypeAdapter.json_schemas(_OF_SCHEMA, schema_generator=Described)
    definitions = shared["$defs"]
    describe_derived(definitions)
    lists = {name: {"type": "array", "items": references[name, "validation"]} for name in _TYPES}
    text = {"type": "string"}
    return _pretty(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "A chronology published by Dateline",
            "type": "object",
            "required": ["version", "title", "vocabulary", *_TYPES],
            "properties": {
                "$schema": text,
                "version": {"const": FORMAT_VERSION},
                "title": text,
                "description": {"type": ["string", "null"]},
                "language": text,
                "licence": {"type": ["string", "null"]},
                "timezone": text,
                "vocabulary": {"type": "object"},
                "brief": references["brief", "validation"],
                "withheld": {
                    "type": "object",
                    "description": "How many of each kind readers are not shown; absent where that is nothing.",
                    "additionalProperties": {"type": "integer", "minimum": 1},
                },
                "tombstones": {
                    "type": "array",
                    "items": {"type": "object", "required": ["kind", "id", "date", "note"]},
                },
                **lists,
            },
            "additionalProperties": False,
            "$defs": definitions,
        }
    )


def _pretty(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _dumped(edition: Edition, record: Record) -> dict[str, object]:
    fields: dict[str, object] = _ADAPTERS[type(record)].dump_python(record, mode="json", exclude_none=True)
    told = {key: value for key, value in fields.items() if value is not None}
    return {**told, "url": f"/{edition.record_address(record)}"}


def _actor(edition: Edition, actor: Actor) -> dict[str, object]:
    """Return an actor with its owner as it has always been: one by itself, several in a list, none left out."""
    told = _dumped(edition, actor)
    for side, exported in zip(actor.sides, told["sides"], strict=True):  # type: ignore[call-overload]
        exported["weight"] = edition.chronology.weight_of_placing(actor, side).value
    told["on_sides"] = sorted(edition.chronology.side_of(actor.id))
    owners = told.pop("ownership")
    if not isinstance(owners, list) or not owners:
        return told
    return {**told, "ownership": owners[0] if len(owners) == 1 else owners}


def _source(edition: Edition, source: Source) -> dict[str, object]:
    # `url` is each record's page; the address of the original is beside it.
    dumped = _dumped(edition, source)
    told = {key: value for key, value in dumped.items() if value or key not in _WITHOUT_EMPTY}
    if source.archive:  # one capture, as it has always been; all of them beside it where there are several
        captures = told["archive"] if isinstance(told["archive"], list) else []
        told["archive"] = captures[0]
        told |= {"archives": captures} if len(captures) > 1 else {}
    return {**told, "original_url": source.url}


def _event(edition: Edition, event: Event) -> dict[str, object]:
    exported: dict[str, Any] = _ADAPTERS[Event].dump_python(event, mode="json", exclude_none=True)
    for key in _LATER_KEYS.intersection(key for key, value in exported.items() if not value):
        del exported[key]
    if event.media:
        told = zip(event.media, exported["media"], strict=True)
        exported["media"] = [{**said, **_whole_file(edition, picture)} for picture, said in told]
    exported["date"] = event.date.text  # its calendar stands beside it
    claims = zip(event.claims, exported["claims"], strict=True)
    return {
        **exported,
        "claims": [
            {**_with_reports(edition, claim, told), **_derived(edition, event, claim)} for claim, told in claims
        ],
        "url": f"/{edition.event_address(event)}",
        "lasting_url": f"/{edition.shared_address(event)}",
        **_bounds(event.date),
    }


def _whole_file(edition: Edition, picture: Picture) -> dict[str, object]:
    """Return where the largest file of a picture is."""
    file = edition.chronology.pictures.get(picture.image)
    return {"url": f"/{files_of(picture.image, file)[-1].address}"} if file is not None else {}


def _with_reports(edition: Edition, claim: Claim, exported: _Claim) -> _Claim:
    """Return a claim whose reports tell what became of their sources, and both bounds of their figures."""
    for report, told in zip(claim.reports, exported["reports"], strict=True):
        mark = mark_of(edition.chronology, report.cite)
        if mark is not None:
            told["source_state"] = mark.word
        for figure in told["figures"]:
            _with_bounds(figure)
    return exported


def _derived(edition: Edition, event: Event, claim: Claim) -> dict[str, object]:
    echo, found = edition.echo(claim), edition.assessment(event, claim)
    voices = len(found.counted)
    return {
        "outcome": found.outcome.value,
        "standing": found.standing.value,
        "echo": {
            "reports": echo.reports,
            "origins": voices,
            "voices": voices,
            "may_be_same": len(found.perhaps_the_same),
            "against": len(found.denying),
            "unattributed": echo.unattributed,
            "sides": found.sides,
            **({"withdrawn": echo.withdrawn} if echo.withdrawn else {}),
        },
        "disputes": [dispute.id for dispute in _disputes(edition.chronology, event, claim)],
        "url": f"/{edition.claim_address(event, claim)}",
        "lasting_url": f"/{addresses.claim_page_address(event.id, claim.id)}",
    }


def _with_bounds(exported: _Figure) -> None:
    """Write a figure's exact number as what it is short for, and an open bound as null."""
    exact = exported.pop("exact", None)
    exported["min"] = exported.get("min") if exact is None else exact
    exported["max"] = exported.get("max") if exact is None else exact


def _disputes(chronology: Chronology, event: Event, claim: Claim) -> tuple[Dispute, ...]:
    return chronology.disputes_by_claim.get(f"{event.id}#{claim.id}", ())


def _bounds(when: Edtf) -> dict[str, str | None]:
    first, last = first_and_last(when)
    return {"meaning": when.meaning.value, "earliest": first, "latest": last}

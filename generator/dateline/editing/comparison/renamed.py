"""The older version with the names of the newer: a record that is only called otherwise has not changed."""

from collections.abc import Mapping
from dataclasses import is_dataclass, replace
from typing import Any, TypeVar, get_args, get_origin

from dateline.editing.comparison.told_redacted import unnamed_ids
from dateline.editing.comparison.versions import Version
from dateline.ground.dates import Edtf
from dateline.records.loading import Filed
from dateline.records.types import Event, RecordKind
from dateline.records.types.named_kinds import CLAIM, named_by
from dateline.records.types.shapes import bare, inside, keys_of, values_of, with_values

Names = Mapping[tuple[str, str], str]
"""Kind and id of what was renamed, with the id that it has now."""
T = TypeVar("T")


def new_names(before: Version, after: Version) -> Names:
    """Return what bears another id in the newer version, as its tombstones say: not what was merged into another."""
    known = {(stone.kind, stone.id) for stone in before.chronology.tombstones}
    new = [stone for stone in after.chronology.tombstones if (stone.kind, stone.id) not in known and stone.instead]
    return {**unnamed_ids(before, after)} | {
        (stone.kind, stone.id): stone.instead or ""
        for stone in new
        if _has(before, stone.kind, stone.id)
        and not _has(before, stone.kind, stone.instead or "")
        and _has(after, stone.kind, stone.instead or "")
        and not _moved_elsewhere(stone.kind, stone.id, stone.instead or "")
    }


def merged_actors(before: Version, after: Version) -> Mapping[str, str]:
    """Return the actors whose new tombstone leads to one that was there before."""
    known = {(stone.kind, stone.id) for stone in before.chronology.tombstones}
    kind = RecordKind.ACTOR
    return {
        stone.id: stone.instead
        for stone in after.chronology.tombstones
        if stone.kind == kind and stone.instead and (stone.kind, stone.id) not in known
        if _has(before, kind, stone.id) and _has(before, kind, stone.instead) and not _has(after, kind, stone.id)
    }


def _has(version: Version, kind: str, id_: str) -> bool:
    graph = version.chronology
    return id_ in (graph.claims if kind == CLAIM else graph.of_kind(RecordKind(kind)))


def _moved_elsewhere(kind: str, old: str, new: str) -> bool:
    """Return whether a claim went to another event, which is more than another name."""
    return kind == CLAIM and old.partition("#")[0] != new.partition("#")[0]


def with_names(before: Version, names: Names) -> Version:
    """Return the older version as it would be if everything had been called then what it is called now."""
    if not names:
        return before
    records = {
        kind: dict(sorted(_filed(kind, id_, filed, names) for id_, filed in of_kind.items()))
        for kind, of_kind in before.corpus.records.items()
    }
    brief = before.corpus.brief
    return replace(
        before,
        corpus=replace(
            before.corpus,
            records=records,
            brief=brief and replace(brief, record=_renamed(brief.record, type(brief.record), names)),
        ),
    )


def _filed(kind: RecordKind, id_: str, filed: Filed[Any], names: Names) -> tuple[str, Filed[Any]]:
    new = names.get((kind.value, id_), id_)
    record = filed.record
    if isinstance(record, Event):
        claims = (replace(one, id=_claim(f"{id_}#{one.id}", names).partition("#")[2]) for one in record.claims)
        record = replace(record, claims=tuple(claims))
    return new, replace(filed, record=replace(_renamed(record, type(record), names), id=new))


def _claim(reference: str, names: Names) -> str:
    event, hash_, claim = reference.partition("#")
    return names.get((CLAIM, reference), f"{names.get((RecordKind.EVENT.value, event), event)}{hash_}{claim}")


def _renamed(value: T, annotation: object, names: Names) -> T:
    """Return a value of a record with the ids in it that are others now; the same object where there are none."""
    new: Any = value
    if is_dataclass(value) and not isinstance(value, Edtf | type):
        keys = keys_of(type(value))
        known = {key: part for key, part in values_of(value).items() if key in keys}
        changed = {key: _renamed(part, keys[key], names) for key, part in known.items()}
        changed = {key: part for key, part in changed.items() if part is not known[key]}
        new = with_values(value, changed) if changed else value
    elif isinstance(value, tuple):
        parts = tuple(_renamed(part, inside(annotation), names) for part in value)
        new = parts if any(one is not other for one, other in zip(parts, value, strict=True)) else value
    elif isinstance(value, dict):
        key_type = get_args(bare(annotation))[0] if get_origin(bare(annotation)) is dict else None
        new = {_renamed(key, key_type, names): _renamed(part, inside(annotation), names) for key, part in value.items()}
        new = new if new != value else value
    elif isinstance(value, str) and (kind := named_by(annotation)):
        new = _claim(value, names) if kind == CLAIM else names.get((kind, value), value)
    result: T = new
    return result

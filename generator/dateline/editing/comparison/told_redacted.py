"""What was redacted between two versions, so that no comparison says it: found by the marks and digests of it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Final

from dateline.editing.comparison.versions import Version
from dateline.ground.dates import Edtf
from dateline.ground.spelt_names import SpeltNames
from dateline.records.types import Actor, Place, RecordKind
from dateline.records.types.named_kinds import CLAIM
from dateline.records.types.redacted import MARK, digest_of, is_digest
from dateline.records.withholding import names_of

UNSAID: Final = "redacted"
_IN_IDS: Final = re.compile(f"({UNSAID})")
_MARKS: Final = re.compile(rf"({re.escape(MARK)}[^)]*\))")


def unnamed_ids(before: Version, after: Version) -> Mapping[tuple[str, str], str]:
    """Return what of the older version has a digest on a tombstone of the newer, with the id that it has now."""
    stones = {(one.kind, one.id): one.instead or "" for one in after.chronology.tombstones if is_digest(one.id)}
    if not stones:
        return {}
    found = {
        (kind.value, id_): stones[kind.value, digest]
        for kind in RecordKind
        for id_ in before.of_kind(kind)
        if (kind.value, digest := digest_of(kind.value, id_)) in stones
    }
    events = {id_: new for (kind, id_), new in found.items() if kind == RecordKind.EVENT.value}
    for reference in before.chronology.claims:
        event, _, claim = reference.partition("#")
        digest = digest_of(CLAIM, f"{events.get(event, event)}#{claim}")
        if (CLAIM, digest) in stones:
            found[CLAIM, reference] = stones[CLAIM, digest]
    return found


def struck(before: Version, named_alike: Version, after: Version) -> SpeltNames | None:
    """Return what finds all that was redacted; `named_alike` is the older version under the names of the newer."""
    passages: set[str] = set()
    for (_, id_), renamed in unnamed_ids(before, after).items():
        passages.update(_between(_IN_IDS, id_.rpartition("#")[2], renamed.rpartition("#")[2]))
    for kind in RecordKind:
        new = after.of_kind(kind)
        for id_, old in named_alike.of_kind(kind).items():
            if id_ in new and old != new[id_]:
                passages.update(_passages(old, new[id_]))
                if isinstance(old, Actor | Place) and MARK in new[id_].name and MARK not in old.name:
                    passages.update(names_of(old)[:-1])
    for id_, page in before.corpus.pages.items():
        if id_ in after.corpus.pages:
            passages.update(_passages(page.document.body, after.corpus.pages[id_].document.body))
    return SpeltNames(passages) if passages else None


def _passages(old: object, new: object) -> Iterator[str]:
    """Yield what stood where a newer value has a mark; all of the older one where more than that changed."""
    if isinstance(old, str) and isinstance(new, str):
        if old != new and new.count(MARK) > old.count(MARK):
            yield from _between(_MARKS, old, new)
    elif isinstance(old, tuple) and isinstance(new, tuple):
        for one, other in zip(old[::-1], new[::-1], strict=False):  # a new entry of history stands first
            yield from _passages(one, other)
    elif isinstance(old, dict) and isinstance(new, dict):
        for key in old.keys() & new.keys():
            yield from _passages(old[key], new[key])
    elif is_dataclass(old) and type(old) is type(new) and not isinstance(old, Edtf | type):
        for one in fields(old):
            if one.name != "_":
                yield from _passages(getattr(old, one.name), getattr(new, one.name))


def _between(marks: re.Pattern[str], old: str, new: str) -> Iterator[str]:
    """Yield what stood in an older text where the newer has marks: all of it where more than that changed."""
    parts = marks.split(new)
    pattern = "".join("(.+?)" if index % 2 else re.escape(part) for index, part in enumerate(parts))
    found = re.fullmatch(pattern, old, re.DOTALL)
    yield from found.groups() if found else (old,)

"""Entries of a record's history, and tombstones: what readers are told of a change."""

from dataclasses import dataclass
from typing import Final

from dateline.editing.drafting.record_text import flow
from dateline.editing.revising.entries import item_count, with_entry, without_item, without_key
from dateline.editing.revising.manuscript import Manuscript
from dateline.editing.revising.mentions import Target
from dateline.editing.revising.refusal import RefusalError
from dateline.ground.problems import Code
from dateline.records.loading.corpus import GRAVEYARD
from dateline.records.types import Graveyard, Tombstone
from dateline.records.types.shapes import keys_of

_KEY: Final = "tombstones"


@dataclass(frozen=True, slots=True)
class Telling:
    """What readers are told of a change: when it was made, and why."""

    date: str
    note: str
    type: str | None = None
    """The type of a history's entry; None where it is the one that the change asks for."""


def log(manuscript: Manuscript, path: str, told: Telling, dispute: str | None = None) -> None:
    """Put an entry at the top of a record's history, where the newest stands."""
    entry = {"date": told.date, "type": told.type, "note": told.note, "dispute": dispute}
    if "history" not in keys_of(manuscript.form(path)):
        raise RefusalError.because(Code.UNKNOWN_KEY, f"{path} has no history")
    manuscript.edit(path, with_entry, manuscript.form(path), "history", entry, first=True)


def bury(
    manuscript: Manuscript, buried: Target, told: Telling, instead: str | None = None, called: str | None = None
) -> None:
    """Leave a tombstone where something published goes or gets another id; `called` otherwise than by the old one."""
    kind, id_ = buried
    entry: dict[str, object] = {
        "kind": kind,
        "id": called or id_,
        "date": told.date,
        "note": told.note,
        "instead": instead,
    }
    event = manuscript.version.chronology.events.get(id_) if kind == "event" else None
    if event is not None:
        days = dict.fromkeys(map(str, (*event.formerly, event.date)))
        entry["formerly"] = list(days)
    if manuscript.stands(GRAVEYARD):
        manuscript.edit(GRAVEYARD, with_entry, Graveyard, _KEY, entry)
    else:
        manuscript.write(GRAVEYARD, f"{_KEY}:\n  - {flow(entry)}\n")


def unbury(manuscript: Manuscript, buried: Target) -> None:
    """Take a tombstone away: of what gets its own name back before anybody saw the other."""
    stones = graveyard(manuscript)
    index = next(index for index, stone in enumerate(stones) if (stone.kind, stone.id) == buried)
    manuscript.edit(GRAVEYARD, without_item, (_KEY,), index)
    if not item_count(manuscript.text(GRAVEYARD), (_KEY,)):
        manuscript.edit(GRAVEYARD, without_key, _KEY)
    if not manuscript.text(GRAVEYARD).strip():
        manuscript.remove(GRAVEYARD)


def graveyard(manuscript: Manuscript) -> tuple[Tombstone, ...]:
    """Return the tombstones as they stand."""
    filed = manuscript.version.corpus.graveyard
    return filed.record.tombstones if filed is not None else ()

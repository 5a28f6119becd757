"""A record or a claim that is called otherwise: everything that names it follows, and its old address leads on."""

from collections.abc import Collection
from pathlib import PurePosixPath

from dateline.editing.revising.claims_of_events import path_of_claim, place_of, with_id
from dateline.editing.revising.ledger import Telling, bury, graveyard, unbury
from dateline.editing.revising.manuscript import Manuscript
from dateline.editing.revising.mentions import Target
from dateline.editing.revising.named_ids import existing, free, is_draft
from dateline.editing.revising.refusal import RefusalError
from dateline.ground.problems import Code
from dateline.records.types import RecordKind
from dateline.records.types.named_kinds import CLAIM
from dateline.records.types.redacted import digest_of


def rename(manuscript: Manuscript, target: Target, new: str, told: Telling, published: Collection[Target] = ()) -> bool:
    """Give a record or claim another id; return whether it is the one that it had, so that a change is undone.

    `published` are the tombstones that readers have seen: what they bury keeps its name for ever.  Another is only
    taken back, where something gets the name again that it had.
    """
    kind, id_ = old = existing(manuscript, *target)
    new = _whole(id_, new) if kind == CLAIM else new
    risen = free(manuscript, kind, new, returns=id_)
    if risen in published:
        message = f"{kind} '{new}' has a tombstone that is published: its id is never used again"
        raise RefusalError.because(Code.BURIED_ID, message, "take another id")
    was_buried = any((stone.kind, stone.id) == risen for stone in graveyard(manuscript))
    if was_buried:
        unbury(manuscript, risen)
    _call(manuscript, old, new)
    if not was_buried and not is_draft(manuscript, old):
        bury(manuscript, old, told, instead=new)
    return was_buried


def rename_unnamed(manuscript: Manuscript, target: Target, new: str, told: Telling) -> None:
    """Give a record or claim another id; its tombstone does not say which one it had, and has a digest of it."""
    _call(manuscript, target, new)
    if not is_draft(manuscript, target):
        bury(manuscript, target, told, instead=new, called=digest_of(*target))


def _call(manuscript: Manuscript, target: Target, new: str) -> None:
    """Have a record or claim bear another id, and everything name it by that."""
    kind, id_ = target
    manuscript.rewrite({target: new})
    if kind == CLAIM:
        _rename_claim(manuscript, id_, new)
    else:
        _move_file(manuscript, RecordKind(kind), id_, new)


def _whole(id_: str, new: str) -> str:
    """Return the new id of a claim with its event's; a claim that goes to another event is moved, not renamed."""
    event, hash_, own = new.rpartition("#")
    if hash_ and event != id_.partition("#")[0]:
        hint = f"dateline move-claim {id_} {event}"
        raise RefusalError.because(Code.BAD_ID, f"'{new}' is a claim of another event", hint)
    return f"{id_.partition('#')[0]}#{own}"


def _move_file(manuscript: Manuscript, kind: RecordKind, id_: str, new: str) -> None:
    old_path = manuscript.path_of(kind, id_)
    path = str(PurePosixPath(old_path).with_name(f"{new}{kind.suffix}"))
    manuscript.write(path, manuscript.text(old_path), like=old_path)
    manuscript.remove(old_path)


def _rename_claim(manuscript: Manuscript, id_: str, new: str) -> None:
    index, own = place_of(manuscript, id_), new.partition("#")[2]
    manuscript.edit(path_of_claim(manuscript, id_), with_id, index, own)

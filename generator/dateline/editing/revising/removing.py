"""A record or a claim that goes: with a tombstone or an entry in a history, and a word on what nobody cites now."""

from collections.abc import Iterator

from dateline.editing.revising.claims_of_events import path_of_claim, take_out
from dateline.editing.revising.entries import with_value
from dateline.editing.revising.ledger import Telling, bury, log
from dateline.editing.revising.manuscript import Manuscript
from dateline.editing.revising.mentions import Target
from dateline.editing.revising.named_ids import existing, is_draft, kind_of
from dateline.editing.revising.refusal import RefusalError
from dateline.ground.problems import Code
from dateline.ground.yamltree.scalars import text_scalar
from dateline.records.types import RecordKind, Spot
from dateline.records.types.named_kinds import CLAIM


def remove(
    manuscript: Manuscript, id_: str, told: Telling, *, kind: str | None = None, instead: str | None = None
) -> None:
    """Take a record or claim away; with `instead`, whatever names it names that one from now on."""
    target = existing(manuscript, kind or kind_of(manuscript, id_), id_)
    left = list(_uncited_without(manuscript, target))
    if instead is not None:
        if existing(manuscript, target[0], instead) == target:
            raise RefusalError.because(Code.CIRCULAR_REFERENCE, f"'{id_}' cannot take its own place")
        manuscript.rewrite({target: instead})
    if target[0] == CLAIM:
        _remove_claim(manuscript, id_, told, instead)
    else:
        manuscript.remove(manuscript.path_of(RecordKind(target[0]), id_))
        if not is_draft(manuscript, target):
            bury(manuscript, target, told, instead)
    for source, spot in left:
        _say_unused(manuscript, source, spot, told.note)


def _remove_claim(manuscript: Manuscript, id_: str, told: Telling, instead: str | None) -> None:
    take_out(manuscript, id_)
    if is_draft(manuscript, (CLAIM, id_)):
        return
    if instead is not None:
        bury(manuscript, (CLAIM, id_), told, instead)
    claim = id_.partition("#")[2]
    entry = Telling(told.date, f"Claim {claim} removed: {told.note}", told.type or "retraction")
    log(manuscript, path_of_claim(manuscript, id_), entry)


def _uncited_without(manuscript: Manuscript, target: Target) -> Iterator[tuple[str, Spot]]:
    """Yield the paragraphs and passages that are cited by nothing else than what goes."""
    kind, id_ = target
    event, _, claim = id_.partition("#")
    graph = manuscript.version.chronology
    for (source, spot), uses in graph.uses.items():
        going = [
            use.record is graph.of_kind(RecordKind.EVENT if kind == CLAIM else RecordKind(kind)).get(event)
            and (not claim or (use.claim is not None and use.claim.id == claim))
            for use in uses
        ]
        if all(going) and source in graph.sources:
            yield source, spot


def _say_unused(manuscript: Manuscript, source: str, spot: Spot, why: str) -> None:
    record = manuscript.version.chronology.sources[source]
    index = next((index for index, one in enumerate(record.parts) if one.spot == spot), None)
    path = manuscript.path_of(RecordKind.SOURCE, source)
    if index is not None and manuscript.stands(path):
        manuscript.edit(path, with_value, record.steps_to(index), "unused", text_scalar(why))

"""What a chronology promises its readers, held against a change: ids stay, and changes in substance are told."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dateline.editing.comparison.differences import ASKS, Difference
from dateline.editing.comparison.fieldwise import changed_fields
from dateline.editing.comparison.told_redacted import unnamed_ids
from dateline.editing.comparison.versions import Version
from dateline.ground.problems import Code, Position, Problem
from dateline.records.chronology import kind_of
from dateline.records.rules.graves import Grave
from dateline.records.types import Event, Record, RecordKind, State, Tombstone
from dateline.records.types.keeping_back import EMBARGO
from dateline.records.types.named_kinds import CLAIM
from dateline.records.types.redacted import digest_of

_WORD: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def vanished_ids(before: Version, after: Version) -> Iterator[Problem]:
    """Yield a problem for each published id that is gone without a trace, or was used again.

    A record leaves a tombstone.  A claim leaves one too, or a new entry in the `history` of its
    event that names its id; its old address leads to the event's page, where either stands.
    """
    graves: set[Grave] = {(stone.kind, stone.id) for stone in after.chronology.tombstones}
    graves |= unnamed_ids(before, after).keys()
    for record in before.chronology.records():
        kind = RecordKind(type(record).__name__.lower())
        if _is_draft(record):
            continue
        if record.id in after.corpus.unfinished.get(kind, ()):
            yield _withdrawn(Position(before.document(record).path), kind, record)
        if after.is_unread(kind, record.id):
            continue
        kept = after.of_kind(kind).get(record.id)
        if kept is None and (kind, record.id) not in graves:
            yield _vanished(before, after, kind, record)
        elif kept is not None and _is_draft(kept):
            yield _withdrawn(after.document(kept).position(("state",)), kind, record)
        elif isinstance(record, Event) and kept is not None:
            yield from _vanished_claims(after, record, kept, graves)
    yield from _disturbed_graves(before, after, graves)


def embargoes_on_what_was_seen(before: Version, after: Version) -> Iterator[Problem]:
    """Yield a problem for each record or claim under an embargo that readers have seen."""
    seen = {(kind_of(record).value, record.id) for record in before.published.records()}
    seen |= {(CLAIM, reference) for reference in before.published.claims}
    for record in after.chronology.records():
        claims = enumerate(record.claims if isinstance(record, Event) else ())
        parts = [((CLAIM, f"{record.id}#{one.id}"), ("claims", index), one.withheld) for index, one in claims]
        for (kind, id_), steps, withheld in ((kind_of(record).value, record.id), (), record.withheld), *parts:
            if withheld is not None and withheld.reason == EMBARGO and withheld.is_whole and (kind, id_) in seen:
                message = f"readers have seen {kind} '{id_}', and under an embargo its address would say nothing of it"
                hint = (
                    "give another reason (safety, privacy, legal, rights or review): then it says that it is withheld"
                )
                where = after.document(record).position((*steps, "withheld", "reason"))
                yield Problem(where, Code.ADDRESS_LOST, message, hint)


def _vanished(before: Version, after: Version, kind: RecordKind, record: Record) -> Problem:
    path = before.document(record).path
    new = {id_: other for id_, other in after.of_kind(kind).items() if id_ not in before.of_kind(kind)}
    twin = next((id_ for id_, other in sorted(new.items()) if not any(changed_fields(record, other))), None)
    hint = f"content/tombstones.yml takes: {{kind: {kind}, id: {record.id}, date: …, note: …}}"
    if twin is not None:
        hint = f"'{twin}' says the same: give it its old name back, or leave a tombstone with instead: {twin}"
    message = f"{kind} '{record.id}' was published and is gone without a tombstone"
    return Problem(Position(path), Code.ID_VANISHED, message, hint)


def _withdrawn(position: Position, kind: RecordKind, record: Record) -> Problem:
    message = f"{kind} '{record.id}' was published and is a draft now, so that its address would vanish"
    hint = "leave it published and say in its history what was retracted, or remove it and leave a tombstone"
    return Problem(position, Code.ID_VANISHED, message, hint)


def _vanished_claims(after: Version, old: Event, new: Event, graves: set[Grave]) -> Iterator[Problem]:
    document = after.document(new)
    kept = {claim.id for claim in new.claims}
    # An older entry may name the claim too, as of a correction: that it is gone no reader knows from there.
    told = {word for entry in new.history if entry not in old.history for word in _WORD.findall(entry.note)}
    for claim in old.claims:
        if claim.id not in kept | told and (CLAIM, f"{old.id}#{claim.id}") not in graves:
            message = f"claim '{old.id}#{claim.id}' was published and is gone, and no entry of the history names it"
            entry = f"add to history: {{date: …, type: retraction, note: … {claim.id} …}}"
            stone = f"{{kind: claim, id: {old.id}#{claim.id}, date: …, note: …, instead: …}}"
            hint = f"{entry}; or, where another took its place, to content/tombstones.yml: {stone}"
            yield Problem(document.position(("claims",), of_key=True), Code.ID_VANISHED, message, hint)


def _disturbed_graves(before: Version, after: Version, graves: set[Grave]) -> Iterator[Problem]:
    if after.corpus.graveyard is None and after.corpus.masthead is None:
        return
    for stone in before.chronology.tombstones:
        kind = stone.kind
        if (kind, stone.id) in graves or (kind, digest_of(kind, stone.id)) in graves:
            continue
        risen = _risen(after, stone)
        if risen is not None:
            message = f"{kind} '{stone.id}' had a tombstone: a published id is never used again"
            hint = f"give the {'claim' if kind == CLAIM else 'record'} another id, and put the tombstone back"
            yield Problem(after.document(risen).position(), Code.BURIED_ID, message, hint)
        else:
            message = f"the tombstone of {kind} '{stone.id}' is gone"
            where = before.corpus.graveyard.document.path if before.corpus.graveyard else "content/tombstones.yml"
            yield Problem(Position(where), Code.ID_VANISHED, message, "put it back")


def _risen(after: Version, stone: Tombstone) -> Record | None:
    """Return the record that bears the id of a tombstone, or has the claim that does."""
    if stone.kind != CLAIM:
        risen: Record | None = after.of_kind(RecordKind(stone.kind)).get(stone.id)
        return risen
    context = after.chronology.claims.get(stone.id)
    return context.event if context else None


def missing_history(
    before: Version, after: Version, differences: Mapping[tuple[RecordKind, str], Sequence[Difference]]
) -> Iterator[Problem]:
    """Yield a problem for each published record that changed in substance without a new entry in its `history`."""
    for (kind, id_), found in differences.items():
        old, new = before.of_kind(kind).get(id_), after.of_kind(kind).get(id_)
        asking = [difference for difference in found if difference.kind in ASKS]
        if old is None or new is None or not asking or _is_told(old, new) or _is_draft(old) or _is_draft(new):
            continue
        first = next((one for one in asking if not one.is_gone), None)
        what = ", ".join(dict.fromkeys(str(one.kind).replace("-", " ") for one in asking))
        types = " or ".join(dict.fromkeys(ASKS[one.kind] for one in asking))
        message = f"{kind} '{id_}' changed in substance ({what}) and its history has no new entry"
        position = first.position if first else after.document(new).position()
        yield Problem(position, Code.HISTORY_MISSING, message, f"add an entry of type {types}: what changed, and why")


def _is_told(old: Record, new: Record) -> bool:
    return any(entry not in old.history for entry in new.history)


def _is_draft(record: Record) -> bool:
    return record.state is State.DRAFT

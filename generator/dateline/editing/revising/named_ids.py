"""What a command names: a record or a claim that is there, and an id that is free."""

from collections.abc import Collection

from dateline.editing.revising.ledger import graveyard
from dateline.editing.revising.manuscript import Manuscript
from dateline.editing.revising.mentions import Target
from dateline.editing.revising.refusal import RefusalError
from dateline.ground.problems import Code, did_you_mean
from dateline.records.rules.graves import record_of
from dateline.records.rules.names import is_of_windows
from dateline.records.types import RecordKind, State
from dateline.records.types.fields import MAX_ID, is_id
from dateline.records.types.named_kinds import CLAIM

KINDS = (*(kind.value for kind in RecordKind), CLAIM)


def known_ids(manuscript: Manuscript, kind: str) -> Collection[str]:
    """Return the ids of a kind of record, or of claims as event-id#claim-id."""
    graph = manuscript.version.chronology
    return graph.claims if kind == CLAIM else graph.of_kind(RecordKind(kind))


def existing(manuscript: Manuscript, kind: str, id_: str) -> Target:
    """Return what bears an id, or refuse with a suggestion, or with what became of it."""
    known = known_ids(manuscript, kind)
    if id_ in known:
        return kind, id_
    event = id_.partition("#")[0]
    unread = manuscript.version.corpus.unread.get(RecordKind.EVENT if kind == CLAIM else RecordKind(kind), ())
    if event in unread:
        message = f"the file of {kind} '{id_}' cannot be read as a record"
        raise RefusalError.because(Code.UNREADABLE, message, "dateline check says why")
    stone = next((one for one in graveyard(manuscript) if (one.kind, one.id) == (kind, id_)), None)
    if stone is not None:
        hint = f"'{stone.instead}' took its place" if stone.instead else stone.note
        raise RefusalError.because(Code(f"unknown-{kind}"), f"{kind} '{id_}' was removed on {stone.date}", hint)
    if kind == CLAIM and "#" not in id_:
        raise RefusalError.because(Code.UNKNOWN_CLAIM, f"'{id_}' names no claim", "write event-id#claim-id")
    hint = _suggested(manuscript, kind, id_) or f"dateline find {id_.replace('#', ' ')}"
    raise RefusalError.because(Code(f"unknown-{kind}"), f"there is no {kind} '{id_}'", hint)


def kind_of(manuscript: Manuscript, id_: str) -> str:
    """Return the kind of what an id alone names; refuse where several kinds have it, or none."""
    if "#" in id_:
        return CLAIM
    graph = manuscript.version.chronology
    unread = manuscript.version.corpus.unread
    kinds = [kind for kind in RecordKind if id_ in graph.of_kind(kind) or id_ in unread.get(kind, ())]
    if len(kinds) > 1:
        hint = f"say which: --kind {kinds[0]}"
        raise RefusalError.because(Code.DUPLICATE_ID, f"'{id_}' is the id of {' and '.join(map(article, kinds))}", hint)
    if not kinds:
        every = [id_ for kind in RecordKind for id_ in graph.of_kind(kind)]
        hint = did_you_mean(id_, every) or f"dateline find {id_}"
        code = Code.UNKNOWN_EVENT if id_[:4].isdecimal() else Code.UNKNOWN_ACTOR
        raise RefusalError.because(code, f"there is no record '{id_}'", hint)
    return kinds[0].value


def _suggested(manuscript: Manuscript, kind: str, id_: str) -> str:
    event, _, claim = id_.partition("#")
    found = manuscript.version.chronology.events.get(event) if kind == CLAIM else None
    if found is not None:
        near = did_you_mean(claim, [one.id for one in found.claims])
        return near or f"its claims: {', '.join(one.id for one in found.claims)}"
    return did_you_mean(id_, known_ids(manuscript, kind))


def free(manuscript: Manuscript, kind: str, id_: str, *, returns: str | None = None) -> Target:
    """Return what may bear an id from now on; what a tombstone has only gets what it leads to, `returns`."""
    own = id_.partition("#")[2] if kind == CLAIM else id_
    if not is_id(own):
        message = f"'{own}' is no id: lower-case a-z, 0-9 and single hyphens, {MAX_ID} at most"
        raise RefusalError.because(Code.BAD_ID, message)
    if is_of_windows(own):
        hint = f"take another, such as {own}-1"
        raise RefusalError.because(Code.UNPORTABLE_NAME, f"Windows keeps the name '{own}' for itself", hint)
    unread = manuscript.version.corpus.unread.get(RecordKind(kind), ()) if kind != CLAIM else ()
    if id_ in known_ids(manuscript, kind) or id_ in unread:
        hint = f"to make them one: dateline merge {kind}"
        raise RefusalError.because(Code.DUPLICATE_ID, f"there is {article(kind)} '{id_}' already", hint)
    stone = next((one for one in graveyard(manuscript) if (one.kind, one.id) == (kind, id_)), None)
    if stone is not None and (returns is None or stone.instead != returns):
        message = f"{kind} '{id_}' has a tombstone: a published id is never used again"
        raise RefusalError.because(Code.BURIED_ID, message, "take another id")
    return kind, id_


def is_draft(manuscript: Manuscript, target: Target) -> bool:
    """Return whether something is no more than a draft, so that no reader has seen it."""
    record = record_of(manuscript.version.chronology, *target)
    return record is not None and record.state is State.DRAFT


def article(kind: str) -> str:
    """Return a kind with its article: an actor, a place."""
    return f"{'an' if kind[0] in 'ae' else 'a'} {kind}"

"""What tombstones lead to: what was removed or merged, and what stands in its place now."""

from collections.abc import Iterable, Iterator, Mapping

from dateline.ground.problems import Code, Problem, did_you_mean
from dateline.records.chronology import Chronology, kind_of
from dateline.records.loading import Document
from dateline.records.rules.context import Context
from dateline.records.rules.meant import meant
from dateline.records.types import Record, RecordKind, State, Tombstone
from dateline.records.types.named_kinds import CLAIM
from dateline.records.types.redacted import digest_of, is_digest

Grave = tuple[str, str]
"""The kind and the id of what was removed."""


def graves(stones: Iterable[Tombstone]) -> dict[Grave, Tombstone]:
    """Return tombstones by what lies there; of two for the same, the first."""
    found: dict[Grave, Tombstone] = {}
    for stone in stones:
        found.setdefault((stone.kind, stone.id), stone)
    return found


def stands_now(graph: Chronology, buried: Mapping[Grave, Tombstone], kind: str, id_: str) -> Grave | None:
    """Return the kind and id of what stands in the place of a record or claim, from tombstone to tombstone.

    It may be itself.  A claim whose event was removed is led on with the event.  None where
    nothing does, or the tombstones lead in a circle.
    """
    seen: set[Grave] = set()
    here: Grave | None = (kind, id_)
    while here is not None and here not in seen:
        if _exists(graph, *here):
            return here
        seen.add(here)
        here = _next(buried, *here)
    return None


def _exists(graph: Chronology, kind: str, id_: str) -> bool:
    return id_ in (graph.claims if kind == CLAIM else graph.of_kind(RecordKind(kind)))


def _next(buried: Mapping[Grave, Tombstone], kind: str, id_: str) -> Grave | None:
    stone = buried.get((kind, id_))
    if stone is not None:
        return (kind, stone.instead) if stone.instead else None
    return (RecordKind.EVENT.value, id_.partition("#")[0]) if kind == CLAIM else None


def removed_ids_stay_removed(context: Context) -> Iterator[Problem]:
    """Nothing bears the id of a tombstone, none stands twice, and it leads to what exists, over others or by itself."""
    graveyard = context.corpus.graveyard
    seen: set[Grave] = set()
    for index, stone in enumerate(graveyard.record.tombstones if graveyard else ()):
        if graveyard is not None:
            yield from _disturbed(context, graveyard.document, stone, index, is_second=(stone.kind, stone.id) in seen)
        seen.add((stone.kind, stone.id))


def redacted_ids_stay_unused(context: Context) -> Iterator[Problem]:
    """Nothing bears again the id of which a tombstone has a digest."""
    graph = context.chronology
    stones = {(stone.kind, stone.id) for stone in graph.tombstones if is_digest(stone.id)}
    for kind in sorted({kind for kind, _ in stones}):
        known = graph.claims if kind == CLAIM else graph.of_kind(RecordKind(kind))
        for id_ in known:
            if (kind, digest_of(kind, id_)) in stones:
                record = record_of(graph, kind, id_)
                message = f"this {kind} has an id that was redacted"
                hint = "give it another id, and look whether its texts say again what was taken out"
                if record is not None:
                    yield Problem(graph.document(record).position(), Code.BURIED_ID, message, hint)


def _disturbed(
    context: Context, document: Document, stone: Tombstone, index: int, *, is_second: bool
) -> Iterator[Problem]:
    kind = stone.kind
    here = document.position(("tombstones", index, "id"))
    if (kind == CLAIM) != ("#" in stone.id):
        wanted = "a claim's id is written event-id#claim-id" if kind == CLAIM else f"a {kind}'s id has no #"
        yield Problem(here, Code.BAD_ID, f"'{stone.id}' is no id of a {kind}", wanted)
        return
    if is_second:
        yield Problem(here, Code.DUPLICATE_ID, f"{kind} '{stone.id}' has two tombstones", "remove one of the two")
    if _exists(context.chronology, kind, stone.id) or _is_unread(context, kind, stone.id, itself=True):
        message = f"{kind} '{stone.id}' exists and has a tombstone"
        hint = f"give the {'claim' if kind == CLAIM else 'record'} another id; a published id is never used again"
        yield Problem(here, Code.BURIED_ID, message, hint)
    if stone.formerly and kind != RecordKind.EVENT.value:
        there = document.position(("tombstones", index, "formerly"), of_key=True)
        yield Problem(there, Code.BAD_VALUE, f"a {kind} stands under no day", "remove formerly: only events have it")
    if stone.instead is not None:
        yield from _lost(context, document, stone, index)


def _lost(context: Context, document: Document, stone: Tombstone, index: int) -> Iterator[Problem]:
    """Yield a problem where the successor of a tombstone is nothing that a reader can be led to."""
    graph, kind, successor = context.chronology, stone.kind, stone.instead or ""
    there = document.position(("tombstones", index, "instead"))
    buried = context.once(_buried)
    if _is_unread(context, kind, successor):
        return
    if not _exists(graph, kind, successor) and _next_grave(buried, kind, successor) is None:
        known = graph.claims if kind == CLAIM else graph.of_kind(RecordKind(kind))
        hint = did_you_mean(successor, known) if kind == CLAIM else meant(graph, RecordKind(kind), successor)
        yield Problem(there, Code(f"unknown-{kind}"), f"there is no {kind} '{successor}'", hint)
    elif _is_circle(buried, stone):
        message = f"the tombstones lead in a circle, from '{stone.id}' to itself"
        yield Problem(there, Code.CIRCULAR_REFERENCE, message, "say what stands in its place now, or leave instead out")
    elif (record := record_of(graph, kind, successor)) is not None and record.state is State.DRAFT:
        message = f"{kind_of(record)} '{record.id}' is a draft, so it is not on the site"
        yield Problem(there, Code.UNPUBLISHED_REFERENCE, message, "publish it, or leave instead out")


def record_of(graph: Chronology, kind: str, id_: str) -> Record | None:
    """Return the record of an id, of a claim its event; None where there is none."""
    of = RecordKind.EVENT if kind == CLAIM else RecordKind(kind)
    record: Record | None = graph.of_kind(of).get(id_.partition("#")[0])
    return record


def _buried(context: Context) -> dict[Grave, Tombstone]:
    return graves(context.chronology.tombstones)


def _next_grave(buried: Mapping[Grave, Tombstone], kind: str, id_: str) -> Tombstone | None:
    """Return the tombstone that a removed record or claim has, be it that of its event."""
    found = buried.get((kind, id_))
    return found or (buried.get((RecordKind.EVENT.value, id_.partition("#")[0])) if kind == CLAIM else None)


def _is_circle(buried: Mapping[Grave, Tombstone], stone: Tombstone) -> bool:
    here: Grave | None = (stone.kind, stone.id)
    seen: set[Grave] = set()
    while here is not None and here not in seen:
        seen.add(here)
        here = _next(buried, *here)
    return here == (stone.kind, stone.id)


def _is_unread(context: Context, kind: str, id_: str, *, itself: bool = False) -> bool:
    """Return whether it may stand in a file that cannot be read; of a claim, `itself` is not known."""
    if kind == CLAIM:
        return not itself and context.may_exist(RecordKind.EVENT, id_.partition("#")[0])
    known = RecordKind(kind)
    return context.is_unread(known, id_) if itself else context.may_exist(known, id_)

"""What is withheld, as a comparison tells it: that it is, and nothing that it said."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.editing.comparison.differences import ChangeKind, Difference
from dateline.editing.comparison.versions import Version
from dateline.records.types import Event, Record, RecordKind
from dateline.records.types.named_kinds import CLAIM
from dateline.records.withholding import Held, without_withheld

_KINDS = {
    RecordKind.EVENT.value: ChangeKind.EVENT_WITHHELD,
    CLAIM: ChangeKind.CLAIM_WITHHELD,
    RecordKind.DISPUTE.value: ChangeKind.DISPUTE_WITHHELD,
    RecordKind.SOURCE.value: ChangeKind.SOURCE_WITHHELD,
    RecordKind.ACTOR.value: ChangeKind.ACTOR_WITHHELD,
    RecordKind.PLACE.value: ChangeKind.PLACE_WITHHELD,
}


def without_what_is_withheld(before: Version, after: Version) -> tuple[Version, Version]:
    """Return two versions without what the newer one withholds, so that nothing it said is told as a difference.

    What only the older one withholds is new to readers: it is told as added.
    """
    shown, held = without_withheld(after.corpus)
    known, _ = without_withheld(before.corpus, held)
    return (
        before if known is before.corpus else replace(before, corpus=known),
        after if shown is after.corpus else replace(after, corpus=shown),
    )


def withheld_differences(before: Version, after: Version) -> Iterator[Difference]:
    """Yield what is withheld and was not, and what changed while it is, both by its id alone."""
    _, held = without_withheld(after.corpus)
    _, known = without_withheld(before.corpus)
    was = {(one.kind, one.id) for one in known}
    for one in _outermost(held):
        record = _record(after, one)
        if (one.kind, one.id) not in was:
            yield _told(after, one, record, "", "readers do not see it")
        elif _part(_record(before, one), one) != _part(record, one):
            yield _told(after, one, record, "changed while it is withheld", "")


def _outermost(held: Iterable[Held]) -> list[Held]:
    events = {one.id for one in held if one.kind == RecordKind.EVENT.value}
    return [one for one in held if one.kind != CLAIM or one.id.partition("#")[0] not in events]


def _record(version: Version, held: Held) -> Record | None:
    kind = RecordKind.EVENT if held.kind == CLAIM else RecordKind(held.kind)
    record: Record | None = version.of_kind(kind).get(held.id.partition("#")[0])
    return record


def _part(record: Record | None, held: Held) -> object:
    if not isinstance(record, Event) or held.kind != CLAIM:
        return record
    return next((claim for claim in record.claims if claim.id == held.id.partition("#")[2]), None)


def _told(after: Version, held: Held, record: Record | None, part: str, red: str) -> Difference:
    if record is None:
        raise LookupError(held.id)
    claims = [claim.id for claim in record.claims] if isinstance(record, Event) else []
    claim = held.id.partition("#")[2]
    kind = RecordKind(type(record).__name__.lower())
    return Difference(
        kind=_KINDS[held.kind],
        record=f"{kind} {record.id}",
        reference=held.id,
        title=held.id,
        part=part,
        before="",
        after="",
        position=after.document(record).position(
            ("claims", claims.index(claim), "withheld") if claim else ("withheld",)
        ),
        red=(red,) if red else (),
    )

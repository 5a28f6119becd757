"""What is withheld, as a comparison tells it: that it is, and nothing that it said."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from dateline.editing.comparison.differences import ChangeKind, Difference
from dateline.editing.comparison.renamed import Names
from dateline.editing.comparison.unlinked import unlinked
from dateline.editing.comparison.versions import Version
from dateline.ground.spelt_names import SpeltNames
from dateline.records.chronology import kind_of
from dateline.records.rules.graves import record_of
from dateline.records.types import Event, Record, RecordKind
from dateline.records.types.named_kinds import CLAIM
from dateline.records.withholding import Held, hidden_texts, names_of, without_withheld

MASK: Final = "[withheld]"
_LOOK: Final = {
    False: "readers do not see it",
    True: "readers do not see it; its event's title and summary stay, and may still say it",
}
_KINDS: Final = {
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
    shown, held = after.shown
    return before_without(before, after, held), after if shown is after.corpus else replace(after, corpus=shown)


def before_without(before: Version, after: Version, held: tuple[Held, ...]) -> Version:
    """Return the older of two versions without what it, or the newer one, withholds."""
    known, gone = without_withheld(before.corpus, held, hidden_texts(after.corpus))
    shown = before if known is before.corpus else replace(before, corpus=known)
    return unlinked(shown, {(one.kind, one.id) for one in gone})


def as_published_before(before: Version, after: Version, names: Names) -> Version:
    """Return the older version under the names that it had then, without what the newer one withholds."""
    _, held = after.shown
    formerly = {(kind, new): old for (kind, old), new in names.items()}
    renamed = (replace(one, id=formerly[one.kind, one.id]) for one in held if (one.kind, one.id) in formerly)
    return before_without(before, after, (*held, *renamed))


def withheld_differences(before: Version, after: Version) -> Iterator[Difference]:
    """Yield what is withheld and was not, and what changed while it is, both by its id alone."""
    _, held = after.shown
    _, known = before.shown
    was = {(one.kind, one.id) for one in known}
    for one in _outermost(held):
        record = record_of(after.chronology, one.kind, one.id)
        if (one.kind, one.id) not in was:
            yield _told(after, one, record, "", _LOOK[one.kind == CLAIM])
        elif _part(record_of(before.chronology, one.kind, one.id), one) != _part(record, one):
            yield _told(after, one, record, "changed while it is withheld", "")
    texts, known_texts = hidden_texts(after.corpus), hidden_texts(before.corpus)
    for (kind, id_), hidden in texts.items():
        record = after.of_kind(RecordKind(kind))[id_]
        new = sorted(hidden - known_texts.get((kind, id_), frozenset()))
        if new and (kind, id_) not in {(one.kind, one.id) for one in held}:
            yield _told(after, Held(kind, id_, record.withheld), record, ", ".join(new), "")


def names_withheld(before: Version, after: Version) -> SpeltNames:
    """Return what finds the names of the actors and places that the newer version withholds, as either calls them."""
    _, held = after.shown
    people = [one for one in held if one.kind in {RecordKind.ACTOR, RecordKind.PLACE}]
    records = [version.of_kind(RecordKind(one.kind)).get(one.id) for version in (before, after) for one in people]
    return SpeltNames(name for record in records if record is not None for name in names_of(record))


def _outermost(held: Iterable[Held]) -> list[Held]:
    events = {one.id for one in held if one.kind == RecordKind.EVENT.value}
    return [one for one in held if one.kind != CLAIM or one.id.partition("#")[0] not in events]


def _part(record: Record | None, held: Held) -> object:
    if not isinstance(record, Event) or held.kind != CLAIM:
        return record
    return next((claim for claim in record.claims if claim.id == held.id.partition("#")[2]), None)


def _told(after: Version, held: Held, record: Record | None, part: str, red: str) -> Difference:
    if record is None:
        raise LookupError(held.id)
    claims = [claim.id for claim in record.claims] if isinstance(record, Event) else []
    claim = held.id.partition("#")[2]
    return Difference(
        kind=_KINDS[held.kind],
        record=f"{kind_of(record)} {record.id}",
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

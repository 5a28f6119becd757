"""What goes with what is withheld: whatever rests on it or would give it away.

A report goes with its source and with whoever is named in it, a claim with its last report, an event with its last
claim, a dispute where fewer than two positions are left or its resolution rests on what is gone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from types import MappingProxyType
from typing import Any, Final, TypeVar, cast

from dateline.ground.dates import Edtf
from dateline.records.types import (
    Actor,
    Change,
    Citation,
    Claim,
    Dispute,
    Event,
    Place,
    Record,
    RecordKind,
    Report,
    Resolution,
    Source,
    Standpoint,
    type_of_kind,
)
from dateline.records.types.keeping_back import HIDEABLE
from dateline.records.types.named_kinds import CLAIM

Records = dict[RecordKind, dict[str, Any]]
V = TypeVar("V", Event, Source, Actor, Claim, Dispute, Standpoint, Resolution)
_POSITIONS: Final = 2
"""So many positions a dispute has at least."""
_NOTHING: Final[Mapping[tuple[str, str], Edtf]] = MappingProxyType({})


class Withholding:
    """Takes out of records what is withheld and what rests on it, until nothing more follows."""

    def __init__(self, records: Records, since: Mapping[tuple[str, str], Edtf] = _NOTHING) -> None:
        """Take out of `records` also what `since` names: what another version of the records withholds."""
        self.left = {kind: dict(of) for kind, of in records.items()}
        self.since: dict[tuple[str, str], Edtf] = {}
        for (kind, id_), day in since.items():
            if kind != CLAIM and id_ in self.left[RecordKind(kind)]:
                self._take(RecordKind(kind), id_, day)
            self.since.setdefault((kind, id_), day)
        self._settle()

    def _settle(self) -> None:
        for kind, of in self.left.items():
            for id_, record in list(of.items()):
                self._own(kind, id_, record)
        before = -1
        while before != len(self.since):
            before = len(self.since)
            for kind in RecordKind:
                for id_, record in list(self.left[kind].items()):
                    self._visit(kind, id_, record)

    # --- what says itself that it is withheld ---

    def _own(self, kind: RecordKind, id_: str, record: Record) -> None:
        if record.withheld is not None and record.withheld.is_whole:
            self._take(kind, id_, record.withheld.on)
        elif record.withheld is not None:
            self.left[kind][id_] = _without_fields(kind, record)

    def _take(self, kind: RecordKind, id_: str, since: Edtf) -> None:
        self.since[kind.value, id_] = since
        record = self.left[kind].pop(id_)
        for claim in record.claims if isinstance(record, Event) else ():
            self.since.setdefault((CLAIM, f"{id_}#{claim.id}"), since)

    def _gone(self, kind: RecordKind | str, id_: str | None) -> Edtf | None:
        return self.since.get((str(kind), id_)) if id_ is not None else None

    def _cause(self, kind: RecordKind | str, ids: Iterable[str | None]) -> Edtf | None:
        return next((since for id_ in ids if (since := self._gone(kind, id_)) is not None), None)

    def _cites_gone(self, cite: Citation | None) -> bool:
        return cite is not None and self._gone(RecordKind.SOURCE, cite.source) is not None

    # --- what follows from it ---

    def _visit(self, kind: RecordKind, id_: str, record: Record) -> None:
        left = self._without_gone(record)
        if isinstance(left, Edtf):
            self._take(kind, id_, left)
            return
        history = tuple(map(self._change, left.history))
        self.left[kind][id_] = replace(left, history=history) if history != left.history else left

    def _without_gone(self, record: Record) -> Record | Edtf:
        """Return a record without what is withheld, or since when it is withheld itself."""
        if isinstance(record, Event):
            return self._event(record)
        if isinstance(record, Source):
            return self._source(record)
        if isinstance(record, Dispute):
            return self._dispute(record)
        return self._actor(record) if isinstance(record, Actor) else self._place(record)

    def _change(self, change: Change) -> Change:
        return replace(change, dispute=None) if self._gone(RecordKind.DISPUTE, change.dispute) else change

    def _source(self, source: Source) -> Source | Edtf:
        same_text = source.copy_of.source if source.copy_of else None
        since = self._gone(RecordKind.ACTOR, source.publisher) or self._gone(RecordKind.SOURCE, same_text)
        if since is not None:
            return since
        copies = tuple(copy for copy in source.copies if not self._gone(RecordKind.ACTOR, copy.publisher))
        taken = source.withdrawn
        if taken is not None and self._cites_gone(taken.cite):
            taken = replace(taken, cite=None)
        return _changed(source, copies=copies, withdrawn=taken)

    def _actor(self, actor: Actor) -> Actor:
        speaks, owner = actor.speaks_for, actor.ownership
        if speaks is not None and (self._gone(RecordKind.ACTOR, speaks.actor) or self._cites_gone(speaks.cite)):
            speaks = None
        if owner is not None and (self._gone(RecordKind.ACTOR, owner.of) or self._cites_gone(owner.cite)):
            owner = None
        return _changed(
            actor,
            part_of=tuple(id_ for id_ in actor.part_of if not self._gone(RecordKind.ACTOR, id_)),
            sides=tuple(side for side in actor.sides if not self._cites_gone(side.cite)),
            speaks_for=speaks,
            ownership=owner,
        )

    def _place(self, place: Place) -> Place:
        return replace(place, within=None) if self._gone(RecordKind.PLACE, place.within) else place

    def _event(self, event: Event) -> Event | Edtf:
        kept = []
        for claim in event.claims:
            left = self._claim(event, claim)
            if isinstance(left, Edtf):
                self.since[CLAIM, f"{event.id}#{claim.id}"] = left
            else:
                kept.append(left)
        if not kept:
            return max((self.since[CLAIM, f"{event.id}#{one.id}"] for one in event.claims), key=lambda on: on.order)
        return _changed(
            event,
            places=tuple(role for role in event.places if not self._gone(RecordKind.PLACE, role.place)),
            actors=tuple(role for role in event.actors if not self._gone(RecordKind.ACTOR, role.actor)),
            unlike=tuple(other for other in event.unlike if not self._gone(RecordKind.EVENT, other.event)),
            claims=tuple(kept),
        )

    def _claim(self, event: Event, claim: Claim) -> Claim | Edtf:
        reference = f"{event.id}#{claim.id}"
        own = self.since.get((CLAIM, reference)) or self._about_gone(claim)
        own = claim.withheld.on if claim.withheld is not None else own
        if own is not None:
            return own
        causes = [self._report(report) for report in claim.reports]
        kept = tuple(report for report, since in zip(claim.reports, causes, strict=True) if since is None)
        if not kept:
            return max((since for since in causes if since is not None), key=lambda on: on.order)
        unlike = tuple(one for one in claim.unlike if not self._gone(CLAIM, one.claim))
        return _changed(claim, reports=kept, unlike=unlike)

    def _about_gone(self, claim: Claim) -> Edtf | None:
        """Return since when somebody or something is withheld that a claim is about."""
        control = claim.control
        if control is not None:
            about = self._gone(RecordKind.PLACE, control.place) or self._gone(RecordKind.ACTOR, control.holder)
            if about is not None:
                return about
        return self._cause(RecordKind.ACTOR, claim.accuses)

    def _report(self, report: Report) -> Edtf | None:
        named = [*report.by, report.restates, *(figure.of for figure in report.figures)]
        return self._gone(RecordKind.SOURCE, report.cite.source) or self._cause(RecordKind.ACTOR, named)

    def _dispute(self, dispute: Dispute) -> Dispute | Edtf:
        positions = tuple(one for one in map(self._standpoint, dispute.positions) if one is not None)
        kept = {one.id for one in positions}
        resolution = dispute.resolution and self._resolution(dispute.resolution, kept)
        if len(positions) < _POSITIONS or (dispute.resolution is not None and resolution is None):
            named = [reference for one in dispute.positions for reference in (*one.claims, *one.rests_on)]
            cited = [cite.source for cite in dispute.resolution.cites] if dispute.resolution else []
            since = self._cause(CLAIM, named) or self._cause(RecordKind.SOURCE, cited)
            return since or next(iter(self.since.values()))
        return _changed(dispute, positions=positions, resolution=resolution)

    def _standpoint(self, one: Standpoint) -> Standpoint | None:
        claims = tuple(reference for reference in one.claims if not self._gone(CLAIM, reference))
        rests_on = tuple(reference for reference in one.rests_on if not self._gone(CLAIM, reference))
        if (one.claims or one.rests_on) and not (claims or rests_on):
            return None
        return None if one.claims and not claims else _changed(one, claims=claims, rests_on=rests_on)

    def _resolution(self, one: Resolution, positions: set[str]) -> Resolution | None:
        cites = tuple(cite for cite in one.cites if not self._cites_gone(cite))
        if not positions.issuperset(one.outcome) or len(cites) < len(one.cites):
            return None
        settles = {reference: how for reference, how in one.settles.items() if not self._gone(CLAIM, reference)}
        return _changed(one, settles=settles)


def _changed(record: V, **values: object) -> V:
    """Return a record with other values, and the same object where they are the same."""
    is_same = all(getattr(record, name) == value for name, value in values.items())
    return record if is_same else replace(record, **cast("Any", values))


def _without_fields(kind: RecordKind, record: Record) -> Record:
    hidden = HIDEABLE.intersection(record.withheld.fields if record.withheld is not None else ())
    values: dict[str, Any] = {"withheld": None}
    for one in fields(type_of_kind[kind]):
        if one.name in hidden:
            values[one.name] = one.default
    return replace(record, **values)

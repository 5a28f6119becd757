"""What goes with what is withheld: whatever rests on it or would give it away.

A report goes with its source and with whoever is named in it, a claim with its last report, an event with its last
claim, a dispute where fewer than two positions are left or its resolution rests on what is gone.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any, Final, TypeVar, cast

from dateline.ground.dates import Day
from dateline.records.types import (
    Actor,
    Change,
    Citation,
    Claim,
    Creator,
    Dispute,
    Event,
    Ownership,
    Place,
    Record,
    RecordKind,
    RelatedEvent,
    Report,
    Resolution,
    Source,
    Standpoint,
    type_of_kind,
)
from dateline.records.types.dated_facts import LiesIn, Membership
from dateline.records.types.keeping_back import HIDEABLE, Withheld
from dateline.records.types.named_kinds import CLAIM

Named = tuple[str, str]
"""A kind of record, or claim, and an id."""
Records = dict[RecordKind, dict[str, Any]]
V = TypeVar("V", Event, Source, Actor, Place, Claim, Dispute, Standpoint, Resolution)
_POSITIONS: Final = 2
"""So many positions a dispute has at least."""
_WORD: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Withholding:
    """Takes out of records what is withheld and what rests on it, until nothing more follows."""

    def __init__(
        self, records: Records, since: Mapping[Named, Withheld], hidden: Mapping[Named, frozenset[str]]
    ) -> None:
        """Take out of `records` also what `since` and `hidden` name: what another version of the records withholds."""
        self._hidden = hidden
        self._halved: set[str] = set()
        """The events of which some claims are withheld, and not all."""
        self.left = {kind: dict(of) for kind, of in records.items()}
        self.since: dict[Named, Withheld] = {}
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
            self._take(kind, id_, record.withheld)
        else:
            own = record.withheld.fields if record.withheld is not None else ()
            hidden = HIDEABLE.intersection((*own, *self._hidden.get((kind.value, id_), ())))
            if hidden or record.withheld is not None:
                self.left[kind][id_] = _without_fields(kind, record, hidden)

    def _take(self, kind: RecordKind, id_: str, since: Withheld) -> None:
        self.since[kind.value, id_] = since
        record = self.left[kind].pop(id_)
        for claim in record.claims if isinstance(record, Event) else ():
            self.since.setdefault((CLAIM, f"{id_}#{claim.id}"), since)

    def _gone(self, kind: RecordKind | str, id_: str | None) -> Withheld | None:
        return self.since.get((str(kind), id_)) if id_ is not None else None

    def _cause(self, kind: RecordKind | str, ids: Iterable[str | None]) -> Withheld | None:
        return next((since for id_ in ids if (since := self._gone(kind, id_)) is not None), None)

    def _cites_gone(self, cite: Citation | None) -> bool:
        return cite is not None and self._gone(RecordKind.SOURCE, cite.source) is not None

    def _rests_on_gone(self, kind: RecordKind, id_: str | None, fact: Membership | LiesIn | Ownership) -> bool:
        return self._gone(kind, id_) is not None or self._any_gone(fact.cite)

    def _any_gone(self, cites: Iterable[Citation]) -> bool:
        """Return whether a fact rests on what is withheld, with others or alone: nobody knows which part of it."""
        return any(map(self._cites_gone, cites))

    # --- what follows from it ---

    def _visit(self, kind: RecordKind, id_: str, record: Record) -> None:
        left = self._without_gone(record)
        if isinstance(left, Withheld):
            self._take(kind, id_, left)
            return
        history = tuple(self._change(entry) for entry in left.history if not self._tells_gone(left, entry))
        self.left[kind][id_] = replace(left, history=history) if history != left.history else left

    def _without_gone(self, record: Record) -> Record | Withheld:
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

    def _tells_gone(self, record: Record, entry: Change) -> bool:
        """Return whether an entry from before a claim was withheld names it, and so tells what became of it."""
        if not isinstance(record, Event) or record.id not in self._halved:
            return False
        told = (self._gone(CLAIM, f"{record.id}#{word}") for word in _WORD.findall(entry.note))
        return any(since is not None and entry.date.order < since.on.order for since in told)

    def _source(self, source: Source) -> Source | Withheld:
        same_text = source.copy_of.source if source.copy_of else None
        since = self._gone(RecordKind.ACTOR, source.publisher) or self._gone(RecordKind.SOURCE, same_text)
        if since is not None:
            return since
        copies = tuple(copy for copy in source.copies if not self._gone(RecordKind.ACTOR, copy.publisher))
        taken = source.withdrawn
        if taken is not None and self._cites_gone(taken.cite):
            taken = replace(taken, cite=None)
        return _changed(
            source,
            copies=copies,
            withdrawn=taken,
            authors=self._named(source.authors),
            editors=self._named(source.editors),
            translators=self._named(source.translators),
        )

    def _named(self, creators: tuple[Creator, ...]) -> tuple[Creator, ...]:
        return tuple(one for one in creators if not self._gone(RecordKind.ACTOR, one.actor))

    def _actor(self, actor: Actor) -> Actor:
        speaks = actor.speaks_for
        if speaks is not None and (self._gone(RecordKind.ACTOR, speaks.actor) or self._cites_gone(speaks.cite)):
            speaks = None
        return _changed(
            actor,
            part_of=tuple(one for one in actor.part_of if not self._rests_on_gone(RecordKind.ACTOR, one.actor, one)),
            named=tuple(one for one in actor.named if not self._any_gone(one.cite)),
            succeeds=self._kept(RecordKind.ACTOR, actor.succeeds),
            perhaps_same_as=tuple(one for one in actor.perhaps_same_as if not self._gone(RecordKind.ACTOR, one.actor)),
            sides=tuple(side for side in actor.sides if not self._cites_gone(side.cite)),
            speaks_for=speaks,
            ownership=tuple(one for one in actor.ownership if not self._rests_on_gone(RecordKind.ACTOR, one.of, one)),
        )

    def _place(self, place: Place) -> Place:
        return _changed(
            place,
            within=tuple(one for one in place.within if not self._rests_on_gone(RecordKind.PLACE, one.place, one)),
            named=tuple(one for one in place.named if not self._any_gone(one.cite)),
            succeeds=self._kept(RecordKind.PLACE, place.succeeds),
            perhaps_same_as=tuple(one for one in place.perhaps_same_as if not self._gone(RecordKind.PLACE, one.place)),
        )

    def _kept(self, kind: RecordKind, ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(id_ for id_ in ids if not self._gone(kind, id_))

    def _event(self, event: Event) -> Event | Withheld:
        kept = []
        for claim in event.claims:
            left = self._claim(event, claim)
            if isinstance(left, Withheld):
                self.since[CLAIM, f"{event.id}#{claim.id}"] = left
                self._halved.add(event.id)
            else:
                kept.append(left)
        if not kept:
            return max((self.since[CLAIM, f"{event.id}#{one.id}"] for one in event.claims), key=_day)
        return _changed(
            event,
            places=tuple(role for role in event.places if not self._gone(RecordKind.PLACE, role.place)),
            actors=tuple(role for role in event.actors if not self._gone(RecordKind.ACTOR, role.actor)),
            part_of=None if self._gone(RecordKind.EVENT, event.part_of) else event.part_of,
            related=tuple(tie for tie in event.related if not self._unties(tie)),
            media=tuple(one for one in event.media if not self._cites_gone(one.cite)),
            unlike=tuple(other for other in event.unlike if not self._gone(RecordKind.EVENT, other.event)),
            claims=tuple(kept),
        )

    def _unties(self, tie: RelatedEvent) -> bool:
        """Return whether a tie leads to what is withheld, rests on it, or is somebody's word who is."""
        leads_there = self._gone(RecordKind.EVENT, tie.event) or self._cause(RecordKind.ACTOR, tie.by)
        return leads_there is not None or self._cites_gone(tie.cite)

    def _claim(self, event: Event, claim: Claim) -> Claim | Withheld:
        reference = f"{event.id}#{claim.id}"
        own = claim.withheld or self._gone(CLAIM, reference) or self._about_gone(claim)
        if own is not None:
            return own
        causes = [self._report(report) for report in claim.reports]
        kept = tuple(report for report, since in zip(claim.reports, causes, strict=True) if since is None)
        if not kept:
            return max((since for since in causes if since is not None), key=_day)
        unlike = tuple(one for one in claim.unlike if not self._gone(CLAIM, one.claim))
        return _changed(claim, reports=kept, unlike=unlike)

    def _about_gone(self, claim: Claim) -> Withheld | None:
        """Return since when somebody or something is withheld that a claim is about."""
        control = claim.control
        if control is not None:
            about = self._gone(RecordKind.PLACE, control.place) or self._gone(RecordKind.ACTOR, control.holder)
            if about is not None:
                return about
        return self._cause(RecordKind.ACTOR, claim.accuses)

    def _report(self, report: Report) -> Withheld | None:
        named = [*report.by, report.restates, *(figure.of for figure in report.figures)]
        return self._gone(RecordKind.SOURCE, report.cite.source) or self._cause(RecordKind.ACTOR, named)

    def _dispute(self, dispute: Dispute) -> Dispute | Withheld:
        positions = tuple(one for one in map(self._standpoint, dispute.positions) if one is not None)
        lost = {one.id for one in dispute.positions} - {one.id for one in positions}
        resolution = dispute.resolution and self._resolution(dispute.resolution, lost)
        if (lost and len(positions) < _POSITIONS) or (dispute.resolution is not None and resolution is None):
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

    def _resolution(self, one: Resolution, lost: set[str]) -> Resolution | None:
        cites = tuple(cite for cite in one.cites if not self._cites_gone(cite))
        if lost.intersection(one.outcome) or len(cites) < len(one.cites):
            return None
        settles = {reference: how for reference, how in one.settles.items() if not self._gone(CLAIM, reference)}
        return _changed(one, settles=settles)


def _day(withheld: Withheld) -> tuple[Day, Day, str]:
    return withheld.on.order


def _changed(record: V, **values: object) -> V:
    """Return a record with other values, and the same object where they are the same."""
    is_same = all(getattr(record, name) == value for name, value in values.items())
    return record if is_same else replace(record, **cast("Any", values))


def _without_fields(kind: RecordKind, record: Record, hidden: frozenset[str]) -> Record:
    values: dict[str, Any] = {"withheld": None}
    values |= {one.name: one.default for one in fields(type_of_kind[kind]) if one.name in hidden}
    return replace(record, **values)

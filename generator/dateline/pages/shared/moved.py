"""What stood on a page and stands elsewhere now, or nowhere: its old address says so and leads on."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dateline.ground.dates import DateError, Edtf, in_words, parse
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.views import Link
from dateline.pages.wording import addresses
from dateline.records.chronology import event_order
from dateline.records.rules.graves import Grave, graves, stands_now
from dateline.records.types import Event, RecordKind, Tombstone
from dateline.records.types.named_kinds import CLAIM

_DATED: Final = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}(?=-)")


@dataclass(frozen=True, slots=True)
class MovedView:
    """An event that stood on a page before, or the tombstone of an event or a claim that did."""

    id: str
    """The anchor at which it stood."""
    anchors: tuple[str, ...]
    """Those of its claims."""
    title: str
    """The event's title, or what a claim is called that was removed; nothing for an event that was."""
    removed: str
    """The day on which it was removed; nothing for an event that moved."""
    note: str
    now: Link | None
    """What stands in its place now."""


@derivation
def buried(edition: Edition) -> dict[Grave, Tombstone]:
    """Return what was removed."""
    return graves(edition.chronology.tombstones)


def now_at(edition: Edition, kind: str, id_: str) -> Link | None:
    """Return the link to what stands in the place of a record or a claim that was removed; None if nothing does."""
    found = stands_now(edition.chronology, edition.derived(buried), kind, id_)
    if found is None:
        return None
    if found[0] == CLAIM:
        context = edition.chronology.claims[found[1]]
        return edition.claim_link(context.event, context.claim)
    return edition.any_record(RecordKind(found[0]), found[1])


@derivation
def moved_by_page(edition: Edition) -> dict[str, tuple[Event | Tombstone, ...]]:
    """Return, by day, month or year, what stood there: events that stand elsewhere now, and those that were removed."""
    found: defaultdict[str, list[Event | Tombstone]] = defaultdict(list)
    for event in sorted(edition.chronology.events.values(), key=event_order):
        here = addresses.period_of(event.date)
        for period in dict.fromkeys(map(addresses.period_of, event.formerly)):
            if period != here:
                found[period].append(event)
    for stone in sorted(edition.chronology.tombstones, key=lambda stone: (stone.date.order, stone.id)):
        for period in dict.fromkeys(map(addresses.period_of, stone.formerly or _day_in_id(stone))):
            found[period].append(stone)
    return {period: tuple(moved) for period, moved in found.items()}


def _day_in_id(stone: Tombstone) -> tuple[Edtf, ...]:
    """Return the day, month or year with which the id of a removed event begins.

    `dateline new event` names events so.  It is looked at only where the tombstone does not say where the event stood:
    the worst that comes of a wrong one is an address that leads on though nothing ever stood there.
    """
    begins = _DATED.match(stone.id) if stone.kind == RecordKind.EVENT.value else None
    if begins is None:
        return ()
    try:
        return (parse(begins[0]),)
    except DateError:
        return ()


def moved_from(edition: Edition, period: str) -> tuple[MovedView, ...]:
    """Return what stood on the page of a day, month or year, and does no more."""
    return tuple(_moved(edition, one) for one in edition.derived(moved_by_page).get(period, ()))


def _moved(edition: Edition, one: Event | Tombstone) -> MovedView:
    gone = tuple(_anchor(stone) for stone in edition.derived(removed_claims).get(one.id, ()))
    if isinstance(one, Event):
        anchors = tuple(addresses.claim_anchor(one, claim) for claim in one.claims)
        return MovedView(one.id, (*anchors, *gone), one.title, "", "", edition.event(one))
    return MovedView(
        one.id, gone, "", in_words(one.date, edition.language), one.note, now_at(edition, one.kind, one.id)
    )


@derivation
def removed_claims(edition: Edition) -> Mapping[str, tuple[Tombstone, ...]]:
    """Return the tombstones of claims, by the event that they were about."""
    found: defaultdict[str, list[Tombstone]] = defaultdict(list)
    for stone in edition.chronology.tombstones:
        if stone.kind == CLAIM:
            found[stone.id.partition("#")[0]].append(stone)
    return {event: tuple(stones) for event, stones in found.items()}


def claims_removed_from(edition: Edition, event: Event | Tombstone) -> tuple[MovedView, ...]:
    """Return the claims that were removed from an event, be it there or removed itself, each at its old anchor."""
    return tuple(_removed(edition, stone) for stone in edition.derived(removed_claims).get(event.id, ()))


def _removed(edition: Edition, stone: Tombstone) -> MovedView:
    now = now_at(edition, CLAIM, stone.id)
    return MovedView(
        _anchor(stone),
        (),
        edition.language.gettext("A claim that stood here"),
        in_words(stone.date, edition.language),
        stone.note,
        now,
    )


def _anchor(stone: Tombstone) -> str:
    """Return the anchor at which a claim stood: event--claim."""
    return stone.id.replace("#", "--")

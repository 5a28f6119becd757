"""The feeds of one dispute, actor, place or tag: what is new about it, and what was changed in what is told of it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from dateline.ground.dates import EARLIEST
from dateline.pages.exports.atom import Feed, FeedEntry, atom
from dateline.pages.exports.changes_feed import entries_of
from dateline.pages.exports.events_feed import entry_of
from dateline.pages.kinds.actor import disputes_by_actor
from dateline.pages.kinds.changes import newest_first
from dateline.pages.kinds.ways import ways_of
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.tagged import events_by_tag
from dateline.pages.wording.addresses import tag_address
from dateline.records.chronology import event_order, kind_of
from dateline.records.types import Actor, Dispute, Event, Place, Record

_NEWEST: Final = 6
"""The entries of a feed, a dispute's own history not counted: there is one for every actor and place, and it is to
stay below 4 kB."""
_LONGEST: Final = 120
"""The characters of a summary."""


def record_feed(edition: Edition, record: Dispute | Actor | Place) -> str:
    """Return the feed of a record: its own changes, those of a dispute first and all of them, and what it is about."""
    # What became of a dispute itself is what its readers ask for: it stands first, and crowds out nothing.
    own = entries_of(edition, newest_first(edition.changes(record))) if isinstance(record, Dispute) else ()
    named = f"{kind_of(record)}/{record.id}"
    return _feed(edition, edition.record_address(record), named, _concerned(edition, record), own)


def tag_feed(edition: Edition, tag: str) -> str:
    """Return the feed of a tag: what is new about its events, and what was changed in them."""
    return _feed(edition, tag_address(tag), f"tag/{tag}", edition.derived(events_by_tag)[tag], ())


def _feed(edition: Edition, page: str, name: str, concerned: Iterable[Record], own: Iterable[FeedEntry]) -> str:
    """Return the feed of a page: its `own` entries first, then the newest of the records by which it changes."""
    concerned = tuple(concerned)
    events = [entry_of(edition, one) for one in concerned if isinstance(one, Event)]
    changes = [entry for one in concerned for entry in entries_of(edition, newest_first(edition.changes(one)))]
    in_order = sorted([*events, *changes], key=lambda entry: (entry.updated or EARLIEST, entry.name), reverse=True)
    first = {entry.name: entry for entry in own}
    others = [entry for entry in in_order if entry.name not in first]
    newest = [_brief(entry) for entry in (*first.values(), *others[:_NEWEST])]
    ways = ways_of(edition, page)
    return atom(
        edition,
        Feed(
            path=ways.feed,
            page=page,
            name=name,
            title=ways.feed_title,
            subtitle="",
            updated=max((entry.updated for entry in newest if entry.updated), default=edition.updated),
            entries=newest,
        ),
        is_laid_out=False,
    )


def _concerned(edition: Edition, record: Dispute | Actor | Place) -> list[Record]:
    """Return the record, and the events and disputes by which it changes."""
    graph = edition.chronology
    if isinstance(record, Dispute):
        claims = (reference for position in record.positions for reference in position.claims)
        return [record, *_in_order(graph.claims[reference].event for reference in claims)]
    if isinstance(record, Actor):
        spoken = (one.event for one in graph.reports_by_speaker.get(record.id, ()))
        events = _in_order([*graph.events_by_actor.get(record.id, ()), *spoken])
        return [record, *events, *edition.derived(disputes_by_actor).get(record.id, {}).values()]
    events = _in_order(graph.events_by_place.get(record.id, ()))
    of_claims = (f"{event.id}#{claim.id}" for event in events for claim in event.claims)
    disputes = {one.id: one for reference in of_claims for one in graph.disputes_by_claim.get(reference, ())}
    return [record, *events, *disputes.values()]


def _in_order(events: Iterable[Event]) -> list[Event]:
    return sorted({event.id: event for event in events}.values(), key=event_order)


def _brief(entry: FeedEntry) -> FeedEntry:
    if len(entry.summary) <= _LONGEST:
        return entry
    return replace(entry, summary=f"{entry.summary[:_LONGEST].rpartition(' ')[0]}…")

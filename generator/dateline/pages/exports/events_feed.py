"""days/feed.xml: new events as an Atom feed."""

from typing import Final

from dateline.ground.dates import EARLIEST, Day
from dateline.pages.exports.atom import Feed, FeedEntry, atom
from dateline.pages.shared.edition import Edition
from dateline.pages.wording import words
from dateline.pages.wording.sections import DAYS
from dateline.records.chronology import event_order
from dateline.records.types import Event

EVENTS_PATH: Final = f"{DAYS.address}feed.xml"
_NEWEST: Final = 200
_LAST_YEAR: Final = 9999


def events_feed(edition: Edition) -> str:
    """Return the feed of new events, newest first; of those that were added on one day, the last of their order.

    No clock is asked: an event is new on the day that its record names as `added` or, where
    it names none, on the first day on which an editor had read a source of it.
    """
    added = {event.id: _added(edition, event) for event in edition.chronology.events.values()}
    in_order = sorted(
        edition.chronology.events.values(),
        key=lambda event: (added[event.id] or EARLIEST, event_order(event)),
        reverse=True,
    )
    newest = [entry_of(edition, event) for event in in_order[:_NEWEST]]
    return atom(
        edition,
        Feed(
            path=EVENTS_PATH,
            page=DAYS.address,
            name="events",
            title=edition.language.gettext("%(chronology)s: new events", chronology=edition.chronology.masthead.title),
            subtitle=edition.language.gettext(
                "Events by the day on which they were added, or else an editor first read a source of theirs."
            ),
            updated=max((entry.updated for entry in newest if entry.updated), default=edition.updated),
            entries=newest,
        ),
    )


def entry_of(edition: Edition, event: Event) -> FeedEntry:
    """Return the entry of an event, the same in every feed."""
    added = _added(edition, event)
    changed = [day for change in event.history if (day := change.date.latest) is not None]
    return FeedEntry(
        name=f"event/{event.id}",
        title=edition.language.told_of(words.when(event, edition.language), event.title),
        summary=event.summary or event.claims[0].text,
        address=edition.shared_address(event),
        updated=max([*changed, *([added] if added else [])], default=None),
        published=added,
    )


def _added(edition: Edition, event: Event) -> Day | None:
    """Return the day on which an event is new; a source that nobody says to have read counts from its publication.

    None where neither is known of any source, nor a day on which any record was changed.
    """
    if event.added is not None and event.added.latest is not None:
        return event.added.latest
    cited = dict.fromkeys(report.cite.source for claim in event.claims for report in claim.reports)
    sources = [edition.chronology.sources[id_] for id_ in cited]
    days = [(source.accessed or source.published).latest for source in sources]
    # A feed has the years 1 to 9999, and an ancient text was news before there was one.
    told = (day for day in days if day is not None and 1 <= day.year <= _LAST_YEAR)
    return min(told, default=edition.updated)

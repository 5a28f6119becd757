"""changes/feed.xml: the ledger as an Atom feed."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from dateline.ground.dates import Day
from dateline.pages.exports.atom import Feed, FeedEntry, atom
from dateline.pages.kinds.changes import all_changes
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.views import ChangeView
from dateline.pages.wording.sections import CHANGES

CHANGES_PATH: Final = f"{CHANGES.address}feed.xml"
_NOT_IN_NAME: Final = re.compile("[^A-Za-z0-9-]")


def changes_feed(edition: Edition) -> str:
    """Return the feed of changes, newest first; an entry's id names the record and the date of the change."""
    return atom(
        edition,
        Feed(
            path=CHANGES_PATH,
            page=CHANGES.address,
            name="changes",
            title=edition.language.gettext("%(chronology)s: changes", chronology=edition.chronology.masthead.title),
            subtitle=edition.language.gettext("Corrections, new evidence, what was settled and what was taken back."),
            updated=edition.updated,
            entries=entries_of(edition, all_changes(edition)),
        ),
    )


def entries_of(edition: Edition, changes: Iterable[ChangeView]) -> Iterator[FeedEntry]:
    """Yield an entry for each change, those of each record in the order of `newest_first`: on it hang their ids."""
    changes = tuple(changes)
    told = Counter(_name_of(change) for change in changes)
    for change in changes:
        name = _name_of(change)
        yield FeedEntry(
            name=f"{name}-{told[name]}" if told[name] > 1 else name,
            title=edition.language.told_of(change.label, change.record.text),
            summary=change.told,
            address=change.shared,
            updated=Day.fromisoformat(change.latest) if change.latest else None,
        )
        told[name] -= 1


def _name_of(change: ChangeView) -> str:
    kind_of_change = change.type
    return f"{change.kind}/{change.id}/{_NOT_IN_NAME.sub('-', change.iso)}-{kind_of_change}"

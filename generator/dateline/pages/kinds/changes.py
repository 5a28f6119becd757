"""The page of changes: the ledger of all records, newest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from dateline.pages.kinds.tombstone import TombstoneView, tombstone_views
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.views import ChangeView
from dateline.pages.wording.sections import CHANGES


@dataclass(frozen=True, slots=True)
class ChangesView:
    """The ledger of the whole chronology."""

    template: ClassVar[str] = "changes"
    address: ClassVar[str] = CHANGES.address
    title: ClassVar[str] = CHANGES.name
    edit_path: ClassVar[None] = None
    changes: tuple[ChangeView, ...]
    tombstones: tuple[TombstoneView, ...]


def changes_view(edition: Edition) -> ChangesView:
    """Return every ledger entry of every record, newest first, and the tombstones."""
    # What changed on one day stands in the reverse order of the records, as all that is newest first.
    records = reversed(tuple(edition.chronology.records()))
    entries = [entry for record in records for entry in _newest_first(edition.changes(record))]
    in_order = sorted(entries, key=lambda entry: entry.iso, reverse=True)
    return ChangesView(tuple(in_order), tombstone_views(edition))


def _newest_first(entries: Iterable[ChangeView]) -> list[ChangeView]:
    """Return the entries of one record; the numbers at the ends of ids in the feed hang on this order."""
    return sorted(entries, key=lambda entry: (entry.iso, entry.note), reverse=True)

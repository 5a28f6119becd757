"""The page of a removed record: why it went, and what stands in its place."""

from dataclasses import dataclass
from typing import ClassVar

from dateline.ground.dates import in_words
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.moved import now_at
from dateline.pages.shared.views import Link
from dateline.pages.wording import addresses, words
from dateline.records.types import RecordKind
from dateline.records.types.named_kinds import CLAIM


@dataclass(frozen=True, slots=True)
class TombstoneView:
    """A record that was removed."""

    template: ClassVar[str] = "tombstone"
    edit_path: ClassVar[None] = None
    address: str
    kind: str
    kind_label: str
    id: str
    date: str
    note: str
    instead: Link | None
    title: str


def tombstone_views(edition: Edition) -> tuple[TombstoneView, ...]:
    """Return what is left of removed records, newest first."""
    in_order = sorted(edition.chronology.tombstones, key=lambda stone: (stone.date.order, stone.id), reverse=True)
    views = []
    for stone in in_order:
        # The pages of events are small ones, and claims have a place on their event's.
        has_page = stone.kind not in {RecordKind.EVENT, CLAIM}
        address = addresses.page_address(RecordKind(stone.kind), stone.id) if has_page else ""
        instead = now_at(edition, stone.kind, stone.id)
        views.append(
            TombstoneView(
                address,
                stone.kind,
                edition.language.gettext(words.KIND_OF_RECORD[stone.kind]),
                stone.id,
                in_words(stone.date, edition.language),
                stone.note,
                instead,
                edition.language.gettext("Removed: %(id)s", id=stone.id),
            )
        )
    return tuple(views)

"""What goes with a page to where it is shared, followed or embedded: its card, its feed, its oEmbed description."""

from dataclasses import dataclass
from typing import Final

from dateline.pages.kinds.pages_of_days import events_of_page, title_of
from dateline.pages.kinds.topic_card import card_address
from dateline.pages.shared.edition import Edition
from dateline.records.types import RecordKind

_DAYS: Final = "days"


@dataclass(frozen=True, slots=True)
class Ways:
    """The files that stand beside a page, each empty where it has none."""

    card: str = ""
    """Where the card is that it is shown with elsewhere."""
    shown_on_card: str = ""
    """What the card is about, in words."""


def ways_of(edition: Edition, address: str) -> Ways:
    """Return what goes with the page at an address."""
    folder, _, rest = address.partition("#")[0].partition("/")
    id_ = rest.partition("/")[0]
    if folder == _DAYS and id_ and events_of_page(edition, id_):
        return Ways(card_address(f"{_DAYS}/{id_}/"), title_of(id_, edition.language))
    if folder == RecordKind.DISPUTE.folder and id_:
        dispute = edition.chronology.disputes[id_]
        return Ways(card_address(address), dispute.question)
    return Ways()

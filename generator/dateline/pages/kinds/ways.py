"""What goes with a page to where it is shared, followed or embedded: its card, its feed, its oEmbed description."""

from dataclasses import dataclass, replace
from typing import Final

from dateline.ground.languages import marked
from dateline.pages.kinds.pages_of_days import events_of_page, title_of
from dateline.pages.kinds.topic_card import card_address
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.embedding import DISPUTE_HEIGHT, LONGEST_TITLE, frame
from dateline.pages.shared.twins import NO_TWINS, json_twin, markdown_twin
from dateline.pages.wording import addresses
from dateline.pages.wording.addresses import TAGS
from dateline.pages.wording.shortening import shortened
from dateline.records.types import RecordKind

_INDEX: Final = "index.html"
_DAYS: Final = "days"
_FOLLOW: Final = {
    RecordKind.DISPUTE.folder: marked("Follow this dispute"),
    RecordKind.ACTOR.folder: marked("Follow this actor"),
    RecordKind.PLACE.folder: marked("Follow this place"),
    TAGS: marked("Follow this tag"),
}


@dataclass(frozen=True, slots=True)
class Ways:
    """The files that stand beside a page, each empty where it has none."""

    card: str = ""
    """Where the card is that it is shown with elsewhere."""
    shown_on_card: str = ""
    """What the card is about, in words."""
    feed: str = ""
    feed_whole: str = ""
    """The feed's address as it is copied elsewhere; empty where the site's address is not known."""
    feed_title: str = ""
    follow: str = ""
    """What the link to the feed is called."""
    oembed: str = ""
    """Where other people's pages read how to embed it, whole; empty where the site's address is not known."""
    json: str = ""
    """The record as JSON, where the site has that."""
    markdown: str = ""
    """The record as Markdown, where the site has that."""
    embed: str = ""
    """The HTML that embeds it."""


def ways_of(edition: Edition, address: str) -> Ways:
    """Return what goes with the page at an address."""
    return replace(_shared_ways(edition, address), **_twins_of(edition, address))


def _twins_of(edition: Edition, address: str) -> dict[str, str]:
    """Return where the record of a page is for programs; nothing for an actor's page that is not to be listed."""
    folder, _, rest = address.partition("#")[0].partition("/")
    id_, _, part = rest.partition("/")
    kind = next((one for one in RecordKind if one.folder == folder), None)
    if edition.twins == NO_TWINS or kind is None or part not in {"", _INDEX}:
        return {}
    record = edition.chronology.of_kind(kind).get(id_)
    if record is None or not getattr(record, "index", True):
        return {}
    page = edition.shared_address(record)
    found = {"json": json_twin(page), "markdown": markdown_twin(page)}
    return {name: path for name, path in found.items() if getattr(edition.twins, name)}


def _shared_ways(edition: Edition, address: str) -> Ways:
    folder, _, rest = address.partition("#")[0].partition("/")
    id_, _, part = rest.partition("/")
    if folder == _DAYS and id_ and events_of_page(edition, id_):
        return Ways(card_address(f"{_DAYS}/{id_}/"), title_of(id_, edition.language))
    if folder not in _FOLLOW or not id_ or part:
        return Ways()
    if folder == RecordKind.DISPUTE.folder:
        return _of_dispute(edition, id_)
    return Ways(**_followed(edition, folder, id_, _name(edition, folder, id_)))


def _name(edition: Edition, folder: str, id_: str) -> str:
    if folder == TAGS:
        return edition.term("tags", id_)
    return edition.chronology.actors[id_].name if folder == RecordKind.ACTOR.folder else edition.place_name(id_)


def _of_dispute(edition: Edition, id_: str) -> Ways:
    question, site = edition.chronology.disputes[id_].question, edition.site_url if edition.has_embeds else None
    embed, folder = addresses.dispute_embed_address(id_), RecordKind.DISPUTE.folder
    return Ways(
        card=card_address(f"{folder}/{id_}/"),
        shown_on_card=question,
        oembed=f"{site}{addresses.oembed_address(embed)}" if site else "",
        embed=frame(f"{site}{embed}", shortened(question, LONGEST_TITLE), DISPUTE_HEIGHT) if site else "",
        **_followed(edition, folder, id_, question),
    )


def _followed(edition: Edition, folder: str, id_: str, name: str) -> dict[str, str]:
    return {
        "feed": f"{folder}/{id_}/feed.xml",
        "feed_whole": f"{edition.site_url}{folder}/{id_}/feed.xml" if edition.site_url else "",
        "feed_title": edition.language.gettext(
            "%(chronology)s: %(name)s", chronology=edition.chronology.masthead.title, name=name
        ),
        "follow": edition.language.gettext(_FOLLOW[folder]),
    }

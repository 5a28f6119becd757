"""The description by which other people's pages embed a claim or a dispute (oEmbed 1.0, type "rich")."""

import json

from dateline.pages.shared.edition import Edition
from dateline.pages.shared.embedding import WIDTH, frame


def oembed(edition: Edition, embed: str, title: str, height: int) -> str:
    """Return the description of the page at the address `embed`, on a site whose address is known."""
    site = edition.site_url or ""
    return json.dumps(
        {
            "version": "1.0",
            "type": "rich",
            "provider_name": edition.chronology.masthead.title,
            "provider_url": site,
            "title": title,
            "width": WIDTH,
            "height": height,
            "html": frame(f"{site}{embed}", title, height),
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )

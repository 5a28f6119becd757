"""Atom feeds (RFC 4287): what every feed of the site has in common."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree as ET

from dateline.ground.dates import Day
from dateline.ground.escaping import xml_text
from dateline.pages.shared.edition import Edition
from dateline.pages.wording.addresses import relative_from

_ATOM: Final = "http://www.w3.org/2005/Atom"
_LOOK: Final = "assets/feed.css"
_XHTML: Final = {"xmlns": "http://www.w3.org/1999/xhtml"}
"""Begins what only browsers read: the format lets a feed have elements of others, which feed readers pass over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """An entry of a feed; `name` is what its id ends in, `address` leads to what it is about."""

    name: str
    title: str
    summary: str
    address: str
    updated: Day | None
    published: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed at `path`, beside the page at `page`; `name` is what its id ends in."""

    path: str
    page: str
    name: str
    title: str
    subtitle: str
    updated: Day | None
    entries: Iterable[FeedEntry]


def atom(edition: Edition, feed: Feed, *, is_laid_out: bool = True) -> str:
    """Return a feed as XML, an element a line if it `is_laid_out`.

    Ids are tag URIs (RFC 4151), made of the chronology's feed_id and the record, so they move
    neither with the site nor with an event's day nor with the title.  Addresses are absolute where
    the site's is known.  Where the records tell no day at all, `updated` is left out, though the
    format asks for it: no clock is asked, and any other day would be made up.  Characters that XML
    1.0 cannot hold come out as U+FFFD.
    """
    title = edition.chronology.masthead.title
    base = edition.chronology.masthead.feeds
    at = _linking(edition, feed.path)
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": edition.chronology.masthead.language})
    _add(root, "title", feed.title)
    told = edition.language.gettext("This is a feed: copy its address into a feed reader to be told what is new.")
    _add(root, "subtitle", f"{feed.subtitle} {told}".lstrip())
    _add(root, "id", f"{base}/{feed.name}")
    if feed.updated is not None:
        _add(root, "updated", _moment(feed.updated))
    ET.SubElement(_add(root, "author"), "name").text = xml_text(title)
    ET.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": at(feed.path)})
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": at(feed.page)})
    _add_for_browsers(root, at(feed.path) if edition.site_url else "")
    for entry in feed.entries:
        _add_entry(root, entry, f"{base}/{entry.name}", at)
    if is_laid_out:
        ET.indent(root)
    # A browser that is led here shows what a feed is for; the style sheet is the site's own, wherever that is.
    look = f'<?xml-stylesheet type="text/css" href="{relative_from(feed.path)(_LOOK)}"?>\n'
    return '<?xml version="1.0" encoding="utf-8"?>\n' + look + ET.tostring(root, encoding="unicode") + "\n"


def _add_for_browsers(root: ET.Element, own: str) -> None:
    """Add what makes a feed as wide as a phone, and its address as a text that can be copied, where that is known."""
    ET.SubElement(root, "meta", _XHTML | {"name": "viewport", "content": "width=device-width, initial-scale=1"})
    if own:
        ET.SubElement(root, "code", _XHTML).text = own


def _linking(edition: Edition, path: str) -> Callable[[str], str]:
    site = edition.site_url
    return relative_from(path) if site is None else lambda target: f"{site}{target}"


def _add_entry(root: ET.Element, entry: FeedEntry, id_: str, at: Callable[[str], str]) -> None:
    element = ET.SubElement(root, "entry")
    _add(element, "title", entry.title)
    _add(element, "id", id_)
    if entry.published is not None:
        _add(element, "published", _moment(entry.published))
    if entry.updated is not None:
        _add(element, "updated", _moment(entry.updated))
    ET.SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": at(entry.address)})
    _add(element, "summary", entry.summary)


def _add(parent: ET.Element, name: str, text: str | None = None) -> ET.Element:
    element = ET.SubElement(parent, name)
    element.text = None if text is None else xml_text(text)
    return element


def _moment(day: Day) -> str:
    return f"{day.isoformat()}T00:00:00Z"

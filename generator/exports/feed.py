"""changes/feed.xml: the ledger as an Atom feed (RFC 4287)."""

import hashlib
import re
from collections import Counter
from typing import Final
from xml.etree import ElementTree as ET

from generator.views.edition import ChangeView, Edition
from generator.views.overview import changes_view

FEED_PATH: Final = "changes/feed.xml"
_ATOM: Final = "http://www.w3.org/2005/Atom"
_TAG: Final = "tag:dateline.invalid,2026"
_NOT_SLUG: Final = re.compile("[^a-z0-9]+")
_NOT_IN_NAME: Final = re.compile("[^A-Za-z0-9-]")
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"


def feed(edition: Edition) -> str:
    """Return the feed of changes, newest first.

    Ids are tag URIs (RFC 4151) that name the chronology, the record and the date of the
    change, so they move neither with the site nor with an event's day.  Characters that
    XML 1.0 cannot hold come out as U+FFFD.
    """
    changes = changes_view(edition).changes
    base = f"{_TAG}:{_slug(edition.chronology.masthead.title)}"
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": edition.chronology.masthead.language})
    _add(root, "title", f"{edition.chronology.masthead.title}: changes")
    _add(root, "id", f"{base}/changes")
    _add(root, "updated", _moment(edition.updated.isoformat()))
    ET.SubElement(_add(root, "author"), "name").text = _clean(edition.chronology.masthead.title)
    ET.SubElement(root, "link", {"rel": "self", "href": "feed.xml"})
    ET.SubElement(root, "link", {"href": "./"})
    told: Counter[str] = Counter()
    for change in reversed(changes):
        told[_name_of(change)] += 1
    for change in changes:
        name = _name_of(change)
        _add_entry(root, change, f"{base}/{name}-{told[name]}" if told[name] > 1 else f"{base}/{name}")
        told[name] -= 1
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _name_of(change: ChangeView) -> str:
    kind_of_change = change.label.lower().replace(" ", "-")
    return f"{change.kind}/{change.id}/{_NOT_IN_NAME.sub('-', change.iso)}-{kind_of_change}"


def _slug(title: str) -> str:
    """Return a title as part of an id; a title in other letters than a to z is told by its hash as well."""
    slug = _NOT_SLUG.sub("-", title.lower()).strip("-")
    if slug and title.isascii():
        return slug
    digest = hashlib.sha256(title.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"{slug}-{digest}".lstrip("-")


def _add_entry(root: ET.Element, change: ChangeView, id_: str) -> None:
    entry = ET.SubElement(root, "entry")
    _add(entry, "title", f"{change.label}: {change.record.text}")
    _add(entry, "id", id_)
    _add(entry, "updated", _moment(change.latest))
    ET.SubElement(entry, "link", {"href": f"../{change.record.address}"})
    _add(entry, "summary", change.note)


def _add(parent: ET.Element, name: str, text: str | None = None) -> ET.Element:
    element = ET.SubElement(parent, name)
    element.text = None if text is None else _clean(text)
    return element


def _clean(text: str) -> str:
    return _NOT_XML.sub(_REPLACEMENT, text)


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"

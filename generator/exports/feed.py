"""changes/feed.xml: the ledger as an Atom feed (RFC 4287)."""

import re
from collections import Counter
from typing import Final
from xml.etree import ElementTree as ET

from generator.views.edition import ChangeView, Edition
from generator.views.overview import changes_view

FEED_PATH: Final = "changes/feed.xml"
_ATOM: Final = "http://www.w3.org/2005/Atom"
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"


def feed(edition: Edition) -> str:
    """Return the feed of changes, newest first.

    Entry ids are tag URIs (RFC 4151) that name the record and the day, so they do not
    move with the site.  Characters that XML 1.0 cannot hold come out as U+FFFD.
    """
    changes = changes_view(edition).changes
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": edition.chronology.masthead.language})
    _add(root, "title", f"{edition.chronology.masthead.title}: changes")
    _add(root, "id", "tag:dateline.invalid,2026:changes")
    _add(root, "updated", _moment(edition.updated.isoformat()))
    ET.SubElement(_add(root, "author"), "name").text = _clean(edition.chronology.masthead.title)
    ET.SubElement(root, "link", {"rel": "self", "href": "feed.xml"})
    ET.SubElement(root, "link", {"href": "./"})
    told: Counter[str] = Counter()
    for change in reversed(changes):
        told[_name_of(change)] += 1
    for change in changes:
        name = _name_of(change)
        _add_entry(root, change, f"{name}-{told[name]}" if told[name] > 1 else name)
        told[name] -= 1
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _name_of(change: ChangeView) -> str:
    return f"{change.record.address}{change.iso}-{change.label.lower().replace(' ', '-')}"


def _add_entry(root: ET.Element, change: ChangeView, name: str) -> None:
    entry = ET.SubElement(root, "entry")
    _add(entry, "title", f"{change.label}: {change.record.text}")
    _add(entry, "id", f"tag:dateline.invalid,2026:{name}")
    _add(entry, "updated", _moment(change.iso))
    ET.SubElement(entry, "link", {"href": f"../{change.record.address}"})
    _add(entry, "summary", change.note)


def _add(parent: ET.Element, name: str, text: str | None = None) -> ET.Element:
    element = ET.SubElement(parent, name)
    element.text = None if text is None else _clean(text)
    return element


def _clean(text: str) -> str:
    return _NOT_XML.sub(_REPLACEMENT, text)


def _moment(day: str) -> str:
    return f"{day[:10]}T00:00:00Z"

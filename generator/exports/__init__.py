"""The chronology as files for other tools."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.exports.changes_feed import FEED_PATH, changes_feed
from generator.exports.chronology_json import JSON_PATH, SCHEMA_PATH, chronology_json, chronology_schema
from generator.exports.events_feed import EVENTS_PATH, events_feed
from generator.views.edition import Edition


@dataclass(frozen=True, slots=True)
class Export:
    """A file for other tools, as the data page presents it."""

    path: str
    text: str
    what: str
    media_type: str
    schema: str | None = None


def exports(edition: Edition) -> Iterator[Export]:
    """Yield every export."""
    what = "Every published record, with standing, echo and page address"
    yield Export(JSON_PATH, chronology_json(edition), what, "application/json", SCHEMA_PATH)
    schema = "What chronology.json is made of (JSON Schema, draft 2020-12)"
    yield Export(SCHEMA_PATH, chronology_schema(), schema, "application/schema+json")
    yield Export(FEED_PATH, changes_feed(edition), "Changes, as an Atom feed", "application/atom+xml")
    yield Export(EVENTS_PATH, events_feed(edition), "New events, as an Atom feed", "application/atom+xml")


__all__ = ["Export", "exports"]

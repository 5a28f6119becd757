"""The chronology as files for other tools."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.pages.exports.changes_feed import FEED_PATH, changes_feed
from dateline.pages.exports.chronology_json import (
    JSON_PATH,
    SCHEMA_PATH,
    chronology_json,
    chronology_schema,
    record_json,
)
from dateline.pages.exports.events_feed import EVENTS_PATH, events_feed
from dateline.pages.shared.edition import Edition


@dataclass(frozen=True, slots=True)
class Export:
    """A file for other tools, as the data page presents it."""

    path: str
    what: str
    media_type: str
    schema: str | None = None


EXPORTS: Final = (
    Export(JSON_PATH, "Every published record, with standing, echo and page address", "application/json", SCHEMA_PATH),
    Export(SCHEMA_PATH, "What chronology.json is made of (JSON Schema, draft 2020-12)", "application/schema+json"),
    Export(FEED_PATH, "Changes, as an Atom feed", "application/atom+xml"),
    Export(EVENTS_PATH, "New events, as an Atom feed", "application/atom+xml"),
)


def small_exports(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of every export but chronology.json, which is made record by record."""
    yield SCHEMA_PATH, chronology_schema()
    yield FEED_PATH, changes_feed(edition)
    yield EVENTS_PATH, events_feed(edition)


__all__ = ["EXPORTS", "JSON_PATH", "Export", "chronology_json", "record_json", "small_exports"]

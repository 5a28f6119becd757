"""The chronology as files for other tools."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.exports.chronology_json import JSON_PATH, SCHEMA_PATH, chronology_json, chronology_schema
from generator.exports.feed import FEED_PATH, feed
from generator.views.edition import Edition


@dataclass(frozen=True, slots=True)
class Export:
    """A file for other tools, as the data page presents it."""

    path: str
    text: str
    what: str
    schema: str | None = None


def exports(edition: Edition) -> Iterator[Export]:
    """Yield every export."""
    what = "Every published record, with standing, echo and page address"
    yield Export(JSON_PATH, chronology_json(edition), what, SCHEMA_PATH)
    yield Export(SCHEMA_PATH, chronology_schema(), "What chronology.json is made of (JSON Schema, draft 2020-12)")
    yield Export(FEED_PATH, feed(edition), "Changes, as an Atom feed")


__all__ = ["Export", "exports"]

"""Every file for other tools, once: the site makes what stands here, and the data page offers it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from dateline.ground.languages import ENGLISH, Language, marked
from dateline.pages.exports.changes_feed import CHANGES_PATH, changes_feed
from dateline.pages.exports.chronology_json import JSON_PATH, SCHEMA_PATH, chronology_json, chronology_schema
from dateline.pages.exports.events_feed import EVENTS_PATH, events_feed
from dateline.pages.exports.source_csl import SOURCES_PATH, sources_csl
from dateline.pages.kinds.data import DataFile
from dateline.pages.shared.edition import Edition

_ATOM: Final = "application/atom+xml"
_KILOBYTE: Final = 1000


@dataclass(frozen=True, slots=True)
class Export:
    """A file for other tools: where it stands, what the data page says of it, and what makes it."""

    path: str
    what: str
    media_type: str
    make: Callable[[Edition], str]
    schema: str | None = None
    """The path of what describes it."""
    is_gathered: bool = False
    """Whether a build gathers it of the text of each record, and has none made that did not change."""


def _whole_chronology(edition: Edition) -> str:
    return "".join(chronology_json(edition))


def _schema(_: Edition) -> str:
    return chronology_schema()


CHRONOLOGY: Final = Export(
    JSON_PATH,
    marked("Every published record, with outcome, numbers of reports and voices, and page address"),
    "application/json",
    _whole_chronology,
    SCHEMA_PATH,
    is_gathered=True,
)
EXPORTS: Final = (
    CHRONOLOGY,
    Export(
        SCHEMA_PATH,
        marked("What chronology.json is made of (JSON Schema, draft 2020-12)"),
        "application/schema+json",
        _schema,
    ),
    Export(
        SOURCES_PATH,
        marked("Every source, for reference managers (CSL-JSON)"),
        "application/vnd.citationstyles.csl+json",
        sources_csl,
    ),
    Export(CHANGES_PATH, marked("Changes, as an Atom feed"), _ATOM, changes_feed),
    Export(EVENTS_PATH, marked("New events, as an Atom feed"), _ATOM, events_feed),
)
"""Everything that the data page offers, in its order."""
EXPORT_PATHS: Final = frozenset(export.path for export in EXPORTS)
FEED_PATHS: Final = tuple(sorted(export.path for export in EXPORTS if export.media_type == _ATOM))


def data_files(sizes: Mapping[str, int], language: Language = ENGLISH) -> Iterator[DataFile]:
    """Yield the exports as the data page offers them, given the size of each in bytes by its path."""
    for export in EXPORTS:
        yield DataFile(
            address=export.path,
            name=export.path.removeprefix("data/"),
            what=language.gettext(export.what),
            size=_size_in_words(sizes[export.path], language),
            media_type=export.media_type,
            schema=export.schema,
        )


def _size_in_words(size: int, language: Language) -> str:
    if size < _KILOBYTE:
        return language.ngettext("%(count)s byte", "%(count)s bytes", size)
    return language.gettext("%(size)s kB", size=round(size / _KILOBYTE))

"""Every file for other tools, once: the site makes what stands here, and the data page offers it."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from dateline.ground.languages import ENGLISH, Language, marked, marked_many
from dateline.pages.exports.all_tables import CSV_TABLES, PACKAGE_PATH, csv_files, csv_path, rows_of_all, rows_of_record
from dateline.pages.exports.annotations import ANNOTATIONS_PATH, annotations_held, annotations_of, page_of_annotations
from dateline.pages.exports.calendar_file import CALENDAR_PATH, calendar, calendar_entry, entries_held
from dateline.pages.exports.changes_feed import CHANGES_PATH, changes_feed
from dateline.pages.exports.chronology_json import (
    SCHEMA_PATH,
    chronology_json,
    chronology_schema,
    record_json,
)
from dateline.pages.exports.counts import counts_of_all
from dateline.pages.exports.database import DATABASE_PATH, database
from dateline.pages.exports.events_feed import EVENTS_PATH, events_feed
from dateline.pages.exports.export import (
    Export,
    ExportedFile,
    ExportMaker,
    FormatNote,
    Holding,
    Switch,
    Texts,
    made_alone,
    made_of_lines,
)
from dateline.pages.exports.ftm_file import ENTITIES_PATH, all_entities, entities_held, entities_of
from dateline.pages.exports.geojson_files import (
    LOCATED_PATH,
    PLACES_PATH,
    collection,
    event_feature,
    events_located,
    place_feature,
    places_held,
)
from dateline.pages.exports.linked_graph import GRAPH_PATH, TERMS_PATH, graph, nodes_of, terms
from dateline.pages.exports.llms import LLMS_PATH, llms_text
from dateline.pages.exports.source_csl import SOURCES_PATH, sources_csl
from dateline.pages.exports.table import RecordTable
from dateline.pages.exports.timeline_json import TIMELINE_PATH, slide, slides_held, timeline
from dateline.pages.kinds.data import DataFile, FileNotAskedFor
from dateline.pages.shared.edition import Edition
from dateline.pages.wording.addresses import CHRONOLOGY_JSON
from dateline.records.types import RecordKind

_ATOM: Final = "application/atom+xml"
_KILOBYTE: Final = 1000
_ALL: Final = marked("All of it")
_TABLES: Final = marked("Tables, for a sheet")
_FOLLOWED: Final = marked("To follow what is new")
_DRAWN: Final = marked("For maps, timelines and calendars")
_GEOJSON: Final = "application/geo+json"
_RFC_7946: Final = FormatNote("RFC 7946", "https://www.rfc-editor.org/rfc/rfc7946")
_LINKED: Final = marked("Linked data")
_LIBRARIES: Final = marked("For libraries")
_ENTITIES: Final = Switch("follow_the_money", lambda edition: edition.has_entities)


def _whole_chronology(edition: Edition, texts: Texts) -> Iterator[ExportedFile]:
    yield ExportedFile.of(CHRONOLOGY_JSON, chronology_json(edition, texts))


def _tables(edition: Edition, texts: Texts) -> Iterator[ExportedFile]:
    rows = rows_of_all(edition, texts)
    yield from csv_files(edition, rows)
    yield ExportedFile(DATABASE_PATH, database(rows, edition.site_url or "/"))


_OF_TABLES: Final = ExportMaker("data/tables", _tables, rows_of_record)


def _csv(table: RecordTable[Any]) -> Export:
    def held(edition: Edition) -> Holding:
        return Holding(edition.derived(counts_of_all)[table.name], marked_many("%(count)s row", "%(count)s rows"))

    schema = FormatNote("Table Schema", PACKAGE_PATH)
    return Export(csv_path(table), table.what, "text/csv", _OF_TABLES, _TABLES, schema, held)


def _offered(edition: Edition) -> Iterator[tuple[str, str]]:
    yield from ((export.path, edition.language.gettext(export.what)) for export in exports_of(edition))


def _records(edition: Edition) -> Holding:
    count = sum(len(edition.chronology.of_kind(kind)) for kind in RecordKind)
    return Holding(count, marked_many("%(count)s record", "%(count)s records"))


EXPORTS: Final = (
    Export(
        CHRONOLOGY_JSON,
        marked("Every published record, with outcome, numbers of reports and voices, and page address"),
        "application/json",
        ExportMaker(CHRONOLOGY_JSON, _whole_chronology, record_json),
        _ALL,
        FormatNote("JSON Schema", SCHEMA_PATH),
        _records,
    ),
    Export(
        SCHEMA_PATH,
        marked("What chronology.json is made of (JSON Schema, draft 2020-12)"),
        "application/schema+json",
        made_alone(SCHEMA_PATH, lambda _: chronology_schema()),
        _ALL,
        FormatNote("JSON Schema", "https://json-schema.org/draft/2020-12/schema"),
    ),
    Export(
        LLMS_PATH,
        marked("What is here and where, for programs that read pages (llms.txt)"),
        "text/plain",
        made_alone(LLMS_PATH, lambda edition: llms_text(edition, _offered)),
        _ALL,
        FormatNote("llms.txt", "https://llmstxt.org"),
    ),
    Export(
        DATABASE_PATH,
        marked("All of it as tables to be asked in SQL, with full-text search"),
        "application/vnd.sqlite3",
        _OF_TABLES,
        _ALL,
        FormatNote("SQLite", "https://www.sqlite.org/fileformat2.html"),
        _records,
    ),
    *map(_csv, CSV_TABLES),
    Export(
        PACKAGE_PATH,
        marked("What each table has in its columns (Data Package)"),
        "application/json",
        _OF_TABLES,
        _TABLES,
        FormatNote("Data Package", "https://specs.frictionlessdata.io/tabular-data-package/"),
    ),
    Export(
        PLACES_PATH,
        marked("Places on a map (GeoJSON)"),
        _GEOJSON,
        made_of_lines(PLACES_PATH, place_feature, collection),
        _DRAWN,
        _RFC_7946,
        places_held,
    ),
    Export(
        LOCATED_PATH,
        marked("Events on a map, a point for each of their places (GeoJSON)"),
        _GEOJSON,
        made_of_lines(LOCATED_PATH, event_feature, collection),
        _DRAWN,
        _RFC_7946,
        events_located,
    ),
    Export(
        TIMELINE_PATH,
        marked("Events on a timeline (TimelineJS)"),
        "application/json",
        made_of_lines(TIMELINE_PATH, slide, timeline),
        _DRAWN,
        FormatNote("TimelineJS", "https://timeline.knightlab.com/docs/json-format.html"),
        slides_held,
    ),
    Export(
        CALENDAR_PATH,
        marked("Events in a calendar (iCalendar)"),
        "text/calendar",
        made_of_lines(CALENDAR_PATH, calendar_entry, calendar),
        _DRAWN,
        FormatNote("RFC 5545", "https://www.rfc-editor.org/rfc/rfc5545"),
        entries_held,
    ),
    Export(
        SOURCES_PATH,
        marked("Every source, for reference managers (CSL-JSON)"),
        "application/vnd.citationstyles.csl+json",
        made_alone(SOURCES_PATH, sources_csl),
        _LIBRARIES,
        FormatNote("CSL-JSON", "https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html"),
    ),
    Export(
        GRAPH_PATH,
        marked("All of it as linked data (JSON-LD: schema.org and PROV-O)"),
        "application/ld+json",
        made_of_lines(GRAPH_PATH, nodes_of, graph),
        _LINKED,
        FormatNote("SHACL", TERMS_PATH),
        _records,
    ),
    Export(
        TERMS_PATH,
        marked("The words of the linked data, and what it must satisfy (Turtle, SHACL)"),
        "text/turtle",
        made_alone(TERMS_PATH, lambda _: terms()),
        _LINKED,
        FormatNote("SHACL", "https://www.w3.org/TR/shacl/"),
    ),
    Export(
        ANNOTATIONS_PATH,
        marked("The claims as notes to the passages that they rest on (Web Annotation)"),
        "application/ld+json",
        made_of_lines(ANNOTATIONS_PATH, annotations_of, page_of_annotations),
        _LINKED,
        FormatNote("Web Annotation", "https://www.w3.org/TR/annotation-model/"),
        annotations_held,
    ),
    Export(
        ENTITIES_PATH,
        marked("People, bodies, events and documents with who said what, for investigations (FollowTheMoney)"),
        "application/x-ndjson",
        made_of_lines(ENTITIES_PATH, entities_of, all_entities),
        _LINKED,
        FormatNote("FollowTheMoney", "https://followthemoney.tech"),
        entities_held,
        switch=_ENTITIES,
    ),
    Export(
        CHANGES_PATH,
        marked("Changes, as an Atom feed"),
        _ATOM,
        made_alone(CHANGES_PATH, changes_feed),
        _FOLLOWED,
        FormatNote("RFC 4287", "https://www.rfc-editor.org/rfc/rfc4287"),
    ),
    Export(
        EVENTS_PATH,
        marked("New events, as an Atom feed"),
        _ATOM,
        made_alone(EVENTS_PATH, events_feed),
        _FOLLOWED,
        FormatNote("RFC 4287", "https://www.rfc-editor.org/rfc/rfc4287"),
    ),
)
"""Everything that the data page may offer, in its order: those of a group stand together."""
EXPORT_PATHS: Final = frozenset(export.path for export in EXPORTS)
FEED_PATHS: Final = tuple(sorted(export.path for export in EXPORTS if export.media_type == _ATOM))


def exports_of(edition: Edition) -> tuple[Export, ...]:
    """Return what a site offers: what every site has, and what it asks for."""
    return tuple(export for export in EXPORTS if export.is_offered(edition))


def makers_of(edition: Edition) -> tuple[ExportMaker, ...]:
    """Return who makes what a site offers, each once."""
    return tuple(dict.fromkeys(export.maker for export in exports_of(edition)))


def files_not_asked_for(edition: Edition) -> Iterator[FileNotAskedFor]:
    """Yield the exports that a site could have and does not ask for."""
    for export in EXPORTS:
        if export.switch is not None and not export.is_offered(edition):
            what = edition.language.gettext(export.what)
            yield FileNotAskedFor(export.path.removeprefix("data/"), what, export.switch.option)


def data_files(edition: Edition, sizes: Mapping[str, int]) -> Iterator[DataFile]:
    """Yield the exports as the data page offers them, given the size of each in bytes by its path."""
    language = edition.language
    for export in exports_of(edition):
        holding = export.held(edition) if export.held else None
        yield DataFile(
            address=export.path,
            name=export.path.removeprefix("data/"),
            group=language.gettext(export.group),
            what=language.gettext(export.what),
            holds=holding.in_words(language) if holding else "",
            left_out=tuple(one.in_words(language) for one in holding.left_out if one.number) if holding else (),
            size=size_in_words(sizes[export.path], language),
            media_type=export.media_type,
            schema=export.schema.name if export.schema else "",
            schema_address=export.schema.address if export.schema else "",
        )


def size_in_words(size: int, language: Language = ENGLISH) -> str:
    """Return a number of bytes as readers are told it."""
    if size < _KILOBYTE:
        return language.ngettext("%(count)s byte", "%(count)s bytes", size)
    if size < _KILOBYTE**2:
        return language.gettext("%(size)s kB", size=round(size / _KILOBYTE))
    return language.gettext("%(size)s MB", size=round(size / _KILOBYTE**2))

"""All tables, what a record adds to each, and the CSV files with their description (Data Package)."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from dateline.ground.cells import csv_lines
from dateline.ground.json_values import compact_json
from dateline.ground.licences import address
from dateline.pages.exports.export import ExportedFile, Texts
from dateline.pages.exports.table import Cell, Leading, RecordTable
from dateline.pages.exports.tables_of_events import CLAIMS, EVENTS, FIGURES, REPORTS
from dateline.pages.exports.tables_of_records import (
    ACTORS,
    DISPUTES,
    PARAGRAPHS,
    PLACES,
    POSITIONS,
    SOURCES,
)
from dateline.pages.exports.tables_of_ties import ACTOR_PARTS, EVENT_ACTORS, EVENT_PLACES, EVENT_TIES, PLACE_PARTS
from dateline.pages.shared.edition import Edition
from dateline.records.chronology import kind_of
from dateline.records.types import Record

TABLES: Final[tuple[RecordTable[Any], ...]] = (
    EVENTS,
    CLAIMS,
    REPORTS,
    FIGURES,
    SOURCES,
    ACTORS,
    PLACES,
    DISPUTES,
    EVENT_PLACES,
    EVENT_ACTORS,
    EVENT_TIES,
    PARAGRAPHS,
    POSITIONS,
    ACTOR_PARTS,
    PLACE_PARTS,
)
"""Every table; those with a CSV file stand first."""
CSV_TABLES: Final = tuple(table for table in TABLES if table.is_file)
FOLDER: Final = "data/csv/"
PACKAGE_PATH: Final = f"{FOLDER}datapackage.json"
_BOM: Final = "\ufeff"
"""By which Excel knows UTF-8."""
Rows = Mapping[str, Sequence[Sequence[Cell]]]
"""The rows of each table by its name."""


def rows_of_record(edition: Edition, record: Record) -> str:
    """Return what a record adds to the tables, as JSON."""
    kind = kind_of(record)
    found = {table.name: list(table.cells(edition, record)) for table in TABLES if table.kind is kind}
    return compact_json({name: rows for name, rows in found.items() if rows})


def rows_of_all(edition: Edition, texts: Texts) -> Rows:
    """Return the rows of all tables, in the order of the records."""
    found: defaultdict[str, list[list[Cell]]] = defaultdict(list)
    for record in edition.chronology.records():
        for name, rows in json.loads(texts(record)).items():
            found[name] += rows
    return found


def csv_path(table: RecordTable[Any]) -> str:
    """Return where the CSV file of a table is."""
    return f"{FOLDER}{table.name}.csv"


def csv_files(edition: Edition, rows: Rows) -> Iterator[ExportedFile]:
    """Yield the CSV files, and what describes them."""
    described = []
    for table in CSV_TABLES:
        head = [[column.name for column in table.columns]]
        lines = _BOM + "".join(csv_lines((*head, *rows.get(table.name, ()))))
        content = lines.encode()
        yield ExportedFile(csv_path(table), content)
        described.append(_resource(table, content))
    yield ExportedFile(PACKAGE_PATH, _package(edition, described))


def _package(edition: Edition, resources: list[dict[str, Any]]) -> str:
    masthead = edition.chronology.masthead
    licence = masthead.licence
    told = {
        "profile": "tabular-data-package",
        "name": "chronology",
        "title": masthead.title,
        "description": masthead.description,
        "homepage": edition.site_url,
        "licenses": [_licence(licence)] if licence else None,
        "resources": resources,
    }
    return json.dumps({key: value for key, value in told.items() if value}, ensure_ascii=False, indent=1) + "\n"


def _licence(licence: str) -> dict[str, str]:
    path = address(licence)
    return {"name": licence, "path": path} if path else {"title": licence, "name": "other"}


def _resource(table: RecordTable[Any], content: bytes) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "description": f"{table.what}. An apostrophe stands before what a sheet would take for a formula; "
        'several values of a cell stand between " | ".',
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": _schema(table),
    }


def _schema(table: RecordTable[Any]) -> dict[str, Any]:
    files = {one.name for one in CSV_TABLES}
    keys = [_leading(table, one) for one in table.leading if one.table in files]
    fields = [{"name": one.name, "type": one.type, "description": one.what} for one in table.columns]
    return {
        "fields": fields,
        "primaryKey": list(table.key),
        **({"foreignKeys": keys} if keys else {}),
        "missingValues": [""],
    }


def _leading(table: RecordTable[Any], one: Leading) -> dict[str, Any]:
    itself = one.table == table.name
    return {
        "fields": list(one.columns),
        "reference": {"resource": "" if itself else one.table, "fields": list(one.to)},
    }

"""data/chronology.sqlite: the tables as one database, with search and with views that answer questions."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any, Final

from dateline.pages.exports.all_tables import TABLES, Rows
from dateline.pages.exports.table import Cell, Column, RecordTable
from dateline.pages.exports.table_views import VIEWS

DATABASE_PATH: Final = "data/chronology.sqlite"
SEARCHED: Final = {
    "events": ("title", "summary"),
    "claims": ("text", "note"),
    "sources": ("title",),
    "actors": ("name", "aliases"),
    "places": ("name", "aliases"),
    "disputes": ("question",),
}
"""The columns that are searched, by their tables; the search of claims is the table claims_fts."""
_TYPES: Final = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
_GREATEST: Final = 2**63 - 1
_BEGUN: Final = slice(24, 28)
_WRITTEN_BY: Final = slice(92, 100)
"""Where a database says how often it was written, and by which release of SQLite: the same bytes from any."""


def filled(rows: Rows, site: str = "/") -> sqlite3.Connection:
    """Return a database in memory that has these rows, of a site at this address."""
    base = sqlite3.connect(":memory:", isolation_level=None)
    base.executescript("PRAGMA page_size = 2048; PRAGMA encoding = 'UTF-8'; BEGIN;")
    for table in TABLES:
        base.execute(_made(table, site))
        stored = [number for number, column in enumerate(table.columns) if column.is_stored]
        marks = ", ".join("?" * len(stored))
        kept = ([_storable(row[number]) for number in stored] for row in rows.get(table.name, ()))
        base.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', kept)  # noqa: S608 - names of ours
    searches = _searches() if has_search(base) else ()
    for statement in (*searches, *VIEWS):
        base.execute(statement)
    base.execute("COMMIT")
    return base


def _storable(value: Cell) -> Cell:
    """Return a value as SQLite can hold it: of a whole number beyond its own, what a fraction keeps."""
    return float(value) if isinstance(value, int) and abs(value) > _GREATEST else value


def has_search(base: sqlite3.Connection) -> bool:
    """Return whether this SQLite has full-text search; most have."""
    return ("ENABLE_FTS5",) in base.execute("PRAGMA compile_options").fetchall()


def database(rows: Rows, site: str = "/") -> bytes:
    """Return the database as a file: the same bytes of the same rows."""
    with closing(filled(rows, site)) as base:
        base.execute("VACUUM")
        content = bytearray(base.serialize())
    content[_BEGUN] = content[_WRITTEN_BY.start : _WRITTEN_BY.start + 4] = b"\0\0\0\1"
    content[_WRITTEN_BY.start + 4 : _WRITTEN_BY.stop] = (3_040_000).to_bytes(4, "big")
    return bytes(content)


def _made(table: RecordTable[Any], site: str) -> str:
    parts = [_column(one, site) for one in table.columns if one.in_database != ""]
    if table.key:
        parts.append(f"PRIMARY KEY ({_names(table.key)})")
    parts += [
        f'FOREIGN KEY ({_names(one.columns)}) REFERENCES "{one.table}" ({_names(one.to)})' for one in table.leading
    ]
    plain = " WITHOUT ROWID" if table.key and table.name not in SEARCHED else ""
    return f'CREATE TABLE "{table.name}" ({", ".join(parts)}){plain}'


def _column(column: Column[Any], site: str) -> str:
    """Return a column as it is made: an address is worked out when it is asked for."""
    kind = _TYPES[column.type]
    if column.is_stored:
        return f'"{column.name}" {kind}'
    address = site.replace("'", "''")
    return f"\"{column.name}\" {kind} GENERATED ALWAYS AS ('{address}' || {column.in_database}) VIRTUAL"


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in columns)


def _searches() -> Iterator[str]:
    for table, columns in SEARCHED.items():
        found = f"{table}_fts"
        options = f"content='{table}', tokenize=\"unicode61 remove_diacritics 2\""
        yield f"CREATE VIRTUAL TABLE {found} USING fts5({_names(columns)}, {options})"
        yield from (f"INSERT INTO {found}({found}) VALUES ('{what}')" for what in ("rebuild", "optimize"))  # noqa: S608

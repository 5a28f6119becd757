"""data/chronology.sqlite: the tables as one database, with search and with views that answer questions."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any, Final

from dateline.pages.exports.all_tables import TABLES, Rows
from dateline.pages.exports.table import Table
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
_BEGUN: Final = slice(24, 28)
_WRITTEN_BY: Final = slice(92, 100)
"""Where a database says how often it was written, and by which release of SQLite: the same bytes from any."""


def filled(rows: Rows) -> sqlite3.Connection:
    """Return a database in memory that has these rows."""
    base = sqlite3.connect(":memory:", isolation_level=None)
    base.executescript("PRAGMA page_size = 2048; PRAGMA encoding = 'UTF-8'; BEGIN;")
    for table in TABLES:
        base.execute(_made(table))
        marks = ", ".join("?" * len(table.columns))
        base.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', rows.get(table.name, ()))  # noqa: S608 - names of ours
    searches = _searches() if has_search(base) else ()
    for statement in (*_indexes(), *searches, *VIEWS):
        base.execute(statement)
    base.execute("COMMIT")
    return base


def has_search(base: sqlite3.Connection) -> bool:
    """Return whether this SQLite has full-text search; most have."""
    return ("ENABLE_FTS5",) in base.execute("PRAGMA compile_options").fetchall()


def database(rows: Rows) -> bytes:
    """Return the database as a file: the same bytes of the same rows."""
    with closing(filled(rows)) as base:
        base.execute("VACUUM")
        content = bytearray(base.serialize())
    content[_BEGUN] = content[_WRITTEN_BY.start : _WRITTEN_BY.start + 4] = b"\0\0\0\1"
    content[_WRITTEN_BY.start + 4 : _WRITTEN_BY.stop] = (3_040_000).to_bytes(4, "big")
    return bytes(content)


def _made(table: Table[Any]) -> str:
    parts = [f'"{one.name}" {_TYPES[one.type]}' for one in table.columns]
    if table.key:
        parts.append(f"PRIMARY KEY ({_names(table.key)})")
    parts += [
        f'FOREIGN KEY ({_names(one.columns)}) REFERENCES "{one.table}" ({_names(one.to)})' for one in table.leading
    ]
    plain = " WITHOUT ROWID" if table.key and table.name not in SEARCHED else ""
    return f'CREATE TABLE "{table.name}" ({", ".join(parts)}){plain}'


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in columns)


def _indexes() -> Iterator[str]:
    for table in TABLES:
        for one in table.leading:
            if table.key[: len(one.columns)] == one.columns:  # the key is an index of it already
                continue
            name = f"{table.name}_by_{'_'.join(one.columns)}"
            yield f'CREATE INDEX "{name}" ON "{table.name}" ({_names(one.columns)})'


def _searches() -> Iterator[str]:
    for table, columns in SEARCHED.items():
        found = f"{table}_fts"
        options = f"content='{table}', tokenize=\"unicode61 remove_diacritics 2\""
        yield f"CREATE VIRTUAL TABLE {found} USING fts5({_names(columns)}, {options})"
        yield from (f"INSERT INTO {found}({found}) VALUES ('{what}')" for what in ("rebuild", "optimize"))  # noqa: S608

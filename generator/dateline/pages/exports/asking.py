"""Asking the records in SQL: one question at a time, which can only read."""

import math
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from time import monotonic
from typing import Any, Final, NamedTuple

from dateline.ground.problems import did_you_mean
from dateline.pages.exports.all_tables import rows_of_all, rows_of_record
from dateline.pages.exports.database import SEARCHED, filled, has_search
from dateline.pages.exports.table import Cell
from dateline.pages.shared.edition import Edition

_READING: Final = frozenset(
    {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
)
_ASKED_BY_SEARCH: Final = "data_version"
"""The one setting that is asked for, by the full-text search."""
_COSTLY: Final = frozenset({"format", "printf"})
"""Functions that take seconds of a single step, since a width of theirs may be any number."""
_UNKNOWN: Final = re.compile(r"no such (?:table|column): (?:\w+\.)?(\w+)")
_BETWEEN_LOOKS: Final = 1_000
"""After how many steps of SQLite it is looked whether a question takes too much; one of large values takes long."""


class RefusedQuestionError(Exception):
    """A question that is no SQL, would change something, asks for what is not there, or for too much."""


class SqlAnswer(NamedTuple):
    """What was asked for: the names of the columns, and the rows."""

    columns: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]
    is_cut: bool = False
    """Whether there were more rows than may be told."""


class Bounds(NamedTuple):
    """How much somebody else may ask for."""

    rows: int
    """The most rows of an answer."""
    letters: int
    """The letters of an answer, after which no further row is told."""
    cell: int
    """The letters of a value that are told."""
    value: int
    """The bytes of a value that SQLite may make."""
    columns: int
    """The columns of an answer, and the letters of a pattern of LIKE or GLOB."""
    looks: int
    """How often it is looked whether a question is answered."""
    seconds: float
    """How long an answer may take: steps alone do not tell, since one may copy or sort very much."""


class AskedRecords:
    """The published records in a database that can only be read."""

    def __init__(self, base: sqlite3.Connection, bounds: Bounds | None = None) -> None:
        self._base = base
        self._bounds = bounds
        self._names = _names(base)
        if bounds is not None:
            base.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, bounds.value)
            base.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, bounds.value)
            base.setlimit(sqlite3.SQLITE_LIMIT_COLUMN, bounds.columns)
            base.setlimit(sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, bounds.columns)

    def answer(self, sql: str, values: Mapping[str, str]) -> SqlAnswer:
        """Return what a question finds, as far as the bounds go; raises RefusedQuestionError."""
        self._guard()
        if self._bounds is not None:
            self._base.set_progress_handler(_too_much(self._bounds), _BETWEEN_LOOKS)
        try:
            with closing(self._base.execute(sql, values)) as found:
                columns = tuple(name for name, *_ in found.description or ())
                rows, is_cut = (found.fetchall(), False) if self._bounds is None else _within(self._bounds, found)
        except (sqlite3.Error, sqlite3.Warning, UnicodeError) as error:
            raise RefusedQuestionError(_told(str(error), self._names)) from error
        return SqlAnswer(columns, [tuple(map(_cell, row)) for row in rows], is_cut)

    def _guard(self) -> None:
        """Let nothing be done from now on but reading; the searches are opened before, which else counts as writing.

        Where a question was refused that is about all of a database, such as VACUUM, SQLite has closed them.
        """
        self._base.set_authorizer(None)
        self._base.set_progress_handler(None, 0)  # that of the question before, which may have had all of its looks
        for table in SEARCHED if has_search(self._base) else ():
            self._base.execute(f"SELECT 1 FROM {table}_fts LIMIT 0")  # noqa: S608 - ours
        self._base.set_authorizer(_only_reading if self._bounds is None else _only_cheaply)

    def near(self, table: str, id_: str) -> str:
        """Return which id of a table was perhaps meant; empty where none is near."""
        self._base.set_progress_handler(None, 0)
        return did_you_mean(id_, {one for (one,) in self._base.execute(f'SELECT id FROM "{table}"')})  # noqa: S608 - ours


@contextmanager
def asked_records(edition: Edition, bounds: Bounds | None = None) -> Iterator[AskedRecords]:
    """Open the published records, to be asked one question after the other."""
    rows = rows_of_all(edition, lambda record: rows_of_record(edition, record))
    with closing(filled(rows, edition.site_url or "/")) as base:
        yield AskedRecords(base, bounds)


def answer_of(edition: Edition, sql: str, values: Mapping[str, str]) -> SqlAnswer:
    """Return what a question finds in the published records; raises RefusedQuestionError."""
    with asked_records(edition) as records:
        return records.answer(sql, values)


def _only_reading(action: int, name: str | None, *_: str | None) -> int:
    may = action in _READING or (action == sqlite3.SQLITE_PRAGMA and name == _ASKED_BY_SEARCH)
    return sqlite3.SQLITE_OK if may else sqlite3.SQLITE_DENY


def _too_much(bounds: Bounds) -> Callable[[], bool]:
    """Return what tells, whenever it is asked, whether a question that begins now has had all that it may have."""
    left, until = iter(range(bounds.looks)), monotonic() + bounds.seconds
    return lambda: next(left, None) is None or monotonic() > until


def _within(bounds: Bounds, found: Iterable[Sequence[Any]]) -> tuple[list[Sequence[Any]], bool]:
    """Return the rows that may be told, and whether there are more."""
    rows: list[Sequence[Any]] = []
    letters = 0
    for row in found:
        if len(rows) == bounds.rows or letters > bounds.letters:
            return rows, True
        cut = [_cut(value, bounds.cell) for value in row]
        letters += sum(len(str(value)) for value in cut)
        rows.append(cut)
    return rows, False


def _cut(value: Any, most: int) -> Any:
    if isinstance(value, str) and len(value) > most:
        return f"{value[:most]}…"
    return value[:most] if isinstance(value, bytes) else value


def _only_cheaply(action: int, name: str | None, function: str | None, *others: str | None) -> int:
    is_costly = action == sqlite3.SQLITE_FUNCTION and function in _COSTLY
    return sqlite3.SQLITE_DENY if is_costly else _only_reading(action, name, function, *others)


def _cell(value: Cell | bytes) -> Cell:
    """Return a value as JSON and tables can tell it; bytes, and what is no number, as SQL writes them."""
    if isinstance(value, bytes):
        return f"x'{value.hex()}'"
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value


def _names(base: sqlite3.Connection) -> set[str]:
    """Return what may be asked for: tables, views and their columns."""
    made = "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE '%_fts_%'"
    tables = {name for (name,) in base.execute(made)}
    columns = "SELECT c.name FROM sqlite_schema s, pragma_table_info(s.name) c"
    return tables | {name for (name,) in base.execute(columns)}


def _told(error: str, names: set[str]) -> str:
    if error in {"not authorized", "authorization denied"}:
        return "the records can only be read: ask with SELECT"
    if error == "interrupted":
        return "this takes too long: ask for less"
    unknown = _UNKNOWN.fullmatch(error)
    near = did_you_mean(unknown[1], names) if unknown else ""
    return f"{error} ({near})" if near else error

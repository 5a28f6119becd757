"""Asking the records in SQL: one question, which can only read."""

import re
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from typing import Final, NamedTuple

from dateline.ground.problems import did_you_mean
from dateline.pages.exports.all_tables import rows_of_all, rows_of_record
from dateline.pages.exports.database import filled
from dateline.pages.exports.table import Cell
from dateline.pages.shared.edition import Edition

_READING: Final = frozenset(
    {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
)
_ASKED_BY_SEARCH: Final = "data_version"
"""The one setting that is asked for, by the full-text search."""
_UNKNOWN: Final = re.compile(r"no such (?:table|column): (?:\w+\.)?(\w+)")


class RefusedQuestionError(Exception):
    """A question that is no SQL, would change something, or asks for what is not there."""


class SqlAnswer(NamedTuple):
    """What was asked for: the names of the columns, and the rows."""

    columns: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]


def answer_of(edition: Edition, sql: str, values: Mapping[str, str]) -> SqlAnswer:
    """Return what a question finds in the published records; raises RefusedQuestionError."""
    rows = rows_of_all(edition, lambda record: rows_of_record(edition, record))
    with closing(filled(rows, edition.site_url or "/")) as base:
        names = _names(base)
        base.set_authorizer(_only_reading)
        try:
            found = base.execute(sql, values)
            columns = tuple(name for name, *_ in found.description or ())
            return SqlAnswer(columns, found.fetchall())
        except (sqlite3.Error, sqlite3.Warning) as error:
            raise RefusedQuestionError(_told(str(error), names)) from error


def _only_reading(action: int, name: str | None, *_: str | None) -> int:
    may = action in _READING or (action == sqlite3.SQLITE_PRAGMA and name == _ASKED_BY_SEARCH)
    return sqlite3.SQLITE_OK if may else sqlite3.SQLITE_DENY


def _names(base: sqlite3.Connection) -> set[str]:
    """Return what may be asked for: tables, views and their columns."""
    made = "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE '%_fts_%'"
    tables = {name for (name,) in base.execute(made)}
    columns = "SELECT c.name FROM sqlite_schema s, pragma_table_info(s.name) c"
    return tables | {name for (name,) in base.execute(columns)}


def _told(error: str, names: set[str]) -> str:
    if error == "not authorized":
        return "the records can only be read: ask with SELECT"
    unknown = _UNKNOWN.fullmatch(error)
    near = did_you_mean(unknown[1], names) if unknown else ""
    return f"{error} ({near})" if near else error

"""Comma-separated values as a table: whatever parts them, in UTF-8 or as spreadsheets save Unicode."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Final

from dateline.editing.importing.column_names import LOOKED_THROUGH, names_columns, naming_row
from dateline.editing.importing.given_tables import (
    MOST_COLUMNS,
    MOST_ROWS,
    Row,
    Table,
    TableError,
    columns_of,
    row_of,
    told_above,
)
from dateline.editing.importing.given_texts import text_of
from dateline.ground.problems import Code, Position

_SEPARATORS: Final = ",;\t|"
_BEGINNING: Final = 100_000
"""How many characters are looked through for what parts the values."""


def csv_table(path: Path, encoding: str | None = None) -> Table:
    """Return the table of a file; raises TableError where it is none."""
    text = text_of(path, encoding)
    lines, separator = Lines(io.StringIO(text, newline="")), _separator(text)
    read = _numbered(csv.reader(lines, delimiter=separator, strict=True), lines)
    ahead = list(islice(read, LOOKED_THROUGH))
    at = naming_row([row.texts for row in ahead])
    if at is None:
        raise TableError("it has no row", "the first row names the columns", Code.EMPTY_VALUE)
    columns = columns_of(ahead[at].texts)
    if len(columns) > MOST_COLUMNS:
        raise TableError(f"it has {len(columns)} columns; {MOST_COLUMNS} at most are read", code=Code.TOO_LARGE)
    rows = _rows(chain(ahead[at + 1 :], read), columns, _Spots(path.as_posix(), separator, columns))
    return Table(columns, rows, notes=told_above(row.texts for row in ahead[:at]))


@dataclass(frozen=True, slots=True)
class _Read:
    """A row as it was read: its number, the line in which it begins, its text and its values."""

    number: int
    line: int
    raw: str
    texts: list[str]


class Lines:
    """The lines of a text, which remember what was read since they were last asked."""

    def __init__(self, text: Iterable[str]) -> None:
        self._text = iter(text)
        self.number = 0
        self.taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._text)
        self.number += 1
        self.taken.append(line)
        return line

    def take(self) -> tuple[int, str]:
        """Return the number and the text of the first line of what was read, and forget it."""
        first = self.number - len(self.taken) + 1
        text = "".join(self.taken)
        self.taken = []
        return first, text


def _separator(text: str) -> str:
    """Return what parts the values: the sign by which one of the first lines has names that columns usually have.

    Where none has, the sign that stands most often in the first line, outside of quotes.
    """
    lines = text[:_BEGINNING].split("\n")[:LOOKED_THROUGH]
    for line in lines:
        for sign in _SEPARATORS:
            if names_columns([part.strip(' "') for part in line.split(sign)]):
                return sign
    outside = "".join(lines[0].split('"')[::2])
    return max(_SEPARATORS, key=lambda sign: (outside.count(sign), -_SEPARATORS.index(sign)))


def _numbered(reader: Iterator[list[str]], lines: Lines) -> Iterator[_Read]:
    for number, texts in enumerate(_read(reader, lines), 1):
        line, raw = lines.take()
        yield _Read(number, line, raw, texts)


def _rows(rows: Iterable[_Read], columns: tuple[str, ...], spots: "_Spots") -> Iterator[Row]:
    for read in rows:
        if read.number > MOST_ROWS:
            raise TableError(f"it has more than {MOST_ROWS} rows", "part the file", Code.TOO_LARGE, read.line)
        row = row_of(columns, read.number, read.texts, partial(spots.find, read.line, read.raw))
        if row.cells or row.faults:
            yield row


def _read(reader: Iterator[list[str]], lines: Lines) -> Iterator[list[str]]:
    try:
        yield from reader
    except csv.Error as error:
        cure = "a value with quotes, separators or line ends in it stands in quotes, and a quote in it twice"
        raise TableError(f"it cannot be parted into values: {error}", cure, Code.BAD_VALUE, lines.number) from None


@dataclass(frozen=True, slots=True)
class _Spots:
    """Finds where the values of rows begin."""

    path: str
    separator: str
    columns: tuple[str, ...]

    def find(self, line: int, raw: str, column: str) -> Position:
        """Return where the value of a column begins in a row, or the row itself."""
        place = self.columns.index(column) if column in self.columns else len(self.columns)
        seen, at, is_quoted = 0, 1, False
        for sign in raw if column in self.columns else "":
            if seen == place:
                break
            is_quoted ^= sign == '"'
            seen += sign == self.separator and not is_quoted
            line, at = (line + 1, 1) if sign == "\n" else (line, at + 1)
        return Position(self.path, line, at)

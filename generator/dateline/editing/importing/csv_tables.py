"""Comma-separated values as a table: whatever parts them, in UTF-8 or as spreadsheets save Unicode."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from dateline.editing.importing.given_tables import (
    MOST_COLUMNS,
    MOST_ROWS,
    Row,
    Table,
    TableError,
    columns_of,
    row_of,
)
from dateline.editing.importing.given_texts import text_of
from dateline.ground.problems import Code, Position

_SEPARATORS: Final = ",;\t|"


def csv_table(path: Path) -> Table:
    """Return the table of a file; raises TableError where it is none."""
    text = text_of(path)
    lines, separator = Lines(io.StringIO(text, newline="")), _separator(text)
    reader = csv.reader(lines, delimiter=separator, strict=True)
    columns = columns_of(_first(reader, lines))
    if len(columns) > MOST_COLUMNS:
        raise TableError(f"it has {len(columns)} columns; {MOST_COLUMNS} at most are read", code=Code.TOO_LARGE)
    return Table(columns, _rows(reader, lines, columns, _Spots(path.as_posix(), separator, columns)))


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
    """Return what parts the values: the sign that stands most often in the first line, outside of quotes."""
    head = text[: text.find("\n")] if "\n" in text else text
    outside = "".join(head.split('"')[::2])
    return max(_SEPARATORS, key=lambda sign: (outside.count(sign), -_SEPARATORS.index(sign)))


def _first(reader: Iterator[list[str]], lines: Lines) -> list[str]:
    for texts in _read(reader, lines):
        if any(map(str.strip, texts)):
            lines.take()
            return texts
    raise TableError("it has no row", "the first row names the columns", Code.EMPTY_VALUE)


def _rows(reader: Iterator[list[str]], lines: Lines, columns: tuple[str, ...], spots: "_Spots") -> Iterator[Row]:
    for number, texts in enumerate(_read(reader, lines), 2):
        line, raw = lines.take()
        if number > MOST_ROWS:
            raise TableError(f"it has more than {MOST_ROWS} rows", "part the file", Code.TOO_LARGE, line)
        row = row_of(columns, number, texts, partial(spots.find, line, raw))
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

"""Cells of a table that programs for sheets open: none of them is reckoned."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Final

_FORMULA: Final = (*"=+-@\t\r\n", *"\uff1d\uff0b\uff0d\uff20")
"""How a formula begins: the wide signs too, which sheets in Chinese and Japanese take for the same."""
Row = Iterable[object]
"""The cells of a row; what is None stands empty."""


def csv_lines(rows: Iterable[Row]) -> Iterator[str]:
    """Yield rows as lines of CSV, in which a text that a sheet would reckon begins with an apostrophe."""
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\n")
    for row in rows:
        writer.writerow(map(_cell, row))
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value

"""Cells of a table that programs for sheets open: none of them is reckoned."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import Final

_SIGNS: Final = "=+@\uff1d\uff0b\uff0d\uff20-"
"""How a formula begins: the wide signs too, which sheets in Chinese and Japanese take for the same."""
_FORMULA: Final = re.compile(rf"\A(?=[\t\r\n{_SIGNS}])|(?<=[;\t\r\n])(?=[{_SIGNS}])")
"""Where one would begin: also behind what parts cells where a comma does not, as in Excel in German and French."""
Row = Iterable[object]
"""The cells of a row; what is None stands empty."""


def csv_lines(rows: Iterable[Row]) -> Iterator[str]:
    """Yield rows as lines of CSV, in which an apostrophe stands before all that a sheet would reckon."""
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
    return _FORMULA.sub("'", value) if isinstance(value, str) else value

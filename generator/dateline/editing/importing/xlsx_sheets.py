"""Spreadsheets (xlsx) as tables: read row by row, the values of formulas, dates as dates, and no more than fits.

A spreadsheet is a ZIP of XML that anybody may have made: what unpacks to far more than it is, and what declares
entities, is refused before it is read.
"""

import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime, time
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final

from dateline.editing.importing.column_names import LOOKED_THROUGH, naming_row
from dateline.editing.importing.given_tables import (
    MOST_BYTES,
    MOST_COLUMNS,
    MOST_ROWS,
    Row,
    Table,
    TableError,
    Unplaced,
    columns_of,
    row_of,
    told_above,
)
from dateline.editing.importing.merged_cells import merged_below, place_of
from dateline.ground.problems import Code

_MOST_UNPACKED: Final = 1_000_000_000
_MOST_PACKED: Final = 500
"""How many times its size a part may unpack to; XML of a sheet packs to a tenth or a fiftieth."""
_MOST_PARTS: Final = 5000
_MOST_WHOLE: Final = 20_000_000
"""How large a part may be that is held as a tree, in thirty times the room: those of styles and names, not of rows."""
_MOST_STRINGS: Final = 200_000_000
_WHOLE: Final = (
    "[Content_Types].xml",
    "docProps/core.xml",
    "docProps/custom.xml",
    "xl/styles.xml",
    "xl/theme/theme1.xml",
)
_CHUNK: Final = 1 << 20
_FORMULA_ALONE: Final = re.compile(
    rb'<c r="(?P<column>[A-Z]{1,3})(?P<row>\d{1,7})"[^>]{0,99}>'
    rb"<f[^>]{0,200}(?:/>|>[^<]{0,9000}</f>)(?:<v\s*/>|<v></v>)?</c>"
)
_MERGED: Final = re.compile(rb'<mergeCell [^>]{0,99}?ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
_LEAST: Final = 1_000_000
"""What unpacks to less than this is no bomb, however well it packs."""


def sheet_table(path: Path, sheet: str | None = None) -> Table:
    """Return the table of a sheet, the first if none is named; raises TableError where there is none."""
    _refuse_bombs(path)
    with _told("it is no spreadsheet that can be read"):
        _refuse_large_parts(path)
        names, page = _page(path, sheet)
        rows = _texts(page.iter_rows(max_col=MOST_COLUMNS, max_row=MOST_ROWS + 1))
        ahead = list(islice(rows, LOOKED_THROUGH))
    at = naming_row([texts for _, texts in ahead])
    if at is None:
        page.parent.close()
        raise TableError("the sheet has no row", "the first row names the columns", Code.EMPTY_VALUE)
    named, first = ahead[at]
    others = f"it has other sheets: {', '.join(names[1:])}; --sheet NAME reads another" if len(names) > 1 else ""
    empty, ranges = _looked_through(path, page._worksheet_path)  # noqa: SLF001 - nothing else says where a sheet lies
    merged = merged_below(ranges, named)
    above = told_above(texts for _, texts in ahead[:at])
    notes = (*([others] if others and sheet is None else ()), *above, *merged.told())
    columns = columns_of(first)
    rest = merged.filled(chain(ahead[at + 1 :], rows))
    return Table(columns, _rows(page.parent, rest, columns, empty), notes=notes)


def _page(path: Path, sheet: str | None) -> tuple[list[str], Any]:
    import openpyxl  # noqa: PLC0415 - only this reads spreadsheets, and it is an extra

    book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
    names = [one.title for one in book.worksheets]
    if not names or (sheet is not None and sheet not in names):
        raise TableError(f"it has no sheet '{sheet or ''}'", f"its sheets: {', '.join(names)}", Code.UNKNOWN_WORD)
    page = book[sheet or names[0]]
    page.reset_dimensions()
    return names, page


@contextmanager
def _told(what: str) -> Iterator[None]:
    """Tell in one way whatever the reading of a file raises: KeyError and the errors of XML are among that."""
    try:
        yield
    except TableError:
        raise
    except Exception as error:  # noqa: BLE001 - see above
        raise TableError(f"{what}: {error}", "save it again as .xlsx") from None


def _refuse_bombs(path: Path) -> None:
    """Raise where a file is no ZIP, unpacks to far more than it is, or declares entities."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise TableError(f"it has {path.stat().st_size} bytes; {MOST_BYTES} at most are read", code=Code.TOO_LARGE)
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()
            unpacked = sum(part.file_size for part in parts)
            is_dense = any(part.file_size > max(_LEAST, part.compress_size * _MOST_PACKED) for part in parts)
            if len(parts) > _MOST_PARTS or unpacked > _MOST_UNPACKED or is_dense:
                raise TableError(
                    f"it unpacks to {unpacked} bytes, far more than it is", "save it as CSV", Code.TOO_LARGE
                )
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    with packed.open(part) as file:
                        if b"<!DOCTYPE" in file.read(_CHUNK).replace(b"\0", b"").upper():
                            raise TableError("its XML declares entities, which no spreadsheet does", "save it again")
    except (OSError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError) as error:
        raise TableError(f"it is no spreadsheet (.xlsx): {error}", "save it as .xlsx or as CSV") from None


def _refuse_large_parts(path: Path) -> None:
    """Raise where a part is too large that is no table: the rows of one are read one by one, all else as a whole."""
    from openpyxl.packaging.manifest import Manifest  # noqa: PLC0415 - of an extra
    from openpyxl.packaging.relationship import get_dependents, get_rels_path  # noqa: PLC0415 - the same
    from openpyxl.xml.functions import fromstring  # noqa: PLC0415 - the same

    with zipfile.ZipFile(path) as packed:
        sizes = {part.filename: part.file_size for part in packed.infolist()}

        def refuse(names: Iterable[str], most: int = _MOST_WHOLE) -> None:
            found = next((name for name in names if sizes.get(name, 0) > most), None)
            if found is not None:
                raise TableError(f"{found} unpacks to {sizes[found]} bytes", "save it as CSV", Code.TOO_LARGE)

        refuse([*_WHOLE, *(name for name in sizes if name.endswith(".rels"))])
        declared = Manifest.from_tree(fromstring(packed.read(_WHOLE[0]))).Override
        refuse((one.PartName[1:] for one in declared if "sharedStrings" in one.ContentType), _MOST_STRINGS)
        books = ["xl/workbook.xml", *(one.PartName[1:] for one in declared if "main+xml" in one.ContentType)]
        refuse(books)
        for name in {get_rels_path(book) for book in books} & sizes.keys():
            refuse(one.target for one in get_dependents(packed, name) if "chartsheet" in one.Type)


def _texts(rows: Iterable[Iterable[Any]]) -> Iterator[tuple[int, list[str]]]:
    """Yield the texts of each row, with the number that the sheet shows."""
    for number, cells in enumerate(rows, 1):
        texts = [_text(cell) for cell in cells]
        while texts and not texts[-1]:
            texts.pop()
        yield number, texts


def _text(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "e":
        return f"=ERROR({value})"  # an error such as #REF! is what a formula came to
    if isinstance(value, datetime | time):
        return _moment(value)
    if isinstance(value, bool):
        return str(value).lower()
    is_whole = isinstance(value, float) and value.is_integer()
    return str(int(value)) if is_whole else str(value)


def _moment(value: datetime | time) -> str:
    """Return a day without a time where a sheet has none."""
    is_day = isinstance(value, datetime) and value.time() == time()
    text = value.isoformat(timespec="seconds" if value.second else "minutes")
    return text.partition("T")[0] if is_day else text


def _looked_through(path: Path, part: str) -> tuple[dict[int, list[int]], list[str]]:
    """Return the cells whose formula nobody has worked out, by their rows, and those that are merged.

    Programs that write files leave formulas so.
    """
    found: dict[int, list[int]] = {}
    merged: dict[str, None] = {}
    with zipfile.ZipFile(path) as packed, packed.open(part.lstrip("/")) as file:
        rest = b""
        while chunk := file.read(_CHUNK):
            text = rest + chunk
            for cell in _FORMULA_ALONE.finditer(text):
                found.setdefault(int(cell["row"]), []).append(place_of(cell["column"].decode()))
            merged |= dict.fromkeys(of.decode() for of in _MERGED.findall(text))
            cut = text.rfind(b"</c>") + 1
            rest = text[cut:][-_CHUNK:]
    return found, list(merged)


def _lost(number: int, column: str) -> Unplaced:
    cure = "open the file in a spreadsheet program and save it, which works them out"
    return Unplaced(number, column, "", Code.BAD_VALUE, "a formula stands there that nobody has worked out", cure)


def _rows(
    book: Any, rows: Iterator[tuple[int, list[str]]], columns: tuple[str, ...], empty: Mapping[int, list[int]]
) -> Iterator[Row]:
    with closing(book), _told("the sheet breaks off"):
        for number, texts in rows:
            if number > MOST_ROWS:
                raise TableError(f"it has more than {MOST_ROWS} rows", "part the file", Code.TOO_LARGE)
            row = row_of(columns, number, texts)
            lost = tuple(_lost(number, columns[place]) for place in empty.get(number, ()) if place < len(columns))
            if row.cells or row.faults or lost:
                yield replace(row, faults=(*row.faults, *lost))

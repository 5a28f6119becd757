"""Tables as they come: rows of texts below named columns, and where in the file each of them stands."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from dateline.ground.problems import Code, Position

MOST_ROWS: Final = 200_000
"""How many rows of one file are read: more than a chronology can show."""
MOST_COLUMNS: Final = 500
MOST_IN_A_CELL: Final = 20_000
"""How many characters of a cell are read: as many as a record's text may have."""
MOST_BYTES: Final = 200_000_000
_SHOWN: Final = 60
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\uffff\ud800-\udfff\ue000-\uf8ff]"
)
"""What no reader sees, or what shows a text otherwise than it is; joiners stay, which some scripts are written with."""
_FORMULA: Final = re.compile(r"=\s*[A-Za-z_][\w.]*\s*\(|=\s*[-+]?\$?[A-Za-z]{1,3}\$?\d|[=+@-][^|]*\|'?.*!")


_SILENT: Final = frozenset(
    {"n/a", "#n/a", "n.a.", "n.a", "null", "nan", "unknown", "not known", "not available", "not applicable"}
    | {"not stated", "tbd", "tbc", "?", "??", "???", "-", "--", "---", "–", "—", "…", "..."}
    | {"k. a.", "k.a.", "unbekannt", "inconnu", "s. o.", "desconocido", "неизвестно", "غير معروف"}
)
"""What people write into a cell that has nothing to say; `none` is not among them, since a toll may be none."""


class TableError(ValueError):
    """A file that is no table that can be read; the message says why and what to do."""

    def __init__(self, message: str, cure: str = "", code: Code = Code.UNREADABLE, line: int = 1) -> None:
        super().__init__(f"{message} ({cure})" if cure else message)
        self.code, self.line = code, line


Spotter = Callable[[str], Position]
"""What finds the place of a text by the name of its column."""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Something of a row that no record has got, and why."""

    row: int
    column: str
    said: str
    code: Code
    why: str
    cure: str = ""
    position: Position | None = None
    """Where it stands, in a file that is text."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number as the file counts, and its texts by the names of their columns; none is empty."""

    number: int
    cells: Mapping[str, str]
    faults: tuple[Unplaced, ...] = ()
    """What of it could not be read."""
    spot: Spotter | None = None
    """Finds where the text of a column begins, in a file that is text."""

    def unplaced(self, column: str, code: Code, why: str, cure: str = "") -> Unplaced:
        """Return that the text of a column has no place."""
        position = self.spot(column) if self.spot is not None else None
        return Unplaced(self.number, column, self.cells.get(column, ""), code, why, cure, position)


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of a file, and its rows, which are read as they are asked for, once."""

    columns: tuple[str, ...]
    rows: Iterable[Row]
    notes: tuple[str, ...] = ()
    """What is told of the file as a whole."""


def columns_of(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names of columns, each once: what has none is called by its letter."""
    found: dict[str, None] = {}
    for place, name in enumerate(names):
        plain = cleaned(name) or f"column {letter(place)}"
        number, free = 1, plain
        while free in found:
            number += 1
            free = f"{plain} ({number})"
        found[free] = None
    return tuple(found)


def told_above(rows: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Return what is told of rows above the names of the columns: that they are left out, and how the first begins."""
    above = [text for text in (cleaned(" ".join(texts)) for texts in rows) if text]
    if not above:
        return ()
    shown = f"{above[0][:_SHOWN]}{'…' if len(above[0]) > _SHOWN else ''}"
    return (f"Left out, since it stands above the names of the columns: {shown}",)


def row_of(columns: tuple[str, ...], number: int, texts: Iterable[str], spot: Spotter | None = None) -> Row:
    """Return a row of texts as they stand in a file, with what of them cannot be read."""
    cells, faults = dict[str, str](), list[Unplaced]()
    for place, text in enumerate(texts):
        name = columns[place] if place < len(columns) else f"column {letter(place)}"
        said = cleaned(text)
        fault = _fault(said, text, is_named=place < len(columns)) if text else None
        if fault is not None:
            faults.append(Unplaced(number, name, said, *fault, spot(name) if spot is not None else None))
        if said and (fault is None or fault[0] is Code.HIDDEN_CHARACTER):
            cells[name] = said
    return Row(number, cells, tuple(faults), spot)


def says_nothing(text: str) -> bool:
    """Return whether a cell only says that it has nothing to say: n/a, unknown, a dash."""
    return text.casefold() in _SILENT


def cleaned(text: str) -> str:
    """Return a text on one line, without characters that nobody sees or a terminal obeys."""
    return " ".join(_UNSEEN.sub("", text).split())


def letter(place: int) -> str:
    """Return what a spreadsheet calls a column, counted from zero: A, Z, AA."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _fault(said: str, text: str, *, is_named: bool) -> tuple[Code, str, str] | None:
    if said and not is_named:
        return Code.UNKNOWN_KEY, "the column has no name", "give it one in the first row"
    if len(said) > MOST_IN_A_CELL:
        why = f"it has {len(said)} characters; a text of a record has at most {MOST_IN_A_CELL}"
        return Code.TEXT_TOO_LONG, why, "shorten it; where it is a source's, record that as a source"
    if _FORMULA.match(said):
        return Code.BAD_VALUE, "it is a formula, not a value", "save the file with values in the place of formulas"
    if _UNSEEN.search(text):
        return Code.HIDDEN_CHARACTER, "characters that nobody sees were taken out", "nothing, if that is right"
    return None

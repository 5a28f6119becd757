"""What the columns of a file may become that nobody has mapped: by what they are called and what stands in them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from dateline.editing.importing.column_map import ColumnMap, ColumnTarget
from dateline.editing.importing.column_names import KEYS, called
from dateline.editing.importing.column_targets import plain, usual
from dateline.editing.importing.given_tables import Row, says_nothing
from dateline.editing.importing.row_dates import only_order
from dateline.editing.intake.metadata import slug
from dateline.ground.urls import is_web_address
from dateline.records.types import RecordKind

_SEVERAL: Final = frozenset(
    {"actor", "source", "note", "place.within", "figure.killed", "claim", "summary", "tags", "media", "related"}
)
"""What several columns may become."""
_WIDEST: Final = frozenset({"country", "nation", "state"})
_HEADS: Final = frozenset({"title", "claim", "summary"})
"""What the title of an event is taken from."""
_SEEN: Final = 200


def guessed_map(name: str, record: RecordKind, columns: Sequence[str], rows: Sequence[Row]) -> ColumnMap:
    """Return the map of a file as its columns are called; what no key has becomes nothing, and is told."""
    known = usual(record)
    found = dict[str, ColumnTarget]()
    for column in columns:
        to = known.get(called(column, known) or "")
        is_taken = to not in _SEVERAL and any(one.to == to for one in found.values())
        if to is not None and not is_taken:
            found[column] = ColumnTarget(to)
    found = _with_parts(found, record)
    found = dict(sorted(found.items(), key=lambda pair: plain(pair[0]) in _WIDEST))  # what lies in what, nearest first
    key = tuple(column for column in columns if called(column, set(KEYS)) and column not in found)[:1]
    made = ColumnMap(name=name_of(name), record=record, key=key if _tells_apart(key, rows) else (), columns=found)
    return replace(made, columns=_by_what_stands_there(made, rows), fixed=_titles(made))


def _titles(known: ColumnMap) -> dict[str, str]:
    """Return titles made of what happened and where, for a file of events that has none."""
    first = {one.to: f"{{{column}}}" for column, one in reversed(list(known.columns.items()))}
    is_made = known.record is RecordKind.EVENT and {"kind", "place"} <= first.keys() and not _HEADS & first.keys()
    return {"title": f"{first['kind']}, {first['place']}"} if is_made else {}


def name_of(text: str) -> str:
    """Return the name under which an import is known, made of the name of its file."""
    return (slug(text) or "rows")[:40].strip("-")


def hinted_order(known: ColumnMap, rows: Iterable[Row]) -> str | None:
    """Return the order of day and month in which alone the dates of a file can be read, if there is one."""
    columns = [column for column, one in known.columns.items() if one.to in {"date", "date.end", "published"}]
    return only_order(row.cells[column] for row in rows for column in columns if column in row.cells)


def samples(columns: Iterable[str], rows: Iterable[Row]) -> Mapping[str, str]:
    """Return what stands first in each column."""
    found: dict[str, str] = {}
    for row in islice(rows, _SEEN):
        for column, text in row.cells.items():
            if not says_nothing(text):
                found.setdefault(column, text)
    return {column: found.get(column, "") for column in columns}


def _with_parts(found: dict[str, ColumnTarget], record: RecordKind) -> dict[str, ColumnTarget]:
    """Leave the parts of a date out where the whole date has a column."""
    if record is not RecordKind.EVENT or not any(one.to == "date" for one in found.values()):
        return found
    parts = {f"date.{part}" for part in ("year", "month", "day")}
    return {column: one for column, one in found.items() if one.to not in parts}


def _tells_apart(key: tuple[str, ...], rows: Sequence[Row]) -> bool:
    texts = [row.cells.get(column, "") for column in key for row in rows]
    return bool(texts) and all(texts) and len(set(texts)) == len(texts)


def _by_what_stands_there(known: ColumnMap, rows: Sequence[Row]) -> dict[str, ColumnTarget]:
    """Take a column called source that has no address for the name of who published it."""
    found = dict(known.columns)
    for column, one in known.columns.items():
        texts = [row.cells[column] for row in rows if column in row.cells]
        has_addresses = any(is_web_address(part) for text in texts for part in text.replace(";", " ").split())
        is_other = any(other.to == "source" for name, other in known.columns.items() if name != column)
        if one.to == "source" and texts and not has_addresses and is_other:
            found[column] = ColumnTarget("source.publisher")
    return found

"""The row of a sheet that names its columns, and what columns are called in other words than the usual ones."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from dateline.editing.importing.column_targets import KINDS, plain, usual

LOOKED_THROUGH: Final = 20
"""How many rows are looked through for the one that names the columns."""
KEYS: Final = (
    "id",
    "key",
    "uid",
    "event_id",
    "record_id",
    "identifier",
    "code",
    "ref",
    "reference_number",
    "no",
    "nr",
)
"""What columns are called that tell rows apart."""
_NAMED: Final = 2
"""How many usual names a row has that names the columns, and how many times as many cells as what stands above it."""
_FEW: Final = 3
_OF_WHAT: Final = "event|incident|attack|case|entry|row|record"
_SUFFIXED: Final = re.compile(rf"(?P<what>\w+?)_(?:of|of_the|of_an)_(?:{_OF_WHAT})")
_PREFIXED: Final = re.compile(rf"(?:{_OF_WHAT})_(?P<what>\w+)")
_NUMBERED: Final = re.compile(r"(?P<what>\w+?)_(?P<number>\d)")


def naming_row(rows: Sequence[Sequence[str]]) -> int | None:
    """Return which of the first rows of a sheet names the columns: below its title and remarks, if it has such."""
    filled = {place: sum(map(bool, map(str.strip, texts))) for place, texts in enumerate(rows)}
    places = [place for place, count in filled.items() if count]
    if not places:
        return None
    first = places[0]
    if names_columns(rows[first]):
        return first
    is_said = names_columns(rows[first], 1)
    for place in places[1:]:
        above = max(filled[one] for one in places if one < place)
        may_name = above == 1 and not is_said and _may_name(rows[place])
        if above * _NAMED <= filled[place] and (names_columns(rows[place]) or may_name):
            return place
    return first


def _may_name(texts: Sequence[str]) -> bool:
    """Return whether a row may name columns in whatever language: several words, each another."""
    said = [text.strip() for text in texts if text.strip()]
    return len(said) >= _FEW and len(set(said)) == len(said) and all(any(map(str.isalpha, text)) for text in said)


def names_columns(texts: Sequence[str], least: int = _NAMED) -> bool:
    """Return whether a row has names that columns usually have: at least so many."""
    known = {name for kind in KINDS for name in (*usual(kind), *KEYS)}
    return len(list(islice((text for text in texts if called(text, known) is not None), least))) == least


def called(column: str, known: Mapping[str, str] | set[str]) -> str | None:
    """Return the usual name that a column has, if in other words; None where it has none."""
    return next((name for name in _wordings(column) if name in known), None)


def _wordings(column: str) -> Iterator[str]:
    """Yield the ways to call a column: `Source(s)` is sources, `Date of incident` the date, `Place (town)` a place."""
    for text in (column, re.sub(r"\((e?s)\)", r"\1", column), re.sub(r"\s*[(\[][^)\]]*[)\]]", "", column)):
        name = plain(text)
        yield name
        for pattern in (_SUFFIXED, _PREFIXED):
            if (found := pattern.fullmatch(name)) is not None:
                yield found["what"]
        if (found := _NUMBERED.fullmatch(name)) is not None:
            yield f"{found['what']}{found['number']}"

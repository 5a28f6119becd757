"""Bibliographies as sources: CSL-JSON, BibTeX and RIS, each first as the items of CSL."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from dateline.editing.drafting.known_records import folded
from dateline.editing.importing.bibtex_entries import bibtex_items
from dateline.editing.importing.given_tables import Row, Spotter, TableError, cleaned
from dateline.editing.importing.given_texts import json_of, text_of
from dateline.editing.importing.proposals import RowOutcome
from dateline.editing.importing.ris_entries import ris_items
from dateline.editing.importing.row_ledger import row_key
from dateline.editing.importing.row_parts import Desk, RowParts
from dateline.editing.importing.row_records import settle
from dateline.ground.problems import Code, Position
from dateline.ground.urls import is_web_address, same_page_key
from dateline.pages.exports.source_csl import source_from_csl
from dateline.records.types import RecordKind

Item = Mapping[str, Any]
_LIKE: Final = {
    **dict.fromkeys(
        (
            "article-journal",
            "article-magazine",
            "article-newspaper",
            "webpage",
            "post-weblog",
            "chapter",
            "paper-conference",
            "entry",
            "entry-encyclopedia",
            "entry-dictionary",
            "review",
            "review-book",
            "interview",
            "manuscript",
            "document",
        ),
        "article",
    ),
    **dict.fromkeys(("thesis", "standard", "bill", "legislation", "regulation"), "report"),
    **dict.fromkeys(("figure",), "graphic"),
    **dict.fromkeys(("song",), "broadcast"),
}
"""What other kinds of CSL are here."""
_PARTICLES: Final = ("dropping-particle", "non-dropping-particle")
_NAMES: Final = ("author", "editor", "translator")
_NO_LOSS: Final = frozenset({"type", "id", "source", "citation-key", "citation-label"})
"""What nobody misses: the item's name in the file, and from which database it is."""


def items_of(form: str, path: Path) -> list[tuple[Row, Item]]:
    """Return the items of a file, each with its number, its name and its place; raises TableError where it has none."""
    if form == "csl":
        return [
            (Row(number, {"id": cleaned(str(item.get("id", number)))}), item)
            for number, item in enumerate(_csl_items(path), 1)
        ]
    text = text_of(path)
    found = bibtex_items(text) if form == "bibtex" else ris_items(text)
    return [
        (Row(number, {"id": cleaned(name)}, (), _at(path, line)), item)
        for number, (line, name, item) in enumerate(found, 1)
    ]


def _at(path: Path, line: int) -> Spotter:
    return lambda _: Position(path.as_posix(), line)


def _csl_items(path: Path) -> list[Item]:
    said = json_of(path, "export it again")
    items = said if isinstance(said, list) else said.get("items") if isinstance(said, Mapping) else None
    if not isinstance(items, list) or not all(isinstance(item, Mapping) for item in items):
        raise TableError("it is no list of items", "CSL-JSON is [{…}, {…}]", Code.WRONG_TYPE)
    return items


class ItemReader:
    """Makes a source of each item."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._first: dict[str, int] = {}

    def read(self, row: Row, item: Item, outcome: RowOutcome) -> None:
        """Add the source that an item is, whose number, name and place `row` has; what of it no key has is told."""
        values, left = source_from_csl(_plain(item))
        name = row.cells.get("id", "")
        cells = {key: cleaned(_shown(value)) for key, value in left.items()}
        parts = RowParts(self.desk, replace(row, cells={**cells, **row.cells}), outcome)
        for key in left.keys() - _NO_LOSS:
            parts.tell(
                key, Code.UNKNOWN_KEY, "no key of a source takes it as it is", "put what matters of it into note"
            )
        found = self._source(parts, values)
        if "title" not in found and "url" not in found:
            parts.tell("id", Code.MISSING_KEY, "the item has neither a title nor an address")
            return
        url = found.get("url")
        key = row_key(RecordKind.SOURCE, name or (same_page_key(url) if url else folded(found["title"])))
        settle(parts, found, key, self._first)

    def _source(self, parts: RowParts, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return the values of a source, with dates as they are typed here, and a publisher that is an actor."""
        found = {key: _cleaned(value) for key, value in values.items()}
        for key in ("written", "published", "accessed"):
            if key in found and not (read := self.desk.dates.day(found[key])).text:
                parts.tell(key, Code.BAD_DATE, f"'{found.pop(key)}': {read.doubt}", read.cure)
            elif key in found:
                found[key] = read.text
        if publisher := found.pop("publisher", None):
            found["publisher"] = parts.record_called(RecordKind.ACTOR, "publisher", publisher, {})
        if "url" in found and not is_web_address(found["url"]):
            parts.tell("URL", Code.BAD_URL, f"'{found.pop('url')}' is no web address")
        return {key: value for key, value in found.items() if value}


def _plain(item: Item) -> dict[str, Any]:
    """Return an item with the names and dates of CSL in the forms that all of its readers know."""
    found = {key: value for key, value in item.items() if value not in (None, "", [], {})}
    found["type"] = _LIKE.get(str(item.get("type")), item.get("type"))
    for key in _NAMES:
        if isinstance(found.get(key), list):
            found[key] = [_name(one) for one in found[key]]
    for key in ("original-date", "issued", "accessed"):
        if isinstance(found.get(key), Mapping):
            found[key] = _date(found[key])
    return found


def _name(name: Any) -> Any:
    if not isinstance(name, Mapping):
        return name
    particles = [str(name[part]) for part in _PARTICLES if name.get(part)]
    rest = {
        key: value for key, value in name.items() if key not in {*_PARTICLES, "parse-names", "suffix", "comma-suffix"}
    }
    if particles and rest.get("family"):
        rest["family"] = " ".join([*particles, str(rest["family"])])
    if name.get("suffix") and rest.get("family"):
        rest["family"] = f"{rest['family']} {name['suffix']}"
    return rest


def _date(date: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a date of CSL; numbers as texts, and a span of two, as EDTF has them."""
    if isinstance(date.get("raw"), str) and "date-parts" not in date:
        return {"literal": date["raw"]}
    parts = date.get("date-parts")
    if not isinstance(parts, list) or not all(isinstance(side, list) for side in parts):
        return date
    sides = [[str(part) for part in side if str(part).strip()] for side in parts]
    texts = ["-".join(part.zfill(4 if not place else 2) for place, part in enumerate(side)) for side in sides if side]
    return {"literal": "/".join(texts) + ("~" if date.get("circa") and len(texts) == 1 else "")}


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return cleaned(value)
    return (
        [{key: cleaned(str(name)) for key, name in one.items()} for one in value]
        if isinstance(value, list) and all(isinstance(one, Mapping) for one in value)
        else value
    )


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

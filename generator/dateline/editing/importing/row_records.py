"""Sources, actors and places of rows."""

from typing import Any, Final

from dateline.editing.drafting.known_records import folded
from dateline.editing.importing.given_tables import Row
from dateline.editing.importing.proposals import RowOutcome, RowReader
from dateline.editing.importing.row_ledger import digest, row_key
from dateline.editing.importing.row_parts import Desk, RowParts
from dateline.editing.intake.metadata import slug
from dateline.ground import urls
from dateline.ground.problems import Code
from dateline.ground.urls import is_web_address, same_page_key
from dateline.records.types import RecordKind

_TEXTS: Final = (
    "language",
    "container",
    "volume",
    "issue",
    "pages",
    "edition",
    "place_published",
    "doi",
    "isbn",
    "identifier",
    "licence",
)
_MAKERS: Final = ("authors", "editors", "translators")
_SEVERAL: Final = ";"


class SourceRows(RowReader):
    """Makes a source of each row."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._first: dict[str, int] = {}

    def read(self, row: Row, outcome: RowOutcome) -> None:
        """Add what a row comes to; a source that is recorded already, by its address, is left to its editors."""
        parts = RowParts(self.desk, row, outcome)
        parts.withhold()
        values = {key: value for key, value in _source(parts).items() if value is not None}
        url, title = values.get("url"), values.get("title")
        if url is None and title is None:
            parts.tell(next(iter(row.cells), ""), Code.MISSING_KEY, "the row has neither a title nor an address")
            return
        settle(parts, values, _key(parts, values), self._first)


def settle(parts: RowParts, values: dict[str, Any], key: str, first: dict[str, int]) -> None:
    """Propose a source; where one is recorded already, that is told."""
    known, kind = parts.desk.known, RecordKind.SOURCE
    number = first.setdefault(key, parts.row.number)
    if number != parts.row.number:
        parts.tell(parts.column("url") or parts.column("title"), Code.DUPLICATE_ID, f"row {number} is the same source")
        return
    found = _recorded(parts, values)
    if found is not None and known.own.get((kind, found)) != key:
        parts.tell(parts.column("url") or parts.column("title"), Code.SAME_ADDRESS, f"it is recorded already: {found}")
        return
    id_ = found or known.id_for(kind, key, _suggested(values))
    if known.is_buried(kind, id_):
        parts.tell(parts.column("title"), Code.BURIED_ID, "its source was removed from the chronology")
        return
    parts.propose(kind, key, id_, values)


def _recorded(parts: RowParts, values: dict[str, Any]) -> str | None:
    known = parts.desk.known
    if (url := values.get("url")) is not None:
        return known.source_at(url)
    named = known.called(RecordKind.SOURCE, values["title"])
    return named[0] if len(named) == 1 else None


def _key(parts: RowParts, values: dict[str, Any]) -> str:
    columns = parts.desk.map.key
    said = "\x1f".join(parts.row.cells.get(column, "") for column in columns)
    if said.strip("\x1f"):
        return row_key(RecordKind.SOURCE, said)
    url = values.get("url")
    return row_key(RecordKind.SOURCE, same_page_key(url) if url else folded(values["title"]))


def _source(parts: RowParts) -> dict[str, Any]:
    published, accessed = parts.date("published"), parts.date("accessed")
    publisher = parts.named(RecordKind.ACTOR, "publisher")
    return {
        "title": parts.one("title"),
        **{key: [{"name": name} for name in _listed(parts, key)] or None for key in _MAKERS},
        "publisher": publisher[0] if publisher else None,
        "kind": parts.word("source_kinds", "kind"),
        "published": published.text or None if published is not None else None,
        "accessed": accessed.text or None if accessed is not None else None,
        **{key: parts.one(key) for key in _TEXTS},
        "url": _address(parts, "url"),
        "archive": _archive(parts),
        "note": parts.note,
    }


def _listed(parts: RowParts, key: str) -> list[str]:
    return [name.strip() for _, text in parts.all(key) for name in text.split(_SEVERAL) if name.strip()]


def _address(parts: RowParts, target: str) -> str | None:
    text = parts.one(target)
    if text is None or is_web_address(text):
        return text
    fault = urls.fault(text)
    parts.tell(parts.column(target), Code.BAD_URL, fault.message if fault else "", fault.hint if fault else "")
    return None


def _archive(parts: RowParts) -> dict[str, str] | None:
    url = _address(parts, "archive")
    day = parts.date("archive.date") if url is not None else None
    return None if url is None else {"url": url, **({"date": day.text} if day is not None and day.text else {})}


def _suggested(values: dict[str, Any]) -> str:
    published = str(values.get("published") or "")[:10]
    words = slug(str(values.get("title") or "")) or slug(str(values.get("url") or "").partition("//")[2])
    publisher = values.get("publisher")
    if publisher and published[:4].isdigit():
        return f"{publisher[:60]}-{published}"
    return words or f"source-{digest(str(values))[:6]}"


class NamedRows(RowReader):
    """Makes an actor or a place of each row."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._first: dict[str, int] = {}

    def read(self, row: Row, outcome: RowOutcome) -> None:
        """Add what a row comes to; what is recorded already under its name is left to its editors."""
        parts, kind = RowParts(self.desk, row, outcome), self.desk.map.record
        parts.withhold()
        values = {key: value for key, value in _named(parts, kind).items() if value}
        if "name" not in values:
            parts.tell(next(iter(row.cells), ""), Code.MISSING_KEY, "the row has no name")
            return
        said = "\x1f".join(row.cells.get(column, "") for column in self.desk.map.key)
        key = row_key(kind, said if said.strip("\x1f") else f"{folded(values['name'])}\x1f{values.get('within', '')}")
        settle_named(parts, kind, key, values, self._first)


def settle_named(parts: RowParts, kind: RecordKind, key: str, values: dict[str, Any], first: dict[str, int]) -> None:
    """Propose an actor or a place; where one of the name is recorded already, that is told."""
    known, column = parts.desk.known, parts.column("name")
    if (number := first.setdefault(key, parts.row.number)) != parts.row.number:
        parts.tell(column, Code.SAME_NAME, f"row {number} has the same name")
        return
    ids = known.called(kind, values["name"])
    own = next((id_ for id_ in ids if known.own.get((kind, id_)) == key), None)
    if ids and own is None and key not in known.ledger.known:
        parts.tell(column, Code.SAME_NAME, f"it is recorded already: {', '.join(ids)}", "compare the two")
        return
    id_ = own or known.id_for(kind, key, slug(values["name"]) or f"{kind}-{digest(folded(values['name']))[:6]}")
    if known.is_buried(kind, id_):
        parts.tell(column, Code.BURIED_ID, "its record was removed from the chronology")
        return
    parts.propose(kind, key, id_, values)


def _named(parts: RowParts, kind: RecordKind) -> dict[str, Any]:
    names = {target.partition(".")[2]: parts.one(target) for target in parts.starting("name.")}
    found: dict[str, Any] = {
        "name": parts.one("name"),
        "names": {language: name for language, name in names.items() if name},
        "aliases": _listed(parts, "aliases"),
        "kind": parts.word(f"{kind}_kinds", "kind"),
        "same_as": [text for _, text in parts.all("same_as") if is_web_address(text)],
    }
    if kind is RecordKind.PLACE:
        within = parts.named(kind, "within")
        found |= {"within": within[0] if within else None, **parts.coordinates()}
        found |= {key: parts.one(key) for key in ("precision", "located_by")}
    else:
        found["part_of"] = parts.named(kind, "part_of")
    return found | {"note": parts.note}

"""What a source says of itself as a CSL-JSON item, and back: nothing is lost on either way."""

import re
from collections.abc import Mapping
from typing import Any, Final

from dateline.ground.json_values import Json, compact_json
from dateline.pages.shared.edition import Edition
from dateline.pages.wording.bibliographies import reporter_of
from dateline.records.chronology import Chronology
from dateline.records.types import Creator, Source

SOURCES_PATH: Final = "data/sources.csl.json"
Bibliography = Mapping[str, Any]
"""The keys of a source's record that tell of its publication, as plain values; of the publisher its name."""
_OWN: Final = "dateline"
"""Under which name an item's `custom` has what CSL has no variable for."""
_TEXTS: Final = {
    "title": "title",
    "publisher": "publisher",
    "container": "container-title",
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
    "edition": "edition",
    "place_published": "publisher-place",
    "doi": "DOI",
    "isbn": "ISBN",
    "identifier": "number",
    "licence": "license",
    "language": "language",
    "url": "URL",
    "note": "note",
}
_NAMES: Final = {"authors": "author", "editors": "editor", "translators": "translator"}
_DATES: Final = {"written": "original-date", "published": "issued", "accessed": "accessed"}
_TYPES: Final = {
    "article": "article",
    "report": "report",
    "statement": "speech",
    "post": "post",
    "image": "graphic",
    "video": "motion_picture",
    "audio": "broadcast",
    "map": "map",
    "dataset": "dataset",
    "book": "book",
    "judgment": "legal_case",
}
_OF_ARTICLES: Final = ("article-journal", "article-newspaper", "webpage")
"""The types of an article that appeared in something counted, in something, or at an address alone."""
_KINDS: Final = {csl: kind for kind, csl in _TYPES.items()} | dict.fromkeys(_OF_ARTICLES, "article")
_OF_COURTS: Final = _TYPES["judgment"]
_COURT: Final = "authority"
_DAY: Final = re.compile(r"(?!0{4})[0-9]{4}(?:-[0-9]{2}){0,2}")


def sources_csl(edition: Edition) -> str:
    """Return every source as an item, as reference managers import them, one a line."""
    graph = edition.chronology
    items = (csl_of(graph, source) for source in graph.sources.values())
    lines = ",\n".join(compact_json(item) for item in items)
    return f"[\n{lines}\n]\n" if lines else "[]\n"


def csl_of(graph: Chronology, source: Source) -> dict[str, Json]:
    """Return the item of a source, of the type that its kind, or the one that it behaves as, has in CSL."""
    like = graph.masthead.vocabulary.behaves_as("source_kinds", source.kind)
    return source_to_csl(source.id, bibliography_of(graph, source), like)


def bibliography_of(graph: Chronology, source: Source) -> dict[str, Any]:
    """Return what a source says of itself, as plain values."""
    publisher = graph.actors.get(source.publisher)
    said: dict[str, Any] = {key: getattr(source, key) for key in _TEXTS if key != "publisher"}
    said |= {key: [_maker(graph, one) for one in getattr(source, key)] for key in _NAMES}
    said |= {
        "kind": source.kind,
        "publisher": publisher.name if publisher is not None else None,
        "published": source.published.text,
        "written": source.written.text if source.written is not None else None,
        "accessed": source.accessed.text if source.accessed is not None else None,
        "unknown": list(source.unknown),
        "titles": dict(source.titles),
    }
    return {key: value for key, value in said.items() if value}


def _maker(graph: Chronology, creator: Creator) -> dict[str, str]:
    if creator.actor is None:
        return {"name": creator.name or ""}
    actor = graph.actors.get(creator.actor)
    return {"actor": creator.actor, "name": actor.name} if actor is not None else {"actor": creator.actor}


def source_to_csl(id_: str, said: Bibliography, like: str = "") -> dict[str, Json]:
    """Return the item of a source; what CSL cannot say exactly stands under `custom`, where CSL lets it stand."""
    item: dict[str, Json] = {"id": id_, "type": _type_of(said, like)}
    item |= {name: said[key] for key, name in _TEXTS.items() if said.get(key)}
    item |= {name: [_csl_name(one) for one in said[key]] for key, name in _NAMES.items() if said.get(key)}
    item |= {name: _csl_date(said[key]) for key, name in _DATES.items() if said.get(key)}
    if item["type"] == _OF_COURTS:
        item = _as_lawyers_cite(item)
    back = source_from_csl(item)[0]
    lost = {key: value for key, value in said.items() if back.get(key) != value}
    return item | ({"custom": {_OWN: lost}} if lost else {})


def _as_lawyers_cite(item: dict[str, Json]) -> dict[str, Json]:
    """Return the item of a judgment with the court that gave it as such, and the report by its abbreviation."""
    item = {_COURT if name == "publisher" else name: value for name, value in item.items()}
    if isinstance(item.get("container-title"), str):
        item["container-title"] = reporter_of(str(item["container-title"]))
    return item


def _type_of(said: Bibliography, like: str = "") -> str:
    kind = like or said.get("kind", "article")
    if kind != "article" or not (said.get("container") or said.get("url")):
        return _TYPES.get(kind, "document")
    in_journal, in_paper, at_address = _OF_ARTICLES
    is_counted = said.get("container") and (said.get("volume") or said.get("issue"))
    return in_journal if is_counted else in_paper if said.get("container") else at_address


def source_from_csl(item: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the keys of a source that an item tells, and what of the item no key has."""
    left = {name: value for name, value in item.items() if name != "id"}
    if item.get("type") == _OF_COURTS and _COURT in left and "publisher" not in left:
        left["publisher"] = left.pop(_COURT)
    kind = _KINDS.get(str(item.get("type")))
    said: dict[str, Any] = {} if kind is None else {"kind": kind}
    for names, read in ((_TEXTS, _text), (_NAMES, _creators), (_DATES, _date)):
        for key, name in names.items():
            found = read(left[name]) if name in left else None
            if found is not None:
                said[key] = found
                del left[name]
    custom = left.get("custom")
    if isinstance(custom, Mapping) and isinstance(custom.get(_OWN), Mapping):
        said |= custom[_OWN]
        rest = {name: value for name, value in custom.items() if name != _OWN}
        left = {name: value for name, value in left.items() if name != "custom"} | ({"custom": rest} if rest else {})
    if kind is not None and item["type"] == _type_of(said, kind):
        del left["type"]
    return said, left


def _csl_name(creator: Mapping[str, str]) -> Json:
    return {"literal": creator.get("name") or creator.get("actor") or ""}


def _csl_date(text: str) -> Json:
    if _DAY.fullmatch(text):
        return {"date-parts": [[int(part) for part in text.split("-")]]}
    return {"literal": text}


def _text(value: object) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) and value else None


def _creators(value: object) -> list[dict[str, str]] | None:
    names = [_whole_name(one) for one in value] if isinstance(value, list) else []
    return [{"name": name} for name in names if name] if names and all(names) else None


def _whole_name(name: object) -> str:
    """Return a name as it is spoken; nothing where its parts are more than a given and a family name."""
    if not isinstance(name, Mapping) or not name.keys() <= {"literal", "given", "family"}:
        return ""
    if "literal" in name:
        return str(name["literal"]) if len(name) == 1 else ""
    return " ".join(str(name[part]) for part in ("given", "family") if name.get(part))


def _date(value: object) -> str | None:
    """Return a day, month or year as EDTF; None where CSL says more than one, or less than it."""
    if not isinstance(value, Mapping) or len(value) != 1:
        return None
    if isinstance(value.get("literal"), str):
        return value["literal"] or None
    parts = value.get("date-parts")
    if not (isinstance(parts, list) and len(parts) == 1 and isinstance(parts[0], list)):
        return None
    numbers = parts[0]
    if not all(isinstance(one, int) for one in numbers) or not 1 <= len(numbers) <= 3:  # noqa: PLR2004 - a day
        return None
    text = "-".join([f"{numbers[0]:04}", *(f"{one:02}" for one in numbers[1:])])
    return text if _DAY.fullmatch(text) else None

"""JSON Schemas (draft 7, which every editor knows) of the record types, with the chronology's words to complete.

Two things are kept apart. What a record's *fields* are comes from the code, and a value that breaks it is refused.
What *words* there are comes from the records, which change faster than any file made of them: a word is offered, never
demanded. So a schema that is behind the records completes less, and refuses nothing that the check accepts. Of a word
outside the vocabulary VS Code says that it was unknown when the schemas were written; of an id, which may well be new,
it says nothing.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final

from dateline.editing.schemas.offers import Offer
from dateline.records.loading import PageHead
from dateline.records.types import Brief, Graveyard, Masthead, RecordKind, State, Vocabulary, type_of_kind
from dateline.records.types.fields import ONE_OF
from dateline.records.types.meanings import JsonSchema, schema_of

_DIALECT: Final = "http://json-schema.org/draft-07/schema#"
_MADE: Final = "Made by `dateline schema`; do not edit."
_UNKNOWN: Final = "No word of the vocabulary when the schemas were written; `dateline check` knows."
_VOCABULARY: Final = frozenset(field.name for field in fields(Vocabulary))


@dataclass(frozen=True, slots=True)
class Target:
    """A schema: the record type it is of, and the files in content/ that it is for."""

    name: str
    record_type: type
    files: str

    @property
    def file(self) -> str:
        """The name of the schema's file."""
        return f"{self.name}.schema.json"

    @property
    def is_front_matter(self) -> bool:
        """Whether its records are the front matter of Markdown files, which editors do not check."""
        return self.files.endswith(".md")


TARGETS: Final = (
    *(Target(kind.value, type_of_kind[kind], f"{kind.folder}/**/*{kind.suffix}") for kind in RecordKind),
    Target("chronology", Masthead, "chronology.yml"),
    Target("tombstones", Graveyard, "tombstones.yml"),
    Target("brief", Brief, "pages/brief.yml"),
    Target("page", PageHead, "pages/*.md"),
)


def schemas(offered: Mapping[str, Sequence[Offer]]) -> dict[str, str]:
    """Return the text of every schema by its file's name."""
    return {target.file: _text(_schema(target, offered)) for target in TARGETS}


def differences(there: Mapping[str, str], now: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Return which files are stale in their fields (or missing), and which only in the words that they offer."""
    stale = [name for name, text in now.items() if there.get(name) != text]
    fields = [name for name in stale if name not in there or _fields(there[name]) != _fields(now[name])]
    return fields, [name for name in stale if name not in fields]


def _fields(text: str) -> JsonSchema | None:
    """Return a schema without the words that it offers; None where it is no schema."""
    try:
        schema = json.loads(text)
        offered = [name for name, definition in schema["definitions"].items() if "enumDescriptions" in definition]
    except (ValueError, LookupError, TypeError, AttributeError):
        return None
    return {**schema, "definitions": {**schema["definitions"], **dict.fromkeys(offered)}}


def _text(schema: JsonSchema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _schema(target: Target, offered: Mapping[str, Sequence[Offer]]) -> JsonSchema:
    made = schema_of(target.record_type, "#/definitions/{model}")
    definitions = {name: _tidy(definition) for name, definition in made.pop("$defs", {}).items()}
    top = _tidy(made)
    if "id" in top["properties"]:
        needed = [key for key in top.pop("required") if key != "id"]
        top |= _unless_draft(needed) if needed else {}
        top["properties"]["id"]["doNotSuggest"] = True  # the file's name says it
    top["properties"].pop("body", None)
    words = sorted(_words_in([top, definitions]))
    definitions |= {name: _offering(offered.get(name, ())) for name in words}
    return {"$schema": _DIALECT, "$comment": _MADE, **top, "definitions": definitions}


def _unless_draft(needed: Sequence[str]) -> JsonSchema:
    """Return what a record has to have: a draft only its name."""
    is_draft = {"properties": {"state": {"const": State.DRAFT.value}}, "required": ["state"]}
    return {"if": is_draft, "then": {"required": list(needed[:1])}, "else": {"required": list(needed)}}


def _tidy(node: Any) -> Any:
    """Return a part of a schema without what only repeats its keys, and with its words offered."""
    if isinstance(node, list):
        return [_tidy(part) for part in node]
    if not isinstance(node, dict):
        return node
    tidy = {key: _tidy_value(key, value) for key, value in node.items() if not _is_noise(key, value)}
    if "patternProperties" in tidy:
        tidy["additionalProperties"] = False
    words = tidy.pop(ONE_OF, None)
    return tidy if words is None else _offered(words, tidy)


def _offered(words: str, text: JsonSchema) -> JsonSchema:
    """Return the schema of a text whose words are offered; any other text comes first, or VS Code refuses it."""
    text.pop("examples", None)  # they are another chronology's, and would be offered too
    meaning = {"description": text.pop("description")} if "description" in text else {}
    if words in _VOCABULARY:
        text["deprecationMessage"] = _UNKNOWN
    return {**meaning, "anyOf": [text, {"$ref": f"#/definitions/{words}"}]}


def _tidy_value(key: str, value: Any) -> Any:
    if key in {"properties", "patternProperties"}:
        return {name: _tidy(part) for name, part in value.items()}
    return " ".join(value.split()) if key == "description" else _tidy(value)


def _is_noise(key: str, value: object) -> bool:
    return (key == "title" and isinstance(value, str)) or (key == "default" and not value)


def _words_in(node: object) -> set[str]:
    if isinstance(node, list):
        return set().union(*map(_words_in, node))
    if not isinstance(node, dict):
        return set()
    own = {node["$ref"].rpartition("/")[2]} if "$ref" in node else set()
    own = {name for name in own if name.islower()}  # record types begin with a capital
    return own.union(*map(_words_in, node.values()))


def _offering(offers: Sequence[Offer]) -> JsonSchema:
    return {"enum": [offer.word for offer in offers], "enumDescriptions": [offer.meaning for offer in offers]}

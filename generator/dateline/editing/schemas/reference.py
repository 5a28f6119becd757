"""The field reference in Markdown, from the same types and texts as the schemas."""

import json
from collections.abc import Iterator
from typing import Final

from dateline.editing.schemas.json_schemas import TARGETS, Target
from dateline.records.types.fields import ONE_OF
from dateline.records.types.meanings import JsonSchema, example_of, schema_of
from dateline.records.types.standard_words import STANDARD_WORDS

_HEAD: Final = """\
# The fields of every record

Made by `make reference` from the record types in `dateline/records/types/`; do not edit. A key in **bold** has to be
there. How records are written as a whole: [CONTRIBUTING.md](../CONTRIBUTING.md). A title, a name, a label or a question
has at most 1,000 characters, any other text at most 20,000.
"""
_PLAIN: Final = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "`true` or `false`",
    "object": "keys with values",
}
_IDS: Final = {
    "actors": "id of an actor",
    "places": "id of a place",
    "sources": "id of a source",
    "disputes": "id of a dispute",
    "claims": "`event-id#claim-id`",
}


def reference() -> str:
    """Return the page: a table for each record type, and for each part of one."""
    lines, told = [_HEAD], set[str]()
    for target in TARGETS:
        schema = schema_of(target.record_type)
        parts = schema.get("$defs", {})
        lines += _section(f"## {target.name.capitalize()}", schema, _where(target))
        for name, part in parts.items():
            if "properties" in part and name not in told:
                told.add(name)
                lines += _section(f"### {name}", part, "")
    return "\n".join(lines)


def _where(target: Target) -> str:
    below = " above the text" if target.is_front_matter else ""
    return f" In `content/{target.files}`{below}."


def _section(heading: str, schema: JsonSchema, where: str) -> Iterator[str]:
    yield f"{heading}\n\n{schema['description']}{where}\n"
    yield "| key | takes | meaning | example |\n|---|---|---|---|"
    for key, field in schema["properties"].items():
        name = f"**`{key}`**" if key in schema.get("required", ()) and key != "id" else f"`{key}`"
        default = f" Without it: `{field['default']}`." if field.get("default") else ""
        yield f"| {name} | {_takes(field)} | {_cell(field['description'])}{default} | {_example(field)} |"
    yield ""


def _takes(field: JsonSchema) -> str:
    """Return what a key takes, in words."""
    if "anyOf" in field:
        return ", or ".join(_takes(arm) for arm in field["anyOf"] if arm.get("type") != "null")
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        return "`draft` or `published`" if name == "State" else f"[{name}](#{name.lower()})"
    if "enum" in field:
        return ", ".join(f"`{word}`" for word in field["enum"])
    if ONE_OF in field:
        return _word_of(field[ONE_OF])
    return _takes_type(field)


def _word_of(words: str) -> str:
    standard = ", ".join(f"`{word}`" for word in STANDARD_WORDS.get(words, ()))
    return _IDS.get(words, f"{standard}, or word of `{words}`" if standard else f"word of `{words}`")


def _takes_type(field: JsonSchema) -> str:
    kind = field["type"]
    if isinstance(kind, list):
        return "date"
    return f"list: {_takes(field['items'])}" if kind == "array" else _PLAIN[kind]


def _example(field: JsonSchema) -> str:
    shown = None if "default" in field and "examples" not in field and not _words(field) else example_of(field)
    return f"`{_cell(_as_typed(shown))}`" if shown is not None else ""


def _words(field: JsonSchema) -> bool:
    """Return whether a field that may be missing has examples further inside."""
    return "examples" in json.dumps(field)


def _as_typed(example: object) -> str:
    return example if isinstance(example, str) else json.dumps(example, ensure_ascii=False)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")

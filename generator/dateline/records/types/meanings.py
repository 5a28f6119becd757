"""What the reference says of each key of a record type, for other tools to say it in the same words."""

import ast
import inspect
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any, Final, TypeAlias

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import DataclassSchema

from dateline.records.types.fields import key_of

JsonSchema: TypeAlias = dict[str, Any]
"""A schema or a part of one, as JSON has it."""
_AFTER_DESCRIPTION: Final = ("examples", "pattern", "maxLength")


class Described(GenerateJsonSchema):
    """Says of each key what the docstring of its field says.

    Pydantic would read the docstrings of all types as they are imported, by each command that needs none of them.
    """

    def dataclass_schema(self, schema: DataclassSchema) -> JsonSchemaValue:
        """Return the schema of a record type, or of a part of one."""
        made = super().dataclass_schema(schema)
        record_type: type = schema["cls"]
        said = _docstrings_of(record_type)
        fields = {key: _described(field, said.get(key)) for key, field in made.get("properties", {}).items()}
        return made | ({"properties": fields} if fields else {})


def _described(field: JsonSchema, said: str | None) -> JsonSchema:
    if said is None or "description" in field:
        return field
    after = {key: field[key] for key in _AFTER_DESCRIPTION if key in field}
    return {key: value for key, value in field.items() if key not in after} | {"description": said} | after


@cache
def _docstrings_of(record_type: type) -> Mapping[str, str]:
    """Return what stands below each field of a type, by its key."""
    (written,) = ast.parse(textwrap.dedent(inspect.getsource(record_type))).body
    lines = written.body if isinstance(written, ast.ClassDef) else []
    return {
        key_of(field.target.id): inspect.cleandoc(said.value.value)
        for field, said in pairwise(lines)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(said, ast.Expr) and isinstance(said.value, ast.Constant) and isinstance(said.value.value, str)
    }


class _AsWritten(Described):
    """Leaves the keys of examples in the order in which editors write them."""

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:  # noqa: ARG002 - overrides
        """Return the schema with each part of the type before what it is a part of, whichever was built first."""
        parts = value.pop("$defs", {})
        return value | ({"$defs": {name: parts[name] for name in dict.fromkeys(_named(value, parts))}} if parts else {})


def _named(node: object, parts: Mapping[str, JsonSchema], within: frozenset[str] = frozenset()) -> Iterator[str]:
    if isinstance(node, list):
        for one in node:
            yield from _named(one, parts, within)
    elif isinstance(node, dict):
        name = str(node.get("$ref", "")).rpartition("/")[2]
        if name in parts and name not in within:
            yield from _named(parts[name], parts, within | {name})
            yield name
        yield from _named([*node.values()], parts, within)


def schema_of(record_type: type, ref_template: str = "#/$defs/{model}") -> JsonSchema:
    """Return the JSON Schema of a record type as Pydantic makes it, in the order of the type."""
    return TypeAdapter(record_type).json_schema(ref_template=ref_template, schema_generator=_AsWritten)


@dataclass(frozen=True, slots=True)
class FieldMeaning:
    """What a key means, and an example of what it takes, or None where there is none that is short."""

    meaning: str
    example: object = None


@cache
def told_of(record_type: type) -> Mapping[str, FieldMeaning]:
    """Return what is told of each key of a record type."""
    properties = schema_of(record_type)["properties"]
    return {key: FieldMeaning(_meaning(field), example_of(field)) for key, field in properties.items()}


def _meaning(field: JsonSchema) -> str:
    words = f" One of: {', '.join(field['enum'])}." if "enum" in field else ""
    return " ".join(field["description"].split()) + words


def example_of(field: JsonSchema) -> object:
    """Return the first example of a field, or what it is by default, or None."""
    if field.get("examples"):
        return field["examples"][0]
    inner = [*field.get("anyOf", ())]
    if isinstance(field.get("items"), dict) and (item := example_of(field["items"])) is not None:
        return [item]
    found = next((found for arm in inner if (found := example_of(arm)) is not None), None)
    return found if found is not None else field.get("default") or next(iter(field.get("enum", ())), None)

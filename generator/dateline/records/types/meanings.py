"""What the reference says of each key of a record type, for other tools to say it in the same words."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

JsonSchema: TypeAlias = dict[str, Any]
"""A schema or a part of one, as JSON has it."""


class _AsWritten(GenerateJsonSchema):
    """Leaves the keys of examples in the order in which editors write them."""

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:  # noqa: ARG002 - overrides
        """Return the schema as it is."""
        return value


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

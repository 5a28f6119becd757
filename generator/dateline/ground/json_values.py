"""What JSON can hold, as a type."""

import json
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"
"""A value; lists and objects are only read."""
JsonObject: TypeAlias = dict[str, Json]
"""An object that is being made."""
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
"""One for all: `json.dumps` makes one for each value."""


def compact_json(value: object) -> str:
    """Return a value as JSON on one line, without the spaces that take a twentieth of a large export."""
    return _ENCODER.encode(value)

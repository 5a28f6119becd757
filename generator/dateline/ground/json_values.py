"""What JSON can hold, as a type."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"
"""A value; lists and objects are only read."""
JsonObject: TypeAlias = dict[str, Json]
"""An object that is being made."""

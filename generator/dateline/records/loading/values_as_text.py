"""Values of a record as text that a cure repeats."""

from typing import Final

from dateline.ground.yamltree import Surprise
from dateline.records.loading.typed_references import BLANK

MAX_SHOWN: Final = 80
"""How many characters of somebody's text a cure repeats."""


def typed_text(value: object) -> str | None:
    """Return a single value as text; None of lists, of keys with values and of nothing."""
    if isinstance(value, Surprise):
        return value.text
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int | float):
        return str(value).strip() or None
    return None


def short_text(text: str) -> str:
    """Return a text, or a blank where it is too long to be repeated."""
    return text if len(text) <= MAX_SHOWN else BLANK

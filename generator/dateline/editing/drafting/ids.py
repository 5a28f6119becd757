"""Ids for new records, in the manner of those that are there."""

import re
from collections.abc import Collection
from typing import Final

from dateline.editing.intake import slug
from dateline.ground.dates import Edtf
from dateline.records.rules.names import is_of_windows
from dateline.records.types.fields import MAX_ID, is_id

_DATE_DIGITS: Final = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_SMALL: Final = frozenset({"a", "an", "and", "as", "at", "by", "for", "from", "in", "it", "of", "on", "that", "the"})
_SMALL_TOO: Final = frozenset({"are", "been", "had", "has", "have", "is", "its", "to", "was", "were", "with"})
_FEW: Final = 5


def event_id(title: str, date: Edtf) -> str | None:
    """Return an event's id: its date and the first words of its title; None where no letter of the title is Latin."""
    digits = _DATE_DIGITS.search(date.text)
    words = slug(title)
    if words is None:
        return None
    return f"{digits[0]}-{words}"[: MAX_ID - 3].rstrip("-") if digits is not None else words


def event_folder(date: Edtf) -> str:
    """Return the folder of an event in events/: its year."""
    digits = _DATE_DIGITS.search(date.text)
    return digits[0][:4] if digits is not None else "undated"


def claim_id(text: str) -> str | None:
    """Return a claim's id: the first words of its text that carry meaning."""
    words = [word for word in (slug(text) or "").split("-") if word not in _SMALL | _SMALL_TOO]
    return "-".join(words[:_FEW]) or None


def is_free(id_: str, taken: Collection[str]) -> bool:
    """Return whether `id_` can be given to something new."""
    return is_id(id_) and id_ not in taken and not is_of_windows(id_)

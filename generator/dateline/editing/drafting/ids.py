"""Ids for new records, in the manner of those that are there."""

import re
from collections.abc import Collection
from typing import Final

from dateline.editing.intake import slug
from dateline.ground.dates import Edtf, years_as_written
from dateline.records.rules.names import is_of_windows
from dateline.records.types.fields import MAX_ID, is_id

_BEGINS: Final = re.compile(r"Y?(?P<sign>-?)(?P<year>[0-9]{4,})(?P<rest>(?:-[0-9]{2}){0,2})")
_SMALL: Final = frozenset({"a", "an", "and", "as", "at", "by", "for", "from", "in", "it", "of", "on", "that", "the"})
_SMALL_TOO: Final = frozenset({"are", "been", "had", "has", "have", "is", "its", "to", "was", "were", "with"})
_FEW: Final = 5


def event_id(title: str, date: Edtf) -> str | None:
    """Return an event's id: its date and the first words of its title; None where no letter of the title is Latin."""
    words, found = slug(title), _BEGINS.search(_gregorian(date))
    if words is None or found is None:
        return words
    year = found["year"]
    if found["sign"] or not int(year):  # An id has no sign: -0430-03 is 431-bce-03.
        year = f"{int(year) + 1}-bce"
    return f"{year}{found['rest']}-{words}"[: MAX_ID - 3].rstrip("-")


def event_folder(date: Edtf) -> str:
    """Return the folder of an event in events/: its year."""
    found = _BEGINS.search(_gregorian(date))
    return years_as_written(int(f"{found['sign']}{found['year']}")) if found is not None else "undated"


def _gregorian(date: Edtf) -> str:
    """Return a date as EDTF, one of another calendar by the time that it is filed under."""
    return date.period if date.calendar is not None else date.text


def claim_id(text: str) -> str | None:
    """Return a claim's id: the first words of its text that carry meaning."""
    words = [word for word in (slug(text) or "").split("-") if word not in _SMALL | _SMALL_TOO]
    return "-".join(words[:_FEW]) or None


def is_free(id_: str, taken: Collection[str]) -> bool:
    """Return whether `id_` can be given to something new."""
    return is_id(id_) and id_ not in taken and not is_of_windows(id_)

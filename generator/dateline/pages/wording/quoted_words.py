"""Words that a page puts between quotation marks, so that they have one pair at each end."""

import re
from typing import Final

_OUTER: Final = '“”„«»"'
_WITHIN: Final = str.maketrans("“”„", "‘’‚")  # noqa: RUF001 - the marks of a quotation within a quotation
_POINTED: Final = str.maketrans("«»", "‹›")  # noqa: RUF001 - the same
_STRAIGHT: Final = re.compile(r'(?<!\S)"([^"]+)"')
"""A quotation in typewriter's marks; one behind a letter or digit is an inch, or part of a word of Hebrew."""
_INCHES: Final = re.compile(r"(?:(?<![0-9])[0-9]{1,3}|[½¼¾])\"\Z")
"""Inches at the end of words; behind four digits, which are a year, a quotation ends."""


def within(text: str) -> str:
    """Return words with their own quotations as such within a quotation."""
    return _STRAIGHT.sub("‘\\1’", text.translate(_WITHIN))


def between_marks(text: str) -> str:
    """Return words as they stand between quotation marks: without a mark at an end that is not one of a pair in them.

    A quotation in them has the marks of one within another.
    """
    if _INCHES.search(text) and text[0] not in _OUTER:
        return f'{between_marks(text[:-1])}"'
    inner = text.strip(_OUTER)
    if inner and not set(inner) & set(_OUTER):
        return inner
    found = within(text)
    return found.translate(_POINTED) if found.startswith("«") or found.endswith("»") else found

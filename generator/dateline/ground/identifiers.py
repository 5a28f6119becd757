"""Identifiers of publications: DOI and ISBN, with the digit by which a slip is found."""

import re
from typing import Final

_DOI: Final = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s\x00-\x1f]+")
_BEFORE_DOI: Final = re.compile(r"(?:(?:https?://)?(?:dx\.)?doi\.org/|doi(?::|\b)\.?)\s*", re.IGNORECASE)
_BEFORE_ISBN: Final = re.compile(r"^(?:urn:)?isbn(?:-1[03])?\b:?\s*", re.IGNORECASE)
_SEPARATORS: Final = re.compile("[- ]")
_ISBN_10: Final = re.compile("[0-9]{9}[0-9Xx]")
_ISBN_13: Final = re.compile("97[89][0-9]{10}")
_LONGEST: Final = 200
_ELEVEN: Final = 11


def is_doi(text: str) -> bool:
    """Return whether a text is a DOI: its directory, a stroke, and a name."""
    return len(text) <= _LONGEST and _DOI.fullmatch(text) is not None


def doi_in(text: str) -> str:
    """Return the DOI of an address or of a text that says what it is; nothing where there is none."""
    bare = _BEFORE_DOI.sub("", text.strip(), count=1).rstrip(".,;")
    return bare if is_doi(bare) else ""


def isbn_in(text: str) -> str:
    """Return the ISBN of a text that has other dashes, or says what it is; nothing where there is none."""
    bare = _BEFORE_ISBN.sub("", re.sub("[\u2010-\u2015\u2212]", "-", text)).strip(" .,;")
    return bare if bare != text and isbn_fault(bare) is None else ""


def is_issn(text: str) -> bool:
    """Return whether a text is the number of a journal, which looks like a short ISBN."""
    return re.fullmatch("[0-9]{4}-?[0-9]{3}[0-9Xx]", text) is not None


def isbn_fault(text: str) -> str | None:
    """Return what is wrong with an ISBN: its length, or its last digit; None where nothing is."""
    digits = _SEPARATORS.sub("", text)
    if _ISBN_13.fullmatch(digits):
        total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
        return None if total % 10 == 0 else "its last digit does not fit the others"
    if _ISBN_10.fullmatch(digits):
        values = [10 if digit in "Xx" else int(digit) for digit in digits]
        total = sum(value * (10 - place) for place, value in enumerate(values))
        return None if total % _ELEVEN == 0 else "its last digit does not fit the others"
    return f"it has 10 digits, or 13 that begin with 978 or 979, and this has {len(re.findall('[0-9Xx]', digits))}"

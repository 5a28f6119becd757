"""Roman numerals: how they are written, and which numbers they are."""

import re
from typing import Final

PATTERN: Final = r"(?=[ivxlcdm])m{0,4}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
"""Numerals in small letters, each sign before a greater one taken from it."""
_NUMERAL: Final = re.compile(PATTERN, re.IGNORECASE | re.ASCII)
_VALUES: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def numeral(text: str) -> int | None:
    """Return the number that a text is in Roman numerals, of either case; None for another text."""
    return sum_of(text) if _NUMERAL.fullmatch(text) else None


def sum_of(signs: str) -> int:
    """Return what signs come to in whatever order they are written, such as "MDCCCCX" or "xiiii"."""
    numbers = [_VALUES[sign] for sign in signs.lower()]
    return sum(-one if one < max(numbers[place:]) else one for place, one in enumerate(numbers))

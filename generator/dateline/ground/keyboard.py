"""Digits and dashes of any script, as a keyboard has them, and letters that pass for those of English."""

import unicodedata
from typing import Final

HYPHENS: Final = "\u2010\u2011\u2012\u2212\ufe63\uff0d"
"""What looks like the hyphen of a keyboard: hyphen, no-break hyphen, figure dash, minus sign, and wide ones."""
DASHES: Final = "\u2013\u2014\u2015"
"""What parts two ends: en dash, em dash, horizontal bar."""
_LIKE_OURS: Final = str.maketrans({"\u0131": "i", "\u0130": "I", "\u017f": "s", "\u212a": "K"})
"""The i without a dot, the I with one, the long s and the sign of kelvins."""


def with_plain_digits(text: str) -> str:
    """Return a text with the digits 0 to 9 for those of any script."""
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)


def with_all_digits_plain(text: str) -> str:
    """Return a text with the digits of every script, raised ones too, as 0 to 9."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.digit(char)) if char.isdigit() else char for char in text)


def with_plain_letters(text: str) -> str:
    """Return a text without the four letters that a pattern of English words takes for its own where case is ignored.

    No small letter comes of them that a table of such words has: what the pattern found would not be in the table.
    """
    return text.translate(_LIKE_OURS)

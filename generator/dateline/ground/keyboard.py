"""Digits and dashes of any script, as a keyboard has them."""

import unicodedata
from typing import Final

HYPHENS: Final = "\u2010\u2011\u2012\u2212\ufe63\uff0d"
"""What looks like the hyphen of a keyboard: hyphen, no-break hyphen, figure dash, minus sign, and wide ones."""
DASHES: Final = "\u2013\u2014\u2015"
"""What parts two ends: en dash, em dash, horizontal bar."""


def with_plain_digits(text: str) -> str:
    """Return a text with the digits 0 to 9 for those of any script."""
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)

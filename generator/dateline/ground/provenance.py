"""Paragraphs of a source's text, their normal form and their fingerprints.

A fingerprint lets a stranger check that a paragraph still says what it said when an
editor read it, without this project carrying the paragraph.  The normal form is
version 1 of Dateline's own, described step by step in `normalise`, so that anybody can
recompute a fingerprint with a dozen lines in any language.
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from dateline.ground.counting import first_words, is_within_word, last_words, word_count

MAX_LOCATOR_WORDS = 8
MAX_LOCATOR_LENGTH = 80

_SINGLE: Final = "‘’‚‛′‹›"  # noqa: RUF001 - the characters are the point
_DOUBLE: Final = "“”„‟″«»"
_DASHES: Final = "‐‑‒–—―−"  # noqa: RUF001 - the characters are the point
_FOLDS: Final = str.maketrans(dict.fromkeys(_SINGLE, "'") | dict.fromkeys(_DOUBLE, '"') | dict.fromkeys(_DASHES, "-"))
_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")


RECIPE: Final = f'''\
import hashlib, unicodedata

text = """the paragraph, with its typography"""
single, double, dashes = "{"".join(_SINGLE)}", "{"".join(_DOUBLE)}", "{"".join(_DASHES)}"
folds = {{**dict.fromkeys(single, "'"), **dict.fromkeys(double, '"'), **dict.fromkeys(dashes, "-")}}
normal = unicodedata.normalize("NFC", text).translate(str.maketrans(folds))
print(hashlib.sha256(" ".join(normal.split()).encode()).hexdigest())
'''
"""A fingerprint without Dateline, for readers who want to check one (Python 3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Locator:
    """What identifies a paragraph without copying it."""

    begins: str
    ends: str
    words: int
    sha256: str


def normalise(text: str) -> str:
    """Return `text` in normal form, version 1.

    In this order: Unicode NFC; typographic single and double quotation marks become
    ``'`` and ``"``; hyphens, dashes and the minus sign become ``-``; every run of
    Unicode white space becomes one space; leading and trailing white space goes.
    """
    return " ".join(unicodedata.normalize("NFC", text).translate(_FOLDS).split())


def fingerprint(text: str) -> str:
    """Return the SHA-256 of the normal form of `text` in UTF-8, as 64 lower-case hex digits."""
    return hashlib.sha256(normalise(text).encode()).hexdigest()


def paragraphs(text: str) -> list[str]:
    """Split plain text into its blocks: a block ends at a blank line."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\N{ZERO WIDTH NO-BREAK SPACE}")
    return [block.strip() for block in _BLANK_LINES.split(unified) if block.strip()]


def locate(paragraph: str, *, locator_words: int = 5) -> Locator:
    """Describe `paragraph` by its first and last words (as typed), its length and its fingerprint."""
    plain = " ".join(paragraph.split())
    return Locator(
        begins=_fitting(first_words(plain, locator_words).split(), drop=-1)[:MAX_LOCATOR_LENGTH],
        ends=_fitting(last_words(plain, locator_words).split(), drop=0)[-MAX_LOCATOR_LENGTH:],
        words=word_count(paragraph),
        sha256=fingerprint(paragraph),
    )


def is_cut(words: str, text: str, *, is_last: bool) -> bool:
    """Return whether words stand in a text, both in normal form, and begin or end there within a word.

    They are looked for where first or last words stand; elsewhere, one place where they are whole is enough.
    """
    places = [found.start() for found in re.finditer(f"(?={re.escape(words)})", text)]
    own = len(text) - len(words) if is_last else 0
    if own in places:
        places = [own]
    return bool(places) and all(
        is_within_word(text, place) or is_within_word(text, place + len(words)) for place in places
    )


def _fitting(words: list[str], *, drop: int) -> str:
    """Join as many of `words` as a locator may have characters, one at least; the words at `drop` go first."""
    kept = list(words)
    while len(kept) > 1 and len(" ".join(kept)) > MAX_LOCATOR_LENGTH:
        del kept[drop]
    return " ".join(kept)

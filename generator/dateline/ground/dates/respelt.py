"""Months as other languages call them, or with a slip, in the English that all else of what is offered understands."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

from dateline.ground.dates.values import MONTHS

_LANGUAGES: Final = (
    *("ar", "ar_SY", "bg", "ca", "cs", "da", "de", "el", "es", "et", "fa", "fi", "fr", "he", "hr", "hu", "id", "it"),
    *("lt", "lv", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "tr", "uk"),
)
_LETTERS: Final = re.compile(r"[^\W\d_]{3,}")
_LEAST_LETTERS: Final = 5
_LIKENESS: Final = 0.8
_FILLERS: Final = re.compile(
    r"(?i)(?<=\d)\. (?=[^\W\d])|^(?:le|el|il|den|am|vom|du) (?=\d)| (?:de|del|do|van|von)(?= )"
)
"""What other languages set between a day, a month and a year: "17 de noviembre de 2017"."""
_ROMAN: Final = re.compile(r"(?i)(?P<before>.*[^\W\d]{4,}),? (?:an|year|année|l'an) (?P<year>[IVX]{1,5}|\d{1,3})")
_REPUBLICAN: Final = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv")


def respelt(text: str) -> Iterator[str]:
    """Yield the text with its months in English: translated, or spelt right; and a year of the Revolution in digits."""
    if found := _ROMAN.fullmatch(text):
        year = found["year"].lower()
        number = _REPUBLICAN.index(year) if year in _REPUBLICAN else int(year) if year.isdecimal() else 0
        if number:
            yield f"{found['before']} {number}"
    told = _in_english(_FILLERS.sub(" ", text))
    if told is not None:
        yield told
    elif (right := _LETTERS.sub(lambda word: _spelt(word[0]), text)) != text:
        yield right


def _in_english(text: str) -> str | None:
    """Return a text with the month that another language names in it in English; None where there is none."""
    if not _LETTERS.search(text):
        return None
    plain = unicodedata.normalize("NFC", text.casefold())
    names = _names()
    for found in sorted((name for name in names if name in plain), key=len, reverse=True):
        pattern = re.compile(rf"(?<!\w){re.escape(found)}(?!\w)")
        if pattern.search(plain):
            return pattern.sub(MONTHS[names[found] - 1], plain, count=1)
    return None


def _spelt(word: str) -> str:
    """Return the month that a word nearly is; any other word as it is."""
    if len(word) < _LEAST_LETTERS:
        return word
    near = get_close_matches(word.capitalize(), MONTHS, 1, _LIKENESS)
    return near[0] if near else word


@lru_cache(maxsize=1)
def _names() -> dict[str, int]:
    """Return what months are called in other languages, by number; what means two months in two of them is left out."""
    from babel import Locale  # noqa: PLC0415 - only where a date is no date, and may be of another language

    found: defaultdict[str, set[int]] = defaultdict(set)
    for language in _LANGUAGES:
        months = Locale.parse(language).months
        for names in (months["format"]["wide"], months["stand-alone"]["wide"]):
            for number, name in names.items():
                found[unicodedata.normalize("NFC", name.casefold())].add(number)
    known = {name.casefold() for name in MONTHS}
    return {name: next(iter(of)) for name, of in found.items() if len(of) == 1 and name not in known and len(name) > 2}  # noqa: PLR2004 - no number

"""Whether a text names a number, a day or a name: in digits or words, in the text's language."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Final

from babel import Locale, UnknownLocaleError
from num2words import num2words

from generator.provenance import normalise

_POSSESSIVE: Final = re.compile(r"'s\b")
_SEPARATORS: Final = re.compile(r"(?<=\d)[ .,\u00a0\u202f](?=\d{3}\b)")
_DROPPED: Final = str.maketrans("-", " ", "'\"`\u02bc\u02bf\u02be\u0640")
# Regional names of months: the Levant and Iraq write other ones than Egypt or the Gulf.
_LOCALES: Final = {"ar": ("ar", "ar_SY", "ar_IQ", "ar_EG", "ar_MA"), "ku": ("ku", "ckb", "kmr")}
# "a tank" names one tank; articles stand for the number one in these languages.
_ONE: Final = {
    "en": ("a", "an", "one", "single", "another"),
    "de": ("ein", "eine", "einen", "einem", "einer"),
    "fr": ("un", "une"),
    "es": ("un", "una"),
    "it": ("un", "uno", "una"),
    "pt": ("um", "uma"),
}
_NONE: Final = {
    "en": ("no", "none", "zero", "nobody"),
    "de": ("kein", "keine", "keinen", "null", "niemand"),
    "fr": ("aucun", "aucune", "zéro"),
    "es": ("ningún", "ninguna", "cero"),
}
_NEAR: Final = 12


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return `text` for comparison: folded case, no accents or vowel signs, no apostrophes, digits as 0-9."""
    folded = _POSSESSIVE.sub("", normalise(text).casefold())
    bare = "".join(char for char in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(char))
    digits = "".join(str(unicodedata.digit(char)) if char.isdigit() else char for char in bare)
    return " ".join(digits.translate(_DROPPED).split())


def names(text: str, known_as: Iterable[str]) -> bool:
    """Return whether `text` has one of the names, as whole words."""
    plain_text = plain(text)
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", plain_text) for name in map(plain, known_as) if name)


def numbers(text: str, value: float, language: str) -> bool:
    """Return whether `text` has the number, in digits or in words of `language`."""
    plain_text = _SEPARATORS.sub("", plain(text))
    digits = re.escape(f"{value:g}" if value < 1e15 else str(value))  # noqa: PLR2004 - %g would round beyond it
    if re.search(rf"(?<![\d.]){digits}(?![\d]|[.,]\d)", plain_text):
        return True
    return any(re.search(rf"(?<!\w){re.escape(plain(word))}(?!\w)", plain_text) for word in _in_words(value, language))


def days(text: str, day: date, language: str) -> bool:
    """Return whether `text` names the day: with its month's name beside it, or in figures."""
    plain_text = plain(text)
    months = "|".join(sorted(map(re.escape, _month_names(day.month, language)), key=len, reverse=True))
    number = rf"(?<!\d){day.day}(?!\d)"
    near = rf"\D{{0,{_NEAR}}}"
    patterns = [
        rf"{number}{near}(?<!\w)({months})(?!\w)",
        rf"(?<!\w)({months})(?!\w){near}{number}",
        rf"(?<!\d){day.year} 0?{day.month} 0?{day.day}(?!\d)",
        rf"(?<!\d)0?{day.day}[./ ]0?{day.month}[./ ]({day.year}|{day.year % 100:02})(?!\d)",
        rf"(?<!\d)0?{day.month}/0?{day.day}/({day.year}|{day.year % 100:02})(?!\d)",
    ]
    return any(re.search(pattern, plain_text) for pattern in (patterns if months else patterns[2:]))


def _in_words(value: float, language: str) -> tuple[str, ...]:
    code = language.partition("-")[0]
    words = {0: _NONE, 1: _ONE}.get(int(value), {}).get(code, ())
    if value != int(value):
        return words
    try:
        return (*words, num2words(int(value), lang=code))
    except (NotImplementedError, OverflowError, KeyError, IndexError):
        return words


@lru_cache(maxsize=256)
def _month_names(month: int, language: str) -> frozenset[str]:
    code = language.partition("-")[0]
    found: set[str] = set()
    for name in _LOCALES.get(code, (code,)):
        try:
            locale = Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                found.add(plain(locale.months[context][width][month]).rstrip("."))
    return frozenset(found)

"""Months as other languages call them, or with a slip, in the English that all else of what is offered understands."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

from dateline.ground.dates.values import MONTHS, WEEKDAYS
from dateline.ground.dates.words_elsewhere import in_english
from dateline.ground.keyboard import with_plain_letters
from dateline.ground.roman_numerals import numeral

_LANGUAGES: Final = (
    *("ar", "ar_SY", "az", "bg", "bn", "ca", "cs", "da", "de", "el", "es", "et", "fa", "fi", "fr", "he", "hi", "hr"),
    *("hu", "id", "is", "it", "ka", "lt", "lv", "mk", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "th"),
    *("tr", "uk", "ur"),
)
_LETTERS: Final = re.compile(r"[^\W\d_]{3,}")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_LEAST_LETTERS: Final = 5
_LIKENESS: Final = 0.8
_FILLERS: Final = re.compile(
    r"(?i)(?<=\d)\. (?=[^\W\d])|^(?:le|el|il|den|der|am|vom|du|al|em|kl\.) (?=\d)| (?:de|del|do|van|von|di)(?= )"
    r"|(?<=\d) ?(?:г\.?|года|року|р\.)$|(?<=\d)-?(?:го|е|ого)(?= )"  # noqa: RUF001 - Cyrillic
    r"|(?<=1)(?:er|ère|º|\.º|°)(?= )"
    r"|^(?:primidi|duodi|tridi|quartidi|quintidi|sextidi|septidi|octidi|nonidi|décadi) (?=\d)"
)
"""What other languages set between a day, a month and a year: "17 de noviembre de 2017"."""
_ROMAN: Final = re.compile(
    r"(?i)(?P<before>.*?[^\W\d]{4,}),? (?:(?:an|year|année|l'an) (?P<year>[IVX]{1,5}|\d{1,3})|(?P<alone>[IVX]{1,5}))"
)


def respelt(text: str) -> Iterator[str]:
    """Yield the text with its months in English: translated, or spelt right; and a year of the Revolution in digits."""
    told = in_english(text)
    if told != text:
        yield told
    yield from _with_months(told)


def _with_months(text: str) -> Iterator[str]:
    if found := _ROMAN.fullmatch(text):
        year = found["year"] or found["alone"]
        number = int(year) if year.isdecimal() else numeral(year)
        if number:
            yield f"{_FILLERS.sub(' ', found['before']).strip(' ,')} {number}"
    tidy = " ".join(_FILLERS.sub(" ", text).split())
    told = list(_in_english(tidy)) or [tidy] * (tidy != text)
    yield from told
    if not told and (right := _LETTERS.sub(lambda word: _spelt(word[0]), text)) != text:
        yield right


def _in_english(text: str) -> Iterator[str]:
    """Yield a text with the month and the day of the week in English that another language names in it.

    What is October in one language and November in another is yielded twice.
    """
    if not _WORD.search(text):
        return
    plain = _plain(text)
    told = [plain]
    for names, english in ((_months(), MONTHS), (_weekdays(), WEEKDAYS)):
        told = [one for text in told for one in _translated(text, names, english) or [text]]
    yield from (one for one in told if one != plain)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", with_plain_letters(text).casefold())


def _translated(text: str, names: dict[str, set[int]], english: tuple[str, ...]) -> list[str]:
    told = [text]
    for found in sorted((name for name in names if name in text), key=len, reverse=True):
        pattern = re.compile(rf"(?<!\w){re.escape(found)}\.?(?!\w)")
        if pattern.search(told[0]):
            told = [pattern.sub(english[number], one) for one in told for number in sorted(names[found])]
    return told if told != [text] else []


def _spelt(word: str) -> str:
    """Return the month that a word nearly is; any other word as it is."""
    if len(word) < _LEAST_LETTERS:
        return word
    near = get_close_matches(word.capitalize(), MONTHS, 1, _LIKENESS)
    return near[0] if near else word


@lru_cache(maxsize=1)
def _months() -> dict[str, set[int]]:
    """Return what months are called in other languages, and which they are; what English calls so is left out."""
    places = {f"{number}": number - 1 for number in range(1, 13)}
    short = _names("months", places, MONTHS, "abbreviated")
    known = {name[:length].casefold() for name in MONTHS for length in range(len(name) + 1)}
    return {name: of for name, of in short.items() if name not in known} | _names("months", places, MONTHS)


@lru_cache(maxsize=1)
def _weekdays() -> dict[str, set[int]]:
    """Return the same of the days of the week."""
    return _names("days", {f"{number}": number for number in range(7)}, WEEKDAYS)


def _names(kind: str, places: dict[str, int], english: tuple[str, ...], width: str = "wide") -> dict[str, set[int]]:
    from babel import Locale  # noqa: PLC0415 - only where a date is no date, and may be of another language

    found: defaultdict[str, set[int]] = defaultdict(set)
    for language in _LANGUAGES:
        told = getattr(Locale.parse(language), kind)
        for names in (told["format"][width], told["stand-alone"][width]):
            for number, name in names.items():
                found[_plain(name).rstrip(".")].add(places[f"{number}"])
    known = {name.casefold() for name in english}
    return {name: of for name, of in found.items() if name not in known and len(name) > 2}  # noqa: PLR2004 - no number

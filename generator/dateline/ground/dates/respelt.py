"""Months as other languages call them, or with a slip, in the English that all else of what is offered understands."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

from dateline.ground.dates.values import MONTHS, WEEKDAYS
from dateline.ground.roman_numerals import numeral

_LANGUAGES: Final = (
    *("ar", "ar_SY", "bg", "ca", "cs", "da", "de", "el", "es", "et", "fa", "fi", "fr", "he", "hr", "hu", "id", "it"),
    *("lt", "lv", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "tr", "uk"),
)
_LETTERS: Final = re.compile(r"[^\W\d_]{3,}")
_LEAST_LETTERS: Final = 5
_LIKENESS: Final = 0.8
_FILLERS: Final = re.compile(
    r"(?i)(?<=\d)\. (?=[^\W\d])|^(?:le|el|il|den|der|am|vom|du|al|em|kl\.) (?=\d)| (?:de|del|do|van|von|di)(?= )"
    r"|(?<=\d) ?(?:г\.?|года|року|р\.)$|(?<=\d)-?(?:го|е|ого)(?= )"  # noqa: RUF001 - Cyrillic
    r"|(?<=1)(?:er|ère|º|\.º|°)(?= )"
)
"""What other languages set between a day, a month and a year: "17 de noviembre de 2017"."""
_ROMAN: Final = re.compile(r"(?i)(?P<before>.*[^\W\d]{4,}),? (?:an|year|année|l'an) (?P<year>[IVX]{1,5}|\d{1,3})")


_WORDS: Final = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"(?i)^(?:vor|avant|antes del?|prima del|före|voor|до) (?=.*\d)", "before "),
        (r"(?i)^(?:nach|après|despu[eé]s del?|dopo il|efter|na|после) (?=.*\d)", "after "),
        (r"(?i)^(?:seit|depuis|desde|dal|sedan|sinds) (?=.*\d)", "since "),
        (r"(?i)^(?:bis|jusqu['’](?:à|en|au)|hasta|fino al?|tot) (?=.*\d)", "until "),
        (r"(?i)^(?:hacia|verso il|omstreeks|около|ок\.) (?=.*\d)", "about "),
        (r"(?i)^(?:zwischen|entre|fra|tra|между) (.+) (?:und|et|y|e|og|и) (.+)$", r"between \1 and \2"),
        (r"(?i)^von (.+) bis (.+)$", r"\1 to \2"),
        (r"(?i)^du (.+) au (.+)$", r"\1 to \2"),
        (r"(?i)^(\d{1,2})\. ?(?:jahrhundert|jh\.?|jhd?t?\.?)$|^(\d{1,2})世[纪紀]$", r"\1\2th century"),
        (r"(?i)^([ivx]+|\d{1,2})(?:e|ème|er)? (?:siècle|s\.)$|^siglo ([ivx]+)$|^secolo ([ivx]+)$", r"\1\2\3 century"),
        (r"(?i)^([ivx]+) (?:в\.|век|ст\.|столетие)$", r"\1 century"),
        (r"(?i)^(?:die )?(\d{4})er(?: jahre)?$|^(?:les )?années (\d{4})$|^años (\d{4})$", r"\1\2\3s"),
        (r"(?i)^(?:die )?(\d0)er(?: jahre)?$|^(?:les )?années (\d0)$|^años (\d0)$", r"'\1\2\3s"),
    )
)
"""What other languages say of a date, of a century and of a decade."""


def respelt(text: str) -> Iterator[str]:
    """Yield the text with its months in English: translated, or spelt right; and a year of the Revolution in digits."""
    for pattern, instead in _WORDS:
        if (told := pattern.sub(instead, text)) != text:
            yield told
            yield from _with_months(told)
            return
    yield from _with_months(text)


def _with_months(text: str) -> Iterator[str]:
    if found := _ROMAN.fullmatch(text):
        year = found["year"]
        number = int(year) if year.isdecimal() else numeral(year)
        if number:
            yield f"{found['before']} {number}"
    tidy = " ".join(_FILLERS.sub(" ", text).split())
    told = list(_in_english(tidy)) or [tidy] * (tidy != text)
    yield from told
    if not told and (right := _LETTERS.sub(lambda word: _spelt(word[0]), text)) != text:
        yield right


def _in_english(text: str) -> Iterator[str]:
    """Yield a text with the month and the day of the week in English that another language names in it.

    What is October in one language and November in another is yielded twice.
    """
    if not _LETTERS.search(text):
        return
    plain = unicodedata.normalize("NFC", text.casefold())
    told = [plain]
    for names, english in ((_months(), MONTHS), (_weekdays(), WEEKDAYS)):
        told = [one for text in told for one in _translated(text, names, english) or [text]]
    yield from (one for one in told if one != plain)


def _translated(text: str, names: dict[str, set[int]], english: tuple[str, ...]) -> list[str]:
    for found in sorted((name for name in names if name in text), key=len, reverse=True):
        pattern = re.compile(rf"(?<!\w){re.escape(found)}(?!\w)")
        if pattern.search(text):
            return [pattern.sub(english[number], text, count=1) for number in sorted(names[found])]
    return []


def _spelt(word: str) -> str:
    """Return the month that a word nearly is; any other word as it is."""
    if len(word) < _LEAST_LETTERS:
        return word
    near = get_close_matches(word.capitalize(), MONTHS, 1, _LIKENESS)
    return near[0] if near else word


@lru_cache(maxsize=1)
def _months() -> dict[str, set[int]]:
    """Return what months are called in other languages, and which they are; what English calls so is left out."""
    return _names("months", {f"{number}": number - 1 for number in range(1, 13)}, MONTHS)


@lru_cache(maxsize=1)
def _weekdays() -> dict[str, set[int]]:
    """Return the same of the days of the week."""
    return _names("days", {f"{number}": number for number in range(7)}, WEEKDAYS)


def _names(kind: str, places: dict[str, int], english: tuple[str, ...]) -> dict[str, set[int]]:
    from babel import Locale  # noqa: PLC0415 - only where a date is no date, and may be of another language

    found: defaultdict[str, set[int]] = defaultdict(set)
    for language in _LANGUAGES:
        told = getattr(Locale.parse(language), kind)
        for names in (told["format"]["wide"], told["stand-alone"]["wide"]):
            for number, name in names.items():
                found[unicodedata.normalize("NFC", name.casefold())].add(places[f"{number}"])
    known = {name.casefold() for name in english}
    return {name: of for name, of in found.items() if name not in known and len(name) > 2}  # noqa: PLR2004 - no number

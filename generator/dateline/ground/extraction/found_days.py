"""Days that a line names with their year, in any of several languages."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from babel import Locale

from dateline.ground.dates import Day
from dateline.ground.keyboard import with_plain_letters

_LANGUAGES: Final = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "tr", "ar", "ar_SY", "fa")
_ISO: Final = re.compile(r"(?<!\d)(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)")
_DAY_FIRST: Final = re.compile(r"(?<!\d)(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})(?!\d)")


def days_in(text: str) -> list[Day]:
    """Return the days named in `text`, in order, each once; a day without its year is none."""
    return list(dict.fromkeys(_days_in(with_plain_letters(text))))


def _days_in(text: str) -> Iterator[Day]:
    months = _months()
    for pattern in (_ISO, _DAY_FIRST, *_named()):
        for found in pattern.finditer(text):
            month = found["month"]
            number = int(month) if month.isdigit() else months[month.casefold()]
            try:
                yield Day.of(int(found["year"]), number, int(found["day"]))
            except ValueError:
                continue


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """Return the names of months by language, English first where two share a name."""
    found: dict[str, int] = {"sept": 9}
    for language in _LANGUAGES:
        months = Locale.parse(language).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[context][width].items():
                    if not name.strip(".").isdigit():
                        found.setdefault(with_plain_letters(name).casefold().rstrip("."), number)
    return found


@lru_cache(maxsize=1)
def _named() -> tuple[re.Pattern[str], re.Pattern[str]]:
    month = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    day = r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?"
    year = r"(?P<year>\d{4})(?!\d)"
    link = r"[\s,./]+(?:(?:de|of)\s+)?"
    return (
        re.compile(rf"{day}{link}(?P<month>{month})\.?{link}{year}", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?P<month>{month})\.?\s+{day},?\s+{year}", re.IGNORECASE),
    )

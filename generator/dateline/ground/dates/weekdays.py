"""Days of the week beside a date: what they say of it, and whether they are right."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.ground.dates.civil_day import Day
from dateline.ground.dates.in_words import FIRST_GREGORIAN_DAY
from dateline.ground.dates.values import WEEKDAYS

_NAME: Final = re.compile(
    r"(?i)[(]?\b(?:(?P<mon>mon)|(?P<tue>tues?)|(?P<wed>wed(?:nes)?)|(?P<thu>thu(?:rs?)?)|(?P<fri>fri)|(?P<sat>sat(?:ur)?)"
    r"|(?P<sun>sun))(?:day)?\b[.,)]*"
)
_DAY: Final = re.compile(r"-?\d{4}-\d\d-\d\d")
_WEEK: Final = re.compile(rf"\[(?P<first>{_DAY.pattern})\.\.(?P<last>{_DAY.pattern})\]")


def without_weekday(text: str) -> tuple[int, str] | None:
    """Return the one day of the week that a text names, Monday being 0, and the text without it; None without one."""
    found = list(_NAME.finditer(text))
    if len(found) != 1:
        return None
    (one,) = found
    number = next(place for place, name in enumerate(_NAME.groupindex) if one[name])
    rest = " ".join(f"{text[: one.start()].rstrip(' ,')} {text[one.end() :].lstrip(' ,')}".split())
    return (number, rest) if rest else None


def number_of_weekday(word: str) -> int | None:
    """Return the number of a day of the week, Monday being 0; None for another word."""
    found = _NAME.fullmatch(word)
    return next(place for place, name in enumerate(_NAME.groupindex) if found[name]) if found else None


def is_day(date: str) -> bool:
    """Return whether a date is a plain day."""
    return _DAY.fullmatch(date) is not None


def of_weekday(date: str, number: int) -> str:
    """Return a day if it was such a day of the week, of a week that day of it, and what is no day as it is.

    Before 1582 no Gregorian day is of any: "" for those, and for a day of another.
    """
    if found := _WEEK.fullmatch(date):
        first, last = Day.fromisoformat(found["first"]), Day.fromisoformat(found["last"])
        if last.days_since(first) == len(WEEKDAYS) - 1:
            return str(first.shifted((number - first.weekday()) % len(WEEKDAYS)))
    if not is_day(date):
        return date
    day = Day.fromisoformat(date)
    return date if day >= FIRST_GREGORIAN_DAY and day.weekday() == number else ""


def days_beside(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each day of the week that a text names with what may be its day, the longest first: behind it or before."""
    for one in _NAME.finditer(text):
        number = next(place for place, name in enumerate(_NAME.groupindex) if one[name])
        behind, before = text[one.end() :].split(), text[: one.start()].split()
        besides = [" ".join(behind[:count]) for count in range(len(behind), 0, -1)]
        yield number, [*besides, *(" ".join(before[count:]) for count in range(len(before)))]

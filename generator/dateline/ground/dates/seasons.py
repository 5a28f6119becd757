"""Seasons and quarters of a year, which EDTF writes like months: 2001-21 is spring, 2001-33 the first quarter.

ISO 8601-2:2019 counts 21 to 24 as spring to winter of no hemisphere, 25 to 28 as those of the
northern, 29 to 32 as those of the southern one, and 33 to 36 as quarters.  It says neither
where a season begins nor to which year a winter belongs: here they are those of
meteorologists, three whole months, of the year in which they begin; of no hemisphere, they
are taken for the northern ones.
"""

from typing import Final

from dateline.ground.dates.civil_day import Day, days_of_month
from dateline.ground.languages import Language, marked_in

SPRING: Final = 21
SOUTHERN_SUMMER: Final = 30
FIRST_QUARTER: Final = 33
CODES: Final = range(SPRING, 37)
"""What stands in the place of a month."""
QUARTERS: Final = range(FIRST_QUARTER, CODES.stop)
_SOUTHERN: Final = range(29, 33)
_MONTHS: Final = 12
_LENGTH: Final = 3
_WORDS: Final = (
    marked_in("season", "spring %(year)s"),
    marked_in("season", "summer %(year)s"),
    marked_in("season", "autumn %(year)s"),
    marked_in("season", "winter %(year)s"),
    marked_in("season", "spring %(year)s (northern hemisphere)"),
    marked_in("season", "summer %(year)s (northern hemisphere)"),
    marked_in("season", "autumn %(year)s (northern hemisphere)"),
    marked_in("season", "winter %(year)s (northern hemisphere)"),
    marked_in("season", "spring %(year)s (southern hemisphere)"),
    marked_in("season", "summer %(year)s (southern hemisphere)"),
    marked_in("season", "autumn %(year)s (southern hemisphere)"),
    marked_in("season", "winter %(year)s (southern hemisphere)"),
    marked_in("season", "the first quarter of %(year)s"),
    marked_in("season", "the second quarter of %(year)s"),
    marked_in("season", "the third quarter of %(year)s"),
    marked_in("season", "the fourth quarter of %(year)s"),
)
"""One for each code."""


def bounds(year: int, code: int) -> tuple[Day, Day]:
    """Return the first and the last day."""
    first = _first_month(code)
    turn, last = divmod(first + _LENGTH - 2, _MONTHS)
    return Day(year, first, 1), Day(year + turn, last + 1, days_of_month(year + turn, last + 1))


def in_words(year: str, following: str, code: int, language: Language) -> str:
    """Return its words, from those of its year and of the one after it: "spring 2001", "winter 2001–2002"."""
    if is_of_two_years(code):
        year = language.pgettext("years of a winter", "%(first)s–%(last)s", first=year, last=following)
    return language.pgettext("season", _WORDS[code - SPRING], year=year)


def is_of_two_years(code: int) -> bool:
    """Return whether a season begins in one year and ends in the next."""
    return _first_month(code) + _LENGTH - 1 > _MONTHS


def _first_month(code: int) -> int:
    if code in QUARTERS:
        return (code - FIRST_QUARTER) * _LENGTH + 1
    shift = _MONTHS // 2 if code in _SOUTHERN else 0
    return ((code - SPRING) % 4 * _LENGTH + 2 + shift) % _MONTHS + 1

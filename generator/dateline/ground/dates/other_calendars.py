"""Days of other calendars, reckoned by the `convertdate` package: which Gregorian day each of them is.

A day is a number here: 1 is the first of the year 1, Gregorian.  Months are numbered as the
package does it; those of the Hebrew calendar from Nisan, though its year begins with Tishri,
the seventh.
"""

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from dateline.ground.dates.civil_day import Day

_JULIAN_DAY_OF_DAY_ZERO: Final = 1_721_424.5
"""The Julian day, a count since 4713 BCE, on which the day before the year 1 began."""
_TISHRI: Final = 7
_MONTHS: Final = 12
_LONG: Final = 13
"""How many months a calendar has that ends its year with some days that are in none."""
_HALF_YEAR: Final = 7
"""From this month on those of the Persian year have 30 days; before, 31."""
_NO_LIMIT: Final = 9_999


@dataclass(frozen=True, slots=True)
class OtherCalendar:
    """A calendar that is not the Gregorian one."""

    name: str
    """What `calendar` takes."""
    module: str
    """What `convertdate` calls it."""
    months: int = _MONTHS
    """How many months its years have, at most."""
    first_year: int = 1
    """The first year that it has."""
    last_year: int = _NO_LIMIT
    """The last year that is reckoned right."""
    slack: int = 0
    """By how many days the day may be another one, since sources went by what they saw of the moon."""
    offset: Callable[[int], int | None] | None = None
    """How many days before a month there are in its year, where that is always the same: the package is slow there."""


JULIAN: Final = "julian"
CALENDARS: Final = {
    one.name: one
    for one in (
        OtherCalendar(JULIAN, "julian", first_year=-_NO_LIMIT),
        OtherCalendar("hijri", "islamic", slack=1),
        OtherCalendar("hebrew", "hebrew", months=_LONG),
        OtherCalendar(
            "persian",
            "persian",
            last_year=2_377,
            offset=lambda month: (month - 1) * 31 if month <= _HALF_YEAR else (month - 1) * 30 + 6,
        ),
        OtherCalendar("coptic", "coptic", months=_LONG),
        OtherCalendar("armenian", "armenian", months=_LONG),
        OtherCalendar(
            "french-republican", "french_republican", months=_LONG, last_year=300, offset=lambda month: (month - 1) * 30
        ),
        OtherCalendar("indian-civil", "indian_civil"),
        # Its years have been reckoned in one way only since 172, and the table of them ends with 221.
        OtherCalendar(
            "bahai",
            "bahai",
            months=20,
            first_year=172,
            last_year=221,
            offset=lambda month: (month - 1) * 19 if month < 20 else None,  # noqa: PLR2004 - the last, after 4 or 5 days
        ),
    )
}
"""The calendars that are taken besides the Gregorian one, by name."""


class NoSuchDayError(ValueError):
    """A day, a month or a year that a calendar does not have, with what is wrong with it."""


@lru_cache(maxsize=65536)
def days_of(calendar: str, year: int, month: int | None = None, day: int | None = None) -> tuple[int, int]:
    """Return the first and the last day of a year, a month or a day; raises NoSuchDayError where there is none."""
    known = CALENDARS[calendar]
    if not known.first_year <= year <= known.last_year:
        raise NoSuchDayError(f"the years that are known of it are {known.first_year} to {known.last_year}")
    if month is None:
        return _first(known, year), _first(known, year + 1) - 1
    if not 1 <= month <= _months(known, year):
        raise NoSuchDayError(f"the year {year} has {_months(known, year)} months")
    first, last = _month(known, year, month)
    if day is None:
        return first, last
    if not 1 <= day <= last - first + 1:
        raise NoSuchDayError(f"its month {month} of the year {year} has {last - first + 1} days")
    return first + day - 1, first + day - 1


def parts_of(calendar: str, day: int) -> tuple[int, int, int]:
    """Return the year, the month and the day of the month that a day is in a calendar."""
    year, month, day_of_month = _asked(CALENDARS[calendar], "from_jd", day + _JULIAN_DAY_OF_DAY_ZERO)
    return int(year), int(month), int(day_of_month)


def easter(year: int, *, by_julian: bool) -> int:
    """Return the day of Easter as it is reckoned by the Gregorian calendar, or by the Julian one."""
    from convertdate import holidays  # noqa: PLC0415 - as below

    return Day(*holidays.easter(year, "orthodox" if by_julian else "western")).toordinal()


def _month(known: OtherCalendar, year: int, month: int) -> tuple[int, int]:
    first = _start(known, year, month)
    if known.name == "hebrew":
        ends_with = month == _TISHRI - 1
        following = (year + 1, _TISHRI) if ends_with else (year, 1 if month == _months(known, year) else month + 1)
    else:
        following = (year + 1, 1) if month == known.months else (year, month + 1)
    return first, _start(known, *following) - 1


def _months(known: OtherCalendar, year: int) -> int:
    """Return how many months a year has: of the Hebrew ones some have a second Adar."""
    if known.name != "hebrew":
        return known.months
    return int(_asked(known, "year_months", year))


def _first(known: OtherCalendar, year: int) -> int:
    """Return the first day of a year."""
    return _start(known, year, _TISHRI if known.name == "hebrew" else 1)


@lru_cache(maxsize=65536)
def _start(known: OtherCalendar, year: int, month: int) -> int:
    """Return the first day of a month."""
    before = known.offset(month) if known.offset is not None and month > 1 else None
    if before is not None:
        return _start(known, year, 1) + before
    return int(_asked(known, "to_jd", year, month, 1) - _JULIAN_DAY_OF_DAY_ZERO)


def _asked(known: OtherCalendar, name: str, *numbers: float) -> Any:
    # Few chronologies have such a date, and the package is imported for them alone.
    import convertdate  # noqa: PLC0415 - the reason above

    with warnings.catch_warnings():  # It warns of its own names.
        warnings.simplefilter("ignore", DeprecationWarning)
        return getattr(getattr(convertdate, known.module), name)(*numbers)

"""Days, months, years and longer by their names: "2017-11-17", "2017-11", "2017", "201x", "20xx", "2xxx".

They are how pages are addressed.  Before the year 1 they are counted as people count them:
"-04xx" is the 5th century BCE, 500 to 401, and the year 0, which is 1 BCE, is in the last
decade and century before the Common Era, not in the first of it.
"""

import re
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from dateline.ground.dates.civil_day import LATEST, Day, days_of_month, number_of_year, years_as_written

_NAME: Final = re.compile(
    r"(?P<year>Y?-?[0-9]+?)(?:(?P<rest>x{1,3})|(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-9]{2}))?)?)"
)
_MONTHS: Final = 12


class Precision(StrEnum):
    """How long a span a date names: the shortest calendar unit that holds all of it."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"
    LONGER = "longer"


_ROUND: Final = {Precision.DECADE: 1, Precision.CENTURY: 2, Precision.MILLENNIUM: 3}
"""How many digits of the year the unit leaves open."""


class Period(NamedTuple):
    """What a period's name says."""

    unit: Precision
    first: Day
    last: Day

    @property
    def order(self) -> tuple[Day, int]:
        """A sort key: each before what it holds, but decades and longer behind it."""
        place = list(Precision).index(self.unit)
        return (self.last, place) if self.unit in _ROUND else (self.first, -place)


@lru_cache(maxsize=65536)
def period_named(name: str) -> Period | None:
    """Return what a period's name says; None for any other text."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    if found["rest"]:
        if found["rest"] == "xxx" and len(found["year"].lstrip("-")) > 1 and "Y" not in found["year"]:
            return None
        return _round_period(found["year"], len(found["rest"]))
    year = number_of_year(found["year"])
    if found["month"] is None:
        return Period(Precision.YEAR, Day(year, 1, 1), Day(year, _MONTHS, 31))
    month = int(found["month"])
    if found["day"] is None:
        return Period(Precision.MONTH, Day(year, month, 1), Day(year, month, days_of_month(year, month)))
    day = Day(year, month, int(found["day"]))
    return Period(Precision.DAY, day, day)


def _round_period(year: str, open_digits: int) -> Period:
    is_before, digits = "-" in year, year.lstrip("Y-")
    low, high = int(digits + "0" * open_digits), int(digits + "9" * open_digits)
    first, last = (-high, -low) if is_before else (max(1, low), high)
    unit = next(unit for unit, count in _ROUND.items() if count == open_digits)
    return Period(unit, Day(first, 1, 1), Day(last, _MONTHS, 31))


def order_of_period(name: str) -> tuple[Day, int, str]:
    """Return a sort key of a period's name; any other text comes last."""
    period = period_named(name)
    return (*(period.order if period else (LATEST, 0)), name)


def unit_of_period(name: str) -> Precision:
    """Return how long a period is; of any other text, longer than any."""
    period = period_named(name)
    return period.unit if period else Precision.LONGER


def holds(outer: str, inner: str) -> bool:
    """Return whether all of one period is in another, or is it."""
    one, other = period_named(outer), period_named(inner)
    return one is not None and other is not None and one.first <= other.first and other.last <= one.last


def shortened(name: str, unit: Precision) -> str:
    """Return the month or year that a period is in; what is no shorter than that, and any other text, as it is."""
    period = period_named(name)
    units = list(Precision)
    if period is None or units.index(period.unit) >= units.index(unit):
        return name
    return period_of(period.first, unit)


def period_of(day: Day, unit: Precision) -> str:
    """Return the day, month, year, or longer unit of a day by its name; "" of what is longer than a millennium."""
    if unit is Precision.LONGER:
        return ""
    if unit is Precision.DAY:
        return day.isoformat()
    return _month_name(day.year, day.month) if unit is Precision.MONTH else _name_of_years(day.year, unit)


def _month_name(year: int, month: int) -> str:
    return f"{years_as_written(year)}-{month:02}"


def _name_of_years(year: int, unit: Precision) -> str:
    open_digits = _ROUND.get(unit, 0)
    if not open_digits:
        return years_as_written(year)
    digits = f"{abs(year) // 10**open_digits:0{4 - open_digits}}"
    sign, mark = "-" if year <= 0 else "", "Y" if len(digits) + open_digits > 4 else ""  # noqa: PLR2004 - as a year is written
    return f"{mark}{sign}{digits}{'x' * open_digits}"


def periods_between(first: Day, last: Day, unit: Precision, most: int) -> tuple[str, ...]:
    """Return the days, months, years or longer units from day to day; none if they are more than `most`."""
    if unit is Precision.DAY:
        days = range(first.toordinal(), last.toordinal() + 1)
        return tuple(str(Day.fromordinal(number)) for number in days) if len(days) <= most else ()
    if unit is Precision.MONTH:
        months = range(first.year * _MONTHS + first.month - 1, last.year * _MONTHS + last.month)
        is_few = len(months) <= most
        return tuple(_month_name(one // _MONTHS, one % _MONTHS + 1) for one in months) if is_few else ()
    step = 10 ** _ROUND.get(unit, 0)
    if (last.year - first.year) // step > most + 1:
        return ()
    # The last year is one of them, wherever the step before it falls; the year 0 and the year 1 are of two decades.
    years = sorted({*range(first.year, last.year + 1, step), last.year, *({1} if first.year < 1 <= last.year else ())})
    names = tuple(dict.fromkeys(_name_of_years(year, unit) for year in years))
    return names if len(names) <= most else ()

"""Dates of other calendars as EDTF writes them: a day, a month or a year, with the marks of doubt."""

import re
from typing import Final

from dateline.ground.dates import seasons
from dateline.ground.dates.civil_day import FIRST_LONG_YEAR, Day, years_as_written
from dateline.ground.dates.other_calendars import CALENDARS, JULIAN, NoSuchDayError, days_of
from dateline.ground.dates.refused import DateError, Typed, shown
from dateline.ground.dates.values import Edtf, Meaning

PARTS: Final = re.compile(
    r"(?P<plain>(?P<year>-?[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?)(?P<open>(?:-XX){0,2})(?P<mark>[~?%]?)"
)
_MONTH_TOO: Final = 2


def calendared(text: str, whole: Typed) -> Edtf:
    """Return a date that is no span and no set, of the calendar that it is read by; its bounds are Gregorian."""
    name = whole.calendar or ""
    found = PARTS.fullmatch(text)
    if found is None or found["plain"].count("-", 1) + found["open"].count("-") > 2:  # noqa: PLR2004 - month and day
        raise DateError(
            f"'{shown(whole)}' is not a date in a form that is taken of the {name} calendar",
            otherwise="of other calendars a day is written 1439-02-28, its months as numbers, a month 1439-02, "
            "a year 1439",
        )
    parts = [int(found[part]) for part in ("year", "month", "day") if found[part]]
    if len(parts) == _MONTH_TOO and parts[1] in seasons.CODES:
        first_month, last_month = (day.isoformat()[:-3] for day in seasons.bounds(parts[0], parts[1]))
        meant = f'"[{first_month}..{last_month}]"' if name == JULIAN else f'"[{found["year"]}-01..{found["year"]}-03]"'
        problem = f"'{shown(whole)}': seasons and quarters are not counted by the {name} calendar"
        raise DateError(problem, f"write the first and the last month, as {meant}")
    try:
        first, last = days_of(name, *parts)
    except NoSuchDayError as error:
        problem = f"'{shown(whole)}' is no date of the {name} calendar: {error}"
        raise DateError(problem, "correct it, or the calendar") from None
    slack = CALENDARS[name].slack
    earliest, latest = Day.fromordinal(first - slack), Day.fromordinal(last + slack)
    for day in (earliest, latest):
        # Of such a year EDTF writes no days, and pages have none.
        if abs(day.year) >= FIRST_LONG_YEAR:
            problem = f"'{shown(whole)}': its days reach beyond the years -9999 to 9999 of the Gregorian calendar"
            raise DateError(problem, f'write "{years_as_written(day.year)}" without calendar')
    meaning = Meaning.POINT if earliest == latest else Meaning.DOUBT
    return Edtf(text, earliest, latest, meaning, calendar=name)

"""Dates as editors know them: a subset of EDTF with meaning, bounds, precision, order and words.

The Extended Date/Time Format is ISO 8601-2:2019; `edtf` lists the forms that are taken,
`values` has what a date means, `in_words` its words, and `offers_of_dates` what to write for
what is not taken.
"""

from functools import lru_cache
from typing import Final

from dateline.ground.dates.civil_day import EARLIEST, LATEST, Day, days_of_month, years_as_written
from dateline.ground.dates.clocked import day_of_second, first_second, seconds_of
from dateline.ground.dates.comparing_dates import is_after, lie_apart
from dateline.ground.dates.edtf import read
from dateline.ground.dates.for_machines import first_and_last, known_time
from dateline.ground.dates.human import is_date
from dateline.ground.dates.in_words import (
    FIRST_GREGORIAN_DAY,
    day_in_words,
    days_in_words,
    period_in_words,
    period_title,
)
from dateline.ground.dates.instants import clock_at
from dateline.ground.dates.offers_of_dates import advice
from dateline.ground.dates.other_calendars import CALENDARS
from dateline.ground.dates.periods import (
    Precision,
    holds,
    order_of_period,
    period_named,
    period_of,
    periods_between,
    shortened,
    unit_of_period,
)
from dateline.ground.dates.refused import DateError, shown
from dateline.ground.dates.single_in_words import decade_in_words, month_in_words, year_in_words
from dateline.ground.dates.told import in_words, time_in_words
from dateline.ground.dates.typed_otherwise import alone_offered, surely_meant
from dateline.ground.dates.values import MONTHS, UNDATED, WEEKDAYS, Edtf, Meaning, some_time

__all__ = [
    "ANY_ZONE",
    "EARLIEST",
    "FIRST_GREGORIAN_DAY",
    "LATEST",
    "MONTHS",
    "UNDATED",
    "WEEKDAYS",
    "DateError",
    "Day",
    "Edtf",
    "Meaning",
    "Precision",
    "alone_offered",
    "clock_at",
    "day_in_words",
    "day_of_second",
    "days_in_words",
    "days_of_month",
    "decade_in_words",
    "first_and_last",
    "first_second",
    "holds",
    "in_words",
    "is_after",
    "is_date",
    "kept",
    "known_time",
    "lie_apart",
    "month_in_words",
    "of_kept",
    "order_of_period",
    "parse",
    "parse_as_typed",
    "period_in_words",
    "period_named",
    "period_of",
    "period_title",
    "periods_between",
    "seconds_of",
    "shortened",
    "some_time",
    "surely_meant",
    "time_in_words",
    "unit_of_period",
    "year_in_words",
    "years_as_written",
]

ANY_ZONE: Final = "UTC"
"""What stands in for the chronology's zone as long as nobody asks for the instant of a time."""
_MAX_LENGTH: Final = 200


def parse_as_typed(text: str, zone: str | None = None, calendar: str | None = None) -> Edtf:
    """Read a date as `parse` does or, where it is typed otherwise, the one that is surely meant, by its own calendar.

    Raises DateError where that may be several, or is of another calendar than the one that is named.
    """
    try:
        return parse(text, zone, calendar)
    except DateError:
        meant = surely_meant(text, calendar)
        if meant is None:
            raise
    written, named = meant
    if named is not None and calendar is not None and named != calendar:
        raise DateError(f"'{shown(text)}' is of the {named} calendar, not of the {calendar} one", f"say {named}")
    return parse(written, zone, named or calendar)


@lru_cache(maxsize=65536)
def parse(text: str, zone: str | None = None, calendar: str | None = None) -> Edtf:
    """Read an EDTF date; white space around it and its separators goes.

    Its times are by the clock of `zone`, unless they say how far theirs is ahead of UTC; its
    days are of `calendar`, without one Gregorian.  Raises DateError for anything else, with
    what is wrong and what to write.
    """
    if len(text) > _MAX_LENGTH:
        raise DateError(f"'{shown(text)}': a date has at most {_MAX_LENGTH} characters", "write the date alone")
    try:
        return read(text, zone, calendar)
    except DateError as error:
        cure = error.cure or advice(text.strip(), calendar) or error.otherwise
        cure = cure or "a day is written 2017-11-17, a month 2017-11, a year 2017"
        raise DateError(error.problem, cure) from None


def kept(when: Edtf) -> str:
    """Return a date as a text from which `of_kept` makes it again: a word of its calendar stands before it."""
    return f"{when.calendar}:{when.text}" if when.calendar else when.text


def of_kept(text: str, zone: str | None = None) -> Edtf:
    """Return the date that `kept` was told; raises DateError where it was none, or its zone has no such time."""
    if not text:
        return UNDATED
    calendar, colon, rest = text.partition(":")
    return parse(rest, zone, calendar) if colon and calendar in CALENDARS else parse(text, zone)

"""When an event was: its date, as people type it, the calendar that it is of, and how the source writes it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final, TypeVar, get_args

import click

from dateline.cli.answers import Answers, a_date_of_any, a_text, one_of
from dateline.cli.interview import date_as_typed
from dateline.cli.taken_words import Word
from dateline.ground.dates import FIRST_GREGORIAN_DAY, Edtf
from dateline.records.types.when import CalendarName

C = TypeVar("C", bound=Callable[..., Any])
_GREGORIAN: Final = "gregorian"
_CALENDARS: Final = get_args(CalendarName)
_QUESTION: Final = "Date (2017-11-17, 2017-11, 2017-11-10/2017-11-13, 2017-11-17T14:30, 27 Safar 1439)"
_BEFORE: Final = "By which calendar the source dates it; gregorian if it is converted already"


def date_options(command: C) -> C:
    """Let a command be given the date of an event."""
    options = (
        click.option(
            "--date", metavar="DATE", help="When it happened: 2017-11-17, 2017-11-17T14:30, or as people write it."
        ),
        click.option("--calendar", type=Word(_CALENDARS), help="The calendar of the date; gregorian if absent."),
        click.option("--date-wording", help="The date as the source writes it."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def date_of(ask: Answers, said: Mapping[str, Any], zone: str | None) -> tuple[Edtf | None, dict[str, str | None]]:
    """Return the date that is said or asked, and the keys that tell it: without a calendar, one that it names."""
    named = said["calendar"]
    other = None if named == _GREGORIAN else named
    date = ask.one("date", said["date"], _QUESTION, a_date_of_any(zone, other))
    if date is not None and _needs_calendar(date) and named is None:
        read = partial(_by_calendar, date, zone)
        date, named = ask.maybe("calendar", None, _BEFORE, read, choices=_CALENDARS) or (date, None)
    wording = said["date_wording"]
    if wording is not None or (date is not None and _is_derived(date)):
        wording = ask.maybe("date-wording", wording, "The date as the source writes it", a_text)
    calendar = named if date is None or date.calendar is None else date.calendar
    return date, {"date": date.text if date is not None else None, "calendar": calendar, "date_wording": wording}


def _needs_calendar(date: Edtf) -> bool:
    """Return whether it has a day of which nothing says by which calendar it is."""
    is_day = date.earliest is not None and date.earliest == date.latest
    return is_day and date.calendar is None and date.earliest is not None and date.earliest < FIRST_GREGORIAN_DAY


def _by_calendar(date: Edtf, zone: str | None, text: str) -> tuple[Edtf, str]:
    """Return the date by the calendar that an answer names, and its name."""
    name = one_of(*_CALENDARS)(text.strip())
    return date_as_typed(date.text, zone, None if name == _GREGORIAN else name), name


def _is_derived(date: Edtf) -> bool:
    """Return whether the source writes another date than the record: of another calendar, by a clock, or about then."""
    return date.calendar is not None or date.has_times or date.is_marked

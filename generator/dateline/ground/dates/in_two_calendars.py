"""A day that is told by two calendars: "27 Safar 1439 AH / 17 November 2017", "25 October (7 November) 1917"."""

import re
from typing import Final

from dateline.ground.dates.civil_day import Day
from dateline.ground.dates.edtf import read
from dateline.ground.dates.human import completed, is_date, readings
from dateline.ground.dates.offered import of_calendar, one_of
from dateline.ground.dates.offers_of_calendars import named_in
from dateline.ground.dates.other_calendars import JULIAN, days_of
from dateline.ground.dates.told import in_words
from dateline.ground.dates.weekdays import is_day

_STYLE: Final = r"o\.? ?s\.?|n\.? ?s\.?|old style|new style"
_BETWEEN: Final = r"/|=|\(|\[|, ?i\.?e\.?,?|,? corresponding to| - "
_PARTS: Final = re.compile(
    rf"(?i)(?P<one>.+?) ?(?:{_BETWEEN}) ?(?:=|{_STYLE})? ?(?P<other>[^()\[\]]+?) ?(?:{_STYLE})? ?[)\]]?"
)
_INSIDE: Final = re.compile(
    rf"(?i)(?P<one>\d{{1,2}} [^\W\d]+\.?|[^\W\d]+\.? \d{{1,2}}) ?[(\[] ?(?:{_STYLE})? ?"
    rf"(?P<other>[^()\[\]\d]*\d{{1,2}}[^()\[\]\d]*?) ?(?:{_STYLE})? ?[)\]],? (?P<year>\d{{4}})"
)
_AND_WORDING: Final = "and all of it into date_wording"


def in_two_calendars(text: str) -> str | None:
    """Return what to write for one day that is told by two calendars; None for another text."""
    if found := _INSIDE.fullmatch(text):
        return _old_and_new(f"{found['one']} {found['year']}", f"{found['other']} {found['year']}")
    found = _PARTS.fullmatch(text)
    if found is None:
        return None
    for one, other in ((found["one"], found["other"]), (found["other"], found["one"])):
        named = list(named_in(one))
        days = [day for day in readings(other) if is_day(day)] if named else []
        if named and days:
            return _both(named[0], days[0])
    return next((said for sides in completed(found["one"], found["other"]) if (said := _old_and_new(*sides))), None)


def _both(named: tuple[str, str], day: str) -> str:
    date, calendar = named
    when = read(date, calendar=calendar)
    ours = Day.fromisoformat(day)
    if when.earliest is not None and when.latest is not None and when.earliest <= ours <= when.latest:
        return f"write {one_of([day])}, {_AND_WORDING}; or {of_calendar(date, calendar)}, if the source goes by that"
    return f"the two are not one day, since that is {in_words(when)}: correct the one or the other"


def _old_and_new(one: str, other: str) -> str | None:
    """Return what to write for a day by the Julian calendar and by ours, in either order."""
    pairs = ((first, second) for first in readings(one) for second in readings(other))
    for first, second in pairs:
        for old, new in ((first, second), (second, first)):
            if is_day(old) and is_day(new) and is_date(old, None, JULIAN) and _is_same(old, new):
                one_day = f"if it is one day by two calendars, write {one_of([new])}, {_AND_WORDING}"
                return f"{one_day}; or {of_calendar(old, JULIAN)}; if it lasted from the one to the other, {old}/{new}"
    return None


def _is_same(old: str, new: str) -> bool:
    year, month, day = Day.fromisoformat(old)
    return days_of(JULIAN, year, month, day)[0] == Day.fromisoformat(new).toordinal()

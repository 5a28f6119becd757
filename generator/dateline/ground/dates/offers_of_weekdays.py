"""What to write for a day whose day of the week is another one."""

from dateline.ground.dates.civil_day import Day
from dateline.ground.dates.edtf import read
from dateline.ground.dates.human import readings
from dateline.ground.dates.in_words import FIRST_GREGORIAN_DAY
from dateline.ground.dates.offered import of_calendar
from dateline.ground.dates.other_calendars import JULIAN, days_of
from dateline.ground.dates.told import in_words
from dateline.ground.dates.values import WEEKDAYS
from dateline.ground.dates.weekdays import days_beside, is_day


def weekday_is_wrong(text: str) -> str | None:
    """Return what to write where the day of the week that a text names is not that of its day; None if it is."""
    for number, besides in days_beside(text):
        found = ([one for one in readings(beside) if is_day(one)] for beside in besides)
        days = next((one for one in found if one), [])
        told = [said for day in days if (said := _wrong(Day.fromisoformat(day), number))]
        if days and len(told) == len(days):
            return "; or ".join(told)
    return None


def _wrong(day: Day, number: int) -> str | None:
    """Return what to write for a day that was none of those, with what it was; None if it was one."""
    if day >= FIRST_GREGORIAN_DAY and day.weekday() == number:
        return None
    julian = Day.fromordinal(days_of(JULIAN, *day)[0])
    said, is_early, is_julian = in_words(read(str(day))), day < FIRST_GREGORIAN_DAY, julian.weekday() == number
    by_julian = of_calendar(str(day), JULIAN)
    if is_early and is_julian:
        return f"{said} was a {WEEKDAYS[number]} by the Julian calendar: {by_julian}"
    was = f"{WEEKDAYS[julian.weekday()]} by the Julian calendar" if is_early else WEEKDAYS[day.weekday()]
    wrong = f"{said} was a {was}, not a {WEEKDAYS[number]}: correct the one or the other"
    perhaps = f"; if the source dates by the Julian calendar, by which it was one, {by_julian}" if is_julian else ""
    return f"{wrong}{perhaps}; if the day is right, write {day}, and the source's words into date_wording"

"""What to write for the feast of a year: one day, or those of the calendars and places that kept it on others."""

from dataclasses import replace
from typing import Final

from dateline.ground.dates.civil_day import Day
from dateline.ground.dates.edtf import read
from dateline.ground.dates.feasts import FIRST_OF_ONE, FIRST_OF_TWO, Feast, feast_in, looked_up
from dateline.ground.dates.human import readings
from dateline.ground.dates.offered import of_calendar, one_of
from dateline.ground.dates.offers_of_calendars import dates_of
from dateline.ground.dates.other_calendars import JULIAN, parts_of
from dateline.ground.dates.told import in_words
from dateline.ground.dates.weekdays import is_day

_AROUND: Final = "if the day itself is meant, "
_ERAS: Final = (" ah", " a.h.", " hijri")


def of_feast(text: str) -> str | None:
    """Return what to write for a text that is a feast and its year, or its day; None for another text."""
    feast = feast_in(text)
    if feast is None:
        name = looked_up(text)
        said = (
            "depends on where it was kept: look it up, write it as 2031-03-06, and the source's word into date_wording"
        )
        return f"the day of {name} {said}" if name else None
    before, after = feast.before.strip(" ,("), feast.after.strip(" ,().")
    if before in {"on", "the", ""} and after and feast.year is None:
        return _with_its_day(feast, after) or _of_an_era(feast, after)
    if feast.year is not None:
        return _of_year(feast) if before in {"on", "the", ""} and not after else _with_its_day(feast, before)
    return _with_its_day(feast, before) or _yearless(feast) if not after else None


def _yearless(feast: Feast) -> str | None:
    return (
        f"the year is missing: write {feast.name} 2031, and it is told which day that was" if not feast.before else None
    )


def _of_an_era(feast: Feast, after: str) -> str | None:
    """Return what to write for a feast of Islam with a year of its own calendar."""
    year = next((after.removesuffix(era) for era in _ERAS if after.endswith(era)), "")
    if feast.of_calendar is None or not year.isdecimal():
        return None
    calendar, month, day = feast.of_calendar
    return _told([of_calendar(date, calendar) for date in dates_of(calendar, int(year), month, day, is_own=True)])


def _of_year(feast: Feast) -> str | None:
    year = feast.year or 0
    around = _AROUND if feast.may_be_a_season else ""
    if feast.of_calendar is not None:
        calendar, month, day = feast.of_calendar
        dates = dates_of(calendar, year, month, day)
        return _told([f"{around}{of_calendar(date, calendar)}" for date in dates])
    if year < FIRST_OF_TWO:
        return around + _of_julian(feast.in_the_east)
    if (only := feast.only_day) is not None:
        return f"{around}write {one_of([str(only)])}"
    kept = "; where the church kept to the Julian calendar"
    if year < FIRST_OF_ONE:
        return f"{around}write {one_of([str(feast.in_the_west)])}{kept}, {_of_julian(feast.in_the_east)}"
    return f"{around}write {one_of([str(feast.in_the_west)])}{kept}, {one_of([str(feast.in_the_east)])}"


def _of_julian(day: Day) -> str:
    return of_calendar(str(Day(*parts_of(JULIAN, day.toordinal()))), JULIAN)


def _told(found: list[str]) -> str | None:
    return "; or ".join(found) or None


def _with_its_day(feast: Feast, text: str) -> str | None:
    """Return what to write for a feast beside its day: the day, if it was that of the feast."""
    days = [one for one in readings(text) if is_day(one)]
    if not days or feast.of_calendar is not None:
        return f"write {one_of(days)}" if days else None
    told = {day: replace(feast, year=Day.fromisoformat(day).year) for day in days}
    right = [day for day, one in told.items() if day in {str(one.in_the_west), str(one.in_the_east)}]
    if right:
        return f"write {one_of(right)}"
    day, one = next(iter(told.items()))
    was = in_words(read(str(one.in_the_west)))
    return f"{feast.name} was on {was} and not on {in_words(read(day))}: correct the one or the other"

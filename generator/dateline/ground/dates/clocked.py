"""Dates in seconds, counted from the day before the year 1 by the clock that they are told by."""

from functools import lru_cache

from dateline.ground.dates.civil_day import Day
from dateline.ground.dates.values import Edtf
from dateline.ground.dates.zones import DAY


def first_second(day: Day) -> int:
    """Return the second with which a day begins."""
    return day.toordinal() * DAY


def day_of_second(second: int) -> Day:
    """Return the day that a second is of."""
    return _day(second // DAY)


_day = lru_cache(maxsize=65536)(Day.fromordinal)


def seconds_of(when: Edtf) -> tuple[int | None, int | None]:
    """Return the first second that a date may cover, and the one after the last; None where it is open."""
    if when.instant is not None:
        begins = when.instant.first + when.instant.shift
        return begins, begins + when.instant.length
    if when.begin is not None or when.end is not None:
        first = seconds_of(when.begin)[0] if when.begin is not None else None
        return first, seconds_of(when.end)[1] if when.end is not None else None
    if when.members and when.has_times:
        firsts, ends = zip(*map(seconds_of, when.members), strict=True)
        known = [[one for one in side if one is not None] for side in (firsts, ends)]
        first = min(known[0]) if len(known[0]) == len(firsts) else None
        return first, max(known[1]) if len(known[1]) == len(ends) else None
    first = first_second(when.earliest) if when.earliest is not None else None
    return first, first_second(when.latest) + DAY if when.latest is not None else None

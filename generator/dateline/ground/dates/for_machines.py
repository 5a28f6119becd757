"""Dates as machines want them: ISO 8601, Gregorian, a time of day with how far its clock is ahead of UTC."""

from dateline.ground.dates.civil_day import Day
from dateline.ground.dates.instants import HOUR, MINUTE, Instant, clock_at, offset
from dateline.ground.dates.values import Edtf
from dateline.ground.dates.zones import DAY


def first_and_last(when: Edtf) -> tuple[str | None, str | None]:
    """Return the first and the last day, or time of day, that a date may cover; None where it is open."""
    if when.instant is not None:
        return _written(when.instant, when.instant.first), _written(when.instant, _last(when.instant))
    if when.begin is not None or when.end is not None:
        first = first_and_last(when.begin)[0] if when.begin is not None else None
        return first, first_and_last(when.end)[1] if when.end is not None else None
    if when.members and when.has_times:
        earliest, latest = min(when.members, key=_first_key), max(when.members, key=_last_key)
        return first_and_last(earliest)[0], first_and_last(latest)[1]
    days = (when.earliest, when.latest)
    return days[0].isoformat() if days[0] else None, days[1].isoformat() if days[1] else None


def known_time(when: Edtf) -> str | None:
    """Return a day, a month, a year or a time of day as ISO 8601 has it; None where any of it is in doubt or open."""
    if when.is_marked or when.begin is not None or when.end is not None or when.members:
        return None
    if when.instant is not None:
        return None if when.instant.is_an_hour else _written(when.instant, when.instant.first)
    if when.calendar is not None:
        return when.earliest.isoformat() if when.earliest is not None and when.earliest == when.latest else None
    return when.text


def _first_key(member: Edtf) -> tuple[Day, float]:
    began = member.began
    return member.order[0], float(began[0]) if began else -1.0


def _last_key(member: Edtf) -> tuple[Day, float]:
    ended = member.ended
    return member.order[1], float(ended[1]) if ended else float("inf")


def _last(instant: Instant) -> int:
    """Return the second that the last one is written as: of a minute, its first."""
    return instant.last if instant.length == HOUR else instant.first


def _written(instant: Instant, second: int) -> str:
    """Return a second by the clock that it is told by; by that of UTC where this was ahead by seconds as well."""
    shift = instant.shift if instant.shift % MINUTE == 0 else 0
    here = second + shift
    is_exact = instant.length == 1 or second != instant.first or here % MINUTE != 0
    clock = clock_at(here, to_the_second=is_exact)
    return f"{Day.fromordinal(here // DAY).isoformat()}T{clock}{offset(shift)}"

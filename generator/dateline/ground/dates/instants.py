"""Times of day: what stands behind the T of 2017-11-08T14:30, and the instant that it is.

ISO 8601-1 gives an hour, a minute or a second, and behind it, if it is not the clock of the
chronology's own zone, how far its clock is ahead of UTC.  A minute is a point of time, an
hour alone is some time within it.  The `edtf` package knows no minute without a second, no
time in a span or a set and no hour alone, so that all of them are read here.
"""

import re
from dataclasses import dataclass
from typing import Final

from dateline.ground.dates import zones
from dateline.ground.dates.refused import DateError, Typed, shown
from dateline.ground.dates.zones import DAY

TIMED: Final = re.compile(
    r"(?P<day>[^T]+)T(?P<hour>[0-9]{2})(?::(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?P<fraction>[.,][0-9]+)?)?)?"
    r"(?P<zone>Z|[+-][0-9]{2}(?::?[0-9]{2})?)?(?P<mark>[~?%]?)"
)
"""A day with a time; of which form the day is, others say."""
HOUR: Final = 3_600
MINUTE: Final = 60
_HOURS: Final = 24
_MINUTES: Final = 60
_FURTHEST: Final = range(-12 * HOUR, 14 * HOUR + 1)
"""How far clocks are from UTC. What is further, as 14:30-15:00, was hardly meant so."""


@dataclass(frozen=True, slots=True)
class Instant:
    """An instant, as exactly as it is known."""

    first: int
    """The first second of it: how many there were since the day before the year 1, in UTC."""
    length: int
    """How many seconds it may be: 1, a minute, or an hour."""
    shift: int
    """How many seconds the clock that it is told by is ahead of UTC: the chronology's, else that of the text."""
    written: int | None = None
    """The same of the clock that the text gives; None where it gives none."""
    is_own: bool = False
    """Whether it is told by the clock of the text, since the chronology has none for it."""

    @property
    def last(self) -> int:
        """The last second of it."""
        return self.first + self.length - 1

    @property
    def is_an_hour(self) -> bool:
        """Whether no more is known than the hour."""
        return self.length == HOUR

    @property
    def day(self) -> int:
        """The day on which it begins, by the clock that it is told by: as a number, 1 being the first of the year 1."""
        return (self.first + self.shift) // DAY

    @property
    def last_day(self) -> int:
        """The day on which it ends: another one only for an hour that has midnight within it."""
        return (self.last + self.shift) // DAY

    @property
    def clock(self) -> str:
        """What the clock shows when it begins: "14:30", or "14:30:05"."""
        return self.clock_of(self.shift)

    @property
    def clock_after(self) -> str:
        """What the clock shows when it is over: of an hour before midnight, "24:00"."""
        after = self.last + 1 + self.shift
        return "24:00" if after % DAY == 0 else clock_at(after)

    def clock_of(self, shift: int) -> str:
        """Return what a clock shows, so many seconds ahead of UTC, when it begins."""
        return clock_at(self.first + shift, to_the_second=self.length == 1)

    @property
    def other_clock(self) -> int | None:
        """How far the clock of the text is ahead of UTC, where it shows another time than what is told."""
        return None if self.written == self.shift else self.written


def clock_at(second: int, *, to_the_second: bool = False) -> str:
    """Return what a clock shows at a second of any day: "14:30", or "14:30:05"."""
    hours, rest = divmod(second % DAY, HOUR)
    seconds = f":{rest % MINUTE:02}" if to_the_second else ""
    return f"{hours:02}:{rest // MINUTE:02}{seconds}"


def offset(shift: int, *, is_utc: str = "Z") -> str:
    """Return how far a clock is ahead of UTC as ISO 8601 writes it: "+02:00"; with seconds where it has some."""
    if shift == 0:
        return is_utc
    return f"{'-' if shift < 0 else '+'}{clock_at(abs(shift), to_the_second=shift % MINUTE != 0)}"


def instant_of(found: re.Match[str], day: int, whole: Typed) -> Instant:
    """Return the instant of a time on a day, by its own clock or that of a zone; raises DateError if there is none."""
    return _TimeTyped(found, day, shown(whole)).instant(whole.zone)


@dataclass(frozen=True, slots=True)
class _TimeTyped:
    """A time as it is typed, on a day, in the text that a message names."""

    found: re.Match[str]
    day: int
    whole: str

    def instant(self, zone: str | None) -> Instant:
        second, length = self._second(), self._length()
        if self.found["zone"]:
            written = self._written(self.found["zone"])
            instant = self.day * DAY + second - written
            shift = zones.shift_at(zone, instant) if zone else None
            return Instant(instant, length, written if shift is None else shift, written, is_own=shift is None)
        if zone is None:
            raise DateError(
                f"'{self.whole}' is a time of no zone, since chronology.yml has no timezone",
                "add timezone there, such as timezone: Asia/Damascus, or say how far the clock was ahead of UTC: "
                f"{self._with('+02:00')}, or {self._with('Z')} for UTC itself",
            )
        if not zones.has_a_clock(self.day):
            problem = f"'{self.whole}': no zone has a clock outside the years 1 to 9999"
            raise DateError(problem, f"say how far the clock was ahead of UTC, as {self._with('Z')}")
        shift = self._shift(zone, second, length)
        return Instant(self.day * DAY + second - shift, length, shift)

    def _length(self) -> int:
        """Return how many seconds the time may be."""
        if self.found["minute"] is None:
            return HOUR
        return MINUTE if self.found["second"] is None else 1

    def _second(self) -> int:
        """Return which second of the day the time begins with."""
        hour, minute, second = (int(self.found[name] or 0) for name in ("hour", "minute", "second"))
        if self.found["fraction"]:
            problem = f"'{self.whole}': a second is the shortest time here"
            raise DateError(problem, f'write "{self._at(hour, minute, second)}"')
        if (hour, minute, second) == (_HOURS, 0, 0):
            raise DateError(
                f"'{self.whole}': a day ends at 23:59:59, and 24:00 is the beginning of the next one",
                "write the next day with T00:00, or this one with T23:59 if the source means its last minute",
            )
        if second == _MINUTES and self._may_leap(hour, minute):
            raise DateError(
                f"'{self.whole}': leap seconds are not counted here",
                f'write "{self._at(hour, minute, second - 1)}", and the time as the source gives it into date_wording',
            )
        if hour >= _HOURS or minute >= _MINUTES or second >= _MINUTES:
            problem = f"'{self.whole}': the hours are 00 to 23, the minutes and seconds 00 to 59"
            raise DateError(problem, "correct the time")
        return hour * HOUR + minute * MINUTE + second

    def _may_leap(self, hour: int, minute: int) -> bool:
        """Return whether a minute may be the last one of a day in UTC, as only that one may have a second more."""
        zone = self.found["zone"]
        if not zone:  # Whatever the chronology's clock is, it is ahead by hours or by half ones.
            return hour < _HOURS and (minute + 1) % (_MINUTES // 2) == 0
        return hour < _HOURS and ((hour * _MINUTES + minute + 1) * MINUTE - self._written(zone)) % DAY == 0

    def _at(self, hour: int, minute: int, second: int) -> str:
        """Return the text with another time, by the same clock."""
        told = f"{self.found['day']}T{hour:02}:{minute:02}:{second:02}"
        return f"{told}{self.found['zone'] or ''}{self.found['mark']}"

    def _written(self, zone: str) -> int:
        """Return how many seconds a clock is ahead of UTC that the text gives as "Z" or "+02:00"."""
        if zone == "Z":
            return 0
        hours, minutes = int(zone[1:3]), int(zone[3:].lstrip(":") or 0)
        ahead = (hours * HOUR + minutes * MINUTE) * (-1 if zone[0] == "-" else 1)
        if minutes >= _MINUTES or ahead not in _FURTHEST:
            problem = f"'{self.whole}': no clock is {zone} from UTC"
            meant = f"; if it lasted until then, write both times: {self._with('')}/{self.found['day']}T{zone[1:]}"
            raise DateError(problem, f"write hours and minutes, as +02:00 or -05:00{meant if zone[0] == '-' else ''}")
        if zone[3:] and ":" not in zone:
            problem = f"'{self.whole}': hours and minutes are parted by a colon"
            raise DateError(problem, f"write {self._with(f'{zone[:3]}:{zone[3:]}')}")
        if zone[0] == "-" and ahead == 0:
            problem = f"'{self.whole}': {zone} says of no clock how far it was from UTC"
            raise DateError(problem, f"write {self._with('Z')} for UTC itself")
        return ahead

    def _shift(self, zone: str, second: int, length: int) -> int:
        """Return how far the zone's clock was ahead, unless it was changed then."""
        for shown_second in dict.fromkeys((second, second + length - 1)):
            one, other = zones.shifts(zone, self.day, shown_second)
            if one == other:
                continue
            first, last = (self._with(offset(shift)) for shift in (one, other))
            if one > other:
                problem = f"'{self.whole}' came twice in {zone}, where the clock was put back"
                raise DateError(problem, f"write {first} for the first time, {last} for the second")
            problem = f"'{self.whole}' never was in {zone}, where the clock was put forward over it"
            raise DateError(problem, f"correct the time, or say whose clock it was, as {first} or {last}")
        return zones.shifts(zone, self.day, second)[0]

    def _with(self, zone: str) -> str:
        """Return the time as it is typed, with another zone."""
        typed = self.found[0].removesuffix(self.found["mark"])
        return f"{typed.removesuffix(self.found['zone'] or '')}{zone}{self.found['mark']}"

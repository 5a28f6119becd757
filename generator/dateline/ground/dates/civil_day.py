"""A day of the proleptic Gregorian calendar, in any year.

`datetime.date` ends at the years 1 and 9999, and a chronology may be of 431 BCE.  Years are
counted as astronomers and ISO 8601 do: 0 is 1 BCE, -430 is 431 BCE.
"""

import calendar
from datetime import date
from typing import Final, NamedTuple

_CYCLE: Final = 400
"""After so many years the calendar repeats itself, weekdays included."""
_DAYS_OF_A_CYCLE: Final = 146_097
FIRST_LONG_YEAR: Final = 10_000
"""From this one on a year has more than four digits."""


def years_as_written(year: int) -> str:
    """Return a year as EDTF has it: "0476", "-0430", "Y12025", "Y-17000"."""
    if 0 <= year < FIRST_LONG_YEAR:  # as of nearly all
        return f"{year:04}"
    sign, number = ("-" if year < 0 else ""), abs(year)
    return f"Y{year}" if number >= FIRST_LONG_YEAR else f"{sign}{number:04}"


def number_of_year(written: str) -> int:
    """Return a year that is written as EDTF has it: "-0430" is -430, "Y12025" 12025."""
    return int(written.removeprefix("Y"))


class Day(NamedTuple):
    """A day, ordered as days are; `Day(…)` takes any numbers, `Day.of` only those of a day that there is."""

    year: int
    month: int
    day: int

    @classmethod
    def of(cls, year: int, month: int, day: int) -> "Day":
        """Return the day; raises ValueError where the year has none such."""
        date(_alike(year), month, day)
        return cls(year, month, day)

    @classmethod
    def fromordinal(cls, ordinal: int) -> "Day":
        """Return the day of a number: 1 is the first day of the year 1, as in `datetime`."""
        cycles, rest = divmod(ordinal - 1, _DAYS_OF_A_CYCLE)
        one = date.fromordinal(rest + 1)
        return cls(one.year + cycles * _CYCLE, one.month, one.day)

    @classmethod
    def fromisoformat(cls, text: str) -> "Day":
        """Return the day that `isoformat` writes so; raises ValueError for any other text."""
        year, month, day = text.rsplit("-", maxsplit=2)
        found = cls.of(number_of_year(year), int(month), int(day))
        if str(found) != text:
            raise ValueError(text)
        return found

    def toordinal(self) -> int:
        """Return the number of the day."""
        cycles, rest = divmod(self.year - 1, _CYCLE)
        return date(rest + 1, self.month, self.day).toordinal() + cycles * _DAYS_OF_A_CYCLE

    def isoformat(self) -> str:
        """Return the day as EDTF writes its year: "2017-11-17", "-0430-03-15", "Y12025-01-01"."""
        year, month, day = self
        return f"{years_as_written(year)}-{month:02}-{day:02}"

    def __str__(self) -> str:
        """Return the same."""
        return self.isoformat()

    def weekday(self) -> int:
        """Return the day of the week, Monday being 0."""
        return (self.toordinal() - 1) % 7

    def shifted(self, days: int) -> "Day":
        """Return the day so many days later."""
        return Day.fromordinal(self.toordinal() + days)

    def days_since(self, other: "Day") -> int:
        """Return how many days there are from the other to this one."""
        return self.toordinal() - other.toordinal()


EARLIEST: Final = Day(-(10**12), 1, 1)
"""Before every day of a record."""
LATEST: Final = Day(10**12, 12, 31)
"""After every day of a record."""


def days_of_month(year: int, month: int) -> int:
    """Return how many days the month has in that year."""
    return calendar.monthrange(_alike(year), month)[1]


def _alike(year: int) -> int:
    """Return a year of the same days and weekdays that `datetime` knows."""
    return _CYCLE + year % _CYCLE

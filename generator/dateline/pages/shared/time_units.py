"""Units of time in which a timeline counts: minutes, hours, days, weeks, months, years and longer."""

from abc import abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Protocol

from dateline.ground.dates import (
    Day,
    clock_at,
    day_of_second,
    days_in_words,
    days_of_month,
    decade_in_words,
    first_second,
    period_in_words,
    year_in_words,
    years_as_written,
)
from dateline.ground.languages import ENGLISH, Language

_MINUTE: Final = 60
_HOUR: Final = 60 * _MINUTE
_DAY: Final = 24 * _HOUR
_WEEK: Final = 7
_MONTHS_A_YEAR: Final = 12
_DECADE: Final = 10


class Unit(Protocol):
    """A way of cutting time into bins, numbered from the earliest on; time is counted in seconds."""

    @abstractmethod
    def index(self, second: int) -> int:
        """Return the number of the bin that holds a second."""

    @abstractmethod
    def bounds(self, index: int) -> tuple[int, int]:
        """Return the first second of a bin, and that of the next one."""

    @abstractmethod
    def words(self, index: int, language: Language = ENGLISH) -> str:
        """Return what a bin is called: "14:30 on 8 November 2017", "November 2017", "the 1950s"."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Bins of `length` seconds within a day: a minute or an hour."""

    length: int

    def index(self, second: int) -> int:
        """Return the number of the bin."""
        return second // self.length

    def bounds(self, index: int) -> tuple[int, int]:
        """Return the first second, and that after the last."""
        return index * self.length, (index + 1) * self.length

    def words(self, index: int, language: Language = ENGLISH) -> str:
        """Return the minute, or the hour from when to when, with its day."""
        first, end = self.bounds(index)
        day = days_in_words(day_of_second(first), day_of_second(first), language)
        told = clock_at(first)
        if self.length > _MINUTE:
            last = "24:00" if end % _DAY == 0 else clock_at(end)
            told = language.gettext("%(first)s to %(last)s", first=told, last=last)
        return language.gettext("%(time)s on %(day)s", time=told, day=day)


class DayUnit:
    """A unit of whole days, which it numbers."""

    @abstractmethod
    def index_of(self, day: Day) -> int:
        """Return the number of the bin that holds a day."""

    @abstractmethod
    def days(self, index: int) -> tuple[Day, Day]:
        """Return the first and the last day of a bin."""

    def index(self, second: int) -> int:
        """Return the number of the bin that holds a second."""
        return self.index_of(day_of_second(second))

    def bounds(self, index: int) -> tuple[int, int]:
        """Return the first second of a bin, and that of the next one."""
        first, last = self.days(index)
        return first_second(first), first_second(last.shifted(1))


@dataclass(frozen=True)
class Days(DayUnit):
    """Bins of `length` days: 1, or 7 for weeks from Monday to Sunday."""

    length: int

    def index_of(self, day: Day) -> int:
        """Return the number of the bin; 0001-01-01 was a Monday and has the ordinal 1."""
        return (day.toordinal() - 1) // self.length

    def index(self, second: int) -> int:
        """Return the number of the bin that holds a second."""
        return (second // _DAY - 1) // self.length

    def days(self, index: int) -> tuple[Day, Day]:
        """Return the first and the last day."""
        first = index * self.length + 1
        return Day.fromordinal(first), Day.fromordinal(first + self.length - 1)

    def words(self, index: int, language: Language = ENGLISH) -> str:
        """Return the day, or the days of the week, in words."""
        return days_in_words(*self.days(index), language)


@dataclass(frozen=True)
class Months(DayUnit):
    """Bins of one calendar month."""

    def index_of(self, day: Day) -> int:
        """Return the number of the month, counted from the year 0."""
        return day.year * _MONTHS_A_YEAR + day.month - 1

    def days(self, index: int) -> tuple[Day, Day]:
        """Return the first and the last day."""
        year, month = divmod(index, _MONTHS_A_YEAR)
        first = Day(year, month + 1, 1)
        return first, Day(year, month + 1, days_of_month(year, month + 1))

    def words(self, index: int, language: Language = ENGLISH) -> str:
        """Return the month with its year."""
        year, month = divmod(index, _MONTHS_A_YEAR)
        return period_in_words(f"{years_as_written(year)}-{month + 1:02}", language)


@dataclass(frozen=True)
class Years(DayUnit):
    """Bins of 1, 10, 100 or more years, counted from the turn of the era to both sides as decades and centuries are.

    The first of the Common Era lacks the year 0, which is 1 BCE.
    """

    length: int

    def index_of(self, day: Day) -> int:
        """Return the number of the bin."""
        if self.length == 1 or day.year > 0:
            return day.year // self.length
        return -(-day.year // self.length) - 1

    def days(self, index: int) -> tuple[Day, Day]:
        """Return the first and the last day."""
        first, last = self._years(index)
        return Day(first, 1, 1), Day(last, _MONTHS_A_YEAR, 31)

    def words(self, index: int, language: Language = ENGLISH) -> str:
        """Return the year, the decade, or the years."""
        first, last = self._years(index)
        if self.length == 1:
            return year_in_words(first, language)
        if self.length == _DECADE and first % _DECADE == 0 and first > 0:
            return decade_in_words(first, language)
        begins = str(first if first > 0 else 1 - first)
        return language.gettext("%(first)s to %(last)s", first=begins, last=year_in_words(last, language))

    def _years(self, index: int) -> tuple[int, int]:
        first, last = index * self.length, (index + 1) * self.length - 1
        if self.length == 1:
            return first, last
        return (max(1, first), last) if index >= 0 else (first + 1, last + 1)


MINUTE: Final = Clock(_MINUTE)
HOUR: Final = Clock(_HOUR)
DAY: Final = Days(1)
WEEK: Final = Days(_WEEK)
MONTH: Final = Months()
YEAR: Final = Years(1)
DECADE: Final = Years(_DECADE)
CLOCK: Final[frozenset[Unit]] = frozenset({MINUTE, HOUR})
"""The units that are shorter than a day."""
UNITS: Final[tuple[Unit, ...]] = (MINUTE, HOUR, DAY, WEEK, MONTH, YEAR, DECADE, Years(100), Years(1000))
"""From the shortest to the longest."""


def runs(indexes: Iterable[int], longest_gap: int) -> tuple[tuple[int, int], ...]:
    """Return the stretches of bins, first and last, that hold all of `indexes`; longer gaps divide them."""
    merged: list[tuple[int, int]] = []
    for index in sorted(set(indexes)):
        if merged and index - merged[-1][1] <= longest_gap + 1:
            merged[-1] = (merged[-1][0], index)
        else:
            merged.append((index, index))
    return tuple(merged)

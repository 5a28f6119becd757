"""Units of time in which a timeline counts: days, weeks, months, years and longer."""

from abc import abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Protocol

from dateline.ground.dates import (
    Day,
    days_in_words,
    days_of_month,
    decade_in_words,
    period_in_words,
    year_in_words,
    years_as_written,
)
from dateline.ground.languages import ENGLISH, Language

_WEEK: Final = 7
_MONTHS_A_YEAR: Final = 12
_DECADE: Final = 10


class Unit(Protocol):
    """A way of cutting time into bins of about the same length, numbered from the earliest on."""

    @abstractmethod
    def index(self, day: Day) -> int:
        """Return the number of the bin that holds a day."""

    @abstractmethod
    def bounds(self, index: int) -> tuple[Day, Day]:
        """Return the first and the last day of a bin."""

    @abstractmethod
    def words(self, index: int, language: Language = ENGLISH) -> str:
        """Return what a bin is called: "17 November 2017", "November 2017", "the 1950s"."""


@dataclass(frozen=True, slots=True)
class Days:
    """Bins of `length` days: 1, or 7 for weeks from Monday to Sunday."""

    length: int

    def index(self, day: Day) -> int:
        """Return the number of the bin; 0001-01-01 was a Monday and has the ordinal 1."""
        return (day.toordinal() - 1) // self.length

    def bounds(self, index: int) -> tuple[Day, Day]:
        """Return the first and the last day."""
        first = index * self.length + 1
        return Day.fromordinal(first), Day.fromordinal(first + self.length - 1)

    def words(self, index: int, language: Language = ENGLISH) -> str:
        """Return the day, or the days of the week, in words."""
        return days_in_words(*self.bounds(index), language)


@dataclass(frozen=True, slots=True)
class Months:
    """Bins of one calendar month."""

    def index(self, day: Day) -> int:
        """Return the number of the month, counted from the year 0."""
        return day.year * _MONTHS_A_YEAR + day.month - 1

    def bounds(self, index: int) -> tuple[Day, Day]:
        """Return the first and the last day."""
        year, month = divmod(index, _MONTHS_A_YEAR)
        first = Day(year, month + 1, 1)
        return first, Day(year, month + 1, days_of_month(year, month + 1))

    def words(self, index: int, language: Language = ENGLISH) -> str:
        """Return the month with its year."""
        year, month = divmod(index, _MONTHS_A_YEAR)
        return period_in_words(f"{years_as_written(year)}-{month + 1:02}", language)


@dataclass(frozen=True, slots=True)
class Years:
    """Bins of 1, 10, 100 or more years, counted from the turn of the era to both sides as decades and centuries are.

    The first of the Common Era lacks the year 0, which is 1 BCE.
    """

    length: int

    def index(self, day: Day) -> int:
        """Return the number of the bin."""
        if self.length == 1 or day.year > 0:
            return day.year // self.length
        return -(-day.year // self.length) - 1

    def bounds(self, index: int) -> tuple[Day, Day]:
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


DAY: Final = Days(1)
WEEK: Final = Days(_WEEK)
MONTH: Final = Months()
YEAR: Final = Years(1)
DECADE: Final = Years(_DECADE)
UNITS: Final[tuple[Unit, ...]] = (DAY, WEEK, MONTH, YEAR, DECADE, Years(100), Years(1000))
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

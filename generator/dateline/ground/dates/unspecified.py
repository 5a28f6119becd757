"""Dates of which digits are not known, written X: 201X, 15XX-12-25, 2031-XX-02, XXXX-01-05.

The `edtf` package reads those whose year, or all that follows it, is open.  It reads others
wrongly or not at all (2018-06-0X raises, -0430-XX ends before it begins, XXXX is 0000 to
9999): their days are found here.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from dateline.ground.dates.civil_day import Day, days_of_month

OPEN: Final = re.compile(
    r"(?=[^X]*X)(?P<year>-?(?:[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|[0-9]XXX)|XXXX)"
    r"(?:-(?P<month>[01][0-9X]|XX)(?:-(?P<day>[0-3][0-9X]|XX))?)?"
)
"""Digits are left out from the last one of each part on."""
_OF_LIBRARY: Final = re.compile(r"-?[0-9]{1,3}X{1,3}|[0-9]{4}-XX(?:-XX)?|[0-9]{4}-[0-9]{2}-XX")
_MONTHS: Final = 12
_LONGEST_MONTH: Final = 31
_UNKNOWN: Final = "XX"


class OpenDate(NamedTuple):
    """The parts of a date as they are written; what it does not name is None."""

    year: str
    month: str | None
    day: str | None

    @property
    def has_no_year(self) -> bool:
        """Whether nothing of the year is known."""
        return self.year == "XXXX"

    @property
    def says_nothing(self) -> bool:
        """Whether neither its year nor its month is known."""
        return self.has_no_year and not (self.month or _UNKNOWN).isdecimal()


def open_date(text: str) -> OpenDate | None:
    """Return the parts of a date with unspecified digits; None for any other text."""
    found = OPEN.fullmatch(text)
    return OpenDate(found["year"], found["month"], found["day"]) if found else None


def bounds(text: str, parts: OpenDate) -> tuple[Day, Day]:
    """Return the first and the last day that the digits leave open; raises ValueError where there is none."""
    if _OF_LIBRARY.fullmatch(text):
        return _by_library(text)
    first = next(_days(parts, 1), None)
    last = next(_days(parts, -1), None)
    if first is None or last is None:
        raise ValueError(text)
    return first, last


@lru_cache(maxsize=1024)
def _by_library(text: str) -> tuple[Day, Day]:
    # Few chronologies have such a date, and the library takes longer to import than all of Dateline's records.
    from edtf import parse_edtf  # noqa: PLC0415 - the reason above
    from edtf.parser.edtf_exceptions import EDTFParseException  # noqa: PLC0415 - the same

    try:
        parsed = parse_edtf(text)
        return Day.of(*parsed.lower_strict()[:3]), Day.of(*parsed.upper_strict()[:3])
    except EDTFParseException:
        raise ValueError(text) from None


def _days(parts: OpenDate, step: int) -> Iterator[Day]:
    """Yield the days that the parts may mean: from the first on (1), or from the last back (-1)."""
    for year in years(parts.year)[::step]:
        for month in _numbers(parts.month, _MONTHS)[::step]:
            possible = [day for day in _numbers(parts.day, _LONGEST_MONTH) if day <= days_of_month(year, month)]
            yield from (Day(year, month, day) for day in possible[::step])


def years(written: str) -> Sequence[int]:
    """Return the years that these digits may be, in order; of XXXX a leap year and another, for their days alone."""
    if written == "XXXX":
        return range(2000, 2002)
    low, high = int(written.replace("X", "0")), int(written.replace("X", "9"))
    return range(min(low, high), max(low, high) + 1)


def _numbers(written: str | None, most: int) -> Sequence[int]:
    """Return the months or days that these digits may be, in order; all of them where nothing is written."""
    pattern = (written or _UNKNOWN).replace("X", "[0-9]")
    return _matching(re.compile(pattern), range(1, most + 1))


def _matching(pattern: re.Pattern[str], candidates: Iterable[int]) -> list[int]:
    return [number for number in candidates if pattern.fullmatch(f"{number:02}")]

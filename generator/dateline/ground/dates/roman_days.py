"""Days as Romans and Latin documents count them: before the Kalends, the Nones and the Ides of a month."""

import re
from typing import Final

from dateline.ground.dates.civil_day import Day
from dateline.ground.dates.feasts import FIRST_OF_TWO
from dateline.ground.dates.human import is_date, readings
from dateline.ground.dates.offered import of_calendar, one_of
from dateline.ground.dates.other_calendars import JULIAN, days_of, parts_of
from dateline.ground.dates.years_of_eras import folded
from dateline.ground.roman_numerals import numeral, sum_of

_MONTHS: Final = {
    "ian": 1, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "mai": 5, "may": 5, "iun": 6, "jun": 6, "iul": 7, "jul": 7,
    "qui": 7, "aug": 8, "sex": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_LATE: Final = frozenset({3, 5, 7, 10})
"""The months whose Nones are on the 7th and whose Ides are on the 15th."""
_NONES: Final = 5
_IDES: Final = 13
_LATER: Final = 2
_COUNT: Final = (
    r"(?:(?:a\. ?d\.?|ad|ante diem|die) ?)?(?P<count>[ivx]{1,6}|\d{1,2})\.?(?:st|nd|rd|th)? "
    r"(?:day )?(?:before (?:the )?)?"
)
_MARK: Final = r"kal(?:end(?:as|is|ae|s)|\.)?|cal(?:ends|\.)|non(?:as|is|ae|es|\.)|id(?:us|ibus|es|\.)"
_TEXT: Final = re.compile(
    rf"(?:the )?(?:{_COUNT}|(?P<eve>prid(?:ie|\.)|eve of (?:the )?) ?)?(?P<mark>{_MARK}) (?:of )?"
    r"(?P<month>[a-z]{3,11})\.?,?(?: (?P<year>.+))?"
)
_ADDED: Final = re.compile(r"x?v?iiii")
"""How the Romans wrote what ends in 4 or 9 as well."""
_REFORM: Final = -44
"""The first year of Caesar's calendar, 45 BCE."""


def roman_day(text: str) -> str | None:
    """Return what to write for a Roman day; None for another text."""
    found = _TEXT.fullmatch(folded(text))
    month = _MONTHS.get(found["month"][:3]) if found else None
    if found is None or month is None:
        return None
    before = _before(found)
    if before is None:
        return None
    if not found["year"]:
        day = _day(2031, month, found["mark"], before)
        written = f"{day.month:02}-{day.day:02}"
        said = f"it is the day {written}, and the year is missing: put it before that, as 2031-{written}"
        return f"{said}; if nobody knows it, write XXXX-{written}"
    years = [one for one in _years(found["year"]) if re.fullmatch(r"-?\d{4}", one)]
    return "; or ".join(filter(None, (_of_year(int(year), month, found["mark"], before) for year in years))) or None


def _years(text: str) -> list[str]:
    """Return the years that a text may be: "44 BC", "710 AUC", "1500"."""
    if found := re.fullmatch(r"(?P<year>\d{1,4}) ?(?:a\.? ?u\.? ?c\.?)|(?:a\.? ?u\.? ?c\.?) ?(?P<other>\d{1,4})", text):
        year = int(found["year"] or found["other"]) - 753
        text = f"{year} AD" if year > 0 else f"{1 - year} BC"
    return readings(text)


def _before(found: re.Match[str]) -> int | None:
    """Return how many days the day is before the one that it is counted from, which is the first of them itself.

    None for signs that are no number.
    """
    if found["eve"]:
        return 1
    count = found["count"] or "i"
    if count.isdecimal():
        return int(count) - 1
    number = sum_of(count) if _ADDED.fullmatch(count) else numeral(count)
    return number - 1 if number else None


def _day(year: int, month: int, mark: str, before: int) -> Day:
    """Return the day of a year of the Julian calendar."""
    late = _LATER if month in _LATE else 0
    day = 1 if mark[0] in "kc" else (_IDES if mark.startswith("id") else _NONES) + late
    first = days_of(JULIAN, year, month)[0]
    return Day(*parts_of(JULIAN, first + day - 1 - before))


def _of_year(year: int, month: int, mark: str, before: int) -> str:
    """Return what to write for a day of a year; the days before the Kalends of January are those of another."""
    day = _day(year, month, mark, before)
    if day.year == year:
        return _told(day)
    own = _told(_day(year + 1, month, mark, before))
    return f"if the year is that of the day itself: {own}; if it is that of the Kalends: {_told(day)}"


def _told(on: Day) -> str:
    day = str(on)
    if on.year < _REFORM:
        return f"Rome had its own calendar until 46 BCE, so that the day is known about: write {one_of([f'{day}~'])}"
    julian = of_calendar(day, JULIAN)
    if on.year < FIRST_OF_TWO or not is_date(day):
        return julian
    return f"write {one_of([day])}; if the source dates by the Julian calendar, {julian}"

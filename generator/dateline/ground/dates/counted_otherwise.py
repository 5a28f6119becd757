"""Weeks, days of a year, fiscal years and numbers of computers as people type them, and what to write for them."""

import re
from datetime import date
from typing import Final

from dateline.ground.dates.civil_day import Day, days_of_month
from dateline.ground.dates.clocked import day_of_second
from dateline.ground.dates.human import is_date, readings
from dateline.ground.dates.instants import clock_at
from dateline.ground.dates.offered import one_of
from dateline.ground.dates.zones import DAY

_WEEKS: Final = r"(?:(?:calendar )?week|wk|kw|cw|w|uke|vecka|semaine|semana|settimana|неделя|uge|viikko|hafta)\.?"
_WEEK: Final = re.compile(
    rf"(?i)(?:the )?(?:{_WEEKS} ?(?:no\.? ?|#)?(?P<week>\d{{1,2}})|(?P<ordinal>\d{{1,2}})(?:st|nd|rd|th|\.) {_WEEKS})"
    rf"(?:,? (?:of |in )?| ?/ ?|-)(?P<year>\d{{4}})|(?P<before>\d{{4}})[ ,/-]*(?:{_WEEKS}) ?(?P<after>\d{{1,2}})"
)
_NO_DAY_OF_A_WEEK: Final = re.compile(r"(?i)\d{4}-?W\d\d-?[089]")
_ISO_WEEK: Final = re.compile(r"(?i)\d{4}-?W\d{2}(?:-?[1-7])?")
_DAY: Final = re.compile(
    r"(?i)(?:the )?(?:day (?:no\.? )?(?P<day>\d{1,3})|(?P<ordinal>\d{1,3})(?:st|nd|rd|th) day)"
    r"(?: of| in|,)? (?P<year>\d{4})"
    r"|(?P<dashed>\d{4})-(?P<counted>\d{3})|(?P<compact>1[5-9]\d\d|20\d\d)(?P<place>[0-3]\d\d)"
)
_FY: Final = r"f\.?y\.?|fiscal(?: year)?"
_FISCAL: Final = re.compile(
    rf"(?i)(?P<kind>{_FY}|(?:financial|tax|budget|academic|school|marketing|crop|harvest|water) year|a\.?y\.?|season)"
    r"[ '’-]?(?P<year>\d{4}|\d{2})(?: ?[-–/] ?(?P<next>\d{4}|\d{2}))?"
)
_BEGUN: Final = {
    "tax": (4, "April"),
    "financial": (4, "April"),
    "academic": (9, "September"),
    "school": (9, "September"),
    "ay": (9, "September"),
    "season": (8, "August"),
    "water": (10, "October"),
    "fiscal": (10, "October, as in the United States"),
}
"""With which month a year begins that is none of the calendar, as one example."""
_FISCAL_QUARTER: Final = re.compile(
    rf"(?i)(?:f(?:iscal )?q(?:uarter)? ?[1-4][ ,/-]*(?:{_FY})?|q[1-4][ ,/-]*(?:{_FY}))[ '’-]?(?P<year>\d{{4}}|\d{{2}})"
)
_SECONDS: Final = re.compile(r"@?(?P<seconds>1\d{9})(?:\d{3}(?:\d{3})?)?(?:\.\d+)?")
"""Seconds since 1970, from 2001 to 2033, perhaps with those of a thousandth or less behind them."""
_SERIAL: Final = re.compile(r"[2-5]\d{4}(?:\.\d+)?")
_JULIAN_DAY: Final = re.compile(
    r"(?i)(?:jd|jdn|julian (?:day|date)) ?(?P<days>\d{6,7}(?:\.\d+)?)|(?P<bare>2[345]\d{5}(?:\.\d+)?)"
)
_MODIFIED: Final = re.compile(r"(?i)mjd ?(?P<days>\d{5}(?:\.\d+)?)")
_DIGITS_OF_A_DAY: Final = re.compile(r"\d{4}(?:1[5-9]|20)\d\d|\d{6}")
_MONTH_OF_A_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d(?:0[1-9]|1[0-2])")
_LONG_COUNT: Final = re.compile(r"(?i)(?:long count )?(\d{1,2})\.(\d{1,2})\.(\d{1,2})\.(\d{1,2})\.(\d{1,2})")
_LONG_UNITS: Final = (144_000, 7_200, 360, 20, 1)
_LONG_COUNTS_BEGIN: Final = 584_283 - 1_721_425
_EPOCH: Final = Day(1970, 1, 1).toordinal() * DAY
_SHEET: Final = Day(1899, 12, 30).toordinal()
"""The day 0 of spreadsheets, as it is from March 1900 on."""
_JULIAN_DAYS: Final = 1_721_425
"""How many there were at the noon of the day before the year 1."""
_MODIFIED_DAYS: Final = Day(1858, 11, 17).toordinal()


def counted_otherwise(text: str) -> str | None:
    """Return what to write for a week, a day of a year, a fiscal year or a computer's number; None for another text."""
    return next(
        (said for way in (_week, _day_of_year, _fiscal, _number, _digits_of_a_day, _long_count) if (said := way(text))),
        None,
    )


def _week(text: str) -> str | None:
    if _NO_DAY_OF_A_WEEK.fullmatch(text):
        return "the days of a week are 1 for Monday to 7 for Sunday (ISO 8601): correct it"
    found = _WEEK.fullmatch(text)
    if found is None:
        return None
    year = found["year"] or found["before"]
    week = int(found["week"] or found["ordinal"] or found["after"])
    iso = readings(f"{year}-W{week:02}")
    if not iso:
        last = date(int(year), 12, 28).isocalendar().week if year != "0000" else 0
        return f"{year} has {last} weeks as ISO 8601 counts them, and no week {week}: correct it"
    if _ISO_WEEK.fullmatch(text):
        return f"write {one_of(iso)}"
    return f"if its weeks begin on Monday, the first being that of 4 January (ISO 8601), write {one_of(iso)}"


def _day_of_year(text: str) -> str | None:
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    year = found["year"] or found["dashed"] or found["compact"]
    number = int(found["day"] or found["ordinal"] or found["counted"] or found["place"])
    days = 337 + days_of_month(int(year), 2)
    if not 1 <= number <= days:
        return None if found["compact"] else f"{year} has {days} days, and no day {number}: correct it"
    said = f"write {one_of([str(Day(int(year), 1, 1).shifted(number - 1))])}"
    return f"if it is day {number} of {year}, {said}; if it is a year, Y{text}" if found["compact"] else said


def _fiscal(text: str) -> str | None:
    if found := _FISCAL_QUARTER.fullmatch(text):
        return (
            "a fiscal quarter has other months than the year's: write its first and its last, as "
            f'"[{_whole(found["year"])}-01..{_whole(found["year"])}-03]", and the source\'s words into date_wording'
        )
    found = _FISCAL.fullmatch(text)
    if found is None:
        return None
    year, following = int(_whole(found["year"])), found["next"]
    if following and not f"{year + 1}".endswith(following):
        return None
    begins, name = next(
        (begins for word, begins in _BEGUN.items() if word in found["kind"].lower()),
        _BEGUN["tax" if following else "fiscal"],
    )
    # The year is called by the one in which it ends, or by that in which it begins.
    spans = [(year, year + 1)] if following else [(year - 1, year), (year, year + 1)]
    told = " or ".join(f'"[{first:04}-{begins:02}..{last:04}-{begins - 1:02}]"' for first, last in spans)
    return (
        "when it begins depends on whose it is: write its first and its last month, as "
        f"{told} where that is {name}, and the source's words into date_wording"
    )


def _whole(digits: str) -> str:
    return digits if len(digits) > 2 else f"20{digits}"  # noqa: PLR2004 - a year of two digits


def _number(text: str) -> str | None:
    """Return what to write for a number that computers and astronomers have for a time."""
    if found := _SECONDS.fullmatch(text):
        second = _EPOCH + int(found["seconds"])
        day, clock = day_of_second(second), clock_at(second, to_the_second=True)
        return f'if it counts the seconds since 1970, write "{day}T{clock}Z"{_or_a_year(text)}'
    if found := _JULIAN_DAY.fullmatch(text):
        days = float(found["days"] or found["bare"]) - _JULIAN_DAYS + 0.5
        return f"if it is a Julian day, which begins at noon, write {_moment(days, in_utc=True)}{_or_a_year(text)}"
    if found := _MODIFIED.fullmatch(text):
        return f"write {_moment(_MODIFIED_DAYS + float(found['days']), in_utc=True)}"
    if _SERIAL.fullmatch(text):
        return f"if it is a spreadsheet's number of a day, write {_moment(_SHEET + float(text))}{_or_a_year(text)}"
    return None


def _digits_of_a_day(text: str) -> str | None:
    """Return what to write for six or eight digits that may be a day, in whatever order."""
    if not _DIGITS_OF_A_DAY.fullmatch(text):
        return None
    day = "/".join((text[:2], text[2:4], text[4:]))
    backwards = "/".join((text[4:], text[2:4], text[:2]))
    days = dict.fromkeys([*readings(day), *(readings(backwards) if len(text) == 6 else [])])  # noqa: PLR2004 - digits
    month = f"{text[:4]}-{text[4:]}" if _MONTH_OF_A_YEAR.fullmatch(text) else ""
    told = [f"if it is a month, write {one_of([month])}"] if month else []
    told += [f"if it is a day, {'' if told else 'write '}{one_of(days)}"] if days else []
    return f"{'; '.join(told)}{_or_a_year(text)}" if told else None


def _long_count(text: str) -> str | None:
    """Return what to write for a Maya long count."""
    found = _LONG_COUNT.fullmatch(text)
    if found is None or int(found[5]) not in range(20) or int(found[4]) not in range(18):
        return None
    day = sum(int(found[place]) * days for place, days in enumerate(_LONG_UNITS, 1)) + _LONG_COUNTS_BEGIN
    said = one_of([f"{day_of_second(day * DAY)}~"])
    return f"if it is a Maya long count, by the correlation that most take (584283), write {said}"


def _or_a_year(text: str) -> str:
    return f"; if it is a year, Y{text}" if is_date(f"Y{text}") else ""


def _moment(days: float, *, in_utc: bool = False) -> str:
    """Return a day, or a minute of it where there is a part of one, with its words."""
    minutes = round(days * DAY / 60)
    day = day_of_second(minutes * 60)
    if minutes * 60 % DAY == 0:
        return one_of([str(day)])
    return one_of([f"{day}T{clock_at(minutes * 60)}{'Z' if in_utc else ''}"])

"""Dates of other calendars as people type them, and what to write for them."""

# ruff: noqa: RUF001 - letters of other scripts are the point

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from dateline.ground.dates.civil_day import Day
from dateline.ground.dates.edtf import read
from dateline.ground.dates.human import is_date, readings
from dateline.ground.dates.month_names import MONTHS_OF
from dateline.ground.dates.offered import of_calendar
from dateline.ground.dates.other_calendars import CALENDARS, JULIAN, days_of
from dateline.ground.dates.told import in_words
from dateline.ground.dates.values import MONTHS

_JULIAN: Final = re.compile(
    r"(?i)julian[: ]+(?P<date>.+)|(?P<other>.+?)[ ,(]+(?:julian(?: calendar)?|o\.? ?s\.?|old style)\)?"
)
_NAMED: Final = re.compile(
    r"(?i)(?:(?P<day>\d{1,2})(?:st|nd|rd|th)? )?(?P<month>[^\d,]{2,30}?),? (?P<year>\d{1,4})"
    r"(?: ?(?P<era>a\.?h\.?|a\.?m\.?|h|hijri|hebrew|persian|coptic|republican"
    r"|b\.?e\.?|s\.?h\.?|a\.?p\.?|هـ?\.? ?ش|هـ?|هجري|ش))?"
)
_MONTH_FIRST: Final = re.compile(r"(?i)(?P<month>[^\d,]{2,30}?) (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{1,4})")
_ERA: Final = re.compile(
    r"(?i)(?P<year>\d{1,4})(?:[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2}))? ?(?:a\.?h\.?|hijri|هـ?|هجري[ةه]?)"
)
_LEAP_DAY: Final = re.compile(r"(?P<year>\d{4})-02-29[~?%]?")
_DUAL: Final = re.compile(r"(?P<before>.*?\b)(?P<year>1[0-7]\d\d)/(?P<next>\d{1,4})(?P<after>|-\d\d-\d\d|,? \D.*)")
"""A year counted from January and from March: 10 February 1731/2."""
_SPELLINGS: Final = {
    "hijri": {
        "rabi i": 3,
        "rabi ii": 4,
        "rabi al thani": 4,
        "rabi al akhir": 4,
        "rabi al awal": 3,
        "jumada i": 5,
        "jumada ii": 6,
        "jumada al awwal": 5,
        "jumada al thani": 6,
        "jumada al thaniya": 6,
        "shaaban": 8,
        "ramazan": 9,
        "dhu al qada": 11,
        "dhul qada": 11,
        "dhul qadah": 11,
        "zu al qadah": 11,
        "dhu al hijja": 12,
        "dhul hijja": 12,
        "dhul hijjah": 12,
        "zu al hijjah": 12,
        "محرم": 1,
        "المحرم": 1,
        "صفر": 2,
        "ربيع الاول": 3,
        "ربيع الثاني": 4,
        "ربيع الاخر": 4,
        "جمادي الاولي": 5,
        "جمادي الثانيه": 6,
        "جمادي الاخره": 6,
        "رجب": 7,
        "شعبان": 8,
        "رمضان": 9,
        "شوال": 10,
        "ذو القعده": 11,
        "ذي القعده": 11,
        "ذو الحجه": 12,
        "ذي الحجه": 12,
    },
    "hebrew": {
        "ניסן": 1,
        "אייר": 2,
        "סיוון": 3,
        "סיון": 3,
        "תמוז": 4,
        "אב": 5,
        "אלול": 6,
        "תשרי": 7,
        "חשוון": 8,
        "חשון": 8,
        "מרחשוון": 8,
        "מרחשון": 8,
        "כסלו": 9,
        "טבת": 10,
        "שבט": 11,
        "אדר": 12,
        "אדר א": 12,
        "אדר ב": 13,
        "iyyar": 2,
        "tishrei": 7,
        "cheshvan": 8,
        "marcheshvan": 8,
        "teveth": 10,
        "adar i": 12,
        "adar bet": 13,
    },
    "persian": {
        "khordaad": 3,
        "amordad": 5,
        "day": 10,
        "dai": 10,
        "فروردین": 1,
        "اردیبهشت": 2,
        "خرداد": 3,
        "تیر": 4,
        "مرداد": 5,
        "شهریور": 6,
        "مهر": 7,
        "آبان": 8,
        "آذر": 9,
        "دی": 10,
        "بهمن": 11,
        "اسفند": 12,
    },
}
"""Other spellings of months, without their marks."""
_YEARLESS: Final = re.compile(r"(?i)(?:(?P<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?)?(?P<month>[^\d,]{3,30}?)")
_DAY_OR_YEAR: Final = re.compile(r"(?P<month>[^\d,]{3,30}?) (?P<number>\d{1,2})")
_YEARS_AS: Final = {
    "hijri": "1439",
    "hebrew": "5778",
    "persian": "1396",
    "coptic": "1734",
    "armenian": "1466",
    "french-republican": "0008",
    "indian-civil": "1939",
    "bahai": "0174",
}
"""A year of each, as an example: most are of 2017."""
_SOON: Final = 2040
"""What a calendar puts after this year, or before the Common Era, is hardly meant by it."""
_YEAR: Final = 365.2425
_LUNAR_YEAR: Final = 354.367
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_OPEN_YEARS: Final = re.compile(r"(?P<stem>\d{1,3})(?P<open>X{1,3})(?<=^.{4})")
_ETHIOPIAN: Final = (
    ("meskerem",), ("tikimt", "tekemt", "teqemt", "tikmt"), ("hidar", "hedar"), ("tahsas", "tahisas", "tahsaas"),
    ("tir", "ter"), ("yekatit",), ("megabit",), ("miyazya", "miazia", "miyazia"), ("ginbot", "genbot"),
    ("sene", "senie"), ("hamle",), ("nehase", "nehasie"), ("pagume", "pagumen"),
)  # fmt: skip
"""The months of Ethiopia, which are those of the Copts under other names."""
_ETHIOPIAN_BEHIND: Final = 276
"""By how many years Ethiopia counts more than the Copts do."""
_OF_ETHIOPIA: Final = re.compile(
    r"(?i)(?P<day>\d{1,2}) (?P<month>[a-z]{3,8}),? (?P<year>[12]\d{3})(?P<era> ?(?:e\.? ?c\.?|a\.? ?m\.?|ethiopian.*))?"
)
_ALIKE: Final = str.maketrans("ةىیک", "هييك")
"""Letters of Arabic that are typed one for the other."""
_DIGITS: Final = re.compile(r"\d{4}(?:-\d\d){0,2}")


def of_other_calendar(text: str) -> str | None:
    """Return what to write for a date of another calendar; None where none is named."""
    if found := _LEAP_DAY.fullmatch(text):
        return _leap_day(int(found["year"]))
    if (found := _DUAL.fullmatch(text)) and (said := _dual(found)):
        return said
    if found := _JULIAN.fullmatch(text):
        for day in readings(found["date"] or found["other"]):
            if is_date(day, None, JULIAN):
                return of_calendar(day, JULIAN)
    return _day_or_year(text) or _all_named(text) or _of_ethiopia(text)


def _of_ethiopia(text: str) -> str | None:
    """Return what to write for a day that is told as in Ethiopia, whose calendar is not taken."""
    found = _OF_ETHIOPIA.fullmatch(text)
    name = found["month"].lower() if found else ""
    month = next((number for number, names in enumerate(_ETHIOPIAN, 1) if name in names), 0)
    date = _of_year("coptic", int(found["year"]) - _ETHIOPIAN_BEHIND, month, int(found["day"])) if found else ""
    if not date or not month:
        return None
    day = read(date, calendar="coptic").earliest
    return f"write {day} for {in_words(read(str(day)))}, and the date as the source writes it into date_wording"


def _all_named(text: str) -> str | None:
    return "; or ".join(of_calendar(date, calendar) for date, calendar in named_in(text)) or None


def _day_or_year(text: str) -> str | None:
    """Return what to ask for where the number behind a month may be that of a day as well as a year: Ramadan 17."""
    found = _DAY_OR_YEAR.fullmatch(text)
    if found is None or found["month"].lower() == "day":  # as it counts days in English
        return None
    asked, year = yearless_of_other(f"{found['number']} {found['month']}"), _all_named(text)
    return f"{asked}; if {found['number']} is the year, {year}" if asked and year else asked


def of_this_calendar(text: str, calendar: str) -> str | None:
    """Return what to write for a text that is to be a date of a calendar; None where nobody can say."""
    if said := _day_or_year(text):
        return said
    if years := _OPEN_YEARS.fullmatch(text):
        ends = [f"{years['stem']}{digit * len(years['open'])}" for digit in "09"]
        whole = f"[{ends[0]}..{ends[1]}]"
        return f'write "{whole}"' if is_date(whole, None, calendar) else None
    padded = "-".join(part.zfill(2 if place else 4) for place, part in enumerate(text.split("-")))
    found = [padded] if _DIGITS.fullmatch(padded) and is_date(padded, None, calendar) else []
    found = found or [date for date, named in named_in(text) if named == calendar]
    if not found and calendar == JULIAN:
        inner = _JULIAN.fullmatch(text)
        typed = inner["date"] or inner["other"] if inner else text
        found = [day for day in readings(typed) if is_date(day, None, calendar)]
    if found:
        days = (f'"{day}" for {in_words(read(day, calendar=calendar))}' for day in found)
        return f"write {', or '.join(days)}"
    others = [(date, named) for date, named in named_in(text) if named != calendar]
    return "; or ".join(of_calendar(*other) for other in others) or None


def _leap_day(year: int) -> str | None:
    """Return what to write for a 29 February that the Gregorian calendar does not have."""
    if not year:
        return None
    if year % 100 == 0:
        return f"if the source dates by the Julian calendar, {of_calendar(f'{year:04}-02-29', JULIAN)}"
    return f"write {year:04}-02-28 or {year:04}-03-01, whichever the source means"


def named_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield the dates, each with its calendar, that a text names by a month of another one or by its era."""
    if found := _ERA.fullmatch(text):
        parts = [found["year"].zfill(4), *(part.zfill(2) for part in (found["month"], found["day"]) if part)]
        yield from ((date, "hijri") for date in ["-".join(parts)] if is_date(date, None, "hijri"))
        return
    found = _NAMED.fullmatch(text) or _MONTH_FIRST.fullmatch(text)
    if found is None:
        return
    if not found["day"] and found["month"].lower() == "day":  # a month of Persia only behind a number
        return
    is_own = bool(found.groupdict().get("era"))
    for calendar, month in _months().get(_folded(found["month"]), ()):
        day = int(found["day"]) if found["day"] else None
        yield from ((date, calendar) for date in dates_of(calendar, int(found["year"]), month, day, is_own=is_own))


def yearless_of_other(text: str) -> str | None:
    """Return what to ask for where a day or a month of another calendar has no year; None for another text."""
    found = _YEARLESS.fullmatch(text)
    known = _months().get(_folded(found["month"])) if found else None
    if found is None or not known:
        return None
    calendar, month = known[0]
    date = _of_year(calendar, int(_YEARS_AS[calendar]), month, int(found["day"]) if found["day"] else None)
    missing = "the year is missing: put it before the month and the day, as"
    return f'{missing} date: "{date}" and calendar: {calendar}' if date else None


def dates_of(calendar: str, year: int, month: int, day: int | None, *, is_own: bool = False) -> Iterator[str]:
    """Yield the months or days that are meant: of a year of the calendar or, if that is far off, of one of ours.

    Ramadan 1438 is of that year, Ramadan 2017 of 1438, and Tishri 2017 of 5778.
    """
    own = _of_year(calendar, year, month, day)
    when = read(own, calendar=calendar) if own else None
    is_far = when is None or when.latest is None or not 1 <= when.latest.year <= _SOON
    if not is_own and is_far:
        yield from _of_our_year(calendar, year, month, day)
    if own and (is_own or not is_far):
        yield own


def _of_year(calendar: str, year: int, month: int, day: int | None) -> str:
    """Return a month or a day of a year as EDTF writes it; "" where that year has none such."""
    date = f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")
    return date if is_date(date, None, calendar) else ""


def _of_our_year(calendar: str, year: int, month: int, day: int | None) -> Iterator[str]:
    """Yield what began or ended in a year of the Common Era."""
    begun = CALENDARS[calendar].first_year
    passed = Day(year, 1, 1).toordinal() - days_of(calendar, begun)[0]
    guess = begun + int(passed // (_LUNAR_YEAR if calendar == "hijri" else _YEAR))
    for date in (_of_year(calendar, one, month, day) for one in range(guess - 1, guess + 3)):
        when = read(date, calendar=calendar) if date else None
        if when and when.earliest and when.latest and year in {when.earliest.year, when.latest.year}:
            yield date


@lru_cache(maxsize=1)
def _months() -> dict[str, tuple[tuple[str, int], ...]]:
    """Return what months are called, without marks and signs, each with its calendars and numbers."""
    found: dict[str, tuple[tuple[str, int], ...]] = {}
    for calendar, months in MONTHS_OF.items():
        spelt = {_folded(name): number for number, name in enumerate(months, 1)}
        spelt |= {_folded(name): number for name, number in _SPELLINGS.get(calendar, {}).items()}
        for name, number in spelt.items():
            found[name] = (*found.get(name, ()), (calendar, number))
    return found


def _folded(text: str) -> str:
    """Return a name in small letters without marks, signs and hyphens."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("-", " ")).translate(_ALIKE)
    return " ".join("".join(one for one in letters if one.isalpha() or one == " ").split())


def _dual(found: re.Match[str]) -> str | None:
    """Return what to write for a year that is told in two ways."""
    following = f"{int(found['year']) + 1}"
    if not following.endswith(found["next"]):
        return None
    kept = "and the date as the source writes it into date_wording"
    if not (found["before"] or found["after"]):
        is_month = 1 <= int(found["next"]) <= len(MONTHS)
        month = f"write {found['year']}-{int(found['next']):02} for that month; " if is_month else ""
        return (
            f"{month}if it lasted from the one year to the other, write {found['year']}/{following}; "
            f"if it is one year, counted in two ways, {following}, {kept}"
        )
    for one in readings(f"{found['before']}{following}{found['after']}"):
        julian = f"; {of_calendar(one, JULIAN)}, if the day is Julian" if _DAY.fullmatch(one) else ""
        return f"the year is {following} as it is counted now: write {one}{julian}, {kept}"
    return None

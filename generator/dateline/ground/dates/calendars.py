"""Other calendars, as far as a message can help: they are no part of a date yet."""

import re
from typing import Final

from dateline.ground.dates.civil_day import Day
from dateline.ground.dates.edtf import read
from dateline.ground.dates.human import readings
from dateline.ground.dates.in_words import in_words
from dateline.ground.dates.values import MONTHS

_JULIAN: Final = re.compile(
    r"(?i)julian[: ]+(?P<date>.+)|(?P<other>.+?)[ ,(]+(?:julian(?: calendar)?|o\.? ?s\.?|old style)\)?"
)
_ISLAMIC: Final = r"muharram|safar|rabi|jumada|rajab|sha'?ban|ramadan|shawwal|dh?u[ -]?al|dhul|hijr[ia]|a\.?h\.?"
_OTHER: Final = re.compile(
    rf"(?i).*\b(?:{_ISLAMIC}|farvardin|ordibehesht|khordad|mordad|shahrivar|mehr|aban|azar|bahman|esfand|nisan"
    rf"|iyar|sivan|tammuz"
    r"|tishri|cheshvan|kislev|tevet|shevat|adar|vendémiaire|brumaire|frimaire|nivôse|thermidor|fructidor|hebrew|coptic"
    r"|ethiopian|persian|solar|lunar)(?!\w).*"
)
_LEAP_DAY: Final = re.compile(r"(?P<year>\d{4})-02-29[~?%]?")
_DUAL: Final = re.compile(r"(?P<before>.*?\b)(?P<year>1[0-7]\d\d)/(?P<next>\d{1,4})(?P<after>|,? \D.*)")
"""A year counted from January and from March: 10 February 1731/2."""
_JULIAN_EPOCH: Final = 1721117
"""The Julian day number of 1 March of the year 0 of the Julian calendar, less one day of the month."""
_ORDINAL_OF_DAY_ZERO: Final = 1721425
"""The Julian day number of the day before 1 January of the year 1, Gregorian."""
_LEAP_YEARS: Final = 4
_FEBRUARY: Final = 2
_KEPT: Final = "and put the date as the source writes it into date_note"


def advice(text: str) -> str | None:
    """Return what to write for a date of another calendar; None where none is named."""
    if (found := _LEAP_DAY.fullmatch(text)) and int(found["year"]) % 100 == 0 and int(found["year"]):
        day = gregorian(int(found["year"]), _FEBRUARY, 29)
        return f"if the source dates by the Julian calendar, write {day}, the same day by the Gregorian one, {_KEPT}"
    if found := _LEAP_DAY.fullmatch(text):
        return (
            f"write {found['year']}-02-28 or {found['year']}-03-01, whichever the source means"
            if int(found["year"])
            else None
        )
    if (found := _DUAL.fullmatch(text)) and (said := _dual(found)):
        return said
    if found := _JULIAN.fullmatch(text):
        days = [one for one in readings(found["date"] or found["other"]) if re.fullmatch(r"\d{4}-\d\d-\d\d", one)]
        if days:
            year, month, day_of_month = map(int, days[0].split("-"))
            same = gregorian(year, month, day_of_month)
            return f"dates are Gregorian here: write {same}, the same day as {in_words_of(days[0])} (Julian), {_KEPT}"
    if _JULIAN.fullmatch(text) or _OTHER.fullmatch(text):
        not_taken = "dates are Gregorian here, and other calendars not taken yet"
        return f"{not_taken}: convert it, write that day as 2031-03-06, {_KEPT}"
    return None


def _dual(found: re.Match[str]) -> str | None:
    """Return what to write for a year that is told in two ways."""
    following = f"{int(found['year']) + 1}"
    if not following.endswith(found["next"]):
        return None
    if not (found["before"] or found["after"]):
        is_month = 1 <= int(found["next"]) <= len(MONTHS)
        month = f"write {found['year']}-{int(found['next']):02} for that month; " if is_month else ""
        return (
            f"{month}if it lasted from the one year to the other, write {found['year']}/{following}; "
            f"if it is one year, counted in two ways, {following}, {_KEPT}"
        )
    for one in readings(f"{found['before']}{following}{found['after']}"):
        if re.fullmatch(r"\d{4}-\d\d-\d\d", one):
            same = gregorian(*map(int, one.split("-")))
            return f"the year is {following} as it is counted now: write {one}, or {same} if the day is Julian, {_KEPT}"
        return f"the year is {following} as it is counted now: write {one}, {_KEPT}"
    return None


def gregorian(year: int, month: int, day: int) -> Day:
    """Return the day of the (proleptic) Gregorian calendar for one of the Julian calendar."""
    shifted, years = (month - 3) % 12, year - (month <= _FEBRUARY)
    number = _JULIAN_EPOCH + day + (153 * shifted + 2) // 5 + 365 * years + years // _LEAP_YEARS
    return Day.fromordinal(max(1, number - _ORDINAL_OF_DAY_ZERO))


def in_words_of(text: str) -> str:
    """Return a plain date in words."""
    return in_words(read(text))

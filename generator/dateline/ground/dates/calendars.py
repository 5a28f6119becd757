"""Other calendars, as far as a message can help: they are no part of a date yet."""

import re
from datetime import date
from typing import Final

from dateline.ground.dates.edtf import read
from dateline.ground.dates.human import readings
from dateline.ground.dates.in_words import in_words

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


def gregorian(year: int, month: int, day: int) -> date:
    """Return the day of the (proleptic) Gregorian calendar for one of the Julian calendar."""
    shifted, years = (month - 3) % 12, year - (month <= _FEBRUARY)
    number = _JULIAN_EPOCH + day + (153 * shifted + 2) // 5 + 365 * years + years // _LEAP_YEARS
    return date.fromordinal(max(1, number - _ORDINAL_OF_DAY_ZERO))


def in_words_of(text: str) -> str:
    """Return a plain date in words."""
    return in_words(read(text))

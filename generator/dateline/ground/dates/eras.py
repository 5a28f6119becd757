"""Years before the Common Era and beyond 9999 as people type them: "431 BC", "12025", "-430"."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.ground.dates.civil_day import number_of_year, years_as_written
from dateline.ground.dates.edtf import PLAIN

_ERA: Final = r"(?:B\. ?C\.(?: ?E\.)?|BCE?\b|v\. ?Chr\.|av\. ?J\.?-C\.)"
_YEAR_BEFORE: Final = re.compile(rf"(?i)(?P<before>.*?)(?<![\d-])(?P<year>\d{{1,5}}) ?{_ERA}(?P<after>.*)")
_BEFORE_YEAR: Final = re.compile(r"(?i)(?P<before>.*?)\bBCE? (?P<year>\d{1,5})(?P<after>(?!\d).*)")
_LONG_BEFORE: Final = re.compile(rf"(?i)(?P<year>[1-9]\d{{4,10}}) ?{_ERA}")
_DECADE_BEFORE: Final = re.compile(rf"(?i)(?:the )?(?P<decade>\d{{1,3}}0)['’]?s,? ?{_ERA}")
_CENTURY_BEFORE: Final = re.compile(rf"(?i)(?P<century>.*\b(?:c\.?|cent\.?|century)) ?{_ERA}")
SIGNED: Final = re.compile(r"Y?-(?P<year>\d{1,11})(?P<rest>(?:-\d\d-\d\d|(?<=\d{3})-\d\d)?[~?%]?)")
_BEYOND: Final = re.compile(
    r"(?:Y|\+)?(?:(?P<year>[1-9]\d{4,10})(?P<mark>[~?%]?)|(?P<of_day>[1-9]\d{4})(?:-\d\d){1,2})"
)
_FEW_DIGITS: Final = re.compile(r"Y0*(?P<year>\d{1,4})(?P<mark>[~?%]?)")
_EXPONENT: Final = re.compile(r"(?i)Y(?P<sign>-?)(?P<digits>\d{1,6})E(?P<zeros>\d{1,2})")
_COMPACT_DAY: Final = re.compile(r"[12]\d{3}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_CENTURY: Final = re.compile(r"(?P<century>\d\d)XX(?P<mark>[~?%]?)")
_MOST_DIGITS: Final = 11
FIRST_CENTURY: Final = "[0001..0099]"
"""There is no year 0 in it, which 00XX would have."""


def without_era(text: str) -> str | None:
    """Return a text without its "BC", its year in four digits, so that it is read like any other; None without one."""
    if found := _CENTURY_BEFORE.fullmatch(text):
        return found["century"]
    found = _YEAR_BEFORE.fullmatch(text) or _BEFORE_YEAR.fullmatch(text)
    return f"{found['before']}{int(found['year']):04}{found['after']}" if found and int(found["year"]) else None


def has_era(text: str) -> bool:
    """Return whether a text names the time before the Common Era."""
    return without_era(text) is not None


def before_common_era(reading: str) -> str | None:
    """Return the date before the Common Era for what was read without its era: 0431-03 is -0430-03, 04XX is -04XX."""
    if reading == FIRST_CENTURY:
        return "-00XX"
    if _CENTURY.fullmatch(reading):
        return f"-{reading}"
    mark = reading[-1:] if reading[-1:] in "~?%" else ""
    plain = PLAIN.fullmatch(reading.removesuffix(mark))
    if plain is None or number_of_year(plain["year"]) < 1:
        return None
    return f"{years_as_written(1 - number_of_year(plain['year']))}{plain[0][len(plain['year']) :]}{mark}"


def with_other_years(text: str) -> Iterator[str]:
    """Yield the decades before the Common Era, signed years and those beyond 9999 that a text may mean."""
    if found := _LONG_BEFORE.fullmatch(text):
        yield years_as_written(1 - int(found["year"]))
    elif found := _DECADE_BEFORE.fullmatch(text):
        year = int(found["decade"])
        yield f"[{years_as_written(-8 - year)}..{years_as_written(1 - year)}]"
    elif (found := SIGNED.fullmatch(text)) and int(found["year"]):
        # People count 430 BCE as -430, EDTF counts 431 BCE so; the editor sees both in words.
        yield from (f"{years_as_written(-number)}{found['rest']}" for number in _both(int(found["year"])))
    elif (found := _BEYOND.fullmatch(text)) and not _COMPACT_DAY.fullmatch(text):
        yield f"Y{found['year'] or found['of_day']}{found['mark'] or ''}"
    elif found := _FEW_DIGITS.fullmatch(text):
        yield f"{int(found['year']):04}{found['mark']}"
    elif (found := _EXPONENT.fullmatch(text)) and int(found["zeros"]) + len(found["digits"]) <= _MOST_DIGITS:
        yield years_as_written(int(f"{found['sign']}{found['digits']}{'0' * int(found['zeros'])}"))


def _both(number: int) -> tuple[int, int]:
    return number, number - 1

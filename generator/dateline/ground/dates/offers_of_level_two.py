"""Forms of EDTF that are not taken here, and those that are with a slip: what to write for each."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.ground.dates.civil_day import years_as_written
from dateline.ground.dates.human import is_date
from dateline.ground.dates.offered import one_of

_SIGNIFICANT: Final = re.compile(r"Y?(?P<sign>-?)(?P<digits>\d{1,11})(?:E(?P<zeros>\d))?S(?P<count>\d{1,2})")
_PARTS: Final = {37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12)}
"""What stands in the place of a month for a third or a half of a year, and the months that it has."""
_PART: Final = re.compile(r"(?P<year>\d{4})-(?P<code>3[789]|4[01])")
_INSIDE: Final = re.compile(r"(?=.*X\d)[\dX]{4}(?:-[\dX]{2}){0,2}")
"""A date of which a digit is left out before one that is known."""
_MOST: Final = 12
"""So many dates are listed at most."""
_MARKED_SET: Final = re.compile(r"(?P<opening>[\[{])(?P<inside>[^\]}]+)(?P<closing>[\]}])(?P<mark>[~?%])")
_TOO_LONG: Final = re.compile(r"Y?-?\d{12,}")
_MOST_DIGITS: Final = 11


def of_level_two(text: str) -> str | None:
    """Return what to write for a form of EDTF that is not taken; None for another text."""
    if (large := text.upper()) != text and is_date(large):
        return f"write {one_of([large])}"
    if _TOO_LONG.fullmatch(text) and text[:1] in "Y-":
        return f"a year has at most {_MOST_DIGITS} digits here: correct it"
    return _significant(text) or _part_of_a_year(text) or _inside(text) or _marked(text)


def _significant(text: str) -> str | None:
    """Return what to write for a year of which so many digits count: 1950S2 is some year from 1900 to 1999."""
    found = _SIGNIFICANT.fullmatch(text)
    if found is None:
        return None
    year = int(found["digits"]) * 10 ** int(found["zeros"] or 0)
    left = len(str(year)) - int(found["count"])
    if left <= 0 or not int(found["count"]):
        return None
    first = year - year % 10**left
    ends = sorted(-end if found["sign"] else end for end in (first, first + 10**left - 1))
    whole = f"[{years_as_written(ends[0])}..{years_as_written(ends[1])}]"
    if len(str(year)) == len("1950"):
        whole = f"{found['sign']}{str(year)[:-left]}{'X' * left}"
    return f"write {one_of([whole])}; the year that is reckoned stands in date_note" if is_date(whole) else None


def _part_of_a_year(text: str) -> str | None:
    found = _PART.fullmatch(text)
    if found is None:
        return None
    year, code = found["year"], int(found["code"])
    first, last = _PARTS[code]
    months = f"[{year}-{first:02}..{year}-{last:02}]"
    what = "a third" if last - first < _MOST // 3 else "a half"
    told = f"if it is {what} of the year, as EDTF counts them, write {one_of([months])}"
    other = f"{year[:2]}{code}"
    return f"{told}; if it lasted so many years, {year}/{other}" if other > year else told


def _inside(text: str) -> str | None:
    """Return what to write for a date that lacks a digit before one that is known: each day that it may be."""
    if not _INSIDE.fullmatch(text):
        return None
    found = list(_filled(text))
    if len(found) > _MOST:
        return "X stands for the last digits of a year, of a month or of a day: write X for all that follow it there"
    return f'write "[{",".join(found)}]"' if len(found) > 1 else f"write {one_of(found)}" if found else None


def _filled(text: str) -> Iterator[str]:
    """Yield every date of whole digits that a text may be, as far as one more than is listed."""
    known = [""]
    for place, char in enumerate(text):
        known = [f"{begun}{digit}" for begun in known for digit in ("0123456789" if char == "X" else char)]
        if place in {6, 9}:
            known = [begun for begun in known if _may_be(begun)]
        if len(known) > _MOST * 100:
            break
    yield from (one for one in known if len(one) == len(text) and _may_be(one))


def _may_be(text: str) -> bool:
    """Return whether a text is a date, and of a month no season."""
    return is_date(text) and int((text.split("-")[1:2] or ["0"])[0]) <= 12  # noqa: PLR2004 - months


def _marked(text: str) -> str | None:
    """Return what to write for a set with a mark behind it: each of its dates has it."""
    found = _MARKED_SET.fullmatch(text)
    if found is None:
        return None
    inside = re.sub(r"(?<=[\dX])(?=,|$|\.\.)", found["mark"], found["inside"])
    whole = f"{found['opening']}{inside}{found['closing']}"
    return f'write "{whole}"' if is_date(whole) else None

"""One date in words: a day, a month, a year, a season, or one of which digits are not known."""

import re
from functools import lru_cache
from typing import Final

from dateline.ground.dates import seasons
from dateline.ground.dates.civil_day import FIRST_LONG_YEAR, Day, number_of_year, years_as_written
from dateline.ground.dates.edtf import PLAIN, QUALIFIED, SINGLE
from dateline.ground.dates.unspecified import OpenDate, bounds, open_date, years
from dateline.ground.languages import ENGLISH, Language, marked, marked_in

_MARKS: Final = {
    "~": marked("about %(date)s"),
    "?": marked("perhaps %(date)s"),
    "%": marked("perhaps about %(date)s"),
}
_NAMES: Final = {
    "day": marked_in("part of a date", "day"),
    "month": marked_in("part of a date", "month"),
    "year": marked_in("part of a date", "year"),
}
_MEANS: Final = {
    "~": marked("the %(parts)s approximate"),
    "?": marked("the %(parts)s uncertain"),
    "%": marked("the %(parts)s uncertain and approximate"),
}
"""What is told of parts of a date: "the month and year approximate"."""
_PARTS: Final = ("year", "month", "day")
_SHOWN: Final = {(0, 1): "year", (0, 2): "month and year", (0, 3): "all", (1, 2): "month", (1, 3): "day and month"}
"""Which parts of a date are told, by how many are left out before them and how many it has."""
_LEAST_PLAIN_YEAR: Final = 100
_A_LEAP_YEAR: Final = 2000
_DECADE: Final = 10
_CENTURY: Final = 100
_ORDINALS: Final = {
    "one": marked_in("ordinal", "%(number)sst"),
    "two": marked_in("ordinal", "%(number)snd"),
    "few": marked_in("ordinal", "%(number)srd"),
    "other": marked_in("ordinal", "%(number)sth"),
}
"""By CLDR's name of a number's ordinal form."""


def has_plain_number(year: int) -> bool:
    """Return whether a year is of three or four digits, so that its number alone is taken for a year."""
    return _LEAST_PLAIN_YEAR <= year < FIRST_LONG_YEAR


def code_of(plain: re.Match[str] | None) -> int:
    """Return what stands in the place of the month, 0 where nothing does."""
    return int(plain["month"] or 0) if plain else 0


def before_in_words(text: str, following: str, language: Language) -> str:
    """Return a date in words without the month and the year, where what follows has the same."""
    one, other = PLAIN.fullmatch(text), PLAIN.fullmatch(following.rstrip("~?%"))
    if one is None or other is None or text == other[0] or not language.shares_ends:
        return single_in_words(text, language, is_part=True)
    if _count(one) != _count(other):
        return single_in_words(text, language, is_part=True)
    if code_of(one) in seasons.CODES or code_of(other) in seasons.CODES:
        return single_in_words(text, language, is_part=True)
    if _count(one) == 1 and max(map(_year_of, (one, other))) < 1:
        return str(1 - _year_of(one))  # 431 to 404 BCE
    shared = 0
    while one[_PARTS[shared]] == other[_PARTS[shared]]:
        shared += 1
    return plain_in_words(text, language, shared)


def _count(plain: re.Match[str]) -> int:
    """Return how many parts a date has."""
    return sum(plain[part] is not None for part in _PARTS)


def _year_of(plain: re.Match[str]) -> int:
    return number_of_year(plain["year"])


def single_in_words(text: str, language: Language, *, is_part: bool = False) -> str:
    """Return the words of a date that is no span and no set; anything else, which is in words already, as it is.

    As a part of one of these, what is said of its parts stands in brackets.
    """
    if single := SINGLE.fullmatch(text):
        plain, unspecified = single["plain"], single["open"]
        words = plain_in_words(plain, language) if unspecified is None else _unspecified(unspecified, language)
        return with_mark(single["mark"], words, language)
    qualified = QUALIFIED.fullmatch(text)
    return text if qualified is None else _qualified(qualified, language, is_part=is_part)


def with_mark(mark: str, words: str, language: Language) -> str:
    """Return words with what a mark says: "about 2017"."""
    return language.gettext(_MARKS[mark], date=words) if mark else words


@lru_cache(maxsize=65536)
def plain_in_words(plain: str, language: Language, shared: int = 0) -> str:
    """Return a plain date in words, without its first `shared` parts: the year, then the month."""
    found = PLAIN.fullmatch(plain)
    if found is None:
        return plain
    year, code, count = _year_of(found), code_of(found), _count(found)
    if code in seasons.CODES:
        # 431–430 BCE says the era once.
        first = str(1 - year) if year < 0 and seasons.is_of_two_years(code) else year_in_words(year, language)
        return seasons.in_words(first, year_in_words(year + 1, language), code, language)
    words = language.date((year, code or 1, int(found["day"] or 1)), _SHOWN.get((shared, count), "day"))
    return words if shared else _with_era(year, words, language)


def _with_era(year: int, words: str, language: Language) -> str:
    if year < 1:
        return language.gettext("%(date)s BCE", date=words)
    return words if year >= _LEAST_PLAIN_YEAR else language.gettext("%(date)s CE", date=words)


def year_in_words(year: int, language: Language = ENGLISH) -> str:
    """Return a year: "2017", "431 BCE"; "33 CE", since two digits alone would be read as something else."""
    return plain_in_words(years_as_written(year), language)


def month_in_words(day: Day, language: Language = ENGLISH, *, short: bool = False) -> str:
    """Return the month of a day with its year: "November 2017"; short, "Nov 2017"."""
    words = language.date(day, "short month and year" if short else "month and year")
    return _with_era(day.year, words, language)


def _unspecified(text: str, language: Language) -> str:
    """Return a date of which digits are not known: "some day in November 2017", "5 January of an unknown year"."""
    parts = open_date(text)
    if parts is None:
        return text
    year, month, day = (None if part is None or set(part) == {"X"} else part for part in parts)
    if year is not None and month is None and day is None:
        return _open_year(year, language)
    if year is None or not year.lstrip("-").isdecimal():
        return _of_an_open_year(parts, language)
    if month is None and (day or "").isdecimal():
        told = plain_in_words(year, language)
        return language.gettext("day %(day)s of an unknown month of %(year)s", day=str(int(day or 0)), year=told)
    if day is None and (month or "").isdecimal():
        return language.gettext("some day in %(month)s", month=plain_in_words(f"{year}-{month}", language))
    first, last = bounds(text, parts)
    length = None if day else -len("-01")
    return _some_time(str(first)[:length], str(last)[:length], language)


def _open_year(year: str, language: Language) -> str:
    if year.lstrip("-").isdecimal():
        return language.gettext("some time in %(year)s", year=plain_in_words(year, language))
    found = years(year)
    return years_in_words(found[0], found[-1], language, is_before=year.startswith("-"))


def _of_an_open_year(parts: OpenDate, language: Language) -> str:
    """Return a day or a month of one year of several: "25 December of a year from 1560 to 1569"."""
    month, day = parts.month or "", parts.day or "XX"
    if not month.isdecimal() or not (day.isdecimal() or day == "XX"):
        first_day, last_day = bounds("-".join(filter(None, parts)), parts)
        return _some_time(str(first_day), str(last_day), language)
    when = (_A_LEAP_YEAR, int(month), int(day) if day.isdecimal() else 1)
    told = language.date(when, "day and month" if day.isdecimal() else "month")
    if parts.has_no_year:
        return language.gettext("%(day)s of an unknown year", day=told)
    found = years(parts.year)
    first, last = (years_as_written(year) for year in (found[0], found[-1]))
    return language.gettext(
        "%(day)s of a year from %(first)s to %(last)s",
        day=told,
        first=before_in_words(first, last, language),
        last=plain_in_words(last, language),
    )


def _some_time(first: str, last: str, language: Language) -> str:
    if first == last:
        return plain_in_words(first, language)
    told = {"first": before_in_words(first, last, language), "last": plain_in_words(last, language)}
    return language.gettext("some time %(span)s", span=language.gettext("from %(first)s to %(last)s", **told))


def years_in_words(first: int, last: int, language: Language, *, is_before: bool) -> str:
    """Return a decade or a century: "the 1990s", "the 1600s"; what these words would leave open, in full."""
    count = last - first + 1
    if is_before and count > _DECADE and -last // _CENTURY == -first // _CENTURY:
        told = {"first": str(1 - first), "last": year_in_words(last, language)}
        number = ordinal_in_words(-last // _CENTURY + 1, language)
        return language.gettext("the %(number)s century BCE (%(first)s to %(last)s)", number=number, **told)
    is_short = count <= _CENTURY and (count <= _DECADE) <= bool(first % _CENTURY)
    if not is_short or not has_plain_number(first):
        is_one_era = (first < 1) == (last < 1)
        begins = str(first if first > 0 else 1 - first) if is_one_era else year_in_words(first, language)
        return language.gettext("the years %(first)s to %(last)s", first=begins, last=year_in_words(last, language))
    return decade_in_words(first, language) if count <= _DECADE else language.gettext("the %(year)ss", year=str(first))


def ordinal_in_words(number: int, language: Language = ENGLISH) -> str:
    """Return a number as the one of a row: "1st", "2nd", "23rd", "5th"."""
    form = language.locale.ordinal_form(number)
    return language.pgettext("ordinal", _ORDINALS.get(form, _ORDINALS["other"]), number=str(number))


def decade_in_words(first: int, language: Language = ENGLISH) -> str:
    """Return a decade by its first year: "the 1990s"."""
    return language.pgettext("decade", "the %(year)ss", year=str(first))


def _qualified(match: re.Match[str], language: Language, *, is_part: bool) -> str:
    """Return a date with marks at its parts: "11 June 2004, the month and year approximate"."""
    parts = [name for name in _PARTS if match[name]]
    marks = {name: match[f"before_{name}"] for name in parts}
    for place, name in enumerate(parts):
        for before in parts[: place + 1]:  # A mark behind a part is for all before it as well.
            marks[before] += match[f"after_{name}"]
    plain = plain_in_words("-".join(match[name] for name in parts), language)
    said = {name: _mark(marks[name]) for name in parts}
    if len(set(said.values())) == 1:
        return with_mark(said[parts[0]], plain, language)
    told: dict[str, list[str]] = {}
    for name in reversed(parts):
        if said[name]:
            told.setdefault(said[name], []).append(language.pgettext("part of a date", _NAMES[name]))
    notes = [language.gettext(_MEANS[mark], parts=language.listed(names, "standard")) for mark, names in told.items()]
    if is_part:
        return language.gettext("%(date)s (%(doubts)s)", date=plain, doubts=language.listed(notes))
    return language.listed([plain, *notes])


def _mark(marks: str) -> str:
    both = {"~", "?"} <= set(marks) or "%" in marks
    return "%" if both else marks[:1]

"""Dates in English words, by rule."""

import itertools
import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from dateline.ground.dates.edtf import PLAIN, QUALIFIED, SINGLE
from dateline.ground.dates.values import MONTHS, WEEKDAYS, Edtf, Meaning, periods_between

FIRST_GREGORIAN_DAY: Final = date(1582, 10, 15)
"""Before it sources dated by other calendars, and no weekday is told that no source gives."""
_MARKS: Final = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PARTS: Final = ("year", "month", "day")
_LEAST_PLAIN_YEAR: Final = 100


def in_words(when: Edtf) -> str:
    """Return the date in English words: "17 November 2017", "about 2017", "11 or 12 November 2017"."""
    text = when.text
    if _DAY.fullmatch(text):
        return _plain_in_words(text)
    if when.members:
        told = [words for member in when.members for words in _neighbours(member) or (_member(member),)]
        return _listed(told, "and" if when.meaning is Meaning.EACH else "or")
    if when.begin is not None or when.end is not None:
        return _span(when)
    return _single(text)


def _neighbours(member: Edtf) -> tuple[str, ...]:
    """Return both sides of a range in a set that has nothing between them, which are then two members; else nothing."""
    begin, end = member.begin, member.end
    if begin is None or end is None or not (PLAIN.fullmatch(begin.text) and PLAIN.fullmatch(end.text)):
        return ()
    if begin.earliest is None or end.latest is None or len(begin.text) != len(end.text):
        return ()
    units = periods_between(begin.earliest, end.latest, begin.precision, 2)
    return units if units == (begin.text, end.text) else ()


def _member(member: Edtf) -> str:
    """Return a member of a set: plain ones as they are written, so that what they share can be said once."""
    if member.begin is None and member.end is None:
        return member.text
    span = _span(member)
    if member.begin is not None and member.end is not None:
        span = f"from {span.removeprefix('from ')}"
    if member.meaning is not Meaning.LASTS:
        return f"some time {span}"
    side = member.begin or member.end
    unit = side.precision.value if side is not None else ""
    return f"each {unit} {span}"


def _listed(members: Sequence[str], conjunction: str) -> str:
    """Join the members, each without what the next one says again."""
    told = [_before(one, following) for one, following in itertools.pairwise(members)]
    *others, last = [*told, _single(members[-1])]
    return f"{', '.join(others)} {conjunction} {last}" if others else last


def _span(when: Edtf) -> str:
    begin, end = when.begin, when.end
    if begin is None or end is None:
        is_doubt = when.meaning is Meaning.DOUBT
        return f"until {_single(end.text)}" if end else f"from {_single(begin.text) if begin else ''}{' on' * is_doubt}"
    if begin.text == end.text:
        return _single(begin.text)
    if (marked := SINGLE.fullmatch(begin.text)) and marked["mark"] and not end.is_marked:
        # Without "from", the doubt would seem to be of the whole.
        return f"from {_MARKS[marked['mark']]}{_before(marked['plain'], end.text)} to {_single(end.text)}"
    return f"{_before(begin.text, end.text)} to {_single(end.text)}"


def _before(text: str, following: str) -> str:
    """Return a date in words without the month and the year, where what follows has the same."""
    one, other = PLAIN.fullmatch(text), PLAIN.fullmatch(following.rstrip("~?%"))
    if one is None or other is None or len(text) != len(other[0]) or text == other[0]:
        return _single(text)
    shared = 0
    while one[_PARTS[shared]] == other[_PARTS[shared]]:
        shared += 1
    return _plain_in_words(text, shared)


def _single(text: str) -> str:
    """Return the words of a date that is no span and no set; anything else, which is in words already, as it is."""
    if single := SINGLE.fullmatch(text):
        words = _plain_in_words(single["plain"]) if single["open"] is None else _unspecified(single["open"])
        return _MARKS.get(single["mark"], "") + words
    qualified = QUALIFIED.fullmatch(text)
    return text if qualified is None else _qualified(qualified)


def _plain_in_words(plain: str, shared: int = 0) -> str:
    """Return a plain date in words, without its first `shared` parts: the year, then the month."""
    parts = plain.split("-")
    return " ".join(_part(index, parts[index]) for index in reversed(range(shared, len(parts))))


def _part(index: int, part: str) -> str:
    if index == 0:
        return year_in_words(int(part))
    return MONTHS[int(part) - 1] if index == 1 else part.lstrip("0")


def year_in_words(year: int) -> str:
    """Return a year: "2017", "476", "33 CE", since a number of two digits alone would be read as something else."""
    return str(year) if year >= _LEAST_PLAIN_YEAR else f"{year} CE"


def _unspecified(text: str) -> str:
    if text.endswith("-XX"):
        rest = text.replace("-XX", "")
        return f"some {'day' if '-' in rest else 'time'} in {_plain_in_words(rest)}"
    return _round(text.lower())


def _round(period: str) -> str:
    """Return a decade or a century: "the 1990s", "the 1600s"; what these words would leave open, in full."""
    first, last = int(period.replace("x", "0")) or 1, int(period.replace("x", "9"))
    is_decade = not period.endswith("xx")
    if first < _LEAST_PLAIN_YEAR or (is_decade and first % 100 == 0):
        return f"the years {first} to {year_in_words(last)}"
    return f"the {first}s"


def _qualified(match: re.Match[str]) -> str:
    """Return a date with marks at its parts: "11 June 2004, the month and year approximate"."""
    parts = [name for name in _PARTS if match[name]]
    marks = {name: match[f"before_{name}"] for name in parts}
    for place, name in enumerate(parts):
        for before in parts[: place + 1]:  # A mark behind a part is for all before it as well.
            marks[before] += match[f"after_{name}"]
    plain = _plain_in_words("-".join(match[name] for name in parts))
    said = {name: _mark(marks[name]) for name in parts}
    if len(set(said.values())) == 1:
        return f"{_MARKS[said[parts[0]]]}{plain}"
    told: dict[str, list[str]] = {}
    for name in reversed(parts):
        if said[name]:
            told.setdefault(said[name], []).append(name)
    means = {"~": "approximate", "?": "uncertain", "%": "uncertain and approximate"}
    return ", ".join([plain, *(f"the {' and '.join(names)} {means[mark]}" for mark, names in told.items())])


def _mark(marks: str) -> str:
    both = {"~", "?"} <= set(marks) or "%" in marks
    return "%" if both else marks[:1]


def period_in_words(period: str) -> str:
    """Return what a date is filed under in words: "November 2017", "2017", "the 1990s"; a day without its weekday."""
    return _round(period) if period.endswith("x") else _plain_in_words(period)


def period_title(period: str) -> str:
    """Return the same as a heading; of a century, which may be taken for a decade, with its years."""
    words = period_in_words(period)
    years = f" ({period.replace('x', '0')} to {period.replace('x', '9')})" if period.endswith("xx") else ""
    return f"{words[:1].upper()}{words[1:]}{'' if words.startswith('the years') else years}"


def days_in_words(first: date, last: date) -> str:
    """Return a span of days without saying a month or year twice: "10 to 13 November 2017"."""
    end = _plain_in_words(last.isoformat())
    return end if first == last else f"{_before(first.isoformat(), last.isoformat())} to {end}"


def day_in_words(day: date) -> str:
    """Return a day with its weekday, where its calendar is not in question: "Friday, 17 November 2017"."""
    words = _plain_in_words(day.isoformat())
    return words if day < FIRST_GREGORIAN_DAY else f"{WEEKDAYS[day.weekday()]}, {words}"

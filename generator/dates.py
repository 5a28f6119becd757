"""Dates as editors know them: a subset of EDTF with bounds, precision, order and words.

The Extended Date/Time Format is ISO 8601-2:2019; the forms taken here are listed in
`parse`.  A plain day, month or year is read directly, since almost every date of a
chronology is one; a date with unspecified digits is read by the `edtf` package.  Spans and
sets are taken apart here, since the package reads some of their forms wrongly and others not
at all, and costs milliseconds for each; results are cached by their text.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Final, TypeAlias

_MARKS: Final = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}
_PLAIN: Final = re.compile(r"(?P<year>[0-9]{4})(-(?P<month>[0-9]{2})(-(?P<day>[0-9]{2}))?)?")
_SINGLE: Final = re.compile(
    r"(?P<plain>[0-9]{4}(?:-[0-9]{2}){0,2}|(?P<open>[0-9]{3}X|[0-9]{2}XX|[0-9]{4}-XX(?:-XX)?|[0-9]{4}-[0-9]{2}-XX))"
    r"(?P<mark>[~?%]?)"
)
_SPACED: Final = re.compile(r"\s*(,|/|\.\.)\s*")
_MAX_LENGTH: Final = 200
_OPEN: Final = ".."
# Spelled out, because calendar.month_name follows the machine's locale.
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_RANGE: Final = re.compile(r"(.*)\.\.(.*)")


class Precision(StrEnum):
    """How long a span a date names: the shortest calendar unit that holds all of it."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    LONGER = "longer"


class DateError(ValueError):
    """A date that is impossible or of no supported form; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date with its bounds.

    `earliest` and `latest` are the first and last day it may mean, both included; None
    where the date is open on that side.
    """

    text: str
    earliest: date | None
    latest: date | None

    def __str__(self) -> str:
        """Return the EDTF text."""
        return self.text

    @property
    def approximate(self) -> bool:
        """Whether the date is marked as about right (~ or %)."""
        return "~" in self.text or "%" in self.text

    @property
    def uncertain(self) -> bool:
        """Whether the date is marked as doubtful (? or %)."""
        return "?" in self.text or "%" in self.text

    @property
    def precision(self) -> Precision:
        """The shortest calendar unit that holds every day the date may mean."""
        first, last = self.earliest, self.latest
        if first is None or last is None or first.year != last.year:
            return Precision.LONGER
        if first.month != last.month:
            return Precision.YEAR
        return Precision.DAY if first == last else Precision.MONTH

    @property
    def day(self) -> date | None:
        """The one day it names, a mark of doubt (~ ? %) left aside; None if it names a longer time."""
        return self.earliest if self.precision is Precision.DAY else None

    @property
    def candidates(self) -> "tuple[Edtf, ...]":
        """The members of a one-of set, each a date of its own; otherwise the date itself."""
        if not self.text.startswith("["):
            return (self,)
        return tuple(parse(_RANGE.sub(_as_span, member)) for member in self.text[1:-1].split(","))

    @property
    def order(self) -> tuple[date, date, str]:
        """A sort key: by first possible day, then by last, then by text."""
        return (self.earliest or date.min, self.latest or date.max, self.text)

    def may_be(self, day: date) -> bool:
        """Return whether the date may mean `day`."""
        return (self.earliest or date.min) <= day <= (self.latest or date.max)


@lru_cache(maxsize=65536)
def parse(text: str) -> Edtf:
    """Read an EDTF date.

    Taken are: a day, month or year (2017-11-17, 2017-11, 2017), each with ~ about,
    ? doubtful or % both; unspecified trailing digits (2017-11-XX, 2017-XX, 201X);
    a span (2017-11-11/2017-11-12), open on one side as ``..`` (2017-11-11/..); and one
    of a set, whose members may be ranges ([2017-11-18,2017-11-20], [2017-11-18..2017-11-20]).
    White space around the date and its separators goes.  Raises DateError for anything else.
    """
    if len(text) > _MAX_LENGTH:
        raise DateError(f"a date has at most {_MAX_LENGTH} characters")
    tidy = _SPACED.sub(r"\1", text.strip())
    if plain := _PLAIN.fullmatch(tidy):
        return Edtf(tidy, *_plain_bounds(plain))
    if meant := _meant(text.strip()):
        raise DateError(f"'{text}' is not in the form that dates have here; write {meant}")
    return Edtf(tidy, *_bounds(tidy))


def _plain_bounds(match: re.Match[str]) -> tuple[date, date]:
    text, year = match.string, int(match["year"])
    month, day = (int(match[name]) if match[name] else None for name in ("month", "day"))
    if year == 0:
        raise DateError(f"'{text}': years are counted from 0001")
    if month is not None and not 1 <= month <= len(MONTHS):
        raise DateError(f"'{text}': there is no month {month}")
    first_month, last_month = (1, len(MONTHS)) if month is None else (month, month)
    days = calendar.monthrange(year, last_month)[1]
    if day is None:
        return date(year, first_month, 1), date(year, last_month, days)
    if not 1 <= day <= days:
        raise DateError(f"'{text}': {MONTHS[last_month - 1]} {year:04} has no day {day}")
    return date(year, first_month, day), date(year, last_month, day)


_Bounds: TypeAlias = tuple[date | None, date | None]


def _bounds(text: str) -> _Bounds:
    """Return the bounds of a date in any of the forms taken."""
    if text.startswith("[") and text.endswith("]"):
        if "," not in text and _OPEN not in text:
            raise _no_date(text)
        members = [_bounds_of_range(member, text) for member in text[1:-1].split(",")]
        firsts = [first for first, _ in members if first is not None]
        lasts = [last for _, last in members if last is not None]
        earliest = min(firsts) if len(firsts) == len(members) else None
        return earliest, max(lasts) if len(lasts) == len(members) else None
    if "/" not in text:
        return _single_bounds(text)
    first, _, last = text.partition("/")
    if not first or not last:
        raise DateError(f"'{text}' leaves one side empty; write .. for an open side")
    return _span_bounds(first, last, text)


def _as_span(member: re.Match[str]) -> str:
    """Return a range of a set, a..b, as the span that it is, a/b."""
    return f"{member[1] or _OPEN}/{member[2] or _OPEN}"


def _bounds_of_range(member: str, whole: str) -> _Bounds:
    first, dots, last = member.partition(_OPEN)
    return _span_bounds(first or _OPEN, last or _OPEN, whole) if dots else _single_bounds(member)


def _span_bounds(first: str, last: str, whole: str) -> _Bounds:
    if first == last == _OPEN:
        raise DateError(f"'{whole}' is open on both sides and says nothing")
    earliest = None if first == _OPEN else _single_bounds(first)[0]
    latest = None if last == _OPEN else _single_bounds(last)[1]
    if earliest is not None and latest is not None and earliest > latest:
        raise DateError(f"'{whole}' ends before it begins")
    return earliest, latest


def _single_bounds(text: str) -> tuple[date, date]:
    if plain := _PLAIN.fullmatch(text):
        return _plain_bounds(plain)
    single = _SINGLE.fullmatch(text)
    if single is None:
        raise _no_date(text)
    if plain := _PLAIN.fullmatch(single["plain"]):
        return _plain_bounds(plain)  # The mark moves no bound, and the library would not name an impossible day.
    return _bounds_by_library(text)


def _bounds_by_library(text: str) -> tuple[date, date]:
    # Few chronologies have such a date, and the library takes longer to import than all of Dateline's records.
    from edtf import parse_edtf  # noqa: PLC0415 - the reason above
    from edtf.parser.edtf_exceptions import EDTFParseException  # noqa: PLC0415 - the same

    try:
        parsed = parse_edtf(text)
        first, last = parsed.lower_strict(), parsed.upper_strict()
        return date(first.tm_year, first.tm_mon, first.tm_mday), date(last.tm_year, last.tm_mon, last.tm_mday)
    except (EDTFParseException, ValueError):
        raise _no_date(text) from None


# --- what an editor may have meant -----------------------------------------------------------------------------------

_NUMBERS: Final = re.compile(r"(?P<year>[0-9]{4})[-./](?P<month>[0-9]{1,2})(?:[-./](?P<day>[0-9]{1,2}))?")
_UNSEPARATED: Final = re.compile(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
_DAY_FIRST: Final = re.compile(r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{4})")
_NAMED: Final = re.compile(
    r"(?:(?P<day>[0-9]{1,2})[. ]+)?(?P<month>[A-Za-z]{3,9})\.?,?(?: +(?P<day_after>[0-9]{1,2}),)? +(?P<year>[0-9]{4})"
)
_WITH_TIME: Final = re.compile(r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9]{1,2}:.*")


def _no_date(text: str) -> DateError:
    meant = _meant(text)
    tail = f"; write {meant}" if meant else "; a day is written 2017-11-17, a month 2017-11, a year 2017"
    return DateError(f"'{text}' is not a date in a form that chronologies use{tail}")


def _meant(text: str) -> str | None:
    """Return the date as it is written here, where `text` is a day or month in a common other form."""
    if timed := _WITH_TIME.fullmatch(text):
        return timed["day"]
    if numbers := _NUMBERS.fullmatch(text) or _UNSEPARATED.fullmatch(text) or _DAY_FIRST.fullmatch(text):
        return _written(numbers["year"], int(numbers["month"]), numbers["day"])
    named = _NAMED.fullmatch(text)
    if named is None:
        return None
    months = [number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(named["month"].lower())]
    return _written(named["year"], months[0], named["day"] or named["day_after"]) if len(months) == 1 else None


def _written(year: str, month: int, day: str | None) -> str | None:
    text = f"{year}-{month:02}-{int(day):02}" if day else f"{year}-{month:02}"
    try:
        _single_bounds(text)
    except DateError:
        return None
    return text


# --- words -----------------------------------------------------------------------------------------------------------


def in_words(when: Edtf) -> str:
    """Return the date in English words: "17 November 2017", "about 2017", "11 November 2017 or 12 November 2017"."""
    text = when.text
    if _DAY.fullmatch(text):
        return f"{text[8:].lstrip('0')} {MONTHS[int(text[5:7]) - 1]} {text[:4]}"
    if text.startswith("["):
        *others, last = [_member_in_words(member) for member in text[1:-1].split(",")]
        return f"{', '.join(others)} or {last}" if others else last
    if "/" in text:
        return _span_in_words(*text.split("/", 1))
    return _single_in_words(text)


def _member_in_words(member: str) -> str:
    first, dots, last = member.partition(_OPEN)
    return f"some time {_span_in_words(first, last, start='from ')}" if dots else _single_in_words(member)


def _span_in_words(first: str, last: str, *, start: str = "") -> str:
    if first in {"", _OPEN}:
        return f"until {_single_in_words(last)}"
    if last in {"", _OPEN}:
        return f"from {_single_in_words(first)} on"
    if first == last:
        return _single_in_words(first)
    if _DAY.fullmatch(first) and _DAY.fullmatch(last):
        return f"{start}{days_in_words(date.fromisoformat(first), date.fromisoformat(last))}"
    return f"{start}{_single_in_words(first)} to {_single_in_words(last)}"


def _single_in_words(text: str) -> str:
    single = _SINGLE.fullmatch(text)
    if single is None:
        return text
    words = _plain_in_words(single["plain"]) if single["open"] is None else _unspecified_in_words(single["open"])
    return _MARKS.get(single["mark"], "") + words


def _plain_in_words(plain: str) -> str:
    return " ".join(reversed([_part_in_words(index, part) for index, part in enumerate(plain.split("-"))]))


def _part_in_words(index: int, part: str) -> str:
    return (part, MONTHS[int(part) - 1] if index == 1 else "", part.lstrip("0"))[index]


def _unspecified_in_words(text: str) -> str:
    if text.endswith("-XX"):
        rest = text.replace("-XX", "")
        return f"some {'day' if '-' in rest else 'time'} in {_plain_in_words(rest)}"
    if text.endswith("XX"):
        return f"some time from {text.replace('X', '0')} to {text.replace('X', '9')}"
    return f"the {text.replace('X', '0')}s"


def days_in_words(first: date, last: date) -> str:
    """Return a span of days without saying a month or year twice: "10 to 13 November 2017"."""
    end = f"{last.day} {MONTHS[last.month - 1]} {last.year:04}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {end}"
    begin = f"{first.day} {MONTHS[first.month - 1]}"
    return f"{begin} to {end}" if first.year == last.year else f"{begin} {first.year:04} to {end}"


def day_in_words(day: date) -> str:
    """Return a day with its weekday: "Friday, 17 November 2017"."""
    return f"{WEEKDAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year:04}"

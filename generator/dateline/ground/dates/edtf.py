"""EDTF text to its value: level 0 and 1 without times, and of level 2 sets, quarters, qualified parts and open digits.

Taken are: a day, month or year (2017-11-17, 2017-11, 2017), before the year 1 (-0430 is
431 BCE, 0000 is 1 BCE) and beyond 9999 (Y12025, Y-17000); a season or a quarter in place of
the month (2001-21, 2001-33); each with ~ about, ? doubtful or % both; the same marks at a part
(2004-06~-11); unspecified digits (2017-11-XX, 201X, -04XX, 2031-XX-02, XXXX-01-05); what lasts
(2017-11-11/2017-11-12), open as 2017-11-11/.. or ../2017-11-11; one of several
([2017-11-18,2017-11-20], [2017-11-18..2017-11-20], open on one side too); each of several
({2017-11-18,2017-11-20}, {2017-11-18..2017-11-20}).

A plain day, month or year is read directly, since almost every date of a chronology is one.
Spans and sets are taken apart here, since the `edtf` package reads some of their forms wrongly
and others not at all, and costs milliseconds for each.
"""

import re
from typing import Final

from dateline.ground.dates import instants, seasons
from dateline.ground.dates.calendared import calendared
from dateline.ground.dates.civil_day import Day, days_of_month, number_of_year, years_as_written
from dateline.ground.dates.other_calendars import CALENDARS
from dateline.ground.dates.periods import Precision
from dateline.ground.dates.refused import DateError, Typed, shown
from dateline.ground.dates.unspecified import OpenDate, bounds, open_date
from dateline.ground.dates.values import MONTHS, Edtf, Meaning

_YEAR: Final = r"(?:-?[0-9]{4}|Y-?[1-9][0-9]{4,10})"
PLAIN: Final = re.compile(rf"(?P<year>{_YEAR})(?:-(?P<month>[0-9]{{2}})(?:-(?P<day>[0-9]{{2}}))?)?")
SINGLE: Final = re.compile(
    rf"(?P<plain>{_YEAR}(?:-[0-9]{{2}}){{0,2}}|(?P<open>-?[0-9X]{{4}}(?:-[0-9X]{{2}}){{0,2}}))(?P<mark>[~?%]?)"
)
QUALIFIED: Final = re.compile(
    rf"(?P<before_year>[~?%]?)(?P<year>{_YEAR})(?P<after_year>[~?%]?)"
    r"(?:-(?P<before_month>[~?%]?)(?P<month>[0-9]{2})(?P<after_month>[~?%]?)"
    r"(?:-(?P<before_day>[~?%]?)(?P<day>[0-9]{2})(?P<after_day>[~?%]?))?)?"
)
"""A date with marks at its parts: before a part for it alone, behind it for it and all before it."""
OPEN: Final = ".."
_SPACED: Final = re.compile(r"\s*(,|/|\.\.)\s*")
_INSIDE: Final = re.compile(r"^([\[{])\s*|\s*([\]}])$")
_SETS: Final = {"[": ("]", Meaning.DOUBT), "{": ("}", Meaning.EACH)}
_FEBRUARY: Final = 2
_WHOLE: Final = 2
"""How many hyphens a whole day has."""
_NO_DAY: Final = 'write the last day that is possible, as "[..2031-03-06]", and in date_note what is known'


def read(text: str, zone: str | None = None, calendar: str | None = None) -> Edtf:
    """Return the date that a text is; raises DateError, without a cure where the text is of no form that is taken.

    Its times are by the clock of `zone`, its days of `calendar`; without one, Gregorian.
    """
    tidy = text.strip()
    whole = Typed(tidy, zone, calendar)
    if calendar is None and (plain := PLAIN.fullmatch(tidy)):
        return _of_match(plain, tidy, whole)
    tidy = _INSIDE.sub(r"\1\2", _SPACED.sub(r"\1", tidy))
    closing, meaning = _SETS.get(tidy[:1], ("", Meaning.DOUBT))
    if closing and tidy.endswith(closing):
        return _set(tidy, meaning, whole)
    if "/" not in tidy:
        return _single(tidy, whole)
    begin, _, end = tidy.partition("/")
    if not begin or not end:
        raise DateError(f"'{shown(whole)}' leaves one side empty; write .. for an open side")
    return _range(begin, end, tidy, Meaning.LASTS, whole)


def _of_match(match: re.Match[str], text: str, whole: Typed) -> Edtf:
    written = match["year"]
    month, day = (int(match[name]) if match[name] else None for name in ("month", "day"))
    if written == "-0000":
        raise DateError(f"'{shown(whole)}': the year 0, which is 1 BCE, has no sign", 'write "0000"')
    if written[0] == "Y" and month is not None:
        problem = f"'{shown(whole)}': a year of more than four digits stands alone"
        raise DateError(problem, f"write {written}, and what else is known in date_note")
    return _of_parts(text, whole, number_of_year(written), month, day)


def _of_parts(text: str, whole: Typed, year: int, month: int | None, day: int | None) -> Edtf:
    if month is not None and month in seasons.CODES and day is None:
        return Edtf(text, *seasons.bounds(year, month), Meaning.DOUBT, named=Precision.YEAR)
    if month is not None and 0 in {month, day}:
        _refuse_zero(whole, year, month)
    if month is not None and not 1 <= month <= len(MONTHS):
        raise DateError(f"'{shown(whole)}': there is no month {month}", otherwise="the months are 01 to 12")
    first_month, last_month = (1, len(MONTHS)) if month is None else (month, month)
    days = days_of_month(year, last_month)
    if day is None:
        return Edtf(text, Day(year, first_month, 1), Day(year, last_month, days), Meaning.DOUBT)
    if not 1 <= day <= days:
        name, written = MONTHS[last_month - 1], years_as_written(year)
        always = f"{name} {written}" if last_month == _FEBRUARY else name
        problem = f"'{shown(whole)}': {name} {written} has no day {day}, since {always} has {days} days"
        raise DateError(problem, otherwise="correct the day or the month")
    one = Day(year, last_month, day)
    return Edtf(text, one, one, Meaning.POINT)


def _refuse_zero(whole: Typed, year: int, month: int) -> None:
    """Refuse the month or the day that databases write where none is known: 2017-00-00, 2017-11-00."""
    if month and not 1 <= month <= len(MONTHS):
        return
    what = "day" if month else "month"
    known = f"{years_as_written(year)}-{month:02}" if month else years_as_written(year)
    raise DateError(f"'{shown(whole)}': there is no {what} 0", f"where the {what} is not known, write {known}")


def _single(text: str, whole: Typed) -> Edtf:
    """Read a date that is no span and no set; `whole` is what a message names."""
    if "T" in text and (timed := instants.TIMED.fullmatch(text)):
        return _timed(timed, whole)
    if whole.calendar is not None:
        return calendared(text, whole)
    if plain := PLAIN.fullmatch(text):
        return _of_match(plain, text, whole)
    single = SINGLE.fullmatch(text)
    if single is not None and single["open"] is None:
        # The mark moves no bound, and the library would not name an impossible day.
        match = PLAIN.fullmatch(single["plain"])
        assert match is not None  # noqa: S101 - SINGLE says so
        return _of_match(match, text, whole)
    if single is not None and single["open"] and (parts := open_date(single["open"])):
        return _open(single["open"], parts, text, whole)
    if qualified := QUALIFIED.fullmatch(text):
        return _of_match(qualified, text, whole)
    raise DateError(f"'{shown(whole)}' is not a date in a form that is taken here")


def _timed(found: re.Match[str], whole: Typed) -> Edtf:
    """Read a time of day: a minute or a second is a point of time, an hour is some time within it."""
    day = _single(found["day"], whole)
    if day.calendar is not None and day.earliest != day.latest and found["day"].count("-") == _WHOLE:
        problem = f"'{shown(whole)}': a day of the {day.calendar} calendar may be one of three, and has no hours"
        raise DateError(problem, "write the day alone, or the Gregorian day with the time, and both into date_wording")
    if day.earliest is None or day.earliest != day.latest or day.is_marked:
        problem = f"'{shown(whole)}': a time stands behind a whole day of which nothing is doubted"
        marks = dict.fromkeys(char for char in found["day"] if char in "~?%")
        mark, clock = (next(iter(marks)) if len(marks) == 1 else "%" * bool(marks)), found[0][len(found["day"]) :]
        is_one = day.earliest is not None and day.earliest == day.latest
        meant = f'"{day.earliest}{clock}{mark}"' if is_one and not found["mark"] and not day.calendar else ""
        example = f"write {meant or '2017-11-08T14:30'}; "
        raise DateError(problem, f"{example}~ or ? stands behind the time if it is about or perhaps so")
    instant = instants.instant_of(found, day.earliest.toordinal(), whole)
    first, last = (Day.fromordinal(number) for number in (instant.day, instant.last_day))
    meaning = Meaning.DOUBT if instant.is_an_hour else Meaning.POINT
    return Edtf(found[0], first, last, meaning, calendar=whole.calendar, instant=instant)


def _open(digits: str, parts: OpenDate, text: str, whole: Typed) -> Edtf:
    """Read a date of which digits are not known; `text` may have a mark behind them."""
    if parts.says_nothing:
        raise DateError(f"'{shown(whole)}' says neither the year nor the month", otherwise=_NO_DAY)
    try:
        first, last = bounds(digits, parts)
    except ValueError:
        raise DateError(f"'{shown(whole)}': no day has such a date", otherwise="correct the day or the month") from None
    if parts.has_no_year:
        return Edtf(text, None, None, Meaning.DOUBT)
    return Edtf(text, first, last, Meaning.POINT if first == last else Meaning.DOUBT)


def _with_a_year(text: str, whole: Typed) -> Edtf:
    """Read a part of a span or of a set."""
    one = _single(text, whole)
    if one.earliest is None:
        problem = f"'{shown(whole)}': a day of an unknown year stands alone"
        raise DateError(problem, "write the year, or .. for a side that is not known")
    return one


def _range(begin: str, end: str, text: str, meaning: Meaning, whole: Typed) -> Edtf:
    if begin == end == OPEN:
        raise DateError(
            f"'{shown(whole)}' is open on both sides and says nothing",
            'write the last day that is possible, as "[..2031-03-06]", and say in a note why it is the last',
        )
    first = None if begin == OPEN else _with_a_year(begin, whole)
    last = None if end == OPEN else _with_a_year(end, whole)
    earliest = first.earliest if first else None
    latest = last.latest if last else None
    if (earliest is not None and latest is not None and earliest > latest) or _runs_backwards(first, last):
        problem = f"'{shown(whole)}' ends before it begins"
        raise DateError(problem, otherwise="exchange the two dates, or correct one of them")
    return Edtf(text, earliest, latest, meaning, first, last, calendar=whole.calendar)


def _runs_backwards(first: Edtf | None, last: Edtf | None) -> bool:
    """Return whether the one time of a day is after the other, or the day of a calendar that leaves room for others."""
    if first is None or last is None:
        return False
    if first.instant is not None and last.instant is not None:
        return first.instant.first > last.instant.last
    room = 2 * CALENDARS[first.calendar].slack if first.calendar else 0
    if not room or first.earliest is None or last.latest is None:
        return False
    return first.earliest.toordinal() > last.latest.toordinal() - room


def _set(text: str, meaning: Meaning, whole: Typed) -> Edtf:
    inside = text[1:-1].split(",")
    if len(unlike := list(dict.fromkeys(inside))) < len(inside):
        twice = next(one for one in unlike if inside.count(one) > 1)
        one_set = f'"{text[0]}{",".join(unlike)}{text[-1]}"'
        raise DateError(
            f"'{shown(whole)}' has {twice} twice", f"write {one_set if len(unlike) > 1 or OPEN in twice else twice}"
        )
    members = tuple(_member(member, whole, meaning) for member in inside)
    if len(members) == 1 and members[0].begin is None and members[0].end is None:
        raise DateError(f"'{shown(whole)}' has one date, and a set has two or more", f"write {inside[0]}")
    firsts = [member.earliest for member in members if member.earliest is not None]
    lasts = [member.latest for member in members if member.latest is not None]
    return Edtf(
        text,
        min(firsts) if len(firsts) == len(members) else None,
        max(lasts) if len(lasts) == len(members) else None,
        meaning,
        members=members,
        calendar=whole.calendar,
    )


def _member(text: str, whole: Typed, meaning: Meaning) -> Edtf:
    begin, dots, end = text.partition(OPEN)
    if not dots:
        return _with_a_year(text, whole)
    # A range within "each of these" goes on from its first day to its last.
    lasting = Meaning.LASTS if meaning is Meaning.EACH else Meaning.DOUBT
    return _range(begin or OPEN, end or OPEN, text, lasting, whole)

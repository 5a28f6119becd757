"""Dates of other calendars in words, with the Gregorian ones beside them.

"25 October 1917 (Julian), 7 November 1917"; "28 Safar 1439 AH, about 18 November 2017".
"""

from dateline.ground.dates.calendared import PARTS
from dateline.ground.dates.civil_day import Day, years_as_written
from dateline.ground.dates.edtf import OPEN, read
from dateline.ground.dates.in_words import FIRST_GREGORIAN_DAY, in_words, style_of
from dateline.ground.dates.month_names import month_name, with_calendar
from dateline.ground.dates.other_calendars import CALENDARS, JULIAN, parts_of
from dateline.ground.dates.single_in_words import plain_in_words, with_mark
from dateline.ground.dates.values import Edtf, Meaning
from dateline.ground.dates.words_of_times import time_in_words
from dateline.ground.languages import Language


def calendared_in_words(when: Edtf, language: Language) -> str:
    """Return a date of another calendar in words, with the Gregorian one."""
    theirs = with_calendar(_theirs(when, language), when.calendar or "", language)
    ours = _ours(when, language)
    if when.latest is None or when.latest >= FIRST_GREGORIAN_DAY:
        return language.gettext("%(theirs)s, %(ours)s", theirs=theirs, ours=ours)
    return language.gettext("%(theirs)s, %(ours)s by the Gregorian calendar", theirs=theirs, ours=ours)


# --- by their own calendar -------------------------------------------------------------------------------------------


def _theirs(when: Edtf, language: Language) -> str:
    if when.calendar == JULIAN and not when.has_times:
        return in_words(when, language)
    if when.members:
        return language.listed([_theirs(member, language) for member in when.members], style_of(when))
    return _single(when, language) if when.begin is None and when.end is None else _span(when, language)


def _span(when: Edtf, language: Language) -> str:
    first, last = (_theirs(side, language) if side else "" for side in (when.begin, when.end))
    if not first:
        return language.gettext("until %(date)s", date=last)
    if not last:
        return language.gettext("from %(date)s", date=first)
    if when.meaning is Meaning.DOUBT:
        span = language.gettext("from %(first)s to %(last)s", first=first, last=last)
        return language.gettext("some time %(span)s", span=span)
    return language.gettext("%(first)s to %(last)s", first=first, last=last)


def _single(when: Edtf, language: Language) -> str:
    calendar = when.calendar or ""
    if when.instant is not None:
        day = _plain(calendar, parts_of(calendar, when.instant.day), language)
        return language.gettext("%(time)s on %(day)s", time=time_in_words(when, language), day=day)
    found = PARTS.fullmatch(when.text)
    if found is None:
        return when.text
    parts = tuple(int(found[part]) for part in ("year", "month", "day") if found[part])
    return with_mark(found["mark"], _plain(calendar, parts, language), language)


def _plain(calendar: str, parts: tuple[int, ...], language: Language) -> str:
    """Return a year, a month or a day: "1439", "Safar 1439", "28 Safar 1439"."""
    if calendar == JULIAN:
        text = "-".join([years_as_written(parts[0]), *(f"{part:02}" for part in parts[1:])])
        return plain_in_words(text, language)
    year = f"{parts[0]}"
    if len(parts) == 1:
        return language.pgettext("date of another calendar", "the year %(year)s", year=year)
    month = month_name(calendar, parts[1], language)
    if len(parts) == 2:  # noqa: PLR2004 - a year and a month
        return language.pgettext("date of another calendar", "%(month)s %(year)s", month=month, year=year)
    day = f"{parts[2]}"
    return language.pgettext("date of another calendar", "%(day)s %(month)s %(year)s", day=day, month=month, year=year)


# --- by the Gregorian calendar ---------------------------------------------------------------------------------------


def _ours(when: Edtf, language: Language) -> str:
    """Return the Gregorian days: of one day before that calendar, without a year that was said already."""
    slack = CALENDARS[when.calendar or ""].slack
    text = _gregorian(when, slack)
    day = when.earliest
    if when.earliest == when.latest and day is not None and day < FIRST_GREGORIAN_DAY and _says(when, day.year):
        return with_mark(_mark(when), language.date(day, "day and month"), language)
    told = in_words(read(text), language)
    return with_mark("~", told, language) if slack else with_mark(_mark(when), told, language)


def _says(when: Edtf, year: int) -> bool:
    """Return whether a date names a Gregorian year, if by another calendar."""
    return when.calendar == JULIAN and when.text.startswith(f"{years_as_written(year)}-")


def _mark(when: Edtf) -> str:
    is_one = not when.members and when.begin is None and when.end is None
    return when.text[-1] if is_one and when.text[-1] in "~?%" else ""


def _gregorian(when: Edtf, slack: int) -> str:
    """Return the Gregorian date in EDTF, as if no day could be another one."""
    if when.members and all(_is_day(member, slack) for member in when.members):
        inside = ",".join(_side(member, slack, is_end=False) for member in when.members)
        return f"{when.text[0]}{inside}{when.text[-1]}"
    first, last = _side(when, slack, is_end=False), _side(when, slack, is_end=True)
    if first == last:
        return first
    return f"[{first}..{last}]" if when.members or _is_range(when) else f"{first}/{last}"


def _is_range(when: Edtf) -> bool:
    return when.meaning is Meaning.DOUBT and (when.begin is not None or when.end is not None)


def _is_day(when: Edtf, slack: int) -> bool:
    return _side(when, slack, is_end=False) == _side(when, slack, is_end=True) != OPEN


def _side(when: Edtf, slack: int, *, is_end: bool) -> str:
    day = when.latest if is_end else when.earliest
    return OPEN if day is None else Day.fromordinal(day.toordinal() + (-slack if is_end else slack)).isoformat()

"""Dates of other calendars in words, with the Gregorian ones beside them.

"25 October 1917 (Julian), 7 November 1917"; "28 Safar 1439 AH, about 18 November 2017".
"""

from dateline.ground.dates.calendared import PARTS
from dateline.ground.dates.civil_day import years_as_written
from dateline.ground.dates.edtf import OPEN, read
from dateline.ground.dates.in_words import FIRST_GREGORIAN_DAY, each_in_words, in_words, style_of
from dateline.ground.dates.month_names import month_name, with_calendar
from dateline.ground.dates.other_calendars import CALENDARS, JULIAN, parts_of
from dateline.ground.dates.single_in_words import plain_in_words, with_mark
from dateline.ground.dates.values import Edtf, Meaning
from dateline.ground.dates.words_of_times import time_in_words
from dateline.ground.languages import Language


def calendared_in_words(when: Edtf, language: Language) -> str:
    """Return a date of another calendar in words, with the Gregorian one."""
    theirs = _theirs(when, language)
    # "From 28 Safar 1439 AH on" says the calendar where the date ends.
    theirs = theirs if _goes_on(when) else with_calendar(theirs, when.calendar or "", language)
    ours = _ours(when, language)
    last = when.latest or when.earliest
    if last is None or last >= FIRST_GREGORIAN_DAY:
        return language.gettext("%(theirs)s, %(ours)s", theirs=theirs, ours=ours)
    return language.gettext("%(theirs)s, %(ours)s by the Gregorian calendar", theirs=theirs, ours=ours)


# --- by their own calendar -------------------------------------------------------------------------------------------


def _goes_on(when: Edtf) -> bool:
    """Return whether it was some time from a day on, and nothing else is said."""
    one = when.members[0] if len(when.members) == 1 else None
    return one is not None and one.meaning is Meaning.DOUBT and one.begin is not None and one.end is None


def _theirs(when: Edtf, language: Language) -> str:
    if _goes_on(when):
        begin = when.members[0].begin or when
        first = with_calendar(_theirs(begin, language), when.calendar or "", language)
        return _some_time(language.gettext("from %(date)s on", date=first), language)
    if when.calendar == JULIAN and not when.has_times:
        return in_words(when, language)
    if when.members:
        return language.listed([_member(member, language) for member in when.members], style_of(when))
    return _single(when, language) if when.begin is None and when.end is None else _span(when, language)


def _member(member: Edtf, language: Language) -> str:
    """Return a member of a set: of a range, whether it was some time within, or on each day of it."""
    side = member.begin or member.end
    if side is None:
        return _single(member, language)
    span = _span(member, language, is_part=True)
    if member.meaning is not Meaning.LASTS:
        return _some_time(span, language)
    return span if side.instant is not None else each_in_words(_unit(side), span, language)


def _some_time(span: str, language: Language) -> str:
    return language.gettext("some time %(span)s", span=span)


def _unit(side: Edtf) -> str:
    """Return what each one of a range is, by one of its sides: a day, a month, a year of that calendar."""
    found = PARTS.fullmatch(side.text)
    return ("year", "month", "day")[found["plain"].count("-", 1)] if found else "day"


def _span(when: Edtf, language: Language, *, is_part: bool = False) -> str:
    first, last = (_theirs(side, language) if side else "" for side in (when.begin, when.end))
    if not first:
        return language.gettext("until %(date)s", date=last)
    if not last:
        return language.gettext("from %(date)s", date=first)
    if first == last and not is_part:
        return last
    told = "from %(first)s to %(last)s" if is_part else "%(first)s to %(last)s"
    return language.gettext(told, first=first, last=last)


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
    day = when.earliest
    if when.earliest == when.latest and day is not None and day < FIRST_GREGORIAN_DAY and _says(when, day.year):
        return with_mark(_mark(when), language.date(day, "day and month"), language)
    return _days(when, CALENDARS[when.calendar or ""].slack, language)


def _days(when: Edtf, slack: int, language: Language, *, is_member: bool = False) -> str:
    """Return the Gregorian days as if none could be another one, and with "about" where they can."""
    if when.members and all(_is_day(member, slack) for member in when.members):
        inside = dict.fromkeys(_side(member, slack, is_end=False) for member in when.members)
        text = f"{when.text[0]}{','.join(inside)}{when.text[-1]}" if len(inside) > 1 else next(iter(inside))
    elif when.members:
        told = [_days(member, slack, language, is_member=True) for member in when.members]
        return language.listed(told, style_of(when))
    elif _is_range(when) or (is_member and _is_of_each_day(when)):
        first, last = (_side(when, slack, "~" if slack else "", is_end=is_end).strip(".") for is_end in (False, True))
        return in_words(read(f"[{first}..{last}]" if _is_range(when) else f"{{{first}..{last}}}"), language)
    elif when.earliest is None or when.latest is None:
        first, last = (_side(when, slack, "~" if slack else "", is_end=is_end) for is_end in (False, True))
        return in_words(read(f"{first}/{last}"), language)
    else:
        first, last = (_side(when, slack, is_end=is_end) for is_end in (False, True))
        text = first if first == last else f"{first}/{last}"
    return with_mark("~" if slack else _mark(when), in_words(read(text), language), language)


def _says(when: Edtf, year: int) -> bool:
    """Return whether a date names a Gregorian year, if by another calendar."""
    return when.calendar == JULIAN and when.text.startswith(f"{years_as_written(year)}-")


def _mark(when: Edtf) -> str:
    is_one = not when.members and when.begin is None and when.end is None
    return when.text[-1] if is_one and when.text[-1] in "~?%" else ""


def _is_range(when: Edtf) -> bool:
    """Return whether it was some time within a range."""
    return when.meaning is Meaning.DOUBT and (when.begin is not None or when.end is not None)


def _is_of_each_day(when: Edtf) -> bool:
    """Return whether a range of a set of all means each day of it, and no longer unit."""
    side = when.begin or when.end
    return when.meaning is Meaning.LASTS and side is not None and _unit(side) == "day"


def _is_day(when: Edtf, slack: int) -> bool:
    return _side(when, slack, is_end=False) == _side(when, slack, is_end=True) != OPEN


def _side(when: Edtf, slack: int, mark: str = "", *, is_end: bool) -> str:
    day = when.latest if is_end else when.earliest
    return OPEN if day is None else f"{day.shifted(-slack if is_end else slack)}{mark}"

"""Times of day in words: "14:30 on 8 November 2017", "03:00 to 05:30 on 8 November 2017".

The clock is that of the chronology; where the source tells the time by another one, that
stands behind it: "01:30 on 9 November 2017 (23:30 UTC on 8 November)".
"""

from typing import Final

from dateline.ground.dates.civil_day import Day
from dateline.ground.dates.in_words import in_words, style_of
from dateline.ground.dates.instants import Instant, offset
from dateline.ground.dates.single_in_words import plain_in_words
from dateline.ground.dates.values import Edtf, Meaning
from dateline.ground.dates.zones import DAY
from dateline.ground.languages import Language, marked

_CLOCK_MARKS: Final = {
    "~": marked("about %(time)s"),
    "?": marked("perhaps %(time)s"),
    "%": marked("perhaps about %(time)s"),
}
_BETWEEN_MARKS: Final = {
    "": marked("between %(first)s and %(last)s"),
    "~": marked("between about %(first)s and %(last)s"),
    "?": marked("perhaps between %(first)s and %(last)s"),
    "%": marked("perhaps between about %(first)s and %(last)s"),
}


def times_in_words(when: Edtf, language: Language) -> str:
    """Return a date that names any time of day in words."""
    if when.instant is not None:
        return _single(when, language)
    if when.members:
        return _set(when, language)
    return _span(when, language)


def time_in_words(when: Edtf, language: Language) -> str:
    """Return the time of day alone, for a list of one day's events: "14:30", "03:00 to 05:30"; "" without one."""
    if when.instant is not None:
        return _clock(when, language)
    return _time_of_set(when, language) if when.members else _time_of_span(when, language)


def _time_of_set(when: Edtf, language: Language) -> str:
    if len(when.members) == 1:
        return time_in_words(when.members[0], language)
    if _are_of_one_day(when):
        return _clocks(when, language)
    # On the page of its first day stands that day's time.
    return time_in_words(when.filed, language) if when.meaning is Meaning.EACH else ""


def _time_of_span(when: Edtf, language: Language) -> str:
    begin, end = when.begin, when.end
    if begin is None or begin.instant is None:
        return ""
    if end is None or end.instant is None or end.latest != begin.earliest:
        return language.gettext("from %(date)s", date=_clock_at_begin(begin, language))
    return _joined(when, _clock_at_begin(begin, language), _clock_at_end(end, language), language)


def _single(when: Edtf, language: Language) -> str:
    instant = _instant(when)
    told = language.gettext("%(time)s on %(day)s", time=_clock(when, language), day=_day(when, language))
    other = _other(instant, language)
    return language.gettext("%(time)s (%(other)s)", time=told, other=other) if other else told


def _day(when: Edtf, language: Language) -> str:
    """Return the day of a time by the clock that it is told by, without the time."""
    return plain_in_words(Day.fromordinal(_instant(when).day).isoformat(), language)


def _clock(when: Edtf, language: Language) -> str:
    """Return what a clock shows: "14:30", "about 14:30", "between 14:00 and 15:00", "14:30 UTC"."""
    instant, mark = _instant(when), when.text[-1:]
    if not instant.is_an_hour:
        return _marked(when, instant.clock, language)
    zone = f" {_zone(instant.shift)}" if instant.is_own else ""
    between = _BETWEEN_MARKS[mark if mark in _BETWEEN_MARKS else ""]
    return language.gettext(between, first=instant.clock, last=f"{instant.clock_after}{zone}")


def _clock_at_begin(when: Edtf, language: Language) -> str:
    """Return the same for the beginning of a span: that of an hour."""
    return _marked(when, _instant(when).clock, language)


def _clock_at_end(when: Edtf, language: Language) -> str:
    """Return the same for the end of a span, an hour being over then."""
    instant = _instant(when)
    return _marked(when, instant.clock_after if instant.is_an_hour else instant.clock, language)


def _marked(when: Edtf, clock: str, language: Language) -> str:
    instant, mark = _instant(when), when.text[-1:]
    told = f"{clock} {_zone(instant.shift)}" if instant.is_own else clock
    return language.gettext(_CLOCK_MARKS[mark], time=told) if mark in _CLOCK_MARKS else told


def _zone(shift: int) -> str:
    """Return a clock by how far it is ahead of UTC, as every language writes it: "UTC", "UTC+03:00"."""
    return f"UTC{offset(shift, is_utc='')}"


def _other(begin: Instant, language: Language, end: Instant | None = None) -> str:
    """Return the time as the source tells it, by another clock: "23:30 UTC on 8 November"; "" where there is none."""
    shift = begin.other_clock
    if shift is None or (end is not None and end.other_clock != shift):
        return ""
    told = f"{begin.clock_of(shift)} {_zone(shift)}"
    if end is not None:
        last = f"{end.clock_of(shift)} {_zone(shift)}"
        told = language.gettext("%(first)s to %(last)s", first=told, last=last)
    day, here = (Day.fromordinal((begin.first + ahead) // DAY) for ahead in (shift, begin.shift))
    if day == here:
        return told
    parts = "day and month" if day.year == here.year else "all"
    return language.gettext("%(time)s on %(day)s", time=told, day=language.date(day, parts))


def _span(when: Edtf, language: Language) -> str:
    begin, end = when.begin, when.end
    if begin is None or end is None:
        return _open(when, language)
    if begin.instant is not None and end.instant is not None and begin.earliest == end.latest:
        told = _clocks_of_span(when, begin, end, language)
        return language.gettext("%(time)s on %(day)s", time=told, day=_day(begin, language))
    return _joined(when, _side(begin, language), _side(end, language, is_end=True), language)


def _open(when: Edtf, language: Language) -> str:
    if when.begin is None:
        return language.gettext("until %(date)s", date=_side(when.end, language, is_end=True)) if when.end else ""
    begin = _side(when.begin, language)
    if when.meaning is Meaning.DOUBT:
        return language.gettext("from %(date)s on", date=begin)
    return language.gettext("from %(date)s", date=begin)


def _clocks_of_span(when: Edtf, begin: Edtf, end: Edtf, language: Language) -> str:
    """Return what the clock shows at both ends of what is of one day."""
    told = _joined(when, _clock_at_begin(begin, language), _clock_at_end(end, language), language)
    other = _other(_instant(begin), language, _instant(end))
    return language.gettext("%(time)s (%(other)s)", time=told, other=other) if other else told


def _joined(when: Edtf, first: str, last: str, language: Language) -> str:
    # Without "from", the doubt of the beginning would seem to be of the whole.
    is_begin_marked = when.begin is not None and when.begin.is_marked
    if when.meaning is Meaning.DOUBT or (is_begin_marked and not (when.end and when.end.is_marked)):
        return language.gettext("from %(first)s to %(last)s", first=first, last=last)
    return language.gettext("%(first)s to %(last)s", first=first, last=last)


def _side(side: Edtf, language: Language, *, is_end: bool = False) -> str:
    """Return one side of a span of several days."""
    if side.instant is None:
        return in_words(side, language)
    clock = _clock_at_end(side, language) if is_end else _clock_at_begin(side, language)
    other = _other(side.instant, language)
    clock = language.gettext("%(time)s (%(other)s)", time=clock, other=other) if other else clock
    return language.gettext("%(time)s on %(day)s", time=clock, day=_day(side, language))


def _set(when: Edtf, language: Language) -> str:
    """Return the members; of times of one day, the day once."""
    if _are_of_one_day(when):
        clocks = _clocks(when, language)
        return language.gettext("%(time)s on %(day)s", time=clocks, day=_day(when.members[0], language))
    return language.listed([_member(member, language) for member in when.members], style_of(when))


def _are_of_one_day(when: Edtf) -> bool:
    """Return whether the members of a set are times of one day by one clock."""
    instants = [member.instant for member in when.members]
    days = {(instant.day, instant.last_day, instant.other_clock) for instant in instants if instant is not None}
    return None not in instants and len(days) == 1 and next(iter(days))[2] is None


def _clocks(when: Edtf, language: Language) -> str:
    return language.listed([_clock(member, language) for member in when.members], style_of(when))


def _member(member: Edtf, language: Language) -> str:
    if not member.has_times:
        return in_words(member, language)
    if member.instant is not None or member.meaning is Meaning.LASTS:
        return times_in_words(member, language)
    return language.gettext("some time %(span)s", span=_span(member, language))


def _instant(when: Edtf) -> Instant:
    if when.instant is None:
        raise ValueError(f"{when.text} names no time of day")
    return when.instant

"""Dates in words, by rule, in any language: what is shared is said once where the language puts the day first."""

import itertools
import re
from collections.abc import Sequence
from typing import Final

from dateline.ground.dates import seasons
from dateline.ground.dates.civil_day import Day
from dateline.ground.dates.edtf import PLAIN, SINGLE
from dateline.ground.dates.periods import Precision, period_named, periods_between
from dateline.ground.dates.single_in_words import (
    before_in_words,
    code_of,
    has_plain_number,
    plain_in_words,
    single_in_words,
    with_mark,
    years_in_words,
)
from dateline.ground.dates.values import Edtf, Meaning
from dateline.ground.languages import ENGLISH, Language, marked

FIRST_GREGORIAN_DAY: Final = Day(1582, 10, 15)
"""Before it sources dated by other calendars, and no weekday is told that no source gives."""
_EACH: Final = {
    "day": marked("each day %(span)s"),
    "season": marked("each season %(span)s"),
    "quarter": marked("each quarter %(span)s"),
    "month": marked("each month %(span)s"),
    "year": marked("each year %(span)s"),
    "decade": marked("each decade %(span)s"),
    "century": marked("each century %(span)s"),
    "millennium": marked("each millennium %(span)s"),
    "longer": marked("each longer %(span)s"),
}
"""What was on each of many, by their unit; the span is worded as "from 3 to 5 March 2017"."""
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def in_words(when: Edtf, language: Language = ENGLISH) -> str:
    """Return the date in words: "17 November 2017", "about 2017", "11 or 12 November 2017"."""
    text = when.text
    if _DAY.fullmatch(text):
        return plain_in_words(text, language)
    if when.members:
        told = [words for member in when.members for words in _neighbours(member) or (_member(member, language),)]
        return _listed(told, style_of(when), language)
    if when.begin is not None or when.end is not None:
        return _span(when, language)
    return single_in_words(text, language)


def style_of(when: Edtf) -> str:
    """Return how the members of a set are joined: with "and" where it was on each, else with "or"."""
    return "standard" if when.meaning is Meaning.EACH else "or"


def _neighbours(member: Edtf) -> tuple[str, ...]:
    """Return both sides of a range in a set that has nothing between them, which are then two members; else nothing."""
    begin, end = member.begin, member.end
    if begin is None or end is None or not (PLAIN.fullmatch(begin.text) and PLAIN.fullmatch(end.text)):
        return ()
    if begin.earliest is None or end.latest is None:
        return ()
    units = periods_between(begin.earliest, end.latest, begin.precision, 2)
    return units if units == (begin.text, end.text) else ()


def _member(member: Edtf, language: Language) -> str:
    """Return a member of a set: plain ones as they are written, so that what they share can be said once."""
    if member.begin is None and member.end is None:
        return member.text
    span = _span(member, language, is_part=True)
    if member.meaning is not Meaning.LASTS:
        return language.gettext("some time %(span)s", span=span)
    side = member.begin or member.end
    return span if side is None else each_in_words(_unit(side), span, language)


def each_in_words(unit: str, span: str, language: Language) -> str:
    """Return a span of which each unit is meant: "each day from 3 to 5 March 2017"."""
    return language.gettext(_EACH[unit], span=span)


def _unit(side: Edtf) -> str:
    """Return what each member of a range is, by one of its sides."""
    code = code_of(PLAIN.fullmatch(side.text))
    if code in seasons.QUARTERS:
        return "quarter"
    return "season" if code in seasons.CODES else side.precision.value


def _listed(members: Sequence[str], style: str, language: Language) -> str:
    """Join the members, each without what the next one says again."""
    told = [before_in_words(one, following, language) for one, following in itertools.pairwise(members)]
    return language.listed([*told, single_in_words(members[-1], language, is_part=True)], style)


def _span(when: Edtf, language: Language, *, is_part: bool = False) -> str:
    """Return a span; as part of a longer phrase, one of two ends begins with "from" as any other does."""
    begin, end = when.begin, when.end
    if begin is None or end is None:
        return _open(when, language)
    if begin.text == end.text and not is_part:
        return single_in_words(begin.text, language)
    last = single_in_words(end.text, language, is_part=True)
    if begin.text == end.text:
        return language.gettext("from %(date)s", date=last)
    if (marked := SINGLE.fullmatch(begin.text)) and marked["mark"] and not end.is_marked:
        # Without "from", the doubt would seem to be of the whole.
        first = with_mark(marked["mark"], before_in_words(marked["plain"], end.text, language), language)
        return language.gettext("from %(first)s to %(last)s", first=first, last=last)
    first = before_in_words(begin.text, end.text, language)
    if is_part:
        return language.gettext("from %(first)s to %(last)s", first=first, last=last)
    return language.gettext("%(first)s to %(last)s", first=first, last=last)


def _open(when: Edtf, language: Language) -> str:
    if when.end is not None:
        return language.gettext("until %(date)s", date=single_in_words(when.end.text, language, is_part=True))
    begin = single_in_words(when.begin.text, language, is_part=True) if when.begin is not None else ""
    if when.meaning is Meaning.DOUBT:
        return language.gettext("from %(date)s on", date=begin)
    return language.gettext("from %(date)s", date=begin)


def period_in_words(period: str, language: Language = ENGLISH) -> str:
    """Return what a date is filed under in words: "November 2017", "2017", "the 1990s"; a day without its weekday."""
    found = period_named(period)
    if found is None or not period.endswith("x"):
        return plain_in_words(period, language)
    return years_in_words(found.first.year, found.last.year, language, is_before="-" in period)


def period_title(period: str, language: Language = ENGLISH) -> str:
    """Return the same as a heading; of a century, which may be taken for a decade, with its years."""
    words = period_in_words(period, language)
    title = f"{words[:1].upper()}{words[1:]}"
    found = period_named(period)
    if found is None or found.unit is not Precision.CENTURY or not has_plain_number(found.first.year):
        return title
    first, last = (str(day.year) for day in (found.first, found.last))
    return language.gettext("%(century)s (%(first)s to %(last)s)", century=title, first=first, last=last)


def days_in_words(first: Day, last: Day, language: Language = ENGLISH) -> str:
    """Return a span of days without saying a month or year twice: "10 to 13 November 2017"."""
    end = plain_in_words(last.isoformat(), language)
    if first == last:
        return end
    return language.gettext(
        "%(first)s to %(last)s", first=before_in_words(first.isoformat(), last.isoformat(), language), last=end
    )


def day_in_words(day: Day, language: Language = ENGLISH) -> str:
    """Return a day with its weekday, where its calendar is not in question: "Friday, 17 November 2017"."""
    if day < FIRST_GREGORIAN_DAY:
        return plain_in_words(day.isoformat(), language)
    return language.date(day, "weekday")

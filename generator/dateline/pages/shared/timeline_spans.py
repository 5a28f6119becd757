"""Spans of a timeline: dates that fit into no bin, each with its form, and what it says of its days in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.ground.dates import (
    Day,
    Edtf,
    Meaning,
    Precision,
    day_of_second,
    days_in_words,
    first_second,
    in_words,
    periods_between,
    seconds_of,
    some_time,
)
from dateline.ground.languages import ENGLISH, Language
from dateline.pages.shared.timeline_views import Moment, SpanView, Stretch
from dateline.pages.wording import units

_LONGEST_TITLE: Final = 60
_MOST_DAYS: Final = 31
"""Of how many days, each on its own, a range in a set is drawn day by day."""


def is_doubtful(moment: Moment) -> bool:
    """Return whether its date is about right, doubtful, or only the last on which it can have been."""
    return moment.when.is_marked or moment.is_bound


def meaning_of(moment: Moment) -> Meaning:
    """Return what the date says of its days, which those that are drawn together have in common."""
    meaning = moment.when.meaning
    return meaning if meaning in {Meaning.LASTS, Meaning.EACH} else Meaning.DOUBT


def span_of(counted: str, group: Sequence[Moment], language: Language = ENGLISH) -> SpanView:
    """Return the span of one moment, or of several that are drawn as one."""
    first, disputed = group[0], sum(moment.disputed for moment in group)
    form = _form(group, language)
    is_one = len(group) == 1
    title = first.title if len(first.title) <= _LONGEST_TITLE else f"{first.title[: _LONGEST_TITLE - 1]}…"
    said = title if is_one else language.ngettext(*units.COUNTED[counted], len(group))
    label = f"{said} ({'; '.join(filter(None, (form.when, form.means)))})"
    if disputed:
        note = language.gettext("in dispute") if is_one else units.in_dispute(disputed, language)
        label = language.listed([label, note])
    return SpanView(
        stretches=form.stretches,
        name=said,
        label=label,
        when=form.when,
        address=first.address if is_one else _common_address(group),
        count=len(group),
        disputed=disputed,
        marked=form.marked,
        meaning=meaning_of(first),
        means=form.means,
        lang=first.lang if is_one else "",
        dir=first.dir if is_one else "",
    )


@dataclass(frozen=True, slots=True)
class _DrawnAs:
    """What is drawn of some moments, and how that is said."""

    stretches: tuple[Stretch, ...]
    marked: tuple[bool, ...]
    when: str
    means: str


def _form(group: Sequence[Moment], language: Language) -> _DrawnAs:
    """Return the members of the one date that all have, else the stretch that holds all of them."""
    when = group[0].when
    if all(moment.when == when for moment in group):
        is_bound = any(moment.is_bound for moment in group)
        drawn = [(one.is_marked or is_bound, stretch) for one in when.candidates for stretch in _days_of(when, one)]
        marked, stretches = zip(*drawn, strict=True)
        return _DrawnAs(stretches, marked, in_words(when, language), _means(when, language))
    hull, lasts = _hull(group), meaning_of(group[0]) is not Meaning.DOUBT
    first = None if hull[0] is None else day_of_second(hull[0])
    last = None if hull[1] is None else day_of_second(hull[1] - 1)
    told = _hull_in_words(first, last, language, lasts=lasts)
    return _DrawnAs((hull,), (any(map(is_doubtful, group)),), told, _means(when, language) if lasts else "")


def _means(when: Edtf, language: Language) -> str:
    """Return what a date says of its days; nothing of a set of which it is one, whose words say so."""
    if when.meaning is Meaning.LASTS:
        return language.gettext(units.LASTS)
    if when.meaning is Meaning.EACH:
        return language.gettext(units.ON_EACH)
    return "" if when.members else language.gettext(units.WITHIN)


def _days_of(when: Edtf, member: Edtf) -> Iterable[Stretch]:
    """Return the stretch of a date or of a member of a set; of a range of days that are meant one by one, each day."""
    first, last = member.earliest, member.latest
    sides = [side for side in (member.begin, member.end) if side is not None and side.precision is Precision.DAY]
    if when.meaning is Meaning.EACH and len(sides) == 2 and first is not None and last is not None:  # noqa: PLR2004 - both sides
        days = periods_between(first, last, Precision.DAY, _MOST_DAYS)
        starts = [first_second(Day.fromisoformat(day)) for day in days]
        return [(start, start + 24 * 60 * 60) for start in starts] or [seconds_of(member)]
    return [seconds_of(member)]


def _hull(group: Sequence[Moment]) -> Stretch:
    firsts, ends = zip(*(seconds_of(moment.when) for moment in group), strict=True)
    known_firsts, known_ends = ([one for one in side if one is not None] for side in (firsts, ends))
    return (
        min(known_firsts) if len(known_firsts) == len(group) else None,
        max(known_ends) if len(known_ends) == len(group) else None,
    )


def _hull_in_words(first: Day | None, last: Day | None, language: Language, *, lasts: bool) -> str:
    if first is not None and last is not None:
        if lasts:
            return language.gettext("within %(span)s", span=days_in_words(first, last, language))
        return in_words(some_time(first, last), language)
    if first is not None:
        return language.gettext("from %(date)s on", date=days_in_words(first, first, language))
    if last is None:
        return language.gettext("at a time that is open")
    return language.gettext("until %(date)s", date=days_in_words(last, last, language))


def _common_address(group: Sequence[Moment]) -> str:
    """Return the page on which all of a group stand, or else the index of days."""
    pages = {moment.address.partition("#")[0] for moment in group}
    return pages.pop() if len(pages) == 1 else "days/"

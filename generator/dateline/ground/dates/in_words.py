"""Dates in words, by rule, in any language: what is shared is said once where the language puts the day first."""

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from dateline.ground.dates import seasons
from dateline.ground.dates.civil_day import Day
from dateline.ground.dates.edtf import PLAIN, QUALIFIED, SINGLE
from dateline.ground.dates.values import Edtf, Meaning, periods_between
from dateline.ground.languages import ENGLISH, Language, marked, marked_in

FIRST_GREGORIAN_DAY: Final = Day(1582, 10, 15)
"""Before it sources dated by other calendars, and no weekday is told that no source gives."""
_MARKS: Final = {
    "~": marked("about %(date)s"),
    "?": marked("perhaps %(date)s"),
    "%": marked("perhaps about %(date)s"),
}
_EACH: Final = {
    "day": marked("each day %(span)s"),
    "season": marked("each season %(span)s"),
    "quarter": marked("each quarter %(span)s"),
    "month": marked("each month %(span)s"),
    "year": marked("each year %(span)s"),
    "decade": marked("each decade %(span)s"),
    "century": marked("each century %(span)s"),
    "longer": marked("each longer %(span)s"),
}
"""What was on each of many, by their unit; the span is worded as "from 3 to 5 March 2017"."""
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
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PARTS: Final = ("year", "month", "day")
_SHOWN: Final = {(0, 1): "year", (0, 2): "month and year", (0, 3): "all", (1, 2): "month", (1, 3): "day and month"}
"""Which parts of a date are told, by how many are left out before them and how many it has."""
_LEAST_PLAIN_YEAR: Final = 100


def in_words(when: Edtf, language: Language = ENGLISH) -> str:
    """Return the date in words: "17 November 2017", "about 2017", "11 or 12 November 2017"."""
    text = when.text
    if _DAY.fullmatch(text):
        return _plain_in_words(text, language)
    if when.members:
        told = [words for member in when.members for words in _neighbours(member) or (_member(member, language),)]
        return _listed(told, "standard" if when.meaning is Meaning.EACH else "or", language)
    if when.begin is not None or when.end is not None:
        return _span(when, language)
    return _single(text, language)


def _neighbours(member: Edtf) -> tuple[str, ...]:
    """Return both sides of a range in a set that has nothing between them, which are then two members; else nothing."""
    begin, end = member.begin, member.end
    if begin is None or end is None or not (PLAIN.fullmatch(begin.text) and PLAIN.fullmatch(end.text)):
        return ()
    if begin.earliest is None or end.latest is None or len(begin.text) != len(end.text):
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
    return span if side is None else language.gettext(_EACH[_unit(side)], span=span)


def _unit(side: Edtf) -> str:
    """Return what each member of a range is, by one of its sides."""
    code = _code_of(PLAIN.fullmatch(side.text))
    if code in seasons.QUARTERS:
        return "quarter"
    return "season" if code in seasons.CODES else side.precision.value


def _code_of(plain: re.Match[str] | None) -> int:
    """Return what stands in the place of the month, 0 where nothing does."""
    return int(plain["month"] or 0) if plain else 0


def _listed(members: Sequence[str], style: str, language: Language) -> str:
    """Join the members, each without what the next one says again."""
    told = [_before(one, following, language) for one, following in itertools.pairwise(members)]
    return language.listed([*told, _single(members[-1], language)], style)


def _span(when: Edtf, language: Language, *, is_part: bool = False) -> str:
    """Return a span; as part of a longer phrase, one of two ends begins with "from" as any other does."""
    begin, end = when.begin, when.end
    if begin is None or end is None:
        return _open(when, language)
    if begin.text == end.text and not is_part:
        return _single(begin.text, language)
    last = _single(end.text, language)
    if begin.text == end.text:
        return language.gettext("from %(date)s", date=last)
    if (marked := SINGLE.fullmatch(begin.text)) and marked["mark"] and not end.is_marked:
        # Without "from", the doubt would seem to be of the whole.
        first = with_mark(marked["mark"], _before(marked["plain"], end.text, language), language)
        return language.gettext("from %(first)s to %(last)s", first=first, last=last)
    first = _before(begin.text, end.text, language)
    if is_part:
        return language.gettext("from %(first)s to %(last)s", first=first, last=last)
    return language.gettext("%(first)s to %(last)s", first=first, last=last)


def _open(when: Edtf, language: Language) -> str:
    if when.end is not None:
        return language.gettext("until %(date)s", date=_single(when.end.text, language))
    begin = _single(when.begin.text, language) if when.begin is not None else ""
    if when.meaning is Meaning.DOUBT:
        return language.gettext("from %(date)s on", date=begin)
    return language.gettext("from %(date)s", date=begin)


def _before(text: str, following: str, language: Language) -> str:
    """Return a date in words without the month and the year, where what follows has the same."""
    one, other = PLAIN.fullmatch(text), PLAIN.fullmatch(following.rstrip("~?%"))
    is_alone = one is None or other is None or len(text) != len(other[0]) or text == other[0]
    if one is None or other is None or is_alone or not language.shares_ends:
        return _single(text, language)
    if _code_of(one) in seasons.CODES or _code_of(other) in seasons.CODES:
        return _single(text, language)
    shared = 0
    while one[_PARTS[shared]] == other[_PARTS[shared]]:
        shared += 1
    return _plain_in_words(text, language, shared)


def _single(text: str, language: Language) -> str:
    """Return the words of a date that is no span and no set; anything else, which is in words already, as it is."""
    if single := SINGLE.fullmatch(text):
        plain, unspecified = single["plain"], single["open"]
        words = _plain_in_words(plain, language) if unspecified is None else _unspecified(unspecified, language)
        return with_mark(single["mark"], words, language)
    qualified = QUALIFIED.fullmatch(text)
    return text if qualified is None else _qualified(qualified, language)


def with_mark(mark: str, words: str, language: Language) -> str:
    """Return a date in words with its mark of doubt: "about 2017"."""
    return language.gettext(_MARKS[mark], date=words) if mark else words


@lru_cache(maxsize=65536)
def _plain_in_words(plain: str, language: Language, shared: int = 0) -> str:
    """Return a plain date in words, without its first `shared` parts: the year, then the month."""
    parts = [int(part) for part in plain.split("-")]
    if parts[1:] and parts[1] in seasons.CODES:
        following = min(parts[0] + 1, 9999)
        return seasons.in_words(
            year_in_words(parts[0], language), year_in_words(following, language), parts[1], language
        )
    day = Day(*[*parts, 1, 1][: len(_PARTS)])
    words = language.date(day, _SHOWN.get((shared, len(parts)), "day"))
    return words if shared or day.year >= _LEAST_PLAIN_YEAR else language.gettext("%(date)s CE", date=words)


def year_in_words(year: int, language: Language = ENGLISH) -> str:
    """Return a year: "2017", "476", "33 CE", since a number of two digits alone would be read as something else."""
    return _plain_in_words(f"{year:04}", language)


def _unspecified(text: str, language: Language) -> str:
    if not text.endswith("-XX"):
        return _round(text.lower(), language)
    rest = text.replace("-XX", "")
    words = _plain_in_words(rest, language)
    if "-" in rest:
        return language.gettext("some day in %(month)s", month=words)
    return language.gettext("some time in %(year)s", year=words)


def _round(period: str, language: Language) -> str:
    """Return a decade or a century: "the 1990s", "the 1600s"; what these words would leave open, in full."""
    first, last = int(period.replace("x", "0")) or 1, int(period.replace("x", "9"))
    is_decade = not period.endswith("xx")
    if first < _LEAST_PLAIN_YEAR or (is_decade and first % 100 == 0):
        told = year_in_words(last, language)
        return language.gettext("the years %(first)s to %(last)s", first=str(first), last=told)
    return decade_in_words(first, language) if is_decade else language.gettext("the %(year)ss", year=str(first))


def decade_in_words(first: int, language: Language = ENGLISH) -> str:
    """Return a decade by its first year: "the 1990s"."""
    return language.pgettext("decade", "the %(year)ss", year=str(first))


def _qualified(match: re.Match[str], language: Language) -> str:
    """Return a date with marks at its parts: "11 June 2004, the month and year approximate"."""
    parts = [name for name in _PARTS if match[name]]
    marks = {name: match[f"before_{name}"] for name in parts}
    for place, name in enumerate(parts):
        for before in parts[: place + 1]:  # A mark behind a part is for all before it as well.
            marks[before] += match[f"after_{name}"]
    plain = _plain_in_words("-".join(match[name] for name in parts), language)
    said = {name: _mark(marks[name]) for name in parts}
    if len(set(said.values())) == 1:
        return with_mark(said[parts[0]], plain, language)
    told: dict[str, list[str]] = {}
    for name in reversed(parts):
        if said[name]:
            told.setdefault(said[name], []).append(language.pgettext("part of a date", _NAMES[name]))
    notes = (language.gettext(_MEANS[mark], parts=language.listed(names, "standard")) for mark, names in told.items())
    return language.listed([plain, *notes])


def _mark(marks: str) -> str:
    both = {"~", "?"} <= set(marks) or "%" in marks
    return "%" if both else marks[:1]


def period_in_words(period: str, language: Language = ENGLISH) -> str:
    """Return what a date is filed under in words: "November 2017", "2017", "the 1990s"; a day without its weekday."""
    return _round(period, language) if period.endswith("x") else _plain_in_words(period, language)


def period_title(period: str, language: Language = ENGLISH) -> str:
    """Return the same as a heading; of a century, which may be taken for a decade, with its years."""
    words = period_in_words(period, language)
    title = f"{words[:1].upper()}{words[1:]}"
    first, last = period.replace("x", "0"), period.replace("x", "9")
    if not period.endswith("xx") or int(first) < _LEAST_PLAIN_YEAR:
        return title
    return language.gettext("%(century)s (%(first)s to %(last)s)", century=title, first=first, last=last)


def days_in_words(first: Day, last: Day, language: Language = ENGLISH) -> str:
    """Return a span of days without saying a month or year twice: "10 to 13 November 2017"."""
    end = _plain_in_words(last.isoformat(), language)
    if first == last:
        return end
    return language.gettext(
        "%(first)s to %(last)s", first=_before(first.isoformat(), last.isoformat(), language), last=end
    )


def day_in_words(day: Day, language: Language = ENGLISH) -> str:
    """Return a day with its weekday, where its calendar is not in question: "Friday, 17 November 2017"."""
    if day < FIRST_GREGORIAN_DAY:
        return _plain_in_words(day.isoformat(), language)
    return language.date(day, "weekday")

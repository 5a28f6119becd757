"""From when to when a chronology or a dispute is: every event counts, however little is known of its date."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from dateline.ground.dates import Day, Edtf, Meaning, Precision, holds, in_words, parse, period_in_words, period_of
from dateline.ground.languages import ENGLISH, Language
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition

_YEAR: Final = re.compile(r"[0-9]{4}")
_IN_A_YEAR: Final = re.compile(r"[0-9]{4}(?:-|$)")


@dataclass(frozen=True, slots=True)
class Extent:
    """The first and the last day that an event may have been on, as far as they are known, and in words."""

    first: Day | None
    last: Day | None
    first_told: str
    last_told: str
    goes_on: bool
    """Whether some event has begun and not ended."""
    in_years: tuple[str, str] | None = None
    """Both ends as years in words, where one of them is known no better."""

    @property
    def told(self) -> tuple[str, str]:
        """Both ends in words, one no more exactly than the other where that is only a year."""
        return self.in_years or (self.first_told, self.last_told)


@derivation
def extent_of_all(edition: Edition) -> Extent:
    """Return from when to when the events are, in the units in which that is known: a day, a month, a year."""
    sides = [side for event in edition.chronology.events.values() for side in _sides(event.date)]
    first = min(sides, key=lambda side: (side.order[0], side.order[1]), default=None)
    last = max(sides, key=lambda side: (side.order[1], side.order[0]), default=None)
    dates = (event.date for event in edition.chronology.events.values())
    return Extent(
        first.earliest if first else None,
        last.latest if last else None,
        period_in_words(first.period, edition.language) if first else "",
        period_in_words(last.period, edition.language) if last else "",
        any(when.meaning is Meaning.LASTS and when.end is None for when in dates),
        _in_years(first, last, edition.language) if first and last else None,
    )


def _in_years(first: Edtf, last: Edtf, language: Language) -> tuple[str, str] | None:
    """Return both ends as years in words, where one is a year and the other is known better; else None."""
    periods = (first.period, last.period)
    if not any(_YEAR.fullmatch(period) for period in periods) or not all(map(_IN_A_YEAR.match, periods)):
        return None
    return period_in_words(periods[0][:4], language), period_in_words(periods[1][:4], language)


def extent_in_words(edition: Edition) -> str:
    """Return from when to when the events are: "11 November 2017 to June 2018"."""
    extent, language = edition.derived(extent_of_all), edition.language
    told = dict.fromkeys(filter(None, extent.told))
    span = ""
    for one in told:
        span = language.gettext("%(first)s to %(last)s", first=span, last=one) if span else one
    return language.gettext("%(span)s, and going on", span=span) if extent.goes_on else span


def _sides(when: Edtf) -> Iterator[Edtf]:
    """Yield each single date that a date is made of, none of them open."""
    parts = [part for part in (when.begin, when.end, *when.members) if part is not None]
    if not parts and when.earliest is not None:
        yield when
    for part in parts:
        yield from _sides(part)


def dates_in_words(dates: Collection[Edtf], language: Language = ENGLISH) -> str:
    """Return from when to when some dates are, no end told more exactly than the date that has it.

    Dates of 20 November 2017 and of January 2018 are "20 November 2017 to January 2018".
    """
    if len(set(dates)) == 1:
        return in_words(next(iter(dates)), language)
    sides = [side for when in dates for side in _sides(when)]
    first = None if any(when.earliest is None for when in dates) else min(sides, key=lambda side: side.order)
    last = None if any(when.latest is None for when in dates) else max(sides, key=lambda side: (side.latest, side.text))
    begin = period_of(first.earliest, _unit(first)) if first and first.earliest else ""
    end = period_of(last.latest, _unit(last)) if last and last.latest else ""
    if begin and end and (holds(begin, end) or holds(end, begin)):
        return period_in_words(begin if holds(begin, end) else end, language)
    return in_words(parse(f"{begin or '..'}/{end or '..'}"), language) if begin or end else ""


def _unit(side: Edtf) -> Precision:
    """Return how exactly a date is told, in years at most: longer times have no word for where they begin and end."""
    return min(side.precision, Precision.YEAR, key=list(Precision).index)

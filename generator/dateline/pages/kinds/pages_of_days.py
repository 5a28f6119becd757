"""Which days, months and years have a page, and what stands on each.

A page is named by its time as its address is: "2017-11-17", "2017-11", "2017", "201x", "20xx", "2xxx",
"open", or "undated".
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from dateline.ground.dates import (
    Day,
    Precision,
    day_in_words,
    holds,
    order_of_period,
    period_in_words,
    period_named,
    period_of,
    period_title,
    shortened,
    unit_of_period,
)
from dateline.ground.languages import ENGLISH, Language
from dateline.pages.shared import going_on as running
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition, parts_of_days
from dateline.pages.shared.lists import Neighbours, steps
from dateline.pages.shared.moved import moved_by_page
from dateline.pages.shared.trail import month_anchor
from dateline.pages.shared.views import Link
from dateline.pages.wording import addresses
from dateline.records.types import Event, Source

_WITH_CONTENTS: Final = (Precision.YEAR, Precision.DECADE, Precision.CENTURY)


def day_pages(edition: Edition) -> list[str]:
    """Return the days with events or publications, then the longer times of other events, "open" and "undated".

    A day, a month or a year on which something was going on has a page as well.
    """
    return [*map(Day.isoformat, days_with_pages(edition)), *edition.derived(_periods)]


def days_with_pages(edition: Edition) -> list[Day]:
    """Return the days with events or publications, in order."""
    return sorted({*edition.derived(_days_with_events), *edition.derived(sources_by_day)})


def left_pages(edition: Edition) -> list[str]:
    """Return the days, months and years on which nothing stands or was reported, and something stood before."""
    there = set(day_pages(edition))
    return sorted((period for period in edition.derived(moved_by_page) if period not in there), key=order_of_period)


def events_of_page(edition: Edition, period: str) -> Sequence[Event]:
    """Return the events that stand on a page and its parts."""
    if is_day(period):
        return edition.chronology.events_by_day.get(Day.fromisoformat(period), ())
    return edition.derived(_events_by_period).get(period, ())


def part_numbers(edition: Edition, period: str) -> range:
    """Return the numbers of the parts of a page after the first, of which most have none."""
    return range(2, len(edition.derived(parts_of_days).get(period, ())) + 1)


def is_day(period: str) -> bool:
    """Return whether a page is that of a day."""
    return unit_of_period(period) is Precision.DAY


def is_round(period: str) -> bool:
    """Return whether a page is that of a decade or longer."""
    return unit_of_period(period) in {Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM}


def title_of(period: str, language: Language = ENGLISH) -> str:
    """Return what a page is called."""
    if period == addresses.UNDATED:
        return language.gettext("Events of an unknown year")
    if period == addresses.WIDE:
        return language.gettext("Events of a long or open time")
    return day_in_words(Day.fromisoformat(period), language) if is_day(period) else period_title(period, language)


@derivation
def steps_of_periods(edition: Edition) -> dict[str, Neighbours]:
    """Return, by address of a month, year, decade or century, the nearest one of its kind before and after it.

    A month that has events on its days alone has no page, and is a step nonetheless: to its place among all days.
    """
    there = set(edition.derived(_periods)) - addresses.OF_NO_PERIOD
    with_days = {shortened(day.isoformat(), Precision.MONTH) for day in edition.derived(_days_with_events)}
    by_unit: defaultdict[Precision, list[Link]] = defaultdict(list)
    for period in sorted(there | with_days, key=order_of_period):
        address = f"days/{period}/" if period in there else f"days/#{month_anchor(period)}"
        by_unit[unit_of_period(period)].append(Link(period_in_words(period, edition.language), address))
    return {address: found for row in by_unit.values() for address, found in steps(row).items()}


@derivation
def contents_of_periods(edition: Edition) -> dict[str, dict[str, int]]:
    """Return what is dated more exactly than the page of a year, decade or century: months or years, and how many."""
    there = set(edition.derived(_periods))
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for event in edition.chronology.events.values():
        name = event.date.period
        inner = period_named(name)
        if inner is None:
            continue
        for unit in _WITH_CONTENTS:
            outer = period_of(inner.first, unit)
            if outer in there and outer != name and holds(outer, name):
                part = Precision.MONTH if unit is Precision.YEAR else Precision.YEAR
                found[outer][shortened(name, part)] += 1
    return {outer: {one: counts[one] for one in sorted(counts, key=order_of_period)} for outer, counts in found.items()}


@derivation
def _days_with_events(edition: Edition) -> list[Day]:
    """Return the days on which something was for certain, whether it stands there or is only named, in order."""
    named = (Day.fromisoformat(period) for period in edition.derived(running.all_going_on).told if is_day(period))
    return sorted({*edition.chronology.events_by_day, *named})


@derivation
def _periods(edition: Edition) -> tuple[str, ...]:
    """Return the months, years and so on that have a page, in order."""
    going_on = (period for period in edition.derived(running.all_going_on).told if not is_day(period))
    return tuple(sorted({*edition.derived(_events_by_period), *going_on}, key=order_of_period))


@derivation
def _events_by_period(edition: Edition) -> dict[str, list[Event]]:
    loose: dict[str, list[Event]] = defaultdict(list)
    for event in edition.chronology.events.values():
        if event.date.day is None:
            loose[addresses.period_of(event.date)].append(event)
    return dict(sorted(loose.items(), key=lambda item: order_of_period(item[0])))


@derivation
def sources_by_day(edition: Edition) -> dict[Day, tuple[Source, ...]]:
    """Return the sources that appeared on each day."""
    found: dict[Day, list[Source]] = defaultdict(list)
    for source in edition.chronology.sources.values():
        if source.published.day is not None:
            found[source.published.day].append(source)
    return {day: tuple(sources) for day, sources in found.items()}

"""Which days, months and years have a page, and what stands on each.

A page is named by its time as its address is: "2017-11-17", "2017-11", "2017", "201x", or "undated".
"""

from collections import defaultdict
from collections.abc import Sequence

from dateline.ground.dates import Day, day_in_words, period_title
from dateline.ground.languages import ENGLISH, Language
from dateline.pages.shared import going_on as running
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition, parts_of_days
from dateline.pages.shared.moved import moved_by_page
from dateline.pages.wording import addresses
from dateline.records.types import Event, Source


def day_pages(edition: Edition) -> list[str]:
    """Return the days with events or publications, then the months, years and so on of other events, and "undated".

    A day, a month or a year on which something was going on has a page as well.
    """
    return [*map(Day.isoformat, days_with_pages(edition)), *edition.derived(_periods)]


def days_with_pages(edition: Edition) -> list[Day]:
    """Return the days with events or publications, in order."""
    return sorted({*edition.derived(_days_with_events), *edition.derived(sources_by_day)})


def left_pages(edition: Edition) -> list[str]:
    """Return the days, months and years on which nothing stands or was reported, and something stood before."""
    there = set(day_pages(edition))
    return sorted(period for period in edition.derived(moved_by_page) if period not in there)


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
    return len(period) == len("2017-11-17")


def title_of(period: str, language: Language = ENGLISH) -> str:
    """Return what a page is called."""
    if period == addresses.UNDATED:
        return language.gettext("Events of no certain year")
    return day_in_words(Day.fromisoformat(period), language) if is_day(period) else period_title(period, language)


@derivation
def _days_with_events(edition: Edition) -> list[Day]:
    """Return the days on which something was for certain, whether it stands there or is only named, in order."""
    named = (Day.fromisoformat(period) for period in edition.derived(running.all_going_on).told if is_day(period))
    return sorted({*edition.chronology.events_by_day, *named})


@derivation
def _periods(edition: Edition) -> tuple[str, ...]:
    """Return the months, years and so on that have a page, in order."""
    going_on = (period for period in edition.derived(running.all_going_on).told if not is_day(period))
    return tuple(sorted({*edition.derived(_events_by_period), *going_on}))


@derivation
def _events_by_period(edition: Edition) -> dict[str, list[Event]]:
    loose: dict[str, list[Event]] = defaultdict(list)
    for event in edition.chronology.events.values():
        if event.date.day is None:
            loose[addresses.period_of(event.date)].append(event)
    return dict(sorted(loose.items()))


@derivation
def sources_by_day(edition: Edition) -> dict[Day, tuple[Source, ...]]:
    """Return the sources that appeared on each day."""
    found: dict[Day, list[Source]] = defaultdict(list)
    for source in edition.chronology.sources.values():
        if source.published.day is not None:
            found[source.published.day].append(source)
    return {day: tuple(sources) for day, sources in found.items()}

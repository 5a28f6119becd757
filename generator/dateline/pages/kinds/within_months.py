"""What a month has on its days: each day with the names of its events."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from dateline.ground.dates import Day
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.event_view import contexts_of
from dateline.pages.shared.known import ClaimsAsKnown
from dateline.pages.shared.outcome_of_all import open_in_words
from dateline.pages.shared.views import Link
from dateline.pages.wording import addresses
from dateline.records.types import Event

_NAMED: Final = 6
"""How many events of a day are named: a month has room for all days, and a heavy day has its own page."""


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day of a month with its events, the first of which are named; `step` is that of the first which was known."""

    day: Link
    events: tuple[Link, ...]
    rest: str
    """How many more there are, in words; empty where all are named."""
    step: int = 0


def days_of(page: ClaimsAsKnown, month: str) -> tuple[DayOfMonth, ...]:
    """Return the days of a month on which something is dated, in order; of a longer time none."""
    return tuple(_days(page, month))


def events_on_days(edition: Edition, month: str) -> int:
    """Return how many events have a certain day in a month."""
    return sum(len(edition.chronology.events_by_day[day]) for day in edition.derived(_days_by_month).get(month, ()))


def _days(page: ClaimsAsKnown, month: str) -> Iterator[DayOfMonth]:
    edition = page.edition
    for day in edition.derived(_days_by_month).get(month, ()):
        events = edition.chronology.events_by_day[day]
        named = tuple(_named(page, event) for event in events[:_NAMED])
        rest = len(events) - len(named)
        yield DayOfMonth(
            Link(edition.language.date(day, "day and month"), addresses.day_address(day)),
            named,
            edition.language.ngettext("and %(count)s more", "and %(count)s more", rest) if rest else "",
            min(page.first(contexts_of(event)) for event in events),  # of those that are only counted as well
        )


def _named(page: ClaimsAsKnown, event: Event) -> Link:
    """Return the link to an event with the mark that it has at the head of its own day."""
    note = open_in_words(page.edition, event)
    return replace(page.edition.event(event), note=note, step=page.first(contexts_of(event)))


@derivation
def _days_by_month(edition: Edition) -> dict[str, tuple[Day, ...]]:
    """Return the days of each month on which events stand, in order."""
    found: defaultdict[str, list[Day]] = defaultdict(list)
    for day in sorted(edition.chronology.events_by_day):
        found[day.isoformat().rpartition("-")[0]].append(day)
    return {month: tuple(days) for month, days in found.items()}

"""What is going on besides what stands on a page: events that last, that were on several days, or perhaps on one.

An event stands on the page of its first day, month or year.  On the others it is named: what
lasts, on each day of up to 31, else on each month of up to 31, else on years, decades or
centuries; one that still goes on, until its last source appeared, since nobody knows more.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from dateline.ground.dates import Day, Edtf, Meaning, Precision, holds, order_of_period, periods_between
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.outcome_of_all import open_in_words
from dateline.pages.shared.views import Link
from dateline.pages.wording import words
from dateline.records.types import Event

_MOST_NAMED: Final = 31


@dataclass(frozen=True)
class GoingOn:
    """By day, month, year, decade or century, what is named there and stands elsewhere."""

    lasting: dict[str, tuple[Event, ...]]
    """What began before and was going on for certain."""
    again: dict[str, tuple[Event, ...]]
    """What was on several days, this one not the first."""
    perhaps: dict[str, tuple[Event, ...]]
    """What may have been on this day, or may have gone on so long."""

    @property
    def told(self) -> tuple[str, ...]:
        """The days, months and so on that something was on for certain, in order."""
        return tuple(sorted({*self.lasting, *self.again}, key=order_of_period))


@derivation
def all_going_on(edition: Edition) -> GoingOn:
    """Return what is named on the days and longer times of a chronology, in the order of the events."""
    certain, several, doubtful = (defaultdict[str, list[Event]](list) for _ in range(3))
    for event in edition.chronology.events.values():
        for named, periods in (
            (certain, _while_it_lasted(edition, event)),
            (several, _on_each(event.date)),
            (doubtful, _perhaps(edition, event)),
        ):
            for period in dict.fromkeys(periods):
                # Neither on its own page, nor on that of the month or year which its own day is in.
                if not holds(period, event.date.period):
                    named[period].append(event)
    return GoingOn(*({period: tuple(events) for period, events in one.items()} for one in (certain, several, doubtful)))


@derivation
def lasting(edition: Edition) -> dict[str, tuple[Event, ...]]:
    """Return, by day, month and so on, what began before and was going on for certain."""
    return edition.derived(all_going_on).lasting


@derivation
def again(edition: Edition) -> dict[str, tuple[Event, ...]]:
    """Return, by day, month and so on, what was on several days, this one not the first."""
    return edition.derived(all_going_on).again


@derivation
def perhaps(edition: Edition) -> dict[str, tuple[Event, ...]]:
    """Return, by day, month and so on, what may have been on this day, or may have gone on so long."""
    return edition.derived(all_going_on).perhaps


def named(edition: Edition, event: Event) -> Link:
    """Return the link to an event from a page that it does not stand on, which says how much of it is open."""
    when = edition.language.facts((words.when(event, edition.language), open_in_words(edition, event)))
    return edition.event(event, when)


def _while_it_lasted(edition: Edition, event: Event) -> Iterable[str]:
    """Return when something was going on for certain: what only publications date is bounded by them.

    Where its beginning alone is marked as about right or doubtful, that is when it ended.
    """
    if event.date_basis == "publication":
        return ()
    if not event.date.is_marked:
        return _stretch(edition, event)
    end = event.date.end
    return () if end is None or end.is_marked else tuple(_stretch(edition, event))[-1:]


def _on_each(when: Edtf) -> Iterator[str]:
    for member in when.members if when.meaning is Meaning.EACH else ():
        if not member.is_marked:
            yield from _of_member(member)


def _perhaps(edition: Edition, event: Event) -> Iterator[str]:
    when = event.date
    for member in when.members:
        if when.meaning is not Meaning.EACH or member.is_marked:
            yield from _of_member(member)
    if when.is_marked or event.date_basis == "publication":
        certain = set(_while_it_lasted(edition, event))
        yield from (period for period in _stretch(edition, event) if period not in certain)


def _stretch(edition: Edition, event: Event) -> Iterable[str]:
    """Return the days, months and so on through which an event lasts; none of another."""
    begin, end = event.date.begin, event.date.end
    if begin is None or begin.earliest is None or event.date.meaning is not Meaning.LASTS:
        return ()
    last = end.latest if end is not None else _last_told(edition, event)
    unit = begin.precision if end is None else _coarser(begin.precision, end.precision)
    return () if last is None or last < begin.earliest else _named(begin.earliest, last, unit)


def _of_member(member: Edtf) -> Iterable[str]:
    """Return the days of a member of a set, or the months and so on of one without days; of an open range none."""
    sides = [side for side in (member.begin, member.end) if side is not None] or [member]
    if member.earliest is None or member.latest is None:
        return ()
    return _named(member.earliest, member.latest, _coarser(sides[0].precision, sides[-1].precision))


def _named(first: Day, last: Day, unit: Precision) -> Iterable[str]:
    """Return the days from one to another, or the months or what else is no more than 31."""
    units = list(Precision)[list(Precision).index(unit) : -1]
    every = (periods_between(first, last, one, _MOST_NAMED) for one in units)
    return next((periods for periods in every if periods), ())


def _coarser(one: Precision, other: Precision) -> Precision:
    return max(one, other, key=list(Precision).index)


def _last_told(edition: Edition, event: Event) -> Day | None:
    """Return the last day on which a source of the event appeared for certain."""
    cited = {report.cite.source for claim in event.claims for report in claim.reports}
    sources = (edition.chronology.sources.get(id_) for id_ in cited)
    days = (source.published.earliest for source in sources if source is not None)
    return max((day for day in days if day is not None), default=None)

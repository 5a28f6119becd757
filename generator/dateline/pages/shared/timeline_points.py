"""Turning points on a timeline: the moments that it names, and where they lie."""

from collections.abc import Iterable, Iterator, Sequence

from dateline.ground.dates import day_of_second, first_second, in_words, seconds_of
from dateline.ground.languages import Language
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.outcome_of_all import events_in_dispute
from dateline.pages.shared.time_units import Unit
from dateline.pages.shared.timeline_views import Moment, PointView
from dateline.records.types import Event


def named_moments(edition: Edition, points: Iterable[Event]) -> list[Moment]:
    """Return turning points, in dispute by the same rule as the bars below them."""
    disputed = edition.derived(events_in_dispute)
    return [Moment(event.date, event.title, edition.event_address(event), event.id in disputed) for event in points]


def points_of(unit: Unit, points: Sequence[Moment], language: Language) -> Iterator[PointView]:
    """Yield moments as they are named above an axis; one of which no day is known has no place there."""
    for moment in points:
        first, end = seconds_of(moment.when)
        if first is None or end is None:
            known = moment.when.earliest or moment.when.latest
            if known is None:
                continue
            first, end = first_second(known), first_second(known.shifted(1))
        bin_ = unit.index(first)
        label = f"{moment.title} ({in_words(moment.when, language)})"
        is_one = bin_ == unit.index(end - 1)
        # Of what lasts, or was some time within, the line leads to the first day.
        begun = (first, min(end, first_second(day_of_second(first).shifted(1))))
        yield PointView(begun, bin_ if is_one else None, moment.title, label, moment.address, moment.disputed)

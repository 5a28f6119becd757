"""Turning points on a timeline: the moments that it names, and where they lie."""

from collections.abc import Iterable, Iterator, Sequence

from dateline.ground.dates import in_words
from dateline.ground.languages import Language
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.outcome_of_all import SETTLED_IN_PART, outcome_of_event
from dateline.pages.shared.time_units import Unit
from dateline.pages.shared.timeline_views import Moment, PointView
from dateline.records.rules.standing import Outcome
from dateline.records.types import Event


def named_moments(edition: Edition, points: Iterable[Event]) -> list[Moment]:
    """Return turning points, each in dispute where something of what its title tells is."""
    return [
        Moment(
            event.date,
            event.title,
            edition.event_address(event),
            outcome_of_event(edition, event).outcome in {Outcome.OPEN, SETTLED_IN_PART},
        )
        for event in points
    ]


def points_of(unit: Unit, points: Sequence[Moment], language: Language) -> Iterator[PointView]:
    """Yield moments as they are named above an axis; one of which no day is known has no place there."""
    for moment in points:
        when = moment.when
        day = when.earliest or when.latest
        if day is None:
            continue
        last = when.latest if when.latest is not None and when.earliest is not None else day
        bin_ = unit.index(day) if unit.index(day) == unit.index(last) else None
        label = f"{moment.title} ({in_words(when, language)})"
        yield PointView(day, bin_, moment.title, label, moment.address, moment.disputed)

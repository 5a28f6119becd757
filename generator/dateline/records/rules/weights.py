"""How much an event weighs: what editors say of it or, where they say nothing of any, how many voices tell it."""

from collections.abc import Iterable
from typing import Final

from dateline.records.chronology import Chronology
from dateline.records.types import Event, Report, State

LEAST_VOICES: Final = 2
"""By so many voices at least an event is told that is a turning point by them."""


def count_voices(chronology: Chronology, reports: Iterable[Report]) -> int:
    """Return how many voices speak in some reports, whatever they say."""
    return len({chronology.voice(report) for report in reports if chronology.counts(report)} - {None})


def voices_of(chronology: Chronology, event: Event) -> int:
    """Return how many voices tell an event."""
    return count_voices(chronology, (report for claim in event.claims for report in claim.reports))


def has_turning_points(chronology: Chronology) -> bool:
    """Return whether any published event is a turning point."""
    events = [event for event in chronology.events.values() if event.state is State.PUBLISHED]
    return any(event.weight == "key" for event in events) or any(
        voices_of(chronology, event) >= LEAST_VOICES for event in events
    )

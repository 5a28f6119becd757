"""Turning points: the events that editors gave weight or, where they gave none any, those of which most voices tell."""

from collections.abc import Iterable, Mapping
from typing import Final

from dateline.ground.dates import Day
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.records.chronology import event_order
from dateline.records.rules.weights import LEAST_VOICES, voices_of
from dateline.records.types import Event

MOST: Final = 10
"""So many turning points are named at most: more are a list of events."""


def turning_points(edition: Edition, events: Iterable[Event], most: int = MOST) -> tuple[Event, ...]:
    """Return those of some events that are turning points, at most so many, in the order of time."""
    key, voices = edition.derived(key_events), edition.derived(voices_of_events)
    is_given = edition.derived(are_points_given)
    found = [event for event in events if (event.id in key if is_given else voices[event.id] >= LEAST_VOICES)]
    if len(found) > most:
        found = sorted(found, key=lambda event: (-voices[event.id], event_order(event)))[:most]
    return tuple(sorted(found, key=event_order))


@derivation
def key_events(edition: Edition) -> frozenset[str]:
    """Return the ids of the events that editors called turning points."""
    return frozenset(event.id for event in edition.chronology.events.values() if event.weight == "key")


@derivation
def are_points_given(edition: Edition) -> bool:
    """Return whether editors called any event a turning point."""
    return bool(edition.derived(key_events))


@derivation
def voices_of_events(edition: Edition) -> Mapping[str, int]:
    """Return by how many voices each event is told, whatever they say of it."""
    return {event.id: voices_of(edition.chronology, event) for event in edition.chronology.events.values()}


def first_day(event: Event) -> Day | None:
    """Return the first day on which an event may have begun."""
    return event.date.earliest or event.date.latest

"""Rules about events that are parts of others, or related to them."""

from collections.abc import Iterator
from typing import Final

from dateline.ground.dates import lie_apart
from dateline.ground.problems import Code, Problem
from dateline.records.chronology import Chronology
from dateline.records.rules.context import Context
from dateline.records.types import Event, RelatedEvent

_LATER: Final = {"caused-by": "cannot have caused it", "follows": "cannot come before it"}
"""What an event cannot be that is later than the one that names it, by the relation."""


def no_event_contains_itself(context: Context) -> Iterator[Problem]:
    """No event is part of itself, by however many steps, and none is related to itself."""
    for event in context.chronology.events.values():
        if event.id in wholes_of(context.chronology, event):
            message = f"'{event.id}' is part of itself"
            hint = "remove part_of here, or in what it is part of"
            yield context.problem(event, ("part_of",), Code.CIRCULAR_REFERENCE, message, hint)
        for index, tie in enumerate(event.related):
            if tie.event == event.id:
                message, hint = f"'{event.id}' is related to itself", "name the other event, or remove the entry"
                yield context.problem(event, ("related", index, "event"), Code.CIRCULAR_REFERENCE, message, hint)


def tags_are_told_once(context: Context) -> Iterator[Problem]:
    """No event has a tag twice."""
    for event in context.chronology.events.values():
        for index, tag in enumerate(event.tags):
            if tag in event.tags[:index]:
                message = f"the tag '{tag}' stands here a second time"
                yield context.problem(event, ("tags", index), Code.BAD_VALUE, message, "keep one of the two")


def wholes_of(chronology: Chronology, event: Event) -> list[str]:
    """Return what an event is part of, the nearest first; in a circle, each once."""
    found: list[str] = []
    current: Event | None = event
    while current is not None and current.part_of is not None and current.part_of not in found:
        found.append(current.part_of)
        current = chronology.events.get(current.part_of)
    return found


def events_are_tied_as_their_dates_allow(context: Context) -> Iterator[Problem]:
    """A part lies within the time of its whole, and what caused an event or came before it did not begin after it."""
    events = context.chronology.events
    for event in events.values():
        whole = events.get(event.part_of or "")
        if whole is not None and lie_apart(event.compared, whole.compared):
            message = f"this is dated {event.date}, and '{whole.id}', of which it is a part, {whole.date}"
            hint = "correct one of the dates, or remove part_of"
            yield context.problem(event, ("part_of",), Code.TIE_AGAINST_TIME, message, hint)
        for index, tie in enumerate(event.related):
            other = events.get(tie.event)
            if other is not None and (cannot := _cannot_be(context, tie)) and _is_later(other, event):
                message = f"'{other.id}' is dated {other.date}, later than this ({event.date}): it {cannot}"
                hint = "correct one of the dates, or say it in the record of the other event"
                yield context.problem(event, ("related", index, "how"), Code.TIE_AGAINST_TIME, message, hint)


def _cannot_be(context: Context, tie: RelatedEvent) -> str:
    return _LATER.get(context.chronology.masthead.vocabulary.behaves_as("relations", tie.how), "")


def _is_later(one: Event, other: Event) -> bool:
    """Return whether an event began for certain when the other was over."""
    return lie_apart(one.compared, other.compared) and one.compared.order > other.compared.order

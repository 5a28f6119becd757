"""What an event has to do with others."""

from dataclasses import KW_ONLY
from typing import Annotated

from pydantic.dataclasses import dataclass

from dateline.records.types.fields import RECORD, ActorId, EventId, RelationWord, like
from dateline.records.types.shared import Citation


@dataclass(frozen=True, slots=True, config=RECORD)
class RelatedEvent:
    """Another event that somebody ties this one to."""

    _: KW_ONLY
    event: EventId
    """The other event."""
    how: RelationWord
    """What that one is to this one; its page shows the inverse."""
    by: Annotated[tuple[ActorId, ...], like(["petitioners"])] = ()
    """Who says so, first speaker first; empty where the publisher speaks in its own voice."""
    cite: Annotated[Citation, like({"source": "gazette-2031-03-04", "paragraph": 2})]
    """The paragraph that says so."""

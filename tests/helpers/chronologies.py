"""Chronologies made of nothing but dates, for what has to hold for any of them."""

from collections.abc import Iterable
from typing import Final

from dateline.pages.shared.edition import Edition
from dateline.records.chronology import Chronology
from dateline.records.types import Event, Masthead, Vocabulary
from pydantic import TypeAdapter

FORMS_OF_DATES: Final = (
    "2017-11-08T14:30Z",
    "2017-11-08T14:30:05Z",
    "2017-11-08",
    "2017-11",
    "2017-11-08~",
    "2017-11-08/2017-11-12",
    "2017-11-08/..",
    "../2017-11-08",
    "[2017-11-28..2017-12-02]",
    "{2017-11-08,2017-11-12}",
    "-0043-03-15",
    "-0430",
    "0000-05-01",
    "Y-300000",
    "201X",
)
"""A date of each form that a file for other tools may have no room for."""
_EVENTS: Final = TypeAdapter(Event)


def event(number: int, when: str) -> Event:
    """Return an event of this date, with one claim."""
    return _EVENTS.validate_python(
        {
            "id": f"event-{number}",
            "title": f"Event {number}",
            "date": when,
            "kind": "kind",
            "claims": [
                {"id": "claim", "text": "It is so.", "reports": [{"cite": {"source": "source", "paragraph": 1}}]}
            ],
        }
    )


def edition_of(dates: Iterable[str]) -> Edition:
    """Return an edition in which an event happened on each of the dates, in their order."""
    events = sorted((event(number, when) for number, when in enumerate(dates)), key=lambda one: one.date.order)
    return Edition(
        Chronology(
            masthead=Masthead(title="Dates", vocabulary=Vocabulary()),
            events={one.id: one for one in events},
            sources={},
            actors={},
            places={},
            disputes={},
            tombstones=(),
            pages={},
            images={},
            pictures={},
            documents={},
        )
    )

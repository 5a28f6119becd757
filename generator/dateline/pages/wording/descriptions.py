"""What a page says of itself in search results and where it is shared: a sentence or two, made from the record."""

from collections.abc import Sequence
from typing import Final

from dateline.pages.wording import words
from dateline.records import prose

_LONGEST: Final = 220
"""Characters; what shows descriptions cuts them at about 160 to 300."""


def of_events(title: str, when: str, events: Sequence[str]) -> str:
    """Return the description of a day or period: as many of its events as fit, and how many more."""
    told = f"{title}, {when}: {events[0] if events else 'what was reported on this day'}"
    for index, event in enumerate(events[1:], 1):
        if len(told) + len(event) > _LONGEST:
            return f"{told}; and {words.plural(len(events) - index, 'more event', 'more events')}."
        told = f"{told}; {event}"
    return f"{told}."


def of_actor(title: str, name: str, kind: str, counts: tuple[int, int, int]) -> str:
    """Return the description of an actor; `counts` are its events, the reports it first spoke, and its disputes."""
    events, reports, disputes = counts
    parts = [f"part in {words.plural(events, 'event')}"] if events else []
    parts += [f"first speaker of {words.plural(reports, 'report')}"] if reports else []
    parts += [words.plural(disputes, "dispute")] if disputes else []
    return _sentence(f"{name} ({kind[:1].lower()}{kind[1:]}) in {title}", parts)


def of_part(title: str, name: str, rows: int) -> str:
    """Return the description of a further page of a heavy one, with so many rows."""
    return _sentence(f"{name} in {title}", [words.plural(rows, "entry", "entries")])


def of_place(title: str, name: str, kind: str, counts: tuple[int, int, int]) -> str:
    """Return the description of a place; `counts` are its events, the claims about who holds it, and its disputes."""
    events, claims, disputes = counts
    parts = [words.plural(events, "event")] if events else []
    parts += [f"{words.plural(claims, 'claim')} about who held it"] if claims else []
    parts += [words.plural(disputes, "dispute")] if disputes else []
    return _sentence(f"{name} ({kind[:1].lower()}{kind[1:]}) in {title}", parts)


def of_prose(title: str, body: str) -> str:
    """Return the beginning of a hand-written page that has no description of its own."""
    opening = prose.opening(body)
    if len(opening) > _LONGEST:
        opening = f"{opening[:_LONGEST].rpartition(' ')[0]}…"
    return opening or title


def _sentence(subject: str, parts: Sequence[str]) -> str:
    return f"{subject}: {', '.join(parts)}." if parts else f"{subject}."

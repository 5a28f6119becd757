"""What a page says of itself in search results and where it is shared: a sentence or two, made from the record."""

from collections.abc import Sequence
from typing import Final

from dateline.ground.languages import ENGLISH, Language
from dateline.records import prose

_LONGEST: Final = 220
"""Characters; what shows descriptions cuts them at about 160 to 300."""


def of_events(title: str, when: str, events: Sequence[str], language: Language = ENGLISH) -> str:
    """Return the description of a day or period: as many of its events as fit, and how many more."""
    first = events[0] if events else language.gettext("what was reported on this day")
    told = f"{title}, {when}: {first}"
    for index, event in enumerate(events[1:], 1):
        if len(told) + len(event) > _LONGEST:
            return language.ngettext(
                "%(events)s; and %(count)s more event.",
                "%(events)s; and %(count)s more events.",
                len(events) - index,
                events=told,
            )
        told = f"{told}; {event}"
    return _ended(told, language)


def of_actor(title: str, name: str, kind: str, counts: tuple[int, int, int], language: Language = ENGLISH) -> str:
    """Return the description of an actor; `counts` are its events, the reports that are its word, and its disputes."""
    events, reports, disputes = counts
    parts = [language.ngettext("part in %(count)s event", "part in %(count)s events", events)] if events else []
    if reports:
        parts.append(language.ngettext("heard in %(count)s report", "heard in %(count)s reports", reports))
    parts += [_disputes(disputes, language)] if disputes else []
    return _sentence(_in(title, name, kind, language), parts, language)


def of_part(title: str, name: str, rows: int, language: Language = ENGLISH) -> str:
    """Return the description of a further page of a heavy one, with so many rows."""
    subject = language.gettext("%(name)s in %(chronology)s", name=name, chronology=title)
    return _sentence(subject, [language.ngettext("%(count)s entry", "%(count)s entries", rows)], language)


def of_place(title: str, name: str, kind: str, counts: tuple[int, int, int], language: Language = ENGLISH) -> str:
    """Return the description of a place; `counts` are its events, the claims about who holds it, and its disputes."""
    events, claims, disputes = counts
    parts = [language.ngettext("%(count)s event", "%(count)s events", events)] if events else []
    if claims:
        parts.append(
            language.ngettext("%(count)s claim about who held it", "%(count)s claims about who held it", claims)
        )
    parts += [_disputes(disputes, language)] if disputes else []
    return _sentence(_in(title, name, kind, language), parts, language)


def of_prose(title: str, body: str) -> str:
    """Return the beginning of a hand-written page that has no description of its own."""
    opening = prose.opening(body)
    if len(opening) > _LONGEST:
        opening = f"{opening[:_LONGEST].rpartition(' ')[0]}…"
    return opening or title


def _in(title: str, name: str, kind: str, language: Language) -> str:
    # The kind may be a word of the chronology's own, which stands in the middle of a line here.
    inside = f"{kind[:1].lower()}{kind[1:]}"
    return language.gettext("%(name)s (%(kind)s) in %(chronology)s", name=name, kind=inside, chronology=title)


def _disputes(count: int, language: Language) -> str:
    return language.ngettext("%(count)s dispute", "%(count)s disputes", count)


def _sentence(subject: str, parts: Sequence[str], language: Language) -> str:
    return _ended(language.told_of(subject, language.listed(parts)) if parts else subject, language)


def _ended(told: str, language: Language) -> str:
    """Return a sentence with its full stop, which not every script writes alike."""
    return language.gettext("%(sentence)s.", sentence=told)

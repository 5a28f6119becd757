"""Rules about titles: what one voice says, or what is in dispute, is not told as a fact."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from dateline.ground.problems import Code, Problem
from dateline.records.chronology import Chronology
from dateline.records.rules.attribution import supports
from dateline.records.rules.context import Context
from dateline.records.rules.standing import Assessment, Outcome, assessments
from dateline.records.types import Actor, Event, State

_WORD: Final = re.compile(r"[^\W_]+")
_STEM: Final = 5
"""Letters that a name and its adjective share: Russia, Russian."""


def titles_name_who_says_so(context: Context) -> Iterator[Problem]:
    """The title of an event that one voice tells, or that is in an open dispute, names somebody who says so."""
    for event in context.chronology.events.values():
        code, why = _why(context.chronology, event)
        if why and event.state is State.PUBLISHED and not _is_named(context.chronology, event):
            message = f"{why}, and the title names nobody who says so"
            hint = f"write who says so in the title: {_speakers(context.chronology, event)}"
            yield context.problem(event, ("title",), code, message, hint)


def _why(chronology: Chronology, event: Event) -> tuple[Code, str]:
    found = assessments(chronology, event)
    first = found[event.claims[0].id]
    if first.outcome is Outcome.OPEN and first.disputes:
        return Code.TITLE_DECIDES, f"what the title tells is in dispute ('{first.disputes[0]}')"
    is_of_one = len(_voices(found.values())) == 1
    return Code.TITLE_OF_ONE_VOICE, "only one voice tells this" if is_of_one else ""


def _voices(found: Iterable[Assessment]) -> set[str]:
    return {voice for one in found for voice in (*one.supporting.voices, *one.supporting.unattributed)}


def _is_named(chronology: Chronology, event: Event) -> bool:
    title = _WORD.findall(event.title.casefold())
    known = {word[:_STEM] for word in title if len(word) >= _STEM} | set(title)
    return any(_names(chronology.actors[id_], known, event.title) for id_ in _telling(chronology, event))


def _names(actor: Actor, known: set[str], title: str) -> bool:
    """Return whether a name of the actor, or a word of it that is long enough to be told by its stem, is in a title."""
    every = (actor.name, *actor.names.values(), *actor.aliases)
    if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", title, re.IGNORECASE) for name in every):
        return True
    return any(word[:_STEM] in known for word in _WORD.findall(actor.name.casefold()) if len(word) >= _STEM)


def _telling(chronology: Chronology, event: Event) -> list[str]:
    """Return the first speakers of the event's claims, whose word theirs is, and who passes it on."""
    found: dict[str, None] = {}
    for claim in event.claims:
        for report in filter(supports, claim.reports):
            speakers = chronology.speakers(report)
            found |= dict.fromkeys((*speakers, *(chronology.voices.get(id_, id_) for id_ in speakers[:1])))
    return [id_ for id_ in found if id_ in chronology.actors]


def _speakers(chronology: Chronology, event: Event) -> str:
    firsts = dict.fromkeys(
        chronology.origin(report) for claim in event.claims for report in filter(supports, claim.reports)
    )
    return ", ".join(chronology.actors[id_].name for id_ in list(firsts)[:3] if id_ in chronology.actors)

"""What a new record may say that the chronology says already."""

import re
from collections.abc import Collection, Iterator
from typing import Final

from dateline.records.chronology import Chronology
from dateline.records.types import Actor, Claim, Dispute, Event, Place, Record, Report
from dateline.records.types.dated_facts import every_name

_ALIKE: Final = 0.6
"""Of how many of their words two claims share, from which they may be one where they rest on one paragraph."""
_UNNAMED: Final = "unnamed"
_WORD: Final = re.compile(r"\w+")


def known_already(chronology: Chronology, record: Record, claims: Collection[str] = ()) -> list[str]:
    """Return what is told of a new record that is one of the chronology already; of an event, of these claims."""
    if isinstance(record, Actor | Place):
        return list(named_already(chronology, record))
    if isinstance(record, Dispute):
        return list(asked_already(chronology, record))
    if not isinstance(record, Event):
        return []
    new = [claim for claim in record.claims if not claims or claim.id in claims]
    same = [] if claims else happened_already(chronology, record)
    found = (said for claim in new for said in reported_already(chronology, record, claim))
    return list(dict.fromkeys([*same, *found]))


def named_already(chronology: Chronology, record: Actor | Place) -> Iterator[str]:
    """Yield what a record with these names may be already; "local sources" are many, and no name of anybody."""
    known: Collection[Actor | Place] = (chronology.actors if isinstance(record, Actor) else chronology.places).values()
    names = {_folded(name) for name in (record.name, *record.aliases)}
    for other in known:
        if other.id == record.id or _is_unnamed(chronology, record) or _is_unnamed(chronology, other):
            continue
        for name in every_name(other):
            if _folded(name) in names:
                yield f"'{name}' is {'the name' if name == other.name else 'an alias'} of '{other.id}'"
                break


def _is_unnamed(chronology: Chronology, record: Actor | Place) -> bool:
    return isinstance(record, Actor) and chronology.behaves_as(record) == _UNNAMED


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def asked_already(chronology: Chronology, dispute: Dispute) -> Iterator[str]:
    """Yield the disputes that ask the question of a new one."""
    for other in chronology.disputes.values():
        if other.id != dispute.id and _folded(other.question) == _folded(dispute.question):
            yield f"'{other.question}' is the question of '{other.id}'"


def happened_already(chronology: Chronology, event: Event) -> Iterator[str]:
    """Yield the events of this day and kind in which all these places and actors had a part."""
    places, actors = {one.place for one in event.places}, {one.actor for one in event.actors}
    for other in chronology.events.values():
        there, who = {one.place for one in other.places}, {one.actor for one in other.actors}
        is_same = other.date == event.date and other.kind == event.kind and other.id != event.id
        if is_same and places and actors and places <= there and actors <= who:
            yield f"event '{other.id}' has this day, kind, place and actor"


def reported_already(chronology: Chronology, event: Event, claim: Claim) -> Iterator[str]:
    """Yield the claims that the same speakers are recorded with at the same paragraph, in much the same words."""
    for report in claim.reports:
        for use in chronology.uses.get((report.cite.source, report.cite.spot), ()):
            if use.claim is None or use.report is None or (event == use.record and claim == use.claim):
                continue
            is_near = _alike(claim.text, use.claim.text) >= (1 if event == use.record else _ALIKE)
            if use.report.by == report.by and is_near:
                yield f"this paragraph is already reported in '{use.record.id}#{use.claim.id}'"


def said_already(chronology: Chronology, reference: str, report: Report) -> Iterator[str]:
    """Yield a claim that has a report of the same speakers and stance at the same paragraph."""
    context = chronology.claims.get(reference)
    for one in context.claim.reports if context is not None else ():
        if (one.by, one.stance, one.cite) == (report.by, report.stance, report.cite):
            yield f"this paragraph is already reported in '{reference}', by the same speakers"
            return


def _alike(one: str, other: str) -> float:
    words, others = (set(_WORD.findall(text.casefold())) for text in (one, other))
    return len(words & others) / len(words | others) if words | others else 0.0

"""Rules about references: every id, paragraph and link leads to something."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from generator import prose
from generator.chronology import Chronology
from generator.loading import Document
from generator.problems import Code, Position, Problem, did_you_mean
from generator.records import (
    Actor,
    Citation,
    Dispute,
    Event,
    Place,
    Record,
    RecordKind,
    Report,
    Source,
    State,
)
from generator.rules.context import Context
from generator.yamltree import Step

Steps = tuple[Step, ...]

_MAX_DIGITS: Final = 10
_UNKNOWN: Final = {
    RecordKind.EVENT: Code.UNKNOWN_EVENT,
    RecordKind.SOURCE: Code.UNKNOWN_SOURCE,
    RecordKind.ACTOR: Code.UNKNOWN_ACTOR,
    RecordKind.PLACE: Code.UNKNOWN_PLACE,
    RecordKind.DISPUTE: Code.UNKNOWN_DISPUTE,
}


@dataclass(frozen=True, slots=True)
class Reference:
    """A record's mention of another: of its claim or paragraph, where `part` names one."""

    kind: RecordKind
    id: str
    steps: Steps
    part: str | int | None = None


def references(record: Record) -> Iterator[Reference]:
    """Yield every reference that a record makes, Markdown bodies left out."""
    if isinstance(record, Event):
        yield from _of_event(record)
    elif isinstance(record, Source):
        yield Reference(RecordKind.ACTOR, record.publisher, ("publisher",))
        for index, copy in enumerate(record.copies):
            yield Reference(RecordKind.ACTOR, copy.publisher, ("copies", index, "publisher"))
    elif isinstance(record, Actor):
        yield from _of_actor(record)
    elif isinstance(record, Place):
        if record.within is not None:
            yield Reference(RecordKind.PLACE, record.within, ("within",))
    else:
        yield from _of_dispute(record)
    for index, change in enumerate(record.history):
        if change.dispute is not None:
            yield Reference(RecordKind.DISPUTE, change.dispute, ("history", index, "dispute"))


def _of_event(event: Event) -> Iterator[Reference]:
    for index, place in enumerate(event.places):
        yield Reference(RecordKind.PLACE, place.place, ("places", index, "place"))
    for index, actor in enumerate(event.actors):
        yield Reference(RecordKind.ACTOR, actor.actor, ("actors", index, "actor"))
    for index, claim in enumerate(event.claims):
        here: Steps = ("claims", index)
        if claim.control is not None:
            yield Reference(RecordKind.PLACE, claim.control.place, (*here, "control", "place"))
            yield Reference(RecordKind.ACTOR, claim.control.holder, (*here, "control", "holder"))
        for number, report in enumerate(claim.reports):
            yield from _of_report(report, (*here, "reports", number))


def _of_report(report: Report, here: Steps) -> Iterator[Reference]:
    yield _of_citation(report.cite, (*here, "cite"))
    for index, speaker in enumerate(report.by):
        yield Reference(RecordKind.ACTOR, speaker, (*here, "by", index))
    for index, figure in enumerate(report.figures):
        if figure.of is not None:
            yield Reference(RecordKind.ACTOR, figure.of, (*here, "figures", index, "of"))


def _of_citation(citation: Citation, here: Steps) -> Reference:
    return Reference(RecordKind.SOURCE, citation.source, here, citation.paragraph)


def _of_actor(actor: Actor) -> Iterator[Reference]:
    for index, parent in enumerate(actor.part_of):
        yield Reference(RecordKind.ACTOR, parent, ("part_of", index))
    for index, side in enumerate(actor.sides):
        yield _of_citation(side.cite, ("sides", index, "cite"))


def _of_dispute(dispute: Dispute) -> Iterator[Reference]:
    for index, standpoint in enumerate(dispute.positions):
        for number, reference in enumerate(standpoint.claims):
            event, _, claim = reference.partition("#")
            yield Reference(RecordKind.EVENT, event, ("positions", index, "claims", number), claim)
    for index, citation in enumerate(dispute.resolution.cites if dispute.resolution else ()):
        yield _of_citation(citation, ("resolution", "cites", index))


def records_of_kind(chronology: Chronology, kind: RecordKind) -> Mapping[str, Any]:
    """Return the records of one kind by id."""
    return {
        RecordKind.EVENT: chronology.events,
        RecordKind.SOURCE: chronology.sources,
        RecordKind.ACTOR: chronology.actors,
        RecordKind.PLACE: chronology.places,
        RecordKind.DISPUTE: chronology.disputes,
    }[kind]


def references_lead_somewhere(context: Context) -> Iterator[Problem]:
    """Every actor, place, source, event, claim, dispute and paragraph that a record names exists."""
    for record in context.records():
        for reference in references(record):
            if not context.is_unread(reference.kind, reference.id):
                yield from _unresolved(context, record, reference)


def _unresolved(context: Context, record: Record, reference: Reference) -> Iterator[Problem]:
    known = records_of_kind(context.chronology, reference.kind)
    target = known.get(reference.id)
    steps = (*reference.steps, "source") if reference.kind is RecordKind.SOURCE else reference.steps
    if target is None:
        hint = did_you_mean(reference.id, known) or f"add {reference.kind.folder}/{reference.id}{reference.kind.suffix}"
        message = f"there is no {reference.kind} '{reference.id}'"
        yield context.problem(record, steps, _UNKNOWN[reference.kind], message, hint)
    elif isinstance(target, Source):
        yield from _missing_paragraph(context, record, reference, target)
    elif isinstance(target, Event) and reference.part is not None:
        yield from _missing_claim(context, record, reference, target)


def _missing_paragraph(context: Context, record: Record, reference: Reference, source: Source) -> Iterator[Problem]:
    if (source.id, reference.part) not in context.chronology.paragraphs:
        numbers = [paragraph.n for paragraph in source.paragraphs]
        message = f"source '{source.id}' has no paragraph {reference.part}"
        hint = f"its record has paragraphs {_ranges(numbers)}"
        yield context.problem(record, (*reference.steps, "paragraph"), Code.UNKNOWN_PARAGRAPH, message, hint)


def _missing_claim(context: Context, record: Record, reference: Reference, event: Event) -> Iterator[Problem]:
    if f"{event.id}#{reference.part}" not in context.chronology.claims:
        claims = [claim.id for claim in event.claims]
        near = did_you_mean(str(reference.part), claims) or f"its claims: {', '.join(claims)}"
        message = f"event '{event.id}' has no claim '{reference.part}'"
        yield context.problem(record, reference.steps, Code.UNKNOWN_CLAIM, message, near)
    elif event.state is State.DRAFT:
        message = f"event '{event.id}' is a draft, so its claims are not on the site"
        hint = "publish the event, or remove the reference"
        yield context.problem(record, reference.steps, Code.UNPUBLISHED_REFERENCE, message, hint)


def _ranges(numbers: list[int]) -> str:
    return f"{min(numbers)} to {max(numbers)}" if len(numbers) > 1 else str(numbers[0])


def links_lead_somewhere(context: Context) -> Iterator[Problem]:
    """Every link in a Markdown body leads to a record, a page, a heading or an http(s) address."""
    graph = context.chronology
    for _, document in documents_with_bodies(graph):
        for link in prose.links(document.body):
            problem = _broken_link(context, document, link)
            if problem is not None:
                yield problem


def documents_with_bodies(chronology: Chronology) -> Iterator[tuple[str, Document]]:
    """Yield every Markdown body, with the id of the record that it belongs to (none for a page)."""
    owners: list[Actor | Dispute] = [*chronology.actors.values(), *chronology.disputes.values()]
    yield from ((owner.id, chronology.document(owner)) for owner in owners)
    yield from (("", page.document) for page in chronology.pages.values())


def _broken_link(context: Context, document: Document, link: prose.Link) -> Problem | None:
    here = document.body_position(link.offset)
    if not prose.is_safe(link):
        return Problem(here, Code.BAD_LINK, f"'{link.target[:80]}' is no address that {_may_have(link)}")
    if link.image:
        known_image = link.target in context.chronology.images
        message, hint = f"there is no image '{link.target}'", f"put it into pages/, as pages/{link.target}"
        return None if known_image else Problem(here, Code.UNKNOWN_PAGE, message, hint)
    if link.record is None:
        return None
    kind, target = link.record
    if kind == "page":
        return _missing_page(context, here, target)
    return _missing_record(context, here, kind, target)


def _may_have(link: prose.Link) -> str:
    if link.image:
        return "an image may have: write the name of a file in pages/"
    return "a link may have: write kind:id, such as actor:isis, or an http(s) address"


def _missing_page(context: Context, here: Position, target: str) -> Problem | None:
    pages, page = context.chronology.pages, target.partition("#")[0]
    if page in pages or page == "index" or page in context.corpus.unread_pages:
        return None
    hint = did_you_mean(page, {*pages, "index"}) or f"add pages/{page}.md"
    return Problem(here, Code.UNKNOWN_PAGE, f"there is no page '{page}'", hint)


def _missing_record(context: Context, here: Position, kind: str, target: str) -> Problem | None:
    graph = context.chronology
    id_, _, part = target.partition("#")
    record_kind = RecordKind.EVENT if kind == "claim" else RecordKind(kind)
    if context.is_unread(record_kind, id_):
        return None
    known = records_of_kind(graph, record_kind)
    record = known.get(id_)
    if record is None:
        hint = did_you_mean(id_, known) or f"add {record_kind.folder}/{id_}{record_kind.suffix}"
        return Problem(here, _UNKNOWN[record_kind], f"there is no {record_kind} '{id_}'", hint)
    if isinstance(record, Event):
        return _broken_event_link(context, here, kind, record, part)
    if isinstance(record, Source) and part and not _is_paragraph(graph, id_, part):
        hint = "a link to ¶ 3 ends in #p3"
        return Problem(here, Code.UNKNOWN_PARAGRAPH, f"source '{id_}' has no paragraph '{part}'", hint)
    return None


def _broken_event_link(context: Context, here: Position, kind: str, event: Event, claim: str) -> Problem | None:
    if event.state is State.DRAFT:
        message = f"event '{event.id}' is a draft, so it is not on the site"
        return Problem(here, Code.UNPUBLISHED_REFERENCE, message, "publish it, or remove the link")
    if kind == "event" and claim:
        hint = f"write claim:{event.id}#{claim}"
        return Problem(here, Code.UNKNOWN_CLAIM, "a link to an event names no claim", hint)
    if kind == "claim" and f"{event.id}#{claim}" not in context.chronology.claims:
        claims = [known.id for known in event.claims]
        hint = did_you_mean(claim, claims) or f"its claims: {', '.join(claims)}"
        return Problem(here, Code.UNKNOWN_CLAIM, f"event '{event.id}' has no claim '{claim}'", hint)
    return None


def _is_paragraph(chronology: Chronology, source_id: str, part: str) -> bool:
    number = part.removeprefix("p")
    is_canonical = part == f"p{number}" and number.isdecimal() and number.isascii() and not number.startswith("0")
    return is_canonical and len(number) < _MAX_DIGITS and (source_id, int(number)) in chronology.paragraphs


def nothing_contains_itself(context: Context) -> Iterator[Problem]:
    """No actor is part of itself and no place lies within itself, by however many steps."""
    graph = context.chronology
    for actor in graph.actors.values():
        if _reaches(actor.id, lambda id_: graph.actors[id_].part_of if id_ in graph.actors else ()):
            message = f"'{actor.id}' is part of itself"
            yield context.problem(actor, ("part_of",), Code.CIRCULAR_REFERENCE, message)
    for place in graph.places.values():
        if _reaches(place.id, lambda id_: _parents(graph, id_)):
            message = f"'{place.id}' lies within itself"
            yield context.problem(place, ("within",), Code.CIRCULAR_REFERENCE, message)


def _parents(chronology: Chronology, place_id: str) -> tuple[str, ...]:
    place = chronology.places.get(place_id)
    return (place.within,) if place and place.within else ()


def _reaches(start: str, parents: Any) -> bool:
    seen: set[str] = set()
    level = list(parents(start))
    while level:
        current = level.pop()
        if current == start:
            return True
        if current not in seen:
            seen.add(current)
            level.extend(parents(current))
    return False

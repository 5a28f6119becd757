"""What an actor did, said and published, and what others say of it, row by row; very many rows on pages by time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, Final, TypeVar

from dateline.ground.dates import Edtf
from dateline.ground.languages import Language
from dateline.pages.shared.budgets import ROWS
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.lists import ListPart, by_month, months_elsewhere
from dateline.pages.shared.parties import said_by
from dateline.pages.shared.partition import Stretch, stretches
from dateline.pages.shared.views import CitationView, ClaimRow, Link, SourceLine
from dateline.pages.wording import addresses, descriptions, outcomes, words
from dateline.records.chronology import ClaimInContext, ReportInContext
from dateline.records.rules.attribution import first_report
from dateline.records.types import Actor, Citation, Event, Source

Row = Event | ReportInContext | ClaimInContext | Source
"""An event it took part in, a report that is its word, a claim about it, a source it published."""
T = TypeVar("T")
_PREFIX: Final[Mapping[type, str]] = {
    Event: "did",
    ReportInContext: "said",
    ClaimInContext: "said-of",
    Source: "published",
}


@dataclass(frozen=True, slots=True)
class SaidView:
    """Something that an actor said, as first speaker or by its parts and outlets."""

    claim: Link
    stance: str
    how: str
    outcome: str
    outcome_label: str
    citation: CitationView


@dataclass(frozen=True, slots=True)
class ActorLists:
    """The four lists of an actor, by month."""

    did: tuple[ListPart[Link], ...]
    said: tuple[ListPart[SaidView], ...]
    said_of: tuple[ListPart[ClaimRow], ...]
    published: tuple[ListPart[Link], ...]


@dataclass(frozen=True, slots=True)
class ActorPartView:
    """A page with the rows of one stretch of time of an actor that has too many for one page."""

    template: ClassVar[str] = "actor_part"
    address: str
    title: str
    name: str
    description: str
    is_person: bool
    is_listed: bool
    """Whether search engines may list it, as the actor's own page."""
    whole: Link
    """The actor's own page."""
    lists: ActorLists
    sources: tuple[SourceLine, ...]
    previous: Link | None
    next: Link | None
    edit_path: str


def rows_of(edition: Edition, actor: str) -> tuple[Row, ...]:
    """Return the rows of an actor, list by list."""
    graph = edition.chronology
    return (
        *graph.events_by_actor.get(actor, ()),
        *said_by(edition, actor),
        *edition.derived(_claims_about).get(actor, ()),
        *graph.sources_by_publisher.get(actor, ()),
    )


def cites_of(rows: Iterable[Row]) -> Iterator[Citation]:
    """Yield the paragraphs that rows cite: a report its own, a claim that of the report by which it is told."""
    for row in rows:
        if isinstance(row, ReportInContext):
            yield row.report.cite
        elif isinstance(row, ClaimInContext):
            yield first_report(row.claim).cite


@derivation
def parts_by_actor(edition: Edition) -> dict[str, tuple[Stretch[Row], ...]]:
    """Return, for the actors that have too many rows for one page, the parts that they are told in."""
    return {
        id_: stretches(((_date(row), row) for row in rows), language=edition.language)
        for id_ in edition.chronology.actors
        if len(rows := rows_of(edition, id_)) > ROWS
    }


def lists_of(edition: Edition, actor: Actor) -> ActorLists:
    """Return the lists of an actor as they stand on its page: of very many rows, only where they stand.

    What it said stands there by outcome (`actor_said`), and is left out here.
    """
    parts = edition.derived(parts_by_actor).get(actor.id)
    return (
        _in_full(edition, actor, (row for row in rows_of(edition, actor.id) if not isinstance(row, ReportInContext)))
        if parts is None
        else _elsewhere(actor, parts, edition.language)
    )


@derivation
def keys_of_parts(edition: Edition) -> dict[str, tuple[str, ...]]:
    """Return the ends of the addresses of each actor's further pages, of which most have none."""
    return {id_: tuple(part.key for part in parts) for id_, parts in edition.derived(parts_by_actor).items()}


def actor_part_view(edition: Edition, actor: Actor, key: str) -> ActorPartView:
    """Return the further page of an actor whose address ends in `key`."""
    part = edition.derived(_part_by_key)[actor.id, key]
    keys = edition.derived(keys_of_parts)[actor.id]
    whole = Link(actor.name, addresses.record_address(actor))
    place = keys.index(key)
    title = edition.language.told_of(actor.name, part.name)
    return ActorPartView(
        address=f"{whole.address}{key}/",
        title=title,
        name=part.name,
        description=descriptions.of_part(edition.chronology.masthead.title, title, len(part.items), edition.language),
        is_person=edition.chronology.behaves_as(actor) == "person",
        is_listed=actor.index,
        whole=whole,
        lists=_opened(_in_full(edition, actor, part.items)),
        sources=edition.sources_cited(cites_of(part.items)),
        previous=_part_link(edition, actor, keys[place - 1]) if place else None,
        next=_part_link(edition, actor, keys[place + 1]) if place + 1 < len(keys) else None,
        edit_path=edition.chronology.document(actor).path,
    )


def _part_link(edition: Edition, actor: Actor, key: str) -> Link:
    return Link(edition.derived(_part_names)[actor.id, key], f"{addresses.record_address(actor)}{key}/")


@derivation
def _part_by_key(edition: Edition) -> dict[tuple[str, str], Stretch[Row]]:
    return {(id_, part.key): part for id_, parts in edition.derived(parts_by_actor).items() for part in parts}


@derivation
def _part_names(edition: Edition) -> dict[tuple[str, str], str]:
    return {key: part.name for key, part in edition.derived(_part_by_key).items()}


def _date(row: Row) -> Edtf:
    if isinstance(row, Source):
        return row.published
    return row.date if isinstance(row, Event) else row.event.date


def _in_full(edition: Edition, actor: Actor, rows: Iterable[Row]) -> ActorLists:
    did, said, said_of, published = [], [], [], []
    for row in rows:
        match row:
            case Event():
                did.append((row.date, edition.event(row, _when_and_role(edition, row, actor))))
            case ReportInContext():
                said.append((row.event.date, _said_view(edition, row)))
            case ClaimInContext():
                said_of.append((row.event.date, edition.claim_row(row.event, row.claim)))
            case Source():
                published.append((row.published, edition.source(row.id)))
    return ActorLists(
        by_month(did, _PREFIX[Event], edition.language),
        by_month(said, _PREFIX[ReportInContext], edition.language),
        by_month(said_of, _PREFIX[ClaimInContext], edition.language),
        by_month(published, _PREFIX[Source], edition.language),
    )


def _opened(lists: ActorLists) -> ActorLists:
    return ActorLists(_open(lists.did), _open(lists.said), _open(lists.said_of), _open(lists.published))


def _open(parts: tuple[ListPart[T], ...]) -> tuple[ListPart[T], ...]:
    return tuple(replace(part, open=True) for part in parts)


def _elsewhere(actor: Actor, parts: Iterable[Stretch[Row]], language: Language) -> ActorLists:
    """Return each month of each list, and the first part that it stands on."""
    dated: defaultdict[type, list[tuple[Edtf, str]]] = defaultdict(list)
    for part in parts:
        for row in part.items:
            dated[type(row)].append((_date(row), part.key))
    page = addresses.record_address(actor)

    def links(kind: type) -> tuple[ListPart[T], ...]:
        return months_elsewhere(dated[kind], _PREFIX[kind], lambda key: f"{page}{key}/", language)

    return ActorLists(links(Event), links(ReportInContext), links(ClaimInContext), links(Source))


def _when_and_role(edition: Edition, event: Event, actor: Actor) -> str:
    role = _role(edition, event, actor)
    return edition.language.listed(filter(None, (words.when(event, edition.language), role)))


def _role(edition: Edition, event: Event, actor: Actor) -> str:
    labels = [edition.term("roles", role.role) for role in event.actors if role.actor == actor.id]
    return edition.language.listed(label for label in labels if label)


def _said_view(edition: Edition, spoken: ReportInContext) -> SaidView:
    outcome = edition.outcome(spoken.event, spoken.claim)
    return SaidView(
        claim=edition.claim_link(spoken.event, spoken.claim),
        stance=spoken.report.stance,
        how=words.how(spoken.report.stance, spoken.report.modality, edition.language),
        outcome=outcome.value,
        outcome_label=edition.language.gettext(outcomes.OUTCOME_LABEL[outcome]),
        citation=edition.citation(spoken.report.cite, spoken.report.by),
    )


@derivation
def _claims_about(edition: Edition) -> dict[str, list[ClaimInContext]]:
    """Return, by actor, the claims by others that count its losses, name it as a holder or blame it."""
    found: defaultdict[str, list[ClaimInContext]] = defaultdict(list)
    for event in edition.chronology.events.values():
        for claim in event.claims:
            speakers = {edition.chronology.origin(report) for report in claim.reports}
            for actor in claim.concerns:
                if speakers != {actor}:
                    found[actor].append(ClaimInContext(event, claim))
    return found

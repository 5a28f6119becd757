"""The page of an actor: what it did, what it said, what is said of it, and where others place it."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from dateline.pages.kinds.actor_compared import ComparedView, compared_view
from dateline.pages.kinds.actor_placed import PlacedView, placed_view
from dateline.pages.kinds.actor_rows import ActorLists, cites_of, lists_of, parts_by_actor, rows_of
from dateline.pages.kinds.actor_said import WordView, cites_of_said, said_view
from dateline.pages.kinds.index import actors_in_order
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.lists import (
    ListPart,
    Neighbours,
    by_note,
    in_order_of_names,
    steps,
)
from dateline.pages.shared.names_of_records import NameView, names_of
from dateline.pages.shared.parties import PartyKind, parties_of, said_by
from dateline.pages.shared.ties import TiesView, ties_of
from dateline.pages.shared.timeline_views import TimelineView
from dateline.pages.shared.timelines import timeline_of_actor
from dateline.pages.shared.told_facts import (
    ToldFact,
    members_in_time,
    memberships_in_time,
    names_in_time,
    owners_in_time,
    says_more,
)
from dateline.pages.shared.views import ChangeView, Link, SourceLine, Tools
from dateline.pages.wording import addresses, bodies, descriptions, outcomes
from dateline.records.chronology import ReportInContext
from dateline.records.rules.standing import Outcome
from dateline.records.types import Actor, Citation, Claim, Dispute, Event
from dateline.records.types.cited_facts import cited_by


@dataclass(frozen=True, slots=True)
class Belonging:
    """What an actor was a part of when, and who was a part of it."""

    bodies: tuple[ToldFact, ...]
    members: tuple[ToldFact, ...]
    parts: tuple[Link, ...]
    """Those of which nobody says when, nor as what."""
    owners: tuple[ToldFact, ...]
    """Whose it was when, where it is a medium."""


@dataclass(frozen=True, slots=True)
class ActorView:
    """The page of an actor."""

    template: ClassVar[str] = "actor"
    id: str
    address: str
    name: str
    description: str
    kind: str
    is_person: bool
    """Whether it behaves as a person: its page says "they"."""
    is_listed: bool
    """Whether search engines may list it."""
    named_because: str
    what: str
    """The message that says what kind of body it is, with what it is a part of as `bodies`."""
    names: tuple[NameView, ...]
    aliases: tuple[str, ...]
    called: tuple[ToldFact, ...]
    """What it was called when."""
    ties: TiesView
    part_of: tuple[Link, ...]
    """What it is a part of, as far as nobody says that this ended."""
    belonged: Belonging
    speaks_for: ToldFact | None
    placed: PlacedView
    body: str
    timeline: TimelineView | None
    lists: ActorLists
    said: WordView
    """What it said, by outcome, unless it said too much for one page."""
    tally: tuple[tuple[str, str, int], ...]
    """How the claims that it asserts stand, where they stand on further pages."""
    compared: ComparedView | None
    disputes: tuple[ListPart[Link], ...]
    """The disputes about what it did or said, by status."""
    sources: tuple[SourceLine, ...]
    steps: Neighbours
    note: str
    history: tuple[ChangeView, ...]
    tools: Tools
    edit_path: str

    @property
    def title(self) -> str:
        """What the page is called."""
        return self.name


def actor_view(edition: Edition, actor: Actor) -> ActorView:
    """Return the page of an actor."""
    said = said_by(edition, actor.id)
    did = edition.chronology.events_by_actor.get(actor.id, ())
    disputes = tuple(map(edition.dispute, edition.derived(disputes_by_actor).get(actor.id, {}).values()))
    title, is_heavy = edition.chronology.masthead.title, actor.id in edition.derived(parts_by_actor)
    kind, counts = edition.term("actor_kinds", actor.kind), (len(did), len(said), len(disputes))
    return ActorView(
        id=actor.id,
        address=addresses.record_address(actor),
        name=actor.name,
        description=descriptions.of_actor(title, actor.name, kind, counts, edition.language),
        kind=kind,
        is_person=edition.chronology.behaves_as(actor) == "person",
        is_listed=actor.index,
        named_because=actor.named_because or "",
        what=bodies.kind_message(edition.chronology.masthead, actor),
        names=names_of(actor, edition.language),
        aliases=actor.aliases,
        called=names_in_time(edition, actor),
        ties=ties_of(edition, actor),
        part_of=tuple(map(edition.actor, actor.still_part_of)),
        belonged=_belonging(edition, actor),
        speaks_for=_speaks_for(edition, actor),
        placed=placed_view(edition, actor),
        body=actor.body,
        timeline=timeline_of_actor(edition, actor.id),
        lists=lists_of(edition, actor),
        said=said_view(edition, actor.id, said, rows=not is_heavy),
        tally=_tally(edition, said) if is_heavy else (),
        compared=compared_view(edition, actor.id),
        disputes=by_note(disputes, "disputes"),
        sources=edition.sources_cited([*_cited(edition, actor), *(() if is_heavy else _cites(edition, actor, said))]),
        steps=edition.derived(_steps_of_actors)[addresses.record_address(actor)],
        note=actor.note or "",
        history=edition.changes(actor),
        tools=edition.tools(actor),
        edit_path=edition.chronology.document(actor).path,
    )


def _belonging(edition: Edition, actor: Actor) -> Belonging:
    parts = edition.derived(_parts_of_actors).get(actor.id, ())
    return Belonging(
        bodies=memberships_in_time(edition, actor),
        members=members_in_time(edition, actor, parts),
        parts=tuple(edition.actor(part.id) for part in parts if _is_plain_part(actor, part)),
        owners=owners_in_time(edition, actor),
    )


def _is_plain_part(actor: Actor, part: Actor) -> bool:
    return any(one.actor == actor.id and not says_more(one) for one in part.part_of)


def _cited(edition: Edition, actor: Actor) -> list[Citation]:
    """Return what its own facts cite, and what those cite by which others are parts of it."""
    parts = edition.derived(_parts_of_actors).get(actor.id, ())
    of_parts = (cite for part in parts for one in part.part_of if one.actor == actor.id for cite in one.cite)
    return [*cited_by(actor), *of_parts]


def _cites(edition: Edition, actor: Actor, said: tuple[ReportInContext, ...]) -> Iterator[Citation]:
    """Yield the paragraphs that the rows of a page that has them all cite."""
    yield from cites_of_said(edition, actor.id, said)
    yield from cites_of(row for row in rows_of(edition, actor.id) if not isinstance(row, ReportInContext))


@derivation
def _parts_of_actors(edition: Edition) -> dict[str, list[Actor]]:
    parts: defaultdict[str, list[Actor]] = defaultdict(list)
    for actor in in_order_of_names(edition.chronology.actors.values()):
        for parent in actor.parents:
            parts[parent].append(actor)
    return dict(parts)


@derivation
def _steps_of_actors(edition: Edition) -> dict[str, Neighbours]:
    return steps(edition.actor(actor.id) for actor in actors_in_order(edition))


def _speaks_for(edition: Edition, actor: Actor) -> ToldFact | None:
    said = actor.speaks_for
    return ToldFact("", edition.actor(said.actor), "", (edition.citation(said.cite),)) if said is not None else None


def _tally(edition: Edition, said: tuple[ReportInContext, ...]) -> tuple[tuple[str, str, int], ...]:
    """Count the claims that an actor asserted by their outcomes now, as far as there are any."""
    asserted = {
        (spoken.event.id, spoken.claim.id): edition.outcome(spoken.event, spoken.claim)
        for spoken in said
        if spoken.report.stance in {"asserts", "concedes"}
    }
    counts = Counter(asserted.values())
    return tuple(
        (outcome.value, edition.language.gettext(outcomes.OUTCOME_LABEL[outcome]), counts[outcome])
        for outcome in Outcome
        if counts[outcome]
    )


@derivation
def disputes_by_actor(edition: Edition) -> dict[str, dict[str, Dispute]]:
    """Return, by actor, the disputes in whose claims it, a part or an outlet of it speaks, or it acts or is counted."""
    found: defaultdict[str, dict[str, Dispute]] = defaultdict(dict)
    for dispute in edition.chronology.disputes.values():
        for standpoint in dispute.positions:
            for reference in standpoint.claims:
                context = edition.chronology.claims[reference]
                for actor in _actors_of(edition, context.event, context.claim):
                    found[actor][dispute.id] = dispute
    return found


def _actors_of(edition: Edition, event: Event, claim: Claim) -> dict[str, None]:
    graph = edition.chronology
    actors = dict.fromkeys(graph.origin(report) for report in claim.reports)
    for report in claim.reports:
        actors |= dict.fromkeys(party.id for party in parties_of(graph, report) if party.kind is PartyKind.ACTOR)
    actors |= dict.fromkeys(role.actor for role in event.actors)
    return actors | dict.fromkeys(claim.concerns)

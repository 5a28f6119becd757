"""The page of a dispute: its positions side by side, each with its speakers."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from dateline.ground.dates import in_words
from dateline.pages.kinds.disputes import by_status, references_of, when_in_words
from dateline.pages.kinds.topic_card import answer_in_words
from dateline.pages.shared.as_of import AsOfView, PastVoices
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.known import ClaimsAsKnown, known
from dateline.pages.shared.lists import Neighbours, steps
from dateline.pages.shared.strips import StripView, strip_of
from dateline.pages.shared.tolls import TollView, tolls_of
from dateline.pages.shared.views import ChangeView, CitationView, ClaimView, Link, SourceLine, Tools
from dateline.pages.wording import addresses, words
from dateline.records.chronology import ClaimInContext, claim_order, event_order
from dateline.records.rules.attribution import opposes, supports
from dateline.records.rules.standing import echo_of
from dateline.records.types import Citation, Dispute, Event, Report, Standpoint


@dataclass(frozen=True, slots=True)
class StakeView:
    """A claim below a position, with those of its reports that speak for the position.

    `capacity` tells in which way they do; `others` counts the claim's other reports, in words.
    """

    claim: ClaimView
    capacity: str
    others: str


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """Who speaks for a position, since which step of reporting."""

    link: Link
    step: int


@dataclass(frozen=True, slots=True)
class PositionView:
    """One position, with the claims that state it and those who speak for it."""

    anchor: str
    label: str
    stands: bool
    claims: tuple[StakeView, ...]
    speakers: tuple[SpeakerView, ...]
    voices: str
    note: str
    past: tuple[PastVoices, ...]
    """How many had spoken for it in earlier steps of reporting."""
    step: int
    """The step in which the first spoke for it; 0 where the page cannot be read as of an earlier day."""


@dataclass(frozen=True, slots=True)
class ResolutionView:
    """How a dispute was settled."""

    outcome: tuple[str, ...]
    rule: str
    date: str
    note: str
    cites: tuple[CitationView, ...]
    step: int
    """The step of reporting in which the evidence was there; 0 where the page cannot be read as of an earlier day."""


@dataclass(frozen=True, slots=True)
class DisputeView:
    """The page of a dispute."""

    template: ClassVar[str] = "dispute"
    id: str
    address: str
    question: str
    description: str
    kind: str
    relation: str
    status: str
    status_label: str
    when: str
    as_of: AsOfView | None
    """The earlier days of reporting as of which it can be read."""
    events: tuple[Link, ...]
    positions: tuple[PositionView, ...]
    strips: tuple[StripView, ...]
    tolls: tuple[TollView, ...]
    sources: tuple[SourceLine, ...]
    steps: Neighbours
    resolution: ResolutionView | None
    would_settle: str
    body: str
    note: str
    history: tuple[ChangeView, ...]
    tools: Tools
    edit_path: str

    @property
    def title(self) -> str:
        """What the page is called."""
        return self.question


@derivation
def _steps_of_disputes(edition: Edition) -> dict[str, Neighbours]:
    in_order = [dispute for group in by_status(edition).values() for dispute in group]
    return steps(edition.dispute(dispute) for dispute in in_order)


def dispute_view(edition: Edition, dispute: Dispute) -> DisputeView:
    """Return the page of a dispute."""
    outcome = dispute.resolution.outcome if dispute.resolution else ()
    contexts = [edition.chronology.claims[reference] for reference in references_of(dispute)]
    events = sorted({context.event.id: context.event for context in contexts}.values(), key=event_order)
    places = dict.fromkeys(context.claim.control.place for context in contexts if context.claim.control)
    page = known(edition, contexts)
    positions = tuple(_position_view(page, standpoint, outcome) for standpoint in dispute.positions)
    return DisputeView(
        id=dispute.id,
        address=addresses.record_address(dispute),
        question=dispute.question,
        description=answer_in_words(edition, dispute),
        kind=edition.language.gettext(words.DISPUTE_KIND_LABEL[dispute.kind]),
        relation=edition.language.gettext(words.RELATION_LABEL[dispute.relation]),
        status=dispute.status,
        status_label=words.status_label(dispute, edition.language),
        when=when_in_words(edition, dispute),
        as_of=page.view,
        events=tuple(_event_link(page, event, contexts) for event in events),
        positions=positions,
        strips=tuple(strip for place in places if (strip := strip_of(edition, place, contexts)) is not None),
        tolls=tolls_of(edition, sorted(contexts, key=claim_order)),
        sources=page.sources(_cites(dispute, contexts)),
        steps=edition.derived(_steps_of_disputes)[addresses.record_address(dispute)],
        resolution=_resolution_view(edition, dispute, page),
        would_settle=dispute.would_settle or "",
        body=dispute.body,
        note=dispute.note or "",
        history=edition.changes(dispute),
        tools=edition.tools(dispute),
        edit_path=edition.chronology.document(dispute).path,
    )


def _event_link(page: ClaimsAsKnown, event: Event, contexts: list[ClaimInContext]) -> Link:
    """Return the link to an event, marked with the step in which the first of these claims about it became known."""
    return replace(page.edition.event(event), step=page.first(one for one in contexts if one.event.id == event.id))


def _position_view(page: ClaimsAsKnown, standpoint: Standpoint, outcome: tuple[str, ...]) -> PositionView:
    edition = page.edition
    contexts = [edition.chronology.claims[reference] for reference in standpoint.claims]
    speaks = opposes if standpoint.stance == "denies" else supports
    spoken = [(context, [report for report in context.claim.reports if speaks(report)]) for context in contexts]
    # A claim that nobody speaks for in this sense is still shown with all its reports.
    voices = [report for context, reports in spoken for report in reports or context.claim.reports]
    return PositionView(
        anchor=f"position-{standpoint.id}",
        label=standpoint.label,
        stands=standpoint.id in outcome,
        claims=tuple(_stake_view(page, standpoint, context, reports) for context, reports in spoken),
        speakers=_speakers(page, [report for report in voices if edition.chronology.counts(report)]),
        voices=words.echo_in_words(echo_of(edition.chronology, voices), edition.language),
        note=standpoint.note or "",
        past=page.voices(voices),
        step=page.step_of(voices),
    )


def _stake_view(
    page: ClaimsAsKnown, standpoint: Standpoint, context: ClaimInContext, reports: list[Report]
) -> StakeView:
    language = page.edition.language
    shown = reports or list(context.claim.reports)
    others = len(context.claim.reports) - len(shown)
    return StakeView(
        claim=page.claim(context, shown),
        capacity=language.gettext(words.CAPACITY_LABEL[standpoint.stance if reports else "none"]),
        others=language.ngettext(
            "%(count)s other report of this claim", "%(count)s other reports of this claim", others
        )
        if others
        else "",
    )


def _cites(dispute: Dispute, contexts: list[ClaimInContext]) -> Iterator[Citation]:
    for context in contexts:
        yield from (report.cite for report in context.claim.reports)
    if dispute.resolution is not None:
        yield from dispute.resolution.cites


def _speakers(page: ClaimsAsKnown, reports: list[Report]) -> tuple[SpeakerView, ...]:
    """Return who speaks, in the order in which it became known."""
    by_origin: defaultdict[str, list[Report]] = defaultdict(list)
    for report in reports:
        by_origin[page.edition.chronology.origin(report)].append(report)
    views = [SpeakerView(page.edition.actor(origin), page.step_of(said)) for origin, said in by_origin.items()]
    return tuple(sorted(views, key=lambda view: view.step))


def _resolution_view(edition: Edition, dispute: Dispute, page: ClaimsAsKnown) -> ResolutionView | None:
    resolution = dispute.resolution
    if resolution is None:
        return None
    labels = {standpoint.id: standpoint.label for standpoint in dispute.positions}
    return ResolutionView(
        outcome=tuple(labels[position] for position in resolution.outcome),
        rule=words.rule_label(resolution, edition.language),
        date=in_words(resolution.date, edition.language),
        note=resolution.note,
        cites=tuple(edition.citation(cite) for cite in resolution.cites),
        step=page.step_on(resolution.date.latest),
    )

"""The page of a dispute: the answer or that there is none, the positions side by side, and below them the evidence."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import comb
from typing import ClassVar, Final

from dateline.ground.dates import in_words
from dateline.pages.kinds.disputes import counted_beside, in_order, references_of, when_in_words
from dateline.pages.kinds.topic_card import answer_in_words
from dateline.pages.shared.as_of import AsOfView, PastVoices
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.known import ClaimsAsKnown, known
from dateline.pages.shared.life import life_of_positions
from dateline.pages.shared.lists import Neighbours, steps
from dateline.pages.shared.said_dates import SaidDate, dates_in_dispute
from dateline.pages.shared.standpoints import count_of_withdrawn, said_for, spoken_for, unconfirming, verdict_in_words
from dateline.pages.shared.strips import StripView, strip_of
from dateline.pages.shared.tolls import TollView, by_whom, ranges_in_words, tolls_in_dispute, tolls_of
from dateline.pages.shared.views import ChangeView, CitationView, ClaimView, LifeView, Link, Said, SourceLine, Tools
from dateline.pages.wording import addresses, verdict_words, words
from dateline.records.chronology import ClaimInContext, claim_order, event_order
from dateline.records.rules.attribution import whose
from dateline.records.rules.exclusions import colliding_claims, exclusions
from dateline.records.rules.standing import Outcome
from dateline.records.rules.verdicts import by_verdict, settled_elsewhere, verdict
from dateline.records.types import Citation, Dispute, Event, Report, Standpoint

_TWO: Final = 2
_UNFOLDED: Final = 5
"""At most so many reports a page shows without being asked."""


@dataclass(frozen=True, slots=True)
class StakeView:
    """A claim below a position, with those of its reports that speak for the position.

    `capacity` tells in which way they do; `others` counts the claim's other reports, in words.
    """

    claim: ClaimView
    capacity: str
    others: str


@dataclass(frozen=True, slots=True)
class PositionView:
    """One position: who speaks for it, and the claims that state it with their reports."""

    anchor: str
    evidence: str
    """The anchor of its evidence."""
    label: str
    verdict: str
    """What is settled of it, in words; empty where nothing is."""
    outcome: Outcome
    settled_in: Link | None
    """The other dispute that settles it, where its own leaves it open."""
    settled_step: int
    """The step of reporting in which the evidence for that was there; 0 as for a resolution."""
    said: Said
    withdrawn: str
    """How many reports that spoke for it were withdrawn."""
    claims: tuple[StakeView, ...]
    reports: int
    """How many reports its evidence shows."""
    note: str
    past: tuple[PastVoices, ...]
    """How many had spoken for it in earlier steps of reporting."""
    step: int
    """The step in which the first spoke for it; 0 where the page cannot be read as of an earlier day."""


@dataclass(frozen=True, slots=True)
class ResolutionView:
    """By which rule a dispute was settled, and why."""

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
    excluding: tuple[tuple[str, tuple[str, ...]], ...]
    """Which of three positions or more exclude which others, where that is not all of them; each pair once."""
    status: str
    answer: str
    """How it stands, as a sentence."""
    verdicts: tuple[verdict_words.Verdict, ...]
    """What is settled of its positions, in the same breath."""
    settled_step: int
    """The step of reporting in which the last of that was, here or in another dispute; 0 as for a resolution."""
    when: str
    as_of: AsOfView | None
    """The earlier days of reporting as of which it can be read."""
    events: tuple[Link, ...]
    positions: tuple[PositionView, ...]
    saying_several: tuple[Link, ...]
    """Who gives more than one of the numbers that exclude each other, and so contradicts itself."""
    strips: tuple[StripView, ...]
    tolls: tuple[TollView, ...]
    dates: tuple[SaidDate, ...]
    """When something was, as each of its claims has it, where they differ."""
    ranges: tuple[tuple[str, str], ...]
    """The ranges of the figures on which its positions differ, each a sentence, with who counts how many."""
    beside: tuple[Link, ...]
    """The other disputes that count the same of these events, each with its range."""
    life: LifeView | None
    """Who took which position when."""
    is_short: bool
    """Whether its evidence is so little that it needs no fold."""
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
    return steps(edition.dispute(dispute) for dispute in in_order(edition))


@derivation
def _pairs_of_disputes(edition: Edition) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return of each dispute the pairs of its positions, by their labels, that exclude each other."""
    colliding = colliding_claims(edition.contradictions)
    disputes = edition.chronology.disputes.values()
    return {
        dispute.id: tuple((one.label, other.label) for one, other in exclusions(dispute, colliding))
        for dispute in disputes
    }


def _excluding(dispute: Dispute, pairs: Sequence[tuple[str, str]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return each position with those that it excludes, the one first that excludes most, and each pair once."""
    count = len(dispute.positions)
    if count <= _TWO or len(pairs) == comb(count, _TWO) or dispute.status == "not-a-conflict":
        return ()
    found, left = [], list(pairs)
    while left:
        most, _ = Counter(label for pair in left for label in pair).most_common(1)[0]
        found.append((most, tuple(one if other == most else other for one, other in left if most in {one, other})))
        left = [pair for pair in left if most not in pair]
    return tuple(found)


def dispute_view(edition: Edition, dispute: Dispute) -> DisputeView:
    """Return the page of a dispute."""
    contexts = [edition.chronology.claims[reference] for reference in references_of(dispute)]
    page, pairs = known(edition, contexts), edition.derived(_pairs_of_disputes)[dispute.id]
    positions = tuple(_position_view(page, dispute, one) for one in by_verdict(edition.chronology, dispute))
    resolution = _resolution_view(edition, dispute, page)
    return DisputeView(
        id=dispute.id,
        address=addresses.record_address(dispute),
        question=dispute.question,
        description=answer_in_words(edition, dispute),
        kind=edition.term("dispute_kinds", dispute.kind),
        relation=verdict_words.relation(dispute, pairs, edition.language),
        excluding=_excluding(dispute, pairs),
        status=dispute.status,
        answer=verdict_words.answer(edition.chronology, dispute, edition.language),
        verdicts=verdict_words.verdicts(edition.chronology, dispute),
        settled_step=max(resolution.step if resolution else 0, *(one.settled_step for one in positions)),
        when=when_in_words(edition, dispute),
        as_of=page.view,
        events=_events(page, contexts),
        positions=positions,
        saying_several=_saying_several(edition, dispute, positions),
        strips=_strips(edition, contexts),
        tolls=tolls_of(edition, sorted(contexts, key=claim_order), dispute),
        dates=dates_in_dispute(page, dispute),
        ranges=tuple(_ranges(edition, dispute)),
        beside=counted_beside(edition, dispute),
        life=_life(edition, dispute),
        is_short=sum(position.reports for position in positions) <= _UNFOLDED,
        sources=page.sources(_cites(dispute, contexts)),
        steps=edition.derived(_steps_of_disputes)[addresses.record_address(dispute)],
        resolution=resolution,
        would_settle=dispute.would_settle or "",
        body=dispute.body,
        note=dispute.note or "",
        history=edition.changes(dispute),
        tools=edition.tools(dispute),
        edit_path=edition.chronology.document(dispute).path,
    )


def _events(page: ClaimsAsKnown, contexts: list[ClaimInContext]) -> tuple[Link, ...]:
    events = sorted({context.event.id: context.event for context in contexts}.values(), key=event_order)
    return tuple(_event_link(page, event, contexts) for event in events)


def _ranges(edition: Edition, dispute: Dispute) -> Iterator[tuple[str, str]]:
    for toll in tolls_in_dispute(edition, dispute):
        for told in ranges_in_words(edition, (toll,)):
            yield told, by_whom(edition, toll)


def _strips(edition: Edition, contexts: list[ClaimInContext]) -> tuple[StripView, ...]:
    places = dict.fromkeys(context.claim.control.place for context in contexts if context.claim.control)
    return tuple(strip for place in places if (strip := strip_of(edition, place, contexts)) is not None)


def _saying_several(edition: Edition, dispute: Dispute, positions: tuple[PositionView, ...]) -> tuple[Link, ...]:
    is_meant = dispute.relation == "exclusive" and dispute.status != "not-a-conflict"
    if not is_meant or not edition.chronology.is_about_figures(dispute):
        return ()
    said = [
        {
            chip.link.address: chip.link
            for chip in position.said.chips
            if chip.is_attributed and chip.stance == "asserts"
        }
        for position in positions
    ]
    counted = Counter(address for of_position in said for address in of_position)
    links = {address: link for of_position in said for address, link in of_position.items()}
    return tuple(links[address] for address, count in counted.items() if count > 1)


def _life(edition: Edition, dispute: Dispute) -> LifeView | None:
    spoken = ((one.label, spoken_for(edition.chronology, one)) for one in dispute.positions)
    return life_of_positions(edition, [(label, [one for _, found in said for one in found]) for label, said in spoken])


def _event_link(page: ClaimsAsKnown, event: Event, contexts: list[ClaimInContext]) -> Link:
    """Return the link to an event, marked with the step in which the first of these claims about it became known."""
    return replace(page.edition.event(event), step=page.first(one for one in contexts if one.event.id == event.id))


def _position_view(page: ClaimsAsKnown, dispute: Dispute, standpoint: Standpoint) -> PositionView:
    edition = page.edition
    spoken = spoken_for(edition.chronology, standpoint)
    claims = tuple(_stake_view(page, standpoint, context, reports) for context, reports in spoken)
    # A claim that nobody speaks for in this sense is still shown with all its reports.
    shown = [report for context, reports in spoken for report in reports or context.claim.reports]
    speaking = [report for _, reports in spoken for report in reports]
    elsewhere = settled_elsewhere(edition.chronology, dispute, standpoint)
    settled_by = elsewhere.resolution if elsewhere else dispute.resolution
    return PositionView(
        anchor=f"position-{standpoint.id}",
        evidence=f"evidence-{standpoint.id}",
        label=standpoint.label,
        verdict=verdict_in_words(edition, dispute, standpoint),
        outcome=verdict(edition.chronology, dispute, standpoint),
        settled_in=edition.dispute(elsewhere.dispute) if elsewhere else None,
        settled_step=page.step_on(settled_by.date.latest) if settled_by else 0,
        said=_as_known(page, said_for(edition, speaking, unconfirming(edition.chronology, standpoint)), speaking),
        withdrawn=words.withdrawn_reports(count_of_withdrawn(edition.chronology, standpoint), edition.language),
        claims=claims,
        reports=len(shown),
        note=standpoint.note or "",
        past=page.voices(shown),
        step=page.step_of(shown),
    )


def _as_known(page: ClaimsAsKnown, said: Said, speaking: list[Report]) -> Said:
    """Mark each who speaks with the step in which it first did."""
    chronology = page.edition.chronology
    steps = {
        f"actors/{speaker}/": page.step_of(one for one in speaking if whose(chronology, one) == speaker)
        for speaker in dict.fromkeys(whose(chronology, report) for report in speaking)
    }
    return replace(said, chips=tuple(replace(chip, step=steps[chip.link.address]) for chip in said.chips))


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


def _resolution_view(edition: Edition, dispute: Dispute, page: ClaimsAsKnown) -> ResolutionView | None:
    resolution = dispute.resolution
    if resolution is None:
        return None
    return ResolutionView(
        rule=words.rule_label(edition.chronology.masthead, resolution, edition.language),
        date=in_words(resolution.date, edition.language),
        note=resolution.note,
        cites=tuple(edition.citation(cite) for cite in resolution.cites),
        step=page.step_on(resolution.date.latest),
    )

"""The index of disputes: by status, kind and actor, the weightiest first, and what was found by rule."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from dateline.ground.languages import Language, marked
from dateline.pages.kinds.actor import disputes_by_actor
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.extent import dates_in_words
from dateline.pages.shared.lists import in_order_of_names
from dateline.pages.shared.standpoints import verdict_in_words, voices_in_words, weight_of_dispute
from dateline.pages.shared.tolls import ranges_in_words, tolls_in_dispute
from dateline.pages.shared.views import Link
from dateline.pages.wording import told_rules, words
from dateline.pages.wording.sections import DISPUTES
from dateline.records.chronology import EventOrder, claim_order, event_order
from dateline.records.rules.collisions import Collision, Contradiction
from dateline.records.rules.contradictions import covering_disputes
from dateline.records.rules.standing import Outcome
from dateline.records.rules.verdicts import by_verdict, verdict
from dateline.records.types import Dispute

_COLLISION: dict[Collision, str] = {
    Collision.FIGURES: marked("Figures that cannot both be true"),
    Collision.HOLDERS: marked("Two holders of one place on one day"),
    Collision.STANCES: marked("One speaker says so, another denies or doubts it"),
    Collision.DATES: marked("Two dates of one event"),
    Collision.PRESENCE: marked("Somebody said to hold a place, and not to, on one day"),
}


@dataclass(frozen=True, slots=True)
class PositionRow:
    """A position as a row of the index has it: its label, how many voices it has, and what is settled of it."""

    label: str
    voices: str
    verdict: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """A dispute in the index."""

    link: Link
    kind: str
    status: str
    status_label: str
    when: str
    positions: tuple[PositionRow, ...]
    tolls: tuple[str, ...] = ()
    """The ranges of the figures on which its positions differ, in words."""


@dataclass(frozen=True, slots=True)
class GroupView:
    """Disputes that share a status, a kind or an actor."""

    name: str
    anchor: str
    rows: tuple[DisputeRow, ...]


@dataclass(frozen=True, slots=True)
class DetectedView:
    """A contradiction that was detected, and the disputes that have taken it up."""

    what: str
    claims: tuple[Link, ...]
    disputes: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class DisputesView:
    """The index of disputes."""

    template: ClassVar[str] = "disputes"
    address: ClassVar[str] = DISPUTES.address
    title: ClassVar[str] = DISPUTES.name
    edit_path: ClassVar[None] = None
    rule: str
    """What settles a dispute, as a sentence."""
    by_status: tuple[GroupView, ...]
    """Those about the chronology's own subject."""
    aside: tuple[DisputeRow, ...]
    """Those that are beside it."""
    by_kind: tuple[GroupView, ...]
    by_actor: tuple[tuple[Link, tuple[Link, ...]], ...]
    untaken: tuple[DetectedView, ...]
    taken_up: tuple[DetectedView, ...]


def disputes_view(edition: Edition) -> DisputesView:
    """Return the index: by status, by kind, by actor, and what was detected but not taken up."""
    rows = {dispute.id: dispute_row(edition, dispute) for dispute in in_order(edition)}
    by_kind: defaultdict[str, list[DisputeRow]] = defaultdict(list)
    by_status: defaultdict[str, list[DisputeRow]] = defaultdict(list)
    aside: list[DisputeRow] = []
    for id_, row in rows.items():
        dispute = edition.chronology.disputes[id_]
        by_kind[dispute.kind].append(row)
        (aside if dispute.aside else by_status[dispute.status]).append(row)
    actors = edition.derived(disputes_by_actor)
    detected = [_detected_view(edition, found) for found in _by_their_claims(edition)]
    return DisputesView(
        rule=told_rules.settling(edition.chronology.masthead, edition.language),
        by_status=_groups(by_status, _labels_of_statuses(edition.language)),
        aside=tuple(aside),
        by_kind=_groups(by_kind, edition.labels_of("dispute_kinds")),
        by_actor=tuple(
            (edition.actor(actor.id), tuple(edition.dispute(dispute) for dispute in actors[actor.id].values()))
            for actor in in_order_of_names(edition.chronology.actors.values())
            if actor.id in actors
        ),
        untaken=tuple(found for found in detected if not found.disputes),
        taken_up=tuple(found for found in detected if found.disputes),
    )


def dispute_row(edition: Edition, dispute: Dispute) -> DisputeRow:
    """Return a dispute as it stands in lists."""
    return DisputeRow(
        link=edition.dispute(dispute),
        kind=edition.term("dispute_kinds", dispute.kind),
        status=dispute.status,
        status_label=words.status_label(dispute, edition.language),
        when=when_in_words(edition, dispute),
        positions=tuple(
            PositionRow(
                one.label,
                voices_in_words(edition, one),
                verdict_in_words(edition, dispute, one),
                verdict(edition.chronology, dispute, one),
            )
            for one in by_verdict(edition.chronology, dispute)
        ),
        tolls=ranges_in_words(edition, tolls_in_dispute(edition, dispute)),
    )


def counted_beside(edition: Edition, dispute: Dispute) -> tuple[Link, ...]:
    """Return the other disputes about figures that count the same of one of its events, each with its ranges.

    Whoever asks for a toll may have come to the wrong one of them.
    """
    graph, measures = edition.chronology, _measures(edition, dispute)
    events = dict.fromkeys(graph.claims[reference].event.id for reference in references_of(dispute) if measures)
    claims = (f"{event}#{claim.id}" for event in events for claim in graph.events[event].claims)
    others = {one.id: one for reference in claims for one in graph.disputes_by_claim.get(reference, ())}
    found = (
        (one, ranges_in_words(edition, tolls_in_dispute(edition, one)))
        for one in others.values()
        if one.id != dispute.id and not measures.isdisjoint(_measures(edition, one))
    )
    return tuple(replace(edition.dispute(one), note=edition.language.clauses(told)) for one, told in found if told)


def _measures(edition: Edition, dispute: Dispute) -> frozenset[str]:
    """Return what a dispute about figures counts; nothing of another."""
    graph = edition.chronology
    if not graph.is_about_figures(dispute):
        return frozenset()
    claims = (graph.claims[reference].claim for reference in references_of(dispute))
    return frozenset(figure.measure for claim in claims for report in claim.reports for figure in report.figures)


def in_order(edition: Edition) -> list[Dispute]:
    """Return the disputes in the order of the index.

    What is beside the chronology's subject comes last, what is open first; then those come first in which most voices
    take part, then those with most reports, then those of the earliest events.
    """
    statuses = list(words.STATUS_LABEL)

    def place(dispute: Dispute) -> tuple[object, ...]:
        weight = weight_of_dispute(edition.chronology, dispute)
        asked = (dispute.aside, statuses.index(dispute.status))
        return (*asked, -weight.voices, -weight.reports, _first_event(edition, dispute), dispute.id)

    return sorted(edition.chronology.disputes.values(), key=place)


def _by_their_claims(edition: Edition) -> list[Contradiction]:
    """Return what was detected in the order of the claims that collide."""
    return sorted(edition.contradictions, key=lambda found: sorted(map(claim_order, (found.left, found.right))))


def _detected_view(edition: Edition, found: Contradiction) -> DetectedView:
    sides = {side.reference: side for side in sorted((found.left, found.right), key=claim_order)}
    return DetectedView(
        what=edition.language.gettext(_COLLISION[found.collision]),
        claims=tuple(edition.claim_link(side.event, side.claim) for side in sides.values()),
        disputes=tuple(edition.dispute(dispute) for dispute in covering_disputes(edition.chronology, found)),
    )


def references_of(dispute: Dispute) -> list[str]:
    """Return the claims that a dispute is about, each once."""
    return list(dict.fromkeys(reference for standpoint in dispute.positions for reference in standpoint.claims))


def _first_event(edition: Edition, dispute: Dispute) -> EventOrder:
    return min(event_order(edition.chronology.claims[reference].event) for reference in references_of(dispute))


def when_in_words(edition: Edition, dispute: Dispute) -> str:
    """Return the dates of a dispute's events, as they are now, from the first to the last."""
    events = [edition.chronology.claims[reference].event for reference in references_of(dispute)]
    dates = {event.date for event in events}
    return words.when(events[0], edition.language) if len(dates) == 1 else dates_in_words(dates, edition.language)


def _labels_of_statuses(language: Language) -> dict[str, str]:
    return {status: language.gettext(label) for status, label in words.STATUS_LABEL.items()}


def _groups(rows: Mapping[str, list[DisputeRow]], labels: Mapping[str, str]) -> tuple[GroupView, ...]:
    return tuple(GroupView(label, word, tuple(rows[word])) for word, label in labels.items() if word in rows)

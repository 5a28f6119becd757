"""The index of disputed claims: by status, kind and actor, and what was found by rule."""

from collections import defaultdict
from dataclasses import dataclass
from typing import ClassVar

from dateline.ground.languages import Language, marked
from dateline.pages.kinds.actor import disputes_by_actor
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.extent import dates_in_words
from dateline.pages.shared.lists import in_order_of_names
from dateline.pages.shared.views import Link
from dateline.pages.wording import words
from dateline.pages.wording.sections import DISPUTES
from dateline.records.chronology import EventOrder, claim_order, event_order
from dateline.records.rules.collisions import Collision, Contradiction
from dateline.records.rules.contradictions import covering_disputes
from dateline.records.types import Dispute

_COLLISION: dict[Collision, str] = {
    Collision.FIGURES: marked("Figures that cannot both be true"),
    Collision.HOLDERS: marked("Two holders of one place on one day"),
    Collision.STANCES: marked("One speaker says so, another denies or doubts it"),
    Collision.DATES: marked("Two dates of one event"),
    Collision.PRESENCE: marked("Somebody said to hold a place, and not to, on one day"),
}


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """A dispute in the index."""

    link: Link
    kind: str
    status: str
    status_label: str
    when: str
    positions: tuple[str, ...]


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
    """The index of disputed claims."""

    template: ClassVar[str] = "disputes"
    address: ClassVar[str] = DISPUTES.address
    title: ClassVar[str] = DISPUTES.name
    edit_path: ClassVar[None] = None
    by_status: tuple[GroupView, ...]
    by_kind: tuple[GroupView, ...]
    by_actor: tuple[tuple[Link, tuple[Link, ...]], ...]
    untaken: tuple[DetectedView, ...]
    taken_up: tuple[DetectedView, ...]


def disputes_view(edition: Edition) -> DisputesView:
    """Return the index: by status, by kind, by actor, and what was detected but not taken up."""
    rows = {status: [dispute_row(edition, one) for one in found] for status, found in by_status(edition).items()}
    by_kind: defaultdict[str, list[DisputeRow]] = defaultdict(list)
    for dispute in _in_order(edition):
        by_kind[dispute.kind].append(dispute_row(edition, dispute))
    actors = edition.derived(disputes_by_actor)
    detected = [_detected_view(edition, found) for found in _by_their_claims(edition)]
    return DisputesView(
        by_status=_groups(rows, words.STATUS_LABEL, edition.language),
        by_kind=_groups(by_kind, words.DISPUTE_KIND_LABEL, edition.language),
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
        kind=edition.language.gettext(words.DISPUTE_KIND_LABEL[dispute.kind]),
        status=dispute.status,
        status_label=words.status_label(dispute, edition.language),
        when=when_in_words(edition, dispute),
        positions=tuple(standpoint.label for standpoint in dispute.positions),
    )


def _in_order(edition: Edition) -> list[Dispute]:
    """Return the disputes in the order of the first events that they are about."""
    return sorted(edition.chronology.disputes.values(), key=lambda found: (_first_event(edition, found), found.id))


def by_status(edition: Edition) -> dict[str, list[Dispute]]:
    """Return the disputes in the order of the index: by status, then by their first day."""
    found: dict[str, list[Dispute]] = {status: [] for status in words.STATUS_LABEL}
    for dispute in _in_order(edition):
        found[dispute.status].append(dispute)
    return {status: disputes for status, disputes in found.items() if disputes}


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


def _groups(rows: dict[str, list[DisputeRow]], labels: dict[str, str], language: Language) -> tuple[GroupView, ...]:
    return tuple(
        GroupView(language.gettext(label), word, tuple(rows[word])) for word, label in labels.items() if word in rows
    )

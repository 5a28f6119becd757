"""A dispute for other people's pages: the question, how it stands, and who takes which position."""

from dataclasses import dataclass
from typing import ClassVar, Final

from dateline.pages.kinds.disputes import when_in_words
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.standpoints import count_of_voices, first_of_each, verdict_in_words
from dateline.pages.shared.views import Link
from dateline.pages.wording import addresses, words
from dateline.pages.wording.shortening import shortened
from dateline.records.rules.standing import UNSETTLED, Outcome
from dateline.records.rules.verdicts import by_verdict, verdict
from dateline.records.types import Dispute, Standpoint

_MOST_POSITIONS: Final = 8
_MOST_SPEAKERS: Final = 6
_LONGEST: Final = 300
"""The bytes of a text: eight positions of six speakers each then stay within 15 kB."""


@dataclass(frozen=True, slots=True)
class EmbeddedPosition:
    """A position with those who speak for it, as many as there is room for."""

    label: str
    verdict: str
    outcome: Outcome
    voices: str
    speakers: tuple[tuple[str, Link], ...]
    more: int


@dataclass(frozen=True, slots=True)
class EmbeddedDispute:
    """A dispute on a page without the theme's frame."""

    template: ClassVar[str] = "embedded_dispute.html"
    address: str
    page: str
    """Where the dispute stands."""
    chronology: str
    question: str
    when: str
    status: str
    status_label: str
    positions: tuple[EmbeddedPosition, ...]
    more: int
    would_settle: str


def embedded_dispute(edition: Edition, dispute: Dispute) -> EmbeddedDispute:
    """Return a dispute for other people's pages, what stands first and what falls last."""
    positions = by_verdict(edition.chronology, dispute)
    return EmbeddedDispute(
        address=addresses.dispute_embed_address(dispute.id),
        page=addresses.record_address(dispute),
        chronology=shortened(edition.chronology.masthead.title, _LONGEST),
        question=shortened(dispute.question, _LONGEST),
        when=when_in_words(edition, dispute),
        status=dispute.status,
        status_label=words.status_label(dispute, edition.language),
        positions=tuple(_position(edition, dispute, one) for one in positions[:_MOST_POSITIONS]),
        more=max(0, len(positions) - _MOST_POSITIONS),
        would_settle=shortened(dispute.would_settle or "", _LONGEST) if dispute.status in UNSETTLED else "",
    )


def _position(edition: Edition, dispute: Dispute, position: Standpoint) -> EmbeddedPosition:
    speakers, voices = first_of_each(edition, position), count_of_voices(edition, position)
    heard = edition.language.ngettext("%(count)s voice", "%(count)s voices", voices) if voices else ""
    return EmbeddedPosition(
        label=shortened(position.label, _LONGEST),
        verdict=verdict_in_words(edition, dispute, position),
        outcome=verdict(edition.chronology, dispute, position),
        voices=heard,
        speakers=tuple((shortened(name, _LONGEST // 3), link) for name, link in speakers[:_MOST_SPEAKERS]),
        more=max(0, len(speakers) - _MOST_SPEAKERS),
    )

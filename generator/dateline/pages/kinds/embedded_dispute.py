"""A dispute for other people's pages: the question, how it stands, and who takes which position."""

from dataclasses import dataclass, replace
from typing import ClassVar, Final

from dateline.pages.kinds.disputes import when_in_words
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.standpoints import said_for, spoken_for, unconfirming, verdict_in_words
from dateline.pages.shared.tolls import ranges_in_words, tolls_in_dispute
from dateline.pages.shared.views import Link, Rest, VoiceChip
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
    numbers: tuple[str, ...]
    """How many say so, and how many call it unconfirmed, as sentences."""
    speakers: tuple[VoiceChip, ...]
    rest: Rest
    """How many are not named."""


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
    ranges: tuple[str, ...]
    """The ranges of the figures on which its positions differ."""
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
        ranges=ranges_in_words(edition, tolls_in_dispute(edition, dispute)),
        positions=tuple(_position(edition, dispute, one) for one in positions[:_MOST_POSITIONS]),
        more=max(0, len(positions) - _MOST_POSITIONS),
        would_settle=shortened(dispute.would_settle or "", _LONGEST) if dispute.status in UNSETTLED else "",
    )


def _position(edition: Edition, dispute: Dispute, position: Standpoint) -> EmbeddedPosition:
    chronology = edition.chronology
    speaking = [report for _, reports in spoken_for(chronology, position) for report in reports]
    said = said_for(edition, speaking, unconfirming(chronology, position))
    shown = said.chips[:_MOST_SPEAKERS]
    return EmbeddedPosition(
        label=shortened(position.label, _LONGEST),
        verdict=verdict_in_words(edition, dispute, position),
        outcome=verdict(chronology, dispute, position),
        numbers=said.numbers,
        speakers=tuple(replace(one, link=_brief(one.link)) for one in shown),
        rest=said.rest(_MOST_SPEAKERS),
    )


def _brief(link: Link) -> Link:
    return replace(link, text=shortened(link.text, _LONGEST // 3))

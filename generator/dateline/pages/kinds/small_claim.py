"""The small page of a claim, events/ID/CLAIM/, and the same for other people's pages, embed/claim/ID/CLAIM/.

What is said, its outcome, who says so and in which paragraph, and the way to where it stands with everything else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Final

from dateline.ground.dates import in_words
from dateline.pages.kinds.lasting import LARGEST
from dateline.pages.kinds.topic_card import subject_of_card
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.embedding import LONGEST_TITLE
from dateline.pages.shared.moved import MovedView, now_at
from dateline.pages.shared.said import said_of
from dateline.pages.shared.views import Link, VoiceChip
from dateline.pages.wording import addresses, outcomes, words
from dateline.pages.wording.shortening import shortened, size_in_html
from dateline.records.rules.graves import CLAIM
from dateline.records.types import Claim, Event, Tombstone

_FRAME: Final = 1260
"""What a page takes besides texts, addresses and voices."""
_VOICE: Final = 48
"""What a voice takes besides its texts and addresses."""
_MOST_VOICES: Final = 6
_LONGEST_TEXT: Final = 400
_LONGEST_NAME: Final = 60
_LONGEST_DESCRIPTION: Final = 240
_LONGEST_NOTE: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallClaim:
    """A claim on a page of its own, without the theme's frame; `removed` is what is left of one that is gone."""

    template: ClassVar[str] = "small_claim.html"
    address: str
    embed: str
    """Where the same stands for other people's pages."""
    site: str
    """The site's address; empty where that is not known."""
    chronology: str
    title: str
    text: str = ""
    description: str
    canonical: str = ""
    """The page that search engines are to list instead, whole; empty where the site's address is not known."""
    now: Link | None
    """Where it stands, or what stands in its place."""
    event: Link | None = None
    outcome: str = ""
    outcome_label: str = ""
    numbers: tuple[str, ...] = ()
    voices: tuple[VoiceChip, ...] = ()
    more: int = 0
    """How many voices are not named."""
    dispute: Link | None = None
    card: Link | None = None
    """The page whose card it is shown with elsewhere."""
    removed: MovedView | None = None

    @property
    def is_described(self) -> bool:
        """Whether there is a description by which other people's pages embed it."""
        return bool(self.site) and self.removed is None


@dataclass(frozen=True, slots=True)
class EmbeddedClaim:
    """A claim for other people's pages."""

    template: ClassVar[str] = "embedded_claim.html"
    claim: SmallClaim


def small_claim(edition: Edition, event: Event, claim: Claim) -> SmallClaim:
    """Return the small page of a claim; as many voices are named as there is room for, dissent first."""
    found = edition.assessment(event, claim)
    disputes = edition.chronology.disputes_by_claim.get(f"{event.id}#{claim.id}", ())
    said = said_of(edition, found, claim)
    site, now = edition.site_url or "", edition.claim_link(event, claim)
    label = edition.language.gettext(outcomes.OUTCOME_LABEL[found.outcome])
    why = edition.reason(event, claim)
    view = SmallClaim(
        address=addresses.claim_page_address(event.id, claim.id),
        embed=addresses.claim_embed_address(event.id, claim.id),
        site=site,
        chronology=shortened(edition.chronology.masthead.title, _LONGEST_NAME),
        title=shortened(claim.text, LONGEST_TITLE),
        text=shortened(claim.text, _LONGEST_TEXT),
        description=shortened(
            edition.language.gettext("%(outcome)s: %(why)s.", outcome=label, why=why), _LONGEST_DESCRIPTION
        ),
        canonical=f"{site}{now.address.partition('#')[0]}" if site else "",
        now=now,
        event=Link(
            shortened(event.title, LONGEST_TITLE),
            addresses.lasting_address(event.id),
            words.when(event, edition.language),
        ),
        outcome=found.outcome.value,
        outcome_label=label,
        numbers=said.numbers,
        dispute=next(map(edition.dispute, disputes), None),
        card=subject_of_card(edition, event, claim),
    )
    return _with_voices(view, said.chips)


def small_stone(edition: Edition, stone: Tombstone) -> SmallClaim:
    """Return what stands at the address of a claim that was removed."""
    event_id, _, claim_id = stone.id.partition("#")
    now, site, language = now_at(edition, CLAIM, stone.id), edition.site_url or "", edition.language
    removed = in_words(stone.date, language)
    brief = now and replace(now, text=shortened(now.text, LONGEST_TITLE))
    title = language.gettext("A claim that stood here")
    return SmallClaim(
        address=addresses.claim_page_address(event_id, claim_id),
        embed=addresses.claim_embed_address(event_id, claim_id),
        site=site,
        chronology=shortened(edition.chronology.masthead.title, _LONGEST_NAME),
        title=title,
        description=language.gettext("This claim was removed on %(date)s.", date=removed),
        canonical=f"{site}{now.address.partition('#')[0]}" if site and now else "",
        now=brief,
        removed=MovedView(claim_id, (), title, removed, shortened(stone.note, _LONGEST_NOTE), brief),
    )


def _with_voices(view: SmallClaim, chips: Sequence[VoiceChip]) -> SmallClaim:
    voices = tuple(_fitting(LARGEST - _cost(view), chips[:_MOST_VOICES]))
    return replace(view, voices=voices, more=len(chips) - len(voices))


def _fitting(room: int, chips: Sequence[VoiceChip]) -> Iterator[VoiceChip]:
    for chip in chips:
        room -= _VOICE + len(chip.first.address) + sum(map(size_in_html, (chip.link.text, chip.words, chip.stance)))
        if room < 0:
            return
        yield chip


def _cost(view: SmallClaim) -> int:
    """Return what a page takes without its voices."""
    texts = [view.text, *view.numbers, view.description, view.outcome_label, view.chronology, view.chronology]
    texts += [view.title, view.title, view.canonical, view.outcome]
    for link in filter(None, (view.event, view.dispute, view.now)):
        texts += [link.address, link.note]
    texts += [link.text for link in (view.event, view.dispute) if link]
    own = 3 * len(view.site) + len(view.address) + len(view.embed) + (len(view.card.address) if view.card else 0)
    return _FRAME + own + sum(map(size_in_html, texts))

"""The small page of a claim, events/ID/CLAIM/, and the same for other people's pages, embed/claim/ID/CLAIM/.

What is said, its outcome, who says so and in which paragraph, and the way to where it stands with everything else.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import ClassVar, Final

from dateline.ground.dates import in_words
from dateline.pages.kinds.topic_card import subject_of_card
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.embedding import CLAIM_HEIGHT, LONGEST_TITLE, frame
from dateline.pages.shared.moved import MovedView, now_at
from dateline.pages.shared.said import said_of
from dateline.pages.shared.views import Link, Rest, VoiceChip, rest_of
from dateline.pages.wording import addresses, outcomes, words
from dateline.pages.wording.shortening import shortened, size_in_html, size_in_shown_html
from dateline.records.rules.standing import UNSETTLED, Outcome
from dateline.records.types import Claim, Dispute, Event, Tombstone
from dateline.records.types.named_kinds import CLAIM

LARGEST: Final = 3500
"""The bytes that such a page may have, with the HTML that embeds it."""
_FRAME: Final = 1605
"""What a page takes besides texts, addresses and voices."""
_VOICE: Final = 48
"""What a voice takes besides its texts and addresses."""
_SAID_TOO: Final = 16
"""What it takes to say of the first who says so, behind others, that it does."""
_REST: Final = 48
"""What it takes to count those of one stand who are not named."""
_MOST_VOICES: Final = 6
_LEAST: Final = 40
"""The bytes that every text keeps."""
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
    """Where the same stands for other people's pages; empty where the site has none for them."""
    site: str
    """The site's address; empty where that is not known."""
    chronology: str
    title: str
    frame_title: str = ""
    """What the frame is called that others embed it in."""
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
    rest: Rest = ()
    """How many voices are not named."""
    dispute: Link | None = None
    card: Link | None = None
    """The page whose card it is shown with elsewhere."""
    removed: MovedView | None = None

    @property
    def is_described(self) -> bool:
        """Whether there is a description by which other people's pages embed it."""
        return bool(self.site) and bool(self.embed) and self.removed is None

    @property
    def frame(self) -> str:
        """The HTML that embeds it; empty where the site's address is not known."""
        if not self.is_described:
            return ""
        return frame(f"{self.site}{self.embed}", self.frame_title, CLAIM_HEIGHT)


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
        embed=addresses.claim_embed_address(event.id, claim.id) if edition.has_embeds else "",
        site=site,
        chronology=shortened(edition.chronology.masthead.title, _LONGEST_NAME),
        title=shortened(claim.text, LONGEST_TITLE),
        frame_title=shortened(claim.text, LONGEST_TITLE),
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
        dispute=next((edition.dispute(one) for one in disputes if _bears_on(one, found.outcome)), None),
        card=subject_of_card(edition, event, claim),
    )
    return _fitted(view, said.chips)


def _bears_on(dispute: Dispute, outcome: Outcome) -> bool:
    """Return whether to tell of a dispute beside an outcome: beside "Open" of none that is settled, and the reverse."""
    return (dispute.status in UNSETTLED) is (outcome is Outcome.OPEN)


def small_stone(edition: Edition, stone: Tombstone) -> SmallClaim:
    """Return what stands at the address of a claim that was removed."""
    event_id, _, claim_id = stone.id.partition("#")
    now, site, language = now_at(edition, CLAIM, stone.id), edition.site_url or "", edition.language
    removed = in_words(stone.date, language)
    brief = now and replace(now, text=shortened(now.text, LONGEST_TITLE))
    title = language.gettext("A claim that stood here")
    return SmallClaim(
        address=addresses.claim_page_address(event_id, claim_id),
        embed=addresses.claim_embed_address(event_id, claim_id) if edition.has_embeds else "",
        site=site,
        chronology=shortened(edition.chronology.masthead.title, _LONGEST_NAME),
        title=title,
        description=language.gettext("This claim was removed on %(date)s.", date=removed),
        canonical=f"{site}{now.address.partition('#')[0]}" if site and now else "",
        now=brief,
        removed=MovedView(claim_id, (), title, removed, shortened(stone.note, _LONGEST_NOTE), brief),
    )


def _fitted(view: SmallClaim, chips: Sequence[VoiceChip]) -> SmallClaim:
    """Return a page with as many voices as it has room for by their addresses, its texts no longer than that leaves.

    How many are named hangs on no text of a record, only how much of it is shown.
    """
    room = LARGEST - _cost_of_addresses(view) - _LEAST * len(_sizes(view))
    costs = accumulate(_VOICE + len(chip.first.address) + 2 * _LEAST for chip in chips[:_MOST_VOICES])
    voices = chips[: sum(cost <= room for cost in costs)]
    whole = replace(view, voices=tuple(voices), rest=rest_of(chips[len(voices) :], chips))
    room = LARGEST - _cost_of_addresses(whole)
    sizes = _sizes(whole)
    fitting = (most for most in range(_LONGEST_TEXT, _LEAST, -10) if sum(min(size, most) for size in sizes) <= room)
    return _shorter(whole, next(fitting, _LEAST))


def _shorter(view: SmallClaim, most: int) -> SmallClaim:
    """Return a page whose texts have at most so many bytes each."""
    return replace(
        view,
        chronology=shortened(view.chronology, most),
        title=shortened(view.title, most),
        frame_title=shortened(view.frame_title, most, size_in_shown_html),
        text=shortened(view.text, most),
        description=shortened(view.description, most),
        event=view.event and replace(view.event, text=shortened(view.event.text, most)),
        dispute=view.dispute and replace(view.dispute, text=shortened(view.dispute.text, most)),
        numbers=tuple(shortened(sentence, most) for sentence in view.numbers),
        voices=tuple(
            replace(chip, link=replace(chip.link, text=shortened(chip.link.text, most))) for chip in view.voices
        ),
    )


def _sizes(view: SmallClaim) -> list[int]:
    """Return what each text of a page takes, as often as it stands there."""
    links = [link.text for link in (view.event, view.dispute) if link]
    names = [chip.link.text for chip in view.voices]
    texts = [view.text, *[view.title, view.chronology] * 2, view.description, *links, *view.numbers, *names]
    return [*map(size_in_html, texts), size_in_shown_html(view.frame_title)]


def _cost_of_addresses(view: SmallClaim) -> int:
    """Return what a page takes besides those texts."""
    shown = [view.canonical, view.outcome, view.outcome_label]
    shown += [part for link in (view.event, view.dispute, view.now) if link for part in (link.address, link.note)]
    own = 4 * len(view.site) + len(view.address) + 2 * len(view.embed) + (len(view.card.address) if view.card else 0)
    voices = sum(_VOICE + len(chip.first.address) + size_in_html(chip.words) for chip in view.voices)
    voices += _SAID_TOO + _REST * len(view.rest)
    return _FRAME + own + voices + sum(map(size_in_html, shown))

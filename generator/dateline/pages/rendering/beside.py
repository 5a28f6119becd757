"""The files that stand beside pages: cards, feeds, citations, small pages, and what other people's pages embed."""

from collections.abc import Iterator
from itertools import chain

from dateline.pages.citing import apa, bibtex, chicago, cite_web, csl_json
from dateline.pages.citing.source_forms import bibtex_of_sources, csl_of_claims, forms_of_rests
from dateline.pages.exports.oembed import oembed
from dateline.pages.exports.record_feeds import record_feed
from dateline.pages.figures.topic_drawing import can_be_drawn, draw_topic_card
from dateline.pages.kinds.cite import CitedClaim, CitedEvent, CiteView, Form
from dateline.pages.kinds.day import DayView
from dateline.pages.kinds.embedded_dispute import embedded_dispute
from dateline.pages.kinds.signpost import Signpost, to_event
from dateline.pages.kinds.small_claim import EmbeddedClaim, SmallClaim, small_claim
from dateline.pages.kinds.topic_card import TopicCard, card_address, day_card, dispute_card
from dateline.pages.rendering.pages import FOLDER_S, Page, Renderer
from dateline.pages.shared.claim_citation import claim_citation
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.embedding import CLAIM_HEIGHT, DISPUTE_HEIGHT, LONGEST_TITLE, frame
from dateline.pages.shared.event_view import EventView
from dateline.pages.wording.addresses import claim_embed_address, claim_page_address, oembed_address
from dateline.pages.wording.shortening import shortened
from dateline.records.chronology import ClaimInContext
from dateline.records.types import Actor, Dispute, Event, Place, Tombstone


def card_of_day(to: Renderer, period: str) -> Iterator[Page]:
    """Yield the card of a day, a month and so on."""
    yield from _card(f"days/{period}/", day_card(to.edition, period))


def small_pages(to: Renderer, event: Event) -> Iterator[Page]:
    """Yield the small pages of an event's claims."""
    for claim in event.claims:
        yield from small_page(to, small_claim(to.edition, event, claim))
    yield from embeds_of_event(to, event)


def embeds_of_event(to: Renderer, event: Event | Tombstone) -> Iterator[Page]:
    """Yield what stands above the claims of an event that are embedded, where a site has that."""
    if to.edition.has_embeds:
        yield signpost_page(to, to_event(to.edition, event))


def signpost_page(to: Renderer, view: Signpost) -> Page:
    """Return the page of an address that leads on."""
    return to.file(view, f"{view.address}{FOLDER_S}")


def small_page(to: Renderer, view: SmallClaim) -> Iterator[Page]:
    """Yield the small page of a claim and, where a site has that, the same for others' pages, and how they embed it."""
    yield to.file(view, f"{view.address}{FOLDER_S}")
    if view.embed:
        yield to.file(EmbeddedClaim(view), f"{view.embed}{FOLDER_S}")
    if view.is_described:
        yield from _described(to, view.embed, view.title, CLAIM_HEIGHT)


def beside_dispute(to: Renderer, dispute: Dispute) -> Iterator[Page]:
    """Yield the card of a dispute, its feed, and what other people's pages embed."""
    yield from _card(to.edition.record_address(dispute), dispute_card(to.edition, dispute))
    yield from feed(to, dispute)
    if not to.edition.has_embeds:
        return
    view = embedded_dispute(to.edition, dispute)
    yield to.file(view, f"{view.address}{FOLDER_S}")
    if to.edition.site_url:
        yield from _described(to, view.address, shortened(dispute.question, LONGEST_TITLE), DISPUTE_HEIGHT)


def feed(to: Renderer, record: Dispute | Actor | Place) -> Iterator[Page]:
    """Yield the feed of a record."""
    yield Page(f"{to.edition.record_address(record)}feed.xml", record_feed(to.edition, record))


def citations(to: Renderer, view: DayView) -> Iterator[Page]:
    """Yield the page with citations of the claims on a day's page."""
    if view.cite:
        cited = tuple(CitedEvent(event.id, event.title, tuple(_cited(to.edition, event))) for event in view.events)
        entries = tuple(_entries(to.edition, view))
        cite = CiteView(view.cite, view.title, view.address, cited, entries, is_whole=to.edition.site_url is not None)
        yield to.file(cite, cite.address)


def _entries(edition: Edition, day: DayView) -> Iterator[Form]:
    """Yield what the claims on a day's page rest on, for programs."""
    claims, known = (claim for event in day.events for claim in event.claims), edition.chronology.claims
    cites = {one.anchor: [report.cite for report in known[one.reference].claim.reports] for one in claims}
    if any(cites.values()):
        yield bibtex_of_sources(edition, chain.from_iterable(cites.values()))
        yield csl_of_claims(edition, cites)


def _cited(edition: Edition, event: EventView) -> Iterator[CitedClaim]:
    for claim in event.claims:
        context = edition.chronology.claims[claim.reference]
        own = claim_page_address(context.event.id, context.claim.id)
        rests = forms_of_rests(edition, (report.cite for report in context.claim.reports))
        yield CitedClaim(claim.anchor, claim.text, own, tuple(_forms(edition, context)), tuple(rests))


def _forms(edition: Edition, context: ClaimInContext) -> Iterator[Form]:
    claim = claim_citation(edition, context)
    yield Form("Chicago", chicago(claim))
    yield Form("APA", apa(claim))
    yield Form("Wikipedia", cite_web(claim), is_code=True)
    yield Form("BibTeX", bibtex(claim), is_code=True)
    yield Form("CSL-JSON", csl_json(claim), is_code=True)
    if edition.site_url and edition.has_embeds:
        embed = f"{edition.site_url}{claim_embed_address(context.event.id, context.claim.id)}"
        shown = frame(embed, shortened(claim.text, LONGEST_TITLE), CLAIM_HEIGHT)
        yield Form(edition.language.gettext("embed"), shown, is_code=True)


def _card(page: str, card: TopicCard | None) -> Iterator[Page]:
    if card is not None and can_be_drawn(card):
        yield Page(card_address(page), draw_topic_card(card))


def _described(to: Renderer, embed: str, title: str, height: int) -> Iterator[Page]:
    yield Page(oembed_address(embed), oembed(to.edition, embed, title, height))

"""What a reader needs to cite a claim: its text, where it stands, and what it rests on."""

from dataclasses import dataclass
from datetime import date

from dateline.ground.dates import Edtf, in_words
from dateline.ground.languages import ENGLISH, Language
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.views import CitationView
from dateline.pages.wording import addresses, outcomes, words
from dateline.records.chronology import ClaimInContext
from dateline.records.types import Report


@dataclass(frozen=True, slots=True)
class OriginalView:
    """A report that a claim rests on: who says it, in which paragraph of which source, and where that is read."""

    chain: str
    title: str
    publisher: str
    published: str
    paragraph: int
    url: str
    mark: str = ""
    """What became of the source since."""


@dataclass(frozen=True, slots=True)
class ClaimCitation:
    """A claim to cite.

    `version` is the last day on which a record changed, since no clock is asked when a page
    is made.  `url` is the address of the claim's own page, whole where the site's address is known, else relative to
    the site.
    """

    key: str
    text: str
    event: str
    when: Edtf
    when_in_words: str
    chronology: str
    language: str
    version: date | None
    """The day on which the records were last changed; None where they do not tell it."""
    url: str
    outcome: str
    why: str
    """Why it has that outcome, as a sentence without its full stop."""
    originals: tuple[OriginalView, ...]
    speech: Language = ENGLISH
    """What it is worded in."""
    is_bound: bool = False
    """Whether the date is only the last on which it can have been."""


def claim_citation(edition: Edition, context: ClaimInContext) -> ClaimCitation:
    """Return a claim to cite."""
    event, claim = context.event, context.claim
    masthead = edition.chronology.masthead
    return ClaimCitation(
        key=addresses.claim_anchor(event, claim),
        text=claim.text,
        event=event.title,
        when=event.date,
        when_in_words=words.when(event, edition.language),
        is_bound=event.date_basis == "publication",
        chronology=masthead.title,
        language=masthead.language,
        speech=edition.language,
        version=edition.updated,
        url=f"{edition.site_url or ''}{addresses.claim_page_address(event.id, claim.id)}",
        outcome=edition.language.gettext(outcomes.OUTCOME_LABEL[edition.outcome(event, claim)]),
        why=edition.reason(event, claim),
        originals=tuple(dict.fromkeys(_original(edition, report) for report in claim.reports)),
    )


def _original(edition: Edition, report: Report) -> OriginalView:
    source = edition.chronology.sources[report.cite.source]
    citation = edition.citation(report.cite, report.by)
    return OriginalView(
        chain=_chain(citation, edition.language),
        title=source.title,
        publisher=edition.chronology.actors[source.publisher].name,
        published=in_words(source.published, edition.language),
        paragraph=report.cite.paragraph,
        url=source.url or "",
        mark=citation.mark.meaning.rstrip(".") if citation.mark is not None else "",
    )


def _chain(citation: CitationView, language: Language) -> str:
    """Return the speakers of a citation, the first of them first."""
    first, *others = [speaker.text for speaker in citation.speakers]
    for speaker in others:
        first = language.gettext("%(what)s, as reported by %(speaker)s", what=first, speaker=speaker)
    return first

"""What a reader needs to cite a claim: its text, where it stands, and how."""

from dataclasses import dataclass

from dateline.ground.dates import Day, Edtf, in_words
from dateline.ground.languages import ENGLISH, Language
from dateline.pages.shared.claimants import Claimant, claimants, whose_word
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.since import mark_of
from dateline.pages.shared.time_of_claims import time_of
from dateline.pages.wording import addresses, outcomes
from dateline.records.chronology import ClaimInContext
from dateline.records.types import Claim


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
    version: Day | None
    """The day on which the records were last changed; None where they do not tell it."""
    url: str
    outcome: str
    why: str
    """Why it has that outcome, as a sentence without its full stop."""
    marks: tuple[str, ...] = ()
    """What became of its sources since, each once."""
    speech: Language = ENGLISH
    """What it is worded in."""
    claimants: tuple[Claimant, ...] = ()
    """Who says so and who does not, with where one reads it."""
    more: int = 0
    """How many more of them there are."""
    is_bound: bool = False
    """Whether the date is only the last on which it can have been."""

    def whose(self, *, as_cited: bool = False) -> str:
        """Return whose word it is, in words; with `as_cited` as APA has it of what is known from somebody else."""
        return whose_word(self.claimants, self.more, self.speech, as_cited=as_cited)


def claim_citation(edition: Edition, context: ClaimInContext) -> ClaimCitation:
    """Return a claim to cite."""
    event, claim = context.event, context.claim
    found, more = claimants(edition, claim)
    masthead, when = edition.chronology.masthead, time_of(context)
    return ClaimCitation(
        key=addresses.claim_anchor(event, claim),
        text=claim.text,
        event=event.title,
        when=when,
        when_in_words=in_words(when, edition.language),
        is_bound=claim.when is None and event.date_basis == "publication",
        chronology=masthead.title,
        language=masthead.language,
        speech=edition.language,
        version=edition.updated,
        url=f"{edition.site_url or ''}{addresses.claim_page_address(event.id, claim.id)}",
        outcome=edition.language.gettext(outcomes.OUTCOME_LABEL[edition.outcome(event, claim)]),
        why=edition.reason(event, claim),
        marks=_marks(edition, claim),
        claimants=found,
        more=more,
    )


def _marks(edition: Edition, claim: Claim) -> tuple[str, ...]:
    marks = (mark_of(edition.chronology, report.cite, edition.language) for report in claim.reports)
    return tuple(dict.fromkeys(mark.meaning.rstrip(".") for mark in marks if mark is not None))

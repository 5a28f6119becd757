"""The social cards of a day and of a dispute: a question or a date, the answers or events, and how it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.pages.kinds.disputes import references_of, when_in_words
from dateline.pages.kinds.pages_of_days import events_of_page, title_of
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.outcome_of_all import events_in_dispute
from dateline.pages.shared.standpoints import count_of_voices, verdict_in_words
from dateline.pages.shared.tolls import ranges_in_words, tolls_in_dispute
from dateline.pages.shared.views import Link
from dateline.pages.wording import addresses, words
from dateline.records.rules.standing import UNSETTLED
from dateline.records.rules.verdicts import by_verdict
from dateline.records.types import Claim, Dispute, Event, Standpoint

_MOST_ROWS: Final = 4
_LONGEST_ANSWER: Final = 380
"""How many characters a dispute says of itself elsewhere; answers beyond are left out, as long as one is there."""


@dataclass(frozen=True, slots=True)
class CardRow:
    """A line of a card, with what stands at its end."""

    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class TopicCard:
    """A card in words: how it stands, what it is about, some lines, and what there is to read."""

    name: str
    """The name of the chronology."""
    state: str
    title: str
    rows: tuple[CardRow, ...]
    foot: str


def dispute_card(edition: Edition, dispute: Dispute) -> TopicCard:
    """Return the card of a dispute: its question, its positions with their voices, and whether it is settled."""
    language, status = edition.language, words.status_label(dispute, edition.language)
    return TopicCard(
        name=edition.chronology.masthead.title,
        state=language.gettext("Disputed: %(status)s", status=status) if dispute.status in UNSETTLED else status,
        title=dispute.question,
        rows=_shown(edition, [_position(edition, dispute, one) for one in by_verdict(edition.chronology, dispute)]),
        foot=language.facts((when_in_words(edition, dispute), _claims(edition, len(set(references_of(dispute)))))),
    )


def answer_in_words(edition: Edition, dispute: Dispute) -> str:
    """Return what a dispute's page says of itself elsewhere: how it stands, the question, and who answers what."""
    card, language = dispute_card(edition, dispute), edition.language
    answers = [
        *ranges_in_words(edition, tolls_in_dispute(edition, dispute)),
        *(
            language.gettext("%(answer)s (%(who)s)", answer=row.text, who=row.note) if row.note else row.text
            for row in card.rows
        ),
    ]
    whole = _said(edition, dispute, answers)
    shorter = (
        _said(edition, dispute, [*answers[:count], "…"]).removesuffix(".") for count in range(len(answers) - 1, 0, -1)
    )
    return next((said for said in (whole, *shorter) if len(said) <= _LONGEST_ANSWER), whole)


def _said(edition: Edition, dispute: Dispute, answers: Sequence[str]) -> str:
    return edition.language.gettext(
        "%(status)s. %(question)s %(answers)s.",
        status=words.status_label(dispute, edition.language),
        question=dispute.question,
        answers=edition.language.clauses(answers),
    )


def _position(edition: Edition, dispute: Dispute, position: Standpoint) -> CardRow:
    voices = count_of_voices(edition, position)
    heard = edition.language.ngettext("%(count)s voice", "%(count)s voices", voices) if voices else ""
    return CardRow(position.label, edition.language.facts((verdict_in_words(edition, dispute, position), heard)))


def day_card(edition: Edition, period: str) -> TopicCard | None:
    """Return the card of a day, a month and so on: its events; None where no event stands on its page."""
    events = events_of_page(edition, period)
    if not events:
        return None
    language = edition.language
    in_dispute = edition.derived(events_in_dispute)
    disputed = sum(event.id in in_dispute for event in events)
    state = language.ngettext("%(count)s event in dispute", "%(count)s events in dispute", disputed) if disputed else ""
    claims = sum(len(event.claims) for event in events)
    return TopicCard(
        name=edition.chronology.masthead.title,
        state=language.facts((language.ngettext("%(count)s event", "%(count)s events", len(events)), state)),
        title=title_of(period, language),
        rows=_shown(edition, [CardRow(event.title, _claims(edition, len(event.claims))) for event in events]),
        foot=language.ngettext(
            "%(count)s claim, each with who says so, and where",
            "%(count)s claims, each with who says so, and where",
            claims,
        ),
    )


def subject_of_card(edition: Edition, event: Event, claim: Claim) -> Link:
    """Return the page whose card a claim borrows: that of its dispute, an unsettled one first, or else of its day."""
    disputes = edition.chronology.disputes_by_claim.get(f"{event.id}#{claim.id}", ())
    for dispute in sorted(disputes, key=lambda one: one.status not in UNSETTLED):
        return edition.dispute(dispute)
    period = addresses.period_of(event.date)
    return Link(title_of(period, edition.language), f"days/{period}/")


def card_address(page: str) -> str:
    """Return where the card of the page at an address stands."""
    return f"{page}card.png"


def _shown(edition: Edition, rows: Sequence[CardRow]) -> tuple[CardRow, ...]:
    return tuple(_first(edition, rows))


def _first(edition: Edition, rows: Sequence[CardRow]) -> Iterator[CardRow]:
    """Yield as many rows as a card has room for, and how many more there are."""
    if len(rows) <= _MOST_ROWS:
        yield from rows
        return
    yield from rows[: _MOST_ROWS - 1]
    rest = len(rows) - _MOST_ROWS + 1
    yield CardRow(edition.language.ngettext("and %(count)s more", "and %(count)s more", rest))


def _claims(edition: Edition, count: int) -> str:
    return edition.language.ngettext("%(count)s claim", "%(count)s claims", count)

"""When an event was, as each claim that says so has it: the dates side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.ground.dates import Edtf, in_words
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.known import ClaimsAsKnown
from dateline.pages.shared.views import Link
from dateline.records.chronology import ClaimInContext, claim_order
from dateline.records.rules.attribution import supports, unretracted
from dateline.records.types import Dispute

_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class SaidDate:
    """A date with the claim that has it, and whose word that is."""

    date: str
    speakers: tuple[Link, ...]
    claim: Link
    step: int
    """The step in which it became known; 0 where the page cannot be read as of an earlier day."""


def said_dates(page: ClaimsAsKnown, contexts: Iterable[ClaimInContext]) -> tuple[SaidDate, ...]:
    """Return the dates that claims give and somebody asserts, the earliest first; nothing where there is but one."""
    return _told(page, [(when, context) for context in contexts if (when := context.claim.when) is not None])


def dates_in_dispute(page: ClaimsAsKnown, dispute: Dispute) -> tuple[SaidDate, ...]:
    """Return the dates of a dispute's claims; where it is about a date, one for each position that says when it was.

    A position none of whose claims names a date says that it was when the event was of which it says who held a place.
    """
    graph = page.edition.chronology
    is_about_dates = graph.masthead.vocabulary.behaves_as("dispute_kinds", dispute.kind) == "date"
    dated: dict[str, tuple[Edtf, ClaimInContext]] = {}
    for position in dispute.positions:
        contexts = [graph.claims[reference] for reference in position.claims]
        is_by_event = (
            is_about_dates and position.stance == "asserts" and all(context.claim.when is None for context in contexts)
        )
        for context in contexts:
            when = context.event.date if is_by_event and context.claim.control else context.claim.when
            if when is not None:
                dated[context.reference] = when, context
    return _told(page, sorted(dated.values(), key=lambda one: claim_order(one[1])))


def _told(page: ClaimsAsKnown, dated: Iterable[tuple[Edtf, ClaimInContext]]) -> tuple[SaidDate, ...]:
    """Return these dates with whoever asserts them; nothing where there is but one."""
    told = [(when, context, speakers) for when, context in dated if (speakers := _speakers(page.edition, context))]
    return tuple(_rows(page, told)) if len({str(when) for when, _, _ in told}) >= _SEVERAL else ()


def _speakers(edition: Edition, context: ClaimInContext) -> list[str]:
    """Return the first speakers of the reports that assert a claim and that nobody took back, once each."""
    reports = filter(supports, unretracted(edition.chronology, context.claim))
    return list(dict.fromkeys(edition.chronology.origin(report) for report in reports))


def _rows(page: ClaimsAsKnown, told: Sequence[tuple[Edtf, ClaimInContext, list[str]]]) -> Iterable[SaidDate]:
    edition = page.edition
    for when, context, speakers in sorted(told, key=lambda one: one[0].order):
        yield SaidDate(
            in_words(when, edition.language),
            tuple(edition.actor(speaker) for speaker in speakers),
            edition.claim_link(context.event, context.claim),
            page.first((context,)),
        )

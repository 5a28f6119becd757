"""One outcome of several claims, for a badge beside what tells all of them: an event's title, a sentence.

Such a badge says no more than holds of all of them: what is settled of one is not said of another.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.pages.wording import outcomes, words
from dateline.records.chronology import ClaimInContext
from dateline.records.rules.standing import Outcome
from dateline.records.types import Event

SETTLED: Final = frozenset({Outcome.SETTLED_STANDS, Outcome.SETTLED_FALLS})
SETTLED_IN_PART: Final = "partly-resolved"
"""What some claims are of which others are open, or not so: the same word as for a dispute."""
_IN_DISPUTE: Final = frozenset({Outcome.OPEN.value, SETTLED_IN_PART})

_WEAKEST_FIRST: Final = (
    Outcome.TAKEN_BACK,
    Outcome.OPEN,
    Outcome.NOBODY_SAYS_SO,
    Outcome.UNATTRIBUTED,
    Outcome.ONE_VOICE,
    Outcome.ONE_SIDE,
    Outcome.UNCONTRADICTED,
    Outcome.SETTLED_FALLS,
    Outcome.SETTLED_STANDS,
)


@dataclass(frozen=True, slots=True)
class OutcomeOfAll:
    """What holds of several claims: an outcome or `SETTLED_IN_PART`, and the claim of which it is told."""

    outcome: str
    label: str
    context: ClaimInContext
    is_said_otherwise: bool
    """Whether something is settled that is said both ways, so that a reader must be told which of the two is meant."""


def outcome_of_event(edition: Edition, event: Event) -> OutcomeOfAll:
    """Return what holds of an event as its title tells it: of its first claim, and of those disputed with it.

    Where the chronology in brief tells of the event by a claim of another question, it holds of that one.
    """
    return outcome_of_all(edition, told_by_the_title(edition, event))


def outcome_of_all(edition: Edition, contexts: Sequence[ClaimInContext]) -> OutcomeOfAll:
    """Return what holds of these claims; where all are settled, what is settled of the first."""
    found = [edition.outcome(one.event, one.claim) for one in contexts]
    outcome = found[0].value if SETTLED.issuperset(found) else together(found)
    which = found.index(Outcome.OPEN if outcome == SETTLED_IN_PART else Outcome(outcome))
    label = words.STATUS_LABEL[outcome] if outcome == SETTLED_IN_PART else outcomes.OUTCOME_LABEL[Outcome(outcome)]
    opposed = (edition.assessment(one.event, one.claim).opposing for one in contexts)
    is_said_otherwise = len(set(found)) > 1 or any(one.voices or one.unattributed for one in opposed)
    return OutcomeOfAll(
        outcome, edition.language.gettext(label), contexts[which], outcome in SETTLED and is_said_otherwise
    )


def together(found: Collection[Outcome]) -> str:
    """Return the outcome that all have, "settled in part" where others are open, or else the weakest."""
    if Outcome.OPEN in found and not SETTLED.isdisjoint(found):
        return SETTLED_IN_PART
    return min(found, key=_WEAKEST_FIRST.index).value


def told_by_the_title(edition: Edition, event: Event) -> list[ClaimInContext]:
    """Return the first claim of an event, and its other claims that a dispute takes up together with that one.

    What the brief tells is what the title is read for, if none of those is of it.
    """
    first = f"{event.id}#{event.claims[0].id}"
    disputes = edition.chronology.disputes_by_claim.get(first, ())
    beside = {claim for one in disputes for position in one.positions for claim in position.claims}
    told = [
        ClaimInContext(event, claim)
        for claim in event.claims
        if claim is event.claims[0] or f"{event.id}#{claim.id}" in beside
    ]
    in_brief = edition.derived(_claims_in_brief).get(event.id, ())
    if in_brief and not any(context.reference in in_brief for context in told):
        return [edition.chronology.claims[in_brief[0]]]
    return told


@derivation
def _claims_in_brief(edition: Edition) -> dict[str, tuple[str, ...]]:
    """Return, by event, the claims that the chronology in brief names, in its order."""
    known, found = edition.chronology.claims, defaultdict[str, list[str]](list)
    for sentence in edition.chronology.brief.what_happened:
        for reference in filter(known.__contains__, sentence.claims):
            found[known[reference].event.id].append(reference)
    return {event: tuple(references) for event, references in found.items()}


def open_in_words(edition: Edition, event: Event) -> str:
    """Return how many claims of an event are open, as its own page counts them; empty where none is."""
    count = sum(edition.outcome(event, claim) is Outcome.OPEN for claim in event.claims)
    return edition.language.ngettext("%(count)s open", "%(count)s open", count) if count else ""


@derivation
def events_in_dispute(edition: Edition) -> frozenset[str]:
    """Return the ids of the events in dispute: of what the title tells something is open.

    It is the one rule for a hollow dot, a hatched bar, a number on a card, and agrees with the badge beside the title.
    """
    events = edition.chronology.events.values()
    return frozenset(event.id for event in events if outcome_of_event(edition, event).outcome in _IN_DISPUTE)

"""Who speaks for each position of a dispute, and how much a dispute weighs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dateline.pages.shared.edition import Edition
from dateline.pages.shared.said import chip_of
from dateline.pages.shared.views import Said, VoiceChip
from dateline.pages.wording import outcomes
from dateline.records.chronology import Chronology, ClaimInContext
from dateline.records.rules.attribution import (
    Sayers,
    common_side,
    independent,
    opposes,
    sayers,
    supports,
    unretracted,
    whose,
)
from dateline.records.rules.standing import Assessment, Outcome, Standing, sides_of
from dateline.records.rules.verdicts import verdict
from dateline.records.types import Dispute, Report, Standpoint

Spoken = tuple[ClaimInContext, list[Report]]
"""A claim of a position, with its reports that speak for the position."""


@dataclass(frozen=True, slots=True, order=True)
class Weight:
    """How much a dispute weighs: by the voices that take part in it, then by the reports."""

    voices: int
    reports: int


def spoken_for(chronology: Chronology, standpoint: Standpoint) -> list[Spoken]:
    """Return the claims of a position with the reports that speak for it, which nobody has taken back."""
    speaks = _speaking_for(standpoint)
    contexts = (chronology.claims[reference] for reference in standpoint.claims)
    return [(one, list(filter(speaks, unretracted(chronology, one.claim)))) for one in contexts]


def count_of_withdrawn(chronology: Chronology, standpoint: Standpoint) -> int:
    """Return how many reports that spoke for a position were withdrawn by their publishers."""
    reports = (one for reference in standpoint.claims for one in chronology.claims[reference].claim.reports)
    return sum(not chronology.counts(report) for report in filter(_speaking_for(standpoint), reports))


def _speaking_for(standpoint: Standpoint) -> Callable[[Report], bool]:
    return opposes if standpoint.stance == "denies" else supports


def unconfirming(chronology: Chronology, standpoint: Standpoint) -> list[Report]:
    """Return the reports by which what a position says is not confirmed."""
    if standpoint.stance == "denies":
        return []
    contexts = (chronology.claims[reference] for reference in standpoint.claims)
    return [
        one for context in contexts for one in unretracted(chronology, context.claim) if one.stance == "unconfirmed"
    ]


def weight_of_dispute(chronology: Chronology, dispute: Dispute) -> Weight:
    """Return how many voices and how many reports speak for any position of a dispute."""
    spoken = [found for standpoint in dispute.positions for found in spoken_for(chronology, standpoint)]
    reports = {id(report): report for _, found in spoken for report in found}
    return Weight(len(sayers(chronology, reports.values()).voices), len(reports))


def assessment_of(chronology: Chronology, speaking: Iterable[Report], doubtful: Iterable[Report]) -> Assessment:
    """Return who speaks for a position, weighed as if it were a claim that nobody contradicts."""
    found = sayers(chronology, speaking)
    counting = independent(chronology, found.voices)
    side = common_side(chronology, counting if len(counting) > 1 else found.voices)
    return Assessment(
        Outcome.ONE_SIDE if side is not None else Outcome.UNCONTRADICTED,
        Standing.SINGLE_ORIGIN,
        found,
        Sayers(),
        sayers(chronology, doubtful),
        counting,
        side,
        tuple(voice for voice in found.voices if side in chronology.side_of(voice)),
        sides_of(chronology, counting),
    )


def count_of_voices(edition: Edition, standpoint: Standpoint) -> int:
    """Return how many voices speak for a position, those left out that may be one of them."""
    return len(independent(edition.chronology, _sayers_for(edition.chronology, standpoint).voices))


def voices_in_words(edition: Edition, standpoint: Standpoint) -> str:
    """Return how many voices speak for a position, as a row of a list tells it beside the position."""
    found = _sayers_for(edition.chronology, standpoint)
    if found.voices:
        count = count_of_voices(edition, standpoint)
        return edition.language.ngettext("%(count)s voice", "%(count)s voices", count)
    return edition.language.gettext(
        outcomes.OUTCOME_LABEL[Outcome.UNATTRIBUTED if found.unattributed else Outcome.NOBODY_SAYS_SO]
    )


def verdict_in_words(edition: Edition, dispute: Dispute, standpoint: Standpoint) -> str:
    """Return what is settled of a position; nothing of one that is open, unless others of its dispute are settled."""
    found = verdict(edition.chronology, dispute, standpoint)
    if found is Outcome.OPEN and (dispute.status != "partly-resolved" or dispute.resolution is None):
        return ""
    return edition.language.gettext(outcomes.OUTCOME_LABEL[found])


def _reports_for(chronology: Chronology, standpoint: Standpoint) -> list[Report]:
    return [report for _, found in spoken_for(chronology, standpoint) for report in found]


def _sayers_for(chronology: Chronology, standpoint: Standpoint) -> Sayers:
    return sayers(chronology, _reports_for(chronology, standpoint))


def said_for(edition: Edition, speaking: list[Report], doubtful: list[Report]) -> Said:
    """Return who speaks for a position: how many, as sentences, and each of them, those with most reports first."""
    found = assessment_of(edition.chronology, speaking, doubtful)
    numbers = outcomes.numbers(found, edition.term("sides", found.side), edition.chronology.masthead, edition.language)
    # Where somebody's word it is, those who only pass it on are counted, and not named.
    named = found.supporting.voices or found.supporting.unattributed
    by_whom = {one: [report for report in speaking if whose(edition.chronology, report) == one] for one in named}
    chips = (_chip(edition, one, reports) for one, reports in by_whom.items())
    return Said(numbers, tuple(sorted(chips, key=lambda chip: -len(chip.places))))


def _chip(edition: Edition, speaker: str, reports: list[Report]) -> VoiceChip:
    """Return somebody who speaks for a position, by these reports; that it denies a claim is the position's word."""
    stances = {report.stance for report in reports}
    only = stances.pop() if len(stances) == 1 else ""
    stance = only if only in {"doubts", "concedes"} else "asserts"
    return chip_of(edition, speaker, reports, stance, is_attributed=edition.chronology.voice(reports[0]) is not None)

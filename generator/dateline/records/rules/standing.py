"""How a claim stands, and the one word for it: derived from its reports and from disputes, never written by an editor.

See `dateline.records.rules.attribution` for what a voice is.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile
from typing import Final

from dateline.ground.dates import Day
from dateline.records.chronology import Chronology, Settlement
from dateline.records.rules.attribution import (
    Sayers,
    common_side,
    independent,
    opposes,
    sayers,
    supports,
    unretracted,
)
from dateline.records.rules.contradictions import claims_with_colliding_figures
from dateline.records.types import Claim, Event, Report

UNSETTLED: Final = frozenset({"open", "partly-resolved"})
"""The statuses of disputes that some question is left of."""


class Standing(StrEnum):
    """What the reports of a claim amount to."""

    SINGLE_ORIGIN = "single-origin"
    CORROBORATED = "corroborated"
    UNATTRIBUTED = "unattributed"
    CONTESTED = "contested"
    RETRACTED = "retracted"


class Outcome(StrEnum):
    """The one word that a reader sees first; the first that applies."""

    TAKEN_BACK = "taken-back"
    SETTLED_STANDS = "settled-stands"
    SETTLED_FALLS = "settled-falls"
    OPEN = "open"
    UNCONTRADICTED = "uncontradicted"
    ONE_SIDE = "one-side"
    ONE_VOICE = "one-voice"
    UNATTRIBUTED = "unattributed"
    NOBODY_SAYS_SO = "nobody-says-so"


@dataclass(frozen=True, slots=True)
class Echo:
    """How often a claim is reported, by how many voices, of how many sides.

    Unnamed speakers who may be one of those that say the same are no voices of their own: `perhaps` counts them apart.
    Sides are those on which the voices are placed, never more than there are voices; `unplaced` voices are on none.
    `unattributed` counts the publishers that do not say from whom they have it.  Reports whose source was withdrawn
    count in none of these, only in `withdrawn`.
    """

    reports: int
    voices: int
    sides: int
    unattributed: int = 0
    unplaced: int = 0
    withdrawn: int = 0
    perhaps: int = 0


@dataclass(frozen=True, slots=True)
class Assessment:
    """A claim's outcome with what it follows from."""

    outcome: Outcome
    standing: Standing
    supporting: Sayers
    opposing: Sayers
    unconfirmed: Sayers
    """Those who say that it is not confirmed, which neither supports nor contests it."""
    counting: tuple[str, ...] = ()
    """The voices who say so and bear one another out: unnamed speakers who may be one of them are left out."""
    side: str | None = None
    """The side on which all who say so are placed, where there are two of them or more; an unnamed speaker who bears
    nobody out takes none away."""
    of_side: tuple[str, ...] = ()
    """The voices that are of it."""
    sides: int = 0
    """On how many sides the voices are that say so and bear one another out; 0 where one of them is placed on none."""
    denying: tuple[str, ...] = ()
    """The voices who deny or doubt it, counted by the same rule as those who say so."""
    settled_by: Settlement | None = None
    disputes: tuple[str, ...] = ()
    """The ids of the unsettled disputes that are about the claim."""

    @property
    def counted(self) -> tuple[str, ...]:
        """The voices that are counted as saying so, wherever they are told beside the outcome."""
        return self.of_side if self.outcome is Outcome.ONE_SIDE else self.counting

    @property
    def perhaps_the_same(self) -> tuple[str, ...]:
        """Those who say so besides, are not named, and may be one of those that are counted."""
        counted = set(self.counted)
        return tuple(voice for voice in self.supporting.voices if voice not in counted)

    @property
    def perhaps_denying(self) -> tuple[str, ...]:
        """Those who deny or doubt it besides, are not named, and may be one of those that are counted."""
        return tuple(voice for voice in self.opposing.voices if voice not in self.denying)


def assessments(chronology: Chronology, event: Event, on: Day | None = None) -> Mapping[str, Assessment]:
    """Return the assessment of each claim of `event`, by the claim's id; if a day is given, as of that day."""
    colliding = claims_with_colliding_figures(chronology, event, on)
    return {
        claim.id: _assessment(chronology, event, claim, on, has_colliding_figures=claim.id in colliding)
        for claim in event.claims
    }


def _assessment(
    chronology: Chronology, event: Event, claim: Claim, on: Day | None, *, has_colliding_figures: bool
) -> Assessment:
    reports = unretracted(chronology, claim, on)
    supporting = sayers(chronology, filter(supports, reports))
    opposing = sayers(chronology, filter(opposes, reports))
    standing = _standing(
        chronology,
        supporting,
        opposing,
        is_taken_back=_is_taken_back(claim, reports),
        has_colliding_figures=has_colliding_figures,
    )
    reference = f"{event.id}#{claim.id}"
    settled = _settlement(chronology, reference, on)
    disputes = _unsettled(chronology, reference, on)
    counting = independent(chronology, supporting.voices)
    side = common_side(chronology, counting if len(counting) > 1 else supporting.voices)
    return Assessment(
        _outcome(standing, supporting, counting, side, settled, is_open=bool(disputes)),
        standing,
        supporting,
        opposing,
        sayers(chronology, (report for report in reports if report.stance == "unconfirmed")),
        counting,
        side,
        tuple(voice for voice in supporting.voices if side in chronology.side_of(voice)),
        sides_of(chronology, counting),
        independent(chronology, opposing.voices),
        settled,
        disputes,
    )


def _standing(
    chronology: Chronology,
    supporting: Sayers,
    opposing: Sayers,
    *,
    is_taken_back: bool,
    has_colliding_figures: bool,
) -> Standing:
    """Judge a claim by the reports that nobody took back.

    *Retracted*: all whose word it was took it back, or their sources were withdrawn.  *Contested*: voices say so and
    voices deny or doubt it, were it one voice on both sides, or it has figures that cannot be true beside another of
    the event.  *Corroborated*: two voices or more state it that bear one another out.  *Single origin*: somebody's
    word, that nobody else's bears out.  *Unattributed*: nobody's word.
    """
    if is_taken_back and not supporting.voices:
        return Standing.RETRACTED
    if supporting.voices and (opposing.voices or has_colliding_figures):
        return Standing.CONTESTED
    if len(independent(chronology, supporting.stating)) > 1:
        return Standing.CORROBORATED
    return Standing.SINGLE_ORIGIN if supporting.voices else Standing.UNATTRIBUTED


def _outcome(  # noqa: PLR0913 - what it follows from, each with its name
    standing: Standing,
    supporting: Sayers,
    counting: Collection[str],
    side: str | None,
    settled: Settlement | None,
    *,
    is_open: bool,
) -> Outcome:
    if standing is Standing.RETRACTED:
        return Outcome.TAKEN_BACK
    if settled is not None:
        return Outcome.SETTLED_STANDS if settled.stands else Outcome.SETTLED_FALLS
    if is_open or standing is Standing.CONTESTED:
        return Outcome.OPEN
    if supporting.voices:
        return _how_many(counting, side)
    return Outcome.UNATTRIBUTED if supporting.unattributed else Outcome.NOBODY_SAYS_SO


def _how_many(counting: Collection[str], side: str | None) -> Outcome:
    if side is not None:
        return Outcome.ONE_SIDE
    return Outcome.UNCONTRADICTED if len(counting) > 1 else Outcome.ONE_VOICE


def _is_taken_back(claim: Claim, left: Collection[Report]) -> bool:
    """Return whether anything that spoke for a claim, or took it back, is not among the reports that are left."""
    if len(left) == len(claim.reports):
        return False
    kept = set(map(id, left))
    return any(supports(report) or report.stance == "retracts" for report in claim.reports if id(report) not in kept)


def _settlement(chronology: Chronology, reference: str, on: Day | None) -> Settlement | None:
    """Return the settlement since which a claim was settled as it was on the day `on`: a later one adds nothing."""
    known = [one for one in chronology.settlements.get(reference, ()) if not _is_later(one.resolution.date.latest, on)]
    last_first = sorted(known, key=lambda one: one.resolution.date.order, reverse=True)
    alike = list(takewhile(lambda one: one.stands == last_first[0].stands, last_first))
    return alike[-1] if alike else None


def _unsettled(chronology: Chronology, reference: str, on: Day | None) -> tuple[str, ...]:
    disputes = chronology.disputes_by_claim.get(reference, ())
    return tuple(
        dispute.id
        for dispute in disputes
        if dispute.status in UNSETTLED
        or (dispute.status == "resolved" and dispute.resolution and _is_later(dispute.resolution.date.latest, on))
    )


def _is_later(day: Day | None, on: Day | None) -> bool:
    return on is not None and day is not None and day > on


def echo(chronology: Chronology, claim: Claim, on: Day | None = None) -> Echo:
    """Return the echo of `claim`."""
    return echo_of(chronology, claim.reports, on)


def echo_of(chronology: Chronology, all_reports: Collection[Report], on: Day | None = None) -> Echo:
    """Return the echo of any number of reports taken together; if a day is given, with what was withdrawn later."""
    reports = [report for report in all_reports if chronology.counts(report, on)]
    supporting = [report for report in reports if supports(report)]
    rest = [report for report in reports if not supports(report)]
    sayers_for, sayers_else = sayers(chronology, supporting), sayers(chronology, rest)
    every = sayers(chronology, reports) if supporting and rest else sayers_else if rest else sayers_for
    for_it, others = sayers_for.voices, sayers_else.voices
    voices = dict.fromkeys([*independent(chronology, for_it), *independent(chronology, others)])
    placed = [voice for voice in voices if chronology.side_of(voice)]
    return Echo(
        len(reports),
        len(voices),
        sides_of(chronology, placed),
        len(every.unattributed),
        len(voices) - len(placed),
        len(all_reports) - len(reports),
        len({*for_it, *others} - set(voices)),
    )


def sides_of(chronology: Chronology, voices: Collection[str]) -> int:
    """Return on how many sides these voices are, never more than there are voices; 0 where one is placed on none."""
    placed = [chronology.side_of(voice) for voice in voices]
    return min(len(frozenset().union(*placed)), len(placed)) if all(placed) else 0

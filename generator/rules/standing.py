"""How a claim stands: derived from its reports, never written by an editor.

An origin is a first speaker.  A second relay of the same first speaker, or a
republication, is no second origin.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from generator.chronology import Chronology
from generator.records import Claim, Event, Report
from generator.rules.contradictions import Sighting, figures_collide


class Standing(StrEnum):
    """What the reports of a claim amount to."""

    SINGLE_ORIGIN = "single-origin"
    CORROBORATED = "corroborated"
    CONTESTED = "contested"
    RETRACTED = "retracted"


@dataclass(frozen=True, slots=True)
class Echo:
    """How often a claim is reported, by how many first speakers, of how many sides.

    Origins that the sources place on the same sides count as one side; an origin that
    no source places anywhere adds none.
    """

    reports: int
    origins: int
    sides: int


def standing(chronology: Chronology, event: Event, claim: Claim) -> Standing:
    """Return how `claim` stands.

    *Retracted*: all who asserted it took it back.  *Contested*: some assert and others
    deny or doubt it, or it has figures that cannot be true beside another of the event.
    *Corroborated*: two or more origins assert it and none denies or doubts it.
    *Single origin*: one first speaker.  What a speaker took back no longer counts.
    """
    asserting, opposing, retracting = (_origins(chronology, claim, stances) for stances in _STANCES)
    asserting -= retracting
    opposing -= retracting
    if retracting and not asserting:
        return Standing.RETRACTED
    if opposing and (asserting or len(opposing) > 1):
        return Standing.CONTESTED
    if any(
        claim.id in {left.claim.id, right.claim.id} and _stands(chronology, left) and _stands(chronology, right)
        for left, right in figures_collide(event)
    ):
        return Standing.CONTESTED
    return Standing.CORROBORATED if len(asserting) > 1 else Standing.SINGLE_ORIGIN


def echo(chronology: Chronology, claim: Claim) -> Echo:
    """Return the echo of `claim`."""
    return echo_of(chronology, claim.reports)


def echo_of(chronology: Chronology, reports: Collection[Report]) -> Echo:
    """Return the echo of any number of reports taken together."""
    origins = {chronology.origin(report) for report in reports}
    sides = {chronology.side_of(origin) for origin in origins} - {frozenset()}
    return Echo(reports=len(reports), origins=len(origins), sides=len(sides))


_STANCES = (frozenset({"asserts", "concedes"}), frozenset({"denies", "doubts"}), frozenset({"retracts"}))


def supports(report: Report) -> bool:
    """Return whether the report speaks for its claim."""
    return report.stance in _STANCES[0]


def opposes(report: Report) -> bool:
    """Return whether the report speaks against its claim."""
    return report.stance in _STANCES[1]


def _stands(chronology: Chronology, sighting: Sighting) -> bool:
    """Return whether the first speaker of a figure has not taken its claim back."""
    retracting = _origins(chronology, sighting.claim, _STANCES[2])
    return chronology.origin(sighting.report) not in retracting


def _origins(chronology: Chronology, claim: Claim, stances: frozenset[str]) -> set[str]:
    return {chronology.origin(report) for report in claim.reports if report.stance in stances}

"""How a claim stands: derived from its reports, never written by an editor.

An origin is a first speaker.  A second relay of the same first speaker, or a
republication, is no second origin.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateline.records.chronology import Chronology
from dateline.records.rules.contradictions import claims_with_colliding_figures, unretracted
from dateline.records.types import Claim, Event, Report


class Standing(StrEnum):
    """What the reports of a claim amount to."""

    SINGLE_ORIGIN = "single-origin"
    CORROBORATED = "corroborated"
    CONTESTED = "contested"
    RETRACTED = "retracted"


@dataclass(frozen=True, slots=True)
class Echo:
    """How often a claim is reported, by how many first speakers, of how many sides.

    Sides are the distinct ones where sources place the origins, never more than there are
    origins; an origin that no source places anywhere adds none.  Reports whose source was
    withdrawn count in none of these, only in `withdrawn`.
    """

    reports: int
    origins: int
    sides: int
    withdrawn: int = 0


def standing(chronology: Chronology, event: Event, claim: Claim) -> Standing:
    """Return how `claim` of `event` stands; `standings` tells it of all the event's claims at once."""
    return _standing(
        chronology, claim, has_colliding_figures=claim.id in claims_with_colliding_figures(chronology, event)
    )


def standings(chronology: Chronology, event: Event, on: date | None = None) -> Mapping[str, Standing]:
    """Return how each claim of `event` stands, by the claim's id; if a day is given, with what was withdrawn later."""
    colliding = claims_with_colliding_figures(chronology, event, on)
    return {
        claim.id: _standing(chronology, claim, on, has_colliding_figures=claim.id in colliding)
        for claim in event.claims
    }


def _standing(chronology: Chronology, claim: Claim, on: date | None = None, *, has_colliding_figures: bool) -> Standing:
    """Judge a claim by the reports that nobody took back.

    *Retracted*: all who asserted it took it back, or their sources were withdrawn.  *Contested*: some assert and others
    deny or doubt it, or two or more speakers deny or doubt it, or it has figures that
    cannot be true beside another of the event.
    *Corroborated*: two or more origins assert it and none denies or doubts it.
    *Single origin*: one first speaker.  What a speaker took back no longer counts.
    """
    reports = unretracted(chronology, claim, on)
    asserting = {chronology.origin(report) for report in reports if supports(report)}
    opposing = {chronology.origin(report) for report in reports if opposes(report)}
    if not asserting and _is_taken_back(claim, reports):
        return Standing.RETRACTED
    if opposing and (asserting or len(opposing) > 1):
        return Standing.CONTESTED
    if has_colliding_figures:
        return Standing.CONTESTED
    return Standing.CORROBORATED if len(asserting) > 1 else Standing.SINGLE_ORIGIN


def _is_taken_back(claim: Claim, left: Collection[Report]) -> bool:
    """Return whether anything that spoke for a claim, or took it back, is not among the reports that are left."""
    if len(left) == len(claim.reports):
        return False
    kept = set(map(id, left))
    return any(supports(report) or report.stance == "retracts" for report in claim.reports if id(report) not in kept)


def echo(chronology: Chronology, claim: Claim, on: date | None = None) -> Echo:
    """Return the echo of `claim`."""
    return echo_of(chronology, claim.reports, on)


def echo_of(chronology: Chronology, all_reports: Collection[Report], on: date | None = None) -> Echo:
    """Return the echo of any number of reports taken together; if a day is given, with what was withdrawn later."""
    reports = [report for report in all_reports if chronology.counts(report, on)]
    withdrawn = len(all_reports) - len(reports)
    origins = {chronology.origin(report) for report in reports}
    sides = {side for origin in origins for side in chronology.side_of(origin)}
    return Echo(len(reports), len(origins), min(len(sides), len(origins)), withdrawn)


def supports(report: Report) -> bool:
    """Return whether the report speaks for its claim."""
    return report.stance in {"asserts", "concedes"}


def opposes(report: Report) -> bool:
    """Return whether the report speaks against its claim."""
    return report.stance in {"denies", "doubts"}

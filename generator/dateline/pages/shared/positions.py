"""Who speaks for a position of a dispute."""

from dateline.pages.shared.edition import Edition
from dateline.pages.shared.views import Link
from dateline.records.rules.attribution import opposes, supports
from dateline.records.rules.standing import echo_of
from dateline.records.types import Report, Standpoint


def reports_for(edition: Edition, position: Standpoint) -> list[Report]:
    """Return the reports that speak for a position and count."""
    speaks = opposes if position.stance == "denies" else supports
    claims = (edition.chronology.claims[reference].claim for reference in position.claims)
    return [
        report for claim in claims for report in claim.reports if speaks(report) and edition.chronology.counts(report)
    ]


def count_of_voices(edition: Edition, position: Standpoint) -> int:
    """Return how many voices speak for a position."""
    return echo_of(edition.chronology, reports_for(edition, position)).voices


def first_of_each(edition: Edition, position: Standpoint) -> tuple[tuple[str, Link], ...]:
    """Return the name of each who speaks for a position, with the paragraph of the first report."""
    found: dict[str, Report] = {}
    for report in reports_for(edition, position):
        found.setdefault(edition.chronology.voice(report) or edition.chronology.origin(report), report)
    actors = edition.chronology.actors
    return tuple((actors[speaker].name, edition.paragraph(report.cite)) for speaker, report in found.items())

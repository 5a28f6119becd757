"""Who speaks for a position of a dispute."""

from dateline.pages.shared.edition import Edition
from dateline.pages.shared.views import Link
from dateline.records.rules.attribution import opposes, sayers, supports, whose
from dateline.records.types import Report, Standpoint


def count_of_voices(edition: Edition, position: Standpoint) -> int:
    """Return how many voices speak for a position."""
    return len(sayers(edition.chronology, _reports_for(edition, position)).voices)


def first_of_each(edition: Edition, position: Standpoint) -> tuple[tuple[str, Link], ...]:
    """Return the name of each voice for a position with the paragraph of its first report.

    Where no voice speaks for it, those are named who pass it on without saying from whom.
    """
    reports = _reports_for(edition, position)
    said = sayers(edition.chronology, reports)
    first: dict[str, Report] = {}
    for report in reports:
        first.setdefault(whose(edition.chronology, report), report)
    return tuple(
        (edition.chronology.actors[speaker].name, edition.paragraph(first[speaker].cite))
        for speaker in said.voices or said.unattributed
    )


def _reports_for(edition: Edition, position: Standpoint) -> list[Report]:
    """Return the reports that speak for a position and count."""
    speaks = opposes if position.stance == "denies" else supports
    claims = (edition.chronology.claims[reference].claim for reference in position.claims)
    return [
        report for claim in claims for report in claim.reports if speaks(report) and edition.chronology.counts(report)
    ]

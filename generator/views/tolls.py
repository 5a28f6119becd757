"""Toll ranges: what each report gives for one figure, side by side on one scale."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.chronology import ClaimInContext
from generator.records import Figure, Report
from generator.rules.standing import supports
from generator.views import addresses, words
from generator.views.edition import CitationView, Edition, Link


@dataclass(frozen=True, slots=True)
class TollRow:
    """A figure as one report gives it; None where it leaves a bound open."""

    speaker: str
    citation: CitationView
    claim: Link
    low: float | None
    high: float | None
    is_stated: bool
    amount: str
    wording: str
    scope: str


@dataclass(frozen=True, slots=True)
class TollView:
    """The figures of one measure and object."""

    title: str
    rows: tuple[TollRow, ...]


def tolls_of(edition: Edition, contexts: Iterable[ClaimInContext]) -> tuple[TollView, ...]:
    """Return the tolls that two reports or more give, in the order in which they are first given."""
    groups: defaultdict[tuple[str, str | None, str | None], list[TollRow]] = defaultdict(list)
    for context in contexts:
        for report in context.claim.reports:
            for figure in report.figures if supports(report) else ():
                groups[figure.measure, figure.of, figure.item].append(_row(edition, context, report, figure))
    return tuple(
        TollView(_title(edition, *key), tuple(rows))
        for key, rows in groups.items()
        if len(rows) > 1 and any(row.is_stated for row in rows)
    )


def _row(edition: Edition, context: ClaimInContext, report: Report, figure: Figure) -> TollRow:
    speaker = edition.chronology.actors[edition.chronology.origin(report)].name
    return TollRow(
        speaker=speaker,
        citation=edition.citation(report.cite, report.by),
        claim=Link(context.claim.text, addresses.claim_address(context.event, context.claim)),
        low=figure.lowest,
        high=figure.highest,
        is_stated=figure.lowest is not None or figure.highest is not None,
        amount=words.amount_in_words(figure),
        wording=figure.wording or "",
        scope=figure.scope or "",
    )


def _title(edition: Edition, measure: str, of: str | None, item: str | None) -> str:
    parts = [edition.term("measures", measure), item or "", edition.chronology.actors[of].name if of else ""]
    return ", ".join(part for part in parts if part)

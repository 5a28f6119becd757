"""Toll ranges: what each report gives for one figure, side by side on one scale."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.pages.shared.edition import Edition
from dateline.pages.shared.side_marks import mark_of_actor, sides_by_mark
from dateline.pages.shared.views import CitationView, Link
from dateline.pages.wording import words
from dateline.records.chronology import ClaimInContext
from dateline.records.rules.attribution import supports
from dateline.records.types import Figure, Report


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
    side: int
    """The mark of the speaker's side."""
    lang: str = ""
    """The language of the wording, and the way that it is written, where it is not that of the site."""
    dir: str = ""


@dataclass(frozen=True, slots=True)
class TollView:
    """The figures of one measure and object."""

    title: str
    rows: tuple[TollRow, ...]
    sides: tuple[tuple[int, str], ...]
    """The sides on which sources place the rows' speakers, each with its mark."""


def tolls_of(edition: Edition, contexts: Iterable[ClaimInContext]) -> tuple[TollView, ...]:
    """Return the tolls that two reports or more give, in the order in which they are first given."""
    groups: defaultdict[tuple[str, str | None, str | None], list[TollRow]] = defaultdict(list)
    given: defaultdict[tuple[str, str | None, str | None], set[int]] = defaultdict(set)
    for context in contexts:
        for report in context.claim.reports:
            for figure in report.figures if supports(report) else ():
                key = (figure.measure, figure.of, figure.item)
                groups[key].append(_row(edition, context, report, figure))
                given[key].add(id(report))
    return tuple(
        TollView(_title(edition, *key), tuple(rows), sides_by_mark(edition, (row.side for row in rows)))
        for key, rows in groups.items()
        if len(given[key]) > 1 and any(row.is_stated for row in rows)
    )


def _row(edition: Edition, context: ClaimInContext, report: Report, figure: Figure) -> TollRow:
    origin = edition.chronology.origin(report)
    lang, direction = edition.tongue(edition.chronology.sources[report.cite.source])
    citation, name = edition.citation(report.cite, report.by), edition.chronology.actors[origin].name
    return TollRow(
        speaker=f"{name} ({citation.mark.label})" if citation.mark is not None else name,
        citation=citation,
        claim=Link(context.claim.text, edition.claim_address(context.event, context.claim)),
        low=figure.lowest,
        high=figure.highest,
        is_stated=figure.lowest is not None or figure.highest is not None,
        amount=words.amount_in_words(figure, edition.language),
        wording=figure.wording or "",
        scope=figure.scope or "",
        side=mark_of_actor(edition, origin),
        lang=lang,
        dir=direction,
    )


def _title(edition: Edition, measure: str, of: str | None, item: str | None) -> str:
    parts = [edition.term("measures", measure), item or "", edition.chronology.actors[of].name if of else ""]
    return edition.language.listed(part for part in parts if part)

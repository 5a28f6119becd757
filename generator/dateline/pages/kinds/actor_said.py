"""What an actor said, by how it stands today: in its own name, and with its parts and outlets."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.pages.shared.edition import Edition
from dateline.pages.shared.lists import month_of
from dateline.pages.shared.views import CitationView, Link
from dateline.pages.wording import outcomes, words
from dateline.records.chronology import ReportInContext
from dateline.records.rules.standing import Outcome
from dateline.records.types import Citation, Report

SHOWN: Final = 5
"""How many claims of one outcome are shown before the rest is folded."""


@dataclass(frozen=True, slots=True)
class SaidRow:
    """A claim about which an actor said something, with the first report of it."""

    claim: Link
    how: tuple[tuple[str, str], ...]
    """Each stance with its label and that of the modality; empty where it plainly says so."""
    citation: CitationView
    more: int
    """How many more reports of it there are."""
    own: bool
    """Whether it said so in its own name."""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class SaidGroup:
    """The claims of one outcome."""

    outcome: str
    label: str
    shown: tuple[SaidRow, ...]
    folded: tuple[SaidRow, ...]
    """Those that are there on demand."""

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.shown) + len(self.folded)

    @property
    def own(self) -> int:
        """How many of them it said in its own name."""
        return sum(row.own for row in (*self.shown, *self.folded))

    @property
    def own_folded(self) -> int:
        """How many of the folded ones it said in its own name."""
        return sum(row.own for row in self.folded)


@dataclass(frozen=True, slots=True)
class WordView:
    """What an actor said, by outcome."""

    reports: int
    own: int
    """How many reports it spoke first itself."""
    speakers: tuple[tuple[Link, int], ...]
    """Its parts and outlets with how often each spoke, the most heard first."""
    groups: tuple[SaidGroup, ...]


def _is_own(edition: Edition, actor: str, said: ReportInContext) -> bool:
    return edition.chronology.origin(said.report) == actor


def said_view(edition: Edition, actor: str, said: Sequence[ReportInContext], *, rows: bool) -> WordView:
    """Return what an actor said; without its rows where it said too much for one page."""
    spoke = Counter(edition.chronology.origin(one.report) for one in said)
    own = spoke.pop(actor, 0)
    heard = sorted(spoke, key=lambda speaker: (-spoke[speaker], speaker))
    return WordView(
        reports=len(said),
        own=own,
        speakers=tuple((edition.actor(speaker), spoke[speaker]) for speaker in heard),
        groups=_groups(edition, actor, said) if rows else (),
    )


def _groups(edition: Edition, actor: str, said: Iterable[ReportInContext]) -> tuple[SaidGroup, ...]:
    rows: defaultdict[Outcome, list[SaidRow]] = defaultdict(list)
    months: set[str] = set()
    for reports in _by_claim(said):
        first = reports[0]
        row, month = _row(edition, actor, reports), month_of(first.event.date)
        if month not in months:  # where a list by month had its anchor
            months.add(month)
            row = replace(row, anchor=f"_said-{month or 'undated'}")
        rows[edition.outcome(first.event, first.claim)].append(row)
    return tuple(
        SaidGroup(
            outcome.value,
            edition.language.gettext(outcomes.OUTCOME_LABEL[outcome]),
            *_parted(rows[outcome]),
        )
        for outcome in Outcome
        if outcome in rows
    )


def _by_claim(said: Iterable[ReportInContext]) -> Iterable[list[ReportInContext]]:
    found: defaultdict[tuple[str, str], list[ReportInContext]] = defaultdict(list)
    for one in said:
        found[one.event.id, one.claim.id].append(one)
    return found.values()


def cites_of_said(edition: Edition, actor: str, said: Iterable[ReportInContext]) -> Iterator[Citation]:
    """Yield the paragraphs that the rows of what an actor said cite."""
    for reports in _by_claim(said):
        yield _first(edition, actor, reports).report.cite


def _first(edition: Edition, actor: str, reports: Sequence[ReportInContext]) -> ReportInContext:
    """Return the report by which a row is told: the first in its own name, else the first."""
    return next((one for one in reports if _is_own(edition, actor, one)), reports[0])


def _parted(rows: Sequence[SaidRow]) -> tuple[tuple[SaidRow, ...], tuple[SaidRow, ...]]:
    """Return the rows that are shown and those that are folded; a single one is not worth a fold."""
    shown = len(rows) if len(rows) <= SHOWN + 1 else SHOWN
    return tuple(rows[:shown]), tuple(rows[shown:])


def _row(edition: Edition, actor: str, reports: Sequence[ReportInContext]) -> SaidRow:
    first = _first(edition, actor, reports)
    return SaidRow(
        claim=edition.claim_link(first.event, first.claim),
        how=_how(edition, [one.report for one in reports]),
        citation=edition.citation(first.report.cite, first.report.by),
        more=len(reports) - 1,
        own=_is_own(edition, actor, first),
    )


def _how(edition: Edition, reports: Iterable[Report]) -> tuple[tuple[str, str], ...]:
    """Return how something was said, each way once; nothing where it was plainly said."""
    ways = dict.fromkeys((report.stance, report.modality) for report in reports)
    if list(ways) == [("asserts", "stated")]:
        return ()
    language = edition.language
    return tuple(
        (stance, words.how(stance, modality, language) or language.gettext(words.STANCE_LABEL[stance]))
        for stance, modality in ways
    )

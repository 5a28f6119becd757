"""The pages about the whole: home, the indexes, changes, method, data and hand-written pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from dateline.ground.collation import by_name
from dateline.ground.dates import in_words
from dateline.ground.provenance import RECIPE
from dateline.pages.kinds.days import CalendarView, calendar_view
from dateline.pages.kinds.dispute import DisputeRow, dispute_row
from dateline.pages.kinds.records import CoverageRow, coverage_of
from dateline.pages.shared.budgets import SHORT_ROWS
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import ChangeView, ClaimView, Edition, Link, Tools
from dateline.pages.shared.extent import extent_in_words
from dateline.pages.shared.maps import MapView, map_of_all
from dateline.pages.shared.moved import now_at
from dateline.pages.shared.timelines import TimelineView, timeline_of_all
from dateline.pages.wording import addresses, descriptions, words
from dateline.records.rules.graves import CLAIM
from dateline.records.rules.standing import Standing
from dateline.records.types import Dispute, RecordKind

_NEWEST: Final = 6
_DISPUTES_ON_HOME: Final = 6
_CLAIMS_WORTH_SHOWING: Final = (Standing.CONTESTED, Standing.CORROBORATED, Standing.SINGLE_ORIGIN)


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page."""

    title: str
    description: str
    body: str
    span: str
    counts: tuple[tuple[int, str, str], ...]
    example: ClaimView | None
    map: MapView | None
    timeline: TimelineView | None
    calendar: CalendarView
    open_disputes: tuple[DisputeRow, ...]
    open_count: int
    disputes: int
    changes: tuple[ChangeView, ...]
    licence: str
    edit_path: str | None


@dataclass(frozen=True, slots=True)
class TombstoneView:
    """A record that was removed."""

    address: str
    kind: str
    id: str
    date: str
    note: str
    instead: Link | None


@dataclass(frozen=True, slots=True)
class ChangesView:
    """The ledger of the whole chronology."""

    changes: tuple[ChangeView, ...]
    tombstones: tuple[TombstoneView, ...]


@dataclass(frozen=True, slots=True)
class MethodView:
    """The method page: what the editors write, and what the engine derives."""

    title: str
    description: str
    body: str
    standings: tuple[tuple[str, str, str], ...]
    stances: tuple[tuple[str, str, str], ...]
    bases: tuple[tuple[str, str], ...]
    recipe: str
    tools: Tools
    edit_path: str | None


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file for other tools, as the data page offers it; `schema` is the address of what describes it."""

    address: str
    name: str
    what: str
    size: str
    media_type: str
    schema: str | None


@dataclass(frozen=True, slots=True)
class DataView:
    """The page of everything to download."""

    files: tuple[DataFile, ...]
    licence: str
    coverage: tuple[CoverageRow, ...]
    """Source by source or, of very many, publisher by publisher."""
    is_by_publisher: bool = False


@dataclass(frozen=True, slots=True)
class HandPageView:
    """A hand-written page."""

    address: str
    title: str
    description: str
    body: str
    tools: Tools
    edit_path: str


def home_view(edition: Edition) -> HomeView:
    """Return the home page."""
    graph = edition.chronology
    page = graph.pages.get("index")
    still_open = _open_disputes(edition)
    return HomeView(
        title=graph.masthead.title,
        description=graph.masthead.description or "",
        body=page.document.body if page else "",
        span=extent_in_words(edition),
        counts=home_counts(edition),
        example=_example(edition),
        map=map_of_all(edition),
        timeline=timeline_of_all(edition),
        calendar=calendar_view(edition),
        open_disputes=tuple(dispute_row(edition, dispute) for dispute in still_open[:_DISPUTES_ON_HOME]),
        open_count=len(still_open),
        disputes=len(graph.disputes),
        changes=changes_view(edition).changes[:_NEWEST],
        licence=graph.masthead.licence or "",
        edit_path=page.document.path if page else None,
    )


def changes_view(edition: Edition) -> ChangesView:
    """Return every ledger entry of every record, newest first, and the tombstones."""
    # What changed on one day stands in the reverse order of the records, as all that is newest first.
    records = reversed(tuple(edition.chronology.records()))
    entries = [entry for record in records for entry in _newest_first(edition.changes(record))]
    in_order = sorted(entries, key=lambda entry: entry.iso, reverse=True)
    return ChangesView(tuple(in_order), tombstone_views(edition))


def _newest_first(entries: Iterable[ChangeView]) -> list[ChangeView]:
    """Return the entries of one record; the numbers at the ends of ids in the feed hang on this order."""
    return sorted(entries, key=lambda entry: (entry.iso, entry.note), reverse=True)


def tombstone_views(edition: Edition) -> tuple[TombstoneView, ...]:
    """Return what is left of removed records, newest first."""
    in_order = sorted(edition.chronology.tombstones, key=lambda stone: (stone.date.order, stone.id), reverse=True)
    views = []
    for stone in in_order:
        # The pages of events are small ones, and claims have a place on their event's.
        has_page = stone.kind not in {RecordKind.EVENT, CLAIM}
        address = addresses.page_address(RecordKind(stone.kind), stone.id) if has_page else ""
        instead = now_at(edition, stone.kind, stone.id)
        views.append(TombstoneView(address, stone.kind, stone.id, in_words(stone.date), stone.note, instead))
    return tuple(views)


def method_view(edition: Edition) -> MethodView:
    """Return the method page."""
    page = edition.chronology.pages.get("method")
    return MethodView(
        title=page.head.title if page else "Method",
        description=(page.head.description if page else None) or "How records come about and how to read them.",
        body=page.document.body if page else "",
        standings=tuple((one.value, words.STANDING_LABEL[one], words.STANDING_MEANING[one]) for one in Standing),
        stances=tuple((stance, label, words.STANCE_MEANING[stance]) for stance, label in words.STANCE_LABEL.items()),
        bases=tuple(words.BASIS_LABEL.items()),
        recipe=RECIPE.rstrip(),
        tools=edition.page_tools(page.document.path, "method/") if page else Tools(),
        edit_path=page.document.path if page else None,
    )


def data_view(edition: Edition, files: Iterable[DataFile]) -> DataView:
    """Return the page of data: its files, and how much of the sources is recorded."""
    sources = edition.chronology.sources
    is_by_publisher = len(sources) > SHORT_ROWS
    coverage = (
        _coverage_by_publisher(edition)
        if is_by_publisher
        else tuple(coverage_of(edition, source) for source in sources.values())
    )
    return DataView(tuple(files), edition.chronology.masthead.licence or "", coverage, is_by_publisher)


def _coverage_by_publisher(edition: Edition) -> tuple[CoverageRow, ...]:
    """Return how much is recorded of all that each actor published; each source's page tells the same of itself."""
    found = (
        CoverageRow(edition.actor(publisher, words.plural(count, "source")), *counts)
        for publisher, (count, *counts) in edition.derived(_counts_by_publisher).items()
    )
    return tuple(sorted(found, key=lambda row: (by_name(row.source.text), row.source.address)))


@derivation
def _counts_by_publisher(edition: Edition) -> dict[str, tuple[int, int, int, int, int]]:
    """Return how many sources there are of each publisher, and the sums of what their rows would count."""
    found: dict[str, tuple[int, int, int, int, int]] = {}
    for publisher, sources in edition.chronology.sources_by_publisher.items():
        rows = [coverage_of(edition, source) for source in sources]
        found[publisher] = (
            len(rows),
            sum(row.paragraphs for row in rows),
            sum(row.cited for row in rows),
            sum(row.unused for row in rows),
            sum(row.reports for row in rows),
        )
    return found


def hand_pages(edition: Edition) -> list[str]:
    """Return the ids of the hand-written pages that have no place of their own."""
    return [id_ for id_ in edition.chronology.pages if id_ not in {"index", "method"}]


def hand_page_view(edition: Edition, id_: str) -> HandPageView:
    """Return a hand-written page."""
    page = edition.chronology.pages[id_]
    return HandPageView(
        address=f"{page.id}/",
        title=page.head.title,
        description=page.head.description or descriptions.of_prose(page.head.title, page.document.body),
        body=page.document.body,
        tools=edition.page_tools(page.document.path, f"{page.id}/"),
        edit_path=page.document.path,
    )


def _open_disputes(edition: Edition) -> list[Dispute]:
    """Return the disputes still open, in full or in part, those that most reports are about first."""

    def reports(dispute: Dispute) -> int:
        references = {reference for position in dispute.positions for reference in position.claims}
        return sum(len(edition.chronology.claims[reference].claim.reports) for reference in references)

    found = [one for one in edition.chronology.disputes.values() if one.status in words.UNSETTLED]
    return sorted(found, key=lambda dispute: (-reports(dispute), dispute.id))


def home_counts(edition: Edition) -> tuple[tuple[int, str, str], ...]:
    """Return how many records there are, of what, and where they are listed."""
    graph = edition.chronology
    reports = sum(len(context.claim.reports) for context in graph.claims.values())
    return (
        (len(graph.events), "events", "days/"),
        (len(graph.claims), "claims", "days/"),
        (reports, "reports", "sources/"),
        (len(graph.sources), "sources", "sources/"),
        (len(graph.reports_by_speaker), "first speakers", "actors/"),
        (len(graph.disputes), "disputes", "disputes/"),
    )


def _example(edition: Edition) -> ClaimView | None:
    """Return the first claim that shows most: a contested one, else a corroborated one, else any."""
    for wanted in _CLAIMS_WORTH_SHOWING:
        for context in edition.chronology.claims.values():
            if edition.standing(context.event, context.claim) is wanted:
                return edition.claim(context.event, context.claim)
    return None

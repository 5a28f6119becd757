"""What each plan adds to what is made of all of them: the bundles of the search, and the exports.

So a change makes few pieces anew, and pieces can be made in any process, or on any machine.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from dateline.pages import search
from dateline.pages.kinds.pages_of_days import day_pages
from dateline.pages.rendering.pages import Page
from dateline.pages.rendering.plans import Contribution, Plan
from dateline.pages.search import SearchDocument
from dateline.pages.shared.edition import Edition
from dateline.records.types import Actor, Dispute, Event, Place, Record, RecordKind
from dateline.site.recipe.exporting import exports_of_pieces, pieces_of_exports
from dateline.site.recipe.wholes import SEARCH, Collected, GatheredFiles, Pieces


def with_pieces(edition: Edition, plans: Iterable[Plan]) -> Iterator[Plan]:
    """Yield plans with what each adds, and further ones for what is found and has no page of its own."""
    count = shards(edition)
    for plan in plans:
        yield replace(plan, pieces=partial(_pieces, plan, count))
    for period in day_pages(edition):
        path = f"search/days/{period}"
        yield Plan(path, _no_pages, pieces=partial(_of_day, period, _shard(path, count)))
    for group in search.source_groups(edition):
        path = f"search/sources/{group}"
        yield Plan(path, _no_pages, pieces=partial(_of_sources, group, _shard(path, count)))
    for id_ in edition.chronology.pages:
        path = f"search/pages/{id_}"
        yield Plan(path, _no_pages, pieces=partial(_of_page, id_, _shard(path, count)))


def shards(edition: Edition) -> int:
    """Return how many bundles the search has."""
    graph = edition.chronology
    own = sum(len(graph.of_kind(kind)) for kind in RecordKind if kind is not RecordKind.SOURCE)
    return search.shard_count(own + len(day_pages(edition)) + len(search.source_groups(edition)) + len(graph.pages))


def wholes(edition: Edition) -> Iterator[Collected]:
    """Yield everything that is made of pieces."""
    yield from exports_of_pieces(edition)
    count = shards(edition)
    for number in range(count):
        yield Collected(name_of_bundle(number), str(count), partial(_bundle, number, count))


def name_of_bundle(number: int) -> str:
    """Return the name of a bundle of the search as a whole that pieces are added to."""
    return f"{SEARCH}{number}"


def _no_pages(_: object) -> Iterator[Page]:
    return iter(())


def _pieces(plan: Plan, count: int, edition: Edition) -> Iterator[Contribution]:
    for record in plan.records(edition):
        yield from pieces_of_exports(edition, record)
        yield from _found(_documents(edition, record), _shard(plan.path, count))


def _documents(edition: Edition, record: Record) -> Iterable[SearchDocument]:
    match record:
        case Event():
            return search.documents_of_event(edition, record)
        case Actor():
            return search.documents_of_actor(edition, record)
        case Place():
            return search.documents_of_place(edition, record)
        case Dispute():
            return search.documents_of_dispute(edition, record)
        case _:
            return ()  # sources are found in groups


def _of_sources(group: str, whole: str, edition: Edition) -> Iterator[Contribution]:
    return _found(search.documents_of_source_group(edition, group), whole)


def _of_day(period: str, whole: str, edition: Edition) -> Iterator[Contribution]:
    return _found(search.documents_of_day(edition, period), whole)


def _of_page(id_: str, whole: str, edition: Edition) -> Iterator[Contribution]:
    return _found(search.documents_of_page(edition, id_), whole)


def _found(documents: Iterable[SearchDocument], whole: str) -> Iterator[Contribution]:
    for document in documents:
        yield Contribution(whole, document.key, search.as_piece(document))


def _shard(path: str, count: int) -> str:
    return name_of_bundle(search.shard_of(path, count))


def _bundle(number: int, count: int, pieces: Pieces) -> GatheredFiles:
    made = search.bundle(pieces.values(), number, count)
    return GatheredFiles(tuple(Page(path, content) for path, content in made.items()))

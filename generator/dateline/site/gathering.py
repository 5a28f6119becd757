"""What is made of all plans together: the bundles of the search, and chronology.json.

Each plan adds its pieces, so that a change makes few pieces anew, and pieces can be made in
any process, or on any machine.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from dateline.ground import caching
from dateline.pages import search
from dateline.pages.exports import CHRONOLOGY, chronology_json, record_json
from dateline.pages.rendering.pages import Page
from dateline.pages.rendering.plans import Contribution, Plan
from dateline.pages.search import SearchDocument
from dateline.pages.shared.edition import Edition
from dateline.records.chronology import kind_of
from dateline.records.types import Actor, Dispute, Event, Place, Record, RecordKind

_SEARCH: Final = "search "
Pieces = Mapping[str, str]
"""The texts of pieces by their names, in the order of their plans."""


@dataclass(frozen=True, slots=True)
class GatheredFiles:
    """The files that were made of pieces, and what a user has to know of it."""

    files: tuple[Page, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Collected:
    """Something made of pieces; beside these it depends on what `key` tells."""

    name: str
    key: str
    make: Callable[[Pieces], GatheredFiles]

    @property
    def is_search(self) -> bool:
        """Whether it is a bundle of the search."""
        return is_search(self.name)


def is_search(name: str) -> bool:
    """Return whether a whole of this name is a bundle of the search."""
    return name.startswith(_SEARCH)


def with_pieces(edition: Edition, plans: Iterable[Plan]) -> Iterator[Plan]:
    """Yield plans with what each adds, and further ones for what is found and has no page of its own."""
    count = shards(edition)
    for plan in plans:
        yield replace(plan, pieces=partial(_pieces, plan, count))
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
    return search.shard_count(own + len(search.source_groups(edition)) + len(graph.pages))


def wholes(edition: Edition) -> Iterator[Collected]:
    """Yield everything that is made of pieces."""
    graph = edition.chronology
    order = "\n".join(_name(record) for record in graph.records())
    head = "".join(chronology_json(edition, lambda _: ""))
    yield Collected(
        CHRONOLOGY.path, caching.digest(f"{head}\0{order}".encode("utf-8", "surrogatepass")), partial(_json, edition)
    )
    count = shards(edition)
    for number in range(count):
        make = partial(_bundle, graph.masthead.language, number, count)
        yield Collected(name_of_bundle(number), f"{graph.masthead.language} {count}", make)


def _no_pages(_: object) -> Iterator[Page]:
    return iter(())


def _pieces(plan: Plan, count: int, edition: Edition) -> Iterator[Contribution]:
    for record in plan.records(edition):
        yield Contribution(CHRONOLOGY.path, _name(record), record_json(edition, record))
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


def _of_page(id_: str, whole: str, edition: Edition) -> Iterator[Contribution]:
    return _found(search.documents_of_page(edition, id_), whole)


def _found(documents: Iterable[SearchDocument], whole: str) -> Iterator[Contribution]:
    for document in documents:
        yield Contribution(whole, document.key, search.as_html(document))


def _shard(path: str, count: int) -> str:
    return name_of_bundle(search.shard_of(path, count))


def name_of_bundle(number: int) -> str:
    """Return the name of a bundle of the search as a whole that pieces are added to."""
    return f"{_SEARCH}{number}"


def _name(record: Record) -> str:
    return f"{kind_of(record)}/{record.id}"


def _json(edition: Edition, pieces: Pieces) -> GatheredFiles:
    chunks = chronology_json(edition, lambda record: pieces[_name(record)])
    return GatheredFiles((Page(CHRONOLOGY.path, b"".join(chunk.encode("utf-8", "surrogatepass") for chunk in chunks)),))


def _bundle(language: str, number: int, count: int, pieces: Pieces) -> GatheredFiles:
    made = search.bundle(pieces.values(), language, number, count)
    return GatheredFiles(tuple(Page(path, content) for path, content in made.files.items()), made.missing)

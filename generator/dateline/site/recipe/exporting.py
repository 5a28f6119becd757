"""The files for other tools, and the page that tells of them: where they go, and from what they are made."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Final

from dateline.ground import caching
from dateline.pages.exports import (
    EXPORT_PATHS,
    ExportMaker,
    chronology_json,
    data_files,
    files_not_asked_for,
    makers_of,
)
from dateline.pages.kinds.data import data_view
from dateline.pages.rendering.pages import Page, Renderer
from dateline.pages.rendering.plans import Contribution, Plan
from dateline.pages.shared.edition import Edition
from dateline.pages.wording.sections import DATA
from dateline.records.chronology import kind_of
from dateline.records.types import Record
from dateline.site.recipe.wholes import Collected, GatheredFiles, Pieces

DATA_PAGE: Final = DATA.path
_ANY: Final = ("utf-8", "surrogatepass")


def plans_of_exports(edition: Edition) -> Iterator[Plan]:
    """Yield the plans of the exports that are made of the edition itself."""
    alone = (maker for maker in makers_of(edition) if maker.piece is None)
    yield from (Plan(maker.name, partial(_at_once, maker)) for maker in alone)


def data_page_plan(sizes: Mapping[str, int]) -> Plan:
    """Return the plan of the page of data, given the sizes of the exports in bytes."""
    return Plan(DATA_PAGE, partial(_data_page, lambda _: sizes))


def plans_without_pieces(edition: Edition) -> Iterator[Plan]:
    """Yield the plans of the gathered exports and the page of data for whoever has no pieces of them."""
    yield from (Plan(maker.name, partial(_at_once, maker)) for maker in _gathered(edition))
    yield Plan(DATA_PAGE, partial(_data_page, _sizes_at_once))


def _gathered(edition: Edition) -> tuple[ExportMaker, ...]:
    """Return who makes exports of what each record adds."""
    return tuple(maker for maker in makers_of(edition) if maker.piece is not None)


def sizes_of(files: Iterable[Page]) -> dict[str, int]:
    """Return how many bytes each export has that is among `files`."""
    return {file.path: len(file.as_bytes()) for file in files if file.path in EXPORT_PATHS}


def pieces_of_exports(edition: Edition, record: Record) -> Iterator[Contribution]:
    """Yield what a record adds to the gathered exports."""
    for maker in _gathered(edition):
        if maker.piece is not None and (text := maker.piece(edition, record)):
            yield Contribution(maker.name, _name(record), text)


def exports_of_pieces(edition: Edition) -> Iterator[Collected]:
    """Yield the gathered exports as they are made of the pieces of all records."""
    order = "\n".join(_name(record) for record in edition.chronology.records())
    head = "".join(chronology_json(edition, lambda _: ""))  # all that no record says
    key = caching.digest(f"{head}\0{order}".encode(*_ANY))
    yield from (Collected(maker.name, key, partial(_whole, maker, edition)) for maker in _gathered(edition))


def _name(record: Record) -> str:
    return f"{kind_of(record)}/{record.id}"


def _whole(maker: ExportMaker, edition: Edition, pieces: Pieces) -> GatheredFiles:
    made = maker.files(edition, lambda record: pieces.get(_name(record), ""))
    return GatheredFiles(tuple(Page(path, content) for path, content in made))


def _at_once(maker: ExportMaker, to: Renderer) -> Iterator[Page]:
    yield from (Page(path, content) for path, content in maker.at_once(to.edition))


def _sizes_at_once(to: Renderer) -> dict[str, int]:
    return sizes_of(page for maker in makers_of(to.edition) for page in _at_once(maker, to))


def _data_page(sizes_in: Callable[[Renderer], Mapping[str, int]], to: Renderer) -> Iterator[Page]:
    files = data_files(to.edition, sizes_in(to))
    yield to.page(data_view(to.edition, files, files_not_asked_for(to.edition)))

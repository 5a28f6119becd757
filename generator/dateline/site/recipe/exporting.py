"""The files for other tools, and the page that tells of them: where they go, and from what they are made."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Final

from dateline.ground import caching
from dateline.pages.exports import CHRONOLOGY, EXPORT_PATHS, EXPORTS, chronology_json, data_files, record_json
from dateline.pages.kinds.data import data_view
from dateline.pages.rendering.pages import Page, Renderer
from dateline.pages.rendering.plans import Contribution, Plan
from dateline.pages.shared.edition import Edition
from dateline.pages.wording.sections import DATA
from dateline.records.chronology import kind_of
from dateline.records.types import Record
from dateline.site.recipe.wholes import Collected, GatheredFiles, Pieces

DATA_PAGE: Final = DATA.path
_SMALL: Final = "data/exports"
_ANY: Final = ("utf-8", "surrogatepass")


def small_exports_plan() -> Plan:
    """Return the plan of every export but chronology.json."""
    return Plan(_SMALL, _small_exports)


def data_page_plan(sizes: Mapping[str, int]) -> Plan:
    """Return the plan of the page of data, given the sizes of the exports in bytes."""
    return Plan(DATA_PAGE, partial(_data_page, lambda _: sizes))


def plans_without_pieces() -> Iterator[Plan]:
    """Yield the plans of chronology.json and the page of data for whoever has no pieces of them."""
    yield Plan(CHRONOLOGY.path, _json_at_once)
    yield Plan(DATA_PAGE, partial(_data_page, lambda to: sizes_of([*_json_at_once(to), *_small_exports(to)])))


def sizes_of(files: Iterable[Page]) -> dict[str, int]:
    """Return how many bytes each export has that is among `files`."""
    return {file.path: len(file.as_bytes()) for file in files if file.path in EXPORT_PATHS}


def piece_of_json(edition: Edition, record: Record) -> Contribution:
    """Return what a record adds to chronology.json."""
    return Contribution(CHRONOLOGY.path, _name(record), record_json(edition, record))


def json_of_pieces(edition: Edition) -> Collected:
    """Return chronology.json as it is made of the pieces of all records."""
    order = "\n".join(_name(record) for record in edition.chronology.records())
    head = "".join(chronology_json(edition, lambda _: ""))
    return Collected(CHRONOLOGY.path, caching.digest(f"{head}\0{order}".encode(*_ANY)), partial(_json, edition))


def _name(record: Record) -> str:
    return f"{kind_of(record)}/{record.id}"


def _json(edition: Edition, pieces: Pieces) -> GatheredFiles:
    chunks = chronology_json(edition, lambda record: pieces[_name(record)])
    return GatheredFiles((Page(CHRONOLOGY.path, b"".join(chunk.encode(*_ANY) for chunk in chunks)),))


def _json_at_once(to: Renderer) -> Iterator[Page]:
    yield Page(CHRONOLOGY.path, CHRONOLOGY.make(to.edition))


def _small_exports(to: Renderer) -> Iterator[Page]:
    yield from (Page(export.path, export.make(to.edition)) for export in EXPORTS if not export.is_gathered)


def _data_page(sizes_in: Callable[[Renderer], Mapping[str, int]], to: Renderer) -> Iterator[Page]:
    yield to.page(data_view(to.edition, data_files(sizes_in(to), to.edition.language)))

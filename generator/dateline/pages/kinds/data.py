"""The page of data: every export, and how much of each publisher was read."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from dateline.ground.collation import by_name
from dateline.pages.kinds.source import CoverageRow, coverage_of
from dateline.pages.shared.budgets import SHORT_ROWS
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.kept_back import in_words
from dateline.pages.wording.sections import DATA


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file for other tools, as the data page offers it."""

    address: str
    name: str
    what: str
    size: str
    media_type: str
    group: str = ""
    """What it is for; those of a group stand together."""
    holds: str = ""
    """How many rows, places and so on it has; empty where that is not counted."""
    left_out: tuple[str, ...] = ()
    """What the format has no room for, and why, a sentence each."""
    schema: str = ""
    """What its format is called, and where that is described; empty where nothing describes it."""
    schema_address: str = ""


@dataclass(frozen=True, slots=True)
class FileNotAskedFor:
    """A file that this site could have: its name, what it would hold, and the option that asks for it."""

    name: str
    what: str
    switch: str


@dataclass(frozen=True, slots=True)
class DataGroup:
    """Files that are for the same."""

    name: str
    files: tuple[DataFile, ...]


@dataclass(frozen=True, slots=True)
class DataView:
    """The page of everything to download."""

    template: ClassVar[str] = "data"
    address: ClassVar[str] = DATA.address
    title: ClassVar[str] = DATA.name
    edit_path: ClassVar[None] = None
    groups: tuple[DataGroup, ...]
    licence: str
    coverage: tuple[CoverageRow, ...]
    """Source by source or, of very many, publisher by publisher."""
    is_by_publisher: bool = False
    withheld: str = ""
    """How much is withheld, in a sentence; empty where nothing is."""
    not_asked_for: tuple[FileNotAskedFor, ...] = ()


def data_view(edition: Edition, files: Iterable[DataFile], not_asked_for: Iterable[FileNotAskedFor] = ()) -> DataView:
    """Return the page of data: its files, what it could have besides, and how much of the sources is recorded."""
    sources = edition.chronology.sources
    is_by_publisher = len(sources) > SHORT_ROWS
    coverage = (
        _coverage_by_publisher(edition)
        if is_by_publisher
        else tuple(coverage_of(edition, source) for source in sources.values())
    )
    withheld = in_words(edition.chronology.held, edition.language)
    groups = tuple(DataGroup(name, tuple(of)) for name, of in groupby(files, key=lambda file: file.group))
    licence = edition.chronology.masthead.licence or ""
    return DataView(groups, licence, coverage, is_by_publisher, withheld, tuple(not_asked_for))


def _coverage_by_publisher(edition: Edition) -> tuple[CoverageRow, ...]:
    """Return how much is recorded of all that each actor published; each source's page tells the same of itself."""
    found = (
        CoverageRow(
            edition.actor(publisher, edition.language.ngettext("%(count)s source", "%(count)s sources", count)), *counts
        )
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

"""One run of an import: a table, its map and a chronology come to a plan."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from typing import Final

from dateline.editing.drafting.known_records import KnownRecords
from dateline.editing.importing.column_map import ColumnMap
from dateline.editing.importing.given_tables import Row, Table
from dateline.editing.importing.known_names import KnownNames
from dateline.editing.importing.planning import ImportPlan, ImportPlanner, Progress, ledger_of
from dateline.editing.importing.proposals import RowReader
from dateline.editing.importing.row_events import EventRows
from dateline.editing.importing.row_parts import Desk
from dateline.editing.importing.row_records import NamedRows, SourceRows
from dateline.records.loading import Corpus
from dateline.records.types import RecordKind

LOOKED_AT: Final = 500
"""How many rows are looked at to guess what columns are."""
_READERS: Final[Mapping[RecordKind, Callable[[Desk], RowReader]]] = {
    RecordKind.EVENT: EventRows,
    RecordKind.SOURCE: SourceRows,
    RecordKind.ACTOR: NamedRows,
    RecordKind.PLACE: NamedRows,
}


@dataclass(frozen=True, slots=True)
class Destination:
    """The chronology that rows are for, and what their file is called in it."""

    corpus: Corpus
    content: Path
    root: Path
    """To which the paths of problems are relative."""
    file: str


def beginning_of(table: Table) -> tuple[list[Row], Table]:
    """Return the first rows of a table, and the table with all of them."""
    rows: Iterator[Row] = iter(table.rows)
    first = list(islice(rows, LOOKED_AT))
    return first, replace(table, rows=chain(first, rows))


def planned(table: Table, known: ColumnMap, to: Destination, progress: Progress) -> ImportPlan:
    """Return what an import is to write; raises TableError where the file cannot be read to its end."""
    planner, desk = planner_of(known, to)
    return planner.run(table, known, _READERS[known.record](desk), progress)


def planner_of(known: ColumnMap, to: Destination) -> tuple[ImportPlanner, Desk]:
    """Return what plans an import, and what the making of records looks at."""
    ledger = ledger_of(to.content, known.name)
    masthead = to.corpus.masthead
    zone = masthead.record.timezone if masthead is not None else None
    names = KnownNames.of(to.corpus, ledger)
    desk = Desk(known, names, KnownRecords(to.corpus), known.dates(zone), to.file)
    return ImportPlanner(to.content, to.root, to.corpus, ledger, zone=zone), desk

"""What a table of the exported data is: its columns, each with what it says, and the rows that a record adds."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final, Generic, Literal, NamedTuple, TypeVar

from dateline.pages.shared.edition import Edition
from dateline.records.types import RecordKind

Cell = str | int | float | bool | None
ColumnType = Literal["string", "integer", "number", "boolean"]
T = TypeVar("T")
_BETWEEN: Final = " | "
"""Parts what a cell has several of."""


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column: its name, what it says, and how it is found in what a row is made of."""

    name: str
    what: str
    value: Callable[[T], Cell]
    type: ColumnType = "string"
    in_database: str | None = None
    """How the database works it out, as SQL after the site's address; empty where a view has it of another table."""

    @property
    def is_stored(self) -> bool:
        """Whether the database keeps the value itself."""
        return self.in_database is None


class Leading(NamedTuple):
    """That the values of some columns are keys of another table."""

    columns: tuple[str, ...]
    table: str
    to: tuple[str, ...] = ("id",)


@dataclass(frozen=True, slots=True)
class RecordTable(Generic[T]):
    """A table: what a row is, its columns, and what each record of a kind is made into."""

    name: str
    what: str
    kind: RecordKind
    rows: Callable[[Edition, Any], Iterable[T]]
    columns: tuple[Column[T], ...]
    key: tuple[str, ...] = ("id",)
    leading: tuple[Leading, ...] = ()
    is_file: bool = True
    """Whether it has a CSV file of its own; where not, it only stands in the database."""

    def cells(self, edition: Edition, record: object) -> Iterator[list[Cell]]:
        """Yield the rows that a record of its kind adds."""
        values = [column.value for column in self.columns]
        for row in self.rows(edition, record):
            yield [value(row) for value in values]


def listed(values: Iterable[object]) -> str | None:
    """Return several values as one cell; nothing where there are none."""
    return _BETWEEN.join(str(value) for value in values) or None


def whole_address(edition: Edition, address: str) -> str:
    """Return an address of the site as a cell has it: whole where the site's is known, else from its root."""
    return f"{edition.site_url or '/'}{address}"

"""What a row comes to: records with their values, and what of the row has no place in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from dateline.editing.importing.given_tables import Row, Unplaced
from dateline.records.types import RecordKind


@dataclass(frozen=True, slots=True)
class Proposal:
    """A record that a row asks for, by the key under which it is known the next time."""

    kind: RecordKind
    key: str
    id: str
    values: Mapping[str, Any]
    folder: str = ""
    row: int = 0


@dataclass(slots=True)
class RowOutcome:
    """What has come of rows so far."""

    proposals: list[Proposal] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    withheld: int = 0
    """How many names of victims were seen, and are nowhere."""


class RowReader(Protocol):
    """Makes records of rows."""

    def read(self, row: Row, outcome: RowOutcome) -> None:
        """Add what a row comes to."""

    def finish(self) -> None:
        """Add what is left once all rows are read: nothing, where no row waits for others."""

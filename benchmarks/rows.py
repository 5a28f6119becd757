"""A line of the table of figures."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: `measured` stands beside its `target`; `reached` is None where nobody can say."""

    what: str
    target: str
    measured: str
    reached: bool | None

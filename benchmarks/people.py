"""Who acts in a generated chronology, and a source that paragraphs are still written for."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(slots=True)
class OpenSource:
    """A source that may still be cited: its paragraphs so far, each with whether it is cited."""

    id: str
    day: date
    publisher: int
    language: str
    paragraphs: list[bool] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor by its number: its id, its side, and the actor that it is part of."""

    id: str
    side: str
    part_of: str | None

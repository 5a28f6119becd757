"""What a search document consists of."""

from dataclasses import dataclass
from typing import TypeAlias

Value: TypeAlias = tuple[str, str]
"""What a filter may be set to: an id for addresses, and what a reader sees."""
Filters: TypeAlias = tuple[tuple[str, tuple[Value, ...]], ...]
"""Names of filters with the values that a document or a part of it has."""


@dataclass(frozen=True, slots=True)
class ResultPart:
    """A part of a document that a result leads to: a claim, a position, a source.

    `mark` tells how a claim stands, `line` who said so; `also` is found and not shown;
    `lang` is given where the text is not in the language of the site.
    """

    address: str
    text: str
    mark: str = ""
    line: str = ""
    also: str = ""
    lang: str = ""
    filters: Filters = ()
    """What this part has and the others need not have."""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """Something that is found.

    `text`, `names`, `terms` and `exact` are found and not shown, the rest is what a result shows.
    """

    kind: str
    id: str
    """Tells it from the others of its kind, and stays."""
    address: str
    title: str
    line: str
    filters: Filters
    text: str = ""
    names: tuple[str, ...] = ()
    """What it is called, in any language: whoever types one of these finds it first."""
    terms: str = ""
    """What it is about in other words, which count as much as its title."""
    exact: tuple[str, ...] = ()
    """Keys that name it and are no words, such as `2017-11-19`."""
    mark: str = ""
    """How it stands, of a dispute."""
    rank: int = 0
    """How much there is about it, from 0 to 9: what comes first of two that match alike."""
    parts: tuple[ResultPart, ...] = ()

    @property
    def key(self) -> str:
        """What it is called among all documents: `event flood-of-may`."""
        return f"{self.kind} {self.id}"

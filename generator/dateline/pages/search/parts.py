"""What a search document consists of."""

from dataclasses import dataclass

Filters = tuple[tuple[str, tuple[str, ...]], ...]
"""Names of filters with the values that a document has."""


@dataclass(frozen=True, slots=True)
class ResultPart:
    """A part of a document that a result leads to: a claim, a position, a source.

    `mark` tells how a claim stands, `line` who said so; `also` is found and not shown;
    `lang` is given where the text is not in the language of the site, `day` where the
    part has a date that the document does not share.
    """

    address: str
    text: str
    mark: str = ""
    line: str = ""
    also: str = ""
    lang: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """Something that is found.

    `text`, `also` and `names` are found and not shown, the rest is what a result shows;
    a word of `names` names just this, and counts most.
    """

    kind: str
    id: str
    """Tells it from the others of its kind, and stays."""
    address: str
    title: str
    line: str
    filters: Filters
    text: str = ""
    also: str = ""
    names: str = ""
    parts: tuple[ResultPart, ...] = ()

    @property
    def key(self) -> str:
        """What decides which bundle it goes to: `event flood-of-may`."""
        return f"{self.kind} {self.id}"

"""The page with citations of the claims that stand on a day's page, to be copied."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class CitedClaim:
    """A claim, by its anchor, as readers cite it: in words, as BibTeX, as CSL-JSON."""

    key: str
    text: str
    plain: str
    bibtex: str
    csl: str


@dataclass(frozen=True, slots=True)
class CiteView:
    """The citations of the claims on `page`."""

    template: ClassVar[str] = "cite.html"
    address: str
    title: str
    page: str
    citations: tuple[CitedClaim, ...]

"""The page with citations of the claims that stand on a day's page, to be copied."""

from dataclasses import dataclass
from typing import ClassVar, Final

_UNFOLDED: Final = 2
"""Of how many claims a page has all citations open; of more, only that of the claim which is chosen."""


@dataclass(frozen=True, slots=True)
class Form:
    """A citation in one form; `is_code` tells that it is for programs, where every space counts."""

    name: str
    text: str
    is_code: bool = False
    pieces: tuple[tuple[str, bool], ...] = ()
    """The same in pieces, each with whether it stands in italics, as titles do."""


@dataclass(frozen=True, slots=True)
class CitedClaim:
    """A claim, by its anchor, as readers cite it, in several forms; `own` is the address of its own page."""

    key: str
    text: str
    own: str
    forms: tuple[Form, ...]
    rests: tuple[Form, ...] = ()
    """What it rests on: each place in a source in a note, and all of them for programs."""


@dataclass(frozen=True, slots=True)
class CitedEvent:
    """An event with its claims as they are cited."""

    id: str
    title: str
    claims: tuple[CitedClaim, ...]


@dataclass(frozen=True, slots=True)
class CiteView:
    """The citations of the claims on `page`, event by event."""

    template: ClassVar[str] = "cite.html"
    address: str
    title: str
    page: str
    events: tuple[CitedEvent, ...]
    entries: tuple[Form, ...]
    """What all of them rest on, for LaTeX and for reference managers; empty where they rest on nothing."""
    is_whole: bool
    """Whether the addresses are whole; else that of the site is not known."""

    @property
    def is_folded(self) -> bool:
        """Whether only the claim that is chosen shows its citations."""
        return sum(len(event.claims) for event in self.events) > _UNFOLDED

"""Something that is made of the pieces of all plans: what it is called, what it depends on, and how it is made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from dateline.pages.rendering.pages import Page

SEARCH: Final = "search "
Pieces: TypeAlias = Mapping[str, str]
"""The texts of pieces by their names, in the order of their plans."""


@dataclass(frozen=True, slots=True)
class GatheredFiles:
    """The files that were made of pieces."""

    files: tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class Collected:
    """Something made of pieces; beside these it depends on what `key` tells."""

    name: str
    key: str
    make: Callable[[Pieces], GatheredFiles]

    @property
    def is_search(self) -> bool:
        """Whether it is a bundle of the search."""
        return is_search(self.name)


def is_search(name: str) -> bool:
    """Return whether a whole of this name is a bundle of the search."""
    return name.startswith(SEARCH)

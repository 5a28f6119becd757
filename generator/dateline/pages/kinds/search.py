"""The page that a search without script leads to."""

from dataclasses import dataclass
from typing import ClassVar

from dateline.ground.languages import marked
from dateline.pages.shared.edition import Edition


@dataclass(frozen=True, slots=True)
class SearchView:
    """The page of the search; its results are made in the browser."""

    template: ClassVar[str] = "search"
    address: ClassVar[str] = "search/"
    title: ClassVar[str] = marked("Search")
    edit_path: ClassVar[None] = None


def search_view(_: Edition) -> SearchView:
    """Return the page of the search."""
    return SearchView()

"""The sections of the site, once: their folders, and what navigation, breadcrumbs, indexes and ways back call them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Section:
    """A section: a page in a folder of its own, and perhaps the pages of the things it lists in that folder."""

    folder: str
    name: str
    all: str = ""
    """What a way back to it is called."""
    has_pages: bool = False
    """Whether what it lists has pages in its folder."""

    @property
    def address(self) -> str:
        """The address of its page."""
        return f"{self.folder}/"

    @property
    def path(self) -> str:
        """The Markdown file of its page."""
        return f"{self.folder}/index.md"


DAYS: Final = Section("days", "Days", "All days", has_pages=True)
DISPUTES: Final = Section("disputes", "Disputed claims", "All disputed claims", has_pages=True)
ACTORS: Final = Section("actors", "Actors", "All actors", has_pages=True)
PLACES: Final = Section("places", "Places", "All places", has_pages=True)
SOURCES: Final = Section("sources", "Sources", "All sources", has_pages=True)
CHANGES: Final = Section("changes", "Changes", "All changes")
DATA: Final = Section("data", "Data")

SECTIONS: Final[Mapping[str, Section]] = {
    section.folder: section for section in (DAYS, DISPUTES, ACTORS, PLACES, SOURCES, CHANGES, DATA)
}
"""Every section by its folder, in the order of the navigation; mkdocs.yml lists them, and a test compares."""
HOME: Final = "Home"
METHOD: Final = "Method"
WAYS_IN: Final = ("index.md", *sorted(section.path for section in SECTIONS.values()), "method.md")
"""The pages by which readers find all others: home, the sections, the method."""
FIXED_PAGES: Final = frozenset({*WAYS_IN, "search.md"})
"""The pages that every site has."""

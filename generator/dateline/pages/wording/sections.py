"""The sections of the site, once: their folders, and what navigation, breadcrumbs, indexes and ways back call them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dateline.ground.languages import marked


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


DAYS: Final = Section("days", marked("Days"), marked("All days"), has_pages=True)
DISPUTES: Final = Section("disputes", marked("Disputes"), marked("All disputes"), has_pages=True)
ACTORS: Final = Section("actors", marked("Actors"), marked("All actors"), has_pages=True)
COMPARE: Final = Section("compare", marked("Compare"), marked("Compare any two"), has_pages=True)
PLACES: Final = Section("places", marked("Places"), marked("All places"), has_pages=True)
SOURCES: Final = Section("sources", marked("Sources"), marked("All sources"), has_pages=True)
CHANGES: Final = Section("changes", marked("Changes"), marked("All changes"))
DATA: Final = Section("data", marked("Data"))

SECTIONS: Final[Mapping[str, Section]] = {
    section.folder: section for section in (DAYS, DISPUTES, ACTORS, COMPARE, PLACES, SOURCES, CHANGES, DATA)
}
"""Every section by its folder, in the order of the navigation; mkdocs.yml lists them, and a test compares."""
HOME: Final = marked("Home")
METHOD: Final = marked("Method")
WAYS_IN: Final = ("index.md", *sorted(section.path for section in SECTIONS.values()), "method.md")
"""The pages by which readers find all others: home, the sections, the method."""
FIXED_PAGES: Final = frozenset({*WAYS_IN, "search.md"})
"""The pages that every site has."""

"""Hand-written pages, but for those that another page takes in."""

from dataclasses import dataclass
from typing import ClassVar

from dateline.pages.shared.edition import Edition
from dateline.pages.shared.views import Tools
from dateline.pages.wording import descriptions


@dataclass(frozen=True, slots=True)
class HandPageView:
    """A hand-written page."""

    template: ClassVar[str] = "page"
    address: str
    title: str
    description: str
    body: str
    tools: Tools
    edit_path: str


def hand_pages(edition: Edition) -> list[str]:
    """Return the ids of the hand-written pages that have no place of their own."""
    return [id_ for id_ in edition.chronology.pages if id_ not in {"index", "method"}]


def hand_page_view(edition: Edition, id_: str) -> HandPageView:
    """Return a hand-written page."""
    page = edition.chronology.pages[id_]
    return HandPageView(
        address=f"{page.id}/",
        title=page.head.title,
        description=page.head.description or descriptions.of_prose(page.head.title, page.document.body),
        body=page.document.body,
        tools=edition.page_tools(page.document.path, f"{page.id}/"),
        edit_path=page.document.path,
    )

"""What the view of a page has, whichever kind of page it is."""

from typing import ClassVar, Protocol


class View(Protocol):
    """What a file of the site shows; each kind of page names its template here, and nowhere else."""

    template: ClassVar[str]
    """The name of the file in `templates/pages/`, without what tells its kind."""

    # What shows citations has `sources` besides, and what may be a further page of a heavy one, `whole`.


class PageView(View, Protocol):
    """What a page of the site shows."""

    @property
    def address(self) -> str:
        """Where it stands."""

    @property
    def title(self) -> str:
        """What it is called: at the end of its breadcrumbs, and for machines."""

    @property
    def edit_path(self) -> str | None:
        """The file that it is made from, relative to the project; None where it is made from many."""

"""Sources with an address and no capture: which captures exist, and which address could be captured."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Protocol

from dateline.editing.verification.captures import Capture, CaptureError
from dateline.editing.verification.live import FetchedPage, Unreadable
from dateline.editing.verification.sendable import unfit
from dateline.records.rules.archivable import why_not_archived
from dateline.records.rules.context import Context

_MOST_FAULTS: Final = 3
"""After so many in a row the archive is left alone."""
_NO_DIGITS: Final = re.compile(r"\D")


class AsksArchive(Protocol):
    """A web archive."""

    def newest(self, url: str, since: str = "") -> Capture | None:
        """Return the newest capture of an address, from a day on."""

    def capture(self, url: str) -> Capture:
        """Ask for a capture, and return it."""


class AsksPages(Protocol):
    """What fetches pages."""

    def fetch(self, url: str) -> FetchedPage | Unreadable:
        """Return the page at an address, or why there is none."""


@dataclass(frozen=True, slots=True)
class Wanting:
    """A source with an address and without a capture: the one that exists, or why there is none to be had."""

    source: str
    url: str
    capture: Capture | None = None
    why_none: str | None = None
    """Why none can be asked for; None where one can, or exists."""
    is_new: bool = False
    """Whether it was asked for just now."""


def wanting(  # noqa: PLR0913 - what is looked at, and what is asked
    context: Context,
    archive: AsksArchive,
    pages: AsksPages,
    resolve: Callable[[str], Iterable[str]],
    only: Collection[str] = (),
    *,
    asks: bool = False,
) -> Iterator[Wanting]:
    """Yield each source that has an address and no capture; with `asks`, ask for those that do not exist.

    Of an address that is not fit to be sent anywhere, the archive is not even asked.
    """
    faults = 0
    for source in context.chronology.sources.values():
        if source.url is None or source.archive or (only and source.id not in only):
            continue
        why = why_not_archived(source) or unfit(source.url, resolve)
        if why is None and faults >= _MOST_FAULTS:
            why = "the archive is left alone, since it gave no answer before"
        if why is not None:
            yield Wanting(source.id, source.url, why_none=why)
            continue
        try:
            since = _NO_DIGITS.sub("", str(source.published.earliest or ""))
            found = archive.newest(source.url, since)
            faults = 0
            yield _found(source.id, source.url, found, archive, pages, asks=asks)
        except CaptureError as error:
            faults += 1
            yield Wanting(source.id, source.url, why_none=str(error))


def _found(  # noqa: PLR0913 - as above
    id_: str, url: str, found: Capture | None, archive: AsksArchive, pages: AsksPages, *, asks: bool
) -> Wanting:
    if found is not None:
        return Wanting(id_, url, found)
    page = pages.fetch(url)
    if isinstance(page, Unreadable):
        return Wanting(id_, url, why_none=f"its address gives no page ({page.reason})")
    return Wanting(id_, url, archive.capture(url), is_new=True) if asks else Wanting(id_, url)

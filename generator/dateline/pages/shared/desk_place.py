"""Where the form is in which records are edited on the site, and which repository it writes to."""

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import quote

from dateline.records.chronology import kind_of
from dateline.records.types import Record

DESK: Final = "edit"
"""The folder of the form on the site."""
_GITHUB: Final = "https://github.com/"
_OWNER_AND_NAME: Final = 2


@dataclass(frozen=True, slots=True)
class DeskPlace:
    """A repository on GitHub, and the records in it."""

    repository: str
    """Owner and name, with a slash between them."""
    branch: str
    content: str
    """The records' folder, seen from the project."""

    def address(self, site_url: str, record: Record, path: str) -> str:
        """Return the address at which the form opens the record that was read from the file at `path`."""
        folder = kind_of(record).folder
        entry = PurePosixPath(path).relative_to(PurePosixPath(self.content, folder)).with_suffix("")
        return f"{site_url}{DESK}/#/collections/{folder}/entries/{quote(entry.as_posix())}"


def repository_on_github(address: str | None) -> str:
    """Return owner and name of the repository at an address, with a slash between them; empty where it is none."""
    parts = (address or "").removeprefix(_GITHUB).split("/")
    is_one = address is not None and address.startswith(_GITHUB) and len(parts) == _OWNER_AND_NAME and all(parts)
    return "/".join(parts) if is_one else ""

"""An article given by its address: fetched as `source verify --live` does, and kept as a copy in a folder."""

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from dateline.cli.extras import require_extra
from dateline.cli.given_files import create
from dateline.cli.reporting import printable
from dateline.ground.urls import is_web_address

if TYPE_CHECKING:
    from dateline.editing.verification.live import Download

_BARE: Final = re.compile(
    r"(?i)(?:www\.\S+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|edu|gov|int|info|[a-z]{2})/\S*)"
)
"""An address as people type it, without what it begins with."""
_KEY: Final = "dateline.cli.given_addresses"
_SAVE_IT: Final = "open it in a browser, save the page, and give the file"


class FileOrAddress(click.Path):
    """A file, or a web address, which stays text."""

    name = "file or address"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return an address as it is, and a file as a path."""
        if is_web_address(str(value)):
            return value
        if _BARE.match(str(value)) and not Path(str(value)).exists():
            self.fail(f"there is no file '{printable(str(value))}'; an address begins with https://", param, ctx)
        return super().convert(value, param, ctx)


def page_at(url: str, contact: str | None, *, allow_loopback: bool) -> "Download":
    """Return what an address gives, or stop; it is asked once for a command, however often its questions are."""
    asked: dict[str, Download] = click.get_current_context().meta.setdefault(_KEY, {})
    if url not in asked:
        asked[url] = _fetched(url, contact or os.environ.get("DATELINE_REPO_URL", ""), allow_loopback=allow_loopback)
    return asked[url]


def _fetched(url: str, contact: str, *, allow_loopback: bool) -> "Download":
    require_extra("verify")
    from dateline.editing.verification import Fetcher  # noqa: PLC0415 - it needs the extra
    from dateline.editing.verification.live import Unreadable  # noqa: PLC0415 - as above

    with Fetcher(delay=0.0 if allow_loopback else 1.0, contact=contact, allow_loopback=allow_loopback) as fetcher:
        found = fetcher.download(url)
    if isinstance(found, Unreadable):
        raise click.ClickException(f"{url} was not read: {printable(found.reason)}; {_SAVE_IT}")
    if found.url != url:
        click.echo(f"It leads to {printable(found.url)}", err=True)
    return found


def checked_copies(folder: Path | None, content: Path) -> Path:
    """Return the folder in which a copy is kept, or stop: texts of sources are no part of the project."""
    if folder is None:
        message = "an address needs --copies FOLDER, in which its page is kept as it was read; outside content/"
        raise click.UsageError(message)
    if folder.resolve().is_relative_to(content.resolve()):
        raise click.UsageError(f"{folder} is a part of content/: a copy is kept elsewhere, where nobody publishes it")
    return folder


def keep(given: "Download", folder: Path, id_: str) -> Path:
    """Write what was read to a folder, under the record's id; nothing is overwritten."""
    path = folder / f"{id_}{given.suffix}"
    create(path, given.data)
    return path

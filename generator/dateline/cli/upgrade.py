"""`dateline upgrade`: brings the records to the format of this Dateline, and says what is new in it."""

import re
from pathlib import Path
from typing import Final

import click

from dateline import __version__
from dateline.cli.news import is_newer, news_since
from dateline.cli.revised import YES, carry_out, manuscript_here
from dateline.editing.revising.migrations import upgraded
from dateline.site.settings import Settings

_PINNED: Final = re.compile(
    r"(?m)^\s*(?:dateline(?:\[[^]]*\])?\s*==\s*|\./wheels/dateline-)(?P<version>[0-9][0-9A-Za-z.]*)"
)


@click.command()
@click.option("--since", metavar="VERSION", help="Tell what is new since this version, not that of requirements.txt.")
@YES
def upgrade(since: str | None, *, yes: bool) -> None:
    """Bring the records to the format of this Dateline, and say what is new in it.

    What would change is shown first, as a diff. Records of a newer format than this Dateline knows are an error of
    the check, which says so; install a newer Dateline then.
    """
    with manuscript_here() as (settings, manuscript):
        before = since or _pinned(settings)
        if before and is_newer(__version__, before):
            click.echo(f"Dateline is {__version__} now, and was {before}. What is new:\n")
            click.echo(news_since(before) or "Nothing is told of it.")
            click.echo()
        due = upgraded(manuscript)
        if not due:
            click.echo(f"The records are of format {manuscript.version.chronology.masthead.format}, the newest.")
            return
        for one in due:
            click.echo(f"Format {one.to}: {one.told}")
        click.echo()
        carry_out(settings, manuscript, None, yes=yes)


def _pinned(settings: Settings) -> str | None:
    """Return the version of Dateline that the project's requirements.txt names."""
    path = Path(settings.root) / "requirements.txt"
    found = _PINNED.search(path.read_text(encoding="utf-8", errors="replace")) if path.is_file() else None
    return found["version"] if found else None

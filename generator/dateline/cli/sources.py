"""`dateline source`: from an article to its record, and from the record back to the article."""

import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from dateline.cli.archiving import open_archive, told
from dateline.cli.extras import require_extra
from dateline.cli.intake import add
from dateline.cli.projects import settings_at
from dateline.cli.reporting import FORMATS, printable, report, seen_from
from dateline.editing.drafting import KnownRecords, UnknownError
from dateline.ground.problems import has_errors
from dateline.records import loading
from dateline.records.chronology import link
from dateline.records.rules.context import Context
from dateline.records.types import RecordKind
from dateline.records.types.spots import marked_spot

if TYPE_CHECKING:
    from dateline.editing.verification import Verification

_LISTED: Final = 10
"""How many of those that could not be held are named; the others are counted."""


@click.group()
def source() -> None:
    """Record a source, and hold records against the texts that they were drawn from."""


source.add_command(add)


@source.command("verify")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option(
    "--copies",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with copies of the texts, under any names: text, pages, PDF, subtitles, mail.",
)
@click.option("--live", is_flag=True, help="Fetch the sources' addresses instead.")
@click.option(
    "--delay",
    type=click.FloatRange(min=0, max=3600),
    default=5.0,
    show_default=True,
    metavar="SECONDS",
    help="With --live: how long to wait between two requests to one host.",
)
@click.option("--allow-loopback", is_flag=True, hidden=True, help="With --live: let this machine be asked, for tests.")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True)
def verify_command(  # noqa: PLR0913 - one parameter an option
    ids: tuple[str, ...], copies: Path | None, delay: float, form: str, *, live: bool, allow_loopback: bool
) -> None:
    """Hold the sources (all, or those named) against copies of their texts, or against their addresses.

    Tells whether each paragraph is unchanged, moved, changed or gone, and whether each figure, day, actor and
    place drawn from it is named in it. With --live, also tells addresses that are dead, moved or refused. The exit
    status is 1 if anything does not hold.
    """
    if live == (copies is not None):
        raise click.UsageError("say either --copies FOLDER or --live")
    require_extra("verify")
    from dateline.editing.verification import Fetcher, read_copies, verify, verify_live  # noqa: PLC0415 - it needs the extra

    root, context = _records()
    ids = _named(context, ids)
    if copies is not None:
        found = verify(context, read_copies(copies, _tell_unread), ids)
    else:
        contact = context.chronology.masthead.contact or os.environ.get("DATELINE_REPO_URL", "")
        with Fetcher(delay=delay, contact=contact, allow_loopback=allow_loopback) as fetcher:
            found = verify_live(context, fetcher, ids)
    report(seen_from(Path.cwd(), root, found.problems), form)
    if form == "text":
        _tell_extent(found, live=live)
    sys.exit(has_errors(found.problems))


@source.command("captures")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--ask", is_flag=True, help="Ask the archive to capture the addresses of which it has nothing.")
@click.option("--format", "form", type=click.Choice(["text", "markdown"]), default="text", show_default=True)
def captures_command(ids: tuple[str, ...], form: str, *, ask: bool) -> None:
    """Tell which captures a web archive has of the addresses of sources that record none.

    Those that have a live address and no capture are proposed. Nothing is written: look at a capture, and put its
    line into the record. Asking (--ask) needs the keys of an account at the archive, in the environment:
    DATELINE_ARCHIVE_ACCESS_KEY and DATELINE_ARCHIVE_SECRET_KEY; DATELINE_ARCHIVE names another archive. An address
    that a login guards, or of a private host, is never sent.
    """
    archive = open_archive(with_keys=ask)
    from dateline.editing.verification import Fetcher  # noqa: PLC0415 - it needs the extra
    from dateline.editing.verification.live import addresses_of  # noqa: PLC0415 - as above
    from dateline.editing.verification.wanting import wanting  # noqa: PLC0415 - as above

    _, context = _records()
    ids = _named(context, ids)
    contact = context.chronology.masthead.contact or os.environ.get("DATELINE_REPO_URL", "")
    with Fetcher(contact=contact) as fetcher, contextlib.closing(archive):
        found = list(wanting(context, archive, fetcher, addresses_of, ids, asks=ask))
    click.echo(told(found, form), nl=False)


def _tell_unread(sentence: str) -> None:
    click.echo(printable(sentence), err=True)


def _records() -> tuple[Path, Context]:
    settings = settings_at(Path.cwd())
    corpus, problems = loading.load(settings.content, settings.root)
    if has_errors(problems):
        raise click.ClickException("the records have errors; run dateline check first")
    return settings.root, Context(link(corpus, drafts=True), corpus)


def _named(context: Context, texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids of the sources that are named, by their ids, titles or addresses."""
    shelf = KnownRecords(context.corpus)
    try:
        return tuple(shelf.id_of(RecordKind.SOURCE, text) for text in texts)
    except UnknownError as error:
        raise click.ClickException(printable(str(error))) from None


def _tell_extent(found: "Verification", *, live: bool) -> None:
    against = "what their addresses give" if live else "their copies"
    sources = f"{found.sources} source{'s were' if found.sources != 1 else ' was'}"
    click.echo(f"{found.paragraphs} paragraphs and passages of {sources} held against {against}.")
    if found.missing:
        click.echo(f"No {'text' if live else 'copy'} was found of {_first(found.missing)}.")
    if found.wordless:
        which = _first([f"{id_} {marked_spot(spot)}" for id_, spot in found.wordless])
        how = "" if live else ", or call a PDF or subtitles by the source's id, and its pages or times are looked at"
        click.echo(f"Not held, for no words of it are recorded: {which}. Add begins{how}.")


def _first(names: Sequence[str]) -> str:
    others = len(names) - _LISTED
    return f"{', '.join(names[:_LISTED])}{f' and {others} more' if others > 0 else ''}"

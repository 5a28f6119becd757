"""What commands that change records have in common: they show a change, ask, and write all of it or nothing."""

import difflib
import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Final

import click

from dateline.cli.answers import a_date, a_text
from dateline.cli.projects import project_here
from dateline.cli.reporting import printable, report, seen_from, summary
from dateline.cli.terminal import can_ask
from dateline.editing.comparison import RevisionError, read_version, unpacked
from dateline.editing.revising import (
    NOTHING_MORE,
    Allowed,
    FileChange,
    Manuscript,
    RefusalError,
    Target,
    Telling,
    completed,
)
from dateline.ground import together
from dateline.ground.problems import Problem
from dateline.ground.processes import cores
from dateline.site.settings import Settings

YES: Final = click.option("--yes", is_flag=True, help="Write without asking.")
OUTCOMES: Final = click.option(
    "--outcomes", is_flag=True, help="Also write in pages/brief.yml which outcomes its claims have then; read it again."
)
DATE: Final = click.option("--date", "day", metavar="DAY", help="The day of the change; today if absent.")


def note(meaning: str, *, needed: bool = False) -> Callable[[Any], Any]:
    """Return the option that says why something changes."""
    return click.option("--note", help=meaning, required=needed)


@contextmanager
def manuscript_here() -> Iterator[tuple[Settings, Manuscript]]:
    """Yield the project in this folder and its records as they stand; tell in words and codes why nothing changes."""
    settings = project_here()
    finish_interrupted(settings)
    kept = settings.remembering(cores())
    try:
        yield settings, Manuscript.read(kept.content, kept.root, kept.cache, kept.jobs)
    except RefusalError as error:
        _refused(error.problems, settings)


def finish_interrupted(settings: Settings) -> None:
    """Put the files of a change in their places whose command was killed."""
    try:
        if together.finish(settings.content):
            click.echo("dateline: a change of the records was interrupted; it is whole now.", err=True)
    except OSError as error:
        raise click.ClickException(f"a change that was interrupted cannot be finished: {error}") from None


def telling(day: str | None, text: str | None, default: str, type_: str | None = None) -> Telling:
    """Return what readers are told of a change."""
    return Telling(checked_day(day), a_text(text) if text is not None else default, type_)


def checked_day(said: str | None) -> str:
    """Return a date as it is recorded; today where none is said."""
    if said is None or said == "today":
        return date.today().isoformat()  # noqa: DTZ011 - the editor's day
    return a_date(said).text


def published_graves(settings: Settings) -> Collection[Target]:
    """Return the tombstones that are committed; none where there is no repository to say so."""
    try:
        with unpacked(settings.root, "HEAD", settings.content) as (root, _):
            content = root / settings.content.relative_to(settings.root)
            stones = read_version(content, root, jobs=cores()).chronology.tombstones
    except RevisionError:
        return ()
    return {(stone.kind, stone.id) for stone in stones}


def write_if_asked(settings: Settings, changes: Collection[FileChange], count: int, *, yes: bool) -> str:
    """Write files, of which so many are told, if somebody says so; else stop. Return how many, in words."""
    files = f"{count} file{'s' * (count != 1)}"
    if not yes and not (can_ask() and click.confirm(f"\nWrite {files}?")):
        click.echo(f"\n{files} would change; nothing was written. To write: --yes")
        sys.exit(1)
    written(settings, changes)
    return files


def carry_out(  # noqa: PLR0913 - what is carried out, and how
    settings: Settings,
    manuscript: Manuscript,
    told: Telling | None,
    *,
    yes: bool,
    allowed: Allowed = NOTHING_MORE,
    look: Collection[str] = (),
) -> tuple[Problem, ...]:
    """Show what changes, with what is to be looked at and what the check will say, ask, and write all of it or nothing.

    Returns what the check will say.
    """
    warnings = completed(manuscript, told, allowed)
    changes = manuscript.changes()
    if not changes:
        click.echo("Nothing to change.")
        return ()
    for one in changes:
        click.echo("\n".join(_diff(one, settings)))
    for text in look:
        click.echo(printable(f"\nLook at this: {text}"))
    if warnings:
        click.echo("\nThen the check will also tell:")
        report(seen_from(Path.cwd(), settings.root, warnings), "text")
    files = write_if_asked(settings, changes, len(changes), yes=yes)
    click.echo(f"\n{files} written.")
    if made := [one.path for one in changes if one.before is None]:
        rest = f" and {len(made) - 1} more" if len(made) > 1 else ""
        click.echo(
            printable(f"{made[0]}{rest} was not there before: to undo this by git, remove that too (git clean).")
        )
    return warnings


def written(settings: Settings, changes: Collection[FileChange]) -> None:
    """Write all files of a change or none, and say why where it is none."""
    before = {one.path: one.before for one in changes}
    try:
        together.change(settings.content, before, {one.path: one.after for one in changes})
    except together.ChangedMeanwhileError as error:
        names = ", ".join(error.paths)
        raise click.ClickException(f"nothing was written: {names} changed meanwhile; run the command again") from None
    except OSError as error:
        where = error.filename or settings.content
        raise click.ClickException(f"nothing was written: {where}: {error.strerror or error}") from None


def _diff(one: FileChange, settings: Settings) -> Iterator[str]:
    """Yield a file's change as a unified diff; what a terminal would obey is made visible."""
    shown = (settings.content / one.path).relative_to(settings.root).as_posix()
    before, after = ((text or b"").decode().splitlines() for text in (one.before, one.after))
    old, new = (shown if text is not None else "/dev/null" for text in (one.before, one.after))
    yield from map(printable, difflib.unified_diff(before, after, old, new, n=1, lineterm=""))


def _refused(problems: Collection[Problem], settings: Settings) -> None:
    """Tell why nothing was written: problems of files at their lines, others as they are."""
    for problem in problems:
        hint = f" ({problem.hint})" if problem.hint else ""
        if problem.position.path:
            placed = seen_from(Path.cwd(), settings.root, [problem])[0]
            click.echo(printable(str(placed)), err=True)
        else:
            click.echo(printable(f"{problem.severity} [{problem.code}] {problem.message}{hint}"), err=True)
    click.echo(f"Nothing was written. {summary(list(problems))} dateline explain CODE says more.", err=True)
    sys.exit(1)

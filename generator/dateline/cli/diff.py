"""`dateline diff`: what changed in meaning between two versions of the records."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import click

from dateline.cli.extras import require_extra
from dateline.cli.given_files import overwrite
from dateline.cli.projects import is_project, settings_at, settings_here
from dateline.cli.reporting import printable, report
from dateline.editing import comparison as compared
from dateline.editing.comparison import Comparison, RevisionError, Version, markdown
from dateline.editing.comparison import as_words as telling
from dateline.editing.comparison.revisions import commit_of, merge_base
from dateline.editing.comparison.side_by_side import side_by_side
from dateline.ground.problems import has_errors
from dateline.ground.processes import cores
from dateline.site.settings import Settings

WORKING_TREE: Final = "the working tree"
_FORMS: Final = ("text", "markdown", "json", "github")


@click.command("diff")
@click.argument("base")
@click.argument("head", required=False)
@click.option(
    "--format", "form", type=click.Choice(_FORMS), default="text", show_default=True, help="For whom to tell it."
)
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="A file to write to instead of the terminal."
)
@click.option("--merge-base", "from_fork", is_flag=True, help="Compare with where HEAD went apart from BASE.")
@click.option(
    "--copies",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with texts of sources: tell what of ours stands there word by word.",
)
@click.option(
    "--preview",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file to write the changed pages to, before and after side by side, as HTML that anybody can open.",
)
@click.option("--pages/--no-pages", default=True, show_default=True, help="Whether to tell which pages change.")
def diff(  # noqa: PLR0913, PLR0917 - one parameter an option
    base: str,
    head: str | None,
    form: str,
    out: Path | None,
    copies: Path | None,
    preview: Path | None,
    *,
    from_fork: bool,
    pages: bool,
) -> None:
    """Tell what changed in meaning from BASE to HEAD.

    Each is a revision of git or a folder with records; without HEAD, it is the project in this folder as it lies
    there. Order, quoting, comments and white space mean nothing. The exit status is 1 if a published id is gone
    without a trace. With --format github, only the problems are told, for GitHub to show at their lines.
    """
    settings = settings_here()
    try:
        with ExitStack() as stack:
            if from_fork:
                base = merge_base(settings.root, base, head or "HEAD")
            before, old = stack.enter_context(_version(settings, base))
            after, new = stack.enter_context(_version(settings, head))
            found = compared.compare(before, after, settings.templates if pages else None, _texts(copies))
    except RevisionError as error:
        raise click.ClickException(printable(str(error))) from error
    text = _told(found, form, _links(settings, old, new), (base, head or WORKING_TREE))
    if preview is not None:
        overwrite(preview, side_by_side(found.pages))
    if out is None:
        click.echo(text, nl=False)
    else:
        overwrite(out, text)
    if form == "github" or (form == "text" and found.problems):
        report(found.problems, form)
    sys.exit(has_errors(found.problems))


def _texts(folder: Path | None) -> Iterator[str]:
    """Yield the texts of sources that are at hand; what cannot be read is told."""
    if folder is None:
        return
    require_extra("verify")
    from dateline.editing.verification.reading_copies import read_copies  # noqa: PLC0415 - it needs the extra

    tell = partial(click.echo, err=True)
    for copy in read_copies(folder, lambda said: tell(printable(said))):
        yield "\n".join(copy.blocks)


@contextmanager
def _version(settings: Settings, name: str | None) -> Iterator[tuple[Version, str | None]]:
    """Yield the version that a revision or folder holds, and the commit that shows its files, if any."""
    if name is not None and not name.strip():
        raise click.UsageError("a revision or a folder has a name; this one is empty")
    if name is None:
        kept = settings.remembering(cores())
        yield compared.read_version(kept.content, kept.root, kept.cache, kept.jobs), _commit(settings)
    elif is_project(Path(name)):
        there = settings_at(Path(name))
        yield compared.read_version(there.content, there.root), None
    else:
        with compared.unpacked(settings.root, name, settings.content) as (root, commit):
            content = root / settings.content.relative_to(settings.root)
            yield compared.read_version(content, root, jobs=cores()), commit


def _commit(settings: Settings) -> str | None:
    try:
        return commit_of(settings.root, "HEAD")
    except RevisionError:
        return None


def _links(settings: Settings, old: str | None, new: str | None) -> markdown.Links:
    """Return where files and pages can be looked at; mkdocs.yml's placeholder is no address."""
    repository = settings.repository
    if repository is None or (urlsplit(repository).hostname or "").endswith(".example"):
        return markdown.Links(site=settings.site_url)
    return markdown.Links(
        files_before=f"{repository}/{settings.forge.file.format(commit=old)}" if old else None,
        files_after=f"{repository}/{settings.forge.file.format(commit=new)}" if new else None,
        site=settings.site_url,
    )


def _told(found: Comparison, form: str, links: markdown.Links, names: tuple[str, str]) -> str:
    if form == "markdown":
        return markdown.as_markdown(found, links)
    if form == "json":
        return telling.as_json(found, names)
    return "\n".join(printable(line) for line in telling.as_text(found).splitlines()) + "\n" if form == "text" else ""

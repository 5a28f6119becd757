"""`dateline redact`: a name or a passage that goes from everything here, and what has to be done elsewhere."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from dateline.cli.reporting import printable
from dateline.cli.revised import DATE, OUTCOMES, YES, carry_out, manuscript_here, note, telling
from dateline.editing.revising import Allowed, Redaction
from dateline.editing.revising import redact as redacted
from dateline.ground import caching
from dateline.records.types.redacted import mark
from dateline.site.settings import Settings

_NOT_FOUND: Final = """\
Not looked for: other transliterations and typing errors, the parts of the name alone or in another order, nicknames,
pictures, and what tells who it is without the name. Look for them (dateline find) and redact them too."""
_HISTORY: Final = """\
The repository still says it: in every commit until now, in pull requests, in forks and on the site until it is built.
To rewrite its history (it changes every commit; close open pull requests first):
  1. Commit this change. Then, outside of the project, take a copy:
       git clone --mirror ADDRESS rewritten.git && cd rewritten.git
  2. git filter-repo --replace-text FILE --replace-message FILE --filename-callback "$(cat FILE.names)"
  3. git log --all -i -G WORDS finds nothing? Then: git push --force --mirror
  4. Delete FILE, FILE.names, the copy, and all other clones; everybody clones anew."""
_OURS_ALONE: Final = 0o600
_BETWEEN: Final = r"[\s_-]*"
_FILES: Final = "FILE is written with --replacements FILE, at a place outside of the project: it has the name in it."
_OTHERS: Final = """\
Who else has it, and what to ask for:
  - the forge: to delete cached views of the old commits and the references of pull requests to them (refs/pull/*, which
    no push reaches), and logs, artifacts and caches of workflow runs; give it the first commit that was rewritten
  - owners of forks and clones: to delete them, or to rewrite them the same way
  - web archives: to take out the captures of the pages and of the files (the Internet Archive: info@archive.org)
  - search engines: to take the old addresses out of their index and cache
  - whoever copied the data: exports, feeds and datasets that were downloaded"""


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--instead", default="", metavar="PHRASE", help='What readers may know in its place: "a commander".')
@click.option(
    "--replacements",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file outside of the project to write for git filter-repo.",
)
@note("Why, for history and tombstones, without the name.")
@DATE
@OUTCOMES
@YES
def redact(  # noqa: PLR0913 - one parameter an option
    words: tuple[str, ...],
    instead: str,
    replacements: Path | None,
    note: str | None,
    day: str | None,
    *,
    outcomes: bool,
    yes: bool,
) -> None:
    """Take WORDS (a name, or a passage in quotes; several of each) out of all records.

    They are found in any case, Unicode form and with any marks, hyphens or none. Whoever is called so loses the
    other names too. Texts say "(redacted)" instead, ids get another name, and leave a tombstone with a digest in
    their place. What cannot be changed here, such as an address, is told. Then it says what has to be done about
    the repository's history, and elsewhere. Your shell remembers what you type: begin with a blank, or clear it.
    """
    with manuscript_here() as (settings, manuscript):
        if replacements is not None:
            _outside(replacements, settings)
        told = telling(day, note, "A name was taken out.")
        done = redacted(manuscript, words, told, instead)
        names = ", ".join(f"'{printable(name)}'" for name in done.names)
        click.echo(f"Looked for {names}.\n{_NOT_FOUND}\n")
        carry_out(settings, manuscript, told, yes=yes, allowed=Allowed(rereads=outcomes))
    _say_what_is_left(done, settings)
    click.echo(f"\n{_HISTORY}\n{_FILES}")
    if replacements is not None:
        _write(replacements, "\n".join(_lines(done, instead)) + "\n")
        _write(replacements.with_name(f"{replacements.name}.names"), _of_file_names(done))
        click.echo(f"{printable(str(replacements))} is written; only you can read it.")
    click.echo(f"\n{_OTHERS}")


def _outside(file: Path, settings: Settings) -> None:
    if file.resolve().is_relative_to(settings.root.resolve()):
        raise click.UsageError("--replacements has the name in it: write it outside of the project")


def _say_what_is_left(done: Redaction, settings: Settings) -> None:
    if done.left:
        click.echo("\nIt still stands there; change it by hand, for it is rewritten there too with the history:")
        for one in done.left:
            path = (settings.content / one.path).relative_to(settings.root).as_posix()
            click.echo(printable(f"  {path}:{one.line}: {one.why}"))
    click.echo("\nThe schemas offer the old ids until: dateline schema")


def _lines(done: Redaction, instead: str) -> Iterator[str]:
    """Yield what git filter-repo is to replace: ids first, for the names stand in them."""
    for (_, old), new in sorted(done.ids.items(), key=lambda one: (-len(one[0][1]), one)):
        yield f"literal:{old.rpartition('#')[2]}==>{new.rpartition('#')[2]}"
    for name in sorted({*done.found, *done.names}, key=lambda name: (-len(name), name)):
        if "\n" not in name:
            yield f"literal:{name}==>{mark(instead)}"
    for name in done.names:
        if name.isascii() and name.replace(" ", "").isalnum():
            spelt = _BETWEEN.join(name.split())
            yield rf"regex:(?i)\b{spelt}(?=s?\b)==>{mark(instead)}"


def _of_file_names(done: Redaction) -> str:
    """Return the function by which git filter-repo names files, as it is given one."""
    named = {(old, new) for (_, old), new in done.ids.items() if "#" not in old}
    pairs = sorted(named, key=lambda pair: (-len(pair[0]), pair))
    replaced = [f"filename = filename.replace({old.encode()!r}, {new.encode()!r})" for old, new in pairs]
    return "\n".join([*replaced, "return filename", ""])


def _write(file: Path, text: str) -> None:
    """Write a file that nobody else can read."""
    try:
        caching.replace(file, text.encode(), _OURS_ALONE)
    except OSError as error:
        raise click.ClickException(f"{file} cannot be written: {error.strerror or error}") from None

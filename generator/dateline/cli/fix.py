"""`dateline fix`: mends what is safe to mend, and shows what it would change first."""

import difflib
import os
import shlex
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from dateline.cli.given_files import overwrite
from dateline.cli.projects import CONFIG, Scope, project_here, scopes
from dateline.cli.reporting import printable
from dateline.cli.revised import finish_interrupted
from dateline.cli.terminal import can_ask
from dateline.editing import mending
from dateline.editing.mending import form_of, mended, named_as, redated, respelled, with_outcomes
from dateline.ground.problems import Problem
from dateline.records.chronology import link
from dateline.records.loading import load
from dateline.records.loading.files import files_below, read_text
from dateline.records.loading.masthead_alone import masthead_of
from dateline.records.rules.briefs import outcomes_now
from dateline.records.types import Brief
from dateline.site import checking
from dateline.site.settings import Settings


@dataclass(frozen=True, slots=True)
class _Mended:
    """A file with what it has and what it ought to have."""

    path: Path
    before: str
    after: str

    def diff(self) -> Iterator[str]:
        """Yield the lines of a unified diff; what a terminal would obey is made visible."""
        shown = os.path.relpath(self.path)
        before, after = (text.splitlines() for text in (self.before, self.after))
        ends = self.before != self.after and before == after
        yield from map(printable, difflib.unified_diff(before, after, shown, shown, n=1, lineterm=""))
        if ends:
            yield f"{printable(shown)}: only line ends, or the end of the file"


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path))
@click.option("--yes", "--write", "write", is_flag=True, help="Write without asking.")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if there is something to mend.")
@click.option(
    "--ids",
    is_flag=True,
    help="Also take the suggestions of the check: ids, words and keys nearly right, dates that can mean but one thing, "
    "and what tombstones lead to.",
)
@click.option(
    "--outcomes",
    is_flag=True,
    help="Also write in pages/brief.yml which outcomes its claims have now; read it again first.",
)
def fix(paths: tuple[Path, ...], *, write: bool, check: bool, ids: bool, outcomes: bool) -> None:
    """Mend what is safe to mend in the records: the order of keys, quotes, white space; and the site's name.

    What would change is shown first. Comments stay, layout stays, and nothing that a record says changes, except
    for --ids and --outcomes. A file that is no readable YAML is left alone: `dateline check` says why.
    """
    asked = scopes(paths, Path.cwd()) if paths else [Scope(project_here())]
    for scope in asked:
        finish_interrupted(scope.settings)
    found = [one for scope in asked for one in _mended(scope, ids=ids, outcomes=outcomes)]
    for one in found:
        click.echo("\n".join(one.diff()))
    if not found:
        click.echo("Nothing to mend.")
        return
    if check:
        sys.exit(1)
    if write or (can_ask() and click.confirm(f"Write {_files(len(found))}?")):
        for one in found:
            overwrite(one.path, one.after)
        click.echo(f"{_files(len(found))} mended.")
    else:
        asked_for = [*["--ids"] * ids, *["--outcomes"] * outcomes, "--yes", *map(str, paths)]
        again = printable(shlex.join(["dateline", "fix", *asked_for]))
        click.echo(f"{_files(len(found))} could be mended; nothing was written. To write: {again}")


def _files(count: int) -> str:
    return f"{count} file{'s' * (count != 1)}"


def _mended(scope: Scope, *, ids: bool, outcomes: bool) -> Iterator[_Mended]:
    problems = _problems_by_file(scope.settings) if ids else {}
    remembered = _outcomes_now(scope.settings) if outcomes else []
    for path in map(Path, files_below(scope.settings.content, lambda _: None)):
        shown = Path(os.path.relpath(path, scope.settings.root)).as_posix()
        form = form_of(path.relative_to(scope.settings.content))
        if form is None or not scope.covers(shown) or isinstance(read_text(path, shown), Problem):
            continue
        before = path.read_bytes().decode("utf-8")
        spelled = before
        if shown in problems:
            spelled = redated(respelled(mending.unified(before), problems[shown]), problems[shown])
        if form is Brief:
            spelled = with_outcomes(mending.unified(spelled), remembered)
        after = mended(spelled, form, is_markdown=path.suffix == ".md")
        if after != before:
            yield _Mended(path, before, after)
    yield from _named(scope)


def _named(scope: Scope) -> Iterator[_Mended]:
    """Yield mkdocs.yml where it calls the site otherwise than the chronology calls itself."""
    path, title = scope.settings.root / CONFIG, masthead_of(scope.settings.content).title
    if (
        not title
        or not scope.covers(CONFIG)
        or not path.is_file()
        or isinstance(text := read_text(path, CONFIG), Problem)
    ):
        return
    if (named := named_as(text, title)) != text:
        yield _Mended(path, text, named)


def _outcomes_now(settings: Settings) -> list[dict[str, str]]:
    """Return the outcomes that the claims of each sentence of the brief have now; none where records are missing."""
    corpus, _ = load(settings.content, settings.root)
    if corpus.unread_kinds or any(corpus.unread.values()):
        click.echo(
            "Outcomes are left alone: they hang on all records, and some cannot be read (dateline check).", err=True
        )
        return []
    graph = link(corpus, drafts=True)
    return [
        {claim: outcome.value for claim, outcome in outcomes_now(graph, sentence).items()}
        for sentence in graph.brief.what_happened
    ]


def _problems_by_file(settings: Settings) -> dict[str, list[Problem]]:
    by_file: dict[str, list[Problem]] = {}
    for problem in checking.check(settings):
        by_file.setdefault(problem.position.path, []).append(problem)
    return by_file

"""`dateline check`: every problem of the records."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from dateline.cli.projects import Scope, scopes
from dateline.cli.reporting import FORMATS, report, seen_from
from dateline.cli.shared_options import JOBS
from dateline.ground.problems import Problem, has_errors
from dateline.site import checking
from dateline.site.settings import Settings


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="For whom to tell it."
)
@click.option("--suggest", is_flag=True, help="Tell also which events and claims may be one thing told twice.")
@JOBS
def check(paths: tuple[Path, ...], form: str, jobs: int, *, suggest: bool) -> None:
    """Tell every problem of the records.

    Without PATH, the records of the project in this folder are checked. A PATH that is a project or a
    content folder is checked instead; any other PATH narrows what is told to the files there. The exit
    status is 1 if any problem told is an error.
    """
    here = Path.cwd()
    finding = (checking.check, checking.suggest) if suggest else (checking.check,)
    asked = [(scope, find) for scope in scopes(paths, here) for find in finding]
    problems = sorted(problem for scope, find in asked for problem in _problems_of(scope, here, find, jobs))
    report(problems, form)
    sys.exit(has_errors(problems))


def _problems_of(scope: Scope, here: Path, find: Callable[[Settings], list[Problem]], jobs: int) -> list[Problem]:
    found = [problem for problem in find(scope.settings.remembering(jobs)) if scope.covers(problem.position.path)]
    return seen_from(here, scope.settings.root, found)

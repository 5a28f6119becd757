"""The command line: thin commands over the pipeline."""

import importlib
import io
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar, Final

import click

from dateline import __version__
from dateline.cli.projects import CONFIG, Scope, scopes
from dateline.cli.reporting import FORMATS, printable, report, seen_from
from dateline.cli.sites import FILE, JOBS, PLAIN, compiled, fits_render, log_to_terminal, settings_here, settings_of
from dateline.ground import writing
from dateline.ground.problems import Problem, did_you_mean, has_errors
from dateline.records.types import RecordKind
from dateline.records.types.named_kinds import CLAIM
from dateline.site import compiling, configuration, mkdocs_runs, placing, stopping
from dateline.site.compiling import Settings

_MERGE_RECORDS: Final = "merge-records"
"""What is called `merge` with a kind of record behind it."""


class _Commands(click.Group):
    """The commands; those that need heavy libraries are imported when they are called for."""

    _elsewhere: ClassVar = {
        "build": "dateline.cli.building:build",
        "diff": "dateline.cli.diff:diff",
        "explain": "dateline.cli.explain:explain",
        "find": "dateline.cli.find:find_records",
        "fix": "dateline.cli.fix:fix",
        _MERGE_RECORDS: "dateline.cli.merge_records:merge_records",
        "log": "dateline.cli.log:log",
        "mcp": "dateline.cli.served_to_programs:mcp",
        "move-claim": "dateline.cli.move_claim:move_claim",
        "query": "dateline.cli.query:query",
        "redact": "dateline.cli.redact:redact",
        "remove": "dateline.cli.remove:remove",
        "reopen": "dateline.cli.resolve:reopen",
        "resolve": "dateline.cli.resolve:resolve",
        "split-event": "dateline.cli.move_claim:split_event",
        "merge": "dateline.cli.building:merge",
        "import": "dateline.cli.import_rows:import_rows",
        "init": "dateline.cli.init:init",
        "new": "dateline.cli.new:new",
        "geodata": "dateline.cli.geodata:geodata",
        "rename": "dateline.cli.rename:rename",
        "schema": "dateline.cli.schema:schema",
        "snapshot": "dateline.cli.snapshot:snapshot",
        "source": "dateline.cli.sources:source",
        "unused": "dateline.cli.unused:unused",
        "upgrade": "dateline.cli.upgrade:upgrade",
        "word": "dateline.cli.word:word",
    }

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run a command; what a terminal or file has no letters for (cp1252 has no Arabic) is told in escapes."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        return super().main(*args, **kwargs)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is called: `merge` of records, where it names a kind of them, or of a site."""
        if args[:1] == ["merge"] and args[1:2] and _is_like_a_kind(args[1]):
            return "merge", self.get_command(ctx, _MERGE_RECORDS), args[1:]
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, sorted."""
        return sorted({*super().list_commands(ctx), *self._elsewhere} - {_MERGE_RECORDS})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, imported now if it lives in a module of its own."""
        if cmd_name not in self._elsewhere:
            return super().get_command(ctx, cmd_name)
        module, _, name = self._elsewhere[cmd_name].partition(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command


def _is_like_a_kind(text: str) -> bool:
    """Return whether a text is a kind of record, or one that is mistyped: no folder with a part of a site."""
    kinds = (*(kind.value for kind in RecordKind), CLAIM)
    return text in kinds or (bool(did_you_mean(text.casefold(), kinds)) and not Path(text).exists())


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dateline")
def main() -> None:
    """Compile dated, sourced and contradicting records into a chronology."""


@main.command()
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
    finding = (compiling.check, compiling.suggest) if suggest else (compiling.check,)
    asked = [(scope, find) for scope in scopes(paths, here) for find in finding]
    problems = sorted(problem for scope, find in asked for problem in _problems_of(scope, here, find, jobs))
    report(problems, form)
    sys.exit(has_errors(problems))


@main.command()
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="The folder to write to.")
@PLAIN
@JOBS
def render(out: Path, jobs: int, *, is_plain: bool) -> None:
    """Write the Markdown pages and data files that the MkDocs plugin hands over.

    Only what changed is written. Files in the folder that Dateline did not write are left alone.
    """
    fits_render(Path.cwd() / CONFIG)
    settings = settings_here().plainly() if is_plain else settings_here().remembering(jobs)
    if fault := placing.fault_of(out, settings, {}):
        raise click.ClickException(f"nothing was written: {fault}")
    site = compiled(settings)
    try:
        written = writing.write(((page.path, page.content) for page in site.pages), out)
    except writing.ForeignFileError as error:
        names = ", ".join(error.paths[:5])
        raise click.ClickException(f"{out} holds files that Dateline did not write, in its way: {names}") from error
    except OSError as error:
        raise click.ClickException(f"{out} cannot be written: {error}") from error
    click.echo(f"{out}: {written.wrote} files written, {written.unchanged} unchanged, {written.removed} removed.")


@main.command()
@click.option("-f", "--config-file", type=FILE, default=CONFIG, show_default=True, help="The site's configuration.")
@click.option("-a", "--dev-addr", metavar="IP:PORT", default=None, help="Where to serve; 127.0.0.1:8000 if absent.")
@JOBS
def serve(config_file: Path, dev_addr: str | None, jobs: int) -> None:
    """Serve a live preview that follows every change of content/ and templates/.

    Pages are made when a browser asks for them, so it begins within seconds.
    """
    from dateline.site import building, preview  # noqa: PLC0415 - only this command needs them, and a server with them

    settings = settings_of(config_file)
    if building.finish_interrupted(configuration.place_of_site(config_file, None)[0]):
        click.echo("dateline: a build was interrupted while it published; the site is whole now.", err=True)
    options = preview.ServeOptions(
        config_file=config_file,
        address=dev_addr,
        jobs=jobs,
        tell=lambda text: click.echo(f"dateline: {printable(text.removeprefix('dateline: '))}", err=True),
        tell_problems=lambda found: report(seen_from(Path.cwd(), settings.root, found), "text"),
    )
    try:
        why = preview.serve(options)
    except preview.PreviewError as error:
        raise click.ClickException(str(error)) from error
    if why:
        click.echo(f"dateline: {why}, so every change builds all of it.", err=True)
        log_to_terminal(logging.INFO)
        try:
            mkdocs_runs.serve_site(config_file, dev_addr)
        except (stopping.Abort, stopping.ConfigurationError) as error:
            raise click.ClickException(f"the preview cannot go on: {error}") from error


def _problems_of(scope: Scope, here: Path, find: Callable[[Settings], list[Problem]], jobs: int) -> list[Problem]:
    found = [problem for problem in find(scope.settings.remembering(jobs)) if scope.covers(problem.position.path)]
    return seen_from(here, scope.settings.root, found)

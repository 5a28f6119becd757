"""The command line: thin commands over the pipeline."""

import importlib
import logging
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, Final

import click
from rich.console import Console
from rich.progress import Progress

from generator import __version__, building, compiling, plugin, writing
from generator.cli.projects import CONFIG, Scope, scopes, settings_at
from generator.cli.reporting import FORMATS, printable, report, seen_from
from generator.compiling import Settings, Site, compile_site
from generator.forking import cores
from generator.problems import Problem, has_errors

_FILE: Final = click.Path(path_type=Path)
_JOBS: Final = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1, 256),
    default=cores,
    help="How many processes share the work; the number of cores if absent.",
)


class _Commands(click.Group):
    """The commands; those that need heavy libraries are imported when they are called for."""

    _elsewhere: ClassVar = {
        "diff": "generator.cli.diff:diff",
        "explain": "generator.cli.explain:explain",
        "fix": "generator.cli.fix:fix",
        "new": "generator.cli.new:new",
        "geodata": "generator.cli.geodata:geodata",
        "schema": "generator.cli.schema:schema",
        "source": "generator.cli.source:source",
    }

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, sorted."""
        return sorted([*super().list_commands(ctx), *self._elsewhere])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, imported now if it lives in a module of its own."""
        if cmd_name not in self._elsewhere:
            return super().get_command(ctx, cmd_name)
        module, _, name = self._elsewhere[cmd_name].partition(":")
        command: click.Command = getattr(importlib.import_module(module), name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dateline")
def main() -> None:
    """Compile dated, sourced and contradicting records into a chronology."""


@main.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="For whom to tell it."
)
@_JOBS
def check(paths: tuple[Path, ...], form: str, jobs: int) -> None:
    """Tell every problem of the records.

    Without PATH, the records of the project in this folder are checked. A PATH that is a project or a
    content folder is checked instead; any other PATH narrows what is told to the files there. The exit
    status is 1 if any problem told is an error.
    """
    here = Path.cwd()
    problems = sorted(problem for scope in scopes(paths, here) for problem in _problems_of(scope, here, jobs))
    report(problems, form)
    sys.exit(has_errors(problems))


@main.command()
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="The folder to write to.")
@_JOBS
def render(out: Path, jobs: int) -> None:
    """Write the Markdown pages and data files that the MkDocs plugin hands over.

    Only what changed is written. Files in the folder that Dateline did not write are left alone.
    """
    site = _compiled(_settings_here().remembering(jobs))
    try:
        written = writing.write(((page.path, page.content) for page in site.pages), out)
    except writing.ForeignFileError as error:
        names = ", ".join(error.paths[:5])
        raise click.ClickException(f"{out} holds files that Dateline did not write, in its way: {names}") from error
    except OSError as error:
        raise click.ClickException(f"{out} cannot be written: {error}") from error
    click.echo(f"{out}: {written.wrote} files written, {written.unchanged} unchanged, {written.removed} removed.")


@main.command()
@click.option("-f", "--config-file", type=_FILE, default=CONFIG, show_default=True, help="The site's configuration.")
@click.option(
    "-d", "--site-dir", type=_FILE, default=None, help="Where the site goes; mkdocs.yml's site_dir if absent."
)
@click.option("--strict/--no-strict", default=True, show_default=True, help="Whether a warning of MkDocs is a failure.")
@click.option("--fresh", is_flag=True, help="Make everything anew, whatever is remembered of the last build.")
@click.option("--explain", "explains", is_flag=True, help="Say what was made anew, and why.")
@_JOBS
def build(  # noqa: PLR0913 - the options, each with its name
    config_file: Path, site_dir: Path | None, jobs: int, *, strict: bool, fresh: bool, explains: bool
) -> None:
    """Check, render and build the site; a failed build leaves the last good site as it was.

    Only the pages that a change reaches are made anew.
    """
    _log_to_terminal()
    settings = _settings_of(config_file).remembering(jobs)
    target = (site_dir or plugin.site_dir_of(config_file)).resolve()
    try:
        if not _built_by_shares(config_file, settings, target, strict=strict, fresh=fresh, explains=explains):
            _built_at_once(config_file, settings, target, strict=strict)
    except writing.ForeignFileError as error:
        raise click.ClickException(f"{target} holds folders or links in the way of pages: {error}") from error
    except OSError as error:
        raise click.ClickException(f"{target} cannot be written: {error}") from error


@main.command()
@click.option("-f", "--config-file", type=_FILE, default=CONFIG, show_default=True, help="The site's configuration.")
@click.option("-a", "--dev-addr", metavar="IP:PORT", default=None, help="Where to serve; 127.0.0.1:8000 if absent.")
@_JOBS
def serve(config_file: Path, dev_addr: str | None, jobs: int) -> None:
    """Serve a live preview that follows every change of content/ and templates/.

    Pages are made when a browser asks for them, so it begins within seconds.
    """
    from generator import preview  # noqa: PLC0415 - only this command needs it, and a server with it

    settings = _settings_of(config_file)
    order = preview.Order(
        config_file=config_file,
        address=dev_addr,
        jobs=jobs,
        tell=lambda text: click.echo(f"dateline: {printable(text)}", err=True),
        tell_problems=lambda found: report(seen_from(Path.cwd(), settings.root, found), "text"),
    )
    try:
        is_done = preview.serve(order)
    except preview.PreviewError as error:
        raise click.ClickException(str(error)) from error
    if not is_done:
        click.echo("dateline: other plugins or hooks need the whole site, so every change builds all of it.", err=True)
        _log_to_terminal(logging.INFO)
        plugin.serve_site(config_file, dev_addr)


def _problems_of(scope: Scope, here: Path, jobs: int) -> list[Problem]:
    found = [
        problem for problem in compiling.check(scope.settings.remembering(jobs)) if scope.covers(problem.position.path)
    ]
    return seen_from(here, scope.settings.root, found)


def _settings_here() -> Settings:
    config = Path.cwd() / CONFIG
    return _settings_of(config) if config.is_file() else settings_at(Path.cwd())


def _settings_of(config_file: Path) -> Settings:
    _require(config_file)
    try:
        return plugin.read_settings(config_file)
    except (plugin.ConfigurationError, plugin.Abort) as error:
        raise click.ClickException(f"{config_file} cannot be read: {error}") from error


def _require(config_file: Path) -> None:
    if not config_file.is_file():
        raise click.ClickException(f"there is no {config_file} here; run the command in the project's folder")


def _compiled(settings: Settings) -> Site:
    """Compile the site, tell its problems, and stop if one is an error."""
    site = compile_site(settings)
    _tell_problems(site.problems, settings)
    if has_errors(site.problems):
        raise click.ClickException("nothing was written, because of the problems above")
    return site


def _tell_problems(found: Sequence[Problem], settings: Settings) -> None:
    problems = seen_from(Path.cwd(), settings.root, found)
    if problems:
        report(problems, "text")


def _built_by_shares(  # noqa: PLR0913 - the options of the command
    config_file: Path, settings: Settings, target: Path, *, strict: bool, fresh: bool, explains: bool
) -> bool:
    """Build page by page, and return whether the configuration allows it."""
    if settings.cache is None:
        return False
    console = Console(stderr=True)
    # Without a thread of its own: the processes of the build are copies of this one.
    with Progress(console=console, disable=not console.is_terminal, transient=True, auto_refresh=False) as progress:
        task = progress.add_task("Building the site", total=None)

        def advance(count: int) -> None:
            progress.update(task, advance=count, refresh=True)

        order = building.Order(
            config_file=config_file,
            settings=settings,
            target=target,
            strict=strict,
            fresh=fresh,
            start=lambda total: progress.update(task, total=total, refresh=True),
            advance=advance,
        )
        try:
            done = building.build(order)
        except building.BuildError as error:
            _tell_problems((error.problem,) if error.problem else (), settings)
            raise click.ClickException(f"the site was not built: {error}") from error
    if done.possible:
        _tell_built(done, target, settings, explains=explains)
    return done.possible


def _tell_built(done: building.Built, target: Path, settings: Settings, *, explains: bool) -> None:
    _tell_problems(done.problems, settings)
    for note in done.notes:
        click.echo(f"dateline: {note}", err=True)
    for path, reason in done.reasons.items() if explains else ():
        click.echo(f"{path}: {reason}")
    written = done.written
    if written is None:
        raise click.ClickException("nothing was written, because of the problems above")
    removed = f", {written.removed} removed" if written.removed else ""
    click.echo(
        f"{target}: {done.pages} pages, {done.made} made anew; "
        f"{written.wrote} files written, {written.unchanged} unchanged{removed}."
    )


def _built_at_once(config_file: Path, settings: Settings, target: Path, *, strict: bool) -> None:
    """Build as MkDocs does, since plugins or hooks may look at all pages together."""
    site = _compiled(settings)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".dateline-build-") as name:
        built = Path(name) / "site"
        _build_with_progress(config_file, site, built, strict=strict)
        written = writing.publish(built, target)
    pages = sum(page.path.endswith(".md") for page in site.pages)
    click.echo(f"{target}: {pages} pages; {written.wrote} files written, {written.unchanged} unchanged.")


def _build_with_progress(config_file: Path, site: Site, built: Path, *, strict: bool) -> None:
    pages = sum(page.path.endswith(".md") for page in site.pages)
    console = Console(stderr=True)
    with Progress(console=console, disable=not console.is_terminal, transient=True) as progress:
        task = progress.add_task("Building the site", total=2 * pages)
        try:
            plugin.build_site(config_file, site, built, strict=strict, on_page=lambda: progress.advance(task))
        except plugin.Abort as error:
            raise click.ClickException(f"the site was not built: {error}") from error


def _log_to_terminal(level: int = logging.WARNING) -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.setLevel(level)
    logger.addHandler(handler)

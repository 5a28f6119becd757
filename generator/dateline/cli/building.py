"""`dateline build` and `dateline merge`: the site, made page by page, on one machine or on several."""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

import click
from rich.console import Console
from rich.progress import Progress

from dateline.cli.projects import CONFIG
from dateline.cli.shared_options import FILE, JOBS, PLAIN
from dateline.cli.sites import log_to_terminal, place_of_site, settings_of, tell_problems
from dateline.ground import publishing, writing
from dateline.site import building, compiling, mkdocs_runs, stopping
from dateline.site.building import BuildOptions, Built, Shard
from dateline.site.compiling import CompiledSite
from dateline.site.settings import Settings

_SHARD: Final = re.compile(r"([1-9][0-9]{0,4})/([1-9][0-9]{0,4})")
_CONFIG_FILE: Final = click.option(
    "-f", "--config-file", type=FILE, default=CONFIG, show_default=True, help="The site's configuration."
)
_SITE_DIR: Final = click.option(
    "-d", "--site-dir", type=FILE, default=None, help="Where the site goes; mkdocs.yml's site_dir if absent."
)
_STRICT: Final = click.option(
    "--strict/--no-strict", default=True, show_default=True, help="Whether a warning of MkDocs is a failure."
)
_PUBLISH: Final = "dateline publish --all"
_NOWHERE: Final = "builds remember what they made only in a project with a mkdocs.yml"
_EXPLAIN: Final = click.option("--explain", "explains", is_flag=True, help="Say what was made anew, and why.")


class _ShardType(click.ParamType[Shard]):
    """A shard as it is typed: 2/8."""

    name = "K/N"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Shard:
        if isinstance(value, Shard):
            return value
        found = _SHARD.fullmatch(str(value))
        if not found or int(found[1]) > int(found[2]):
            self.fail(f"'{value}' is no shard: write K/N, as 2/8 for the second of eight", param, ctx)
        return Shard(int(found[1]), int(found[2]))


@click.command()
@_CONFIG_FILE
@_SITE_DIR
@_STRICT
@click.option("--fresh", is_flag=True, help="Make everything anew, whatever is remembered of the last build.")
@click.option(
    "--shard",
    type=_ShardType(),
    default=None,
    help="Build only the K-th of N parts of the site, into a folder for `dateline merge`.",
)
@_EXPLAIN
@PLAIN
@JOBS
def build(  # noqa: PLR0913 - the options, each with its name
    config_file: Path,
    site_dir: Path | None,
    jobs: int,
    shard: Shard | None,
    *,
    strict: bool,
    fresh: bool,
    explains: bool,
    is_plain: bool,
) -> None:
    """Check, render and build the site; a failed build leaves the last good site as it was.

    Only the pages that a change reaches are made anew.
    """
    log_to_terminal()
    settings = settings_of(config_file).plainly() if is_plain else settings_of(config_file).remembering(jobs)
    if shard and is_plain:
        raise click.UsageError("--plain makes the whole site, and so goes without --shard")
    if shard and site_dir is None:
        raise click.UsageError("--shard needs --site-dir, a folder of its own for each shard")
    target = place_of_site(config_file, site_dir)
    options = BuildOptions(
        config_file=config_file, settings=settings, target=target, strict=strict, fresh=fresh, shard=shard
    )
    with _told_where_it_fails(target, settings.cache):
        if is_plain:
            _built_at_once(options)
            return
        why = _carried_out(options, building.build, explains=explains) if settings.cache else _NOWHERE
        if why and shard:
            raise click.ClickException(f"{why}: the site can only be built as a whole, without --shard")
        if why:
            click.echo(f"dateline: {why}, so every page is made anew.", err=True)
            _built_at_once(options)


@click.command()
@click.argument("shards", nargs=-1, required=True, type=click.Path(exists=True, file_okay=False, path_type=Path))
@_CONFIG_FILE
@_SITE_DIR
@_STRICT
@_EXPLAIN
@JOBS
def merge(  # noqa: PLR0913 - the options, each with its name
    shards: tuple[Path, ...], config_file: Path, site_dir: Path | None, jobs: int, *, strict: bool, explains: bool
) -> None:
    """Put the site together from its parts; two records become one with: dateline merge KIND ID INTO.

    Of records, `dateline merge event --help` says more. Here, SHARDS are the folders that `dateline build --shard K/N`
    wrote: all N, built of the very records, templates and settings that are here.
    """
    log_to_terminal()
    settings = settings_of(config_file).remembering(jobs)
    target = place_of_site(config_file, site_dir)
    if any(shard.resolve() == target for shard in shards):
        raise click.UsageError(f"{target} is one of the shards: merge them into another folder")
    options = BuildOptions(config_file=config_file, settings=settings, target=target, strict=strict)
    with _told_where_it_fails(target, settings.cache):
        if why := _carried_out(options, lambda told: building.merge(told, shards), explains=explains):
            raise click.ClickException(f"{why}: the site can only be built as a whole, without shards")


@contextmanager
def _told_where_it_fails(target: Path, cache: Path | None) -> Iterator[None]:
    """Tell in one line what the system refuses, of the site's folder and of the cache's."""
    try:
        yield
    except writing.ForeignFileError as error:
        raise click.ClickException(f"{target} holds folders or links in the way of pages: {error}") from error
    except OSError as error:
        in_the_way = _no_folder(cache) if cache is not None else None
        if in_the_way is not None:
            message = f"{in_the_way} is no folder, and what builds remember lies in {cache}; move it away"
            raise click.ClickException(message) from error
        raise click.ClickException(
            f"{error.filename or target} cannot be written: {error.strerror or error}"
        ) from error


def _no_folder(folder: Path) -> Path | None:
    """Return what stands in the place of a folder, or of one that it lies in, and is none: a file, a dead link."""
    return next((path for path in (folder, *folder.parents) if os.path.lexists(path) and not path.is_dir()), None)


def _carried_out(options: BuildOptions, build_: Callable[[BuildOptions], Built], *, explains: bool) -> str:
    """Build page by page, or return why the configuration does not allow it."""
    console = Console(stderr=True)
    # Without a thread of its own: the processes of the build are copies of this one.
    with Progress(console=console, disable=not console.is_terminal, transient=True, auto_refresh=False) as progress:
        task = progress.add_task("Building the site", total=None)

        def advance(count: int) -> None:
            progress.update(task, advance=count, refresh=True)

        told = replace(
            options,
            waiting=lambda: click.echo("Waiting for another build of this project.", err=True),
            start=lambda total: progress.update(task, total=total, refresh=True),
            advance=advance,
        )
        try:
            done = build_(told)
        except building.BuildError as error:
            tell_problems((error.problem,) if error.problem else (), options.settings)
            raise click.ClickException(f"the site was not built: {error}") from error
    if not done.impossible:
        _tell_built(done, options, explains=explains)
    return done.impossible


def _tell_built(done: Built, options: BuildOptions, *, explains: bool) -> None:
    tell_problems(done.problems, options.settings)
    for note in done.notes:
        click.echo(f"dateline: {note.removeprefix('dateline: ')}", err=True)
    for path, reason in done.reasons.items() if explains else ():
        click.echo(f"{path}: {reason}")
    if explains and not done.reasons:
        click.echo("nothing: no record, template, setting or file of the site has changed")
    written = done.written
    if written is None:
        raise click.ClickException("nothing was written, because of the problems above")
    removed = f", {written.removed} removed" if written.removed else ""
    click.echo(
        f"{options.target}: {done.pages} pages; of these and the files beside them, {done.made} made anew; "
        f"{written.wrote} files written, {written.unchanged} unchanged{removed}."
    )
    if done.drafts:
        drafts = "1 draft is" if done.drafts == 1 else f"{done.drafts} drafts are"
        click.echo(f"{drafts} not on the site; {_PUBLISH} publishes those that lack nothing")


def _built_at_once(options: BuildOptions) -> None:
    """Build as MkDocs does: all pages read, then all written."""
    target = options.target
    target.parent.mkdir(parents=True, exist_ok=True)
    with building.staging(target) as built:
        site = _build_with_progress(options, built)
        written = publishing.publish(built, target)
    pages = sum(page.path.endswith(".md") for page in site.pages)
    click.echo(f"{target}: {pages} pages; {written.wrote} files written, {written.unchanged} unchanged.")


def _build_with_progress(options: BuildOptions, built: Path) -> CompiledSite:
    console, is_plain = Console(stderr=True), options.settings.is_plain
    progress = Progress(console=console, disable=not console.is_terminal, transient=True)
    task = progress.add_task("Building the site", total=None)

    def compiled(settings: Settings) -> CompiledSite:
        site = compiling.compile_site(settings.plainly() if is_plain else settings.remembering(options.settings.jobs))
        tell_problems(site.problems, settings)
        progress.update(task, total=2 * sum(page.path.endswith(".md") for page in site.pages))
        progress.start()
        return site

    try:
        return mkdocs_runs.build_site(
            options.config_file,
            compiled,
            built,
            strict=options.strict,
            is_plain=is_plain,
            on_page=lambda: progress.advance(task),
        )
    except stopping.RecordsError as error:
        raise click.ClickException("nothing was written, because of the problems above") from error
    except (stopping.Abort, stopping.ConfigurationError) as error:
        raise click.ClickException(f"the site was not built: {error}") from error
    finally:
        progress.stop()

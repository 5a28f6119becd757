"""`dateline serve`: a live preview."""

import logging
from pathlib import Path

import click

from dateline.cli.projects import CONFIG
from dateline.cli.reporting import printable, report, seen_from
from dateline.cli.shared_options import FILE, JOBS
from dateline.cli.sites import log_to_terminal, settings_of
from dateline.site import building, configuration, mkdocs_runs, preview, stopping


@click.command()
@click.option("-f", "--config-file", type=FILE, default=CONFIG, show_default=True, help="The site's configuration.")
@click.option("-a", "--dev-addr", metavar="IP:PORT", default=None, help="Where to serve; 127.0.0.1:8000 if absent.")
@JOBS
def serve(config_file: Path, dev_addr: str | None, jobs: int) -> None:
    """Serve a live preview that follows every change of content/ and templates/.

    Pages are made when a browser asks for them, so it begins within seconds.
    """
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

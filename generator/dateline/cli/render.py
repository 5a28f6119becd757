"""`dateline render`: the pages as Markdown."""

from pathlib import Path

import click

from dateline.cli.projects import CONFIG
from dateline.cli.shared_options import JOBS, PLAIN
from dateline.cli.sites import compiled, fits_render, settings_here
from dateline.ground import writing
from dateline.site import placing


@click.command()
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

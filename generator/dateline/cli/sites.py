"""What commands that make a site have in common."""

import logging
from collections.abc import Sequence
from pathlib import Path

import click

from dateline.cli.configurations import fault_of_configuration
from dateline.cli.projects import CONFIG, settings_at
from dateline.cli.reporting import report, seen_from
from dateline.ground.problems import Problem, has_errors
from dateline.pages.shared.edition import Edition
from dateline.site import compiling, configuration, stopping
from dateline.site.compiling import CompiledSite
from dateline.site.settings import Settings


def settings_here() -> Settings:
    """Return the settings of the project in this folder."""
    config = Path.cwd() / CONFIG
    return settings_of(config) if config.is_file() else settings_at(Path.cwd())


def settings_of(config_file: Path) -> Settings:
    """Return the settings that a configuration gives, or stop where it cannot be read."""
    require(config_file)
    try:
        return configuration.read_settings(config_file)
    except (stopping.ConfigurationError, stopping.Abort) as error:
        raise click.ClickException(f"{config_file} cannot be read: {error}") from error


def place_of_site(config_file: Path, site_dir: Path | None) -> Path:
    """Return where the site goes, or stop where it cannot go there."""
    target, fault = configuration.place_of_site(config_file, site_dir)
    if fault:
        raise click.ClickException(f"the site was not built: {fault}")
    return target


def fits_render(config_file: Path) -> None:
    """Stop where a configuration has addresses to which no link leads; note where its theme cannot show pages."""
    if not config_file.is_file():
        return
    try:
        addresses, theme = configuration.unfit_for_pages(config_file)
    except (stopping.ConfigurationError, stopping.Abort) as error:
        raise click.ClickException(f"{config_file} cannot be read: {error}") from error
    if addresses:
        raise click.ClickException(f"nothing was written: {addresses}")
    if theme:
        click.echo(f"dateline: the pages are written, but dateline build would refuse mkdocs.yml: {theme}", err=True)


def require(config_file: Path) -> None:
    """Stop where there is no configuration, or one that cannot be read."""
    if fault := fault_of_configuration(config_file):
        raise click.ClickException(fault)
    if not config_file.is_file():
        raise click.ClickException(
            f"there is no {config_file} here; run the command in the project's folder, or begin one with: "
            "dateline init FOLDER"
        )


def compiled(settings: Settings) -> CompiledSite:
    """Compile the site, tell its problems, and stop if one is an error."""
    if note := settings.speed.note:
        click.echo(f"dateline: {note}.", err=True)
    site = compiling.compile_site(settings)
    tell_problems(site.problems, settings)
    if has_errors(site.problems):
        raise click.ClickException("nothing was written, because of the problems above")
    return site


def edition_of(settings: Settings, undone: str) -> Edition:
    """Return the published records; where one has an error, tell that, and stop with what was not done."""
    found = compiling.outline(settings)
    if found.edition is None:
        tell_problems(found.problems, settings)
        raise click.ClickException(f"{undone}, because of the problems above")
    return found.edition


def tell_problems(found: Sequence[Problem], settings: Settings) -> None:
    """Tell problems of the records, if there are any."""
    problems = seen_from(Path.cwd(), settings.root, found)
    if problems:
        report(problems, "text")


def log_to_terminal(level: int = logging.WARNING) -> None:
    """Show what MkDocs says."""
    handler = logging.StreamHandler()
    # What stops a build is told at its end, once, and in full.
    handler.addFilter(lambda record: record.levelno < logging.ERROR or record.name != "mkdocs.commands.build")
    handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.setLevel(level)
    logger.addHandler(handler)

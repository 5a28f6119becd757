"""`dateline snapshot`: one version of the records, to be kept, cited and checked."""

import re
from pathlib import Path

import click

from dateline.cli.sites import edition_of, settings_here
from dateline.ground.dates import Day
from dateline.pages.exports.kept_version import Release, snapshot_of

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@click.command()
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
@click.option("--version", required=True, help="What the version is called, such as 1.2 or 2026-11.")
@click.option("--date", metavar="DAY", help="The day of the version; that of the last change of a record if absent.")
@click.option("--author", "authors", multiple=True, help="By whose name it is cited; the editors' if absent.")
def snapshot(out: Path, version: str, date: str | None, authors: tuple[str, ...]) -> None:
    """Write every export into the new folder OUT, with CITATION.cff, RO-Crate and sums.

    Put the folder where it stays, in an archive such as Zenodo; sha256sum --check SHA256SUMS says whether it is whole.
    """
    if out.exists() and any(out.iterdir()):
        raise click.ClickException(f"{out} is not empty; name a new folder, since a version is not written over")
    edition = edition_of(settings_here(), "nothing was written")
    day = _day(date) if date else edition.updated
    if day is None:
        raise click.ClickException("no record says when it was changed; give the day with --date")
    for path, content in snapshot_of(edition, Release(version, day.isoformat(), authors)):
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    click.echo(f"{out}: version {version} of {day.isoformat()}.")


def _day(text: str) -> Day:
    try:
        if _DAY.fullmatch(text):
            return Day.fromisoformat(text)
    except ValueError:
        pass
    raise click.BadParameter(f"'{text}' is no day such as 2026-11-29", param_hint="--date")

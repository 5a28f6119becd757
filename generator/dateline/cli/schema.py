"""`dateline schema`: the JSON Schemas that editors complete and check records by."""

import sys
from pathlib import Path
from typing import Final

import click

from dateline.cli.given_files import overwrite, read_file
from dateline.cli.projects import project_here
from dateline.editing import schemas
from dateline.records import loading

FOLDER: Final = ".vscode/schemas"
_LARGEST: Final = 16_000_000


@click.command()
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help=f"The folder; {FOLDER} if absent.")
@click.option("--check", is_flag=True, help="Write nothing; fail if the schemas' fields are not those of the records.")
@click.option("--reference", is_flag=True, help="Print the field reference, in Markdown, instead.")
def schema(out: Path | None, *, check: bool, reference: bool) -> None:
    """Write the JSON Schema of every kind of record, for editors to complete and check by.

    The words that they offer are those of the records as they are now. Schemas that are behind the records offer
    less and refuse nothing, so --check only tells of that; it fails where a field has changed.
    """
    if reference:
        click.echo(schemas.reference(), nl=False)
        return
    settings = project_here()
    corpus, _ = loading.load(settings.content, settings.root)
    folder = out or settings.root / FOLDER
    now = schemas.schemas(schemas.offers_of(corpus))
    fields, words = schemas.differences(_there(folder), now)
    if check:
        _tell(fields, words)
        sys.exit(bool(fields))
    for name in (*fields, *words):
        overwrite(folder / name, now[name])
    click.echo(f"{_shown(folder)}: {len(fields) + len(words)} of {len(now)} schemas written, the others are current.")


def _there(folder: Path) -> dict[str, str]:
    """Return the schemas that are there, as far as they can be read; what is no text is as good as none."""
    found = {path.name: read_file(path, _LARGEST, "no schema is") for path in sorted(folder.glob("*.schema.json"))}
    return {name: content.decode("utf-8", errors="replace") for name, content in found.items()}


def _tell(fields: list[str], words: list[str]) -> None:
    if fields:
        click.echo(f"Stale: {', '.join(fields)}. Run `dateline schema`.", err=True)
    if words:
        click.echo(f"Behind the records in what they offer, which is no fault: {', '.join(words)}.")
    if not fields and not words:
        click.echo("The schemas are current.")


def _shown(folder: Path) -> Path:
    return folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder

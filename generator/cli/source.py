"""`dateline source`: from an article to its record, and from the record back to the article."""

import sys
from pathlib import Path

import click

from generator import loading
from generator.chronology import link
from generator.cli.projects import settings_at
from generator.cli.reporting import FORMATS, report, seen_from
from generator.problems import did_you_mean, has_errors
from generator.rules.context import Context
from generator.verification import read_copies, verify


@click.group()
def source() -> None:
    """Record a source, and hold records against the texts that they were drawn from."""


@source.command("verify")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option(
    "--copies",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    required=True,
    help="A folder with copies of the texts (.txt, .md, .html), under any names.",
)
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True)
def verify_command(ids: tuple[str, ...], copies: Path, form: str) -> None:
    """Hold the sources (all, or those named) against copies of their texts.

    Tells whether each paragraph is unchanged, moved, changed or gone, and whether each figure, day, actor and
    place drawn from it is named in it. The exit status is 1 if anything does not hold.
    """
    settings = settings_at(Path.cwd())
    corpus, problems = loading.load(settings.content, settings.root)
    if has_errors(problems):
        raise click.ClickException("the records have errors; run dateline check first")
    context = Context(link(corpus, drafts=True), corpus)
    for id_ in ids:
        if id_ not in context.chronology.sources:
            raise click.ClickException(f"there is no source '{id_}' {did_you_mean(id_, context.chronology.sources)}")
    found = verify(context, read_copies(copies), ids)
    report(seen_from(Path.cwd(), settings.root, found.problems), form)
    if form == "text":
        click.echo(f"{found.paragraphs} paragraphs of {found.sources} sources were held against their copies.")
        if found.missing:
            click.echo(f"No copy was found of: {', '.join(found.missing)}.")
    sys.exit(has_errors(found.problems))

"""`dateline unused`: why nothing is recorded of a paragraph."""

import click

from dateline.cli.answers import a_text
from dateline.cli.called import id_called
from dateline.cli.revised import YES, carry_out, manuscript_here
from dateline.editing.drafting import KnownRecords, UnknownError
from dateline.editing.revising import say_unused


@click.command()
@click.argument("source", metavar="SOURCE")
@click.argument("paragraph", metavar="PARAGRAPHS")
@click.argument("reason")
@YES
def unused(source: str, paragraph: str, reason: str, *, yes: bool) -> None:
    """Say why nothing is recorded of PARAGRAPHS of a SOURCE: the REASON, in a few words.

    A paragraph is named by its number, its first words, or the place of a passage; several by their numbers: 3-8,11.
    """
    with manuscript_here() as (settings, manuscript):
        id_ = id_called(manuscript, "source", source)
        try:
            spots = KnownRecords(manuscript.version.corpus).spots_of(id_, paragraph)
        except UnknownError as error:
            raise click.UsageError(str(error)) from None
        for spot in spots:
            say_unused(manuscript, id_, spot, a_text(reason))
        carry_out(settings, manuscript, None, yes=yes)

"""`dateline unused`: why nothing is recorded of a paragraph."""

import click

from dateline.cli.answers import a_text
from dateline.cli.called import id_called
from dateline.cli.revised import YES, carry_out, manuscript_here
from dateline.editing.drafting import KnownRecords, UnknownError
from dateline.editing.revising import say_unused


@click.command()
@click.argument("source", metavar="SOURCE")
@click.argument("paragraph", metavar="PARAGRAPH")
@click.argument("reason")
@YES
def unused(source: str, paragraph: str, reason: str, *, yes: bool) -> None:
    """Say why nothing is recorded of a PARAGRAPH of a SOURCE: its REASON, in a few words.

    The paragraph is its number, its first words, or the place of a passage.
    """
    with manuscript_here() as (settings, manuscript):
        id_ = id_called(manuscript, "source", source)
        try:
            spot = KnownRecords(manuscript.version.corpus).spot_of(id_, paragraph)
        except UnknownError as error:
            raise click.UsageError(str(error)) from None
        say_unused(manuscript, id_, spot, a_text(reason))
        carry_out(settings, manuscript, None, yes=yes)

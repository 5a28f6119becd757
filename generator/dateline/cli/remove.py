"""`dateline remove`: a record or a claim that goes."""

import click

from dateline.cli.called import id_called
from dateline.cli.revised import DATE, OUTCOMES, YES, carry_out, manuscript_here, note, telling
from dateline.cli.taken_words import Word
from dateline.editing.revising import KINDS, Allowed
from dateline.editing.revising import remove as taken_away


@click.command()
@click.argument("id_", metavar="ID")
@note("Why it goes, in a sentence; readers see it.", needed=True)
@click.option("--kind", type=Word(KINDS), help="What it is, where several have the id.")
@click.option("--instead", metavar="ID", help="What takes its place: whatever names it names that one from now on.")
@DATE
@OUTCOMES
@YES
def remove(  # noqa: PLR0913 - one parameter an option
    id_: str, note: str, kind: str | None, instead: str | None, day: str | None, *, outcomes: bool, yes: bool
) -> None:
    """Remove the record ID, or the claim event-id#claim-id.

    A record leaves a tombstone, a claim an entry in the history of its event; a draft leaves nothing. Paragraphs
    that nothing cites any more are said to be unused, with the note. What is still named elsewhere is not removed:
    each place is told with its line.
    """
    with manuscript_here() as (settings, manuscript):
        told = telling(day, note, "")
        other = id_called(manuscript, kind, instead) if instead is not None else None
        taken_away(manuscript, id_called(manuscript, kind, id_), told, kind=kind, instead=other)
        carry_out(settings, manuscript, told, yes=yes, allowed=Allowed(rereads=outcomes))

"""`dateline merge KIND ID INTO`: two records or claims that are one."""

import click

from dateline.cli.called import id_called
from dateline.cli.revised import DATE, OUTCOMES, YES, carry_out, manuscript_here, note, telling
from dateline.cli.taken_words import Word
from dateline.editing.revising import KINDS, Allowed
from dateline.editing.revising import merge as merged


@click.command("merge")
@click.argument("kind", metavar="KIND", type=Word(KINDS))
@click.argument("id_", metavar="ID")
@click.argument("into", metavar="INTO")
@note("Why they are one, in a sentence; readers see it.", needed=True)
@DATE
@OUTCOMES
@YES
def merge_records(kind: str, id_: str, into: str, note: str, day: str | None, *, outcomes: bool, yes: bool) -> None:  # noqa: PLR0913 - one parameter an option
    """Make one record or claim of two of a KIND: INTO takes over what ID says.

    KIND is event, source, actor, place, dispute or claim.

    Whatever names ID names INTO from now on, and what then says the same twice says it once. What an actor or place
    lacks it takes over (names, coordinates, whose it is); what is lost is named. Claims of an event go over, reports of
    a claim too, and the paragraphs of a source are known by their fingerprints. ID leaves a tombstone, and what changes
    in substance an entry of type correction.
    """
    with manuscript_here() as (settings, manuscript):
        told = telling(day, note, "", "correction")
        one, other = (id_called(manuscript, kind, text) for text in (id_, into))
        look = merged(manuscript, kind, one, other, told)
        carry_out(settings, manuscript, told, yes=yes, allowed=Allowed(rereads=outcomes), look=look)

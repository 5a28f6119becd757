"""`dateline rename`: another id for a record or a claim, wherever it is named."""

import click

from dateline.cli.called import id_called
from dateline.cli.revised import DATE, YES, carry_out, manuscript_here, note, published_graves, telling
from dateline.cli.taken_words import Word
from dateline.editing.revising import KINDS, Allowed
from dateline.editing.revising import rename as renamed


@click.command()
@click.argument("kind", metavar="KIND", type=Word(KINDS))
@click.argument("id_", metavar="ID")
@click.argument("new", metavar="NEW")
@note("Why; stands on the tombstone.")
@DATE
@YES
def rename(kind: str, id_: str, new: str, note: str | None, day: str | None, *, yes: bool) -> None:  # noqa: PLR0913 - one parameter an option
    """Call the record or claim ID of KIND by another id, NEW.

    KIND is event, source, actor, place, dispute or claim.

    Whatever names it follows: records, links in texts, what is said in brief. The old id leaves a tombstone, so that
    its address leads on; a draft leaves none. What gets its own name back loses the tombstone again, unless that
    is committed. A claim is named event-id#claim-id.
    """
    with manuscript_here() as (settings, manuscript):
        told = telling(day, note, "It is called otherwise.")
        undoes = renamed(manuscript, (kind, id_called(manuscript, kind, id_)), new, told, published_graves(settings))
        carry_out(settings, manuscript, None, yes=yes, allowed=Allowed(undoes=undoes))

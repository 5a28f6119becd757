"""`dateline move-claim` and `dateline split-event`: claims that belong to another event."""

from typing import Any

import click

from dateline.cli.answers import a_text
from dateline.cli.called import id_called
from dateline.cli.revised import DATE, YES, carry_out, checked_day, manuscript_here, note, telling
from dateline.editing.revising import Offshoot
from dateline.editing.revising import move_claim as moved
from dateline.editing.revising import split_event as split_off
from dateline.records.types.named_kinds import CLAIM


@click.command("move-claim")
@click.argument("claim", metavar="EVENT#CLAIM")
@click.argument("event", metavar="EVENT")
@click.option("--id", "id_", help="Its id there; its own, or with a number behind it, if absent.")
@note("Why, in a sentence; readers see it.", needed=True)
@DATE
@YES
def move_claim(claim: str, event: str, id_: str | None, note: str, day: str | None, *, yes: bool) -> None:  # noqa: PLR0913 - one parameter an option
    """Move a claim, EVENT#CLAIM, to another EVENT.

    It goes as it is typed, with its comments. Whatever names it follows, and it leaves a tombstone and an entry of type
    correction. An event keeps its last claim: remove or merge the event instead.
    """
    with manuscript_here() as (settings, manuscript):
        told = telling(day, note, "", "correction")
        to = id_called(manuscript, "event", event)
        moved(manuscript, id_called(manuscript, CLAIM, claim), to, told, id_)
        carry_out(settings, manuscript, told, yes=yes)


@click.command("split-event")
@click.argument("event", metavar="EVENT")
@click.argument("new", metavar="NEW")
@click.option("--claim", "claims", multiple=True, required=True, help="A claim that goes. May be given again.")
@click.option("--title", required=True, help="The headline of the new event, in your own neutral words.")
@click.option("--when", metavar="EDTF", help="When it happened; as the other if absent.")
@note("Why, in a sentence; readers see it.", needed=True)
@DATE
@YES
def split_event(event: str, new: str, note: str, day: str | None, *, yes: bool, **said: Any) -> None:
    """Make a NEW event of some claims of EVENT.

    It begins with the other's kind, date, places and actors: take away by hand what belongs to one of them only.
    Whatever names the claims follows; each leaves a tombstone, and EVENT an entry of type correction.
    """
    with manuscript_here() as (settings, manuscript):
        told = telling(day, note, "", "correction")
        when = checked_day(said["when"]) if said["when"] is not None else None
        split_off(
            manuscript,
            id_called(manuscript, "event", event),
            Offshoot(new, said["claims"], a_text(said["title"]), when),
            told,
        )
        carry_out(settings, manuscript, told, yes=yes)

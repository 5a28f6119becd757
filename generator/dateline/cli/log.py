"""`dateline log`: an entry in a record's history."""

from typing import Final, get_args

import click

from dateline.cli.called import id_called
from dateline.cli.revised import DATE, YES, carry_out, manuscript_here, telling
from dateline.cli.taken_words import Word
from dateline.editing.revising import log_change
from dateline.records.types.shared import ChangeType, RecordKind

_KINDS: Final = tuple(kind.value for kind in RecordKind)


@click.command()
@click.argument("id_", metavar="ID")
@click.argument("type_", metavar="TYPE", type=Word(get_args(ChangeType)))
@click.argument("note")
@click.option(
    "--kind",
    type=Word([kind.value for kind in RecordKind]),
    help="What kind of record it is, where several have the id.",
)
@click.option("--dispute", help="The dispute that the change belongs to.")
@DATE
@YES
def log(id_: str, type_: str, note: str, day: str | None, *, yes: bool, **said: str | None) -> None:
    """Write an entry into the history of the record ID, as its newest; of EVENT#CLAIM into that of the event.

    TYPE is correction, new-evidence, resolution, reopening or retraction; NOTE says in one sentence what changed and
    why. Readers find it on the page of changes.
    """
    with manuscript_here() as (settings, manuscript):
        dispute = id_called(manuscript, "dispute", said["dispute"]) if said["dispute"] is not None else None
        record = id_called(manuscript, said["kind"], id_)
        log_change(manuscript, record, telling(day, note, "", type_), kind=said["kind"], dispute=dispute)
        carry_out(settings, manuscript, None, yes=yes)

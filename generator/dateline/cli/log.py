"""`dateline log`: an entry in a record's history."""

from typing import get_args

import click

from dateline.cli.revised import DATE, YES, carry_out, manuscript_here, telling
from dateline.editing.revising import log_change
from dateline.records.types.shared import ChangeType


@click.command()
@click.argument("id_", metavar="ID")
@click.argument("type_", metavar="TYPE", type=click.Choice(get_args(ChangeType)))
@click.argument("note")
@click.option("--kind", help="What kind of record it is, where several have the id.")
@click.option("--dispute", help="The dispute that the change belongs to.")
@DATE
@YES
def log(id_: str, type_: str, note: str, day: str | None, *, yes: bool, **said: str | None) -> None:
    """Write an entry into the history of the record ID, as its newest.

    TYPE is correction, new-evidence, resolution or retraction; NOTE says in one sentence what changed and why.
    Readers find it on the page of changes.
    """
    with manuscript_here() as (settings, manuscript):
        log_change(manuscript, id_, telling(day, note, "", type_), kind=said["kind"], dispute=said["dispute"])
        carry_out(settings, manuscript, None, yes=yes)

"""What is made on the spot where an answer names a record that is not there."""

from functools import partial

import click

from dateline.cli.dialogue import Maker
from dateline.cli.intake import add
from dateline.cli.new_record import NewRecord
from dateline.cli.on_the_spot import make_named
from dateline.records.types import RecordKind
from dateline.records.types.fields import is_id


def maker_of(desk: NewRecord) -> Maker:
    """Return what makes a record for a desk."""
    return partial(_make, desk)


def _make(desk: NewRecord, kind: RecordKind, name: str) -> bool:
    return _make_source(name) if kind is RecordKind.SOURCE else make_named(desk, kind, name) is not None


def _make_source(name: str) -> bool:
    file = click.prompt("To record it now, the file with its article (empty: not now)", default="", show_default=False)
    if not file.strip():
        return False
    try:
        add.main([file.strip(), *(("--id", name) if is_id(name) else ())], standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return False
    return True

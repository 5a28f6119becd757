"""What is made on the spot where an answer names a record that is not there."""

from functools import partial
from typing import Final

import click

from dateline.cli.dialogue import BACK, HELP, Maker
from dateline.cli.intake import add
from dateline.cli.new_record import NewRecord
from dateline.cli.on_the_spot import make_named
from dateline.records.types import RecordKind
from dateline.records.types.fields import is_id

_OF_FILES: Final = (
    "The article as you saved it, outside of the project: text (.txt), Markdown, a page (.html, .mhtml), a mail "
    f"(.eml), a PDF or subtitles (.srt, .vtt). Empty, or {BACK}: back to the question, which another source may answer"
)


def maker_of(desk: NewRecord) -> Maker:
    """Return what makes a record for a desk."""
    return partial(_make, desk)


def _make(desk: NewRecord, kind: RecordKind, name: str) -> bool:
    return _make_source(name) if kind is RecordKind.SOURCE else make_named(desk, kind, name) is not None


def _make_source(name: str) -> bool:
    file = _asked_file()
    if not file:
        return False
    try:
        add.main([file, *(("--id", name) if is_id(name) else ())], standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return False
    return True


def _asked_file() -> str:
    """Ask for the file of an article; nothing where it is not to be recorded now."""
    question = "To record it now, the file with its article (empty: not now)"
    while (file := click.prompt(question, default="", show_default=False).strip()) == HELP:
        click.echo(_OF_FILES)
    return "" if file == BACK else file

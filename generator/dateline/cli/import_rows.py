"""`dateline import`: tables and bibliographies of others as drafts."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import click

from dateline.cli.given_files import create
from dateline.cli.import_forms import (
    ENCODINGS,
    FORMATS,
    LISTS,
    ImportAsked,
    beginning_map,
    guessed,
    list_planned,
    notes_of,
    order_note,
    refuse_map,
    table_of,
    unreadable,
)
from dateline.cli.import_told import not_placed_csv, show
from dateline.cli.reporting import printable
from dateline.cli.revised import YES, manuscript_here, write_if_asked
from dateline.cli.taken_words import Word
from dateline.cli.terminal import can_ask
from dateline.editing import importing
from dateline.editing.importing import PRESETS, ColumnMap, ColumnTarget, ImportPlan, TableError
from dateline.editing.importing.column_targets import KINDS, NOTHING, is_target, targets
from dateline.editing.importing.import_run import Destination, beginning_of, planned
from dateline.editing.revising import FileChange, Manuscript, completed
from dateline.records.types import RecordKind
from dateline.site.settings import Settings

_CHECKED: Final = 2000
"""Up to how many files are checked before they are written; what more come to, `dateline check` tells afterwards."""
_KINDS: Final = tuple(kind.value for kind in KINDS)


@click.command("import")
@click.argument("form", metavar="FORMAT", type=Word(FORMATS))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--map", "map_", type=click.Path(dir_okay=False, path_type=Path), help="What its columns become.")
@click.option(
    "--write-map", type=click.Path(dir_okay=False, path_type=Path), help="Write such a map, guessed, and stop."
)
@click.option("--preset", type=Word(tuple(PRESETS)), help="A shape whose columns are known.")
@click.option("--record", type=Word(_KINDS), help="What a row is; an event if absent.")
@click.option("--sheet", help="Which sheet of a spreadsheet; the first if absent.")
@click.option("--encoding", type=Word(ENCODINGS), help="In what a CSV is saved, if not in UTF-8; cp1252 is Excel's.")
@click.option("--language", "languages", multiple=True, help="Of Wikidata: take names in it, too. May be given again.")
@click.option("--name", help="Under which name the rows are known again; that of the file if absent.")
@click.option(
    "--told", type=click.Path(dir_okay=False, path_type=Path), help="Write all that is not placed to this CSV."
)
@click.option("--dry-run", is_flag=True, help="Only show what would be written.")
@YES
def import_rows(  # noqa: PLR0913 - the options, each with its name
    form: str,
    file: Path,
    *,
    map_: Path | None,
    write_map: Path | None,
    told: Path | None,
    dry_run: bool,
    yes: bool,
    **said: Any,
) -> None:
    """Make drafts of the rows of FILE, a table or a bibliography of somebody else's.

    Shows first what it would write, what of the file has no place, and why. A second run changes nothing; a row that
    changed changes its record, and leaves what an editor wrote. Names of victims are withheld and counted.
    """
    asked = ImportAsked(form=form, file=file, map=map_, **said)
    refuse_map(form, write_map, map_, asked.preset)
    if write_map is not None:
        _write_map(asked, write_map)
        return
    with manuscript_here() as (settings, manuscript):
        try:
            known, plan = _plan(asked, manuscript)
        except TableError as error:
            raise unreadable(asked.file, error) from None
        show(known, plan, _shown(file))
        if told is not None:
            create(told, not_placed_csv(plan))
            click.echo(f"Written: {printable(str(told))}, all that is not placed")
        if not dry_run:
            _carry_out(settings, manuscript, plan, yes=yes)


def _plan(asked: ImportAsked, manuscript: Manuscript) -> tuple[ColumnMap, ImportPlan]:
    to = Destination(manuscript.version.corpus, manuscript.content, manuscript.root, asked.file.name)
    if asked.form in LISTS:
        return list_planned(asked, to)
    first, table = beginning_of(table_of(asked))
    known = beginning_map(asked, table, first)
    plan = planned(table, known, to, _progress)
    plan.notes = notes_of(asked, table, known, first)
    return known, plan


def _write_map(asked: ImportAsked, target: Path) -> None:
    try:
        first, table = beginning_of(table_of(asked))
    except TableError as error:
        raise unreadable(asked.file, error) from None
    guess = guessed(asked, table, first)
    seen = importing.samples(table.columns, first)
    known = _confirmed(guess, seen) if can_ask() else guess
    create(target, importing.map_text(known, seen))
    click.echo(f"Written: {printable(str(target))}. Look through it, then: dateline import … --map {target}")
    for note in order_note(known, first):
        click.echo(note)


def _confirmed(guess: ColumnMap, seen: Mapping[str, str]) -> ColumnMap:
    """Return a map whose columns somebody at the terminal looked at."""
    found = dict(guess.columns)
    for column, said in seen.items():
        default = guess.columns[column].to if column in guess.columns else NOTHING
        question = f"{printable(column)} (such as: {printable(said[:40])})" if said else printable(column)
        answer = click.prompt(question, default=default, value_proc=lambda text: _checked(guess.record, text))
        found[column] = ColumnTarget(answer)
    return replace(guess, columns=found)


def _checked(record: RecordKind, text: str) -> str:
    if not is_target(record, text):
        raise click.UsageError(f"one of: {', '.join(targets(record))}")
    return text


def _progress(rows: int) -> None:
    if can_ask():
        click.echo(f"\r{rows} rows", nl=False, err=True)
    elif rows % _TOLD == 0:
        click.echo(f"{rows} rows", err=True)


_TOLD: Final = 2000


def _carry_out(settings: Settings, manuscript: Manuscript, plan: ImportPlan, *, yes: bool) -> None:
    changes = [FileChange(path, before, after) for path, (before, after) in sorted(plan.changes.items())]
    if not changes:
        click.echo("Nothing to change.")
        return
    records = [one for one in changes if not one.path.startswith(".")]
    if len(records) <= _CHECKED:
        for one in records:
            manuscript.write(one.path, (one.after or b"").decode())
        completed(manuscript, None)
    files = write_if_asked(settings, changes, len(records), yes=yes)
    click.echo(f"\n{files} written, all of them drafts. dateline check tells what they lack.")


def _shown(path: Path) -> str:
    return printable(path.as_posix())

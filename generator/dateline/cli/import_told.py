"""What an import would write and what it leaves out, as somebody at the terminal reads it, and as a table."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

import click

from dateline.cli.reporting import printable
from dateline.editing.importing import ColumnMap, ImportPlan, Unplaced
from dateline.editing.importing.column_targets import NOTHING
from dateline.ground.cells import csv_lines
from dateline.ground.problems import Code
from dateline.records.types import RecordKind

_SHOWN: Final = 40
_LONG: Final = 60
_SILENT: Final = 5


def show(known: ColumnMap, plan: ImportPlan, file: str) -> None:
    """Tell what an import comes to: its columns, its records, and what has no place."""
    click.echo(f"{file}: {plan.rows} row{'s' * (plan.rows != 1)}")
    _listed("Columns:", list(_columns(known, plan)))
    for note in plan.notes:
        click.echo(f"\n{printable(note)}")
    _listed("Records:", list(_counted(plan)))
    _, path, text = plan.sample
    if path:
        _listed(f"The first of them, {printable(path)}:", text.splitlines())
    if plan.unplaced:
        click.echo(f"\nNot placed ({len(plan.unplaced)}):")
        lines = list(_grouped(plan.unplaced, file))
        for line in lines[:_SHOWN]:
            click.echo(f"  {printable(line)}")
        if len(lines) > _SHOWN:
            click.echo(f"  … and {len(lines) - _SHOWN} more: --told FILE writes all of them to a table")
    if plan.silent:
        said = ", ".join(f"{text} ({count})" for text, count in plan.silent.most_common(_SILENT))
        click.echo(f"\nTaken as empty, since they say nothing: {printable(said)}")
    if plan.withheld:
        click.echo(
            f"\nWithheld: {plan.withheld} name{'s' * (plan.withheld != 1)} of victims, which stand in no record."
        )
    if plan.gone:
        stay = "1 record stays whose row is" if plan.gone == 1 else f"{plan.gone} records stay whose rows are"
        click.echo(f"\n{stay} not in this file any more.")


def _listed(head: str, lines: list[str]) -> None:
    if lines:
        click.echo(f"\n{head}")
    for line in lines:
        click.echo(f"  {printable(line)}")


def _grouped(unplaced: list[Unplaced], file: str) -> Iterator[str]:
    """Yield a line for each thing that has no place, and one for all rows that say the same."""
    counts = Counter(_alike(one) for one in unplaced)
    for one in unplaced:
        count = counts.pop(_alike(one), 0)
        if count:
            yield f"{told(one, file)}{f'; so in {count} rows' if count > 1 else ''}"


def _alike(one: Unplaced) -> tuple[str, ...]:
    """Return what things have in common that are told in one line: what rows lack, or what decides about them all."""
    is_of_all = one.code is Code.MISSING_KEY or (one.code is Code.BAD_DATE and "order:" in one.cure)
    return (one.column, one.code.value, one.cure) if is_of_all else (one.column, one.code.value, one.said, one.why)


def told(one: Unplaced, file: str) -> str:
    """Return a line about what has no place: where it stands, its code, why, and what to do."""
    where = str(one.position) if one.position is not None else file
    cell = f"row {one.row}, {one.column}" if one.column else f"row {one.row}"
    said = f" '{one.said[:_LONG]}{'…' if len(one.said) > _LONG else ''}':" if one.said else ""
    return f"{where}: {cell}: [{one.code}]{said} {one.why}{f' ({one.cure})' if one.cure else ''}"


def not_placed_csv(plan: ImportPlan) -> str:
    """Return all that is not placed as a table, of which no cell is a formula."""
    head = ("row", "column", "code", "said", "why", "what to do")
    cells = ((one.row, one.column, one.code.value, one.said, one.why, one.cure) for one in plan.unplaced)
    unmapped = (
        ("", column, "unknown-key", f"{count} cells", "the column becomes nothing", "say in a map what it becomes")
        for column, count in sorted(plan.unmapped.items())
    )
    return "".join(csv_lines((head, *cells, *unmapped)))


def _columns(known: ColumnMap, plan: ImportPlan) -> Iterator[str]:
    width = max((len(name) for name in [*known.columns, *plan.unmapped]), default=0)
    for name in known.key:
        if name not in known.columns:
            yield f"{name:{width}}  tells rows apart"
    for name, target in known.columns.items():
        if target.to != NOTHING:
            yield f"{name:{width}}  {target.to}"
    if out := [name for name, target in known.columns.items() if target.to == NOTHING]:
        yield f"left out on purpose: {', '.join(out)}"
    for name, count in plan.unmapped.items():
        cells = f"{count} cell{'s' * (count != 1)}"
        yield f"{name:{width}}  - not placed, {cells}: say in a map what it becomes, or nothing"


def _counted(plan: ImportPlan) -> Iterator[str]:
    for kind in RecordKind:
        found = [f"{count} {what}" for (of, what), count in plan.counts.items() if of is kind]
        if found:
            yield f"{kind.folder}: {', '.join(found)}"
    if not plan.counts:
        yield "none"

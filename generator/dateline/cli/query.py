"""`dateline query`: the records of this folder, asked in SQL."""

import json
from collections.abc import Sequence

import click
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline.cli.reporting import printable
from dateline.cli.sites import edition_of, settings_here
from dateline.ground.cells import csv_lines
from dateline.pages.exports.asking import RefusedQuestionError, SqlAnswer, answer_of

_WIDE = 160
"""The characters of a line that nobody looks at in a terminal."""


@click.command()
@click.argument("sql")
@click.option("--set", "values", multiple=True, metavar="NAME=VALUE", help="What :NAME stands for in SQL.")
@click.option("--csv", "form", flag_value="csv", help="Answer as CSV.")
@click.option("--json", "form", flag_value="json", help="Answer as JSON: a list of objects.")
def query(sql: str, values: Sequence[str], form: str | None) -> None:
    """Ask the published records in SQL, without a build.

    The tables, columns and views are those of data/chronology.sqlite; nothing can be changed. An example:
    dateline query "SELECT happened, text FROM claimed WHERE outcome = 'open'"
    """
    given = dict(map(_value, values))
    edition = edition_of(settings_here(), "nothing was asked")
    try:
        answer = answer_of(edition, sql, given)
    except RefusedQuestionError as error:
        raise click.ClickException(printable(f"this cannot be asked: {error}")) from error
    _tell(answer, form)


def _value(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name.isidentifier():
        raise click.BadParameter(f"'{text}' is no NAME=VALUE, such as place=al-bukamal", param_hint="--set")
    return name, value


def _tell(answer: SqlAnswer, form: str | None) -> None:
    if form == "csv":
        click.echo("".join(csv_lines((answer.columns, *answer.rows))), nl=False)
    elif form == "json":
        rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        _tell_people(answer)


def _tell_people(answer: SqlAnswer) -> None:
    console = Console(highlight=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=_WIDE)
    table = Table(box=box.SIMPLE_HEAD)
    for name in answer.columns:
        table.add_column(Text(printable(name)), overflow="fold")
    for row in answer.rows:
        table.add_row(*(Text("" if cell is None else printable(str(cell))) for cell in row))
    console.print(table)
    count = len(answer.rows)
    click.echo(f"{count} row{'s' * (count != 1)}.", err=True)

"""The blocks of an article as an editor sees them: what is taken or in doubt, and all that is not taken, with why."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline.cli.reporting import printable
from dateline.editing.intake import BlockKind, Judged
from dateline.ground.extraction import Article, TextForm

_MOST_DRAWN: Final = 500


def show_blocks(judged: Sequence[Judged], article: Article) -> None:
    """Show every block of an article: each word of it is in the first table or in the second."""
    taken = [block for block in judged if not block.drops or not block.is_sure]
    left = [block for block in judged if block.drops and block.is_sure]
    with_units = any(block.unit for block in taken)
    title = f"{_counted(len(judged), 'block')} of {article.form}"
    rows = [(_row(block, with_units=with_units), None if block.is_sure else "yellow") for block in taken]
    _show(title, ("block", "taken for", *["stands in"] * with_units), rows)
    if left:
        total = sum(block.words for block in left)
        title = f"Not taken: {_counted(total, 'word')} in {_counted(len(left), 'block')}"
        _show(title, ("blocks", "taken for"), [(row, None) for row in _rows_not_taken(left)])
    for why, count in article.hidden.items():
        click.echo(f"Not shown by the {_form(article)}: {_words(count)}{printable(why)}.")


def _form(article: Article) -> str:
    return "file" if article.form in {TextForm.MAIL, TextForm.MARKDOWN} else "page"


def _words(count: int) -> str:
    return f"{_counted(count, 'word')}, " if count else ""


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'s' * (count != 1)}"


def _row(block: Judged, *, with_units: bool) -> tuple[str, ...]:
    kind = "?" if block.kind is None else f"{block.kind}{'' if block.is_sure else ' ?'}"
    unit = [block.unit or ""] * with_units
    return str(block.number), kind, *unit, str(block.words), printable(block.beginning), block.reason


def _show(title: str, first: Sequence[str], rows: Sequence[tuple[tuple[str, ...], str | None]]) -> None:
    """Show a table; one so long that no screen holds it, as lines, since drawing it would take longer than reading."""
    headings = (*first, "words", "begins", "because")
    if len(rows) > _MOST_DRAWN:
        click.echo("\n".join([title, *(" | ".join(row) for row in (headings, *(row for row, _ in rows)))]))
        return
    table = Table(title=title)
    for heading in headings:
        is_number = heading in {"block", "blocks", "words"}
        table.add_column(heading, justify="right" if is_number else "left", overflow="fold")
    for row, style in rows:
        table.add_row(*map(Text, row), style=style)
    Console().print(table)


def _rows_not_taken(left: Sequence[Judged]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each run of blocks that are left out for one reason; of comments never a word is shown."""
    runs = groupby(enumerate(left), key=lambda entry: (entry[1].kind, entry[1].reason, entry[1].number - entry[0]))
    for (kind, reason, _), entries in runs:
        run = [block for _, block in entries]
        numbers = str(run[0].number) if len(run) == 1 else f"{run[0].number}-{run[-1].number}"
        begins = "" if kind is BlockKind.COMMENTS else printable(run[0].beginning)
        shown = f"{kind} ({len(run)} blocks)" if len(run) > 1 else str(kind)
        yield numbers, shown, str(sum(block.words for block in run)), begins, reason

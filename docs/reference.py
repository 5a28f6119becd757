"""Pages of the documentation that are made of the code: every command, field, problem and export.

A hook of MkDocs: https://www.mkdocs.org/user-guide/configuration/#hooks.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

import click
from dateline.cli import main
from dateline.cli.import_forms import WHAT
from dateline.editing.importing import PRESETS
from dateline.editing.importing.bibtex_entries import FIELDS as BIBTEX
from dateline.editing.importing.column_map import ColumnTarget
from dateline.editing.importing.column_targets import KINDS, targets
from dateline.editing.importing.ris_entries import FIELDS as RIS
from dateline.pages.exports import EXPORTS, Export
from dateline.pages.exports.all_tables import TABLES
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

_GENERATOR = Path(__file__).resolve().parent.parent / "generator"
_REPOSITORY = re.compile(r"\]\(\.\./[^)]*\)")
_WIDTH = 10_000  # so that click breaks no line: the browser does


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that nobody writes."""
    made = {
        "reference/commands.md": "\n".join(_commands(main, click.Context(main, info_name="dateline"))),
        "reference/fields.md": _carried_over("FIELDS.md"),
        "reference/problems.md": _carried_over("PROBLEMS.md"),
        "reference/imports.md": "\n".join(_imports()),
        "reference/exports.md": "\n".join(_exports()),
    }
    for name, content in made.items():
        files.append(File.generated(config, name, content=content))
    return files


def _carried_over(name: str) -> str:
    """Return a file of the engine's; what it links to outside of the documentation is named without a link."""
    return _REPOSITORY.sub("]", (_GENERATOR / name).read_text(encoding="utf-8")).replace(
        "[CONTRIBUTING.md]", "CONTRIBUTING.md"
    )


def _imports() -> Iterator[str]:
    """Tell of every format that is read, what a column may become, and what known data sets become."""
    yield from ("# Imports", "", "What `dateline import` and `dateline init --from` read, and what becomes of it.", "")
    yield from _table("format | what it is", ((f"`{name}`", _cell(what)) for name, what in WHAT.items()))
    for kind in KINDS:
        article = "an" if kind.value[0] in "aeiou" else "a"
        yield from ("", f"## What a column becomes where a row is {article} {kind.value}", "")
        yield from _table("word | means", ((f"`{name}`", _cell(meaning)) for name, meaning in targets(kind).items()))
    for name, preset in PRESETS.items():
        yield from ("", f"## {name}", "", *preset.notes, "")
        columns = ((column, to.to if isinstance(to, ColumnTarget) else to) for column, to in preset.columns.items())
        yield from _table("column | becomes", ((f"`{column}`", f"`{to}`") for column, to in columns))
    for name, fields in (("BibTeX", BIBTEX), ("RIS", RIS)):
        yield from ("", f"## {name}", "")
        yield from _table(f"{name} | CSL", ((f"`{field}`", f"`{csl}`") for field, csl in fields.items()))


def _exports() -> Iterator[str]:
    """Tell of every file for other tools, and of every table what it has in its columns."""
    yield from ("# Exports", "", "What each site has for other tools; its page *Data* offers it.", "")
    yield from _table(
        "file | holds | media type | format",
        ((f"`{one.path}`", _cell(one.what), f"`{one.media_type}`", _format_of(one)) for one in EXPORTS),
    )
    for table in TABLES:
        own = "" if table.is_file else " In the database only."
        yield from ("", f"## {table.name}", "", f"{table.what}.{own}", "")
        yield from _table(
            "column | type | says", ((f"`{one.name}`", one.type, _cell(one.what)) for one in table.columns)
        )


def _format_of(export: Export) -> str:
    """Name the format of an export, with a link where it is described elsewhere."""
    if export.schema is None:
        return ""
    name, address = export.schema.name, export.schema.address
    return f"[{name}]({address})" if "://" in address else name


def _commands(command: click.Command, context: click.Context) -> Iterator[str]:
    """Tell a command and all below it: what it does, how it is called, what each option means."""
    words = context.command_path.split()
    yield f"{'#' * min(len(words), 3)} {' '.join(words) if len(words) > 1 else 'Commands'}"
    yield ""
    if len(words) == 1 or not isinstance(command, click.Group):
        yield f"```text\n{context.command_path} {' '.join(command.collect_usage_pieces(context))}\n```"
        yield ""
    for paragraph in (command.help or "").replace("\b\n", "").split("\n\n"):
        yield escape(" ".join(paragraph.split()), quote=False)
        yield ""
    options = [record for each in command.get_params(context) if (record := each.get_help_record(_wide(context)))]
    if options:
        rows = ((f"`{_cell(name)}`", _cell(escape(meaning, quote=False))) for name, meaning in options)
        yield from (*_table("option | means", rows), "")
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None and not below.hidden:
                yield from _commands(below, click.Context(below, info_name=name, parent=context))


def _wide(context: click.Context) -> click.Context:
    context.terminal_width = context.max_content_width = _WIDTH
    return context


def _table(heads: str, rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Yield the lines of a table, whose heads have bars between them."""
    yield f"| {heads} |"
    yield f"|{'---|' * (heads.count('|') + 1)}"
    yield from (f"| {' | '.join(cells)} |" for cells in rows)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")

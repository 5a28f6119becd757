"""A chronology that begins with a file of somebody's: its words, and a draft of each row."""

from dataclasses import replace
from pathlib import Path
from typing import Final

import click

from dateline.cli.import_forms import LISTS, ImportAsked, beginning_map, list_planned, notes_of, table_of, unreadable
from dateline.cli.import_told import show
from dateline.cli.reporting import printable
from dateline.cli.terminal import can_ask
from dateline.editing.importing import ImportPlan, Row, TableError
from dateline.editing.importing.import_run import Destination, planned
from dateline.editing.importing.words_of_rows import Words, with_words, words_of
from dateline.records import loading
from dateline.site.settings import Settings

_FORMS: Final = {
    ".csv": "csv",
    ".tsv": "csv",
    ".xlsx": "xlsx",
    ".bib": "bibtex",
    ".ris": "ris",
}
_MASTHEAD: Final = "chronology.yml"


def form_of_file(file: Path) -> str:
    """Return the format of a file, by its ending; of JSON by what stands in it."""
    if file.suffix.lower() == ".json":
        head = file.read_text(encoding="utf-8", errors="replace")[:100_000].lstrip()
        if head.startswith("["):
            return "csl"
        return "timelinejs" if '"events"' in head else "wikidata-json"
    form = _FORMS.get(file.suffix.lower())
    if form is None:
        raise click.UsageError(f"--from takes a file that ends in {', '.join([*_FORMS, '.json'])}")
    return form


def begin_from(made: Path, asked: ImportAsked) -> None:
    """Write the words and the drafts of a file into a chronology that is being made, and tell what has no place."""
    content = made / "content"
    try:
        plan = _planned(content, asked)
    except TableError as error:
        raise unreadable(asked.file, error) from None
    for path, (_, after) in plan.changes.items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_bytes(after)
    if not plan.changes:
        click.echo(
            "\nNo row has become a record. Say in a map what the columns become: "
            f"dateline import {asked.form} {printable(asked.file.as_posix())} --write-map MAP"
        )


def _planned(content: Path, asked: ImportAsked) -> ImportPlan:
    if asked.form in LISTS:
        known, plan = list_planned(asked, _destination(content, asked))
        show(known, plan, printable(asked.file.name))
        return plan
    table = table_of(asked)
    rows: list[Row] = list(table.rows)
    known = beginning_map(asked, table, rows)
    words = _agreed(words_of(rows, known))
    masthead = content / _MASTHEAD
    masthead.write_text(with_words(masthead.read_text(encoding="utf-8"), words), encoding="utf-8")
    for name, of in words.items():
        click.echo(f"{name}: {', '.join(map(printable, of))}")
    plan = planned(replace(table, rows=rows), known, _destination(content, asked), lambda _: None)
    plan.notes = notes_of(asked, table, known, rows)
    show(known, plan, printable(asked.file.name))
    return plan


def _agreed(words: Words) -> Words:
    """Return the words that are to be in the vocabulary; somebody at the terminal is asked, list by list."""
    if not can_ask():
        return words
    return {
        name: of
        for name, of in words.items()
        if click.confirm(f"{name}: {', '.join(map(printable, of))}. Are these its words?", default=True)
    }


def _destination(content: Path, asked: ImportAsked) -> Destination:
    settings = Settings.of(content.parent)
    corpus, _ = loading.load(settings.content, settings.root)
    return Destination(corpus, settings.content, settings.root, asked.file.name)

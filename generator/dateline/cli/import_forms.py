"""The formats that `dateline import` reads: what each file becomes, and what its columns are."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click

from dateline.cli.extras import require_extra
from dateline.cli.given_files import read_text_file
from dateline.cli.reporting import printable, report
from dateline.editing import importing
from dateline.editing.importing import ColumnMap, ImportPlan, Row, Table, TableError
from dateline.editing.importing.import_run import Destination, planner_of
from dateline.editing.importing.listed_sources import ItemReader, items_of
from dateline.editing.importing.presets import archiver_map, archiver_table
from dateline.editing.importing.proposals import RowOutcome
from dateline.editing.importing.timeline_slides import timeline_map, timeline_table, without_markup
from dateline.editing.importing.wikidata_entities import EntityReader, entities_of
from dateline.editing.importing.xlsx_sheets import sheet_table
from dateline.ground import yamltree
from dateline.records.types import RecordKind

LISTS: Final = ("csl", "bibtex", "ris", "wikidata-json")
"""What is read as items, each of which says itself what it is."""
WHAT: Final[Mapping[str, str]] = {
    "csv": "A table in UTF-8, its values parted by commas, semicolons, tabs or bars; the first row names the columns.",
    "xlsx": "A spreadsheet: the first sheet, or the one that `--sheet` names. It needs the extra `tables`.",
    "timelinejs": "A timeline of TimelineJS: its JSON, or its spreadsheet as CSV or xlsx. A year with a minus is BCE.",
    "autoarchiver": "What Auto Archiver wrote, its sheet or its own CSV: sources, each with its capture.",
    "csl": "CSL-JSON, as Zotero and others export it: sources. What `data/sources.csl.json` says is read back whole.",
    "bibtex": "BibTeX or BibLaTeX: sources.",
    "ris": "RIS: sources.",
    "wikidata-json": (
        "Entities as Special:EntityData/Q….json gives them: a place where one has coordinates, an event where it has a "
        "time, else an actor. Its names, address, coordinates and times are taken; other statements are told."
    ),
}
"""What each format is, and what becomes of it."""
FORMATS: Final = tuple(WHAT)
ENCODINGS: Final = (
    *("utf-8", "utf-16", "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257"),
    *("iso-8859-1", "iso-8859-2", "iso-8859-15", "koi8-r", "mac-roman", "gb18030", "big5", "shift-jis", "euc-kr"),
)
"""In what programs save a table of text."""
_MAPS: Final[Mapping[str, Callable[[str, tuple[str, ...]], ColumnMap]]] = {
    "timelinejs": timeline_map,
    "autoarchiver": archiver_map,
}
_SHOWN: Final = 12
_XLSX: Final = frozenset({".xlsx", ".xlsm"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportAsked:
    """What the command was asked for."""

    form: str
    file: Path
    map: Path | None = None
    record: str | None = None
    name: str | None = None
    preset: str | None = None
    sheet: str | None = None
    encoding: str | None = None
    languages: tuple[str, ...] = ()

    @property
    def known_as(self) -> str:
        """Under which name the rows are known again."""
        return importing.name_of(self.name or self.file.stem)


def table_of(asked: ImportAsked) -> Table:
    """Return the table of a file; raises TableError."""
    if asked.form == "timelinejs" and asked.file.suffix.lower() == ".json":
        return without_markup(timeline_table(asked.file))
    if asked.form == "xlsx" or (asked.form != "csv" and asked.file.suffix.lower() in _XLSX):
        require_extra("tables")
        table = sheet_table(asked.file, asked.sheet)
    else:
        table = importing.csv_table(asked.file, asked.encoding)
    if asked.form == "timelinejs":
        return without_markup(table)
    return archiver_table(table) if asked.form == "autoarchiver" else table


def refuse_map(form: str, *given: object) -> None:
    """Stop where a format is to have a map that takes none."""
    if form in LISTS and any(given):
        raise click.UsageError(f"{form} says itself what each part of it is: it takes no map")


def notes_of(asked: ImportAsked, table: Table, known: ColumnMap, first: Sequence[Row]) -> tuple[str, ...]:
    """Return what is told of a file as a whole: by itself, of its shape, and of its dates."""
    preset = importing.PRESETS[asked.preset].notes if asked.preset is not None else ()
    return (*table.notes, *preset, *order_note(known, first))


def order_note(known: ColumnMap, first: Sequence[Row]) -> tuple[str, ...]:
    """Return what some dates of a file show of the others, if they do."""
    order = importing.hinted_order(known, first) if known.order is None else None
    return () if order is None else (f"Some of its dates can be read in one way only. If all are so: order: {order}",)


def unreadable(file: Path, error: TableError) -> click.ClickException:
    """Return what is told of a file that is none of its format: where, a code, why, and what to do."""
    return click.ClickException(f"{printable(file.as_posix())}:{error.line}:1: error [{error.code}] {error}")


def own_map(asked: ImportAsked, table: Table) -> ColumnMap | None:
    """Return what the columns of a known shape become; None where nobody knows it."""
    if asked.preset is not None:
        return importing.preset_map(importing.PRESETS[asked.preset], asked.known_as, table.columns)
    made = _MAPS.get(asked.form)
    return made(asked.known_as, table.columns) if made is not None else None


def beginning_map(asked: ImportAsked, table: Table, first: Sequence[Row]) -> ColumnMap:
    """Return the map that somebody gave, or the one that is guessed; stop where there is none."""
    if asked.map is None:
        guess = guessed(asked, table, first)
        if not guess.columns:
            raise click.UsageError(
                f"no column of '{printable(asked.file.name)}' is called as columns usually are "
                f"({_listed(table.columns)}){_further(table)}. Say what they become: "
                f"dateline import {asked.form} {printable(asked.file.as_posix())} --write-map MAP, then --map MAP"
            )
        return guess
    text = read_text_file(asked.map, yamltree.MAX_BYTES, "a map is a small file")
    known, problems = importing.read_map(text, printable(asked.map.as_posix()))
    if known is None:
        report(problems, "text")
        sys.exit(1)
    for column in [*known.columns, *known.key]:
        if column not in table.columns:
            raise click.UsageError(
                f"the map names a column '{printable(column)}', which the file does not have; "
                f"it has: {_listed(table.columns)}{_further(table)}"
            )
    return known


def _listed(columns: Sequence[str]) -> str:
    return printable(f"{', '.join(columns[:_SHOWN])}{' …' if len(columns) > _SHOWN else ''}")


def _further(table: Table) -> str:
    """Return what is told of a file as a whole, which may say why it looks otherwise than somebody thinks."""
    return "".join(f"; {printable(note)}" for note in table.notes)


def guessed(asked: ImportAsked, table: Table, first: Sequence[Row]) -> ColumnMap:
    """Return what the columns of a file become as far as their names say it."""
    record = RecordKind(asked.record or RecordKind.EVENT)
    return own_map(asked, table) or importing.guessed_map(asked.known_as, record, table.columns, first)


def list_planned(asked: ImportAsked, to: Destination) -> tuple[ColumnMap, ImportPlan]:
    """Return what a list of items comes to; raises TableError where it is none."""
    known = ColumnMap(name=asked.known_as, record=RecordKind.SOURCE)
    planner, desk = planner_of(known, to)
    outcome = RowOutcome(unplaced=planner.plan.unplaced)
    if asked.form == "wikidata-json":
        masthead = to.corpus.masthead
        language = masthead.record.language if masthead is not None else "en"
        kind = RecordKind(asked.record) if asked.record is not None else None
        if kind is RecordKind.SOURCE:
            raise click.UsageError("an entity is an actor, a place or an event")
        reader = EntityReader(desk, language, asked.languages, kind)
        for number, entity in enumerate(entities_of(asked.file), 1):
            reader.read(number, entity, outcome)
            planner.plan.rows = number
    else:
        items = ItemReader(desk)
        for row, item in items_of(asked.form, asked.file):
            items.read(row, item, outcome)
            planner.plan.rows = row.number
    return known, planner.finish(outcome, known.name)

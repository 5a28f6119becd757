"""The tables: valid by frictionless, as many rows as the chronology has, and no cell that a sheet would reckon."""

import csv
import io
from itertools import repeat
from pathlib import Path

import pytest
from baseline import linked
from dateline.ground.cells import csv_lines
from dateline.pages.exports.all_tables import (
    CSV_TABLES,
    FOLDER,
    PACKAGE_PATH,
    TABLES,
    csv_files,
    rows_of_all,
    rows_of_record,
)
from dateline.pages.exports.counts import counts_of_all
from dateline.pages.shared.edition import Edition
from exported import NAMES, edition_named, exports_named, laid_out
from frictionless import validate
from hypothesis import given
from hypothesis import strategies as st

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=6)
SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"
CELLS_OF_SIGNS = st.text(st.sampled_from(f";{SIGNS}\t\nab "), max_size=6)


def begins_a_formula(cell: str, place: int) -> bool:
    """Return whether a sheet would reckon what begins there, whatever it takes for the end of a cell."""
    return cell[place] in f"{SIGNS}\t\r\n" if place == 0 else cell[place] in SIGNS and cell[place - 1] in ";\t\r\n"


def marked(place: int, cell: str) -> str:
    return f"'{cell[place]}" if begins_a_formula(cell, place) else cell[place]


def read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def table(name: str, of: str) -> list[dict[str, str]]:
    return read(exports_named(of)[f"{FOLDER}{name}.csv"])


def test_frictionless_finds_all_that_is_filled_valid_and_each_key_where_it_leads(tmp_path: Path) -> None:
    folder = laid_out(tmp_path, exports_named("hostile"))
    found = validate(str(folder / PACKAGE_PATH))
    assert found.valid, found.flatten(["type", "message"])
    assert [task.name for task in found.tasks] == [one.name for one in CSV_TABLES]


def test_frictionless_refuses_a_report_of_a_claim_that_is_not_there(tmp_path: Path) -> None:
    exports = dict(exports_named("small"))
    claims = f"{FOLDER}claims.csv"
    exports[claims] = exports[claims].rpartition(b"2020-")[0]
    assert not validate(str(laid_out(tmp_path, exports) / PACKAGE_PATH)).valid


@pytest.mark.parametrize("of", NAMES)
def test_there_are_as_many_rows_as_the_chronology_has(of: str) -> None:
    counts = counts_of_all(edition_named(of))
    assert {one.name: len(table(one.name, of)) for one in CSV_TABLES} == counts
    assert counts["reports"] > counts["claims"] >= counts["events"] > 0


@pytest.mark.parametrize("of", NAMES)
def test_a_report_is_a_speaker_a_claim_and_a_paragraph(of: str) -> None:
    graph = edition_named(of).chronology
    rows = {
        (row["speaker"], row["claim"], row["source"], row["paragraph"] or row["passage"])
        for row in table("reports", of)
    }
    assert rows == {
        (graph.origin(report), reference, report.cite.source, str(report.cite.spot))
        for reference, one in graph.claims.items()
        for report in one.claim.reports
    }


@pytest.mark.parametrize("of", NAMES)
def test_no_cell_begins_a_formula_and_each_file_says_that_it_is_utf8(of: str) -> None:
    for one in CSV_TABLES:
        content = exports_named(of)[f"{FOLDER}{one.name}.csv"]
        assert content.startswith(b"\xef\xbb\xbf")
        numbers = {column.name for column in one.columns if column.type in {"number", "integer"}}
        cells = [cell for row in read(content) for name, cell in row.items() if name not in numbers]
        assert cells
        assert not [cell for cell in cells for place in range(len(cell)) if begins_a_formula(cell, place)]


@given(st.lists(st.lists(CELLS | CELLS_OF_SIGNS, min_size=2, max_size=3), min_size=1, max_size=4))
def test_what_is_written_is_read_again_and_what_a_sheet_would_reckon_has_an_apostrophe(
    rows: list[list[str]],
) -> None:
    read_again = list(csv.reader(io.StringIO("".join(csv_lines(rows)), newline="")))
    assert read_again == [["".join(map(marked, range(len(cell)), repeat(cell))) for cell in row] for row in rows]


def test_a_number_below_zero_stays_a_number_and_a_year_before_christ_becomes_a_text() -> None:
    assert list(csv_lines([(-3.5, "-0044-03-15", True, None)])) == ["-3.5,'-0044-03-15,true,\n"]


def test_a_claim_has_its_outcome_its_voices_and_its_disputes(tmp_path: Path) -> None:
    edition = Edition(linked(tmp_path, {}))
    rows = rows_of_all(edition, lambda record: rows_of_record(edition, record))
    files = dict(csv_files(edition, rows))
    content = files[f"{FOLDER}claims.csv"]
    assert isinstance(content, bytes)
    for row in read(content):
        one = edition.chronology.claims[row["id"]]
        found = edition.assessment(one.event, one.claim)
        assert row["outcome"] == found.outcome.value
        assert row["reports"] == str(edition.echo(one.claim).reports)
        assert (row["voices"], row["sides"]) == (str(len(found.counted)), str(found.sides))
        assert row["disputes"] == " | ".join(d.id for d in edition.chronology.disputes_by_claim.get(row["id"], ()))
        assert row["url"] == f"/events/{one.event.id}/{one.claim.id}/"


def test_columns_are_named_once_and_keys_are_columns() -> None:
    names = {one.name: [column.name for column in one.columns] for one in TABLES}
    for one in TABLES:
        assert len(set(names[one.name])) == len(one.columns)
        assert {*one.key, *(name for lead in one.leading for name in lead.columns)} <= set(names[one.name])
        assert all(set(lead.to) <= set(names[lead.table]) for lead in one.leading)

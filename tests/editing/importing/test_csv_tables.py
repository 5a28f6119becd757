"""Tables of text: whatever parts their values, wherever they stand, and whatever somebody puts into a cell."""

from pathlib import Path

import pytest
from dateline.editing.importing.csv_tables import csv_table
from dateline.editing.importing.given_tables import MOST_IN_A_CELL, TableError, columns_of, letter
from dateline.ground.problems import Code
from hypothesis import given
from hypothesis import strategies as st


def table(folder: Path, text: str | bytes) -> Path:
    path = folder / "t.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_values_are_parted_by_what_stands_most_often_in_the_first_line(tmp_path: Path, sign: str) -> None:
    found = csv_table(table(tmp_path, f'Day{sign}"a, b; c"\n2017{sign}x\n'))
    assert found.columns == ("Day", "a, b; c")
    assert [dict(row.cells) for row in found.rows] == [{"Day": "2017", "a, b; c": "x"}]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_spreadsheets_save_as_unicode_is_read(tmp_path: Path, encoding: str) -> None:
    assert csv_table(table(tmp_path, "Où,b\né,1\n".encode(encoding))).columns == ("Où", "b")


def test_another_encoding_is_refused_at_its_line(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="not UTF-8") as told:
        csv_table(table(tmp_path, b"a,b\n1,2\n\xe9,2\n"))
    assert (told.value.code, told.value.line) == (Code.NOT_UTF8, 3)


def test_a_file_of_another_encoding_says_what_it_would_read_and_is_read_if_that_is_said(tmp_path: Path) -> None:
    path = table(tmp_path, "a,b\n1,2\nan attack – they say,2\n".encode("cp1252"))
    with pytest.raises(TableError, match=r"“an attack – they say.*--encoding cp1252"):
        csv_table(path)
    assert [row.cells["a"] for row in csv_table(path, "cp1252").rows] == ["1", "an attack – they say"]


@pytest.mark.parametrize("above", ["Incidents, compiled by us\n", "Incidents, compiled by us;;\n;;\nUpdated;2018;\n\n"])
def test_what_stands_above_the_names_of_the_columns_is_left_out_and_told(tmp_path: Path, above: str) -> None:
    found = csv_table(table(tmp_path, f"{above}Date of incident;Place (town);Source(s);Dead\n2017;x;y;1\n"))
    assert found.columns == ("Date of incident", "Place (town)", "Source(s)", "Dead")
    (row,) = found.rows
    assert row.number == above.count("\n") + 2
    position = row.unplaced("Dead", Code.BAD_VALUE, "why").position
    assert position is not None
    assert (position.line, position.column) == (row.number, 10)
    assert "Incidents, compiled by us" in "".join(found.notes)


@pytest.mark.parametrize(
    "text", ["Headline\na,b,c\n", "Day,What\nx,y\nTitle,Date\n", "Notes,x\nDate,Place,Source,Title\n"]
)
def test_a_first_row_that_names_columns_is_not_taken_for_a_title(tmp_path: Path, text: str) -> None:
    assert csv_table(table(tmp_path, text)).columns[0] == text.partition("\n")[0].partition(",")[0]


def test_a_cell_is_told_by_the_line_and_column_in_which_it_begins(tmp_path: Path) -> None:
    rows = list(csv_table(table(tmp_path, 'a,b,c\n"two\nlines",x,y\n1,"q,""q",z\n')).rows)
    first = rows[0].unplaced("c", Code.BAD_VALUE, "why").position
    second = rows[1].unplaced("c", Code.BAD_VALUE, "why").position
    assert first is not None
    assert second is not None
    assert [(one.line, one.column) for one in (first, second)] == [(3, 10), (4, 11)]
    assert [row.number for row in rows] == [2, 3]


def test_a_formula_is_no_value(tmp_path: Path) -> None:
    cells = ['=HYPERLINK(""http://x"")', "=A1+2", "=cmd|' /C calc'!A0", "+SUM(A1)", "=5 is not 6", "-3", "@home"]
    rows = list(csv_table(table(tmp_path, "a\n" + "\n".join(f'"{cell}"' for cell in cells) + "\n")).rows)
    assert [bool(row.faults) for row in rows] == [True, True, True, False, False, False, False]


def test_what_nobody_sees_is_taken_out_and_told(tmp_path: Path) -> None:
    (row,) = csv_table(table(tmp_path, "a,b\nx\u202ey\x1b[31m,line\u200bd\n")).rows
    assert dict(row.cells) == {"a": "xy[31m", "b": "lined"}
    assert {fault.code for fault in row.faults} == {Code.HIDDEN_CHARACTER}


def test_a_huge_cell_is_told_and_not_taken(tmp_path: Path) -> None:
    (row,) = csv_table(table(tmp_path, f"a,b\n{'x' * (MOST_IN_A_CELL + 1)},y\n")).rows
    assert dict(row.cells) == {"b": "y"}
    assert row.faults[0].code is Code.TEXT_TOO_LONG


@pytest.mark.parametrize(
    "text,why", [("", "no row"), ("\n\n", "no row"), ('a,b\n"1,2\n', "parted"), (f"a\n{'x' * 200_000}\n", "parted")]
)
def test_what_is_no_table_is_refused(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(TableError, match=why):
        list(csv_table(table(tmp_path, text)).rows)


def test_a_value_below_no_name_is_told(tmp_path: Path) -> None:
    (row,) = csv_table(table(tmp_path, "a,\n1,2,3\n")).rows
    assert dict(row.cells) == {"a": "1", "column B": "2"}
    assert [(fault.column, fault.code) for fault in row.faults] == [("column C", Code.UNKNOWN_KEY)]


@given(st.lists(st.text(max_size=8), min_size=1, max_size=40))
def test_columns_have_names_of_their_own(names: list[str]) -> None:
    found = columns_of(names)
    assert len(found) == len(names)
    assert len(set(found)) == len(names)
    assert all(found)


def test_columns_are_called_by_letters_as_in_a_spreadsheet() -> None:
    assert [letter(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]

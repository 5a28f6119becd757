"""Spreadsheets: their values as they look, and what somebody may have put into one to do harm."""

import io
import zipfile
from datetime import UTC, datetime, time
from pathlib import Path

import openpyxl
import pytest
from dateline.editing.importing import xlsx_sheets
from dateline.editing.importing.given_tables import TableError
from dateline.editing.importing.xlsx_sheets import sheet_table
from dateline.ground.problems import Code


def book(path: Path, rows: list[list[object]], other: str | None = None) -> Path:
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    if other is not None:
        made.create_sheet(other).append(["b"])
    made.save(path)
    return path


def repacked(path: Path, part: str, change: bytes) -> Path:
    """Return a spreadsheet one part of which says something else."""
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    parts[part] = change
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, said in parts.items():
            packed.writestr(name, said)
    return path


def test_values_are_read_as_they_look(tmp_path: Path) -> None:
    moment = datetime(2017, 11, 8, 14, 30, tzinfo=UTC).replace(tzinfo=None)
    day = datetime(2017, 11, 8, tzinfo=UTC).replace(tzinfo=None)
    rows: list[list[object]] = [["a", "b", "c", "d", "e", "f"], [day, moment, time(14, 30), 3.0, 2.5, True]]
    (row,) = sheet_table(book(tmp_path / "s.xlsx", rows)).rows
    assert list(row.cells.values()) == ["2017-11-08", "2017-11-08T14:30", "14:30", "3", "2.5", "true"]
    assert row.number == 2


def test_rows_keep_the_numbers_that_the_sheet_shows(tmp_path: Path) -> None:
    table = sheet_table(book(tmp_path / "s.xlsx", [[], ["a"], [], ["x"]]))
    assert table.columns == ("a",)
    assert [row.number for row in table.rows] == [4]


def test_a_formula_that_nobody_worked_out_and_an_error_are_told(tmp_path: Path) -> None:
    (row,) = sheet_table(book(tmp_path / "s.xlsx", [["a", "b", "c"], ["x", "=1+1", "#REF!"]])).rows
    assert dict(row.cells) == {"a": "x"}
    assert {(fault.row, fault.column, fault.code) for fault in row.faults} == {
        (2, "b", Code.BAD_VALUE),
        (2, "c", Code.BAD_VALUE),
    }


def test_another_sheet_is_told_and_read_by_its_name(tmp_path: Path) -> None:
    path = book(tmp_path / "s.xlsx", [["a"]], "Other")
    assert "Other" in "".join(sheet_table(path).notes)
    assert sheet_table(path, "Other").columns == ("b",)
    with pytest.raises(TableError, match="no sheet 'None'"):
        sheet_table(path, "None")


def test_what_unpacks_to_far_more_than_it_is_is_not_read(tmp_path: Path) -> None:
    path = book(tmp_path / "s.xlsx", [["a"]])
    repacked(path, "xl/worksheets/sheet1.xml", b"<worksheet>" + b" " * 30_000_000 + b"</worksheet>")
    assert path.stat().st_size < 100_000
    with pytest.raises(TableError, match="unpacks to"):
        sheet_table(path)


def test_entities_are_not_read(tmp_path: Path) -> None:
    path = book(tmp_path / "s.xlsx", [["a"], ["x"]])
    bomb = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
    with pytest.raises(TableError, match="entities"):
        sheet_table(repacked(path, "xl/worksheets/sheet1.xml", bomb))


@pytest.mark.parametrize(
    "before", [b"<!--" + b" " * 9000 + b"-->", '<?xml version="1.0" encoding="utf-16"?>'.encode("utf-16")]
)
def test_entities_are_found_however_far_in_and_however_written(tmp_path: Path, before: bytes) -> None:
    path = book(tmp_path / "s.xlsx", [["a"], ["x"]])
    bomb = '<!DOCTYPE w [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>'
    said = before + (bomb.encode("utf-16")[2:] if b"\0" in before else bomb.encode())
    with pytest.raises(TableError, match="entities"):
        sheet_table(repacked(path, "xl/worksheets/sheet1.xml", said))


_OVERRIDE = (
    '<Override PartName="/xl/odd.xml" ContentType="application/vnd.openxmlformats-officedocument.{}+xml"/></Types>'
)
_CHART = (
    '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet"'
    ' Target="odd.xml"/></Relationships>'
)


@pytest.mark.parametrize(
    "part, end, instead",
    [
        ("[Content_Types].xml", "</Types>", _OVERRIDE.format("spreadsheetml.sheet.main")),
        ("[Content_Types].xml", "</Types>", _OVERRIDE.format("spreadsheetml.sharedStrings")),
        ("xl/_rels/workbook.xml.rels", "</Relationships>", _CHART),
    ],
)
def test_a_part_that_is_held_as_a_whole_is_refused_where_it_is_large_whatever_it_is_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str, end: str, instead: str
) -> None:
    for name in ("_MOST_WHOLE", "_MOST_STRINGS"):
        monkeypatch.setattr(xlsx_sheets, name, 100_000)
    path = book(tmp_path / "s.xlsx", [["a"], ["x"]])
    repacked(path, "xl/odd.xml", b"<a>" + b" " * 200_000 + b"</a>")
    assert len(list(sheet_table(path).rows)) == 1
    with zipfile.ZipFile(path) as packed:
        said = packed.read(part).decode()
    repacked(path, part, said.replace(end, instead).encode())
    with pytest.raises(TableError, match=r"odd\.xml unpacks to 200007 bytes"):
        sheet_table(path)


def test_rows_may_be_larger_than_what_is_held_as_a_whole_and_styles_may_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx_sheets, "_MOST_WHOLE", 100_000)
    numbers: list[object] = [*range(3000)]
    path = book(tmp_path / "s.xlsx", [["a"], *([number] for number in numbers)])
    assert len(list(sheet_table(path).rows)) == 3000
    repacked(path, "xl/styles.xml", b"<styleSheet>" + b" " * 200_000 + b"</styleSheet>")
    with pytest.raises(TableError, match=r"styles\.xml unpacks to"):
        sheet_table(path)


@pytest.mark.parametrize("said", [b"", b"PK\x03\x04rest", b"a,b\n1,2\n"])
def test_what_is_no_spreadsheet_is_told(tmp_path: Path, said: bytes) -> None:
    (tmp_path / "s.xlsx").write_bytes(said)
    with pytest.raises(TableError, match="no spreadsheet"):
        sheet_table(tmp_path / "s.xlsx")


def test_a_sheet_that_breaks_off_or_is_missing_is_told(tmp_path: Path) -> None:
    path = book(tmp_path / "s.xlsx", [["a"], ["x"]])
    with zipfile.ZipFile(path) as packed:
        whole = packed.read("xl/worksheets/sheet1.xml")
    with pytest.raises(TableError):
        list(sheet_table(repacked(path, "xl/worksheets/sheet1.xml", whole[: len(whole) // 2])).rows)
    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w") as packed:
        packed.writestr("x", "y")
    path.write_bytes(empty.getvalue())
    with pytest.raises(TableError):
        sheet_table(path)


def test_an_empty_sheet_is_told(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="no row"):
        sheet_table(book(tmp_path / "s.xlsx", []))


def test_a_cell_far_out_does_not_make_a_row_of_thousands(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    made.active["A1"], made.active["A2"], made.active["XFD2"] = "a", "x", "far"
    made.save(tmp_path / "s.xlsx")
    (row,) = sheet_table(tmp_path / "s.xlsx").rows
    assert dict(row.cells) == {"a": "x"}


def test_a_cell_merged_over_rows_has_its_value_in_each_row_that_says_anything_and_that_is_told(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    for cells in (["a", "b"], ["x", "1"], [None, "2"], [None, None], [None, "3"]):
        made.active.append(cells)
    made.active.merge_cells("A2:A4")
    made.save(tmp_path / "s.xlsx")
    table = sheet_table(tmp_path / "s.xlsx")
    assert [dict(row.cells) for row in table.rows] == [{"a": "x", "b": "1"}, {"a": "x", "b": "2"}, {"b": "3"}]
    assert "its merged cells (A2:A4) were read" in "".join(table.notes)


def test_a_cell_merged_over_columns_has_its_value_in_the_first_and_that_is_told(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    for cells in (["a", "b"], ["x", None]):
        made.active.append(cells)
    made.active.merge_cells("A2:B2")
    made.save(tmp_path / "s.xlsx")
    table = sheet_table(tmp_path / "s.xlsx")
    assert [dict(row.cells) for row in table.rows] == [{"a": "x"}]
    assert "(A2:B2) have their value in the first only" in "".join(table.notes)


def test_a_title_merged_over_a_sheet_stands_above_its_columns_and_is_left_out(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    for cells in (["Incidents of our desk"], [], ["Datum", "Ort", "Tote"], ["2017-11-08", "Brunn", "3"]):
        made.active.append(cells)
    made.active.merge_cells("A1:C1")
    made.save(tmp_path / "s.xlsx")
    table = sheet_table(tmp_path / "s.xlsx")
    assert table.columns == ("Datum", "Ort", "Tote")
    assert [(row.number, dict(row.cells)) for row in table.rows] == [
        (4, {"Datum": "2017-11-08", "Ort": "Brunn", "Tote": "3"})
    ]
    assert table.notes == ("Left out, since it stands above the names of the columns: Incidents of our desk",)


def test_merged_cells_change_nothing_where_a_sheet_has_none(tmp_path: Path) -> None:
    assert sheet_table(book(tmp_path / "t.xlsx", [["a"], ["x"]])).notes == ()

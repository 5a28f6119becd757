"""What an import tells before it writes: columns, records, what has no place; and which table a file is read as."""

import csv
import json
from collections import Counter
from pathlib import Path

import click
import pytest
from dateline.cli.import_forms import (
    FORMATS,
    LISTS,
    ImportAsked,
    beginning_map,
    notes_of,
    order_note,
    own_map,
    refuse_map,
    table_of,
    unreadable,
)
from dateline.cli.import_told import not_placed_csv, show, told
from dateline.editing.importing import PRESETS, ColumnMap, ColumnTarget, ImportPlan, Row, TableError, Unplaced
from dateline.ground.problems import Code, Position
from dateline.records.types import RecordKind

MAP = ColumnMap(
    name="rows",
    key=("ID",),
    columns={"Date": ColumnTarget("date"), "Headline": ColumnTarget("title"), "Scale": ColumnTarget("nothing")},
)


def shown(plan: ImportPlan, capsys: pytest.CaptureFixture[str], known: ColumnMap = MAP) -> list[str]:
    show(known, plan, "rows.csv")
    return capsys.readouterr().out.splitlines()


# --- what it comes to ------------------------------------------------------------------------------------------------


def test_the_columns_are_told_with_what_becomes_of_each(capsys: pytest.CaptureFixture[str]) -> None:
    plan = ImportPlan(rows=2, unmapped=Counter({"Colour": 1, "Weather": 2}))
    assert shown(plan, capsys) == [
        "rows.csv: 2 rows",
        "",
        "Columns:",
        "  ID        tells rows apart",
        "  Date      date",
        "  Headline  title",
        "  left out on purpose: Scale",
        "  Colour    - not placed, 1 cell: say in a map what it becomes, or nothing",
        "  Weather   - not placed, 2 cells: say in a map what it becomes, or nothing",
        "",
        "Records:",
        "  none",
    ]


def test_records_are_counted_by_their_folders_and_the_first_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    counts = Counter({(RecordKind.EVENT, "new"): 3, (RecordKind.EVENT, "unchanged"): 1, (RecordKind.PLACE, "new"): 2})
    plan = ImportPlan(rows=1, counts=counts, sample=(0, "events/a.yml", "title: A\n\x1b[31m"))
    lines = shown(plan, capsys)
    assert lines[0] == "rows.csv: 1 row"
    assert "  events: 3 new, 1 unchanged" in lines
    assert "  places: 2 new" in lines
    assert lines[-3:] == ["The first of them, events/a.yml:", "  title: A", "  \\x1b[31m"]


def test_notes_names_withheld_and_rows_that_are_gone_are_told_where_there_are_any(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = "\n".join(shown(ImportPlan(notes=("Read so.",), withheld=1, gone=2), capsys))
    assert "\nRead so.\n" in told
    assert "Withheld: 1 name of victims" in told
    assert "2 records stay" in told
    without = "\n".join(shown(ImportPlan(), capsys))
    assert "Withheld" not in without
    assert "stay" not in without
    assert "Not placed" not in without


# --- what has no place -----------------------------------------------------------------------------------------------


def lost(row: int, said: str = "x", **changed: object) -> Unplaced:
    values: dict[str, object] = {"column": "Date", "code": Code.BAD_DATE, "why": "it is no date"} | changed
    return Unplaced(row=row, said=said, **values)  # type: ignore[arg-type] # what the test changes


@pytest.mark.parametrize(
    "one, line",
    [
        (lost(3), "rows.csv: row 3, Date: [bad-date] 'x': it is no date"),
        (lost(3, column=""), "rows.csv: row 3: [bad-date] 'x': it is no date"),
        (lost(3, ""), "rows.csv: row 3, Date: [bad-date] it is no date"),
        (lost(3, cure="write it"), "rows.csv: row 3, Date: [bad-date] 'x': it is no date (write it)"),
        (lost(3, position=Position("a.csv", 4, 5)), "a.csv:4:5: row 3, Date: [bad-date] 'x': it is no date"),
        (lost(3, "y" * 60), f"rows.csv: row 3, Date: [bad-date] '{'y' * 60}': it is no date"),
        (lost(3, "y" * 61), f"rows.csv: row 3, Date: [bad-date] '{'y' * 60}…': it is no date"),
    ],
)
def test_a_line_says_where_what_why_and_what_to_do(one: Unplaced, line: str) -> None:
    assert told(one, "rows.csv") == line


def test_rows_that_say_the_same_are_one_line_at_the_first_of_them(capsys: pytest.CaptureFixture[str]) -> None:
    plan = ImportPlan(unplaced=[lost(1), lost(2, "other"), lost(3), lost(4, column="Day"), lost(5)])
    lines = shown(plan, capsys)
    assert "Not placed (5):" in lines
    assert [line.strip() for line in lines if "[bad-date]" in line] == [
        "rows.csv: row 1, Date: [bad-date] 'x': it is no date; so in 3 rows",
        "rows.csv: row 2, Date: [bad-date] 'other': it is no date",
        "rows.csv: row 4, Day: [bad-date] 'x': it is no date",
    ]


def test_what_every_row_lacks_and_dates_that_one_line_of_the_map_decides_are_one_line_each(
    capsys: pytest.CaptureFixture[str],
) -> None:
    order = "say in the map which comes first: order: day-first or order: month-first"
    plan = ImportPlan(
        rows=4,
        unplaced=[
            Unplaced(2, "ID", "a1", Code.MISSING_KEY, "the row has no title", "name a column"),
            Unplaced(3, "ID", "a2", Code.MISSING_KEY, "the row has no title", "name a column"),
            Unplaced(4, "Date", "03/04/2017", Code.BAD_DATE, "it may be 2017-04-03", order),
            Unplaced(5, "Date", "05/06/2017", Code.BAD_DATE, "it may be 2017-06-05", order),
        ],
    )
    assert [line for line in shown(plan, capsys) if "rows.csv: row" in line] == [
        "  rows.csv: row 2, ID: [missing-key] 'a1': the row has no title (name a column); so in 2 rows",
        f"  rows.csv: row 4, Date: [bad-date] '03/04/2017': it may be 2017-04-03 ({order}); so in 2 rows",
    ]


def test_what_cells_without_anything_to_say_had_is_told_with_how_many(capsys: pytest.CaptureFixture[str]) -> None:
    plan = ImportPlan(rows=2, silent=Counter({"n/a": 3, "?": 1}))
    assert "Taken as empty, since they say nothing: n/a (3), ? (1)" in shown(plan, capsys)


@pytest.mark.parametrize("count, more", [(40, None), (41, "  … and 1 more"), (100, "  … and 60 more")])
def test_of_very_many_lines_forty_are_told_and_the_others_counted(
    capsys: pytest.CaptureFixture[str], count: int, more: str | None
) -> None:
    lines = shown(ImportPlan(unplaced=[lost(row, str(row)) for row in range(count)]), capsys)
    assert sum("[bad-date]" in line for line in lines) == 40
    assert [line.partition(":")[0] for line in lines if "… and" in line] == ([more] if more else [])


def test_the_table_of_what_is_not_placed_has_every_row_whole_and_no_formula() -> None:
    plan = ImportPlan(unplaced=[lost(1, "=1+1"), lost(2, "y" * 500)], unmapped=Counter({"b": 2, "a": 1}))
    rows = list(csv.reader(not_placed_csv(plan).splitlines()))
    assert rows[0] == ["row", "column", "code", "said", "why", "what to do"]
    assert [row[3] for row in rows[1:]] == ["'=1+1", "y" * 500, "1 cells", "2 cells"]
    assert [row[1] for row in rows[3:]] == ["a", "b"]


# --- which table -----------------------------------------------------------------------------------------------------

SLIDE = {"start_date": {"year": "2017"}, "text": {"headline": "<b>A strike</b>", "text": "One &amp; two"}}


def asked(file: Path, form: str = "csv", **changed: object) -> ImportAsked:
    return ImportAsked(form=form, file=file, **changed)  # type: ignore[arg-type] # what the test changes


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name, known_as", [("My Rows.csv", "my-rows"), ("rows.2021.csv", "rows-2021")])
def test_rows_are_known_again_by_the_name_of_their_file_or_by_the_name_that_is_said(name: str, known_as: str) -> None:
    assert asked(Path(name)).known_as == known_as
    assert asked(Path(name), name="Other One").known_as == "other-one"


def test_a_table_is_read_by_its_first_row(tmp_path: Path) -> None:
    table = table_of(asked(written(tmp_path, "a.csv", "Date;Headline\n2017;A\n")))
    assert list(table.columns) == ["Date", "Headline"]
    assert [dict(row.cells) for row in table.rows] == [{"Date": "2017", "Headline": "A"}]


def test_a_timeline_is_read_from_its_json_or_its_sheet_without_markup(tmp_path: Path) -> None:
    from_json = table_of(asked(written(tmp_path, "a.json", json.dumps({"events": [SLIDE]})), "timelinejs"))
    sheet = "Year,Headline,Text\n2017,<b>A strike</b>,One &amp; two\n"
    from_sheet = table_of(asked(written(tmp_path, "a.csv", sheet), "timelinejs"))
    for table in (from_json, from_sheet):
        (row,) = table.rows
        assert {"2017", "A strike", "One & two"} <= set(row.cells.values())


def test_what_is_no_timeline_is_told_with_its_line_and_code(tmp_path: Path) -> None:
    file = written(tmp_path, "a.json", "{")
    with pytest.raises(TableError) as refused:
        table_of(asked(file, "timelinejs"))
    message = unreadable(Path("a\x1b.json"), refused.value).message
    assert message.startswith(f"a\\x1b.json:{refused.value.line}:1: error [{refused.value.code}] ")


@pytest.mark.parametrize("form", FORMATS)
def test_what_says_itself_what_it_is_takes_no_map(form: str) -> None:
    refuse_map(form, None, ())
    if form in LISTS:
        with pytest.raises(click.UsageError, match="takes no map"):
            refuse_map(form, None, "map.yml")
    else:
        refuse_map(form, "map.yml")


# --- which map -------------------------------------------------------------------------------------------------------


def test_a_known_shape_has_a_map_of_its_own_and_any_other_table_none(tmp_path: Path) -> None:
    file = written(tmp_path, "a.csv", "Year,Headline\n2017,A\n")
    table = table_of(asked(file))
    assert own_map(asked(file), table) is None
    made = own_map(asked(file, "timelinejs"), table)
    assert made is not None
    assert made.columns["Headline"].to == "title"
    preset = next(iter(PRESETS))
    assert own_map(asked(file, preset=preset), table) is not None


def test_a_map_that_is_given_counts_and_one_of_columns_that_are_not_there_is_refused(tmp_path: Path) -> None:
    file = written(tmp_path, "a.csv", "What,When\nA,2017\n")
    table = table_of(asked(file))
    map_ = written(tmp_path, "map.yml", "name: mine\nrecord: event\ncolumns:\n  What: title\n  When: date\n")
    known = beginning_map(asked(file, map=map_), table, [])
    assert {name: target.to for name, target in known.columns.items()} == {"What": "title", "When": "date"}
    for text in ("columns:\n  Where: title\n", "key: [Where]\ncolumns:\n  What: title\n"):
        other = written(tmp_path, "other.yml", f"name: mine\nrecord: event\n{text}")
        with pytest.raises(click.UsageError, match="names a column 'Where'"):
            beginning_map(asked(file, map=other), table, [])


def test_a_map_that_cannot_be_read_stops_with_its_problems(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, "a.csv", "What,When\nA,2017\n")
    with pytest.raises(SystemExit):
        beginning_map(asked(file, map=written(tmp_path, "map.yml", "- no map\n")), table_of(asked(file)), [])
    assert "map.yml:1:" in capsys.readouterr().out


def test_without_a_map_the_columns_are_guessed_by_their_names_and_no_name_stops(tmp_path: Path) -> None:
    file = written(tmp_path, "a.csv", "Date,Headline\n2017,A\n")
    guess = beginning_map(asked(file), table_of(asked(file)), [])
    assert {name: target.to for name, target in guess.columns.items()} == {"Date": "date", "Headline": "title"}
    none = written(tmp_path, "b.csv", "Qwx,Zkv\n1,2\n")
    with pytest.raises(click.UsageError, match="--write-map"):
        beginning_map(asked(none), table_of(asked(none)), [])


@pytest.mark.parametrize(
    "dates, order",
    [(["25/12/2017", "03/04/2017"], "day-month"), (["12/25/2017"], "month-day"), (["03/04/2017"], None), ([], None)],
)
def test_dates_that_can_be_read_in_one_way_only_tell_the_order_of_all(dates: list[str], order: str | None) -> None:
    known = ColumnMap(name="rows", columns={"Date": ColumnTarget("date")})
    rows = [Row(number, {"Date": date}) for number, date in enumerate(dates, 2)]
    notes = order_note(known, rows)
    assert len(notes) == (order is not None)
    assert all("order: " in note for note in notes)
    if order is not None:
        said = notes[0].rpartition("order: ")[2]
        settled = ColumnMap(name="rows", columns=known.columns, order=said)  # type: ignore[arg-type] # one of its words
        assert order_note(settled, rows) == ()


def test_notes_of_a_preset_are_told_beside_those_of_the_table(tmp_path: Path) -> None:
    file = written(tmp_path, "a.csv", "Date,Headline\n2017,A\n")
    table = table_of(asked(file))
    for name, preset in PRESETS.items():
        assert notes_of(asked(file, preset=name), table, MAP, []) == (*table.notes, *preset.notes)
    assert notes_of(asked(file), table, MAP, []) == table.notes

"""`dateline init --from`: a chronology that begins with a file of somebody's, and builds."""

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from dateline.cli import main
from dateline.editing.importing import PRESETS
from dateline.ground.problems import Severity
from dateline.site import checking
from dateline.site.settings import Settings

ROWS = """Date,Time,Headline,Type,Place,Source,Tags,Killed
431 BC,,Plague,Illness,Athens,https://example.org/p,"war, plague",
2017-11-08,14:30,Strike,Air strike,Well,https://example.org/s,war,12
"""


def test_it_has_the_words_and_the_drafts_of_the_file_and_no_error(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text(ROWS)
    words = ("--title", "Old", "--timezone", "Asia/Damascus", "--from", str(tmp_path / "rows.csv"))
    result = CliRunner().invoke(main, ["init", str(tmp_path / "old"), *words])
    assert result.exit_code == 0, result.output
    assert "event_kinds: air-strike, illness" in result.output
    masthead = (tmp_path / "old" / "content" / "chronology.yml").read_text()
    assert "    air-strike: {label: Air strike}\n" in masthead
    assert "    action:" not in masthead
    events = {path.name: path.read_text() for path in (tmp_path / "old" / "content" / "events").rglob("*.yml")}
    assert len(events) == 2
    assert any('date: "2017-11-08T14:30"\n' in text and "tags: [war]\n" in text for text in events.values())
    problems = checking.check(Settings.of(tmp_path / "old"))
    assert {problem.severity for problem in problems} == {Severity.NOTE}


def test_a_second_run_of_the_import_there_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "rows.csv").write_text(ROWS)
    CliRunner().invoke(main, ["init", str(tmp_path / "old"), "--title", "Old", "--from", str(tmp_path / "rows.csv")])
    monkeypatch.chdir(tmp_path / "old")
    result = CliRunner().invoke(main, ["import", "csv", str(tmp_path / "rows.csv"), "--yes"])
    assert "Nothing to change." in result.output


def test_a_file_as_an_older_excel_saved_it_and_a_sheet_that_is_not_the_first_begin_one_too(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_bytes(
        "Our list – 2017;;\nDay of event;Type;Place (town)\n2017-11-08;Raid;Café\n".encode("cp1252")
    )
    book = openpyxl.Workbook()
    book.active.append(["Read this first"])
    sheet = book.create_sheet("Rows")
    for cells in (["Day of event", "Type", "Place (town)"], ["2017-11-08", "Raid", "Café"]):
        sheet.append(cells)
    book.save(tmp_path / "rows.xlsx")
    for name, more in (("rows.csv", ("--encoding", "cp1252")), ("rows.xlsx", ("--sheet", "Rows"))):
        folder = tmp_path / f"of-{name}"
        result = CliRunner().invoke(main, ["init", str(folder), "--title", "N", "--from", str(tmp_path / name), *more])
        assert result.exit_code == 0, result.output
        (event,) = (folder / "content" / "events").rglob("*.yml")
        assert 'title: "Raid, Café"\n' in event.read_text()


def test_rows_of_which_nothing_came_are_told(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text("Colour,Place\nred,Well\n")
    result = CliRunner().invoke(
        main, ["init", str(tmp_path / "n"), "--title", "N", "--from", str(tmp_path / "rows.csv")]
    )
    assert result.exit_code == 0, result.output
    assert "No row has become a record." in result.output
    assert "--write-map" in result.output


def test_a_bibliography_begins_one_too(tmp_path: Path) -> None:
    (tmp_path / "b.bib").write_text("@book{x, title = {A book}, year = 1999}")
    result = CliRunner().invoke(
        main, ["init", str(tmp_path / "new"), "--title", "N", "--from", str(tmp_path / "b.bib")]
    )
    assert result.exit_code == 0, result.output
    assert (tmp_path / "new" / "content" / "sources" / "a-book.yml").is_file()


def test_what_the_makers_of_a_data_set_ask_for_is_told_at_the_beginning(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("event_id_cnty,event_date,sub_event_type,location\nX1,2017-11-08,Shelling,Well\n")
    words = ("--title", "N", "--from", str(tmp_path / "a.csv"), "--preset", "acled")
    result = CliRunner().invoke(main, ["init", str(tmp_path / "new"), *words])
    assert result.exit_code == 0, result.output
    for note in PRESETS["acled"].notes:
        assert note in result.output


def test_a_list_that_takes_no_map_is_not_begun_with_one(tmp_path: Path) -> None:
    (tmp_path / "b.bib").write_text("@book{x, title = {A book}, year = 1999}")
    words = ("--title", "N", "--from", str(tmp_path / "b.bib"), "--preset", "acled")
    result = CliRunner().invoke(main, ["init", str(tmp_path / "new"), *words])
    assert result.exit_code != 0
    assert "it takes no map" in result.output
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    "name,said,told",
    [
        ("x.odt", "x", "--from takes a file"),
        ("x.csv", "", "no row"),
        ("x.json", "{", "no JSON"),
        ("x.csv", "a\n1\n", "no column"),
    ],
)
def test_nothing_is_begun_with_what_cannot_be_read(tmp_path: Path, name: str, said: str, told: str) -> None:
    (tmp_path / name).write_text(said)
    result = CliRunner().invoke(main, ["init", str(tmp_path / "new"), "--title", "N", "--from", str(tmp_path / name)])
    assert result.exit_code != 0
    assert told in result.output
    assert not (tmp_path / "new").exists()

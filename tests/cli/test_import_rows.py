"""`dateline import`: rows become drafts, once; what has no place is told; a second run changes what rows changed."""

import csv
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from dateline.cli import import_rows, main, revised

MASTHEAD = """title: Wells
language: en
licence: CC-BY-4.0
timezone: Asia/Damascus
contact: The editors
feed_id: "tag:example.org,2026:wells"
vocabulary:
  event_kinds: {strike: {label: Strike}}
  roles: {attacker: {label: Attacker}}
  measures: {killed: {label: Killed}}
  sides: {}
  place_kinds: {town: {label: Town}}
"""
_MAIN = "2017-11-08,14:30,Strike on a bridge,A bridge was hit.,Abu Kamal,34.45,40.91,Deir,Army;Air force"
ROWS = f"""ID,Date,Time,Headline,Description,Place,Lat,Lon,Region,Actor,Source,Killed,Victims,Scale
a1,{_MAIN},https://example.org/a,3-5,One Name; Two Name,x
a2,03/04/2017,,Something,,abu  kamal,34.45,40.91,Deir,Army,https://example.org/a https://example.org/b,12,,
a3,431 BC,,Old <b>thing</b>,"[link](javascript:alert(1))",Athens,,,,,,,,y
a4,8 Nov 2017,,Far off,,Abu Kamal,50,10,,,javascript:alert(1),some,,
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "content" / "pages").mkdir(parents=True)
    (tmp_path / "content" / "chronology.yml").write_text(MASTHEAD)
    (tmp_path / "content" / "pages" / "index.md").write_text("---\ntitle: Wells\n---\n\nText.\n")
    (tmp_path / "rows.csv").write_text(ROWS)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, code: int = 0) -> str:
    result: Result = CliRunner().invoke(main, arguments)
    assert result.exit_code == code, result.output
    return result.output


def records(project: Path) -> dict[str, str]:
    """Return what the files of content/ say, by their paths."""
    content = project / "content"
    found = (path for path in content.rglob("*") if path.is_file() and "pages" not in path.parts)
    return {path.relative_to(content).as_posix(): path.read_text() for path in found}


def test_rows_become_drafts_in_which_the_check_finds_no_error(project: Path) -> None:
    run("import", "csv", "rows.csv", "--yes")
    found = records(project)
    assert found["events/2017/rows-a1.yml"] == (
        'title: Strike on a bridge\ndate: "2017-11-08T14:30"\nplaces:\n  - {place: abu-kamal}\n'
        "actors:\n  - {actor: army}\n  - {actor: air-force}\nsummary: A bridge was hit.\nclaims:\n"
        "  - id: strike-bridge\n    text: Strike on a bridge\n    reports:\n      - cite: {source: example-b5b10d}\n"
        "        figures:\n          - {measure: killed, min: 3, max: 5}\nstate: draft\n"
    )
    assert "/-0430/" in "".join(path for path in found if "a3" in path)
    places = [path for path in found if path.startswith("places/abu-kamal")]
    assert len(places) == 2  # one of them far off
    assert len([path for path in found if path.startswith("sources/")]) == 2  # an address of two rows is one source
    assert "error" not in run("check")
    assert "warning" not in run("check")


def test_what_has_no_place_is_told_by_row_and_column(project: Path) -> None:
    said = run("import", "csv", "rows.csv", "--dry-run", "--told", "told.csv")
    assert "rows.csv:3:4: row 3, Date: [bad-date] '03/04/2017': it may be 2017-04-03" in said
    assert "row 3, Killed: [report-without-citation]" in said
    assert "row 5, Source: [bad-url]" in said
    assert "Scale  " in said
    assert "not placed, 2 cells" in said
    assert list(records(project)) == ["chronology.yml"]
    with Path("told.csv").open() as file:
        told = list(csv.DictReader(file))
    assert {(one["row"], one["column"]) for one in told} >= {("3", "Date"), ("5", "Source"), ("", "Scale")}


def test_names_of_victims_are_counted_and_stand_nowhere(project: Path) -> None:
    said = run("import", "csv", "rows.csv", "--yes", "--told", "told.csv")
    assert "Withheld: 2 names of victims" in said
    assert "Name" not in "".join([*records(project).values(), said, Path("told.csv").read_text()]).replace("Names", "")


def test_a_second_run_changes_nothing_and_a_changed_row_what_came_of_it(project: Path) -> None:
    run("import", "csv", "rows.csv", "--yes")
    before = records(project)
    assert "Nothing to change." in run("import", "csv", "rows.csv", "--yes")
    assert records(project) == before
    event = project / "content" / "events" / "2017" / "rows-a1.yml"
    event.write_text(event.read_text().replace("state: draft", "note: The editor's own.\nstate: draft"))
    rows = ROWS.replace("A bridge was hit.", "A bridge was hit twice.").replace("Strike on a bridge", "Strikes")
    Path("rows.csv").write_text(rows.replace("Air force", "Navy"))
    run("import", "csv", "rows.csv", "--yes")
    after = records(project)
    text = after["events/2017/rows-a1.yml"]
    assert "title: Strikes\n" in text
    assert "hit twice" in text
    assert "note: The editor's own." in text
    assert "navy" in text
    assert "air-force" not in text
    assert {path for path in before if before[path] != after[path]} == {"events/2017/rows-a1.yml", ".imports/rows.json"}


def test_what_an_editor_published_or_removed_is_left_and_told(project: Path) -> None:
    run("import", "csv", "rows.csv", "--yes")
    events = project / "content" / "events"
    published, removed = events / "2017" / "rows-a4.yml", next(events.rglob("rows-a3.yml"))
    published.write_text(published.read_text().replace("state: draft\n", ""))
    removed.unlink()
    Path("rows.csv").write_text(ROWS.replace("Far off", "Near").replace("Old <b>", "New <b>"))
    said = run("import", "csv", "rows.csv", "--yes")
    assert "rows-a4.yml is published" in said
    assert "its record rows-a3 is gone" in said
    assert "Far off" in published.read_text()
    assert not removed.exists()


def test_a_lost_ledger_makes_no_record_twice(project: Path) -> None:
    run("import", "csv", "rows.csv", "--yes")
    ledger = ".imports/rows.json"
    before = records(project)
    (project / "content" / ledger).unlink()
    run("import", "csv", "rows.csv", "--yes")
    assert {**records(project), ledger: ""} == {**before, ledger: ""}


def test_nothing_is_written_unless_somebody_says_so(project: Path) -> None:
    assert "To write: --yes" in run("import", "csv", "rows.csv", code=1)
    assert list(records(project)) == ["chronology.yml"]


def test_a_map_is_written_for_a_file_and_read_again(project: Path) -> None:
    run("import", "csv", "rows.csv", "--write-map", "map.yml")
    text = Path("map.yml").read_text()
    assert '"Headline": title # such as: Strike on a bridge' in text
    assert '# "Scale": … # such as: x' in text
    Path("map.yml").write_text(
        text.replace("# order: day-first or month-first", "order: day-first").replace(
            '# "Scale": …', '"Scale": nothing'
        )
    )
    said = run("import", "csv", "rows.csv", "--map", "map.yml", "--yes")
    assert "bad-date" not in said
    assert "not placed" not in said
    assert "date: 2017-04-03\n" in records(project)["events/2017/rows-a2.yml"]


@pytest.mark.parametrize(
    "text,told",
    [
        (
            "name: x\ncolumns: {Date: datte}\n",
            "map.yml:2:17: error [unknown-word] a column cannot become 'datte' (did you mean 'date'?",
        ),
        ("name: A B\ncolumns: {Date: date}\n", "map.yml:1:7: error [bad-id]"),
        ("name: x\norder: day\ncolumns: {Date: date}\n", "map.yml:2:8: error [unknown-word]"),
        ("name: x\ncolums: {Date: date}\n", "map.yml:2:1: error [unknown-key]"),
        ("name: x\nfixed: {victims: x}\ncolumns: {Date: date}\n", "error [unknown-word] no row can be given"),
        ("name: x\ncolumns: {Day: date}\n", "'Day', which the file does not have"),
        ("- x\n", "error [wrong-type]"),
        ("name: [\n", "error [yaml-syntax]"),
    ],
)
def test_a_map_that_is_wrong_is_told_at_its_place(project: Path, text: str, told: str) -> None:
    (project / "map.yml").write_text(text)
    result = CliRunner().invoke(main, ["import", "csv", "rows.csv", "--map", "map.yml", "--yes"])
    assert result.exit_code != 0
    assert told in result.output
    assert list(records(project)) == ["chronology.yml"]


def test_a_file_that_is_no_table_is_told_at_its_line(project: Path) -> None:
    (project / "rows.csv").write_bytes(b"Date,Title\n\xff,x\n")
    assert "rows.csv:2:1: error [not-utf8]" in run("import", "csv", "rows.csv", code=1)


def test_words_and_fixed_values_of_a_map_are_taken(project: Path) -> None:
    (project / "rows.csv").write_text("Day,What,Kind,Who\n2017,A thing,Attack,Army\n2018,Other,Rest,Army\n")
    (project / "map.yml").write_text(
        "name: x\nsource: {title: A list, licence: CC-BY-4.0, url: https://example.org/list}\n"
        "fixed: {place.kind: town, place: Deir}\n"
        "columns: {Day: date, What: title, Kind: {to: kind, words: {Attack: strike}}, Who: actor.attacker}\n"
    )
    said = run("import", "csv", "rows.csv", "--map", "map.yml", "--yes")
    assert "row 3, Kind: [unknown-word] 'Rest'" in said
    found = records(project)
    event = next(text for path, text in found.items() if "a-thing" in path)
    assert "kind: strike\n" in event
    assert "{actor: army, role: attacker}" in event
    assert "cite: {source: a-list}" in event
    assert "kind: town" in found["places/deir.yml"]
    assert "licence: CC-BY-4.0" in found["sources/a-list.yml"]


def test_somebody_at_the_terminal_is_asked_for_each_column_and_before_it_is_written(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "rows.csv").write_text("Day,What,Where\n2017,A thing,Here\n")
    for asking in (import_rows, revised):
        monkeypatch.setattr(asking, "can_ask", lambda: True)
    answers = "date\nheadline\ntitle\n\n"  # the second is no word, and is asked again
    result = CliRunner().invoke(main, ["import", "csv", "rows.csv", "--write-map", "map.yml"], input=answers)
    assert result.exit_code == 0, result.output
    assert '"Day": date' in Path("map.yml").read_text()
    assert '"What": title' in Path("map.yml").read_text()
    assert '"Where": place' in Path("map.yml").read_text()
    command = ["import", "csv", "rows.csv", "--map", "map.yml"]
    assert CliRunner().invoke(main, command, input="n\n").exit_code == 1
    assert list(records(project)) == ["chronology.yml"]
    assert CliRunner().invoke(main, command, input="y\n").exit_code == 0
    assert len(records(project)) == 4


def test_a_file_that_is_not_there_or_no_file_is_told(project: Path) -> None:
    assert "cannot be read" in run("import", "csv", "none.csv", code=1)
    os.mkfifo(project / "pipe.csv")
    assert "cannot be read" in run("import", "csv", "pipe.csv", code=1)
    for form in ("csl", "bibtex", "ris", "wikidata-json", "timelinejs", "xlsx"):
        run("import", form, "none.json" if form == "timelinejs" else "none", code=1)

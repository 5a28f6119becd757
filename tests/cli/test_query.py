"""`dateline query`: answers as a table, CSV or JSON, and nothing that could change anything."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from dateline.cli import main
from dateline.pages.exports.asking import RefusedQuestionError, answer_of
from dateline.pages.exports.counts import counts_of_all
from exported import edition_named
from projects import CASES

OPEN = "SELECT id, title FROM events WHERE id = :event"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(CASES / "small" / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def query(*words: str) -> Result:
    return CliRunner().invoke(main, ["query", *words])


def test_a_question_is_answered_as_a_table_with_its_number_of_rows() -> None:
    done = query(OPEN, "--set", "event=2020-05-03-warning")
    assert done.exit_code == 0, done.output
    assert "2020-05-03-warning" in done.stdout
    assert done.stderr == "1 row.\n"


def test_the_same_answer_as_csv_and_as_json() -> None:
    sql = "SELECT id, reports FROM claims ORDER BY id"
    written = list(csv.DictReader(io.StringIO(query(sql, "--csv").stdout)))
    told = json.loads(query(sql, "--json").stdout)
    assert [(row["id"], int(row["reports"])) for row in written] == [(row["id"], row["reports"]) for row in told]
    assert len(told) == counts_of_all(edition_named("small"))["claims"]


def test_a_cell_that_could_drive_a_terminal_is_told_in_escapes() -> None:
    assert "\\x1b[31m" in query("SELECT char(27) || '[31m' AS red").stdout


def test_a_cell_of_csv_is_no_formula() -> None:
    assert query("SELECT '=1+1' AS x", "--csv").stdout == "x\n'=1+1\n"


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM events",
        "UPDATE events SET title = ''",
        "DROP VIEW said",
        "CREATE TABLE more (x)",
        "ATTACH 'made.sqlite' AS made",
        "PRAGMA writable_schema = 1",
        "VACUUM INTO 'made.sqlite'",
        "INSERT INTO claims_fts(claims_fts) VALUES ('delete-all')",
        "SELECT load_extension('made')",
        "SELECT 1; DELETE FROM events",
    ],
)
def test_what_would_change_anything_is_refused(sql: str, folder: Path) -> None:
    with pytest.raises(RefusedQuestionError):
        answer_of(edition_named("small"), sql, {})
    assert [path.name for path in folder.iterdir()] == ["content"]


@pytest.mark.parametrize(
    "sql, said",
    [
        ("SELECT tittle FROM events", "no such column: tittle (did you mean 'title'?)"),
        ("SELECT e.titel FROM events e", "no such column: e.titel (did you mean 'title'?)"),
        ("SELECT 1 FROM clams", "no such table: clams (did you mean 'claims'?)"),
        ("SELEC 1", 'near "SELEC": syntax error'),
        ("DELETE FROM events", "the records can only be read: ask with SELECT"),
    ],
)
def test_what_cannot_be_asked_is_told_with_what_is_near(sql: str, said: str) -> None:
    with pytest.raises(RefusedQuestionError) as told:
        answer_of(edition_named("small"), sql, {})
    assert str(told.value) == said


def test_a_word_is_searched_for() -> None:
    sql = "SELECT count(*) FROM claims_fts WHERE claims_fts MATCH :words"
    ((with_it,),) = answer_of(edition_named("small"), sql, {"words": "market"}).rows
    ((without,),) = answer_of(edition_named("small"), sql, {"words": "desert"}).rows
    assert (with_it, without) == (1, 0)


def test_a_value_without_a_name_and_a_question_without_its_value_are_told() -> None:
    assert "is no NAME=VALUE" in query(OPEN, "--set", "2020").output
    assert "this cannot be asked: " in query(OPEN).output


def test_broken_records_are_told_and_nothing_is_asked(folder: Path) -> None:
    (folder / "content" / "places" / "wend.yml").write_text("name: [", encoding="utf-8")
    done = query("SELECT 1")
    assert done.exit_code == 1
    assert "content/places/wend.yml:1" in done.output
    assert "nothing was asked" in done.output

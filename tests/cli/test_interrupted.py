"""An interview that is interrupted, and records that it needs and that are not there."""

import stat
from pathlib import Path

import pytest
from click.testing import CliRunner
from dateline.cli import kept_answers, main, new_record
from revised_records import Desk

CLAIM = ("new", "claim", "2020-05-04-market-flooded")
ANSWERS = Path(".cache", "dateline", "answers")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(new_record, "can_ask", lambda: True)
    return Desk(tmp_path)


def asked(*command: str, said: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, command, input=said)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.output
    return done.exit_code, done.output


def test_answers_are_kept_for_the_same_command_and_nobody_else(desk: Desk) -> None:
    before = desk.files()
    status, screen = asked(*CLAIM, said="It rained.\nherald-2020-05-04\n")
    assert status == 1
    (path,) = (desk.folder / ANSWERS).glob("*.json")
    assert f"Interrupted: 2 answers kept in {path}; the same command goes on from there." in screen
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert (path.parent / ".gitignore").read_text() == "*\n"
    assert desk.files() == before
    assert "The claim, in your own words" in asked("new", "claim", "2020-05-03-warning", said="")[1]
    status, screen = asked(*CLAIM, said="2\nmayor\n\n")
    assert status == 0, screen
    assert "The claim, in your own words" not in screen
    assert "    text: It rained.\n" in desk.text("events/2020/2020-05-04-market-flooded.yml")
    assert not path.exists()


def test_a_kept_answer_that_holds_no_longer_is_asked_again(desk: Desk) -> None:
    asked(*CLAIM, said="It rained.\nherald-2020-05-04\n3\n")
    source = "sources/herald-2020-05-04.yml"
    lines = desk.text(source).splitlines(keepends=True)
    desk.write(source, "".join(line for line in lines if "{n: 3," not in line))
    status, screen = asked(*CLAIM, said="2\n\n\n")
    assert status == 0, screen
    assert "Paragraph" in screen


@pytest.mark.parametrize("said", [b"", b"{}", b"[1]", b"[" * 99999, b"\xff"])
def test_kept_answers_that_are_none_are_passed_over(tmp_path: Path, said: bytes) -> None:
    (tmp_path / "x").write_bytes(said)
    assert kept_answers.kept(tmp_path / "x") == []


def test_an_actor_that_is_not_there_is_made_on_the_spot(desk: Desk) -> None:
    answers = ("It rained.", "herald-2020-05-04", "2", "Rain Watch", "y", "", "<", "", "organisation", "", "")
    status, screen = asked(*CLAIM, said="".join(f"{one}\n" for one in answers))
    assert status == 0, screen
    assert "Make an actor 'Rain Watch' now?" in screen
    assert "name: Rain Watch\n" in desk.text("actors/rain-watch.md")
    assert "by: [rain-watch]" in desk.text("events/2020/2020-05-04-market-flooded.yml")
    assert desk.is_clean()


def test_each_of_several_records_that_are_not_there_is_made_and_the_answer_is_given_once(desk: Desk) -> None:
    made = ("y", "", "organisation", "")
    answers = ("It rained.", "herald-2020-05-04", "2", "Rain Watch, Cloud Watch", *made, *made, "")
    status, screen = asked(*CLAIM, said="".join(f"{one}\n" for one in answers))
    assert status == 0, screen
    assert screen.count("Who says so") == 1
    assert "by: [rain-watch, cloud-watch]" in desk.text("events/2020/2020-05-04-market-flooded.yml")


def test_nothing_is_made_that_nobody_wants(desk: Desk) -> None:
    answers = ("It rained.", "herald-2020-05-04", "2", "Rain Watch", "n", "mayor", "")
    assert asked(*CLAIM, said="".join(f"{one}\n" for one in answers))[0] == 0
    assert not (desk.content / "actors/rain-watch.md").exists()


def test_at_the_question_for_a_file_a_question_mark_explains_and_the_way_back_leads_back(desk: Desk) -> None:
    answers = ("It rained.", "Rain in the Wend", "?", "<", "herald-2020-05-04", "2", "", "")
    status, screen = asked(*CLAIM, said="".join(f"{one}\n" for one in answers))
    assert status == 0, screen
    assert "The article as you saved it, outside of the project" in screen
    assert "'?'" not in screen
    assert "'<'" not in screen
    assert "source: herald-2020-05-04" in desk.text("events/2020/2020-05-04-market-flooded.yml")

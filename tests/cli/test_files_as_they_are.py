"""The commands of a day's work over files as editors have them, and what else a change of records asks for."""

from pathlib import Path

import pytest
import yaml
from revised_records import DAY, Desk

MARKET = "2020-05-04-market-flooded"
WARNING = "2020-05-03-warning"
FLOOD = f"events/2020/{MARKET}.yml"
HERALD = "sources/herald-2020-05-04.yml"
BRIEF = "pages/brief.yml"
NOTE = ("--note", "Why.", *DAY)
CITED = ("--source", "herald-2020-05-04", "--paragraph", "3", "--by", "council")
COMMANDS = [
    ("rename", "claim", f"{MARKET}#evacuated", "brought-out", *DAY),
    ("merge", "actor", "gazette", "herald", *NOTE),
    ("split-event", MARKET, "2020-05-04-x", "--claim", "evacuated", "--title", "People leave the square", *NOTE),
    ("new", "report", f"{MARKET}#evacuated", *CITED, *DAY),
]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command[:2]))
def test_lines_end_as_they_did(desk: Desk, command: tuple[str, ...]) -> None:
    for path, said in desk.files().items():
        if path.endswith((".yml", ".md")):
            (desk.content / path).write_bytes(said.replace(b"\n", b"\r\n"))
    desk.done(*command)
    texts = [said for path, said in desk.files().items() if path.endswith((".yml", ".md"))]
    assert [said for said in texts if said.count(b"\n") != said.count(b"\r\n")] == []


def test_a_new_claim_ends_its_lines_as_the_file_does_and_keeps_the_mark_at_its_head(desk: Desk) -> None:
    said = b"\xef\xbb\xbf" + desk.text(FLOOD).replace("\n", "\r\n").encode()
    (desk.content / FLOOD).write_bytes(said)
    new_claim = ("new", "claim", MARKET, "--text", "It rained.", "--source", "herald-2020-05-04", "--paragraph", "2")
    assert desk.run(*new_claim, said="").exit_code == 0
    now = (desk.content / FLOOD).read_bytes()
    assert now.startswith(b"\xef\xbb\xbftitle")
    assert now.count(b"\n") == now.count(b"\r\n") > said.count(b"\n")


def test_a_file_that_may_not_be_written_is_left_alone(desk: Desk) -> None:
    (desk.content / FLOOD).chmod(0o444)
    assert f"{FLOOD}: it is read-only" in desk.refused("log", MARKET, "correction", "Why.", *DAY)


def test_a_record_that_cannot_be_read_is_not_said_to_be_missing(desk: Desk) -> None:
    desk.write(FLOOD, desk.text(FLOOD).replace("title: ", 'title: "', 1))
    assert f"the file of event '{MARKET}' cannot be read" in desk.refused("log", MARKET, "correction", "Why.", *DAY)


def test_a_file_in_another_encoding_is_not_passed_over(desk: Desk) -> None:
    (desk.content / "events/2020/2020-05-07-x.yml").write_bytes(b"title: caf\xe9\nactors: [{actor: mayor}]\n")
    told = desk.refused("rename", "actor", "mayor", "lord-mayor", *DAY)
    assert "error [not-utf8] events/2020/2020-05-07-x.yml is no text in UTF-8" in told


@pytest.mark.parametrize("empty", ["# Graves.\n", "# Graves.\ntombstones:\n"])
def test_the_first_tombstone_goes_into_a_file_that_is_there(desk: Desk, empty: str) -> None:
    desk.write("tombstones.yml", empty)
    desk.done("rename", "actor", "gazette", "the-gazette", *DAY)
    text = desk.text("tombstones.yml")
    (stone,) = yaml.safe_load(text)["tombstones"]
    assert (stone["id"], stone["instead"]) == ("gazette", "the-gazette")
    assert text.startswith("# Graves.\n")


# --- what a change brings with it ------------------------------------------------------------------------------------

CITING = [
    ("new", "claim", MARKET, "--text", "It rains elsewhere.", *CITED),
    (
        *("new", "event", "--title", "The council reports rain", "--date", "2020-05-04", "--kind", "flood"),
        *("--claim", "It rains elsewhere.", *CITED),
    ),
    ("new", "report", f"{MARKET}#evacuated", *CITED, *DAY, "--yes"),
    (
        *(
            "resolve",
            "was-water-released",
            "--outcome",
            "released",
            "--rule",
            "later-reporting",
            "--known",
            "2020-05-09",
        ),
        *("--settles", "2020-05-dam-release#released=stands", "--cite", "herald-2020-05-04#p3", *NOTE, "--yes"),
    ),
]


@pytest.mark.parametrize("command", CITING, ids=lambda command: " ".join(command[:2]))
def test_a_paragraph_that_is_cited_is_no_longer_said_to_be_unused(desk: Desk, command: tuple[str, ...]) -> None:
    assert "unused: a forecast" in desk.text(HERALD)
    done = desk.run(*command, said="")
    assert done.exit_code == 0, done.output
    assert "  - {n: 3, begins: Herald weather}\n" in desk.text(HERALD)
    assert desk.is_clean()


DENIAL = ("new", "report", f"{MARKET}#flooded", *CITED, "--stance", "denies", *DAY)
OUTCOME = "2020-05-04-market-flooded#flooded: one-voice"


def test_a_sentence_in_brief_is_read_again_before_what_it_rests_on_changes(desk: Desk) -> None:
    told = desk.refused(*DENIAL)
    assert "content/pages/brief.yml:4:51: error [outcome-changed]" in told
    assert "(read it again, and mend it if need be; the same command with --outcomes goes on)" in told


def test_a_report_that_contradicts_is_written_and_a_dispute_then_covers_it(desk: Desk) -> None:
    done = desk.run(*DENIAL, "--outcomes")
    assert done.exit_code == 1
    assert "Then the check will also tell:" in done.output
    assert "The reports contradict each other: what to do, the check says above." in done.output
    assert [problem.split(":")[0] for problem in desk.new_problems()] == ["uncovered-contradiction"]
    assert OUTCOME not in desk.text(BRIEF)
    positions = (f"It was=assert:{MARKET}#flooded", f"It was not=denies:{MARKET}#flooded")
    made = [
        desk.run(
            *(
                "new",
                "dispute",
                "--question",
                "Was it flooded?",
                "--kind",
                "occurrence",
                "--would-settle",
                "A picture.",
            ),
            *("--position", yes, "--position", positions[1]),
            said="",
        )
        for yes in (positions[0], positions[0].replace("assert:", ""))
    ]
    assert [one.exit_code for one in made] == [2, 0], made[1].output
    assert desk.is_clean()

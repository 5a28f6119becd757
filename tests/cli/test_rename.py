"""`dateline rename` and `dateline log`: what follows a new name, what stays, and what is refused."""

import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from dateline.cli import main
from dateline.ground import together
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from revised_records import DAY, Desk

RECORDS = [
    ("event", "2020-05-04-market-flooded"),
    ("event", "2020-05-dam-release"),
    ("event", "2020-05-06-draft"),
    ("source", "herald-2020-05-04"),
    ("actor", "herald"),
    ("actor", "mayor"),
    ("actor", "wend-dam"),
    ("place", "lower-wend"),
    ("place", "wend"),
    ("dispute", "how-many-evacuated"),
    ("claim", "2020-05-04-market-flooded#evacuated"),
    ("claim", "2020-05-dam-release#released"),
]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path)


@pytest.mark.parametrize("kind,id_", RECORDS)
def test_check_and_diff_are_clean_after_a_new_name(desk: Desk, kind: str, id_: str) -> None:
    desk.done("rename", kind, id_, "another-name", *DAY)
    assert desk.is_clean()


@pytest.mark.parametrize("kind,id_", RECORDS)
def test_there_and_back_every_byte_is_as_it_was(desk: Desk, kind: str, id_: str) -> None:
    before = desk.files()
    desk.done("rename", kind, id_, "another-name", *DAY)
    assert desk.files() != before
    there = f"{id_.partition('#')[0]}#another-name" if kind == "claim" else "another-name"
    desk.done("rename", kind, there, id_, *DAY)
    assert desk.files() == before


IDS = st.from_regex(r"[a-z][a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}", fullmatch=True)


@given(record=st.sampled_from(RECORDS), new=IDS)
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_there_and_back_holds_for_any_name(
    tmp_path_factory: pytest.TempPathFactory, record: tuple[str, str], new: str
) -> None:
    assume(new not in {"no", "on", "yes", "off", "true", "false", "null", "con", "nul", "aux", "prn", "index"})
    folder = tmp_path_factory.mktemp("named")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        desk, (kind, id_) = Desk(folder), record
        assume(not any(path.split("/")[-1].startswith(f"{new}.") for path in desk.files()))
        before = desk.files()
        desk.done("rename", kind, id_, new, *DAY)
        there = f"{id_.partition('#')[0]}#{new}" if kind == "claim" else new
        desk.done("rename", kind, there, id_, *DAY)
        assert desk.files() == before


def test_everything_that_names_it_follows(desk: Desk) -> None:
    desk.done("rename", "event", "2020-05-04-market-flooded", "2020-05-04-flood", *DAY)
    rest = {path: text for path, text in desk.files().items() if b"2020-05-04-market-flooded" in text}
    assert list(rest) == ["tombstones.yml"]
    assert "[the evacuated](claim:2020-05-04-flood#evacuated)" in desk.text("disputes/how-many-evacuated.md")
    assert "2020-05-04-flood#" in desk.text("pages/brief.yml")
    stones = desk.text("tombstones.yml")
    assert (
        "id: 2020-05-04-water, date: 2020-08-03, note: It was the flood of the market., instead: 2020-05-04-flood}"
        in stones
    )
    assert "instead: 2020-05-04-flood#evacuated}" in stones
    assert stones.endswith(
        '  - {kind: event, id: "2020-05-04-market-flooded", date: 2026-11-29, note: It is called otherwise., '
        'instead: "2020-05-04-flood", formerly: [2020-05-02, 2020-05, 2020-05-04]}\n'
    )


def test_a_draft_leaves_no_tombstone(desk: Desk) -> None:
    stones = desk.text("tombstones.yml")
    desk.done("rename", "event", "2020-05-06-draft", "draft-of-may", *DAY)
    assert desk.text("tombstones.yml") == stones


def test_the_first_tombstone_makes_the_file(desk: Desk) -> None:
    (desk.content / "tombstones.yml").unlink()
    desk.keep()
    desk.done("rename", "place", "wend", "river-wend", *DAY, "--note", "The river’s own name.")
    assert desk.text("tombstones.yml") == (
        "tombstones:\n  - {kind: place, id: wend, date: 2026-11-29, note: The river’s own name., instead: river-wend}\n"
    )
    desk.done("rename", "place", "river-wend", "wend", *DAY)
    assert not (desk.content / "tombstones.yml").exists()


def test_comments_and_layout_stay(desk: Desk) -> None:
    path = "events/2020/2020-05-04-market-flooded.yml"
    text = (
        desk.text(path)
        .replace("actors: [{actor: council", "actors: [{actor:   'council'")
        .replace("seq: 10", "seq: 10   # by council")
    )
    desk.write(path, text)
    desk.done("rename", "actor", "council", "town-council", *DAY)
    assert desk.text(path) == text.replace("'council'", "'town-council'").replace(
        "of: council", "of: town-council"
    ).replace("holder: council", "holder: town-council").replace("[mayor, council]", "[mayor, town-council]")


def test_a_committed_tombstone_stays_for_ever(desk: Desk) -> None:
    desk.done("rename", "place", "wend", "river-wend", *DAY)
    for command in (["init", "-q"], ["add", "content"], ["commit", "-qm", "x"]):
        name = ("-c", "user.name=x", "-c", "user.email=x@y.example")
        subprocess.run(["git", *name, *command], cwd=desk.folder, check=True)
    assert "error [buried-id] place 'wend' has a tombstone that is published" in desk.refused(
        "rename", "place", "river-wend", "wend"
    )


@pytest.mark.parametrize(
    "command,told",
    [
        (("actor", "heralt", "x"), "error [unknown-actor] there is no actor 'heralt' (did you mean 'herald'?)"),
        (
            ("actor", "mayors-office", "x"),
            "error [unknown-actor] actor 'mayors-office' was removed on 2020-08-01 ('mayor' took",
        ),
        (
            ("actor", "herald", "mayor"),
            "error [duplicate-id] there is a actor 'mayor' already (to make them one: dateline merge",
        ),
        (("actor", "herald", "mayors-office"), "error [buried-id]"),
        (("actor", "herald", "The Herald"), "error [bad-id] 'The Herald' is no id"),
        (("actor", "herald", "con"), "[unportable-name]"),
        (("claim", "2020-05-dam-release#releasd", "x"), "(did you mean 'released'?)"),
        (
            ("claim", "2020-05-dam-release", "x"),
            "error [unknown-claim] '2020-05-dam-release' names no claim (write event-id#claim-id)",
        ),
        (
            ("claim", "2020-05-dam-release#released", "2020-05-03-warning#released"),
            "(dateline move-claim 2020-05-dam-release#released 2020-05-03-warning)",
        ),
        (("page", "x", "y"), "error [unknown-word] 'page' is no word"),
    ],
)
def test_what_cannot_be_is_refused_with_its_cure(desk: Desk, command: tuple[str, ...], told: str) -> None:
    assert told.replace("a actor", "an actor") in desk.refused("rename", *command)


def test_a_file_that_cannot_be_read_and_names_it_stops_the_change(desk: Desk) -> None:
    desk.write("places/lower-wend.yml", "name: [\nwithin: wend\n")
    assert "[yaml-syntax] places/lower-wend.yml is not valid YAML" in desk.refused("rename", "place", "wend", "river")


def test_nothing_is_written_without_a_word(desk: Desk) -> None:
    before = desk.files()
    done = CliRunner().invoke(main, ["rename", "actor", "herald", "the-herald", *DAY])
    assert done.exit_code == 1
    assert "-publisher: herald\n+publisher: the-herald" in done.output
    assert "nothing was written. To write: --yes" in done.output
    assert desk.files() == before


def test_what_was_interrupted_is_finished_first(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(together, "finish", lambda _: False)
        desk.run("rename", "actor", "herald", "the-herald", *DAY)
    assert (desk.content / "actors" / "herald.md").exists()
    told = desk.run("check").output
    assert "a change of the records was interrupted" in told
    assert "it is whole now" in desk.done("rename", "actor", "mayor", "the-mayor", *DAY)
    assert desk.is_clean()


# --- log -------------------------------------------------------------------------------------------------------------


def test_an_entry_is_the_newest_of_the_history(desk: Desk) -> None:
    desk.done(
        "log", "2020-05-04-market-flooded", "correction", "The hour was wrong.", *DAY, "--dispute", "how-many-evacuated"
    )
    assert (
        "history:\n  - {date: 2026-11-29, type: correction, note: The hour was wrong., dispute: how-many-evacuated}\n"
        "  - {date: 2020-07-01, type: new-evidence" in desk.text("events/2020/2020-05-04-market-flooded.yml")
    )
    assert desk.is_clean()


def test_an_entry_about_a_claim_names_it(desk: Desk) -> None:
    desk.done("log", "2020-05-04-market-flooded#flooded", "correction", "The hour was wrong.", *DAY)
    history = yaml.safe_load(desk.text("events/2020/2020-05-04-market-flooded.yml"))["history"]
    assert history[0]["note"] == "Claim flooded: The hour was wrong."
    assert "[unknown-claim]" in desk.refused("log", "2020-05-04-market-flooded#nothing", "correction", "Why.")


def test_a_record_without_history_gets_one_where_it_belongs(desk: Desk) -> None:
    before = desk.text("actors/mayor.md")
    desk.done("log", "mayor", "correction", "It says: yes # no.", *DAY)
    text = desk.text("actors/mayor.md")
    entry = 'history:\n  - {date: 2026-11-29, type: correction, note: "It says: yes # no."}\n'
    assert entry in text
    assert text.replace(entry, "") == before


@pytest.mark.parametrize(
    "command,told",
    [
        (("mayr", "correction", "Why."), "there is no record 'mayr' (did you mean 'mayor'?)"),
        (
            ("mayor", "corection", "Why."),
            "error [unknown-word] 'corection' is no word that is taken here (did you mean 'correction'?)",
        ),
        (
            ("mayor", "correction", "Why.", "--dispute", "how-many"),
            "error [unknown-dispute] there is no dispute 'how-many'",
        ),
        (("mayor", "correction", "Why.", "--date", "29.13.2026"), "29.13.2026"),
    ],
)
def test_an_entry_that_cannot_be_is_refused(desk: Desk, command: tuple[str, ...], told: str) -> None:
    assert told.lower() in desk.refused("log", *command).lower()


def test_an_id_of_two_kinds_asks_which(desk: Desk) -> None:
    desk.write("actors/wend.md", "---\nname: The Wend\nkind: unnamed\n---\n")
    assert "error [duplicate-id] 'wend' is the id of an actor and a place (say which: --kind actor)" in desk.refused(
        "log", "wend", "correction", "Why."
    )
    desk.done("log", "wend", "correction", "Why.", "--kind", "place", *DAY)
    assert "note: Why." in desk.text("places/wend.yml")


@pytest.mark.parametrize(
    "command,near",
    [
        (("rename", "actr", "mayor", "x"), "did you mean 'actor'?"),
        (("rename", "Actors", "mayor", "x"), "did you mean 'actor'?"),
        (("merge", "actr", "mayor", "x", "--note", "y"), "did you mean 'actor'?"),
        (("remove", "mayor", "--kind", "plaze", "--note", "y"), "did you mean 'place'?"),
        (("log", "mayor", "new evidence", "y"), "did you mean 'new-evidence'?"),
        (("log", "mayor", "correction", "y", "--kind", "person"), "one of: event, source, actor, place, dispute"),
        (("resolve", "x", "--rule", "concesion", "--known", "2020", "--note", "y"), "did you mean 'concession'?"),
    ],
)
def test_a_wrong_word_is_told_as_any_other_problem(desk: Desk, command: tuple[str, ...], near: str) -> None:
    (told,) = desk.refused(*command).splitlines()
    assert told.startswith("error [unknown-word] '")
    assert told.endswith(f"({near})")

"""Commands given what they cannot work with: one clear line, nothing half written, never a traceback."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from dateline.cli import main
from dateline.cli.given_files import create
from dateline.cli.terminal import can_ask
from dateline.ground.problems import has_errors
from dateline.site import checking
from dateline.site.settings import Settings
from hypothesis import given, settings
from hypothesis import strategies as st
from projects import CASES

DISPUTE = ("dispute", "--question", "Was it so?", "--kind", "occurrence", "--would-settle", "A log.")
YES = ("--position", "Yes=2020-05-dam-release#released")
PLACE = ("place", "--name", "Mill", "--kind", "town")
AT = ("--lat", "34.5", "--lon", "40.9", "--located-by", "a map")
CLAIM = ("claim", "2020-05-dam-release", "--text", "It was so.", "--source", "herald-2020-05-04", "--paragraph", "1")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = project(tmp_path)
    monkeypatch.chdir(made)
    return made


def project(folder: Path) -> Path:
    shutil.copytree(CASES / "small" / "content", folder / "content")
    (folder / "folder").mkdir()
    (folder / "file").write_text("x", encoding="utf-8")
    (folder / "binary").write_bytes(b"\xff\xfe\x00")
    return folder


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def run(*arguments: str) -> Result:
    done = CliRunner().invoke(main, arguments)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


@pytest.mark.parametrize(
    "arguments,told",
    [
        ((*DISPUTE, *YES, "--position", "No=EVENT#unknown"), "there is no event 'EVENT'"),
        ((*DISPUTE, *YES, "--position", "No=2020-05-dam-release#nothing"), "is no claim"),
        ((*DISPUTE, *YES, "--position", "No="), "rests on no claim"),
        ((*DISPUTE, *YES, "--position", "=2020-05-03-warning#warned"), "is no position"),
        ((*DISPUTE, *YES, *YES), "stands twice among the positions"),
        ((*PLACE, "--lat", "34.5", "--lon", "40.9"), "--located-by"),
        ((*PLACE, "--lat", "34.5", "--located-by", "a map"), "--lon"),
        ((*PLACE, "--located-by", "a map"), "--lat, --lon"),
        ((*PLACE, *AT, "--lat", "134.5"), "'134.5' is no lat"),
        ((*PLACE, *AT, "--lat", "nan"), "'nan' is no lat"),
        ((*PLACE, *AT, "--lon", "34°27'N"), "is no lon"),
        ((*PLACE, "--alias", ""), "--alias"),
        ((*PLACE, "--within", "../../x"), "there is no place '../../x'"),
        ((*CLAIM, "--id", "../x"), "no id"),
        (("claim", "EVENT#unknown"), "there is no sound event"),
        (("claim", ""), "there is no sound event"),
        (("actor", "--name", "\u6c34", "--kind", "person"), "--id"),
        (("event", "--title", "\x00"), "control characters"),
    ],
)
def test_what_would_be_no_sound_record_is_refused_and_not_written(
    folder: Path, arguments: Sequence[str], told: str
) -> None:
    before = files(folder)
    done = run("new", *arguments)
    assert done.exit_code == 2
    assert told in done.output
    assert files(folder) == before


def test_coordinates_as_maps_print_them_are_written_in_decimal(folder: Path) -> None:
    where = ("--lat", "34°27'N", "--lon", "0.00001", "--located-by", "a map")
    assert run("new", *PLACE, *where, "--precision", "exact").exit_code == 0
    text = (folder / "content" / "places" / "mill.yml").read_text(encoding="utf-8")
    assert "\nlat: 34.45\nlon: 0.00001\n" in text
    assert not has_errors(checking.check(Settings.of(folder)))


def test_a_claim_that_another_record_contradicts_is_written_and_ends_with_1(folder: Path) -> None:
    done = run("new", *CLAIM, "--by", "mayor", "--stance", "denies")
    assert done.exit_code == has_errors(checking.check(Settings.of(folder)))
    assert "Written:" in done.output


HOSTILE = (
    "",
    " ",
    "../../x",
    "/etc/x",
    "a--b",
    "UP",
    "no",
    "1:30",
    "null",
    "~",
    "2031",
    "\u202e",
    "a\x1bb",
    "- x",
    "# c",
)
YAML = (
    "{a: b}",
    "[x]",
    "&a",
    "*a",
    "!t",
    "a\nb",
    "---",
    "'",
    '"',
    "a: b",
    "a #b",
    "|",
    "\u2028",
    "x" * 200,
    "nan",
    "1",
)
KNOWN = (
    "council",
    "mayor",
    "lower-wend",
    "herald-2020-05-04",
    "flood",
    "town",
    "person",
    "council:rescuer",
    "-1",
    "34.5",
)
FORMS = ("2020-05-04", "2020-13", "{2020,2021}", "Yes=2020-05-dam-release#released", "2020-05-dam-release#released")
words = st.sampled_from((*HOSTILE, *YAML, *KNOWN, *FORMS))
OPTIONS = {
    "event": [
        "title",
        "date",
        "date-basis",
        "date-note",
        "kind",
        "place",
        "actor",
        "summary",
        "claim",
        "claim-id",
        "source",
        "paragraph",
        "by",
        "id",
    ],
    "actor": ["name", "kind", "alias", "part-of", "id"],
    "place": ["name", "kind", "alias", "within", "lat", "lon", "located-by", "precision", "id"],
    "dispute": ["question", "kind", "relation", "position", "would-settle", "id"],
    "claim": ["text", "id", "source", "paragraph", "by", "stance", "modality", "note"],
}
SOUND = {
    "event": ("--title=Mill", "--date=2020-05-04", "--kind=flood", "--claim=So.", "--source=herald-2020-05-04"),
    "actor": ("--name=Ferry", "--kind=person"),
    "place": ("--name=Mill", "--kind=town"),
    "dispute": (*DISPUTE[1:], *YES, "--position", "No=2020-05-03-warning#warned"),
    "claim": CLAIM[1:],
}


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_whatever_new_is_given_it_writes_a_sound_record_or_nothing(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    kind = data.draw(st.sampled_from(sorted(OPTIONS)))
    options = data.draw(st.lists(st.tuples(st.sampled_from(OPTIONS[kind]), words), max_size=3))
    folder = project(tmp_path_factory.mktemp("project"))
    before = files(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        paragraph = ("--paragraph=1",) if kind == "event" else ()
        done = run("new", kind, *SOUND[kind], *paragraph, *(f"--{option}={word}" for option, word in options))
    after = files(folder)
    if done.exit_code == 2:
        assert after == before
    else:
        [written] = [path for path in after if before.get(path) != after[path]]
        problems = checking.check(Settings.of(folder))
        assert written.is_relative_to(folder / "content")
        assert done.exit_code == has_errors(problems), problems


@pytest.mark.parametrize(
    "arguments,code,told",
    [
        (("check", "file"), 2, "no records lie in file"),
        (("check", "folder"), 2, "no records lie in folder"),
        (("check", "/dev"), 2, "no records lie in /dev"),
        (("check", "nothing"), 2, "does not exist"),
        (("check", "content", "content"), 0, "No problems."),
        (("check", "content/places", "file"), 0, "No problems."),
        (("check", "."), 0, "No problems."),
        (("fix", "file"), 2, "no records lie in file"),
        (("diff", ""), 2, "this one is empty"),
        (("diff", "content", "--out", "file/x"), 1, "cannot be written"),
        (("diff", "content", "--out", "folder"), 2, "is a directory"),
        (("schema", "--out", "file/x"), 1, "cannot be written"),
        (("schema", "--out", "file"), 2, "is a file"),
        (("render", "--out", "."), 1, "no site can go there"),
        (("render", "--out", "content/new"), 1, "no site can go there"),
        (("render", "--out", "file/x"), 1, "cannot be written"),
        (("geodata", "file", "--area", "0,0,1,1", "--attribution", "x", "--out", "content/chronology.yml"), 2, "--out"),
        (("geodata", "file", "--area", "0,0,1,1", "--attribution", " ", "--out", "x.geojson"), 2, "--attribution"),
        (("geodata", "file", "--area", "0,nan,1,1", "--attribution", "x", "--out", "x.geojson"), 2, "no box"),
        (("geodata", "file", "--area", "0,9,1,1", "--attribution", "x", "--out", "x.geojson"), 2, "no box"),
        (("geodata", "file", "--area", "0,0", "--attribution", "x", "--out", "x.geojson"), 2, "not four numbers"),
        (("new", "--from-issue", "binary"), 1, "is no text in UTF-8"),
        (("source", "add", "binary"), 1, "UTF-8"),
        (("source", "verify", "", "--copies", "folder"), 1, "there is no source ''"),
        (("explain", "../x"), 1, "there is no problem code '../x'"),
    ],
)
def test_a_command_says_in_a_line_what_it_cannot_work_with(
    folder: Path, arguments: Sequence[str], code: int, told: str
) -> None:
    before = files(folder)
    done = run(*arguments)
    assert (done.exit_code, told in done.output) == (code, True), done.output
    assert files(folder) == before


def test_nobody_is_asked_where_the_input_is_closed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert not can_ask()
    assert folder.is_dir()


def test_a_record_is_never_written_through_a_link(folder: Path) -> None:
    outside = folder / "outside"
    (folder / "content" / "places").rename(outside)
    (folder / "content" / "places").symlink_to(outside)
    before = files(folder)
    done = run("new", *PLACE)
    assert (done.exit_code, "is a link" in done.output) == (1, True)
    assert files(folder) == before


def test_a_file_that_came_in_between_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "here.yml"
    create(path, "first\n")
    with pytest.raises(click.ClickException, match="nothing is overwritten"):
        create(path, "second\n")
    assert path.read_text(encoding="utf-8") == "first\n"
    assert [one.name for one in tmp_path.iterdir()] == ["here.yml"]


def test_a_claim_that_cannot_be_written_leaves_the_event_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(folder)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    done = run("new", *CLAIM)
    assert (done.exit_code, "No space left on device" in done.output) == (1, True)
    assert files(folder) == before

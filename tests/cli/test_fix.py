"""`dateline fix`: what it mends, that it changes no meaning, and that it stops when there is nothing left."""

import random
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from dateline.cli import main
from dateline.editing.mending import form_of, mended, with_outcomes
from dateline.ground.yamltree import read
from dateline.records import loading
from dateline.records.loading.files import Document
from dateline.records.loading.validation import validate
from dateline.records.types import Event, Place, RecordKind, type_of_kind
from hypothesis import given
from hypothesis import strategies as st
from projects import CASES, ROOT

SMALL = CASES / "small" / "content"
CONTENTS = [SMALL, CASES / "base" / "content"]
"""Of the records of this project nothing is changed, as another test says, so that they say the same."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(SMALL, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def fix(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["fix", *arguments])


def place(text: str) -> str:
    return mended(text, Place, is_markdown=False)


def test_what_is_to_be_typed_to_write_mends_no_more_than_what_was_shown(folder: Path) -> None:
    one, other = folder / "content" / "places" / "weir's end.yml", folder / "content" / "places" / "weir.yml"
    for path in (one, other):
        path.write_text("kind: river\nname: Weir\n", encoding="utf-8")
    said = fix(str(one.relative_to(folder))).output.rpartition("To write: dateline fix ")[2]
    assert fix(*shlex.split(said)).exit_code == 0
    assert [path.read_text(encoding="utf-8").startswith("name:") for path in (one, other)] == [True, False]


# --- no change of meaning --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("content", CONTENTS, ids=["small", "base"])
def test_the_chronology_is_equal_before_and_after(content: Path, tmp_path: Path) -> None:
    shutil.copytree(content, tmp_path / "content")
    for path in sorted((tmp_path / "content").rglob("*")):
        form = form_of(path.relative_to(tmp_path / "content"))
        if path.is_file() and form is not None:
            before = path.read_text(encoding="utf-8")
            after = mended(before, form, is_markdown=path.suffix == ".md")
            assert mended(after, form, is_markdown=path.suffix == ".md") == after, path
            path.write_text(after, encoding="utf-8")
    before_all, after_all = (loading.load(folder, folder.parent)[0] for folder in (content, tmp_path / "content"))
    for kind in RecordKind:
        old = {id_: filed.record for id_, filed in before_all.records[kind].items()}
        assert old == {id_: filed.record for id_, filed in after_all.records[kind].items()}
    assert before_all.masthead is not None
    assert after_all.masthead is not None
    assert before_all.masthead.record == after_all.masthead.record
    assert {id_: page.head for id_, page in before_all.pages.items()} == {
        id_: page.head for id_, page in after_all.pages.items()
    }


RECORDS = [
    (kind, path)
    for content in CONTENTS
    for kind in (RecordKind.EVENT, RecordKind.SOURCE, RecordKind.PLACE)
    for path in sorted((content / kind.folder).rglob("*.yml"))
]


@given(
    record=st.sampled_from(RECORDS),
    chance=st.randoms(use_true_random=False),
    flow=st.sampled_from([True, False, None]),
    windows=st.booleans(),
)
def test_mangled_records_say_the_same_and_keep_their_comments(
    *, record: tuple[RecordKind, Path], chance: random.Random, flow: bool | None, windows: bool
) -> None:
    kind, path = record
    value = _shuffled(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader), chance)  # noqa: S506 - text only
    text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, default_flow_style=flow, width=10**6)
    if flow is False:
        text = "".join(_commented(line, number, chance) for number, line in enumerate(text.splitlines()))
    text = text.replace("\n", "\r\n") if windows else text
    form = type_of_kind[kind]
    after = mended(text, form, is_markdown=False)
    assert mended(after, form, is_markdown=False) == after
    assert "\r" not in after
    assert not [line for line in after.split("\n") if line != line.rstrip()]
    if flow is False:
        assert sorted(line.strip() for line in text.splitlines() if "# note" in line and "'" not in line) == sorted(
            line.strip() for line in after.splitlines() if "# note" in line and "'" not in line
        )
    assert _record(after, form) == _record(path.read_text(encoding="utf-8"), form)


def _shuffled(value: Any, chance: random.Random) -> Any:
    if isinstance(value, dict):
        keys = list(value)
        chance.shuffle(keys)
        return {key: _shuffled(value[key], chance) for key in keys}
    if isinstance(value, list):
        return [_shuffled(item, chance) for item in value]
    return {"null": None, "true": True}.get(value, value)


def _commented(line: str, number: int, chance: random.Random) -> str:
    indent = line[: len(line) - len(line.lstrip())]
    above = f"{indent}# note {number} above\n" if chance.random() < 0.1 else ""
    blank = "\n" if chance.random() < 0.05 else ""
    return f"{blank}{above}{line}{'   ' if chance.random() < 0.2 else ''}\n"


def _record(text: str, form: type) -> Any:
    tree, problems = read(text, "x")
    assert tree is not None
    assert problems == []
    record, refused = validate({**tree.value, "id": "x"}, form, Document("x", text))
    assert refused == []
    return record


# --- what is mended --------------------------------------------------------------------------------------------------


def test_keys_come_into_order_with_the_comments_above_and_behind_them() -> None:
    text = "# about this file\n\nkind: well   # a word\n# its name\n# in English\nname: Old well\n"
    assert place(text) == "# about this file\n\n# its name\n# in English\nname: Old well\nkind: well   # a word\n"


def test_keys_in_braces_come_into_order_within_their_commas() -> None:
    text = "claims: [{text: a, id: b, reports: [{cite: {paragraph: 1,   source: s}, by: []}]}]\ntitle: t\n"
    ordered = "title: t\nclaims: [{id: b, text: a, reports: [{by: [], cite: {source: s,   paragraph: 1}}]}]\n"
    assert mended(text, Event, is_markdown=False) == ordered


def test_the_first_key_of_a_list_item_takes_the_dash() -> None:
    text = "title: t\nclaims:\n  - text: a\n    id: b\n  - id: c\n    text: d\n"
    assert mended(text, Event, is_markdown=False) == text.replace("- text: a\n    id: b", "- id: b\n    text: a")


@pytest.mark.parametrize(
    "broken, whole",
    [
        ("name: no\nkind: well\n", 'name: "no"\nkind: well\n'),
        ("name: 1:30 # o'clock\nkind: well\n", 'name: "1:30" # o\'clock\nkind: well\n'),
        ("name: 2017-11-17\nkind: well\n", 'name: "2017-11-17"\nkind: well\n'),
        ("name: a\nnames: {no: b}\nkind: well\n", 'name: a\nnames: {"no": b}\nkind: well\n'),
        ("name: a\naliases: [1e3, on]\nkind: well\n", 'name: a\naliases: ["1e3", "on"]\nkind: well\n'),
        ("name: a\nkind: well\nlat: '34.5'\nlon: \"40\"\n", "name: a\nkind: well\nlat: 34.5\nlon: 40\n"),
        ("\ufeffname: a  \r\nkind: well\r\n\r\n\r\n", "name: a\nkind: well\n"),
        ("name: a\nkind: well", "name: a\nkind: well\n"),
    ],
)
def test_quotes_and_white_space_are_mended(broken: str, whole: str) -> None:
    assert place(broken) == whole


@pytest.mark.parametrize(
    "text",
    [
        "name: a\nkind: well\nnote: |\n  one  \n  two\n",
        "name: a\nkind: well\nnote: 'one  \n\n  two'\n",
        "kind: well\nname: a\ncolour: red\n",
        "kind: well\nkind: mill\nname: a\n",
        "kind: [\n",
        "kind: &a well\nname: *a\n",
        "{kind: well, # which\n name: a}\n",
        "name:\nkind: well\nnote: null\n",
        "- a\n",
        "",
    ],
    ids=["block", "quoted lines", "unknown key", "twice", "no yaml", "anchor", "comment", "empty", "list", "nothing"],
)
def test_what_is_not_safe_or_not_wrong_is_left_alone(text: str) -> None:
    assert place(text) == text


def test_of_markdown_only_the_front_matter_and_the_end_are_touched() -> None:
    text = "---\nkind: media\nname: Herald  \n---\n\nTwo spaces  \nbreak a line: *no*.   \n\n\n"
    after = mended(text, type_of_kind[RecordKind.ACTOR], is_markdown=True)
    assert after == "---\nname: Herald\nkind: media\n---\n\nTwo spaces  \nbreak a line: *no*.\n"
    broken = "---\nkind: [\n---\n"
    assert mended(broken, type_of_kind[RecordKind.ACTOR], is_markdown=True) == broken


# --- the command -----------------------------------------------------------------------------------------------------


def test_it_shows_a_diff_and_writes_only_when_told_to(folder: Path) -> None:
    path = folder / "content" / "places" / "wend.yml"
    path.write_text("kind: river\nname: Wend\naliases: [the Wend]\n")
    before = path.read_bytes()
    shown = fix("content/places")
    assert (shown.exit_code, "-kind: river" in shown.output, "+kind: river" in shown.output) == (0, True, True)
    assert fix("--check", "content/places").exit_code == 1
    assert path.read_bytes() == before
    assert "1 file mended" in fix("--write", "content/places").output
    assert path.read_text() == "name: Wend\naliases: [the Wend]\nkind: river\n"
    assert fix("--check", "content/places").output == "Nothing to mend.\n"


def test_an_id_that_is_only_somewhat_like_another_is_left_alone(folder: Path) -> None:
    event = folder / "content" / "events" / "2020" / "2020-05-04-market-flooded.yml"
    event.write_text(event.read_text().replace("by: [mayor]", "by: [major-of-it]"))
    before = event.read_text()
    assert "major-of-it" in before
    fix("--write", "--ids")
    assert "major-of-it" in event.read_text()


def test_the_records_of_this_project_need_no_mending() -> None:
    assert fix("--check", str(ROOT / "content")).output == "Nothing to mend.\n"


def test_near_misses_are_taken_only_on_request(folder: Path) -> None:
    event = folder / "content" / "events" / "2020" / "2020-05-04-market-flooded.yml"
    actor = folder / "content" / "actors" / "mayor.md"
    fix("--write")
    right = event.read_text(), actor.read_text()
    event.write_text(
        right[0]
        .replace("by: [mayor]", "by: [mayr]")
        .replace("summary:", "sumary:")
        .replace("kind: flood", "kind: flod")
    )
    actor.write_text(right[1].replace("(actor:council)", "(actor:councl)").replace("kind: person", "kind: persn"))
    assert "mayr" not in fix("--check").output
    assert fix("--write", "--ids").exit_code == 0
    assert fix("--write", "--ids").exit_code == 0  # a key that was misspelt hid what stands in its file
    assert (event.read_text(), actor.read_text()) == right


BRIEF = """\
what_happened:
  - text: The water came.  # as the mayor says
    claims: [2020-05-04-market-flooded#flooded, 2020-05-dam-release#released]
    outcomes:
      2020-05-04-market-flooded#flooded: settled-stands
  - claims:
      - 2020-05-04-market-flooded#flooded
    text: It stood in the square.

  - {text: Yes., claims: [2020-05-04-market-flooded#flooded]}
  - {text: Yes., outcomes: {2020-05-04-market-flooded#flooded: open}, claims: [2020-05-04-market-flooded#flooded]}
what_is_disputed: []
"""
REMEMBERED = """\
what_happened:
  - text: The water came.  # as the mayor says
    claims: [2020-05-04-market-flooded#flooded, 2020-05-dam-release#released]
    outcomes:
      2020-05-04-market-flooded#flooded: one-voice
      2020-05-dam-release#released: open
  - text: It stood in the square.
    claims:
      - 2020-05-04-market-flooded#flooded
    outcomes:
      2020-05-04-market-flooded#flooded: one-voice

  - {text: Yes., claims: [2020-05-04-market-flooded#flooded], outcomes: {2020-05-04-market-flooded#flooded: one-voice}}
  - {text: Yes., claims: [2020-05-04-market-flooded#flooded], outcomes: {2020-05-04-market-flooded#flooded: one-voice}}
what_is_disputed: []
"""


def test_the_outcomes_that_a_brief_remembers_are_written_on_request_only(folder: Path) -> None:
    file = folder / "content" / "pages" / "brief.yml"
    file.write_text(BRIEF, encoding="utf-8")
    assert fix("--write").exit_code == 0
    assert "settled-stands" in file.read_text(encoding="utf-8")
    file.write_text(BRIEF, encoding="utf-8")
    shown = fix("--outcomes").output
    assert "+      2020-05-dam-release#released: open" in shown
    assert file.read_text(encoding="utf-8") == BRIEF
    assert shown.endswith("To write: dateline fix --outcomes --yes\n")
    assert fix("--outcomes", "--yes").exit_code == 0
    assert file.read_text(encoding="utf-8") == REMEMBERED
    assert fix("--outcomes").output == "Nothing to mend.\n"
    assert CliRunner().invoke(main, ["check"]).exit_code == 0


def test_comments_beside_remembered_outcomes_stay() -> None:
    flooded, released = "2020-05-04-market-flooded#flooded", "2020-05-dam-release#released"
    text = f"""\
what_happened:
  - text: The water came.
    claims: [{flooded}, {released}]
    outcomes:
      # read on 1 May
      {flooded}: open # as the mayor says
  - text: It went.
    outcomes: {{ # read again
      "{flooded}": open }} # on 2 May
    claims: [{flooded}]
"""
    now = {flooded: "one-voice", released: "open"}
    mended_once = with_outcomes(text, [now, {flooded: "one-voice"}])
    added = f"one-voice # as the mayor says\n      {released}: open\n"
    expected = text.replace("open # as the mayor says\n", added).replace("open } #", "one-voice } #")
    assert mended_once == expected
    assert with_outcomes(mended_once, [now, {flooded: "one-voice"}]) == mended_once


@pytest.mark.parametrize("start", ["? text\n    : The water came.\n    claims: [a#b]", "? [x]\n    : claims"])
def test_a_brief_in_an_odd_layout_is_left_alone_where_outcomes_are_written(start: str) -> None:
    text = f"what_happened:\n  - {start}\n"
    assert with_outcomes(text, [{"a#b": "open"}]) == text


def test_outcomes_are_not_written_while_a_record_they_may_hang_on_cannot_be_read(folder: Path) -> None:
    file = folder / "content" / "pages" / "brief.yml"
    file.write_text(BRIEF, encoding="utf-8")
    (folder / "content" / "disputes" / "how-many-evacuated.md").write_text("no record", encoding="utf-8")
    shown = fix("--outcomes", "--write").output
    assert "Outcomes are left alone" in shown
    assert "settled-stands" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("key", ["? [a]\n: b", "{a: b}: c", "note: five # cut\n[a]: b"])
def test_a_key_that_is_no_word_is_told_and_left_alone(folder: Path, key: str) -> None:
    file = folder / "content" / "events" / "2020" / "2020-05-dam-release.yml"
    text = f"{file.read_text(encoding='utf-8')}{key}\n"
    file.write_text(text, encoding="utf-8")
    told = CliRunner().invoke(main, ["check"])
    assert "a key is a word" in told.output
    assert told.exit_code == 1
    assert fix("--ids", "--outcomes", "--write").exit_code == 0
    assert file.read_text(encoding="utf-8") == text


def test_a_link_is_never_written_through(folder: Path) -> None:
    outside = folder / "outside.yml"
    outside.write_text("kind: river\nname: x\n")
    (folder / "content" / "places" / "link.yml").symlink_to(outside)
    fix("--write")
    assert outside.read_text() == "kind: river\nname: x\n"


@pytest.mark.parametrize(
    "date, whole", [("0476", '"0476"'), ("0999", '"0999"'), ("0476-09-04", "0476-09-04"), ("2017", "2017")]
)
def test_a_year_that_begins_with_a_zero_gets_quotes(date: str, whole: str) -> None:
    text = "title: t\ndate: {}\nkind: meeting\n"
    assert mended(text.format(date), Event, is_markdown=False) == text.format(whole)


def test_ids_follow_what_a_tombstone_leads_to(folder: Path) -> None:
    fix("--write")
    event = folder / "content" / "events" / "2020" / "2020-05-04-market-flooded.yml"
    dispute = folder / "content" / "disputes" / "how-many-evacuated.md"
    text, note = event.read_text(encoding="utf-8"), dispute.read_text(encoding="utf-8")
    event.write_text(text.replace("by: [mayor]", "by: [mayors-office]"), encoding="utf-8")
    old = note.replace("(claim:2020-05-04-market-flooded#evacuated)", "(claim:2020-05-04-market-flooded#two-feet)")
    dispute.write_text(f"{old}\nOf [it](actor:mayors-office).\n", encoding="utf-8")
    assert fix("--ids", "--write").exit_code == 0
    assert event.read_text(encoding="utf-8") == text
    assert dispute.read_text(encoding="utf-8") == f"{note}\nOf [it](actor:mayor).\n"


def test_a_source_that_was_removed_is_not_followed(folder: Path) -> None:
    fix("--write")
    stones = folder / "content" / "tombstones.yml"
    more = "  - {kind: source, id: herald-old, date: 2020-08-04, note: A copy., instead: herald-2020-05-04}\n"
    stones.write_text(stones.read_text(encoding="utf-8") + more, encoding="utf-8")
    event = folder / "content" / "events" / "2020" / "2020-05-04-market-flooded.yml"
    text = event.read_text(encoding="utf-8").replace("source: herald-2020-05-04", "source: herald-old")
    event.write_text(text, encoding="utf-8")
    fix("--ids", "--write")
    assert event.read_text(encoding="utf-8") == text

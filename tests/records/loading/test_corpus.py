"""Loading a whole content/: nothing stops at the first problem, and no problem is told twice."""

import os
from pathlib import Path

import pytest
from baseline import COUNCIL, MEETING, OLD_WELL, WELL, base_text, checked, loaded, told
from dateline.ground.problems import Code
from dateline.records.loading import load
from dateline.records.rules import check
from dateline.records.types import RecordKind
from hypothesis import given
from hypothesis import strategies as st

BROKEN = "name: [\n"
NAMES = [*[f"{kind.folder}/x{kind.suffix}" for kind in RecordKind], "chronology.yml", "tombstones.yml", "pages/x.md"]

DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000a49444154789c6360000000020001e221bc330000000049454e44ae426082"
)
"""A PNG of one pixel."""


def test_every_record_of_the_base_is_loaded_with_its_document(tmp_path: Path) -> None:
    corpus, problems = loaded(tmp_path, {})
    assert problems == []
    assert {kind: sorted(records) for kind, records in corpus.records.items()} == {
        RecordKind.EVENT: ["2031-03-02-meeting", "2031-03-03-well-closed"],
        RecordKind.SOURCE: ["crier-2031-03-06", "gazette-2031-03-04"],
        RecordKind.ACTOR: ["clerk", "council", "harrow-gazette", "lindwell-crier", "petitioners"],
        RecordKind.PLACE: ["lindwell", "old-well"],
        RecordKind.DISPUTE: ["who-closed-the-well"],
    }
    filed = corpus.records[RecordKind.EVENT]["2031-03-03-well-closed"]
    assert (filed.record.id, filed.document.path) == ("2031-03-03-well-closed", f"content/{WELL}")
    assert corpus.records[RecordKind.ACTOR]["council"].record.body.startswith("Looks after [the well]")
    assert list(corpus.pages) == ["corrections", "method"]
    assert not any(corpus.unread.values())


@given(name=st.sampled_from(NAMES), content=st.one_of(st.binary(max_size=80), st.text(max_size=80).map(str.encode)))
def test_whatever_a_file_holds_the_others_are_read(
    name: str, content: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    corpus, problems = loaded(tmp_path_factory.getbasetemp() / "any", {name: content})
    check(corpus)
    assert {problem.position.path for problem in problems} <= {f"content/{name}"}
    assert "council" in corpus.records[RecordKind.ACTOR]
    assert "2031-03-03-well-closed" in corpus.records[RecordKind.EVENT]


def test_broken_files_hide_nothing_of_each_other(tmp_path: Path) -> None:
    files = {name: BROKEN for name in NAMES if name.endswith(".yml")}
    files |= {name: f"---\n{BROKEN}---\n" for name in NAMES if name.endswith(".md")}
    problems = checked(tmp_path, files)
    assert {problem.position.path for problem in problems} == {f"content/{name}" for name in NAMES}
    assert {problem.code for problem in problems} == {Code.YAML_SYNTAX}


@pytest.mark.parametrize(
    "name",
    [WELL, MEETING, COUNCIL, OLD_WELL, "sources/gazette-2031-03-04.yml", "disputes/who-closed-the-well.md"],
)
@pytest.mark.parametrize("broken", [b"---\nname: [\n---\n", b"---\nq: 1\n---\n", b"", b"\xff"], ids=range(4))
def test_what_hangs_on_a_broken_file_is_no_problem_of_its_own(tmp_path: Path, name: str, broken: bytes) -> None:
    content = broken if name.endswith(".md") else broken.replace(b"---\n", b"")
    problems = checked(tmp_path, {name: content})
    elsewhere = {problem.code for problem in problems if problem.position.path != f"content/{name}"}
    unused = {Code.UNUSED_ACTOR, Code.UNUSED_SOURCE, Code.PARAGRAPH_UNACCOUNTED}
    assert elsewhere <= {*unused, Code.UNCOVERED_CONTRADICTION}


@pytest.mark.parametrize("name", [WELL, MEETING, COUNCIL, OLD_WELL, "disputes/who-closed-the-well.md"])
def test_what_a_broken_file_mentions_is_no_problem_of_its_own(tmp_path: Path, name: str) -> None:
    text = base_text(name)
    broken = text.replace("---\n", "---\nq: [\n", 1) if name.endswith(".md") else f"q: [\n{text}"
    assert {problem.position.path for problem in checked(tmp_path, {name: broken})} == {f"content/{name}"}
    unknown = text.replace("---\n", "---\nq: 1\n", 1) if name.endswith(".md") else f"q: 1\n{text}"
    assert [problem.code for problem in checked(tmp_path, {name: unknown})] == [Code.UNKNOWN_KEY]


def test_a_file_that_is_no_text_may_mention_anything(tmp_path: Path) -> None:
    for name in (WELL, "disputes/who-closed-the-well.md"):
        assert [problem.code for problem in checked(tmp_path, {name: b"\xff"})] == [Code.NOT_UTF8]


def test_a_link_to_a_page_that_is_broken_is_no_problem_of_its_own(tmp_path: Path) -> None:
    body = base_text(COUNCIL) + "See [the method](page:method).\n"
    assert told(tmp_path, {COUNCIL: body, "pages/method.md": "---\n---\n"}) == [
        "content/pages/method.md:1:1 empty-value"
    ]


def test_while_a_page_is_broken_nobody_knows_what_it_refers_to(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {"actors/mayor.md": "---\nname: The mayor\nkind: organisation\n---\n"}
    files["pages/people.md"] = "---\ntitle: People\n---\n\n[The mayor](actor:mayor)\n"
    assert told(tmp_path, files) == []
    files["pages/people.md"] = "---\ntitel: People\n---\n\n[The mayor](actor:mayor)\n"
    assert {place.partition(":")[0] for place in told(tmp_path, files)} == {"content/pages/people.md"}
    del files["pages/people.md"]
    assert told(tmp_path, files) == ["content/actors/mayor.md:2:1 unused-actor"]


def test_all_problems_of_one_record_are_told_at_once(tmp_path: Path) -> None:
    text = "id: well\nnam: x\nkind: wells\nlat: '1'\nwithin: [[a]]\nnote: no\nnote: x\n"
    assert told(tmp_path, {OLD_WELL: text}) == [
        "content/places/old-well.yml:1:5 id-mismatch",
        "content/places/old-well.yml:2:1 unknown-key",
        "content/places/old-well.yml:3:7 unknown-word",
        "content/places/old-well.yml:4:6 wrong-type",
        "content/places/old-well.yml:5:10 wrong-type",
        "content/places/old-well.yml:6:7 surprising-type",
        "content/places/old-well.yml:7:1 duplicate-key",
    ]


@pytest.mark.parametrize("typed", ["nam: The well", "title: The well", "Name: The well", "name The well:"])
def test_a_key_that_is_meant_for_a_missing_one_is_told_and_not_what_it_lacks(tmp_path: Path, typed: str) -> None:
    assert told(tmp_path, {OLD_WELL: f"kind: well\nwithin: lindwell\n{typed}\n"}) == [
        "content/places/old-well.yml:3:1 unknown-key"
    ]


def test_a_key_that_is_missing_is_told_beside_one_that_is_meant_for_another(tmp_path: Path) -> None:
    assert told(tmp_path, {OLD_WELL: "kind: well\nlatt: 1\n"}) == [
        "content/places/old-well.yml:1:1 missing-key",
        "content/places/old-well.yml:2:1 unknown-key",
    ]


def test_a_record_with_an_id_of_its_own_is_known_by_its_files_name(tmp_path: Path) -> None:
    text = "id: the-well\n" + base_text(OLD_WELL)
    assert told(tmp_path, {OLD_WELL: text}) == ["content/places/old-well.yml:1:5 id-mismatch"]
    assert told(tmp_path, {OLD_WELL: "id: old-well\n" + base_text(OLD_WELL)}) == []


def test_a_file_with_the_wrong_ending_is_told_once(tmp_path: Path) -> None:
    files = {"places/old-well.yaml": base_text(OLD_WELL), OLD_WELL: None}
    assert told(tmp_path, files) == ["content/places/old-well.yaml:1:1 stray-file"]


def test_of_two_files_of_one_id_the_second_is_told_and_nothing_hangs_on_it(tmp_path: Path) -> None:
    twin = base_text(MEETING).replace("id: attendance", "id: presence")
    assert told(tmp_path, {"events/2032/2031-03-02-meeting.yml": twin}) == [
        "content/events/2032/2031-03-02-meeting.yml:1:1 duplicate-id"
    ]


def test_hidden_files_and_readmes_are_left_alone(tmp_path: Path) -> None:
    files = {"README.md": "x", ".git/config": "x", "places/.old-well.yml.swp": "\xff", "events/.cache/x.yml": "["}
    assert told(tmp_path, files) == []


def test_images_of_pages_are_found_and_only_beside_the_pages(tmp_path: Path) -> None:
    corpus, problems = loaded(tmp_path, {"pages/map.PNG": DOT, "pages/deep/other.png": b"x"})
    assert list(corpus.images) == ["map.PNG"]
    assert [str(problem.position) for problem in problems] == ["content/pages/deep/other.png:1:1"]


def test_without_a_folder_there_is_one_problem(tmp_path: Path) -> None:
    corpus, problems = load(tmp_path / "nowhere", tmp_path)
    assert [(str(problem.position), problem.code) for problem in problems] == [
        ("nowhere/chronology.yml:1:1", Code.NO_CONTENT)
    ]
    assert check(corpus) == []


def test_positions_name_files_from_the_project_wherever_the_command_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded(tmp_path, {OLD_WELL: ""})
    monkeypatch.chdir(tmp_path / "content" / "places")
    relative = Path(os.path.relpath(tmp_path))
    for content, root in [(tmp_path / "content", tmp_path), (relative / "content", relative)]:
        assert [str(problem.position) for problem in load(content, root)[1]] == ["content/places/old-well.yml:1:1"]


def test_the_problems_of_one_file_are_told_up_to_a_hundred(tmp_path: Path) -> None:
    text = base_text(OLD_WELL) + "".join(f"key-{number}: 1\n" for number in range(300))
    assert len(checked(tmp_path, {OLD_WELL: text})) == 100


@pytest.mark.parametrize(
    "file, line",
    [
        ("sources/crier-2031-03-06.yml", "publisher: lindwell-crier\n"),
        (WELL, "{place: old-well}"),
    ],
)
def test_what_another_file_fails_to_name_is_not_called_unused(tmp_path: Path, file: str, line: str) -> None:
    text = base_text(file)
    assert line in text
    problems = checked(tmp_path, {file: text.replace(line, "" if line.endswith("\n") else "{note: Not sure.}", 1)})
    assert [(problem.position.path, problem.code) for problem in problems] == [(f"content/{file}", Code.MISSING_KEY)]

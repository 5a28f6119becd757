"""Files as text: what is refused before any YAML is read, and where front matter and body begin."""

import os
import time
from pathlib import Path

import pytest
from baseline import COUNCIL, OLD_WELL, base_text, checked, loaded, told
from dateline.ground.problems import Code, Problem
from dateline.ground.yamltree import MAX_BYTES
from dateline.records.loading import load
from dateline.records.loading.files import parse_markdown, parse_yaml, read_text
from dateline.records.types import RecordKind
from hypothesis import given
from hypothesis import strategies as st

LINES = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff\ufffe\uffff"))


def code_of(path: Path) -> Code | None:
    text = read_text(path, "f.yml")
    return text.code if isinstance(text, Problem) else None


@given(content=st.binary(max_size=60))
def test_any_bytes_are_text_or_one_problem(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "f.yml"
    path.write_bytes(content)
    text = read_text(path, "f.yml")
    if isinstance(text, Problem):
        assert text.code is Code.NOT_UTF8
    else:
        assert "\r" not in text
        assert "\0" not in text
        parse_yaml(text, "f.yml")
        parse_markdown(text, "f.md")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_marks_move_no_position(tmp_path: Path, end: str, mark: bytes) -> None:
    lines = ["name: The old well", "kind: well", "within: linwell", "title: x", ""]
    content = mark + end.join(lines).encode()
    assert told(tmp_path, {OLD_WELL: content}) == [
        "content/places/old-well.yml:3:9 unknown-place",
        "content/places/old-well.yml:4:1 unknown-key",
    ]
    content = mark + end.join([*lines[:3], ""]).encode()
    assert told(tmp_path, {OLD_WELL: content}) == ["content/places/old-well.yml:3:9 unknown-place"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_positions_in_front_matter_and_body_are_those_of_the_file(tmp_path: Path, end: str, mark: bytes) -> None:
    text = base_text(COUNCIL).replace("kind: organisation", "kind: club")
    body = "\n\nGroße Äpfel, [a](actor:counsil).\n\n---\n\n> [b](actor:council) and [c](place:wel)\n"
    content = mark + (text + body).replace("\n", end).encode()
    assert told(tmp_path, {COUNCIL: content})[0] == "content/actors/council.md:4:7 unknown-word"
    content = mark + (base_text(COUNCIL) + body).replace("\n", end).encode()
    assert told(tmp_path, {COUNCIL: content}) == [
        "content/actors/council.md:12:18 unknown-actor",
        "content/actors/council.md:16:30 unknown-place",
    ]


@pytest.mark.parametrize(
    "content, position",
    [
        (b"name: caf\xe9\n", "1:10"),
        (b"name: x\nnote: \xff\n", "2:7"),
        (b"name: x\r\nnote: \xff\n", "2:7"),
        (b"\xef\xbb\xbfname: \xff\n", "1:7"),
        ("größe: ".encode() + b"\xff", "1:8"),
        ("name: x\n".encode("utf-16-le"), "1:2"),
        (b"name: x\x00\n", "1:8"),
        (b"---\nname: x\n---\nBody\x00\n", "4:5"),
        (b"name: \xed\xa0\x80\n", "1:7"),
    ],
)
def test_what_is_no_text_is_refused_at_the_character(tmp_path: Path, content: bytes, position: str) -> None:
    path = tmp_path / "f.yml"
    path.write_bytes(content)
    problem = read_text(path, "f.yml")
    assert isinstance(problem, Problem)
    assert f"{problem.position} {problem.code}" == f"f.yml:{position} not-utf8"


def test_a_file_of_the_largest_size_is_read_and_one_byte_more_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "f.yml"
    path.write_bytes(b"#" * MAX_BYTES)
    assert code_of(path) is None
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    assert code_of(path) is Code.TOO_LARGE


def test_a_huge_file_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "f.yml"
    with path.open("wb") as file:
        file.truncate(50 * 1024**3)
    started = time.perf_counter()
    assert code_of(path) is Code.TOO_LARGE
    assert time.perf_counter() - started < 60


@pytest.mark.parametrize("kind", ["link to a file", "broken link", "folder", "pipe", "missing"])
def test_what_is_no_plain_file_is_refused(tmp_path: Path, kind: str) -> None:
    path, target = tmp_path / "f.yml", tmp_path / "target.yml"
    target.write_text("name: x\n")
    if kind.endswith("link") or kind.startswith("link"):
        path.symlink_to(target if kind == "link to a file" else tmp_path / "nowhere")
    elif kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    assert code_of(path) is Code.UNREADABLE


def test_links_are_refused_wherever_they_lie_and_told_once(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "mill.yml").write_text("name: The mill\nkind: well\n")
    (outside / "map.png").write_bytes(b"x")
    content = tmp_path / "content"
    loaded(tmp_path, {"pages/index.md": base_text("pages/method.md") + "[m](page:linked) ![m](map.png)\n"})
    (content / "places" / "linked.yml").symlink_to(outside / "mill.yml")
    (content / "places" / "north").symlink_to(outside)
    (content / "pages" / "linked.md").symlink_to(outside / "mill.yml")
    (content / "pages" / "map.png").symlink_to(outside / "map.png")
    (content / "extra").symlink_to(outside)
    (content / "tombstones.yml").unlink()
    (content / "tombstones.yml").symlink_to(tmp_path / "nowhere")
    corpus, problems = load(content, tmp_path)
    assert sorted((problem.position.path, problem.code) for problem in problems) == [
        (f"content/{name}", Code.UNREADABLE)
        for name in ["extra", "pages/linked.md", "pages/map.png", "places/linked.yml", "places/north", "tombstones.yml"]
    ]
    assert corpus.unread[RecordKind.PLACE] == {"linked", "north"}
    assert corpus.images == {}


@given(LINES, LINES, st.integers(0, 3))
def test_the_body_stands_where_its_position_says(key: str, line: str, blank: int) -> None:
    body = f"x{line}"
    text = f"---\nkey: '{key.replace(chr(39), '')}'\n---\n" + "\n" * blank + f"first\n{body}\n"
    document, _, _ = parse_markdown(text, "f.md")
    here = document.body_position(document.body.index("\n") + 1)
    assert text.split("\n")[here.line - 1][here.column - 1 :].startswith("x")
    assert (here.line, here.column) == (5 + blank, 1)


@pytest.mark.parametrize(
    "text, body, line",
    [
        ("---\na: 1\n---\nBody", "Body", 4),
        ("---\na: 1\n---\n\n\nBody\n\n", "Body", 6),
        ("---\na: 1\n---\nBody\n\n---\n\nmore", "Body\n\n---\n\nmore", 4),
        ("---\na: 1\n---\n    code", "    code", 4),
        ("---\na: 1\n---", "", 3),
        ("---\n\na: 1\n\n---\nBody", "Body", 6),
        ("---   \na: 1\n---   \nBody", "Body", 4),
    ],
)
def test_a_markdown_record_is_front_matter_and_a_body(text: str, body: str, line: int) -> None:
    document, tree, problems = parse_markdown(text, "f.md")
    assert (document.body, document.body_line, problems) == (body, line, [])
    assert tree is not None
    assert tree.value == {"a": 1}
    assert document.position(("a",)).line == text.split("\n").index("a: 1") + 1


@pytest.mark.parametrize(
    "text", ["", "Body", "\n---\na: 1\n---\n", "a: 1\n---\n", "---\na: 1\n", "--- # x\na: 1\n---\n"]
)
def test_without_front_matter_a_markdown_record_is_refused(text: str) -> None:
    _, tree, problems = parse_markdown(text, "f.md")
    assert tree is None
    assert [problem.code for problem in problems] == [Code.NO_FRONT_MATTER]


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, onerror: object, **__: object) -> list[object]:
        assert callable(onerror)
        onerror(PermissionError(13, "Permission denied", str(tmp_path / "content" / "events")))
        return []

    monkeypatch.setattr(os, "walk", refuse)
    assert "content/events:1:1 unreadable" in told(tmp_path, {})


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *_: object) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    path = tmp_path / "f.yml"
    path.touch()
    monkeypatch.setattr(os, "open", refuse)
    assert code_of(path) is Code.UNREADABLE


def test_a_name_with_control_characters_stays_on_one_line(tmp_path: Path) -> None:
    (problem,) = checked(tmp_path, {"places/a\nb\x1b.yml": "name: x\nkind: well\n"})
    assert problem.code is Code.BAD_ID
    assert "\n" not in str(problem)
    assert "\x1b" not in str(problem)


@pytest.mark.parametrize(
    "content, said",
    [
        ("name: x\n".encode("utf-16"), "the file is UTF-16"),
        ("name: x\n".encode("utf-32"), "the file is UTF-32"),
        ("name: x\n".encode("utf-16-le"), "the file is UTF-16, not UTF-8"),
        ("name: café\n".encode("latin-1"), "byte 0xe9 is not UTF-8 text here"),
    ],
)
def test_a_file_in_another_encoding_is_told_with_its_name(tmp_path: Path, content: bytes, said: str) -> None:
    (problem,) = checked(tmp_path, {OLD_WELL: content})
    assert problem.message == said
    assert problem.hint.startswith(("save it as UTF-8", "save the file with the encoding UTF-8; as Windows-1252 it"))


@pytest.mark.parametrize("name", ["tombstones.yml", "geodata/lines.geojson", "pages/method.md", "chronology.yml"])
def test_a_conflict_of_a_merge_is_told_once_in_every_file(tmp_path: Path, name: str) -> None:
    mark = "<<<<<<< HEAD\na: 1\n||||||| base\na: 0\n=======\na: 2\n>>>>>>> theirs\n"
    text = base_text(name) if "geodata" not in name else "{}\n"
    problems = checked(tmp_path, {name: f"{text}{mark}"})
    assert [str(problem.code) for problem in problems if problem.position.path.endswith(name)] == ["conflict-marker"]

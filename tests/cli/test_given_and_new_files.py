"""Files that a command reads and writes: what cannot be read is one sentence, and nothing is overwritten unasked."""

import stat
from pathlib import Path

import click
import pytest
from dateline.cli import kept_answers
from dateline.cli.given_files import create, overwrite, read_file, read_text_file
from dateline.cli.taken_words import Word, WrongWordError, told_of_word

WHY = "a map is a small file"


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    "content, told",
    [
        (b"x" * 11, "is larger than 10 bytes; a map is a small file (11 bytes)"),
        (b"ab\xff", "is no text in UTF-8 (byte 3); save it again as such"),
        (b"a\0b", "is no text: it holds the character U+0000"),
    ],
)
def test_a_file_that_is_no_text_of_the_kind_is_told_in_a_sentence(tmp_path: Path, content: bytes, told: str) -> None:
    file = tmp_path / "file"
    file.write_bytes(content)
    with pytest.raises(click.ClickException) as refused:
        read_text_file(file, 10, WHY)
    assert refused.value.message == f"{file} {told}"


def test_a_text_is_read_without_its_mark_and_as_bytes_with_it(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"\xef\xbb\xbfa\r\n")
    assert read_text_file(file, 10, WHY) == "a\r\n"
    assert read_file(file, 10, WHY) == b"\xef\xbb\xbfa\r\n"


def test_a_folder_and_what_is_not_there_are_told_and_not_thrown(tmp_path: Path) -> None:
    with pytest.raises(click.ClickException, match="it is a folder, no plain file; save the text in a file first"):
        read_file(tmp_path, 10, WHY)
    with pytest.raises(click.ClickException, match="cannot be read: No such file"):
        read_file(tmp_path / "none", 10, WHY)


def test_a_new_file_is_written_whole_with_its_folders_and_the_rights_of_any_other(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.touch()
    create(tmp_path / "a" / "b" / "new", "é\n")
    create(tmp_path / "bytes", b"\xff")
    made = tmp_path / "a" / "b" / "new"
    assert (made.read_bytes(), (tmp_path / "bytes").read_bytes()) == ("é\n".encode(), b"\xff")
    assert stat.S_IMODE(made.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)
    assert names_in(made.parent) == ["new"]


@pytest.mark.parametrize("kind", ["file", "folder", "link", "dead link"])
def test_nothing_is_overwritten_by_a_new_file(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "there"
    if kind == "folder":
        path.mkdir()
    elif kind == "file":
        path.write_text("old", encoding="utf-8")
    else:
        (tmp_path / "target").write_text("old", encoding="utf-8")
        path.symlink_to("target" if kind == "link" else "none")
    before = names_in(tmp_path)
    with pytest.raises(click.ClickException, match="is there already; nothing is overwritten"):
        create(path, "new")
    assert names_in(tmp_path) == before
    assert kind in {"folder", "dead link"} or path.read_text(encoding="utf-8") == "old"


def test_a_file_that_is_written_anew_keeps_its_rights_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "file"
    overwrite(path, "one")
    path.chmod(0o640)
    overwrite(path, "two")
    assert (path.read_text(encoding="utf-8"), stat.S_IMODE(path.stat().st_mode)) == ("two", 0o640)
    assert names_in(tmp_path) == ["file"]


def test_a_place_where_nothing_can_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for write in (create, overwrite):
        with pytest.raises(click.ClickException, match="cannot be written: "):
            write(tmp_path / "file" / "below", "x")


# --- answers that are kept -------------------------------------------------------------------------------------------


def test_answers_are_kept_for_the_same_command_about_files_that_say_the_same(tmp_path: Path) -> None:
    file = tmp_path / "article"
    file.write_text("one", encoding="utf-8")
    place = kept_answers.place_of(tmp_path, "dateline new", {"file": file, "title": "a"})
    assert place == kept_answers.place_of(tmp_path, "dateline new", {"title": "a", "file": file})
    assert place.is_relative_to(tmp_path / kept_answers.FOLDER)
    others = {
        kept_answers.place_of(tmp_path, "dateline add", {"file": file, "title": "a"}),
        kept_answers.place_of(tmp_path, "dateline new", {"file": file, "title": "b"}),
        kept_answers.place_of(tmp_path, "dateline new", {"file": file}),
    }
    file.write_text("two", encoding="utf-8")
    others.add(kept_answers.place_of(tmp_path, "dateline new", {"file": file, "title": "a"}))
    assert len({place, *others}) == 5


def test_kept_answers_are_for_their_owner_alone_and_git_passes_over_them(tmp_path: Path) -> None:
    path = kept_answers.place_of(tmp_path, "dateline new", {})
    assert kept_answers.kept(path) == []
    assert kept_answers.keep(path, ["é", ""])
    assert kept_answers.kept(path) == ["é", ""]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert (path.parent / ".gitignore").read_text(encoding="utf-8") == "*\n"
    kept_answers.forget(path)
    kept_answers.forget(path)
    assert kept_answers.kept(path) == []


def test_answers_that_cannot_be_kept_or_are_a_link_are_none(tmp_path: Path) -> None:
    (tmp_path / ".cache").touch()
    assert not kept_answers.keep(kept_answers.place_of(tmp_path, "dateline new", {}), ["a"])
    (tmp_path / "answers").write_text('["a"]', encoding="utf-8")
    (tmp_path / "link").symlink_to("answers")
    assert kept_answers.kept(tmp_path / "answers") == ["a"]
    assert kept_answers.kept(tmp_path / "link") == []


# --- words of a list -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "word, told",
    [
        ("corection", "did you mean 'correction'?"),
        ("New Evidence", "did you mean 'new-evidence'?"),
        ("zzz", "one of: correction, new-evidence"),
    ],
)
def test_a_wrong_word_is_told_with_the_one_that_is_near_or_with_all(word: str, told: str) -> None:
    words = ("correction", "new-evidence")
    assert told_of_word(word, words) == f"'{word}' is no word that is taken here ({told})"
    with pytest.raises(WrongWordError) as refused:
        Word(words).convert(word, None, None)
    assert refused.value.exit_code == 2
    assert Word(words).convert("correction", None, None) == "correction"

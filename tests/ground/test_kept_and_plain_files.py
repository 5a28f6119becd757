"""What is kept between runs, files read with care, and small things of files: sizes, licences, numbers of books."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pytest
from dateline.ground import caching, identifiers, licences, plainfiles
from dateline.ground.caching import typed
from dateline.ground.cells import csv_lines
from dateline.ground.json_values import compact_json
from hypothesis import given
from hypothesis import strategies as st

# --- values with types -----------------------------------------------------------------------------------------------


class Pair(NamedTuple):
    name: str
    number: int


@dataclass
class Kept:
    title: str
    pairs: list[Pair]
    near: dict[str, "tuple[int, ...]"]


VALUE = Kept("é\n\u2028", [Pair("a", 1), Pair("b", 2)], {"x": (1, 2), "": ()})


def test_a_value_is_read_as_it_was_kept_with_the_types_of_its_parts(tmp_path: Path) -> None:
    typed.write(tmp_path / "kept", VALUE)
    found = typed.read_as(tmp_path / "kept", Kept)
    assert found == VALUE
    assert found is not None
    assert isinstance(found.pairs[0], Pair)
    assert typed.of_json(typed.as_json(VALUE), Kept) == VALUE


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        "text",
        {"title": "x"},
        {"title": 1, "pairs": [], "near": {}},
        {"title": "x", "pairs": [["a"]], "near": {}},
    ],
)
def test_what_has_not_the_shape_of_its_type_is_as_good_as_not_kept(tmp_path: Path, value: object) -> None:
    typed.write(tmp_path / "kept", value)
    assert typed.read_as(tmp_path / "kept", Kept) is None


def test_what_another_engine_kept_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed.write(tmp_path / "kept", VALUE)
    monkeypatch.setattr(caching, "engine", lambda: "another")
    assert typed.read_as(tmp_path / "kept", Kept) is None


def test_what_is_no_value_of_json_is_refused_before_anything_is_kept(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="Path is no value of JSON"):
        typed.write(tmp_path / "kept", {"path": tmp_path})
    assert not (tmp_path / "kept").exists()


def test_what_was_damaged_moved_or_never_kept_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    typed.write(path, VALUE)
    whole = path.read_bytes()
    for place in (0, 10, 31, 40, len(whole) - 1):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert typed.read_as(path, Kept) is None
    for content in (b"", whole[:-1], whole + b" ", whole[33:]):
        path.write_bytes(content)
        assert typed.read_as(path, Kept) is None
    (tmp_path / "other").write_bytes(whole)
    assert typed.read_as(tmp_path / "other", Kept) is None
    assert typed.read_as(tmp_path / "none", Kept) is None
    path.write_bytes(whole)
    assert typed.read_as(path, Kept) == VALUE


# --- the files of a folder -------------------------------------------------------------------------------------------


def test_a_digest_of_files_tells_their_names_their_contents_and_where_one_ends(tmp_path: Path) -> None:
    def digest(**files: str) -> str:
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        folder.mkdir()
        for name, text in files.items():
            path = folder / name.replace("_", "/")
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return caching.digest_of_files(folder)

    seen = [
        digest(),
        digest(a=""),
        digest(a="b"),
        digest(ab=""),
        digest(a="", b=""),
        digest(a="b", b=""),
        digest(a_b=""),
    ]
    assert len(set(seen)) == len(seen)
    assert digest(a="1", b="2") == digest(b="2", a="1")


def test_only_files_with_the_wanted_endings_count_and_none_that_python_wrote(tmp_path: Path) -> None:
    (tmp_path / "__pycache__").mkdir()
    for name in ("a.py", "b.txt", "__pycache__/c.py"):
        (tmp_path / name).write_text("1", encoding="utf-8")
    before = caching.digest_of_files(tmp_path, (".py",))
    (tmp_path / "b.txt").write_text("2", encoding="utf-8")
    (tmp_path / "__pycache__/c.py").write_text("2", encoding="utf-8")
    assert caching.digest_of_files(tmp_path, (".py",)) == before
    (tmp_path / "a.py").write_text("2", encoding="utf-8")
    assert caching.digest_of_files(tmp_path, (".py",)) != before


def test_a_folder_of_ours_takes_the_place_of_a_file_or_a_link(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to("none")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "kept").touch()
    for name in ("file", "link", "folder", "new"):
        caching.make_folder(tmp_path / name)
        assert (tmp_path / name).is_dir()
        assert not (tmp_path / name).is_symlink()
    assert (tmp_path / "folder" / "kept").exists()


def test_the_way_for_a_file_is_cleared_of_folders_links_and_pipes_and_of_no_file(tmp_path: Path) -> None:
    kept = tmp_path / "file"
    kept.write_text("x", encoding="utf-8")
    caching.make_way(kept)
    assert kept.read_text(encoding="utf-8") == "x"
    (tmp_path / "folder" / "in").mkdir(parents=True)
    (tmp_path / "link").symlink_to(kept)
    os.mkfifo(tmp_path / "pipe")
    for name in ("folder", "link", "pipe", "none"):
        caching.make_way(tmp_path / name)
        assert not os.path.lexists(tmp_path / name)
    assert kept.exists()


# --- plain files -----------------------------------------------------------------------------------------------------


def test_a_file_is_read_up_to_its_limit_and_not_a_byte_beyond(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"12345")
    assert plainfiles.read(path, 5) == b"12345"
    with pytest.raises(plainfiles.TooLargeError) as refused:
        plainfiles.read(path, 4)
    assert (refused.value.size, refused.value.limit) == (5, 4)
    assert "5 bytes; 4 bytes at most" in str(refused.value)
    assert plainfiles.beginning(path, 2) == b"12"
    assert plainfiles.beginning(path, 9) == b"12345"


def test_a_link_is_followed_unless_that_is_forbidden(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"1")
    (tmp_path / "link").symlink_to("file")
    assert plainfiles.read(tmp_path / "link", 5) == b"1"
    with pytest.raises(plainfiles.NotPlainError, match="a link"):
        plainfiles.read(tmp_path / "link", 5, follows=False)
    assert plainfiles.read(tmp_path / "file", 5, follows=False) == b"1"


@pytest.mark.parametrize("kind, told", [("folder", "a folder"), ("pipe", "a named pipe"), ("device", "a device")])
def test_what_is_no_plain_file_is_never_read(tmp_path: Path, kind: str, told: str) -> None:
    path = Path("/dev/null") if kind == "device" else tmp_path / "odd"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    for read in (plainfiles.read, plainfiles.beginning):
        with pytest.raises(plainfiles.NotPlainError, match=f"it is {told}, no plain file"):
            read(path, 10)


def test_what_cannot_be_read_below_a_folder_is_named_in_its_order_and_a_dead_link_is_not(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "large").write_bytes(b"123456")
    (tmp_path / "b" / "small").write_bytes(b"12345")
    os.mkfifo(tmp_path / "a")
    (tmp_path / "dead").symlink_to("nothing")
    (tmp_path / "alive").symlink_to("b/large")
    odd = [(Path(path).relative_to(tmp_path).as_posix(), why) for path, why in plainfiles.odd_files(tmp_path, 5)]
    assert [name for name, _ in odd] == ["a", "alive", "b/large"]
    assert odd[0][1] == "it is a named pipe, no plain file"
    assert odd[2][1] == "it has 6 bytes; 5 bytes at most are read"


@pytest.mark.parametrize(
    "size, said",
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1000, "1 kB"),
        (999_499, "999 kB"),
        (1_000_000, "1.0 MB"),
        (12_345_678, "12.3 MB"),
    ],
)
def test_a_size_is_told_as_people_say_it(size: int, said: str) -> None:
    assert plainfiles.in_words(size) == said


# --- licences, numbers of books, cells -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "licence, words, address",
    [
        ("CC-BY-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC-BY-NC-SA-3.0", "CC BY-NC-SA 3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/"),
        ("CC0-1.0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("MIT", "MIT", ""),
        ("CC-BY-SA-ND-4.0", "CC-BY-SA-ND-4.0", ""),
        ("CC-BY-4.0-or-later", "CC-BY-4.0-or-later", ""),
    ],
)
def test_a_licence_is_written_as_people_do_and_leads_to_its_text(licence: str, words: str, address: str) -> None:
    assert licences.in_words(licence) == words
    assert licences.address(licence) == address


@pytest.mark.parametrize("text", ["978-3-16-148410-0", "9780306406157", "0-306-40615-2", "0 8044 2957 X", "080442957x"])
def test_a_sound_isbn_has_no_fault_and_one_wrong_digit_is_found(text: str) -> None:
    assert identifiers.isbn_fault(text) is None
    first = next(place for place, sign in enumerate(text) if sign.isdigit() and place >= 4)
    changed = text[:first] + str((int(text[first]) + 1) % 10) + text[first + 1 :]
    assert identifiers.isbn_fault(changed) == "its last digit does not fit the others"


@pytest.mark.parametrize(
    "text, length", [("", 0), ("12345", 5), ("9770306406157", 13), ("X234567890", 10), ("97803064061570", 14)]
)
def test_what_is_no_isbn_is_told_by_its_length(text: str, length: int) -> None:
    assert (identifiers.isbn_fault(text) or "").endswith(f"this has {length}")


@pytest.mark.parametrize(
    "text, isbn",
    [
        ("ISBN 978-3-16-148410-0", "978-3-16-148410-0"),
        ("ISBN-13: 9783161484100.", "9783161484100"),
        ("978–3–16–148410–0", "978-3-16-148410-0"),
        ("978-3-16-148410-0", ""),
        ("ISBN 978-3-16-148410-1", ""),
        ("ISSN 1234-5679", ""),
    ],
)
def test_an_isbn_is_found_behind_its_name_and_between_other_dashes(text: str, isbn: str) -> None:
    assert identifiers.isbn_in(text) == isbn


def test_the_number_of_a_journal_is_known_from_that_of_a_book() -> None:
    assert [identifiers.is_issn(text) for text in ("1234-5679", "1234567X", "0-306-40615-2")] == [True, True, False]


@pytest.mark.parametrize(
    "text, doi",
    [
        ("10.1000/182", "10.1000/182"),
        ("https://doi.org/10.1000/182", "10.1000/182"),
        ("http://DX.DOI.org/10.1000.10/a(b)", "10.1000.10/a(b)"),
        ("doi: 10.1000/182", "10.1000/182"),
        (" DOI:10.1000/182 ", "10.1000/182"),
        ("DOI 10.1000/182", "10.1000/182"),
        ("doi.org/10.1000/182", "10.1000/182"),
        ("doi:10.1000/182.", "10.1000/182"),
        ("10.100/182", ""),
        ("10.1000/", ""),
        ("10.1000/a b", ""),
        ("11.1000/182", ""),
        ("https://x.example/10.1000/182", ""),
        (f"10.1000/{'a' * 200}", ""),
    ],
)
def test_a_doi_is_found_in_its_address_and_nowhere_else(text: str, doi: str) -> None:
    assert identifiers.doi_in(text) == doi
    assert identifiers.is_doi(text) is (doi == text)


@pytest.mark.parametrize(
    "cell, written",
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@a", "'@a"),
        ("\uff1d1", "'\uff1d1"),
        ("\t=1", "'\t'=1"),
        ("a;=1", "a;'=1"),
        ("a=1", "a=1"),
        (-1, "-1"),
        (True, "true"),
        (None, ""),
        ("a,b", '"a,b"'),
    ],
)
def test_no_cell_of_a_table_is_a_formula(cell: object, written: str) -> None:
    assert list(csv_lines([[cell, "x"]])) == [f"{written},x\n"]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)


@given(VALUES)
def test_compact_json_is_on_one_line_and_says_the_same(value: object) -> None:
    text = compact_json(value)
    assert "\n" not in text
    assert json.loads(text) == value
    assert text == json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_json_has_no_number_for_is_refused(number: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        compact_json([number])

"""Paragraphs found in copies: unchanged, moved, changed, gone, new, cut in two, differently set."""

from pathlib import Path

import pytest
from dateline.editing.verification import CopyText, Verification, read_copies, verify
from dateline.ground.problems import Code, Problem
from hypothesis import given
from hypothesis import strategies as st
from readings import codes_of, context_of, source_of

PARAGRAPHS = [
    "The clerk of Lindwell said on Monday that the “old” well was shut until further notice.",
    "Petitioners answered that the decision was made behind closed doors, and in a hurry.",
    "At least twenty people met at the well, and nobody from the council came to speak to them.",
    "The council denied this in a letter, and said that its clerk had been there all the time.",
    "A second meeting is to be held when the summer is over, and the river has water again.",
]
OTHER = "An entirely different text about the price of bread in a far-away town."
FRAME = ["The old well is shut", *PARAGRAPHS, "Copyright Harrow Gazette"]


def held(tmp_path: Path, *copies: list[str]) -> Verification:
    context = context_of(tmp_path, {"sources/gazette-1.yml": source_of(PARAGRAPHS)})
    return verify(context, [CopyText(f"copy-{number}.txt", tuple(blocks)) for number, blocks in enumerate(copies)])


def only(found: Verification) -> Problem:
    assert len(found.problems) == 1, [str(problem) for problem in found.problems]
    return found.problems[0]


def test_what_is_unchanged_is_clean_whatever_stands_around_it(tmp_path: Path) -> None:
    found = held(tmp_path, FRAME)
    assert codes_of(found) == []
    assert (found.sources, found.paragraphs) == (1, 5)


def test_typographic_differences_are_none(tmp_path: Path) -> None:
    plainer = [text.replace("“", '"').replace("”", '"').replace(" ", "\u00a0 ", 1) for text in PARAGRAPHS]
    assert codes_of(held(tmp_path, plainer)) == []


def test_paragraphs_cut_by_page_breaks_are_found(tmp_path: Path) -> None:
    first, second, third = PARAGRAPHS[1].partition(" behind ")[0], "behind closed doors,", "and in a hurry."
    assert codes_of(held(tmp_path, [PARAGRAPHS[0], first, second, third, *PARAGRAPHS[2:]])) == []


def test_an_edit_inside_is_told_as_changed(tmp_path: Path) -> None:
    edited = [*PARAGRAPHS[:2], PARAGRAPHS[2].replace("people met", "met"), *PARAGRAPHS[3:]]
    problem = only(held(tmp_path, edited))
    assert problem.code is Code.PARAGRAPH_CHANGED
    assert "between its first and last words, and has 17 words instead of 18" in problem.message


@pytest.mark.parametrize("old,new", [("At least twenty", "Twenty"), ("to speak to them.", "to listen.")])
def test_an_edit_at_either_end_is_told_as_changed_and_not_as_gone(tmp_path: Path, old: str, new: str) -> None:
    edited = [*PARAGRAPHS[:2], PARAGRAPHS[2].replace(old, new), *PARAGRAPHS[3:]]
    problem = only(held(tmp_path, edited))
    assert problem.code is Code.PARAGRAPH_CHANGED
    assert "where it begins or ends" in problem.message


def test_a_paragraph_taken_out_is_gone_and_those_behind_it_moved_together(tmp_path: Path) -> None:
    found = held(tmp_path, [*PARAGRAPHS[:2], *PARAGRAPHS[3:]])
    assert codes_of(found) == [Code.PARAGRAPH_GONE, Code.PARAGRAPH_MOVED]
    assert found.problems[1].message == "paragraph 4 stands as number 3 in copy-0.txt"


def test_the_last_paragraph_taken_out_is_gone(tmp_path: Path) -> None:
    assert codes_of(held(tmp_path, PARAGRAPHS[:4])) == [Code.PARAGRAPH_GONE]


def test_a_new_paragraph_is_told_with_those_that_it_moved(tmp_path: Path) -> None:
    found = held(tmp_path, [*PARAGRAPHS[:2], OTHER, *PARAGRAPHS[2:]])
    assert codes_of(found) == [Code.PARAGRAPH_UNRECORDED, Code.PARAGRAPH_MOVED]
    assert "An entirely different text'" in found.problems[0].message


def test_two_paragraphs_that_changed_places_moved(tmp_path: Path) -> None:
    found = held(tmp_path, [PARAGRAPHS[1], PARAGRAPHS[0], *PARAGRAPHS[2:]])
    assert codes_of(found) == [Code.PARAGRAPH_MOVED, Code.PARAGRAPH_MOVED]


def test_texts_of_something_else_are_no_copies(tmp_path: Path) -> None:
    found = held(tmp_path, [OTHER], ["The clerk of a different town said that all was well."])
    assert (codes_of(found), found.missing) == ([], ("gazette-1",))


def test_the_copy_that_has_most_of_it_is_taken(tmp_path: Path) -> None:
    edited = [PARAGRAPHS[0].replace("Monday", "Sunday"), *PARAGRAPHS[1:]]
    assert codes_of(held(tmp_path, PARAGRAPHS[:3], edited, PARAGRAPHS)) == []


def test_two_paragraphs_that_begin_and_end_alike_are_both_found(tmp_path: Path) -> None:
    twins = ["The clerk said that the well is shut and dry.", "The clerk said that the pump is shut and dry."]
    context = context_of(tmp_path, {"sources/gazette-1.yml": source_of(twins)})
    edited = [text.replace("is shut", "was shut") for text in twins]
    found = verify(context, [CopyText("copy.txt", tuple(edited))])
    assert codes_of(found) == [Code.PARAGRAPH_CHANGED, Code.PARAGRAPH_CHANGED]


def test_slips_of_the_record_are_told_where_the_text_is_unchanged(tmp_path: Path) -> None:
    record = source_of(PARAGRAPHS).replace('begins: "At least twenty"', 'begins: "At most twenty"')
    record = record.replace("words: 18", "words: 81", 1)
    context = context_of(tmp_path, {"sources/gazette-1.yml": record})
    assert codes_of(verify(context, [CopyText("copy.txt", tuple(PARAGRAPHS))])) == [Code.LOCATOR_MISMATCH] * 2


def test_a_record_without_fingerprints_is_found_by_its_locators(tmp_path: Path) -> None:
    record = (
        "title: T\npublisher: gazette\npublished: 2031-03-04\nparagraphs:\n"
        "  - {n: 1, begins: The clerk of, ends: until further notice.}\n  - {n: 2, begins: Petitioners answered that}\n"
    )
    context = context_of(tmp_path, {"sources/gazette-1.yml": record})
    found = verify(context, [CopyText("copy.txt", tuple(PARAGRAPHS))])
    assert (codes_of(found), found.paragraphs) == ([], 2)


def test_only_the_sources_asked_for_are_held(tmp_path: Path) -> None:
    files = {"sources/gazette-1.yml": source_of(PARAGRAPHS), "sources/gazette-2.yml": source_of([OTHER])}
    found = verify(context_of(tmp_path, files), [CopyText("copy.txt", tuple(PARAGRAPHS))], ["gazette-1"])
    assert (found.sources, found.missing) == (1, ())


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), max_size=8))
def test_whatever_stands_in_a_copy_nothing_breaks(blocks: list[str]) -> None:
    copy = CopyText("copy.txt", tuple(blocks))
    assert all(span.stop <= len(blocks) for span in copy.spans)


# --- files -----------------------------------------------------------------------------------------------------------


def test_copies_of_every_form_are_read_and_other_files_are_not(tmp_path: Path) -> None:
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.HTML").write_text(f"<html><body><article>{body}</article></body></html>", "utf-8")
    (tmp_path / "b.md").write_text("\n\n".join(text.replace("the", "*the*") for text in PARAGRAPHS), "utf-8")
    (tmp_path / "c.txt").write_text("\r\n\r\n".join(PARAGRAPHS), "utf-8")
    (tmp_path / "d.pdf").write_bytes(b"%PDF-")
    (tmp_path / "e.docx").write_bytes(b"PK")
    (tmp_path / "f.srt").write_text("1\n00:00:01,000 --> 00:00:02,000\n", "utf-8")
    told: list[str] = []
    copies = read_copies(tmp_path, told.append)
    assert [sentence.removeprefix(f"{tmp_path}/").partition(";")[0] for sentence in told] == [
        "d.pdf is not read: its inside is broken (PdfStreamError)",
        "f.srt is not read: no words stand behind their times",
        "What is no text, page, PDF, mail or subtitles is not read: .docx (1)",
    ]
    assert "print it into a new PDF" in told[0]
    assert ".srt" in told[1]
    assert {copy.name for copy in copies} == {"a.HTML", "b.md", "c.txt"}
    context = context_of(tmp_path / "project", {"sources/gazette-1.yml": source_of(PARAGRAPHS)})
    for name in ("a.HTML", "b.md", "c.txt"):
        found = verify(context, [copy for copy in copies if copy.name == name])
        assert (name, codes_of(found), found.paragraphs) == (name, [], 5)


def test_a_copy_with_a_paragraph_a_line_is_read(tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text("\n".join(PARAGRAPHS), "utf-8")
    context = context_of(tmp_path / "project", {"sources/gazette-1.yml": source_of(PARAGRAPHS)})
    assert codes_of(verify(context, read_copies(tmp_path))) == []


def test_a_paragraph_that_the_extractor_misses_is_found_on_the_page(tmp_path: Path) -> None:
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS[:4])
    page = f"<html><body><article>{body}</article><footer><div>{PARAGRAPHS[4]}</div></footer></body></html>"
    (tmp_path / "a.html").write_text(page, "utf-8")
    context = context_of(tmp_path / "project", {"sources/gazette-1.yml": source_of(PARAGRAPHS)})
    found = verify(context, read_copies(tmp_path))
    assert (codes_of(found), found.paragraphs) == ([], 5)


@pytest.mark.parametrize(
    "whole, cut, key",
    [
        ('begins: "At least twenty"', 'begins: "At least tw"', "begins"),
        ('ends: "speak to them."', 'ends: "peak to them."', "ends"),
    ],
)
def test_a_locator_that_cuts_a_word_of_the_text_is_told(tmp_path: Path, whole: str, cut: str, key: str) -> None:
    record = source_of(PARAGRAPHS)
    assert whole in record
    context = context_of(tmp_path, {"sources/gazette-1.yml": record.replace(whole, cut)})
    problem = only(verify(context, [CopyText("copy.txt", tuple(PARAGRAPHS))]))
    assert (problem.code, problem.message.partition(":")[0]) == (Code.LOCATOR_CUT, f"{key} cuts a word of paragraph 3")

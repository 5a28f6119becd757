"""Passages and paragraphs held against copies that have pages or times: a PDF, subtitles."""

from pathlib import Path

import pytest
from dateline.editing.verification import Verification, verify
from dateline.editing.verification.places_of_copies import CopyPlaces
from dateline.editing.verification.reading_copies import read_copies
from dateline.ground.places_as_typed import clock
from dateline.ground.problems import Code
from dateline.ground.provenance import fingerprint, normalise
from hypothesis import given
from hypothesis import strategies as st
from pdf_files import pdf_of
from readings import EVENT, codes_of, context_of

PAGES = (
    [
        "CHAPTER ONE",
        "The clerk of Lindwell said on Monday that the old well had",
        "been shut until further notice.",
        "iv",
    ],
    ["At least twenty people met at the Old Well, said the clerk, and", "nobody spoke to them.", "1"],
    ["The clerk said it again, and that was the end.", "2"],
)
LABELS = b"/PageLabels<</Nums[0<</S/r/St 4>>1<</S/D>>]>>"
SUBTITLES = """1
00:00:01,000 --> 00:00:04,000
The clerk shut the well.

2
00:12:31,000 --> 00:12:34,000
At least twenty people came to the Old Well.

3
00:12:40,000 --> 00:12:44,000
The clerk shut the well.
"""
HEAD = "title: T\npublisher: gazette\npublished: 2031-03-04\n"


def held(tmp_path: Path, passages: str, *, locators: str = "page", labels: bytes = LABELS) -> Verification:
    """Hold a source with these passages against a PDF or, where it is counted in times, against subtitles."""
    copies = tmp_path / "copies"
    copies.mkdir()
    (copies / "report.pdf").write_bytes(pdf_of(*PAGES, labels=labels))
    (copies / "report.srt").write_text(SUBTITLES, encoding="utf-8")
    record = f"{HEAD}locators: {locators}\npassages: [{passages}]\n"
    context = context_of(tmp_path / "project", {"sources/report.yml": record})
    wanted = ".srt" if locators == "time" else ".pdf"
    return verify(context, [copy for copy in read_copies(copies) if copy.name.endswith(wanted)])


def elsewhere(found: Verification) -> list[str]:
    return [problem.message.partition(" stands ")[2] for problem in found.problems]


@pytest.mark.parametrize(
    "passages, locators",
    [
        ("{at: iv, begins: The clerk of Lindwell, ends: further notice.}", "page"),
        ("{at: iv, begins: CHAPTER ONE}", "page"),  # a heading is on the page too
        ('{at: "1", pdf_page: 2, begins: twenty people}', "page"),
        ('{at: "iv..1", begins: The clerk of, ends: spoke to them.}', "page"),
        ('{at: "iv", begins: been shut, ends: twenty people}', "page"),  # which runs over the page's end
        ('{at: "2:1", begins: The clerk said it again}', "page-line"),
        ('{at: "3.2", pdf_page: 3, begins: that was the end}', "section"),
        ('{at: "3.2", begins: that was the end}', "section"),
        ('{at: "00:12:31", begins: At least twenty}', "time"),
        ('{at: "00:12:29", begins: At least twenty}', "time"),  # read off a player
        ('{at: "00:12:41", begins: The clerk shut}', "time"),
        ('{at: "00:12:31..00:12:44", begins: At least twenty, ends: shut the well.}', "time"),
    ],
)
def test_what_stands_where_it_is_recorded_is_clean(tmp_path: Path, passages: str, locators: str) -> None:
    found = held(tmp_path, passages, locators=locators)
    assert (codes_of(found), found.paragraphs, found.missing) == ([], 1, ())


@pytest.mark.parametrize(
    "passage, locators, where",
    [
        ('{at: "2", begins: At least twenty}', "page", "on page 1 (page 2 of the file) in report.pdf"),
        (
            '{at: "2", pdf_page: 3, begins: The clerk of Lindwell}',
            "page",
            "on page iv (page 1 of the file) in report.pdf",
        ),
        ('{at: "00:00:50", begins: At least twenty}', "time", "at 00:12:31 in report.srt"),
    ],
)
def test_what_stands_elsewhere_is_told_with_where(tmp_path: Path, passage: str, locators: str, where: str) -> None:
    found = held(tmp_path, passage, locators=locators)
    assert codes_of(found) == [Code.LOCATOR_MISMATCH]
    assert elsewhere(found) == [where]


def test_where_a_file_does_not_say_what_its_pages_are_called_no_page_is_said_to_be_wrong(tmp_path: Path) -> None:
    assert codes_of(held(tmp_path, '{at: "417", begins: At least twenty}', labels=b"")) == []


def test_a_fingerprint_holds_where_the_passage_is_within_a_page(tmp_path: Path) -> None:
    sha = fingerprint("The clerk of Lindwell said on Monday that the old well had been shut until further notice.")
    same = f'{{at: iv, begins: The clerk of, ends: further notice., sha256: "{sha}"}}'
    assert codes_of(held(tmp_path, same)) == []
    (tmp_path / "other").mkdir()
    other = f'{{at: iv, begins: The clerk of, ends: further notice., sha256: "{"0" * 64}"}}'
    assert codes_of(held(tmp_path / "other", other)) == [Code.PARAGRAPH_CHANGED]


def test_what_is_not_in_the_copy_is_gone(tmp_path: Path) -> None:
    found = held(tmp_path, "{at: iv, begins: CHAPTER ONE}, {at: '1', begins: Nobody ever said this}")
    assert codes_of(found) == [Code.PARAGRAPH_GONE]


def test_of_a_page_without_recorded_words_the_copy_by_the_sources_name_is_read(tmp_path: Path) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    for name in ("report.pdf", "stray.pdf"):
        (copies / name).write_bytes(pdf_of(*PAGES, labels=LABELS))
    event = EVENT.replace("source: gazette-1, paragraph: 1", 'source: SOURCE, at: "1"').replace("min: 20", "min: 21")
    for source, is_read in (("report", True), ("memoir", False)):
        record = f'{HEAD}locators: page\npassages: [{{at: "1", note: x}}]\n'
        files = {f"sources/{source}.yml": record, "events/2031/e.yml": event.replace("SOURCE", source)}
        found = verify(context_of(tmp_path / source, files), read_copies(copies))
        assert (Code.FIGURE_NOT_IN_PARAGRAPH in codes_of(found)) == is_read
        assert found.wordless == (() if is_read else (("memoir", "1"),))


def test_paragraphs_of_a_pdf_are_held_against_their_page(tmp_path: Path) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    (copies / "x.pdf").write_bytes(pdf_of(*PAGES, labels=LABELS))
    first, second = "{n: 1, begins: The clerk of, at: iv}", '{n: 2, begins: At least twenty, at: "2", pdf_page: 3}'
    record = f"{HEAD}locators: page\nparagraphs: [{first}, {second}]\n"
    found = verify(context_of(tmp_path / "project", {"sources/report.yml": record}), read_copies(copies))
    assert codes_of(found) == [Code.TEXT_UNRECORDED, Code.LOCATOR_MISMATCH]
    assert "stands on page 1 (page 2 of the file) in x.pdf" in str(found.problems[1])


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=8, unique=True), st.integers(0, 6000))
def test_every_time_lies_in_what_was_said_when_it_began(starts: list[int], at: int) -> None:
    names = tuple(map(clock, sorted(starts)))
    places = CopyPlaces("time", names, tuple((name, name) for name in names), {})
    found = tuple(places._at_time(clock(at)))
    began = [name for name, start in zip(names, sorted(starts), strict=True) if start <= at]
    assert not began or began[-1] in found
    assert list(found) == sorted(found)
    assert places.said(found) == normalise(" ".join(found))


@pytest.mark.parametrize(
    "passage, locators",
    [
        ("{at: iv, begins: he clerk of Lindwell, ends: further notice.}", "page"),
        ("{at: iv, begins: The clerk of Lindwell, ends: further not}", "page"),
        ('{at: "1", pdf_page: 2, begins: twenty peo}', "page"),
        ('{at: "00:12:31", begins: least twen}', "time"),
    ],
)
def test_a_passage_whose_words_cut_one_of_the_copy_is_told(tmp_path: Path, passage: str, locators: str) -> None:
    assert codes_of(held(tmp_path, passage, locators=locators)) == [Code.LOCATOR_CUT]

"""Lines of a PDF's pages become paragraphs, headings and numbers of pages, each with the page that it stands on."""

import logging
from dataclasses import dataclass, field
from typing import Any

import pypdf
import pytest
from dateline.ground.extraction import pdf_pages
from dateline.ground.extraction.articles import LostTextError
from dateline.ground.extraction.pdf_pages import PdfError, is_pdf, read_pdf
from dateline.ground.extraction.signs import BlockKind

LONG = "A line that is as wide as the page is"
"""37 letters, of which 85 in a hundred are 31.45."""


@dataclass
class Sheet:
    """A page as the library gives it."""

    text: str | None

    def extract_text(self) -> str | None:
        """Return what stands on it."""
        return self.text


@dataclass
class Metadata:
    """What a file says of itself."""

    title: object


@dataclass
class Opened:
    """A file as the library opens it."""

    pages: list[Sheet]
    page_labels: list[str] = field(default_factory=list)
    metadata: Metadata | None = None
    is_encrypted: bool = False
    opens_with: str = ""

    def decrypt(self, password: str) -> bool:
        """Return whether a password opens it."""
        return password == self.opens_with


@pytest.fixture
def opening(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Have a file opened as it is said to be."""

    def opened(*texts: str | None, **more: Any) -> Any:
        file = Opened([Sheet(text) for text in texts], **{"page_labels": [""] * len(texts), **more})
        monkeypatch.setattr(pypdf, "PdfReader", lambda _data, strict: file if strict is False else None)
        return read_pdf(b"%PDF-")

    return opened


def told(article: Any) -> list[tuple[str, str]]:
    """Return each block with its page; a heading and what is no text of its own are marked."""
    return [
        (f"{'# ' if one.is_heading else ''}{'(no text) ' if one.by_markup else ''}{one.text}", one.unit)
        for one in article.blocks
    ]


@pytest.mark.parametrize(
    "data, holds",
    [
        (b"%PDF-1.7", True),
        (b"\xef\xbb\xbf%PDF-1.7", True),
        (b"\n" * 1024 + b"%PDF-", True),
        (b"\n" * 1025 + b"%PDF-", False),
        (b"x%PDF-", False),
        (b"%PDF", False),
        (b"", False),
    ],
)
def test_a_pdf_is_one_by_how_it_begins(data: bytes, holds: bool) -> None:  # noqa: FBT001 - what is expected
    assert is_pdf(data) is holds


@pytest.mark.parametrize(
    "lines, blocks",
    [
        ([LONG, "goes on."], [f"{LONG} goes on."]),
        ([LONG, "ends.", "Another", LONG], [f"{LONG} ends.", f"Another {LONG}"]),
        ([LONG, "a" * 30 + ".", "b"], [f"{LONG} {'a' * 30}.", "b"]),
        ([LONG, "a" * 31 + ".", "b"], [f"{LONG} {'a' * 31}. b"]),
        ([LONG, "not closed", "b"], [f"{LONG} not closed b"]),
        ([LONG, "", "b"], [LONG, "b"]),
        (["  spaced \t out  ", LONG], [f"spaced out {LONG}"]),
        (["HEADING", LONG], ["# HEADING", LONG]),
        ([LONG, "HEADING", "text"], [LONG, "# HEADING", "text"]),
        (["HEADING.", LONG], ["HEADING.", LONG]),
        (["A HEADING AS WIDE AS THE PAGE, OR SO", LONG], [f"A HEADING AS WIDE AS THE PAGE, OR SO {LONG}"]),
        (["H" * 31, LONG], [f"# {'H' * 31}", LONG]),
        (["H" * 32, LONG], [f"{'H' * 32} {LONG}"]),
        (["1", LONG], ["(no text) 1", LONG]),
        ([LONG, "", "– 1 –"], [LONG, "(no text) – 1 –"]),
        (["a", "1", LONG], [f"a 1 {LONG}"]),
        ([LONG, "2"], [f"{LONG} 2"]),
        (["", "-1-", LONG, "1", ""], ["(no text) -1-", LONG, "(no text) 1"]),
    ],
)
def test_lines_become_blocks_by_their_ends_and_their_width(opening: Any, lines: list[str], blocks: list[str]) -> None:
    assert told(opening("\n".join(lines))) == [(block, "1") for block in blocks]


def test_the_number_of_a_page_is_navigation(opening: Any) -> None:
    (number,) = [block for block in opening(f"{LONG}\n1").blocks if block.by_markup]
    assert (number.by_markup.kind, number.by_markup.reason) == (BlockKind.NAVIGATION, "the number of the page")


def test_a_page_s_number_is_known_by_what_it_is_called_and_by_its_place(opening: Any) -> None:
    article = opening(f"iv\n{LONG}\n1", f"{LONG}\nv\n2", page_labels=["iv", "v"])
    assert told(article) == [
        ("(no text) iv", "iv"),
        (LONG, "iv"),
        ("(no text) 1", "iv"),
        (f"{LONG} v", "v"),
        ("(no text) 2", "v"),
    ]
    assert article.numbered == {"iv": 1, "v": 2}


@pytest.mark.parametrize(
    "labels, units",
    [
        ([" iv ", "1"], ["iv", "1"]),
        (["1", "1"], ["1", "2"]),
        (["iv", ""], ["1", "2"]),
        (["iv", "p. 2"], ["1", "2"]),
        (["iv"], ["1", "2"]),
        (["2", "1"], ["2", "1"]),
    ],
)
def test_pages_are_called_as_the_file_says_where_that_tells_them_apart(
    opening: Any, labels: list[str], units: list[str]
) -> None:
    article = opening("a", "b", page_labels=labels)
    assert [block.unit for block in article.blocks] == units
    assert article.numbered == {unit: place for place, unit in enumerate(units, 1) if unit != str(place)}


def test_what_no_reader_sees_parts_words_and_pages_without_text_are_counted(opening: Any) -> None:
    article = opening("one\x00two\x9fthree\ufefffour\tfive\ud800", None, " \n ")
    assert told(article) == [("one two three four five", "1")]
    assert article.hidden == {"2 pages without text, which may be pictures": 0}
    assert opening("one").hidden == {}


@pytest.mark.parametrize(
    "said, title",
    [
        ("A  title\x00 of\nours", "A title of ours"),
        (" \x07 ", None),
        (b"bytes", None),
        (None, None),
    ],
)
def test_the_title_is_the_file_s_on_one_line(opening: Any, said: object, title: str | None) -> None:
    assert opening("a", metadata=Metadata(said)).title == title


def test_a_file_that_says_nothing_of_itself_has_no_title(opening: Any) -> None:
    assert opening("a").title is None


def test_a_locked_file_is_read_where_no_password_opens_it(opening: Any) -> None:
    assert told(opening("a", is_encrypted=True)) == [("a", "1")]
    with pytest.raises(PdfError, match=r"^it is locked with a password$") as refused:
        opening("a", is_encrypted=True, opens_with="secret")
    assert refused.value.cure == "open it with the password, print it into a new PDF, give that"


def test_pages_and_letters_are_read_up_to_a_bound_and_not_beyond(opening: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_pages, "_MOST_PAGES", 2)
    monkeypatch.setattr(pdf_pages, "_MOST_LETTERS", 6)
    assert told(opening("abc", "def")) == [("abc", "1"), ("def", "2")]
    with pytest.raises(PdfError, match=r"^it has 3 pages, 2 at most are read$") as too_many:
        opening("a", "b", "c")
    with pytest.raises(PdfError, match=r"^it has more than 6 letters$") as too_long:
        opening("abc", "defg")
    assert {too_many.value.cure, too_long.value.cure} == {"give the part that you use"}


def test_what_breaks_the_library_is_told_as_a_broken_file_and_without_its_voice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr(pypdf, "PdfReader", broken)
    logging.getLogger("pypdf").setLevel(logging.NOTSET)
    with pytest.raises(PdfError, match=r"^its inside is broken \(RecursionError\)$") as refused:
        read_pdf(b"%PDF-")
    assert refused.value.cure == "open it in a viewer, print it into a new PDF, and give that"
    assert logging.getLogger("pypdf").level == logging.CRITICAL


def test_pictures_are_told_as_such_with_what_to_do(opening: Any) -> None:
    with pytest.raises(PdfError, match=r"^its pages are pictures without text$") as refused:
        opening(None, "\n")
    assert refused.value.cure == (
        "have a program recognise the text (OCR) and give the PDF that it writes; or type what you cite as text "
        "(.txt), and say its page in at"
    )


def test_a_word_that_gets_into_no_block_is_a_fault_of_the_reader(opening: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_pages, "_blocks_of", lambda _page: iter(()))
    with pytest.raises(LostTextError):
        opening("a word")

"""PDF files and subtitles as blocks: every word with its page or second, and what is broken refused with what to do."""

from io import BytesIO

import pytest
from dateline.ground.extraction import PdfError, is_pdf, read_file
from dateline.ground.extraction.articles import TextForm
from dateline.ground.extraction.subtitles import SubtitlesError, is_subtitles, read_subtitles
from hypothesis import given
from hypothesis import strategies as st
from pdf_files import pdf_of
from pypdf import PdfReader, PdfWriter

ROMAN_THEN_ARABIC = b"/PageLabels<</Nums[0<</S/r/St 4>>1<</S/D>>]>>"


REPORT = pdf_of(
    [
        "REPORT",
        "The clerk of Lindwell said on Monday that the old well had",
        "been shut until further notice.",
        "Petitioners said that the council had decided it behind",
        "doors that were closed.",
        "iv",
    ],
    ["The council denies this and says that it was done by the", "county itself.", "1"],
    labels=ROMAN_THEN_ARABIC,
)


def test_a_pdf_is_read_as_blocks_with_their_pages() -> None:
    article = read_file(REPORT, ".pdf")
    assert article.form is TextForm.PDF
    assert [(block.unit, block.text.split()[0], block.is_heading) for block in article.blocks] == [
        ("iv", "REPORT", True),
        ("iv", "The", False),
        ("iv", "Petitioners", False),
        ("iv", "iv", False),
        ("1", "The", False),
        ("1", "1", False),
    ]
    assert [block.text for block in article.blocks if block.by_markup] == ["iv", "1"]
    assert article.numbered == {"iv": 1, "1": 2}


def test_pages_are_counted_where_the_file_does_not_say_what_they_are_called() -> None:
    article = read_file(pdf_of(["One sentence is here."], ["Another one is there."]), "")
    assert [block.unit for block in article.blocks] == ["1", "2"]
    assert article.numbered == {}


def test_pages_without_text_are_told_beside_those_with() -> None:
    article = read_file(pdf_of(["One sentence is here."], []))
    assert article.hidden == {"1 pages without text, which may be pictures": 0}


def test_every_word_of_a_pdf_is_in_a_block() -> None:
    words = sorted(word for page in PdfReader(BytesIO(REPORT)).pages for word in page.extract_text().split())
    assert sorted(word for block in read_file(REPORT).blocks for word in block.text.split()) == words


def locked() -> bytes:
    writer, made = PdfWriter(clone_from=BytesIO(REPORT)), BytesIO()
    writer.encrypt("secret")
    writer.write(made)
    return made.getvalue()


@pytest.mark.parametrize(
    "data, why",
    [
        (pdf_of([], []), "its pages are pictures without text"),
        (REPORT[:200], "its inside is broken"),
        (b"%PDF-1.4", "its inside is broken"),
        (locked(), "it is locked with a password"),
        (pdf_of(*([[]] * 3001)), "it has 3001 pages, 3000 at most are read"),
    ],
    ids=["scanned", "cut off", "empty", "locked", "too long"],
)
def test_a_pdf_that_gives_no_text_says_why_and_what_to_do(data: bytes, why: str) -> None:
    with pytest.raises(PdfError) as refused:
        read_file(data, ".pdf")
    assert why in str(refused.value)
    assert refused.value.cure


@given(st.integers(0, len(REPORT) - 1), st.integers(0, 255), st.integers(1, 40))
def test_no_damage_raises_anything_else(place: int, byte: int, length: int) -> None:
    damaged = REPORT[:place] + bytes([byte]) * length + REPORT[place + length :]
    if not is_pdf(damaged):
        return
    try:
        assert read_file(damaged).form is TextForm.PDF
    except PdfError as error:
        assert error.cure  # noqa: PT017 - what is refused says what to do


SRT = """1
00:00:01,000 --> 00:00:03,000
The well was closed

2
00:00:03,100 --> 00:00:05,000
on Monday, the clerk said.

3
00:12:31,000 --> 00:12:33,000
<i>Petitioners</i> deny that it was
announced before.
"""
VTT = (
    "WEBVTT\n\n00:01.000 --> 00:03.000\nThe well was closed on Monday.\n\n01:00:00.000 --> 01:00:01.000\nNobody knew.\n"
)


@pytest.mark.parametrize(
    "text, blocks",
    [
        (
            SRT,
            [
                ("00:00:01", "The well was closed on Monday, the clerk said."),
                ("00:12:31", "Petitioners deny that it was announced before."),
            ],
        ),
        (SRT.replace("\n", "\r\n"), None),
        (VTT, [("00:00:01", "The well was closed on Monday."), ("01:00:00", "Nobody knew.")]),
    ],
    ids=["srt", "srt of Windows", "vtt"],
)
def test_subtitles_are_read_as_sentences_with_times(text: str, blocks: list[tuple[str | None, str]] | None) -> None:
    article = read_file(text.encode(), "")
    assert article.form is TextForm.SUBTITLES
    told = [(block.unit, block.text) for block in article.blocks]
    assert told == (blocks or [(block.unit, block.text) for block in read_subtitles(SRT).blocks])


WITH_NOTES = """WEBVTT

NOTE Made by hand,
on two lines.

STYLE
::cue {}

intro
00:01.000 --> 00:02.000
He met her.

NOTE unsure

second
00:04.000 --> 00:05.000
She left.
"""


@pytest.mark.parametrize(
    "text, blocks",
    [
        (
            WITH_NOTES,
            ["He met her.", "She left."],
        ),
        ("WEBVTT\n\n00:00:01,000 --> 00:00:02,000\nIt took 1,000 men &amp; 3.\n", ["It took 1,000 men & 3."]),
        ("WEBVTT\n\nNOTES\n00:01.000 --> 00:02.000\nNOTE that he left.\n", ["NOTE that he left."]),
    ],
    ids=["notes, styles and names of cues", "commas in times", "words that look like a note"],
)
def test_of_web_subtitles_only_what_is_said_is_read(text: str, blocks: list[str]) -> None:
    assert [block.text for block in read_subtitles(text).blocks] == blocks
    assert [block.text for block in read_subtitles(text.replace("\n", "\r\n")).blocks] == blocks


def test_a_silence_and_many_words_begin_a_block_anew() -> None:
    cues = [f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n{'word ' * 30}\n" for n in (1, 2, 3, 4)]
    late = "9\n00:00:30,000 --> 00:00:31,000\nmuch later\n"
    assert [block.unit for block in read_subtitles("\n".join([*cues, late])).blocks] == [
        "00:00:01",
        "00:00:04",
        "00:00:30",
    ]


@pytest.mark.parametrize("text", ["", "A sentence.", "1\nThe first of May", "--> 00:00:01,000"])
def test_other_texts_are_no_subtitles(text: str) -> None:
    assert not is_subtitles(text)


@given(st.text(max_size=60))
def test_broken_subtitles_are_refused_and_nothing_else_is_raised(rest: str) -> None:
    try:
        read_subtitles(f"WEBVTT\n\n00:01.000 --> {rest}")
    except SubtitlesError as error:
        assert str(error) == "no words stand behind their times" or "broken" in str(error)  # noqa: PT017 - says why
        assert ".srt" in error.cure  # noqa: PT017 - and what to do

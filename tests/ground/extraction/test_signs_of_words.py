"""What a block says of itself by its words alone, and files that are no article by how they begin."""

import pytest
from dateline.ground.extraction.foreign import foreign_in
from dateline.ground.extraction.signs import BlockKind, is_closed, is_prose, sign_of
from hypothesis import given
from hypothesis import strategies as st

# --- sentences -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        *("It is shut.", "Is it?", "It is!", "It is …", "He said: “It is.”", "(It is.)", "«Так.»", "It is:"),
        *("It is.[12]", "It is.¹²", "It is.12", "It is. ", "إنه؟", "他说。", "*It is.*", "It is;"),
    ],
)
def test_a_sentence_ends_with_a_stop_whatever_stands_behind_it(text: str) -> None:
    assert is_closed(text)


@pytest.mark.parametrize("text", ["", "It is", "It is,", "Version 1.12", "It is [12]", "It is —", "3.5", "A. B"])
def test_what_ends_without_a_stop_is_not_closed(text: str) -> None:
    assert not is_closed(text)


@pytest.mark.parametrize(
    "words, end, wanted", [(7, ".", False), (8, ".", True), (8, "", False), (24, "", False), (25, "", True)]
)
def test_prose_is_a_sentence_of_some_words_or_any_text_of_many(words: int, end: str, *, wanted: bool) -> None:
    assert is_prose(" ".join(["word"] * words) + end) is wanted


# --- what a block is -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text, kind",
    [
        ("17 November 2017", BlockKind.DATE),
        ("Published: 17.11.2017, 10:05", BlockKind.DATE),
        ("Last modified on Friday the 17 November 2017 at five past ten in the morning", BlockKind.DATE),
        ("By Jane Howell", BlockKind.BYLINE),
        ("Von Anna Köllermann", BlockKind.BYLINE),
        ("بقلم أحمد", BlockKind.BYLINE),
        ("Reporting by Jane and John in Lindwell", BlockKind.BYLINE),
        ("Share this on Facebook", BlockKind.SHARE),
        ("Facebook Twitter WhatsApp", BlockKind.SHARE),
        ("Unsubscribe", BlockKind.SHARE),
        ("Read also: The mill is open", BlockKind.NAVIGATION),
        ("Home", BlockKind.NAVIGATION),
        ("World \u203a Middle East \u203a Syria", BlockKind.NAVIGATION),
        ("World » Middle East » Syria", BlockKind.NAVIGATION),
        ("Topics » The well", BlockKind.NAVIGATION),
        ("Le maire dit « non » et part", None),
        ("Er sagte » nein « und ging", None),
        ("Tags: well, mill", BlockKind.NAVIGATION),
        ("© 2021 Gazette. All rights reserved", BlockKind.LEGAL),
        ("Photo: Jane Howell", BlockKind.LEGAL),
        ("Disclaimer: nobody is responsible", BlockKind.LEGAL),
        ("$ 1,200 of $ 5,000", BlockKind.APPEAL),
        ("$1,200 $5,000 raised", BlockKind.APPEAL),
        ("Please donate", BlockKind.APPEAL),
        ("12 days left to reach our goal", BlockKind.APPEAL),
        ("Donate via PayPal or Patreon", BlockKind.APPEAL),
        ("3 comments", BlockKind.COMMENTS),
        ("Comments (12)", BlockKind.COMMENTS),
        ("Notify of new replies", BlockKind.COMMENTS),
        ("Newest Oldest Most Voted 12 comments", BlockKind.COMMENTS),
        ("Leave a reply", BlockKind.COMMENTS),
        ("Subscribe now to continue reading", BlockKind.BANNER),
        ("Already a subscriber? Sign in to view", BlockKind.BANNER),
        ("The well was shut on Monday, the clerk said.", None),
        ("A headline of a few words", None),
        ("He shared the bread with those who followed him on the road to the mill.", None),
        ("By noon the well was dry; nobody knew why.", None),
        ("", None),
    ],
)
def test_a_block_is_known_by_its_words(text: str, kind: BlockKind | None) -> None:
    sign = sign_of(text)
    assert (sign.kind if sign is not None else None) is kind


@pytest.mark.parametrize(
    "text, is_sure",
    [
        ("Donate", True),
        ("The party took donations from a company that the council had paid.", False),
        ("If you like our work, donate by PayPal, for we live of nothing else than that.", True),
        ("Copyright Gazette", True),
        ("The court held that the copyright of the map had long run out.", False),
        ("Please support the council now", False),
        ("Share your view.", True),
        ("Follow us on Telegram for more of this.", False),
        ("Comments", False),
        ("Notify of new comments", True),
        ("To continue reading, sign up.", False),
        ("17 November 2017", True),
    ],
)
def test_one_sign_in_a_whole_sentence_is_doubtful_and_two_are_not(text: str, *, is_sure: bool) -> None:
    sign = sign_of(text)
    assert sign is not None
    assert sign.is_sure is is_sure


@pytest.mark.parametrize("mark", ["**{}**", "[{}](https://x.example)", "__{}__", "![{}](a.png)"])
def test_marks_of_markdown_hide_no_sign(mark: str) -> None:
    assert sign_of(mark.format("By Jane Howell")) == sign_of("By Jane Howell")


@pytest.mark.parametrize("words, is_wall", [(35, True), (38, False)])
def test_a_wall_is_of_few_words(words: int, *, is_wall: bool) -> None:
    sign = sign_of(f"{'word ' * words}to continue reading.")
    assert (sign is not None and sign.kind is BlockKind.BANNER) is is_wall


@given(st.text(max_size=80))
def test_any_text_has_a_sign_or_none_and_the_same_one_again(text: str) -> None:
    assert sign_of(text) == sign_of(text)
    assert not (is_closed(text) and not text.strip())


# --- what is no article ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data, name",
    [
        (b"\x89PNG\r\n\x1a\n", "an image"),
        (b"\xff\xd8\xff\xe0", "an image"),
        (b"GIF89a", "an image"),
        (b"RIFF\0\0\0\0WEBPVP8", "an image"),
        (b'<?xml version="1.0"?>\n<!-- drawn -->\n<svg xmlns="x">', "an image"),
        (b"RIFF\0\0\0\0WAVEfmt", "a recording"),
        (b"ID3\x03\0", "a recording"),
        (b"\0\0\0\x18ftypmp42", "a recording"),
        (b"\0\0\0\x18ftypheic", "an image"),
        (b"PK\x03\x04", "a packed file, such as a document of an office program or a book"),
        (b"\x1f\x8b\x08", "a packed file"),
        (b"{\\rtf1", "a document of another program"),
        (b"WARC/1.0", "a web archive"),
        (b"SQLite format 3\0", "a database"),
        (b"%!PS-Adobe", "a file of pages (PostScript, DjVu)"),
        (b"-----BEGIN PGP MESSAGE-----", "an encrypted message"),
        (b"From a@x.example Sat Nov 18 10:00:00 2017\n", "a mailbox"),
        (b"[Script Info]\nTitle: x", "a file of subtitles (SubStation)"),
        (b"0:00:01.00,0:00:02.00\nWords", "a file of subtitles (SubViewer)"),
        (b"[ar:Ann]\n[00:12.00]Words", "a file of subtitles (LRC)"),
        (b"@article{key,\n title={x}}", "a list of references (BibTeX)"),
        (b"TY  - JOUR\n", "a list of references (RIS)"),
        (b"%0 Journal Article\n%T The well", "a list of references (EndNote)"),
        (b"% x\n\\documentclass{article}", "a document of LaTeX"),
        (b"[InternetShortcut]\nURL=x", "a shortcut to a page"),
        (b'<?xml version="1.0"?><rss version="2.0">', "a feed"),
        (b'<?xml version="1.0"?><report/>', "XML"),
        (b"<gpx version='1'>", "XML"),
        (b"BEGIN:VCALENDAR", "a calendar or an address card"),
        (b"18/11/2017, 10:05 - Ann: hi\n18/11/2017, 10:06 - Ben: ho\n", "an export of a chat"),
        (b"[18.11.17, 10:05:00] Ann: hi\nand on\n[18.11.17, 10:06:00] Ben: ho\n", "an export of a chat"),
    ],
)
def test_a_file_that_is_no_article_is_known_by_how_it_begins_and_has_a_cure(data: bytes, name: str) -> None:
    found = foreign_in(data)
    assert found is not None
    assert found.name == name
    assert found.cure


@pytest.mark.parametrize(
    "data",
    [
        b"The well is shut.",
        b"From the clerk, on Saturday Nov 18, nothing was heard.",
        b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html>',
        b'<?xml version="1.0"?><html xmlns="x">',
        b"<html><svg></svg></html>",
        b"@clerk said that the well is shut.",
        b"[Note] The well is shut.",
        b"18/11/2017, 10:05 - Ann: a single message\n\nAnd then an article of many words.",
        b"PKs and others",
        b"",
    ],
)
def test_what_only_looks_a_little_like_one_may_be_an_article(data: bytes) -> None:
    assert foreign_in(data) is None


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"])
def test_a_mark_of_the_encoding_hides_nothing(mark: bytes) -> None:
    encoding = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}[mark]
    found = foreign_in(mark + "[Script Info]\nTitle: x".encode(encoding))
    assert found is not None
    assert found.name == "a file of subtitles (SubStation)"


@pytest.mark.parametrize(
    "line, is_printed",
    [
        ("11/30/26, 12:13 AM Ten Days, ch. IV https://reader.example/ten-days?x=1 1/12", True),
        ("30.11.2026, 14:05 The well is shut file:///home/ann/well.html 2 / 3", True),
        ("11/30/26, 12:13 AM The well is shut \ufb01le:///home/ann/well.html 1/1", True),
        ("https://gazette.example/well 1/1", True),
        ("11/30/26, 12:13 AM the clerk wrote that the well was shut.", False),
        ("The notice stands at https://gazette.example/well and was read.", False),
        ("https://gazette.example/well", False),
    ],
)
def test_what_a_browser_prints_around_a_page_is_no_text_of_it(line: str, *, is_printed: bool) -> None:
    found = sign_of(line)
    assert (found is not None and found.is_sure and "browser" in found.reason) == is_printed


@pytest.mark.parametrize("part", ["[", "[](", "[0]", "tags ", "«", "a@"])
def test_a_block_longer_than_any_menu_says_nothing_whatever_it_is_made_of(part: str) -> None:
    assert sign_of(part * 200_000) is None
    assert not is_closed(part * 200_000)

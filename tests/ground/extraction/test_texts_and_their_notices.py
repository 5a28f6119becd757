"""Plain text, what stands for an article, days in a line, an article in a page's data, and words held to account."""

import json
from collections import Counter
from datetime import date

import pytest
from dateline.ground.dates import Day
from dateline.ground.extraction.accounting import account
from dateline.ground.extraction.articles import Article, Block, LostTextError, TextForm
from dateline.ground.extraction.decoding import decoded, form_of, marked_encoding
from dateline.ground.extraction.found_days import days_in
from dateline.ground.extraction.notices import behind_a_wall, is_only_a_notice
from dateline.ground.extraction.page_data import hidden_article
from dateline.ground.extraction.page_tree import tree_of
from dateline.ground.extraction.plain_text import blocks_of_text
from dateline.ground.extraction.signs import BlockKind, Sign
from hypothesis import given
from hypothesis import strategies as st

# --- lines of plain text ---------------------------------------------------------------------------------------------

ONE = "The ferry stopped at noon, and nobody on the island knew why."
OTHER = "The clerk said on the next day that a rope had been cut by night."


@pytest.mark.parametrize(
    "text, wanted",
    [
        (f"{ONE}\n{OTHER}\n{ONE}", [ONE, OTHER, ONE]),
        (f"{ONE}\n  \n{OTHER}", [ONE, OTHER]),
        (f"{ONE}\n{OTHER}\nBy Ann", [f"{ONE}\n{OTHER}\nBy Ann"]),
        (f"By Ann\n{ONE}\n{OTHER}", [f"By Ann\n{ONE}\n{OTHER}"]),
        (f"{OTHER}\n{ONE}", [f"{OTHER}\n{ONE}"]),
        (f"{ONE}\n{OTHER}", [ONE, OTHER]),
        ("Only one line", ["Only one line"]),
        ("", []),
    ],
)
def test_lines_are_paragraphs_where_each_is_a_whole_sentence(text: str, wanted: list[str]) -> None:
    assert [block.text for block in blocks_of_text(text)] == wanted


def test_lines_of_which_the_last_is_no_sentence_are_asked_about() -> None:
    (asked,) = blocks_of_text(f"{ONE}\n{OTHER}\nBy Ann")
    assert asked.by_markup is not None
    assert not asked.by_markup.is_sure
    (plain,) = blocks_of_text(f"By Ann\n{ONE}\n{OTHER}")
    assert plain.by_markup is None


@given(st.lists(st.sampled_from([ONE, OTHER, "By Ann", "", " "]), max_size=6))
def test_no_word_of_a_text_is_lost_or_told_twice(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert " ".join(block.text for block in blocks_of_text(text)).split() == text.split()


# --- words held to account -------------------------------------------------------------------------------------------


def test_blocks_that_hold_each_word_as_often_as_the_text_are_accepted() -> None:
    account(Counter(["a", "b", "b"]), [Block("b a"), Block("b")])
    account(Counter(), [])


@pytest.mark.parametrize(
    "words, held, told",
    [
        ("a b", "a", "b"),
        ("a", "a b", "b"),
        ("a a", "a", "a"),
        ("a c", "a a", "c a"),
        (" ".join("abcdefghi"), "", "a b c d e f g h and 1 more"),
        (" ".join("abcdefgh"), "", "a b c d e f g h"),
    ],
)
def test_a_word_lost_or_told_twice_is_named_and_a_foreign_one_first(words: str, held: str, told: str) -> None:
    with pytest.raises(LostTextError) as lost:
        account(Counter(words.split()), [Block(held)])
    assert str(lost.value) == told


# --- bytes and forms -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig", "utf-8"])
def test_a_file_is_read_by_its_mark(encoding: str) -> None:
    assert decoded("Жёлтый дом".encode(encoding), guess=False) == "Жёлтый дом"


@pytest.mark.parametrize(
    "mark, name",
    [
        (b"\xff\xfe\0\0a", "utf-32"),
        (b"\0\0\xfe\xffa", "utf-32"),
        (b"\xff\xfea\0", "utf-16"),
        (b"\xfe\xff\0a", "utf-16"),
        (b"\xef\xbb\xbfa", None),
        (b"", None),
    ],
)
def test_four_bytes_of_a_mark_are_not_taken_for_two(mark: bytes, name: str | None) -> None:
    assert marked_encoding(mark) == name


@pytest.mark.parametrize(
    "declared, data, said",
    [
        ("iso-8859-1", b"\x93well\x94", "“well”"),
        ("windows-1254", b"\xfe", "ş"),
        ("iso-8859-9", b"\xfe\x93", "ş“"),
        ("gb2312", "碼".encode("gb18030"), "碼"),
        ("shift_jis", "①".encode("cp932"), "①"),
        ("iso-8859-1", b"\x81", "\x81"),
    ],
)
def test_what_a_page_declares_is_read_as_browsers_read_it(declared: str, data: bytes, said: str) -> None:
    assert decoded(b"<meta charset=" + declared.encode() + b">" + data, guess=False).endswith(f">{said}")


@pytest.mark.parametrize(
    "declared", ["utf-7", "klingon", "utf-16", "UTF-32LE", "idna", "unicode_escape", "raw-unicode-escape", "ascii"]
)
def test_a_declaration_that_cannot_be_is_none(declared: str) -> None:
    with pytest.raises(ValueError, match="UTF-8"):
        decoded(f'<meta charset="{declared}">'.encode() + b"\x81\xfe", guess=False)


def test_a_declaration_far_down_in_a_file_is_none_of_its_page() -> None:
    page = b" " * 4096 + b"<meta charset=iso-8859-1>\xe9"
    with pytest.raises(ValueError, match="UTF-8"):
        decoded(page, guess=False)


@pytest.mark.parametrize(
    "text, suffix, form",
    [
        ("# A heading", ".txt", TextForm.TEXT),
        ("<p>Words</p>", ".md", TextForm.MARKDOWN),
        ("Words", ".MARKDOWN", TextForm.MARKDOWN),
        ("Words", ".xhtml", TextForm.HTML),
        (" " * 4096 + "<p>Words</p>", "", TextForm.TEXT),
        ("a < b and <pre> or <bodyguard>", "", TextForm.TEXT),
        ("####### Seven are none", "", TextForm.TEXT),
        ("Words\n---\nbelow a rule", "", TextForm.MARKDOWN),
        ("#hashtag", "", TextForm.TEXT),
        ("<!DOCTYPE html><p>Words", ".pdf", TextForm.HTML),
        ("\ufeff<?xml version='1.0'?>\n<!-- saved -->\n<html><p>Words", ".php", TextForm.HTML),
        ("A text about <html>", ".txt", TextForm.TEXT),
    ],
)
def test_the_ending_of_a_name_counts_before_what_a_file_holds_but_a_whole_page(
    text: str, suffix: str, form: TextForm
) -> None:
    assert form_of(text, suffix) is form


# --- days ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text, days",
    [
        ("on 17 November 2017 and on 2017-11-18", [(2017, 11, 18), (2017, 11, 17)]),
        ("17. 11. 2017, and 17.11.2017 again", [(2017, 11, 17)]),
        ("November 17, 2017", [(2017, 11, 17)]),
        ("Nov. 17th 2017", [(2017, 11, 17)]),
        ("17 de noviembre de 2017", [(2017, 11, 17)]),
        ("1er janvier 2018", [(2018, 1, 1)]),
        ("17 ноября 2017", [(2017, 11, 17)]),
        ("3 Sept 2017", [(2017, 9, 3)]),
        ("31 February 2017 and 2017-13-01", []),
        ("17 November, and in November 2017", []),
        ("117 November 2017", []),
        ("17 November 20171", []),
        ("2017-11-180", []),
        ("12017-11-18", []),
        (
            "17 KASIM 2017, 16 Kas\u0131m 2017, 15 de nov\u0131embre de 2017",
            [(2017, 11, 17), (2017, 11, 16), (2017, 11, 15)],
        ),
    ],
)
def test_a_day_is_found_with_its_year_only(text: str, days: list[tuple[int, int, int]]) -> None:
    assert days_in(text) == [Day.of(*day) for day in days]


@given(st.dates(date(1000, 1, 1)), st.sampled_from(["{0:%Y-%m-%d}", "{0:%d.%m.%Y}", "{0:%Y/%m/%d}", "{0:%d. %m. %Y}"]))
def test_every_day_in_figures_is_found(day: date, form: str) -> None:
    assert days_in(f"on {form.format(day)}, they say") == [Day.of(day.year, day.month, day.day)]


# --- an article in the data of a page --------------------------------------------------------------------------------


def hidden_in(data: object, shown: str = "", kind: str = "application/ld+json") -> int:
    text = data if isinstance(data, str) else json.dumps(data)
    root = tree_of(f'<html><body><p>x</p><script type="{kind}">{text}</script></body></html>')
    return hidden_article(root, Counter(shown.split()))


LONG = " ".join(f"w{number}" for number in range(100))


@pytest.mark.parametrize(
    "data",
    [
        {"articleBody": LONG},
        [{"@graph": [{"articleBody": LONG}, {"articleBody": "short"}]}],
        {"a": {"b": {"articleBody": f"<p>{LONG.replace(' ', ' <b>')}</p>"}}},
    ],
)
def test_an_article_in_the_data_is_found_wherever_it_lies(data: object) -> None:
    assert hidden_in(data) == 100


@pytest.mark.parametrize("shown, missing", [(80, 20), (81, 0), (100, 0), (0, 100)])
def test_an_article_of_which_the_page_shows_about_all_is_not_hidden(shown: int, missing: int) -> None:
    assert hidden_in({"articleBody": LONG}, " ".join(LONG.split()[:shown])) == missing


@pytest.mark.parametrize("words, missing", [(11, 0), (12, 12)])
def test_a_few_words_in_the_data_are_no_article(words: int, missing: int) -> None:
    assert hidden_in({"articleBody": " ".join(LONG.split()[:words])}) == missing


@pytest.mark.parametrize(
    "data, kind",
    [
        ({"articleBody": LONG}, "application/json"),
        ({"articleBody": [LONG]}, "application/ld+json"),
        ({"headline": LONG}, "application/ld+json"),
        ("{no json", "application/ld+json"),
        ("[" * 100_000, "application/ld+json"),
        ("", "application/ld+json"),
        ("3", "application/ld+json"),
    ],
)
def test_data_of_another_kind_or_broken_holds_no_article(data: object, kind: str) -> None:
    assert hidden_in(data, kind=kind) == 0


# --- notices in the place of an article ------------------------------------------------------------------------------


def article(*texts: str, form: TextForm = TextForm.HTML, sign: Sign | None = None) -> Article:
    return Article(form=form, blocks=tuple(Block(text, by_markup=sign) for text in texts))


NOTICES = [
    "Please enable JavaScript to continue.",
    "Checking your browser before you go on.",
    "The page that you asked for was not found.",
    "You have been redirected: access denied.",
    "We use our own and others' cookies.",
    "You must be logged in to see this page, which is for members of the club.",
    "Subscribe now to continue reading.",
    "الصفحة غير موجودة",
]


@pytest.mark.parametrize("text", NOTICES)
def test_a_page_that_says_only_that_its_text_is_elsewhere_is_no_article(text: str) -> None:
    assert is_only_a_notice(article(text), text)


@pytest.mark.parametrize(
    "texts",
    [
        (ONE,),
        ("Short.",),
        (NOTICES[0], ONE),
        (NOTICES[2], *(["A line that is no sentence"] * 11)),
        ("The court said that cookies are sweet, and that nobody may forbid them.",),
    ],
)
def test_a_page_with_a_sentence_of_its_own_is_no_notice(texts: tuple[str, ...]) -> None:
    assert not is_only_a_notice(article(*texts), " ".join(texts))


def test_what_is_left_out_of_a_page_makes_no_article_of_a_notice() -> None:
    aside = Sign(BlockKind.NAVIGATION, "links")
    page = Article(form=TextForm.HTML, blocks=(Block(ONE, by_markup=aside), Block(NOTICES[0])))
    assert is_only_a_notice(page, NOTICES[0])
    assert is_only_a_notice(article(NOTICES[0], sign=aside), NOTICES[0])


def test_a_notice_in_the_source_of_a_page_counts_and_one_in_the_source_of_a_text_does_not() -> None:
    source = "<noscript>This page requires JavaScript</noscript>"
    assert is_only_a_notice(article("Loading"), source)
    assert not is_only_a_notice(article("Loading", form=TextForm.TEXT), source)


@pytest.mark.parametrize("words, is_wall", [(50, True), (56, False)])
def test_a_wall_is_short_and_a_long_paragraph_may_speak_of_one(words: int, *, is_wall: bool) -> None:
    assert behind_a_wall(article(f"{'word ' * words}subscribe to continue reading")) is is_wall
    assert behind_a_wall(article("Sign in to continue.", ONE))
    assert not behind_a_wall(article(ONE))

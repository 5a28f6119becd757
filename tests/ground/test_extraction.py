"""Articles as blocks: text, Markdown, HTML, and files in other encodings."""

import pytest
from dateline.ground.extraction import Block, TextForm, decoded, form_of, read_article, readings_of

PAGE = """<!doctype html><html lang="en-GB"><head><title>Well | Gazette</title>
<meta property="og:title" content="The well is shut">
<meta property="og:site_name" content="Harrow Gazette">
<meta property="article:published_time" content="2021-03-04T10:00:00Z">
<link rel="canonical" href="https://gazette.example/2021/well"></head><body>
<nav><a href="/">Home</a></nav><article><h1>The well is shut</h1>
<p>The clerk of Lindwell said that the old well was shut until <a href="x">further</a> notice.</p>
<h2>Anger in the village</h2>
<p>A first line that a single break parts<br>from its second line, in one paragraph.<br><br>After
two breaks another paragraph begins, and it is long enough to be kept.</p>
<ul><li>An item of a list that says something worth keeping.</li></ul>
<blockquote><p>A quotation of what a person said about the well.</p></blockquote></article>
<script>var text = "never a block";</script></body></html>"""


@pytest.mark.parametrize(
    "text,suffix,form",
    [
        ("<p>Nothing but text", ".txt", TextForm.TEXT),
        ("Words.", ".HTM", TextForm.HTML),
        ("Words.", ".md", TextForm.MARKDOWN),
        ("<!DOCTYPE html><html>", "", TextForm.HTML),
        ("# A heading\n\nWords.", "", TextForm.MARKDOWN),
        ("See [this](https://x.example).", "", TextForm.MARKDOWN),
        ("By [Somebody](#)\n\nWords.", "", TextForm.TEXT),
    ],
)
def test_the_form_follows_from_the_ending_or_else_from_the_content(text: str, suffix: str, form: TextForm) -> None:
    assert form_of(text, suffix) is form


def test_text_is_split_at_blank_lines() -> None:
    article = read_article("\n\nOne\nand on.\n \nTwo.\n", ".txt")
    assert article.blocks == (Block("One\nand on."), Block("Two."))


def test_markdown_loses_its_marks_and_keeps_its_words() -> None:
    text = "# The *well*\n\nBy [Jane](https://x.example)\n\nThe **well** is\nshut &amp; <b>dry</b>.\n\n- one\n- two\n"
    assert read_article(text, ".md").blocks == (
        Block("The well", is_heading=True),
        Block("By Jane"),
        Block("The well is shut & dry."),
        Block("one"),
        Block("two"),
    )


def test_front_matter_of_markdown_describes_the_article() -> None:
    article = read_article('---\ntitle: "The well"\nsitename: Gazette\ndate: 2021-03-04\n---\nWords.\n', "")
    assert (article.title, article.site, article.published) == ("The well", "Gazette", "2021-03-04")
    assert article.blocks == (Block("Words."),)


def test_html_gives_the_article_and_what_the_page_declares() -> None:
    article = read_article(PAGE, ".html")
    assert (article.title, article.site, article.published) == ("The well is shut", "Harrow Gazette", "2021-03-04")
    assert (article.url, article.language) == ("https://gazette.example/2021/well", "en-GB")
    assert [block.text for block in article.blocks if block.is_heading] == ["The well is shut", "Anger in the village"]


def test_one_line_break_is_a_space_and_two_part_paragraphs() -> None:
    blocks = readings_of(PAGE, ".html")[0]
    assert "A first line that a single break parts from its second line, in one paragraph." in blocks
    assert "After two breaks another paragraph begins, and it is long enough to be kept." in blocks
    assert "A quotation of what a person said about the well." in blocks


def test_the_second_reading_of_html_is_every_block_but_scripts() -> None:
    every = readings_of(PAGE, ".html")[1]
    assert "Home" in every
    assert not any("never a block" in block for block in every)
    assert set(readings_of(PAGE, ".html")[0]) <= set(every)


def test_the_second_reading_of_text_has_a_block_a_line() -> None:
    assert readings_of("One.\nTwo.\n\nThree.", ".txt") == [["One.\nTwo.", "Three."], ["One.", "Two.", "Three."]]
    assert readings_of("One.\n\nTwo.", ".txt") == [["One.", "Two."]]


@pytest.mark.parametrize("text", ["", "<html></html>", "<p>"])
def test_a_page_without_text_has_no_blocks(text: str) -> None:
    assert readings_of(text, ".html") == []


def test_files_are_read_in_utf_8_or_as_they_declare() -> None:
    assert decoded("\N{ZERO WIDTH NO-BREAK SPACE}Wörter".encode()) == "Wörter"
    page = '<meta charset="windows-1251"><p>Жёлтый дом</p>'
    assert decoded(page.encode("windows-1251")) == page


def test_an_encoding_is_not_guessed_where_guessing_will_not_do() -> None:
    with pytest.raises(ValueError, match="UTF-8"):
        decoded("Köllermann".encode("latin-1"), guess=False)

"""Shapes of pages and files, as data: cases/intake/<name>, and what each block of it is taken for in expected/.

After a change that is meant, `pytest --update` rewrites what is expected; read the difference.  That every word is
accounted for is counted here once more, by a reader of HTML that shares nothing with the one tested.
"""

from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

import pytest
from dateline.editing.intake import judge
from dateline.ground.extraction import Article, PdfError, TextForm, decoded, foreign_in, is_only_a_notice, read_file
from hypothesis import given, settings
from hypothesis import strategies as st
from projects import CASES

FOLDER: Final = CASES / "intake"
SHAPES: Final = sorted(path for path in FOLDER.iterdir() if path.is_file())
BEYOND: Final = ("broken", "fragment", "encoded", "styled", "framed")
"""How the names of those shapes begin that the reader below cannot read."""
HIDDEN: Final = {"script", "style", "noscript", "template", "head", "title", "dialog", "iframe"}
VOID: Final = {"br", "img", "meta", "link", "hr", "input"}
INLINE: Final = {"a", "b", "cite", "em", "font", "i", "q", "small", "span", "strong", "sup", "text", "time", "label"}


def told(path: Path) -> str:
    """Return what is made of a file, a line a block."""
    data = path.read_bytes()
    foreign = foreign_in(data, path.suffix)
    if foreign is not None:
        return f"refused: {foreign.name}\n"
    try:
        article = read_file(data, path.suffix)
    except PdfError as error:
        return f"refused: a PDF: {str(error).partition(' (')[0]}\n"
    if article.form is not TextForm.PDF and is_only_a_notice(article, decoded(data)):
        return "refused: only a notice\n"
    lines = []
    for block in judge(article):
        kind = "no guess" if block.kind is None else str(block.kind)
        unit = f" [{block.unit}]" if block.unit else ""
        lines.append(
            f"{kind}{'' if block.is_sure else ' ?'}{unit}: {' '.join(block.text.split())}\n    {block.reason}\n"
        )
    return "".join([*lines, *(f"not shown: {count} words, {why}\n" for why, count in article.hidden.items())])


@pytest.mark.parametrize("path", SHAPES, ids=lambda path: path.name)
def test_every_word_of_a_shape_is_taken_for_what_is_expected(path: Path, *, update: bool) -> None:
    expected = FOLDER / "expected" / f"{path.name}.txt"
    if update:
        expected.write_text(told(path), encoding="utf-8", newline="\n")
    assert told(path) == expected.read_text(encoding="utf-8")


def test_there_are_shapes_enough_and_an_expectation_for_each() -> None:
    assert len(SHAPES) >= 40
    assert {path.name for path in (FOLDER / "expected").iterdir()} == {f"{path.name}.txt" for path in SHAPES}


class Words(HTMLParser):
    """The words that a page shows, told by its tags alone, of markup in which each tag is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        style = (said.get("style") or "").replace(" ", "")
        is_hidden = tag in HIDDEN or "hidden" in said or "display:none" in style or "visibility:hidden" in style
        if tag not in INLINE and not self.is_hidden and not is_hidden:
            self.parts.append(" ")
        if tag not in VOID:
            self.open.append((tag, is_hidden))

    def handle_endtag(self, tag: str) -> None:
        is_hidden = self.is_hidden
        while self.open and self.open.pop()[0] != tag:
            pass
        if tag not in INLINE and not is_hidden:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self.is_hidden:
            self.parts.append(data)

    @property
    def is_hidden(self) -> bool:
        return any(is_hidden for _, is_hidden in self.open)


def words_shown(text: str) -> "Counter[str]":
    reader = Words()
    reader.feed(text)
    reader.close()
    return Counter("".join(reader.parts).split())


def words_held(article: Article) -> "Counter[str]":
    return Counter(word for block in article.blocks for word in block.text.split())


@pytest.mark.parametrize(
    "path",
    [path for path in SHAPES if path.suffix == ".html" and not path.stem.startswith(BEYOND)],
    ids=lambda path: path.name,
)
def test_every_word_that_a_page_shows_is_in_a_block(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert words_held(read_file(text.encode(), ".html")) == words_shown(text)


# --- pages that nobody wrote -----------------------------------------------------------------------------------------

WORDS: Final = st.sampled_from(
    ["pier", "ferry.", "Boats", "said", "11:05", "الرصيف", "2 Comments", "a", "oak,", "©", "&amp;"]
)
SPACES: Final = st.sampled_from(["", " ", "\n", "&nbsp;", "<br>", "<br><br>", "<!-- x -->", " </body></html> "])
BLOCKS: Final = ["div", "p", "section", "article", "ul", "li", "blockquote", "h2", "pre", "nav", "aside", "figure"]
NAMES: Final = [
    "",
    "comments",
    "cookie",
    "related",
    "share",
    "twitter-tweet",
    "message default",
    "history",
    "live",
    "footnotes",
]


def wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, min_size=1, max_size=4).map("".join)
    tags = st.sampled_from([*BLOCKS, "div", "div", "main", "footer", "form", "details"])
    inline = st.sampled_from(["b", "a", "span", "em"])
    extras = st.sampled_from(["", " hidden", ' style="display:none"', ' aria-hidden="true"'])
    return st.one_of(
        st.builds("<{0} class='{1}'{2}>{3}</{0}>".format, tags, st.sampled_from(NAMES), extras, several),
        st.builds("<{0}>{1}</{0}>".format, inline, inner),
        st.builds(
            "<table><tr><td>{}</td><td>{}</td></tr><tr><td>{}</td><td>x</td></tr></table>".format, inner, inner, inner
        ),
        st.builds("{} <button>{}</button> ".format, inner, WORDS),
        st.builds("<noscript>{}</noscript><template>{}</template>".format, WORDS, WORDS),
    )


TEXTS: Final = st.lists(st.tuples(WORDS, SPACES), min_size=1, max_size=6).map(
    lambda pairs: "".join(f"{word}{space}" for word, space in pairs)
)
PAGES: Final = st.recursive(TEXTS, wrapped, max_leaves=14)


@settings(max_examples=150, deadline=None)
@given(PAGES)
def test_of_any_page_every_word_is_in_a_block(body: str) -> None:
    article = read_file(f"<!doctype html><html><body>{body}</body></html>".encode(), ".html")  # it counts by itself
    assert all(block.text.split() for block in article.blocks)
    assert len(judge(article)) == len(article.blocks)


@settings(max_examples=100, deadline=None)
@given(
    st.recursive(
        TEXTS,
        lambda inner: st.builds(
            "<div class='{}'>{}<section>{}</section></div>".format, st.sampled_from(NAMES), inner, inner
        ),
        max_leaves=10,
    )
)
def test_of_any_sound_page_the_words_are_those_that_another_reader_counts(body: str) -> None:
    page = f"<!doctype html><html><body>{body}</body></html>"
    assert words_held(read_file(page.encode(), ".html")) == words_shown(page)


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n<>/&;=\"' "), max_size=300))
def test_of_any_text_whatever_its_markup_no_word_is_lost(text: str) -> None:
    for suffix in (".html", ".txt", ".md"):
        read_file(text.encode(), suffix)


# --- what is no article ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "From Monday to Wednesday, May 3, no ferry ran to the island.\n",
        "[The text begins in brackets, as a note does.]\n\nThe ferry stopped.\n",
        "{a word in braces} begins this text.\n",
        "The harbour, the pier, and the boats.\nThe crew, the bus, and the bridge.\nThe clerk, the log, and the oak.\n",
        "@harbour said that the ferry stopped.\n",
        "1\n\nThe first chapter begins here, and not with a time.\n",
        "<!doctype html><html><body><p>A page.</p></body></html>",
        '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x">\n<html><body>A</body></html>',
        "",
    ],
)
def test_a_text_that_looks_a_little_like_data_may_be_an_article(text: str) -> None:
    assert foreign_in(text.encode()) is None


MAIL: Final = "Subject: Pier\nFrom: A <a@b.example>\nDate: nonsense\nMIME-Version: 1.0\n"


def test_a_mail_is_known_by_its_headers_whatever_its_name() -> None:
    article = read_file(f"{MAIL}\nThe ferry stopped at noon.\n".encode(), ".txt")
    assert (article.title, article.site, article.published) == ("Pier", "A", None)
    assert [block.text for block in article.blocks if block.by_markup is None] == ["The ferry stopped at noon."]


def test_each_further_text_of_a_mail_is_asked_about_and_another_form_of_it_is_not() -> None:
    parts = "--b\nContent-Type: text/plain\n\nFirst.\n--b\nContent-Type: text/plain\n\nSecond.\n--b--\n"
    for form, sure in (("mixed", False), ("alternative", True)):
        data = f'{MAIL}Content-Type: multipart/{form}; boundary="b"\n\n{parts}'.encode()
        second = next(block for block in judge(read_file(data, ".eml")) if block.text == "Second.")
        assert (second.is_sure, second.drops) == (sure, sure)


HEADERS: Final = st.sampled_from(
    [
        *("From: =?=", "To: ,,<>;:", "Date: 1", "Content-Type: text/html; charset=klingon"),
        *("Content-Transfer-Encoding: base64", "Content-Type: multipart/mixed; boundary=b"),
        "Content-Disposition: attachment; filename*=x''%",
    ]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(HEADERS, max_size=5), st.binary(max_size=80))
def test_of_any_mail_something_is_made(headers: list[str], body: bytes) -> None:
    read_file("\n".join(headers).encode() + b"\n\n" + body, ".eml")


# --- lines of a text -------------------------------------------------------------------------------------------------

LINE: Final = "The ferry stopped at noon, and nobody knew why it did."


@pytest.mark.parametrize(
    "text,count",
    [
        (f"{LINE}\n{LINE}\n{LINE}\n", 3),
        (f"{LINE}\n{LINE} It was a long day for the crew, and for the island.\n", 2),
        ("The ferry stopped at noon, and nobody\nknew why it did so on that day of all.\n", 1),
        ("Roses are red\nand violets are blue\n", 1),
    ],
)
def test_lines_are_one_paragraph_or_one_each(text: str, count: int) -> None:
    assert len(read_file(text.encode(), ".txt").blocks) == count

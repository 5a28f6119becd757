"""What a pull request brings comes out as text, and nothing else, in GitHub's Markdown."""

import re
from dataclasses import replace
from typing import Final

import pytest
from dateline.editing.comparison import ChangedPages, ChangeKind, Comparison, Difference
from dateline.editing.comparison.differences import Detail
from dateline.editing.comparison.markdown import LIMIT, Links, as_markdown
from dateline.ground import escaping
from dateline.ground.problems import Code, Position, Problem, one_line
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

GITHUB: Final = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
LINKS: Final = Links(files_before="https://forge.example/old/", files_after="https://forge.example/new/")
# What GitHub makes links of when the Markdown has become HTML.
REFERENCE: Final = re.compile(r"@\w|#\d|://|www\.|GH-\d", re.IGNORECASE)
HOSTILE: Final = (
    "<script>alert(1)</script>",
    "![x](https://evil.example/pixel.png)",
    "[click](https://evil.example)",
    "@maintainer and @org/team, see #1, GH-1, org/repo#1, https://evil.example, www.evil.example, a@b.example",
    "`code` ``` fence",
    "</details></summary>",
    "| a | b |\n|---|---|",
    "\n\n# Heading\n- item\n> quote",
    "&#64;user &commat;user",
    "\u202egnp.\u202c",
    "<!-- comment",
    "~~gone~~ **bold** _it_ $math$ :tada: [x]: y",
    "::set-output name=x::y\r::error::z",
)


def difference(text: str) -> Difference:
    return Difference(
        kind=ChangeKind.CLAIM_REWORDED,
        record="event e",
        reference="e#c",
        title=text,
        part=text,
        before=text,
        after=f"{text} now",
        position=Position("content/events/e.yml", 3, 4),
        details=(Detail(1, text, text), Detail(2, text, f"https://forge.example/{text}")),
        red=(text,),
    )


def fault(text: str) -> Problem:
    return Problem(Position("content/events/e.yml", 3, 4), Code.BAD_VALUE, text, text)


def comparison(*differences: Difference) -> Comparison:
    return Comparison(
        differences=differences,
        problems=(),
        faults=(),
        suggestions=(),
        pages=ChangedPages(),
        unread_before=(),
        unread_after=(),
    )


def leaves(tokens: list[Token]) -> list[Token]:
    return [leaf for token in tokens for leaf in (leaves(token.children) if token.children else [token])]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(
    "kind", [ChangeKind.CLAIM_REWORDED, ChangeKind.EVENT_CHANGED, ChangeKind.PAGE_CHANGED, ChangeKind.OUTCOME_CHANGED]
)
def test_hostile_text_changes_nothing_of_the_form(text: str, kind: ChangeKind) -> None:
    tame, hostile = (
        as_markdown(replace(comparison(replace(difference(one), kind=kind)), faults=(fault(one),)), LINKS)
        for one in ("tame", text)
    )
    if "\\" in text or "@" in text or re.search(r"\s", text):  # no address has these: such a line has no link
        tame = tame.replace(" ([on forge.example](https://forge.example/tame))", "")
    assert len(hostile.splitlines()) == len(tame.splitlines())
    tokens = leaves(GITHUB.parse(hostile))
    assert [one.type for one in tokens] == [one.type for one in leaves(GITHUB.parse(tame))]
    for one in tokens:
        assert one.type not in {"html_inline", "html_block", "image"}
        if one.type == "link_open":
            assert str(one.attrs["href"]).startswith("https://forge.example/")
        if one.type == "text":
            assert not REFERENCE.search(one.content), one.content


@given(st.text(max_size=60))
@example("a\u2060b @x")
@example("#" * 9)
def test_any_text_is_read_back_as_it_was_typed(text: str) -> None:
    (paragraph, *_) = [token for token in GITHUB.parse(f"x{escaping.forge(text)}x") if token.type == "inline"]
    assert {one.type for one in paragraph.children or []} <= {"text", "text_special"}
    read = "".join(one.content for one in paragraph.children or [])
    turning = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
    shown = turning.sub("\N{REPLACEMENT CHARACTER}", one_line(text))
    # CommonMark itself has no place for lone surrogates and for references to U+FFFE and the like.
    assert read.replace("\u2060", "") == f"x{shown}x".replace("\u2060", "")


def test_many_differences_are_counted_and_the_whole_stays_below_the_limit_of_a_comment() -> None:
    many = [replace(difference("ش" * 3000), reference=f"e{number}") for number in range(5000)]
    told = as_markdown(comparison(*many), LINKS)
    assert len(told.encode()) <= LIMIT < 2**20
    assert re.search(r"^- … and 4\d{3} more$", told, re.MULTILINE)
    assert "5000 differences" in told


def test_many_pages_are_counted() -> None:
    pages = ChangedPages(changed=tuple(f"days/2020-01-{number:02}/" for number in range(40)))
    told = as_markdown(replace(comparison(), pages=pages), LINKS)
    assert "<summary>40 pages changed</summary>" in told
    assert "- … and 10 more" in told


def test_a_path_of_odd_characters_is_quoted_in_its_link() -> None:
    odd = replace(difference("x"), position=Position("content/events/a)b](c <d>\n.yml", 1, 1))
    told = as_markdown(comparison(odd), LINKS)
    assert "content/events/a%29b%5D%28c%20%3Cd%3E%0A.yml#L1" in told

"""A page as a tree: which of its words a browser shows, why it shows nothing of others, and what begins a block."""

import pytest
from dateline.ground.extraction import page_tree
from dateline.ground.extraction.articles import TooDeepError
from dateline.ground.extraction.page_tree import (
    HIDDEN,
    Element,
    hidden_because,
    is_block,
    is_hidden,
    steps,
    tag_of,
    tree_of,
    visible_words,
)
from hypothesis import given
from hypothesis import strategies as st


def tree(body: str) -> Element:
    root = tree_of(f"<html><body>{body}</body></html>")
    assert root is not None
    return root


def first(body: str, name: str = "div") -> Element:
    return next(tree(body).iter(name))


def shown(body: str) -> list[str]:
    return sorted(visible_words(tree(body)).elements())


# --- from text to tree -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", " \n ", "\0", "<!-- nothing -->", "</body></html>", '<?xml version="1.0"?>'])
def test_where_there_is_nothing_on_a_page_there_is_no_tree(text: str) -> None:
    assert tree_of(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "<p>one</p></body></html><p>two</p>",
        "<html><body><p>one</p></BODY ></html ><p>two",
        '<?xml version="1.0" encoding="latin-1"?><html><body>one two</body></html>',
        "<p>o\0ne two",
        "one <!-- three --><?php four ?>two",
    ],
)
def test_what_stands_behind_the_end_of_a_page_is_shown_as_browsers_do(text: str) -> None:
    root = tree_of(text)
    assert root is not None
    assert sorted(visible_words(root).elements()) == ["one", "two"]


def test_a_page_that_is_nested_deeper_than_parsers_follow_is_refused() -> None:
    with pytest.raises(TooDeepError):
        tree_of("<div>" * 3000 + "words")


def test_the_page_in_a_frame_stands_in_the_place_of_the_frame() -> None:
    assert shown('one <iframe srcdoc="&lt;p&gt;two&lt;/p&gt;">not this</iframe> three') == ["one", "three", "two"]
    assert shown('one <iframe src="https://x.example">not this</iframe>') == ["one"]
    assert shown('one <iframe srcdoc="">not this</iframe>') == ["one"]


def nested(depth: int) -> str:
    page = "innermost"
    for _ in range(depth):
        quoted = page.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
        page = f'<p>level</p><iframe srcdoc="{quoted}"></iframe>'
    return page


@pytest.mark.parametrize("depth, words", [(1, 2), (3, 4), (4, 4), (6, 4)])
def test_frames_within_frames_are_followed_three_deep(depth: int, words: int) -> None:
    found = shown(nested(depth))
    assert (found.count("level"), found.count("innermost")) == ((depth, 1) if depth <= 3 else (words, 0))


@pytest.mark.parametrize(
    "field, words",
    [
        ('<input type="submit" value="Send it">', ["Send", "it"]),
        ('<input value="typed" placeholder="hint">', ["typed"]),
        ('<input type="SEARCH" placeholder="Find here">', ["Find", "here"]),
        ('<input type="hidden" value="token">', []),
        ('<input type="password" value="secret">', []),
        ('<input type="checkbox" value="yes">', []),
        ("<input>", []),
    ],
)
def test_the_words_in_a_field_are_words_that_a_reader_sees(field: str, words: list[str]) -> None:
    assert shown(f"<form>{field}</form>") == sorted(words)


def test_what_is_no_element_has_no_tag() -> None:
    assert tag_of(first("<DIV>x</DIV>")) == "div"
    comment = type("Comment", (), {"tag": len})()
    assert tag_of(comment) == ""


# --- what begins and ends a block ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "html, name, wanted",
    [
        ("<p>x</p>", "p", True),
        ("<span>x</span>", "span", False),
        ('<span style="display: block">x</span>', "span", True),
        ('<span style="display:flex">x</span>', "span", True),
        ('<span style="DISPLAY: Table-Cell">x</span>', "span", True),
        ('<span style="display:inline-block">x</span>', "span", False),
        ('<span style="display:inline flow-root">x</span>', "span", False),
        ('<span style="display:contents">x</span>', "span", False),
        ('<span style="color:red">x</span>', "span", False),
        ('<a style="display:block !important; display:inline">x</a>', "a", True),
        ("<x-card>only three words</x-card>", "x-card", False),
        (f"<x-card>{'word ' * 11}</x-card>", "x-card", False),
        (f"<x-card>{'word ' * 12}</x-card>", "x-card", True),
        (f"<abbr>{'word ' * 40}</abbr>", "abbr", False),
        ('<iframe srcdoc="words"></iframe>', "page-in-a-frame", True),
    ],
)
def test_a_tag_its_style_or_its_words_begin_a_block(html: str, name: str, *, wanted: bool) -> None:
    element = first(html, name)
    assert is_block(element, tag_of(element)) is wanted


def test_words_of_two_blocks_are_never_joined_and_those_of_one_line_are() -> None:
    assert shown("<p>one</p><p>two</p>") == ["one", "two"]
    assert shown("<b>o</b>ne t<i>w</i>o") == ["one", "two"]
    assert shown("one<br>two") == ["one", "two"]
    assert shown("one<button>two</button>three") == ["one", "three", "two"]
    assert shown('one<span style="display:block">two</span>three') == ["one", "three", "two"]


# --- what is hidden --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "html",
    [
        "<div hidden>x</div>",
        '<div hidden="">x</div>',
        '<div style="display:none">x</div>',
        '<div style="color:red; DISPLAY : NONE ; top:0">x</div>',
        '<div style="display:none !important; display:block">x</div>',
        '<div style="display:block; display:none">x</div>',
        '<div style="visibility:hidden">x</div>',
        '<div style="visibility: collapse">x</div>',
        '<div style="visibility:hidden"><b style="color:red">x</b></div>',
    ],
)
def test_what_an_attribute_or_a_style_hides_is_hidden_by_the_page(html: str) -> None:
    assert hidden_because(first(html)) == HIDDEN
    assert shown(f"{html} seen") == ["seen"]


@pytest.mark.parametrize(
    "html",
    [
        "<div>x</div>",
        '<div hidden="until-found">x</div>',
        '<div style="display:none; display:block">x</div>',
        '<div style="display:block !important; display:none">x</div>',
        '<div style="/* display:none */ color:red">x</div>',
        '<div style="background:url(a;display:none;b)">x</div>',
        "<div style=\"content:'; display:none;'\">x</div>",
        '<div style="--display:none">x</div>',
        '<div style="visibility:visible">x</div>',
        '<div style="visibility:hidden"><b style="visibility:visible">x</b></div>',
        '<div style="">x</div>',
    ],
)
def test_what_only_looks_as_if_it_were_hidden_is_shown(html: str) -> None:
    assert not is_hidden(first(html))
    assert shown(f"{html} seen") == ["seen", "x"]


@pytest.mark.parametrize(
    "html, name, because",
    [
        ("<noscript>turn it on</noscript>", "noscript", "for browsers without scripts or frames"),
        ("<audio>no sound</audio>", "audio", "in place of a frame, recording or drawing"),
        ("<canvas>no drawing</canvas>", "canvas", "in place of a frame, recording or drawing"),
        ("<template>later</template>", "template", "a template, or a list to choose from"),
        ("<datalist><option>one</option></datalist>", "datalist", "a template, or a list to choose from"),
        ("<script>var one</script>", "script", ""),
        ("<style>p {}</style>", "style", ""),
        ("<svg><desc>drawn</desc></svg>", "desc", ""),
        ("<svg><metadata>made with</metadata></svg>", "metadata", ""),
    ],
)
def test_a_reason_is_told_where_words_are_hidden_and_none_where_there_is_nothing_to_show(
    html: str, name: str, because: str
) -> None:
    assert hidden_because(first(html, name)) == because
    assert shown(f"{html} seen") == ["seen"]


@pytest.mark.parametrize("mode, words", [("open", ["words"]), ("closed", ["words"]), ("", []), ("other", [])])
def test_a_template_that_is_drawn_in_its_host_is_shown(mode: str, words: list[str]) -> None:
    assert shown(f'<template shadowrootmode="{mode}">words</template>') == words


@pytest.mark.parametrize(
    "html, words", [("<dialog>x</dialog>", []), ("<dialog open>x</dialog>", ["x"]), ("<desc>x</desc>", ["x"])]
)
def test_a_dialog_is_shown_once_it_is_open_and_a_description_where_it_is_of_no_drawing(
    html: str, words: list[str]
) -> None:
    assert shown(html) == words


def test_what_follows_a_hidden_part_is_shown_and_what_lies_in_it_is_not() -> None:
    assert shown("<p hidden>a <b>b</b> c</p>d <p>e</p>") == ["d", "e"]
    assert shown("<p hidden>a <span hidden>b</span> c</p>d") == ["d"]


# --- the order of a tree ---------------------------------------------------------------------------------------------


def test_each_element_is_entered_and_left_once_in_the_order_of_the_document() -> None:
    walked = [(event, tag_of(element)) for event, element in steps(first("<div><p>a<b>c</b></p><p>d</p></div>"))]
    assert walked == [
        *(("start", "div"), ("start", "p"), ("start", "b"), ("end", "b"), ("end", "p")),
        *(("start", "p"), ("end", "p"), ("end", "div")),
    ]


WORDS = st.lists(st.sampled_from("abcdef"), min_size=1, max_size=4).map(" ".join)
PARTS = st.recursive(
    WORDS,
    lambda inner: st.tuples(st.sampled_from(["p", "div", "b", "span", "section"]), st.lists(inner, max_size=3)).map(
        lambda made: f"<{made[0]}> {' '.join(made[1])} </{made[0]}>"
    ),
    max_leaves=8,
)


@given(PARTS, PARTS)
def test_the_words_of_two_parts_are_those_of_each_and_hiding_one_takes_only_its_own(one: str, other: str) -> None:
    alone = shown(f"<div>{other}</div>")
    assert shown(f"<div>{one}</div><div>{other}</div>") == sorted([*shown(f"<div>{one}</div>"), *alone])
    assert shown(f"<div hidden>{one}</div><div>{other}</div>") == alone


def test_the_style_of_each_element_is_read_a_few_times_however_many_hide_it(monkeypatch: pytest.MonkeyPatch) -> None:
    root = tree(
        f"{'<i style=visibility:hidden>' * 50}{'<b style=color:red>x</b>' * 100}<u style=visibility:visible>y</u>"
    )
    read: list[Element] = []
    style_of = page_tree._style_of

    def counted(element: Element) -> dict[str, str]:
        read.append(element)
        return style_of(element)

    monkeypatch.setattr(page_tree, "_style_of", counted)
    assert all(hidden_because(element) is None for element in root.iter("i"))
    assert len(read) == 50


def test_a_page_cannot_say_for_us_that_something_in_it_is_visible() -> None:
    said = " ".join(f'{name}=""' for name in ("holds-visible", "dateline:holds-visible", "{dateline}holds-visible"))
    assert shown(f'<html xmlns:dateline="dateline"><div style="visibility:hidden" {said}>x</div>y') == ["y"]


@pytest.mark.parametrize("style", ["display:{}%", "display:none{}!", "{}display", "visibility{}:hidden{}important"])
def test_a_style_of_very_many_spaces_is_read_and_says_nothing(style: str) -> None:
    assert shown(f'<div style="{style.replace("{}", " " * 50_000)}">x</div>') == ["x"]


@pytest.mark.parametrize("style", ["display :  none  ! important ;", "x:y;DISPLAY:none", "display:none"])
def test_spaces_stand_wherever_a_style_may_have_them(style: str) -> None:
    assert shown(f'<div style="{style}">x</div>y') == ["y"]

"""What a page is divided into: entries with their times, posts, articles; and which tables hold data."""

import pytest
from dateline.ground.extraction.page_hints import Hints
from dateline.ground.extraction.page_tree import Element, tree_of
from dateline.ground.extraction.page_units import Units, is_data_table, units_of

WORDS = "word " * 12
FEW = "some words of an entry here"
"""Six words: with the time seven, enough for an entry."""


def tree(body: str) -> Element:
    root = tree_of(f"<html><body>{body}</body></html>")
    assert root is not None
    return root


def units(body: str) -> Units:
    root = tree(body)
    return units_of(root, Hints(root))


def names(body: str) -> list[str]:
    return list(units(body).names.values())


# --- entries of a live-blog ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tag", ["article", "section", "div", "li"])
def test_siblings_that_each_begin_with_a_time_are_entries(tag: str) -> None:
    body = "".join(f"<{tag}><b>{clock}</b> {FEW}</{tag}>" for clock in ("10:05", "9:30"))
    found = units(f"<ul>{body}</ul>")
    assert list(found.names.values()) == ["entry 1, 10:05", "entry 2, 9:30"]
    assert found.apart is None


@pytest.mark.parametrize(
    "clock, said",
    [
        ("10:05", "10:05"),
        ("9.30", "9.30"),
        ("10 h 05", "10 h 05"),
        ("10h05", "10h05"),
        ("10:05 p.m.", "10:05 p.m."),
        ("10:05PM", "10:05PM"),
        ("10:055", None),
        ("110:05", None),
        ("10:5", None),
        ("At 10:05", None),
        ("10", None),
    ],
)
def test_a_time_of_day_is_written_in_many_ways_and_stands_first(clock: str, said: str | None) -> None:
    body = f"<div><p>{clock} {FEW} indeed</p></div>" * 2
    assert names(f"<main>{body}</main>") == ([] if said is None else [f"entry 1, {said}", f"entry 2, {said}"])


@pytest.mark.parametrize(
    "entries",
    [
        f"<div>10:05 {FEW}</div>",
        f"<div>10:05 {FEW}</div><section>10:06 {FEW}</section>",
        "<div>10:05 a few words</div><div>10:06 a few words</div>",
        f"<p>10:05 {FEW}</p><p>10:06 {FEW}</p>",
        f"<div>10:05 {FEW}</div><div hidden>10:06 {FEW}</div>",
        f"<div>{FEW} 10:05</div><div>{FEW} 10:06</div>",
    ],
)
def test_a_single_time_or_one_of_few_words_makes_no_entries(entries: str) -> None:
    assert names(entries) == []


def test_of_several_lists_with_times_the_longest_is_the_live_blog() -> None:
    short = f"<aside>{f'<div>08:00 {FEW}</div>' * 2}</aside>"
    longer = f"<main>{f'<div>09:00 {FEW}</div>' * 3}</main>"
    assert names(short + longer) == names(longer + short) == [f"entry {number}, 09:00" for number in (1, 2, 3)]


@pytest.mark.parametrize(
    "head, are_entries",
    [
        ('<main class="live-blog">', True),
        ('<main class="liveblog">', True),
        ('<main class="live">', True),
        ('<main itemtype="https://schema.org/LiveBlogPosting">', True),
        ('<main class="delivery">', False),
        ("<main>", False),
    ],
)
def test_the_time_may_stand_behind_a_heading_where_a_page_calls_itself_a_live_blog(
    head: str, *, are_entries: bool
) -> None:
    body = f"<div><h2>Head</h2><time>10:05 GMT</time> {FEW}</div>" * 2
    assert names(f"{head}{body}</main>") == (["entry 1, 10:05", "entry 2, 10:05"] if are_entries else [])


@pytest.mark.parametrize("tag", ["h2", "h5", "dt"])
def test_what_stands_below_a_heading_that_is_a_time_belongs_to_it(tag: str) -> None:
    found = units(
        f"<div><p>Before</p><{tag}>10:05</{tag}><p>One</p><p>Two</p><{tag}>11:00 (GMT)</{tag}><p>Three</p></div>"
    )
    assert [(element.text, name) for element, name in found.names.items()] == [
        ("10:05", "entry 1, 10:05"),
        ("One", "entry 1, 10:05"),
        ("Two", "entry 1, 10:05"),
        ("11:00 (GMT)", "entry 2, 11:00 (GMT)"),
        ("Three", "entry 2, 11:00 (GMT)"),
    ]


def test_a_heading_in_words_ends_the_entry_above_it() -> None:
    found = units("<div><h2>10:05</h2><p>One</p><h2>Background</h2><p>Two</p><h2>11:00</h2><p>Three</p></div>")
    assert [element.text for element in found.names] == ["10:05", "One", "11:00", "Three"]
    assert [name.partition(",")[0] for name in found.names.values()] == ["entry 1", "entry 1", "entry 2", "entry 2"]


@pytest.mark.parametrize(
    "body",
    [
        "<h2>10:05</h2><p>One</p>",
        "<h2>10:05 The vote</h2><p>One</p><h2>11:00 The count</h2><p>Two</p>",
        "<h2>10:05</h2><p>One</p><h2 hidden>11:00</h2><p>Two</p>",
        "<h1>10:05</h1><p>One</p><h1>11:00</h1><p>Two</p>",
    ],
)
def test_headings_that_are_no_times_or_only_one_divide_nothing(body: str) -> None:
    assert names(f"<div>{body}</div>") == []


# --- posts and articles ----------------------------------------------------------------------------------------------

POST = '<div class="message default clearfix"><div class="text">Words</div></div>'
WEB = '<div class="tgme_widget_message"><div>Words</div></div>'


def test_the_posts_of_an_export_are_sources_of_their_own() -> None:
    found = units(f'<div class="history">{POST}{POST}</div>')
    assert list(found.names.values()) == ["post 1", "post 2"]
    assert (found.apart or "").startswith("each post is a source of its own")


def test_the_posts_of_a_channel_on_the_web_are_too() -> None:
    assert names(f"<section>{WEB}{WEB}{WEB}</section>") == ["post 1", "post 2", "post 3"]


@pytest.mark.parametrize(
    "body",
    [f'<div class="history">{POST}</div>', f"<div>{POST}{POST}</div>", WEB, '<div class="message service">x</div>' * 2],
)
def test_one_post_or_what_only_shares_its_name_divides_nothing(body: str) -> None:
    assert names(body) == []


def test_several_articles_are_sources_of_their_own_in_their_order() -> None:
    found = units(f"<article id=a>{WORDS}</article><article id=b>{WORDS}</article>")
    assert [(element.get("id"), name) for element, name in found.names.items()] == [
        ("a", "article 1"),
        ("b", "article 2"),
    ]
    assert found.apart == "the page has several articles, and each is a source of its own"


@pytest.mark.parametrize(
    "other",
    [
        f"<article>{'word ' * 11}</article>",
        f"<article hidden>{WORDS}</article>",
        f'<div style="display:none"><article>{WORDS}</article></div>',
        f'<div class="comments"><article>{WORDS}</article></div>',
        "",
    ],
    ids=["a teaser", "hidden", "in what is hidden", "a comment", "none"],
)
def test_a_teaser_a_comment_or_what_is_hidden_is_no_second_article(other: str) -> None:
    assert units(f"<article>{'word ' * 80}</article>{other}") == Units()


def test_an_article_within_an_article_is_part_of_it() -> None:
    assert names(f"<article>{WORDS}<article>{WORDS}</article></article>") == []


# --- tables ----------------------------------------------------------------------------------------------------------


def is_data(table: str) -> bool:
    return is_data_table(next(tree(table).iter("table")))


@pytest.mark.parametrize(
    "rows, wanted",
    [
        ("<tr><th>a<th>b<tr><td>1<td>2", True),
        ("<thead><tr><th>a<th>b</thead><tbody><tr><td>1<td>2</tbody>", True),
        ("<tr><td>1<td>2", False),
        ("<tr><td>1<tr><td>2", False),
        ("<tr><td>1<td>2<tr><td>3", True),
        ("<tr><td><p>one</p><td>2<tr><td>3<td>4", True),
        ("<tr><td><p>one</p><p>two</p><td>2<tr><td>3<td>4", False),
        (f"<tr><td>{'word ' * 60}<td>2<tr><td>3<td>4", True),
        (f"<tr><td>{'word ' * 61}<td>2<tr><td>3<td>4", False),
        ("<tr><td><table><tr><td>in</table><td>2<tr><td>3<td>4", False),
    ],
)
def test_a_table_holds_data_where_it_is_a_grid_of_short_cells(rows: str, *, wanted: bool) -> None:
    assert is_data(f"<table>{rows}</table>") is wanted


@pytest.mark.parametrize("role, wanted", [("presentation", False), ("none", False), ("grid", True), ("", True)])
def test_a_table_that_says_it_only_arranges_holds_no_data(role: str, *, wanted: bool) -> None:
    assert is_data(f'<table role="{role}"><tr><td>1<td>2<tr><td>3<td>4</table>') is wanted

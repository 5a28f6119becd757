"""What the markup says of a part of a page: by tag, role, place and names; and where such a hint is none."""

import pytest
from dateline.ground.extraction.page_hints import Hint, Hints, names_of, part_of
from dateline.ground.extraction.page_tree import Element, tree_of
from dateline.ground.extraction.signs import BlockKind
from hypothesis import given
from hypothesis import strategies as st

BODY = f"<article><h1>Head</h1><p>{'word ' * 100}</p></article>"
"""An article beside which a few words are the smaller part of a page."""


def element(html: str, around: str = BODY) -> tuple[Element, Element]:
    """Return the root of a page, and the element of it that has `x` among its attributes."""
    root = tree_of(f"<html><body>{html}{around}</body></html>")
    assert root is not None
    return root, next(found for found in root.iter() if found.get("x") is not None)


def hint(html: str, *, in_article: bool = False, trusts_names: bool = True, around: str = BODY) -> Hint | None:
    root, found = element(html, around)
    return Hints(root, trusts_names=trusts_names).of(found, in_article=in_article)


def kind(html: str, *, in_article: bool = False) -> BlockKind | None:
    said = hint(html, in_article=in_article)
    return said.sign.kind if said is not None else None


@pytest.mark.parametrize(
    "html, wanted",
    [
        ("<nav x>Home</nav>", BlockKind.NAVIGATION),
        ("<menu x>Home</menu>", BlockKind.NAVIGATION),
        ("<form x>Find</form>", BlockKind.BANNER),
        ("<dialog open x>Wait</dialog>", BlockKind.BANNER),
        ("<button x>Go</button>", BlockKind.BANNER),
        ("<amp-ad x>Buy</amp-ad>", BlockKind.BANNER),
        ("<footer x>Foot</footer>", BlockKind.LEGAL),
        ("<header x>Head</header>", BlockKind.NAVIGATION),
        ("<aside x>Aside</aside>", BlockKind.NAVIGATION),
        ('<div x role="navigation">Home</div>', BlockKind.NAVIGATION),
        ('<div x role="ALERTDIALOG">Wait</div>', BlockKind.BANNER),
        ('<div x role="contentinfo">Foot</div>', BlockKind.LEGAL),
        ('<p x aria-hidden="true">*</p>', BlockKind.BANNER),
        ('<p x aria-hidden="false">*</p>', None),
        ("<p x>Words</p>", None),
        ('<div x role="main">Words</div>', None),
    ],
)
def test_a_tag_or_a_role_says_what_a_part_is(html: str, wanted: BlockKind | None) -> None:
    assert kind(html) is wanted


@pytest.mark.parametrize(
    "names, wanted",
    [
        ('class="cookie-bar"', BlockKind.BANNER),
        ('class="siteConsent"', BlockKind.BANNER),
        ('id="comments"', BlockKind.COMMENTS),
        ('class="main ad"', BlockKind.BANNER),
        ('class="related"', BlockKind.NAVIGATION),
        ('class="most-read"', BlockKind.NAVIGATION),
        ('class="mostRead"', BlockKind.NAVIGATION),
        ('class="read" id="more"', None),
        ('class="share_bar"', BlockKind.SHARE),
        ('id="breadcrumbs"', BlockKind.NAVIGATION),
        ('class="copyright"', BlockKind.LEGAL),
        ('class="comments related"', BlockKind.COMMENTS),
        ('class="adage"', None),
        ('class="headline"', None),
        ('class="shareholders"', None),
    ],
)
def test_a_whole_word_of_a_name_says_what_a_part_is(names: str, wanted: BlockKind | None) -> None:
    assert kind(f"<div x {names}>Some words</div>") is wanted
    assert hint(f"<div x {names}>Some words</div>", trusts_names=False) is None


@pytest.mark.parametrize(
    "tag, counts", [("div", True), ("section", True), ("x-box", True), ("span", False), ("em", False)]
)
def test_names_count_of_blocks_and_of_elements_of_the_pages_own(tag: str, *, counts: bool) -> None:
    assert (hint(f'<{tag} x class="related">Some words</{tag}>') is not None) is counts


@pytest.mark.parametrize("tag", ["main", "article"])
def test_the_article_itself_is_never_left_out_for_its_name(tag: str) -> None:
    assert hint(f'<{tag} x class="related">Some words</{tag}>') is None


@pytest.mark.parametrize(
    "html",
    [
        '<div x class="related"><h1>The headline</h1></div>',
        '<div x class="sponsored"><main>Words</main></div>',
        '<div x role="navigation"><article>Words</article></div>',
        f'<div x class="social">{"word " * 100}</div>',
        f"<form x>{'word ' * 100}</form>",
        f"<footer x>{'word ' * 100}</footer>",
    ],
)
def test_no_hint_leaves_out_the_heading_the_article_or_the_greater_part(html: str) -> None:
    assert hint(html) is None


@pytest.mark.parametrize("words, is_hint", [(60, True), (67, True), (68, False), (90, False)])
def test_the_greater_part_is_more_than_two_fifths_of_the_words(words: int, *, is_hint: bool) -> None:
    # The article has 101 words; 67 of 168 are less than two fifths, 68 of 169 are more.
    assert (hint(f'<div x class="related">{"word " * words}</div>') is not None) is is_hint


@pytest.mark.parametrize("tag", ["nav", "button", "select", "svg"])
def test_what_can_be_nothing_else_is_left_out_however_long_it_is(tag: str) -> None:
    assert hint(f"<{tag} x>{'word ' * 300}</{tag}>") is not None


@pytest.mark.parametrize(
    "beside, inner, is_hint",
    [
        (30, f"<article>{'word ' * 500}</article>", True),
        (29, f"<article>{'word ' * 500}</article>", False),
        (30, f"<h1>Head</h1>{'word ' * 500}", False),
        (30, f"<main>{'word ' * 500}</main>", False),
        (29, "few words", True),
        (29, "<article>few words</article>", False),
    ],
)
def test_comments_may_be_the_greater_part_where_enough_is_left_beside_them(
    beside: int, inner: str, *, is_hint: bool
) -> None:
    said = hint(f'<div x class="comments">{inner}</div>', around=f"<p>{'word ' * beside}</p>")
    assert (said is not None) is is_hint


@pytest.mark.parametrize(
    "html, in_article, holds",
    [
        ("<footer x>Foot</footer>", False, True),
        ("<footer x>Foot</footer>", True, False),
        ("<aside x>Aside</aside>", True, False),
        ("<form x>Find</form>", True, False),
        ("<nav x>Home</nav>", True, True),
        ('<p x aria-hidden="true">x</p>', False, False),
        ('<div x class="related">x</div>', False, False),
        ('<div x class="most-read">x</div>', False, False),
        ('<div x class="cookie">x</div>', False, True),
        ('<div x class="comments">x</div>', False, True),
        ('<div x class="footer">x</div>', False, False),
    ],
)
def test_whole_sentences_are_left_out_only_where_that_is_beyond_doubt(
    html: str, *, in_article: bool, holds: bool
) -> None:
    said = hint(html, in_article=in_article)
    assert said is not None
    assert said.holds_for_prose is holds


@pytest.mark.parametrize(
    "html",
    ["<blockquote><footer x>A poet</footer></blockquote>", "<figure><div><footer x>By Ann</footer></div></figure>"],
)
def test_the_foot_of_a_quotation_or_a_figure_is_no_foot_of_the_page(html: str) -> None:
    assert hint(html) is None


def test_the_head_of_an_article_is_part_of_it() -> None:
    assert kind("<header x>Head</header>", in_article=True) is None
    assert kind("<header x>Head</header>", in_article=False) is BlockKind.NAVIGATION


@pytest.mark.parametrize(
    "names, wanted",
    [
        ("from_name", BlockKind.BYLINE),
        ("pull_right date details", BlockKind.DATE),
        ("date", None),
        ("reply_to details", BlockKind.NAVIGATION),
        ("reactions", BlockKind.SHARE),
        ("page_header", BlockKind.NAVIGATION),
        ("text", None),
    ],
)
def test_parts_of_an_export_are_known_within_an_export_only(names: str, wanted: BlockKind | None) -> None:
    html = f'<div class="history"><div x class="{names}">Some words</div></div>'
    said = hint(html)
    assert (said.sign.kind if said is not None else None) is wanted
    outside = hint(f'<div><div x class="{names}">Some words</div></div>')
    assert outside is None


# --- names -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "attributes, names",
    [
        ('class="readMore"', {"readmore", "read", "more", "read more"}),
        ('class="a b"', {"a", "b"}),
        ('class="a-b" id="c_d"', {"a-b", "a", "b", "a b", "c_d", "c", "d", "c d"}),
        ('class="col12x"', {"col12x", "col", "x", "col x"}),
        ('class="ABC"', {"abc"}),
        ('class="--"', {"--"}),
        ("", set()),
    ],
)
def test_a_name_is_taken_whole_in_words_and_in_pairs(attributes: str, names: set[str]) -> None:
    assert names_of(element(f"<div x {attributes}>w</div>")[1]) == names


@given(st.text("aB-_9 ", max_size=20))
def test_names_are_small_letters_and_each_whole_name_is_among_them(said: str) -> None:
    found = names_of(element(f'<div x class="{said}">w</div>')[1])
    assert all(name == name.lower() for name in found)
    assert {name.lower() for name in said.split()} <= found


# --- parts of an article ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "html, told",
    [
        ("<figcaption x>c</figcaption>", "a caption"),
        ("<table><caption x>c</caption><tr><td>d</td></tr></table>", "a caption"),
        ('<p x class="wp-caption-text">c</p>', "a caption"),
        ('<blockquote x class="twitter-tweet">c</blockquote>', "a post that the page embeds"),
        ("<amp-twitter x>c</amp-twitter>", "a post that the page embeds"),
        ('<blockquote x type="cite">c</blockquote>', "a passage that the mail quotes"),
        ('<div x class="gmail_quote">c</div>', "a passage that the mail quotes"),
        ('<div x class="forwarded body">c</div>', "a post that this one forwards"),
        ('<li x role="doc-footnote">c</li>', "a footnote"),
        ('<ol x class="references"><li>c</li></ol>', "a footnote"),
        ("<blockquote x>c</blockquote>", None),
        ('<q x type="cite">c</q>', None),
        ('<div x class="forwarded">c</div>', None),
        ("<p x>c</p>", None),
    ],
)
def test_what_is_more_than_a_paragraph_is_told_and_asked_about(html: str, told: str | None) -> None:
    sign = part_of(element(html)[1])
    assert (None if sign is None else sign.reason.partition(":")[0]) == told
    assert sign is None or (sign.kind is BlockKind.BODY and not sign.is_sure)


def test_a_forwarded_post_that_embeds_another_is_told_as_the_words_of_another_source() -> None:
    sign = part_of(element('<div x class="forwarded body embed caption">c</div>')[1])
    assert sign is not None
    assert sign.reason.startswith("a post that this one forwards")

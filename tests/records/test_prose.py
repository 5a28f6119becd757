"""The Markdown of editors: its links, where they stand, and that nothing unsafe comes out."""

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from dateline.records.prose import Heading, Markup, ProseLink, _Anchors, anchors, is_safe, links, render
from hypothesis import example, given
from hypothesis import strategies as st

PIECES = st.sampled_from(
    [
        *[
            "[a](",
            ")",
            "![a](",
            "[a][1]",
            "\n\n[1]: ",
            "<",
            ">",
            "](",
            "[",
            "]",
            "\n\n",
            "\n",
            "  \n",
            "    ",
            "> ",
            "- ",
        ],
        *[
            "javascript:alert(1)",
            "JaVaScRiPt:x",
            "java\nscript:x",
            "data:text/html,x",
            "data:image/png;base64,x",
            "vbscript:x",
        ],
        *[
            "<script>",
            "</script>",
            "<img src=x onerror=y>",
            "&lt;script&gt;",
            "&#106;avascript:x",
            "javascript&colon;x",
        ],
        *[
            "actor:isis",
            "source:a#p1",
            "page:x",
            "https://a.example/",
            "http://a.example",
            "//a.example",
            "x.png",
            "#top",
        ],
        *[
            "# ",
            "## ",
            "---",
            "===",
            "| a | b |\n|---|---|\n",
            "```\n",
            "~~~",
            "`",
            "*",
            "**",
            '"',
            "'",
            "\\",
            "\t",
            "é",
            "\x85",
        ],
    ]
)
MARKDOWN = st.one_of(st.lists(PIECES, max_size=25).map("".join), st.text(max_size=80))
TAGS = frozenset(
    "p a em strong code pre ul ol li blockquote hr br img table thead tbody tr th td h1 h2 h3 h4 h5 h6".split()  # noqa: SIM905
)
ATTRIBUTES = frozenset({"href", "src", "alt", "title", "rel", "start", "style", "class"})


class Reader(HTMLParser):
    """Collects the tags and attributes that a browser would see."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))


def html_of(body: str) -> list[str]:
    return [part.html for part in render(body, lambda target: target) if isinstance(part, Markup)]


@given(MARKDOWN)
@example("[a](javascript:alert(1))")
@example("<javascript:alert(1)>")
@example("![a](data:image/png;base64,xx)")
@example("<script>alert(1)</script>")
@example("[a](&#106;avascript:x)")
@example("[a](#top:x)")
def test_no_tag_attribute_or_address_comes_out_that_markdown_itself_does_not_make(body: str) -> None:
    for html in html_of(body):
        for tag, attributes in Reader(html).tags:
            assert tag in TAGS
            assert set(attributes) <= ATTRIBUTES
            address = attributes.get("href", attributes.get("src", ""))
            before = re.sub(r"[\s\x00-\x20]", "", address).partition("#")[0]  # a fragment may well have a colon
            scheme = before.partition(":")[0].lower() if ":" in before else ""
            assert scheme in {"", "http", "https", "actor", "source", "event", "claim", "place", "dispute", "page"}


@given(MARKDOWN)
@example("```\na\n\n\n \nb\n```")
@example("    a\n\n\n    b")
def test_no_blank_line_comes_out_of_rendering(body: str) -> None:
    for html in html_of(body):
        assert not re.search(r"\n[^\S\n]*\n", html)
        assert html == html.strip()
        assert html


@given(MARKDOWN)
def test_every_heading_has_an_anchor_of_its_own(body: str) -> None:
    anchors = [part.anchor for part in render(body, str) if isinstance(part, Heading)]
    assert len(anchors) == len(set(anchors))
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", anchor) for anchor in anchors)


@given(MARKDOWN)
@example("a\r[b](actor:x)\r\n\r[c](actor:y)")
def test_every_link_stands_inside_the_body(body: str) -> None:
    for link in links(body):
        assert 0 <= link.offset <= len(body)


@given(MARKDOWN)
def test_rendering_asks_for_the_address_of_every_safe_link_and_of_no_other(body: str) -> None:
    asked: list[str] = []

    def address_of(target: str) -> str:
        asked.append(target)
        return target

    list(render(body, address_of))
    assert all(is_safe(ProseLink(target, 0)) or is_safe(ProseLink(target, 0, image=True)) for target in asked)


def test_a_link_is_told_at_its_address_even_where_the_address_stands_elsewhere_as_text() -> None:
    body = (
        "About actor:x.\n\n[actor:x](actor:x) and [b](<actor:x>), ![i](p.png)\n\n"
        "| [a](actor:x) | [a](actor:x) |\n|---|---|\n\n"
        "> [r][1] <https://a.example/c%20d> [ä](actor:ä)\n> [xy](actor:xy) [x](actor:x)\n\n[1]: place:y"
    )
    found = links(body)
    assert [link.target for link in found] == [
        *["actor:x", "actor:x", "p.png", "actor:x", "actor:x"],
        *["place:y", "https://a.example/c%20d", "actor:ä", "actor:xy", "actor:x"],
    ]
    assert len({link.offset for link in found}) == len(found)
    for link in found:
        assert body[link.offset :].startswith(link.target)
        assert body[link.offset - 1] in "(<" or body[link.offset - 3 : link.offset] == "]: "
    assert [link.image for link in found].index(True) == 2


def test_addresses_that_rendering_would_leave_out_are_links_too_so_that_they_are_told() -> None:
    assert [link.target for link in links("[a](javascript:x) ![b](data:text/html,x) <vbscript:y>")] == [
        "javascript:x",
        "data:text/html,x",
        "vbscript:y",
    ]


def test_code_holds_no_links() -> None:
    assert links("`[a](actor:x)`\n\n    [b](actor:y)\n\n```\n[c](actor:z)\n```") == []


@pytest.mark.parametrize(
    "target", ["actor:isis", "source:sf#p3", "page:method#what", "#top", "https://a.example/b?c#d", "http://a.example"]
)
def test_records_headings_and_web_addresses_are_safe_targets(target: str) -> None:
    assert is_safe(ProseLink(target, 0))
    assert not is_safe(ProseLink(target, 0, image=True))


@pytest.mark.parametrize(
    "target",
    [
        *[
            "javascript:alert(1)",
            "JAVASCRIPT:x",
            "data:text/html,x",
            "mailto:a@b.example",
            "//a.example",
            "../actors/x/",
        ],
        *["person:x", "http:", "https://", "https://a b", "https://u:p@a.example", "ftp://a.example", "", "actor"],
    ],
)
def test_anything_else_is_no_safe_target(target: str) -> None:
    assert not is_safe(ProseLink(target, 0))


@pytest.mark.parametrize("target", ["../x.png", "/x.png", "a/b.png", "https://a.example/x.png", "data:image/png,x", ""])
def test_an_image_is_a_file_beside_the_pages(target: str) -> None:
    assert is_safe(ProseLink("map-1.png", 0, image=True))
    assert not is_safe(ProseLink(target, 0, image=True))


@pytest.mark.parametrize(
    "target, record",
    [
        ("actor:isis", ("actor", "isis")),
        ("source:sf-1#p3", ("source", "sf-1#p3")),
        ("claim:e#c", ("claim", "e#c")),
        ("https://a.example", None),
        ("actor", None),
        ("#p3", None),
    ],
)
def test_a_link_knows_the_record_that_it_leads_to(target: str, record: tuple[str, str] | None) -> None:
    assert ProseLink(target, 0).record == record


def test_headings_part_the_text_and_links_get_their_addresses() -> None:
    body = "Intro\n\n## The *first* part\n\n[a](actor:x)\n\n## The first part\n\n> # inside\n\n### Ø\n\nT\nx\n===\n"
    assert list(render(body, lambda target: f"../{target.replace(':', '/')}/")) == [
        Markup("<p>Intro</p>"),
        Heading(2, "The first part", "the-first-part"),
        Markup('<p><a href="../actor/x/">a</a></p>'),
        Heading(2, "The first part", "the-first-part-2"),
        Markup("<blockquote>\n<h1>inside</h1>\n</blockquote>"),
        Heading(3, "Ø", "section"),
        Heading(1, "T x", "t-x"),
    ]


def test_anchors_differ_even_where_a_heading_is_called_like_a_counted_one() -> None:
    anchors = [part.anchor for part in render("# a\n# a\n# a-2\n# a", str) if isinstance(part, Heading)]
    assert anchors == ["a", "a-2", "a-2-2", "a-3"]


def test_no_heading_gets_an_anchor_of_the_pages_own() -> None:
    parts = render("# History\n# History\n# history-2", str, {"history", "history-3"})
    assert [part.anchor for part in parts if isinstance(part, Heading)] == ["history-2", "history-4", "history-2-2"]


@given(st.lists(st.sampled_from(["a", "a 2", "a-2", "a 2 2", "A", "b", "", "é"]), max_size=30))
def test_headings_of_one_name_have_anchors_of_their_own(headings: list[str]) -> None:
    body = "\n".join(f"## {heading}" for heading in headings)
    rendered = [part.anchor for part in render(body, str) if isinstance(part, Heading)]
    assert len(set(rendered)) == len(headings)
    assert tuple(rendered) == anchors(body)


class Counted(set[str]):
    """A set that counts how often it is asked."""

    asked = 0

    def __contains__(self, name: object) -> bool:
        self.asked += 1
        return super().__contains__(name)


def test_the_anchors_of_many_headings_of_one_name_take_a_few_looks_each() -> None:
    anchors_ = _Anchors(())
    anchors_._taken = counted = Counted()
    made = [anchors_.new(text) for text in ["a"] * 20_000 + [f"a {n}" for n in range(20_000)] + ["a"] * 20_000]
    assert len(set(made)) == 60_000
    assert counted.asked <= 5 * 60_000


def test_a_web_address_is_left_as_typed_and_marked_as_external() -> None:
    (html,) = html_of("[a](https://a.example/x%20y?z=1)")
    assert html == '<p><a href="https://a.example/x%20y?z=1" rel="noopener">a</a></p>'
    assert urlsplit(Reader(html).tags[1][1]["href"]).path == "/x%20y"


def test_an_unsafe_link_or_image_leads_nowhere() -> None:
    assert html_of("[a](mailto:x) ![b](https://a.example/i.png)") == ['<p><a href="">a</a> <img src="" alt="b" /></p>']


def test_blank_lines_of_code_are_kept_for_the_reader() -> None:
    (html,) = html_of("```\na\n\n\nb\n```")
    assert html.replace("&#10;", "\n") == "<pre><code>a\n\n\nb\n</code></pre>"

"""Text from records comes out as the characters that were typed, whatever reads the page."""

import copy
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, ClassVar
from xml.etree import ElementTree as ET

import frontmatter
import markdown
import pytest
from dateline.ground import escaping
from dateline.pages.exports.changes_feed import changes_feed
from dateline.pages.exports.chronology_json import chronology_json
from dateline.pages.rendering.pages import Renderer
from dateline.pages.shared.edition import Edition
from dateline.records import loading
from dateline.records.chronology import link
from dateline.records.rules.standing import Standing
from dateline.site.configuration import read_config
from html_reading import Node, folded, read, skeleton
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import Environment, nodes
from markupsafe import Markup, escape
from mkdocs.utils import meta
from playwright.sync_api import Browser
from projects import CASES, ROOT

MARKS = (
    "<script>alert(1)</script>",
    "</title>",
    "</script>",
    "<!--",
    "-->",
    "]]>",
    "<b>",
    "&lt;b&gt;",
    "&amp;",
    "&#60;",
    "&",
    '"',
    "'",
    "[x](javascript:alert(1))",
    "[x]: http://x.example",
    "[x][x]",
    "![x](x.png)",
    "<http://x.example>",
    "http://x.example",
    "www.x.example",
    "mail@x.example",
    "*e*",
    "_e_",
    "**s**",
    "`c`",
    "```",
    "~~~",
    "~~x~~",
    "==x==",
    "^^x^^",
    "++x++",
    "{++x++}",
    "{--x--}",
    "{>>x<<}",
    "# h",
    "    code",
    "\t",
    "- item",
    "1. item",
    "> quote",
    "| a | b |",
    "|---|---|",
    "---",
    "===",
    "...",
    "--",
    "{{ 7*7 }}",
    "{% raw %}",
    "{# x #}",
    "{: .x onclick=y }",
    "{.x}",
    "!!! note",
    "??? note",
    "/// note",
    "*[HTML]: x",
    "HTML",
    "[TOC]",
    "[^1]",
    "[^1]: x",
    ":smile:",
    ":octicons-x-16:",
    '--8<-- "x"',
    "(c)",
    "(tm)",
    "1/2",
    "$x$",
    "$$",
    "[[x]]",
    "[ ]",
    "[=50%]",
    "\\",
    "\\*",
    "\n",
    "\r",
    "\r\n",
    "\n\n",
    " ",
    "\0",
    "\x02",
    "\x03",
    "\x02klzzwxh:0001\x03",
    "\x1b[31m",
    "\x7f",
    "\x85",
    "\u200b",
    "\u202e",
    "\u2066",
    "\u2028",
    "\u2029",
    "\ufeff",
    "\ufffe",
    "\uffff",
    "\U0001f600",
    "إيران",
    "a",
)
HOSTILE = st.one_of(st.text(), st.lists(st.sampled_from(MARKS), max_size=12).map("".join))
SOME_TEXT = HOSTILE.filter(lambda text: bool(text.strip()))

PYMDOWN = ("betterem", "blocks.admonition", "blocks.details", "blocks.html", "caret", "critic", "details", "emoji")
PYMDOWN_MORE = ("escapeall", "keys", "magiclink", "mark", "progressbar", "saneheaders", "smartsymbols", "snippets")
PYMDOWN_CODE = ("arithmatex", "highlight", "inlinehilite", "superfences", "tabbed", "tasklist", "tilde")
MANY: dict[str, tuple[list[str], dict[str, dict[str, Any]]]] = {
    "plain": ([], {}),
    "python-markdown": (
        ["extra", "admonition", "codehilite", "legacy_attrs", "nl2br", "sane_lists", "smarty", "toc", "wikilinks"],
        {},
    ),
    "pymdown": (
        ["attr_list", "md_in_html", "tables", "toc", *(f"pymdownx.{name}" for name in PYMDOWN + PYMDOWN_MORE)]
        + [f"pymdownx.{name}" for name in PYMDOWN_CODE],
        # "1st" would become an ordinal; letters and digits cannot be kept from it.
        {"pymdownx.smartsymbols": {"ordinal_numbers": False}, "pymdownx.magiclink": {"repo_url_shorthand": True}},
    ),
}


@cache
def our_extensions() -> tuple[list[str], dict[str, dict[str, Any]]]:
    config = read_config(ROOT / "mkdocs.yml")
    return list(config.markdown_extensions), config.mdx_configs


def to_html(text: str, dialect: str) -> Node:
    names, configs = our_extensions() if dialect == "ours" else MANY[dialect]
    return read(markdown.markdown(text, extensions=names, extension_configs=configs))


def page(text: str) -> str:
    """Return a page as the templates make one: headings with and without an id, and a block."""
    attribute = escaping.html(text)
    block = escaping.block(f'<div class="dl-x">\n<p title="{attribute}">{attribute}</p>\n</div>')
    heading = escaping.markdown(text)
    return f"# {heading}\n\n{block}\n\n## {heading} {{: #own }}\n\n### a {heading} b\n"


def without_permalink(heading: Node) -> str:
    return "".join(
        child if isinstance(child, str) else without_permalink(child)
        for child in heading.children
        if isinstance(child, str) or child.get("class") != "headerlink"
    )


DIALECTS = pytest.mark.parametrize("dialect", ["ours", *MANY])


@DIALECTS
@given(text=SOME_TEXT)
@example(text="".join(MARKS))
@example(text="\n".join(MARKS))
def test_text_reads_as_typed_on_a_page_in_every_dialect(dialect: str, text: str) -> None:
    html = to_html(page(text), dialect)
    paragraph = html.element("p")
    assert paragraph.text == text.replace("\0", "\ufffd")
    if dialect != "plain":  # without attr_list, the heading's id is text
        assert [folded(without_permalink(html.element(level))) for level in ("h1", "h2")] == [folded(text)] * 2
    assert folded(without_permalink(html.element("h3"))) == folded(f"a {text} b")


@DIALECTS
@given(text=SOME_TEXT)
@example(text="".join(MARKS))
@example(text="\n".join(MARKS))
def test_text_adds_no_element_and_no_attribute_in_any_dialect(dialect: str, text: str) -> None:
    assert skeleton(to_html(page(text), dialect)) == skeleton(to_html(page("plain"), dialect))


@given(text=HOSTILE, is_page=st.booleans())
@example(text="".join(MARKS), is_page=False)
def test_code_reads_as_typed_and_adds_no_element(text: str, is_page: bool) -> None:  # noqa: FBT001 - of hypothesis
    code = escaping.preformatted(text, is_page=is_page)
    element = read(f"<pre>.{code}</pre>").element()
    assert element.text == "." + text.replace("\0", "\ufffd")
    assert element.children == [element.text]
    assert not is_page or not set(code) & set("<>{}\n\r\t\x02\x03\u2028\u2029")


@given(text=HOSTILE)
def test_text_reads_as_typed_in_an_attribute(text: str) -> None:
    element = read(f'<a title="{escaping.html(text)}" class="x">y</a>').element()
    assert element.attributes == {"title": text.replace("\0", "\ufffd"), "class": "x"}


@given(text=HOSTILE)
@example(text="".join(MARKS))
def test_escaped_text_has_no_character_that_any_markup_or_template_language_obeys(text: str) -> None:
    html, heading = escaping.html(text), escaping.markdown(text)
    assert not set(html) & set("<>\"'{}\n\r\t\x02\x03\u2028\u2029")
    assert not set(heading) & set("<>\"'{}[]*_`~^=+|!:\\$@\n\r\t\x02\x03\u2028\u2029")


@given(text=HOSTILE)
@example(text="".join(MARKS))
def test_front_matter_is_one_title_for_mkdocs_and_for_other_tools(text: str) -> None:
    head = f"---\ntitle: {escaping.front_matter(text)}\nhide: [navigation]\n---\n\n# x\n"
    body, for_mkdocs = meta.get_data(head)
    for_others = frontmatter.loads(head)
    assert for_mkdocs == {"title": str(escaping.html(text)), "hide": ["navigation"]} == for_others.metadata
    assert body.strip() == for_others.content.strip() == "# x"


@given(text=HOSTILE)
@example(text="".join(MARKS))
def test_front_matter_makes_a_title_element_and_a_description_that_read_as_typed(text: str) -> None:
    title = meta.get_data(f"---\ntitle: {escaping.front_matter(text)}\n---\n")[1]["title"]
    head = read(f'<head><title>{title} - x</title><meta name="description" content="{title}"></head>')
    assert [node.tag for node in head.elements()] == ["head", "title", "meta"]
    assert head.element("title").text == text.replace("\0", "\ufffd") + " - x"
    assert head.element("meta").attributes == {"name": "description", "content": text.replace("\0", "\ufffd")}


@dataclass(frozen=True)
class Shown:
    """A page that shows a text."""

    template: ClassVar[str] = "x"
    address: ClassVar[str] = "x/"
    title: ClassVar[str] = "X"
    edit_path: ClassVar[None] = None
    text: str


def test_a_template_escapes_whatever_it_prints_without_being_told(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    source = (
        "# {{ view.text | md }}\n\n{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}{% filter block %}\n"
        '<div>\n<p class="{{ view.text }}">{{ view.text }}</p>\n{{ m(view.text) }}\n<b>{{ "x " ~ view.text }}</b>\n'
        '<u>{{ [view.text, view.text] | join("; ") }}</u>\n</div>\n'
        "{% endfilter %}"
    )
    (tmp_path / "pages" / "x.md.j2").write_text(source, encoding="utf-8")
    hostile = "".join(MARKS)
    made = Renderer(tmp_path, small_edition()).page(Shown(hostile))
    html = to_html(str(made.content), "ours")
    shown = hostile.replace("\0", "\ufffd")
    assert [node.text for node in html.elements() if node.tag in {"p", "i", "b", "u"}] == [
        shown,
        shown,
        f"x {shown}",
        f"{shown}; {shown}",
    ]
    assert html.element("p")["class"] == shown


def test_every_template_escapes_by_default() -> None:
    environment: Environment = Renderer(ROOT / "templates", small_edition()).environment
    assert environment.autoescape is True
    for template in (ROOT / "templates").rglob("*.j2"):
        assert list(unescaped(environment, template.read_text(encoding="utf-8"))) == [], template


@pytest.mark.parametrize(
    "template, lines",
    [
        ("{% trans i='<i>' | safe %}{{ i }}x{% endtrans %}", []),
        ("{{ ('<a href=\"%s\">' | safe) % address }}", []),
        ("\n{{ name | safe }}", [2]),
        ("{{ ('<b>' ~ name) | safe }}", [1]),
        ("{{ name | upper | safe }}", [1]),
        ("{% trans b=name | safe %}{{ b }}x{% endtrans %}", [1]),
        ("{% filter safe %}{{ name }}{% endfilter %}", [1]),
        ("{{ names | map('safe') | join }}", [1]),
        ("{% autoescape false %}{{ name }}{% endautoescape %}", [1]),
    ],
)
def test_only_a_tag_that_a_template_spells_out_is_taken_as_safe(template: str, lines: list[int]) -> None:
    environment = Renderer(ROOT / "templates", small_edition()).environment
    assert list(unescaped(environment, template)) == lines


def unescaped(environment: Environment, template: str) -> Iterator[int]:
    """Yield the lines where a template would print unescaped what it does not spell out itself."""
    tree = environment.parse(template)
    for scope in tree.find_all(nodes.ScopedEvalContextModifier):
        yield scope.lineno
    for one in tree.find_all(nodes.Filter):
        named = [each.value for each in one.args if isinstance(each, nodes.Const)]
        if "safe" in named or (one.name == "safe" and not isinstance(one.node, nodes.Const)):
            yield one.lineno


@given(text=SOME_TEXT)
@example(text="".join(MARKS))
def test_json_holds_the_very_characters(text: str) -> None:
    exported = json.loads("".join(chronology_json(titled(text))))
    assert exported["title"] == text


@given(text=SOME_TEXT)
@example(text="".join(MARKS))
def test_the_feed_is_xml_that_holds_every_character_that_xml_can_hold(text: str) -> None:
    root = ET.fromstring(changes_feed(titled(text)))  # noqa: S314 - our own
    readable = re.sub("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)
    title = root.findtext("{http://www.w3.org/2005/Atom}title")
    assert (title or "").split() == f"{readable}: changes".split()
    assert len(list(root)) == len(list(ET.fromstring(changes_feed(titled("plain")))))  # noqa: S314 - our own


@given(text=HOSTILE)
def test_markup_is_passed_on_and_nothing_else(text: str) -> None:
    assert escaping.finalize(Markup("<b>")) == "<b>"
    assert escaping.finalize(text) == escaping.html(text)


@given(text=HOSTILE)
def test_a_text_is_escaped_character_by_character(text: str) -> None:
    assert escaping.html(text) == "".join(map(escaping.html, text))


@given(text=HOSTILE)
def test_what_a_template_prints_is_finalized_and_escaped_as_jinja_does_it(text: str) -> None:
    for value in (text, Markup("<b>"), len(text), None, Standing.CONTESTED):
        assert escaping.printed(value) == escape(escaping.finalize(value))


@pytest.mark.browser
def test_a_browser_reads_every_character_below_u3000_as_it_was_typed(browser: Browser) -> None:
    # A browser takes NUL for U+FFFD, and CR and the C1 controls as they are.
    codes = [*list(range(12288)), 65279, 65533, 65534, 65535, 128512, 1114111]
    cells = "".join(f'<i title="{escaping.html(chr(code))}">{escaping.html(chr(code))}</i>' for code in codes)
    html = f'<!doctype html><html lang="x"><meta charset="utf-8"><body>{cells}</body></html>'
    with browser.new_page() as tab:
        tab.set_content(html)
        shown = tab.evaluate("[...document.querySelectorAll('i')].map(i => [i.textContent, i.title])")
    typed = [chr(code or 0xFFFD) for code in codes]
    assert [list(pair) for pair in shown] == [[character, character] for character in typed]


@cache
def small_edition() -> Edition:
    corpus, problems = loading.load(CASES / "small" / "content", CASES / "small")
    assert problems == []
    return Edition(link(corpus, drafts=False))


def titled(text: str) -> Edition:
    """Return the small edition with `text` as its title, unchecked: escaping must not rely on the check."""
    graph = copy.copy(small_edition().chronology)
    masthead = copy.copy(graph.masthead)
    object.__setattr__(masthead, "title", text)
    object.__setattr__(graph, "masthead", masthead)
    return Edition(graph)

"""What is left out of pages changes nothing: by the parser of the standard, each has the tree that it had."""

import re
from pathlib import Path
from xml.etree.ElementTree import Element

import html5rdf  # type: ignore[import-untyped]  # comes with rdflib
import material  # type: ignore[import-untyped]
import pytest
from dateline.ground import escaping
from dateline.pages.rendering import bare_attributes, pages
from dateline.pages.rendering.bare_attributes import BareAttributes
from dateline.pages.rendering.end_tags import tight, without_end_tags
from dateline.site.compiling import compile_site
from dateline.site.frames import undone
from dateline.site.settings import Settings
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from markdown import Markdown
from projects import CASES, ROOT

_TEMPLATES = sorted(
    path
    for folder in (ROOT / "templates", Path(material.__file__).parent / "templates")
    for path in folder.rglob("*")
    if path.name.endswith((".html", ".html.j2", ".md.j2")) and "node_modules" not in path.parts
)
_JINJA = re.compile(r"(?:\s+(?=\{[{%#]-))?(?:\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})(?:(?<=-[}%#]\})\s+)?", re.DOTALL)
_HOSTILE = (
    "<",
    ">",
    '"',
    "'",
    "=",
    "`",
    "&",
    "</li>",
    "<li>",
    "</td><td>",
    "</dd>",
    "\n",
    " ",
    "a",
    "<pre>",
    "&#10;",
    "{",
)


def tree(html: str) -> list[object]:
    """Return elements with their attributes and texts, in order, white space folded as a browser folds it."""
    found: list[object] = []

    def told(element: Element) -> None:
        found.append((element.tag, sorted(element.attrib.items())))
        say(element.text)
        for child in element:
            told(child)
            say(child.tail)
        found.append(f"/{element.tag}")

    def say(text: str | None) -> None:
        if text and text.strip():
            found.append(" ".join(text.split()))

    told(html5rdf.parse(html, treebuilder="etree", namespaceHTMLElements=False))
    return found


_text = st.lists(st.sampled_from(_HOSTILE), max_size=4).map(lambda parts: str(escaping.html("".join(parts))))
_gap = st.sampled_from(["", "\n", " "])


def _items(tag: str, item: str, inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    one = st.builds(lambda text, after: f"<{item}>{text}</{item}>{after}", inner, _gap)
    return st.lists(one, max_size=3).map(lambda items: f"<{tag}>{''.join(items)}</{tag}>")


def _nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    terms = st.builds(
        lambda name, gap, text, after: f"<dt>{name}</dt>{gap}<dd>{text}</dd>{after}", _text, _gap, inner, _gap
    )
    rows = st.builds(lambda head, gap, cell: f"<tr><th>{head}</th>{gap}<td>{cell}</td></tr>{gap}", _text, _gap, inner)
    return st.one_of(
        _items("ul", "li", inner),
        _items("ol", "li", inner),
        st.lists(terms, max_size=2).map(lambda found: f"<dl>{''.join(found)}</dl>"),
        st.lists(rows, max_size=2).map(lambda found: f"<table><tbody>{''.join(found)}</tbody></table>"),
        st.builds(lambda one, other: f"<p>{one}</p>\n<div>{other}</div>", _text, inner),
    )


@given(st.recursive(_text, _nested, max_leaves=8))
def test_no_end_tag_that_is_left_out_moves_what_stands_behind_it(html: str) -> None:
    assert tree(without_end_tags(html)) == tree(html)
    assert tree(tight(html)) == tree(html)


@pytest.mark.parametrize("path", _TEMPLATES, ids=lambda path: "/".join(path.parts[-3:]))
def test_no_quotes_that_are_left_out_change_an_attribute_of_a_template(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    bare = BareAttributes(Environment(autoescape=True)).preprocess(text, path.name)
    assert tree(_JINJA.sub("", bare)) == tree(_JINJA.sub("", text))


def test_a_chronology_of_hostile_texts_has_the_same_trees_with_and_without_what_is_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings = Settings.of(CASES / "hostile", templates=ROOT / "templates").plainly()

    def trees(undo: bool) -> dict[str, list[object]]:  # noqa: FBT001 - one of two
        markdown = Markdown(extensions=["attr_list", "toc"])
        found = {}
        for page in compile_site(settings).pages:
            if page.path.endswith(".md"):
                html = markdown.reset().convert(str(page.content).split("\n---\n", 1)[1])
                found[page.path] = tree(undone(html) if undo else html)
            elif page.path.endswith(".html"):
                found[page.path] = tree(str(page.content))
        return found

    lean = trees(undo=True)
    assert len(lean) > 40
    monkeypatch.setattr(pages, "tight", lambda html: html)
    monkeypatch.setattr(bare_attributes, "_QUOTED", re.compile("(?!)"))
    assert trees(undo=False) == lean

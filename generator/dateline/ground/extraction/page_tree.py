"""A page as a tree, and which of its words somebody sees who opens it in a browser.

What style sheets and scripts hide is not known here: no style is computed, no script runs.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final, TypeAlias

from dateline.ground.extraction.articles import TooDeepError

Element: TypeAlias = Any
"""An element of lxml, which does not tell its types."""

BLOCK_TAGS: Final = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div"}
    | {"dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"}
    | {"hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary"}
    | {"table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "listing", "xmp", "plaintext", "optgroup", "option"}
    | {"amp-accordion", "amp-ad", "amp-consent", "amp-sidebar", "amp-carousel", "amp-story-page"}
)
"""What begins and ends a block."""
APART_TAGS: Final = frozenset({"button", "select", "textarea", "svg", "marquee", "meter", "progress"})
"""What stands within a line, and is no part of its sentence."""
HEADING_TAGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NEVER_SHOWN: Final = frozenset(
    {"script", "style", "noscript", "template", "head", "title", "meta", "link", "iframe", "object", "audio", "video"}
    | {"canvas", "datalist", "noembed", "noframes", "param", "source", "track", "frameset", "area"}
)
_HIDING: Final = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b", re.IGNORECASE)
_DECLARATION: Final = re.compile(r"\A\s*<\?xml\b[^>]*\?>", re.IGNORECASE)
_WORDS_OF_A_BLOCK: Final = 12
_TOO_DEEP: Final = "Excessive depth"


def tree_of(text: str) -> Element | None:
    """Return the root of a page, or None where there is nothing on it."""
    from lxml import html  # type: ignore[import-untyped]  # noqa: PLC0415 - it comes with trafilatura, of an extra

    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    source = _DECLARATION.sub("", text.replace("\0", "")).encode("utf-8", "replace")
    if not source.strip():
        return None
    try:
        root = html.document_fromstring(source, parser=parser)
    except html.etree.ParserError:  # nothing but a comment, say
        return None
    if any(_TOO_DEEP in entry.message for entry in parser.error_log):
        raise TooDeepError
    return root


def tag_of(element: Element) -> str:
    """Return the tag of an element in small letters; empty for what is none."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def is_block(element: Element, tag: str) -> bool:
    """Return whether an element begins and ends a block; one of the page's own making, if it holds some words."""
    return tag in BLOCK_TAGS or ("-" in tag and len(element.text_content().split()) >= _WORDS_OF_A_BLOCK)


def is_hidden(element: Element) -> bool:
    """Return whether a browser shows nothing of an element, by its tag or attributes."""
    tag = tag_of(element)
    if tag in _NEVER_SHOWN or not tag:
        return True
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return True
    if tag == "dialog" and element.get("open") is None:
        return True
    return _HIDING.search(element.get("style") or "") is not None


def steps(root: Element) -> Iterator[tuple[str, Element]]:
    """Yield ("start", element) and ("end", element) for a tree of any depth, in the order of the document."""
    from lxml import etree  # noqa: PLC0415 - as above

    yield from etree.iterwalk(root, events=("start", "end"))


def visible_words(root: Element) -> "Counter[str]":
    """Return every word that a page shows, and how often: what the blocks of any reading must add up to.

    It is kept apart from the making of blocks, and as plain as can be, so that it can call them to account.
    """
    parts: list[str] = []
    hidden_since: Element | None = None
    for event, element in steps(root):
        tag = tag_of(element)
        if event == "start" and hidden_since is None and is_hidden(element):
            hidden_since = element
        if hidden_since is None:
            parts.append(" " if tag == "br" or tag in APART_TAGS or is_block(element, tag) else "")
            parts.append((element.text or "") if event == "start" else "")
        if hidden_since is element and event == "end":
            hidden_since = None
        if event == "end" and hidden_since is None and element is not root:
            parts.append(element.tail or "")
    return Counter("".join(parts).split())

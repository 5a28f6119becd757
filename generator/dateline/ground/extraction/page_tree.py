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
    {"script", "style", "noscript", "template", "head", "title", "meta", "link", "iframe", "audio", "video"}
    | {"canvas", "datalist", "noembed", "noframes", "param", "source", "track", "frameset", "area"}
)
HIDDEN: Final = "hidden by the page"
_INSTEAD: Final = {
    **dict.fromkeys(("noscript", "noframes", "noembed"), "for browsers without scripts or frames"),
    **dict.fromkeys(("iframe", "audio", "video", "canvas"), "in place of a frame, recording or drawing"),
    **dict.fromkeys(("template", "datalist"), "a template, or a list to choose from"),
}
"""Why a browser shows nothing of what has words; of a style sheet or a script there is nothing to show."""
_DECLARED: Final = re.compile(
    r"(?:^|;)\s*+(display|visibility)\s*+:\s*+([a-z-]++(?: ++[a-z-]++)*+)\s*+(!\s*+important)?\s*+(?=;|$)",
    re.IGNORECASE,
)
"""No space may go to two of its parts, else a style of a thousand spaces takes years."""
_NO_DECLARATION: Final = re.compile(r"/\*.*?\*/|\"[^\"]*\"|'[^']*'|\([^()]*\)", re.DOTALL)
"""Comments, texts and addresses in a style, in which anything may stand."""
_INLINE: Final = frozenset({"inline", "contents", "ruby", "none", "initial", "unset", "revert", "inherit"})
_DECLARATION: Final = re.compile(r"\A\s*<\?xml\b[^>]*\?>", re.IGNORECASE)
_ENDS_OF_THE_PAGE: Final = re.compile(r"</(?:body|html)\b[^>]*>", re.IGNORECASE)
"""The parser reads nothing behind them; a browser does, and shows it."""
_WORDS_OF_A_BLOCK: Final = 12
_FRAME: Final = "page-in-a-frame"
_FRAMES_WITHIN: Final = 3
_HOLDS_VISIBLE: Final = "{dateline}holds-visible"
"""An attribute of ours, which no page can have: those of HTML are in no namespace."""
_FIELDS: Final = frozenset({"submit", "button", "reset", "text", "search", "email", "url", "tel", "number"})
_TOO_DEEP: Final = "Excessive depth"


def tree_of(text: str, depth: int = 0) -> Element | None:
    """Return the root of a page, with the pages that its frames hold in it, or None where there is nothing on it."""
    from lxml import html  # type: ignore[import-untyped]  # noqa: PLC0415 - it comes with trafilatura, of an extra

    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    source = _ENDS_OF_THE_PAGE.sub("", _DECLARATION.sub("", text.replace("\0", ""))).encode("utf-8", "replace")
    if not source.strip():
        return None
    try:
        root = html.document_fromstring(source, parser=parser)
    except html.etree.ParserError:  # nothing but a comment, say
        return None
    if any(_TOO_DEEP in entry.message for entry in parser.error_log):
        raise TooDeepError
    _show_frames(root, depth)
    _show_fields(root)
    _mark_visible(root)
    return root


def _mark_visible(root: Element) -> None:
    """Mark what something lies in that says it is visible: looked for below each element, it would take hours."""
    for entry in root.iter("*"):
        if entry.get("style") and _style_of(entry).get("visibility") == "visible":
            for above in entry.iterancestors():
                if above.get(_HOLDS_VISIBLE) is not None:
                    break
                above.set(_HOLDS_VISIBLE, "")


def _show_frames(root: Element, depth: int) -> None:
    """Put the page that a frame carries with it (srcdoc, as saved pages have it) in the frame's place."""
    for frame in list(root.iter("iframe")) if depth < _FRAMES_WITHIN else ():
        said = frame.get("srcdoc")
        inner = tree_of(said, depth + 1) if said else None
        if inner is not None:
            inner.tag = "div"  # a frame is not shown; what is in it is
            frame.tag, frame.text = _FRAME, None
            frame[:] = [inner]


def _show_fields(root: Element) -> None:
    """Put the words of buttons and fields, which stand in attributes, where words are looked for."""
    for entry in list(root.iter("input")):
        said = entry.get("value") or entry.get("placeholder")
        if said and (entry.get("type") or "text").lower() in _FIELDS:
            entry.tag, entry.text = "button", said


def tag_of(element: Element) -> str:
    """Return the tag of an element in small letters; empty for what is none."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def is_block(element: Element, tag: str) -> bool:
    """Return whether an element begins and ends a block; one of the page's own making, if it holds some words."""
    if tag in BLOCK_TAGS or tag == _FRAME:
        return True
    if "-" in tag and len(element.text_content().split()) >= _WORDS_OF_A_BLOCK:
        return True
    shown_as = _style_of(element).get("display", "inline")
    return shown_as not in _INLINE and not shown_as.startswith("inline")


def is_hidden(element: Element) -> bool:
    """Return whether a browser shows nothing of an element, by its tag, attributes or own style."""
    return hidden_because(element) is not None


def hidden_because(element: Element) -> str | None:
    """Return why a browser shows nothing of an element; None where it shows it, empty where there is nothing to show.

    What is invisible may hold what is not: then it counts as shown.
    """
    tag = tag_of(element)
    if tag in _NEVER_SHOWN or not tag:
        is_shown = tag == "template" and element.get("shadowrootmode") in {"open", "closed"}  # in its host
        return None if is_shown else _INSTEAD.get(tag, "")
    if tag in {"desc", "metadata"} and next(element.iterancestors("svg"), None) is not None:
        return ""
    style = _style_of(element)
    is_off = element.get("hidden") is not None and element.get("hidden") != "until-found"
    if is_off or (tag == "dialog" and element.get("open") is None) or style.get("display") == "none":
        return HIDDEN
    if style.get("visibility") in {"hidden", "collapse"}:
        return None if element.get(_HOLDS_VISIBLE) is not None else HIDDEN
    return None


def _style_of(element: Element) -> dict[str, str]:
    """Return what an element's own style says of its being shown: the last word counts, an important one more."""
    said = element.get("style")
    found: dict[str, str] = {}
    if not said:
        return found
    important: set[str] = set()
    for key, value, weight in _DECLARED.findall(_NO_DECLARATION.sub("", said)):
        name = key.lower()
        if weight or name not in important:
            found[name] = value.lower()
            important |= {name} if weight else set()
    return found


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

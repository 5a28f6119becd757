"""What trafilatura takes for the article of a page, and what it finds said about it.

It looks for the article among all that is around it, and leaves out what it must (a first line before a break, a
table, an embedded post): its opinion is asked, and never the last word.  Its two readings of a page stay as they
were, for the records that were made by them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

_Element: TypeAlias = Any
"""An element of lxml, or what trafilatura makes of a page: neither tells its types."""
_BREAKS: Final = re.compile(r"(?:<br\s*/?>\s*){2,}", re.IGNORECASE)
_NOT_TEXT: Final = frozenset({"script", "style", "noscript", "template", "svg", "head", "button", "select", "textarea"})
_BLOCK_TAGS: Final = frozenset(
    {"address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt", "figcaption", "figure"}
    | {"footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "html", "li", "main", "nav", "ol", "p", "pre"}
    | {"section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
_ITEM_TAGS: Final = frozenset({"p", "item", "quote", "ab", "code"})
_MOST_TAGS: Final = 50_000
_LANGUAGE: Final = re.compile(r"<html\b[^>]*?\blang\s*=\s*[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """What the extractor takes for the article: its paragraphs, headings left out, and what the page declares."""

    paragraphs: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    title: str | None = None
    site: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None


def extracted(text: str) -> Extracted:
    """Return what the extractor makes of a page; of one in which it finds nothing, only the language."""
    import trafilatura  # noqa: PLC0415 - of an extra

    language = _LANGUAGE.search(text[:8192])
    found: _Element = trafilatura.bare_extraction(
        _BREAKS.sub("</p><p>", text),
        include_comments=False,
        include_tables=False,
        fast=text.count("<") > _MOST_TAGS,  # its further opinions take time that grows with the square of a page
        favor_recall=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None:
        return Extracted(language=language[1] if language else None)
    blocks = list(_blocks_of_body(found.body))
    return Extracted(
        paragraphs=tuple(block for block, is_heading in blocks if not is_heading),
        headings=tuple(block for block, is_heading in blocks if is_heading),
        title=found.title,
        site=found.sitename,
        published=found.date,
        url=found.url,
        language=language[1] if language else None,
    )


def _blocks_of_body(body: _Element) -> Iterator[tuple[str, bool]]:
    for element in body.iterchildren() if body is not None else ():
        if element.tag == "head":
            yield from _block(element, is_heading=True)
        elif any(child.tag in _ITEM_TAGS for child in element.iterchildren()):
            yield from _blocks_of_body(element)
        else:
            yield from _block(element)


def _block(element: _Element, *, is_heading: bool = False) -> Iterator[tuple[str, bool]]:
    text = _text_of(element)
    if text:
        yield text, is_heading


def _text_of(element: _Element) -> str:
    """Return the text of an element on one line; a line break in it is white space."""
    parts = (part for node in element.iter() for part in _parts_of(node, is_root=node is element))
    return " ".join("".join(parts).split())


def _parts_of(node: _Element, *, is_root: bool) -> Iterator[str]:
    if isinstance(node.tag, str):
        yield " " if node.tag in {"lb", "br"} else node.text or ""
    if not is_root:
        yield node.tail or ""


def every_block(text: str) -> Iterator[str]:
    """Yield the text of every block of a page, navigation and all."""
    from trafilatura.utils import load_html  # noqa: PLC0415 - of an extra

    root: _Element = load_html(_BREAKS.sub("</p><p>", text))
    for element in root.iter() if root is not None else ():
        if element.tag not in _BLOCK_TAGS or any(above.tag in _NOT_TEXT for above in element.iterancestors()):
            continue
        block = " ".join("".join(_own_text(element)).split())
        if block:
            yield block


def _own_text(element: _Element) -> Iterator[str]:
    """Yield the text of a block that does not belong to a block within it."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _BLOCK_TAGS | _NOT_TEXT:
            yield from (" ",) if child.tag == "br" else _own_text(child)
        yield child.tail or ""

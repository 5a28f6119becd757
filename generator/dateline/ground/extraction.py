"""Articles as blocks of text, from plain text, Markdown or HTML.

A block is what may turn out to be a paragraph: in text it ends at a blank line, in
Markdown and HTML where the markup says so.  Headings are blocks too, marked as such.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.token import Token

from dateline.ground.provenance import paragraphs

_Element: TypeAlias = Any
"""An element of lxml, or what trafilatura makes of a page: neither tells its types."""
LARGEST: Final = 8 * 1024 * 1024
"""The size in bytes beyond which nothing is taken for an article."""
KNOWN_SUFFIXES: Final = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"})

_HTML: Final = re.compile(r"<(?:!doctype\s+html|html|head|body|article|p|div)\b[^>]*>", re.IGNORECASE)
_MARKDOWN: Final = re.compile(r"^#{1,6} \S|\]\(https?://|^---\n", re.MULTILINE)
_FRONT_MATTER: Final = re.compile(r"---[^\S\n]*\n(?P<head>.*?\n)---[^\S\n]*(?:\n|$)", re.DOTALL)
_FRONT_KEY: Final = re.compile(r"^(?P<key>[a-z_]+):[^\S\n]*(?P<value>\S.*?)[^\S\n]*$", re.MULTILINE)
_CHARSET: Final = re.compile(rb"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_BREAKS: Final = re.compile(r"(?:<br\s*/?>\s*){2,}", re.IGNORECASE)
_TAG: Final = re.compile(r"<[^>]*>")
_NOT_TEXT: Final = frozenset({"script", "style", "noscript", "template", "svg", "head", "button", "select", "textarea"})
_BLOCK_TAGS: Final = frozenset(
    {"address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt", "figcaption", "figure"}
    | {"footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "html", "li", "main", "nav", "ol", "p", "pre"}
    | {"section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
_ITEM_TAGS: Final = frozenset({"p", "item", "quote", "ab", "code"})


class TextForm(StrEnum):
    """How a text is written."""

    TEXT = "text"
    MARKDOWN = "Markdown"
    HTML = "HTML"


@dataclass(frozen=True, slots=True)
class Block:
    """A block of an article, and whether the markup says that it is a heading."""

    text: str
    is_heading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article as blocks, with what its page or front matter says about it."""

    form: TextForm
    blocks: tuple[Block, ...]
    title: str | None = None
    site: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None


def decoded(data: bytes, *, guess: bool = True) -> str:
    """Return the text of a file: UTF-8, else as its page declares, else (where guessing will do) what is likeliest.

    Raises ValueError where nothing but a guess is left, and `guess` is False.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        declared = _CHARSET.search(data[:4096])
    try:
        return data.decode(declared[1].decode("ascii") if declared else "utf-8")
    except (LookupError, UnicodeDecodeError):
        if not guess:
            raise ValueError("it is not in UTF-8, and declares no encoding that fits") from None
    from trafilatura.utils import decode_file  # noqa: PLC0415 - of an extra, which only reading articles needs

    return decode_file(data)


def form_of(text: str, suffix: str = "") -> TextForm:
    """Return how `text` is written, by its file's ending or, where there is none, by what it holds."""
    ending = suffix.lower()
    if ending in {".html", ".htm", ".xhtml"} or (not ending and _HTML.search(text[:4096])):
        return TextForm.HTML
    is_markdown = ending in {".md", ".markdown"} or (not ending and _MARKDOWN.search(text) is not None)
    return TextForm.MARKDOWN if is_markdown else TextForm.TEXT


def read_article(text: str, suffix: str = "") -> Article:
    """Return the article in `text`: of HTML, what the extractor takes for the article."""
    match form_of(text, suffix):
        case TextForm.HTML:
            return _from_html(text)
        case TextForm.MARKDOWN:
            return _from_markdown(text)
        case _:
            return Article(form=TextForm.TEXT, blocks=tuple(map(Block, paragraphs(text))))


def readings_of(text: str, suffix: str = "") -> list[list[str]]:
    """Return the ways to read a text as blocks, the likeliest first; headings are left out.

    An extractor may miss a paragraph, and a copy may set each paragraph on one line
    without blank lines between; the other readings are for these.
    """
    article = read_article(text, suffix)
    readings = [[block.text for block in article.blocks if not block.is_heading]]
    if article.form is TextForm.HTML:
        readings.append(list(_every_block(text)))
    elif any("\n" in block for block in readings[0]):
        readings.append([line.strip() for block in readings[0] for line in block.split("\n") if line.strip()])
    return [reading for reading in readings if reading]


# --- HTML ------------------------------------------------------------------------------------------------------------


def _from_html(text: str) -> Article:
    import trafilatura  # noqa: PLC0415 - of an extra

    found: _Element = trafilatura.bare_extraction(
        _BREAKS.sub("</p><p>", text),
        include_comments=False,
        include_tables=False,
        favor_recall=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None:
        return Article(form=TextForm.HTML, blocks=())
    return Article(
        form=TextForm.HTML,
        blocks=tuple(_blocks_of_body(found.body)),
        title=found.title,
        site=found.sitename,
        published=found.date,
        url=found.url,
        language=_declared_language(text),
    )


def _blocks_of_body(body: _Element) -> Iterator[Block]:
    for element in body.iterchildren() if body is not None else ():
        if element.tag == "head":
            yield from _block(element, is_heading=True)
        elif any(child.tag in _ITEM_TAGS for child in element.iterchildren()):
            yield from _blocks_of_body(element)
        else:
            yield from _block(element)


def _block(element: _Element, *, is_heading: bool = False) -> Iterator[Block]:
    text = _text_of(element)
    if text:
        yield Block(text, is_heading)


def _text_of(element: _Element) -> str:
    """Return the text of an element on one line; a line break in it is white space."""
    parts = (part for node in element.iter() for part in _parts_of(node, is_root=node is element))
    return " ".join("".join(parts).split())


def _parts_of(node: _Element, *, is_root: bool) -> Iterator[str]:
    if isinstance(node.tag, str):
        yield " " if node.tag in {"lb", "br"} else node.text or ""
    if not is_root:
        yield node.tail or ""


def _declared_language(text: str) -> str | None:
    tag = re.search(
        r"<html\b[^>]*?\blang\s*=\s*[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)", text[:8192], re.IGNORECASE
    )
    return tag[1] if tag else None


def _every_block(text: str) -> Iterator[str]:
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


# --- Markdown --------------------------------------------------------------------------------------------------------


def _from_markdown(text: str) -> Article:
    head = _FRONT_MATTER.match(text)
    said = {match["key"]: match["value"].strip("\"'") for match in _FRONT_KEY.finditer(head["head"])} if head else {}
    tokens = MarkdownIt("commonmark").parse(text[head.end() :] if head else text)
    return Article(
        form=TextForm.MARKDOWN,
        blocks=tuple(_blocks_of_tokens(tokens)),
        title=said.get("title"),
        site=said.get("sitename"),
        published=said.get("date"),
        url=said.get("url"),
        language=said.get("language"),
    )


def _blocks_of_tokens(tokens: list[Token]) -> Iterator[Block]:
    is_heading = False
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            is_heading = token.type == "heading_open"
        text = _text_of_token(token).strip()
        if text:
            yield Block(text, is_heading)


def _text_of_token(token: Token) -> str:
    if token.type == "inline":
        return "".join(map(_text_of_token, token.children or ()))
    if token.type in {"softbreak", "hardbreak"}:
        return "\n"
    if token.type in {"html_block", "html_inline"}:
        return _TAG.sub("", token.content)
    return token.content if token.type in {"text", "code_inline", "code_block", "fence"} else ""

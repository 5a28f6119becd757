"""Markdown as blocks: as the page that it makes, and, for records made before, token by token."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from dateline.ground.extraction.articles import Block

_FRONT_MATTER: Final = re.compile(r"---[^\S\n]*\n(?P<head>.*?\n)---[^\S\n]*(?:\n|$)", re.DOTALL)
_FRONT_KEY: Final = re.compile(r"^(?P<key>[a-z_]+):[^\S\n]*(?P<value>\S.*?)[^\S\n]*$", re.MULTILINE)
_OF_FRONT_MATTER: Final = re.compile(r"\s*(?:#.*|[A-Za-z_][\w .-]{0,40}:(?:\s.*)?|-\s.*|[ \t]+\S.*)?$")
"""A line of it: a comment, a key, an entry of a list, or what goes on from the line before."""
_TAG: Final = re.compile(r"<[^>]*>")


def front_matter(text: str) -> tuple[Mapping[str, str], str]:
    """Return what the front matter of a Markdown file says, and the text below it."""
    head = _FRONT_MATTER.match(text)
    if head is None or not all(map(_OF_FRONT_MATTER.match, head["head"].splitlines())):
        return {}, text  # a rule, with text below it
    said = {match["key"]: match["value"].strip("\"'") for match in _FRONT_KEY.finditer(head["head"])}
    return said, text[head.end() :]


def as_page(text: str) -> str:
    """Return the page that Markdown makes, its tables and raw HTML with it."""
    return str(MarkdownIt("commonmark").enable("table").render(text))


def blocks_by_token(text: str) -> Iterator[Block]:
    """Yield the blocks of Markdown without tables, as they were read before there were pages of it."""
    is_heading = False
    for token in MarkdownIt("commonmark").parse(text):
        if token.type in {"heading_open", "heading_close"}:
            is_heading = token.type == "heading_open"
        block = _text_of_token(token).strip()
        if block:
            yield Block(block, is_heading)


def _text_of_token(token: Token) -> str:
    if token.type == "inline":
        return "".join(map(_text_of_token, token.children or ()))
    if token.type in {"softbreak", "hardbreak"}:
        return "\n"
    if token.type in {"html_block", "html_inline"}:
        return _TAG.sub("", token.content)
    return token.content if token.type in {"text", "code_inline", "code_block", "fence"} else ""

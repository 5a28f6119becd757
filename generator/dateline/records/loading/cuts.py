"""Plain texts that YAML reads otherwise than they look: cut at a #, or with curly quotes that stay."""

# ruff: noqa: RUF001 - signs that look like others are what it is about

import re
from collections.abc import Iterator
from typing import Final

import yaml

from dateline.ground.problems import Code, Position, Problem
from dateline.ground.yamltree.scalars import quoted
from dateline.records.loading.cures import words_of
from dateline.records.loading.keyed_nodes import root_of, typed_nodes
from dateline.records.types.shapes import takes_text

_SUSPECT: Final = re.compile(r"[^\s#][ \t]#|:[ \t]+#|[“„”«»‹›‘‚’」』]")
_COMMENT: Final = re.compile(r"(?P<gap>[ \t]+)(?P<rest>#.*)")
_PAIRS: Final = {
    "“": "”",
    "„": "“”",
    "”": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "‘": "’",
    "‚": "‘’",
    "「": "」",
    "『": "』",
}
_MAX_SHOWN: Final = 120


def lost_or_kept(text: str, record_type: type, shown: str) -> Iterator[Problem]:
    """Yield each plain text of a record that ends at a #, or stands in curly quotes."""
    if not _SUSPECT.search(text):
        return
    lines = text.split("\n")
    for node, annotation in typed_nodes(root_of(text), record_type):
        if isinstance(node, yaml.ScalarNode) and not node.style and takes_text(annotation):
            yield from _cut(node, lines, shown)
            if not words_of(annotation):
                yield from _in_curly_quotes(node, shown)


def _cut(node: yaml.ScalarNode, lines: list[str], shown: str) -> Iterator[Problem]:
    start, end = node.start_mark, node.end_mark
    if end.line >= len(lines):
        return
    comment = _COMMENT.match(lines[end.line], end.column)
    if comment is None or not _is_text(node.value, comment["gap"], comment["rest"]):
        return
    here = Position(shown, end.line + 1, comment.start("rest") + 1)
    whole = lines[start.line][start.column :].strip() if start.line == end.line else ""
    written = f"write {quoted(whole)}" if whole and len(whole) <= _MAX_SHOWN else "put the whole text in quotes"
    message = "the text ends before this #: YAML takes the rest of the line as a comment"
    yield Problem(here, Code.TEXT_CUT, message, f"{written}; a comment has two spaces before its # and one after")


def _is_text(value: str, gap: str, rest: str) -> bool:
    """Return whether a comment looks like text: close to it, or a number or word right behind the #."""
    is_word = rest[1:2] not in {"", " ", "\t", "#", "!", "-", "="}
    return is_word if not value else is_word or gap == " "


def _in_curly_quotes(node: yaml.ScalarNode, shown: str) -> Iterator[Problem]:
    text = node.value
    inner = text[1:-1]
    closing = _PAIRS.get(text[:1], "")
    if len(text) < 3 or text[-1] not in closing or text[0] in inner or text[-1] in inner:  # noqa: PLR2004 - a sign between two
        return
    message = f"the quotes {text[0]} {text[-1]} are read as part of the text"
    hint = f"write {quoted(inner)}; where they belong to the text, {quoted(text)}"
    here = Position(shown, node.start_mark.line + 1, node.start_mark.column + 1)
    yield Problem(here, Code.CURLY_QUOTES, message, hint if len(text) <= _MAX_SHOWN else "type straight quotes")

"""Plain text as blocks: a block ends at a blank line, and its lines are either one paragraph or one each."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from dateline.ground.extraction.articles import Block
from dateline.ground.extraction.signs import BlockKind, Sign, is_prose
from dateline.ground.provenance import paragraphs

_LINES: Final = Sign(
    BlockKind.BODY, "lines without a blank one between them; if each is a paragraph, put one there", is_sure=False
)
_FEW: Final = 2
"""So many lines may all end with a sentence by chance."""


def blocks_of_text(text: str) -> list[Block]:
    """Return the blocks of a text."""
    return [block for paragraph in paragraphs(text) for block in _blocks_of(paragraph)]


def _blocks_of(paragraph: str) -> Iterator[Block]:
    lines = [line.strip() for line in paragraph.splitlines() if line.strip()]
    is_one = not all(map(is_prose, lines[:-1])) or (len(lines) <= _FEW and _is_wrapped(lines))
    if len(lines) == 1 or is_one:
        yield Block(paragraph)
    elif is_prose(lines[-1]):
        yield from map(Block, lines)
    else:
        yield Block(paragraph, by_markup=_LINES)


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Return whether lines end where the next word would not have fitted: then their ends mean nothing."""
    width = max(map(len, lines))
    return all(len(line) + 1 + len(following.split()[0]) > width for line, following in pairwise(lines))

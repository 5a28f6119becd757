"""Index files of Pagefind in smaller pieces, cut between words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.pages.search import cbor

_WORD: Final = cbor.ARRAY * 32 + 3
_NO_TEXTS: Final = re.compile(
    rb"(?:[\x00-\x17\x20-\x37\x80-\x97]|[\x18\x38\x98].|[\x19\x39\x99]..|[\x1a\x3a\x9a].{4}|[\x1b\x3b\x9b].{8})*+",
    re.DOTALL,
)
"""Numbers and the heads of lists."""
_PIECE: Final = 6_000
"""How many bytes are in a piece: a twelfth of Pagefind's, so that eight bundles cost about what one does."""


@dataclass(frozen=True, slots=True)
class IndexFile:
    """A file of an index: its first word, its last, and what is in it."""

    first: str
    last: str
    content: bytes


def split(index: bytes) -> list[IndexFile]:
    """Return the words of an index file, unpacked, in pieces of about `_PIECE` bytes.

    An index is a list of one list of words; a word is a list of three, its text first.
    Nothing else in it begins so, and only where words begin matters here.
    """
    words, at = cbor.length(index, 1)
    starts: list[int] = []
    texts: list[str] = []
    while at < len(index):
        skipped = _NO_TEXTS.match(index, at)
        text = skipped.end() if skipped else at
        if text == len(index):
            break
        found, at = cbor.decoded(index, text)
        if index[text - 1] == _WORD:
            starts.append(text - 1)
            texts.append(cbor.text(found))
    if index[0] != cbor.ARRAY * 32 + 1 or len(starts) != words:
        raise ValueError("Pagefind wrote an index of an unknown form")
    return list(_pieces(index, [*starts, len(index)], texts))


def _pieces(index: bytes, starts: list[int], texts: list[str]) -> Iterator[IndexFile]:
    first = 0
    for last, text in enumerate(texts):
        if starts[last + 1] - starts[first] >= _PIECE or last + 1 == len(texts):
            words = index[starts[first] : starts[last + 1]]
            head = cbor.start(cbor.ARRAY, 1) + cbor.start(cbor.ARRAY, last + 1 - first)
            yield IndexFile(texts[first], text, cbor.gzipped(head + words))
            first = last + 1

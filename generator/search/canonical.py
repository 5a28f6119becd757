"""A Pagefind bundle in one form: the same input gives the same bytes.

Pagefind 1.5 writes the values of a filter, and the list of filters, in the order of a
hash table, which differs from run to run, and names files by what is in them.  So the
filters are sorted and named anew here, and the index's head with them.  The files are
CBOR (RFC 8949) behind a signature, gzipped; only the types that Pagefind writes are read.
"""

import gzip
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

_SIGNATURE: Final = b"pagefind_dcd"
_ENTRY: Final = "pagefind-entry.json"
_UNSIGNED: Final = 0
_TEXT: Final = 3
_ARRAY: Final = 4
_NEGATIVE: Final = 1
_SIZES: Final = {24: 1, 25: 2, 26: 4, 27: 8}
_PAGES: Final = 1
_CHUNKS: Final = 2
"""Where the head lists the index's files, as triples of a first word, a last word and a name."""
_FILTERS: Final = 3
"""Where the head lists its filters, as pairs of a name and a file."""
_WORD: Final = _ARRAY * 32 + 3
_NO_TEXTS: Final = re.compile(
    rb"(?:[\x00-\x17\x20-\x37\x80-\x97]|[\x18\x38\x98].|[\x19\x39\x99]..|[\x1a\x3a\x9a].{4}|[\x1b\x3b\x9b].{8})*+",
    re.DOTALL,
)
"""Numbers and the heads of lists."""
_PIECE: Final = 9_000
"""How many bytes are in a piece: an eighth of what Pagefind puts together, so that eight bundles cost what one does."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A file of an index: its first word, its last, and what is in it."""

    first: str
    last: str
    content: bytes


def canonical(files: Mapping[str, bytes], *, is_split: bool = False) -> dict[str, bytes]:
    """Return a bundle's files, its filters sorted and every file that changed by this named anew.

    One of several bundles `is_split`: its index is in smaller files, since a browser loads
    one of each bundle for each word.
    """
    entry = json.loads(files[_ENTRY])
    rewritten = (".pf_filter", ".pf_meta", *([".pf_index"] if is_split else []))
    kept = {path: content for path, content in files.items() if not path.endswith(rewritten)}
    for language in sorted(entry["languages"]):
        about = entry["languages"][language]
        head = _read(files[f"pagefind.{about['hash']}.pf_meta"])
        for pair in head[_FILTERS]:
            name, values = _read(files[f"filter/{pair[1]}.pf_filter"])
            content = _packed([name, sorted(values)])
            pair[1] = f"{language}_{_hash(content)}"
            kept[f"filter/{pair[1]}.pf_filter"] = content
        head[_FILTERS].sort()
        if is_split:
            pieces = [piece for *_, name in head[_CHUNKS] for piece in split(_unpacked(files[_chunk_path(name)]))]
            names = [f"{language}_{_hash(piece.content)}" for piece in pieces]
            head[_CHUNKS] = [[piece.first, piece.last, name] for piece, name in zip(pieces, names, strict=True)]
            kept |= {_chunk_path(name): piece.content for piece, name in zip(pieces, names, strict=True)}
        content = _packed(head)
        about["hash"] = f"{language}_{_hash(content)}"
        kept[f"pagefind.{about['hash']}.pf_meta"] = content
    kept[_ENTRY] = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return dict(sorted(kept.items()))


def emptied(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return a bundle's files without its documents and words: the bundle of nothing."""
    entry = json.loads(files[_ENTRY])
    kept = {path: content for path, content in files.items() if not path.endswith((".pf_fragment", ".pf_index"))}
    for about in entry["languages"].values():
        path = f"pagefind.{about['hash']}.pf_meta"
        head = _read(files[path])
        head[_PAGES], head[_CHUNKS] = [], []
        kept[path] = _packed(head)
        about["page_count"] = 0
    kept[_ENTRY] = json.dumps(entry).encode()
    return kept


def split(index: bytes) -> list[Piece]:
    """Return the words of an index file, unpacked, in pieces of about `_PIECE` bytes.

    An index is a list of one list of words; a word is a list of three, its text first.
    Nothing else in it begins so, and only where words begin matters here.
    """
    words, at = _length(index, 1)
    starts, texts = [], []
    while at < len(index):
        skipped = _NO_TEXTS.match(index, at)
        text = skipped.end() if skipped else at
        if text == len(index):
            break
        found, at = _decoded(index, text)
        if index[text - 1] == _WORD:
            starts.append(text - 1)
            texts.append(found)
    if index[0] != _ARRAY * 32 + 1 or len(starts) != words:
        raise ValueError("Pagefind wrote an index of an unknown form")
    return list(_pieces(index, [*starts, len(index)], texts))


def _pieces(index: bytes, starts: list[int], texts: list[str]) -> Iterator[Piece]:
    first = 0
    for last, text in enumerate(texts):
        if starts[last + 1] - starts[first] >= _PIECE or last + 1 == len(texts):
            words = index[starts[first] : starts[last + 1]]
            head = _start(_ARRAY, 1) + _start(_ARRAY, last + 1 - first)
            yield Piece(texts[first], text, _gzipped(head + words))
            first = last + 1


def _length(data: bytes, at: int) -> tuple[int, int]:
    """Return the length of the array whose head is at `at`, and where its first value begins."""
    size = data[at] % 32
    width = _SIZES.get(size, 0)
    return (int.from_bytes(data[at + 1 : at + 1 + width], "big") if width else size), at + 1 + width


def _chunk_path(name: str) -> str:
    return f"index/{name}.pf_index"


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:10]


def _read(content: bytes) -> Any:
    return _decoded(_unpacked(content), 0)[0]


def _unpacked(content: bytes) -> bytes:
    return gzip.decompress(content)[len(_SIGNATURE) :]


def _packed(value: Any) -> bytes:
    out = bytearray()
    _encode(value, out)
    return _gzipped(bytes(out))


def _gzipped(content: bytes) -> bytes:
    return gzip.compress(_SIGNATURE + content, 9, mtime=0)


def _decoded(data: bytes, at: int) -> tuple[Any, int]:
    """Return the value that begins at `at`, and where the next begins."""
    kind, size = divmod(data[at], 32)
    at += 1
    if size in _SIZES:
        width = _SIZES[size]
        size = int.from_bytes(data[at : at + width], "big")
        at += width
    if kind in {_UNSIGNED, _NEGATIVE}:
        return (size if kind == _UNSIGNED else -1 - size), at
    if kind == _TEXT:
        return data[at : at + size].decode(), at + size
    if kind != _ARRAY:
        raise ValueError(f"Pagefind wrote a value of the unknown kind {kind}")
    values = []
    for _ in range(size):
        value, at = _decoded(data, at)
        values.append(value)
    return values, at


def _encode(value: Any, out: bytearray) -> None:
    if isinstance(value, int):
        out += _start(_UNSIGNED, value) if value >= 0 else _start(_NEGATIVE, -1 - value)
    elif isinstance(value, str):
        text = value.encode()
        out += _start(_TEXT, len(text)) + text
    else:
        out += _start(_ARRAY, len(value))
        for part in value:
            _encode(part, out)


def _start(kind: int, size: int) -> bytes:
    if size < min(_SIZES):
        return bytes([kind * 32 + size])
    code = next(code for code, width in _SIZES.items() if size < 256**width)
    return bytes([kind * 32 + code]) + size.to_bytes(_SIZES[code], "big")

"""A Pagefind bundle in one form: the same input gives the same bytes.

Pagefind 1.5 writes the values of a filter, and the list of filters, in the order of a
hash table, which differs from run to run, and names files by what is in them.  So the
filters are sorted and named anew here, and the index's head with them.  The files are
CBOR (RFC 8949) behind a signature, gzipped; only the types that Pagefind writes are read.
"""

import gzip
import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final

_SIGNATURE: Final = b"pagefind_dcd"
_ENTRY: Final = "pagefind-entry.json"
_UNSIGNED: Final = 0
_TEXT: Final = 3
_ARRAY: Final = 4
_NEGATIVE: Final = 1
_SIZES: Final = {24: 1, 25: 2, 26: 4, 27: 8}
_FILTERS: Final = 3
"""Where the head lists its filters, as pairs of a name and a file."""


def canonical(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return a bundle's files, its filters sorted and every file that changed by this named anew."""
    entry = json.loads(files[_ENTRY])
    kept = {path: content for path, content in files.items() if not path.endswith((".pf_filter", ".pf_meta"))}
    for language in sorted(entry["languages"]):
        about = entry["languages"][language]
        head = _read(files[f"pagefind.{about['hash']}.pf_meta"])
        for pair in head[_FILTERS]:
            name, values = _read(files[f"filter/{pair[1]}.pf_filter"])
            content = _packed([name, sorted(values)])
            pair[1] = f"{language}_{_hash(content)}"
            kept[f"filter/{pair[1]}.pf_filter"] = content
        head[_FILTERS].sort()
        content = _packed(head)
        about["hash"] = f"{language}_{_hash(content)}"
        kept[f"pagefind.{about['hash']}.pf_meta"] = content
    kept[_ENTRY] = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return dict(sorted(kept.items()))


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:10]


def _read(content: bytes) -> Any:
    return _decoded(gzip.decompress(content), len(_SIGNATURE))[0]


def _packed(value: Any) -> bytes:
    out = bytearray(_SIGNATURE)
    _encode(value, out)
    return gzip.compress(bytes(out), 9, mtime=0)


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

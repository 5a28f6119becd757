"""The form of Pagefind's files: CBOR (RFC 8949) behind a signature, gzipped; only the types that Pagefind writes."""

import gzip
from typing import Final, TypeAlias

Value: TypeAlias = "int | str | list[Value]"

_SIGNATURE: Final = b"pagefind_dcd"
_UNSIGNED: Final = 0
_TEXT: Final = 3
ARRAY: Final = 4
_NEGATIVE: Final = 1
_SIZES: Final = {24: 1, 25: 2, 26: 4, 27: 8}


def read(content: bytes) -> Value:
    """Return the value in a file."""
    return decoded(unpacked(content), 0)[0]


def array(value: Value) -> list[Value]:
    """Return a value that is an array; raises ValueError for any other."""
    if not isinstance(value, list):
        raise ValueError(f"Pagefind wrote {value!r:.40} in place of an array")  # noqa: TRY004 - of a file, not a type
    return value


def text(value: Value) -> str:
    """Return a value that is a text; raises ValueError for any other."""
    if not isinstance(value, str):
        raise ValueError(f"Pagefind wrote {value!r:.40} in place of a text")  # noqa: TRY004 - the same
    return value


def unpacked(content: bytes) -> bytes:
    """Return what is in a file, without its signature."""
    return gzip.decompress(content)[len(_SIGNATURE) :]


def packed(value: Value) -> bytes:
    """Return the file of a value: the same bytes for the same value."""
    out = bytearray()
    _encode(value, out)
    return gzipped(bytes(out))


def gzipped(content: bytes) -> bytes:
    """Return the file of what is encoded already."""
    return gzip.compress(_SIGNATURE + content, 9, mtime=0)


def decoded(data: bytes, at: int) -> tuple[Value, int]:
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
    if kind != ARRAY:
        raise ValueError(f"Pagefind wrote a value of the unknown kind {kind}")
    values: list[Value] = []
    for _ in range(size):
        value, at = decoded(data, at)
        values.append(value)
    return values, at


def _encode(value: Value, out: bytearray) -> None:
    if isinstance(value, int):
        out += start(_UNSIGNED, value) if value >= 0 else start(_NEGATIVE, -1 - value)
    elif isinstance(value, str):
        content = value.encode()
        out += start(_TEXT, len(content)) + content
    else:
        out += start(ARRAY, len(value))
        for part in value:
            _encode(part, out)


def start(kind: int, size: int) -> bytes:
    """Return the head of a value of this kind: a number, or the size of a text or an array."""
    if size < min(_SIZES):
        return bytes([kind * 32 + size])
    code = next(code for code, width in _SIZES.items() if size < 256**width)
    return bytes([kind * 32 + code]) + size.to_bytes(_SIZES[code], "big")


def length(data: bytes, at: int) -> tuple[int, int]:
    """Return the length of the array whose head is at `at`, and where its first value begins."""
    size = data[at] % 32
    width = _SIZES.get(size, 0)
    return (int.from_bytes(data[at + 1 : at + 1 + width], "big") if width else size), at + 1 + width

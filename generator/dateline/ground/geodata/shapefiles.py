"""Lines of ESRI shapefiles with their attributes, for making an extract.

Formats: ESRI Shapefile Technical Description (1998) and dBASE III.  Only what a map needs is
read: poly-lines and polygons, and text attributes.  Offsets are taken from the `.shx`, since
a `.shp` may have gaps.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dateline.ground import plainfiles
from dateline.ground.geodata.geojson import BadGeodataError, Flaw, Point

_HEADER: Final = 100
_DRAWN: Final = frozenset({3, 5, 13, 15, 23, 25})
"""Poly-lines and polygons, with or without heights and measures."""
_END_OF_FIELDS: Final = 0x0D
_FIELD: Final = 32
_LARGEST: Final = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Shape:
    """A record: its parts as lists of points, its attributes by name in lower case."""

    parts: tuple[tuple[Point, ...], ...]
    attributes: dict[str, str]


def shapes(path: Path) -> Iterator[Shape]:
    """Yield the records of a shapefile given by its `.shp`; raises BadGeodataError where it is none."""
    try:
        rows = list(_rows(_bytes(path, ".dbf"))) if path.with_suffix(".dbf").exists() else []
        geometry, index = _bytes(path, path.suffix), _bytes(path, ".shx")
        for number, start in enumerate(range(_HEADER, len(index), 8)):
            (offset,) = struct.unpack_from(">i", index, start)
            yield Shape(_parts(geometry, offset * 2), rows[number] if rows else {})
    except (struct.error, IndexError, OSError) as error:
        raise BadGeodataError(Flaw(f"{path.name} is no shapefile that can be read: {error}")) from error


def _bytes(path: Path, suffix: str) -> bytes:
    return plainfiles.read(path.with_suffix(suffix), _LARGEST)


def _parts(geometry: bytes, offset: int) -> tuple[tuple[Point, ...], ...]:
    (kind,) = struct.unpack_from("<i", geometry, offset + 8)
    if kind not in _DRAWN:
        return ()
    count, length = struct.unpack_from("<ii", geometry, offset + 44)
    starts = struct.unpack_from(f"<{count}i", geometry, offset + 52)
    numbers = struct.unpack_from(f"<{2 * length}d", geometry, offset + 52 + 4 * count)
    points = tuple(zip(numbers[::2], numbers[1::2], strict=True))
    return tuple(points[start:end] for start, end in zip(starts, (*starts[1:], length), strict=True))


def _rows(table: bytes) -> Iterator[dict[str, str]]:
    count, header, width = struct.unpack_from("<IHH", table, 4)
    fields: list[tuple[str, int]] = []
    at = _FIELD
    while table[at] != _END_OF_FIELDS:
        name = table[at : at + 11].split(b"\0")[0].decode("ascii", "replace").lower()
        fields.append((name, table[at + 16]))
        at += _FIELD
    for number in range(count):
        at = header + number * width + 1
        row: dict[str, str] = {}
        for name, length in fields:
            row[name] = table[at : at + length].decode("utf-8", "replace").replace("\0", " ").strip()
            at += length
        yield row

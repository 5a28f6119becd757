"""Records kept between runs, so that a file that says the same is neither parsed nor validated again; images too.

An entry stands under the file's path, with a digest of its bytes.  Only records without
any problem are kept.  Entries lie in some dozens of files, so that one edited record
rewrites a few per cent of them.
"""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from dateline.ground import caching
from dateline.ground.json_values import Json
from dateline.records.loading.codec import decode, encode
from dateline.records.types import Record

_BUCKETS: Final = 64
_IMAGE: Final = "image"


class CacheEntry(NamedTuple):
    """A record as it is kept."""

    digest: str
    """Of the file's bytes."""
    kind: str
    """The name of the record's type; that of an image is "image", and its values are numbers."""
    values: Json
    body: str
    """The text below the front matter."""
    body_line: int


_SHAPE: Final = (str, str, list, str, int)


@dataclass(frozen=True, slots=True)
class CachedRecord:
    """A record with the text below its front matter, and the line on which this begins."""

    record: Record
    body: str
    body_line: int


class RecordCache:
    """The kept records of one project; with no folder, none are kept; a `fresh` one believes nothing kept before."""

    def __init__(self, folder: Path | None, *, fresh: bool = False) -> None:
        self._folder = folder / "records" if folder else None
        self._kept: dict[str, object] = {}
        self.found: dict[str, CacheEntry] = {}
        """The entries that were found or kept in this run."""
        self._changed: set[int] = set()
        self._is_fresh = fresh
        self.zone: str | None = None
        """The zone whose clock shows the times of day: they are kept as they are written."""
        for number in range(_BUCKETS) if self._folder else ():
            kept = None if fresh else caching.read(self._bucket(number))
            if isinstance(kept, dict):
                self._kept.update(kept)

    @property
    def keeps(self) -> bool:
        """Whether anything is kept after this run."""
        return self._folder is not None

    def holds(self, shown: str, digest: str) -> bool:
        """Return whether something is kept of a file whose bytes have this digest."""
        entry = self._entry(shown)
        return entry is not None and entry.digest == digest

    def find(self, shown: str, digest: str, record_type: type[Record]) -> CachedRecord | None:
        """Return what was kept of a file whose bytes have this digest."""
        entry = self._entry(shown)
        if entry is None or entry.digest != digest or entry.kind != record_type.__name__:
            return None
        try:
            found = CachedRecord(decode(record_type, entry.values, self.zone), entry.body, entry.body_line)
        except (TypeError, ValueError, AttributeError, KeyError):
            return None
        self.found[shown] = entry
        return found

    def _entry(self, shown: str) -> CacheEntry | None:
        """Return an entry with a valid shape, but for its values, whose type has one of its own."""
        kept = self._kept.get(shown)
        if type(kept) is not list or tuple(map(type, kept)) != _SHAPE:
            return None
        return CacheEntry(*kept)

    def keep(self, shown: str, digest: str, kept: CachedRecord) -> None:
        """Keep what was read from a file whose bytes have this digest."""
        entry = CacheEntry(digest, type(kept.record).__name__, encode(kept.record), kept.body, kept.body_line)
        self.found[shown] = entry
        self._changed.add(_number(shown))

    def numbers_of(self, shown: str, digest: str) -> tuple[int, ...] | None:
        """Return the numbers that were kept of an image whose bytes have this digest."""
        entry = self._entry(shown)
        if entry is None or entry.kind != _IMAGE or not digest or entry.digest != digest:
            return None
        numbers = tuple(one for one in entry.values if type(one) is int) if isinstance(entry.values, list) else ()
        self.found[shown] = entry
        return numbers

    def keep_numbers(self, shown: str, digest: str, numbers: Sequence[int] = ()) -> None:
        """Keep that an image whose bytes have this digest can be shown, with its numbers."""
        self.found[shown] = CacheEntry(digest, _IMAGE, list(numbers), "", 0)
        self._changed.add(_number(shown))

    def add(self, entries: Mapping[str, object]) -> None:
        """Add entries that another process made."""
        self._kept.update(entries)
        self._changed.update(map(_number, entries))

    def save(self) -> None:
        """Write what changed; entries of files that are gone go too."""
        if self._folder is None:
            return
        if self._is_fresh:  # what stands in the others is not known
            self._changed.update(range(_BUCKETS))
        self._changed.update(map(_number, self._kept.keys() - self.found.keys()))
        if not self._changed:
            return
        buckets: dict[int, dict[str, CacheEntry]] = {number: {} for number in self._changed}
        for shown, entry in self.found.items():
            if (number := _number(shown)) in buckets:
                buckets[number][shown] = entry
        for number, entries in buckets.items():
            caching.write(self._bucket(number), entries)

    def _bucket(self, number: int) -> Path:
        assert self._folder is not None  # noqa: S101 - asked of caches with a folder only
        return self._folder / f"{number:02}.json"


def _number(shown: str) -> int:
    return zlib.crc32(shown.encode("utf-8", "surrogateescape")) % _BUCKETS

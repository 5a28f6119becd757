"""Records kept between runs, so that a file that says the same is neither parsed nor validated again.

An entry stands under the file's path, with a digest of its bytes and how the file system
dates it.  Where that is the same and no newer than the entry, the file is not even read;
else its bytes decide.  Only records without any problem are kept.  Entries lie in some
dozens of files, so that one edited record rewrites a few per cent of them.
"""

import os
import stat
import time
import zlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from generator import caching
from generator.loading.codec import decode, encode

_BUCKETS: Final = 64
_RACY: Final = 2_000_000_000
"""Nanoseconds within which a file may change twice without looking changed."""

Mark = list[int]
"""How the file system dates a file: modified, changed, size, inode; in an entry also when it was last read."""


class Shelf:
    """The kept records of one project; with no folder, none are kept."""

    def __init__(self, folder: Path | None) -> None:
        self.keeps = folder is not None
        self._folder = folder
        self._kept: dict[str, list[Any]] = {}
        self._found: dict[str, list[Any]] = {}
        self._changed: set[int] = set()
        self._opened = time.time_ns()
        for number in range(_BUCKETS) if folder else ():
            kept = caching.read(self._bucket(number))
            if isinstance(kept, dict):
                self._kept.update(kept)

    def holds(self, path: Path, shown: str) -> bool:
        """Return whether the record of a file is likely kept: the file looks as it did."""
        entry = self._kept.get(shown)
        return entry is not None and _mark(path) == entry[0][:4]

    def find(self, path: Path, shown: str, record_type: type) -> tuple[Any, str, str, int] | None:
        """Return what was kept of the file at `path`, if it is the same.

        That is the record, the digest of the file's bytes, the text below its front
        matter, and the line on which this begins.
        """
        entry = self._kept.get(shown)
        if entry is None:
            return None
        with suppress(OSError, TypeError, ValueError, IndexError, AttributeError):
            mark, known, name, values, body, body_line = entry
            now = _mark(path)
            if now is None or name != record_type.__name__:
                return None
            if not _is_same(mark, now):
                if caching.digest(path.read_bytes()) != known:
                    return None
                entry = [[*now, self._opened], *entry[1:]]
                self._changed.add(_number(shown))
            record = decode(record_type, values)
            self._found[shown] = entry
            return record, str(known), str(body), int(body_line)
        return None

    def keep(self, path: Path, shown: str, content: bytes, record: Any, body: str, body_line: int) -> None:  # noqa: PLR0913, PLR0917 - the parts of an entry
        """Keep the record that was read from `content`, the bytes of the file at `path`."""
        mark = _mark(path)
        if mark is not None and mark[2] == len(content):
            parts = [caching.digest(content), type(record).__name__, encode(record), body, body_line]
            self._found[shown] = [[*mark, self._opened], *parts]
            self._changed.add(_number(shown))

    def add(self, entries: Mapping[str, list[Any]]) -> None:
        """Add entries that another process made."""
        self._kept.update(entries)
        self._changed.update(map(_number, entries))

    @property
    def found(self) -> Mapping[str, list[Any]]:
        """The entries that were found or kept in this run."""
        return self._found

    def save(self) -> None:
        """Write what changed; entries of files that are gone go too."""
        if self._folder is None:
            return
        self._changed.update(map(_number, self._kept.keys() - self._found.keys()))
        buckets: dict[int, dict[str, list[Any]]] = {number: {} for number in self._changed}
        for shown, entry in self._found.items():
            if (number := _number(shown)) in buckets:
                buckets[number][shown] = entry
        for number, entries in buckets.items():
            caching.write(self._bucket(number), entries)

    def _bucket(self, number: int) -> Path:
        assert self._folder is not None  # noqa: S101 - asked of shelves with a folder only
        return self._folder / "records" / f"{number:02}.json"


def _number(shown: str) -> int:
    return zlib.crc32(shown.encode("utf-8", "surrogateescape")) % _BUCKETS


def _is_same(known: Mark, now: Mark) -> bool:
    """Return whether a file cannot have changed since it was read: it looks the same, and was not new then."""
    return known[:4] == now and max(known[0], known[1]) < known[4] - _RACY


def _mark(path: Path) -> Mark | None:
    status = os.lstat(path)
    if not stat.S_ISREG(status.st_mode):
        return None
    return [status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino]

"""What files say, by digest, without reading those again that cannot have changed.

Each file's digest is kept beside how the file system dates it (as Git's index does): where
that is the same, and the file was not just written when it was read, its bytes are too.
"""

import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from generator import caching

_NAME: Final = "stamps.json"
_RACY: Final = 2_000_000_000
"""Nanoseconds within which a file may change twice without looking changed."""

Mark = tuple[int, int, int, int]
"""How the file system dates a file: modified, changed, size, inode."""


class Stamps:
    """The digests of files below `root`, kept in `folder`, if there is one."""

    def __init__(self, root: Path, folder: Path | None) -> None:
        self._root = root
        self._start = f"{root}{os.sep}"
        self._path = folder / _NAME if folder else None
        kept = caching.read(self._path) if self._path else None
        self._kept: dict[str, Any] = kept if isinstance(kept, dict) else {}
        self._now: dict[str, list[Any]] = {}
        self._opened = time.time_ns()
        self._is_changed = False

    def of(self, path: str | Path) -> str:
        """Return the digest of the plain file at `path`; empty where there is none that can be read."""
        path = str(path)
        name = path.removeprefix(self._start)
        if (known := self._now.get(name)) is not None:
            return str(known[5])
        try:
            mark = _mark(os.lstat(path))
            found = self._unchanged(name, mark) if mark else None
            if mark is None or found is None:
                self._is_changed = True
                found = [*(mark or (0, 0, 0, 0)), self._opened, caching.digest(Path(path).read_bytes()) if mark else ""]
        except OSError:
            return ""
        self._now[name] = found
        return str(found[5])

    def of_tree(self, folder: Path) -> str:
        """Return a digest of everything below `folder`: names, kinds and contents."""
        lines = list(self._lines_below(str(folder), ""))
        return caching.digest("\n".join(lines).encode("utf-8", "surrogateescape"))

    def _lines_below(self, folder: str, shown: str) -> Iterator[str]:
        try:
            with os.scandir(folder) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError:
            entries = []
        yield f"{shown}\0/"
        below: list[tuple[str, str]] = []
        for entry in entries:
            if entry.is_symlink():
                yield f"{entry.name}\0link {os.readlink(entry.path)}"  # noqa: PTH115 - a path here is text
            elif entry.is_dir():
                yield f"{entry.name}\0folder"
                below.append((entry.path, f"{shown}/{entry.name}"))
            else:
                yield f"{entry.name}\0file {self.of(entry.path)}"
        for path, name in below:
            yield from self._lines_below(path, name)

    def _unchanged(self, name: str, mark: Mark) -> list[Any] | None:
        try:
            modified, changed, size, inode, read, digest = kept = self._kept[name]
            if (modified, changed, size, inode) == mark and max(modified, changed) < read - _RACY and digest:
                return kept if type(kept) is list else None
        except (KeyError, TypeError, ValueError):
            pass
        return None

    def renewed(self) -> "Stamps":
        """Return stamps that look at every file again, and know what these have found."""
        renewed = Stamps(self._root, None)
        renewed._kept = dict(self._now)
        return renewed

    def save(self) -> None:
        """Keep what was asked for in this run, unless it is what was kept."""
        if self._path is not None and (self._is_changed or self._now.keys() != self._kept.keys()):
            caching.write(self._path, self._now)


def _mark(status: os.stat_result) -> Mark | None:
    if not stat.S_ISREG(status.st_mode):
        return None
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino

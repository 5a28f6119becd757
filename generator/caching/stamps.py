"""What files say, by digest, without reading those again that cannot have changed.

Each file's digest is kept beside how the file system dates it (as Git's index does): where
that is the same, and the file was not just written when it was read, its bytes are too.
"""

import os
import stat
import time
from contextlib import suppress
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

    def of(self, path: Path) -> str:
        """Return the digest of the plain file at `path`; empty where there is none that can be read."""
        name = str(path).removeprefix(self._start)
        if (known := self._now.get(name)) is not None:
            return str(known[5])
        try:
            mark = _mark(os.lstat(path))
            found = self._unchanged(name, mark) if mark else None
            if mark is None or found is None:
                self._is_changed = True
                found = [*(mark or (0, 0, 0, 0)), self._opened, caching.digest(path.read_bytes()) if mark else ""]
        except OSError:
            return ""
        self._now[name] = found
        return str(found[5])

    def of_tree(self, folder: Path) -> str:
        """Return a digest of everything below `folder`: names, kinds and contents."""
        lines: list[str] = []
        for parent, folders, names in os.walk(folder):
            folders.sort()
            lines += [f"{parent}\0/"]
            lines += [f"{name}\0{self._of_entry(Path(parent, name))}" for name in sorted([*folders, *names])]
        return caching.digest("\n".join(lines).encode("utf-8", "surrogateescape"))

    def _of_entry(self, path: Path) -> str:
        if path.is_symlink():
            return f"link {path.readlink()}"
        return "folder" if path.is_dir() else f"file {self.of(path)}"

    def _unchanged(self, name: str, mark: Mark) -> list[Any] | None:
        with suppress(KeyError, TypeError, ValueError):
            modified, changed, size, inode, read, digest = kept = self._kept[name]
            if (modified, changed, size, inode) == mark and max(modified, changed) < read - _RACY and digest:
                return list(kept)
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

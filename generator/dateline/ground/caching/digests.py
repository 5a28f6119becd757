"""What files say, by digest, without reading those again that cannot have changed.

Each file's digest is kept beside how the file system dates it (as Git's index does): where
that is the same, and the file was not just written when it was read, its bytes are too.

A link says what it leads to: the file's bytes, or everything below the folder.  Where that
cannot be told (the folder holds the one that is looked at, or too many files), the answer is
one that is never given again, so that nobody takes it for known.
"""

import contextlib
import hashlib
import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from dateline.ground import caching, plainfiles
from dateline.ground.caching import typed

_NAME: Final = "digests.json"
_RACY: Final = 2_000_000_000
"""Nanoseconds within which a file may change twice without looking changed."""
_LARGEST: Final = 1_000_000_000
"""How many bytes are read of one file to tell it from another; a larger one is told by how it is dated."""
_AT_ONCE: Final = 1_000_000


class FileMark(NamedTuple):
    """How the file system dates a file."""

    modified: int
    changed: int
    size: int
    inode: int


class KnownFile(NamedTuple):
    """A file with how it was dated, when it was looked at, and its digest."""

    modified: int
    changed: int
    size: int
    inode: int
    read: int
    digest: str


class KnownFiles(NamedTuple):
    """The files that were looked at, by their names."""

    files: dict[str, KnownFile]


class FileDigests:
    """The digests of files below `root`, kept in `folder`, if there is one; a `fresh` look believes nothing kept."""

    def __init__(self, root: Path, folder: Path | None, *, fresh: bool = False) -> None:
        self._root = root
        self._start = f"{root}{os.sep}"
        self._path = folder / _NAME if folder else None
        kept = typed.read_as(self._path, KnownFiles) if self._path and not fresh else None
        self._kept: dict[str, KnownFile] = kept.files if kept else {}
        self._now: dict[str, KnownFile] = {}
        self._opened = time.time_ns()
        self._is_changed = False

    def of(self, path: str | Path) -> str:
        """Return the digest of the plain file at `path`; empty where there is none that can be read."""
        path = str(path)
        name = path.removeprefix(self._start)
        if (known := self._now.get(name)) is not None:
            return known.digest
        try:
            mark = _mark(os.lstat(path))
            found = self._unchanged(name, mark) if mark else None
            if mark is None or found is None:
                self._is_changed = True
                found = KnownFile(*(mark or (0, 0, 0, 0)), self._opened, _digest(path, mark) if mark else "")
        except OSError:
            return ""
        self._now[name] = found
        return found.digest

    def of_tree(self, folder: Path, *, follows: bool = False) -> str:
        """Return a digest of everything below `folder`: names, kinds and contents.

        Where the tree `follows` its links, they count for what they lead to.
        """
        lines = list(self._lines_below(str(folder), "", _Links(folder) if follows else None))
        return caching.digest("\n".join(lines).encode("utf-8", "surrogateescape"))

    def _lines_below(self, folder: str, shown: str, links: "_Links | None") -> Iterator[str]:
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
                if links is not None:
                    yield from self._lines_behind(entry.path, f"{shown}/{entry.name}", links)
            elif entry.is_dir():
                yield f"{entry.name}\0folder"
                below.append((entry.path, f"{shown}/{entry.name}"))
            else:
                yield f"{entry.name}\0file {self.of(entry.path)}"
                if links is not None and not links.go_on():
                    yield _never_again()
                    return
        for path, name in below:
            yield from self._lines_below(path, name, links)

    def _lines_behind(self, path: str, shown: str, links: "_Links") -> Iterator[str]:
        """Yield what a link leads to: a file's digest, or all that is below a folder."""
        target = os.path.realpath(path)
        if not os.path.isdir(target):  # noqa: PTH112 - the same
            yield f"to {self.of(target)}"
        elif links.are_in(target):
            yield "to what is looked at"
        elif links.lead_above(target):
            yield _never_again()
        else:
            with links.open(target):
                yield from self._lines_below(target, shown, links)

    def _unchanged(self, name: str, mark: FileMark) -> KnownFile | None:
        known = self._kept.get(name)
        if known is None or not known.digest:
            return None
        if (known.modified, known.changed, known.size, known.inode) != mark:
            return None
        return known if max(mark.modified, mark.changed) < known.read - _RACY else None

    def renewed(self) -> "FileDigests":
        """Return digests that look at every file again, and know what these have found."""
        renewed = FileDigests(self._root, None)
        renewed._kept = dict(self._now)
        return renewed

    def save(self) -> None:
        """Keep what was asked for in this run, unless it is what was kept."""
        if self._path is not None and (self._is_changed or self._now.keys() != self._kept.keys()):
            typed.write(self._path, KnownFiles(self._now))


def _mark(status: os.stat_result) -> FileMark | None:
    if not stat.S_ISREG(status.st_mode):
        return None
    return FileMark(status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)


def _digest(path: str, mark: FileMark) -> str:
    """Return the digest of a plain file, read in parts where it is large."""
    if mark.size <= _AT_ONCE:
        return caching.digest(plainfiles.read(path, _AT_ONCE, follows=False))
    if mark.size > _LARGEST:
        return f"dated {tuple(mark)}"
    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()


def _never_again() -> str:
    """Return a line that no other look at the same tree gives."""
    return f"not known {time.time_ns()} {os.urandom(8).hex()}"


class _Links:
    """The folders that a look at a tree is passing through: the tree's own, and those behind links."""

    def __init__(self, folder: Path) -> None:
        self._open = [os.path.realpath(folder)]
        self._files = 0

    def are_in(self, folder: str) -> bool:
        """Return whether a folder is one of them, or lies in one."""
        return any(_holds(outer, folder) for outer in self._open)

    def lead_above(self, folder: str) -> bool:
        """Return whether a folder holds one of them."""
        return any(_holds(folder, inner) for inner in self._open)

    @contextlib.contextmanager
    def open(self, folder: str) -> Iterator[None]:
        """Pass through a folder behind a link."""
        if len(self._open) == 1:
            self._files = 0
        self._open.append(folder)
        yield
        self._open.pop()

    def go_on(self) -> bool:
        """Count a file, and return whether those behind the outermost link are still few enough."""
        self._files += len(self._open) > 1
        return self._files <= plainfiles.MOST_LINKED


def _holds(folder: str, inner: str) -> bool:
    return inner == folder or inner.startswith(folder.rstrip(os.sep) + os.sep)

"""Files read with care: plain ones only, and none larger than whoever reads it allows.

A named pipe never ends, a device may have no end, and a file of gigabytes fills the memory.
So nothing is opened before it was looked at, nothing is read before its size is known, and
a file that grows meanwhile is read no further.
"""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

KILOBYTE: Final = 1000
MEGABYTE: Final = 1_000_000
MOST_LINKED: Final = 10_000
"""How many files are looked at behind one link to a folder."""
_CHUNK: Final = 1 << 20
# Neither waits for whoever writes into a pipe, nor becomes the terminal of this process.
_CAREFUL: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


class NotPlainError(OSError):
    """Something that is no plain file: a folder, a link, a pipe, a device, a socket."""


class TooLargeError(OSError):
    """A file that is larger than is read."""

    def __init__(self, size: int, limit: int) -> None:
        super().__init__(errno.EFBIG, f"it has {in_words(size)}; {in_words(limit)} at most are read")
        self.size, self.limit = size, limit


def read(path: str | Path, limit: int, *, follows: bool = True) -> bytes:
    """Return what a plain file says; raises OSError where it is none, is too large, or cannot be read.

    A link is read as what it leads to, unless `follows` forbids it.
    """
    look = os.stat if follows else os.lstat
    _refuse(look(path), limit)
    handle = os.open(path, _CAREFUL | (0 if follows else getattr(os, "O_NOFOLLOW", 0)))
    with open(handle, "rb") as file:  # noqa: PTH123 - opened already
        status = os.fstat(handle)  # what is there may have been replaced
        _refuse(status, limit)
        content = file.read(status.st_size + 1)
        if len(content) <= status.st_size:
            return content
        content += file.read(limit + 1 - len(content))
        if len(content) > limit:
            raise TooLargeError(len(content), limit)
        return content


def beginning(path: str | Path, size: int) -> bytes:
    """Return how a plain file begins, however large it is; raises OSError where it is none, or cannot be read."""
    status = Path(path).stat()
    _refuse(status, status.st_size)
    handle = os.open(path, _CAREFUL)
    with open(handle, "rb") as file:  # noqa: PTH123 - opened already
        status = os.fstat(handle)
        _refuse(status, status.st_size)
        return file.read(size)


def _refuse(status: os.stat_result, limit: int) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise NotPlainError(errno.EINVAL, f"it is {kind_of(status.st_mode)}, no plain file")
    if status.st_size > limit:
        raise TooLargeError(status.st_size, limit)


def kind_of(mode: int) -> str:
    """Return in words what a file is."""
    kinds = (
        (stat.S_ISREG, "a file"),
        (stat.S_ISDIR, "a folder"),
        (stat.S_ISLNK, "a link"),
        (stat.S_ISFIFO, "a named pipe"),
        (stat.S_ISSOCK, "a socket"),
    )
    return next((words for matches, words in kinds if matches(mode)), "a device")


def in_words(size: int) -> str:
    """Return a size as people say it: 512 kB."""
    if size < KILOBYTE:
        return f"{size} bytes"
    return f"{size / KILOBYTE:,.0f} kB" if size < MEGABYTE else f"{size / MEGABYTE:,.1f} MB"


def odd_files(folder: str | Path, limit: int) -> Iterator[tuple[str, str]]:
    """Yield what lies below `folder` and cannot be read as a file, each with the reason in words.

    Links are looked at as what they lead to; a link that leads nowhere is not odd, but as good as not there.
    """
    for parent, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = os.path.join(parent, name)  # noqa: PTH118 - thousands of paths are texts
            try:
                _refuse(os.stat(path), limit)  # noqa: PTH116 - the same
            except (NotPlainError, TooLargeError) as error:
                yield path, error.strerror or ""
            except OSError:
                continue

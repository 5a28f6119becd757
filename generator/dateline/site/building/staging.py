"""Where a build works before its site is whole, and how builds keep out of each other's way."""

import contextlib
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from dateline.ground import caching, publishing

_PREFIX: Final = ".dateline-build-"
_LOCK: Final = "lock"


@contextlib.contextmanager
def alone(folder: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Wait until no other build of the project is at work; `waiting` is called if there is one."""
    folder.mkdir(parents=True, exist_ok=True)
    caching.make_way(folder / _LOCK)
    lock = FileLock(folder / _LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        waiting()
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


@contextlib.contextmanager
def staging(target: Path) -> Iterator[Path]:
    """Give a folder beside `target` to build in, and remove it, and those that killed builds left behind."""
    target.parent.mkdir(parents=True, exist_ok=True)
    _sweep(target.parent)
    folder = Path(tempfile.mkdtemp(dir=target.parent, prefix=_PREFIX))
    try:
        with FileLock(folder / _LOCK):
            yield folder / "site"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def finish_interrupted(target: Path) -> bool:
    """Put into place what a killed build was publishing when it ended; return whether there was anything."""
    return _sweep(target.parent)


def _sweep(parent: Path) -> bool:
    """Remove the folders whose builds are no more: nobody holds their locks; return whether one was finished."""
    finished = False
    for folder in sorted(parent.glob(f"{_PREFIX}*")):
        if not (folder / _LOCK).is_file():  # it has just been made
            continue
        with contextlib.suppress(OSError, Timeout):
            with FileLock(folder / _LOCK, timeout=0):
                finished |= publishing.finish(folder)
            # Some systems remove no file that is held.
            shutil.rmtree(folder, ignore_errors=True)
    return finished

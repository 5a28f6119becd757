"""Where a build works before its site is whole, and how builds keep out of each other's way."""

import contextlib
import fcntl
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from generator import caching, publishing

_PREFIX: Final = ".dateline-build-"
_LOCK: Final = "lock"


@contextlib.contextmanager
def alone(folder: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Wait until no other build of the project is at work; `waiting` is called if there is one."""
    folder.mkdir(parents=True, exist_ok=True)
    caching.make_way(folder / _LOCK)
    with (folder / _LOCK).open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            waiting()
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextlib.contextmanager
def staging(target: Path) -> Iterator[Path]:
    """Give a folder beside `target` to build in, and remove it, and those that killed builds left behind."""
    target.parent.mkdir(parents=True, exist_ok=True)
    _sweep(target.parent)
    folder = Path(tempfile.mkdtemp(dir=target.parent, prefix=_PREFIX))
    try:
        with (folder / _LOCK).open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
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
        with contextlib.suppress(OSError), (folder / _LOCK).open("r+") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            finished |= publishing.finish(folder)
            shutil.rmtree(folder, ignore_errors=True)
    return finished

"""Several files changed together: all or none, also where the process is killed.

What they are to say is first written to a folder beside them, which then gets its lasting name in one step: from there
on the change is made.  Whoever comes next and finds that folder puts the files in their places, as often as it takes.
"""

import errno
import json
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, Final

from dateline.ground import writing

PENDING: Final = ".dateline-change"
"""The folder of a change that is made and not yet in its place; hidden, so that no record is looked for in it."""
_LIST: Final = "list.json"
_NEW: Final = 0o644
_WRITABLE: Final = 0o222
_MANY: Final = 50
"""From how many files on all are waited for at once."""
_LEFT_BEHIND: Final = 3600
"""After how many seconds what a killed process prepared, and never made, is nobody's."""


class ChangedMeanwhileError(Exception):
    """Files do not say any more what they said when the change was thought out."""

    def __init__(self, paths: list[str]) -> None:
        self.paths = tuple(paths)
        super().__init__(", ".join(paths))


def change(folder: Path, before: Mapping[str, bytes | None], after: Mapping[str, bytes | None]) -> None:
    """Have the files below `folder` say what `after` says (None: be gone), all or none.

    Raises ChangedMeanwhileError, with nothing changed, where one does not say what `before` has of it; OSError, with
    nothing changed, where the system refuses.
    """
    writing.refuse_outside_paths(after)
    finish(folder)
    if changed := [path for path, said in before.items() if _said(folder, path) != said]:
        raise ChangedMeanwhileError(sorted(changed))
    were = {path: _said(folder, path) for path in after}
    prepared = Path(tempfile.mkdtemp(dir=folder, prefix=f"{PENDING}-"))
    try:
        _prepare(folder, prepared, after)
        prepared.rename(folder / PENDING)
    except BaseException:
        shutil.rmtree(prepared, ignore_errors=True)
        raise
    try:
        finish(folder)
    except OSError:
        # Where not one of them is in its place yet, the change is taken back; otherwise it waits to be finished.
        if all(_said(folder, path) == said for path, said in were.items()):
            shutil.rmtree(folder / PENDING, ignore_errors=True)
        raise


def is_pending(folder: Path) -> bool:
    """Return whether a change was made below `folder` whose files are not all in their places."""
    return (folder / PENDING).is_dir() and not (folder / PENDING).is_symlink()


def finish(folder: Path) -> bool:
    """Put the files of an interrupted change in their places; return whether there was one."""
    _sweep(folder)
    if not is_pending(folder):
        return False
    pending = folder / PENDING
    for path, name in _listed(pending):
        if name is None:
            writing.remove(folder, path)
        elif _is_plain(pending / name):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (pending / name).replace(folder / path)
    shutil.rmtree(pending)
    return True


def _prepare(folder: Path, prepared: Path, after: Mapping[str, bytes | None]) -> None:
    listed: list[tuple[str, str | None]] = []
    is_at_once = len(after) > _MANY and hasattr(os, "sync")
    for number, (path, content) in enumerate(sorted(after.items())):
        _refuse_unwritable(folder, path)
        listed.append((path, None if content is None else str(number)))
        if content is not None:
            _write(prepared / str(number), content, _rights(folder / path), is_safe=not is_at_once)
    if is_at_once:
        os.sync()  # one wait for all of them: thousands of waits for a disk take minutes
    # Removals last: a record that moves stands twice for a moment, rather than nowhere.
    listed.sort(key=lambda entry: entry[1] is None)
    _write(prepared / _LIST, json.dumps(listed).encode(), _NEW, is_safe=True)


def _refuse_unwritable(folder: Path, path: str) -> None:
    """Raise where a file may not be put: replacing it would pass over what its rights or its kind say."""
    if _is_behind_link(folder, path):
        raise OSError(0, "the way there leads through a link", path)
    if _is_plain(folder / path) and not _rights(folder / path) & _WRITABLE:
        raise PermissionError(errno.EACCES, "it is read-only", path)
    if (folder / path).exists() and not _is_plain(folder / path):
        raise OSError(0, "something else than a plain file stands there", path)


def _write(path: Path, content: bytes, rights: int, *, is_safe: bool) -> None:
    """Write a file; a safe one is on the disk, and not only on its way there."""
    with path.open("xb") as file:
        file.write(content)
        if is_safe:
            file.flush()
            os.fsync(file.fileno())
    path.chmod(rights)


def _rights(path: Path) -> int:
    try:
        return stat.S_IMODE(path.lstat().st_mode)
    except OSError:
        return _NEW


def _said(folder: Path, path: str) -> bytes | None:
    file = folder / path
    return file.read_bytes() if _is_plain(file) else None


def _listed(pending: Path) -> Iterator[tuple[str, str | None]]:
    """Yield what is to be put where; nothing where the list is none of ours."""
    try:
        listed: Any = json.loads((pending / _LIST).read_bytes())
        entries = [(str(path), None if name is None else str(int(name))) for path, name in listed]
    except (OSError, ValueError, TypeError):
        return
    for path, name in entries:
        if writing.are_inside([path]) and not _is_behind_link(pending.parent, path):
            yield path, name


def _sweep(folder: Path) -> None:
    for left in folder.glob(f"{PENDING}-*"):
        if not left.is_symlink() and left.is_dir() and left.stat().st_mtime < time.time() - _LEFT_BEHIND:
            shutil.rmtree(left, ignore_errors=True)


def _is_plain(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _is_behind_link(folder: Path, path: str) -> bool:
    return any((folder / parent).is_symlink() for parent in (*PurePosixPath(path).parents[:-1], PurePosixPath(path)))

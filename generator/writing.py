"""Pages to disk: atomic, only what changed, and nothing that Dateline did not write.

A manifest in the folder lists the files that Dateline wrote, each with its hash.  A file
that is not in it, or says something else by now, is never removed; and one that is not in
it is never overwritten unless it says the same.
"""

import contextlib
import hashlib
import json
import os
import stat
import tempfile
import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final, TypeAlias

MANIFEST: Final = ".dateline-manifest.json"
_VERSION: Final = 1
_PREFIX: Final = ".dateline-"
_SUFFIX: Final = ".tmp"

Marks: TypeAlias = Mapping[str, tuple[int, int]]
"""What tells a file from another that is written in its place later, by its path."""


class ForeignFileError(Exception):
    """Files stand where Dateline would write, and it did not write them."""

    def __init__(self, paths: Iterable[str]) -> None:
        self.paths = tuple(paths)
        super().__init__(", ".join(self.paths))


@dataclass(frozen=True, slots=True)
class Written:
    """What a run did: how many files it `wrote`, left as they were, and removed."""

    wrote: int
    unchanged: int
    removed: int


def write(files: Iterable[tuple[str, str | bytes]], folder: Path) -> Written:
    """Make `folder` hold `files` (path below it, content), and remove earlier ones that are gone.

    Raises ForeignFileError, with nothing changed, where a file of somebody else's stands
    in the way.
    """
    return _synchronise({path: _as_bytes(content) for path, content in files}, folder, keep_foreign=True)


def publish(built: Path, folder: Path) -> Written:
    """Bring `folder` to hold the site that was built in `built`.

    The addresses of a site are Dateline's, so a file in the way is replaced; files at
    other addresses stay unless an earlier site had them.  Raises ForeignFileError where a
    folder or a link stands in the way.
    """
    files = {_below(built, path): path.read_bytes() for path in _files_below(built)}
    return _synchronise(files, folder, keep_foreign=False)


def update(staged: Path, folder: Path, hashes: Mapping[str, str]) -> Written:
    """Bring `folder` to hold the files of `hashes` (path, SHA-256): those in `staged` are moved, the others are there.

    Both folders lie in one file system.  Raises ForeignFileError where a folder or a link
    stands in the way.
    """
    _refuse_outside_paths(hashes)
    known = _read_manifest(folder)
    made = [path for path in sorted(_below(staged, file) for file in _plain_files_below(staged)) if path in hashes]
    changed = [path for path in made if not (known.get(path) == hashes[path] and _stands(folder / path, hashes[path]))]
    gone = {path for path in known.keys() - hashes.keys() if _stands(folder / path, known[path])}
    if foreign := [path for path in changed if _is_blocked(folder, path, hashes.keys(), gone)]:
        raise ForeignFileError(foreign)
    folder.mkdir(parents=True, exist_ok=True)
    if changed or known != hashes:
        _write_manifest(folder, known | {path: _either(known.get(path, ""), hash_) for path, hash_ in hashes.items()})
        removed = [path for path in sorted(gone) if _remove(folder, path)]
        for path in changed:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (staged / path).replace(folder / path)
        _write_manifest(folder, hashes)
        return Written(len(changed), len(hashes) - len(changed), len(removed))
    return Written(0, len(hashes), 0)


def is_known(folder: Path, hashes: Mapping[str, str]) -> bool:
    """Return whether the manifest in `folder` lists just the files of `hashes`."""
    return _read_manifest(folder) == hashes


def marks(folder: Path) -> Marks:
    """Return what stands in `folder`; nothing where it is not there."""
    return {_below(folder, path): _mark(path) for path in _plain_files_below(folder)}


def claim(folder: Path, before: Marks) -> None:
    """Record what a build wrote into `folder`, so that the next may prune it.

    That is every plain file that did not stand there `before` (as `marks` told), and what
    the manifest lists already and still says the same.  Entries that begin with a dot are
    somebody else's: MkDocs neither writes nor removes them.
    """
    _sweep(folder, (), time.time())
    known = _read_manifest(folder)
    hashes = {}
    for path in _plain_files_below(folder):
        name = _below(folder, path)
        if any(part.startswith(".") for part in PurePosixPath(name).parts):
            continue
        if before.get(name) != _mark(path) or _stands(path, known.get(name, "")):
            hashes[name] = _hash(path.read_bytes())
    _write_manifest(folder, hashes)


def _synchronise(files: Mapping[str, bytes], folder: Path, *, keep_foreign: bool) -> Written:
    _refuse_outside_paths(files)
    known = _read_manifest(folder)
    _sweep(folder, known.keys() | files.keys(), time.time())
    hashes = {path: _hash(content) for path, content in sorted(files.items())}
    changed = [path for path in hashes if not _stands(folder / path, hashes[path])]
    gone = {path for path in known.keys() - hashes.keys() if _stands(folder / path, known[path])}
    ours = known.keys() if keep_foreign else hashes.keys()
    if foreign := [path for path in changed if _is_blocked(folder, path, ours, gone)]:
        raise ForeignFileError(foreign)
    folder.mkdir(parents=True, exist_ok=True)
    # First the union: a run killed half-way still knows every file that it may have written,
    # and what each may say.
    _write_manifest(folder, known | {path: _either(known.get(path, ""), hash_) for path, hash_ in hashes.items()})
    removed = [path for path in sorted(gone) if _remove(folder, path)]
    for path in changed:
        _write_atomically(folder / path, files[path])
    _write_manifest(folder, hashes)
    return Written(len(changed), len(hashes) - len(changed), len(removed))


def _is_blocked(folder: Path, path: str, ours: Collection[str], gone: Collection[str]) -> bool:
    """Return whether something stands at `path`, or where a folder above it belongs, that may not be replaced."""
    target = folder / path
    if _is_behind_link(folder, path):
        return True
    above = [folder / parent for parent in PurePosixPath(path).parents[:-1]]
    if any(parent.is_file() and _below(folder, parent) not in gone for parent in above):
        return True
    if target.is_dir() and not target.is_symlink():
        inside = [_below(folder, file) for file in _files_below(target)]
        return not inside or any(file not in gone for file in inside)
    return path not in ours and os.path.lexists(target)


def _is_behind_link(folder: Path, path: str) -> bool:
    return any((folder / parent).is_symlink() for parent in PurePosixPath(path).parents[:-1])


def _below(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix()


def _refuse_outside_paths(paths: Iterable[str]) -> None:
    for path in paths:
        if path.startswith("/") or (".." in path and ".." in PurePosixPath(path).parts):
            raise ValueError(f"'{path}' leads out of the folder")


def _as_bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _either(known: str, hash_: str) -> str:
    return " ".join(dict.fromkeys([*known.split(), hash_]))


def _stands(path: Path, expected: str) -> bool:
    """Return whether a plain file at `path` has the hash that is `expected`, or one of several."""
    try:
        return _is_plain(path) and _hash(path.read_bytes()) in expected.split()
    except OSError:
        return False


def _is_plain(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _mark(path: Path) -> tuple[int, int]:
    status = path.lstat()
    return status.st_ino, status.st_mtime_ns


def _sweep(folder: Path, paths: Iterable[str], started: float) -> None:
    """Remove what a killed run left half-written in `folder` and in the folders of `paths`."""
    parents = {PurePosixPath(path).parent for path in paths} | {PurePosixPath()}
    for parent in sorted(parents):
        if _is_behind_link(folder, (parent / "any").as_posix()):
            continue
        with contextlib.suppress(OSError):  # a folder that is not there, or not ours to clean
            for rest in (folder / parent).glob(f"{_PREFIX}*{_SUFFIX}"):
                if _is_plain(rest) and rest.lstat().st_mtime < started:
                    rest.unlink()


def _write_atomically(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=_PREFIX, suffix=_SUFFIX)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        temporary.chmod(0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _remove(folder: Path, path: str) -> bool:
    target = folder / path
    if _is_behind_link(folder, path):
        return False
    try:
        target.unlink()
    except OSError:
        return False
    for parent in target.relative_to(folder).parents[:-1]:
        with contextlib.suppress(OSError):
            (folder / parent).rmdir()
    return True


def _files_below(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(parent) / name for name in sorted(names) if name != MANIFEST)


def _plain_files_below(folder: Path) -> Iterator[Path]:
    return (path for path in _files_below(folder) if _is_plain(path))


def _read_manifest(folder: Path) -> dict[str, str]:
    """Return the files that an earlier run wrote; none where the manifest is missing, damaged or foreign."""
    try:
        manifest: Any = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        files = manifest["files"]
        is_ours = manifest["version"] == _VERSION and all(
            isinstance(path, str) and isinstance(hash_, str) for path, hash_ in files.items()
        )
        _refuse_outside_paths(files)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}
    return dict(files) if is_ours else {}


def _write_manifest(folder: Path, hashes: Mapping[str, str]) -> None:
    # As json.dumps(…, indent=0) has it, which takes four times as long.
    lines = ",\n".join(f"{json.dumps(path)}: {json.dumps(hash_)}" for path, hash_ in sorted(hashes.items()))
    files = f"{{\n{lines}\n}}" if lines else "{}"
    _write_atomically(folder / MANIFEST, f'{{\n"version": {_VERSION},\n"files": {files}\n}}\n'.encode())

"""Pages to disk: atomic, only what changed, and nothing that Dateline did not write.

A manifest in the folder lists the files that Dateline wrote, each with its hash.  A file
that is not in it, or says something else by now, is never removed; and one that is not in
it is never overwritten unless it says the same.
"""

import contextlib
import hashlib
import json
import os
import posixpath
import stat
import tempfile
import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any, Final, TypeAlias

from dateline.ground import caching, plainfiles

MANIFEST: Final = ".dateline-manifest.json"
BUILD: Final = "dateline-build.txt"
"""The file of a site that says which build it is (`publishing`); as the manifest, none of its pages."""
_VERSION: Final = 1
_HALF: Final = 32
_PREFIX: Final = ".dateline-"
_SUFFIX: Final = ".tmp"
_LARGEST: Final = 4_000_000_000
"""No file of a site comes near to it."""

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
    return _synchronise({path: _as_bytes(content) for path, content in files}, folder)


def marks(folder: Path) -> Marks:
    """Return what stands in `folder`; nothing where it is not there."""
    return {below(folder, path): mark(path) for path in plain_files_below(folder)}


def _synchronise(files: Mapping[str, bytes], folder: Path) -> Written:
    refuse_outside_paths(files)
    known = read_manifest(folder)
    sweep(folder, known.keys() | files.keys(), time.time())
    hashes = {path: hash_of(content) for path, content in sorted(files.items())}
    changed = [path for path in hashes if not stands(folder / path, hashes[path])]
    gone = {path for path in known.keys() - hashes.keys() if stands(folder / path, known[path])}
    if foreign := blocked(folder, changed, known.keys(), gone):
        raise ForeignFileError(foreign)
    folder.mkdir(parents=True, exist_ok=True)
    # First the union: a run killed half-way still knows every file that it may have written,
    # and what each may say.
    write_manifest(folder, known | {path: either(known.get(path, ""), hash_) for path, hash_ in hashes.items()})
    removed = [path for path in sorted(gone) if remove(folder, path)]
    for path in changed:
        write_atomically(folder / path, files[path])
    write_manifest(folder, hashes)
    return Written(len(changed), len(hashes) - len(changed), len(removed))


def blocked(folder: Path, paths: Iterable[str], ours: Collection[str], gone: Collection[str]) -> list[str]:
    """Return at which of `paths`, or where a folder above belongs, something stands that may not be replaced."""

    @cache
    def is_closed(parent: str) -> bool:
        if not parent:
            return False
        place = folder / parent
        is_in_the_way = place.is_symlink() or (place.is_file() and parent not in gone)
        return is_in_the_way or is_closed(posixpath.dirname(parent))

    return [path for path in paths if is_closed(posixpath.dirname(path)) or _is_taken(folder, path, ours, gone)]


def _is_taken(folder: Path, path: str, ours: Collection[str], gone: Collection[str]) -> bool:
    target = folder / path
    if target.is_dir() and not target.is_symlink():
        inside = [below(folder, file) for file in files_below(target)]
        return not inside or any(file not in gone for file in inside)
    return path not in ours and os.path.lexists(target)


def _is_behind_link(folder: Path, path: str) -> bool:
    return any((folder / parent).is_symlink() for parent in PurePosixPath(path).parents[:-1])


def below(folder: Path, path: Path) -> str:
    """Return the path of a file below a folder."""
    return path.relative_to(folder).as_posix()


def refuse_outside_paths(paths: Iterable[str]) -> None:
    """Raise ValueError where a path leads out of the folder that it is to be below."""
    for path in paths:
        if path.startswith("/") or (".." in path and ".." in PurePosixPath(path).parts):
            raise ValueError(f"'{path}' leads out of the folder")


def are_inside(paths: Iterable[str]) -> bool:
    """Return whether all paths stay in the folder that they are to be below."""
    try:
        refuse_outside_paths(paths)
    except ValueError:
        return False
    return True


def _as_bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")


def hash_of(content: bytes) -> str:
    """Return the first half of the SHA-256 of a file's content: nobody finds another that begins so."""
    return hashlib.sha256(content).hexdigest()[:_HALF]


def either(known: str, hash_: str) -> str:
    """Return what stands for a file that may have any of several hashes."""
    return " ".join(dict.fromkeys([*known.split(), hash_]))


def stands(path: Path, expected: str) -> bool:
    """Return whether a plain file at `path` has the hash that is `expected`, or one of several."""
    try:
        found = hash_of(plainfiles.read(path, _LARGEST, follows=False)) if expected else ""
        return any(one[:_HALF] == found for one in expected.split())  # earlier manifests have the whole of it
    except OSError:
        return False


def _is_plain(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def mark(path: Path) -> tuple[int, int]:
    """Return what tells a file from another that is written in its place later."""
    status = path.lstat()
    return status.st_ino, status.st_mtime_ns


def sweep(folder: Path, paths: Iterable[str], started: float) -> None:
    """Remove what a killed run left half-written in `folder` and in the folders of `paths`."""
    parents = {PurePosixPath(path).parent for path in paths} | {PurePosixPath()}
    for parent in sorted(parents):
        if _is_behind_link(folder, (parent / "any").as_posix()):
            continue
        with contextlib.suppress(OSError):  # a folder that is not there, or not ours to clean
            for rest in (folder / parent).glob(f"{_PREFIX}*{_SUFFIX}"):
                if _is_plain(rest) and rest.lstat().st_mtime < started:
                    rest.unlink()


def write_atomically(path: Path, content: bytes) -> None:
    """Put a file at `path`, whole or not at all."""
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


def remove(folder: Path, path: str) -> bool:
    """Remove a file, and the folders that it leaves empty; return whether it was there to be removed."""
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


def files_below(folder: Path) -> Iterator[Path]:
    """Yield every file below a folder but those that tell of the others."""
    for parent, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(parent) / name for name in sorted(names) if name not in {MANIFEST, BUILD})


def plain_files_below(folder: Path) -> Iterator[Path]:
    """Yield every plain file below a folder but those that tell of the others."""
    return (path for path in files_below(folder) if _is_plain(path))


def read_manifest(folder: Path) -> dict[str, str]:
    """Return the files that an earlier run wrote; none where the manifest is missing, damaged or foreign."""
    return files_of(manifest_in(folder))


def manifest_in(folder: Path) -> bytes:
    """Return the manifest in a folder; nothing where it cannot be read."""
    try:
        return plainfiles.read(folder / MANIFEST, _LARGEST, follows=False)
    except OSError:
        return b""


def files_of(content: bytes) -> dict[str, str]:
    """Return the files that a manifest lists; none where it is none of ours."""
    try:
        manifest: Any = json.loads(content)
        files = manifest["files"]
        is_ours = manifest["version"] == _VERSION and all(
            isinstance(path, str) and isinstance(hash_, str) for path, hash_ in files.items()
        )
        refuse_outside_paths(files)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}
    return dict(files) if is_ours else {}


def write_manifest(folder: Path, hashes: Mapping[str, str]) -> None:
    """Write down which files in a folder are ours."""
    caching.make_way(folder / MANIFEST)
    write_atomically(folder / MANIFEST, manifest_of(hashes))


def manifest_of(hashes: Mapping[str, str]) -> bytes:
    """Return the manifest of files: the same bytes for the same files."""
    # As json.dumps(…, indent=0) has it, which takes four times as long.
    lines = ",\n".join(f"{json.dumps(path)}: {json.dumps(hash_)}" for path, hash_ in sorted(hashes.items()))
    files = f"{{\n{lines}\n}}" if lines else "{}"
    return f'{{\n"version": {_VERSION},\n"files": {files}\n}}\n'.encode()

"""Files of a git revision, read without checking it out.

Whatever the repository holds is data: git is asked with fixed arguments and without a
shell, a revision's name is resolved to a commit's hash first, nothing of the checkout's
filters, attributes, hooks or replacements takes part, and only plain files of a sane size
and path are written out.
"""

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import IO, Final

from dateline.ground.yamltree import MAX_BYTES

_HASH: Final = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_PLAIN_FILES: Final = frozenset({"100644", "100755"})
_LONGEST_NAME: Final = 400
_LARGEST: Final = 16 * MAX_BYTES
"""The most bytes that are read of a file; images and geodata may be larger than a record."""
_GIT: Final = ("git", "--no-replace-objects", "--literal-pathspecs", "--no-pager")
_ENVIRONMENT: Final = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}


class RevisionError(Exception):
    """A revision that cannot be read; the message says which and why."""


@dataclass(frozen=True, slots=True)
class _Blob:
    """A file of a revision: its path below the project, its hash and its size in bytes."""

    path: PurePosixPath
    hash: str
    size: int


@contextmanager
def unpacked(project: Path, revision: str, folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield a folder with the files that `revision` has in `folder` of `project`, and the commit's hash.

    They lie at the same paths below it as below the project.  Raises RevisionError where git
    does not know the revision, or the project is in no repository.
    """
    commit = commit_of(project, revision)
    inside = folder.resolve().relative_to(project.resolve()).as_posix()
    with TemporaryDirectory(prefix="dateline-diff-") as name:
        root = Path(name)
        (root / inside).mkdir(parents=True)
        _write(project, list(_blobs(project, commit, inside)), root)
        yield root, commit


def commit_of(project: Path, revision: str) -> str:
    """Return the hash of the commit that `revision` names."""
    if not revision or revision.startswith("-") or len(revision) > _LONGEST_NAME or not revision.isprintable():
        raise RevisionError(f"'{revision[:80]}' is no name of a revision")
    found = _asked(project, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    commit = found.splitlines()[-1] if found else ""
    if not _HASH.fullmatch(commit):
        raise RevisionError(f"git knows no revision '{revision}' here")
    return commit


def public_commit(repository: Path) -> tuple[str, str] | None:
    """Return from where a folder was cloned, and its commit; None where others cannot have that commit from there."""
    if Path(_asked(repository, "rev-parse", "--show-toplevel").strip()) != repository.resolve():
        return None
    commit = commit_of(repository, "HEAD")
    is_there = _asked(repository, "for-each-ref", "--count=1", f"--contains={commit}", "refs/remotes/origin")
    return (_asked(repository, "config", "--get", "remote.origin.url").strip(), commit) if is_there else None


def merge_base(project: Path, one: str, other: str) -> str:
    """Return the hash of the commit from which two revisions went apart."""
    first, second = commit_of(project, one), commit_of(project, other)
    commit = _asked(project, "merge-base", first, second).strip()
    if not _HASH.fullmatch(commit):
        raise RevisionError(f"'{one}' and '{other}' have no common ancestor here; fetch more of their history")
    return commit


def _blobs(project: Path, commit: str, inside: str) -> Iterator[_Blob]:
    """List the plain files of a commit; links, submodules and odd paths are left out."""
    listed = _asked(project, "ls-tree", "-r", "-z", "-l", commit, "--", f"{inside}/")
    for line in filter(None, listed.split("\0")):
        about, _, name = line.partition("\t")
        mode, _, hash_, size = about.split()
        path = PurePosixPath(name)
        if mode in _PLAIN_FILES and ".." not in path.parts and not path.is_absolute() and "\\" not in name:
            yield _Blob(path, hash_, int(size))


def _write(project: Path, blobs: list[_Blob], root: Path) -> None:
    """Write the files out; one that is too large to be read stands there as large, and empty."""
    command = [*_GIT, "-C", str(project), "cat-file", "--batch"]
    with subprocess.Popen(  # noqa: S603 - fixed arguments, no shell
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment()
    ) as git:
        if git.stdin is None or git.stdout is None:  # pragma: no cover - both were asked for
            raise RevisionError("git cannot be asked")
        for blob in blobs:
            target = root / blob.path
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as file:
                if blob.size > _LARGEST:
                    file.truncate(_LARGEST + 1)
                else:
                    file.write(_content(git.stdin, git.stdout, blob))
        git.stdin.close()


def _content(ask: IO[bytes], answer: IO[bytes], blob: _Blob) -> bytes:
    """Ask for one file at a time, so that neither pipe fills up (git-cat-file(1), "Batch output")."""
    ask.write(f"{blob.hash}\n".encode())
    ask.flush()
    header = answer.readline().split()
    if header[1:2] != [b"blob"]:
        raise RevisionError(f"git cannot read {blob.path}")
    content = answer.read(int(header[2]))
    answer.read(1)
    return content


def _asked(project: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - fixed arguments, no shell
            [*_GIT, "-C", str(project), *arguments],
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
            env=_environment(),
        )
    except OSError as error:
        raise RevisionError(f"git cannot be run: {error.strerror}") from error
    if done.returncode not in {0, 1}:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise RevisionError(f"git says: {said[-1] if said else done.returncode}")
    return done.stdout.decode("utf-8", "surrogateescape")


def _environment() -> dict[str, str]:
    """Return the environment without what would send git to another repository."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | _ENVIRONMENT

"""Where a site may go: not into what it is made from, nor around it.

Folders are told by what they are, not by what they are called: so links, `..`, and a file
system that takes `Content` for `content` deceive nobody.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import dateline
from dateline.ground import caching, plainfiles
from dateline.site.compiling import LARGEST_TEMPLATE
from dateline.site.settings import Settings

_ADVICE: Final = "no site can go there: name a folder of its own, such as site"


def taken(settings: Settings, others: Mapping[str, Path]) -> dict[str, Path]:
    """Return the folders where no site may go, each with what it is: the project's, and `others`."""
    return {
        "the records": settings.content,
        "the templates": settings.templates,
        "what Git remembers": settings.root / ".git",
        "what Dateline remembers": settings.root / caching.FOLDER.parts[0],
        "Dateline's own code": Path(dateline.__file__).parent,
        **others,
    }


def fault_of(target: Path, settings: Settings, others: Mapping[str, Path]) -> str:
    """Return why no site can go to `target`, in a sentence; empty where it can."""
    if target.exists() and not target.is_dir():
        return f"{target} is no folder, so {_ADVICE}"
    if _is_in(settings.root, target):
        return f"{target} {_relation(target, settings.root)} the project's folder, so {_ADVICE}"
    for what, folder in taken(settings, others).items():
        if relation := _relation(target, folder):
            return f"{target} {relation} {_shown(folder, settings.root)} ({what}), so {_ADVICE}"
    return ""


def odd_assets(folders: Iterable[Path]) -> str:
    """Return in a sentence what in folders of a theme cannot be read as a file; empty where all can."""
    for folder in folders:
        for path, why in plainfiles.odd_files(folder, LARGEST_TEMPLATE):
            return f"{path} cannot be a file of a theme: {why}; remove it, or put a smaller plain file there"
    return ""


def _relation(target: Path, folder: Path) -> str:
    if _is_in(target, folder):
        return "is" if _is_in(folder, target) else "lies in"
    return "holds" if _is_in(folder, target) else ""


def _is_in(path: Path, folder: Path) -> bool:
    """Return whether a path is `folder`, or lies below it, whatever the two are called."""
    wanted = _identity(folder)
    if wanted is None:  # it is not there: only its name can tell
        real = [Path(os.path.realpath(one)) for one in (path, folder)]
        return real[1] == real[0] or real[1] in real[0].parents
    return any(_identity(one) == wanted for one in _upwards(path))


def _upwards(path: Path) -> Iterator[Path]:
    real = Path(os.path.realpath(path))
    yield from (real, *real.parents)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _shown(folder: Path, root: Path) -> str:
    return folder.relative_to(root).as_posix() if folder.is_relative_to(root) else str(folder)

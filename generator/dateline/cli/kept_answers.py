"""Answers of an interview that was interrupted, kept in the project's cache for the same command and its owner only."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from dateline.ground import caching, plainfiles

FOLDER: Final = caching.FOLDER / "answers"
_PRIVATE: Final = 0o700
_OURS_ALONE: Final = 0o600
_LARGEST: Final = plainfiles.MEGABYTE
_LARGEST_ARTICLE: Final = 64 * plainfiles.MEGABYTE


def place_of(root: Path, command: str, said: Mapping[str, Any]) -> Path:
    """Return where the answers of a command are kept: of one that was called so, about files that say the same."""
    called = [command, *(f"{key}={value!r}{_content(value)}" for key, value in sorted(said.items()))]
    return root / FOLDER / f"{caching.digest(chr(10).join(called).encode())[:32]}.json"


def _content(value: object) -> str:
    if isinstance(value, Path):
        with suppress(OSError):
            return caching.digest(plainfiles.read(value, _LARGEST_ARTICLE))
    return ""


def keep(path: Path, given: Sequence[str]) -> bool:
    """Keep answers, which nobody else may read and git passes over; return whether that could be done."""
    try:
        path.parent.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
        path.parent.chmod(_PRIVATE)
        (path.parent / ".gitignore").write_text("*\n", encoding="utf-8")
        caching.replace(path, json.dumps(list(given)).encode(), _OURS_ALONE)
    except OSError:
        return False
    return True


def kept(path: Path) -> list[str]:
    """Return the answers that are kept; none where what is there is none of ours."""
    try:
        said: Any = json.loads(plainfiles.read(path, _LARGEST, follows=False))
    except (OSError, ValueError, RecursionError):
        return []
    return said if isinstance(said, list) and all(isinstance(one, str) for one in said) else []


def forget(path: Path) -> None:
    """Keep the answers no longer."""
    with suppress(OSError):
        path.unlink(missing_ok=True)

"""Files that a command writes for an editor: whole or not at all, and never over what is there unless that is meant."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

import click

_NEW: Final = 0o666
"""The rights of a new file, before those that this user holds back are taken off."""


def create(path: Path, text: str) -> None:
    """Write a file that is not there yet."""
    with _told(path), _beside(path, text) as made:
        made.chmod(_NEW & ~_held_back())
        try:
            _move_to_nothing(made, path)
        except FileExistsError:
            raise click.ClickException(f"{path} is there already; nothing is overwritten") from None


def overwrite(path: Path, text: str) -> None:
    """Write a file in the place of the one that may be there, with the rights that it had."""
    with _told(path), _beside(path, text) as made:
        made.chmod(path.stat().st_mode if path.exists() else _NEW & ~_held_back())
        made.replace(path)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell what the system refuses in one line."""
    try:
        yield
    except OSError as error:
        raise click.ClickException(f"{path} cannot be written: {error.strerror or error}") from None


@contextmanager
def _beside(path: Path, text: str) -> Iterator[Path]:
    """Write a text to a file of another name in the same folder; whatever happens, it is gone afterwards."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".dateline-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _move_to_nothing(made: Path, path: Path) -> None:
    """Give a file its name, if no other has it; the system sees to that in one step where it can."""
    with suppress(OSError, NotImplementedError):  # some file systems have no second names
        if not path.exists():
            path.hardlink_to(made)
            return
    if path.exists() or path.is_symlink():
        raise FileExistsError
    made.rename(path)


def _held_back() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

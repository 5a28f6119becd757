"""Files that a command reads with care, and writes whole or not at all, never over what is there."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

import click

from dateline.ground import plainfiles

_NEW: Final = 0o666
"""The rights of a new file, before those that this user holds back are taken off."""


def read_file(file: Path, limit: int, why: str) -> bytes:
    """Return what a file says, or stop with a sentence where it is none, or too large; `why` says of what kind."""
    try:
        return plainfiles.read(file, limit)
    except plainfiles.TooLargeError as error:
        raise click.ClickException(f"{file} is larger than {limit} bytes; {why} ({error.size} bytes)") from None
    except plainfiles.NotPlainError as error:
        raise click.ClickException(f"{file}: {error.strerror}; save the text in a file first") from None
    except OSError as error:
        raise click.ClickException(f"{file} cannot be read: {error.strerror}") from None


def read_text_file(file: Path, limit: int, why: str) -> str:
    """Return the text of a file in UTF-8, or stop with a sentence."""
    content = read_file(file, limit, why)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{file} is no text in UTF-8 (byte {error.start + 1}); save it again as such"
        raise click.ClickException(message) from None
    if "\0" in text:
        raise click.ClickException(f"{file} is no text: it holds the character U+0000")
    return text


def create(path: Path, text: str | bytes) -> None:
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
def _beside(path: Path, text: str | bytes) -> Iterator[Path]:
    """Write a text or bytes to a file of another name in the same folder; whatever happens, it is gone afterwards."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".dateline-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode("utf-8"))
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

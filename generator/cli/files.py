"""Files that a user names, read with care."""

from pathlib import Path

import click

from generator import plainfiles


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

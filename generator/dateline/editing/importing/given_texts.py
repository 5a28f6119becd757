"""Files of somebody's as text, and as what JSON says."""

import codecs
import json
from pathlib import Path
from typing import Any, Final

from dateline.editing.importing.given_tables import MOST_BYTES, TableError
from dateline.ground import plainfiles
from dateline.ground.problems import Code

_WIDE: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def text_of(path: Path) -> str:
    """Return the text of a file; raises TableError where it is none."""
    try:
        raw = plainfiles.read(path, MOST_BYTES)
    except OSError as error:
        raise TableError(f"the file cannot be read: {error.strerror}") from None
    encoding = "utf-16" if raw.startswith(_WIDE) else "utf-8-sig"
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        cure = "save it again as UTF-8; Excel calls that CSV UTF-8"
        raise TableError(f"byte 0x{raw[error.start]:02x} is not UTF-8 text", cure, Code.NOT_UTF8, line) from None


def json_of(path: Path, cure: str) -> Any:
    """Return what a file of JSON says; raises TableError, with what to do, where it is none."""
    text = text_of(path)
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        raise TableError(f"it is no JSON: {error}", cure, Code.BAD_VALUE, line) from None

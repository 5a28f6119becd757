"""Files of somebody's as text, and as what JSON says."""

import codecs
import json
from pathlib import Path
from typing import Any, Final

from dateline.editing.importing.given_tables import MOST_BYTES, TableError
from dateline.ground import plainfiles
from dateline.ground.problems import Code

_AROUND: Final = 16
_ASCII: Final = 127
_WIDE: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def text_of(path: Path, encoding: str | None = None) -> str:
    """Return the text of a file, in UTF-8 if nothing else is said; raises TableError where it is none."""
    try:
        raw = plainfiles.read(path, MOST_BYTES)
    except OSError as error:
        raise TableError(f"the file cannot be read: {error.strerror}") from None
    usual = "utf-16" if raw.startswith(_WIDE) else "utf-8-sig"
    try:
        return raw.decode(encoding or usual)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        why = f"byte 0x{raw[error.start]:02x} is not {encoding or 'UTF-8'} text"
        raise TableError(why, _cure(raw, error.start), Code.NOT_UTF8, line) from None


def _cure(raw: bytes, at: int) -> str:
    """Return what to do about a text that is not UTF-8, with what it would say as spreadsheets save it elsewhere."""
    around = raw[max(0, at - _AROUND) : at + _AROUND].decode("cp1252", "replace").splitlines()
    said = next((line for line in around if any(ord(sign) > _ASCII for sign in line)), "").strip()
    return f"save it again as UTF-8, which Excel calls CSV UTF-8; or, if this is right, “{said}”: --encoding cp1252"


def json_of(path: Path, cure: str) -> Any:
    """Return what a file of JSON says; raises TableError, with what to do, where it is none."""
    text = text_of(path)
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        raise TableError(f"it is no JSON: {error}", cure, Code.BAD_VALUE, line) from None

"""Texts as YAML scalars that every YAML tool reads as the same text."""

import json
import re
from typing import Final

_PLAIN: Final = re.compile(r"[^\W\d_](?:[\w '’().;/–-]*[\w’().;])?")
_NOT_TEXT: Final = re.compile(r"y|n|yes|no|on|off|true|false|null|~", re.IGNORECASE)
_UNREADABLE: Final = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What YAML takes for the end of a line, or does not take at all."""
_REFERENCE: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*#[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE: Final = re.compile(r"(?!0\d{3}\Z)\d{4}(?:-\d{2}){0,2}")


def scalar(text: str) -> str:
    """Return `text` as a YAML scalar that YAML 1.1 and 1.2 read as the same text, in a block or in braces.

    Dates, web addresses and references to claims stand plain, as editors type them.
    """
    if _DATE.fullmatch(text) or (
        text.startswith(("http://", "https://")) and re.fullmatch(r"[\w:/.?=&%+~-]+", text, re.ASCII)
    ):
        return text
    if _REFERENCE.fullmatch(text):
        return text
    if _PLAIN.fullmatch(text) and not _NOT_TEXT.fullmatch(text) and text.isprintable():
        return text
    return quoted(text)


def text_scalar(text: str) -> str:
    """Return the same where nothing but text will do: a date stands in quotes."""
    return quoted(text) if _DATE.fullmatch(text) else scalar(text)


def quoted(text: str) -> str:
    """Return `text` in double quotes."""
    return _UNREADABLE.sub(_escaped, json.dumps(text, ensure_ascii=False))


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"  # noqa: PLR2004 - what two digits can say

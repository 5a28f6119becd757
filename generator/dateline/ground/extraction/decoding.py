"""The bytes of a file as text, and how that text is written."""

import re
from typing import Final

from dateline.ground.extraction.articles import TextForm

LARGEST: Final = 8 * 1024 * 1024
"""The size in bytes beyond which nothing is taken for an article."""
KNOWN_SUFFIXES: Final = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"})

_HTML: Final = re.compile(r"<(?:!doctype\s+html|html|head|body|article|p|div|table)\b[^>]*>", re.IGNORECASE)
_MARKDOWN: Final = re.compile(r"^#{1,6} \S|\]\(https?://|^---\n", re.MULTILINE)
_CHARSET: Final = re.compile(rb"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)


def decoded(data: bytes, *, guess: bool = True) -> str:
    """Return the text of a file: UTF-8, else as its page declares, else (where guessing will do) what is likeliest.

    Raises ValueError where nothing but a guess is left, and `guess` is False.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        declared = _CHARSET.search(data[:4096])
    try:
        return data.decode(declared[1].decode("ascii") if declared else "utf-8")
    except (LookupError, UnicodeDecodeError):
        if not guess:
            raise ValueError("it is not in UTF-8, and declares no encoding that fits") from None
    from trafilatura.utils import decode_file  # noqa: PLC0415 - of an extra, which only reading articles needs

    return decode_file(data)


def form_of(text: str, suffix: str = "") -> TextForm:
    """Return how `text` is written, by its file's ending or, where there is none, by what it holds."""
    ending = suffix.lower()
    if ending in {".html", ".htm", ".xhtml"} or (not ending and _HTML.search(text[:4096])):
        return TextForm.HTML
    is_markdown = ending in {".md", ".markdown"} or (not ending and _MARKDOWN.search(text) is not None)
    return TextForm.MARKDOWN if is_markdown else TextForm.TEXT

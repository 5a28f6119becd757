"""The bytes of a file as text, and how that text is written."""

import codecs
import re
from typing import Final

from dateline.ground.extraction.articles import TextForm

LARGEST: Final = 8 * 1024 * 1024
"""The size in bytes beyond which nothing is taken for an article."""
KNOWN_SUFFIXES: Final = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"})

_HTML: Final = re.compile(r"<(?:!doctype\s+html|html|head|body|article|p|div|table)\b[^>]*>", re.IGNORECASE)
_BEGINS_AS_PAGE: Final = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
"""A page, whatever its file is called."""
_MARKDOWN: Final = re.compile(r"^#{1,6} \S|\]\(https?://|^---\n", re.MULTILINE)
_CHARSET: Final = re.compile(rb"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_MARKS: Final = (
    *((b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32")),
    *((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")),
)
_MEANT: Final = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""What browsers read where a page declares the encoding on the left: its successor, which has all of it."""
_NEVER: Final = frozenset({"utf-7", "idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs"})
"""Codecs of Python that no page is written in."""


def decoded(data: bytes, *, guess: bool = True) -> str:
    """Return the text of a file: by its mark or as UTF-8, else as its page declares, else as is likeliest.

    Raises ValueError where nothing but a guess is left, and `guess` is False.
    """
    marked = marked_encoding(data)
    try:
        return data.decode(marked or "utf-8-sig")
    except UnicodeDecodeError:
        found = _declared(data)
    if found is not None:
        return found
    if not guess:
        raise ValueError("it is not in UTF-8, and declares no encoding that fits")
    from trafilatura.utils import decode_file  # noqa: PLC0415 - of an extra, which only reading articles needs

    return decode_file(data)


def marked_encoding(data: bytes) -> str | None:
    """Return the encoding that the first bytes of a file say, where that is UTF-16 or UTF-32."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def _declared(data: bytes) -> str | None:
    """Return the text as its page declares it; None where that does not fit, or cannot be.

    A declaration that can be read byte by byte is none of UTF-16.
    """
    declared = _CHARSET.search(data[:4096])
    if declared is None:
        return None
    try:
        name = codecs.lookup(declared[1].decode("ascii")).name
    except (LookupError, ValueError):
        return None
    if name.replace("_", "-") in _NEVER or name.startswith(("utf-16", "utf-32")):
        return None
    for candidate in (_MEANT.get(name, name), name):
        try:
            return data.decode(candidate)
        except (LookupError, ValueError):
            continue
    return None


def form_of(text: str, suffix: str = "") -> TextForm:
    """Return how `text` is written, by its file's ending or, where there is none or another's, by what it holds."""
    ending = suffix.lower()
    is_page = ending in {".html", ".htm", ".xhtml"} or _BEGINS_AS_PAGE.match(text[:4096])
    if is_page or (not ending and _HTML.search(text[:4096])):
        return TextForm.HTML
    is_markdown = ending in {".md", ".markdown"} or (not ending and _MARKDOWN.search(text) is not None)
    return TextForm.MARKDOWN if is_markdown else TextForm.TEXT

"""What a preview answers to a browser, and which file of the site an address asks for."""

import mimetypes
from dataclasses import dataclass
from html import escape
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote

from dateline.ground.languages import ENGLISH, Language

HTML: Final = "text/html; charset=utf-8"
_TYPES: Final = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".gz": "application/gzip",
    ".json": "application/json",
}
_TEXT: Final = ("text/", "application/javascript", "application/json", "application/xml", "image/svg")


@dataclass(frozen=True, slots=True)
class Answer:
    """A file of the site, or why there is none; `edition` tells which state of the records it was made from."""

    status: int
    content: bytes
    media_type: str = HTML
    location: str = ""
    """Where the browser is sent instead, relative to what it asked for."""
    edition: str = ""


def file_asked_for(address: str, mount: str) -> str | None:
    """Return the path, below the site's folder, that a request's target asks for; None where it can be no file of it.

    A path that ends in a slash, or is empty, asks for a folder's page.
    """
    path = unquote(address.partition("?")[0].partition("#")[0], errors="replace")
    if not path.startswith(mount):
        return None
    below = path.removeprefix(mount)
    parts = below.removesuffix("/").split("/")
    is_plain = all(part not in {"", ".", ".."} for part in parts) or not below
    return below if is_plain and below.isprintable() and "\\" not in below else None


def media_type(path: str) -> str:
    """Return what a file is, by its name."""
    suffix = PurePosixPath(path).suffix.lower()
    found = _TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
    return f"{found}; charset=utf-8" if found.startswith(_TEXT) else found


def plain_page(title: str, text: str, language: Language = ENGLISH, *, is_english: bool = False) -> bytes:
    """Return a page for when the theme cannot make one; its text may be in English where its title is not."""
    tongue = ' lang="en" dir="ltr"' if is_english and language.texts else ""
    return (
        f'<!doctype html>\n<html lang="{escape(language.code)}" dir="{language.direction}">\n'
        f'<head><meta charset="utf-8"><title>{escape(title)}</title></head>\n'
        f'<body>\n<h1>{escape(title)}</h1>\n<p role="alert"{tongue}>{escape(text)}</p>\n</body>\n</html>\n'
    ).encode()

"""Addresses that lead to the place in the original: a page of a PDF, a second of a film, words of a page."""

import re
from typing import Final
from urllib.parse import urlsplit

from dateline.ground.schemes import Scheme, seconds, sides
from dateline.records.types import Source, SourcePart

_NO_WORD: Final = re.compile(r"[\W_]+")
_PERCENT: Final = tuple(f"%{byte:02X}" for byte in range(256))
_FILM_FILE: Final = re.compile(r"\.(?:mp4|m4v|mov|webm|ogv|ogg|oga|opus|mp3|m4a|wav|flac|aac)\Z", re.IGNORECASE)
_YOUTUBE: Final = frozenset({"youtube.com", "www.youtube.com", "m.youtube.com", "youtu.be"})
_VIMEO: Final = frozenset({"vimeo.com", "www.vimeo.com"})
_ARCHIVE: Final = frozenset({"archive.org", "www.archive.org"})
_GOOGLE_BOOKS: Final = "books.google."


def place_in_original(address: str, source: Source, part: SourcePart) -> str:
    """Return the address of a part of a source in the original, or in a capture of it, as near as a link can lead."""
    scheme = source.scheme_of(part.at) if part.at is not None else None
    found = _by_time(address, source, part) if scheme == "time" else _by_page(address, scheme, part)
    return found or _by_words(address, part)


def _by_time(address: str, source: Source, part: SourcePart) -> str:
    """Return the address of a second: as the host writes it or else as a media fragment (W3C)."""
    start = seconds(part.at or "")
    parts = urlsplit(address)
    is_film = source.kind in {"video", "audio"} or _FILM_FILE.search(parts.path) is not None
    if start is None or not (is_film or part.begins is None or parts.hostname in _YOUTUBE | _VIMEO | _ARCHIVE):
        return ""
    bare = address.partition("#")[0]
    if parts.hostname in _YOUTUBE:
        return _asked(bare, f"t={int(start)}")
    if parts.hostname in _VIMEO:
        return f"{bare}#t={int(start)}s"
    if parts.hostname in _ARCHIVE and parts.path.startswith("/details/"):
        return _asked(bare, f"start={int(start)}")
    return f"{bare}#t={start:g}" if start % 1 else f"{bare}#t={int(start)}"


def _asked(address: str, question: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}{question}"


def _by_page(address: str, scheme: Scheme | None, part: SourcePart) -> str:
    """Return the address of a page: of a PDF file, or of a book where a library's page shows it."""
    parts = urlsplit(address)
    bare = address.partition("#")[0]
    printed = ""
    if part.at is not None and scheme in {"page", "page-line"}:
        printed = sides(scheme, part.at)[0].partition(":")[0]
    is_pdf = parts.path.lower().endswith(".pdf")
    if is_pdf or (part.pdf_page is not None and part.begins is None):
        number = str(part.pdf_page or (printed if printed.isdecimal() else ""))
        return f"{bare}#page={number}" if number else ""
    if printed and (parts.hostname or "").startswith(_GOOGLE_BOOKS) and "id=" in parts.query:
        return f"{bare}&pg=P{'A' if printed.isdecimal() else 'R'}{printed}" if "pg=" not in parts.query else ""
    if printed and parts.hostname in _ARCHIVE and re.fullmatch("/details/[^/]+/?", parts.path):
        return f"{bare.rstrip('/')}/page/{printed}"
    return ""


def _by_words(address: str, part: SourcePart) -> str:
    """Return the address with a text fragment (WICG) of the first and last words, where there are words.

    Every character outside letters and digits is percent-encoded, since ``-`` and ``,`` have a meaning there; those of
    any script stay, which a browser encodes itself and which take three times the bytes where we do.
    """
    if part.begins is None or urlsplit(address).path.lower().endswith(".pdf"):
        return address
    parts = [part.begins] if part.ends is None else [part.begins, part.ends]
    separator = ":~:text=" if urlsplit(address).fragment else "#:~:text="
    return f"{address}{separator}{','.join(map(_words_encoded, parts))}"


def _words_encoded(text: str) -> str:
    """Encode every character but letters and digits."""
    return _NO_WORD.sub(in_percent, " ".join(text.split()))


def in_percent(run: re.Match[str]) -> str:
    """Encode every byte of what was found."""
    return "".join([_PERCENT[byte] for byte in run[0].encode()])

"""Addresses of originals as readers can read them: decoded, and short."""

import re
import unicodedata
from typing import Final
from urllib.parse import quote, unquote_to_bytes, urlsplit

_LONGEST: Final = 60
_SHORTEST_KEPT: Final = 24


def short_address(url: str) -> str:
    """Return an address as its host and its path, decoded and shortened: `example.org/…/storm-again`.

    Percent-encoding is undone where the result is text that shows: what is not UTF-8, and
    characters that a reader would not see or that turn the order of others, stay encoded.
    """
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2].removeprefix("www.")
    path = _decoded(parts.path).rstrip("/")
    if parts.query:
        path += f"?{_decoded(parts.query)}"
    if len(host) + len(path) <= _LONGEST:
        return f"{host}{path}"
    first, _, last = path.rpartition("/")
    between = "/…/" if first.strip("/") else "/"
    room = max(_SHORTEST_KEPT, _LONGEST - len(host) - len(between))
    kept = last if len(last) <= room else f"{last[:room]}…"
    return f"{host}{between}{kept}"


def _decoded(text: str) -> str:
    return re.sub("(?:%[0-9A-Fa-f]{2})+", _decoded_run, text)


def _decoded_run(match: re.Match[str]) -> str:
    try:
        text = unquote_to_bytes(match[0]).decode()
    except UnicodeDecodeError:
        return match[0]
    return "".join(quote(char, safe="") if _is_unseen(char) else char for char in text)


def _is_unseen(char: str) -> bool:
    return unicodedata.category(char)[0] in "CZ"

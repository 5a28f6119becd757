"""Texts no longer than a small page has room for."""

from collections.abc import Callable
from itertools import accumulate

from dateline.ground import escaping


def size_in_html(text: str) -> int:
    """Return how many bytes a text takes in a page."""
    return len(escaping.html(text).encode("utf-8", "surrogatepass"))


def size_in_shown_html(text: str) -> int:
    """Return how many bytes a text takes in HTML that a page shows as text."""
    return size_in_html(str(escaping.html(text)))


def shortened(text: str, most: int, size: Callable[[str], int] = size_in_html) -> str:
    """Return text of at most so many bytes as they stand in a page; what is left out, "…" says."""
    if size(text) <= most:
        return text
    sizes = accumulate(size(character) for character in text)
    kept = sum(reached <= most - len("…".encode()) for reached in sizes)
    return f"{text[:kept].rstrip()}…"

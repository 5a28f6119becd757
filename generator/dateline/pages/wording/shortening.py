"""Texts no longer than a small page has room for."""

from itertools import accumulate

from dateline.ground import escaping


def shortened(text: str, most: int) -> str:
    """Return text of at most so many bytes as they stand in a page; what is left out, "…" says."""
    if size_in_html(text) <= most:
        return text
    sizes = accumulate(size_in_html(character) for character in text)
    kept = sum(size <= most - len("…".encode()) for size in sizes)
    return f"{text[:kept].rstrip()}…"


def size_in_html(text: str) -> int:
    """Return how many bytes a text takes in a page."""
    return len(escaping.html(text).encode("utf-8", "surrogatepass"))

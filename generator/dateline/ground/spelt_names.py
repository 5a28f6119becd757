"""Where a name or a passage stands in a text, however it is spelt there.

Case, Unicode forms, marks above and below letters, zero-width characters, kinds of apostrophes and hyphens, and whether
words are parted by spaces, hyphens, underscores or not at all make no difference.  A name in another script, in another
transliteration, with its parts in another order or with a typing error is another name: whoever looks names it too.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

_LIKE: Final = str.maketrans(  # letters and marks that look alike are its subject
    {
        **dict.fromkeys("‘’ʼʻʾʿ`´′＇", "'"),  # noqa: RUF001
        **dict.fromkeys("‐‑‒–—―−_+", "-"),  # noqa: RUF001
        **dict(zip("ىیکةٱہھۀ", "ييكهاههه", strict=True)),
        **dict(zip("ıłøđð", "ilodd", strict=True)),
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
    }
)
_BETWEEN: Final = r"(?:[\s\-']|%20)*"
_NOT_READ: Final = frozenset({"Mn", "Me", "Cf"})
_TATWEEL: Final = "\N{ARABIC TATWEEL}"
_PARTS: Final = re.compile(r"[\s\-]+")


class SpeltNames:
    """Finds some names and passages in texts."""

    def __init__(self, wanted: Iterable[str]) -> None:
        """Look for what is `wanted`; the longer of two that begin in one place is found."""
        patterns = {pattern for text in wanted if (pattern := _pattern(text))}
        longest_first = sorted(patterns, key=lambda pattern: (-len(pattern), pattern))
        self._pattern = re.compile("|".join(longest_first)) if longest_first else None

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield from where to where each of them stands in a text."""
        if self._pattern is None:
            return
        folded, places = _folded(text)
        for found in self._pattern.finditer(folded):
            end = places[found.end() - 1] + 1
            while end < len(text) and _is_unread(text[end]):
                end += 1
            yield places[found.start()], end

    def first(self, text: str) -> int | None:
        """Return where the first of them stands in a text, or None."""
        return next((start for start, _ in self.spans(text)), None)

    def replaced(self, text: str, instead: str) -> str:
        """Return a text with something else instead of each of them."""
        parts, before = [], 0
        for start, end in self.spans(text):
            parts += [text[before:start], instead]
            before = end
        return "".join([*parts, text[before:]])


def _pattern(text: str) -> str:
    """Return what finds a name in a folded text: an apostrophe may stand anywhere in it, and a plain s behind it."""
    folded = "".join(_folded(text)[0]).replace("'", "").strip(" -")
    words = [word for word in _PARTS.split(folded) if word]
    if not words:
        return ""
    inside = _BETWEEN.join("'?".join(map(re.escape, word)) for word in words)
    left = r"(?<!\w)" if _has_case(words[0][0]) else ""
    right = r"(?=s?(?!\w))" if _has_case(words[-1][-1]) else ""
    return f"{left}{inside}{right}"


def _has_case(char: str) -> bool:
    """Return whether a letter is of a script whose words stand alone: others join articles or whole words to them."""
    return char.isdecimal() or char.upper() != char.lower() or not char.isalpha()


def _is_unread(char: str) -> bool:
    return char == _TATWEEL or unicodedata.category(char) in _NOT_READ


def _folded(text: str) -> tuple[str, list[int]]:
    """Return a text as two spellings of a name compare, and where in it each character of that was."""
    found, places = [], []
    for place, char in enumerate(text):
        for part in unicodedata.normalize("NFKD", char.casefold()).translate(_LIKE):
            if not _is_unread(part):
                found.append(part)
                places.append(place)
    return "".join(found), places

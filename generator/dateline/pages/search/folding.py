"""Text of any script brought to one form, so that a name is found however it is typed.

`templates/theme/assets/search.js` folds what a reader types in the same way; the tests
hold the two equal.  Case, diacritics, vowel signs (tashkil), tatweel and invisible
characters go; letters that writers of Arabic and Persian use for one another become one;
the Arabic article goes, alone or fused with a conjunction or a preposition.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

_VARIANTS: Final = "ٱٲٳىیےةہھەک" + "٠١٢٣٤٥٦٧٨٩" + "۰۱۲۳۴۵۶۷۸۹" + "ςıłøđð"
_PLAIN: Final = "اااييي" + "هههه" + "ك" + "0123456789" + "0123456789" + "σilodd"  # noqa: RUF001 - letters that look alike are the matter here
_INSIDE_WORDS: Final = "'’‘`ʼʻʿʾʹʺـء"
"""What goes without parting a word: apostrophes and their like, tatweel, a hamza on its own."""
_LETTERS: Final = str.maketrans(
    dict(zip(_VARIANTS, _PLAIN, strict=True))
    | {"þ": "th", "æ": "ae", "œ": "oe", "ß": "ss"}
    | dict.fromkeys(_INSIDE_WORDS, "")
)
_WORD: Final = re.compile(r"[^\W_]+")
_ARABIC_ARTICLE: Final = re.compile("^(?:ال(?=..)|(?:[وفبك]ال|لل)(?=...))")
_LATIN_ARTICLE: Final = re.compile(r"(?<![^\W_])(?:al|el|ul|ad|an|ar|as|ash|at|az|ez)[-‐‑–](?=[^\W_]{2})")  # noqa: RUF001 - the dashes that are typed
_LONE_LETTER: Final = re.compile(r"(?<![^\W_])([^\W_])[-‐‑–](?=[^\W_])")  # noqa: RUF001 - the dashes that are typed
_ARTICLES: Final = frozenset({"al", "el"})
_LONGEST_JOINED: Final = 3
"""The most words that anybody writes as one: Deir ez-Zor."""
_REMEMBERED: Final = 50_000
"""Of how many chunks of text the words are kept: a chronology says the same things again and again."""


def fold(text: str) -> str:
    """Return `text` without case, diacritics and variant letters; words are not parted or joined by it."""
    if text.isascii():
        return text.lower().translate(_LETTERS)
    bare = "".join(character for character in unicodedata.normalize("NFKD", text) if not _is_mark(character))
    return unicodedata.normalize("NFC", bare.lower().translate(_LETTERS))


def words(text: str) -> list[str]:
    """Return the words of `text`, folded, without the Arabic article."""
    return [_ARABIC_ARTICLE.sub("", word) for word in _WORD.findall(fold(text))]


def query(text: str) -> str:
    """Return what is asked of the index when a reader types `text`."""
    found = words(_LONE_LETTER.sub(r"\1", _LATIN_ARTICLE.sub("", fold(text))))
    return " ".join([word for word in found if word not in _ARTICLES] or found)


def spellings(text: str) -> Iterator[str]:
    """Yield the folded words of `text` that differ from what Pagefind itself makes of the written ones."""
    if text.isascii() and "'" not in text and "`" not in text:
        return  # Pagefind folds it as we do
    for chunk in text.split():
        if not chunk.isascii() or "'" in chunk or "`" in chunk:
            yield from _unknown_words(chunk)


def whole_names(name: str) -> Iterator[str]:
    """Yield a name as one word, with its article and without: what a short name is typed as."""
    for parts in (words(name), words(_LATIN_ARTICLE.sub("", fold(name)))):
        if 1 <= len(parts) <= _LONGEST_JOINED:
            yield "".join(parts)


@lru_cache(maxsize=_REMEMBERED)
def _unknown_words(chunk: str) -> tuple[str, ...]:
    known = _by_pagefind(chunk)
    return tuple(word for word in words(chunk) if word not in known)


def _by_pagefind(chunk: str) -> frozenset[str]:
    """Return what Pagefind indexes of a chunk without white space: its parts and the whole, without marks."""
    bare = "".join(character for character in unicodedata.normalize("NFD", chunk.lower()) if not _is_mark(character))
    parts = _WORD.findall(unicodedata.normalize("NFC", bare))
    return frozenset({*parts, "".join(parts)})


def _is_mark(character: str) -> bool:
    """Return whether a character only modifies another, or is not to be seen."""
    return unicodedata.category(character) in {"Mn", "Mc", "Me", "Cf"}

"""Text of any script brought to one form, so that a word is found however it is typed.

`templates/theme/assets/search-words.js` folds what a reader types in the same way; the
tests hold the two equal.  Case, diacritics, vowel signs (tashkil), tatweel and invisible
characters go; letters that writers of Arabic and Persian use for one another become one;
the Arabic article goes, alone or fused with a conjunction or a preposition.  A number is
one word, with or without what parts its thousands.  What is written without spaces
(Chinese, Japanese, Korean, Thai and their like) becomes pairs of letters.
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
_DECIMAL: Final = "·"
_WORD: Final = re.compile(f"[^\\W_]+(?:{_DECIMAL}[0-9]+)?")
_THOUSANDS: Final = re.compile(r"(?<![^\W_])(?<![0-9][.,])[0-9]{1,3}(?:[.,][0-9]{3})+(?![^\W_]|[.,][0-9])")
_FRACTION: Final = re.compile(r"(?<![^\W_])(?<![0-9][.,])([0-9]+)[.,]([0-9]+)(?![^\W_]|[.,][0-9])")
_WITHOUT_SPACES: Final = re.compile(
    "[\u0e00-\u0eff\u0f00-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3130-\u318f"
    "\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]+"
)
_ARABIC_ARTICLE: Final = re.compile("^(?:ال(?=..)|(?:[وفبك]ال|لل)(?=...))")
_LATIN_ARTICLE: Final = re.compile(
    r"(?<![^\W_])(?:al|el|ul|ad|ed|an|en|ar|er|as|es|ash|esh|ach|ech|at|et|ath|az|ez|adh)[-‐‑–](?=[^\W_]{2})"  # noqa: RUF001 - the dashes that are typed
    r"|(?<![^\W_])[ae]([dnrstz]) +(?=\1[^\W_])|(?<![^\W_])[ae]([sc]h) +(?=\2[^\W_])"
)
"""The article before a hyphen, or before a space and the letter that it has taken: as-Salihiyah, as salihiyah."""
_LONE_LETTER: Final = re.compile(r"(?<![^\W_])([^\W_])[-‐‑–](?=[^\W_])")  # noqa: RUF001 - the dashes that are typed
_JOINED: Final = re.compile(r"[^\W_]+(?:[-‐‑–][^\W_]+){1,3}")  # noqa: RUF001 - the dashes that are typed
_ARTICLES: Final = frozenset({"al", "el"})
_REMEMBERED: Final = 50_000
"""Of how many texts the words are kept: a chronology says the same things again and again."""


def fold(text: str) -> str:
    """Return `text` without case, diacritics and variant letters; words are not parted or joined by it."""
    if text.isascii():
        return text.lower().translate(_LETTERS)
    bare = "".join(character for character in unicodedata.normalize("NFKD", text) if not _is_mark(character))
    return unicodedata.normalize("NFC", bare.lower().translate(_LETTERS))


def words(text: str) -> list[str]:
    """Return the words of `text`, folded, without the Arabic article."""
    return [piece for word in _whole_words(fold(text)) for piece in _pieces(word)]


def query(text: str) -> str:
    """Return what is asked of the index when a reader types `text`."""
    return " ".join(piece for word in _asked(text) for piece in _pieces(word))


def name_words(name: str) -> list[str]:
    """Return the words of a name, whole in every script, without its articles."""
    return _asked(name)


@lru_cache(maxsize=_REMEMBERED)
def tokens(text: str) -> tuple[str, ...]:
    """Return each word under which `text` is found, once: its words, and those that hyphens join as one."""
    folded = fold(text)
    found = dict.fromkeys(piece for word in _whole_words(folded) for piece in _pieces(word))
    found |= dict.fromkeys("".join(_WORD.findall(chunk)) for chunk in _JOINED.findall(folded))
    found |= dict.fromkeys(run[-1] for run in _WITHOUT_SPACES.findall(folded))
    return tuple(found)


def whole_names(name: str) -> Iterator[str]:
    """Yield a name as one word, with its articles and without."""
    yield from dict.fromkeys("".join(parts) for parts in (_asked(name), _whole_words(fold(name))) if parts)


def _asked(text: str) -> list[str]:
    folded = fold(text)
    found = _whole_words(_LONE_LETTER.sub(r"\1", _LATIN_ARTICLE.sub("", folded)))
    return [word for word in found if word not in _ARTICLES] or found


def _whole_words(folded: str) -> list[str]:
    whole = _THOUSANDS.sub(lambda found: re.sub("[.,]", "", found[0]), folded)
    whole = _FRACTION.sub(rf"\1{_DECIMAL}\2", whole)
    return [_ARABIC_ARTICLE.sub("", word) for word in _WORD.findall(whole)]


def _pieces(word: str) -> Iterator[str]:
    """Yield a word, or what it consists of where it is of a script without spaces."""
    if word.isascii() or not _WITHOUT_SPACES.search(word):
        yield word
        return
    at = 0
    for run in _WITHOUT_SPACES.finditer(word):
        if at < run.start():
            yield word[at : run.start()]
        text, at = run[0], run.end()
        yield from (text[first : first + 2] for first in range(max(1, len(text) - 1)))
    if at < len(word):
        yield word[at:]


def _is_mark(character: str) -> bool:
    """Return whether a character only modifies another, or is not to be seen."""
    return unicodedata.category(character) in {"Mn", "Mc", "Me", "Cf"}

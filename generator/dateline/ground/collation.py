"""Names in the order in which a reader looks for them: É beside E, al-Bukamal under B, 2 before 10.

The Unicode Collation Algorithm was looked at: the one implementation in Python (pyuca, of
2017) reads 1.8 MB at each start, for 0.16 s and 13 MB, and knows neither articles nor
numbers.  What it does for names is that letters count before their marks, and marks before
case; that needs no table, but for the few letters which decomposition does not tell apart
as alphabets do.  Scripts follow one another as in Unicode: Latin, Greek, Cyrillic, Hebrew,
Arabic and so on; Chinese stands in the order of its characters, Korean in that of its letters.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_AFTER: Final = "\uffff"
"""Behind a letter: the letter that its alphabet has next, whatever follows either in a word."""
_OWN_LETTERS: Final = dict(
    zip(
        "ґђєйіїјљњћќўџ" + "ŋ" + "پٹچڈڑژڤگڭں",
        [f"{before}{_AFTER}" for before in "гдеиииилнткуч" + "n" + "بتجدرزفككن"],
        strict=True,
    )
)
"""Letters of an alphabet's own which Unicode puts elsewhere, or takes for another with a mark."""
_INSIDE_WORDS: Final = "'’‘`´ʼʻʿʾʹʺـء."  # noqa: RUF001 - the marks that are typed
"""Apostrophes, ʿayn, hamza, tatweel, the full stops of U.S.: they part no word and move no name."""
_ALIKE: Final = str.maketrans(
    dict(zip("ıłøđðħ" + "ٱىیےةہھەک", "iloddh" + "ايييهههه" + "ك", strict=True))
    | {"þ": "th", "æ": "ae", "œ": "oe"}
    | dict.fromkeys(_INSIDE_WORDS, "")
)
"""What is written otherwise and stands in the same place."""
_BEFORE: Final = str.maketrans(_OWN_LETTERS)
_NO_WORD: Final = re.compile(rf"[^\w{_AFTER}]+|_+")
_NUMBER: Final = re.compile(r"[0-9]+")
_ARTICLE: Final = re.compile(
    r"^(?:(?:al|el|ul|ad|an|ar|as|ash|at|ath|az|ez|adh)[-‐‑–]|al )(?=[^\W_]{2})|^ال(?=\w{2})"  # noqa: RUF001 - the dashes that are typed
)
_REMEMBERED: Final = 65536

Key = tuple[str, str, str]
"""What names are compared by: their letters and numbers; then their marks; then as they are written."""


@lru_cache(maxsize=_REMEMBERED)
def by_name(name: str) -> Key:
    """Return what puts a name in its place among others; equal only for equal names."""
    folded = unicodedata.normalize("NFKD", name.casefold().translate(_BEFORE))
    bare = "".join(letter for letter in folded if unicodedata.category(letter) not in {"Mn", "Mc", "Me", "Cf"})
    word = _ARTICLE.sub("", bare.translate(_ALIKE).lstrip('"“”„«»( '))
    spaced = _NO_WORD.sub(" ", word).strip()
    return _NUMBER.sub(_counted, spaced), unicodedata.normalize("NFC", name).casefold(), name


def _counted(number: re.Match[str]) -> str:
    """Return a number in a form whose order is that of its value: how long it is stands before it."""
    digits = number[0].lstrip("0")
    return f"{len(digits):04}{digits}"

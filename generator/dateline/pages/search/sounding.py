"""How a name sounds, by rule: one key for all the ways of writing it in Latin, Cyrillic or Arabic letters.

Suleimani and Soleimani, Hizbullah and Hezbollah, Zour, Zor and Zawr have one key each.
`templates/theme/assets/search-words.js` makes the same; the tests hold the two equal.
"""

import re
from typing import Final

_CYRILLIC: Final = dict(
    zip(
        "абвгдежзиклмнопрстуфхцчшщыэюяіїєґђћјљњџў",
        "a b v g d e zh z i k l m n o p r s t u f kh ts ch sh shch y e yu ya i i ie g dj ch j l n dj u".split(),  # noqa: SIM905 - read more easily
        strict=True,
    )
)
_ARABIC: Final = dict(
    zip(
        "ابتثجحخدذرزسشصضطظغفقكلمنهويپچژگ",
        "a b t th j h kh d dh r z s sh s d t z gh f q k l m n h w y p ch zh g".split(),  # noqa: SIM905 - read more easily
        strict=True,
    )
)
_LETTERS: Final = str.maketrans(_CYRILLIC | _ARABIC)
_NO_LETTER: Final = re.compile("[^a-z0-9]+")
_RULES: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("^abd[aeiou]l?(?=[rnsztdlkqhmgw])", "abda"),
        ("t?sch|tch|sh|ch|t[sz]", "s"),
        ("zh|dj", "j"),
        ("kh", "h"),
        ("gh", "k"),
        ("ph", "f"),
        ("th", "t"),
        ("dh", "z"),
        ("c(?=[eiy])", "s"),
        ("ck|[cqg]", "k"),
        ("x", "ks"),
        ("[aei]*(?:y+[ae]|ia)[aeiy]*", "A"),
        ("y", "i"),
        ("v", "w"),
        ("z", "s"),
        (r"([^aeiou])\1+", r"\1"),
        ("w(?![aeiouA])", "u"),
        ("h$", ""),
        ("[aei]*[ou][aeiou]*", "u"),
        ("[aei]+", "a"),
    )
)
"""What is written for one sound becomes one letter, in this order; of vowels a, u, or A for two (Syria)."""
_VOWELS: Final = re.compile("[auwA]")
_ARTICLE: Final = re.compile(r"^(?:[ae]l(?=[^aeiou].{3})|[ae]([dnrstz])(?=\1.{3})|[ae]sh(?=sh.{3}))")
"""The article that was written as one with its word: albukamal, assalihiyah."""
_FATHER_OF: Final = re.compile(r"^(?:(?:[ae]l)?b(?:ou|oo|[uo])|[ae]b(?:ou|oo|[uoi])l?)(?=[^aeiou].{2})")
"""Abu, Bu or Albu, written as one with its word: Abu Kamal, Abulkamal, Boukamal and Albukamal are one name."""
_MOST: Final = 200
"""Of so many letters a word is at most that has a sound: the rules about vowels take the square of its length."""
_LEAST: Final = 3
"""Of how many letters a key without vowels is, at least: shorter ones say little."""


def latin(word: str) -> str:
    """Return a folded word in Latin letters."""
    return _NO_LETTER.sub("", word.translate(_LETTERS))


def sound(word: str) -> str:
    """Return how a folded word sounds; empty where it is of a script that no rule is about, a number, or no name."""
    found = latin(word)
    if not found or found.isdecimal() or len(found) > _MOST:
        return ""
    for pattern, letter in _RULES:
        found = pattern.sub(letter, found)
    return found


def sounds(word: str) -> list[str]:
    """Return how a folded word sounds, and how without the article or with the short "bu" that it may begin with."""
    found = latin(word)
    heard = (sound(found), sound(_ARTICLE.sub("", found)), sound(_FATHER_OF.sub("bu", found)))
    return list(dict.fromkeys(filter(None, heard)))


def skeleton(heard: str) -> str:
    """Return a sound without its vowels, which Arabic does not write; empty where little is left."""
    bare = _VOWELS.sub("", heard)
    return bare if len(bare) >= _LEAST else ""

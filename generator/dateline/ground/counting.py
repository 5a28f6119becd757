"""Words of a text counted, so that a limit in words holds in every script.

Where spaces part words, a word is what stands between them. Where they do not, characters count: two of Chinese or
Japanese as a word, since most of their words have one or two; four letters of Thai, Lao, Khmer, Burmese, Tibetan and
their neighbours, whose words have four or more. Vowel signs and other marks belong to their letter. What joins words
without a space (an underscore, a long dash, a space of no width, a chain of hyphens) makes one word of none of them.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import Final

_EAST_ASIAN: Final = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303c\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f"
    "\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua48c\uf900-\ufaff\uff66-\uff9d"
    "\U00016fe0-\U00018d8f\U0001aff0-\U0001b2ff\U00020000-\U0003ffff"
)
_SOUTH_EAST_ASIAN: Final = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ecd\u0edc-\u0edf\u0f00\u0f40-\u0fbc\u1000-\u103f\u1050-\u109f\u1780-\u17d3\u17d7"
    "\u17dc\u17dd\u1950-\u19df\u1a20-\u1aad\u1b00-\u1b4c\ua980-\ua9c0\ua9e0-\ua9ff\uaa60-\uaadf"
)
_LETTERS_OF_A_WORD: Final = {"east": 2, "south": 4}
_RUNS: Final = re.compile(
    f"(?P<east>[{_EAST_ASIAN}]+)|(?P<south>[{_SOUTH_EAST_ASIAN}]+)|[^{_EAST_ASIAN}{_SOUTH_EAST_ASIAN}]+"
)
_IS_SPACELESS: Final = re.compile(f"[{_EAST_ASIAN}{_SOUTH_EAST_ASIAN}]")
# Beside Unicode's white space: what takes no room or shows as nothing, the word space of Ethiopic, and the tsheg of
# Tibetan is none, since it parts syllables.
_TOKENS: Final = re.compile("[^\\s\u115f\u1160\u1361\u180e\u200b\u2800\u3164\ufeff\uffa0]+")
_JOINED: Final = re.compile("[_\u2012-\u2015\u2e3a\u2e3b\uff3f]+")
"""What parts words wherever it stands between letters: underscores and long dashes."""
_PARTS: Final = re.compile("[^\\W_](?:[\\w'\u2019\u02bc\u00ad\u200c\u200d\u0300-\u036f])*")
_MARKS: Final = ".,;:!?()[]\"'“”‘’…"
_LONGEST_CHAIN: Final = 4
"""How many words hyphens and points may join into one: al-Busariyah-ash-Shaddaday, but not the-council-met-at-noon."""
_ADDRESS: Final = re.compile("[^\\w]*(?:https?://|www\\.)[!-~]+", re.IGNORECASE)
"""A web address, which is one word however it is joined."""
_LONGEST_WORD: Final = 40
_LETTERS_OF_A_LUMP: Final = 10
"""Of what is longer than any word, so many characters count as one."""

Span = tuple[int, int]


def word_count(text: str) -> int:
    """Return how many words `text` has."""
    tokens = text.split() if text.isascii() else _TOKENS.findall(text)
    return sum(1 if _is_one_word(token) else max(1, len(_words(token))) for token in tokens)


def _is_one_word(token: str) -> bool:
    """Return whether a token is plainly one word, as nearly all of them are."""
    word = token.strip(_MARKS)
    return (word.isascii() and word.isalnum() and len(word) <= _LONGEST_WORD) or _ADDRESS.fullmatch(token) is not None


def how_counted(text: str) -> str:
    """Return how the words of `text` were counted, where it is not by the spaces between them."""
    if _IS_SPACELESS.search(text) is None:
        return ""
    return "where no spaces part words, two characters count as one; four of Thai, Lao, Khmer, Burmese and Tibetan"


def first_words(text: str, number: int) -> str:
    """Return the beginning of `text` up to its `number`-th word, as typed."""
    spans = list(islice(_spans(text), number + 1))
    return text.strip() if len(spans) <= number else text[: spans[number - 1][1]].strip()


def last_words(text: str, number: int) -> str:
    """Return the end of `text` from its `number`-th last word on, as typed."""
    spans = list(_spans(text))
    return text.strip() if len(spans) <= number else text[spans[-number][0] :].strip()


def is_within_word(text: str, place: int) -> bool:
    """Return whether a place in a text lies between two letters of a word, in scripts where spaces part words."""
    beside = text[max(place - 1, 0) : place + 1]
    if place <= 0 or not all(char.isalnum() or unicodedata.category(char).startswith("M") for char in beside):
        return False
    is_parted = len(beside) < 2 or _IS_SPACELESS.search(beside) is not None  # noqa: PLR2004 - a letter on either side
    return not is_parted and any(first < place < last for first, last in _spans(text))


def _spans(text: str) -> Iterator[Span]:
    """Yield where each word begins and ends; marks that stand beside a word belong to it."""
    for token in _TOKENS.finditer(text):
        if _is_one_word(token[0]):
            yield token.span()
        else:
            yield from _widened(_words(token[0]), len(token[0]), token.start())


def _widened(words: list[Span], length: int, start: int) -> Iterator[Span]:
    """Yield the words of a token, each with the marks that follow it; the first with those before it."""
    if not words:
        yield start, start + length
    for index, (first, _) in enumerate(words):
        last = words[index + 1][0] if index + 1 < len(words) else length
        yield start + (first if index else 0), start + last


def _words(token: str) -> list[Span]:
    found: list[Span] = []
    for run in _RUNS.finditer(token):
        if run.lastgroup is not None:
            found += _by_characters(run[0], run.start(), _LETTERS_OF_A_WORD[run.lastgroup])
        else:
            found += _by_joints(run[0], run.start())
    return found


def _by_characters(run: str, start: int, letters: int) -> list[Span]:
    places = [place for place, char in enumerate(run) if not unicodedata.category(char).startswith("M")] or [0]
    firsts = [places[index] for index in range(0, len(places), letters)]
    return [(start + first, start + last) for first, last in zip(firsts, [*firsts[1:], len(run)], strict=True)]


def _by_joints(run: str, start: int) -> list[Span]:
    """Part what has no space in it at underscores and long dashes between letters, and where it is a chain."""
    found: list[Span] = []
    pieces = list(_pieces(run))
    for first, last in pieces:
        parts = [part.span() for part in _PARTS.finditer(run, first, last)]
        lettered = [span for span in parts if any(char.isalpha() for char in run[slice(*span)])]
        is_chain = len(lettered) > _LONGEST_CHAIN and any(end - begin > 1 for begin, end in lettered)
        chosen = lettered if is_chain else parts[:1] and [(parts[0][0], parts[-1][1])]
        for begin, end in chosen:
            step = _LETTERS_OF_A_LUMP if end - begin > _LONGEST_WORD else end - begin
            found += [(start + at, start + min(at + step, end)) for at in range(begin, end, step)]
    return found


def _pieces(run: str) -> Iterator[Span]:
    """Yield the pieces of a run that underscores and long dashes part; spans of figures stay whole, as 1990–1995."""
    begin = 0
    for joint in _JOINED.finditer(run):
        left, right = run[begin : joint.start()], run[joint.end() :]
        if any(map(str.isalpha, left)) and any(map(str.isalpha, right)):
            yield begin, joint.start()
            begin = joint.end()
    yield begin, len(run)

"""Whether a text of the editors names an actor."""

import re
from collections import Counter
from collections.abc import Container, Iterable
from typing import Final

from dateline.records.types import Actor
from dateline.records.types.dated_facts import every_name

_WORD: Final = re.compile(r"[^\W_]+")
_STEM: Final = 5
"""Letters that a name and its adjective share: Russia, Russian."""
_ENDING: Final = r"[^\W\d_]{0,2}"


class NamesIn:
    """The words of a text, to be asked whom it names."""

    def __init__(self, text: str) -> None:
        words = _words(text)
        self._stems = {word[:_STEM] for word in words if len(word) >= _STEM}
        self._text = _spaced(words)

    def hint_at(self, actor: Actor) -> bool:
        """Return whether the text has a name of the actor, or a word of it that is long enough to be told by a stem."""
        return any(len(word) >= _STEM and word[:_STEM] in self._stems for word in _words(actor.name)) or self.have(
            actor
        )

    def count_of_hints(self, actor: Actor) -> int:
        """Return how many words of an actor's name the text has, all of them and one more where it has a whole name."""
        words = _words(actor.name)
        if self.have(actor):
            return len(words) + 1
        return sum(len(word) >= _STEM and word[:_STEM] in self._stems for word in words)

    def have_inflected(self, actor: Actor, telling: Container[str] = ()) -> bool:
        """Return whether the text has a name of the actor, its words with endings too, as Russian has Russia.

        It is a whole name, or one word of it that is `telling`.
        """
        names = [words for name in every_name(actor) if (words := _words(name))]
        alone = ([word] for words in names for word in words if len(word) >= _STEM and word in telling)
        return any(re.search(_inflected(words), self._text) for words in (*names, *alone))

    def have(self, actor: Actor) -> bool:
        """Return whether the text has a name of the actor."""
        return self.place_of(actor) >= 0

    def place_of(self, actor: Actor) -> int:
        """Return how far into the text the first name of the actor is; -1 where it has none."""
        found = (self._text.find(_spaced(_words(name))) for name in every_name(actor))
        return min((place for place in found if place >= 0), default=-1)


def words_of_one(actors: Iterable[Actor]) -> frozenset[str]:
    """Return the words that the names of one of some actors have and those of no other."""
    counts = Counter(word for actor in actors for word in {word for name in every_name(actor) for word in _words(name)})
    return frozenset(word for word, count in counts.items() if count == 1)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _inflected(words: list[str]) -> str:
    return f" {' '.join(f'{word}{_ENDING}' if len(word) >= _STEM else word for word in words)} "


def _spaced(words: list[str]) -> str:
    return f" {' '.join(words)} "

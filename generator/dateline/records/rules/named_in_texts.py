"""Whether a text of the editors names an actor."""

import re
from typing import Final

from dateline.records.types import Actor
from dateline.records.types.dated_facts import every_name

_WORD: Final = re.compile(r"[^\W_]+")
_STEM: Final = 5
"""Letters that a name and its adjective share: Russia, Russian."""


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

    def have(self, actor: Actor) -> bool:
        """Return whether the text has a name of the actor."""
        return self.place_of(actor) >= 0

    def place_of(self, actor: Actor) -> int:
        """Return how far into the text the first name of the actor is; -1 where it has none."""
        found = (self._text.find(_spaced(_words(name))) for name in every_name(actor))
        return min((place for place in found if place >= 0), default=-1)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _spaced(words: list[str]) -> str:
    return f" {' '.join(words)} "

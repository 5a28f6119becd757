"""The names of a record in every language, as its page lists them."""

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.ground.languages import ENGLISH, Language, direction_of
from dateline.pages.wording import words
from dateline.records.types import Actor, Place


@dataclass(frozen=True, slots=True)
class NameView:
    """A name in some language, with the direction that it is written in."""

    text: str
    lang: str
    dir: str
    language: str


def names_of(record: Actor | Place, language: Language = ENGLISH) -> tuple[NameView, ...]:
    """Return the names of a record, each with its language."""
    return names_in(record.names, language)


def names_in(names: Mapping[str, str], language: Language = ENGLISH) -> tuple[NameView, ...]:
    """Return names, or titles, by language, each with its language."""
    return tuple(
        NameView(name, code, direction_of(code), words.language_name(code, language))
        for code, name in sorted(names.items())
    )

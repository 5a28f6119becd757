"""What a source says of itself, in words: its title or what stands for one, who made it, where it appeared."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from dateline.ground.dates import in_words
from dateline.ground.languages import ENGLISH, Language
from dateline.pages.wording import words
from dateline.pages.wording.quoted_words import within
from dateline.pages.wording.shortening import shortened
from dateline.records.chronology import Chronology
from dateline.records.types import Creator, Masthead, Source

_QUOTED: Final = re.compile(r"[\"“„«][^\"“”„«»]*[\"“”»]")
"""A title that is quoted as a whole already."""
_ABBREVIATED: Final = re.compile(r"\(([^()]+)\)\Z")


def source_title(masthead: Masthead, source: Source, language: Language = ENGLISH) -> str:
    """Return the title of a source or, where it has none, what it is: "Post of 5 March 2031"."""
    if source.title:
        return source.title
    kind = words.term(masthead, "source_kinds", source.kind, language)
    if not source.is_dated:
        return language.gettext("%(kind)s without a title", kind=kind)
    return language.gettext("%(kind)s of %(date)s", kind=kind, date=in_words(source.published, language))


def is_headline(source: Source) -> bool:
    """Return whether the title is the publisher's, and not what editors wrote in brackets in the place of one."""
    return bool(source.title) and not (source.title.startswith("[") and source.title.endswith("]"))


def quoted_title(masthead: Masthead, source: Source, language: Language = ENGLISH, most: int | None = None) -> str:
    """Return the title as readers see it, of `most` characters: quoted where the words are the publisher's."""
    title = source_title(masthead, source, language)
    title = title if most is None else shortened(title, most, len)
    if not is_headline(source) or _QUOTED.fullmatch(title):
        return title
    return language.gettext("“%(title)s”", title=within(title))


def publisher_of(chronology: Chronology, source: Source, language: Language = ENGLISH) -> str:
    """Return the name of the publisher, or that it is not known."""
    actor = chronology.actors.get(source.publisher)
    return actor.name if actor is not None else language.gettext("publisher not known")


def names_of(chronology: Chronology, creators: Iterable[Creator]) -> list[str]:
    """Return the names of those who made a source."""
    return [_name(chronology, one) for one in creators]


def _name(chronology: Chronology, creator: Creator) -> str:
    actor = chronology.actors.get(creator.actor or "")
    return actor.name if actor is not None else creator.name or creator.actor or ""


def appeared_in(source: Source, language: Language = ENGLISH) -> str:
    """Return where a source appeared: "The Journal of Wells, vol. 12, no. 3, pp. 101-117"."""
    return ", ".join(_appeared(source, language))


def _appeared(source: Source, language: Language) -> Iterator[str]:
    if source.container:
        yield source.container
    if source.volume:
        yield language.gettext("vol. %(volume)s", volume=source.volume)
    if source.issue:
        yield language.gettext("no. %(issue)s", issue=source.issue)
    if source.pages:
        yield pages_in_words(source.pages, language)


def pages_in_words(pages: str, language: Language) -> str:
    """Return the pages of a source: "p. 7", "pp. 101-117"."""
    if pages.isalnum():
        return language.gettext("p. %(page)s", page=pages)
    return language.gettext("pp. %(pages)s", pages=pages)


def reporter_of(container: str) -> str:
    """Return a law report as courts cite it: what stands in brackets behind its name, "U.S.", else the name."""
    found = _ABBREVIATED.search(container)
    return found[1] if found else container

"""What an article is once it is read: its blocks, and what its page says about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from dateline.ground.extraction.signs import Sign

_SHOWN: Final = 8


class TextForm(StrEnum):
    """How a text is written."""

    TEXT = "text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    MAIL = "mail"
    PDF = "PDF"
    SUBTITLES = "subtitles"


@dataclass(frozen=True, slots=True)
class Block:
    """A block of an article, and what the markup tells of it.

    Every word that its page shows is in a block; what is no part of the article has a sign that says so.
    """

    text: str
    is_heading: bool = False
    by_markup: Sign | None = None
    """What the markup makes of it, where it is no plain paragraph."""
    unit: str | None = None
    """The entry, post or article of the page that it stands in, where there are several."""
    is_passed_over: bool = False
    """Whether the extractor, which looks for the article among all that is around it, has left it out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article as blocks, with what its page or front matter says about it."""

    form: TextForm
    blocks: tuple[Block, ...]
    title: str | None = None
    site: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    hidden: Mapping[str, int] = field(default_factory=dict)
    """How many words the file has that its page does not show, by the reason."""
    apart: str | None = None
    """Why its units are sources of their own, where they are."""
    numbered: Mapping[str, int] = field(default_factory=dict)
    """Which page of a PDF is called how in print, where that is not its number."""


class LostTextError(Exception):
    """Words of a text got into no block, or into one twice: a fault of the reader, never of the text."""

    def __init__(self, words: Sequence[str]) -> None:
        more = f" and {len(words) - _SHOWN} more" if len(words) > _SHOWN else ""
        super().__init__(f"{' '.join(words[:_SHOWN])}{more}")


class TooDeepError(Exception):
    """A page whose markup is nested deeper than any parser follows."""

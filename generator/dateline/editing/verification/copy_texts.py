"""A text as a list of blocks, read from a copy that an editor has, and where each block stands in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath
from typing import Final

from dateline.editing.verification.places_of_copies import CopyPlaces
from dateline.ground.extraction import ShownBlock
from dateline.ground.provenance import fingerprint, normalise
from dateline.records.types import SourcePart

_MOST_PARTS: Final = 3
"""Into how many blocks page breaks may cut one paragraph."""


@dataclass(frozen=True, slots=True)
class Span:
    """Some blocks of a copy, read as one paragraph."""

    start: int
    stop: int
    text: str
    plain: str
    sha256: str

    def meets(self, others: Iterable["Span"]) -> bool:
        """Return whether it shares a block with one of the others."""
        return any(self.start < other.stop and other.start < self.stop for other in others)


@dataclass(frozen=True)
class CopyText:
    """A text as a list of blocks, and where it came from."""

    name: str
    blocks: tuple[str, ...]
    shown: tuple[ShownBlock, ...] = ()
    """All that the file shows and that may be part of the article, however it was read as blocks."""
    places: CopyPlaces | None = None
    """Where its blocks stand, of a file that has pages or times."""

    def is_named(self, source: str) -> bool:
        """Return whether its file is called by the id of a source."""
        return PurePath(self.name).stem == source

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """Every block and, since page breaks cut paragraphs, every two or three in a row; the short ones first."""
        return tuple(
            self._span(start, start + length)
            for length in range(1, _MOST_PARTS + 1)
            for start in range(len(self.blocks) - length + 1)
        )

    def _span(self, start: int, stop: int) -> Span:
        text = " ".join(self.blocks[start:stop])
        return Span(start, stop, text, normalise(text), fingerprint(text))

    @cached_property
    def by_fingerprint(self) -> dict[str, list[Span]]:
        """The spans by what they say."""
        found: dict[str, list[Span]] = {}
        for span in self.spans:
            found.setdefault(span.sha256, []).append(span)
        return found


@dataclass(frozen=True, slots=True)
class FoundParagraph:
    """A paragraph found in a copy: its text, its number there, and whether it says the same."""

    text: str
    number: int
    unchanged: bool
    elsewhere: str = ""
    """Where in the copy it stands, in words, where that is not the place recorded."""
    around: str = ""
    """The text that it was taken from, where it is the part of one between its first and last words."""


def fits(paragraph: SourcePart, plain: str) -> bool:
    """Return whether a text in normal form begins and ends with the paragraph's locators."""
    return begins(paragraph, plain) and ends(paragraph, plain)


def begins(paragraph: SourcePart, plain: str) -> bool:
    """Return whether a text in normal form begins as recorded."""
    return paragraph.begins is None or plain.startswith(normalise(paragraph.begins))


def ends(paragraph: SourcePart, plain: str) -> bool:
    """Return whether a text in normal form ends as recorded."""
    return paragraph.ends is None or plain.endswith(normalise(paragraph.ends))

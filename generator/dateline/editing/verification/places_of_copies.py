"""Where the blocks of a copy stand, and where its source's record says that something stands: pages, times."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from dateline.ground.provenance import normalise
from dateline.ground.schemes import Scheme, same_place, seconds, sides
from dateline.records.types import Source, SourcePart

_SLACK: Final = 5
"""So many seconds off a time may be: it is read off a player, and a sentence is not cut in two."""
_OF_PAGES: Final = frozenset({"page", "page-line"})


@dataclass(frozen=True)
class CopyPlaces:
    """The pages of a PDF, or the times of subtitles."""

    scheme: Scheme
    """By page, or by time."""
    units: tuple[str, ...]
    """Where each block begins that is compared."""
    every: tuple[tuple[str, str], ...]
    """All that it says, headings too, each with where it stands."""
    numbered: Mapping[str, int]
    """Which page of the file is called how in print, where that is not its number."""

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The pages or times, in the order of the file."""
        return tuple(dict.fromkeys(unit for unit, _ in self.every))

    def recorded(self, source: Source, part: SourcePart) -> tuple[str, ...] | None:
        """Return the pages or times of the copy that a record says a part stands on; None where that cannot be told."""
        at = part.at
        if self.scheme == "time":
            return tuple(self._at_time(at)) if at is not None and source.scheme_of(at) == "time" else None
        return self._pages(source, part)

    def said(self, units: tuple[str, ...], *, and_next: bool = False) -> str:
        """Return what stands there in normal form; with the page or sentence behind it, if wished."""
        wanted = set(units)
        if and_next and units and (behind := self.names.index(units[-1]) + 1) < len(self.names):
            wanted.add(self.names[behind])
        return normalise(" ".join(text for unit, text in self.every if unit in wanted))

    def in_words(self, unit: str) -> str:
        """Return a place as an editor is told of it."""
        if self.scheme == "time":
            return f"at {unit}"
        number = self.number(unit)
        return f"on page {unit}" if unit == str(number) else f"on page {unit} (page {number} of the file)"

    def number(self, unit: str) -> int:
        """Return which page of the file it is, counted from one."""
        return self.numbered.get(unit) or int(unit)

    def _at_time(self, at: str) -> Iterator[str]:
        first, last = sides("time", at)
        begin, end = seconds(first), seconds(last or first)
        if begin is None or end is None:
            return
        starts = [(seconds(name) or 0.0, name) for name in self.names]
        for place, (start, name) in enumerate(starts):
            stop = starts[place + 1][0] if place + 1 < len(starts) else float("inf")
            if start <= end + _SLACK and stop > begin - _SLACK:
                yield name

    def _pages(self, source: Source, part: SourcePart) -> tuple[str, ...] | None:
        first, last = self._printed(source, part)
        start = part.pdf_page or self._numbered_as(first)
        if start is None:
            return None
        printed = self._numbered_as(last) if last else None
        stop = printed or (start + int(last) - int(first) if last and _are_plain(first, last) else start)
        return tuple(name for name in self.names if start <= self.number(name) <= max(start, stop))

    def _printed(self, source: Source, part: SourcePart) -> tuple[str, str | None]:
        """Return the printed pages from and to which a part runs; nothing where it is counted otherwise."""
        scheme = source.scheme_of(part.at) if part.at is not None else None
        if part.at is None or scheme is None or scheme not in _OF_PAGES:
            return "", None
        first, last = sides(scheme, part.at)
        return first.partition(":")[0], last.partition(":")[0] if last else None

    def _numbered_as(self, label: str) -> int | None:
        """Return the page of the file that is called so in print; None where the file does not say how they are."""
        if not label or not self.numbered:
            return None
        return next((self.number(name) for name in self.names if same_place("page", name, label)), None)


def _are_plain(first: str, last: str) -> bool:
    return first.isdecimal() and last.isdecimal()

"""Texts of sources that an editor has, matched to the records that describe them."""

import codecs
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Final

from dateline.ground import plainfiles
from dateline.ground.extraction import KNOWN_SUFFIXES, LARGEST, ShownBlock, decoded, readings_of, shown_in
from dateline.ground.provenance import fingerprint, normalise
from dateline.records.types import Paragraph, Source, SourcePart, SourcePassage, Spot

_ENOUGH: Final = 0.3
_WIDE: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
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


@dataclass(frozen=True, slots=True)
class Match:
    """A source's paragraphs as found in a copy, and the blocks among them that no record describes."""

    copy: CopyText
    found: dict[Spot, FoundParagraph]
    unrecorded: tuple[str, ...]

    @property
    def worth(self) -> tuple[int, int, int]:
        """What makes one match better than another: more found, more of it unchanged, less besides."""
        return len(self.found), sum(found.unchanged for found in self.found.values()), -len(self.unrecorded)


def read_copies(folder: Path, tell: Callable[[str], None] = lambda _: None) -> list[CopyText]:
    """Read every text, Markdown and HTML file below `folder`, in each way in which it can be read as blocks.

    `tell` is called with a sentence for each that cannot be read.
    """
    known = (path for path in sorted(folder.rglob("*")) if path.suffix.lower() in KNOWN_SUFFIXES and not path.is_dir())
    copies: list[CopyText] = []
    for path in known:
        try:
            data = plainfiles.read(path, LARGEST)
        except OSError as error:
            tell(f"{path} is not read: {error.strerror or error}")
            continue
        if b"\0" in data and not data.startswith(_WIDE):
            tell(f"{path} is not read: it is no text, but holds the character U+0000")
            continue
        copies += copies_of(path.name, decoded(data), path.suffix)
    return copies


def copies_of(name: str, text: str, suffix: str) -> list[CopyText]:
    """Return the ways in which a text can be read as blocks, as copies of one name."""
    shown = tuple(shown_in(text, suffix))
    return [CopyText(name, tuple(blocks), shown) for blocks in readings_of(text, suffix)]


def best_match(source: Source, copies: Iterable[CopyText]) -> Match | None:
    """Return the match of `source` with the copy that has most of its paragraphs, if any has enough."""
    matches = [match_with(source, copy) for copy in copies]
    best = max(matches, key=lambda match: match.worth, default=None)
    if best is None or len(best.found) < max(1, _ENOUGH * len(list(findable_parts(source)))):
        return None
    return best


def match_with(source: Source, copy: CopyText) -> Match:
    """Find the paragraphs of `source` in `copy`.

    First by fingerprint, then by both locators, and last, where an edit left only one of
    the locators, by that one between the neighbours found.
    """
    known: dict[int, Span] = {}
    for paragraph in source.paragraphs:
        _take(known, paragraph, copy.by_fingerprint.get(paragraph.sha256 or "", ()))
    for paragraph in source.paragraphs:
        _take(known, paragraph, [span for span in copy.spans if fits(paragraph, span.plain)])
    passages = dict(_passages_in(source, copy))
    if not known:
        return Match(copy, passages, ())
    for paragraph in source.paragraphs:
        _take(known, paragraph, _half_fitting(paragraph, copy, known))
    match = _matched(source, copy, known)
    return replace(match, found=match.found | passages)


def findable_parts(source: Source) -> Iterator[SourcePart]:
    """Yield the paragraphs, and those passages that have words to look for."""
    yield from (part for part in source.parts if part.begins is not None or part.sha256 is not None)


def _passages_in(source: Source, copy: CopyText) -> Iterator[tuple[Spot, FoundParagraph]]:
    """Yield the passages that stand in a copy: as blocks of their own or, without a fingerprint, within one."""
    for passage in source.passages:
        same = next(iter(copy.by_fingerprint.get(passage.sha256 or "", ())), None)
        near = (span for span in copy.spans if passage.begins is not None and fits(passage, span.plain))
        span = same or next(near, None) or (_holding(passage, copy) if passage.sha256 is None else None)
        if span is not None:
            unchanged = passage.sha256 is None or span is same
            yield passage.at, FoundParagraph(span.text, 0, unchanged=unchanged)


def _holding(passage: SourcePassage, copy: CopyText) -> Span | None:
    """Return the block in which the first words of a passage stand, and behind them the last."""
    if passage.begins is None:
        return None
    first, last = normalise(passage.begins), normalise(passage.ends or "")
    found = (span for span in copy.spans if first in span.plain)
    return next((span for span in found if last in span.plain[span.plain.index(first) :]), None)


def fits(paragraph: SourcePart, plain: str) -> bool:
    """Return whether a text in normal form begins and ends with the paragraph's locators."""
    return _begins(paragraph, plain) and _ends(paragraph, plain)


def _begins(paragraph: SourcePart, plain: str) -> bool:
    return paragraph.begins is None or plain.startswith(normalise(paragraph.begins))


def _ends(paragraph: SourcePart, plain: str) -> bool:
    return paragraph.ends is None or plain.endswith(normalise(paragraph.ends))


def _take(known: dict[int, Span], paragraph: Paragraph, spans: Iterable[Span]) -> None:
    """Note the first of `spans` that is free as the place of `paragraph`, unless that is known."""
    if paragraph.n not in known:
        free = next((span for span in spans if not span.meets(known.values())), None)
        if free is not None:
            known[paragraph.n] = free


def _half_fitting(paragraph: Paragraph, copy: CopyText, known: dict[int, Span]) -> Iterable[Span]:
    """Yield the blocks between the neighbours of a lost paragraph that begin or end as it did."""
    after = max((span.stop for number, span in known.items() if number < paragraph.n), default=0)
    before = min((span.start for number, span in known.items() if number > paragraph.n), default=len(copy.blocks))
    for span in copy.spans[: len(copy.blocks)]:
        is_between = after <= span.start and span.stop <= before
        has_an_end = paragraph.ends is not None and _ends(paragraph, span.plain)
        if is_between and (_begins(paragraph, span.plain) or has_an_end):
            yield span


def _matched(source: Source, copy: CopyText, known: dict[int, Span]) -> Match:
    first, last = min(span.start for span in known.values()), max(span.stop for span in known.values())
    numbers, unrecorded = _numbering(known, first, last)
    fingerprints = {paragraph.n: paragraph.sha256 for paragraph in source.paragraphs}
    found: dict[Spot, FoundParagraph] = {
        number: FoundParagraph(
            span.text, numbers[span.start] + min(known) - 1, unchanged=span.sha256 == fingerprints[number]
        )
        for number, span in sorted(known.items())
    }
    return Match(copy, found, tuple(copy.blocks[index] for index in unrecorded))


def _numbering(known: dict[int, Span], first: int, last: int) -> tuple[dict[int, int], Sequence[int]]:
    """Count the paragraphs between the first and the last one found; joined blocks are one."""
    continued = {index for span in known.values() for index in range(span.start + 1, span.stop)}
    described = {index for span in known.values() for index in range(span.start, span.stop)}
    numbers: dict[int, int] = {}
    count = 0
    for index in range(first, last):
        if index not in continued:
            count += 1
        numbers[index] = count
    return numbers, [index for index in range(first, last) if index not in described]

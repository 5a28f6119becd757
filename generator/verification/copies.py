"""Texts of sources that an editor has, matched to the records that describe them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.provenance import fingerprint, normalise
from generator.records import Paragraph, Source
from generator.extraction import blocks_of

_LARGEST: Final = 8 * 1024 * 1024
_ENOUGH: Final = 0.3


@dataclass(frozen=True, slots=True)
class CopyText:
    """A text as a list of blocks, and where it came from."""

    name: str
    blocks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A paragraph found in a copy: its text, its number there, and whether it says the same."""

    text: str
    number: int
    unchanged: bool


@dataclass(frozen=True, slots=True)
class Match:
    """A source's paragraphs as found in a copy, and the blocks among them that no record describes."""

    copy: CopyText
    found: dict[int, Found]
    unrecorded: tuple[str, ...]


def read_copies(folder: Path) -> list[CopyText]:
    """Read every text, Markdown and HTML file below `folder`, each as blocks."""
    texts = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.stat().st_size <= _LARGEST)
    known = (path for path in texts if path.suffix.lower() in {".txt", ".md", ".html", ".htm"})
    return [CopyText(path.name, tuple(blocks_of(path.read_text("utf-8", "replace"), path.suffix))) for path in known]


def best_match(source: Source, copies: Iterable[CopyText]) -> Match | None:
    """Return the match of `source` with the copy that has most of its paragraphs, if any has enough."""
    matches = [match_with(source, copy) for copy in copies]
    best = max(matches, key=lambda match: (len(match.found), match.copy.name), default=None)
    if best is None or len(best.found) < max(1, _ENOUGH * len(source.paragraphs)):
        return None
    return best


def match_with(source: Source, copy: CopyText) -> Match:
    """Find the paragraphs of `source` in `copy`: by fingerprint, else by both locators.

    A paragraph that a page break cut in two is found as the two blocks joined.
    """
    spans = {paragraph.n: _span_of(paragraph, copy.blocks) for paragraph in source.paragraphs}
    known = {number: span for number, span in spans.items() if span is not None}
    if not known:
        return Match(copy, {}, ())
    first, last = min(span.start for span in known.values()), max(span.stop for span in known.values())
    numbers, unrecorded = _numbering(known, first, last)
    found = {
        number: Found(span.text, numbers[span.start] + min(known) - 1, unchanged=span.unchanged)
        for number, span in known.items()
    }
    return Match(copy, found, tuple(copy.blocks[index] for index in unrecorded))


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    stop: int
    text: str
    unchanged: bool


def _span_of(paragraph: Paragraph, blocks: Sequence[str]) -> _Span | None:
    spans = [_Span(index, index + 1, block, unchanged=False) for index, block in enumerate(blocks)]
    spans += [
        _Span(index, index + 2, f"{block} {blocks[index + 1]}", unchanged=False)
        for index, block in enumerate(blocks[:-1])
    ]
    for span in spans:
        if paragraph.sha256 is not None and fingerprint(span.text) == paragraph.sha256:
            return _Span(span.start, span.stop, span.text, unchanged=True)
    return next((span for span in spans if fits(paragraph, span.text)), None)


def fits(paragraph: Paragraph, text: str) -> bool:
    """Return whether `text` begins and ends with the paragraph's locators."""
    plain = normalise(text)
    ends = normalise(paragraph.ends) if paragraph.ends else ""
    return plain.startswith(normalise(paragraph.begins)) and plain.endswith(ends)


def _numbering(known: dict[int, _Span], first: int, last: int) -> tuple[dict[int, int], list[int]]:
    """Count the paragraphs between the first and the last one found; joined blocks are one."""
    continued = {span.start + 1 for span in known.values() if span.stop - span.start > 1}
    described = {index for span in known.values() for index in range(span.start, span.stop)}
    numbers: dict[int, int] = {}
    count = 0
    for index in range(first, last):
        if index not in continued:
            count += 1
        numbers[index] = count
    return numbers, [index for index in range(first, last) if index not in described]

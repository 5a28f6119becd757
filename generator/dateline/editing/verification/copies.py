"""Texts of sources that an editor has, matched to the records that describe them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.editing.verification.copy_texts import CopyText, FoundParagraph, Span, begins, ends, fits
from dateline.editing.verification.passages_found import passages_found, strayed
from dateline.records.types import Paragraph, Source, SourcePart, Spot

_ENOUGH: Final = 0.3
"""How much of a source a copy has to have, unless its file is called by the source's id."""


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


def best_match(source: Source, copies: Iterable[CopyText]) -> Match | None:
    """Return the match of `source` with the copy that has most of its paragraphs, if any has enough."""
    matches = [match_with(source, copy) for copy in copies]
    best = max(matches, key=lambda match: match.worth, default=None)
    if best is None or not best.found:
        return None
    is_its_own = best.copy.is_named(source.id)
    return best if is_its_own or len(best.found) >= _ENOUGH * len(list(findable_parts(source))) else None


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
    passages = passages_found(source, copy, is_its_own=bool(known) or copy.is_named(source.id))
    if not known:
        return Match(copy, passages, ())
    for paragraph in source.paragraphs:
        _take(known, paragraph, _half_fitting(paragraph, copy, known))
    match = _matched(source, copy, known)
    return replace(match, found=match.found | passages)


def findable_parts(source: Source) -> Iterator[SourcePart]:
    """Yield the paragraphs, and those passages that have words to look for."""
    yield from (part for part in source.parts if part.begins is not None or part.sha256 is not None)


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
        has_an_end = paragraph.ends is not None and ends(paragraph, span.plain)
        if is_between and (begins(paragraph, span.plain) or has_an_end):
            yield span


def _matched(source: Source, copy: CopyText, known: dict[int, Span]) -> Match:
    first, last = min(span.start for span in known.values()), max(span.stop for span in known.values())
    numbers, unrecorded = _numbering(known, first, last)
    parts = {paragraph.n: paragraph for paragraph in source.paragraphs}
    fingerprints = {number: part.sha256 for number, part in parts.items()}
    found: dict[Spot, FoundParagraph] = {
        number: FoundParagraph(
            span.text,
            numbers[span.start] + min(known) - 1,
            unchanged=span.sha256 == fingerprints[number],
            elsewhere=strayed(source, parts[number], copy, span.start),
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

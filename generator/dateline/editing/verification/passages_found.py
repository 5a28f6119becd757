"""The passages of a source found in a copy: first where the record says that they stand, then wherever they are."""

from collections.abc import Iterator

from dateline.editing.verification.copy_texts import CopyText, FoundParagraph, Span, fits
from dateline.ground.provenance import fingerprint, normalise
from dateline.records.types import Source, SourcePart, SourcePassage, Spot


def passages_found(source: Source, copy: CopyText, *, is_its_own: bool) -> dict[Spot, FoundParagraph]:
    """Return the passages that stand in a copy.

    One of which no words are recorded is the page or time that it names, in a copy that is known to be the source's.
    """
    found = dict(_by_words(source, copy))
    if found or is_its_own:
        found |= dict(_by_place(source, copy))
    return found


def strayed(source: Source, part: SourcePart, copy: CopyText, block: int) -> str:
    """Return where in a copy a block stands, in words, if it is not where the record says; else nothing."""
    if copy.places is None:
        return ""
    recorded, unit = copy.places.recorded(source, part), copy.places.units[block]
    return copy.places.in_words(unit) if recorded is not None and unit not in recorded else ""


def _by_words(source: Source, copy: CopyText) -> Iterator[tuple[Spot, FoundParagraph]]:
    for passage in source.passages:
        found = _as_printed(source, passage, copy) or _in_place(source, passage, copy)
        found = found or _anywhere(source, passage, copy)
        if found is not None:
            yield passage.at, found


def _as_printed(source: Source, passage: SourcePassage, copy: CopyText) -> FoundParagraph | None:
    """Return a passage that has its fingerprint; where several have, the one in its place."""
    same = [_found(source, passage, copy, span) for span in copy.by_fingerprint.get(passage.sha256 or "", ())]
    return min(same, key=lambda one: bool(one.elsewhere), default=None)


def _in_place(source: Source, passage: SourcePassage, copy: CopyText) -> FoundParagraph | None:
    """Return what stands between the first and the last words of a passage on the page or at the time recorded."""
    if copy.places is None or passage.begins is None:
        return None
    units = copy.places.recorded(source, passage) or ()
    first, last = normalise(passage.begins), normalise(passage.ends or "")
    begin = copy.places.said(units).find(first)
    said = copy.places.said(units, and_next=True)
    end = said.find(last, begin) if begin >= 0 else -1
    if end < 0:
        return None
    text = said[begin : end + len(last)] if last else said[begin:]
    return FoundParagraph(text, 0, unchanged=passage.sha256 in {None, fingerprint(text)}, around=said)


def _anywhere(source: Source, passage: SourcePassage, copy: CopyText) -> FoundParagraph | None:
    near = (span for span in copy.spans if passage.begins is not None and fits(passage, span.plain))
    span = next(near, None) or (_holding(passage, copy) if passage.sha256 is None else None)
    return None if span is None else _found(source, passage, copy, span)


def _found(source: Source, passage: SourcePassage, copy: CopyText, span: Span) -> FoundParagraph:
    unchanged = passage.sha256 is None or span.sha256 == passage.sha256
    return FoundParagraph(span.text, 0, unchanged=unchanged, elsewhere=strayed(source, passage, copy, span.start))


def _holding(passage: SourcePassage, copy: CopyText) -> Span | None:
    """Return the block in which the first words of a passage stand, and behind them the last."""
    if passage.begins is None:
        return None
    first, last = normalise(passage.begins), normalise(passage.ends or "")
    found = (span for span in copy.spans if first in span.plain)
    return next((span for span in found if last in span.plain[span.plain.index(first) :]), None)


def _by_place(source: Source, copy: CopyText) -> Iterator[tuple[Spot, FoundParagraph]]:
    """Yield the passages without words whose page or time the copy has."""
    for passage in source.passages:
        if copy.places is None or passage.begins is not None or passage.sha256 is not None:
            continue
        units = copy.places.recorded(source, passage) or ()
        if units:
            yield passage.at, FoundParagraph(copy.places.said(units), 0, unchanged=True)

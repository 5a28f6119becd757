"""Records held against copies of the texts that they were drawn from."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.problems import Code, Problem
from generator.provenance import normalise
from generator.records import Paragraph, Source
from generator.rules.context import Context
from generator.verification.copies import CopyText, Found, Match, best_match, fits, read_copies
from generator.verification.lint import Reading, unread_parts

__all__ = ["CopyText", "Verification", "read_copies", "verify"]


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found: problems, and how many sources and paragraphs were held against a copy."""

    problems: tuple[Problem, ...]
    sources: int
    paragraphs: int
    missing: tuple[str, ...]
    """The sources of which no copy was at hand."""


def verify(context: Context, copies: Collection[CopyText], only: Collection[str] = ()) -> Verification:
    """Hold the sources (all, or those whose ids are in `only`) against `copies`.

    First the paragraphs: unchanged, moved, changed or gone; then the reading lint for
    everything that was drawn from paragraphs found.
    """
    wanted = [source for id_, source in context.chronology.sources.items() if not only or id_ in only]
    matches = {source.id: best_match(source, copies) for source in wanted}
    problems: list[Problem] = []
    texts: dict[tuple[str, int], str] = {}
    for source in wanted:
        match = matches[source.id]
        if match is not None:
            problems += _compared(context, source, match)
            texts |= {(source.id, number): found.text for number, found in match.found.items()}
    problems += unread_parts(Reading(context, texts))
    missing = tuple(id_ for id_, match in matches.items() if match is None)
    return Verification(tuple(sorted(problems)), len(wanted) - len(missing), len(texts), missing)


def _compared(context: Context, source: Source, match: Match) -> Iterator[Problem]:
    for index, paragraph in enumerate(source.paragraphs):
        found = match.found.get(paragraph.n)
        if found is None:
            message = f"paragraph {paragraph.n} is not in {match.copy.name}"
            yield context.problem(source, ("paragraphs", index), Code.PARAGRAPH_GONE, message)
        else:
            yield from _compared_paragraph(context, source, index, paragraph, found)
    for text in match.unrecorded:
        beginning = " ".join(text.split()[:6])
        message = f"{match.copy.name} has a paragraph that the record lacks; it begins '{beginning}'"
        yield context.problem(source, ("paragraphs",), Code.PARAGRAPH_UNRECORDED, message, of_key=True)


def _compared_paragraph(
    context: Context, source: Source, index: int, paragraph: Paragraph, found: Found
) -> Iterator[Problem]:
    here = ("paragraphs", index)
    if paragraph.sha256 is not None and not found.unchanged:
        message = f"paragraph {paragraph.n} begins and ends as recorded, but no longer says the same"
        yield context.problem(source, (*here, "sha256"), Code.PARAGRAPH_CHANGED, message)
    if found.number != paragraph.n:
        message = f"paragraph {paragraph.n} stands as number {found.number} in the copy"
        yield context.problem(source, (*here, "n"), Code.PARAGRAPH_MOVED, message)
    if not fits(paragraph, found.text):
        message = f"paragraph {paragraph.n} does not begin and end as its locators say"
        yield context.problem(source, (*here, "begins"), Code.LOCATOR_MISMATCH, message)
    words = len(normalise(found.text).split())
    if paragraph.words is not None and paragraph.words != words:
        message = f"paragraph {paragraph.n} has {words} words, not {paragraph.words}"
        yield context.problem(source, (*here, "words"), Code.LOCATOR_MISMATCH, message)

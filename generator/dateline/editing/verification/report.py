"""What is told of sources held against texts of them."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from dateline.editing.verification.copies import Match, best_match
from dateline.editing.verification.copy_texts import CopyText, FoundParagraph, fits
from dateline.editing.verification.leftovers import leftovers
from dateline.editing.verification.lint import ParagraphsAtHand, unread_parts
from dateline.editing.verification.live import FetchedPage, Fetcher, Unreadable
from dateline.ground.counting import word_count
from dateline.ground.problems import Code, Problem
from dateline.ground.provenance import normalise
from dateline.records.rules.context import Context
from dateline.records.rules.whole_words import cut_locators
from dateline.records.types import Source, SourcePart, SourcePassage, Spot
from dateline.records.types.spots import told_spot

_BEGINNING: Final = 4
_NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found: problems, and how many sources and paragraphs were held against a text."""

    problems: tuple[Problem, ...]
    sources: int
    paragraphs: int
    missing: tuple[str, ...]
    """The sources of which no text was at hand."""
    wordless: tuple[tuple[str, Spot], ...] = ()
    """What could not be held against a text, since no words of it are recorded, and no page or time of a copy."""


def verify(context: Context, copies: Collection[CopyText], only: Collection[str] = ()) -> Verification:
    """Hold the sources (all, or those whose ids are in `only`) against `copies`.

    First the paragraphs: unchanged, moved, changed or gone; then the reading lint for
    everything that was drawn from paragraphs found.
    """
    wanted = _wanted(context, only)
    return _verified(context, wanted, {source.id: best_match(source, copies) for source in wanted})


def verify_live(context: Context, fetcher: Fetcher, only: Collection[str] = ()) -> Verification:
    """Hold the sources against what their addresses give today; a source without an address is missing."""
    wanted = _wanted(context, only)
    problems: list[Problem] = []
    matches: dict[str, Match | None] = {}
    for source in wanted:
        matches[source.id] = None
        if source.url is not None:
            answer = fetcher.fetch(source.url)
            problems += _told_of_address(context, source, answer)
            if isinstance(answer, FetchedPage):
                matches[source.id] = best = best_match(source, answer.copies)
                problems += [] if best is not None else [_foreign(context, source, answer)]
    return _verified(context, wanted, matches, problems)


def _wanted(context: Context, only: Collection[str]) -> list[Source]:
    return [source for id_, source in context.chronology.sources.items() if not only or id_ in only]


def _verified(
    context: Context, wanted: Collection[Source], matches: Mapping[str, Match | None], told: Iterable[Problem] = ()
) -> Verification:
    problems = list(told)
    texts: dict[tuple[str, Spot], str] = {}
    for source in wanted:
        match = matches[source.id]
        if match is not None:
            problems += _compared(context, source, match)
            texts |= {(source.id, spot): found.text for spot, found in match.found.items()}
    problems += unread_parts(ParagraphsAtHand(context, texts))
    missing = tuple(id_ for id_, match in matches.items() if match is None)
    wordless = tuple(_wordless(wanted, texts))
    return Verification(tuple(sorted(problems)), len(wanted) - len(missing), len(texts), missing, wordless)


def _wordless(wanted: Iterable[Source], texts: Mapping[tuple[str, Spot], str]) -> Iterator[tuple[str, Spot]]:
    for source in wanted:
        for part in source.parts:
            if part.begins is None and part.sha256 is None and (source.id, part.spot) not in texts:
                yield source.id, part.spot


# --- the address -----------------------------------------------------------------------------------------------------


def _told_of_address(context: Context, source: Source, answer: FetchedPage | Unreadable) -> Iterator[Problem]:
    if isinstance(answer, Unreadable):
        code = Code.LINK_DEAD if answer.is_dead else Code.LINK_UNREADABLE
        yield context.problem(source, ("url",), code, f"{source.url}: {answer.reason}")
    elif answer.url != source.url:
        message = f"{source.url} leads on to {answer.url}"
        yield context.problem(
            source, ("url",), Code.LINK_MOVED, message, "write the new address if the text is the same"
        )


def _foreign(context: Context, source: Source, page: FetchedPage) -> Problem:
    message = f"{page.url} gives a page that has hardly any of the {len(source.parts)} {_called(source)} recorded"
    hint = "open it: it may be a wall, a notice or another text; a capture in a web archive may still have the article"
    return context.problem(source, ("url",), Code.LINK_UNREADABLE, message, hint)


def _called(source: Source) -> str:
    return "paragraphs" if source.paragraphs else "passages"


# --- the paragraphs --------------------------------------------------------------------------------------------------


def _compared(context: Context, source: Source, match: Match) -> Iterator[Problem]:
    for index, paragraph in enumerate(source.parts):
        found = match.found.get(paragraph.spot)
        if found is None:
            if paragraph.begins or paragraph.sha256:
                message = f"{told_spot(paragraph.spot)} is not in {match.copy.name}"
                yield context.problem(source, source.steps_to(index), Code.PARAGRAPH_GONE, message)
            continue
        if found.elsewhere:
            yield _strayed(context, source, index, found, match.copy.name)
        yield from cut_locators(context, source, paragraph, source.steps_to(index), found.around or found.text)
        if paragraph.sha256 is not None and not found.unchanged:
            yield _changed(context, source, index, paragraph, found)
        else:
            yield from _slips(context, source, index, paragraph, found)
    yield from _moved(context, source, match)
    for text in match.unrecorded:
        beginning = " ".join(text.split()[:_BEGINNING])
        message = f"{match.copy.name} has a paragraph that the record lacks; it begins '{beginning}'"
        yield context.problem(source, ("paragraphs",), Code.PARAGRAPH_UNRECORDED, message, of_key=True)
    if source.passages and source.coverage != "complete":
        return  # only what is cited is recorded
    lacking = leftovers(match, is_part=source.reading is not None and source.reading.extent == "part")
    if lacking:
        yield _lacking(context, source, match.copy.name, lacking)


def _strayed(context: Context, source: Source, index: int, found: FoundParagraph, name: str) -> Problem:
    part = source.parts[index]
    key = "pdf_page" if part.pdf_page is not None else "at"
    message = f"{told_spot(part.spot)} stands {found.elsewhere} in {name}"
    hint = "correct at and pdf_page; or the same words stand in both places, and more of them are needed in begins"
    return context.problem(source, (*source.steps_to(index), key), Code.LOCATOR_MISMATCH, message, hint)


def _lacking(context: Context, source: Source, name: str, lacking: list[str]) -> Problem:
    begins = ", ".join(f"'{' '.join(text.split()[:_BEGINNING])}'" for text in lacking[:_NAMED])
    words = sum(map(word_count, lacking))
    pieces = f"{words} words in {len(lacking)} blocks" if len(lacking) > 1 else f"a block of {words} words"
    message = (
        f"{name} has {pieces} that no paragraph has; {'it begins' if len(lacking) == 1 else 'they begin'} {begins}"
    )
    return context.problem(source, ("paragraphs",), Code.TEXT_UNRECORDED, message, of_key=True)


def _changed(context: Context, source: Source, index: int, paragraph: SourcePart, found: FoundParagraph) -> Problem:
    where = "between its first and last words" if fits(paragraph, normalise(found.text)) else "where it begins or ends"
    words = word_count(found.text)
    length = (
        ""
        if paragraph.words in {None, words, _spaced(found.text)}
        else f", and has {words} words instead of {paragraph.words}"
    )
    message = f"{told_spot(paragraph.spot)} no longer says the same: it was edited {where}{length}"
    return context.problem(source, (*source.steps_to(index), "sha256"), Code.PARAGRAPH_CHANGED, message)


def _slips(
    context: Context, source: Source, index: int, paragraph: SourcePart, found: FoundParagraph
) -> Iterator[Problem]:
    """Tell what the record says wrongly of a paragraph that is as it was."""
    here, plain = source.steps_to(index), normalise(found.text)
    if paragraph.sha256 is None and isinstance(paragraph, SourcePassage):
        return  # it stands within a block, whose bounds and length are not its own
    if not fits(paragraph, plain):
        message = f"{told_spot(paragraph.spot)} does not begin and end as its locators say"
        yield context.problem(source, (*here, "begins"), Code.LOCATOR_MISMATCH, message)
    words = word_count(found.text)
    if paragraph.words not in {None, words, _spaced(found.text)}:
        message = f"{told_spot(paragraph.spot)} has {words} words, not {paragraph.words}"
        yield context.problem(source, (*here, "words"), Code.LOCATOR_MISMATCH, message)


def _spaced(text: str) -> int:
    """Return how many pieces of `text` stand between spaces: how words were counted before, in records that stay."""
    return len(normalise(text).split())


def _moved(context: Context, source: Source, match: Match) -> Iterator[Problem]:
    """Tell each run of paragraphs that moved together once: a paragraph put in moves all behind it."""
    shift = 0
    for index, paragraph in enumerate(source.paragraphs):
        found = match.found.get(paragraph.n)
        if found is None:
            continue
        before, shift = shift, found.number - paragraph.n
        if shift not in {0, before}:
            message = f"paragraph {paragraph.n} stands as number {found.number} in {match.copy.name}"
            hint = "those behind it that moved with it are not told one by one"
            yield context.problem(source, ("paragraphs", index, "n"), Code.PARAGRAPH_MOVED, message, hint)

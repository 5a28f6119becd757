"""Rules about passages: each stands where its source can have it, and what is cited is recorded."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.ground.problems import Code, Problem, did_you_mean
from dateline.ground.schemes import EXAMPLES, Scheme, guessed, lies_in, misplaced, same_place
from dateline.ground.yamltree.scalars import quoted
from dateline.records.rules.context import Context, Steps
from dateline.records.types import Source, Spot


@dataclass(frozen=True, slots=True)
class Loss:
    """Why a reference or a link leads to nothing."""

    code: Code
    message: str
    hint: str = ""


def missing_part(source: Source, part: Spot) -> Loss:
    """Return why a source has no such paragraph or passage, and which may be meant."""
    numbers, passages = [paragraph.n for paragraph in source.paragraphs], [passage.at for passage in source.passages]
    if isinstance(part, int):
        hint = _known_paragraphs(numbers) if numbers else _cited_by_passage(part, passages)
        return Loss(Code.UNKNOWN_PARAGRAPH, f"source '{source.id}' has no paragraph {part}", hint)
    return Loss(Code.UNKNOWN_PASSAGE, f"source '{source.id}' has no passage '{part}'", _meant_passage(source, part))


def _known_paragraphs(numbers: list[int]) -> str:
    if len(numbers) == 1:
        return f"its record has paragraph {numbers[0]} only"
    return f"its record has paragraphs {_ranges(numbers)}"


def _cited_by_passage(part: int, passages: Sequence[str]) -> str:
    at = str(part) if str(part) in passages else passages[0]
    return f"its record has passages: cite at: {quoted(at)}"


def _meant_passage(source: Source, at: str) -> str:
    """Return which passage may be meant: the same place written otherwise, one around it, a paragraph, a near one."""
    scheme, passages = source.locators, [passage.at for passage in source.passages]
    if at.isdecimal() and any(paragraph.n == int(at) for paragraph in source.paragraphs) and not passages:
        return f"write paragraph: {int(at)}"
    same = next((one for one in passages if same_place(scheme, one, at)), None)
    around = next((one for one in passages if lies_in(scheme, at, one)), None)
    if same or around:
        return f"did you mean '{same}'?" if same else f"it lies in the passage '{around}': cite that, or record it"
    there = next((one for one in source.paragraphs if one.at == at), None)
    if there is not None:
        return f"paragraph {there.n} stands there: write paragraph: {there.n}"
    wrong = misplaced(scheme, at)
    near = did_you_mean(at, passages) or (wrong.hint if wrong is not None and source.locators != "paragraph" else "")
    return near or f"add it to the passages of content/sources/{source.id}.yml: - {{at: {quoted(at)}, begins: …}}"


def _ranges(numbers: list[int]) -> str:
    """Return numbers in words: "1 to 3", and where some are missing "1, 2, 5"."""
    first, last = min(numbers), max(numbers)
    if last - first + 1 == len(set(numbers)):
        return f"{first} to {last}" if len(numbers) > 1 else str(first)
    return ", ".join(map(str, sorted(set(numbers))))


def passages_stand_where_they_can(context: Context) -> Iterator[Problem]:
    """Where a passage stands is written as its source is counted: by page, line, section, time, verse, folio, item."""
    for source in context.chronology.sources.values():
        if source.passages and source.locators == "paragraph":
            yield _uncounted(context, source)
            continue
        for index, part in enumerate(source.parts):
            if part.at is not None:
                yield from _misplaced(context, source, (*source.steps_to(index), "at"), part.at)
        yield from _twice(context, source)


def _uncounted(context: Context, source: Source) -> Problem:
    schemes = {guessed(passage.at, source.kind) for passage in source.passages}
    one = next(iter(schemes)) if len(schemes) == 1 else None
    hint = f"add locators: {one}" if one else f"add locators: one of {', '.join(EXAMPLES)}"
    message = "this source has passages, and does not say how they are counted"
    return context.problem(source, ("passages",), Code.BAD_PASSAGE, message, hint, of_key=True)


def _misplaced(context: Context, source: Source, steps: Steps, at: str) -> Iterator[Problem]:
    scheme: Scheme | None = source.scheme_of(at)
    if scheme is None:
        message = f"whether '{at}' is a page, a line, a time or something else, the record does not say"
        said = misplaced("page", at)
        form = f"{said.hint}, or " if said is not None and re.fullmatch('write "[^"]*"', said.hint) else ""
        hint = f"{form}add locators: one of {', '.join(EXAMPLES)}"
        yield context.problem(source, steps, Code.BAD_PASSAGE, message, hint)
    elif (wrong := misplaced(scheme, at)) is not None:
        yield context.problem(source, steps, Code.BAD_PASSAGE, wrong.message, wrong.hint)


def _twice(context: Context, source: Source) -> Iterator[Problem]:
    """Tell passages that are one place, written in two ways."""
    for index, passage in enumerate(source.passages):
        for other in source.passages[:index]:
            if other.at != passage.at and same_place(source.locators, other.at, passage.at):
                message = f"'{passage.at}' and '{other.at}' are one place"
                steps = ("passages", index, "at")
                yield context.problem(source, steps, Code.DUPLICATE_ID, message, "make one passage of the two")

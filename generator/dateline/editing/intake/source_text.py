"""The record of a source as an editor would type it: keys in their order, blanks as comments."""

import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from dateline.ground.counting import first_words, word_count
from dateline.ground.provenance import Locator, locate, normalise
from dateline.ground.schemes import WHOLE, Scheme
from dateline.ground.yamltree.scalars import scalar

_MOST_LOCATOR_WORDS: Final = 6
_USUAL_LOCATOR_WORDS: Final = 5
_FEWEST_LOCATOR_WORDS: Final = 3
_WHOLE: Final = 2 * _FEWEST_LOCATOR_WORDS + 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is known of a source; None where nothing is."""

    title: str | None = None
    publisher: str | None = None
    kind: str = "article"
    language: str | None = None
    published: str | None = None
    published_note: str | None = None
    url: str | None = None
    access: str | None = None
    accessed: str | None = None
    reading: str | None = None
    """What was read; None where nobody has said."""
    extent: str = "whole"
    rights: str = "fingerprint"
    note: str | None = None
    archive: tuple[str, str] | None = None
    """The address of a capture and its day, if one was made."""
    copy_of: str | None = None
    """The source that its text was taken from, if it is a copy."""
    copied: tuple[int, ...] = ()
    """The numbers of the paragraphs that were taken, where not all were."""
    is_near: bool = False
    """Whether it has the other source's text only nearly."""
    publisher_hint: str = "not found"
    """Why there is no publisher, where there is none."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How the places of paragraphs are counted, and which page of the file is called how in print."""

    scheme: Scheme
    pdf_pages: Mapping[str, int]

    def keys(self, unit: str | None) -> str:
        """Return the keys that say where a paragraph stands."""
        if not unit:
            return ""
        number = self.pdf_pages.get(unit)
        return f", at: {json.dumps(unit)}" + (f", pdf_page: {number}" if number is not None else "")


def record_text(
    draft: Draft, paragraphs: Sequence[str], units: Sequence[str | None] = (), counted: Counted | None = None
) -> str:
    """Return the YAML of a record; of the paragraphs it has locators and fingerprints, never the text.

    In which entry of a live-blog a paragraph stands, and so when it was written, is a comment beside it; of a PDF
    its page is kept, of subtitles its time.
    """
    lines = [*_head(draft), *([f"locators: {counted.scheme}"] if counted else []), "paragraphs:"]
    for number, (locator, unit) in enumerate(zip_longest(_locators(paragraphs), units), 1):
        beside = f"  # {_one_line(unit)}" if unit and counted is None else ""
        where = counted.keys(unit) if counted is not None else ""
        ends = f", ends: {scalar(locator.ends)}" if locator.ends else ""
        lines.append(
            f"  - {{n: {number}, begins: {scalar(locator.begins)}{ends}{where},"
            f" words: {locator.words}, sha256: {json.dumps(locator.sha256)}}}{beside}"
        )
    return "\n".join(lines) + "\n"


def passages_text(
    draft: Draft, scheme: Scheme, passages: Sequence[tuple[str, str]], remarks: Sequence[str] = ()
) -> str:
    """Return the YAML of a record of passages without words: each with a remark, which is a comment beside it."""
    lines = [*_head(draft), *(f"# {_one_line(remark)}" for remark in remarks), f"locators: {scheme}", "passages:"]
    lines += [f"  - {{at: {at if at == WHOLE else json.dumps(at)}}}  # {_one_line(remark)}" for at, remark in passages]
    return "\n".join(lines) + "\n"


def _head(draft: Draft) -> Iterator[str]:
    yield _line("title", draft.title, "not found; the title that the publication bears")
    yield _line("publisher", draft.publisher, f"{draft.publisher_hint}; an actor's id")
    yield f"kind: {draft.kind}"
    yield _line("language", draft.language, "not found; a code such as en, which the chronology's stands in for")
    yield _line("published", draft.published, "not found; a date such as 2017-11-17, with published_note if inferred")
    if draft.published_note is not None:
        yield _line("published_note", draft.published_note, "")
    yield (
        f"url: {scalar(draft.url)}" if draft.url is not None else "url: null  # not found; the address, if there is one"
    )
    if draft.access == "login":
        yield "access: login"
    if draft.archive is not None:
        yield f"archive: {{url: {scalar(draft.archive[0])}, date: {draft.archive[1]}}}"
    else:
        yield "# archive: {url: https://…, date: …}  # a capture that you have seen"
    yield _line("accessed", draft.accessed, "not said; the day on which you read it")
    yield "# copies: [{publisher: …, published: …, url: null}]  # republications"
    if draft.copy_of is not None:
        part = f"paragraphs: [{', '.join(map(str, draft.copied))}], " if draft.copied else ""
        note, comment = ("Nearly the same text.", "  # say what differs") if draft.is_near else ("The same text.", "")
        yield f"copy_of: {{source: {draft.copy_of}, {part}note: {note}}}{comment}"
    yield _reading(draft)
    yield f"rights: {draft.rights}"
    if draft.note is not None:
        yield _line("note", draft.note, "")


def _reading(draft: Draft) -> str:
    if draft.reading is None:
        return "# reading: {of: stored-copy, extent: part}  # not said; needed where it was not the original in full"
    return f"reading: {{of: {draft.reading}, extent: {draft.extent}}}"


def _line(key: str, value: str | None, blank: str) -> str:
    return f"# {key}: {_one_line(blank)}" if value is None else f"{key}: {scalar(value)}"


def _one_line(text: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


# --- locators --------------------------------------------------------------------------------------------------------


def _locators(paragraphs: Sequence[str]) -> Iterator[Locator]:
    normal = sorted(map(normalise, paragraphs))
    for paragraph in paragraphs:
        yield _locator(paragraph, normal)


def _several_begin(normal: Sequence[str], beginning: str) -> bool:
    """Return whether more than one of sorted texts has a beginning."""
    second = bisect_left(normal, beginning) + 1
    return second < len(normal) and normal[second].startswith(beginning)


def _locator(paragraph: str, normal: Sequence[str]) -> Locator:
    """Describe a paragraph by three to six words at each end; a short one by fewer, so that it is not copied."""
    words = word_count(paragraph)
    usual = min(_USUAL_LOCATOR_WORDS, max(_FEWEST_LOCATOR_WORDS, words // 4))
    found = locate(paragraph, locator_words=usual)
    if usual == _USUAL_LOCATOR_WORDS and _several_begin(normal, normalise(found.begins)):
        found = locate(paragraph, locator_words=_MOST_LOCATOR_WORDS)
    if words < _WHOLE:
        begins = first_words(" ".join(paragraph.split()), min(_FEWEST_LOCATOR_WORDS, max(1, words // 2)))
        return Locator(begins=begins, ends="", words=found.words, sha256=found.sha256)
    return found

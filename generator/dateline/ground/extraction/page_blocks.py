"""A page as blocks: every word that it shows is in one, and only in one.

The tree is walked once, in its order.  A block ends where a tag or two line breaks end it; what stands apart
within a line (a button, say) is a block of its own.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from dateline.ground.extraction.articles import Block
from dateline.ground.extraction.page_hints import Hint, Hints, part_of
from dateline.ground.extraction.page_tree import (
    APART_TAGS,
    HEADING_TAGS,
    Element,
    hidden_because,
    is_block,
    steps,
    tag_of,
)
from dateline.ground.extraction.page_units import Units, is_data_table, units_of
from dateline.ground.extraction.signs import BlockKind, Sign, is_prose

_BREAK: Final = "\v"
"""Stands for <br> while a block is put together: white space that no page needs for itself."""
_BREAKS: Final = re.compile(rf"{_BREAK}(?:\s*{_BREAK})+")
_BLANK_LINES: Final = re.compile(r"\n[^\S\n]*\n\s*")
_ONLY_LINKS: Final = 0.9
_CLOCK: Final = re.compile(r"\d{1,2}(?:[:.]|\s?h\s?)\d{2}(?:\s?[ap]\.?m\.?)?(?: \(?[A-Z]{2,4}\)?)?", re.IGNORECASE)
_LINKS: Final = Sign(BlockKind.NAVIGATION, "nothing but links")
_LINKED_SENTENCE: Final = Sign(BlockKind.BODY, "a whole sentence, yet nothing but a link", is_sure=False)
_PICTURED: Final = "descriptions of pictures"
_FRAME: Final = "a frame, whose own text is elsewhere"
_SHOWN_NAME: Final = 60
_ROW: Final = Sign(BlockKind.BODY, "a row of a table")
_HEAD_ROW: Final = Sign(BlockKind.BODY, "the head of a table", is_sure=False)
_LINES: Final = Sign(
    BlockKind.BODY,
    "lines that single breaks part; if each is a paragraph, give it as .txt, a paragraph a line",
    is_sure=False,
)


@dataclass(frozen=True, slots=True)
class _Around:
    """What holds for the text at one place of a page."""

    hidden: str | None = None
    """Why a browser shows nothing of it, if so; empty where there is nothing to show."""
    hint: Hint | None = None
    part: Sign | None = None
    is_heading: bool = False
    in_article: bool = False
    in_row: bool = False
    is_set: bool = False
    """Whether line ends count, as in <pre>."""
    in_link: bool = False
    unit: str | None = None


@dataclass(slots=True)
class _Line:
    """A block that is being put together."""

    around: _Around | None = None
    parts: list[str] = field(default_factory=list)
    linked: int = 0

    def add(self, text: str, around: _Around) -> None:
        self.parts.append(text)
        if text.strip():
            self.around = self.around or around
            self.linked += len("".join(text.split())) if around.in_link else 0


class _Walk:
    """The walk over one page."""

    def __init__(self, root: Element, *, trusts_names: bool) -> None:
        self._root = root
        self._hints = Hints(root, trusts_names=trusts_names)
        self.units: Units = units_of(root, self._hints)
        self.blocks: list[Block] = []
        self.hidden: Counter[str] = Counter()
        self._around = [_Around()]
        self._lines = [_Line()]

    def run(self) -> None:
        for event, element in steps(self._root):
            if event == "start":
                self._enter(element)
            else:
                self._leave(element)
        self._flush()

    def _enter(self, element: Element) -> None:
        tag, outer = tag_of(element), self._around[-1]
        inner = outer if outer.hidden is not None else self._within(element, tag, outer)
        self._around.append(inner)
        if outer.hidden is None and tag in {"img", "iframe"}:
            self._note_what_is_not_here(element, tag)
        if inner.hidden is not None:
            self._hide(element.text, inner)
            return
        self._part_words(element, tag, outer)
        if tag in APART_TAGS:
            self._lines.append(_Line())
        self._say(element.text, inner)

    def _leave(self, element: Element) -> None:
        tag, inner = tag_of(element), self._around.pop()
        if inner.hidden is None:
            if tag in APART_TAGS:
                self._flush()
                self._lines.pop()
            if tag != "br":
                self._part_words(element, tag, self._around[-1])
        if self._around[-1].hidden is not None:
            self._hide(element.tail, self._around[-1])
        elif element is not self._root:
            self._say(element.tail, self._around[-1])

    def _hide(self, text: str | None, around: _Around) -> None:
        if text and around.hidden:
            self.hidden[around.hidden] += len(text.split())

    def _note_what_is_not_here(self, element: Element, tag: str) -> None:
        """Count the words of a picture's description, and name a frame, of which a reader may see text."""
        if tag == "img":
            self.hidden[_PICTURED] += len((element.get("alt") or "").split())
        elif element.get("hidden") is None:
            name = " ".join((element.get("title") or element.get("src") or "").split())
            self.hidden[f"{_FRAME}: {name[:_SHOWN_NAME]}" if name else _FRAME] += 0

    def _part_words(self, element: Element, tag: str, outer: _Around) -> None:
        """End the block where a tag does; within a row of a table, or apart from a line, only its word."""
        if tag == "br" or tag in APART_TAGS:
            self._lines[-1].parts.append(_BREAK if tag == "br" and not outer.in_row else " ")
        elif is_block(element, tag):
            if (outer.in_row and tag != "tr") or len(self._lines) > 1:
                self._lines[-1].parts.append(" ")
            else:
                self._flush()

    def _say(self, text: str | None, around: _Around) -> None:
        if text:
            self._lines[-1].add(text.replace(_BREAK, " "), around)

    def _within(self, element: Element, tag: str, outer: _Around) -> _Around:
        """Return what holds within an element."""
        hidden = hidden_because(element)
        if hidden is not None:
            return replace(outer, hidden=hidden)
        inner: dict[str, Any] = _what_a_tag_says(tag)
        if element in self.units.names:
            inner["unit"] = self.units.names[element]
        if outer.hint is None and (hint := self._hints.of(element, in_article=outer.in_article)) is not None:
            inner["hint"] = hint
        if tag == "tr" and outer.in_row:
            inner["part"] = _ROW if any(tag_of(cell) == "td" for cell in element) else _HEAD_ROW
        elif (part := part_of(element)) is not None:
            inner["part"] = part
        if tag == "table" and not outer.in_row and is_data_table(element):
            inner["in_row"] = True
        return replace(outer, **inner) if inner else outer

    def _flush(self) -> None:
        line = self._lines[-1]
        self._lines[-1] = _Line()
        if line.around is not None:
            self.blocks += _blocks_of(line, line.around)


def _what_a_tag_says(tag: str) -> dict[str, Any]:
    """Return what holds within an element by its tag alone."""
    said: dict[str, Any] = {}
    if tag in {"article", "main"}:
        said["in_article"] = True
    elif tag == "a":
        said["in_link"] = True
    elif tag in HEADING_TAGS:
        said["is_heading"] = True
    elif tag in {"pre", "listing", "xmp", "plaintext"}:
        said["is_set"] = True
    return said


def _blocks_of(line: _Line, around: _Around) -> Iterator[Block]:
    text = "".join(line.parts)
    pieces = _BLANK_LINES.split(text.replace(_BREAK, "\n")) if around.is_set else _BREAKS.split(text)
    is_linked = line.linked >= _ONLY_LINKS * len("".join(text.replace(_BREAK, "").split()))
    for piece in pieces:
        lines = [" ".join(each.split()) for each in piece.split(_BREAK) if each.strip()]
        if lines:
            whole = " ".join(lines)
            sign = _sign(whole, lines, around, is_linked=is_linked)
            yield Block(whole, is_heading=around.is_heading, by_markup=sign, unit=around.unit)


def _sign(text: str, lines: list[str], around: _Around, *, is_linked: bool) -> Sign | None:
    """Return what the markup makes of a block."""
    if around.hint is not None:
        sign = around.hint.sign
        is_sure = around.hint.holds_for_prose or not is_prose(text)
        return sign if is_sure else replace(sign, reason=f"{sign.reason}, yet a whole sentence", is_sure=False)
    if around.is_heading or around.part is not None:
        return None if around.is_heading else around.part
    if around.unit is not None and _CLOCK.fullmatch(text):
        return Sign(BlockKind.DATE, f"the time of {around.unit.partition(',')[0]}")
    if is_linked:
        return _LINKED_SENTENCE if is_prose(text) else _LINKS
    return _LINES if len(lines) > 1 and all(map(is_prose, lines)) else None


def _is_left_out(block: Block) -> bool:
    return block.by_markup is not None and block.by_markup.kind is not BlockKind.BODY


@dataclass(frozen=True, slots=True)
class PageBlocks:
    """Every block of a page, what the page is divided into, and how many words it does not show, by the reason."""

    blocks: tuple[Block, ...]
    apart: str | None
    hidden: Mapping[str, int]


def blocks_of_page(root: Element) -> PageBlocks:
    """Return every block of a page.

    Where the names of classes would leave no sentence of it, they mean something else than they usually do.
    """
    walk = _Walk(root, trusts_names=True)
    walk.run()
    if not any(is_prose(block.text) and not _is_left_out(block) for block in walk.blocks):
        walk = _Walk(root, trusts_names=False)
        walk.run()
    hidden = {why: count for why, count in walk.hidden.items() if count or why.startswith(_FRAME)}
    return PageBlocks(tuple(walk.blocks), walk.units.apart, hidden)

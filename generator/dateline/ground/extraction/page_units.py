"""What a page is divided into: the entries of a live-blog, the posts of an export, several articles; tables."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from dateline.ground.extraction.page_hints import POST_ON_THE_WEB, Hints, names_of
from dateline.ground.extraction.page_tree import BLOCK_TAGS, Element, is_hidden, tag_of, visible_words

_CLOCK: Final = re.compile(r"(\d{1,2}(?:[:.]|\s?h\s?)\d{2}(?:\s?[ap]\.?m\.?)?)(?!\d)", re.IGNORECASE)
_FEWEST_ENTRIES: Final = 2
_FEWEST_WORDS: Final = 12
_CELL_WORDS: Final = 60
_LIVE: Final = frozenset({"live", "liveblog", "live blog", "live updates", "minute by minute", "ticker"})
_LIVE_TYPE: Final = "LiveBlogPosting"
_HEADS: Final = frozenset({"h2", "h3", "h4", "h5", "dt"})
_ONLY_CLOCK: Final = re.compile(r"\d{1,2}(?:[:.]|\s?h\s?)\d{2}(?:\s?[ap]\.?m\.?)?(?: \(?[A-Z]{2,4}\)?)?", re.IGNORECASE)
_ENTRY_TAGS: Final = frozenset({"article", "section", "div", "li"})


@dataclass(frozen=True, slots=True)
class Units:
    """The name of each unit by its element, and why they are sources of their own, where they are."""

    names: Mapping[Element, str] = field(default_factory=dict)
    apart: str | None = None


def units_of(root: Element, hints: Hints) -> Units:
    """Return what a page is divided into; nothing where it is one article."""
    posts = [element for element in root.iter("div") if {"message", "default"} <= names_of(element)]
    is_export = bool(posts) and any("history" in names_of(above) for above in posts[0].iterancestors())
    if not is_export:
        posts = [element for element in root.iter("div") if POST_ON_THE_WEB in names_of(element)]
    if len(posts) >= _FEWEST_ENTRIES:
        return _numbered(posts, "post", "each post is a source of its own, with its own day and address")
    entries = _entries(root)
    if entries:
        return Units({element: f"entry {number}, {clock}" for number, (element, clock) in enumerate(entries, 1)})
    headed = _entries_by_headings(root)
    if headed:
        return Units(headed)
    articles = [element for element in root.iter("article") if _is_article(element, hints)]
    if len(articles) >= _FEWEST_ENTRIES:
        return _numbered(articles, "article", "the page has several articles, and each is a source of its own")
    return Units()


def _numbered(elements: Sequence[Element], kind: str, apart: str) -> Units:
    return Units({element: f"{kind} {number}" for number, element in enumerate(elements, 1)}, apart)


def _is_article(element: Element, hints: Hints) -> bool:
    """Return whether an <article> is one, and no teaser, comment or part of another."""
    above = list(element.iterancestors())
    if is_hidden(element) or any(tag_of(outer) == "article" or is_hidden(outer) for outer in above):
        return False
    is_outside = any(hints.of(outer, in_article=False) is not None for outer in (element, *above))
    return not is_outside and visible_words(element).total() >= _FEWEST_WORDS


def _entries(root: Element) -> list[tuple[Element, str]]:
    """Return the entries of a live-blog with their times: siblings of one tag that each begin with a time of day.

    Where the page calls itself a live-blog, the time may stand behind a heading.
    """
    best: list[tuple[Element, str]] = []
    is_live = any(names_of(element) & _LIVE or _LIVE_TYPE in (element.get("itemtype") or "") for element in root.iter())
    for parent in root.iter():
        timed: dict[str, list[tuple[Element, str]]] = {}
        for child in parent if isinstance(parent.tag, str) else ():
            clock = _clock_of(child, is_live=is_live) if tag_of(child) in _ENTRY_TAGS and not is_hidden(child) else None
            if clock is not None:
                timed.setdefault(tag_of(child), []).append((child, clock))
        best = max([best, *timed.values()], key=len)
    return best if len(best) >= _FEWEST_ENTRIES else []


def _entries_by_headings(root: Element) -> dict[Element, str]:
    """Return what stands below headings (or terms of a list) that are times of day, by that time."""
    for parent in root.iter():
        found: dict[Element, str] = {}
        number, clock = 0, ""
        for child in parent if isinstance(parent.tag, str) else ():
            if tag_of(child) in _HEADS and not is_hidden(child):
                said = _ONLY_CLOCK.fullmatch(" ".join(child.text_content().split()))
                number, clock = (number + 1, said[0]) if said else (number, "")
            if clock and isinstance(child.tag, str):
                found[child] = f"entry {number}, {clock}"
        if number >= _FEWEST_ENTRIES:
            return found
    return {}


def _clock_of(element: Element, *, is_live: bool) -> str | None:
    """Return the time of day with which an element of some length begins."""
    said = next(element.iterdescendants("time"), None) if is_live else None
    found = _CLOCK.search(said.text_content()) if said is not None else _CLOCK.match(_beginning(element).lstrip())
    if found is None or visible_words(element).total() < _FEWEST_WORDS // 2:
        return None
    return " ".join(found[1].split())


def _beginning(element: Element) -> str:
    beginning = ""
    for text in element.itertext():
        beginning = f"{beginning}{text}".lstrip()
        if len(beginning) > len("00:00 a.m."):
            break
    return beginning


def is_data_table(table: Element) -> bool:
    """Return whether a table holds data, a row a fact; one that only arranges paragraphs on the page does not."""
    if (table.get("role") or "") in {"presentation", "none"} or any(True for _ in table.iterdescendants("table")):
        return False
    rows = list(table.iterdescendants("tr"))
    cells = [cell for row in rows for cell in row if tag_of(cell) in {"td", "th"}]
    if len(rows) < 2 or len(cells) <= len(rows):  # noqa: PLR2004 - what is no grid is no table
        return False
    return all(_is_cell_of_data(cell) for cell in cells)


def _is_cell_of_data(cell: Element) -> bool:
    blocks = sum(tag_of(inner) in BLOCK_TAGS for inner in cell.iterdescendants())
    return blocks <= 1 and visible_words(cell).total() <= _CELL_WORDS

"""The Markdown that editors write: its links, and its rendering to safe HTML.

Bodies are CommonMark with tables, read by markdown-it-py with HTML switched off, so that
a tag is text.  Links lead to records (``actor:council``, ``source:gazette-2031-03-04#p3``,
``event:…``, ``claim:event#claim``, ``place:…``, ``dispute:…``, ``page:method``), to
headings of the same page (``#…``), or to http(s) addresses; nothing else is a link.
"""

import re
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from dateline.ground.urls import is_web_address
from dateline.records.types import Citation
from dateline.records.types.spots import citation_to, spot_at

RECORD_LINKS: Final = frozenset({"actor", "source", "event", "claim", "place", "dispute", "page"})
_PART_LINK: Final = re.compile(r"source:(?P<source>[a-z0-9-]+)#(?P<anchor>[^#]+)")
_INLINE_ADDRESS: Final = re.compile(r"\]\(\s*<?([^\s<>)]*)|<([^\s<>]+)>")
_DEFINED_ADDRESS: Final = re.compile(r"^ {0,3}\[[^\]\n]+\]:[ \t]*<?([^\s<>]+)", re.MULTILINE)
_ADDRESS_OF: Final = {"link_open": "href", "image": "src"}
_BREAKS: Final = frozenset({"softbreak", "hardbreak"})
_BLANK_LINE: Final = re.compile(r"\n(?=[^\S\n]*\n)")
_PYTHON_MARKDOWN_S_OWN: Final = {code: f"&#{code};" for code in (0x01, 0x02, 0x03, 0x04, 0x09, 0x0D)}
_NOT_SLUG: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class ProseLink:
    """A link of a body: its address as written, where it stands, and whether it is an image."""

    target: str
    offset: int
    image: bool = False

    @property
    def record(self) -> tuple[str, str] | None:
        """The kind and the id (with its ``#`` part) of the record it leads to, if it leads to one."""
        kind, colon, rest = self.target.partition(":")
        return (kind, rest) if colon and kind in RECORD_LINKS else None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a body, with the anchor that the site gives it."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Markup:
    """A piece of finished HTML between headings."""

    html: str


def anchors(body: str, reserved: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the anchors that the site gives to the headings of a body, in order."""
    return _anchors(body, frozenset(reserved))


@lru_cache(maxsize=256)
def _anchors(body: str, reserved: frozenset[str]) -> tuple[str, ...]:
    """Cached, because many links may lead to one page."""
    new = _Anchors(reserved).new
    tokens = _parser().parse(body)
    return tuple(
        new(_plain_text(tokens[index + 1]))
        for index, token in enumerate(tokens)
        if token.type == "heading_open" and token.level == 0
    )


def links(body: str) -> list[ProseLink]:
    """Return the links and images of a body, in order."""
    return list(_links(body))


def opening(body: str) -> str:
    """Return the text of a body's first paragraph, without its marks."""
    blocks = _parser().parse(body)
    first = next((inline for start, inline in pairwise(blocks) if start.type == "paragraph_open"), None)
    tokens = first.children or () if first else ()
    parts = (" " if token.type in _BREAKS else token.content for token in tokens)
    return " ".join("".join(parts).split())


@lru_cache(maxsize=4096)
def _links(body: str) -> tuple[ProseLink, ...]:
    """Cached, because several rules look at the same body."""
    found: list[ProseLink] = []
    places, line_starts = _Places(body), [0, *(end.end() for end in re.finditer("\r\n?|\n", body))]
    start = 0
    for block in _parser_of_links().parse(body):
        start = line_starts[block.map[0]] if block.map else start
        for token in block.children or ():
            if token.type in _ADDRESS_OF:
                place = places.next_of(str(token.attrs[_ADDRESS_OF[token.type]]), start)
                found.append(ProseLink(_target(token), place, token.type == "image"))
    return tuple(found)


def _any_address(url: str) -> bool:  # noqa: ARG001 - the parser asks
    """Let every address through: one that rendering refuses is a problem to tell, not text to overlook."""
    return True


class _Places:
    """Where the addresses of a body's links stand, which the parser does not tell."""

    def __init__(self, body: str) -> None:
        self._inline: defaultdict[str, deque[int]] = defaultdict(deque)
        for match in _INLINE_ADDRESS.finditer(body):
            self._inline[match[match.lastindex or 0]].append(match.start(match.lastindex or 0))
        self._defined = {match[1]: match.start(1) for match in reversed(list(_DEFINED_ADDRESS.finditer(body)))}

    def next_of(self, address: str, start: int) -> int:
        """Return the next place of `address` from `start` on, in a link or else in a definition; or `start`."""
        for typed in (address, unquote(address)):
            places = self._inline.get(typed, deque())
            while places and places[0] < start:
                places.popleft()
            if places:
                return places.popleft()
        return self._defined.get(address, self._defined.get(unquote(address), start))


def is_safe(link: ProseLink) -> bool:
    """Return whether the link is of a kind that the site follows."""
    if link.image:
        return re.fullmatch(r"[A-Za-z0-9._-]+", link.target) is not None
    return link.record is not None or link.target.startswith("#") or is_web_address(link.target)


def render(body: str, address_of: Callable[[str], str], reserved: Iterable[str] = ()) -> Iterator[Heading | Markup]:
    """Yield the body as headings and HTML between them.

    `address_of` turns the target of a link or an image into the address it has on the page;
    `reserved` are the anchors of the page's own, which no heading of the body gets.
    """
    parser = _parser()
    anchors = _Anchors(reserved)
    between: list[Token] = []
    tokens = parser.parse(body)
    for index, token in enumerate(tokens):
        if token.type == "heading_open" and token.level == 0:
            yield from _markup(parser, between, address_of)
            between = []
            text = _plain_text(tokens[index + 1])
            yield Heading(int(token.tag[1:]), text, anchors.new(text))
        elif not (token.level == 0 and token.type == "heading_close") and not _in_heading(tokens, index):
            between.append(token)
    yield from _markup(parser, between, address_of)


def plain(body: str) -> str:
    """Return the words of a body without its markup, in one line."""
    inlines = (token for token in _parser().parse(body) if token.type == "inline")
    return " ".join(" ".join(_plain_text(inline) for inline in inlines).split())


@cache
def _parser_of_links() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table")
    parser.validateLink = _any_address  # type: ignore[method-assign]
    return parser


@cache
def _parser() -> MarkdownIt:
    """Return the parser, which is costlier to make than to use: a body's text is all that it looks at."""
    return MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table")


def _inline_tokens(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from token.children or ()


def _in_heading(tokens: list[Token], index: int) -> bool:
    return tokens[index].type == "inline" and tokens[index - 1].type == "heading_open" and tokens[index - 1].level == 0


def _plain_text(inline: Token) -> str:
    return "".join(child.content or (" " if child.type in _BREAKS else "") for child in inline.children or ())


class _Anchors:
    """The anchors of one page: each heading gets one of its own."""

    def __init__(self, reserved: Iterable[str]) -> None:
        self._taken = set(reserved)
        self._next: dict[str, int] = {}
        """The number to try next behind a slug; counting from 2 for each heading would be quadratic."""

    def new(self, text: str) -> str:
        """Return an anchor that no heading has yet."""
        anchor = slug = _NOT_SLUG.sub("-", text.lower()).strip("-") or "section"
        while anchor in self._taken:
            number = self._next.get(slug, 2)
            self._next[slug] = number + 1
            anchor = f"{slug}-{number}"
        self._taken.add(anchor)
        return anchor


def _target(token: Token) -> str:
    """Return the address as it was typed: the parser encodes every character that is not ASCII."""
    address = str(token.attrs[_ADDRESS_OF[token.type]])
    return address if address.lower().startswith(("http:", "https:")) else unquote(address)


def _markup(parser: MarkdownIt, tokens: list[Token], address_of: Callable[[str], str]) -> Iterator[Markup]:
    for token in _inline_tokens(tokens):
        if token.type in _ADDRESS_OF:
            link = ProseLink(_target(token), 0, token.type == "image")
            token.attrs[_ADDRESS_OF[token.type]] = address_of(link.target) if is_safe(link) else ""
            if not link.image and is_web_address(link.target):
                token.attrs["rel"] = "noopener"
    html: str = parser.renderer.render(tokens, parser.options, {})
    if html.strip():
        yield Markup(_BLANK_LINE.sub("&#10;", html.strip()).translate(_PYTHON_MARKDOWN_S_OWN))


def body_citations(body: str) -> list[Citation]:
    """Return the paragraphs and passages that a Markdown body links to, as ``source:id#pN`` or ``source:id#at-…``."""
    found = [_PART_LINK.fullmatch(link_.target) for link_ in links(body)] if "source:" in body else []
    named = ((link_["source"], spot_at(link_["anchor"])) for link_ in found if link_)
    return [citation_to(source, spot) for source, spot in named if spot is not None]

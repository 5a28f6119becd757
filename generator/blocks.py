"""A Python-Markdown extension that passes finished HTML blocks by, unparsed.

Dateline's pages are headings between blocks of HTML without a blank line.  Python-Markdown
takes such a block apart tag by tag to find its end, which costs most of its time; here the
end is known, so the block goes to its stash whole.  The output is the same without the
extension, only slower: any engine can build the pages.
"""

from typing import Final

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

_BEFORE_HTML_BLOCKS: Final = 25
_STARTS: Final = ("<div", "<nav", "<ol", "<ul", "<p", "<table", "<dl", "<figure", "<details", "<script")


class HtmlBlocks(Extension):
    """Stashes HTML blocks before Python-Markdown's own search for them."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the preprocessor behind the folding of white space and before the HTML parser."""
        md.preprocessors.register(_Stash(md), "dateline_html_blocks", _BEFORE_HTML_BLOCKS)


class _Stash(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        blocks = "\n".join(lines).split("\n\n")
        stashed = (self._stashed(block) if _is_whole(block.strip("\n")) else block for block in blocks)
        return "\n\n".join(stashed).split("\n")

    def _stashed(self, block: str) -> str:
        # With the line end that Python-Markdown itself would leave behind the block.
        placeholder: str = self.md.htmlStash.store(block.strip("\n") + "\n")
        return placeholder


def _is_whole(block: str) -> bool:
    """Return whether a block is one element from its first line to its last."""
    name = next((start[1:] for start in _STARTS if block.startswith((f"{start} ", f"{start}>"))), None)
    return name is not None and block.endswith(f"</{name}>")

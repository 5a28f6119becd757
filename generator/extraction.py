"""Articles as blocks of text, from plain text, Markdown or HTML."""

import re
from typing import Final

import trafilatura

from generator.provenance import paragraphs

_MARKDOWN_LINK: Final = re.compile(r"!?\[([^\]]*)\]\([^)\s]*\)")
_HTML: Final = re.compile(r"<(?:!doctype|html|head|body|article|p|div)\b", re.IGNORECASE)


def is_html(text: str, suffix: str = "") -> bool:
    """Return whether `text` is HTML, by its file's ending or by what it holds."""
    return suffix.lower() in {".html", ".htm"} or (suffix == "" and _HTML.search(text[:4096]) is not None)


def blocks_of(text: str, suffix: str = "") -> list[str]:
    """Return the blocks of an article: of HTML the article's own, as the extractor finds them.

    Plain text and Markdown are split at blank lines; links of Markdown keep their text.
    """
    if is_html(text, suffix):
        extracted = trafilatura.extract(
            text, include_comments=False, include_tables=False, favor_recall=True, output_format="txt"
        )
        return [block for line in (extracted or "").split("\n") if (block := line.strip())]
    blocks = paragraphs(text)
    return [_MARKDOWN_LINK.sub(r"\1", block) for block in blocks] if suffix.lower() == ".md" else blocks

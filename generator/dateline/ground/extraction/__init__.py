"""Articles as blocks of text, from plain text, Markdown, HTML or mail.

A block is what may turn out to be a paragraph: in text it ends at a blank line, in Markdown and HTML where the
markup says so.  Every word that a reader of the article sees is in a block, and that is counted (`accounting`);
what is no part of the article is marked, with the reason.
"""

from dateline.ground.extraction.articles import Article, Block, LostTextError, TextForm, TooDeepError
from dateline.ground.extraction.decoding import KNOWN_SUFFIXES, LARGEST, decoded, form_of
from dateline.ground.extraction.foreign import Foreign, foreign_in
from dateline.ground.extraction.notices import behind_a_wall, is_only_a_notice
from dateline.ground.extraction.pdf_pages import PdfError, is_pdf
from dateline.ground.extraction.reading import (
    ShownBlock,
    read_article,
    read_file,
    readings_of,
    shown_in,
)
from dateline.ground.extraction.signs import BlockKind, Sign, is_closed, is_prose, sign_of
from dateline.ground.extraction.subtitles import SubtitlesError

__all__ = [
    "KNOWN_SUFFIXES",
    "LARGEST",
    "Article",
    "Block",
    "BlockKind",
    "Foreign",
    "LostTextError",
    "PdfError",
    "ShownBlock",
    "Sign",
    "SubtitlesError",
    "TextForm",
    "TooDeepError",
    "behind_a_wall",
    "decoded",
    "foreign_in",
    "form_of",
    "is_closed",
    "is_only_a_notice",
    "is_pdf",
    "is_prose",
    "read_article",
    "read_file",
    "readings_of",
    "shown_in",
    "sign_of",
]

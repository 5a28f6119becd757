"""Articles read: text, Markdown, HTML and mail as blocks that hold every word, or refused with what to do."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from dateline.ground.extraction.accounting import account
from dateline.ground.extraction.articles import Article, Block, LostTextError, TextForm, TooDeepError
from dateline.ground.extraction.decoding import decoded, form_of, marked_encoding
from dateline.ground.extraction.extractor import Extracted, every_block, extracted
from dateline.ground.extraction.mail import Mail, MailText, blocks_of_letter, is_mail, read_mail, unquoted
from dateline.ground.extraction.markdown_text import as_page, blocks_by_token, front_matter
from dateline.ground.extraction.page_blocks import blocks_of_page
from dateline.ground.extraction.page_data import BODY_IN_DATA, hidden_article
from dateline.ground.extraction.page_tree import tree_of, visible_words
from dateline.ground.extraction.pdf_pages import is_pdf, read_pdf
from dateline.ground.extraction.plain_text import blocks_of_text
from dateline.ground.extraction.signs import BlockKind, is_prose, sign_of
from dateline.ground.extraction.subtitles import is_subtitles, read_subtitles
from dateline.ground.provenance import paragraphs

_ENDINGS: Final = frozenset({BlockKind.LEGAL, BlockKind.SHARE, BlockKind.COMMENTS})
"""What stands behind an article; sentences that follow are seldom of it."""
_READ_IN_FRONT: Final = frozenset({"title", "sitename", "date", "url", "language"})
_FRONT: Final = "keys of the front matter that nothing is taken from"
_AHEAD: Final = 4096
_SPACES: Final = re.compile(r"\s+")


def read_file(data: bytes, suffix: str = "") -> Article:
    """Return the article in a file, which is no foreign one; raise ValueError where its encoding is not known."""
    if is_pdf(data):
        return read_pdf(data)
    if is_subtitles(_beginning(data)):
        return read_subtitles(decoded(data, guess=False))
    if is_mail(data, suffix):
        return _from_mail(read_mail(data))
    return read_article(decoded(data, guess=False), suffix)


def _beginning(data: bytes) -> str:
    encoding = marked_encoding(data)
    return data[:_AHEAD].decode(encoding or "utf-8", "replace")


def read_article(text: str, suffix: str = "") -> Article:
    """Return the article in `text`: all that its page shows, each block with what the markup makes of it.

    Raises LostTextError where a word would be lost, which is a fault of this program, and TooDeepError.
    """
    match form_of(text, suffix):
        case TextForm.HTML:
            return _from_html(text)
        case TextForm.MARKDOWN:
            return _from_markdown(text)
        case _:
            blocks = blocks_of_text(text)
            account(Counter(text.lstrip("\N{ZERO WIDTH NO-BREAK SPACE}").split()), blocks)
            return Article(form=TextForm.TEXT, blocks=tuple(blocks))


def readings_of(text: str, suffix: str = "") -> list[list[str]]:
    """Return the ways to read a text as blocks, the likeliest first; headings are left out.

    Records were made by different ways of reading: what the extractor takes, which may miss a paragraph; every
    block; a block a line, where a copy has no blank lines; and what `read_article` takes for the article.
    """
    form = form_of(text, suffix)
    shown = [block.text for block in shown_in(text, suffix)]
    if form is TextForm.HTML:
        return _distinct([list(extracted(text).paragraphs), list(every_block(text)), shown])
    if form is TextForm.MARKDOWN:
        old = [block.text for block in blocks_by_token(front_matter(text)[1]) if not block.is_heading]
    else:
        old = paragraphs(text)
    by_line = [line.strip() for block in old for line in block.split("\n") if line.strip()]
    return _distinct([old, by_line if any("\n" in block for block in old) else [], shown])


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block that may be part of an article, and whether it is even where it stands before or behind the rest."""

    text: str
    is_weighty: bool
    unit: str | None


def shown_in(text: str, suffix: str = "") -> list[ShownBlock]:
    """Return the blocks that a text shows, less its headings and what markup or words tell to be no article.

    Of a page that cannot be accounted for there are none: records are held against its other readings.
    """
    try:
        article = read_article(text, suffix)
    except (LostTextError, TooDeepError):
        return []
    return list(_shown(article))


def _shown(article: Article) -> Iterator[ShownBlock]:
    has_ended = False
    has_begun = False
    for block in article.blocks:
        sign = block.by_markup or sign_of(block.text)
        has_begun = has_begun or (sign is None and is_prose(block.text))
        left_out = sign.kind if sign is not None and sign.kind is not BlockKind.BODY and sign.is_sure else None
        has_ended = has_ended or (has_begun and block.by_markup is None and left_out in _ENDINGS)
        if not block.is_heading and left_out is None:
            is_part = block.by_markup is not None and block.by_markup.kind is BlockKind.BODY
            is_weighty = not has_ended and (is_part or is_prose(block.text))
            yield ShownBlock(block.text, is_weighty, block.unit if article.apart is not None else None)


def _distinct(readings: Iterable[list[str]]) -> list[list[str]]:
    found: list[list[str]] = []
    for reading in readings:
        if reading and [" ".join(block.split()) for block in reading] not in [
            [" ".join(block.split()) for block in known] for known in found
        ]:
            found.append(reading)
    return found


# --- pages -----------------------------------------------------------------------------------------------------------


def _from_html(text: str) -> Article:
    page = _from_page(text)
    found = extracted(text)
    return replace(
        page,
        blocks=tuple(_with_opinion(page.blocks, found)),
        title=found.title,
        site=found.site,
        published=found.published,
        url=found.url,
        language=found.language,
    )


def _from_page(text: str) -> Article:
    root = tree_of(text)
    if root is None:
        return Article(form=TextForm.HTML, blocks=())
    page, words = blocks_of_page(root), visible_words(root)
    account(words, page.blocks)
    in_data = hidden_article(root, words)
    hidden = {**page.hidden, BODY_IN_DATA: in_data} if in_data else page.hidden
    return Article(form=TextForm.HTML, blocks=page.blocks, hidden=hidden, apart=page.apart)


def _with_opinion(blocks: Iterable[Block], found: Extracted) -> Iterator[Block]:
    """Yield the blocks, those marked that the extractor has passed over, if it found anything at all."""
    taken = "".join(_SPACES.sub("", text) for text in (*found.paragraphs, *found.headings))
    behind = 0
    for block in blocks:
        said = _SPACES.sub("", block.text)
        # They come in the same order: the search begins behind the block before, so that most are found at once.
        place = taken.find(said, behind, behind + _AHEAD + len(said))
        place = taken.find(said) if place < 0 else place
        behind = place + len(said) if place >= 0 else behind
        is_passed_over = bool(found.paragraphs) and place < 0
        yield replace(block, is_passed_over=is_passed_over and block.by_markup is None)


def _from_markdown(text: str) -> Article:
    said, body = front_matter(text)
    page = _from_page(as_page(body))
    in_front = sum(len(text.split()) for key, text in said.items() if key not in _READ_IN_FRONT)
    return replace(
        page,
        hidden={**page.hidden, _FRONT: in_front} if in_front else page.hidden,
        form=TextForm.MARKDOWN,
        title=said.get("title"),
        site=said.get("sitename"),
        published=said.get("date"),
        url=said.get("url"),
        language=said.get("language"),
    )


# --- mail ------------------------------------------------------------------------------------------------------------


def _from_mail(mail: Mail) -> Article:
    body = _from_html(mail.text.said) if mail.text.is_page else Article(form=TextForm.MAIL, blocks=_letter(mail.text))
    return replace(
        body,
        form=TextForm.MAIL,
        blocks=(*mail.headers, *body.blocks, *(block for part in mail.rest for block in _of_rest(part))),
        title=mail.subject or body.title,
        site=mail.sender or body.site,
        published=mail.day or body.published,
        url=mail.url or body.url,
    )


def _of_rest(part: Block | MailText) -> Iterator[Block]:
    """Yield what a mail carries besides its text; a further text block by block, each with the reason."""
    if isinstance(part, Block):
        yield part
        return
    for block in _from_page(part.said).blocks if part.is_page else _letter(part):
        is_left_out = block.by_markup is not None and block.by_markup.kind is not BlockKind.BODY
        yield block if is_left_out and part.sign.kind is BlockKind.BODY else replace(block, by_markup=part.sign)


def _letter(text: MailText) -> tuple[Block, ...]:
    blocks = tuple(Block(said, by_markup=sign) for said, sign in blocks_of_letter(text.said) if said)
    account(Counter(word for line in text.said.splitlines() for word in unquoted(line).split()), blocks)
    return blocks

"""A PDF as blocks, each with the page that it begins on; whatever its file is, it is read or refused."""

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from dateline.ground.extraction.accounting import account
from dateline.ground.extraction.articles import Article, Block, TextForm
from dateline.ground.extraction.signs import BlockKind, Sign, is_closed
from dateline.ground.schemes import misplaced

_MARK: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,1024}%PDF-")
_UNSEEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff]+")
_MOST_PAGES: Final = 3_000
_MOST_LETTERS: Final = 8_000_000
_SHORT: Final = 0.85
"""A line that ends a sentence and is shorter than this part of the longest ends its paragraph."""
_OF_PAGE: Final = Sign(BlockKind.NAVIGATION, "the number of the page")
_BLANK: Final = "pages without text, which may be pictures"


class PdfError(Exception):
    """A PDF that gives no text: why, and what to do."""

    def __init__(self, why: str, cure: str) -> None:
        super().__init__(why)
        self.cure = cure


@dataclass(frozen=True, slots=True)
class _PrintedPage:
    label: str
    number: int
    text: str


def is_pdf(data: bytes) -> bool:
    """Return whether a file is a PDF, whatever it is called."""
    return _MARK.match(data[:2048]) is not None


def read_pdf(data: bytes) -> Article:
    """Return the text of a PDF as blocks, the page of each as its unit; raise PdfError where it gives none."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        title, pages = _pages(data)
    except PdfError:
        raise
    except (Exception, RecursionError) as error:  # noqa: BLE001 - a broken file breaks the reader in any way there is
        why = f"its inside is broken ({type(error).__name__})"
        raise PdfError(why, "open it in a viewer, print it into a new PDF, and give that") from None
    if not any(page.text.split() for page in pages):
        cure = (
            "have a program recognise the text (OCR) and give the PDF that it writes; or type what you cite as text "
            "(.txt), and say its page in at"
        )
        raise PdfError("its pages are pictures without text", cure)
    blocks = [block for page in pages for block in _blocks_of(page)]
    account(Counter(word for page in pages for word in page.text.split()), blocks)
    blank = sum(not page.text.split() for page in pages)
    return Article(
        form=TextForm.PDF,
        blocks=tuple(blocks),
        title=title,
        hidden={f"{blank} {_BLANK}": 0} if blank else {},
        numbered={page.label: page.number for page in pages if page.label != str(page.number)},
    )


def _pages(data: bytes) -> tuple[str | None, list[_PrintedPage]]:
    from pypdf import PdfReader  # noqa: PLC0415 - only this needs it, and it is slow to load

    reader = PdfReader(BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise PdfError("it is locked with a password", "open it with the password, print it into a new PDF, give that")
    count = len(reader.pages)
    if count > _MOST_PAGES:
        raise PdfError(f"it has {count} pages, {_MOST_PAGES} at most are read", "give the part that you use")
    labels = _labels(reader.page_labels, count)
    pages: list[_PrintedPage] = []
    letters = 0
    for number, label in enumerate(labels, 1):
        text = _UNSEEN.sub(" ", reader.pages[number - 1].extract_text() or "")
        letters += len(text)
        if letters > _MOST_LETTERS:
            raise PdfError(f"it has more than {_MOST_LETTERS} letters", "give the part that you use")
        pages.append(_PrintedPage(label, number, text))
    said = reader.metadata.title if reader.metadata is not None else None
    title = " ".join(_UNSEEN.sub(" ", said).split()) if isinstance(said, str) else ""
    return title or None, pages


def _labels(said: Sequence[str], count: int) -> list[str]:
    """Return what each page is called in print, as the file says; its place where that is no page, or is not one's."""
    labels = [label.strip() for label in said]
    are_told = len(set(labels)) == count and all(misplaced("page", label) is None for label in labels)
    return labels if are_told else [str(number) for number in range(1, count + 1)]


def _blocks_of(page: _PrintedPage) -> Iterator[Block]:
    lines = [" ".join(line.split()) for line in page.text.split("\n")]
    told = [place for place, line in enumerate(lines) if line]
    width = max(map(len, lines), default=0)
    gathered: list[str] = []
    for place, line in enumerate([*lines, ""]):
        alone = _standing_alone(line, page, width, is_edge=place in {told[0], told[-1]} if told else False)
        if gathered and (not line or alone is not None or _ends_paragraph(gathered[-1], width)):
            yield Block(" ".join(gathered), unit=page.label)
            gathered = []
        if alone is not None:
            yield alone
        elif line:
            gathered.append(line)


def _standing_alone(line: str, page: _PrintedPage, width: int, *, is_edge: bool) -> Block | None:
    """Return the block of a line that is none of a paragraph: the page's number, or a heading in capitals."""
    if is_edge and line.strip("-–— ") in {page.label, str(page.number)}:
        return Block(line, by_markup=_OF_PAGE, unit=page.label)
    if line.isupper() and not is_closed(line) and len(line) < _SHORT * width:
        return Block(line, is_heading=True, unit=page.label)
    return None


def _ends_paragraph(line: str, width: int) -> bool:
    return is_closed(line) and len(line) < _SHORT * width

"""The files of a folder as copies, in each way in which a file can be read as blocks."""

import codecs
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from dateline.editing.verification.copy_texts import CopyText
from dateline.editing.verification.places_of_copies import CopyPlaces
from dateline.ground import plainfiles
from dateline.ground.extraction import (
    KNOWN_SUFFIXES,
    LARGEST,
    Article,
    Block,
    BlockKind,
    LostTextError,
    PdfError,
    ShownBlock,
    SubtitlesError,
    TextForm,
    TooDeepError,
    decoded,
    is_prose,
    read_file,
    readings_of,
    shown_in,
)
from dateline.ground.schemes import Scheme

_WIDE: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
TAKEN_APART: Final = frozenset({".pdf", ".srt", ".vtt", ".eml", ".mhtml", ".mht"})
_COUNTED: Final[dict[TextForm, Scheme]] = {TextForm.PDF: "page", TextForm.SUBTITLES: "time"}
_FEW: Final = 6

Tell = Callable[[str], None]
"""Is called with a sentence for what cannot be read."""


def read_copies(folder: Path, tell: Tell = lambda _: None) -> list[CopyText]:
    """Read every text, Markdown, HTML, PDF, mail and subtitles below `folder`, each in each way of reading it.

    `tell` is called with a sentence for each that cannot be read, and with one for those of other kinds.
    """
    copies: list[CopyText] = []
    others: Counter[str] = Counter()
    for path in sorted(folder.rglob("*")):
        suffix = path.suffix.lower()
        if path.is_dir() or path.name.startswith("."):
            continue
        if suffix in KNOWN_SUFFIXES | TAKEN_APART:
            copies += _copies_at(path, suffix, tell)
        else:
            others[suffix or path.name] += 1
    if others:
        told = ", ".join(f"{suffix} ({count})" for suffix, count in sorted(others.items())[:_FEW])
        tell(f"What is no text, page, PDF, mail or subtitles is not read: {told}{' …' if len(others) > _FEW else ''}")
    return copies


def _copies_at(path: Path, suffix: str, tell: Tell) -> Iterator[CopyText]:
    try:
        data = plainfiles.read(path, LARGEST)
        if suffix in TAKEN_APART:
            yield taken_apart(path.name, read_file(data, suffix))
            return
    except (PdfError, SubtitlesError) as error:
        tell(f"{path} is not read: {error}; {error.cure}")
        return
    except (OSError, ValueError, LostTextError, TooDeepError) as error:
        tell(f"{path} is not read: {_why(error)}")
        return
    if b"\0" in data and not data.startswith(_WIDE):
        tell(f"{path} is not read: it is no text, but holds the character U+0000")
        return
    yield from copies_of(path.name, decoded(data), suffix)


def _why(error: Exception) -> str:
    if isinstance(error, LostTextError):
        return f"these words of it would be lost: {error}"
    if isinstance(error, TooDeepError):
        return "its markup is nested too deep"
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def copies_of(name: str, text: str, suffix: str) -> list[CopyText]:
    """Return the ways in which a text can be read as blocks, as copies of one name."""
    shown = tuple(shown_in(text, suffix))
    return [CopyText(name, tuple(blocks), shown) for blocks in readings_of(text, suffix)]


def taken_apart(name: str, article: Article) -> CopyText:
    """Return a file that is read in one way, with its pages or times, if it has any."""
    parts = [block for block in article.blocks if _is_of_body(block)]
    scheme = _COUNTED.get(article.form)
    places = None
    if scheme is not None:
        every = tuple((block.unit or "", block.text) for block in article.blocks)
        places = CopyPlaces(scheme, tuple(block.unit or "" for block in parts), every, article.numbered)
    shown = tuple(ShownBlock(block.text, is_prose(block.text), None) for block in parts)
    return CopyText(name, tuple(block.text for block in parts), shown, places)


def _is_of_body(block: Block) -> bool:
    return not block.is_heading and (block.by_markup is None or block.by_markup.kind is BlockKind.BODY)

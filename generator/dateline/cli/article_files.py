"""The file of an article, read or refused: each with what it is and what to do, never with a traceback."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from dateline.cli.given_files import read_file as read_file_of
from dateline.cli.reporting import printable
from dateline.editing.intake import Counted
from dateline.ground.extraction import (
    LARGEST,
    Article,
    LostTextError,
    PdfError,
    SubtitlesError,
    TextForm,
    TooDeepError,
    decoded,
    foreign_in,
    is_only_a_notice,
    read_file,
)
from dateline.ground.problems import CATALOGUE, Code

if TYPE_CHECKING:
    from dateline.editing.verification.live import Download

STDIN: Final = "-"
_TOO_LARGE: Final = "no article is, so save its text alone, as the reading view of a browser shows it"
_CONTROL: Final = frozenset(map(chr, (*range(9), *range(14, 28), 127)))


def read_article_at(file: Path | str, given: "Download | None", *, is_body_said: bool) -> Article:
    """Return the article in a file, or in what an address gave; stop where there is none, and say what to do."""
    data, suffix = (given.data, given.suffix) if given is not None else _data_of(Path(file))
    foreign = foreign_in(data, suffix)
    if foreign is not None:
        raise _refused(Code.NO_ARTICLE, f"{file} is {foreign.name}", foreign.cure)
    try:
        article = read_file(data, suffix)
        text = "" if article.form is TextForm.PDF else decoded(data)
    except PdfError as error:
        raise _refused(Code.NO_ARTICLE, f"{file} is a PDF, and {printable(str(error))}", error.cure) from None
    except SubtitlesError as error:
        raise _refused(Code.NO_ARTICLE, f"{file} is subtitles, and {printable(str(error))}", error.cure) from None
    except ValueError as error:
        raise click.ClickException(f"{file} cannot be read: {error}; save it again as UTF-8") from None
    except LostTextError as error:
        message = f"{file}: these words would be lost: {printable(str(error))}; nothing was written"
        raise _refused(Code.TEXT_LOST, message, CATALOGUE[Code.TEXT_LOST].cure) from None
    except TooDeepError:
        raise click.ClickException(f"{file}: its markup is nested too deep; copy the text into a .txt file") from None
    control = next((char for char in text if char in _CONTROL), None)
    if control is not None:
        raise click.ClickException(f"{file} is no text: it holds the character U+{ord(control):04X}")
    if not article.blocks:
        raise _without_words(file, article)
    if not is_body_said and is_only_a_notice(article, text):
        message = f"{file} has no article, only a notice that the page is elsewhere"
        raise _refused(Code.TEXT_ELSEWHERE, message, CATALOGUE[Code.TEXT_ELSEWHERE].cure)
    return article


def counted_in(article: Article) -> Counted | None:
    """Return how the places of a file's paragraphs are counted, where it has pages or times."""
    match article.form:
        case TextForm.PDF:
            return Counted("page", article.numbered)
        case TextForm.SUBTITLES:
            return Counted("time", {})
        case _:
            return None


def _without_words(file: Path | str, article: Article) -> click.ClickException:
    """Return what is told of a page that shows nothing: where its words are, if it has any."""
    if not article.hidden:
        message = f"{file} holds no word: save the article once more, or copy its text into a .txt file"
        return click.ClickException(message)
    held = "; ".join(f"{count} words, {why}" if count else why for why, count in article.hidden.items())
    message = f"{file} shows no word, but has {printable(held)}"
    return _refused(Code.TEXT_ELSEWHERE, message, CATALOGUE[Code.TEXT_ELSEWHERE].cure)


def _data_of(file: Path) -> tuple[bytes, str]:
    if str(file) == STDIN:
        data, suffix = sys.stdin.buffer.read(LARGEST + 1), ""
    else:
        data, suffix = read_file_of(file, LARGEST, _TOO_LARGE), file.suffix
    if len(data) > LARGEST:
        raise click.ClickException(f"{file} is larger than {LARGEST} bytes; {_TOO_LARGE}")
    return data, suffix


def _refused(code: Code, message: str, cure: str) -> click.ClickException:
    """Return a refusal with its code, of which `dateline explain` says more, and what to do."""
    return click.ClickException(f"[{code}] {message}. {cure[0].upper()}{cure[1:].rstrip('.')}.")

"""A source as an entry of BibTeX, its key the record's id; a place in it is named where it is cited."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.ground.dates import in_words
from dateline.pages.citing.bibtex import bibtex_address, entry, latex, month_of
from dateline.pages.citing.cited_source import CitedSource, plain_date

_TYPES: Final = {"book": "book", "report": "techreport"}
_LONE_COMMA: Final = 1
_AT: Final = r"\char64{}"
_CERTAIN: Final = re.compile(r"-?[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")
"""A day, month or year, also before our era, as BibLaTeX reads it."""


def source_bibtex(source: CitedSource) -> str:
    """Return an entry of the type that BibTeX has for it, `@misc` where it has none."""
    type_ = "article" if source.is_in_journal else _TYPES.get(source.like, "misc")
    return entry(type_, source.id, dict(_fields(source, type_)))


def cite_command(id_: str, place: str) -> str:
    """Return the command that cites a place in a source; an @ outside of an entry would begin one."""
    return f"\\cite[{{{latex(place).replace('@', _AT)}}}]{{{id_}}}"


def _fields(source: CitedSource, type_: str) -> Iterator[tuple[str, str]]:
    texts = {
        "journal" if type_ == "article" else "booktitle": source.container,
        "volume": source.volume,
        "number": source.issue or ("" if type_ == "book" else source.identifier),
        "edition": source.edition,
        "pages": source.pages.replace("–", "-").replace("-", "--"),
        "address": source.place,
        {"book": "publisher", "techreport": "institution"}.get(type_, "howpublished"): source.publisher,
        "isbn": source.isbn,
    }
    people = (("author", source.authors), ("editor", source.editors), ("translator", source.translators))
    yield from ((name, f"{{{_people(names)}}}") for name, names in people if names)
    yield "title", f"{{{{{latex(source.title)}}}}}"
    yield from ((name, f"{{{latex(text)}}}") for name, text in texts.items() if text)
    yield from _dates(source)
    is_certain = source.written is not None and _CERTAIN.fullmatch(source.written.text) is not None
    if source.written is not None and is_certain:
        yield "origdate", f"{{{source.written.text}}}"
    if source.doi:
        yield "doi", f"{{{bibtex_address(source.doi)}}}"
    if source.capture or source.url:
        yield "url", f"{{{bibtex_address(source.capture or source.url)}}}"
    if source.accessed is not None and len(plain_date(source.accessed)) == len(("y", "m", "d")):
        yield "urldate", f"{{{source.accessed.text}}}"
    written = _written(source) if not is_certain else ""
    if note := "; ".join(filter(None, (source.gloss, source.identifier if type_ == "book" else "", written))):
        yield "note", f"{{{latex(note)}}}"


def _written(source: CitedSource) -> str:
    """Return in words when an old text was written."""
    if source.written is None:
        return ""
    return source.speech.gettext("written %(date)s", date=in_words(source.written, source.speech))


def _dates(source: CitedSource) -> Iterator[tuple[str, str]]:
    """Yield the year and the month; of a date that is not certain, its words as the year, which BibTeX prints."""
    if source.published is None:
        return
    plain = plain_date(source.published)
    if not plain:
        yield "year", f"{{{latex(in_words(source.published, source.speech))}}}"
        return
    yield "year", f"{{{plain[0]:04}}}"
    if len(plain) > 1:
        yield "month", month_of(plain[1])


def _people(names: Sequence[str]) -> str:
    """Return names in braces, so that none is taken apart; one that has its family's name first may be."""
    return " and ".join(
        latex(name) if name.count(",") == _LONE_COMMA and " and " not in name else f"{{{latex(name)}}}"
        for name in names
    )

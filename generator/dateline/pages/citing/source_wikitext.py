"""A source for Wikipedia: the template that there is for it, with what it takes."""

from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

from dateline.ground.dates import Edtf
from dateline.ground.languages import ENGLISH
from dateline.pages.citing.cited_source import CitedSource, plain_date
from dateline.pages.citing.wikitext import IN_URL, wikitext

_TEMPLATES: Final = {"book": "cite book", "report": "cite report", "map": "cite map", "video": "cite AV media"}


def cite_template(source: CitedSource) -> str:
    """Return the template: of its kind, else of a page that has an address, else the one that takes anything."""
    kind = "cite journal" if source.is_in_journal else _TEMPLATES.get(source.like, "")
    name = kind or ("cite web" if source.url else "citation")
    told = " ".join(f"|{key}={value}" for key, value in _fields(source) if value)
    return f"{{{{{name} {told}}}}}"


def _fields(source: CitedSource) -> Iterator[tuple[str, str]]:
    for number, author in enumerate(source.authors, 1):
        yield f"author{number}", wikitext(author)
    for number, editor in enumerate(source.editors, 1):
        yield f"editor{number}", wikitext(editor)
    for number, translator in enumerate(source.translators, 1):
        yield f"translator{number}", wikitext(translator)
    yield "title", wikitext(source.title)
    yield "trans-title", wikitext(source.gloss)
    yield "journal" if source.is_in_journal else "work", wikitext(source.container)
    yield from (
        (key, wikitext(text))
        for key, text in (
            ("edition", source.edition),
            ("volume", source.volume),
            ("issue", source.issue),
            ("pages", source.pages),
            ("location", source.place),
            ("publisher", source.publisher),
            ("id", source.identifier),
            ("isbn", source.isbn),
            ("doi", source.doi),
        )
    )
    yield "date", _date(source.published)
    yield "url", quote(source.url, safe=IN_URL)
    yield "access-date", _date(source.accessed) if source.url else ""
    if source.capture:
        yield "archive-url", quote(source.capture, safe=IN_URL)
        yield "archive-date", _date(source.captured)
        yield "url-status", "dead"
    yield "language", wikitext(source.language)


def _date(when: Edtf | None) -> str:
    """Return a date as the templates take it: a day, a month in English, a year; nothing that is not certain."""
    match plain_date(when) if when is not None else ():
        case (year,):
            return f"{year:04}"
        case (year, month):
            return f"{ENGLISH.month(month)} {year:04}"
        case (_, _, _):
            return when.text.partition("T")[0] if when is not None else ""
        case _:
            return ""

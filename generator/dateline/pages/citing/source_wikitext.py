"""A source for Wikipedia: the template that there is for it, with what it takes."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final, TypeAlias
from urllib.parse import quote

from dateline.ground.dates import Edtf, in_words
from dateline.ground.languages import ENGLISH
from dateline.pages.citing.cited_source import CitedSource, plain_date
from dateline.pages.citing.wikitext import IN_URL, wikitext
from dateline.pages.wording.bibliographies import reporter_of

_Fields: TypeAlias = Iterator[tuple[str, str]]
_COURT: Final = "cite court"
_OF_KIND: Final = {
    "book": "cite book",
    "report": "cite report",
    "map": "cite map",
    "video": "cite AV media",
    "audio": "cite AV media",
    "image": "cite AV media",
    "statement": "cite press release",
    "judgment": _COURT,
}
_TAKES_VOLUME: Final = frozenset(
    {"cite book", "cite journal", "cite news", "cite report", "cite map", "cite AV media", "citation"}
)
_TAKES_ISSUE: Final = frozenset({"cite journal", "cite news", "cite map", "citation"})
_TAKES_NO_PAGES: Final = frozenset({"cite AV media"})
"""What the module behind the templates shows in which of them; in the others it calls them mistakes."""
_CALLED: Final = {"cite journal": "journal", "cite news": "newspaper", "cite web": "website"}
"""What the work is called in which something appeared; a book, a report and a map are of a series."""
_TWEET: Final = re.compile(
    r"https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/(\w{1,15})/status(?:es)?/([0-9]+)(?:[/?#]|\Z)"
)


def cite_template(source: CitedSource) -> str:
    """Return the template: of its kind, else of a page that has an address, else the one that takes anything."""
    name = _template_of(source)
    fields = {_COURT: _of_court, "cite tweet": _of_tweet}.get(name, partial(_of_work, name=name))
    told = " ".join(f"|{key}={value}" for key, value in fields(source) if value)
    return f"{{{{{name} {told}}}}}"


def _template_of(source: CitedSource) -> str:
    if source.is_in_journal:
        return "cite journal"
    if source.is_in_book:
        return "cite book"
    if source.like == "post" and _TWEET.match(source.url):
        return "cite tweet"
    if source.like == "article" and (source.is_of_medium or source.container):
        return "cite news"
    return _OF_KIND.get(source.like) or ("cite web" if source.url else "citation")


def _of_court(source: CitedSource) -> _Fields:
    """Yield a judgment as lawyers cite it: the parties, the report, the first page there, the court, the day."""
    yield "litigants", wikitext(source.title)
    yield "vol", wikitext(source.volume)
    yield "reporter", wikitext(reporter_of(source.container))
    yield "opinion", wikitext((source.container and source.first_page) or source.identifier)
    yield "court", wikitext(source.publisher)
    yield "date", _date(source.published)
    yield "url", quote(source.capture or source.url, safe=IN_URL)


def _of_tweet(source: CitedSource) -> _Fields:
    found = _TWEET.match(source.url)
    yield from _people("author", source.authors)
    yield "user", found[1] if found else ""
    yield "number", found[2] if found else ""
    yield "title", wikitext(source.title)
    yield "trans-title", wikitext(source.gloss)
    yield "date", _date(source.published)
    yield "access-date", _date(source.accessed)
    yield from _capture(source)
    yield "language", wikitext(source.language)


def _of_work(source: CitedSource, name: str) -> _Fields:
    """Yield what the templates of the first style (CS1) take."""
    is_chapter = name == "cite book" and source.is_in_book
    yield from _people("author", source.authors)
    yield from _people("editor", source.editors)
    yield from _people("translator", source.translators)
    yield "chapter" if is_chapter else "title", wikitext(source.title)
    yield "trans-chapter" if is_chapter else "trans-title", wikitext(source.gloss)
    yield from _appeared(source, name, is_chapter=is_chapter)
    yield from ((key, wikitext(text)) for key, text in (("id", source.identifier), ("isbn", source.isbn)))
    yield "doi", wikitext(source.doi)
    yield "date", (date := _date(source.published))
    yield "orig-date", wikitext(f"written {in_words(source.written, ENGLISH)}") if source.written and date else ""
    yield "url", quote(source.url, safe=IN_URL)
    yield "access-date", _date(source.accessed) if source.url else ""
    yield from _capture(source)
    yield "language", wikitext(source.language)


def _appeared(source: CitedSource, name: str, *, is_chapter: bool) -> _Fields:
    """Yield in what it appeared; a newspaper that published an article is the work, and named once."""
    work = source.container or (source.publisher if name == "cite news" else "")
    in_series = name in {"cite book", "cite report", "cite map"} and not is_chapter
    called = "title" if is_chapter else "series" if in_series else _CALLED.get(name, "work")
    told = {
        called: work,
        "type": source.form if name not in {"cite map", "cite tweet"} else "",
        "edition": source.edition,
        "volume": source.volume if name in _TAKES_VOLUME else "",
        "issue": source.issue if name in _TAKES_ISSUE else "",
        "pages": source.pages if name not in _TAKES_NO_PAGES else "",
        "location": source.place,
        "publisher": source.publisher if source.publisher != work else "",
    }
    yield from ((key, wikitext(text)) for key, text in told.items())


def _people(role: str, names: Sequence[str]) -> _Fields:
    yield from ((f"{role}{number}", wikitext(name)) for number, name in enumerate(names, 1))


def _capture(source: CitedSource) -> _Fields:
    if source.capture:
        yield "archive-url", quote(source.capture, safe=IN_URL)
        yield "archive-date", _date(source.captured)
        yield "url-status", "dead"


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

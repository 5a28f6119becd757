"""What a reader needs to cite a source, as it stands in the record: nothing is turned round, shortened or guessed."""

import re
from dataclasses import dataclass
from typing import Final

from dateline.ground.dates import Edtf, in_words
from dateline.ground.languages import ENGLISH, Language
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.told_by_name import WHOLE_WORKS
from dateline.pages.wording import addresses
from dateline.pages.wording.bibliographies import is_headline, names_of
from dateline.records.types import Source

_ABBREVIATED: Final = re.compile(r"\.\w{1,3}\.\Z")
_FIRST_PAGE: Final = re.compile(r"[^-–,; ]+")
_SHOWN: Final = frozenset({"video", "audio", "image", "map", "dataset", "post"})
"""What a manual of style wants called by its form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedSource:
    """A source to cite; an empty text where nothing is known."""

    id: str
    title: str
    is_titled: bool = True
    """Whether the title is its own, and not what stands for one."""
    gloss: str = ""
    """The title in the language of the site, of a source in another."""
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    publisher: str = ""
    is_of_medium: bool = False
    """Whether a medium published it, which speaks for itself only in what it signs."""
    like: str = "article"
    """The standard kind that it is, or behaves as."""
    form: str = ""
    """The word for that, of what has to be called by its form."""
    container: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    edition: str = ""
    place: str = ""
    identifier: str = ""
    isbn: str = ""
    published: Edtf | None = None
    """None where nobody knows."""
    written: Edtf | None = None
    """Of an old text in a later edition."""
    accessed: Edtf | None = None
    doi: str = ""
    url: str = ""
    capture: str = ""
    """The newest capture, of what is gone."""
    captured: Edtf | None = None
    language: str = "en"
    speech: Language = ENGLISH
    """What it is worded in."""

    @property
    def is_whole(self) -> bool:
        """Whether it is published by itself: a book, a report."""
        return self.like in WHOLE_WORKS

    @property
    def is_one_of_several(self) -> bool:
        """Whether it appeared in a journal, a newspaper or a book, whose title is in italics then."""
        return bool(self.container) and self.like == "article"

    @property
    def is_in_journal(self) -> bool:
        """Whether it appeared in something that is counted in volumes or issues."""
        return self.is_one_of_several and bool(self.volume or self.issue)

    @property
    def is_in_book(self) -> bool:
        """Whether it appeared in a book, which somebody edited or a place is named of."""
        is_article = self.is_one_of_several and not self.is_in_journal
        return is_article and bool(self.place or (self.editors and self.authors))

    @property
    def is_reported(self) -> bool:
        """Whether it is a judgment that a law report has, which is all that lawyers cite it by."""
        return self.like == "judgment" and bool(self.container and self.volume and self.first_page)

    @property
    def first_page(self) -> str:
        """The page on which it begins."""
        found = _FIRST_PAGE.match(self.pages)
        return found[0] if found else ""

    @property
    def bare_title(self) -> str:
        """The title without the full stop at its end, unless that belongs to the last word: 431 B.C."""
        return self.title if _ABBREVIATED.search(self.title) else self.title.removesuffix(".")

    @property
    def address(self) -> str:
        """Where it is read: by its DOI, else at its address or, where that is gone, in a capture."""
        return addresses.doi_address(self.doi) if self.doi else self.capture or self.url


def cited_source(edition: Edition, source: Source) -> CitedSource:
    """Return a source to cite."""
    chronology, of_site = edition.chronology, edition.chronology.masthead.language
    like = chronology.masthead.vocabulary.behaves_as("source_kinds", source.kind) or "article"
    publisher = chronology.actors.get(source.publisher)
    newest = next(iter(addresses.newest_captures(source)), None) if source.gone is not None else None
    return CitedSource(
        id=source.id,
        title=edition.title(source),
        is_titled=is_headline(source),
        gloss=source.titles.get(of_site, "") if source.language not in {None, of_site} else "",
        authors=tuple(names_of(chronology, source.authors)),
        editors=tuple(names_of(chronology, source.editors)),
        translators=tuple(names_of(chronology, source.translators)),
        publisher=publisher.name if publisher is not None else "",
        is_of_medium=publisher is not None and publisher.kind in chronology.media,
        like=like,
        form=edition.term("source_kinds", source.kind) if like in _SHOWN else "",
        **{key: getattr(source, key) or "" for key in ("container", "volume", "issue", "pages", "edition")},
        **{key: getattr(source, key) or "" for key in ("identifier", "isbn", "doi", "url")},
        place=source.place_published or "",
        published=source.published if source.is_dated else None,
        written=source.written,
        accessed=source.accessed,
        capture=newest.url if newest is not None else "",
        captured=newest.date if newest is not None else None,
        language=source.language or of_site,
        speech=edition.language,
    )


def plain_date(when: Edtf) -> tuple[int, ...]:
    """Return the year, the month and the day of a date, as far as it says them for certain; else nothing."""
    text = when.text.partition("T")[0]
    parts = text.split("-")
    is_plain = not when.is_marked and len(parts[0]) == 4 and all(part.isdecimal() for part in parts)  # noqa: PLR2004 - years
    numbers = tuple(map(int, parts)) if is_plain else ()
    return numbers if len(numbers) < 2 or numbers[1] <= 12 else ()  # noqa: PLR2004 - beyond are seasons


def date_of_style(when: Edtf, speech: Language) -> str:
    """Return a date as Chicago and APA write days and months: November 17, 2017; otherwise in the site's words."""
    match plain_date(when):
        case (year, month, day):
            told = {"year": str(year), "month": speech.month(month), "day": str(day)}
            return speech.pgettext("date in a citation", "%(month)s %(day)s, %(year)s", **told)
        case (year, month):
            told = {"year": str(year), "month": speech.month(month)}
            return speech.pgettext("date in a citation", "%(month)s %(year)s", **told)
        case _:
            return in_words(when, speech)

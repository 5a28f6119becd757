"""Who made a source, where it appeared, and where it can be read: as its page shows it."""

from dataclasses import dataclass

from dateline.ground.dates import in_words
from dateline.ground.languages import Language
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.views import Link
from dateline.pages.wording import addresses
from dateline.pages.wording.bibliographies import appeared_in, names_of
from dateline.records.types import Creator, Source


@dataclass(frozen=True, slots=True)
class AddressesView:
    """Where a source can be read, as far as that is known."""

    url: str | None
    is_found_by_doi: bool
    """Whether it has no address, and a DOI that leads to it."""
    gone: str
    """That it is no longer there, and since when."""
    why_gone: str
    captures: tuple[tuple[str, str], ...]
    """Addresses of captures, each with its day, the newest first."""
    archive_lookup: str | None


@dataclass(frozen=True, slots=True)
class PublishedAs:
    """Who made a source, and where it appeared, as far as that is said."""

    authors: tuple[Link, ...]
    editors: tuple[Link, ...]
    translators: tuple[Link, ...]
    appeared_in: str
    edition: str
    place: str
    doi: tuple[str, str] | None
    """The DOI, and its address."""
    isbn: str
    identifier: str
    licence: str


def readable_at(source: Source, language: Language) -> AddressesView:
    """Return where a source can be read."""
    return AddressesView(
        source.url,
        source.url is None and source.doi is not None,
        _gone(source, language),
        (source.gone.note or "") if source.gone is not None else "",
        tuple((one.url, in_words(one.date, language)) for one in addresses.newest_captures(source)),
        addresses.archive_lookup(source),
    )


def _gone(source: Source, language: Language) -> str:
    if source.gone is None:
        return ""
    return language.gettext("no longer there, first missed on %(date)s", date=in_words(source.gone.date, language))


def _made_by(edition: Edition, creators: tuple[Creator, ...]) -> tuple[Link, ...]:
    """Return who made a source: a link to an actor, or a name without one."""
    names = names_of(edition.chronology, creators)
    return tuple(
        edition.actor(one.actor) if one.actor is not None and one.actor in edition.chronology.actors else Link(name, "")
        for one, name in zip(creators, names, strict=True)
    )


def published_as(edition: Edition, source: Source) -> PublishedAs:
    """Return who made a source, and where it appeared."""
    return PublishedAs(
        authors=_made_by(edition, source.authors),
        editors=_made_by(edition, source.editors),
        translators=_made_by(edition, source.translators),
        appeared_in=appeared_in(source, edition.language),
        edition=source.edition or "",
        place=source.place_published or "",
        doi=(source.doi, addresses.doi_address(source.doi)) if source.doi else None,
        isbn=source.isbn or "",
        identifier=source.identifier or "",
        licence=source.licence or "",
    )

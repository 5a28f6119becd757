"""What stands at an address that a reader cuts a longer one down to, where no page of its own stands there.

Each folder of the site that leads to pages has a page, or one of these: it says where to go, or goes there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from dateline.ground.languages import marked
from dateline.pages.kinds.compare import pair_title
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.pairs import partners
from dateline.pages.shared.parties import party_name, party_of
from dateline.pages.shared.views import Link
from dateline.pages.wording import addresses
from dateline.pages.wording.sections import COMPARE, DATA, DAYS, DISPUTES, HOME, PLACES, SECTIONS, Section
from dateline.records.types import Event, Tombstone

EVENTS = marked("Events")
FIGURES = marked("Figures")
EMBEDS = marked("To embed")
CLAIMS = marked("Claims")
_CLAIMS = "claims/"
"""Below it nothing stands; who knows the other folders looks for claims there."""


@dataclass(frozen=True, slots=True)
class Signpost:
    """A page without the theme's frame that says where to go."""

    template: ClassVar[str] = "signpost.html"
    address: str
    title: str
    ways: tuple[Link, ...]
    lead: str = ""
    canonical: str = ""
    """The whole address of the page that it leads to; empty where the site's is not known, or it leads to several."""
    own_tongue: bool = False
    """Whether its title is the records' own."""

    @property
    def leads_on(self) -> bool:
        """Whether there is one way, which a browser takes by itself."""
        return len(self.ways) == 1 and not self.lead


def gives_way(edition: Edition, address: str) -> bool:
    """Return whether a page of its own stands there: editors name their pages, and actors, as they like."""
    return address == addresses.SILENCE or address.removesuffix("/") in edition.chronology.pages


def signposts(edition: Edition) -> Iterator[Signpost]:
    """Yield those that every site has, besides those of records and of comparisons."""
    taken = {f"{addresses.COMPARE}{key}/" for key in edition.derived(partners)}
    yield from (
        one for one in _of_every_site(edition) if one.address not in taken and not gives_way(edition, one.address)
    )


def _of_every_site(edition: Edition) -> Iterator[Signpost]:
    language = edition.language
    ways = tuple(_ways(edition, DAYS, DISPUTES))
    told = language.gettext("Each event and each claim keeps an address of its own, and stands on the page of its day.")
    yield Signpost(addresses.LASTING, language.gettext(EVENTS), ways, told)
    yield Signpost(_CLAIMS, language.gettext(CLAIMS), ways, told)
    yield Signpost(
        addresses.FIGURES,
        language.gettext(FIGURES),
        (Link(language.gettext(HOME), ""), *_ways(edition, DISPUTES, PLACES)),
        language.gettext("Each figure stands on a page, which says what it shows and offers it to take away."),
    )
    for section in SECTIONS.values():
        yield _to(edition, f"{addresses.FIGURES}{section.address}", *_ways(edition, section))
    yield _to(edition, f"{DATA.address}csv/", *_ways(edition, DATA))
    yield _to(edition, f"{COMPARE.address}parties/", *_ways(edition, COMPARE))
    for folder in ("", "claim/", "dispute/") if edition.has_embeds else ():
        yield Signpost(
            f"{addresses.EMBEDS}{folder}",
            language.gettext(EMBEDS),
            ways,
            language.gettext(
                "What other people’s pages embed stands below this address; each claim and each dispute says how."
            ),
        )


def to_event(edition: Edition, event: Event | Tombstone) -> Signpost:
    """Return what leads from the folder of what is embedded of an event to its lasting address."""
    title = event.title if isinstance(event, Event) else event.id
    way = Link(title, addresses.lasting_address(event.id))
    return _to(edition, f"{addresses.EMBEDS}claim/{event.id}/", way, own_tongue=isinstance(event, Event))


def to_page(edition: Edition, folder: str, page: str, title: str) -> Signpost:
    """Return what leads from a folder of files to the page that they are from."""
    return _to(edition, folder, Link(title, page))


def other_order(edition: Edition, one: str, other: str) -> Signpost:
    """Return what leads from the other order of two keys to their comparison."""
    way = Link(pair_title(edition, one, other), addresses.pair_address(one, other))
    return _to(edition, f"{addresses.COMPARE}{other}/{one}/", way, own_tongue=True)


def of_party(edition: Edition, key: str) -> Signpost:
    """Return what leads from a party to its comparisons with others."""
    name = party_name(edition, party_of(key))
    pairs = tuple(
        Link(party_name(edition, party_of(other)), addresses.pair_address(key, other))
        for other in edition.derived(partners)[key]
    )
    anybody = Link(edition.language.gettext("Anybody else"), f"{addresses.COMPARE}?a={key}")
    return Signpost(
        f"{addresses.COMPARE}{key}/",
        edition.language.gettext("Compare %(name)s", name=name),
        (*pairs, anybody),
        edition.language.gettext("Those with whom most disputes are shared have a page of their own:"),
    )


def _to(edition: Edition, address: str, way: Link, *, own_tongue: bool = False) -> Signpost:
    site = edition.site_url
    return Signpost(address, way.text, (way,), canonical=f"{site}{way.address}" if site else "", own_tongue=own_tongue)


def _ways(edition: Edition, *sections: Section) -> Iterator[Link]:
    for section in sections:
        yield Link(edition.language.gettext(section.all or section.name), section.address)

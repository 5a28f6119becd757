"""Where everything stands on the site: addresses are an interface and never change their form."""

import re
from collections.abc import Callable
from typing import Final

from dateline.ground.dates import Day, Edtf
from dateline.pages.wording.original_places import in_percent, place_in_original
from dateline.pages.wording.sections import SECTIONS
from dateline.records.types import Claim, Event, Record, RecordKind, Source, SourcePart, Spot
from dateline.records.types.source import Archive
from dateline.records.types.spots import anchor_of

UNDATED: Final = "undated"
"""The page of what has no bound at all: 5 January of an unknown year."""
WIDE: Final = "open"
"""The page of what has a bound, and is of no one millennium for certain: some time until 2017, or 1850 to 2050."""
OF_NO_PERIOD: Final = frozenset({WIDE, UNDATED})
_FIRST_CAPTURES: Final = 1996
"""The year in which the archive that is asked began (Internet Archive, "About IA")."""
LASTING: Final = "events/"
"""Where the lasting addresses of events are."""
EMBEDS: Final = "embed/"
"""Where what is for other people's pages is."""
FIGURES: Final = "figures/"
"""Where the files of figures are."""
CHRONOLOGY_JSON: Final = "data/chronology.json"
"""Everything that was published, as data."""
COMPARE: Final = "compare/"
"""The page from which any two parties are compared; pages of pairs and data of parties stand below it."""
PARTIES: Final = "compare/parties.json"
"""Who can be compared, for the script."""
SILENCE: Final = "compare/silence/"
"""The page that tells of whom nothing is recorded; pairs have addresses of one folder more."""
TAGS: Final = "tags"
"""The folder of the pages of tags; where no event has a tag, there is none."""
_RESERVED: Final = re.compile("[^A-Za-z0-9_.~-]+")


def day_address(day: Day) -> str:
    """Return the address of a day's page: days/2017-11-17/."""
    return f"days/{day.isoformat()}/"


def period_of(when: Edtf) -> str:
    """Return the page that an event stands on: "2017-11-17", "2017-11", "2017", "201x", "20xx", "2xxx"; or another."""
    return when.period or (UNDATED if when.earliest is None and when.latest is None else WIDE)


def event_address(event: Event, part: str = "") -> str:
    """Return the address of an event on its day's page, or on a `part` of it, as "part-2/"."""
    return f"days/{period_of(event.date)}/{part}#{event.id}"


def lasting_address(event: str, claim: str = "") -> str:
    """Return the address that an event, by its id, keeps whatever its date: events/2017-11-17-kashmah-ambush/."""
    return f"{LASTING}{event}/{'#' if claim else ''}{claim}"


def claim_page_address(event: str, claim: str) -> str:
    """Return the address of a claim's own small page, which it keeps: events/2017-11-17-kashmah-ambush/losses/."""
    return f"{LASTING}{event}/{claim}/"


def claim_embed_address(event: str, claim: str) -> str:
    """Return the address of a claim for other people's pages."""
    return f"{EMBEDS}claim/{event}/{claim}/"


def dispute_embed_address(dispute: str) -> str:
    """Return the address of a dispute for other people's pages."""
    return f"{EMBEDS}dispute/{dispute}/"


def oembed_address(embed: str) -> str:
    """Return the address of the description by which the page at `embed` is embedded (oEmbed)."""
    return f"{embed}oembed.json"


def claim_anchor(event: Event, claim: Claim) -> str:
    """Return the anchor of a claim; two hyphens never occur in an id."""
    return f"{event.id}--{claim.id}"


def claim_address(event: Event, claim: Claim, part: str = "") -> str:
    """Return the address of a claim on its event's page, or on a `part` of it, as "part-2/"."""
    return f"days/{period_of(event.date)}/{part}#{claim_anchor(event, claim)}"


def part_address(source_id: str, spot: Spot) -> str:
    """Return the address of a paragraph or passage on its source's page."""
    return f"sources/{source_id}/#{anchor_of(spot)}"


def pair_address(one: str, other: str) -> str:
    """Return the address of the comparison of two parties, by their keys: the same whichever is named first."""
    first, second = sorted((one, other))
    return f"{COMPARE}{first}/{second}/"


def party_address(key: str) -> str:
    """Return the address of the data of a party, for the script that compares any two."""
    return f"{COMPARE}parties/{key}.json"


def cite_address(page: str) -> str:
    """Return the address of the page with citations of the claims that stand on `page`."""
    return f"{page}cite.html"


def figure_address(page: str, name: str, ending: str) -> str:
    """Return the address of a figure's file, by its page and its name there: figures/places/x/strip.svg."""
    return f"{FIGURES}{page}{name}.{ending}"


def page_of_figure(address: str) -> str:
    """Return the page that a figure of this address stands on."""
    page, slash, _ = address.removeprefix(FIGURES).rpartition("/")
    return f"{page}{slash}"


def record_address(record: Record) -> str:
    """Return the address of any record."""
    if isinstance(record, Event):
        return event_address(record)
    return page_address(RecordKind(type(record).__name__.lower()), record.id)


def page_address(kind: RecordKind, id_: str) -> str:
    """Return the address of the page of a source, an actor, a place or a dispute."""
    return f"{kind.folder}/{id_}/"


def original_address(source: Source, part: SourcePart) -> str | None:
    """Return the address of a paragraph or passage in the original or, where that is gone, in the newest capture.

    None where the original's address is not known, or nothing is left of it.
    """
    address = readable_address(source)
    return None if address is None else place_in_original(address, source, part)


def captured_address(source: Source, part: SourcePart) -> str | None:
    """Return the address of a paragraph or passage in the newest capture; None where there is none."""
    newest = newest_captures(source)
    return place_in_original(newest[0].url, source, part) if newest else None


def readable_address(source: Source) -> str | None:
    """Return where a source can be read: at its address or by its DOI or, where it is gone, in the newest capture."""
    if source.gone is None:
        return source.url or (doi_address(source.doi) if source.doi else None)
    newest = newest_captures(source)
    return newest[0].url if newest else None


def newest_captures(source: Source) -> list[Archive]:
    """Return the captures of a source, the newest first."""
    return sorted(source.archive, key=lambda one: one.date.order, reverse=True)


def doi_address(doi: str) -> str:
    """Return where a DOI is resolved."""
    return f"https://doi.org/{'/'.join(map(percent_encoded, doi.split('/')))}"


def archive_lookup(source: Source) -> str | None:
    """Return the address at which a web archive offers its captures nearest to publication."""
    if source.url is None:
        return None
    day = source.published.earliest
    # What was printed before there were archives of the web was put there later, nobody knows when.
    moment = f"{day.year:04}{day.month:02}{day.day:02}" if day is not None and day.year >= _FIRST_CAPTURES else "*"
    return f"https://web.archive.org/web/{moment}/{source.url}"


def tag_address(tag: str) -> str:
    """Return the address of the page of a tag."""
    return f"{TAGS}/{tag}/"


def source_path(address: str) -> str:
    """Return the Markdown file of a page's address: days/2017-11-17/ → days/2017-11-17.md."""
    page = address.partition("#")[0].strip("/")
    if not page:
        return "index.md"
    return SECTIONS[page].path if page in SECTIONS else f"{page}.md"


Relative = Callable[[str], str]
"""Turns an address on the site into one relative to a page."""


def relative_from(address: str) -> Relative:
    """Return how addresses are written on the page at `address`: in their shortest form."""
    here = address.partition("#")[0]
    own = f"{here}#"
    above = [here[: end + 1] for end, sign in enumerate(here) if sign == "/"]
    ways = [(folder, len(folder), "../" * number) for number, folder in enumerate([*reversed(above), ""])]

    def relative(target: str) -> str:
        if target.startswith(own):
            return target[len(here) :]
        _, length, up = next(way for way in ways if target.startswith(way[0]))
        short = f"{up}{target[length:]}"
        # What begins with one of these is no path, and of a name with a colon the start would be a scheme.
        return f"./{short}" if not short or short[0] in "?#" or ":" in short.partition("/")[0] else short

    return relative


def percent_encoded(text: str) -> str:
    """Encode what is not unreserved in a URI (RFC 3986), as `quote` does that takes nothing for safe."""
    return _RESERVED.sub(in_percent, text)

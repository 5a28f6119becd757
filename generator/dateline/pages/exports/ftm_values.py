"""What every entity of FollowTheMoney is made of: its id, its values, its dates, and what it rests on."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from dateline.ground.dates import Edtf, Meaning, clock_at, day_of_second
from dateline.ground.json_values import JsonObject
from dateline.pages.exports.table import whole_address
from dateline.pages.linked_data.schema_org import known_time
from dateline.pages.shared.edition import Edition
from dateline.pages.wording.addresses import part_address
from dateline.records.types import Actor, Citation

Values = Mapping[str, str | Iterable[str | None] | None]
"""The values of properties; what has none is left out."""
_YEARS: Final = range(1, 10_000)
"""The years of the format's dates."""


def entity(id_: str, schema: str, values: Values) -> JsonObject:
    """Return an entity of a schema, each property with the list of its values."""
    listed = {name: [value] if isinstance(value, str) else value or () for name, value in values.items()}
    found = {name: list(dict.fromkeys(filter(None, of))) for name, of in listed.items()}
    return {"id": id_, "schema": schema, "properties": {name: of for name, of in found.items() if of}}


def id_of(kind: str, *parts: str | int) -> str:
    """Return the id of what a record is or says; ids have hyphens themselves, and no full stops."""
    return ".".join((kind, *map(str, parts)))


def is_told_of(actor: Actor | None) -> bool:
    """Return whether an actor is told of to those who look people up: not who asks not to be found."""
    return actor is not None and actor.index


def actor_ids(edition: Edition, actors: Iterable[str]) -> list[str]:
    """Return the ids of those of some actors who are told of."""
    known = edition.chronology.actors
    return [id_of("actor", one) for one in actors if is_told_of(known.get(one))]


def page_of(edition: Edition, address: str) -> str | None:
    """Return the address of a page here; None where the site's own is not known, which the format needs."""
    return whole_address(edition, address) if edition.site_url else None


def resting_on(edition: Edition, *cites: Citation) -> Values:
    """Return the paragraphs that something rests on: their sources as documents, and where they are told here."""
    known = dict.fromkeys(cite.source for cite in cites if cite.source in edition.chronology.sources)
    places = [part_address(cite.source, cite.spot) for cite in cites]
    return {
        "proof": [id_of("source", source) for source in known],
        "recordId": places,
        "sourceUrl": [page_of(edition, place) for place in places],
    }


def dates_of(when: Edtf) -> dict[str, list[str]]:
    """Return when something was, as far as no doubt is in it: a beginning and an end, or each date of several."""
    if when.meaning is Meaning.LASTS:
        sides = {"startDate": date_of(when.begin), "endDate": date_of(when.end)}
        return {name: [told] for name, told in sides.items() if told}
    if when.meaning is Meaning.DOUBT and when.members:
        return {}
    told = [date_of(one) for one in when.candidates]
    return {"date": [one for one in told if one]} if all(told) else {}


def date_of(when: Edtf | None) -> str | None:
    """Return a year, a month, a day or, in UTC, a time; None where any of it is in doubt or not of the format."""
    if when is None or when.is_marked:
        return None
    if when.instant is None:
        return known_time(when)
    second = when.instant.first
    day = day_of_second(second)
    if when.instant.is_an_hour or day.year not in _YEARS:
        return None
    return f"{day.isoformat()}T{clock_at(second, to_the_second=True)}"


WIKIDATA: Final = re.compile(r"https?://(?:www\.|m\.)?wikidata\.org/(?:wiki|entity)/(Q[1-9][0-9]*)")
"""The addresses of things in Wikidata."""


def wikidata_ids(addresses: Iterable[str]) -> list[str]:
    """Return the ids that catalogued things have in Wikidata."""
    return [found[1] for address in addresses if (found := WIKIDATA.fullmatch(address))]

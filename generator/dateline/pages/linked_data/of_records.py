"""Sources, actors and places in the terms of schema.org."""

from typing import Final

from dateline.ground.json_values import JsonObject
from dateline.pages.linked_data.schema_org import At, known_time, without_gaps
from dateline.pages.shared.edition import Edition
from dateline.pages.wording.addresses import doi_address
from dateline.records.types import Actor, Creator, Place, Source
from dateline.records.types.dated_facts import every_name

_WORK: Final = {
    "article": "Article",
    "report": "Report",
    "statement": "CreativeWork",
    "post": "SocialMediaPosting",
    "image": "ImageObject",
    "video": "VideoObject",
    "audio": "AudioObject",
    "map": "Map",
    "dataset": "Dataset",
    "book": "Book",
    "judgment": "CreativeWork",
}
_SOMEBODY: Final = {
    "state": "Country",
    "ministry": "GovernmentOrganization",
    "media": "NewsMediaOrganization",
    "person": "Person",
    "unnamed": "Thing",
}
_POINT: Final = frozenset({"exact", "locality"})


def of_work(edition: Edition, source: Source, at: At) -> JsonObject:
    """Return a source as a work that something appears in."""
    return without_gaps(
        {
            "@type": _WORK[edition.chronology.masthead.vocabulary.behaves_as("source_kinds", source.kind)],
            "@id": at(f"sources/{source.id}/"),
            "name": edition.title(source),
            "url": source.url,
            "dateCreated": known_time(source.written) if source.written is not None else None,
            "datePublished": known_time(source.published),
            "publisher": {"@id": at(f"actors/{source.publisher}/")} if source.publisher else None,
            "author": [_author(edition, one, at) for one in source.authors],
            "sameAs": doi_address(source.doi) if source.doi else None,
            "isbn": source.isbn,
        }
    )


def of_source(edition: Edition, source: Source, at: At) -> JsonObject:
    """Return a source with its publisher and its archive."""
    return without_gaps(
        of_work(edition, source, at)
        | {
            "publisher": _publisher(edition, source, at),
            "inLanguage": source.language or edition.chronology.masthead.language,
            "archivedAt": [one.url for one in source.archive],
        }
    )


def _publisher(edition: Edition, source: Source, at: At) -> JsonObject | None:
    return _named(edition, edition.chronology.actors[source.publisher], at) if source.publisher else None


def _author(edition: Edition, author: Creator, at: At) -> JsonObject:
    """Return who wrote a source; who has no record is taken for a person."""
    actor = edition.chronology.actors.get(author.actor or "")
    if actor is None:
        return {"@type": "Person", "name": author.name or author.actor or ""}
    return _named(edition, actor, at)


def _named(edition: Edition, actor: Actor, at: At) -> JsonObject:
    return {"@type": _type_of(edition, actor), "@id": at(f"actors/{actor.id}/"), "name": actor.name}


def _type_of(edition: Edition, actor: Actor) -> str:
    return _SOMEBODY.get(edition.chronology.behaves_as(actor), "Organization")


def of_actor(edition: Edition, actor: Actor, at: At) -> JsonObject:
    """Return an actor as what it is."""
    parents = [edition.actor(parent) for parent in actor.still_part_of]
    # In schema.org's terms a country is a place and a nameless speaker a thing: neither is a member of anything.
    member_of = [] if edition.chronology.behaves_as(actor) in {"state", "unnamed"} else parents
    return without_gaps(
        {
            "@type": _type_of(edition, actor),
            "@id": at(f"actors/{actor.id}/"),
            "name": actor.name,
            "alternateName": _other_names(actor),
            "sameAs": list(actor.same_as),
            "memberOf": [
                {"@type": "Organization", "@id": at(parent.address), "name": parent.text} for parent in member_of
            ],
        }
    )


def of_place(edition: Edition, place: Place, at: At) -> JsonObject:
    """Return a place, as a point only where it is one."""
    within = [edition.place(whole) for whole in place.still_within]
    is_point = place.precision in _POINT and place.spot is not None
    containers = [{"@type": "Place", "@id": at(whole.address), "name": whole.text} for whole in within]
    return without_gaps(
        {
            "@type": "Place",
            "@id": at(f"places/{place.id}/"),
            "name": place.name,
            "alternateName": _other_names(place),
            "sameAs": list(place.same_as),
            "geo": {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon} if is_point else None,
            "containedInPlace": containers,
        }
    )


def _other_names(record: Actor | Place) -> list[str]:
    names = dict.fromkeys((*record.names.values(), *record.aliases, *every_name(record)))
    return [name for name in names if name != record.name]

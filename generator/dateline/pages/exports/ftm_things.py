"""Records as the things of FollowTheMoney: events, people and bodies, addresses, documents, and notes for claims."""

from collections.abc import Iterator
from typing import Final

from dateline.ground.json_values import JsonObject
from dateline.pages.exports.ftm_values import (
    actor_ids,
    date_of,
    dates_of,
    entity,
    id_of,
    is_told_of,
    page_of,
    wikidata_ids,
)
from dateline.pages.shared.edition import Edition
from dateline.pages.wording import addresses, outcomes, words
from dateline.records.types import Actor, Claim, Creator, Dispute, Event, Place, Record, Source
from dateline.records.types.dated_facts import every_name

_DOCUMENTS: Final = {"article": "Article", "image": "Image", "video": "Video", "audio": "Audio"}
_SOMEBODY: Final = {"state": "PublicBody", "ministry": "PublicBody", "person": "Person", "unnamed": "LegalEntity"}
"""What an actor is; everybody else is an organisation."""
_POINT: Final = frozenset({"exact", "locality"})


def things_of(edition: Edition, record: Record) -> Iterator[JsonObject]:
    """Yield what a record is, and a note for each of its claims."""
    match record:
        case Event():
            yield _event(edition, record)
            yield from (_claim(edition, record, claim) for claim in record.claims)
        case Actor():
            yield from (_actor(edition, record),) if is_told_of(record) else ()
        case Place():
            yield _place(edition, record)
        case Source():
            yield _source(edition, record)
        case Dispute():
            yield _dispute(edition, record)


def kind_in_ftm(edition: Edition, actor: Actor) -> str:
    """Return what an actor is among the kinds of the format, as far as its record says it."""
    return _SOMEBODY.get(edition.chronology.behaves_as(actor), "Organization")


def _event(edition: Edition, event: Event) -> JsonObject:
    named = (edition.chronology.places.get(one.place) for one in event.places)
    places = [place for place in named if place is not None]
    return entity(
        id_of("event", event.id),
        "Event",
        {
            "name": event.title,
            **dates_of(event.date),
            "summary": event.summary,
            "description": words.when(event, edition.language),
            "notes": event.note,
            "keywords": [
                edition.term("event_kinds", event.kind),
                *(edition.term("tags", tag) for tag in event.tags),
            ],
            "location": [place.name for place in places],
            "addressEntity": [id_of("place", place.id) for place in places],
            "involved": actor_ids(edition, (one.actor for one in event.actors)),
            "sourceUrl": page_of(edition, edition.shared_address(event)),
        },
    )


def _claim(edition: Edition, event: Event, claim: Claim) -> JsonObject:
    cited = dict.fromkeys(report.cite.source for report in claim.reports)
    return entity(
        id_of("claim", event.id, claim.id),
        "Note",
        {
            "name": claim.text,
            "description": claim.text,
            "summary": edition.language.gettext(outcomes.OUTCOME_LABEL[edition.outcome(event, claim)]),
            "notes": claim.note,
            "entity": id_of("event", event.id),
            "proof": [id_of("source", one) for one in cited if one in edition.chronology.sources],
            "sourceUrl": page_of(edition, addresses.claim_page_address(event.id, claim.id)),
        },
    )


def _dispute(edition: Edition, dispute: Dispute) -> JsonObject:
    claims = edition.chronology.claims
    stated = (reference for position in dispute.positions for reference in position.claims)
    about = dict.fromkeys(claims[reference].event.id for reference in stated if reference in claims)
    return entity(
        id_of("dispute", dispute.id),
        "Note",
        {
            "name": dispute.question,
            "description": dispute.question,
            "summary": words.status_label(dispute, edition.language),
            "notes": [dispute.note, dispute.would_settle],
            "entity": [id_of("event", one) for one in about],
            "sourceUrl": page_of(edition, edition.record_address(dispute)),
        },
    )


def _actor(edition: Edition, actor: Actor) -> JsonObject:
    return entity(
        id_of("actor", actor.id),
        kind_in_ftm(edition, actor),
        {
            **_names(actor),
            "notes": actor.note,
            "keywords": edition.term("actor_kinds", actor.kind),
            "sourceUrl": page_of(edition, edition.record_address(actor)),
        },
    )


def _place(edition: Edition, place: Place) -> JsonObject:
    is_point = place.precision in _POINT and place.spot is not None
    return entity(
        id_of("place", place.id),
        "Address",
        {
            **_names(place),
            "full": place.name,
            "latitude": str(place.lat) if is_point else None,
            "longitude": str(place.lon) if is_point else None,
            "notes": place.note,
            "keywords": edition.term("place_kinds", place.kind),
            "sourceUrl": page_of(edition, edition.record_address(place)),
        },
    )


def _names(record: Actor | Place) -> dict[str, str | list[str]]:
    former = [one.name for one in record.named if one.until is not None]
    return {
        "name": record.name,
        "alias": [name for name in every_name(record) if name not in (record.name, *former)],
        "previousName": former,
        "wikidataId": wikidata_ids(record.same_as),
    }


def _source(edition: Edition, source: Source) -> JsonObject:
    kind = edition.chronology.masthead.vocabulary.behaves_as("source_kinds", source.kind)
    publisher = edition.chronology.actors.get(source.publisher)
    return entity(
        id_of("source", source.id),
        _DOCUMENTS.get(kind, "Document"),
        {
            "name": edition.title(source),
            "title": edition.title(source),
            "fileName": source.id,
            "author": [_author(edition, one) for one in source.authors],
            "publisher": publisher.name if publisher is not None and is_told_of(publisher) else None,
            "authoredAt": date_of(source.written),
            "publishedAt": date_of(source.published),
            "retrievedAt": date_of(source.accessed),
            "notes": source.note,
            "keywords": edition.term("source_kinds", source.kind),
            "sourceUrl": source.url,
        },
    )


def _author(edition: Edition, author: Creator) -> str | None:
    actor = edition.chronology.actors.get(author.actor or "")
    if actor is None:
        return author.name
    return actor.name if is_told_of(actor) else None

"""Events with their claims, and disputes about claims: the works that put a claim forward, and never a rating."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.ground import licences
from dateline.ground.dates import Meaning
from dateline.ground.json_values import Json, JsonObject, compact_json
from dateline.pages.kinds.dispute import DisputeView
from dateline.pages.linked_data.of_records import of_work
from dateline.pages.linked_data.schema_org import At, known_time, without_gaps
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.picture_views import files_of
from dateline.pages.wording import addresses, words
from dateline.pages.wording.sections import DATA
from dateline.records.chronology import ClaimInContext, source_order
from dateline.records.rules.attribution import supports
from dateline.records.types import Event, Picture, Source

_CLAIMS_BUDGET: Final = 2500
"""Bytes as printed; a page whose claims need more leaves them to chronology.json, so that no reader waits for them."""


def of_events(edition: Edition, events: list[Event], at: At) -> Iterator[JsonObject]:
    """Yield events with their claims, or with the file that has these."""
    claims = [ClaimInContext(event, claim) for event in events for claim in event.claims]
    told = _claims(edition, claims, at)
    of_event: defaultdict[str, list[JsonObject]] = defaultdict(list)
    for context, node in zip(claims, told.claims, strict=False):
        of_event[context.event.id].append(node)
    for event in events:
        yield without_gaps(event_node(edition, event, at) | {"subjectOf": of_event[event.id]})
    yield from told.works


def event_node(edition: Edition, event: Event, at: At) -> JsonObject:
    """Return an event without its claims."""
    start, end = _known_stretch(event)
    is_span = event.date.meaning is Meaning.LASTS
    basis = edition.language.gettext(words.BASIS_LABEL[event.date_basis])
    date = words.when(event, edition.language)
    when = edition.language.gettext("%(date)s (date %(basis)s)", date=date, basis=basis)
    return without_gaps(
        {
            "@type": "Event",
            "@id": at(addresses.lasting_address(event.id)),
            "url": at(edition.event_address(event)),
            "name": event.title,
            "startDate": start,
            "endDate": end,
            "disambiguatingDescription": None if start and (end or not is_span) else when,
            "description": event.summary,
            "location": [
                {"@type": "Place", "@id": at(f"places/{id_}/"), "name": edition.chronology.places[id_].name}
                for id_ in dict.fromkeys(role.place for role in event.places)
            ],
            "keywords": [edition.term("tags", tag) for tag in event.tags],
            "image": [_image(edition, picture, at) for picture in event.media],
            "superEvent": _whole(edition, event, at),
            "about": [{"@id": at(f"actors/{id_}/")} for id_ in dict.fromkeys(role.actor for role in event.actors)],
        }
    )


def _image(edition: Edition, picture: Picture, at: At) -> JsonObject:
    """Return a picture with whose it is, and by what it may be shown."""
    file = edition.chronology.pictures.get(picture.image)
    licence = picture.licence or ""
    return without_gaps(
        {
            "@type": "ImageObject",
            "contentUrl": at(files_of(picture.image, file)[-1].address) if file is not None else None,
            "caption": picture.caption,
            "description": picture.alt,
            "creditText": picture.credit,
            "license": licences.address(licence) or licence,
        }
    )


def _whole(edition: Edition, event: Event, at: At) -> JsonObject | None:
    """Return what an event is a part of; what its parts are, these say."""
    whole = edition.chronology.events.get(event.part_of) if event.part_of else None
    if whole is None:
        return None
    return {"@type": "Event", "@id": at(addresses.lasting_address(whole.id)), "name": whole.title}


@dataclass(frozen=True, slots=True)
class _ClaimsWithWorks:
    """Claims with the works that they appear in; or no claim, and the file that has them."""

    claims: list[JsonObject]
    works: list[JsonObject]


def _claims(edition: Edition, claims: list[ClaimInContext], at: At) -> _ClaimsWithWorks:
    nodes: list[JsonObject] = []
    size = 0
    for context in claims:  # those of a heavy page are too many after a few
        nodes.append(claim_node(edition, context, at))
        size += _size(nodes[-1])
        if size > _CLAIMS_BUDGET:
            return _ClaimsWithWorks([], [_elsewhere(edition, at)])
    sources = {source.id: source for context in claims for source in _sources_of(edition, context)}
    told = _ClaimsWithWorks(nodes, [of_work(edition, source, at) for source in sources.values()])
    return (
        told if _size([told.claims, told.works]) <= _CLAIMS_BUDGET else _ClaimsWithWorks([], [_elsewhere(edition, at)])
    )


def _size(node: Json) -> int:
    return len(compact_json(node).encode())


def claim_node(edition: Edition, context: ClaimInContext, at: At) -> JsonObject:
    """Return a claim with its first speakers, and the works that put it forward."""
    event, claim = context.event, context.claim
    asserting = [report for report in claim.reports if supports(report) and edition.chronology.counts(report)]
    speakers = dict.fromkeys(edition.chronology.origin(report) for report in asserting)
    sources = _sources_of(edition, context)
    disputes = edition.chronology.disputes_by_claim.get(f"{event.id}#{claim.id}", ())
    return without_gaps(
        {
            "@type": "Claim",
            "@id": at(addresses.lasting_address(event.id, claim.id)),
            "text": claim.text,
            "author": [{"@id": at(f"actors/{speaker}/")} for speaker in speakers],
            "appearance": [{"@id": at(f"sources/{source.id}/")} for source in sources],
            "firstAppearance": {"@id": at(f"sources/{sources[0].id}/")} if len(sources) > 1 else None,
            "subjectOf": [{"@id": at(f"disputes/{dispute.id}/")} for dispute in disputes],
        }
    )


def _sources_of(edition: Edition, context: ClaimInContext) -> list[Source]:
    """Return the sources that put a claim forward, the first published first."""
    ids = dict.fromkeys(report.cite.source for report in context.claim.reports if supports(report))
    return sorted((edition.chronology.sources[id_] for id_ in ids), key=source_order)


def _elsewhere(edition: Edition, at: At) -> JsonObject:
    file = {"@type": "DataDownload", "contentUrl": at(addresses.CHRONOLOGY_JSON), "encodingFormat": "application/json"}
    return {
        "@type": "Dataset",
        "@id": at(DATA.address),
        "name": edition.chronology.masthead.title,
        "description": edition.language.gettext(
            "The claims of this page, with their reports and sources, are in the data."
        ),
        "distribution": file,
    }


def of_dispute(edition: Edition, view: DisputeView, at: At) -> Iterator[JsonObject]:
    """Yield what a dispute is about."""
    dispute = edition.chronology.disputes[view.id]
    references = dict.fromkeys(reference for position in dispute.positions for reference in position.claims)
    claims = [edition.chronology.claims[reference] for reference in references]
    told = _claims(edition, claims, at)
    references_only = [{"@id": at(addresses.lasting_address(one.event.id, one.claim.id))} for one in claims]
    yield {
        "@type": "WebPage",
        "@id": at(view.address),
        "name": view.question,
        "description": view.description,
        "about": told.claims or references_only,
    }
    yield from told.works


def _known_stretch(event: Event) -> tuple[str | None, str | None]:
    """Return when an event began and ended, as far as is known; the day of publication is only the last possible."""
    when = event.date
    if event.date_basis == "publication":
        return (None, None)
    if when.meaning is not Meaning.LASTS:
        return (known_time(when), None)
    return (known_time(when.begin) if when.begin else None, known_time(when.end) if when.end else None)

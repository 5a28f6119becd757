"""Pages in the terms of schema.org, for machines: what happened, who said it and where; never whether it is true.

There is no ClaimReview and no rating of any kind.  A claim names its first speakers as
authors, the works that put it forward, and the disputes about it.
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dateline.ground.dates import Edtf, Meaning
from dateline.pages.exports import CHRONOLOGY
from dateline.pages.kinds.actor import ActorView
from dateline.pages.kinds.data import DataView
from dateline.pages.kinds.day import DayView
from dateline.pages.kinds.dispute import DisputeView
from dateline.pages.kinds.home import HomeView
from dateline.pages.kinds.place import PlaceView
from dateline.pages.kinds.source import SourceView
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.extent import extent_of_all
from dateline.pages.shared.page_view import PageView
from dateline.pages.shared.views import Link
from dateline.pages.wording import addresses, words
from dateline.records.chronology import ClaimInContext, source_order
from dateline.records.rules.attribution import supports
from dateline.records.types import Actor, Event, Place, Source

Node = dict[str, Any]
"""A node of JSON-LD."""
At = Callable[[str], str]
"""Turns an address on the site into one that a page can use."""

_CLAIMS_BUDGET: Final = 2800
"""Characters; a page whose claims need more leaves them to chronology.json, so that no reader waits for them."""
_KNOWN_TIME: Final = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_CREATIVE_COMMONS: Final = re.compile(r"CC-(?P<name>BY(?:-NC)?(?:-SA|-ND)?)-(?P<version>[0-9]\.[0-9])")
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
}
_SOMEBODY: Final = {
    "state": "Country",
    "ministry": "GovernmentOrganization",
    "media": "NewsMediaOrganization",
    "person": "Person",
    "unnamed": "Thing",
}
_POINT: Final = frozenset({"exact", "locality"})


def linked_data(edition: Edition, view: PageView, above: Sequence[Link], at: At) -> Node:
    """Return what a page below the pages `above` says, as a JSON-LD document."""
    nodes = [*_breadcrumbs(view, above, at), *_subject(edition, view, at)]
    return {"@context": "https://schema.org", "@graph": nodes}


def known_time(when: Edtf) -> str | None:
    """Return a date as ISO 8601 has it, or None where any of it is doubted, open or spread over a span."""
    return when.text if _KNOWN_TIME.fullmatch(when.text) else None


def _known_stretch(event: Event) -> tuple[str | None, str | None]:
    """Return when an event began and ended, as far as is known; the day of publication is only the last possible."""
    when = event.date
    if event.date_basis == "publication":
        return (None, None)
    if when.meaning is not Meaning.LASTS:
        return (known_time(when), None)
    return (known_time(when.begin) if when.begin else None, known_time(when.end) if when.end else None)


def _subject(edition: Edition, view: PageView, at: At) -> Iterator[Node]:
    """Yield what a page is about."""
    match view:
        case HomeView():
            yield _site(edition, at)
        case DayView():
            yield from _events(edition, [edition.chronology.events[event.id] for event in view.events], at)
        case DisputeView():
            yield from _dispute(edition, view, at)
        case ActorView():
            yield _actor(edition, edition.chronology.actors[view.id], at) | {"description": view.description}
        case PlaceView():
            yield _place(edition, edition.chronology.places[view.id], at) | {"description": view.description}
        case SourceView():
            yield _source_in_full(edition, edition.chronology.sources[view.id], at)
        case DataView():
            yield _dataset(edition, view, at)
        case _:
            return


def _breadcrumbs(view: PageView, above: Sequence[Link], at: At) -> Iterator[Node]:
    if not above:
        return
    trail = [*((link.text, link.address) for link in above), (view.title, view.address)]
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": at(target)}
        for position, (name, target) in enumerate(trail, 1)
    ]
    yield {"@type": "BreadcrumbList", "itemListElement": items}


# --- the whole -------------------------------------------------------------------------------------------------------


def _site(edition: Edition, at: At) -> Node:
    return _without_gaps(
        {
            "@type": "WebSite",
            "@id": at(""),
            "url": at(""),
            "name": edition.chronology.masthead.title,
            "description": edition.chronology.masthead.description,
            "inLanguage": edition.chronology.masthead.language,
            "license": _licence(edition),
            "hasPart": {"@type": "Dataset", "@id": at("data/")},
        }
    )


def _dataset(edition: Edition, view: DataView, at: At) -> Node:
    masthead = edition.chronology.masthead
    files = [
        {"@type": "DataDownload", "name": file.name, "contentUrl": at(file.address), "encodingFormat": file.media_type}
        for file in view.files
    ]
    return _without_gaps(
        {
            "@type": "Dataset",
            "@id": at("data/"),
            "url": at("data/"),
            "name": f"{masthead.title}: events, claims, reports and sources",
            "description": masthead.description or f"Everything published in {masthead.title}, as data.",
            "inLanguage": masthead.language,
            "license": _licence(edition),
            "temporalCoverage": _coverage(edition),
            "dateModified": edition.updated.isoformat() if edition.updated else None,
            "isAccessibleForFree": True,
            "distribution": files,
        }
    )


def _licence(edition: Edition) -> str | Node | None:
    licence = edition.chronology.masthead.licence
    if licence is None:
        return None
    if licence == "CC0-1.0":
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    if found := _CREATIVE_COMMONS.fullmatch(licence):
        return f"https://creativecommons.org/licenses/{found['name'].lower()}/{found['version']}/"
    return {"@type": "CreativeWork", "name": licence}


def _coverage(edition: Edition) -> str | None:
    extent = edition.derived(extent_of_all)
    if extent.first is None or extent.last is None:
        return None
    return f"{extent.first.isoformat()}/{'..' if extent.goes_on else extent.last.isoformat()}"


# --- events and claims -----------------------------------------------------------------------------------------------


def _events(edition: Edition, events: list[Event], at: At) -> Iterator[Node]:
    claims = [ClaimInContext(event, claim) for event in events for claim in event.claims]
    told = _claims(edition, claims, at)
    of_event: defaultdict[str, list[Node]] = defaultdict(list)
    for context, node in zip(claims, told.claims, strict=False):
        of_event[context.event.id].append(node)
    for event in events:
        yield _without_gaps(_event(edition, event, at) | {"subjectOf": of_event[event.id]})
    yield from told.works


def _event(edition: Edition, event: Event, at: At) -> Node:
    start, end = _known_stretch(event)
    is_span = event.date.meaning is Meaning.LASTS
    when = f"{words.when(event)} (date {words.BASIS_LABEL[event.date_basis]})"
    return _without_gaps(
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
                {
                    "@type": "Place",
                    "@id": at(f"places/{role.place}/"),
                    "name": edition.chronology.places[role.place].name,
                }
                for role in _once(event.places, "place")
            ],
            "about": [{"@id": at(f"actors/{role.actor}/")} for role in _once(event.actors, "actor")],
        }
    )


def _once(roles: Iterable[Any], key: str) -> list[Any]:
    """Return the first of the roles of each record."""
    return list({getattr(role, key): role for role in reversed(tuple(roles))}.values())[::-1]


@dataclass(frozen=True, slots=True)
class _ClaimsWithWorks:
    """Claims with the works that they appear in; or no claim, and the file that has them."""

    claims: list[Node]
    works: list[Node]


def _claims(edition: Edition, claims: list[ClaimInContext], at: At) -> _ClaimsWithWorks:
    nodes: list[Node] = []
    size = 0
    for context in claims:  # those of a heavy page are too many after a few
        nodes.append(_claim(edition, context, at))
        size += _size(nodes[-1])
        if size > _CLAIMS_BUDGET:
            return _ClaimsWithWorks([], [_elsewhere(edition, at)])
    sources = {source.id: source for context in claims for source in _sources_of(edition, context)}
    told = _ClaimsWithWorks(nodes, [_work(source, at) for source in sources.values()])
    return (
        told if _size([told.claims, told.works]) <= _CLAIMS_BUDGET else _ClaimsWithWorks([], [_elsewhere(edition, at)])
    )


def _size(node: Any) -> int:
    return len(json.dumps(node, ensure_ascii=False))


def _claim(edition: Edition, context: ClaimInContext, at: At) -> Node:
    event, claim = context.event, context.claim
    asserting = [report for report in claim.reports if supports(report) and edition.chronology.counts(report)]
    speakers = dict.fromkeys(edition.chronology.origin(report) for report in asserting)
    sources = _sources_of(edition, context)
    disputes = edition.chronology.disputes_by_claim.get(f"{event.id}#{claim.id}", ())
    return _without_gaps(
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


def _elsewhere(edition: Edition, at: At) -> Node:
    file = {"@type": "DataDownload", "contentUrl": at(CHRONOLOGY.path), "encodingFormat": CHRONOLOGY.media_type}
    return {
        "@type": "Dataset",
        "@id": at("data/"),
        "name": edition.chronology.masthead.title,
        "description": "The claims of this page, with their reports and sources, are in the data.",
        "distribution": file,
    }


def _dispute(edition: Edition, view: DisputeView, at: At) -> Iterator[Node]:
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


# --- sources, actors, places -----------------------------------------------------------------------------------------


def _work(source: Source, at: At) -> Node:
    return _without_gaps(
        {
            "@type": _WORK[source.kind],
            "@id": at(f"sources/{source.id}/"),
            "name": source.title,
            "url": source.url,
            "datePublished": known_time(source.published),
            "publisher": {"@id": at(f"actors/{source.publisher}/")},
        }
    )


def _source_in_full(edition: Edition, source: Source, at: At) -> Node:
    publisher = edition.chronology.actors[source.publisher]
    return _without_gaps(
        _work(source, at)
        | {
            "publisher": {"@type": _type_of(publisher), "@id": at(f"actors/{publisher.id}/"), "name": publisher.name},
            "inLanguage": source.language or edition.chronology.masthead.language,
            "archivedAt": source.archive.url if source.archive else None,
        }
    )


def _type_of(actor: Actor) -> str:
    return _SOMEBODY.get(actor.kind, "Organization")


def _actor(edition: Edition, actor: Actor, at: At) -> Node:
    parents = [edition.actor(parent) for parent in actor.part_of]
    # In schema.org's terms a country is a place and a nameless speaker a thing: neither is a member of anything.
    member_of = [] if actor.kind in {"state", "unnamed"} else parents
    return _without_gaps(
        {
            "@type": _type_of(actor),
            "@id": at(f"actors/{actor.id}/"),
            "name": actor.name,
            "alternateName": _other_names(actor),
            "memberOf": [
                {"@type": "Organization", "@id": at(parent.address), "name": parent.text} for parent in member_of
            ],
        }
    )


def _place(edition: Edition, place: Place, at: At) -> Node:
    within = edition.place(place.within) if place.within else None
    is_point = place.precision in _POINT and place.lat is not None and place.lon is not None
    return _without_gaps(
        {
            "@type": "Place",
            "@id": at(f"places/{place.id}/"),
            "name": place.name,
            "alternateName": _other_names(place),
            "geo": {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon} if is_point else None,
            "containedInPlace": {"@type": "Place", "@id": at(within.address), "name": within.text} if within else None,
        }
    )


def _other_names(record: Actor | Place) -> list[str]:
    names = dict.fromkeys((*record.names.values(), *record.aliases))
    return [name for name in names if name != record.name]


def _without_gaps(node: Mapping[str, Any]) -> Node:
    """Return a node without what is not known; a list of one is that one."""
    filled = {name: value for name, value in node.items() if value is not None and value not in ([], "")}
    return {name: value[0] if isinstance(value, list) and len(value) == 1 else value for name, value in filled.items()}

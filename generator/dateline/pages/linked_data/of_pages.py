"""What a page is about, and where it stands."""

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.ground import licences
from dateline.ground.json_values import JsonObject
from dateline.pages.kinds.actor import ActorView
from dateline.pages.kinds.data import DataView
from dateline.pages.kinds.day import DayView
from dateline.pages.kinds.dispute import DisputeView
from dateline.pages.kinds.home import HomeView
from dateline.pages.kinds.place import PlaceView
from dateline.pages.kinds.source import SourceView
from dateline.pages.linked_data.of_claims import of_dispute, of_events
from dateline.pages.linked_data.of_records import of_actor, of_place, of_source
from dateline.pages.linked_data.schema_org import At, without_gaps
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.extent import extent_of_all
from dateline.pages.shared.page_view import PageView
from dateline.pages.shared.views import Link
from dateline.pages.wording.sections import DATA

_LAST_YEAR: Final = 9999


def linked_data(edition: Edition, view: PageView, above: Sequence[Link], at: At) -> JsonObject:
    """Return what a page below the pages `above` says, as a JSON-LD document."""
    nodes = [*_breadcrumbs(edition, view, above, at), *_subject(edition, view, at)]
    return {"@context": "https://schema.org", "@graph": nodes}


def _subject(edition: Edition, view: PageView, at: At) -> Iterator[JsonObject]:
    """Yield what a page is about."""
    match view:
        case HomeView():
            yield _site(edition, at)
        case DayView():
            yield from of_events(edition, [edition.chronology.events[event.id] for event in view.events], at)
        case DisputeView():
            yield from of_dispute(edition, view, at)
        case ActorView():
            yield of_actor(edition, edition.chronology.actors[view.id], at) | {"description": view.description}
        case PlaceView():
            yield of_place(edition, edition.chronology.places[view.id], at) | {"description": view.description}
        case SourceView():
            yield of_source(edition, edition.chronology.sources[view.id], at)
        case DataView():
            yield _dataset(edition, view, at)
        case _:
            return


def _breadcrumbs(edition: Edition, view: PageView, above: Sequence[Link], at: At) -> Iterator[JsonObject]:
    if not above:
        return
    items: list[JsonObject] = [
        {"@type": "ListItem", "position": position, "name": link.text, "item": at(link.address)}
        for position, link in enumerate(above, 1)
    ]
    items.append({"@type": "ListItem", "position": len(above) + 1, "name": _title(edition, view)})  # it is this page
    yield {"@type": "BreadcrumbList", "itemListElement": items}


def _title(edition: Edition, view: PageView) -> str:
    """Return what a page is called: one that every site has, in the language of the site."""
    has_message = "title" in vars(type(view)) and isinstance(vars(type(view))["title"], str)
    return edition.language.gettext(view.title) if has_message else view.title


def _site(edition: Edition, at: At) -> JsonObject:
    return without_gaps(
        {
            "@type": "WebSite",
            "@id": at(""),
            "url": at(""),
            "name": edition.chronology.masthead.title,
            "description": edition.chronology.masthead.description,
            "inLanguage": edition.chronology.masthead.language,
            "license": _licence(edition),
            "hasPart": {"@type": "Dataset", "@id": at(DATA.address)},
        }
    )


def _dataset(edition: Edition, view: DataView, at: At) -> JsonObject:
    masthead = edition.chronology.masthead
    files = [
        {"@type": "DataDownload", "name": file.name, "contentUrl": at(file.address), "encodingFormat": file.media_type}
        for group in view.groups
        for file in group.files
    ]
    return without_gaps(
        {
            "@type": "Dataset",
            "@id": at(DATA.address),
            "url": at(DATA.address),
            "name": edition.language.gettext(
                "%(chronology)s: events, claims, reports and sources", chronology=masthead.title
            ),
            "description": masthead.description
            or edition.language.gettext("Everything published in %(chronology)s, as data.", chronology=masthead.title),
            "inLanguage": masthead.language,
            "license": _licence(edition),
            "temporalCoverage": _coverage(edition),
            "dateModified": edition.updated.isoformat() if edition.updated else None,
            "isAccessibleForFree": True,
            "distribution": files,
        }
    )


def _licence(edition: Edition) -> str | JsonObject | None:
    licence = edition.chronology.masthead.licence
    if licence is None:
        return None
    return licences.address(licence) or {"@type": "CreativeWork", "name": licence}


def _coverage(edition: Edition) -> str | None:
    extent = edition.derived(extent_of_all)
    if extent.first is None or extent.last is None:
        return None
    if not 1 <= extent.first.year <= extent.last.year <= _LAST_YEAR:  # schema.org has no other years
        return None
    return f"{extent.first.isoformat()}/{'..' if extent.goes_on else extent.last.isoformat()}"

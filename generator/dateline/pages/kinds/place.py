"""The page of a place: its map, its names, what happened there, and who is said to have held it."""

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import ClassVar

from dateline.pages.kinds.index import places_in_order
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.lists import (
    NO_STEPS,
    ListPart,
    Neighbours,
    by_month,
    in_order_of_names,
    is_short,
    steps,
)
from dateline.pages.shared.maps import MapView, PlaceMaps
from dateline.pages.shared.names_of_records import NameView, names_of
from dateline.pages.shared.strips import StripView, strip_of
from dateline.pages.shared.timeline_views import TimelineView
from dateline.pages.shared.timelines import timeline_of_place
from dateline.pages.shared.views import ChangeView, ClaimView, Link, SourceLine, Tools
from dateline.pages.wording import addresses, descriptions, words
from dateline.records.chronology import ClaimInContext
from dateline.records.types import Claim, Event, Place


@dataclass(frozen=True, slots=True)
class PlaceView:
    """The page of a place."""

    template: ClassVar[str] = "place"
    id: str
    address: str
    name: str
    description: str
    kind: str
    names: tuple[NameView, ...]
    aliases: tuple[str, ...]
    within: Link | None
    contains: tuple[Link, ...]
    coordinates: str
    precision: str
    located_by: str
    note: str
    timeline: TimelineView | None
    events: tuple[Link, ...]
    events_by_month: tuple[ListPart[Link], ...]
    control: tuple[ClaimView, ...]
    control_open: bool
    """Whether the claims about who holds it are few enough to be seen without asking."""
    strip: StripView | None
    map: MapView | None
    disputes: tuple[Link, ...]
    sources: tuple[SourceLine, ...]
    steps: Neighbours
    history: tuple[ChangeView, ...]
    tools: Tools
    edit_path: str

    @property
    def title(self) -> str:
        """What the page is called."""
        return self.name


def place_view(edition: Edition, place: Place) -> PlaceView:
    """Return the page of a place."""
    control = edition.derived(_control_by_place).get(place.id, [])
    contains = [edition.place(inner.id) for inner in edition.derived(_places_within).get(place.id, ())]
    neighbours = edition.derived(_steps_of_places)[addresses.record_address(place)]
    where = PlaceMaps(edition).of(place)
    return replace(_place_view(edition, place, control, contains, where), steps=neighbours)


@derivation
def _control_by_place(edition: Edition) -> dict[str, list[tuple[Event, Claim]]]:
    control: defaultdict[str, list[tuple[Event, Claim]]] = defaultdict(list)
    for event in edition.chronology.events.values():
        for claim in event.claims:
            if claim.control is not None:
                control[claim.control.place].append((event, claim))
    return dict(control)


@derivation
def _places_within(edition: Edition) -> dict[str, list[Place]]:
    contains: defaultdict[str, list[Place]] = defaultdict(list)
    for place in in_order_of_names(edition.chronology.places.values()):
        if place.within is not None:
            contains[place.within].append(place)
    return dict(contains)


@derivation
def _steps_of_places(edition: Edition) -> dict[str, Neighbours]:
    return steps(edition.place(place.id) for place in places_in_order(edition))


def _place_view(
    edition: Edition,
    place: Place,
    control: list[tuple[Event, Claim]],
    contains: list[Link],
    where: MapView | None,
) -> PlaceView:
    contexts = [ClaimInContext(event, claim) for event, claim in control]
    disputes = {
        dispute.id: dispute
        for event, claim in control
        for dispute in edition.chronology.disputes_by_claim.get(f"{event.id}#{claim.id}", ())
    }
    events = [(event.date, edition.event(event)) for event in edition.chronology.events_by_place.get(place.id, ())]
    located = place.lat is not None and place.lon is not None
    return PlaceView(
        id=place.id,
        address=f"places/{place.id}/",
        name=edition.place_name(place.id),
        description=descriptions.of_place(
            edition.chronology.masthead.title,
            edition.place_name(place.id),
            edition.term("place_kinds", place.kind),
            (len(edition.chronology.events_by_place.get(place.id, ())), len(control), len(disputes)),
        ),
        kind=edition.term("place_kinds", place.kind),
        names=names_of(place),
        aliases=place.aliases,
        within=edition.place(place.within) if place.within else None,
        contains=tuple(contains),
        coordinates=words.coordinates(place.lat or 0.0, place.lon or 0.0) if located else "",
        precision=words.PRECISION_LABEL[place.precision],
        located_by=place.located_by or "",
        note=place.note or "",
        timeline=timeline_of_place(edition, place.id),
        events=tuple(link for _, link in events),
        events_by_month=by_month(events, "events"),
        control=tuple(edition.claim(event, claim) for event, claim in control),
        control_open=is_short(len(control)),
        strip=strip_of(edition, place.id, contexts, with_disputes=True),
        map=where,
        disputes=tuple(edition.dispute(dispute) for dispute in disputes.values()),
        sources=edition.sources_cited(report.cite for _, claim in control for report in claim.reports),
        steps=NO_STEPS,
        history=edition.changes(place),
        tools=edition.tools(place),
        edit_path=edition.chronology.document(place).path,
    )

"""The page of a place: its map, its names, what happened there, and who is said to have held it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from dateline.ground.dates.in_words import days_in_words
from dateline.ground.languages import Language
from dateline.pages.kinds.index import places_in_order
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.lists import (
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
from dateline.pages.shared.ties import TiesView, ties_of
from dateline.pages.shared.time_of_claims import time_of
from dateline.pages.shared.timeline_views import TimelineView
from dateline.pages.shared.timelines import timeline_of_place
from dateline.pages.shared.told_facts import ToldFact, names_in_time, parts_in_time, says_more, wholes_in_time
from dateline.pages.shared.views import ChangeView, ClaimView, Link, SourceLine, Tools
from dateline.pages.wording import addresses, descriptions, verdict_words, words
from dateline.records.chronology import ClaimInContext
from dateline.records.rules.attribution import supports
from dateline.records.types import Citation, Dispute, Place
from dateline.records.types.cited_facts import cited_by


@dataclass(frozen=True, slots=True)
class LocationView:
    """Where a place lies: empty where no gazetteer tells it."""

    coordinates: str
    globe: str
    """On what it lies, where that is not the earth."""
    precision: str
    given_by: str


@dataclass(frozen=True, slots=True)
class HeldView:
    """Who is said to have held a place."""

    claims: tuple[ClaimView, ...]
    is_open: bool
    """Whether they are few enough to be seen without asking."""
    strip: StripView | None
    until: str
    """The day after which nobody says who held it; nothing where a claim has no end."""


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
    called: tuple[ToldFact, ...]
    """What it was called when."""
    ties: TiesView
    within: tuple[Link, ...]
    """What it lies in, as far as nobody says that this ended."""
    lay_in: tuple[ToldFact, ...]
    """What it lay in when."""
    contains: tuple[Link, ...]
    contained: tuple[ToldFact, ...]
    """What lay in it when."""
    location: LocationView
    note: str
    timeline: TimelineView | None
    events: tuple[ListPart[Link], ...]
    """What happened there, by month."""
    held: HeldView | None
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
    events = edition.chronology.events_by_place.get(place.id, ())
    disputes = _disputes_about(edition, control)
    name, kind = edition.place_name(place.id), edition.term("place_kinds", place.kind)
    counts = (len(events), len(control), len(disputes))
    parts = edition.derived(_places_within).get(place.id, ())
    return PlaceView(
        id=place.id,
        address=addresses.record_address(place),
        name=name,
        description=descriptions.of_place(edition.chronology.masthead.title, name, kind, counts, edition.language),
        kind=kind,
        names=names_of(place, edition.language),
        aliases=place.aliases,
        called=names_in_time(edition, place),
        ties=ties_of(edition, place),
        within=tuple(map(edition.place, place.still_within)),
        lay_in=wholes_in_time(edition, place),
        contains=tuple(edition.place(inner.id) for inner in parts if _is_plain_part(place, inner)),
        contained=parts_in_time(edition, place, parts),
        location=_location(place, edition.language),
        note=place.note or "",
        timeline=timeline_of_place(edition, place.id),
        events=by_month([(event.date, edition.event(event)) for event in events], "events", edition.language),
        held=_held(edition, place, control),
        map=PlaceMaps(edition).of(place),
        disputes=tuple(_dispute_with_verdict(edition, dispute) for dispute in disputes),
        sources=edition.sources_cited(_cited(place, parts, control)),
        steps=edition.derived(_steps_of_places)[addresses.record_address(place)],
        history=edition.changes(place),
        tools=edition.tools(place),
        edit_path=edition.chronology.document(place).path,
    )


def _is_plain_part(place: Place, part: Place) -> bool:
    return any(one.place == place.id and not says_more(one) for one in part.within)


def _cited(place: Place, parts: Iterable[Place], control: Iterable[ClaimInContext]) -> Iterator[Citation]:
    """Yield what its facts cite, what those cite by which others lie in it, and what says who held it."""
    yield from cited_by(place)
    yield from (cite for part in parts for one in part.within if one.place == place.id for cite in one.cite)
    yield from (report.cite for context in control for report in context.claim.reports)


def _location(place: Place, language: Language) -> LocationView:
    is_known = place.lat is not None and place.lon is not None
    return LocationView(
        words.coordinates(place.lat or 0.0, place.lon or 0.0, language) if is_known else "",
        language.gettext(words.GLOBE_LABEL[place.globe]) if place.globe != "earth" else "",
        language.gettext(words.PRECISION_LABEL[place.precision]),
        place.located_by or "",
    )


def _held(edition: Edition, place: Place, control: list[ClaimInContext]) -> HeldView | None:
    if not control:
        return None
    return HeldView(
        tuple(edition.claim(context.event, context.claim) for context in control),
        is_short(len(control)),
        strip_of(edition, place.id, control, with_disputes=True),
        _told_until(control, edition.language),
    )


def _told_until(control: Iterable[ClaimInContext], language: Language) -> str:
    """Return the last day of which anybody says who held a place."""
    days = [time_of(context).latest for context in control if any(map(supports, context.claim.reports))]
    known = [day for day in days if day is not None]
    return days_in_words(max(known), max(known), language) if known and len(known) == len(days) else ""


def _dispute_with_verdict(edition: Edition, dispute: Dispute) -> Link:
    brief = verdict_words.in_brief(edition.chronology, dispute, edition.language)
    return replace(edition.dispute(dispute), note=brief)


def _disputes_about(edition: Edition, control: list[ClaimInContext]) -> list[Dispute]:
    """Return the disputes about any of these claims, each once."""
    found = (edition.chronology.disputes_by_claim.get(context.reference, ()) for context in control)
    return list({dispute.id: dispute for disputes in found for dispute in disputes}.values())


@derivation
def _control_by_place(edition: Edition) -> dict[str, list[ClaimInContext]]:
    control: defaultdict[str, list[ClaimInContext]] = defaultdict(list)
    for event in edition.chronology.events.values():
        for claim in event.claims:
            if claim.control is not None:
                control[claim.control.place].append(ClaimInContext(event, claim))
    return dict(control)


@derivation
def _places_within(edition: Edition) -> dict[str, list[Place]]:
    contains: defaultdict[str, list[Place]] = defaultdict(list)
    for place in in_order_of_names(edition.chronology.places.values()):
        for whole in place.wholes:
            contains[whole].append(place)
    return dict(contains)


@derivation
def _steps_of_places(edition: Edition) -> dict[str, Neighbours]:
    return steps(edition.place(place.id) for place in places_in_order(edition))

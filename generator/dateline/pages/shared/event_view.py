"""An event as it stands on its day's page, with all its claims."""

from dataclasses import dataclass

from dateline.ground.dates import in_words, known_time, time_in_words
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.known import ClaimsAsKnown
from dateline.pages.shared.moved import MovedView, claims_removed_from
from dateline.pages.shared.picture_views import PictureView, pictures_of
from dateline.pages.shared.said_dates import SaidDate, said_dates
from dateline.pages.shared.tagged import tag_link
from dateline.pages.shared.tied_views import TiedView, tied_to
from dateline.pages.shared.told_facts import actor_then, called_then, place_then
from dateline.pages.shared.tolls import TollView, disputes_about_figures, tolls_of
from dateline.pages.shared.views import ChangeView, ClaimView, Link, Tools
from dateline.pages.wording import words
from dateline.records.chronology import ClaimInContext
from dateline.records.rules.standing import Outcome
from dateline.records.types import Event

_PLACES_IN_GIST = 3


@dataclass(frozen=True, slots=True)
class EventView:
    """An event with its claims."""

    id: str
    gist: str
    """Its kind, its places and how many claims it has, in a few words."""
    title: str
    when: str
    clock: str
    """The time of day alone; empty where none is told."""
    machine_time: str
    """The time of day as `<time>` has it; empty where it is in doubt, or none is told."""
    wording: str
    """The date as the source says it."""
    basis: str
    basis_key: str
    date_note: str
    kind: str
    tags: tuple[Link, ...]
    places: tuple[Link, ...]
    actors: tuple[Link, ...]
    tied: TiedView
    """What it has to do with other events."""
    summary: str
    claims: tuple[ClaimView, ...]
    tolls: tuple[TollView, ...]
    counted: tuple[Link, ...]
    """The disputes about its figures, each with their range."""
    dates: tuple[SaidDate, ...]
    """When it was, as each claim has it, where they differ."""
    remarks: int
    """How many notes tell how its date, places and actors were found."""
    disputed: int
    """How many of its claims are open, each of which has that word beside it."""
    note: str
    reread: str
    """The day on which somebody else read it again against its sources."""
    history: tuple[ChangeView, ...]
    tools: Tools
    pictures: tuple[PictureView, ...] = ()
    removed: tuple[MovedView, ...] = ()
    """Claims that were removed, at their old anchors."""
    step: int = 0
    """The step in which anything of it became known; 0 where the page cannot be read as of an earlier day."""


def event_view(edition: Edition, event: Event, page: ClaimsAsKnown) -> EventView:
    """Return an event as it stands on its day's page."""
    contexts = contexts_of(event)
    claims = tuple(page.claim(context) for context in contexts)
    return EventView(
        id=event.id,
        gist=gist_of(edition, event),
        title=event.title,
        when=words.when(event, edition.language),
        clock=time_in_words(event.date, edition.language),
        machine_time=(known_time(event.date) or "") if event.date.has_times else "",
        wording=event.date_wording or "",
        basis=edition.language.gettext(words.BASIS_LABEL[event.date_basis]),
        basis_key=event.date_basis,
        date_note=event.date_note or "",
        kind=edition.term("event_kinds", event.kind),
        tags=tuple(tag_link(edition, tag) for tag in dict.fromkeys(event.tags)),
        places=tuple(place_then(edition, role, event.date) for role in event.places),
        actors=tuple(actor_then(edition, role, event.date) for role in event.actors),
        tied=tied_to(page, event),
        summary=event.summary or "",
        claims=claims,
        tolls=tolls_of(edition, (ClaimInContext(event, claim) for claim in event.claims)),
        counted=disputes_about_figures(edition, contexts),
        dates=said_dates(page, contexts),
        remarks=bool(event.date_note)
        + sum(bool(role.inferred) for role in event.places)
        + sum(bool(role.inferred) for role in event.actors),
        disputed=sum(claim.outcome == Outcome.OPEN for claim in claims),
        note=event.note or "",
        reread=in_words(event.reread, edition.language) if event.reread else "",
        history=edition.changes(event),
        tools=edition.tools(event),
        pictures=pictures_of(page, event),
        removed=claims_removed_from(edition, event),
        step=page.first(contexts),
    )


def contexts_of(*events: Event) -> tuple[ClaimInContext, ...]:
    """Return the claims of some events, each with its event."""
    return tuple(ClaimInContext(event, claim) for event in events for claim in event.claims)


def gist_of(edition: Edition, event: Event) -> str:
    """Return in a line what kind of event it is, where, and with how many claims."""
    places = [called_then(edition, edition.chronology.places[role.place], event.date) for role in event.places]
    where = edition.language.listed(places[:_PLACES_IN_GIST]) + (" …" if len(places) > _PLACES_IN_GIST else "")
    parts = (
        edition.language.gettext("turning point") if event.weight == "key" else "",
        edition.term("event_kinds", event.kind),
        where,
        edition.language.ngettext("%(count)s claim", "%(count)s claims", len(event.claims)),
    )
    return edition.language.facts(parts)

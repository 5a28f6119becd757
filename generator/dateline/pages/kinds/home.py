"""The front page: what happened, what is disputed, the turning points; then how it is known, and what is new."""

from dataclasses import dataclass
from typing import ClassVar, Final

from dateline.ground.languages import marked_many
from dateline.pages.kinds.calendar_views import CalendarView
from dateline.pages.kinds.changes import all_changes
from dateline.pages.kinds.days import calendar_view
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.event_view import contexts_of
from dateline.pages.shared.extent import extent_in_words
from dateline.pages.shared.front import Sentence, TurningPoint, points_of_all, what_happened, what_is_disputed
from dateline.pages.shared.maps import MapView, map_of_all
from dateline.pages.shared.timeline_views import TimelineView
from dateline.pages.shared.timelines import timeline_of_all
from dateline.pages.shared.turning_points import turning_points
from dateline.pages.shared.views import ChangeView, ClaimView, Link
from dateline.pages.wording.sections import ACTORS, DAYS, DISPUTES, SOURCES
from dateline.records.rules.standing import Outcome

_NEWEST: Final = 3
_MOST_REPORTS: Final = 8
_CLAIMS_WORTH_SHOWING: Final = (Outcome.OPEN, Outcome.UNCONTRADICTED, Outcome.ONE_SIDE, Outcome.ONE_VOICE)


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page."""

    template: ClassVar[str] = "home"
    address: ClassVar[str] = ""
    title: str
    description: str
    body: str
    span: str
    counts: tuple[tuple[int, tuple[str, str], str], ...]
    happened: tuple[Sentence, ...]
    disputed: tuple[Link, ...]
    points: tuple[TurningPoint, ...]
    example: ClaimView | None
    map: MapView | None
    timeline: TimelineView | None
    calendar: CalendarView
    disputes: int
    changes: tuple[ChangeView, ...]
    licence: str
    edit_path: str | None


def home_view(edition: Edition) -> HomeView:
    """Return the home page."""
    graph = edition.chronology
    page = graph.pages.get("index")
    return HomeView(
        title=graph.masthead.title,
        description=graph.masthead.description or "",
        body=page.document.body if page else "",
        span=extent_in_words(edition),
        counts=home_counts(edition)[:2] + home_counts(edition)[3:4],
        happened=what_happened(edition),
        disputed=what_is_disputed(edition),
        points=points_of_all(edition),
        example=_example(edition),
        map=map_of_all(edition),
        timeline=timeline_of_all(edition),
        calendar=calendar_view(edition),
        disputes=len(graph.disputes),
        changes=all_changes(edition)[:_NEWEST],
        licence=graph.masthead.licence or "",
        edit_path=page.document.path if page else None,
    )


def home_counts(edition: Edition) -> tuple[tuple[int, tuple[str, str], str], ...]:
    """Return how many records there are, of what, and where they are listed."""
    graph = edition.chronology
    reports = sum(len(context.claim.reports) for context in graph.claims.values())
    return (
        (len(graph.events), marked_many("%(count)s event", "%(count)s events"), DAYS.address),
        (len(graph.claims), marked_many("%(count)s claim", "%(count)s claims"), DAYS.address),
        (reports, marked_many("%(count)s report", "%(count)s reports"), SOURCES.address),
        (len(graph.sources), marked_many("%(count)s source", "%(count)s sources"), SOURCES.address),
        (
            len(graph.reports_by_speaker),
            marked_many("%(count)s first speaker", "%(count)s first speakers"),
            ACTORS.address,
        ),
        (len(graph.disputes), marked_many("%(count)s dispute", "%(count)s disputes"), DISPUTES.address),
    )


def _example(edition: Edition) -> ClaimView | None:
    """Return the first claim that shows most, a contested one before others: of a turning point if one has any.

    One of few reports shows as much as one of fifty, and weighs less.
    """
    told = contexts_of(*turning_points(edition, edition.chronology.events.values()))
    few = [context for context in told if len(context.claim.reports) <= _MOST_REPORTS]
    for wanted in _CLAIMS_WORTH_SHOWING:
        for context in (*few, *edition.chronology.claims.values()):
            if edition.outcome(context.event, context.claim) is wanted:
                return edition.claim(context.event, context.claim)
    return None

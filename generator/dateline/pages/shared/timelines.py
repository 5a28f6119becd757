"""Timelines: the events of the whole, of an actor or of a place along time, and when an actor spoke.

What fits into one bin of the timeline's unit is counted there; every other date is a span.
The unit is the shortest one with which the figure stays small and readable, so that one
event and forty thousand over centuries are drawn by the same rules.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import partial
from typing import Final

from dateline.ground.dates import Day, Meaning, Precision, seconds_of, shortened, unit_of_period
from dateline.ground.languages import ENGLISH, Language, marked
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.outcome_of_all import events_in_dispute
from dateline.pages.shared.parties import said_by
from dateline.pages.shared.time_units import CLOCK, DAY, HOUR, MINUTE, MONTH, UNITS, WEEK, Unit
from dateline.pages.shared.timeline_layout import layout_of
from dateline.pages.shared.timeline_points import named_moments, points_of
from dateline.pages.shared.timeline_spans import is_doubtful, meaning_of, span_of
from dateline.pages.shared.timeline_views import BinView, Lane, LaneView, Moment, TimelineView
from dateline.pages.shared.trail import month_anchor, year_anchor
from dateline.pages.shared.turning_points import turning_points
from dateline.pages.wording import addresses, units
from dateline.records.chronology import ReportInContext
from dateline.records.rules.standing import Outcome
from dateline.records.types import Event, Source

_MOST_MARKS: Final = 50
"""Bins and spans together: with so many links the figure has 20 kB."""
_MOST_SPANS: Final = 24
_POINTS_OF_A_PART: Final = 5
"""So many turning points are named of an actor or a place."""


_OF_BODIES: Final = {
    (True, True): marked("When it acted, and when it spoke"),
    (True, False): marked("When it acted"),
    (False, True): marked("When it spoke"),
}
_OF_PERSONS: Final = {
    (True, True): marked("When they acted, and when they spoke"),
    (True, False): marked("When they acted"),
    (False, True): marked("When they spoke"),
}
_LANES: Final = {
    False: (marked("Its part in events, by the day of the event"), marked("When it spoke, by the day of publication")),
    True: (
        marked("Their part in events, by the day of the event"),
        marked("When they spoke, by the day of publication"),
    ),
}
"""The names of an actor's two clocks, and of a person's."""
_OF_AUTHORS: Final = {
    False: marked("When it spoke, by the day of writing or of publication"),
    True: marked("When they spoke, by the day of writing or of publication"),
}
"""The name of the second clock where it has what an author says in an old text."""
_NAMES: Final = ("minute", "hour", "day", "week", "month", "year", "decade", "century", "millennium")


def timeline_of_all(edition: Edition) -> TimelineView | None:
    """Return the timeline of the whole chronology, or None where nothing has happened yet."""
    events = edition.chronology.events.values()
    title = edition.language.gettext("The events along time")
    lane: Lane = ("", units.EVENTS, _events(edition, events))
    points = named_moments(edition, turning_points(edition, events))
    return timeline(title, "", [lane], edition.language, points)


def timeline_of_place(edition: Edition, place_id: str) -> TimelineView | None:
    """Return the timeline of a place, or None where it would be a single mark."""
    name = edition.place_name(place_id)
    events = edition.chronology.events_by_place.get(place_id, ())
    lane: Lane = ("", units.EVENTS, _events(edition, events))
    title = edition.language.gettext("Events along time: %(place)s", place=name)
    points = named_moments(edition, turning_points(edition, events, _POINTS_OF_A_PART))
    heading = edition.language.gettext("When it happened here")
    return _if_it_tells(timeline(title, heading, [lane], edition.language, points))


def timeline_of_actor(edition: Edition, actor_id: str) -> TimelineView | None:
    """Return an actor's two clocks, what it did and when it spoke, or None where that is a single mark."""
    graph = edition.chronology
    events = graph.events_by_actor.get(actor_id, ())
    did = _events(edition, events)
    reports = tuple(_with_sources(edition, said_by(edition, actor_id)))
    said = _reports(edition, reports)
    is_person = graph.behaves_as(graph.actors[actor_id]) == "person"
    is_of_old = any(source.said_when(spoken.report.by) != source.published for source, spoken in reports)
    acted, by_day = _LANES[is_person]
    acted, spoke = map(edition.language.gettext, (acted, _OF_AUTHORS[is_person] if is_of_old else by_day))
    lanes: list[Lane] = [(acted, units.EVENTS, did), (spoke, units.REPORTS, said)]
    title = edition.language.gettext("Along time: %(actor)s", actor=graph.actors[actor_id].name)
    headings = _OF_PERSONS if is_person else _OF_BODIES
    heading = edition.language.gettext(headings.get((bool(did), bool(said)), ""))
    points = named_moments(edition, turning_points(edition, events, _POINTS_OF_A_PART))
    return _if_it_tells(timeline(title, heading, [lane for lane in lanes if lane[2]], edition.language, points))


def timeline(
    title: str, heading: str, lanes: Sequence[Lane], language: Language = ENGLISH, points: Sequence[Moment] = ()
) -> TimelineView | None:
    """Return a timeline of `lanes`, in the shortest unit that stays readable; None where nothing has a place in time.

    `points` are the moments that are named above the axis.
    """
    if not any(moments for _, _, moments in lanes):
        return None
    layout = layout_of(lanes)
    if not layout.stretches:  # all are without any date, as the reports of a page that gives none
        return None
    unit_name = _NAMES[UNITS.index(layout.unit)]
    most_spans = min(_MOST_SPANS, _MOST_MARKS - sum(len(bins) for bins, _ in layout.lanes)) // len(lanes)
    return TimelineView(
        title=title,
        heading=heading,
        description=language.gettext(units.EACH_MARK[unit_name]),
        unit=layout.unit,
        unit_name=unit_name,
        stretches=layout.stretches,
        lanes=tuple(
            LaneView(
                name,
                counted,
                tuple(_bin(layout.unit, counted, index, bins[index], language) for index in sorted(bins)),
                tuple(span_of(counted, group, language) for group in _grouped(loose, layout.unit, most_spans)),
            )
            for (name, counted, _), (bins, loose) in zip(lanes, layout.lanes, strict=True)
        ),
        points=tuple(points_of(layout.unit, points, language)),
    )


def _if_it_tells(view: TimelineView | None) -> TimelineView | None:
    return view if view is not None and len(view.bins) + len(view.spans) > 1 else None


# --- what is placed --------------------------------------------------------------------------------------------------


def _events(edition: Edition, events: Iterable[Event]) -> list[Moment]:
    disputed = edition.derived(events_in_dispute)
    return [
        Moment(
            event.date,
            event.title,
            edition.event_address(event),
            event.id in disputed,
            is_bound=event.date_basis == "publication",
        )
        for event in events
    ]


def _reports(edition: Edition, reports: Iterable[tuple[Source, ReportInContext]]) -> list[Moment]:
    found = []
    for source, spoken in sorted(reports, key=lambda pair: _when_said(*pair)):
        said = source.said_when(spoken.report.by)
        day = said.day if said == source.published else None  # days tell of what appeared on them
        address = f"sources/{source.id}/" if day is None else f"{addresses.day_address(day)}#_reported"
        if day is not None and day == spoken.event.date.day:  # it stands there, and is named no second time
            address = edition.event_address(spoken.event)
        is_open = edition.outcome(spoken.event, spoken.claim) is Outcome.OPEN
        title, tongue = edition.quoted_title(source), edition.tongue(source)
        found.append(
            Moment(said, title, address, is_open, False, *tongue)  # noqa: FBT003 - of a report
        )
    return found


def _with_sources(edition: Edition, reports: Iterable[ReportInContext]) -> Iterator[tuple[Source, ReportInContext]]:
    yield from ((edition.chronology.sources[spoken.report.cite.source], spoken) for spoken in reports)


def _when_said(source: Source, spoken: ReportInContext) -> tuple[bool, tuple[Day, Day, str], str]:
    """Order reports by when they were made, those that nobody can date last, then by source."""
    said = source.said_when(spoken.report.by)
    return (not said.text, said.order, source.id)


def _bin_address(first: Moment, unit: Unit) -> str:
    """Return what a bin leads to that begins with `first`: its day's page, or its month or year in the calendar."""
    if not first.is_event:
        return first.address
    period = addresses.period_of(first.when)
    if period in addresses.OF_NO_PERIOD:
        return f"days/#{period}"
    if period.endswith("x"):
        return f"days/#{year_anchor(period)}"
    if unit in CLOCK:
        return first.address
    if unit == DAY:
        return f"days/{period}/"
    is_by_month = unit in (WEEK, MONTH) and unit_of_period(period) in {Precision.DAY, Precision.MONTH}
    anchor = month_anchor(shortened(period, Precision.MONTH)) if is_by_month else None
    return f"days/#{anchor or year_anchor(shortened(period, Precision.YEAR))}"


# --- bins and spans --------------------------------------------------------------------------------------------------


def _bin(unit: Unit, counted: str, index: int, moments: Sequence[Moment], language: Language) -> BinView:
    disputed = [moment for moment in moments if moment.disputed]
    doubtful = sum(is_doubtful(moment) for moment in moments)
    name = _name_of_bin(unit, index, moments, language)
    said = [language.ngettext(*units.COUNTED[counted], len(moments))]
    said += [units.in_dispute(len(disputed), language)] if disputed else []
    if doubtful:
        said += [language.ngettext("%(count)s not surely then", "%(count)s not surely then", doubtful)]
    return BinView(
        index=index,
        name=name,
        label=language.told_of(name, language.listed(said)),
        address=_bin_address(moments[0], unit),
        count=len(moments),
        disputed=len(disputed),
        doubtful=doubtful,
        both=sum(is_doubtful(moment) for moment in disputed),
    )


def _name_of_bin(unit: Unit, index: int, moments: Sequence[Moment], language: Language) -> str:
    """Return the unit in words; of an hour in which all is of one minute, that minute."""
    if unit == HOUR:
        known = [(first, end) for first, end in map(seconds_of, (moment.when for moment in moments)) if first and end]
        minutes = {MINUTE.index(second) for first, end in known for second in (first, end - 1)}
        if len(minutes) == 1:
            return MINUTE.words(minutes.pop(), language)
    return unit.words(index, language)


def _grouped(moments: Sequence[Moment], unit: Unit, most: int) -> list[list[Moment]]:
    """Return spans by themselves or, where they are too many, together with those that nearly coincide.

    They stay in the order of the moments: a group stands where its first one does.
    """
    coarser = UNITS[UNITS.index(unit) + 1 :]
    ways: list[Callable[[Moment], Hashable]] = [id, lambda moment: moment.when.text]
    ways += [partial(_outline, wider) for wider in coarser]
    ways.append(lambda moment: (meaning_of(moment), moment.when.earliest is None, moment.when.latest is None))
    groups: dict[Hashable, list[Moment]] = {}
    for way in ways:
        groups = {}
        for moment in moments:
            groups.setdefault(way(moment), []).append(moment)
        if len(groups) <= most:
            break
    return list(groups.values())


def _outline(unit: Unit, moment: Moment) -> tuple[Meaning, int | None, int | None]:
    first, end = seconds_of(moment.when)
    return (
        meaning_of(moment),
        None if first is None else unit.index(first),
        None if end is None else unit.index(end - 1),
    )

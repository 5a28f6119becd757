"""Days: what happened on each, and what was reported on it about others."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from dateline.ground.dates import day_in_words, days_in_words, period_in_words, period_title
from dateline.pages.shared import going_on as running
from dateline.pages.shared.as_of import AsOfView
from dateline.pages.shared.budgets import of_parts, part_name
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition, parts_of_days
from dateline.pages.shared.event_view import EventView, contexts_of, event_view, gist_of
from dateline.pages.shared.known import ClaimsAsKnown, known
from dateline.pages.shared.maps import MapView, map_of_events
from dateline.pages.shared.moved import MovedView, claims_removed_from, moved_by_page, moved_from
from dateline.pages.shared.trail import anchor_of
from dateline.pages.shared.views import Link, SourceLine
from dateline.pages.wording import addresses, descriptions
from dateline.pages.wording.forms import LinkedForm
from dateline.records.chronology import event_order
from dateline.records.types import Event, Source


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """An event of a heavy day that stands on another part, with the anchors of its claims."""

    id: str
    link: Link
    anchors: tuple[str, ...]
    step: int


@dataclass(frozen=True, slots=True)
class NamedView:
    """What was on at the time of a page and stands on another; `then` is the time, "on this day" or "at this time"."""

    going_on: tuple[Link, ...] = ()
    """What began before, and was going on for certain."""
    again: tuple[Link, ...] = ()
    """What was on several days, and stands on the first."""
    perhaps: tuple[Link, ...] = ()
    """What may have been then."""
    then: str = "on this day"


@dataclass(frozen=True, slots=True)
class ReportedView:
    """A source that appeared on a day, with what it reported about other days."""

    source: Link
    publisher: Link
    events: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class DayView:
    """The page of a day, or of a month, a year and so on for what has no certain day."""

    template: ClassVar[str] = "day"
    address: str
    title: str
    description: str
    as_of: AsOfView | None
    """The earlier days of reporting as of which it can be read."""
    events: tuple[EventView, ...]
    elsewhere: tuple[AgendaRow, ...]
    """The other events of a heavy day, on its first page: their anchors lead on to where they stand."""
    parts: tuple[Link, ...]
    """The pages of a heavy day, this one among them; none where there is but one."""
    whole: Link | None
    """The first page, on the others."""
    named: NamedView
    """What stands on other pages."""
    reported: tuple[ReportedView, ...]
    sources: tuple[SourceLine, ...]
    map: MapView | None
    cite: str | None
    """The address of the page that has citations of its claims; None where it has none."""
    previous: Link | None
    next: Link | None
    edit_path: str | None
    suggest: str | None
    """The form that suggests an event of that time; None where the project's address is not known."""
    moved: tuple[MovedView, ...] = ()
    """What stood here before, at its old anchors."""
    start: int = 1
    """The place of its first event among all of the day."""
    days: Link | None = None
    """Of a month, a year and so on: its days in the calendar."""


def day_pages(edition: Edition) -> list[date | str]:
    """Return the days with events or publications, then the months, years and so on of other events, and "undated".

    A day, a month or a year on which something was going on has a page as well.
    """
    days = sorted({*edition.derived(_days_with_events), *edition.derived(_sources_by_day)})
    return [*days, *edition.derived(_periods)]


def left_pages(edition: Edition) -> list[str]:
    """Return the days, months and years on which nothing stands or was reported, and something stood before."""
    there = {str(day) for day in day_pages(edition)}
    return sorted(period for period in edition.derived(moved_by_page) if period not in there)


def events_of_page(edition: Edition, day: date | str) -> Sequence[Event]:
    """Return the events that stand on a page and its parts."""
    if isinstance(day, str):
        return edition.derived(_events_by_period).get(day, ())
    return edition.chronology.events_by_day.get(day, ())


def part_numbers(edition: Edition, day: date | str) -> range:
    """Return the numbers of the parts of a day, month or year after its first page, of which most have none."""
    return range(2, len(edition.derived(parts_of_days).get(str(day), ())) + 1)


def day_view(edition: Edition, day: date | str) -> DayView:
    """Return the page of a day, or of a month or year for what has no certain day; the first, of a heavy one."""
    return _period_view(edition, day) if isinstance(day, str) else _day_view(edition, day)


def day_part_view(edition: Edition, day: date | str, number: int) -> DayView:
    """Return a further page of a heavy day, month or year, from the second on."""
    pages = edition.derived(parts_of_days)[str(day)]
    told = _told(edition, str(day), [event for events in pages for event in events], number)
    title = _period_title(day) if isinstance(day, str) else day_in_words(day)
    address = told.parts[number - 1].address
    title_of_part = f"{title}{of_parts(number, len(pages))}"
    return DayView(
        address=address,
        title=title_of_part,
        description=_description(edition, title_of_part, told.events),
        as_of=told.known.view,
        events=told.views,
        elsewhere=(),
        parts=told.parts,
        whole=Link(title, told.parts[0].address),
        named=NamedView(),
        reported=(),
        sources=_sources(edition, told.events),
        map=None,
        cite=addresses.cite_address(address),
        previous=told.parts[number - 2],
        next=told.parts[number] if number < len(pages) else None,
        edit_path=_edit_path(edition, told.events),
        suggest=None,
        start=sum(map(len, pages[: number - 1])) + 1,
    )


@dataclass(frozen=True, slots=True)
class _EventsOfPage:
    """The events of one page, and what it says of the other parts of a heavy day."""

    events: tuple[Event, ...]
    views: tuple[EventView, ...]
    known: ClaimsAsKnown
    elsewhere: tuple[AgendaRow, ...] = ()
    parts: tuple[Link, ...] = ()


def _told(edition: Edition, period: str, events: Sequence[Event], number: int = 1) -> _EventsOfPage:
    """Return what the page of this number says of the events of a day, month or year."""
    pages = edition.derived(parts_of_days).get(period, (tuple(events),))
    shown = pages[number - 1]
    # The days of reporting are those of the whole day, so that they are the same on each part.
    page = known(edition, contexts_of(*events), shown)
    further = enumerate(pages[1:], 2) if number == 1 else ()
    rest = (_agenda_row(edition, event, page, part) for part, others in further for event in others)
    return _EventsOfPage(
        shown,
        tuple(event_view(edition, event, page) for event in shown),
        page,
        tuple(rest),
        _part_links(period, len(pages)),
    )


def _part_links(period: str, count: int) -> tuple[Link, ...]:
    first = f"days/{period}/"
    further = (Link(f"Part {number}", f"{first}{part_name(number)}/") for number in range(2, count + 1))
    return (Link("Part 1", first), *further) if count > 1 else ()


def _agenda_row(edition: Edition, event: Event, page: ClaimsAsKnown, part: int) -> AgendaRow:
    gone = (removed.id for removed in claims_removed_from(edition, event))
    anchors = (*(addresses.claim_anchor(event, claim) for claim in event.claims), *gone)
    link = edition.event(event, f"{gist_of(edition, event)} · on part {part}")
    return AgendaRow(event.id, link, anchors, page.first(contexts_of(event)))


@derivation
def _neighbours(edition: Edition) -> dict[date, tuple[date | None, date | None]]:
    """Return, for each day that has a page, the nearest days before and after it on which events stand.

    A day on which something only goes on is passed by: a month of them would say the same again and again.
    """
    days = sorted(edition.chronology.events_by_day)
    found: dict[date, tuple[date | None, date | None]] = {}
    for day in sorted({*edition.derived(_days_with_events), *edition.derived(_sources_by_day)}):
        place, next_ = bisect_left(days, day), bisect_right(days, day)
        found[day] = (days[place - 1] if place else None, days[next_] if next_ < len(days) else None)
    return found


def _day_view(edition: Edition, day: date) -> DayView:
    previous, following = edition.derived(_neighbours)[day]
    published = edition.derived(_sources_by_day).get(day, ())
    events = edition.chronology.events_by_day.get(day, ())
    told = _told(edition, str(day), events)
    title = day_in_words(day)
    named = _named(edition, day.isoformat())
    reported = tuple(_reported(edition, day, source) for source in published)
    if events or named.going_on or named.again or named.perhaps:
        reported = tuple(one for one in reported if one.events)
    return DayView(
        address=addresses.day_address(day),
        title=title,
        description=_description(edition, title, events),
        as_of=told.known.view,
        events=told.views,
        elsewhere=told.elsewhere,
        parts=told.parts,
        whole=None,
        named=named,
        reported=reported,
        sources=_sources(edition, told.events),
        map=map_of_events(edition, f"Where it happened: {title}", events),
        cite=addresses.cite_address(addresses.day_address(day)) if events else None,
        previous=_day_link(previous),
        next=_day_link(following),
        edit_path=_edit_path(edition, events),
        suggest=edition.form(LinkedForm.EVENT, "", date=day.isoformat()),
        moved=moved_from(edition, day.isoformat()),
    )


@derivation
def _days_with_events(edition: Edition) -> list[date]:
    """Return the days on which something was for certain, whether it stands there or is only named, in order."""
    named = (date.fromisoformat(period) for period in edition.derived(running.all_going_on).told if _is_day(period))
    return sorted({*edition.chronology.events_by_day, *named})


def _is_day(period: str) -> bool:
    return len(period) == len("2017-11-17")


def _named(edition: Edition, period: str) -> NamedView:
    """Return what was going on at a time, was on it again, or may have been, and stands on other pages."""
    going_on, again, perhaps = (
        tuple(running.named(edition, event) for event in edition.derived(kind).get(period, ()))
        for kind in (running.lasting, running.again, running.perhaps)
    )
    return NamedView(going_on, again, perhaps, "on this day" if _is_day(period) else "at this time")


@derivation
def _periods(edition: Edition) -> tuple[str, ...]:
    """Return the months, years and so on that have a page, in order."""
    going_on = (period for period in edition.derived(running.all_going_on).told if not _is_day(period))
    return tuple(sorted({*edition.derived(_events_by_period), *going_on}))


@derivation
def _events_by_period(edition: Edition) -> dict[str, list[Event]]:
    loose: dict[str, list[Event]] = defaultdict(list)
    for event in edition.chronology.events.values():
        if event.date.day is None:
            loose[addresses.period_of(event.date)].append(event)
    return dict(sorted(loose.items()))


def _period_view(edition: Edition, period: str) -> DayView:
    events = events_of_page(edition, period)
    told = _told(edition, period, events)
    title = _period_title(period)
    return DayView(
        address=f"days/{period}/",
        title=title,
        description=_description(edition, title, events),
        as_of=told.known.view,
        events=told.views,
        elsewhere=told.elsewhere,
        parts=told.parts,
        whole=None,
        named=_named(edition, period),
        reported=(),
        sources=_sources(edition, told.events),
        map=map_of_events(edition, f"Where it happened: {title}", events),
        cite=addresses.cite_address(f"days/{period}/") if events else None,
        previous=None,
        next=None,
        edit_path=_edit_path(edition, events),
        suggest=edition.form(LinkedForm.EVENT, "", date="" if period == addresses.UNDATED else period.upper()),
        days=None if period == addresses.UNDATED else Link(period_in_words(period), f"days/#{anchor_of(period)}"),
        moved=moved_from(edition, period),
    )


def _sources(edition: Edition, events: Iterable[Event]) -> tuple[SourceLine, ...]:
    return edition.sources_cited(report.cite for event in events for claim in event.claims for report in claim.reports)


def _period_title(period: str) -> str:
    if period == addresses.UNDATED:
        return "Events of no certain year"
    return period_title(period)


def _description(edition: Edition, title: str, events: Sequence[Event]) -> str:
    return descriptions.of_events(edition.chronology.masthead.title, title, [event.title for event in events])


def _edit_path(edition: Edition, events: Sequence[Event]) -> str | None:
    return edition.chronology.document(events[0]).path if len(events) == 1 else None


def _day_link(day: date | None) -> Link | None:
    return None if day is None else Link(days_in_words(day, day), addresses.day_address(day))


@derivation
def _sources_by_day(edition: Edition) -> dict[date, tuple[Source, ...]]:
    found: dict[date, list[Source]] = defaultdict(list)
    for source in edition.chronology.sources.values():
        if source.published.day is not None:
            found[source.published.day].append(source)
    return {day: tuple(sources) for day, sources in found.items()}


def _reported(edition: Edition, day: date, source: Source) -> ReportedView:
    events: dict[str, Event] = {}
    for use in edition.chronology.uses_by_source.get(source.id, ()):
        if isinstance(use.record, Event) and use.record.date.day != day:
            events[use.record.id] = use.record
    in_order = sorted(events.values(), key=event_order)
    return ReportedView(
        source=edition.source(source.id),
        publisher=edition.actor(source.publisher),
        events=tuple(edition.event(event) for event in in_order),
    )

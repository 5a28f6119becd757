"""Days: what happened on each, and what was reported on it about others."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from dateline.ground.dates import Day, days_in_words, period_in_words, time_in_words
from dateline.ground.languages import Language
from dateline.pages.kinds.held_on_day import HeldPlace, held_on
from dateline.pages.kinds.pages_of_days import (
    contents_of_periods,
    days_with_pages,
    events_of_page,
    is_day,
    sources_by_day,
    steps_of_periods,
    title_of,
)
from dateline.pages.kinds.within_months import DayOfMonth, days_of
from dateline.pages.shared import going_on as running
from dateline.pages.shared.as_of import AsOfView
from dateline.pages.shared.budgets import of_parts, part_name
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition, parts_of_days
from dateline.pages.shared.event_view import EventView, contexts_of, event_view, gist_of
from dateline.pages.shared.known import ClaimsAsKnown, known
from dateline.pages.shared.lists import Neighbours
from dateline.pages.shared.maps import MapView, map_of_events
from dateline.pages.shared.moved import MovedView, claims_removed_from, moved_from
from dateline.pages.shared.tied_views import cites_of_ties
from dateline.pages.shared.trail import anchor_of
from dateline.pages.shared.views import Link, SourceLine
from dateline.pages.wording import addresses, descriptions
from dateline.pages.wording.forms import LinkedForm
from dateline.pages.wording.sections import DAYS
from dateline.records.chronology import event_order
from dateline.records.types import Citation, Event, Source


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """An event of a heavy day that stands on another part, with the anchors of its claims."""

    id: str
    link: Link
    anchors: tuple[str, ...]
    step: int
    clock: str
    """The time of day alone; empty where none is told."""


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
    has_reported: bool = False
    """Whether some of what may have been then is dated only by when it was reported."""

    @property
    def steps(self) -> tuple[tuple[str, int], ...]:
        """The anchors of its lists, each with the step in which the first of its entries became known."""
        lists = (("_going-on", self.going_on), ("_again", self.again), ("_perhaps", self.perhaps))
        return tuple((anchor, min(link.step for link in links)) for anchor, links in lists if links)


@dataclass(frozen=True, slots=True)
class ReportedView:
    """A source that appeared on a day, with what it reported about other days."""

    source: Link
    publisher: Link
    events: tuple[Link, ...]
    step: int
    """The step in which it became known; 0 where the page cannot be read as of an earlier day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """The page of a day, or of a month, a year and so on for what has no certain day."""

    template: ClassVar[str] = "day"
    address: str
    title: str
    description: str
    as_of: AsOfView | None
    """The earlier days of reporting as of which it can be read."""
    events: tuple[EventView, ...]
    parts: tuple[Link, ...]
    """The pages of a heavy day, this one among them; none where there is but one."""
    sources: tuple[SourceLine, ...]
    cite: str | None
    """The address of the page that has citations of its claims; None where it has none."""
    edit_path: str | None
    elsewhere: tuple[AgendaRow, ...] = ()
    """The other events of a heavy day, on its first page: their anchors lead on to where they stand."""
    whole: Link | None = None
    """The first page, on the others."""
    named: NamedView = NamedView()
    """What stands on other pages."""
    held: tuple[HeldPlace, ...] = ()
    """Who is said to have held which places on the day."""
    reported: tuple[ReportedView, ...] = ()
    map: MapView | None = None
    previous: Link | None = None
    next: Link | None = None
    suggest: str | None = None
    """The form that suggests an event of that time; None where the project's address is not known."""
    moved: tuple[MovedView, ...] = ()
    """What stood here before, at its old anchors."""
    start: int = 1
    """The place of its first event among all of the day."""
    days: Link | None = None
    """Of a month, a year and so on: its days in the calendar."""
    contents: tuple[Link, ...] = ()
    """Of a year, a decade or a century: its months or years in the calendar, with how many events are dated to them."""
    within: tuple[DayOfMonth, ...] = ()
    """Of a month: its days with their events."""

    @property
    def since(self) -> dict[str, int]:
        """The anchors of headings, each with the step since which something below it was known, unless the first."""
        told = [(event.id, event.step) for event in self.events]
        told += [*self.named.steps, *(("_reported", one.step) for one in self.reported)]
        told += [("_days", min(day.step for day in self.within))] if self.within else []
        return {anchor: step for anchor, step in told if step > 1}


def day_view(edition: Edition, period: str) -> DayView:
    """Return the page of a day, or of a month or year for what has no certain day; the first, of a heavy one."""
    events = events_of_page(edition, period)
    told = _told(edition, period, events)
    view = _page(edition, title_of(period, edition.language), f"days/{period}/", told, events)
    whole = replace(
        view,
        elsewhere=told.elsewhere,
        named=_named(told.known, period),
        map=map_of_events(edition, edition.language.gettext("Where it happened: %(when)s", when=view.title), events),
        suggest=edition.form(LinkedForm.EVENT, "", date="" if period in addresses.OF_NO_PERIOD else period.upper()),
        moved=moved_from(edition, period),
    )
    if is_day(period):
        return _among_days(told.known, Day.fromisoformat(period), whole)
    return whole if period in addresses.OF_NO_PERIOD else _among_periods(told.known, period, whole)


def _among_periods(page: ClaimsAsKnown, period: str, view: DayView) -> DayView:
    """Return the page of a month or longer with its neighbours, and what in it is dated more exactly."""
    edition, language = page.edition, page.edition.language
    beside = edition.derived(steps_of_periods).get(view.address, Neighbours(None, None))
    contents = edition.derived(contents_of_periods).get(period, {})
    return replace(
        view,
        previous=beside.previous,
        next=beside.next,
        days=Link(period_in_words(period, language), f"{DAYS.address}#{anchor_of(period)}"),
        contents=tuple(
            Link(
                period_in_words(one, language),
                f"{DAYS.address}#{anchor_of(one)}",
                language.ngettext("%(count)s event", "%(count)s events", count),
            )
            for one, count in contents.items()
        ),
        within=days_of(page, period),
    )


def day_part_view(edition: Edition, period: str, number: int) -> DayView:
    """Return a further page of a heavy day, month or year, from the second on."""
    pages = edition.derived(parts_of_days)[period]
    told = _told(edition, period, [event for events in pages for event in events], number)
    title = title_of(period, edition.language)
    first, here = told.parts[0], told.parts[number - 1]
    return replace(
        _page(edition, of_parts(title, number, len(pages), edition.language), here.address, told, told.events),
        whole=Link(title, first.address),
        previous=told.parts[number - 2],
        next=told.parts[number] if number < len(pages) else None,
        start=sum(map(len, pages[: number - 1])) + 1,
    )


def _page(edition: Edition, title: str, address: str, told: "_EventsOfPage", events: Sequence[Event]) -> DayView:
    """Return what each page says of the events that it tells, and that all of it is about."""
    return DayView(
        address=address,
        title=title,
        description=descriptions.of_events(
            edition.chronology.masthead.title, title, [event.title for event in events], edition.language
        ),
        as_of=told.known.view,
        events=told.views,
        parts=told.parts,
        sources=told.known.sources(_cites(edition, told.events)),
        cite=addresses.cite_address(address) if events else None,
        edit_path=edition.chronology.document(events[0]).path if len(events) == 1 else None,
    )


def _cites(edition: Edition, events: Iterable[Event]) -> Iterator[Citation]:
    """Yield what a page rests on: its reports first, then what ties its events to others."""
    yield from (report.cite for event in events for claim in event.claims for report in claim.reports)
    for event in events:
        yield from cites_of_ties(edition, event)


def _among_days(page: ClaimsAsKnown, day: Day, view: DayView) -> DayView:
    """Return the page of a day with its neighbours, and what was reported on it about others."""
    edition = page.edition
    previous, following = edition.derived(_neighbours)[day]
    reported = [_reported(page, day, source) for source in edition.derived(sources_by_day).get(day, ())]
    is_empty = not (view.events or view.named.going_on or view.named.again or view.named.perhaps)
    return replace(
        view,
        previous=_day_link(previous, edition.language),
        next=_day_link(following, edition.language),
        held=held_on(page, day),
        reported=tuple(one for one in reported if one.events or is_empty),
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
        _part_links(period, len(pages), edition.language),
    )


def _part_links(period: str, count: int, language: Language) -> tuple[Link, ...]:
    first = f"days/{period}/"
    further = (
        Link(language.gettext("Part %(number)s", number=number), f"{first}{part_name(number)}/")
        for number in range(2, count + 1)
    )
    return (Link(language.gettext("Part %(number)s", number=1), first), *further) if count > 1 else ()


def _agenda_row(edition: Edition, event: Event, page: ClaimsAsKnown, part: int) -> AgendaRow:
    gone = (removed.id for removed in claims_removed_from(edition, event))
    anchors = (*(addresses.claim_anchor(event, claim) for claim in event.claims), *gone)
    place = edition.language.gettext("on part %(number)s", number=part)
    link = edition.event(event, edition.language.facts((gist_of(edition, event), place)))
    clock = time_in_words(event.date, edition.language)
    return AgendaRow(event.id, link, anchors, page.first(contexts_of(event)), clock)


@derivation
def _neighbours(edition: Edition) -> dict[Day, tuple[Day | None, Day | None]]:
    """Return, for each day that has a page, the nearest days before and after it on which events stand.

    A day on which something only goes on is passed by: a month of them would say the same again and again.
    """
    days = sorted(edition.chronology.events_by_day)
    found: dict[Day, tuple[Day | None, Day | None]] = {}
    for day in days_with_pages(edition):
        place, next_ = bisect_left(days, day), bisect_right(days, day)
        found[day] = (days[place - 1] if place else None, days[next_] if next_ < len(days) else None)
    return found


def _named(page: ClaimsAsKnown, period: str) -> NamedView:
    """Return what was going on at a time, was on it again, or may have been, and stands on other pages."""
    edition = page.edition
    going_on, again, perhaps = (
        tuple(
            replace(running.named(edition, event), step=page.first(contexts_of(event)))
            for event in edition.derived(kind).get(period, ())
        )
        for kind in (running.lasting, running.again, running.perhaps)
    )
    has_reported = any(event.date_basis == "publication" for event in edition.derived(running.perhaps).get(period, ()))
    return NamedView(going_on, again, perhaps, "on this day" if is_day(period) else "at this time", has_reported)


def _day_link(day: Day | None, language: Language) -> Link | None:
    return None if day is None else Link(days_in_words(day, day, language), addresses.day_address(day))


def _reported(page: ClaimsAsKnown, day: Day, source: Source) -> ReportedView:
    edition = page.edition
    events: dict[str, Event] = {}
    for use in edition.chronology.uses_by_source.get(source.id, ()):
        if isinstance(use.record, Event) and use.record.date.day != day:
            events[use.record.id] = use.record
    in_order = sorted(events.values(), key=event_order)
    return ReportedView(
        source=edition.source(source.id),
        publisher=edition.publisher(source),
        events=tuple(edition.event(event) for event in in_order),
        step=page.step_on(day),
    )

"""The calendar: every event once, under its day, its month, its year, or the undated."""

import calendar
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.dates import MONTHS
from generator.records import Event
from generator.views import addresses
from generator.views.edition import Edition, Link
from generator.views.trail import month_anchor, year_anchor

_GRIDS_AT_ONCE: Final = 6
_GRIDS_UNFOLDED: Final = 24
_LISTED: Final = 12
_MONTHS_A_YEAR: Final = len(MONTHS)
_DECADE: Final = 10
_YEARS_BY_MONTH: Final = 40
_LEVELS: Final = (0.25, 0.5, 0.75)


@dataclass(frozen=True, slots=True)
class DayCell:
    """A day of a month's grid; `level` from 1 to 4 compares its count with the fullest day's, 0 is no event."""

    number: int
    address: str
    count: int
    level: int


@dataclass(frozen=True, slots=True)
class LooseView:
    """Events of no certain day: the first few, how many there are, and the page where all stand."""

    links: tuple[Link, ...]
    count: int
    address: str

    @property
    def rest(self) -> int:
        """How many are not listed."""
        return self.count - len(self.links)


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month: its weeks from Monday to Sunday, None for days of other months, and its imprecise events."""

    number: int
    anchor: str
    name: str
    weeks: tuple[tuple[DayCell | None, ...], ...]
    dated: int
    imprecise: LooseView
    quiet_before: str

    @property
    def count(self) -> int:
        """How many events stand under the month."""
        return self.dated + self.imprecise.count


@dataclass(frozen=True, slots=True)
class YearView:
    """A year with its months; `folded` where the page would be too long with it open."""

    number: int
    name: str
    anchor: str
    months: tuple[MonthView, ...]
    imprecise: LooseView
    quiet_before: str
    folded: bool

    @property
    def count(self) -> int:
        """How many events stand under the year."""
        return sum(month.count for month in self.months) + self.imprecise.count


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """A row of the overview: a year by months, or a decade by years; None where there is nothing."""

    head: Link
    cells: tuple[Link | None, ...]
    rest: int
    count: int


@dataclass(frozen=True, slots=True)
class OverviewView:
    """All years at a glance."""

    caption: str
    columns: tuple[tuple[str, str], ...]
    has_rest: bool
    rows: tuple[OverviewRow, ...]


@dataclass(frozen=True, slots=True)
class CalendarView:
    """The calendar of a chronology, with its sums; `days` are those with events."""

    years: tuple[YearView, ...]
    undated: LooseView
    overview: OverviewView
    count: int
    dated: int
    days: int

    @property
    def grids(self) -> tuple[MonthView, ...]:
        """The months in which some event has a certain day."""
        return tuple(month for year in self.years for month in year.months if month.weeks)

    @property
    def is_small(self) -> bool:
        """Whether all months fit on a page about something else."""
        return len(self.grids) <= _GRIDS_AT_ONCE

    @property
    def imprecise(self) -> int:
        """How many events have no certain day."""
        return self.count - self.dated


def calendar_view(edition: Edition) -> CalendarView:
    """Return the calendar of the whole chronology."""
    loose: defaultdict[str, list[Event]] = defaultdict(list)
    for event in edition.chronology.events.values():
        if event.date.day is None:
            loose[addresses.period_of(event.date)].append(event)
    by_day = edition.chronology.events_by_day
    years = _years(_Counts({day: len(events) for day, events in by_day.items()}), _Loose(edition, loose))
    return CalendarView(
        years=years,
        undated=_Loose(edition, loose).of(addresses.UNDATED),
        overview=_overview(years),
        count=len(edition.chronology.events),
        dated=sum(len(events) for events in by_day.values()),
        days=len(by_day),
    )


class _Counts:
    """How many events each day has, by month."""

    def __init__(self, counts: Mapping[date, int]) -> None:
        self.by_month: defaultdict[tuple[int, int], dict[int, int]] = defaultdict(dict)
        for day, count in counts.items():
            self.by_month[day.year, day.month][day.day] = count
        self.highest = max(counts.values(), default=0)

    def level(self, count: int) -> int:
        """Return how a day compares with the fullest one, from 1 to 4."""
        return 1 + sum(count > share * self.highest for share in _LEVELS)


class _Loose:
    """The events of no certain day, by the page that they stand on."""

    def __init__(self, edition: Edition, periods: Mapping[str, list[Event]]) -> None:
        self.edition = edition
        self.periods = periods

    def of(self, period: str) -> LooseView:
        """Return what a list of a period shows."""
        events = self.periods.get(period, [])
        links = tuple(self.edition.event(event) for event in events[:_LISTED])
        return LooseView(links, len(events), f"days/{period}/")


def _years(counts: _Counts, loose: _Loose) -> tuple[YearView, ...]:
    periods = [period for period in loose.periods if period != addresses.UNDATED]
    months = {*counts.by_month, *((int(period[:4]), int(period[5:])) for period in periods if len(period) > 4)}  # noqa: PLR2004 - a year's digits
    by_year: defaultdict[int, list[int]] = defaultdict(list)
    for year, month in sorted(months):
        by_year[year].append(month)
    views: list[YearView] = []
    grids, before = 0, None
    for year in sorted({*by_year, *(int(period[:4]) for period in periods)}):
        grids += sum((year, month) in counts.by_month for month in by_year[year])
        views.append(
            YearView(
                number=year,
                name=f"{year:04}",
                anchor=year_anchor(f"{year:04}"),
                months=_months(year, by_year[year], counts, loose),
                imprecise=loose.of(f"{year:04}"),
                quiet_before=_quiet_years(before, year),
                folded=grids > _GRIDS_UNFOLDED and bool(views),
            )
        )
        before = year
    return tuple(views)


def _months(year: int, months: list[int], counts: _Counts, loose: _Loose) -> tuple[MonthView, ...]:
    return tuple(
        MonthView(
            number=month,
            anchor=month_anchor(f"{year:04}-{month:02}"),
            name=f"{MONTHS[month - 1]} {year:04}",
            weeks=_weeks(year, month, counts) if (year, month) in counts.by_month else (),
            dated=sum(counts.by_month.get((year, month), {}).values()),
            imprecise=loose.of(f"{year:04}-{month:02}"),
            quiet_before=_quiet_months(before, month),
        )
        for before, month in zip([None, *months], months, strict=False)
    )


def _weeks(year: int, month: int, counts: _Counts) -> tuple[tuple[DayCell | None, ...], ...]:
    found = counts.by_month[year, month]
    first_weekday, days = calendar.monthrange(year, month)
    cells: list[DayCell | None] = [None] * first_weekday
    for number in range(1, days + 1):
        count = found.get(number, 0)
        address = addresses.day_address(date(year, month, number)) if count else ""
        cells.append(DayCell(number, address, count, counts.level(count) if count else 0))
    cells += [None] * (-len(cells) % 7)
    return tuple(tuple(cells[start : start + 7]) for start in range(0, len(cells), 7))


def _quiet_years(before: int | None, year: int) -> str:
    if before is None or year - before == 1:
        return ""
    first, last = before + 1, year - 1
    return f"{first:04}: no event." if first == last else f"{first:04} to {last:04}: no event."


def _quiet_months(before: int | None, month: int) -> str:
    """Return the months between two that have events, in words; month numbers are from 1 to 12."""
    if before is None or month - before == 1:
        return ""
    first, last = MONTHS[before], MONTHS[month - 2]
    return f"{first}: no event." if first == last else f"{first} to {last}: no event."


# --- all years at a glance -------------------------------------------------------------------------------------------


def _overview(years: tuple[YearView, ...]) -> OverviewView:
    if len(years) <= _YEARS_BY_MONTH:
        return OverviewView(
            caption="Events by year and month",
            columns=tuple((month[:3], month) for month in MONTHS),
            has_rest=any(year.imprecise.count for year in years),
            rows=tuple(_row_of_months(year) for year in years),
        )
    by_decade: defaultdict[int, list[YearView]] = defaultdict(list)
    for year in years:
        by_decade[year.number // _DECADE].append(year)
    return OverviewView(
        caption="Events by decade and year",
        columns=tuple((f"…{last}", f"Year ending in {last}") for last in range(_DECADE)),
        has_rest=False,
        rows=tuple(_row_of_years(decade, found) for decade, found in by_decade.items()),
    )


def _row_of_months(year: YearView) -> OverviewRow:
    cells: list[Link | None] = [None] * _MONTHS_A_YEAR
    for month in year.months:
        cells[month.number - 1] = Link(f"{month.count:,}", f"days/#{month.anchor}", month.name)
    return OverviewRow(Link(year.name, f"days/#{year.anchor}"), tuple(cells), year.imprecise.count, year.count)


def _row_of_years(decade: int, years: Iterable[YearView]) -> OverviewRow:
    cells: list[Link | None] = [None] * _DECADE
    found = tuple(years)
    for year in found:
        cells[year.number % _DECADE] = Link(f"{year.count:,}", f"days/#{year.anchor}", year.name)
    head = Link(f"{decade * _DECADE:04}s", f"days/#{found[0].anchor}")
    return OverviewRow(head, tuple(cells), 0, sum(year.count for year in found))

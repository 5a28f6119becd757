"""The calendar: every event once, under its day, its month, its year, a longer time, or none.

What lasts, or was on several days, is counted where it begins and named where it goes on.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from dateline.ground.dates import (
    FIRST_GREGORIAN_DAY,
    Day,
    Precision,
    days_of_month,
    order_of_period,
    period_in_words,
    period_named,
    period_title,
    year_in_words,
    years_as_written,
)
from dateline.ground.languages import Language
from dateline.pages.kinds.calendar_views import (
    CalendarView,
    DayCell,
    EraView,
    LooseView,
    MonthView,
    OverviewCell,
    OverviewRow,
    OverviewView,
    YearView,
)
from dateline.pages.kinds.pages_of_days import is_day, is_round
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.going_on import all_going_on
from dateline.pages.shared.time_units import DECADE
from dateline.pages.shared.trail import month_anchor, year_anchor
from dateline.pages.shared.views import Link
from dateline.pages.wording import addresses
from dateline.records.types import Event

_GRIDS_UNFOLDED: Final = 24
_LISTED: Final = 12
_DECADE: Final = 10
_YEARS_BY_MONTH: Final = 40
_LEVELS: Final = (0.25, 0.5, 0.75)


def calendar_view(edition: Edition) -> CalendarView:
    """Return the calendar of the whole chronology."""
    loose: defaultdict[str, list[Event]] = defaultdict(list)
    for event in edition.chronology.events.values():
        if event.date.day is None:
            loose[addresses.period_of(event.date)].append(event)
    by_day = edition.chronology.events_by_day
    going_on = edition.derived(all_going_on)
    named = {period: [*going_on.lasting.get(period, ()), *going_on.again.get(period, ())] for period in going_on.told}
    counts = _Counts(
        {day: len(events) for day, events in by_day.items()},
        {Day.fromisoformat(period): len(events) for period, events in named.items() if is_day(period)},
    )
    found = _Loose(edition, loose, named)
    years = _years(counts, found, edition.language)
    return CalendarView(
        years=years,
        eras=tuple(
            _era(found, period) for period in sorted(found.all_periods, key=order_of_period) if is_round(period)
        ),
        wide=found.of(addresses.WIDE),
        undated=found.of(addresses.UNDATED),
        overview=_overview(years, edition.language),
        count=len(edition.chronology.events),
        dated=sum(len(events) for events in by_day.values()),
        days=len(by_day),
    )


def _era(loose: "_Loose", period: str) -> EraView:
    return EraView(
        period_title(period, loose.edition.language), year_anchor(period), loose.of(period), loose.going_on(period)
    )


class _Counts:
    """How many events each day has, by month: those that stand there, and those that go on."""

    def __init__(self, counts: Mapping[Day, int], going_on: Mapping[Day, int]) -> None:
        self.by_month: defaultdict[tuple[int, int], dict[int, int]] = defaultdict(dict)
        self.going_on: defaultdict[tuple[int, int], dict[int, int]] = defaultdict(dict)
        for days, found in ((counts, self.by_month), (going_on, self.going_on)):
            for day, count in days.items():
                found[day.year, day.month][day.day] = count
        self.highest = max(counts.values(), default=0)

    def has_days(self, year: int, month: int) -> bool:
        """Return whether anything was on a certain day of the month."""
        return (year, month) in self.by_month or (year, month) in self.going_on

    def level(self, count: int) -> int:
        """Return how a day compares with the fullest one, from 1 to 4."""
        return 1 + sum(count > share * self.highest for share in _LEVELS)


class _Loose:
    """The events of no certain day, by the page that they stand on, and those that go on, by time."""

    def __init__(self, edition: Edition, periods: Mapping[str, list[Event]], named: Mapping[str, list[Event]]) -> None:
        self.edition = edition
        self.periods = periods
        self.named = named

    @property
    def all_periods(self) -> set[str]:
        """The months, years and longer times of both kinds."""
        named = {period for period in self.named if not is_day(period)}
        return (self.periods.keys() - addresses.OF_NO_PERIOD) | named

    def of(self, period: str) -> LooseView:
        """Return what a list of a period shows."""
        return self._listed(self.periods.get(period, []), period)

    def going_on(self, period: str) -> LooseView:
        """Return what a list of what goes on in a month, a year or longer shows."""
        return self._listed(self.named.get(period, []), period)

    def _listed(self, events: list[Event], period: str) -> LooseView:
        links = tuple(self.edition.event(event) for event in events[:_LISTED])
        return LooseView(links, len(events), f"days/{period}/")


def _years(counts: _Counts, loose: _Loose, language: Language) -> tuple[YearView, ...]:
    periods = [found for period in loose.all_periods if not is_round(period) and (found := period_named(period))]
    months = {*counts.by_month, *counts.going_on}
    months.update((one.first.year, one.first.month) for one in periods if one.unit is Precision.MONTH)
    by_year: defaultdict[int, list[int]] = defaultdict(list)
    for year, month in sorted(months):
        by_year[year].append(month)
    views: list[YearView] = []
    grids, before = 0, None
    for year in sorted({*by_year, *(one.first.year for one in periods)}):
        written = years_as_written(year)
        grids += sum(counts.has_days(year, month) for month in by_year[year])
        views.append(
            YearView(
                number=year,
                name=year_in_words(year, language),
                anchor=year_anchor(written),
                months=_months(year, by_year[year], counts, loose, language),
                imprecise=loose.of(written),
                going_on=loose.going_on(written),
                quiet_before=_quiet_years(before, year, language),
                folded=grids > _GRIDS_UNFOLDED and bool(views),
            )
        )
        before = year
    return tuple(views)


def _months(year: int, months: list[int], counts: _Counts, loose: _Loose, language: Language) -> tuple[MonthView, ...]:
    names = {month: f"{years_as_written(year)}-{month:02}" for month in months}
    return tuple(
        MonthView(
            number=month,
            anchor=month_anchor(names[month]),
            name=period_in_words(names[month], language),
            weeks=_weeks(year, month, counts) if counts.has_days(year, month) else (),
            weekdays=Day(year, month, 1) >= FIRST_GREGORIAN_DAY,
            dated=sum(counts.by_month.get((year, month), {}).values()),
            imprecise=loose.of(names[month]),
            going_on=loose.going_on(names[month]),
            quiet_before=_quiet_months(before, month, language),
        )
        for before, month in zip([None, *months], months, strict=False)
    )


def _weeks(year: int, month: int, counts: _Counts) -> tuple[tuple[DayCell | None, ...], ...]:
    found, named = counts.by_month.get((year, month), {}), counts.going_on.get((year, month), {})
    first = Day(year, month, 1)
    cells: list[DayCell | None] = [None] * (first.weekday() if first >= FIRST_GREGORIAN_DAY else 0)
    for number in range(1, days_of_month(year, month) + 1):
        count, going_on = found.get(number, 0), named.get(number, 0)
        address = addresses.day_address(Day(year, month, number)) if count or going_on else ""
        cells.append(DayCell(number, address, count, counts.level(count) if count else 0, going_on))
    cells += [None] * (-len(cells) % 7)
    return tuple(tuple(cells[start : start + 7]) for start in range(0, len(cells), 7))


def _quiet_years(before: int | None, year: int, language: Language) -> str:
    if before is None or year - before == 1:
        return ""
    first, last = before + 1, year - 1
    return _no_event(year_in_words(first, language), year_in_words(last, language), language)


def _quiet_months(before: int | None, month: int, language: Language) -> str:
    """Return the months between two that have events, in words; month numbers are from 1 to 12."""
    if before is None or month - before == 1:
        return ""
    return _no_event(language.month(before + 1), language.month(month - 1), language)


def _no_event(first: str, last: str, language: Language) -> str:
    if first == last:
        return language.gettext("%(time)s: no event.", time=first)
    return language.gettext("%(first)s to %(last)s: no event.", first=first, last=last)


# --- all years at a glance -------------------------------------------------------------------------------------------


def _overview(years: tuple[YearView, ...], language: Language) -> OverviewView:
    if len(years) <= _YEARS_BY_MONTH:
        # Months without anything in any year are left out, so that a phone has room for the others.
        months = sorted({month.number for year in years for month in year.months})
        columns = tuple((language.month(month, short=True), language.month(month)) for month in months)
        labels = [short for short, _ in columns]
        return OverviewView(
            caption=language.gettext("Events by year and month"),
            columns=columns,
            has_rest=any(year.imprecise.count for year in years),
            rows=tuple(_row_of_months(year, months, labels, language) for year in years),
        )
    by_decade: defaultdict[int, list[YearView]] = defaultdict(list)
    for year in years:
        by_decade[DECADE.index_of(Day(year.number, 1, 1))].append(year)
    columns = tuple((f"…{last}", language.gettext("Year ending in %(digit)s", digit=last)) for last in range(_DECADE))
    labels = [short for short, _ in columns]
    return OverviewView(
        caption=language.gettext("Events by decade and year"),
        columns=columns,
        has_rest=False,
        rows=tuple(_row_of_years(decade, found, labels, language) for decade, found in by_decade.items()),
    )


def _row_of_months(year: YearView, months: Sequence[int], labels: Sequence[str], language: Language) -> OverviewRow:
    found = {month.number: month for month in year.months}
    head = Link(year.name, f"days/#{year.anchor}")
    cells = tuple(_cells(labels, [found.get(month) for month in months], language))
    return OverviewRow(head, cells, year.imprecise.count, year.count)


def _cells(
    labels: Sequence[str], told: Sequence[MonthView | YearView | None], language: Language
) -> Iterator[OverviewCell]:
    """Yield the cells of a row; those beside each other in which only something goes on are one."""
    pairs = list(zip(labels, told, strict=True))
    for goes_on, group in groupby(pairs, lambda pair: pair[1] is not None and not pair[1].count):
        some = list(group)
        if goes_on and some[0][1] is not None:
            heads = dict.fromkeys((some[0][0], some[-1][0]))
            link = Link(language.pgettext("cell of a calendar", "going on"), f"days/#{some[0][1].anchor}")
            yield OverviewCell("–".join(heads), link, len(some))
            continue
        for label, one in some:
            number = None if one is None else Link(language.number(one.count), f"days/#{one.anchor}", one.name)
            yield OverviewCell(label, number)


def _row_of_years(decade: int, years: Iterable[YearView], labels: Sequence[str], language: Language) -> OverviewRow:
    cells: list[YearView | None] = [None] * _DECADE
    found = tuple(years)
    for year in found:
        told = year.number if year.number > 0 else 1 - year.number  # 431 BCE is -430
        cells[told % _DECADE] = year
    name = DECADE.words(decade, language) if decade < 0 else ""
    name = name or language.pgettext("decade", "%(year)ss", year=str(max(1, decade * _DECADE)))
    head = Link(name, f"days/#{found[0].anchor}")
    return OverviewRow(head, tuple(_cells(labels, cells, language)), 0, sum(year.count for year in found))

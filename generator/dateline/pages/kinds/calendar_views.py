"""What the calendar shows: years with their months, eras, what has no certain day, and all years at a glance."""

from dataclasses import dataclass
from typing import ClassVar, Final

from dateline.pages.shared.views import Link
from dateline.pages.wording.sections import DAYS

_GRIDS_AT_ONCE: Final = 6
_MONTHS_AT_ONCE: Final = 12


@dataclass(frozen=True, slots=True)
class DayCell:
    """A day of a month's grid; `level` from 1 to 4 compares its count with the fullest day's, 0 is no event.

    `going_on` is how many events were on then and are counted elsewhere.
    """

    number: int
    address: str
    count: int
    level: int
    going_on: int = 0


@dataclass(frozen=True, slots=True)
class LooseView:
    """Events of no certain day, or that went on: the first few, how many there are, and the page where all stand."""

    links: tuple[Link, ...]
    count: int
    address: str

    @property
    def rest(self) -> int:
        """How many are not listed."""
        return self.count - len(self.links)


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month: its weeks from Monday to Sunday, None for days of other months, and its imprecise events.

    `weekdays` is false where no source may be thought to have given them; then its rows are of seven days each.
    """

    number: int
    anchor: str
    name: str
    weeks: tuple[tuple[DayCell | None, ...], ...]
    weekdays: bool
    dated: int
    imprecise: LooseView
    going_on: LooseView
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
    going_on: LooseView
    quiet_before: str
    folded: bool

    @property
    def count(self) -> int:
        """How many events stand under the year."""
        return sum(month.count for month in self.months) + self.imprecise.count


@dataclass(frozen=True, slots=True)
class EraView:
    """A decade or a longer time, with the events of no certain year in it."""

    name: str
    anchor: str
    imprecise: LooseView
    going_on: LooseView


@dataclass(frozen=True, slots=True)
class OverviewCell:
    """A cell of the overview, or several beside each other in which only something earlier goes on, as one."""

    label: str
    """The heads of its columns."""
    link: Link | None
    span: int = 1


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """A row of the overview: a year by months, or a decade by years."""

    head: Link
    cells: tuple[OverviewCell, ...]
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

    template: ClassVar[str] = "days"
    address: ClassVar[str] = DAYS.address
    title: ClassVar[str] = DAYS.name
    edit_path: ClassVar[None] = None
    years: tuple[YearView, ...]
    eras: tuple[EraView, ...]
    wide: LooseView
    undated: LooseView
    overview: OverviewView
    count: int
    dated: int
    days: int

    @property
    def months(self) -> tuple[MonthView, ...]:
        """The months in which some event is, of a certain day or of none, or goes on."""
        return tuple(month for year in self.years for month in year.months)

    @property
    def grids(self) -> tuple[MonthView, ...]:
        """The months in which some event has a certain day, or goes on on one."""
        return tuple(month for month in self.months if month.weeks)

    @property
    def has_going_on(self) -> bool:
        """Whether a day is marked because something was going on."""
        return any(
            cell and cell.going_on and not cell.count for month in self.grids for week in month.weeks for cell in week
        )

    @property
    def is_small(self) -> bool:
        """Whether all months fit on a page about something else."""
        return len(self.grids) <= _GRIDS_AT_ONCE and len(self.months) <= _MONTHS_AT_ONCE

    @property
    def imprecise(self) -> int:
        """How many events have no certain day."""
        return self.count - self.dated

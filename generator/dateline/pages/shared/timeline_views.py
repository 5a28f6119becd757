"""A timeline as it is drawn: its lanes, what is counted in a bin, what is drawn alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from dateline.ground.dates import Edtf, Meaning
from dateline.ground.languages import ENGLISH, Language, marked
from dateline.pages.shared.time_units import Unit
from dateline.pages.wording import units


@dataclass(frozen=True, slots=True)
class Moment:
    """Something to be placed in time, with where it stands: an event, or a report on the day of its publication."""

    when: Edtf
    title: str
    address: str
    disputed: bool
    is_event: bool = True
    lang: str = ""
    """The language of the title, and the way that it is written, where it is not that of the site."""
    dir: str = ""
    is_bound: bool = False
    """Whether the date is only the last on which it can have been."""


@dataclass(frozen=True, slots=True)
class BinView:
    """A bin with its counts; `doubtful` are about or perhaps of that day, `both` of these are disputed too."""

    index: int
    name: str
    label: str
    address: str
    count: int
    disputed: int
    doubtful: int
    both: int

    @property
    def plain(self) -> int:
        """How many are neither disputed nor doubtful."""
        return self.count - self.disputed - self.doubtful + self.both

    @property
    def told(self) -> str:
        """How many they are, and of what kind, in words."""
        return self.label.removeprefix(f"{self.name}: ")


@dataclass(frozen=True, slots=True)
class PointView:
    """A turning point, named above the axis: its time there, and the bin in which it is counted, if it is in one."""

    at: tuple[int, int]
    """The first second of what its line leads to, and the one after the last."""
    bin: int | None
    name: str
    label: str
    address: str
    disputed: bool


Stretch: TypeAlias = tuple[int | None, int | None]
"""The first second, and the one after the last; None where it is open."""


@dataclass(frozen=True, slots=True)
class SpanView:
    """Dates that fit into no bin: one, or several that would otherwise lie too close.

    `stretches` has the first second of each member of a set, otherwise of the whole, and the one
    after the last; None where open.  `marked` says of each whether it is about then, perhaps, or at the latest.
    """

    stretches: tuple[Stretch, ...]
    name: str
    label: str
    when: str
    address: str
    count: int
    disputed: int
    marked: tuple[bool, ...]
    meaning: Meaning = Meaning.DOUBT
    means: str = ""
    """What its date says of its days, in words; empty where `when` says it already."""
    lang: str = ""
    """The language of the name, and the way that it is written, where it is not that of the site."""
    dir: str = ""

    @property
    def is_set(self) -> bool:
        """Whether it is several stretches, joined by a line."""
        return len(self.stretches) > 1

    @property
    def form(self) -> str:
        """What tells it apart from the others, disputed or not: it lasts, is on each of several days, or is within."""
        return {Meaning.LASTS: "lasts", Meaning.EACH: "each"}.get(self.meaning, "within")


@dataclass(frozen=True, slots=True)
class LaneView:
    """One clock: when it happened, or when it was said."""

    title: str
    counted: str
    """What it counts: events, or reports."""
    bins: tuple[BinView, ...]
    spans: tuple[SpanView, ...]

    @property
    def count(self) -> int:
        """How many moments the lane shows."""
        return sum(one.count for one in self.bins) + sum(one.count for one in self.spans)

    @property
    def most(self) -> int:
        """How many moments the fullest bin has."""
        return max((one.count for one in self.bins), default=0)

    @property
    def imprecise(self) -> int:
        """How many of them are spans."""
        return sum(one.count for one in self.spans)


@dataclass(frozen=True, slots=True)
class TimelineView:
    """A timeline: lanes on one axis, made of stretches of bins, first and last."""

    title: str
    heading: str
    description: str
    unit: Unit
    unit_name: str
    stretches: tuple[tuple[int, int], ...]
    lanes: tuple[LaneView, ...]
    points: tuple[PointView, ...] = ()
    """The turning points, in the order of time."""

    @property
    def bins(self) -> tuple[BinView, ...]:
        """The bins of all lanes."""
        return tuple(one for lane in self.lanes for one in lane.bins)

    @property
    def spans(self) -> tuple[SpanView, ...]:
        """The spans of all lanes."""
        return tuple(one for lane in self.lanes for one in lane.spans)

    def keys(self, language: Language = ENGLISH) -> tuple[tuple[str, str], ...]:
        """Return what each form of mark in this timeline means, by its name."""
        bins, spans = self.bins, self.spans
        marks: tuple[BinView | SpanView, ...] = (*bins, *spans)
        are_doubtful = any(one.doubtful for one in bins) or any(any(one.marked) for one in spans)
        forms: tuple[tuple[str, str, bool], ...] = (
            ("point", marked("a turning point"), bool(self.points)),
            ("plain", marked("something is told of then"), bool(bins)),
            (
                "disputed",
                marked("in dispute: open, or settled in part only; a turning point is hollow then"),
                any(one.disputed for one in marks),
            ),
            ("doubtful", marked("about then, perhaps, or at the latest"), are_doubtful),
            ("lasts", marked("lasts, from its first day to its last"), any(one.form == "lasts" for one in spans)),
            ("each", marked("on each of several days"), any(one.form == "each" for one in spans)),
            ("span", units.OF_NO_UNIT[self.unit_name], any(one.form == "within" for one in spans)),
            ("open", marked("open on one side"), any(None in ends for one in spans for ends in one.stretches)),
            ("set", marked("one of several dates"), any(one.is_set and one.form == "within" for one in spans)),
            (
                "break",
                marked("a quiet stretch, left out; a bar with this mark is longer than drawn"),
                len(self.stretches) > 1,
            ),
        )
        return tuple((form, language.gettext(meaning)) for form, meaning, is_there in forms if is_there)


Lane: TypeAlias = tuple[str, str, Sequence[Moment]]
"""A title, what is counted, and the moments."""

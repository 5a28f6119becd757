"""What a date is: its meaning, the days that it may cover, and where among the others it stands."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from dateline.ground.dates.civil_day import EARLIEST, LATEST, Day
from dateline.ground.dates.instants import Instant
from dateline.ground.dates.periods import Precision, period_of

# Spelled out, because calendar.month_name follows the machine's locale.
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Meaning(StrEnum):
    """What a date says of the days that it covers."""

    POINT = "point"
    """It was on this one day."""
    LASTS = "lasts"
    """It was going on from the first of them to the last."""
    EACH = "each"
    """It was on each of these days and no other."""
    DOUBT = "doubt"
    """It was some time within."""


_BEFORE_ALL: Final = 10**19
"""Makes a number of seconds that sorts as text of any."""


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date with its meaning and its bounds.

    `earliest` and `latest` are the first and last day that it may cover, both included;
    None where the date is open on that side.  `begin` and `end` are the two sides of a span
    or of a range, each None where open; `members` are those of a set.
    """

    text: str
    earliest: Day | None
    latest: Day | None
    meaning: Meaning
    begin: "Edtf | None" = None
    end: "Edtf | None" = None
    members: "tuple[Edtf, ...]" = ()
    calendar: str | None = None
    """The calendar that its text is of; None for the Gregorian one. The bounds are Gregorian days in any case."""
    instant: Instant | None = None
    """The time of day that it names; the days are then those of the clock that it is told by."""
    named: Precision | None = None
    """The unit that it is called by though it may end after it: a winter is of the year in which it begins."""

    def __str__(self) -> str:
        """Return the EDTF text, with its calendar if that is not the Gregorian one."""
        return f"{self.text} ({self.calendar})" if self.calendar else self.text

    @property
    def approximate(self) -> bool:
        """Whether the date is marked, in whole or in part, as about right (~ or %)."""
        return "~" in self.text or "%" in self.text

    @property
    def uncertain(self) -> bool:
        """Whether the date is marked, in whole or in part, as doubtful (? or %)."""
        return "?" in self.text or "%" in self.text

    @property
    def is_marked(self) -> bool:
        """Whether any of it is marked as about right or as doubtful."""
        return self.approximate or self.uncertain

    @property
    def precision(self) -> Precision:
        """The shortest calendar unit that holds every day that the date may cover."""
        first, last = self._filed_from, self.latest
        if first is None or last is None:
            return Precision.LONGER
        if first == last:  # as of nearly all
            return Precision.DAY
        return next(unit for unit in Precision if period_of(first, unit) == period_of(last, unit))

    @property
    def _filed_from(self) -> Day | None:
        """The first day; of 000X and 00XX, which EDTF begins with the year 0, that of the year 1."""
        first, last = self.earliest, self.latest
        is_first = first is not None and last is not None and first.year == 0 < last.year
        return Day(1, 1, 1) if is_first and "X" in self.text else first

    @property
    def filed(self) -> "Edtf":
        """The date under which it is filed: what lasts, under its beginning; what was on several days, under the first.

        Of what lasted until a known day from an unknown one, it is that last day.
        """
        if self.meaning is Meaning.LASTS:
            return self.begin or self.end or self
        if self.meaning is Meaning.EACH:
            return min((_first_of(member) for member in self.members), key=lambda member: member.order)
        return self

    @property
    def period(self) -> str:
        """The unit under which it is filed: "2017-11-17", "2017-11", "2017", "20xx", "2xxx", or "" if none holds it."""
        filed = self.filed
        if filed.named is None and filed.earliest is not None and filed.earliest == filed.latest:
            return filed.earliest.isoformat()  # as of nearly all
        first = filed._filed_from  # noqa: SLF001 - its own
        return period_of(first, filed.named or filed.precision) if first is not None else ""

    @property
    def day(self) -> Day | None:
        """The day under which it is filed, a mark of doubt (~ ? %) left aside; None if that is a longer time."""
        filed = self.filed
        return filed.earliest if filed.earliest is not None and filed.earliest == filed.latest else None

    @property
    def candidates(self) -> "tuple[Edtf, ...]":
        """The members of a set, each a date of its own; otherwise the date itself."""
        return self.members or (self,)

    @property
    def certain(self) -> tuple[tuple[Day, Day], ...]:
        """The stretches of days, first and last, on which it was without doubt.

        What lasts from May to July lasts from the first of May to the last of July.  What is
        open, has an unspecified digit or a mark of doubt has none.
        """
        if self.meaning is Meaning.EACH:
            # Of "each month from May to July" no day is certain.
            days = [one for one in self.members if one.meaning is Meaning.POINT or _are_days(one.begin, one.end)]
            return tuple(stretch for member in days for stretch in member.certain)
        # An hour, or some time from 14:00 to 15:00, is of a certain day.
        is_in_doubt = self.meaning is Meaning.DOUBT and not (self.has_times and self.earliest == self.latest)
        if is_in_doubt or self.is_marked or "X" in self.text:
            return ()
        return ((self.earliest, self.latest),) if self.earliest is not None and self.latest is not None else ()

    @property
    def has_times(self) -> bool:
        """Whether it names any time of day."""
        return "T" in self.text

    @property
    def began(self) -> tuple[int, int] | None:
        """The first and the last second in which it may have begun; None unless it says so to the hour or better."""
        if self.instant is not None:
            return (self.instant.first, self.instant.last)
        if self.meaning is Meaning.LASTS:
            return self.begin.began if self.begin is not None else None
        if self.begin is not None and self.end is not None:
            first, last = self.begin.began, self.end.began
            return (first[0], last[1]) if first is not None and last is not None else None
        began = [member.began for member in self.members if self.has_times]
        known = [one for one in began if one is not None]
        if not known or len(known) < len(began):
            return None
        return min(known) if self.meaning is Meaning.EACH else (min(known)[0], max(one[1] for one in known))

    @property
    def ended(self) -> tuple[int, int] | None:
        """The first and the last second in which it may have ended; None unless it says so to the hour or better."""
        if self.meaning is not Meaning.LASTS:
            return self.began
        return self.end.ended if self.end is not None else None

    @property
    def order(self) -> tuple[Day, Day, str]:
        """A sort key: by first possible day, then by last, then by the time of day, then by text."""
        began = self.began if self.has_times else None
        key = f"T{began[0] + _BEFORE_ALL:020} {self.text}" if began else self.text
        return (self.earliest or EARLIEST, self.latest or LATEST, key)

    def may_be(self, day: Day) -> bool:
        """Return whether the date may cover `day`."""
        return (self.earliest or EARLIEST) <= day <= (self.latest or LATEST)


def _are_days(*sides: Edtf | None) -> bool:
    return all(side is not None and side.meaning is Meaning.POINT for side in sides)


def _first_of(member: Edtf) -> Edtf:
    """Return the beginning of a range in a set of all, or a member that is no range."""
    return member.filed if member.meaning is Meaning.LASTS else member


def some_time(first: Day | None, last: Day | None) -> Edtf:
    """Return the date of what was some time from a day to a day, of whatever years; None where it is open.

    EDTF writes no days of the year 10000, in which the winter of 9999 ends.
    """
    begin, end = (None if day is None else Edtf(str(day), day, day, Meaning.POINT) for day in (first, last))
    inside = f"{begin.text if begin else ''}..{end.text if end else ''}"
    range_ = Edtf(inside, first, last, Meaning.DOUBT, begin, end)
    return Edtf(f"[{inside}]", first, last, Meaning.DOUBT, members=(range_,))


UNDATED: Final = Edtf("", None, None, Meaning.DOUBT)
"""The date of what nobody can date; no file has it as text."""

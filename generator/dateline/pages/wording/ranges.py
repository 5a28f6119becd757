"""What several counts of one thing amount to, in words: "24 to about 50, 6 counts of different periods"."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from dateline.ground.languages import ENGLISH, Language, marked
from dateline.pages.wording.words import number_in_words
from dateline.records.quantities import PLAIN, CountedIn


@dataclass(frozen=True, slots=True)
class Count:
    """One number, or two bounds of it; None where a bound is left open."""

    low: float | Decimal | None
    high: float | Decimal | None
    is_about: bool = False
    above: int | None = None
    """The number that it is said to be above, where that is all that is said."""


@dataclass(frozen=True, slots=True)
class End:
    """An end of a range: its number, whether that is only about right, and whether whoever names it leaves it open."""

    number: float | Decimal
    is_about: bool
    is_open: bool
    above: int | None = None
    """The number that is told instead, as one that it is above."""

    @property
    def form(self) -> str:
        """Return how it is told."""
        if self.above is not None:
            return "exact"
        return "open" if self.is_open else "about" if self.is_about else "exact"


@dataclass(frozen=True, slots=True)
class Range:
    """From the lowest to the highest number that anybody names."""

    low: End
    high: End


def range_of(counts: Iterable[Count]) -> Range | None:
    """Return the range of all numbers that the counts name; None where they name none.

    An end is open only where the count that names its number leaves it open: "at least 25" beside "about 50" are 25
    to about 50, beside "about 20" they are about 20 to 25 or more.
    """
    stated = [one for one in counts if one.low is not None or one.high is not None]
    if not stated:
        return None
    least, most = min(map(_lower, stated)), max(map(_upper, stated))
    lowest = [one for one in stated if _lower(one) == least]
    highest = [one for one in stated if _upper(one) == most]
    return Range(
        _end(least, lowest, is_open=any(one.low is None for one in lowest)),
        _end(most, highest, is_open=any(one.high is None for one in highest)),
    )


def _end(number: float | Decimal, named_by: list[Count], *, is_open: bool) -> End:
    above = {one.above for one in named_by}
    return End(number, all(one.is_about for one in named_by), is_open, above.pop() if len(above) == 1 else None)


def _lower(count: Count) -> float | Decimal:
    """Return the lowest number that a count names."""
    return min(bound for bound in (count.low, count.high) if bound is not None)


def _upper(count: Count) -> float | Decimal:
    return max(bound for bound in (count.low, count.high) if bound is not None)


_ONE: Final = {
    ("exact", "exact"): marked("%(low)s"),
    ("about", "about"): marked("about %(low)s"),
    ("exact", "open"): marked("at least %(low)s"),
    ("about", "open"): marked("at least about %(low)s"),
    ("open", "exact"): marked("at most %(high)s"),
    ("open", "about"): marked("at most about %(high)s"),
    ("open", "open"): marked("%(low)s, more or fewer"),
}
"""How one number is told, by its two ends."""
_TWO: Final = {
    ("exact", "exact"): marked("%(low)s to %(high)s"),
    ("exact", "about"): marked("%(low)s to about %(high)s"),
    ("exact", "open"): marked("%(low)s to %(high)s or more"),
    ("about", "exact"): marked("about %(low)s to %(high)s"),
    ("about", "about"): marked("about %(low)s to about %(high)s"),
    ("about", "open"): marked("about %(low)s to %(high)s or more"),
    ("open", "exact"): marked("%(low)s or fewer, to %(high)s"),
    ("open", "about"): marked("%(low)s or fewer, to about %(high)s"),
    ("open", "open"): marked("%(low)s or fewer, to %(high)s or more"),
}


def range_in_words(found: Range, language: Language = ENGLISH, kind: CountedIn = PLAIN) -> str:
    """Return a range as readers see it: "24 to about 50", "30 to 41 km or more", "at least 12"."""
    told = {"low": _number(found.low, kind, language), "high": _number(found.high, kind, language)}
    messages = _ONE if found.low.number == found.high.number else _TWO
    return language.gettext(messages[found.low.form, found.high.form], **told)


def _number(end: End, kind: CountedIn, language: Language) -> str:
    if end.above is None:
        return number_in_words(kind, end.number, language)
    return language.gettext("more than %(low)s", low=number_in_words(kind, end.above, language))


def counts_in_words(count: int, differing: str = "", language: Language = ENGLISH) -> str:
    """Return how many counts there are; where they differ in "period" or in "scope", with that."""
    if differing == "period":
        return language.ngettext("%(count)s count", "%(count)s counts of different periods", count)
    if differing == "scope":
        return language.ngettext("%(count)s count", "%(count)s counts of different scope", count)
    return language.ngettext("%(count)s count", "%(count)s counts", count)


def of_the_whole(found: str, all_counts: str, language: Language = ENGLISH) -> str:
    """Return the range of the longest period, or nothing, before that of all counts."""
    told = language.gettext("for the longest period; with the shorter ones, %(counts)s", counts=all_counts)
    return f"{found} {told}".lstrip()


def range_and_counts(
    found: Range, count: int, differing: str = "", language: Language = ENGLISH, kind: CountedIn = PLAIN
) -> str:
    """Return a range and how many counts it is of: "24 to about 50, 6 counts of different periods"."""
    told = range_in_words(found, language, kind)
    if differing == "period":
        return language.ngettext(
            "%(range)s, %(count)s count", "%(range)s, %(count)s counts of different periods", count, range=told
        )
    if differing == "scope":
        return language.ngettext(
            "%(range)s, %(count)s count", "%(range)s, %(count)s counts of different scope", count, range=told
        )
    return language.ngettext("%(range)s, %(count)s count", "%(range)s, %(count)s counts", count, range=told)

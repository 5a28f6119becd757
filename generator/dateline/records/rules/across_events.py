"""Contradictions between claims of several events: holders of a place, who is there and who is not, and figures.

What is compared are the days on which something was so for certain: the one day, every day from the first of what
lasts to the last, each of several days.  Where the day is open, marked as doubtful or only bounded by a publication,
nothing collides for certain.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Final, TypeVar

from dateline.ground.dates import Day, lie_apart
from dateline.records.chronology import Chronology, ClaimInContext
from dateline.records.quantities import Bound, comparable_bounds, thing_counted
from dateline.records.rules.attribution import opposes, supports, unretracted
from dateline.records.rules.collisions import MOST_TOLD, Collision, Contradiction
from dateline.records.types import Control, Figure

_HOW_MUCH: Final = {"part": 1, "contested": 1, "most": 2, "besieged": 3, "full": 3}
"""How much of a place an extent is, at least: who has more of it also has less."""
_MOST_OF_IT: Final = frozenset({"full", "most", "besieged"})
"""Extents of which two holders cannot both have one; who is besieged holds what is surrounded."""


@dataclass(frozen=True, slots=True)
class _Span:
    """A claim with days on which it was so for certain; `number` keeps the order of the events."""

    number: int
    first: Day
    last: Day
    claim: ClaimInContext


@dataclass(frozen=True, slots=True)
class _Holding(_Span):
    """That somebody holds a place or, where the claim is only denied or doubted, does not."""

    control: Control
    is_denied: bool


@dataclass(frozen=True, slots=True)
class _Count(_Span):
    """A figure that somebody gives."""

    figure: Figure
    system: str
    low: Bound
    high: Bound


S = TypeVar("S", bound=_Span)


def colliding_holders(chronology: Chronology) -> Iterator[Contradiction]:
    """Compare claims of control over one place on one day, within an event and between events."""
    places: defaultdict[str, list[_Holding]] = defaultdict(list)
    for holding in _holdings(chronology):
        places[holding.control.place].append(holding)
    found: list[tuple[Day, str, _Holding, _Holding]] = []
    for place, holdings in places.items():
        groups = _grouped(holdings, lambda one: (one.control.holder, one.control.extent, one.is_denied))
        pairs = _at_most(_meetings(groups, lambda one, other: _exclude_each_other(chronology, one, other)))
        found += [
            (max(one.first, other.first), place, one, other) for one, other in pairs if not _at_other_hours(one, other)
        ]
    for _, place, one, other in sorted(found, key=lambda pair: (*pair[:2], pair[2].number, pair[3].number)):
        if one.is_denied or other.is_denied:
            about = f"'{one.control.holder}' is said to hold '{place}', and not to, on one day"
            yield Contradiction(Collision.PRESENCE, one.claim, other.claim, about)
        else:
            about = f"two holders are named for '{place}' on one day"
            yield Contradiction(Collision.HOLDERS, one.claim, other.claim, about)


def _at_most(pairs: Iterable[tuple[S, S]]) -> Iterator[tuple[S, S]]:
    """Yield pairs, of any two events the first ones only: claims that all collide would fill the memory."""
    told: Counter[tuple[str, str]] = Counter()
    for one, other in pairs:
        events = one.claim.event.id, other.claim.event.id
        told[events] += 1
        if told[events] <= MOST_TOLD:
            yield one, other


def _at_other_hours(one: _Holding, other: _Holding) -> bool:
    """Return whether both are told to the hour, or better, and the one was over before the other."""
    dates = one.claim.compared, other.claim.compared
    return all(when.has_times for when in dates) and lie_apart(*dates)


def _holdings(chronology: Chronology) -> Iterator[_Holding]:
    numbers = count()
    for event in chronology.events.values():
        for claim in event.claims:
            reports = unretracted(chronology, claim) if claim.control is not None else []
            is_asserted = any(map(supports, reports))
            if claim.control is not None and (is_asserted or any(map(opposes, reports))):
                context = ClaimInContext(event, claim)
                for first, last in context.compared.certain:
                    yield _Holding(next(numbers), first, last, context, claim.control, not is_asserted)


def _grouped(spans: Iterable[S], key: Callable[[S], object]) -> list[list[S]]:
    """Group spans that are alike in all that decides whether they exclude others; each group in the order of days."""
    groups: defaultdict[object, list[S]] = defaultdict(list)
    for span in sorted(spans, key=lambda one: (one.first, one.number)):
        groups[key(span)].append(span)
    return list(groups.values())


def _meetings(groups: list[list[S]], exclude: Callable[[S, S], bool]) -> Iterator[tuple[S, S]]:
    """Yield each pair of spans that share a day, of groups that exclude each other, the one named first before."""
    for index, group in enumerate(groups):
        for other in groups[index + 1 :]:
            if exclude(group[0], other[0]):
                yield from _overlapping(group, other)


def _overlapping(group: list[S], other: list[S]) -> Iterator[tuple[S, S]]:
    """Sweep over the days of two groups."""
    running: tuple[list[S], list[S]] = ([], [])
    for side, span in sorted(
        [*((0, one) for one in group), *((1, one) for one in other)], key=lambda each: (each[1].first, each[1].number)
    ):
        across = [one for one in running[1 - side] if one.last >= span.first]
        running[1 - side][:] = across
        yield from ((one, span) if one.number < span.number else (span, one) for one in across)
        running[side].append(span)


def _exclude_each_other(chronology: Chronology, one: _Holding, other: _Holding) -> bool:
    """Return whether two claims about who holds a place cannot both be true.

    Two holders exclude each other where one has all of the place, or both have most of it, and they are no allies.
    Allies are those whom anybody places on the same side; a unit and the force that it is part of inherit one
    another's.  That a holder has so much excludes that it has not, or not even less.
    """
    if one.is_denied or other.is_denied:
        denied, held = (one, other) if one.is_denied else (other, one)
        is_of_one = one.control.holder == other.control.holder and not held.is_denied
        return is_of_one and _HOW_MUCH[held.control.extent] >= _HOW_MUCH[denied.control.extent]
    extents = {one.control.extent, other.control.extent}
    if one.control.holder == other.control.holder or not ("full" in extents or extents <= _MOST_OF_IT):
        return False
    side = chronology.said_sides.get(one.control.holder)
    return not side or side != chronology.said_sides.get(other.control.holder)


def differing_figures(chronology: Chronology) -> Iterator[Contradiction]:
    """Compare figures of one measure, owner, object and scope that events give for one place on one day.

    They cannot both be true of one thing; of two things of a day they can.
    """
    groups: defaultdict[tuple[str, ...], list[_Count]] = defaultdict(list)
    for place, counted in _counts(chronology):
        figure = counted.figure
        thing = thing_counted(chronology.masthead.vocabulary, figure) or ""
        key = (place, figure.measure, figure.of or "", thing, figure.scope or "", counted.system)
        groups[key].append(counted)
    found = []
    for (place, *_), counts in groups.items():
        alike = _grouped(counts, lambda one: (one.low, one.high, one.claim.event.id))
        found += [(place, one, other) for one, other in _meetings(alike, _exclude_figures)]
    for place, one, other in sorted(found, key=lambda pair: (pair[1].number, pair[2].number, pair[0])):
        about = f"figures of '{one.figure.measure}' at '{place}' on one day cannot both be true"
        yield Contradiction(Collision.FIGURES, one.claim, other.claim, about)


def _counts(chronology: Chronology) -> Iterator[tuple[str, _Count]]:
    numbers = count()
    for event in chronology.events.values():
        for claim in event.claims if event.places else ():
            if not any(report.figures for report in claim.reports):
                continue
            figures = [figure for one in filter(supports, unretracted(chronology, claim)) for figure in one.figures]
            for figure in figures:
                if figure.of is None or figure.approximate:
                    continue
                bounds = comparable_bounds(chronology.masthead.vocabulary, figure)
                of_claim = ClaimInContext(event, claim)
                for first, last in of_claim.compared.certain:
                    for role in event.places:
                        yield role.place, _Count(next(numbers), first, last, of_claim, figure, *bounds)


def _exclude_figures(one: _Count, other: _Count) -> bool:
    if one.claim.event.id == other.claim.event.id:
        return False
    return _is_below(one, other) or _is_below(other, one)


def _is_below(one: _Count, other: _Count) -> bool:
    return one.high is not None and other.low is not None and one.high < other.low

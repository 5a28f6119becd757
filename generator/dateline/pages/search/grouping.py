"""Sources in groups, a document each: one document a source would cost a reader more to load.

A group holds the sources of a publisher and a year.  Where these are too many, the year is
halved, again and again, then a day by a digest of the sources' ids: so a source that is
added changes its own group, and at times parts it in two, and no other.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from dateline.ground.dates import Day
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.records.types import Source

_TOGETHER: Final = 40
"""The most sources in one document: what a browser loads for one result."""

NOBODY: Final = "_"
"""What stands for a publisher who is not known."""
_Placed = tuple[str, str]
"""A source's id behind the bits that tell which half it is in."""


@derivation
def groups_of_sources(edition: Edition) -> Mapping[str, tuple[str, ...]]:
    """Return the ids of the sources of each group by its key: `herald/2017`, or `herald/2017/0110`."""
    return grouped(edition.chronology.sources.values())


def grouped(sources: Iterable[Source]) -> Mapping[str, tuple[str, ...]]:
    """Return the ids of `sources` in groups, by the groups' keys."""
    years: defaultdict[str, list[_Placed]] = defaultdict(list)
    for source in sources:
        day = source.published.earliest
        years[f"{source.publisher or NOBODY}/{day.year if day else ''}"].append((_bits(source), source.id))
    return {f"{year}/{half}" if half else year: ids for year in sorted(years) for half, ids in _halves(years[year], "")}


def source_groups(edition: Edition) -> tuple[str, ...]:
    """Return the keys of the groups, sorted by publisher and date."""
    return tuple(edition.derived(groups_of_sources))


def _halves(placed: Sequence[_Placed], half: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    if len(placed) <= _TOGETHER:
        yield half, tuple(id_ for _, id_ in placed)
        return
    for bit in "01":
        inside = [one for one in placed if one[0][len(half)] == bit]
        if inside:
            yield from _halves(inside, half + bit)


def _bits(source: Source) -> str:
    day = source.published.earliest
    digest = int.from_bytes(hashlib.sha256(source.id.encode()).digest())
    return f"{day.days_since(Day(day.year, 1, 1)) + 1 if day else 0:09b}{digest:0256b}"

"""Long lists in parts: by month, each part folded where the whole would be longer than a screen or two."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from dateline.ground.collation import by_name
from dateline.ground.dates import Edtf, Precision, period_in_words, shortened, unit_of_period
from dateline.ground.languages import ENGLISH, Language
from dateline.pages.shared.views import Link
from dateline.records.types import Actor, Place

Item = TypeVar("Item")
Named = TypeVar("Named", Actor, Place)
_LONGEST_OPEN: Final = 15
_ROWS_FOR_A_NAME: Final = 2
"""So many rows a month has at least, on average, for its name to be worth a line."""


@dataclass(frozen=True, slots=True)
class ListPart(Generic[Item]):
    """Some rows of a list under a name; `open` is whether a reader sees them without asking."""

    name: str
    anchor: str
    items: tuple[Item, ...]
    open: bool
    address: str = ""
    """Where the rows stand, if that is another page; then `items` is empty."""
    elsewhere: int = 0
    """How many rows stand there."""
    named: bool = True
    """Whether its name stands above its rows; where nearly each row had one, the dates of the rows do."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The neighbours of a record in the order of its index."""

    previous: Link | None
    next: Link | None


def in_order_of_names(records: Iterable[Named]) -> list[Named]:
    """Return actors or places as every list that is in no other order has them."""
    return sorted(records, key=lambda record: (by_name(record.name), record.id))


def months_elsewhere(
    dated: Iterable[tuple[Edtf, str]],
    prefix: str,
    address_of: Callable[[str], str],
    language: Language = ENGLISH,
) -> tuple[ListPart[Item], ...]:
    """Return each month of a list that stands on pages of its own, with its place on the first that has some of it.

    What is dated is the key of a page, of which `address_of` says where it is.
    """
    return tuple(
        ListPart(
            month.name,
            month.anchor,
            (),
            open=False,
            address=f"{address_of(month.items[0])}#{month.anchor}",
            elsewhere=len(month.items),
        )
        for month in by_month(dated, prefix, language)
    )


def by_month(
    dated: Iterable[tuple[Edtf, Item]], prefix: str, language: Language = ENGLISH
) -> tuple[ListPart[Item], ...]:
    """Return the items by the month in which they begin, in order; what has no certain month comes last.

    The anchor of a part is `_prefix-2017-11`, which no record's id can be.
    """
    found: defaultdict[str, list[Item]] = defaultdict(list)
    for when, item in dated:
        found[month_of(when)].append(item)
    whole = sum(map(len, found.values()))
    is_sparse = is_short(whole) and whole < _ROWS_FOR_A_NAME * len(found)
    return tuple(
        ListPart(
            month_in_words(month, language),
            f"_{prefix}-{month or 'undated'}",
            tuple(found[month]),
            is_short(whole),
            named=not is_sparse,
        )
        for month in sorted(found, key=lambda month: (not month, month))
    )


def by_note(links: Iterable[Link], prefix: str) -> tuple[ListPart[Link], ...]:
    """Return the links by what their notes say, in the order in which that first occurs."""
    found: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links:
        found[link.note].append(link)
    whole = sum(map(len, found.values()))
    return tuple(
        ListPart(note, f"_{prefix}-{number}", tuple(found[note]), is_short(whole))
        for number, note in enumerate(found, 1)
    )


def is_short(count: int) -> bool:
    """Return whether a list of so many rows is shown without folding it."""
    return count <= _LONGEST_OPEN


def month_in_words(month: str, language: Language = ENGLISH) -> str:
    """Return "2017-11" as "November 2017", "2017" as "Some time in 2017", and "" as what it says."""
    if not month:
        return language.gettext("At no certain time")
    words = period_in_words(month, language)
    return (
        words if unit_of_period(month) is Precision.MONTH else language.gettext("Some time in %(period)s", period=words)
    )


def steps(links: Iterable[Link]) -> dict[str, Neighbours]:
    """Return, by address, what stands before and after each link of an index."""
    row = list(links)
    return {
        link.address: Neighbours(row[place - 1] if place else None, row[place + 1] if place + 1 < len(row) else None)
        for place, link in enumerate(row)
    }


def month_of(when: Edtf) -> str:
    """Return the month in which a date begins, as "2017-11"; "2017", "201x", "20xx" or "" where that is not certain."""
    return shortened(when.period, Precision.MONTH)

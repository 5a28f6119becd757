"""Which rows of a heavy page stand on which of its parts: by year, by month, or by weight alone."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from dateline.ground.dates import Edtf, Precision, order_of_period, period_title, shortened
from dateline.ground.languages import ENGLISH, Language
from dateline.pages.shared.budgets import ROWS, chunks, of_parts, part_name
from dateline.pages.shared.lists import month_in_words, month_of

Item = TypeVar("Item")
_UNDATED: Final = "undated"


@dataclass(frozen=True, slots=True)
class Stretch(Generic[Item]):
    """The rows of one part: its `key` is the end of its address, "2017", "2017-11" or "2017-11/part-2"."""

    key: str
    name: str
    items: tuple[Item, ...]


def stretches(
    dated: Iterable[tuple[Edtf, Item]], budget: int = ROWS, language: Language = ENGLISH
) -> tuple[Stretch[Item], ...]:
    """Return the rows by the years in which they begin; years of more than `budget` by month, months by number.

    Rows of one period keep their order.  What has no certain year comes last.
    """
    years: defaultdict[str, defaultdict[str, list[Item]]] = defaultdict(lambda: defaultdict(list))
    for when, item in dated:
        month = month_of(when)
        years[shortened(month, Precision.YEAR)][month].append(item)
    return tuple(
        stretch
        for year in sorted(years, key=order_of_period)
        for stretch in _of_year(year, years[year], budget, language)
    )


def _of_year(year: str, months: dict[str, list[Item]], budget: int, language: Language) -> Iterable[Stretch[Item]]:
    if sum(map(len, months.values())) <= budget:
        rows = tuple(row for month in sorted(months, key=order_of_period) for row in months[month])
        yield Stretch(year or _UNDATED, period_title(year, language) if year else month_in_words("", language), rows)
        return
    for month in sorted(months, key=order_of_period):
        pages = chunks(months[month], lambda _: 1, budget)
        for number, rows in enumerate(pages, 1):
            key, name = month or _UNDATED, month_in_words(month, language)
            if number > 1:
                key = f"{key}/{part_name(number)}"
            yield Stretch(key, of_parts(name, number, len(pages), language), rows)

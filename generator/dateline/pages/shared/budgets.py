"""How much a page holds before it is told in parts, and which events of a heavy day stand on which."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from dateline.ground.languages import ENGLISH, Language
from dateline.pages.wording import addresses
from dateline.records.chronology import Chronology
from dateline.records.types import Event

Item = TypeVar("Item")

ROWS: Final = 600
"""The most rows of one page of an actor: lines that link to a claim, an event or a source, many with a citation."""
SHORT_ROWS: Final = 1_000
"""The most rows of one page of the index of sources, or of the table of their coverage."""
DAY: Final = 450
"""The most that the events of one page of a day weigh: each two, with one more for each claim and each report."""
PAIR: Final = 80
"""The most that the days of one comparison weigh: each one, with one more for each matter on which both are heard."""

DayParts = dict[str, tuple[tuple[Event, ...], ...]]


def chunks(items: Sequence[Item], weight: Callable[[Item], int], budget: int) -> list[tuple[Item, ...]]:
    """Return the items in order, in chunks of at most `budget`; an item that weighs more stands alone."""
    found: list[list[Item]] = [[]]
    load = 0
    for item in items:
        heavy = weight(item)
        if found[-1] and load + heavy > budget:
            found.append([])
            load = 0
        found[-1].append(item)
        load += heavy
    return [tuple(chunk) for chunk in found]


def load_of(event: Event) -> int:
    """Return how much of a day's budget an event takes."""
    return 2 + len(event.claims) + sum(len(claim.reports) for claim in event.claims)


def day_parts(chronology: Chronology, budget: int = DAY) -> DayParts:
    """Return, for each heavy day, month, year or "open" or "undated", the events of each of its parts, in order."""
    found: defaultdict[str, list[Event]] = defaultdict(list)
    for day, events in chronology.events_by_day.items():
        found[day.isoformat()].extend(events)
    for event in chronology.events.values():
        if event.date.day is None:
            found[addresses.period_of(event.date)].append(event)
    parts = ((period, tuple(chunks(events, load_of, budget))) for period, events in found.items())
    return {period: pages for period, pages in parts if len(pages) > 1}


def part_name(number: int) -> str:
    """Return the end of the address of a part from the second on: "part-2"."""
    return f"part-{number}"


def of_parts(title: str, number: int, count: int, language: Language = ENGLISH) -> str:
    """Return the title of a part: "17 November 2017, part 2 of 3"; where there is one part, the title alone."""
    if count < 2:  # noqa: PLR2004 - no part
        return title
    return language.gettext("%(title)s, part %(number)s of %(count)s", title=title, number=number, count=count)

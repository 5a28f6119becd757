"""What lies between the passages recorded of a source, as far as places can be counted: pages, lines, times, verses.

Only what is certain is told: that verse 2.47.4 lies between 2.47.3 and 2.47.5, and not how many verses 2.47 has.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from dateline.ground.places_as_typed import clock
from dateline.ground.problems import Code, Problem
from dateline.ground.schemes import Scheme, seconds, sides, spot_order
from dateline.records.rules.context import Context
from dateline.records.types import Source

_SLACK: Final = 5
"""So many seconds between two passages are none: a breath is taken."""
_FILLED: Final = re.compile(r"([0-9]{1,6})\s*[-–]\s*([0-9]{1,6})")
_DOTS: Final = frozenset({"."})

_Count = tuple[Any, tuple[int, ...]]
"""What a place is counted in (a chapter's pages, a work's verses), and its numbers there."""
_Counter = Callable[[Any], _Count]


@dataclass(frozen=True, slots=True)
class Gap:
    """What is not recorded: between which places, or before the first and behind the last."""

    index: int
    """Which passage of the record it lies before; of what is behind the last, that one."""
    words: str


def complete_sources_have_no_gaps(context: Context) -> Iterator[Problem]:
    """Where a source's record says that it is complete, nothing is left out between its passages."""
    for source in context.chronology.sources.values():
        if source.coverage == "complete" and source.passages:
            for gap in _gaps(source):
                message = f"the record says that it is complete, and has nothing {gap.words}"
                hint = "record what stands there, if only as unused (blank, silence); or take coverage: complete away"
                steps = ("passages", gap.index, "at")
                yield context.problem(source, steps, Code.PARAGRAPH_UNACCOUNTED, message, hint)


def _gaps(source: Source) -> Iterator[Gap]:
    scheme = source.locators
    order = {passage.at: spot_order(scheme, passage.at) for passage in source.passages}
    places = [(index, one.at) for index, one in enumerate(source.passages) if order[one.at][0] == 0]
    places.sort(key=lambda place: order[place[1]])
    if scheme == "time":
        yield from time_gaps(places)
    elif scheme in _COUNTED:
        yield from counted_gaps(scheme, places)
        yield from _outside(source, places)


def time_gaps(places: Iterable[tuple[int, str]]) -> Iterator[Gap]:
    """Yield the times between ranges; how long it goes on that begins at a time alone, nobody says."""
    reached: float | None = 0.0
    for index, at in places:
        first, last = sides("time", at)
        start, end = seconds(first), seconds(last) if last is not None else None
        if start is not None and reached is not None and start > reached + _SLACK:
            yield Gap(index, f"from {clock(int(reached))} to {first}")
        reached = None if end is None else max(end, reached or 0.0)


def counted_gaps(scheme: Scheme, places: Iterable[tuple[int, str]]) -> Iterator[Gap]:
    """Yield what lies between places that are numbered in one count."""
    reached: dict[Any, tuple[tuple[int, ...], str]] = {}
    for index, at in places:
        _, start, _, end, _ = spot_order(scheme, at)
        (count, first), (last_count, last) = _COUNTED[scheme](start), _ends(scheme, end)
        before = reached.get(count)
        if before is not None and not _follows(scheme, before[0], first):
            yield Gap(index, f"between '{before[1]}' and '{at}'")
        if last_count not in reached or reached[last_count][0] < last:
            reached[last_count] = (last, at)


def _follows(scheme: Scheme, last: tuple[int, ...], first: tuple[int, ...]) -> bool:
    """Return whether nothing that is certain lies between two numbers of one count."""
    if first <= last or first[: len(last)] == last:
        return True
    level = next(level for level, (one, other) in enumerate(zip(last, first, strict=False)) if one != other)
    step, deeper = first[level] - last[level], first[level + 1 :]
    # How many lines stand at the head of a page that no witness speaks, nobody knows.
    return step == 1 and (scheme == "page-line" or all(number <= 1 for number in deeper))


def _outside(source: Source, places: list[tuple[int, str]]) -> Iterator[Gap]:
    """Yield what of the pages that it fills lies before the first passage and behind the last."""
    filled = _FILLED.fullmatch(source.pages or "")
    if filled is None or source.locators != "page" or not places:
        return
    (first, at), (last, end) = places[0], places[-1]
    start = _of_page(spot_order("page", at)[1])[1]
    stop = max(_of_page(spot_order("page", one)[3])[1] for _, one in places)
    if len(start) == 1 and start[0] > int(filled[1]):
        yield Gap(first, f"between page {filled[1]} and '{at}'")
    if len(stop) == 1 and stop[0] < int(filled[2]):
        yield Gap(last, f"behind '{end}' up to page {filled[2]}")


# --- how places are counted -------------------------------------------------------------------------------------------


def _of_page(key: Any) -> _Count:
    """Return a page's count: its Roman or Arabic numbers, those with its letters; a chapter's pages are of one."""
    kind, letters, number, within, _ = key
    return (kind, letters, within >= 0), (number,) if within < 0 else (number, within)


def _of_line(key: Any) -> _Count:
    count, page = _of_page(key[:-1])
    return count, (*page, key[-1])


def _of_verse(key: Any) -> _Count:
    work, *numbers = key
    return work, tuple(number for number, *_ in numbers)


def _of_section(key: Any) -> _Count:
    """Return a section's numbers, where dots part them; others are counted by themselves."""
    texts = [text for is_text, _, text in key if is_text]
    numbers = tuple(number for is_text, number, _ in key if not is_text)
    head = texts[:1] if key and key[0][0] else []
    is_dotted = bool(numbers) and set(texts[len(head) :]) <= _DOTS
    return (tuple(head), ()) if is_dotted else (key, ()), numbers


def _of_folio(key: Any) -> _Count:
    numerals, quire, number, _, side, _ = key
    return f"{quire}{numerals}", (2 * number + (side == "v"),)


_COUNTED: Final[dict[Scheme, _Counter]] = {
    "page": _of_page,
    "page-line": _of_line,
    "verse": _of_verse,
    "section": _of_section,
    "folio": _of_folio,
}


def _ends(scheme: Scheme, key: Any) -> _Count:
    """Return the count and the numbers with which a place ends: a leaf without a side has both."""
    count, numbers = _COUNTED[scheme](key)
    return (count, (numbers[0] + 1,)) if scheme == "folio" and not key[4] else (count, numbers)

"""The days on which editors worked, and what lies so far from all of them that it can only be a slip in the year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.ground.dates import Day, Edtf
from dateline.ground.problems import Code, Problem
from dateline.records.loading import Document
from dateline.records.rules.context import Context, Steps
from dateline.records.types import Record

_GAP: Final = 10
"""After so many years in which nobody worked, a few days more are hardly meant."""
_FEW: Final = 10
"""One in so many files, or a single one, is few."""
_LATER: Final = 5
"""So many years after the last day of work, nothing can have become of a source or a dispute."""
_EARLIER: Final = 100
"""So many years before the last day of work, nobody worked."""


@dataclass(frozen=True, slots=True)
class _Day:
    """A day that a file tells, by what stands there."""

    document: Document
    steps: Steps
    what: str
    when: Edtf
    last: Day


@dataclass(frozen=True, slots=True)
class Work:
    """The days on which sources were read and captured, and records were written, changed and removed."""

    days: tuple[_Day, ...]
    usual: Day | None
    """The last of them, those left out that lie years after all the others and are few."""
    newest: Day | None
    """The same, but the last of all where as many lie behind the years as before them: work was taken up again."""


def work(context: Context) -> Work:
    """Return the days on which editors worked."""
    days = tuple(_days_of_work(context))
    in_order = sorted(days, key=lambda day: day.last)
    before = _before_the_gap(in_order)
    if not before:
        return Work(days, None, None)
    usual, last = in_order[before - 1].last, in_order[-1].last
    is_slip = before > len(in_order) - before or last.year - usual.year >= _EARLIER
    return Work(days, usual, usual if is_slip else last)


def days_are_near_those_of_others(context: Context) -> Iterator[Problem]:
    """No source was read, captured or withdrawn, and no record changed, years after all else, or a century before.

    Nobody asks a clock: a day is held against those of the other records.
    """
    done = context.once(work)
    if done.usual is None or done.newest is None:
        return
    for day in done.days:
        if day.last.year - done.usual.year >= _GAP and day.last > done.usual:
            yield _told(day, f"{_years(done.usual, day.last)} after the last of all others, {done.usual}")
        elif done.usual.year - day.last.year >= _EARLIER:
            yield _told(day, f"{_years(day.last, done.usual)} before the last of all others, {done.usual}")
    for day in _days_of_the_world(context):
        if day.last.year - done.newest.year >= _LATER and day.last > done.newest:
            message = f"{_years(done.newest, day.last)} after the last day of work, {done.newest}"
            yield _told(day, message)


def _told(day: _Day, message: str) -> Problem:
    return Problem(
        day.document.position(day.steps), Code.DAY_FAR_OFF, f"{day.what} {day.when}: {message}", "correct the year"
    )


def _years(first: Day, last: Day) -> str:
    return f"{last.year - first.year:,} years"


def _before_the_gap(in_order: Sequence[_Day]) -> int:
    """Return how many days lie before the years in which nobody worked and behind which few are; all where none do."""
    files = len({day.document.path for day in in_order})
    for at in range(1, len(in_order)):
        if in_order[at].last.year - in_order[at - 1].last.year >= _GAP:
            behind = {day.document.path for day in in_order[at:]}
            if len(behind) <= max(1, files // _FEW):
                return at
    return len(in_order)


def _days_of_work(context: Context) -> Iterator[_Day]:
    graph = context.chronology
    for record in graph.records():
        for index, change in enumerate(record.history):
            yield from _day(context, record, ("history", index, "date"), "the change of", change.date)
    for source in graph.sources.values():
        yield from _day(context, source, ("accessed",), "the source was read on", source.accessed)
        for way, one in source.captures:
            yield from _day(context, source, (*way, "date"), "an archive captured the source on", one.date)
        if source.gone is not None:
            yield from _day(context, source, ("gone", "date"), "the source was gone on", source.gone.date)
    for event in graph.events.values():
        yield from _day(context, event, ("added",), "the record was added on", event.added)
    graveyard = context.corpus.graveyard
    for index, stone in enumerate(graveyard.record.tombstones if graveyard is not None else ()):
        if graveyard is not None and stone.date.latest is not None:
            what = f"{stone.kind} '{stone.id}' was removed on"
            steps: Steps = ("tombstones", index, "date")
            yield _Day(graveyard.document, steps, what, stone.date, stone.date.latest)


def _days_of_the_world(context: Context) -> Iterator[_Day]:
    """Yield the days on which something became of a source or a dispute."""
    for source in context.chronology.sources.values():
        if source.withdrawn is not None:
            yield from _day(context, source, ("withdrawn", "date"), "the source was withdrawn", source.withdrawn.date)
        for index, corrected in enumerate(source.corrected):
            yield from _day(context, source, ("corrected", index, "date"), "the correction of", corrected.date)
        for index, copy in enumerate(source.copies):
            yield from _day(context, source, ("copies", index, "published"), "the copy of", copy.published)
    for dispute in context.chronology.disputes.values():
        if dispute.resolution is not None:
            yield from _day(context, dispute, ("resolution", "date"), "the resolution of", dispute.resolution.date)


def _day(context: Context, record: Record, steps: Steps, what: str, when: Edtf | None) -> Iterator[_Day]:
    if when is not None and when.latest is not None:
        yield _Day(context.chronology.document(record), steps, what, when, when.latest)

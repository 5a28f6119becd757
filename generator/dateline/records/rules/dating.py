"""Rules about days that cannot be, or cannot be sure: calendars, and what was read before it appeared."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.ground.dates import FIRST_GREGORIAN_DAY, Day, Edtf, Meaning, in_words, time_in_words
from dateline.ground.problems import Code, Problem
from dateline.records.chronology import Chronology
from dateline.records.rules.context import Context, Steps
from dateline.records.rules.days_of_work import work
from dateline.records.types import Event, Source

_SEASON: Final = re.compile(r"(?P<year>[0-9]{4})-(?P<code>2[1-9]|3[0-6])[~?%]?")
_LATER_THAN_READ: Final = 5
"""So many years after the last day on which anything was read or changed, a publication can hardly be."""
_LATER_THAN_ALL: Final = 20
"""So many years after every other day, where the records do not tell when anything was read."""


def old_days_name_their_calendar(context: Context) -> Iterator[Problem]:
    """A day before 15 October 1582 says by which calendar it is, if only in a note.

    Until then sources counted by the Julian calendar, or another; a date that does not say
    otherwise is Gregorian, reckoned backwards, and nobody can tell whether the editor has
    converted it.
    """
    for event in context.chronology.events.values():
        if event.date_note is None and event.calendar is None and (day := old_day(event.date)):
            message = f"{day} is before the Gregorian calendar, and nothing says by which calendar it is"
            hint = "add calendar: julian, or what the source dates by; calendar: gregorian if it is converted already"
            yield context.problem(event, ("date",), Code.CALENDAR_UNKNOWN, message, hint)
    for source in context.chronology.sources.values():
        for key, when, note in dates_with_notes(source):
            if note is None and (day := old_day(when)):
                message = f"{day} is before the Gregorian calendar, and nothing says by which calendar it is"
                hint = f'write {key}: {{date: "…", calendar: julian}}, or say in {key}_note that it is converted'
                yield context.problem(source, (key,), Code.CALENDAR_UNKNOWN, message, hint)


def seasons_are_meant(context: Context) -> Iterator[Problem]:
    """A season or a quarter that looks like two years is told to be one, in the source's words or in a note.

    2021-22 is summer 2021 in EDTF, and most people write a fiscal year so, or a term.
    """
    for event in context.chronology.events.values():
        if event.date_wording is None and event.date_note is None and (years := _years_like(event.date)):
            yield _season_or_years(context, event, "date", event.date, years)
    for source in context.chronology.sources.values():
        if source.published_note is None and (years := _years_like(source.published)):
            yield _season_or_years(context, source, "published", source.published, years)


def _season_or_years(context: Context, record: Event | Source, key: str, when: Edtf, years: str) -> Problem:
    message = f"{when} is {in_words(when)}, and looks like two years"
    kept = "date_wording" if key == "date" else "published_note"
    hint = f"write {years} if the years are meant; if it is the season, say so in {kept}"
    return context.problem(record, (key,), Code.SEASON_OR_YEARS, message, hint)


def _years_like(when: Edtf) -> str:
    """Return the years that a season looks like: 2021/2022 for 2021-22; "" for another date."""
    found = _SEASON.fullmatch(when.text) if when.calendar is None else None
    following = int(found["year"]) + 1 if found else 0
    return f"{found['year']}/{following}" if found and f"{following}".endswith(found["code"]) else ""


def seq_agrees_with_the_times(context: Context) -> Iterator[Problem]:
    """The seq of no event puts it before another of its day that was over before it began."""
    for events in context.chronology.events_by_day.values():
        later: tuple[int, Event] | None = None
        for event in events:
            if (began := event.date.began) is None:
                continue
            if later is not None and later[0] > began[1] and later[1].seq is not None:
                yield _against_time(context, later[1], event)
            if later is None or began[0] > later[0]:
                later = (began[0], event)


def _against_time(context: Context, event: Event, earlier: Event) -> Problem:
    message = (
        f"seq {event.seq} puts this ({time_in_words(event.date)}) before '{earlier.id}' ({time_in_words(earlier.date)})"
    )
    hint = "remove seq, since events that have a time stand in its order; or correct the time"
    return context.problem(event, ("seq",), Code.SEQ_AGAINST_TIME, message, hint)


def sources_appear_once(context: Context) -> Iterator[Problem]:
    """The day of a publication is one day, known or not: what lasts is no publication."""
    for source in context.chronology.sources.values():
        published = source.published
        if published.meaning is Meaning.LASTS:
            until = source.accessed.latest if published.latest is None and source.accessed is not None else None
            first, last = published.earliest, published.latest or until
            message = f"'{published}' says that the publication lasted"
            meant = f"[{first.isoformat() if first else ''}..{last.isoformat() if last else ''}]"
            hint = f'write "{meant}" if it appeared on one of these days, with published_note: from what that is known'
            yield context.problem(source, ("published",), Code.BAD_VALUE, message, hint)


def dates_with_notes(source: Source) -> Iterator[tuple[str, Edtf, str | None]]:
    """Yield the dates of a source that an editor may have inferred: the key of each, the date, and its note."""
    yield "published", source.published, source.published_note
    if source.written is not None:
        yield "written", source.written, source.written_note


def old_day(when: Edtf) -> str:
    """Return the first day that a date names, in words, if it is before the Gregorian calendar and names no other."""
    if when.calendar is not None:
        return ""
    parts = [part for part in (when.begin, when.end, *when.members) if part is not None]
    if parts:
        return next((day for part in parts if (day := old_day(part))), "")
    is_old = when.earliest is not None and when.earliest == when.latest and when.earliest < FIRST_GREGORIAN_DAY
    return in_words(when) if is_old else ""


def sources_appear_before_they_are_read(context: Context) -> Iterator[Problem]:
    """No source was read, or captured by an archive, before it appeared; none is of a far future."""
    chronology = context.chronology
    limit = _limit(context)
    for source in chronology.sources.values():
        first = source.published.earliest
        seen: list[tuple[Steps, Edtf | None]] = [(("accessed",), source.accessed)]
        seen += [((*steps, "date"), one.date) for steps, one in source.captures]
        known = [(steps, when.latest) for steps, when in seen if when is not None and when.latest is not None]
        for steps, day in known:
            if first is not None and first > day:
                what = "was read" if steps == ("accessed",) else "was captured by an archive"
                message = f"the source {what} on {day} and appeared {source.published}, later than that"
                yield context.problem(source, steps, Code.READ_BEFORE_PUBLISHED, message, "correct one of the dates")
        if first is not None and not known:
            yield from _of_the_future(context, source, first, limit)


def sources_are_written_before_they_appear(context: Context) -> Iterator[Problem]:
    """No source appeared, or was read where nobody knows when it appeared, before it was written."""
    for source in context.chronology.sources.values():
        begun = source.written.earliest if source.written is not None else None
        is_read = source.published.latest is None and source.accessed is not None
        there, how = (source.accessed, "was read") if is_read else (source.published, "appeared")
        if begun is not None and there is not None and there.latest is not None and begun > there.latest:
            message = f"the source was written {source.written} and {how} {there}, before that"
            yield context.problem(source, ("written",), Code.READ_BEFORE_PUBLISHED, message, "correct one of the dates")


def _of_the_future(context: Context, source: Source, first: Day, limit: tuple[Day | None, int]) -> Iterator[Problem]:
    newest, years = limit
    if newest is None:  # The latest day of the others is asked only for the source that is the latest itself.
        newest = _latest_besides(context.chronology, source)
    if newest is not None and first.year - newest.year >= years and first > newest:
        message = f"the source appeared {source.published}, and the newest day of all other records is {newest}"
        hint = "correct the date; if it is right, say with accessed on which day the source was read"
        yield context.problem(source, ("published",), Code.PUBLISHED_IN_FUTURE, message, hint)


def _limit(context: Context) -> tuple[Day | None, int]:
    """Return the last day on which anything was read or changed, if it is told, and how many years later count."""
    newest = context.once(work).newest
    return newest, _LATER_THAN_READ if newest else _LATER_THAN_ALL


def _latest_besides(chronology: Chronology, source: Source) -> Day | None:
    """Return the last day of the events and the other sources, if this source is the last of all."""
    last = chronology.sources[next(reversed(list(chronology.sources)))]
    if source is not last:
        return None
    others = [one.published for one in chronology.sources.values() if one is not source]
    days = [when.latest or when.earliest for when in (*others, *(event.date for event in chronology.events.values()))]
    return max((day for day in days if day is not None), default=None)

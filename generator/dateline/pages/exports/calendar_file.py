"""data/events.ics: the events that have a certain day, for calendars (iCalendar, RFC 5545)."""

from collections.abc import Iterable, Iterator
from typing import Final

from dateline.ground.dates import Day, Edtf, Meaning, clock_at, day_of_second
from dateline.ground.languages import marked_many
from dateline.pages.exports.export import Holding, LeftOut
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.told_facts import called_then
from dateline.pages.wording import words
from dateline.records.types import Event, Place, Record

CALENDAR_PATH: Final = "data/events.ics"
_YEARS: Final = range(1, 9999)
"""The years of the format; the last is left for the day after."""
_WIDTH: Final = 75
"""The bytes of a line."""
_UNSEEN: Final = (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029)
_ESCAPES: Final = str.maketrans(
    dict.fromkeys(map(chr, _UNSEEN), "") | {"\\": "\\\\", ";": "\\;", ",": "\\,", "\t": "\t", "\n": "\\n"}
)
"""The format has no control characters, and some programs end a line at one."""
_NEVER: Final = Day(1970, 1, 1)
"""When an event was written of which no record tells it: the format asks for a day."""


def calendar_entry(edition: Edition, record: Record) -> str:
    """Return an event as an entry; empty for what is none, or has no certain day."""
    if not isinstance(record, Event) or not (times := _times(record.date)):
        return ""
    graph = edition.chronology
    places = [place for role in record.places if (place := graph.places.get(role.place)) is not None]
    located = [place.spot for place in places if place.spot is not None]
    when = words.when(record, edition.language)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{_text(f'{graph.masthead.feeds}/event/{record.id}')}",
        f"DTSTAMP:{_compact(_written(edition, record))}T000000Z",
        *times,
        f"SUMMARY:{_text(record.title)}",
        f"DESCRIPTION:{_text(f'{when}. {record.summary}' if record.summary else when)}",
        *([f"LOCATION:{_text(', '.join(_named(edition, place, record.date) for place in places))}"] if places else []),
        *([f"GEO:{located[0][1]:.6f};{located[0][0]:.6f}"] if len(located) == len(places) == 1 else []),
        f"CATEGORIES:{_text(edition.term('event_kinds', record.kind))}",
        *([f"URL:{edition.site_url}{edition.shared_address(record)}"] if edition.site_url else []),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]
    return "".join(map(_folded, lines))


def _named(edition: Edition, place: Place, when: Edtf) -> str:
    """Return what a place was called then, or its name with what tells it apart from others."""
    then = called_then(edition, place, when)
    return then if then != place.name else edition.place_name(place.id)


def calendar(edition: Edition, entries: Iterable[str]) -> Iterator[str]:
    """Yield the calendar: what it is called, and its entries."""
    masthead = edition.chronology.masthead
    title = _text(masthead.title)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dateline//Chronology//EN", f"NAME:{title}"]
    told = [f"DESCRIPTION:{_text(masthead.description)}"] if masthead.description else []
    yield from map(_folded, (*lines, f"X-WR-CALNAME:{title}", *told))
    yield from entries
    yield _folded("END:VCALENDAR")


def entries_held(edition: Edition) -> Holding:
    """Return how many events have a certain day, and how many have none."""
    counts = edition.derived(counts_of_entries)
    uncertain = LeftOut(
        counts["uncertain"],
        marked_many(
            "%(count)s event is not in it: a calendar needs a certain day, from the year 1 on.",
            "%(count)s events are not in it: a calendar needs a certain day, from the year 1 on.",
        ),
    )
    return Holding(counts["dated"], marked_many("%(count)s event", "%(count)s events"), (uncertain,))


@derivation
def counts_of_entries(edition: Edition) -> dict[str, int]:
    """Return how many events a calendar has, and how many it has not."""
    events = edition.chronology.events.values()
    dated = sum(bool(_times(event.date)) for event in events)
    return {"dated": dated, "uncertain": len(events) - dated}


def _times(when: Edtf) -> list[str]:
    """Return the lines that say when it was: a time, days, or several of them; none where any of it is in doubt."""
    stretches = when.certain
    days = [day for stretch in stretches for day in stretch]
    if not days or len(stretches) < len(when.candidates) or any(day.year not in _YEARS for day in days):
        return []
    if when.has_times and when.meaning in {Meaning.POINT, Meaning.LASTS} and (timed := _timed(when)):
        return timed
    (first, last), *others = stretches
    if all(one == other for one, other in stretches):
        more = [f"RDATE;VALUE=DATE:{','.join(_compact(day) for day, _ in others)}"] if others else []
        return [f"DTSTART;VALUE=DATE:{_compact(first)}", *more]
    if others:
        return []
    return [f"DTSTART;VALUE=DATE:{_compact(first)}", f"DTEND;VALUE=DATE:{_compact(last.shifted(1))}"]


def _timed(when: Edtf) -> list[str]:
    """Return the beginning, and of what lasts the end, to the second in UTC; nothing where the minute is not known."""
    sides = (when.begin, when.end) if when.meaning is Meaning.LASTS else (when,)
    instants = [side.instant for side in sides if side is not None and side.instant is not None]
    if len(instants) < len(sides) or any(one.is_an_hour for one in instants):
        return []
    moments = [_moment(one.first) for one in instants]
    # An end must come after its beginning: what begins and ends in one minute has none.
    return [f"{name}:{moment}" for name, moment in zip(("DTSTART", "DTEND"), dict.fromkeys(moments), strict=False)]


def _moment(second: int) -> str:
    clock = clock_at(second, to_the_second=True)
    return f"{_compact(day_of_second(second))}T{clock.replace(':', '')}Z"


def _written(edition: Edition, event: Event) -> Day:
    """Return the last day on which the event was changed or added, or a source of it read or published."""
    sources = (edition.chronology.sources.get(one.cite.source) for claim in event.claims for one in claim.reports)
    read = [(one.accessed or one.published).latest for one in sources if one is not None]
    days = [*(change.date.latest for change in event.history), event.added.latest if event.added else None, *read]
    return max((day for day in days if day is not None and day.year in _YEARS), default=_NEVER)


def _compact(day: Day) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(text: str) -> str:
    return text.translate(_ESCAPES)


def _folded(line: str) -> str:
    """Return a line in parts of at most 75 bytes, none of which ends within a letter."""
    parts: list[str] = []
    part, size = "", 0
    for letter in line:
        length = len(letter.encode("utf-8", "surrogatepass"))
        if size + length > _WIDTH:
            parts.append(part)
            part, size = " ", 1
        part, size = part + letter, size + length
    return "\r\n".join((*parts, part)) + "\r\n"

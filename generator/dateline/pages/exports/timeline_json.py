"""data/timeline.json: the events for TimelineJS, which draws a timeline on other people's pages."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Any, Final

from dateline.ground.dates import Day, Edtf, Meaning
from dateline.ground.json_values import compact_json
from dateline.ground.languages import marked_many
from dateline.pages.exports.export import Holding, LeftOut, in_lines
from dateline.pages.exports.table import whole_address
from dateline.pages.shared.derivations import derivation
from dateline.pages.shared.edition import Edition
from dateline.pages.wording import words
from dateline.records.types import Event, Record

TIMELINE_PATH: Final = "data/timeline.json"
_YEARS: Final = range(-271_000, 275_001)
"""The years of the format's human scale (TimelineConfig, TimelineJS 3)."""
_SECONDS: Final = 3
"""The parts of a clock that shows seconds."""


def slide(edition: Edition, record: Record) -> str:
    """Return an event as a slide; empty for what is none, or has no beginning."""
    if not isinstance(record, Event) or (first := _first(record.date)) is None:
        return ""
    told: dict[str, Any] = {"unique_id": record.id, "start_date": _date(first, _begin(record.date))}
    if _is_blurred(record.date):
        told["start_date"] = _common(first, record.date.latest)
    elif record.date.meaning is not Meaning.POINT and _is_drawn(last := record.date.latest) and last is not None:
        told["end_date"] = _date(last, record.date.end)
    address = whole_address(edition, edition.shared_address(record))
    told["display_date"] = escape(words.when(record, edition.language), quote=False)
    told["group"] = escape(edition.term("event_kinds", record.kind), quote=False)
    told["text"] = {
        "headline": f'<a href="{escape(address)}">{escape(record.title)}</a>',
        "text": f"<p>{escape(record.summary)}</p>" if record.summary else "",
    }
    return compact_json(told)


def timeline(edition: Edition, slides: Iterable[str]) -> Iterator[str]:
    """Yield the timeline: what it is called, and the slides, one a line."""
    masthead = edition.chronology.masthead
    text = {"headline": escape(masthead.title), "text": escape(masthead.description or "")}
    yield f'{{"scale": "human", "title": {compact_json({"text": text})}, "events": ['
    yield from in_lines(slides)
    yield "\n]}\n"


def slides_held(edition: Edition) -> Holding:
    """Return how many events it has, how many have no beginning, and of how many the doubt is only in words."""
    counts = edition.derived(counts_of_slides)
    undated = LeftOut(
        counts["undated"],
        marked_many(
            "%(count)s event is not in it: when it began is not known, or too far off.",
            "%(count)s events are not in it: when they began is not known, or too far off.",
        ),
    )
    blurred = LeftOut(
        counts["blurred"],
        marked_many(
            "%(count)s event stands where its date may begin; only its words tell the doubt.",
            "%(count)s events stand where their dates may begin; only their words tell the doubt.",
        ),
    )
    return Holding(counts["drawn"], marked_many("%(count)s event", "%(count)s events"), (undated, blurred))


@derivation
def counts_of_slides(edition: Edition) -> dict[str, int]:
    """Return how many events are drawn, how many of them in doubt, and how many are not."""
    dates = [event.date for event in edition.chronology.events.values()]
    drawn = [when for when in dates if _first(when) is not None]
    return {
        "drawn": len(drawn),
        "undated": len(dates) - len(drawn),
        "blurred": sum(map(_is_blurred, drawn)),
    }


def _first(when: Edtf) -> Day | None:
    return when.earliest if _is_drawn(when.earliest) else None


def _is_drawn(day: Day | None) -> bool:
    return day is not None and day.year in _YEARS


def _is_blurred(when: Edtf) -> bool:
    """Return whether it was some time within more than a day."""
    return when.meaning is Meaning.DOUBT and when.earliest != when.latest


def _begin(when: Edtf) -> Edtf:
    return when.begin if when.meaning is Meaning.LASTS and when.begin is not None else when


def _date(day: Day, told: Edtf | None) -> dict[str, int]:
    found = {"year": _year(day), "month": day.month, "day": day.day}
    if told is not None and told.instant is not None:
        clock = told.instant.clock.split(":")
        found |= {"hour": int(clock[0]), "minute": int(clock[1])}
        found |= {"second": int(clock[2])} if len(clock) == _SECONDS else {}
    return found


def _common(first: Day, last: Day | None) -> dict[str, int]:
    """Return the year, and the month where it is the same for both."""
    if last is not None and (first.year, first.month) == (last.year, last.month):
        return {"year": _year(first), "month": first.month}
    return {"year": _year(first)}


def _year(day: Day) -> int:
    """Return a year as the format's axis names it: -44 is 44 BCE, and there is no year 0."""
    return day.year if day.year > 0 else day.year - 1

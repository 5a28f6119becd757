"""A small chronology with heavy pages: 60 events on a day, 2,000 appearances of an actor, 12 positions in a dispute."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

HEAVY_DAY: Final = "2031-05-01"
EVENTS_OF_THE_DAY: Final = 60
POSITIONS: Final = 12
_OTHER_DAYS: Final = 10
_EVENTS_OF_OTHERS: Final = 25
_REPORTS: Final = 5
_LATE_CLAIM: Final = 3
_MASTHEAD: Final = """title: The long watch
description: A watch that reports everything.
language: en
licence: CC0-1.0
feed_id: tag:dateline.invalid,2026:the-long-watch
vocabulary:
  event_kinds: {alarm: {label: Alarm, description: Somebody is alarmed.}}
  roles: {watch: {label: Watch, description: Looks on.}}
  measures: {seen: {label: Seen, description: How many were seen.}}
"""


def write_heavy(content: Path) -> None:
    """Write the chronology into the new folder `content`."""
    for name, text in _files():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _files() -> Iterator[tuple[str, str]]:
    yield "chronology.yml", _MASTHEAD
    yield "pages/index.md", "---\ntitle: Home\n---\n\nThe watch.\n"
    yield "pages/method.md", "---\ntitle: Method\n---\n\nIt looks on.\n"
    yield "actors/watch.md", "---\nname: The watch\nkind: organisation\n---\n"
    days = [(HEAVY_DAY, EVENTS_OF_THE_DAY, 3)]
    days += [(f"2031-06-{day + 1:02}", _EVENTS_OF_OTHERS, 1) for day in range(_OTHER_DAYS)]
    for day, events, claims in days:
        yield f"sources/log-{day}.yml", _source(day, day)
        for number in range(1, events + 1):
            yield f"events/2031/{day}-alarm-{number}.yml", _event(day, number, claims)
    yield f"sources/late-{HEAVY_DAY}.yml", _source(HEAVY_DAY, "2031-05-08")
    yield f"events/2031/{HEAVY_DAY}-count.yml", _counted()
    yield "disputes/how-many.md", _dispute()


def _source(day: str, published: str) -> str:
    return (
        f"title: The log of {day}\npublisher: watch\nkind: article\nlanguage: en\npublished: {published}\n"
        f"url: https://log.example/{published}\naccessed: 2031-07-01\n"
        "paragraphs:\n" + "".join(f"  - {{n: {hour}, begins: At dawn, words: 40}}\n" for hour in range(1, _REPORTS + 1))
    )


def _report(day: str, figures: str = "", source: str = "log", paragraph: int = 1) -> str:
    return f"      - {{by: [watch], cite: {{source: {source}-{day}, paragraph: {paragraph}}}{figures}}}\n"


def _claim(day: str, event: int, number: int) -> str:
    source = "late" if number == _LATE_CLAIM else "log"
    reports = "".join(_report(day, source=source, paragraph=hour) for hour in range(1, _REPORTS + 1))
    return f"  - id: claim-{number}\n    text: Alarm {event} was heard, {number}.\n    reports:\n{reports}"


def _event(day: str, number: int, claims: int) -> str:
    told = "".join(_claim(day, number, claim) for claim in range(1, claims + 1))
    return (
        f"title: Alarm {number} of the watch\ndate: {day}\nseq: {number}\nkind: alarm\n"
        f"actors: [{{actor: watch, role: watch}}]\nclaims:\n{told}"
    )


def _counted() -> str:
    claims = "".join(
        f"  - id: count-{number}\n    text: The watch saw {number}.\n    reports:\n"
        + _report(HEAVY_DAY, f", figures: [{{measure: seen, exact: {number}}}]")
        for number in range(1, POSITIONS + 1)
    )
    return f"title: What the watch counts\ndate: {HEAVY_DAY}\nseq: 99\nkind: alarm\nclaims:\n{claims}"


def _dispute() -> str:
    positions = "".join(
        f"  - {{id: saw-{number}, label: It saw {number}, claims: [{HEAVY_DAY}-count#count-{number}]}}\n"
        for number in range(1, POSITIONS + 1)
    )
    return (
        f"---\nquestion: How many were seen?\nkind: figure\nrelation: exclusive\nstatus: open\npositions:\n{positions}"
        "would_settle: A second log.\n---\n"
    )

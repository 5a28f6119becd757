"""The social card: what the chronology is, its span and counts, and its events over time."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from dateline.ground.dates import Day
from dateline.ground.languages import ENGLISH, Language
from dateline.pages.kinds.home import home_counts
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.extent import extent_in_words
from dateline.pages.wording import units

CARD_PATH: Final = "assets/card.png"
_MOST_BARS: Final = 360


@dataclass(frozen=True, slots=True)
class CardView:
    """The card in words, and the height of each bar: how many events a day, month, year or century had."""

    title: str
    description: str
    span: str
    counts: tuple[str, ...]
    bars: tuple[int, ...]
    unit: str


def card_view(edition: Edition) -> CardView:
    """Return the card of the whole chronology."""
    masthead = edition.chronology.masthead
    bars, unit = _bars(edition)
    return CardView(
        title=masthead.title,
        description=masthead.description or "",
        span=extent_in_words(edition),
        counts=tuple(edition.language.ngettext(*counted, count) for count, counted, _ in home_counts(edition)),
        bars=bars,
        unit=unit,
    )


def _bars(edition: Edition) -> tuple[tuple[int, ...], str]:
    """Count the events of a certain day by the shortest unit of time that makes few enough bars."""
    days = {day: len(events) for day, events in edition.chronology.events_by_day.items()}
    for unit, number_of in (
        ("day", Day.toordinal),
        ("month", lambda day: day.year * 12 + day.month),
        ("year", lambda day: day.year),
        ("century", lambda day: day.year // 100),
    ):
        counted: Counter[int] = Counter()
        for day, count in days.items():
            counted[number_of(day)] += count
        if not counted:
            return (), unit
        first, last = min(counted), max(counted)
        if last - first < _MOST_BARS:
            return tuple(counted[number] for number in range(first, last + 1)), unit
    raise AssertionError  # there are a hundred centuries at most


def caption(view: CardView, language: Language = ENGLISH) -> str:
    """Return what the bars show: "Events by day, 17 at most"."""
    return language.ngettext(*units.BARS[view.unit], max(view.bars)) if view.bars else ""

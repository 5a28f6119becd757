"""Rules about slips that give themselves away: what a record says in one place, and unlike it in another."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote, urlsplit

from dateline.ground.dates import Day
from dateline.ground.keyboard import with_all_digits_plain
from dateline.ground.problems import Code, Problem
from dateline.records.rules.context import Context, Steps
from dateline.records.rules.soundness import reports_of
from dateline.records.types import Event, Figure, Source
from dateline.records.types.amounts_abroad import is_scaled

_AMOUNT: Final = re.compile(r"(?<![\w.,/:-])[0-9](?:[0-9]|[ ,.'\u00a0\u202f](?=[0-9]))*(?![\w/:-]|[.,][0-9])")
_PLAIN: Final = re.compile("[0-9]+(?:[.,][0-9]+)?")
_GROUPED: Final = re.compile(
    r"(?P<whole>[0-9]{1,3}([ ,.'\u00a0\u202f])[0-9]{3}(?:\2[0-9]{3})*)(?:[.,](?P<fraction>[0-9]+))?"
)
_DAY_IN_ADDRESS: Final = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})([/_-])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])")
_SCALES: Final = re.compile(
    r"\b(?:hundreds?|thousands?|dozens?|[mb]illions?|[mb]illiards?|k|mn?|bn|tausend|mille|mil|millones|"
    r"half|halves|thirds?|quarters?|times|twice|per ?cent)\b|[%½¼¾]",
    re.IGNORECASE,
)
"""What makes another number of the one that it stands beside."""
_DAYS_BETWEEN: Final = 3
"""So many days may lie between an address's day and the one on which a text appeared: clocks and editions differ."""


def figures_say_what_their_wording_says(context: Context) -> Iterator[Problem]:
    """A figure whose wording has one number in plain digits is that number, or one more or less where it is a bound."""
    for event in context.chronology.events.values():
        for steps, _, report in reports_of(event):
            for index, figure in enumerate(report.figures):
                here: Steps = (*steps, "figures", index)
                yield from _unlike_its_wording(context, event, figure, here)


def _unlike_its_wording(context: Context, event: Event, figure: Figure, here: Steps) -> Iterator[Problem]:
    said = amounts_in(figure.wording or "") if figure.inferred is None else []
    named = {key: value for key in ("exact", "min", "max") if (value := getattr(figure, key)) is not None}
    if len(said) != 1 or not named:
        return
    is_said = any(abs(value - one) <= (key != "exact") for key, value in named.items() for one in said[0])
    if not is_said and not is_scaled(figure.wording or ""):
        key, value = next(iter(named.items()))
        message = f"{key} is {value}, and the wording says '{figure.wording}'"
        hint = "correct one of the two; where the number was worked out, say inferred: from what"
        yield context.problem(event, (*here, key), Code.FIGURE_UNLIKE_WORDING, message, hint)


def amounts_in(wording: str) -> list[frozenset[float]]:
    """Return the numbers that stand in plain digits in a wording, each in all its readings; none where in doubt."""
    text = with_all_digits_plain(wording)
    if _SCALES.search(text):
        return []
    found = [_readings(match[0]) for match in _AMOUNT.finditer(text)]
    return found if all(found) else []


def _readings(digits: str) -> frozenset[float]:
    """Return what digits may say: their marks part groups of three, or the last one begins a fraction."""
    found = {float(digits.replace(",", "."))} if _PLAIN.fullmatch(digits) else set()
    if match := _GROUPED.fullmatch(digits):
        found.add(float(f"{re.sub('[^0-9]', '', match['whole'])}.{match['fraction'] or 0}"))
    return frozenset(found)


def sources_appear_on_the_day_of_their_address(context: Context) -> Iterator[Problem]:
    """No source is said to have appeared on another day than its address says, but for a few days."""
    for source in context.chronology.sources.values():
        named = day_in(source.url or "")
        first, last = source.published.earliest, source.published.latest
        if named is None or first is None or last is None:
            continue
        apart = max(first.days_since(named), named.days_since(last))
        if apart > _DAYS_BETWEEN:
            yield _of_another_day(context, source, named)


def _of_another_day(context: Context, source: Source, named: Day) -> Problem:
    message = f"the source appeared {source.published}, and its address has the day {named}"
    hint = f"write {named} if that is the day; else leave it"
    return context.problem(source, ("published",), Code.PUBLISHED_UNLIKE_ADDRESS, message, hint)


def day_in(address: str) -> Day | None:
    """Return the day that the path of an address names, with marks between year, month and day."""
    for found in _DAY_IN_ADDRESS.finditer(unquote(urlsplit(address).path)):
        try:
            return Day.of(int(found[1]), int(found[3]), int(found[4]))
        except ValueError:
            continue
    return None


def events_are_told_once(context: Context) -> Iterator[Problem]:
    """No two events of one date have the same claims, resting on the same paragraphs."""
    first: dict[tuple[str, ...], Event] = {}
    for event in context.chronology.events.values():
        other = first.setdefault((str(event.date), *(claim.text for claim in event.claims)), event)
        if other is not event and other.claims == event.claims and event.claims:
            message = f"the event has the date, the claims and the paragraphs of event '{other.id}'"
            hint = f"remove one of the two files; where both are published: dateline merge event {event.id} {other.id}"
            yield context.problem(event, ("claims",), Code.EVENT_TOLD_TWICE, message, hint, of_key=True)

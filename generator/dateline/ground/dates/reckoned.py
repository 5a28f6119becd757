"""Days that are reckoned from another one, or are the first or the last of some time, as people type them."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.ground.dates.civil_day import Day, years_as_written
from dateline.ground.dates.edtf import read
from dateline.ground.dates.human import is_date, readings
from dateline.ground.dates.offered import one_of
from dateline.ground.dates.weekdays import is_day, number_of_weekday

_SMALL: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNT: Final = rf"(?P<count>\d{{1,3}}|a|an|{'|'.join(_SMALL)})"
_FROM_ANOTHER: Final = re.compile(
    rf"(?i)(?:{_COUNT} (?P<unit>day|week|fortnight|night)s?|(?:the )?(?P<one>day|eve|night|week|morning|morrow|vigil))"
    r" (?P<way>after|before|later than|earlier than|following|preceding|of) (?P<date>.*\d.*)"
)
_DAYS: Final = {"week": 7, "fortnight": 14}
_BACK: Final = frozenset({"before", "earlier than", "preceding"})
_ORDINALS: Final = ("first", "second", "third", "fourth", "fifth")
_WHICH: Final = r"(?:the )?(?P<which>first|second|third|fourth|fifth|last|[1-5](?:st|nd|rd|th))"
_WEEKDAY_OF: Final = re.compile(rf"(?i)(?:on )?{_WHICH} (?P<weekday>[a-z]{{3,9}}) (?:of|in) (?P<month>.*\d{{3,4}})")
_EDGE: Final = re.compile(r"(?i)(?:on )?(?:the )?(?P<edge>first|last) (?P<unit>days?) (?:of|in) (?P<date>.*\d{3,4}.*)")
_WEEK_OF: Final = re.compile(rf"(?i)(?:in )?{_WHICH} (?P<unit>week|weekend|fortnight) (?:of|in) (?P<month>.*\d{{3,4}})")
_AGO: Final = re.compile(
    r"(?i)(?:(?:about|c\.|ca\.?|circa|~) ?)?(?P<number>\d[\d,]*(?:\.\d+)?) ?(?P<unit>(?:cal\.? )?(?:yr )?b\.?p\.?"
    r"|ka|kya|ma|mya|ga|gya|bya|(?:(?P<many>thousand|million|billion) )?years (?:ago|bp))"
)
_THOUSANDS: Final = {"ka": 3, "kya": 3, "ma": 6, "mya": 6, "ga": 9, "gya": 9, "bya": 9}
_MANY: Final = {"thousand": 3, "million": 6, "billion": 9}
_LEAST: Final = 1000
"""So many years ago a year is counted from, as a whole; what is nearer is reckoned from the source's own day."""
_PRESENT: Final = 1950
"""From this year on "before present" counts back."""
_MILLENNIUM: Final = re.compile(
    r"(?i)(?:the )?(?P<number>\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth) mill(?:ennium|\.)"
    r"(?: (?P<era>b\.?c\.?(?:e\.?)?|a\.?d\.?|c\.?e\.?))?"
)


def reckoned(text: str) -> str | None:
    """Return what to write for a day that is reckoned from others; None for another text."""
    return next((said for way in (_from_another, _nth, _edge, _week, _ago, _millennium) if (said := way(text))), None)


def _from_another(text: str) -> str | None:
    found = _FROM_ANOTHER.fullmatch(text)
    if found is None:
        return None
    way, one = found["way"].lower(), (found["one"] or "").lower()
    if one in {"night", "week", "morning"} or (way == "of" and one not in {"eve", "morrow", "vigil"}):
        return None
    back = way in _BACK or one in {"eve", "vigil"}
    count = (found["count"] or "one").lower()
    number = int(count) if count.isdecimal() else _SMALL.index(count) + 1 if count in _SMALL else 1
    days = number * _DAYS.get((found["unit"] or "").lower(), 1) * (-1 if back else 1)
    told = [str(Day.fromisoformat(day).shifted(days)) for day in readings(found["date"]) if is_day(day)]
    return f"write {one_of(told)}, with date_basis: relative" if told else None


def _nth(text: str) -> str | None:
    """Return what to write for the first Monday of a month, or the last."""
    found = _WEEKDAY_OF.fullmatch(text)
    weekday = number_of_weekday(found["weekday"]) if found else None
    if found is None or weekday is None:
        return None
    told = [day for first, last in _months(found["month"]) for day in _of_weekday(first, last, weekday, found["which"])]
    return f"write {one_of(told)}" if told else None


def _of_weekday(first: Day, last: Day, weekday: int, which: str) -> Iterator[str]:
    days = [first.shifted(number) for number in range(last.days_since(first) + 1)]
    place = _place(which)
    yield from [str(day) for day in days if day.weekday() == weekday][place : place + 1 or None]


def _place(which: str) -> int:
    word = which.lower()
    return -1 if word == "last" else _ORDINALS.index(word) if word in _ORDINALS else int(word[0]) - 1


def _months(text: str) -> Iterator[tuple[Day, Day]]:
    """Yield the first and the last day of the months that a text may be."""
    for one in readings(text):
        when = read(one) if is_date(one, None) else None
        if when and when.earliest and when.latest and one.count("-", 1) == 1 and one[-2:] <= "12":
            yield when.earliest, when.latest


def _edge(text: str) -> str | None:
    """Return what to write for the first or the last day of a month or a year, or for the first or last days."""
    found = _EDGE.fullmatch(text)
    if found is None:
        return None
    told = []
    for one in readings(found["date"]):
        when = read(one) if is_date(one, None) else None
        edge = (when.earliest if found["edge"].lower() == "first" else when.latest) if when else None
        if edge is not None:
            told.append(edge)
    if found["unit"].lower() == "day":
        return f"write {one_of(map(str, told))}" if told else None
    forward = found["edge"].lower() == "first"
    spans = [f"[{day}..{day.shifted(4)}]" if forward else f"[{day.shifted(-4)}..{day}]" for day in told]
    return f"say how many days they may be, as {one_of(spans)}" if spans else None


def _week(text: str) -> str | None:
    """Return what to write for the first week of a month, or the last."""
    found = _WEEK_OF.fullmatch(text)
    if found is None:
        return None
    length = 14 if found["unit"].lower() == "fortnight" else 7
    place = _place(found["which"])
    spans = []
    for first, last in _months(found["month"]):
        begins = last.shifted(1 - length) if place < 0 else first.shifted(place * length)
        spans.append(f"[{begins}..{min(begins.shifted(length - 1), last)}]")
    return f"if its weeks are counted from its first day, write {one_of(spans)}" if spans else None


def _ago(text: str) -> str | None:
    """Return what to write for a time that is counted back from now, as geologists and archaeologists do."""
    found = _AGO.fullmatch(text)
    if found is None:
        return None
    unit = found["unit"].lower()
    zeros = _THOUSANDS.get(unit, _MANY.get((found["many"] or "").lower(), 0))
    years = round(float(found["number"].replace(",", "")) * 10**zeros)
    if years < _LEAST:
        return None
    written = years_as_written(_PRESENT - years if years < 10**6 else -years)
    return (
        f"if it is counted back from now, or from {_PRESENT}, write {one_of([f'{written}~'])}"
        if is_date(written)
        else None
    )


def _millennium(text: str) -> str | None:
    found = _MILLENNIUM.fullmatch(text)
    if found is None:
        return None
    number = found["number"].lower()
    count = _ORDINALS.index(number) + 1 if number in _ORDINALS else int(number.rstrip("stndrh"))
    if (found["era"] or "").lower().startswith("b"):
        return f"write {one_of([f'[{years_as_written(1 - 1000 * count)}..{years_as_written(1000 - 1000 * count)}]'])}"
    return f"write {one_of([f'[{1000 * count - 999:04}..{1000 * count:04}]'])}"

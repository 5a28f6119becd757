"""Spans that are typed backwards, over the end of a year, in parts of a time or with how long they lasted."""

import re
from collections.abc import Callable, Iterable
from typing import Final

from dateline.ground.dates.civil_day import Day
from dateline.ground.dates.human import completed, is_date, readings
from dateline.ground.dates.offered import within_or_lasting
from dateline.ground.dates.offers_of_times import sketched
from dateline.ground.dates.refused import DateError

_PART: Final = r"early|mid|middle|late|beginning|start|end"
_TWO_PARTS: Final = re.compile(
    rf"(?i)(?:the )?(?P<first>{_PART})(?: to | or | and | ?[-–/] ?)(?:the )?(?P<last>{_PART})(?P<rest>[ -].+)"
)
_WITHIN: Final = re.compile(r"\[(?P<first>[^,\[\]]+?)\.\.(?P<last>[^,\[\]]+)\]")
_DURATION: Final = re.compile(r"(?P<first>\d{4}-\d\d-\d\d)/P(?:(?P<days>\d{1,3})D|(?P<weeks>\d{1,2})W)")
_OTHER_DURATION: Final = re.compile(r".+/P\d.*|P\d.*/.+|R\d*/.+")
_HAS_MONTH: Final = re.compile(r"[^\W\d]{3}")
_DAY: Final = re.compile(r"(?P<year>\d{4})(?P<rest>-\d\d(?:-\d\d)?)")
_WEEK: Final = 7


def of_parts(text: str, cuts: Callable[[str], Iterable[tuple[str, str]]]) -> str | None:
    """Return what to write for a span of which a side is a part of a time: "late 1990s to early 2000s"."""
    if found := _TWO_PARTS.fullmatch(text):
        sides = [readings(f"{found[side]}{found['rest']}") for side in ("first", "last")]
        return _from_first_to_last(*sides)
    for begin, end in cuts(text):
        for first, last in completed(begin, end):
            if said := _from_first_to_last(readings(first), readings(last)):
                return said
    return None


def _from_first_to_last(first: list[str], last: list[str]) -> str | None:
    """Return the span from the beginning of a first reading to the end of a last one, of which one is a part."""
    if not first or not last:
        return None
    begins, ends = (_WITHIN.fullmatch(side[0]) for side in (first, last))
    if begins is None and ends is None:
        return None
    begin = begins["first"] if begins else first[0]
    end = ends["last"] if ends else last[0]
    if not is_date(f"[{begin}..{end}]") or begin[:1] in "[{" or end[:1] in "[{":
        return None
    return f"{within_or_lasting(begin, end)}, and the parts into date_wording"


def lasting(text: str) -> str | None:
    """Return what to write for a span that says how long it lasted, as ISO 8601 does."""
    if (found := _DURATION.fullmatch(text)) and is_date(found["first"]):
        days = int(found["days"] or 0) or int(found["weeks"] or 0) * _WEEK
        if days:
            last = Day.fromisoformat(found["first"]).shifted(days - 1)
            return f"a span ends with its last day: write {found['first']}/{last}, if the first one counts"
    return "a span ends with its last day: write both days" if _OTHER_DURATION.fullmatch(text) else None


def out_of_order(text: str, cuts: Callable[[str], Iterable[tuple[str, str]]]) -> str | None:
    """Return what to write for a span whose end is before its beginning; over New Year, where a year is said once."""
    for begin, end in cuts(text):
        for first, last in completed(begin, end) if end[:1] != "-" else ():
            for one, other in ((one, other) for one in readings(first) for other in readings(last)):
                if one[:1] in "[{" or other[:1] in "[{" or not is_in_order(other, one):
                    continue
                if first != begin and _HAS_MONTH.search(begin) and (day := _DAY.fullmatch(one)):
                    before = f"{int(day['year']) - 1:04}{day['rest']}"
                    return f"if it began in the year before, {within_or_lasting(before, other)}"
                return f"it ends before it begins: write {other}/{one} if the two are exchanged"
    return None


def is_in_order(first: str, last: str) -> bool:
    """Return whether the one date may be the beginning of a span and the other its end."""
    try:
        sketched(f"{first}/{last}")
    except DateError:
        return False
    return True

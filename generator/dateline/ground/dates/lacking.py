"""Dates that lack the year, the day or the century, and what to ask for."""

import re
from typing import Final

from dateline.ground.dates.human import month_of
from dateline.ground.dates.offers_of_calendars import yearless_of_other
from dateline.ground.dates.offers_of_times import clock_alone

_PART: Final = r"(?P<part>early|mid|middle of|late|beginning of|start of|end of)[ -](?:in )?"
_PARTS: Final = rf"(?:in )?(?:the )?(?:{_PART})?(?:in )?(?:the )?"
_MONTH: Final = re.compile(rf"(?i){_PARTS}(?P<month>[^\W\d]{{3,9}})\.?")
_SEASON: Final = re.compile(rf"(?i){_PARTS}(?:spring|summer|autumn|fall|winter)(?:time)?|q[1-4]|h[12]|[1-4]q")
_TURN: Final = re.compile(
    r"(?i)(?:around |at |about )?(?:the )?turn of (?:the )?(?:[\w-]+ )?(?:century|millennium|year)"
    r"|fin[ -]de[ -]si[eè]cle"
)
_CENTURY: Final = re.compile(r"(?i)(?:the )?(?:last|this|next|same|previous|past) (?:century|decade|millennium)")
_FROM_AN_EVENT: Final = re.compile(
    r"(?i)(?:get|met|t|l|d|h|sol)[ ]?[+-]? ?\d[\d:.dhms ]*|ground elapsed.*"
    r"|(?:d|h|v|zero|ve|vj)[- ](?:day|hour)(?: ?[+-] ?\d+)?"
)
_TERMS: Final = r"(?:hilary|trinity|michaelmas|lent|easter|spring|autumn|summer) term"
_TIMES: Final = r"monsoon|(?:rainy|dry|wet|sailing|campaign(?:ing)?) season|harvest|vintage|lent|advent|trinity|season"
_PART_OF_A_YEAR: Final = re.compile(
    rf"(?i)(?:the )?(?:{_TIMES}|{_TERMS})(?: of)? \d{{4}}|\d{{4}} (?:season|harvest|vintage)"
)
_AGES: Final = (
    r"bronze|iron|stone|ice|middle|dark|viking|victorian|edwardian|elizabethan|tudor|georgian|renaissance|antiquity"
    r"|medieval|interwar|pre-?war|post-?war|wartime|cold war|meiji|showa|heisei|reiwa|tang|ming|qing|ottoman|roman"
    r"|dynasty|mis|lm|mm|em|lh|naqada"
)
_AGE: Final = re.compile(
    rf"(?i)(?:in )?(?:the )?(?:early |late |high |middle )?(?:{_AGES})"
    r"(?: (?:ages?|period|era|times?|years|dynasty|empire|antiquity|[ivx]+[ab]?|\d{1,2}))?"
)


def lacking(text: str) -> str | None:
    """Return what to ask for where a text says only a month, a season, an hour or an age; None for another text."""
    if said := _month(text) or yearless_of_other(text):
        return said
    if text in {"24:00", "2400"}:
        return 'the day is missing: 24:00 is the beginning of the next one, as "2031-03-07T00:00"'
    if clock := clock_alone(text):
        return f'the day is missing: put it before the time, as "2031-03-06{clock}"'
    return next((said for pattern, said in _ASKED if pattern.fullmatch(text)), None)


def _month(text: str) -> str | None:
    found = _MONTH.fullmatch(text)
    month = month_of(found["month"].lower()) if found else 0
    if found is None or not month:
        return None
    known = "" if found["part"] else f"; if nobody knows it, write XXXX-{month:02}-XX"
    return f"the year is missing: put it before the month, as 2031-{month:02}{known}"


_ASKED: Final = (
    (
        _FROM_AN_EVENT,
        "reckon the day or the time from the event, and write it with date_basis: relative and a date_note",
    ),
    (
        _PART_OF_A_YEAR,
        "write the first and the last month that it may be, as [first..last], and why these in date_note",
    ),
    (_SEASON, "the year is missing: put it behind, as spring 2031 or Q1 2031, and it is told how to write it"),
    (_TURN, 'write the first and the last year that it may be, as "[1895..1905]", and why these in date_note'),
    (_CENTURY, "reckon it from the day of the source and write it, as 19XX for a century, 199X for a decade"),
    (_AGE, 'write the years from which and until which it may be, as "[1837..1901]", and in date_note who says so'),
)
"""What is asked for what a text says."""

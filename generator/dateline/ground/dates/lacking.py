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
_AGES: Final = (
    r"bronze|iron|stone|ice|middle|dark|viking|victorian|edwardian|elizabethan|tudor|georgian|renaissance|antiquity"
    r"|medieval|interwar|pre-?war|post-?war|wartime|cold war|meiji|showa|heisei|reiwa|tang|ming|qing|ottoman|roman"
)
_AGE: Final = re.compile(
    rf"(?i)(?:in )?(?:the )?(?:early |late |high |middle )?(?:{_AGES})"
    r"(?: (?:ages?|period|era|times?|years|dynasty|empire|antiquity))?"
)


def lacking(text: str) -> str | None:
    """Return what to ask for where a text says only a month, a season, an hour or an age; None for another text."""
    if said := _month(text) or yearless_of_other(text):
        return said
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
    (_SEASON, "the year is missing: put it behind, as spring 2031 or Q1 2031, and it is told how to write it"),
    (
        _TURN,
        'write the first and the last year that it may be, as "[1895..1905]", and in date_note why these',
    ),
    (_CENTURY, "reckon it from the day of the source and write it, as 19XX for a century, 199X for a decade"),
    (_AGE, 'write the years from which and until which it may be, as "[1837..1901]", and in date_note who says so'),
)
"""What is asked for what a text says."""

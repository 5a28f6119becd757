"""Dates that lack the year, the day or the century, and what to ask for."""

import re
from typing import Final

from dateline.ground.dates.human import is_date, month_of
from dateline.ground.dates.offers_of_calendars import yearless_of_other
from dateline.ground.dates.offers_of_times import clock_alone
from dateline.ground.dates.years_in_words import likely_centuries

_UNKNOWN: Final = re.compile(
    r"(?i)|[?~%.xX-]+|n/?k|n\.? ?[da]\.?|n/a|no (?:date|idea)|none|null|nil|undated|(?:date )?(?:not |un)(?:known"
    r"|sure|clear|dated|certain)|tb[cd]|s\.? ?[da]\.?|sine anno|sin fecha|sans date|ohne (?:jahr|datum)|o\. ?[jd]\."
    r"|date unknown|XXXX(?:-XX){0,2}|tba|unknown"
)
_RELATIVE: Final = re.compile(
    r"(?i)(?:yesterday|today|tomorrow|tonight|now|nowadays|recently|(?:last|this|next"
    r"|early|late) "
    r"(?:night|week|weekend|month|year|spring|summer|autumn|fall|winter|\w+day)|(?:on )?(?:mon|tues|wednes|thurs"
    r"|fri|satur|sun)day"
    r"|.*\b(?:ago|earlier|later)"
    r"|(?:later )?(?:on )?the (?:very )?same (?:day|week|month|year|\w+day|morning|evening|night)"
    r"|(?:on )?(?:the )?(?:next|following|previous|preceding) (?:day|week|month|year|morning|evening|night|\w+day)"
    r"|(?:on )?the (?:day|week|month|year|night) (?:before|after)|ditto|idem|ibid\.?|later that day)"
)
_GOES_ON: Final = re.compile(r"(?i)(?:still )?(?:currently|present|ongoing|current|going on)")
_PART: Final = r"(?P<part>early|mid|middle of|late|beginning of|start of|end of)[ -](?:in )?"
_PARTS: Final = rf"(?:in )?(?:the )?(?:{_PART})?(?:in )?(?:the )?"
_MONTH: Final = re.compile(rf"(?i){_PARTS}(?P<month>[^\W\d]{{3,9}})\.?")
_SEASON: Final = re.compile(rf"(?i){_PARTS}(?:spring|summer|autumn|fall|winter)(?:time)?|q[1-4]|h[12]|[1-4]q")
_CUT_YEAR: Final = re.compile(r"(?P<month>[^\W\d]{3,9})[-/](?P<number>\d\d)")
_DECIMAL: Final = re.compile(r"\d{4}\.[1-9]")
_NO_QUARTER: Final = re.compile(r"(?i)q ?(?:0|[5-9])(?: of)?[ ,/-]?\d{4}|\d{4}[ -]?q(?:0|[5-9])")
_NO_HALF: Final = re.compile(r"(?i)h ?(?:0|[3-9])(?: of)?[ ,/-]?\d{4}|\d{4}[ -]?h(?:0|[3-9])")
_TURN: Final = re.compile(
    r"(?i)(?:around |at |about )?(?:the )?turn of (?:the )?(?:[\w-]+ )?(?:century|millennium|year)"
    r"|fin[ -]de[ -]si[eè]cle"
)
_CENTURY: Final = re.compile(r"(?i)(?:the )?(?:last|this|next|same|previous|past) (?:century|decade|millennium)")
_FROM_AN_EVENT: Final = re.compile(
    r"(?i)(?!t[1-4] \d{4}$)(?:get|met|t|l|d|h|sol)[ ]?[+-]? ?\d[\d:.dhms ]*|ground elapsed.*"
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
    if said := _month(text) or _cut_year(text) or yearless_of_other(text):
        return said
    if text in {"24:00", "2400"}:
        return 'the day is missing: 24:00 is the beginning of the next one, as "2031-03-07T00:00"'
    if clock := clock_alone(text):
        return f'the day is missing: put it before the time, as "2031-03-06{clock}"'
    return next((said for pattern, said in _ASKED if pattern.fullmatch(text)), None)


def unknown(text: str) -> str | None:
    """Return what to write where a text says that nobody knows."""
    if not _UNKNOWN.fullmatch(text):
        return None
    return (
        'write the last day that is possible, as "[..2031-03-06]": that on which the source appeared '
        "(with date_basis: publication) or was read; and say so in date_note (published_note in a source)"
    )


def goes_on(text: str) -> str | None:
    """Return what to write where a text says only that something goes on."""
    return "write the day on which it began with /.. behind it, as 2031-03-06/.." if _GOES_ON.fullmatch(text) else None


def relative(text: str) -> str | None:
    """Return what to write where a text counts from a day that it does not name."""
    if not _RELATIVE.fullmatch(text):
        return None
    return (
        "reckon the day from that of the source and write it, as 2031-03-06; in an event with date_basis: relative and "
        "a date_note"
    )


def _cut_year(text: str) -> str | None:
    """Return what to ask for where a sheet has cut a date: Nov-17 is a month of a year, or a day."""
    found = _CUT_YEAR.fullmatch(text)
    month = month_of(found["month"].lower()) if found else 0
    if found is None or not month:
        return None
    number = found["number"]
    years = likely_centuries(number[0])
    told = " or ".join(f"{century}{number}-{month:02}" for century in years)
    day = f"2031-{month:02}-{number}"
    other = f"; if it is a day, the year is missing, as in {day}" if is_date(day) else ""
    return f"if it is the month of a year, write {told}{other}"


def _month(text: str) -> str | None:
    found = _MONTH.fullmatch(text)
    month = month_of(found["month"].lower()) if found else 0
    if found is None or not month:
        return None
    known = "" if found["part"] else f"; if nobody knows it, write XXXX-{month:02}-XX"
    return f"the year is missing: put it before the month, as 2031-{month:02}{known}"


_ASKED: Final = (
    (_DECIMAL, "if it is a month, write it with two digits, as 2031-05; if it counts parts of the year, the month"),
    (_NO_QUARTER, "the quarters of a year are Q1 to Q4: correct it"),
    (_NO_HALF, "the halves of a year are H1 and H2: correct it"),
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

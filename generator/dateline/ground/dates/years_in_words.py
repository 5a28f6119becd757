"""Decades in words, years of two digits and Roman numbers, as those who read dates understand them."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.ground.dates.feasts import with_feast_days
from dateline.ground.dates.values import MONTHS
from dateline.ground.dates.years_of_eras import in_plain_years
from dateline.ground.roman_numerals import numeral, sum_of

_TENS: Final = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_FIRST_OF_TENS: Final = 2
_HUNDREDS: Final = {
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "twenty": 20, "roaring": 19, "swinging": 19,
}  # fmt: skip
_DECADE: Final = re.compile(rf"(?i)\b(?:(?P<hundreds>{'|'.join(_HUNDREDS)})[- ])?(?P<tens>{'|'.join(_TENS)})\b")
_NOUGHTIES: Final = re.compile(r"(?i)\b(?:the )?(?:noughties|aughts|naughties)\b")
_SHORT: Final = re.compile(r"(?<![\w'’‘])['’‘](?=(?P<digit>\d)\d(?!['’‘\w]))")
"""The sign for the century of a year of two digits: '17."""
_SHORT_PART: Final = re.compile(
    r"(?i)(?:(?P<number>[1-4])(?P<part>q)|(?P<which>[12])(?P<half>h)|(?P<after>q[1-4]|h[12]))"
    r"[ '’/-]?(?P<year>\d{4}|\d\d)"
)
_LATELY: Final = "3"
"""The last decade that a century has had when years of two digits are typed, with some to come."""
_QUARTER: Final = re.compile(
    r"(?i)(?:q ?)?(?P<number>[1-4]|I{1,3}|IV)\.?(?:er|e|ème)? ?"
    r"(?:quartal|trimestre?|kwartał|квартал|quarter|qtr\.?)(?: de)? (?P<year>\d{4})"
    r"|q ?(?P<roman>I{1,3}|IV)[ /](?P<other>\d{4})"
)
_ROMAN_MONTH: Final = re.compile(
    r"(?i)(?<!\d)(?P<day>\d{1,2})(?P<sign>[-./ ])(?P<month>[IVX]{1,4})(?P=sign) ?(?=\d{4})"
)
_ROMAN_MONTH_OF_A_YEAR: Final = re.compile(r"(?P<month>[IVX]{1,4})[-./ ](?=\d{4}$)")
_ROMAN_CENTURY: Final = re.compile(r"(?i)\b(?P<number>[IVX]{1,5})(?=(?:th|e|º)?[ -](?:c\.?|cent\.?|century)(?:$|\W))")
_ROMAN_YEAR: Final = re.compile(r"\bM{1,2}(?:CM|CD|D?C{0,4})(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})\b")
_ONES: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_DAYS: Final = {
    word: number
    for number, word in enumerate(
        (
            *_ONES, "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
            "seventeenth", "eighteenth", "nineteenth", "twentieth", *(f"twenty-{one}" for one in _ONES), "thirtieth",
            "thirty-first",
        ),
        1,
    )
}  # fmt: skip
_MONTH: Final = "|".join(f"{name}|{name[:3]}|{name[:4]}" for name in MONTHS)
_DAY_WORDS: Final = "|".join(sorted(_DAYS, key=len, reverse=True))
_DAY_IN_WORDS: Final = re.compile(rf"(?i)\b(?P<day>{_DAY_WORDS})(?=,? (?:day )?(?:of )?(?:{_MONTH})\b|,? \d{{3,4}}$)")


def restated(text: str) -> Iterator[str]:
    """Yield a text with the decade, the year or the number that it names in plain digits: each that may be meant."""
    for way in (with_feast_days, in_plain_years, _decades, _short_years, _parts, _in_plain_numbers):
        yield from way(text)


def likely_centuries(digit: str) -> tuple[str, str]:
    """Return the two centuries of which a year of two digits may be that begins so: '17 may be 2017, '68 may not."""
    return ("20", "19") if digit <= _LATELY else ("19", "18")


def _decades(text: str) -> Iterator[str]:
    if _NOUGHTIES.search(text):
        yield _NOUGHTIES.sub("200X", text)
    elif found := _DECADE.search(text):
        digit = f"{_TENS.index(found['tens'].lower()) + _FIRST_OF_TENS}"
        hundreds = _HUNDREDS.get((found["hundreds"] or "").lower())
        # Only who knows the story knows the century; the editor sees those that are likely.
        for century in [hundreds] if hundreds else likely_centuries(digit):
            yield f"{text[: found.start()]}{century}{digit}0s{text[found.end() :]}"


def _short_years(text: str) -> Iterator[str]:
    if found := _SHORT.search(text):
        yield from (_SHORT.sub(century, text) for century in likely_centuries(found["digit"]))


def _parts(text: str) -> Iterator[str]:
    """Yield a quarter or a half of a year with the year behind it, in four digits: Q3 2017."""
    if found := _SHORT_PART.fullmatch(text):
        part = found["after"] or f"{found['part'] or found['half']}{found['number'] or found['which']}"
        is_whole = len(found["year"]) > 2  # noqa: PLR2004 - digits
        centuries = [""] if is_whole else likely_centuries(found["year"][0])
        yield from (f"{part} {century}{found['year']}" for century in centuries)
    elif found := _QUARTER.fullmatch(text):
        number = found["number"] or found["roman"]
        yield f"Q{number if number.isdecimal() else numeral(number)} {found['year'] or found['other']}"


def _in_plain_numbers(text: str) -> Iterator[str]:
    """Yield a text with a month, a century, a year or a day in digits that stands in Roman numbers or in words."""
    if (found := _ROMAN_MONTH.search(text)) and 0 < (month := numeral(found["month"]) or 0) <= len(MONTHS):
        yield f"{text[: found.start()]}{found['day']} {MONTHS[month - 1]} {text[found.end() :]}"
    elif (found := _ROMAN_MONTH_OF_A_YEAR.match(text)) and 0 < (month := numeral(found["month"]) or 0) <= len(MONTHS):
        yield f"{MONTHS[month - 1]} {text[found.end() :]}"
    elif found := _ROMAN_CENTURY.search(text):
        yield f"{text[: found.start()]}{sum_of(found['number'])}{text[found.end() :]}"
    elif (found := _ROMAN_YEAR.search(text)) and found[0]:
        yield f"{text[: found.start()]}{sum_of(found[0])}{text[found.end() :]}"
    elif found := _DAY_IN_WORDS.search(text):
        yield f"{text[: found.start()]}{_DAYS[found['day'].lower()]}{text[found.end() :]}"

"""Dates of rows, read as the engine reads dates that people type; where one may mean several, nobody guesses."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from dateline.ground import dates

Order = Literal["day-first", "month-first"]
Spans = Literal["lasted", "within"]
ORDERS: Final[tuple[Order, ...]] = ("day-first", "month-first")
SPANS: Final[tuple[Spans, ...]] = ("lasted", "within")
_OFFER: Final = re.compile(
    r"(?:\bwrite |(?:,? or |(?:within|between|later|until then), )(?!write ))"
    r'(?:"(?P<quoted>[^"]+)"|(?P<plain>[^\s,;"]+))'
)
_LACKING: Final = re.compile(r"\bthe year is missing\b")
_OTHER_CALENDAR: Final = re.compile(r'write date: "?(?P<date>[^"\s]+)"? and calendar: (?P<calendar>[a-z-]+),')
_NUMBERS: Final = re.compile(r"(?P<one>\d{1,2})[-./ ] ?(?P<two>\d{1,2})[-./ ] ?(?:\d{4}|\d{2})(?!\d)")
_FOUR_DIGITS: Final = re.compile(r"\d{4}$")
_YEARS: Final = re.compile(r"(?P<begin>\d{4}) ?[-–] ?(?P<end>\d{4})")
_NO_TIME: Final = re.compile(r"(?P<day>-?\d{4,}-\d\d-\d\d)[T ]00:00(?::00(?:\.0+)?)?")
_DAY: Final = re.compile(r"-?\d{4}-\d\d-\d\d|-?\d{4}-\d\d-\d\dT.*")
_PLAIN: Final = re.compile(r"Y?-?\d{4,}(?:-\d\d){0,2}(?:T[\d:Z+-]+)?[~?%]?")
_SERIAL: Final = re.compile(r"[1-6]\d{4}")
"""A day as spreadsheets count it, where a column lost its format."""
_MINUS: Final = re.compile(r"[-−](?P<year>\d{1,11})")


@dataclass(frozen=True, slots=True)
class DateRead:
    """What a text means as a date; where that is in doubt, no date, what is doubtful, and what to do."""

    text: str = ""
    calendar: str | None = None
    doubt: str = ""
    cure: str = ""


@dataclass(frozen=True, slots=True)
class DateReader:
    """Reads dates, where need be as the map of a file says that they are meant."""

    zone: str | None = None
    order: Order | None = None
    spans: Spans | None = None
    is_astronomical: bool | None = None
    """Whether a year with a minus counts a year 0: -430 is 431 BCE then, else 430 BCE; None where nobody has said."""

    def day(self, text: str) -> DateRead:
        """Return what a text means."""
        plain = found["day"] if (found := _NO_TIME.fullmatch(text)) else text
        if _SERIAL.fullmatch(plain):
            day = (date(1899, 12, 30) + timedelta(int(plain))).isoformat()
            cure = "format the column as dates, or write Y before the year"
            return DateRead(doubt=f"it may be the year {plain} or {day}, which spreadsheets count so", cure=cure)
        if found := _YEARS.fullmatch(plain):
            return self._choose(plain, [f"{found['begin']}/{found['end']}", f"[{found['begin']}..{found['end']}]"])
        if (found := _MINUS.fullmatch(plain)) and self.is_astronomical is not None:
            number = int(found["year"])
            return DateRead(dates.years_as_written(-number if self.is_astronomical else 1 - number))
        try:
            return DateRead(dates.parse(plain, self.zone).text)
        except dates.DateError as error:
            return self._offered(plain, error)

    def timed(self, day: str, time: str) -> DateRead:
        """Return what a day and a time of day mean together."""
        if not _DAY.fullmatch(day) or "T" in day:
            return DateRead(doubt=f"a time belongs to a day, not to {day}", cure="give the day")
        found = self.day(f"{day}T{time}")
        if not found.text:
            found = self.day(f"{day} {time}")
        if found.text and "T" not in found.text:
            return DateRead(doubt=f"'{time}' is no time that a clock shows", cure="write hours and minutes: 14:30")
        return found

    def span(self, begin: str, end: str) -> DateRead:
        """Return what a first and a last day mean."""
        if begin == end:
            return DateRead(begin)
        opening, between, closing = ("[", "..", "]") if self.spans == "within" else ("", "/", "")
        sides = [side for side in (begin, end) if not _PLAIN.fullmatch(side)]
        if sides:
            return DateRead(doubt=f"{sides[0]} can be no side of a span", cure="write one date for the row")
        try:
            return DateRead(dates.parse(f"{opening}{begin}{between}{end}{closing}", self.zone).text)
        except dates.DateError as error:
            return DateRead(doubt=error.problem, cure=error.cure)

    def of_parts(self, parts: Mapping[str, str]) -> DateRead:
        """Return what a year, a month and a day mean that stand in columns of their own."""
        year = parts.get("year", "").removesuffix(".0")
        rest = [part.removesuffix(".0") for name in ("day", "month") if (part := parts.get(name))]
        if not rest or not year:
            return self.day(year) if year else DateRead(doubt="the year is missing", cure="give it")
        read = self.day(year.zfill(4) if year.isdigit() else year)
        if not read.text:
            return read
        if not all(part.isdigit() for part in rest):
            return self.day(f"{' '.join(rest)} {read.text}")
        if len(rest) == 1 and "month" not in parts:
            return DateRead(doubt="the month is missing", cure="give it")
        return self.day("-".join([read.text, *(part.zfill(2) for part in reversed(rest))]))

    def _offered(self, text: str, error: dates.DateError) -> DateRead:
        if found := _OTHER_CALENDAR.search(error.cure):
            return DateRead(found["date"], found["calendar"])
        if self.zone is None and "T" in text and dates.is_date(text):
            return _lacks_zone()
        if _LACKING.search(error.cure):  # it may be a day without a year, whatever else is offered
            return DateRead(doubt=error.problem, cure=error.cure)
        return self._choose(text, list(_offers(error.cure)), error)

    def _choose(self, text: str, offers: list[str], error: dates.DateError | None = None) -> DateRead:
        chosen = self._in_order(text, offers)
        if self.spans is not None and len(chosen) > 1 and any(one[:1] == "[" for one in chosen):
            chosen = [one for one in chosen if (one[:1] == "[") == (self.spans == "within")]
        if len(chosen) == 1:
            if self.zone is None and "T" in chosen[0] and not dates.is_date(chosen[0], None):
                return _lacks_zone()
            return DateRead(chosen[0])
        if not chosen:
            said = error if error is not None else dates.DateError(f"'{text}' is no date", "")
            return DateRead(doubt=said.problem, cure=said.cure)
        return DateRead(doubt=f"it may be {' or '.join(map(_in_words, chosen))}", cure=_question(chosen, text))

    def _in_order(self, text: str, offers: list[str]) -> list[str]:
        found = _NUMBERS.match(text)
        if self.order is None or found is None:
            return offers
        month = int(found["two" if self.order == "day-first" else "one"])
        fit = [one for one in offers if len(one) >= len("2017-11-17") and one[5:7] == f"{month:02}"]
        return fit or offers


def only_order(texts: Iterable[str]) -> Order | None:
    """Return the one order in which all of some texts are dates, where some can only be read so and none otherwise."""
    firsts, seconds = 0, 0
    for text in texts:
        if found := _NUMBERS.match(text):
            one, two = int(found["one"]), int(found["two"])
            firsts, seconds = max(firsts, one), max(seconds, two)
    most = 12
    if firsts > most >= seconds:
        return "day-first"
    return "month-first" if seconds > most >= firsts else None


def _offers(cure: str) -> Iterator[str]:
    """Yield the dates that the engine offers for a text."""
    found = (match["quoted"] or match["plain"] for match in _OFFER.finditer(cure))
    yield from dict.fromkeys(one for one in found if dates.is_date(one))


def _in_words(one: str) -> str:
    """Return a date with what it means, as somebody chooses among several."""
    return f"{one} ({dates.in_words(dates.parse(one, dates.ANY_ZONE))})"


def _lacks_zone() -> DateRead:
    return DateRead(
        doubt="nobody knows of what clock the time is",
        cure="say timezone in chronology.yml, or the offset in the cell: 14:30+03:00",
    )


def _question(chosen: list[str], text: str) -> str:
    if _NUMBERS.match(text):
        digits = "" if _FOUR_DIGITS.search(text) else "; or give four digits of the year"
        return f"say in the map which comes first: order: {' or order: '.join(ORDERS)}{digits}"
    if any(one[:1] == "[" for one in chosen):
        return f"say in the map what two dates are: spans: {' or spans: '.join(SPANS)}"
    if _MINUS.fullmatch(text):
        return "say in the map what a minus is: minus: bce, or minus: astronomical, which counts a year 0"
    return "write the one that is meant into the cell"

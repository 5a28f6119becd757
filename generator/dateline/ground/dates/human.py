"""Dates as people type them, read as the EDTF that they may mean."""

import contextlib
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Final

from dateline.ground.dates import eras, seasons
from dateline.ground.dates.civil_day import Day
from dateline.ground.dates.edtf import PLAIN, read
from dateline.ground.dates.periods import Precision, period_of, periods_between
from dateline.ground.dates.refused import DateError
from dateline.ground.dates.values import MONTHS, WEEKDAYS
from dateline.ground.dates.weekdays import of_weekday, without_weekday
from dateline.ground.dates.years_in_words import likely_centuries, restated

_ABOUT: Final = re.compile(
    r"(?i)(?:circa|cca\.?|ca\.?|c\.?|about|around|approx(?:\.|imately)?|roughly|abt\.?|ungefähr|um|vers|~"
    r"|≈) ?(?P<date>\d.*|[^\W\d]{3,}.*)"
    r"|(?P<other>.+?)[ ,]*\(?(?:circa|ca\.?|approx(?:\.|imately)?|or so|or thereabouts)\)?"
    r"|(?P<before>\d{3,4}) c\.?"
)
_PERHAPS: Final = re.compile(
    r"(?i)(?:perhaps|probably|possibly|maybe|likely|presumably|wahrscheinlich)[ ,]+(?P<date>.+)"
    r"|(?P<other>(?!.*\b\d\d\?\?$|.*[^\W\d] \d{3}\?$).+?) ?[(\[]?(?:\?+|perhaps|probably|possibly|uncertain)[)\]]?"
)
_LOOSE: Final = re.compile(r"(?!\d{4}\.\d$)(?P<year>\d{4})[-./ ](?P<month>\d{1,2})(?:[-./ ](?P<day>\d{1,2}))?\.?")
_COMPACT: Final = re.compile(r"(?P<year>\d{4})-?(?P<month>\d{2})-?(?P<day>\d{2})")
_WEEK: Final = re.compile(r"(?i)(?P<year>\d{4})-?W(?P<week>\d{2})(?:-?(?P<day>[1-7]))?")
_NUMBERED_DAY: Final = re.compile(r"(?P<year>\d{4})-(?P<day>\d{3})")
_NUMBERS: Final = re.compile(r"(?P<one>\d{1,2})(?P<mark>[-./ ]) ?(?P<two>\d{1,2})(?P=mark) ?(?P<year>\d{2,4})")
_MONTH_YEAR: Final = re.compile(r"(?P<month>\d{1,2})[-./](?P<year>\d{4})")
_DECADE: Final = re.compile(r"(?i)(?:the )?(?P<century>\d\d)?['’]?(?P<decade>\d)0['’]?s")
_CENTURY: Final = re.compile(
    r"(?i)(?:the )?(?P<number>\d{1,2}(?:st|nd|rd|th)?|[a-z]+)[ -](?:c\.?|cent\.?|century)(?: a\.?d\.?| c\.?e\.?)?"
)
_YEAR: Final = re.compile(
    r"(?i)(?:a\.?d\.? |year |the year |in )?(?P<year>\d{3,4})(?: a\.?d\.?| c\.?e\.?)?"
    r"|(?:a\.?d\.? )(?P<after>\d{1,2})|(?P<before>\d{1,2})(?: a\.?d\.?| c\.?e\.?)"
)
_PART: Final = re.compile(
    r"(?i)(?:in )?(?:the )?(?P<part>early|mid|middle|late|beginning|start|end"
    r"|(?P<which>first|second|third|fourth|last|[1-4](?:st|nd|rd|th)) (?P<share>half|third|quarter))"
    r"(?: part)?(?:,? of)?(?: the)?[ -]+(?P<date>.+)"
)
_SHARES: Final = {"half": 2, "third": 3, "quarter": 4}
_THIRDS: Final = {"early": 1, "beginning": 1, "start": 1, "mid": 2, "middle": 2, "late": 3, "end": 3}
_DAYS_OF_A_MONTH: Final = 30
_SHORTEST_MONTH: Final = 28
_MOST_DAYS: Final = {31: Precision.DAY, 366: Precision.MONTH, 36525: Precision.YEAR}
"""Up to how many days a time is shared out by its days, its months or its years."""
_HALF: Final = re.compile(r"(?i)(?:the )?h(?P<number>[12])[ /-]?(?P<year>\d{4})|(?P<other>\d{4})[ -]?h(?P<second>[12])")
_QUARTER: Final = re.compile(r"(?i)q(?P<q1>[1-4])(?: of )?[ /,-]*(?P<y1>\d{4})|(?P<y2>\d{4})[ /,-]*q(?P<q2>[1-4])")
_SEASON: Final = re.compile(
    r"(?i)(?:in )?(?:the )?(?P<name>spring|summer|autumn|fall|winter)(?: of)?,? (?P<year>\d{4})"
    r"(?:[-–/](?P<next>\d{2}|\d{4}))?|(?P<other>\d{4}),? (?P<after>spring|summer|autumn|fall|winter)"
)
_SEASONS: Final = {
    name: seasons.SPRING + place
    for name, place in {"spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3}.items()
}
_ORDINALS: Final = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
_OPEN_YEAR: Final = re.compile(r"(?P<stem>\d{3})[?-]")
_LAST_CENTURY: Final = 21
_DAY_MONTH_YEAR: Final = re.compile(r"(?:[^\W\d]+\W+)?\d{1,2}[^\W\d]*[ .,-]+[^\W\d]+[ .,-]+['’]?\d\d")
_YEARLESS: Final = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?P<month>[^\W\d]+)\.?"
    r"|(?P<m>[^\W\d]+)\.? (?P<d>\d{1,2})(?:st|nd|rd|th)?"
)
_CUT_OFF: Final = ("-", "–", "/")
_SPLIT: Final = re.compile(r"[\s,./-]+")
_DIGITS: Final = re.compile(r"\d+")
_YEAR_OF_A_DAY: Final = re.compile(r"\d{3,4}|\d{3}x|\d\dxx|xxxx")
_NUMBERED: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_SKIPPED: Final = frozenset({"of", "the", "on", "in"}) | {name.lower() for name in WEEKDAYS} | {
    name[:length].lower() for name in WEEKDAYS for length in (3, 4, 5)
}  # fmt: skip


def is_date(text: str, zone: str | None = "UTC", calendar: str | None = None) -> bool:
    """Return whether a text is a date in a form that is taken, though its time may need a zone; with None, not so."""
    try:
        read(text, zone, calendar)
    except DateError:
        return False
    return True


def readings(text: str) -> list[str]:
    """Return the dates that a text may mean, each in a form that is taken; none where nobody can say."""
    stripped = text.strip().strip(",;")
    if is_date(stripped) and "/" not in stripped:
        return [stripped]
    is_cut_off = stripped[:1] in _CUT_OFF or stripped[-1:] in _CUT_OFF  # A side of a span is left out.
    if is_cut_off and not (_OPEN_YEAR.fullmatch(stripped) or eras.SIGNED.fullmatch(stripped)):
        return []
    plain = _of_its_weekday(stripped)
    return plain or list(dict.fromkeys(one for other in restated(stripped) for one in _of_its_weekday(other)))


def _of_its_weekday(text: str) -> list[str]:
    """Return the dates that a text may mean; where it names a day of the week, those alone that were one."""
    if (told := without_weekday(text)) is not None:
        return [day for one in _of_its_weekday(told[1]) if (day := of_weekday(one, told[0]))]
    return [text] if is_date(text) and "/" not in text else _first_of(_READERS, text)


def _first_of(ways: Iterable[Callable[[str], Iterable[str]]], stripped: str) -> list[str]:
    for way in ways:
        found = list(dict.fromkeys(one for one in way(stripped) if is_date(one)))
        if found:
            return found
    return []


def _written(year: str | int, month: str | int | None = None, day: str | int | None = None) -> str:
    text = f"{int(year):04}" if f"{year}".isdecimal() else f"{year}"
    text += f"-{int(month):02}" if month else ""
    return f"{text}-{int(day):02}" if day else text


def _numbers(text: str) -> Iterator[str]:
    if found := _LOOSE.fullmatch(text) or _COMPACT.fullmatch(text):
        if found["day"] or int(found["month"]) <= len(MONTHS):  # 2017 29 is no season, which EDTF alone writes so
            yield _written(found["year"], found["month"], found["day"])
        # The day before the month; but 1999-2001 are two years.
        if found["day"] and int(found["month"]) > len(MONTHS) and text.count("-") != 1:
            yield _written(found["year"], found["day"], found["month"])
    elif found := _NUMBERS.fullmatch(text):
        if len(found["year"]) == 2 and int(found["one"]) > _DAYS_OF_A_MONTH + 1:  # noqa: PLR2004 - digits: 79-08-24
            years = (*_whole_years(found["one"]), found["one"])
            yield from (_written(year, found["two"], found["year"]) for year in years)
            return
        for year in _whole_years(found["year"]):
            yield _written(year, found["two"], found["one"])
            if found["mark"] != ".":  # With full stops the day comes first wherever it is written so.
                yield _written(year, found["one"], found["two"])
    elif found := _MONTH_YEAR.fullmatch(text):
        yield _written(found["year"], found["month"])
    else:
        yield from _counted(text)


def _whole_years(digits: str) -> list[str]:
    """Return the years of four digits that one of two may be."""
    return [f"{century}{digits}" for century in likely_centuries(digits[0])] if len(digits) == 2 else [digits]  # noqa: PLR2004 - digits


def _counted(text: str) -> Iterator[str]:
    """Yield a week or a day that is counted from the beginning of its year (ISO 8601)."""
    with contextlib.suppress(ValueError, OverflowError):
        if found := _WEEK.fullmatch(text):
            year, week = int(found["year"]), int(found["week"])
            days = [date.fromisocalendar(year, week, day) for day in ([int(found["day"])] if found["day"] else [1, 7])]
            yield str(days[0]) if len(days) == 1 else f"[{days[0]}..{days[1]}]"
        elif found := _NUMBERED_DAY.fullmatch(text):
            day = Day.of(int(found["year"]), 1, 1).shifted(int(found["day"]) - 1)
            yield str(day) if day.year == int(found["year"]) else ""


def _of_other_years(text: str) -> Iterator[str]:
    """Yield what is before the Common Era or beyond 9999."""
    yield from eras.with_other_years(text)
    inner = eras.without_era(text)
    if inner is not None:
        found = _first_of((_numbers, _round, _season_alone, _named), inner)
        yield from filter(None, map(eras.before_common_era, [inner] if is_date(inner) else found))


def _season_alone(text: str) -> Iterator[str]:
    found = _SEASON.fullmatch(text)
    return _season(found) if found else iter(())


def _unmarked(text: str) -> list[str]:
    """Return the readings of a text without words of doubt or part of a time, so that nothing is taken off twice."""
    return [text] if is_date(text) and "/" not in text else _first_of((_of_other_years, _numbers, _round, _named), text)


def _marked(text: str) -> Iterator[str]:
    if found := _OPEN_YEAR.fullmatch(text):
        yield f"{found['stem']}X"
    for pattern, mark in ((_ABOUT, "~"), (_PERHAPS, "?")):
        if found := pattern.fullmatch(text):
            inner = next(filter(None, found.groups())).strip()
            yield from (f"{one}{mark}" for one in _unmarked(inner))
            # An end that is a set, such as a part of a month, says by itself that it is about.
            yield from _part_of_a_time(inner)


def _round(text: str) -> Iterator[str]:
    """Yield years, decades and centuries."""
    if found := _YEAR.fullmatch(text):
        yield _written(found["year"] or found["after"] or found["before"])
    elif found := _DECADE.fullmatch(text):
        centuries = [found["century"]] if found["century"] else likely_centuries(found["decade"])
        yield from (f"{century}{found['decade']}X" for century in centuries)
        if found["century"] and found["decade"] == "0":
            yield f"{found['century']}XX"
    elif found := _CENTURY.fullmatch(text):
        number = _ordinal(found["number"])
        yield f"{number - 1:02}XX" if number > 1 else eras.FIRST_CENTURY if number else ""


def _ordinal(text: str) -> int:
    """Return the number of "5th", "5" or "fifth"; 0 for another word."""
    if found := _NUMBERED.fullmatch(text.lower()):
        return int(found[1])
    known = text.lower()
    return _ORDINALS.index(known) + 1 if known in _ORDINALS else _LAST_CENTURY * (known == "twenty-first")


def _part_of_a_time(text: str) -> Iterator[str]:
    """Yield what a season, or a quarter, a half or a third of some time covers."""
    if found := _SEASON.fullmatch(text):
        yield from _season(found)
    elif found := _QUARTER.fullmatch(text):
        number = int(found["q1"] or found["q2"])
        yield _written(found["y1"] or found["y2"], seasons.FIRST_QUARTER + number - 1)
    elif found := _HALF.fullmatch(text):
        yield _months(found["year"] or found["other"], 6 * int(found["number"] or found["second"]) - 5, 6)
    elif found := _PART.fullmatch(text):
        count = _SHARES[found["share"].lower()] if found["share"] else 3
        number = _THIRDS.get(found["part"].lower(), 0) or _ordinal(found["which"]) or count
        season = _SEASON.fullmatch(found["date"])
        whole = _season(season) if season else _unmarked(found["date"])
        yield from (_share(one, number, count) for one in whole if is_date(one))


def _share(text: str, number: int, count: int) -> str:
    """Return one of so many parts of a month, a season, a year, a decade or a century; "" where there is none."""
    when = read(text, "UTC")
    if when.earliest is None or when.latest is None or when.earliest == when.latest or number > count:
        return ""
    if count == _SHARES["quarter"] and (plain := PLAIN.fullmatch(text)) and plain["month"] is None:
        return f"{text}-{seasons.FIRST_QUARTER + number - 1}"
    length = when.latest.days_since(when.earliest) + 1
    unit = next((unit for most, unit in _MOST_DAYS.items() if length <= most), None)
    units = periods_between(when.earliest, when.latest, unit, 100) if unit else ()
    if not units:
        return ""
    # A month is shared as if it had 30 days, and the last part has the rest.
    whole = _DAYS_OF_A_MONTH if unit is Precision.DAY and len(units) >= _SHORTEST_MONTH else len(units)
    first = -(-whole * (number - 1) // count)
    last = len(units) if number == count else -(-whole * number // count)
    return f"[{units[first]}..{units[last - 1]}]" if last - first > 1 else units[first]


def _season(found: re.Match[str]) -> Iterator[str]:
    """Yield a season in EDTF; "winter 2030" may begin in 2029, too."""
    year, name = found["year"] or found["other"], (found["name"] or found["after"]).lower()
    if found["next"]:  # Winter in the north or summer in the south.
        both = {"winter": _SEASONS["winter"], "summer": seasons.SOUTHERN_SUMMER}
        if f"{int(year) + 1}".endswith(found["next"]) and name in both:
            yield _written(year, both[name])
        return
    yield _written(year, _SEASONS[name])
    if name == "winter":
        yield _written(int(year) - 1, _SEASONS[name])


def _months(year: str, first: int, count: int) -> str:
    """Return so many months, from one of a year on, as some time within."""
    last = first + count - 1
    end = _written(int(year) + (last > len(MONTHS)), (last - 1) % len(MONTHS) + 1)
    return f"[{_written(year, first)}..{end}]"


def _named(text: str) -> Iterator[str]:
    """Yield a date whose month has a name, in whatever order."""
    words = [word for word in _SPLIT.split(text.lower()) if word and word not in _SKIPPED]
    months = [(word, number) for word in words if (number := month_of(word))]
    if len(months) != 1 or len(words) > 3:  # noqa: PLR2004 - a day, a month and a year
        return
    words.remove(months[0][0])
    years = [word for word in words if _YEAR_OF_A_DAY.fullmatch(word)]
    days = [found[1] for word in words if (found := _NUMBERED.fullmatch(word))]
    if len(years) == 1 and len(years) + len(days) == len(words):
        yield _written(years[0].upper(), months[0][1], days[0] if days else None)
    elif not years and len(days) == len(words) == 2 and _DAY_MONTH_YEAR.fullmatch(text):  # noqa: PLR2004 - 12 Nov 17
        yield from (_written(year, months[0][1], days[0]) for year in _whole_years(f"{days[1]:>02}"))


def month_of(word: str) -> int:
    """Return the number of a month by its name or the first three letters or more of it; 0 for another word."""
    starts = [number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(word)]
    return starts[0] if len(starts) == 1 and len(word) > 2 else 0  # noqa: PLR2004 - "ma" may be two


# --- what lacks a part -----------------------------------------------------------------------------------------------


def neighbour(text: str, step: int) -> str | None:
    """Return the day, month or year before (-1) or after (1) all that a date may cover."""
    if "T" in text:  # before and after a minute is told by the minute
        return text
    when = read(text)
    edge = when.earliest if step < 0 else when.latest
    if edge is None:
        return None
    beside = edge.shifted(step)
    is_of_day = when.earliest == when.latest
    is_of_month = when.precision is Precision.MONTH and not is_of_day
    unit = Precision.DAY if is_of_day else Precision.MONTH if is_of_month else Precision.YEAR
    found = period_of(beside, unit)
    # A year of more than four digits stands alone.
    return found if is_date(found) else period_of(beside, Precision.YEAR)


def impossible(text: str, problem: str = "has no day") -> tuple[str, DateError] | None:
    """Return the day that a text names where its month has no such day, or there is no such month, with the problem."""
    stripped = text.strip()
    inner = eras.without_era(stripped)
    for way in (_numbers, _named):
        for typed in way(inner or stripped):
            one = (eras.before_common_era(typed) if inner else None) or typed
            try:
                read(one)
            except DateError as error:
                if problem in error.problem:
                    return one, error
    return None


def yearless(text: str) -> str | None:
    """Return a day and a month without a year as "01-05"."""
    found = _YEARLESS.fullmatch(text)
    month = month_of((found["month"] or found["m"]).lower()) if found else 0
    day = int(found["day"] or found["d"]) if found else 0
    return f"{month:02}-{day:02}" if month and is_date(f"2000-{month:02}-{day:02}") else None


def completed(begin: str, end: str) -> Iterator[tuple[str, str]]:
    """Yield both sides of a span, each with what it may share with the other: "1" and "3 March 2031"."""
    yield begin, end
    words = end.split() if eras.has_era(end) else _SPLIT.split(end.strip())
    shared = (3, 2, 1) if eras.has_era(end) else (2, 1)
    yield from ((f"{begin} {' '.join(words[-count:])}", end) for count in shared if len(words) > count)
    opening = _SPLIT.split(begin.strip())
    if len(words) > 1 and re.fullmatch(r"\d{3,4}", words[-1]):  # March 1 - 3, 2031
        yield f"{begin} {words[-1]}", f"{' '.join(opening[:1])} {end}"
    stem = begin.strip()
    if PLAIN.fullmatch(stem) and stem[0].isdigit():  # 2031-03-01/03, 2031-03-01/04-02, 2014/15
        yield from ((begin, f"{stem[:keep]}{end}") for keep in (8, 5, 2) if keep < len(stem))


def all_of(parts: Iterable[str]) -> list[str] | None:
    """Return each of several dates that are listed in one text; None where one cannot be read."""
    told = list(parts)
    if any(part.lower() in _SKIPPED for part in told):  # "on or about 17 November 2017" names one day
        return None
    found = []
    # The month and the year, or the year alone; with its era, if it has one.
    has_era = eras.has_era(told[-1])
    words = told[-1].split() if has_era else _SPLIT.split(told[-1])
    endings = [" ".join(words[-count:]) for count in ((3, 2, 1) if has_era else (2, 1))]
    for part in told:
        # "490" of "490 or 489 BC" is a year by itself, and another one: what has as many numbers lacks the era alone.
        lacks_era = has_era and not eras.has_era(part) and len(_DIGITS.findall(part)) == len(_DIGITS.findall(told[-1]))
        ways = [_era_of(words)] if lacks_era else ["", *endings]
        days = next((one for shared in ways if (one := readings(f"{part} {shared}".strip()))), [])
        days = [day for day in days if day[:1] not in {"[", "{"}]
        if not days:
            return None
        found.append(days[0])
    return found


def _era_of(words: list[str]) -> str:
    """Return the words behind the last number: "BC"."""
    last = max(place for place, word in enumerate(words) if _DIGITS.search(word))
    return " ".join(words[last + 1 :])


_READERS: Final = (_of_other_years, _numbers, _marked, _round, _part_of_a_time, _named)
"""The ways to read a date, in turn."""

"""What to write for a year of an era that needs a word of its own: where it began within a year, or in two ways."""

import re
from collections.abc import Callable
from typing import Final

from dateline.ground.dates.civil_day import years_as_written
from dateline.ground.dates.edtf import read
from dateline.ground.dates.human import is_date, readings
from dateline.ground.dates.offered import of_calendar, one_of, typed, within_or_lasting
from dateline.ground.dates.other_calendars import JULIAN
from dateline.ground.dates.told import in_words
from dateline.ground.dates.years_of_eras import folded, of_a_letter
from dateline.ground.roman_numerals import numeral

_OLYMPIAD: Final = re.compile(
    r"(?:the )?(?:ol(?:ymp)?\.?|olympiad) ?(?P<number>\d{1,3})(?:[.,/: ]+(?:year )?(?P<year>[1-4]))?"
    r"|(?:the )?(?:(?P<which>first|second|third|fourth|last|[1-4](?:st|nd|rd|th)|year [1-4]),? (?:year )?of )?(?:the )?"
    r"(?:(?P<ordinal>\d{1,3})(?:st|nd|rd|th) olympiad|olympiad (?P<after>\d{1,3}))"
)
_YEARS: Final = ("first", "second", "third", "fourth")
_FIRST_GAMES: Final = 775
"""The first Olympiad began in the summer of 776 BCE, the year -775."""
_LAST_OLYMPIAD: Final = 293
_SUMMER: Final = 22
_ATTIC: Final = re.compile(r"(?P<first>\d{1,4})/(?P<last>\d{1,4}) ?(?:b\.? ?c\.?(?: ?e\.?)?)")
_BUDDHIST: Final = re.compile(
    r"(?P<before>.*?)(?:(?<![a-z])(?:b\.? ?e\.?|buddhist era|พ\.ศ\.|พศ),? ?(?P<year>2\d{3})"
    r"|(?P<other>2\d{3}),? ?(?:b\.? ?e\.?|buddhist era)(?![a-z]))(?P<after>.*)"
)
_THAI: Final = 543
_LIKE_OURS_FROM: Final = 2484
"""The first year in Thailand that began in January: 1941."""
_CITY: Final = re.compile(
    r"(?P<before>.*?)(?:(?:a\. ?u\. ?c\.?|auc|ab urbe condita),? (?P<year>\d{1,4})"
    r"|(?P<other>\d{1,4}),? (?:a\. ?u\. ?c\.?|auc|ab urbe condita))(?P<after>.*)"
)
_ROME: Final = 753
_WORLD: Final = re.compile(r"(?:a\.? ?m\.?|anno mundi),? (?P<year>\d{4})|(?P<other>\d{4}),? (?:a\.? ?m\.?|anno mundi)")
_BYZANTIUM: Final = 5509
_HEBREW_YEARS: Final = range(3000, 6001)
_BYZANTINE_YEARS: Final = range(5800, 7601)
_MEIJI: Final = re.compile(r"(?:meiji|明治) ?(?P<year>[1-5](?!\d)|元|gannen)年?(?P<rest>.*)")
_BEFORE_MEIJI: Final = 1867
_SPANNING: Final = tuple(
    (name, begun, month, re.compile(rf"(?:{names}) (?P<year>\d{{1,4}})|(?P<other>\d{{1,4}}) (?:{names})"))
    for name, names, begun, month in (
        ("in Ethiopia", r"e\.? ?c\.?|ethiopian(?: calendar)?|amete mihret", 7, 9),
        ("of Vikram Samvat", r"[vb]\.? ?s\.?|vikrami?|vikram samvat|bikram sambat", -57, 3),
        ("of the Fascist era", r"e\.? ?f\.?|era fascista", 1921, 10),
        ("of the Kollam era", r"m\.? ?e\.?|kollam(?: era)?", 824, 8),
    )
)
"""Eras whose year begins in the course of ours: the year before their first, and the month in which it began."""
_NAMED: Final = (
    ("persian", re.compile(r"(?P<year>1[0-4]\d\d) (?:s\.?h\.?|a\.?p\.?|solar hijri|shamsi)")),
    ("persian", re.compile(r"(?:s\.?h\.?|a\.?p\.?|solar hijri) (?P<year>1[0-4]\d\d)")),
    ("indian-civil", re.compile(r"(?P<year>1[89]\d\d) saka(?: era)?|saka(?: era)? (?P<other>1[89]\d\d)")),
    ("french-republican", re.compile(r"(?:en )?(?:l')?an (?P<roman>[ivx]{1,5}|\d{1,2})")),
    ("french-republican", re.compile(r"year (?P<roman>[ivx]{1,5}) of the (?:french )?republic")),
)
_KINGS: Final = (
    r"henry|hen|edward|edw|richard|ric|rich|john|william|will|james|jac|charles|car|mary|elizabeth|eliz|george|geo|anne"
    r"|victoria|vic|philip|louis|frederick|ptolemy|nero|tiberius|trajan|hadrian|augustus|darius|xerxes|cyrus|ramesses"
)
_OF_A_KING: Final = r"of (?:the reign of )?(?:king |queen |emperor |empress |pharaoh |pope )?[^\d]{3,30}"
_REIGN: Final = re.compile(
    rf"\d{{1,2}}(?:st|nd|rd|th)? (?:{_KINGS})\.? ?(?:[ivx]{{1,5}}|\d)?\.?"
    rf"|(?:in )?(?:the )?(?:regnal )?year (?:\d{{1,2}}|[ivx]+) {_OF_A_KING}"
    rf"|(?:in )?(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)|[a-z]+) (?:regnal )?year {_OF_A_KING}"
    r"|anno regni .+|(?:in )?(?:the )?(?:consulship|archonship|reign|pontificate|eponymy) of .+"
    r"|regnal year (?:\d+|[ivx]+)|[ivx]+ regnal year"
)


def of_era(text: str) -> str | None:
    """Return what to write for a year of an era; None for another text."""
    plain = folded(text)
    return next((said for way in _WAYS if (said := way(plain))), None)


def _olympiad(text: str) -> str | None:
    found = _OLYMPIAD.fullmatch(text)
    if found is None:
        return None
    number = int(found["number"] or found["ordinal"] or found["after"])
    if not 1 <= number <= _LAST_OLYMPIAD:
        return f"the Olympiads are 1 to {_LAST_OLYMPIAD}: correct it"
    begun = 4 * (number - 1) - _FIRST_GAMES
    which = (found["which"] or "").removeprefix("year ")
    place = (
        4 if which == "last" else _YEARS.index(which) + 1 if which in _YEARS else int(found["year"] or which[:1] or 0)
    )
    first, last = (begun + place - 1, begun + place) if place else (begun, begun + 4)
    seasons = [f"{years_as_written(year)}-{_SUMMER}" for year in (first, last)]
    years = f"{_between(first)} to {_between(last - 1)}" if last - first > 1 else _between(first)
    return f"it is {years}, from one summer to another: {within_or_lasting(*seasons)}"


def _between(year: int) -> str:
    """Return a year from summer to summer as historians write it: "432/431 BCE"."""
    begun, ended = (in_words(read(years_as_written(one))) for one in (year, year + 1))
    is_same = begun.rpartition(" ")[2] == ended.rpartition(" ")[2]
    return f"{begun.rpartition(' ')[0] if is_same else begun}/{ended}"


def _attic(text: str) -> str | None:
    """Return what to write for one year from summer to summer: 432/1 BCE."""
    found = _ATTIC.fullmatch(text)
    if found is None:
        return None
    first, last = int(found["first"]), int(found["first"]) - 1
    if not f"{last}".endswith(found["last"]) or last < 1:
        return None
    whole = [years_as_written(1 - year) for year in (first, last)]
    seasons = [f"{year}-{_SUMMER}" for year in whole]
    spanned = f"; if both years are meant, {'/'.join(whole)}"
    return f"if it is one year from summer to summer, {within_or_lasting(*seasons)}{spanned}"


def _buddhist(text: str) -> str | None:
    """Return what to write for a Buddhist year: in Thailand one of ours since 1941, elsewhere from spring to spring."""
    found = _BUDDHIST.fullmatch(text)
    if found is None:
        return None
    number = int(found["year"] or found["other"])
    year, around = number - _THAI, (found["before"].strip(" ,"), found["after"].strip(" ,"))
    if not any(around):
        thai = f"{year}" if number >= _LIKE_OURS_FROM else f'"[{year}-04..{year + 1}-03]"'
        return (
            f'if it is counted as in Thailand, write {thai}; as in Sri Lanka or Myanmar, "[{year - 1}-04..{year}-05]"'
        )
    days = readings(f"{around[0]} {year} {around[1]}".strip())
    return f"if it is counted as in Thailand, write {one_of(days)}" if days and number >= _LIKE_OURS_FROM else None


def _of_the_city(text: str) -> str | None:
    """Return what to write for a year since the founding of Rome, as Varro reckoned it."""
    found = _CITY.fullmatch(text)
    if found is None:
        return None
    year = int(found["year"] or found["other"]) - _ROME
    told = f"{year} AD" if year > 0 else f"{1 - year} BC"
    dates = readings(" ".join(f"{found['before'].strip(' ,')} {told} {found['after'].strip(' ,')}".split()))
    return f"if it is counted as Varro did, write {one_of(dates)}" if dates else None


def _of_the_world(text: str) -> str | None:
    """Return what to write for a year since the creation: by the Hebrew count, or by that of Byzantium."""
    found = _WORLD.fullmatch(text)
    if found is None:
        return None
    number = int(found["year"] or found["other"])
    hebrew = of_calendar(f"{number:04}", "hebrew") if number in _HEBREW_YEARS else ""
    byzantine = ""
    if number in _BYZANTINE_YEARS:
        begun = number - _BYZANTIUM
        span = f"[{years_as_written(begun)}-09..{years_as_written(begun + 1)}-08]"
        byzantine = f"if it is of Byzantium or of Russia, {of_calendar(span, JULIAN)}"
    if number < _HEBREW_YEARS.start and is_date(f"{number:04}", None, "coptic"):
        return f"if it counts from the Martyrs, as Copts do, {of_calendar(f'{number:04}', 'coptic')}"
    both = f"if it is of the Hebrew calendar, {hebrew}" if byzantine and hebrew else hebrew
    return "; ".join(filter(None, (both, byzantine))) or None


def _meiji(text: str) -> str | None:
    """Return what to write for a year of Japan before 1873, whose months were of the moon."""
    found = _MEIJI.fullmatch(text)
    if found is None:
        return None
    year = _BEFORE_MEIJI + (int(found["year"]) if found["year"].isdecimal() else 1)
    return (
        "until 1872 the months of Japan were of the moon, and a day has to be looked up: write "
        f'{year}~ for the year, or "[{year}-01..{year + 1}-02]", which it cannot have left'
    )


def _spanning(text: str) -> str | None:
    for name, before, month, pattern in _SPANNING:
        if found := pattern.fullmatch(text):
            year = before + int(found["year"] or found["other"])
            span = f"[{years_as_written(year)}-{month:02}..{years_as_written(year + 1)}-{month:02}]"
            return f"if it is a year {name}, write {one_of([span])}" if is_date(span) else None
    return None


def _named_calendar(text: str) -> str | None:
    for calendar, pattern in _NAMED:
        if found := pattern.fullmatch(text):
            groups = found.groupdict()
            year = groups.get("roman") or groups.get("year") or groups["other"]
            number = int(year) if year.isdecimal() else numeral(year)
            date = f"{number:04}" if number else ""
            return of_calendar(date, calendar) if date and is_date(date, None, calendar) else None
    return None


def _letter(text: str) -> str | None:
    told = of_a_letter(text)
    dates = readings(told[1]) if told else []
    return f"if it is {told[0]} of Japan, write {one_of(dates)}" if told and dates else None


def _reign(text: str) -> str | None:
    if not _REIGN.fullmatch(text):
        return None
    return (
        "reckon it from the day on which that year began, and write its first and its last day, as "
        f"{typed('[1511-04-22..1512-04-21]')}, with date_basis: inferred; the source's words stand in date_wording"
    )


_WAYS: Final[tuple[Callable[[str], str | None], ...]] = (
    _olympiad,
    _attic,
    _buddhist,
    _of_the_city,
    _of_the_world,
    _meiji,
    _spanning,
    _named_calendar,
    _letter,
    _reign,
)
"""What is tried in turn."""

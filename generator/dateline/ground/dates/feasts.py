"""Feasts: the days that a feast of a year may be, of the calendar by which it is kept.

Easter is reckoned by the `convertdate` package: in the West since 1583 by the Gregorian
calendar, before and in the East by the Julian one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.ground.dates.civil_day import Day
from dateline.ground.dates.other_calendars import JULIAN, days_of, easter
from dateline.ground.dates.years_of_eras import folded

_OF_EASTER: Final = {
    "septuagesima": -63,
    "shrove tuesday": -47,
    "mardi gras": -47,
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "holy thursday": -3,
    "good friday": -2,
    "holy saturday": -1,
    "easter eve": -1,
    "easter sunday": 0,
    "easter day": 0,
    "easter": 0,
    "pascha": 0,
    "easter monday": 1,
    "low sunday": 7,
    "rogation sunday": 35,
    "ascension day": 39,
    "ascension": 39,
    "whitsun": 49,
    "whit sunday": 49,
    "whitsunday": 49,
    "pentecost": 49,
    "whit monday": 50,
    "trinity sunday": 56,
    "corpus christi": 60,
}
"""By how many days each is after Easter."""
_FIXED: Final = {
    "new year's day": (1, 1),
    "new years day": (1, 1),
    "epiphany": (1, 6),
    "candlemas": (2, 2),
    "valentine's day": (2, 14),
    "valentine": (2, 14),
    "patrick's day": (3, 17),
    "lady day": (3, 25),
    "annunciation": (3, 25),
    "george's day": (4, 23),
    "mark's day": (4, 25),
    "may day": (5, 1),
    "john the baptist's day": (6, 24),
    "peter and paul": (6, 29),
    "bastille day": (7, 14),
    "james's day": (7, 25),
    "lammas": (8, 1),
    "lawrence's day": (8, 10),
    "assumption": (8, 15),
    "bartholomew's day": (8, 24),
    "holy cross day": (9, 14),
    "holyrood day": (9, 14),
    "matthew's day": (9, 21),
    "michaelmas": (9, 29),
    "luke's day": (10, 18),
    "crispin's day": (10, 25),
    "halloween": (10, 31),
    "hallowe'en": (10, 31),
    "all hallows' eve": (10, 31),
    "all saints' day": (11, 1),
    "all saints": (11, 1),
    "all hallows": (11, 1),
    "all souls' day": (11, 2),
    "all souls": (11, 2),
    "guy fawkes night": (11, 5),
    "martinmas": (11, 11),
    "martin's day": (11, 11),
    "armistice day": (11, 11),
    "andrew's day": (11, 30),
    "nicholas's day": (12, 6),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "stephen's day": (12, 26),
    "holy innocents' day": (12, 28),
    "childermas": (12, 28),
    "new year's eve": (12, 31),
    "new years eve": (12, 31),
    "old year's night": (12, 31),
}
_OTHERS: Final = {
    "islamic new year": ("hijri", 1, 1),
    "ashura": ("hijri", 1, 10),
    "eid al fitr": ("hijri", 10, 1),
    "eid ul fitr": ("hijri", 10, 1),
    "arafat day": ("hijri", 12, 9),
    "day of arafah": ("hijri", 12, 9),
    "eid al adha": ("hijri", 12, 10),
    "eid ul adha": ("hijri", 12, 10),
    "passover": ("hebrew", 1, 15),
    "pesach": ("hebrew", 1, 15),
    "shavuot": ("hebrew", 3, 6),
    "rosh hashanah": ("hebrew", 7, 1),
    "yom kippur": ("hebrew", 7, 10),
    "sukkot": ("hebrew", 7, 15),
    "hanukkah": ("hebrew", 9, 25),
    "chanukah": ("hebrew", 9, 25),
    "nowruz": ("persian", 1, 1),
    "nauruz": ("persian", 1, 1),
    "nawruz": ("persian", 1, 1),
    "norouz": ("persian", 1, 1),
    "noruz": ("persian", 1, 1),
    "newroz": ("persian", 1, 1),
}
"""Those of other calendars: of which, in what month, on what day."""
_LOOKED_UP: Final = (
    "diwali", "deepavali", "holi", "vesak", "thanksgiving", "chinese new year", "lunar new year", "tet", "songkran",
    "losar", "carnival", "purim", "simchat torah", "mawlid", "midsummer", "hocktide", "harvest festival",
    "labour day", "labor day", "memorial day", "independence day", "election day", "mother's day", "bank holiday",
    "advent sunday", "first sunday of advent",
)  # fmt: skip
"""Those whose day depends on where they were kept, or is not reckoned here."""
_SEASONS: Final = frozenset({
    "easter", "pascha", "christmas", "whitsun", "passover", "pesach", "sukkot", "hanukkah", "chanukah",
})  # fmt: skip
"""Those that may mean the days around them as well."""
_NAMES: Final = "|".join(sorted({*_OF_EASTER, *_FIXED, *_OTHERS}, key=len, reverse=True))
_BEFORE: Final = (
    r"(?:the )?(?:feast of (?:the )?)?"
    r"(?:(?P<church>orthodox|greek|russian|coptic|eastern|julian|western|catholic) )?(?:(?:st|saint|sts|ss)\.? )?"
)
_OF_THE_YEAR: Final = (
    r"(?:,? (?:of |in )?(?P<year>\d{1,4})(?: ?(?:a\.?d|c\.?e)\b\.?)?(?=[,;)]|$| ?(?:to|and|or|until|/|-|–) ))?"
)
_FEAST: Final = re.compile(rf"{_BEFORE}(?<!\w)(?P<name>{_NAMES})(?!\w)(?: day| sunday)?{_OF_THE_YEAR}")
_LOOKED_UP_IN: Final = re.compile(rf".*?(?<!\w)(?P<name>{'|'.join(_LOOKED_UP)})(?!\w).*")
_HYPHEN: Final = re.compile(r"(?<=[a-z])-(?=[a-z])")
_EAST: Final = frozenset({"orthodox", "greek", "russian", "coptic", "eastern", "julian"})
_WEST: Final = frozenset({"western", "catholic"})
FIRST_OF_TWO: Final = 1583
"""From this year on there are two calendars, and two Easters."""
FIRST_OF_ONE: Final = 1753
"""From this year on the feasts of the West are kept by the Gregorian calendar; Britain was late."""


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast as somebody names it, with its year if the text has one."""

    name: str
    year: int | None
    church: str
    """Of which church it is said to be; "" of none."""
    before: str
    after: str
    """What else the text says."""

    @property
    def may_be_a_season(self) -> bool:
        """Whether the days around it may be meant."""
        return self.name in _SEASONS

    @property
    def of_calendar(self) -> tuple[str, int, int] | None:
        """The calendar, the month and the day of it, if that is neither the Julian nor the Gregorian calendar."""
        return _OTHERS.get(self.name)

    @property
    def in_the_west(self) -> Day:
        """The day of it, with its year, where the Gregorian calendar is kept."""
        year = self.year or 0
        if self.name in _FIXED:
            return Day(year, *_FIXED[self.name])
        return Day.fromordinal(easter(year, by_julian=False) + _OF_EASTER[self.name])

    @property
    def in_the_east(self) -> Day:
        """The day of it, with its year, where the Julian calendar is kept: as a Gregorian day."""
        year = self.year or 0
        if self.name in _FIXED:
            return Day.fromordinal(days_of(JULIAN, year, *_FIXED[self.name])[0])
        return Day.fromordinal(easter(year, by_julian=True) + _OF_EASTER[self.name])

    @property
    def only_day(self) -> Day | None:
        """The day of it where it may be no other; a feast of fixed day is that of the West where no church is named."""
        if self.year is None or self.of_calendar is not None or self.year < FIRST_OF_TWO:
            return None
        if self.church in _EAST:
            return self.in_the_east
        is_sure = self.church in _WEST or (self.name in _FIXED and self.year >= FIRST_OF_ONE)
        return self.in_the_west if is_sure or self.in_the_west == self.in_the_east else None


def feast_in(text: str) -> Feast | None:
    """Return the feast that a text names; None where it names none."""
    plain = _plain(text)
    found = _FEAST.search(plain)
    if found is None:
        return None
    year = int(found["year"]) if found["year"] else None
    return Feast(found["name"], year or None, found["church"] or "", plain[: found.start()], plain[found.end() :])


def with_feast_days(text: str) -> Iterator[str]:
    """Yield the text with the day that a feast surely was instead of it."""
    feast = feast_in(text)
    if feast is not None and (day := feast.only_day) is not None:
        yield f"{feast.before}{day}{feast.after}"


def looked_up(text: str) -> str | None:
    """Return the feast of a text whose day depends on where it was kept, or is not reckoned here."""
    found = _LOOKED_UP_IN.fullmatch(_plain(text))
    return found["name"] if found else None


def _plain(text: str) -> str:
    return _HYPHEN.sub(" ", folded(text).replace("’", "'"))

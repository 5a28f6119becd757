"""A language: what a message is in it, and how it writes numbers, lists and dates (CLDR, by Babel)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache, reduce
from typing import Final, TypeAlias, cast

from babel.core import Locale, UnknownLocaleError
from babel.dates import DateTimeFormat, DateTimePattern, parse_pattern
from babel.numbers import format_decimal

from dateline.ground.languages import catalogues
from dateline.ground.languages.catalogues import Texts, key_of
from dateline.ground.languages.language_codes import script_of

_ENGLISH: Final = "en"
_LOCALES: Final = {"en": "en_001"}
"""English as the world writes it: 17 November 2017."""
_RIGHT_TO_LEFT: Final = frozenset(
    {"Adlm", "Arab", "Armi", "Avst", "Hebr", "Mand", "Nkoo", "Palm", "Phnx", "Rohg", "Samr", "Sarb", "Syrc", "Thaa"}
)
_FORMS: Final = ("zero", "one", "two", "few", "many", "other")
_DAY: Final = re.compile(r"d+\.?")
_LEAP_DAY: Final = (2, 29)
_PATTERNS: Final = {
    "year": "y",
    "month and year": "yMMMM",
    "short month and year": "yMMM",
    "day and month": "MMMMd",
    "short day and month": "MMMd",
    "short all": "yMMMd",
}
"""What a part of a date is asked for by, and CLDR's name of it."""
CivilDay: TypeAlias = tuple[int, int, int]
"""A year, a month and a day."""
_A_CYCLE: Final = 400
"""After so many years the calendar repeats itself."""


def marked(message: str) -> str:
    """Return a message as it is: it is put into words where it is shown, and found here."""
    return message


def marked_in(context: str, message: str) -> str:  # noqa: ARG001 - for whoever collects the messages
    """Return a message as it is, like `marked`; its context tells it from another of the same words."""
    return message


def marked_many(one: str, many: str) -> tuple[str, str]:
    """Return the two forms of a message about so many of something, like `marked`."""
    return one, many


@dataclass(frozen=True, eq=False)
class Language:
    """A language that pages speak; without texts it is English."""

    code: str = _ENGLISH
    """What the language is called in HTML (BCP 47)."""
    texts: Texts = field(default_factory=dict, repr=False)

    # --- messages ----------------------------------------------------------------------------------------------------

    def gettext(self, message: str, /, **values: object) -> str:
        """Return a message in this language, with its values."""
        found = self.texts.get(message)
        text = found[0] if found else message
        return self.filled(text, values) if values or "%" in text else text

    def ngettext(self, one: str, many: str, count: int, /, **values: object) -> str:
        """Return a message for so many of something; `%(count)s` in it is the number."""
        return self.filled(self.form("", one, many, count), {"count": count, **values})

    def pgettext(self, context: str, message: str, /, **values: object) -> str:
        """Return a message that its context tells from another of the same words."""
        return self.filled(self.text(key_of(context, message), message), values)

    def npgettext(self, context: str, one: str, many: str, count: int, /, **values: object) -> str:
        """Return a message with a context, for so many of something."""
        return self.filled(self.form(context, one, many, count), {"count": count, **values})

    def text(self, key: str, message: str = "") -> str:
        """Return the text of a message by its key, without its values."""
        found = self.texts.get(key)
        return found[0] if found else message or key

    def form(self, context: str, one: str, many: str, count: int) -> str:
        """Return the text of the form that so many of something take."""
        found = self.texts.get(key_of(context, one))
        if not found:
            return one if count == 1 else many
        # A catalogue with fewer forms than CLDR knows has the last one for the rest.
        return found[min(self._forms.index(self.locale.plural_form(count)), len(found) - 1)]

    def forms(self, one: str, many: str) -> dict[str, str]:
        """Return a message's text in every form of the plural, by CLDR's name of it: for whoever counts elsewhere."""
        found = self.texts.get(one) or (one, many)
        return {form: found[min(place, len(found) - 1)] for place, form in enumerate(self._forms)}

    def filled(self, text: str, values: Mapping[str, object]) -> str:
        """Return a text with its values, whole numbers among them as the language writes them."""
        if int in map(type, values.values()):
            values = {name: self.number(value) if type(value) is int else value for name, value in values.items()}
        return text % values

    @cached_property
    def _forms(self) -> list[str]:
        return [form for form in _FORMS if form in {*self.locale.plural_form.tags, "other"}]

    # --- what is not a message ---------------------------------------------------------------------------------------

    @cached_property
    def locale(self) -> Locale:
        """What CLDR knows of the language."""
        primary = self.code.split("-")[0].lower()
        return Locale.parse(_LOCALES.get(primary) or _known_locale(self.code) or primary)

    @cached_property
    def short_locale(self) -> Locale:
        """What short names of months are from: English has "Sep" in some countries and "Sept" in others."""
        return Locale.parse("en") if self.locale.language == _ENGLISH else self.locale

    @property
    def direction(self) -> str:
        """The way that it is written: "rtl" or "ltr"."""
        return direction_of(self.code)

    def number(self, value: float | Decimal) -> str:
        """Return a number as the language writes it, with all its digits: "8,800,000", "12.5"."""
        return _number(self, value)

    def fixed(self, value: float, digits: int) -> str:
        """Return a number with so many digits behind the point: "34.4500"."""
        return str(format_decimal(Decimal(f"{value:.{digits}f}"), format=f"0.{'0' * digits}", locale=self.locale))

    def listed(self, items: Iterable[str], style: str = "unit") -> str:
        """Return items as a list: "a, b, c"; "a, b and c" (`style` "standard"); "a, b or c" ("or")."""
        told = list(items)
        if len(told) < 2:  # noqa: PLR2004 - nothing to join
            return "".join(told)
        two, start, middle, end = _patterns(self, style)
        if len(told) == 2:  # noqa: PLR2004 - it has a pattern of its own
            return two.format(*told)
        found = start.format(*told[:2])
        for item in told[2:-1]:
            found = middle.format(found, item)
        return end.format(found, told[-1])

    def clauses(self, parts: Sequence[str]) -> str:
        """Return what is said in several parts as one sentence: "one voice; 2 papers: not confirmed"; empty ones go."""

        def both(before: str, after: str) -> str:
            return self.pgettext("parts of a sentence", "%(before)s; %(after)s", before=before, after=after)

        return reduce(both, filter(None, parts)) if any(parts) else ""

    def facts(self, parts: Sequence[str]) -> str:
        """Return facts that stand in a line: "Battle · al-Bukamal · 3 claims"; empty ones go."""

        def both(before: str, after: str) -> str:
            return self.pgettext("facts in a line", "%(before)s · %(after)s", before=before, after=after)

        return reduce(both, filter(None, parts)) if any(parts) else ""

    def told_of(self, name: str, told: str) -> str:
        """Return a name with what is told of it: "Deir ez-Zor: 3 claims"."""
        return self.pgettext("a name, and what is told of it", "%(name)s: %(told)s", name=name, told=told)

    def name_of(self, code: str) -> str:
        """Return what this language calls another, or its code where it has no name for it."""
        return str(self.locale.languages.get(code.split("-", maxsplit=1)[0].lower(), code))

    # --- dates -------------------------------------------------------------------------------------------------------

    def month(self, number: int, *, short: bool = False) -> str:
        """Return the name of a month, standing alone."""
        locale, width = (self.short_locale, "abbreviated") if short else (self.locale, "wide")
        return str(locale.months["stand-alone"][width][number])

    def weekday(self, number: int, width: str = "wide") -> str:
        """Return the name of a day of the week, Monday being 0."""
        return str(self.locale.days["stand-alone"][width][number])

    def date(self, day: CivilDay, parts: str) -> str:
        """Return a day, or some `parts` of it: "day and month", "month and year", "weekday" with all, or "all".

        The year is a number alone: of 431 BCE, which is -430, it is 431.
        """
        return _date(self, day, parts)

    @cached_property
    def shares_ends(self) -> bool:
        """Whether a date ends in month and year, so that two of one month can share them: "11 to 13 November 2017"."""
        pattern = str(self.locale.date_formats["long"].pattern)
        places = [pattern.find(letter) for letter in ("d", "M", "y")]
        return -1 < places[0] < places[1] < places[2]


ENGLISH: Final = Language()


@lru_cache(maxsize=64)
def _patterns(language: Language, style: str) -> tuple[str, ...]:
    """Return how a list of two is written, and how a longer one begins, goes on and ends."""
    known = language.locale.list_patterns
    styles = [known[name] for name in (style, "unit-short", "standard") if name in known]  # of some only parts are told
    return tuple(
        str(next(patterns[name] for patterns in styles if name in patterns)) for name in ("2", "start", "middle", "end")
    )


def decimal_of(value: float | Decimal) -> Decimal:
    """Return a number as it is written: 0.1 is a tenth."""
    return value if isinstance(value, Decimal) else Decimal(repr(value))


@lru_cache(maxsize=4096)
def _number(language: Language, value: float | Decimal) -> str:
    exact = decimal_of(value)
    whole = exact.to_integral_value()
    return str(format_decimal(whole if whole == exact else exact, locale=language.locale, decimal_quantization=False))


class _OfAnyYear(DateTimeFormat):
    """A date as Babel writes it, of any year: Babel knows those of `datetime`, 1 to 9999."""

    def __init__(self, civil: CivilDay, locale: Locale) -> None:
        year, month, day = civil
        # The days and weekdays of each 400 years are the same. The Julian calendar has leap days in more of them.
        alike = _A_CYCLE if (month, day) == _LEAP_DAY else _A_CYCLE + year % _A_CYCLE
        super().__init__(date(alike, month, day), locale)
        self._year = year if year > 0 else 1 - year

    def format_year(self, char: str, num: int) -> str:
        """Return the year; one before the year 1 as people count it, without its era."""
        return self.format(self._year, num) if char == "y" else super().format_year(char, num)


@lru_cache(maxsize=65536)
def _date(language: Language, civil: CivilDay, parts: str) -> str:
    if parts == "month":
        return language.month(civil[1])
    locale = language.locale
    names = language.short_locale if "short" in parts else locale
    return str(_pattern(locale, parts) % _OfAnyYear(civil, names))


def _pattern(locale: Locale, parts: str) -> DateTimePattern:
    """Return how a language writes some parts of a date."""
    if parts == "all":
        return cast("DateTimePattern", locale.date_formats["long"])
    if parts == "weekday":
        return cast("DateTimePattern", locale.date_formats["full"])
    if parts == "day":  # as the whole date has it, which in some languages is "17."
        found = _DAY.search(str(locale.date_formats["long"].pattern))
        return parse_pattern(found[0] if found else "d")
    return cast("DateTimePattern", locale.datetime_skeletons[_PATTERNS[parts]])


def _known_locale(code: str) -> str:
    """Return a language's name among Babel's locales; empty where Babel does not know all of it."""
    try:
        return str(Locale.parse(code, sep="-"))
    except (UnknownLocaleError, ValueError):
        return ""


@lru_cache(maxsize=64)
def language_of(code: str) -> Language:
    """Return the language that the pages of a chronology in this language speak: English where it has no catalogue."""
    primary = code.split("-", maxsplit=1)[0].lower()
    if primary == _ENGLISH:
        return Language(code)
    path = catalogues.LOCALES / f"{primary}.po"
    return Language(code, catalogues.texts_of(path)) if has_catalogue(code) else ENGLISH


def has_catalogue(code: str) -> bool:
    """Return whether pages can speak a language."""
    primary = code.split("-", maxsplit=1)[0].lower()
    return primary == _ENGLISH or (catalogues.LOCALES / f"{primary}.po").is_file()


def direction_of(code: str) -> str:
    """Return "rtl" for languages written from right to left, else "ltr"."""
    return "rtl" if script_of(code) in _RIGHT_TO_LEFT else "ltr"

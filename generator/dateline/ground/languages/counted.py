"""What is counted in a unit, a currency or per cent, as a language writes it (CLDR): "5 km", "US$8.8 million"."""

from decimal import Decimal
from functools import lru_cache
from typing import Final

from babel import Locale
from babel.numbers import format_compact_decimal, format_decimal, get_currency_symbol, list_currencies
from babel.units import format_unit

from dateline.ground.languages.language import Language, decimal_of

_MILLION: Final = 1_000_000
_QUADRILLION: Final = 10**15
_DIGITS: Final = 3
"""So many digits of a number of millions may stand behind its point."""
_NO_BREAK: Final = "\N{NO-BREAK SPACE}"
_CLDR: Final = {
    "m": "meter",
    "km": "kilometer",
    "cm": "centimeter",
    "mm": "millimeter",
    "[in_i]": "inch",
    "[ft_i]": "foot",
    "[yd_i]": "yard",
    "[mi_i]": "mile",
    "[nmi_i]": "nautical-mile",
    "g": "gram",
    "kg": "kilogram",
    "mg": "milligram",
    "t": "tonne",
    "[lb_av]": "pound",
    "[oz_av]": "ounce",
    "s": "second",
    "min": "minute",
    "h": "hour",
    "d": "day",
    "wk": "week",
    "mo": "month",
    "a": "year",
    "l": "liter",
    "L": "liter",
    "mL": "milliliter",
    "m3": "cubic-meter",
    "km3": "cubic-kilometer",
    "[gal_us]": "gallon",
    "[bbl_us]": "barrel",
    "m2": "square-meter",
    "km2": "square-kilometer",
    "har": "hectare",
    "[acr_us]": "acre",
    "Cel": "celsius",
    "[degF]": "fahrenheit",
    "K": "kelvin",
    "km/h": "kilometer-per-hour",
    "m/s": "meter-per-second",
    "[mi_i]/h": "mile-per-hour",
    "[kn_i]": "knot",
    "W": "watt",
    "kW": "kilowatt",
    "MW": "megawatt",
    "GW": "gigawatt",
    "kW.h": "kilowatt-hour",
    "J": "joule",
    "V": "volt",
    "A": "ampere",
    "Hz": "hertz",
    "bar": "bar",
    "Pa": "pascal",
    "hPa": "hectopascal",
    "By": "byte",
    "kBy": "kilobyte",
    "MBy": "megabyte",
    "GBy": "gigabyte",
    "TBy": "terabyte",
}
"""The units that CLDR has a name for, by their codes in UCUM."""

_MINUS: Final = "-\N{MINUS SIGN}\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
"""What stands before a number below zero, with the marks that some languages set beside it."""


def names_of_units() -> dict[str, str]:
    """Return CLDR's names of units by their codes in UCUM, the first code of each."""
    return {code: name for name, code in {name: code for code, name in reversed(_CLDR.items())}.items()}


def unit_in_words(locale: Locale, name: str) -> frozenset[str]:
    """Return what a language calls a unit, long and short, of one and of many."""
    short = {format_unit(number, name, length="short", locale=locale) for number in (1, 2, 5)}
    told = short | {format_unit(number, name, length="long", locale=locale) for number in (1, 2, 5)}
    return frozenset("".join(char for char in one if not char.isdecimal()).strip("\u200e\u200f \xa0") for one in told)


def is_currency(code: str) -> bool:
    """Return whether there is, or was, a currency of this code (ISO 4217)."""
    return code in list_currencies()


def currencies() -> tuple[str, ...]:
    """Return the codes of all currencies."""
    return tuple(sorted(list_currencies()))


@lru_cache(maxsize=4096)
def large_number(language: Language, value: float | Decimal) -> str:
    """Return a number, from a million up with its scale in words where that loses no digit: "8.8 million"."""
    exact = decimal_of(value)
    digits = len(exact.normalize().as_tuple().digits)
    if not _MILLION <= abs(exact) < _QUADRILLION or digits > _DIGITS + 1 + exact.adjusted() % _DIGITS:
        return language.number(value)
    return str(format_compact_decimal(exact, format_type="long", locale=language.locale, fraction_digits=_DIGITS))


@lru_cache(maxsize=4096)
def short_number(language: Language, value: float | Decimal) -> str:
    """Return a number as it stands on an axis: "200M"."""
    exact = decimal_of(value)
    if not _MILLION <= abs(exact) < _QUADRILLION:
        return language.number(value)
    return str(format_compact_decimal(exact, format_type="short", locale=language.locale, fraction_digits=_DIGITS))


def money(language: Language, number: str, currency: str) -> str:
    """Return a number that is told, with the sign of its currency."""
    symbol = get_currency_symbol(currency, locale=language.locale)
    pattern = language.locale.currency_formats["standard"]
    return _set(number, pattern.prefix[0], pattern.suffix[0], symbol)


def per_cent(language: Language, number: str) -> str:
    """Return a number that is told, with the sign for per cent."""
    pattern = language.locale.percent_formats[None]
    return f"{pattern.prefix[0]}{number}{pattern.suffix[0]}"


def _set(number: str, prefix: str, suffix: str, symbol: str) -> str:
    gap = _NO_BREAK if symbol[-1:].isalpha() and prefix.endswith("¤") else ""
    # The sign of what fell is that of the language's other numbers, and stands before that of the currency.
    digits = number.lstrip(_MINUS)
    sign = number[: len(number) - len(digits)]
    return f"{sign}{prefix.replace('¤', symbol)}{gap}{digits}{suffix.replace('¤', symbol)}"


def in_unit(language: Language, number: str, value: float | Decimal, code: str) -> str:
    """Return a number that is told, with its unit: by CLDR's short name, or the unit's code where it has none."""
    name = _CLDR.get(code)
    if name is None:
        return f"{number}{_NO_BREAK}{code.strip('[]{}')}"
    told = str(format_unit(value, name, length="short", locale=language.locale))
    return told.replace(str(format_decimal(value, locale=language.locale)), number, 1)

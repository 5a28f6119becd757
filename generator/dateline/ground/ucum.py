"""Units by their codes in UCUM: whether there is one, what it comes to in base units, what a typed name means.

Common units stand in a table, with exact fractions, so that a check is neither slowed nor rounds.  Any other code is
read by ucumvert and converted by Pint, whose tables are of binary fractions, and take a second to load.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any, Final

Dimension = tuple[tuple[str, int], ...]
"""Base units with their powers, in order: of a speed, m to the power of 1 and s to that of -1."""


@dataclass(frozen=True, slots=True)
class MeasuringUnit:
    """What one of a unit comes to in base units: (value + offset) × factor."""

    factor: Fraction
    dimension: Dimension
    offset: Fraction = Fraction(0)

    def in_base_units(self, value: float | Decimal) -> Fraction:
        """Return a number of this unit in base units."""
        return (exactly(value) + self.offset) * self.factor


def exactly(value: float | Decimal) -> Fraction:
    """Return a number as it is written: 0.1 is a tenth."""
    return Fraction(value if isinstance(value, int | Decimal) else Decimal(repr(value)))


_PREFIXES: Final = {
    "Y": 24,
    "Z": 21,
    "E": 18,
    "P": 15,
    "T": 12,
    "G": 9,
    "M": 6,
    "k": 3,
    "h": 2,
    "da": 1,
    "d": -1,
    "c": -2,
    "m": -3,
    "u": -6,
    "n": -9,
    "p": -12,
}
_METRIC: Final[dict[str, tuple[str, Dimension]]] = {
    "m": ("1", (("m", 1),)),
    "s": ("1", (("s", 1),)),
    "g": ("0.001", (("kg", 1),)),
    "K": ("1", (("K", 1),)),
    "A": ("1", (("A", 1),)),
    "mol": ("1", (("mol", 1),)),
    "cd": ("1", (("cd", 1),)),
    "l": ("0.001", (("m", 3),)),
    "L": ("0.001", (("m", 3),)),
    "t": ("1000", (("kg", 1),)),
    "ar": ("100", (("m", 2),)),
    "Hz": ("1", (("s", -1),)),
    "N": ("1", (("kg", 1), ("m", 1), ("s", -2))),
    "Pa": ("1", (("kg", 1), ("m", -1), ("s", -2))),
    "bar": ("100000", (("kg", 1), ("m", -1), ("s", -2))),
    "J": ("1", (("kg", 1), ("m", 2), ("s", -2))),
    "W": ("1", (("kg", 1), ("m", 2), ("s", -3))),
    "V": ("1", (("A", -1), ("kg", 1), ("m", 2), ("s", -3))),
    "By": ("8", (("bit", 1),)),
    "bit": ("1", (("bit", 1),)),
}
"""Units that take prefixes."""
_OTHERS: Final[dict[str, tuple[str, Dimension]]] = {
    "min": ("60", (("s", 1),)),
    "h": ("3600", (("s", 1),)),
    "d": ("86400", (("s", 1),)),
    "wk": ("604800", (("s", 1),)),
    "mo": ("2629800", (("s", 1),)),
    "a": ("31557600", (("s", 1),)),
    "[in_i]": ("0.0254", (("m", 1),)),
    "[ft_i]": ("0.3048", (("m", 1),)),
    "[yd_i]": ("0.9144", (("m", 1),)),
    "[mi_i]": ("1609.344", (("m", 1),)),
    "[nmi_i]": ("1852", (("m", 1),)),
    "[kn_i]": ("1852/3600", (("m", 1), ("s", -1))),
    "[oz_av]": ("0.028349523125", (("kg", 1),)),
    "[lb_av]": ("0.45359237", (("kg", 1),)),
    "[gal_us]": ("0.003785411784", (("m", 3),)),
    "[bbl_us]": ("0.158987294928", (("m", 3),)),
    "{}": ("1", ()),
    "1": ("1", ()),
}
_WITH_OFFSET: Final = {
    "Cel": MeasuringUnit(Fraction(1), (("K", 1),), Fraction("273.15")),
    "[degF]": MeasuringUnit(Fraction(5, 9), (("K", 1),), Fraction("459.67")),
}
_PART: Final = re.compile(r"(?P<over>[./]?)(?P<atom>(?:\[[^\]]+\]|[A-Za-z]+|1|\{\})(?:_[A-Za-z]+)?)(?P<power>[+-]?\d*)")
_NOTES: Final = re.compile(r"(?<=.)\{[^}]*\}")
_LONGEST: Final = 60
_TYPED: Final = {
    **dict.fromkeys(("kilometre", "kilometer", "kms", "kilometres", "kilometers"), "km"),
    **dict.fromkeys(("metre", "meter", "metres", "meters"), "m"),
    **dict.fromkeys(("centimetres", "centimeters"), "cm"),
    **dict.fromkeys(("mile", "miles", "mi"), "[mi_i]"),
    **dict.fromkeys(("foot", "feet", "ft"), "[ft_i]"),
    **dict.fromkeys(("inch", "inches", "in"), "[in_i]"),
    **dict.fromkeys(("yard", "yards", "yd"), "[yd_i]"),
    **dict.fromkeys(("nautical mile", "nautical miles", "nmi", "nm"), "[nmi_i]"),
    **dict.fromkeys(("knot", "knots", "kn", "kt"), "[kn_i]"),
    **dict.fromkeys(("mph", "mi/h", "miles per hour"), "[mi_i]/h"),
    **dict.fromkeys(("kmh", "kph", "km per hour", "kilometres per hour"), "km/h"),
    **dict.fromkeys(("kilogram", "kilograms", "kilo", "kilos", "kgs"), "kg"),
    **dict.fromkeys(("gram", "grams", "gr"), "g"),
    **dict.fromkeys(("tonne", "tonnes", "metric ton", "metric tons"), "t"),
    **dict.fromkeys(("pound", "pounds", "lb", "lbs"), "[lb_av]"),
    **dict.fromkeys(("ounce", "ounces", "oz"), "[oz_av]"),
    **dict.fromkeys(("litre", "liter", "litres", "liters"), "L"),
    **dict.fromkeys(("gallon", "gallons", "gal"), "[gal_us]"),
    **dict.fromkeys(("barrel", "barrels", "bbl"), "[bbl_us]"),
    **dict.fromkeys(("hectare", "hectares", "ha"), "har"),
    **dict.fromkeys(("acre", "acres", "ac"), "[acr_us]"),
    **dict.fromkeys(("square kilometres", "square kilometers", "sq km", "sqkm", "km²", "km^2", "km**2"), "km2"),
    **dict.fromkeys(("square metres", "square meters", "sq m", "sqm", "m²", "m^2"), "m2"),
    **dict.fromkeys(("cubic metres", "cubic meters", "m³", "m^3"), "m3"),
    **dict.fromkeys(("second", "seconds", "sec", "secs"), "s"),
    **dict.fromkeys(("minute", "minutes", "mins"), "min"),
    **dict.fromkeys(("hour", "hours", "hr", "hrs"), "h"),
    **dict.fromkeys(("day", "days"), "d"),
    **dict.fromkeys(("week", "weeks"), "wk"),
    **dict.fromkeys(("month", "months"), "mo"),
    **dict.fromkeys(("year", "years", "yr", "yrs"), "a"),
    **dict.fromkeys(("°c", "celsius", "degrees celsius", "degc"), "Cel"),
    **dict.fromkeys(("°f", "fahrenheit", "degrees fahrenheit", "degf"), "[degF]"),
    **dict.fromkeys(("kwh", "kilowatt hours", "kilowatt-hours"), "kW.h"),
    **dict.fromkeys(("mwh", "megawatt hours", "megawatt-hours"), "MW.h"),
    **dict.fromkeys(("watt", "watts"), "W"),
    **dict.fromkeys(("megawatt", "megawatts", "mw"), "MW"),
}
"""What people call a unit, with its code; some of them are codes of something else, such as mph and ft."""


def meant_by(typed: str) -> str:
    """Return the code of the unit that a typed name means; nothing where nobody foresaw it."""
    return _TYPED.get(" ".join(typed.lower().split()), "")


def common_unit(typed: str) -> str:
    """Return the code of a unit that is typed by a name or a code that the tables here have; nothing of any other."""
    code = meant_by(typed) or typed.strip()
    return code if code and code.isascii() and (code in _WITH_OFFSET or _of_table(code) is not None) else ""


@lru_cache(maxsize=1024)
def unit_of(code: str) -> MeasuringUnit | None:
    """Return the unit that a code of UCUM names, or None where it names none."""
    if not 0 < len(code) <= _LONGEST or not code.isascii() or not code.isprintable() or " " in code:
        return None
    bare = _NOTES.sub("", code)
    if meant_by(bare) and bare not in _OTHERS and _atom(bare) is None:
        return None  # a code of something that nobody measures, as ft, a femtotonne
    return _WITH_OFFSET.get(bare) or _of_table(bare) or _by_library(code)


def _of_table(code: str) -> MeasuringUnit | None:
    factor, powers, place = Fraction(1), dict[str, int](), 0
    while place < len(code):
        part = _PART.match(code, place)
        atom = _atom(part["atom"]) if part and bool(part["over"]) == bool(place) else None
        if part is None or atom is None:
            return None
        power = int(part["power"] or 1) * (-1 if part["over"] == "/" else 1)
        factor *= atom.factor**power
        for base, of_base in atom.dimension:
            powers[base] = powers.get(base, 0) + of_base * power
        place = part.end()
    return MeasuringUnit(factor, tuple(sorted((base, power) for base, power in powers.items() if power)))


def _atom(symbol: str) -> MeasuringUnit | None:
    if symbol in _OTHERS or symbol in _METRIC:
        factor, dimension = _OTHERS.get(symbol) or _METRIC[symbol]
        top, _, bottom = factor.partition("/")
        return MeasuringUnit(Fraction(top) / Fraction(bottom or 1), dimension)
    for prefix, power in _PREFIXES.items():
        rest = symbol.removeprefix(prefix)
        if rest != symbol and rest in _METRIC:
            factor, dimension = _METRIC[rest]
            return MeasuringUnit(Fraction(factor) * Fraction(10) ** power, dimension)
    return None


def _by_library(code: str) -> MeasuringUnit | None:
    """Return a rarer unit as ucumvert reads it and Pint converts it."""
    from pint.errors import PintError  # noqa: PLC0415 - these take a second, and few chronologies need them
    from ucumvert.parser import InvalidUcumError  # noqa: PLC0415

    try:
        found = _registry().from_ucum(code)
        base = (1 * found).to_base_units()
        factor = exactly(float(base.magnitude))
        powers = sorted((_BASES.get(str(unit), str(unit)), int(power)) for unit, power in base.unit_items())
    except (InvalidUcumError, PintError, ArithmeticError, ValueError, TypeError):
        return None
    return MeasuringUnit(factor, tuple(powers)) if factor > 0 else None


@cache
def _registry() -> Any:
    from ucumvert import PintUcumRegistry  # noqa: PLC0415 - as above

    return PintUcumRegistry()


_BASES: Final = {
    "meter": "m",
    "second": "s",
    "kilogram": "kg",
    "kelvin": "K",
    "ampere": "A",
    "mole": "mol",
    "candela": "cd",
}
"""What Pint calls the base units."""

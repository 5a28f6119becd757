"""In what a figure counts, so that only what is of one kind is compared: of one dimension, one currency, per cent."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from dateline.ground import ucum
from dateline.records.types import Figure, Vocabulary
from dateline.records.types.amounts_counted import PER_CENT

Bound = int | float | Decimal | Fraction | None


@dataclass(frozen=True, slots=True)
class CountedIn:
    """A unit, a currency or per cent; plain numbers where it is none of them."""

    unit: str | None = None
    """The code of the unit (UCUM)."""
    currency: str | None = None
    """The code of the currency (ISO 4217)."""
    is_percent: bool = False

    @property
    def system(self) -> str:
        """What must be the same for two figures to be compared; nothing of plain numbers."""
        if self.currency is not None:
            return self.currency
        if self.unit is None:
            return "%" if self.is_percent else ""
        unit = ucum.unit_of(self.unit)
        return self.unit if unit is None else " ".join(f"{base}{power}" for base, power in unit.dimension) or "1"

    def converted(self, value: float | Decimal, other: "CountedIn") -> float | Decimal | Fraction:
        """Return a number of this as one of `other`, which is of the same system."""
        if self.unit is None or other.unit is None or self.unit == other.unit:
            return value
        here, there = ucum.unit_of(self.unit), ucum.unit_of(other.unit)
        if here is None or there is None:
            return value
        return here.in_base_units(value) / there.factor - there.offset


def counted_in(vocabulary: Vocabulary, figure: Figure) -> CountedIn:
    """Return in what a figure counts: what it says itself or, if it says nothing, what its measure says."""
    if figure.unit is not None or figure.currency is not None:
        return CountedIn(figure.unit, figure.currency)
    measure = vocabulary.measures.get(figure.measure)
    if measure is None or not (measure.unit or measure.currency or measure.percent):
        return PLAIN
    return CountedIn(measure.unit, measure.currency, measure.percent)


def thing_counted(vocabulary: Vocabulary, figure: Figure) -> str | None:
    """Return what thing a figure counts; none where its item only says per cent, as its measure does."""
    is_said = (figure.item or "").strip(" .").casefold() in PER_CENT and counted_in(vocabulary, figure).is_percent
    return None if is_said else figure.item


PLAIN = CountedIn()
"""Plain numbers."""


def comparable_bounds(vocabulary: Vocabulary, figure: Figure) -> tuple[str, Bound, Bound]:
    """Return the system of a figure and its bounds in the base units of that, to be compared with others of it.

    A number in another unit than its measure's may be one of that unit, converted and rounded: it is only as exact as
    its last digit, so that 6.2 miles exclude no 10 kilometres.
    """
    kind = counted_in(vocabulary, figure)
    unit = ucum.unit_of(kind.unit) if kind.unit is not None else None
    if unit is None:
        return kind.system, figure.lowest, figure.highest
    measure = vocabulary.measures.get(figure.measure)
    is_converted = measure is not None and measure.unit not in {None, kind.unit} and figure.exact is not None
    rounded = _half_of_last_digit(figure.exact) if is_converted and figure.exact is not None else Fraction(0)
    low = None if figure.lowest is None else unit.in_base_units(figure.lowest) - rounded * unit.factor
    high = None if figure.highest is None else unit.in_base_units(figure.highest) + rounded * unit.factor
    return kind.system, low, high


def _half_of_last_digit(number: float) -> Fraction:
    exponent = Decimal(repr(number)).as_tuple().exponent
    return Fraction(10) ** (exponent if isinstance(exponent, int) else 0) / 2

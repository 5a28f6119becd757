"""Units by their codes: exact in base units, refused with the code that is meant, rarer ones read by the library."""

from decimal import Decimal
from fractions import Fraction

import pytest
from dateline.ground.ucum import exactly, meant_by, unit_of
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    "code, value, base",
    [
        ("km", 5, Fraction(5000)),
        ("[mi_i]", 1, Fraction("1609.344")),
        ("km/h", 36, Fraction(10)),
        ("[kn_i]", 1, Fraction(1852, 3600)),
        ("kW.h", 1, Fraction(3_600_000)),
        ("g.m-2", 1, Fraction(1, 1000)),
        ("har", 1, Fraction(10_000)),
        ("L", 1, Fraction(1, 1000)),
        ("mL", 1, Fraction(1, 1_000_000)),
        ("t", 0.5, Fraction(500)),
        ("[lb_av]", 100, Fraction("45.359237")),
        ("Cel", 0, Fraction("273.15")),
        ("[degF]", 32, Fraction("273.15")),
        ("d", 1, Fraction(86_400)),
        ("m{deep}", 7, Fraction(7)),
        ("m/s2", 9.81, Fraction("9.81")),
    ],
)
def test_a_common_unit_is_exact_in_base_units(code: str, value: float, base: Fraction) -> None:
    unit = unit_of(code)
    assert unit is not None
    assert unit.in_base_units(value) == base


@pytest.mark.parametrize(
    "one, other",
    [("km", "[mi_i]"), ("L", "m3"), ("h", "a"), ("kW.h", "J"), ("km/h", "m/s"), ("Cel", "[degF]"), ("t", "[oz_av]")],
)
def test_units_of_one_dimension_can_be_compared(one: str, other: str) -> None:
    first, second = unit_of(one), unit_of(other)
    assert first is not None
    assert second is not None
    assert first.dimension == second.dimension


@pytest.mark.parametrize("one, other", [("km", "kg"), ("m", "m2"), ("h", "km/h"), ("Cel", "m")])
def test_units_of_two_dimensions_cannot(one: str, other: str) -> None:
    assert getattr(unit_of(one), "dimension", None) != getattr(unit_of(other), "dimension", None)


@pytest.mark.parametrize(
    "typed, code",
    [
        ("miles", "[mi_i]"),
        ("mph", "[mi_i]/h"),
        ("ft", "[ft_i]"),
        ("kms", "km"),
        ("Tonnes", "t"),
        ("sq km", "km2"),
        ("m²", "m2"),
        ("°C", "Cel"),
        ("hours", "h"),
        ("lbs", "[lb_av]"),
        ("kWh", "kW.h"),
        ("ha", "har"),
    ],
)
def test_what_people_call_a_unit_is_no_code_and_has_one(typed: str, code: str) -> None:
    assert unit_of(typed) is None
    assert meant_by(typed) == code
    assert unit_of(code) is not None


@pytest.mark.parametrize("code", ["", " km", "k m", "km/", "/", "[nope]", "km//h", "m" * 80, "\u043a\u043c"])
def test_what_is_no_code_names_no_unit(code: str) -> None:
    assert unit_of(code) is None


def test_a_rarer_unit_is_read_by_the_library() -> None:
    acre, hectare = unit_of("[acr_us]"), unit_of("har")
    assert acre is not None
    assert hectare is not None
    assert acre.dimension == hectare.dimension
    assert abs(acre.factor / hectare.factor - Fraction("0.4047")) < Fraction(1, 1000)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**9), max_value=10**9))
def test_a_number_is_taken_as_it_is_written(number: Decimal) -> None:
    assert exactly(number) == Fraction(number)


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15))
def test_a_float_is_its_shortest_decimal(number: float) -> None:
    assert float(exactly(number)) == number
    assert exactly(0.1) == Fraction(1, 10)

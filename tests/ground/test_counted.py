"""Numbers with what they count in, as readers see them."""

import re
from decimal import Decimal

import pytest
from dateline.ground.languages import ENGLISH, Language
from dateline.ground.languages.counted import (
    currencies,
    in_unit,
    is_currency,
    large_number,
    money,
    per_cent,
    short_number,
)
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    "value, told",
    [
        (999_999, "999,999"),
        (1_000_000, "1 million"),
        (8_800_000, "8.8 million"),
        (12_345_000, "12.345 million"),
        (1_234_567, "1,234,567"),
        (1_400_000_000, "1.4 billion"),
        (-2_500_000, "-2.5 million"),
        (10**21, "1,000,000,000,000,000,000,000"),
        (12.5, "12.5"),
        (0, "0"),
    ],
)
def test_a_scale_is_said_where_no_digit_is_lost(value: float, told: str) -> None:
    assert large_number(ENGLISH, value) == told


@given(st.integers(1_000_000, 10**15 - 1))
def test_a_scale_in_words_says_the_same_number(value: int) -> None:
    scales = {"million": 10**6, "billion": 10**9, "trillion": 10**12}
    told = large_number(ENGLISH, value)
    number, _, scale = told.partition(" ")
    assert Decimal(number.replace(",", "")) * scales.get(scale, 1) == value


def test_an_axis_is_short() -> None:
    assert [short_number(ENGLISH, one) for one in (0, 500, 200_000_000)] == ["0", "500", "200M"]


@pytest.mark.parametrize(
    "number, currency, told",
    [("8.8 million", "USD", "US$8.8 million"), ("3", "CHF", "CHF\N{NO-BREAK SPACE}3"), ("-3", "EUR", "-€3")],
)
def test_money_has_its_sign(number: str, currency: str, told: str) -> None:
    assert money(ENGLISH, number, currency) == told


def test_each_language_puts_signs_where_it_does() -> None:
    german = Language("de")
    assert re.sub(r"\s", " ", money(german, "8", "EUR")) == "8 €"
    assert re.sub(r"\s", " ", per_cent(german, "12,5")) == "12,5 %"
    assert per_cent(ENGLISH, "-3") == "-3%"


@pytest.mark.parametrize("code", ["en", "sv", "de", "fa", "he", "nb"])
def test_what_fell_has_one_sign_and_it_is_that_of_the_language_s_numbers(code: str) -> None:
    language = Language(code)
    minus = language.number(-8).removesuffix("8")
    told = money(language, language.number(-8), "EUR")
    assert told.startswith(minus)
    assert not set(told.removeprefix(minus)) & set("-\N{MINUS SIGN}")
    assert money(language, "\N{MINUS SIGN}8", "EUR").startswith("\N{MINUS SIGN}")


@pytest.mark.parametrize(
    "number, value, code, told",
    [
        ("5", 5, "km", "5 km"),
        ("1", 1, "d", "1 day"),
        ("3", 3, "d", "3 days"),
        ("2.5", 2.5, "Cel", "2.5°C"),
        ("8.8 million", 8_800_000, "t", "8.8 million t"),
        ("4", 4, "kg/m3", "4\N{NO-BREAK SPACE}kg/m3"),
    ],
)
def test_a_unit_stands_as_readers_write_it(number: str, value: float, code: str, told: str) -> None:
    assert in_unit(ENGLISH, number, value, code) == told


def test_currencies_are_those_of_the_standard() -> None:
    assert {"USD", "EUR", "SYP", "DEM"} <= set(currencies())
    assert not is_currency("usd")
    assert not is_currency("XYZ")

"""Roman numerals: each number has one form that is read, and signs in another order add up."""

import pytest
from dateline.ground.dates import DateError, parse
from dateline.ground.roman_numerals import numeral, sum_of
from hypothesis import given
from hypothesis import strategies as st

_PARTS = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def written(number: int) -> str:
    text = ""
    for value, signs in _PARTS:
        text += signs * (number // value)
        number %= value
    return text


@given(st.integers(min_value=1, max_value=4999), st.sampled_from(["upper", "lower"]))
def test_each_number_is_read_from_its_numeral_in_either_case(number: int, case: str) -> None:
    text = written(number)
    assert numeral(text.upper() if case == "upper" else text) == number == sum_of(text)


@pytest.mark.parametrize("text", ["", "iiii", "vx", "ixx", "xxxx", "vv", "12", "a", "i "])
def test_what_is_no_numeral_is_none(text: str) -> None:
    assert numeral(text) is None


@pytest.mark.parametrize("signs, number", [("iiii", 4), ("MDCCCCX", 1910), ("xviiii", 19)])
def test_signs_that_are_only_added_come_to_their_sum(signs: str, number: int) -> None:
    assert sum_of(signs) == number


@pytest.mark.parametrize("text", ["an iiiii", "an XV", "year vx of the French Republic", "vxx Kal. Ian. 43 BC"])
def test_a_date_with_signs_that_may_be_no_number_is_refused_as_every_other(text: str) -> None:
    with pytest.raises(DateError):
        parse(text)


@pytest.mark.parametrize("text", ["\u0131", "\u0130", "x\u0131"])
def test_no_other_letter_is_a_sign_of_a_numeral(text: str) -> None:
    assert numeral(text) is None

"""Days, months, years, decades and centuries by their names: what each holds, and in which order they stand."""

import pytest
from dateline.ground.dates import (
    Day,
    Precision,
    holds,
    order_of_period,
    period_named,
    period_of,
    period_title,
    periods_between,
    shortened,
    unit_of_period,
)
from days_drawn import days_between
from hypothesis import given
from hypothesis import strategies as st

ANY_DAY = days_between("Y-20000-01-01", "Y20000-12-31")
UNITS = st.sampled_from([unit for unit in Precision if unit is not Precision.LONGER])


@given(ANY_DAY, UNITS)
def test_a_period_of_a_day_holds_it_and_is_read_back_from_its_name(day: Day, unit: Precision) -> None:
    name = period_of(day, unit)
    found = period_named(name)
    assert found is not None
    assert found.unit is unit is unit_of_period(name)
    assert found.first <= day <= found.last
    assert period_of(found.first, unit) == period_of(found.last, unit) == name
    assert period_title(name)


@given(ANY_DAY, UNITS)
def test_the_next_day_after_a_period_is_of_another_one(day: Day, unit: Precision) -> None:
    found = period_named(period_of(day, unit))
    assert found is not None
    assert period_of(found.last.shifted(1), unit) != period_of(day, unit) != period_of(found.first.shifted(-1), unit)


@given(ANY_DAY)
def test_a_longer_period_of_a_day_holds_the_shorter_ones(day: Day) -> None:
    names = [period_of(day, unit) for unit in Precision if unit is not Precision.LONGER]
    for place, inner in enumerate(names):
        for outer in names[place:]:
            assert holds(outer, inner)
            assert holds(inner, outer) == (inner == outer)


@given(ANY_DAY, ANY_DAY, UNITS)
def test_periods_are_in_the_order_of_their_days(one: Day, other: Day, unit: Precision) -> None:
    first, last = (period_of(day, unit) for day in sorted((one, other)))
    assert order_of_period(first) <= order_of_period(last)
    assert (order_of_period(first) == order_of_period(last)) == (first == last)


@given(days_between("-0040-01-01", "0040-12-31"), st.integers(0, 4000), UNITS)
def test_the_periods_between_two_days_are_all_that_hold_one_of_them(first: Day, days: int, unit: Precision) -> None:
    last = first.shifted(days)
    named = periods_between(first, last, unit, 10_000)
    assert named == tuple(dict.fromkeys(period_of(first.shifted(number), unit) for number in range(days + 1)))
    assert periods_between(first, last, unit, len(named) - 1) == ()


@pytest.mark.parametrize(
    "name, first, last",
    [
        ("-04xx", "-0499-01-01", "-0400-12-31"),
        ("-043x", "-0439-01-01", "-0430-12-31"),
        ("-00xx", "-0099-01-01", "0000-12-31"),
        ("-000x", "-0009-01-01", "0000-12-31"),
        ("000x", "0001-01-01", "0009-12-31"),
        ("00xx", "0001-01-01", "0099-12-31"),
        ("20xx", "2000-01-01", "2099-12-31"),
        ("-0430", "-0430-01-01", "-0430-12-31"),
        ("-0003-02", "-0003-02-01", "-0003-02-28"),
        ("Y12025", "Y12025-01-01", "Y12025-12-31"),
        ("Y1202x", "Y12020-01-01", "Y12029-12-31"),
        ("Y-170xx", "Y-17099-01-01", "Y-17000-12-31"),
        ("1xxx", "1000-01-01", "1999-12-31"),
        ("-0xxx", "-0999-01-01", "0000-12-31"),
        ("Y-17xxx", "Y-17999-01-01", "Y-17000-12-31"),
    ],
)
def test_a_period_has_its_days(name: str, first: str, last: str) -> None:
    found = period_named(name)
    assert found is not None
    assert (str(found.first), str(found.last)) == (first, last)


@pytest.mark.parametrize(
    "text", ["undated", "", "2017-13", "2017-00", "xx", "20xxx", "1xxxx", "xxx", "-", "2017-11-17-1", "events"]
)
def test_what_is_no_period_is_of_no_time_and_comes_last(text: str) -> None:
    assert period_named(text) is None
    assert unit_of_period(text) is Precision.LONGER
    assert order_of_period(text) > order_of_period("Y20000")
    assert shortened(text, Precision.YEAR) == text
    assert not holds("2017", text)


def test_periods_stand_in_the_order_in_which_they_are_listed() -> None:
    names = [
        "-04xx",
        "-0430-03",
        "-0430",
        "-043x",
        "0000",
        "2017",
        "2017-11",
        "2017-11-17",
        "2018",
        "201x",
        "20xx",
        "x",
    ]
    assert sorted(names, key=order_of_period) == [
        "-0430", "-0430-03", "-043x", "-04xx", "0000", "2017", "2017-11", "2017-11-17", "2018", "201x", "20xx", "x",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name, unit, short",
    [
        ("-0430-03-15", Precision.MONTH, "-0430-03"),
        ("-0430-03-15", Precision.YEAR, "-0430"),
        ("2017-11", Precision.MONTH, "2017-11"),
        ("2017", Precision.MONTH, "2017"),
        ("201x", Precision.YEAR, "201x"),
        ("2017-11-17", Precision.CENTURY, "20xx"),
    ],
)
def test_a_period_is_shortened_to_a_longer_one_and_never_lengthened(name: str, unit: Precision, short: str) -> None:
    assert shortened(name, unit) == short

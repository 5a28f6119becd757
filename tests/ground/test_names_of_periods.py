"""Periods by their names: what each holds, how they are ordered, and that a day is in each period named after it."""

from itertools import pairwise

import pytest
from dateline.ground.dates import Day
from dateline.ground.dates.periods import (
    Precision,
    holds,
    order_of_period,
    period_named,
    period_of,
    periods_between,
    shortened,
    unit_of_period,
)
from hypothesis import given
from hypothesis import strategies as st

DAY, MONTH, YEAR, DECADE, CENTURY, MILLENNIUM, LONGER = Precision
UNITS = [DAY, MONTH, YEAR, DECADE, CENTURY, MILLENNIUM]
YEARS = st.integers(-4000, 9999) | st.sampled_from(
    [-1000, -999, -100, -99, -10, -9, -1, 0, 1, 9, 10, 99, 100, 999, 1000]
)
DAYS = st.builds(Day, YEARS, st.integers(1, 12), st.integers(1, 28))


@pytest.mark.parametrize(
    "name, unit, first, last",
    [
        ("2017-11-17", DAY, (2017, 11, 17), (2017, 11, 17)),
        ("2016-02", MONTH, (2016, 2, 1), (2016, 2, 29)),
        ("1900-02", MONTH, (1900, 2, 1), (1900, 2, 28)),
        ("2017", YEAR, (2017, 1, 1), (2017, 12, 31)),
        ("201x", DECADE, (2010, 1, 1), (2019, 12, 31)),
        ("20xx", CENTURY, (2000, 1, 1), (2099, 12, 31)),
        ("2xxx", MILLENNIUM, (2000, 1, 1), (2999, 12, 31)),
        ("000x", DECADE, (1, 1, 1), (9, 12, 31)),
        ("00xx", CENTURY, (1, 1, 1), (99, 12, 31)),
        ("0xxx", MILLENNIUM, (1, 1, 1), (999, 12, 31)),
        ("-000x", DECADE, (-9, 1, 1), (0, 12, 31)),
        ("-04xx", CENTURY, (-499, 1, 1), (-400, 12, 31)),
        ("-0430", YEAR, (-430, 1, 1), (-430, 12, 31)),
        ("-0430-03", MONTH, (-430, 3, 1), (-430, 3, 31)),
    ],
)
def test_a_period_is_from_its_first_day_to_its_last(
    name: str, unit: Precision, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    period = period_named(name)
    assert period is not None
    assert (period.unit, period.first, period.last) == (unit, Day(*first), Day(*last))
    assert period_of(period.first, unit) == period_of(period.last, unit) == name
    assert unit_of_period(name) is unit


@pytest.mark.parametrize(
    "name", ["", "tags", "2017-13", "2017-00", "2017-1", "2017-11-1", "201xx-11", "20xxx", "x", "-xxx", "2017-11-17T10"]
)
def test_any_other_text_is_no_period_and_stands_behind_all_of_them(name: str) -> None:
    assert period_named(name) is None
    assert unit_of_period(name) is LONGER
    assert order_of_period("9999-12-31") < order_of_period(name)
    assert shortened(name, YEAR) == name
    assert not holds(name, "2017")
    assert not holds("2017", name)


@pytest.mark.parametrize(
    "names",
    [
        ["2017", "2017-11", "2017-11-17", "2017-11-18", "2017-12", "201x"],
        ["2019-12-31", "201x", "2020"],
        ["2099-12-31", "209x", "20xx", "2100"],
        ["2999", "299x", "29xx", "2xxx", "3000"],
        ["-0001", "0000", "-000x", "-00xx", "-0xxx", "0001", "0009", "000x"],
    ],
)
def test_a_year_stands_before_its_months_and_a_decade_behind_its_years(names: list[str]) -> None:
    assert sorted({*names}, key=order_of_period) == names


@pytest.mark.parametrize(
    "outer, inner, wanted",
    [
        ("2017", "2017", True),
        ("2017", "2017-12-31", True),
        ("2017", "2018-01-01", False),
        ("2017-11", "2017", False),
        ("201x", "2019", True),
        ("201x", "2020", False),
        ("20xx", "201x", True),
        ("2xxx", "20xx", True),
        ("-00xx", "0000-12", True),
        ("00xx", "0000-12", False),
    ],
)
def test_a_period_holds_what_lies_in_it_whole(outer: str, inner: str, *, wanted: bool) -> None:
    assert holds(outer, inner) is wanted


@pytest.mark.parametrize(
    "name, unit, wanted",
    [
        ("2017-11-17", MONTH, "2017-11"),
        ("2017-11-17", YEAR, "2017"),
        ("2017-11", YEAR, "2017"),
        ("2017-11", MONTH, "2017-11"),
        ("2017", MONTH, "2017"),
        ("201x", YEAR, "201x"),
        ("2017-11-17", DECADE, "201x"),
        ("-0430-03-01", CENTURY, "-04xx"),
    ],
)
def test_a_name_is_shortened_to_the_period_around_it(name: str, unit: Precision, wanted: str) -> None:
    assert shortened(name, unit) == wanted


@given(DAYS)
def test_a_day_lies_in_each_period_that_is_named_after_it_and_each_in_the_next_longer(day: Day) -> None:
    names = [period_of(day, unit) for unit in UNITS]
    for name, unit in zip(names, UNITS, strict=True):
        period = period_named(name)
        assert period is not None
        assert period.unit is unit
        assert period.first <= day <= period.last
    assert all(holds(longer, shorter) for shorter, longer in pairwise(names))
    assert not period_of(day, LONGER)


@given(DAYS, st.integers(0, 60), st.sampled_from(UNITS))
def test_the_periods_between_two_days_follow_one_another_without_a_gap(first: Day, later: int, unit: Precision) -> None:
    last = Day.fromordinal(first.toordinal() + later * {DAY: 1, MONTH: 28, YEAR: 300}.get(unit, 900))
    names = periods_between(first, last, unit, 100)
    assert (names[0], names[-1]) == (period_of(first, unit), period_of(last, unit))
    periods = [period_named(name) for name in names]
    for before, after in pairwise(periods):
        assert before is not None
        assert after is not None
        assert after.first.toordinal() == before.last.toordinal() + 1


@pytest.mark.parametrize(
    "unit, first, last, count",
    [
        (DAY, (2017, 1, 1), (2017, 1, 10), 10),
        (MONTH, (2017, 1, 31), (2017, 12, 1), 12),
        (YEAR, (2011, 1, 1), (2020, 1, 1), 10),
        (DECADE, (2019, 1, 1), (2100, 1, 1), 10),
        (DECADE, (-9, 1, 1), (9, 1, 1), 2),
        (CENTURY, (-100, 1, 1), (101, 1, 1), 4),
    ],
)
def test_periods_that_are_more_than_wanted_are_none_at_all(
    unit: Precision, first: tuple[int, int, int], last: tuple[int, int, int], count: int
) -> None:
    assert len(periods_between(Day(*first), Day(*last), unit, count)) == count
    assert periods_between(Day(*first), Day(*last), unit, count - 1) == ()

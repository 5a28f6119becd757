"""A day of any year: as Python's own calendar has it where that reaches, and by the same rule beyond."""

import pickle
from datetime import date

import pytest
from dateline.ground.dates import EARLIEST, LATEST, Day, days_of_month
from days_drawn import days_between
from hypothesis import given
from hypothesis import strategies as st

ANY_DAY = days_between("Y-30000-01-01", "Y30000-12-31")


@given(st.dates())
def test_a_day_agrees_with_the_calendar_of_python(known: date) -> None:
    day = Day(known.year, known.month, known.day)
    assert Day.fromordinal(known.toordinal()) == day
    assert (day.toordinal(), day.isoformat(), day.weekday()) == (
        known.toordinal(),
        known.isoformat(),
        known.weekday(),
    )
    assert Day.fromisoformat(known.isoformat()) == day


@given(st.dates(), st.dates())
def test_days_differ_by_as_many_days_as_in_the_calendar_of_python(one: date, other: date) -> None:
    first, second = (Day(known.year, known.month, known.day) for known in (one, other))
    assert first.days_since(second) == (one - other).days
    assert (first < second) == (one < other)
    assert second.shifted(first.days_since(second)) == first


@given(ANY_DAY, ANY_DAY)
def test_days_of_any_year_are_ordered_as_their_numbers(one: Day, other: Day) -> None:
    assert (one < other) == (one.toordinal() < other.toordinal())
    assert EARLIEST < one < LATEST


@given(ANY_DAY)
def test_a_day_of_any_year_is_what_its_number_and_its_text_say(day: Day) -> None:
    assert Day.fromordinal(day.toordinal()) == day
    assert Day.fromisoformat(day.isoformat()) == day
    assert str(day) == f"{day}" == day.isoformat()
    assert Day.of(*day) == day


@given(ANY_DAY)
def test_the_next_day_is_the_next_of_its_month_or_the_first_of_another(day: Day) -> None:
    after = day.shifted(1)
    assert after.weekday() == (day.weekday() + 1) % 7
    if day.day < days_of_month(day.year, day.month):
        assert after == day._replace(day=day.day + 1)
    else:
        years, month = divmod(day.month, 12)
        assert after == Day(day.year + years, month + 1, 1)


@pytest.mark.parametrize(
    "day, text",
    [
        (Day(-430, 3, 15), "-0430-03-15"),
        (Day(0, 12, 31), "0000-12-31"),
        (Day(476, 9, 4), "0476-09-04"),
        (Day(-9999, 1, 1), "-9999-01-01"),
        (Day(12025, 1, 1), "Y12025-01-01"),
        (Day(-17000, 1, 1), "Y-17000-01-01"),
    ],
)
def test_a_day_is_written_as_edtf_writes_its_year(day: Day, text: str) -> None:
    assert (day.isoformat(), Day.fromisoformat(text)) == (text, day)


@pytest.mark.parametrize(
    "day, number",
    [
        (Day(0, 12, 31), 0),
        (Day(0, 1, 1), -365),
        (Day(-1, 12, 31), -366),
        (Day(-400, 12, 31), -146097),
        (Day(-4713, 11, 24), -1721425),
        (Day(10000, 1, 1), 3652060),
    ],
)
def test_days_outside_of_pythons_calendar_have_known_numbers(day: Day, number: int) -> None:
    """The day of -4713 is the first of the Julian day numbers, 1,721,426 days before the first of the year 1."""
    assert (day.toordinal(), Day.fromordinal(number)) == (number, day)


def test_the_year_0_and_each_fourth_before_it_are_leap_years_but_for_centuries() -> None:
    assert [days_of_month(year, 2) for year in (0, -4, -100, -400, -430, 12000, 12100)] == [29, 29, 28, 29, 28, 29, 28]


@pytest.mark.parametrize("numbers", [(2017, 2, 29), (-430, 13, 1), (0, 0, 1), (12025, 4, 31)])
def test_a_day_that_its_year_has_not_is_refused(numbers: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match=r"day|month"):
        Day.of(*numbers)


@pytest.mark.parametrize("text", ["", "2017", "2017-11", "2017-11-31", "17-11-17", "+2017-11-17", "Y2017-01-01"])
def test_a_text_that_isoformat_does_not_write_is_no_day(text: str) -> None:
    with pytest.raises(ValueError, match=r"day|unpack|^[1Y+]"):
        Day.fromisoformat(text)


def test_a_day_is_the_same_after_a_cache_has_kept_it() -> None:
    day = Day(-430, 3, 15)
    assert pickle.loads(pickle.dumps(day)) == day  # noqa: S301 - its own
    assert len({day, Day(-430, 3, 15)}) == 1

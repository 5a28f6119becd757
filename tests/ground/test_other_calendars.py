"""Days of other calendars, held against pairs that are known, and against themselves."""

import itertools
from datetime import date

import pytest
from dateline.ground.dates.other_calendars import CALENDARS, NoSuchDayError, days_of, parts_of
from hypothesis import given
from hypothesis import strategies as st

QUICK = st.sampled_from(["julian", "hijri", "hebrew", "coptic", "armenian", "indian-civil"])
SLOW = ["persian", "french-republican"]
"""These reckon each year by the sun."""
DAYS = st.integers(date(1, 1, 1).toordinal() + 250_000, date(2400, 1, 1).toordinal())


def pair(calendar: str, *parts: int) -> tuple[str, str]:
    first, last = days_of(calendar, *parts)
    return date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat()


@pytest.mark.parametrize(
    "calendar, parts, gregorian",
    [
        ("julian", (1917, 10, 25), "1917-11-07"),  # the October Revolution
        ("julian", (680, 10, 10), "0680-10-13"),
        ("julian", (1700, 2, 29), "1700-03-11"),  # no day of the Gregorian calendar has this name
        ("julian", (1582, 10, 4), "1582-10-14"),  # the day before 15 October
        ("julian", (1, 1, 3), "0001-01-01"),
        ("hijri", (1439, 1, 1), "2017-09-22"),
        ("hijri", (1439, 2, 28), "2017-11-18"),
        ("hijri", (61, 1, 10), "0680-10-13"),
        ("hijri", (1, 1, 1), "0622-07-19"),  # 16 July 622, Julian
        ("hebrew", (5778, 7, 1), "2017-09-21"),  # New Year
        ("hebrew", (5784, 13, 14), "2024-03-24"),  # Purim, in a second Adar
        ("hebrew", (5708, 2, 5), "1948-05-14"),
        ("persian", (1357, 11, 22), "1979-02-11"),
        ("persian", (1403, 12, 30), "2025-03-20"),  # a leap year
        ("persian", (1404, 1, 1), "2025-03-21"),
        ("coptic", (1735, 1, 1), "2018-09-11"),
        ("coptic", (1735, 13, 6), "2019-09-11"),
        ("armenian", (1, 1, 1), "0552-07-13"),  # 11 July 552, Julian
        ("french-republican", (1, 1, 1), "1792-09-22"),
        ("french-republican", (2, 11, 9), "1794-07-27"),  # 9 Thermidor
        ("french-republican", (8, 2, 18), "1799-11-09"),  # 18 Brumaire
        ("indian-civil", (1879, 1, 1), "1957-03-22"),  # the first day on which it was used
        ("bahai", (172, 1, 1), "2015-03-21"),  # the first day of the common reckoning
        ("bahai", (175, 1, 1), "2018-03-21"),
        ("bahai", (175, 19, 1), "2019-02-26"),  # Ayyám-i-Há, which are in no month
        ("bahai", (175, 20, 1), "2019-03-02"),
        ("bahai", (216, 1, 1), "2059-03-20"),
    ],
)
def test_a_day_is_the_gregorian_one_that_is_known(calendar: str, parts: tuple[int, ...], gregorian: str) -> None:
    assert pair(calendar, *parts) == (gregorian, gregorian)
    assert parts_of(calendar, date.fromisoformat(gregorian).toordinal()) == parts


@pytest.mark.parametrize(
    "calendar, parts, first, last",
    [
        ("julian", (1700, 2), "1700-02-11", "1700-03-11"),
        ("julian", (1700,), "1700-01-11", "1701-01-11"),
        ("hijri", (1439, 2), "2017-10-22", "2017-11-19"),
        ("hebrew", (5784, 12), "2024-02-10", "2024-03-10"),
        ("hebrew", (5778, 6), "2018-08-12", "2018-09-09"),  # Elul, the last of its year
        ("hebrew", (5778,), "2017-09-21", "2018-09-09"),
        ("persian", (1404,), "2025-03-21", "2026-03-20"),
        ("coptic", (1735, 13), "2019-09-06", "2019-09-11"),
    ],
)
def test_a_month_and_a_year_have_their_days(calendar: str, parts: tuple[int, ...], first: str, last: str) -> None:
    assert pair(calendar, *parts) == (first, last)


@pytest.mark.parametrize(
    "calendar, parts, said",
    [
        ("julian", (1701, 2, 29), "month 2 of the year 1701 has 28 days"),
        ("julian", (1701, 13, 1), "the year 1701 has 12 months"),
        ("hijri", (1439, 2, 30), "month 2 of the year 1439 has 29 days"),
        ("hijri", (0, 1, 1), "are 1 to 9999"),
        ("hebrew", (5778, 13, 1), "the year 5778 has 12 months"),
        ("hebrew", (5784, 12, 31), "has 30 days"),
        ("coptic", (1734, 13, 6), "has 5 days"),
        ("persian", (1402, 12, 30), "has 29 days"),
        ("french-republican", (2, 13, 6), "has 5 days"),
        ("french-republican", (301, 1, 1), "are 1 to 300"),
        ("hijri", (1439, 0, 1), "has 12 months"),
        ("bahai", (173, 19, 5), "month 19 of the year 173 has 4 days"),
        ("bahai", (171, 1, 1), "are 172 to 221"),
        ("hijri", (1439, 1, 0), "has 30 days"),
    ],
)
def test_a_day_that_a_calendar_does_not_have_is_said_to_be_none(
    calendar: str, parts: tuple[int, ...], said: str
) -> None:
    with pytest.raises(NoSuchDayError, match=said):
        days_of(calendar, *parts)


@given(QUICK, DAYS)
def test_each_day_reads_back(calendar: str, day: int) -> None:
    assert days_of(calendar, *parts_of(calendar, day)) == (day, day)


@pytest.mark.parametrize("calendar", SLOW)
def test_each_fortieth_day_of_two_years_reads_back(calendar: str) -> None:
    first, last = days_of(calendar, 3)[0], days_of(calendar, 4)[1]
    for day in range(first, last + 1, 40):
        assert days_of(calendar, *parts_of(calendar, day)) == (day, day)


def test_each_year_of_nineteen_months_ends_with_the_day_before_the_equinox_and_reads_back() -> None:
    for year, length in ((172, 365), (174, 366), (221, 365)):
        first, last = days_of("bahai", year)
        assert days_of("bahai", year, 20) == (last - 18, last)
        assert days_of("bahai", year, 19)[1] == last - 19
        assert parts_of("bahai", last) == (year, 20, 19)
        assert last - first + 1 == length


@given(QUICK, st.integers(1, 2000))
def test_the_months_of_a_year_follow_one_another_without_a_gap(calendar: str, year: int) -> None:
    first, last = days_of(calendar, year)
    months = sorted(days_of(calendar, year, month) for month in range(1, 14) if has_month(calendar, year, month))
    assert (months[0][0], months[-1][1]) == (first, last)
    assert all(before[1] + 1 == after[0] for before, after in itertools.pairwise(months))
    assert days_of(calendar, year + 1)[0] == last + 1


def has_month(calendar: str, year: int, month: int) -> bool:
    try:
        days_of(calendar, year, month)
    except NoSuchDayError:
        return False
    return True


def test_the_names_are_words_of_records() -> None:
    assert list(CALENDARS) == [name.lower() for name in CALENDARS]
    assert CALENDARS["hijri"].slack == 1
    assert CALENDARS["julian"].slack == 0

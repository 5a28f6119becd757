"""The names of months above an axis of days: in full, short, or in a second line, and none on another."""

from itertools import pairwise

from dateline.ground.dates import Day
from dateline.pages.figures.days_axis import MonthName, days_axis, month_names
from hypothesis import given
from hypothesis import strategies as st

LETTER = 7.0
days = st.builds(lambda number: Day(2017, 1, 1).shifted(number), st.integers(0, 800))


def named(found: list[Day], width: float) -> list[MonthName]:
    axis = days_axis([(day, day) for day in found], 0.0, width)
    return list(month_names(axis, width, LETTER))


@given(st.lists(days, min_size=1, max_size=12), st.integers(200, 900))
def test_no_name_begins_before_the_one_before_it_in_its_line_ends(found: list[Day], width: int) -> None:
    names = named(found, width)
    for line in (0, 1):
        of_line = [name for name in names if name.line == line]
        for before, after in pairwise(of_line):
            assert before.x + len(before.text) * LETTER <= after.x


@given(st.lists(days, min_size=1, max_size=12), st.integers(200, 900))
def test_names_stand_in_the_order_of_the_months_and_the_first_is_in_full(found: list[Day], width: int) -> None:
    names = named(found, width)
    assert [name.x for name in names] == sorted(name.x for name in names)
    assert (names[0].line, names[0].x) == (0, 0.0)
    assert names[0].text.endswith(str(min(found).year))


def test_a_name_without_room_is_short_and_stays_in_the_first_line() -> None:
    close = named([Day(2017, 11, 28), Day(2017, 12, 1)], 180)
    assert [(name.text, name.line) for name in close] == [("November 2017", 0), ("Dec 2017", 0)]


def test_a_month_that_is_there_twice_is_named_once() -> None:
    twice = named([Day(2017, 11, 1), Day(2017, 11, 20)], 400)
    assert [name.text for name in twice] == ["November 2017"]

"""The axis of a strip: stretches of days, the breaks between them, and names that never lie on each other."""

import itertools
from typing import Final

import pytest
from dateline.ground.dates import Day
from dateline.pages.figures.days_axis import AxisStretch, DaysAxis, days_axis, month_names, width_of_days
from days_drawn import days_between
from hypothesis import given, settings
from hypothesis import strategies as st

GAP: Final = 22.0
"""How wide a break is."""
WIDEST: Final = 46.0
"""How wide a day is at most."""
SPANS: Final = st.lists(
    st.tuples(days_between("2017-01-01", "2018-12-31"), st.integers(0, 40)), min_size=1, max_size=6
).map(lambda pairs: [(first, first.shifted(length)) for first, length in pairs])


def day(text: str) -> Day:
    return Day.fromisoformat(text)


def axis_of(*spans: str, width: float = 500) -> DaysAxis:
    """Return an axis of spans that are written "2017-11-01/2017-11-05", or of single days."""
    pairs = [(span.partition("/")[0], span.rpartition("/")[2]) for span in spans]
    return days_axis([(day(first), day(last)) for first, last in pairs], 0, width)


# --- stretches and breaks --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "spans, stretches",
    [
        (("2017-11-01",), 1),
        (("2017-11-01", "2017-11-01"), 1),
        (("2017-11-01", "2017-11-05"), 1),
        (("2017-11-01", "2017-11-06"), 2),
        (("2017-11-06", "2017-11-01"), 2),
        (("2017-11-01/2017-11-20", "2017-11-03", "2017-11-24"), 1),
        (("2017-11-01/2017-11-20", "2017-11-03", "2017-11-25"), 2),
        (("2017-11-01", "2017-12-01", "2018-01-01"), 3),
    ],
)
def test_days_are_left_out_where_more_than_three_lie_between_two_of_which_something_is_told(
    spans: tuple[str, ...], stretches: int
) -> None:
    assert len(axis_of(*spans).stretches) == stretches


@given(SPANS)
def test_stretches_cover_every_span_and_begin_and_end_with_one(spans: list[tuple[Day, Day]]) -> None:
    axis = days_axis(spans, 10, 500)
    for first, last in spans:
        assert any(stretch.first <= first and last <= stretch.last for stretch in axis.stretches)
    assert {stretch.first for stretch in axis.stretches} <= {first for first, _ in spans}
    assert {stretch.last for stretch in axis.stretches} <= {last for _, last in spans}


@given(SPANS, st.integers(100, 1000))
def test_breaks_are_no_more_than_half_of_the_axis_and_all_of_it_lies_inside(
    spans: list[tuple[Day, Day]], width: int
) -> None:
    axis = days_axis(spans, 10, width)
    assert GAP * len(axis.gaps) <= width / 2
    assert 0 < axis.day_width <= WIDEST
    assert axis.right <= 10 + width + 1e-6
    assert axis.stretches[0].x == 10
    assert axis.end(axis.stretches[-1].last) == pytest.approx(axis.right)


@given(SPANS)
def test_each_break_lies_halfway_between_the_stretches_beside_it(spans: list[tuple[Day, Day]]) -> None:
    axis = days_axis(spans, 0, 500)
    for middle, (before, after) in zip(axis.gaps, itertools.pairwise(axis.stretches), strict=True):
        assert middle == pytest.approx((axis.end(before.last) + after.x) / 2)
        assert after.x - axis.end(before.last) == pytest.approx(GAP)


def test_a_few_days_are_not_wider_than_can_be_read_and_many_fill_the_axis() -> None:
    assert axis_of("2017-11-01/2017-11-03").day_width == WIDEST
    assert axis_of("2017-11-01/2017-11-03").right == pytest.approx(3 * WIDEST)
    assert axis_of("2017-11-01/2017-11-30").right == pytest.approx(500)


@settings(max_examples=40)
@given(SPANS, st.integers(22, 46), st.integers(100, 1000))
def test_an_axis_asks_for_as_much_as_its_days_take_and_never_for_more_than_there_is(
    spans: list[tuple[Day, Day]], wide: int, most: int
) -> None:
    asked = width_of_days(spans, wide, most)
    assert 0 < asked <= most
    axis = days_axis(spans, 0, asked)
    if asked < most:
        assert axis.day_width == pytest.approx(wide)


# --- numbers of days -------------------------------------------------------------------------------------------------


def test_every_day_has_its_number_in_its_middle_where_there_is_room() -> None:
    axis = axis_of("2017-11-29/2017-12-02")
    assert [tick.text for tick in axis.days] == ["29", "30", "1", "2"]
    assert axis.days[0].x == pytest.approx(axis.day_width / 2)
    assert axis.days[-1].x == pytest.approx(axis.right - axis.day_width / 2)


@pytest.mark.parametrize(
    "width, numbers",
    [(200, ["1", "2", "3", "4"]), (100, ["1", "2", "3", "4"]), (50, ["1", "4", "7", "10"])],
)
def test_numbers_are_as_near_as_their_room_allows(width: float, numbers: list[str]) -> None:
    axis = DaysAxis((AxisStretch(Day(2017, 11, 1), Day(2017, 11, 10), 0.0),), width / 5, width * 2)
    assert [tick.text for tick in axis.days][:4] == (numbers if width > 50 else ["1", "3", "5", "7"])


@settings(max_examples=40)
@given(SPANS, st.integers(100, 900))
def test_the_numbers_of_days_do_not_touch(spans: list[tuple[Day, Day]], width: int) -> None:
    axis = days_axis(spans, 0, width)
    places = [tick.x for tick in axis.days]
    assert all(after - before > 19.5 for before, after in itertools.pairwise(places))
    assert all(0 < x < axis.right for x in places)


def test_the_numbers_of_days_that_would_be_weeks_apart_are_left_out() -> None:
    assert axis_of("2017-01-01/2017-12-31", width=500).days
    assert axis_of("2015-01-01/2017-12-31", width=500).days == []


# --- names of months and years ---------------------------------------------------------------------------------------


def test_a_month_is_named_where_its_first_day_on_the_axis_is() -> None:
    axis = axis_of("2017-11-20/2018-01-10")
    assert [first for first, _ in axis.named_starts] == [day("2017-11-20"), day("2017-12-01"), day("2018-01-01")]
    assert [names for _, names in axis.named_starts][1] == ["December 2017", "Dec 2017"]


def test_a_month_that_comes_up_again_after_a_break_is_named_once() -> None:
    axis = axis_of("2017-11-01", "2017-11-20", "2017-12-20")
    assert len(axis.stretches) == 3
    assert [first for first, _ in axis.named_starts] == [day("2017-11-01"), day("2017-12-20")]


@pytest.mark.parametrize(
    "years, step",
    [
        ("1800-01-01/1809-12-31", 1),
        ("1800-01-01/1819-12-31", 2),
        ("1800-01-01/1849-12-31", 5),
        ("1800-01-01/1899-12-31", 10),
    ],
)
def test_years_are_named_as_far_apart_as_their_numbers_need(years: str, step: int) -> None:
    starts = [first.year for first, _ in axis_of(years).named_starts]
    assert starts[0] == 1800
    assert {after - before for before, after in itertools.pairwise(starts)} == {step}


def test_a_year_is_named_where_a_stretch_begins_though_the_stretch_begins_within_it() -> None:
    axis = axis_of("1803-06-01/1829-12-31")
    starts = [first for first, _ in axis.named_starts]
    assert starts[0] == day("1803-06-01")
    assert starts[1:3] == [day("1804-01-01"), day("1806-01-01")] or starts[1] == day("1805-01-01")


@given(SPANS, st.integers(100, 900), st.sampled_from([5.0, 7.0]))
def test_names_of_months_stand_inside_the_axis_and_clear_of_each_other(
    spans: list[tuple[Day, Day]], width: int, letter: float
) -> None:
    axis = days_axis(spans, 0, width)
    names = list(month_names(axis, width, letter))
    assert names
    for line in (0, 1):
        of_line = [name for name in names if name.line == line]
        assert all(name.x >= 0 and (name.x + len(name.text) * letter <= width or name.x == 0) for name in of_line)
        for before, after in itertools.pairwise(of_line):
            assert before.x + len(before.text) * letter < after.x


def test_a_name_without_room_at_the_end_begins_earlier_and_one_without_room_beside_another_stands_below() -> None:
    axis = axis_of("2017-11-01/2017-12-01", width=310)
    first, last = month_names(axis, 310, 7.0)
    assert (first.text, first.x, first.line) == ("November 2017", 0.0, 0)
    assert last.text == "December 2017"
    assert last.x == pytest.approx(310 - len(last.text) * 7)
    near = axis_of("2017-11-30/2017-12-20", width=310)
    assert [(name.text, name.line) for name in month_names(near, 310, 7.0)] == [
        ("November 2017", 0),
        ("December 2017", 1),
    ]

"""The axis of a timeline: true to scale between its breaks, and names that never lie on each other."""

import itertools
from dataclasses import replace
from typing import Final

import pytest
from dateline.ground.dates import Day, first_second
from dateline.pages.figures.time_axis import Label, TimeAxis, with_room
from dateline.pages.shared.time_units import DAY, DECADE, HOUR, MONTH, UNITS, WEEK, YEAR, Unit
from dateline.pages.shared.timeline_views import TimelineView
from hypothesis import given, settings
from hypothesis import strategies as st

WIDE: Final = 720.0
NARROW: Final = 270.0
STRETCHES: Final = st.lists(st.tuples(st.integers(1, 12), st.integers(3, 60)), min_size=1, max_size=4)
"""How many bins each stretch has, and how many are left out behind it."""


def view(unit: Unit, *stretches: tuple[int, int]) -> TimelineView:
    return TimelineView("Title", "Heading", "Told", unit, "day", stretches, ())


def axis_of(unit: Unit, first: Day, *lengths: tuple[int, int]) -> TimeAxis:
    """Return an axis that begins in the bin of a day, with stretches of so many bins, and so many left out behind."""
    found, index = [], unit.index(first_second(first))
    for length, left_out in lengths:
        found.append((index, index + length - 1))
        index += length + left_out
    return TimeAxis(view(unit, *found))


# --- places ----------------------------------------------------------------------------------------------------------


@given(st.sampled_from(UNITS[1:7]), STRETCHES)
def test_the_axis_goes_from_edge_to_edge_and_never_back(unit: Unit, lengths: list[tuple[int, int]]) -> None:
    axis = axis_of(unit, Day(2017, 11, 17), *lengths)
    ends = [x for segment in axis.segments for x in segment]
    assert ends[0] == 0
    assert ends[-1] == pytest.approx(100)
    assert ends == sorted(ends)
    assert len(axis.gaps) == len(axis.breaks) == len(lengths) - 1


@given(st.sampled_from(UNITS[1:7]), STRETCHES)
def test_all_breaks_are_as_wide_and_what_is_between_them_is_true_to_scale(
    unit: Unit, lengths: list[tuple[int, int]]
) -> None:
    axis = axis_of(unit, Day(2017, 11, 17), *lengths)
    assert all(end - begin == pytest.approx(axis.gap) for begin, end in axis.gaps)
    scales = [
        (end - begin) / (last - first) for (begin, end), (first, last) in zip(axis.segments, axis.ends, strict=True)
    ]
    assert scales == pytest.approx([axis.second] * len(scales))


@settings(max_examples=40)
@given(STRETCHES, st.lists(st.integers(-50, 400), min_size=2, max_size=6))
def test_what_is_later_is_never_further_left_wherever_it_lies(lengths: list[tuple[int, int]], days: list[int]) -> None:
    axis = axis_of(DAY, Day(2017, 11, 17), *lengths)
    begin = axis.ends[0][0]
    places = [axis.at(begin + number * 86400) for number in sorted(days)]
    assert places == sorted(places)
    assert all(0 <= place <= 100 for place in places)


def test_what_was_left_out_lies_in_its_break_in_proportion() -> None:
    axis = axis_of(DAY, Day(2017, 11, 1), (2, 10), (3, 0))
    ((begin, end),) = axis.gaps
    first = axis.ends[0][1]
    assert axis.at(first) == pytest.approx(begin)
    assert axis.at(first + 5 * 86400) == pytest.approx((begin + end) / 2)
    assert axis.at(first + 10 * 86400) == pytest.approx(end)


def test_what_lies_before_or_behind_the_axis_is_at_its_edge() -> None:
    axis = axis_of(DAY, Day(2017, 11, 1), (2, 10), (3, 0))
    assert axis.at(axis.ends[0][0] - 1) == 0
    assert axis.at(axis.ends[-1][1] + 10**9) == 100


def test_a_break_is_as_wide_as_a_bin_and_a_bit_more() -> None:
    axis = axis_of(DAY, Day(2017, 11, 1), (4, 30), (4, 0))
    begin, end = axis.bin(axis.stretches[0][0])
    assert axis.gap == pytest.approx(1.6 * (end - begin))


def test_a_break_says_what_it_leaves_out() -> None:
    ((place, words),) = axis_of(DAY, Day(2017, 11, 1), (2, 10), (3, 0)).breaks
    assert "3 November 2017" in words
    assert "12 November 2017" in words
    assert 0 < place < 100


def test_a_bar_is_broken_once_by_each_break_that_it_crosses_and_not_where_it_only_touches_one() -> None:
    axis = axis_of(DAY, Day(2017, 11, 1), (2, 10), (3, 10), (2, 0))
    (one, two), (begin, end) = axis.gaps, axis.segments[1]
    assert axis.crossed(0, 100) == pytest.approx([sum(one) / 2, sum(two) / 2])
    assert axis.crossed(begin, end) == []
    assert axis.crossed(0, one[0]) == []
    half = axis.crossed(0, sum(one) / 2)
    assert half == pytest.approx([(one[0] + sum(one) / 2) / 2])


# --- names -----------------------------------------------------------------------------------------------------------


def extent(label: Label, pixels: float, *, centred: bool) -> tuple[float, float]:
    room = (len(label.text) * 6.3 + 3) / pixels * 100
    begin = label.x - (room / 2 if centred else 0)
    return begin, begin + room


def clear(labels: list[Label], pixels: float, *, centred: bool) -> bool:
    """Return whether no two labels lie on each other in a figure of so many pixels."""
    pairs = itertools.combinations([extent(one, pixels, centred=centred) for one in labels], 2)
    return all(a[1] <= b[0] + 1e-9 or b[1] <= a[0] + 1e-9 for a, b in pairs)


@given(st.sampled_from(UNITS[1:]), STRETCHES)
def test_no_lower_name_lies_on_another_on_a_wide_screen_or_on_a_phone(
    unit: Unit, lengths: list[tuple[int, int]]
) -> None:
    labels = axis_of(unit, Day(2017, 11, 17), *lengths).fine_labels()
    assert clear(labels, WIDE, centred=True)
    assert clear([label for label in labels if not label.extra], NARROW, centred=True)
    assert labels[0].extra is False


@given(st.sampled_from(UNITS[1:5]), STRETCHES)
def test_no_upper_name_lies_on_another_and_each_stands_once(unit: Unit, lengths: list[tuple[int, int]]) -> None:
    labels = axis_of(unit, Day(2017, 11, 17), *lengths).coarse_labels()
    wide = [label for label in labels if not label.brief]
    phone = [replace(label, brief=False) for label in labels if not label.extra]
    for shown, pixels in ((wide, WIDE), (phone, NARROW)):
        assert shown
        assert clear(shown, pixels, centred=False) or len(shown) == 1
        assert len({label.text for label in shown}) == len(shown)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.floats(0, 100), st.text("1", min_size=1, max_size=9)), max_size=12))
def test_of_labels_that_touch_the_earlier_one_stays(wanted: list[tuple[float, str]]) -> None:
    labels = [Label(x, text) for x, text in wanted]
    kept = with_room(labels)
    assert clear(kept, WIDE, centred=True)
    for number, label in enumerate(labels):
        before = [one for one in kept if replace(one, extra=False) in labels[: number + 1]]
        assert any(replace(one, extra=False) == label for one in before) or not clear(
            [*before, label], WIDE, centred=True
        )


@pytest.mark.parametrize(
    "unit, first, count, fine, coarse",
    [
        (DAY, Day(2017, 11, 29), 4, ["29", "30", "1", "2"], "Dec 2017"),
        (WEEK, Day(2017, 11, 27), 3, ["27", "4", "11"], "Dec 2017"),
        (MONTH, Day(2017, 11, 1), 4, ["Nov", "Dec", "Jan", "Feb"], "2018"),
        (YEAR, Day(2017, 1, 1), 3, ["2017", "2018", "2019"], None),
        (DECADE, Day(1950, 1, 1), 3, ["1950", "1960", "1970"], None),
    ],
)
def test_names_go_with_the_unit_days_below_months_months_below_years(
    unit: Unit, first: Day, count: int, fine: list[str], coarse: str | None
) -> None:
    axis = axis_of(unit, first, (count, 0))
    assert [label.text for label in axis.fine_labels()] == fine
    assert (coarse in [label.text for label in axis.coarse_labels()]) == (coarse is not None)


def test_a_name_of_what_begins_on_the_axis_stands_where_it_begins_or_at_the_edge_where_it_began_before() -> None:
    axis = axis_of(DAY, Day(2017, 11, 15), (40, 0))
    before, begun = axis.coarse_labels()
    assert (before.text, before.x) == ("Nov 2017", 0.0)
    assert begun.text == "Dec 2017"
    assert begun.x == pytest.approx(axis.at(first_second(Day(2017, 12, 1))))


def test_hours_are_named_by_the_clock_and_by_their_day() -> None:
    axis = axis_of(HOUR, Day(2017, 11, 17), (6, 0))
    fine = axis.fine_labels()
    assert fine[0].text == "00:00"
    assert all(label.text.endswith(("0", "5")) and label.tick is not None for label in fine)
    assert [label.text for label in axis.coarse_labels()] == ["17 November 2017"]


def test_the_words_of_a_point_of_time_stay_inside_the_figure_and_its_tick_where_it_is() -> None:
    axis = axis_of(DECADE, Day(1950, 1, 1), (6, 0))
    labels = axis.fine_labels()
    assert labels[0].tick == 0
    for label in labels:
        begin, end = extent(label, WIDE, centred=True)
        assert begin >= -1e-9
        assert end <= 100 + 1e-9

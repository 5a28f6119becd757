"""Units of time and layouts of timelines: each second in one bin, each bin named, and axes that can be read."""

from collections.abc import Sequence
from typing import Final

import pytest
from dateline.ground.dates import Day, Meaning, first_second, parse
from dateline.ground.languages import ENGLISH
from dateline.pages.shared.time_units import (
    CLOCK,
    DAY,
    DECADE,
    HOUR,
    MINUTE,
    MONTH,
    UNITS,
    WEEK,
    YEAR,
    Unit,
    Years,
    runs,
)
from dateline.pages.shared.timeline_layout import layout_of
from dateline.pages.shared.timeline_points import points_of
from dateline.pages.shared.timeline_spans import is_doubtful, meaning_of, span_of
from dateline.pages.shared.timeline_views import BinView, Moment
from dateline.pages.wording.units import EVENTS, REPORTS
from hypothesis import given
from hypothesis import strategies as st

CENTURY: Final = UNITS[-2]
SECONDS: Final = st.integers(first_second(Day(-3000, 1, 1)), first_second(Day(3000, 1, 1)))
A_DAY: Final = 86400


def moment(when: str, title: str = "It happened", *, disputed: bool = False, is_bound: bool = False) -> Moment:
    return Moment(parse(when), title, f"days/{when}/#event", disputed, is_bound=is_bound)


# --- units -----------------------------------------------------------------------------------------------------------


@given(st.sampled_from(UNITS), SECONDS)
def test_each_second_lies_in_the_bin_that_has_its_number_and_bins_follow_on_each_other(unit: Unit, at: int) -> None:
    index = unit.index(at)
    first, end = unit.bounds(index)
    assert first <= at < end
    assert unit.index(first) == unit.index(end - 1) == index
    assert unit.index(end) == index + 1
    assert unit.index(first - 1) == index - 1


@given(SECONDS)
def test_units_go_from_the_shortest_to_the_longest(at: int) -> None:
    lengths = [end - first for first, end in (unit.bounds(unit.index(at)) for unit in UNITS)]
    assert lengths == sorted(lengths)
    assert len(set(lengths)) == len(UNITS)


def test_only_minutes_and_hours_are_shorter_than_a_day() -> None:
    at = first_second(Day(2017, 11, 17))
    shorter = {unit for unit in UNITS for first, end in [unit.bounds(unit.index(at))] if end - first < A_DAY}
    assert shorter == set(CLOCK) == {MINUTE, HOUR}


@pytest.mark.parametrize(
    "unit, second, words",
    [
        (MINUTE, 14 * 3600 + 30 * 60 + 59, "14:30 on 17 November 2017"),
        (HOUR, 14 * 3600 + 30 * 60, "14:00 to 15:00 on 17 November 2017"),
        (HOUR, 23 * 3600, "23:00 to 24:00 on 17 November 2017"),
        (HOUR, 0, "00:00 to 01:00 on 17 November 2017"),
        (DAY, 0, "17 November 2017"),
        (WEEK, 0, "13 to 19 November 2017"),
        (MONTH, 0, "November 2017"),
        (YEAR, 0, "2017"),
        (DECADE, 0, "the 2010s"),
        (CENTURY, 0, "2000 to 2099"),
    ],
)
def test_a_bin_is_called_by_what_it_holds(unit: Unit, second: int, words: str) -> None:
    assert unit.words(unit.index(first_second(Day(2017, 11, 17)) + second)) == words


@pytest.mark.parametrize(
    "unit, year, first, last",
    [
        (YEAR, 0, 0, 0),
        (YEAR, -430, -430, -430),
        (DECADE, 1, 1, 9),
        (DECADE, 9, 1, 9),
        (DECADE, 10, 10, 19),
        (DECADE, 0, -9, 0),
        (DECADE, -9, -9, 0),
        (DECADE, -10, -19, -10),
        (CENTURY, 99, 1, 99),
        (CENTURY, 100, 100, 199),
        (CENTURY, 0, -99, 0),
        (CENTURY, -430, -499, -400),
    ],
)
def test_years_are_counted_from_the_turn_of_the_era_to_both_sides(
    unit: Years, year: int, first: int, last: int
) -> None:
    found = unit.days(unit.index_of(Day(year, 6, 1)))
    assert found == (Day(first, 1, 1), Day(last, 12, 31))


@pytest.mark.parametrize(
    "year, unit, words",
    [
        (0, YEAR, "1 BCE"),
        (-430, YEAR, "431 BCE"),
        (-430, CENTURY, "500 to 401 BCE"),
        (0, DECADE, "10 to 1 BCE"),
        (5, DECADE, "1 to 9 CE"),
        (1955, DECADE, "the 1950s"),
    ],
)
def test_years_before_the_common_era_are_told_as_people_count_them(year: int, unit: Years, words: str) -> None:
    assert unit.words(unit.index_of(Day(year, 6, 1))) == words


def test_weeks_begin_on_mondays() -> None:
    for day in range(13, 20):
        assert WEEK.days(WEEK.index_of(Day(2017, 11, day))) == (Day(2017, 11, 13), Day(2017, 11, 19))


@pytest.mark.parametrize(
    "indexes, gap, found",
    [
        ([], 3, ()),
        ([5], 0, ((5, 5),)),
        ([1, 2, 3], 0, ((1, 3),)),
        ([3, 1, 2, 2], 0, ((1, 3),)),
        ([1, 3], 0, ((1, 1), (3, 3))),
        ([1, 3], 1, ((1, 3),)),
        ([1, 4], 1, ((1, 1), (4, 4))),
        ([-3, -1, 7], 1, ((-3, -1), (7, 7))),
    ],
)
def test_bins_are_in_one_stretch_where_no_more_than_so_many_between_them_are_empty(
    indexes: list[int], gap: int, found: tuple[tuple[int, int], ...]
) -> None:
    assert runs(indexes, gap) == found


# --- layouts ---------------------------------------------------------------------------------------------------------


def unit_of(*dates: str) -> Unit:
    return layout_of([("", EVENTS, [moment(when) for when in dates])]).unit


def days(first: str, count: int, step: int = 1) -> list[str]:
    return [Day.fromisoformat(first).shifted(step * number).isoformat() for number in range(count)]


@pytest.mark.parametrize(
    "dates, unit",
    [
        (["2017-11-17"], DAY),
        (days("2017-11-01", 40), DAY),
        (days("2017-11-01", 43), WEEK),
        (days("2010-01-01", 60, 40), YEAR),
        (["1815-06-18", "1914-06-28", "2017-11-17"], YEAR),
        (["1815", "1914", "2017"], YEAR),
        (["2017-11", "2017-12", "2018-03"], MONTH),
        (["2017-11-17", "2017-11", "2017-10"], DAY),
        (["2017-11-17", "2017-11", "2017-10", "2017-09", "2017-08"], MONTH),
        (["2017-11-17T08:30Z", "2017-11-17T08:45Z"], MINUTE),
        (["2017-11-17T08:30Z", "2017-11-17T18:45Z"], HOUR),
        (["2017-11-17T08:30Z", "2017-12-17T18:45Z"], DAY),
        ([f"{year}" for year in range(1100, 2000, 10)], CENTURY),
    ],
)
def test_a_timeline_counts_in_the_shortest_unit_that_can_be_read_and_into_which_a_quarter_of_the_dates_fits(
    dates: list[str], unit: Unit
) -> None:
    assert unit_of(*dates) == unit


@given(st.lists(st.sampled_from(["2017", "2017-11", *days("2017-11-01", 60, 3), "../2017-11-20", "201X"]), max_size=30))
def test_every_moment_is_in_a_bin_on_the_axis_or_is_drawn_alone(dates: list[str]) -> None:
    moments = [moment(when) for when in dates]
    layout = layout_of([("", EVENTS, moments)])
    ((bins, loose),) = layout.lanes
    assert sorted([*loose, *(one for of in bins.values() for one in of)], key=str) == sorted(moments, key=str)
    for index in bins:
        assert any(first <= index <= last for first, last in layout.stretches)
    assert all(before[1] < after[0] for before, after in zip(layout.stretches, layout.stretches[1:], strict=False))
    assert all(bins.values())


def test_two_lanes_share_one_axis() -> None:
    layout = layout_of([("a", EVENTS, [moment("2017-11-17")]), ("b", REPORTS, [moment("2017-11-20")])])
    assert layout.unit == DAY
    assert layout.length == 4
    assert layout.stretches == (
        (DAY.index(first_second(Day(2017, 11, 17))), DAY.index(first_second(Day(2017, 11, 20)))),
    )


def test_a_long_quiet_time_is_left_out_and_a_short_one_is_not() -> None:
    def stretches(*dates: str) -> int:
        return len(layout_of([("", EVENTS, [moment(when) for when in dates])]).stretches)

    assert stretches("2017-11-01", "2017-11-29") == 1
    assert stretches("2017-11-01", "2017-11-30") == 1
    assert stretches("2017-11-01", "2017-12-01") == 2


def test_the_outermost_ends_of_what_lasts_are_on_the_axis_and_those_of_a_long_one_between_are_not() -> None:
    layout = layout_of([("", EVENTS, [moment("2017-11-17"), moment("2017-11-01/2017-11-05")])])
    first, last = layout.stretches[0][0], layout.stretches[-1][1]
    assert (DAY.words(first), DAY.words(last)) == ("1 November 2017", "17 November 2017")


# --- spans -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "when, meaning, is_marked",
    [
        ("2017-11-17", Meaning.DOUBT, False),
        ("2017-11-17~", Meaning.DOUBT, True),
        ("2017-11-17?", Meaning.DOUBT, True),
        ("2017-11-17/2017-11-19", Meaning.LASTS, False),
        ("{2017-11-17,2017-11-19}", Meaning.EACH, False),
        ("[2017-11-17,2017-11-19]", Meaning.DOUBT, False),
        ("2017-11", Meaning.DOUBT, False),
    ],
)
def test_a_date_tells_whether_it_lasts_is_on_each_of_its_days_or_is_some_time_within(
    when: str,
    meaning: Meaning,
    is_marked: bool,  # noqa: FBT001 - a case
) -> None:
    assert meaning_of(moment(when)) == meaning
    assert is_doubtful(moment(when)) == is_marked
    assert is_doubtful(moment(when, is_bound=True))


@pytest.mark.parametrize(
    "when, count, first, end",
    [
        ("2017-11-17/2017-11-19", 1, Day(2017, 11, 17), Day(2017, 11, 20)),
        ("{2017-11-17,2017-11-19}", 2, Day(2017, 11, 17), Day(2017, 11, 20)),
        ("{2017-11-17..2017-11-20}", 4, Day(2017, 11, 17), Day(2017, 11, 21)),
        ("[2017-11-17..2017-11-20]", 1, Day(2017, 11, 17), Day(2017, 11, 21)),
        ("2017-11", 1, Day(2017, 11, 1), Day(2017, 12, 1)),
        ("2017-11-17/..", 1, Day(2017, 11, 17), None),
        ("../2017-11-17", 1, None, Day(2017, 11, 18)),
    ],
)
def test_a_span_has_a_stretch_for_each_day_that_is_meant_by_itself_and_one_for_everything_else(
    when: str, count: int, first: Day | None, end: Day | None
) -> None:
    found = span_of(EVENTS, [moment(when)])
    assert len(found.stretches) == len(found.marked) == count
    assert found.stretches[0][0] == (None if first is None else first_second(first))
    assert found.stretches[-1][1] == (None if end is None else first_second(end))
    assert found.is_set == (count > 1)


def test_a_span_of_one_date_is_called_by_its_title_and_leads_to_it() -> None:
    one = moment("2017-11", "The well was dry", disputed=True)
    found = span_of(EVENTS, [one])
    assert (found.name, found.count, found.disputed, found.address) == ("The well was dry", 1, 1, one.address)
    assert found.when == "November 2017"
    assert found.label == "The well was dry (November 2017; some time within), in dispute"
    assert "in dispute" not in span_of(EVENTS, [moment("2017-11")]).label


@pytest.mark.parametrize("length, shown", [(60, 60), (61, 60), (200, 60)])
def test_a_long_title_is_cut_where_one_sees_it(length: int, shown: int) -> None:
    name = span_of(EVENTS, [moment("2017-11", "x" * length)]).name
    assert len(name) == shown
    assert name.endswith("…") == (length > shown)


def grouped(*dates: str) -> Sequence[Moment]:
    return [moment(when, disputed=number == 0) for number, when in enumerate(dates)]


@pytest.mark.parametrize(
    "dates, told",
    [
        (("2017-11-01/2017-11-05", "2017-11-03/2017-11-09"), "within 1 to 9 November 2017"),
        (("2017-11-01/..", "2017-11-03/.."), "from 1 November 2017 on"),
        (("../2017-11-01", "../2017-11-03"), "until 3 November 2017"),
        (("../2017-11-01", "2017-11-03/.."), "at a time that is open"),
        (("2017-11-01/2017-11-05", "2017-11-03/.."), "from 1 November 2017 on"),
        (("2017-11", "2017-12"), "some time from 1 November to 31 December 2017"),
        (("2017-11", "2017-11"), "November 2017"),
    ],
)
def test_what_is_drawn_as_one_is_told_by_what_holds_all_of_it(dates: tuple[str, ...], told: str) -> None:
    found = span_of(REPORTS, grouped(*dates))
    assert found.when == told
    assert (found.count, found.disputed, found.name) == (len(dates), 1, f"{len(dates)} reports")
    assert "1 in dispute" in found.label


def test_what_is_drawn_as_one_leads_to_the_page_that_all_stand_on_or_else_to_all_days() -> None:
    same = [Moment(parse("2017-11"), "x", f"days/2017-11/#{name}", disputed=False) for name in "ab"]
    assert span_of(EVENTS, same).address == "days/2017-11/"
    assert span_of(EVENTS, grouped("2017-11", "2017-12")).address == "days/"


@pytest.mark.parametrize(
    "when, label, marked",
    [
        ("2017-11-17/2017-11-19", "x (17 to 19 November 2017; lasts throughout)", (False,)),
        ("{2017-11-17,2017-11-19}", "x (17 and 19 November 2017; on each of them)", (False, False)),
        ("{2017-11-17~,2017-11-19}", None, (True, False)),
        ("[2017-11-17,2017-11-19]", None, (False, False)),
        ("2017-11~", None, (True,)),
    ],
)
def test_a_span_says_what_its_date_says_of_its_days_and_marks_what_is_in_doubt(
    when: str, label: str | None, marked: tuple[bool, ...]
) -> None:
    found = span_of(EVENTS, [moment(when, "x")])
    assert found.marked == marked
    if label is not None:
        assert found.label == label
    assert set(span_of(EVENTS, [moment(when, is_bound=True)]).marked) == {True}
    assert any(span_of(EVENTS, [moment("2017-11~"), moment("2017-12")]).marked)


# --- bins and points -------------------------------------------------------------------------------------------------


@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
def test_the_parts_of_a_bin_are_all_of_it(plain: int, disputed: int, doubtful: int, both: int) -> None:
    count = plain + disputed + doubtful + both
    found = BinView(0, "a", f"a: {count} events", "days/", count, disputed + both, doubtful + both, both)
    assert found.plain == plain
    assert found.told == f"{count} events"


@pytest.mark.parametrize(
    "when, begins, bin_",
    [
        ("2017-11-17", Day(2017, 11, 17), Day(2017, 11, 17)),
        ("2017-11-17/2017-11-19", Day(2017, 11, 17), None),
        ("2017-11", Day(2017, 11, 1), None),
        ("2017-11-17/..", Day(2017, 11, 17), Day(2017, 11, 17)),
        ("../2017-11-17", Day(2017, 11, 17), Day(2017, 11, 17)),
        ("XXXX-01-05", None, None),
    ],
)
def test_the_line_of_a_turning_point_leads_to_the_first_day_that_is_known(
    when: str, begins: Day | None, bin_: Day | None
) -> None:
    found = list(points_of(DAY, [moment(when, "The siege")], ENGLISH))
    if begins is None:
        assert found == []
        return
    (point,) = found
    assert point.at == (first_second(begins), first_second(begins.shifted(1)))
    assert point.bin == (None if bin_ is None else DAY.index(first_second(bin_)))
    assert point.label.startswith("The siege (")

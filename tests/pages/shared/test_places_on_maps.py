"""What a map shows: most of what happened, each place once and called as it was, and what it leaves out is told."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import pytest
from chronologies import event
from dateline.ground.dates import Day
from dateline.ground.geodata import kilometres
from dateline.ground.languages import ENGLISH
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.map_days import days_of, map_steps, steps_of_place
from dateline.pages.shared.map_focus import near_and_far
from dateline.pages.shared.maps import MapView, PlaceMaps, map_of_all, map_of_events, precisions_of
from hypothesis import given, settings
from hypothesis import strategies as st
from in_memory import version_of

Weighed = tuple[tuple[float, float], int]
SPOTS: Final = st.tuples(st.floats(-180, 180), st.floats(-80, 80))
CLAIM: Final = "claims: [{id: c, text: So., reports: [{by: [clerk], cite: {source: gazette, paragraph: 1}}]}]\n"


def place(name: str, lat: float | None = None, lon: float | None = None, more: str = "") -> str:
    spot = "" if lat is None else f"lat: {lat}\nlon: {lon}\nprecision: exact\n"
    return f"name: {name}\nkind: village\n{spot}{more}"


def happened(*places: str, when: str = "2031-03-03") -> str:
    there = ", ".join(f"{{place: {one}}}" for one in places)
    return f"title: It happened\ndate: {when}\nkind: meeting\nplaces: [{there}]\n{CLAIM}"


def edition(**records: str) -> Edition:
    """Return an edition of places and events, named `place_x` and `event_x`."""
    named = {f"{name.partition('_')[0]}s/{name.partition('_')[2]}": text for name, text in records.items()}
    return Edition(
        version_of({"events/well": None, "places/old-well": None, "places/lindwell": None, **named}).published
    )


def shown(view: MapView | None) -> list[tuple[str, int]]:
    assert view is not None
    return [(point.place.text, point.events) for point in view.points]


# --- points ----------------------------------------------------------------------------------------------------------


def test_places_with_most_events_come_first_and_then_by_name() -> None:
    made = edition(
        place_b=place("Beck", 52, -3),
        place_a=place("Ash", 52.1, -3),
        place_c=place("Cold Hill", 52.2, -3),
        event_one=happened("b", "c"),
        event_two=happened("c", "a"),
    )
    assert shown(map_of_all(made)) == [("Cold Hill", 2), ("Ash", 1), ("Beck", 1)]


def test_a_place_that_an_event_names_twice_is_counted_once_for_it() -> None:
    made = edition(place_a=place("Ash", 52, -3), event_one=happened("a", "a"))
    view = map_of_events(made, "Title", made.chronology.events.values())
    assert shown(view) == [("Ash", 1)]


def test_the_mark_of_a_place_leads_to_its_only_event_or_else_to_the_place() -> None:
    made = edition(
        place_a=place("Ash", 52, -3),
        place_b=place("Beck", 52, -3.5),
        event_one=happened("a", "b"),
        event_two=happened("b"),
    )
    view = map_of_all(made)
    assert view is not None
    assert {point.place.text: point.address for point in view.points} == {
        "Ash": "days/2031-03-03/#one",
        "Beck": "places/b/",
    }
    assert {point.count for point in view.points} == {"1 event", "2 events"}


def test_what_has_no_coordinates_or_lies_off_the_earth_is_named_beside_the_map() -> None:
    made = edition(
        place_a=place("Ash", 52, -3),
        place_b=place("Beck"),
        place_m=place("Tycho", -43, -11, "globe: moon\n"),
        event_one=happened("a", "b", "m"),
    )
    view = map_of_all(made)
    assert view is not None
    assert [point.place.text for point in view.points] == ["Ash"]
    assert [link.text for link in view.unlocated] == ["Beck"]
    assert [link.text for link in view.off_earth] == ["Tycho"]


def test_without_a_place_that_has_coordinates_there_is_no_map() -> None:
    assert map_of_all(edition(place_a=place("Ash"), event_one=happened("a"))) is None
    assert map_of_all(edition(place_a=place("Ash", 52, -3), event_one=happened())) is None


def test_a_map_marks_no_more_places_than_can_be_told_apart_and_says_how_many_it_leaves_out() -> None:
    places = {f"place_p{number}": place(f"P {number}", 50 + number / 100, -3) for number in range(153)}
    view = map_of_all(edition(**places, event_all=happened(*(f"p{number}" for number in range(153)))))
    assert view is not None
    assert (len(view.points), view.left_out) == (150, 3)


@pytest.mark.parametrize(
    "dates, name",
    [(["1905-01-01"], "Ashburg"), (["2031-03-03"], "Ash"), (["1905-01-01", "2031-03-03"], "Ash")],
)
def test_a_place_is_called_as_it_was_at_the_time_of_all_that_happened_there(dates: list[str], name: str) -> None:
    cite = "{source: gazette, paragraph: 1}"
    names = f"named: [{{name: Ashburg, until: 1919, cite: {cite}}}]\n"
    events = {f"event_e{number}": happened("a", when=when) for number, when in enumerate(dates)}
    made = edition(place_a=place("Ash", 52, -3, names), **events)
    view = map_of_events(made, "Title", made.chronology.events.values())
    assert view is not None
    assert [point.place.text for point in view.points] == [name]


def test_the_exactness_that_most_places_have_is_told_first() -> None:
    area = "lat: 52.3\nlon: -3\nprecision: area\n"
    made = edition(
        place_a=place("Ash", 52, -3),
        place_b=place("Beck", None, None, area),
        place_c=place("Cold Hill", None, None, area),
        event_one=happened("a", "b", "c"),
    )
    view = map_of_all(made)
    assert view is not None
    assert precisions_of(view) == ["area", "exact"]


# --- maps of single places -------------------------------------------------------------------------------------------


def test_the_map_of_a_place_has_its_neighbours_and_nothing_that_lies_off_it() -> None:
    made = edition(
        place_a=place("Ash", 52, -3),
        place_b=place("Beck", 52.1, -3.1),
        place_n=place("North", 52.25, -3),
        place_e=place("East", 52, -2),
    )
    view = PlaceMaps(made).of(made.chronology.places["a"])
    assert shown(view) == [("Ash", 0), ("Beck", 0)]
    assert view is not None
    assert [point.is_neighbour for point in view.points] == [False, True]
    assert [point.count for point in view.points] == ["", ""]


def test_neighbours_are_found_across_the_180th_meridian() -> None:
    made = edition(place_a=place("Ash", -17, 179.95), place_b=place("Beck", -17, -179.95))
    assert [name for name, _ in shown(PlaceMaps(made).of(made.chronology.places["a"]))] == ["Ash", "Beck"]


def test_the_map_of_a_place_without_coordinates_shows_what_lies_in_it_through_all_levels() -> None:
    made = edition(
        place_a=place("Shire"),
        place_b=place("Hundred", None, None, "within: a\n"),
        place_c=place("Cold Hill", 52, -3, "within: b\n"),
        place_d=place("Elsewhere", 53, -3),
        event_one=happened("c", "d"),
    )
    assert shown(PlaceMaps(made).of(made.chronology.places["a"])) == [("Cold Hill", 1)]
    assert shown(PlaceMaps(made).of(made.chronology.places["b"])) == [("Cold Hill", 1)]


def test_a_place_without_coordinates_in_which_nothing_lies_has_no_map() -> None:
    made = edition(place_a=place("Shire"))
    assert PlaceMaps(made).of(made.chronology.places["a"]) is None


# --- what a map fits -------------------------------------------------------------------------------------------------


def fitted(found: Sequence[Weighed]) -> tuple[int, int]:
    near, far = near_and_far(found, lambda one: one[0], lambda one: one[1])
    return len(near), len(far)


def around(count: int, lon: float = 40.0, lat: float = 34.0) -> list[Weighed]:
    """Return so many places within some twenty kilometres."""
    return [((lon + number / 50, lat + number / 100), 3) for number in range(count)]


def test_a_few_places_far_away_are_left_to_the_inset() -> None:
    assert fitted([*around(8), ((37.6, 55.7), 1)]) == (8, 1)
    assert fitted([*around(8), ((37.6, 55.7), 1), ((-0.1, 51.5), 1)]) == (8, 2)


def test_of_less_than_six_places_none_is_an_exception() -> None:
    assert fitted([*around(4), ((37.6, 55.7), 1)]) == (5, 0)
    assert fitted([*around(5), ((37.6, 55.7), 1)]) == (5, 1)


def test_where_much_happened_is_fitted_however_far_it_is() -> None:
    assert fitted([*around(8), ((37.6, 55.7), 30)]) == (9, 0)


def test_what_is_not_much_farther_than_the_rest_is_fitted() -> None:
    assert fitted([*around(8), ((40.5, 34.2), 1)]) == (9, 0)


def test_places_on_either_side_of_the_180th_meridian_are_near() -> None:
    fiji = [((lon, -17.0), 2) for lon in (179.8, 179.9, -179.9, -179.8, 179.7, -179.7)]
    assert fitted([*fiji, ((178.0, 60.0), 1)]) == (6, 1)


@settings(max_examples=50)
@given(st.lists(st.tuples(SPOTS, st.integers(0, 20)), max_size=20))
def test_what_is_fitted_is_most_of_it_and_nearer_than_what_is_not(found: list[Weighed]) -> None:
    near, far = near_and_far(found, lambda one: one[0], lambda one: one[1])
    assert sorted([*near, *far]) == sorted(found)
    assert [one for one in found if one in near] == list(near) or len(set(found)) < len(found)
    weights = [sum(max(weight, 1) for _, weight in part) for part in (near, far)]
    assert weights[0] >= 0.8 * sum(weights)
    if far:
        reach = max(kilometres(one[0], other[0]) for one in near for other in near)
        assert any(kilometres(one[0], other[0]) > reach / 2 for one in far for other in near)


# --- days ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "when, days",
    [
        ("2017-11-17", (17, 17)),
        ("2017-11-17/2017-11-19", (17, 19)),
        ("2017-11", (1, 30)),
        ("2017-11-17/..", None),
        ("../2017-11-17", None),
        ("2017", None),
    ],
)
def test_an_event_of_up_to_a_month_is_about_its_days(when: str, days: tuple[int, int] | None) -> None:
    assert days_of(event(1, when)) == (None if days is None else tuple(Day(2017, 11, day) for day in days))


def test_each_busy_day_is_a_step_and_quiet_ones_are_put_together() -> None:
    quiet = [event(number, f"2017-11-{number + 1:02}") for number in range(10)]
    busy = [event(number, "2017-11-20") for number in range(70)]
    steps = map_steps([*quiet, *busy], ENGLISH)
    assert [(step.number, step.first.day, step.last.day) for step in steps][-1] == (6, 20, 20)
    assert [(step.first.day, step.last.day) for step in steps[:2]] == [(1, 2), (3, 4)]
    assert steps[0].label == "1 to 2 November 2017"


def test_of_one_day_there_are_no_steps() -> None:
    assert map_steps([event(1, "2017-11-17"), event(2, "2017-11-17")], ENGLISH) == ()
    assert map_steps([event(1, "2017-11-17"), event(2, "2017")], ENGLISH) == ()
    assert map_steps([], ENGLISH) == ()


@given(st.lists(st.tuples(st.integers(1, 28), st.integers(0, 9)), min_size=1, max_size=30))
def test_steps_are_few_and_follow_on_each_other_and_hold_every_event(spans: list[tuple[int, int]]) -> None:
    events = [
        event(number, f"{Day(2017, 11, first).isoformat()}/{Day(2017, 11, first).shifted(length).isoformat()}")
        for number, (first, length) in enumerate(spans)
    ]
    steps = map_steps(events, ENGLISH)
    assert len(steps) <= 80
    assert [step.number for step in steps] == list(range(1, len(steps) + 1))
    assert all(before.last < after.first for before, after in pairwise(steps))
    for one in events if steps else ():
        numbers = steps_of_place([one], steps)
        assert numbers == tuple(range(numbers[0], numbers[-1] + 1))
        first, last = one.date.earliest, one.date.latest
        assert first is not None
        assert last is not None
        assert steps[numbers[0] - 1].first <= first
        assert steps[numbers[-1] - 1].last >= last

"""What a map fits, and the days by which it is looked at."""

from itertools import pairwise

from chronologies import event
from dateline.ground.dates import Day
from dateline.ground.geodata import Point
from dateline.ground.languages import ENGLISH
from dateline.pages.shared.map_days import days_of, map_steps, steps_of_place
from dateline.pages.shared.map_focus import near_and_far
from days_drawn import days_between
from hypothesis import given
from hypothesis import strategies as st

CITY = (40.9, 34.4)
AROUND = [(40.9 + number / 20, 34.4) for number in range(6)]
points = st.tuples(st.floats(-180, 180), st.floats(-90, 90))


def parted(found: list[Point], weights: dict[Point, int] | None = None) -> tuple[list[Point], list[Point]]:
    near, far = near_and_far(found, lambda one: one, lambda one: (weights or {}).get(one, 1))
    return list(near), list(far)


def test_a_map_fits_where_most_happened_and_not_a_capital_far_away() -> None:
    assert parted([*AROUND, (36.3, 33.5)]) == (AROUND, [(36.3, 33.5)])


def test_few_places_are_all_shown_however_far_apart() -> None:
    found = [CITY, (36.3, 33.5), (2.3, 48.8)]
    assert parted(found) == (found, [])


def test_places_spread_evenly_are_all_shown() -> None:
    found = [(30.0 + 2 * number, 34.0) for number in range(9)]
    assert parted(found) == (found, [])


def test_where_much_happened_is_never_far() -> None:
    far = (36.3, 33.5)
    assert parted([*AROUND, far], {far: 50})[1] != [far]


@given(st.lists(points, max_size=30))
def test_every_place_is_near_or_far_and_most_are_near(found: list[Point]) -> None:
    near, far = parted(found)
    assert sorted([*near, *far]) == sorted(found)
    assert len(near) >= len(found) * 0.8 - 1


def test_a_busy_day_is_a_step_of_its_own_and_quiet_days_are_put_together() -> None:
    busy = [event(number, "2031-03-05") for number in range(200)]
    quiet = [event(200 + number, f"2031-04-{number + 1:02d}") for number in range(20)]
    steps = map_steps([*busy, *quiet], ENGLISH)
    assert (steps[0].first, steps[0].last) == (Day(2031, 3, 5), Day(2031, 3, 5))
    assert len(steps) < 1 + 20
    assert [step.number for step in steps] == list(range(1, len(steps) + 1))


@given(st.lists(days_between("2020-01-01", "2022-12-31"), max_size=120))
def test_the_steps_of_a_map_hold_each_day_once_and_are_few(found: list[Day]) -> None:
    events = [event(number, day.isoformat()) for number, day in enumerate(found)]
    steps = map_steps(events, ENGLISH)
    assert len(steps) <= 80
    assert all(one.last < two.first for one, two in pairwise(steps))
    for one, day in zip(events, found, strict=True):
        named = [step for step in steps if step.first <= day <= step.last]
        assert len(named) == (1 if steps else 0)
        assert steps_of_place([one], steps) == tuple(step.number for step in named)


def test_what_happened_on_one_day_or_on_no_known_day_has_no_steps() -> None:
    assert map_steps([event(1, "2031-03-05"), event(2, "2031-03-05")], ENGLISH) == ()
    assert days_of(event(1, "2031")) is None

"""Distances on the Earth, and what lies near: the same however many points there are, over poles and meridians."""

import itertools
import math

import pytest
from dateline.ground.geodata.distances import EARTH_KM, Points, cell_of, cells_around, kilometres
from dateline.ground.geodata.lines import straightened
from hypothesis import given
from hypothesis import strategies as st

LONGITUDES = st.floats(-180, 180) | st.sampled_from([-180.0, 180.0, 179.9999, -179.9999, 0.0])
LATITUDES = st.floats(-90, 90) | st.sampled_from([-90.0, 90.0, 89.9999, 0.0])
POINTS = st.tuples(LONGITUDES, LATITUDES)
NEAR_EACH_OTHER = st.tuples(st.floats(179, 180) | st.floats(-180, -179), st.floats(-1, 1))
HALF_ROUND = math.pi * EARTH_KM


@pytest.mark.parametrize(
    "start, end, wanted",
    [
        ((0, 0), (0, 0), 0),
        ((0, 0), (90, 0), HALF_ROUND / 2),
        ((0, 90), (123, 90), 0),
        ((0, 89), (180, 89), HALF_ROUND / 90),
        ((179.5, 0), (-179.5, 0), HALF_ROUND / 180),
        ((0, -90), (0, 90), HALF_ROUND),
    ],
)
def test_a_distance_is_that_of_the_great_circle(
    start: tuple[float, float], end: tuple[float, float], wanted: float
) -> None:
    assert kilometres(start, end) == pytest.approx(wanted, abs=1e-6)


@given(POINTS, POINTS, POINTS)
def test_distances_are_a_measure(
    one: tuple[float, float], other: tuple[float, float], third: tuple[float, float]
) -> None:
    assert kilometres(one, one) == 0
    assert kilometres(one, other) == kilometres(other, one)
    assert 0 <= kilometres(one, other) <= HALF_ROUND + 1e-6
    assert kilometres(one, third) <= kilometres(one, other) + kilometres(other, third) + 1e-6


@given(POINTS, st.floats(-1e-4, 1e-4))
def test_a_metre_is_told_from_none(point: tuple[float, float], step: float) -> None:
    lon, lat = point[0], max(-89.9, min(89.9, point[1]))
    assert kilometres((lon, lat), (lon, lat + step)) == pytest.approx(abs(step) * HALF_ROUND / 180, rel=1e-3, abs=1e-9)


@given(st.lists(NEAR_EACH_OTHER, min_size=50, max_size=80), NEAR_EACH_OTHER, st.floats(1, 200))
def test_what_lies_near_is_counted_the_same_in_cells_as_one_by_one(
    points: list[tuple[float, float]], here: tuple[float, float], reach: float
) -> None:
    wanted = sum(kilometres(here, point) <= reach for point in points)
    assert Points(points).count_within(here, reach, len(points)) == wanted
    assert Points(points[:40]).count_within(here, reach, 40) == sum(kilometres(here, p) <= reach for p in points[:40])


@given(st.lists(NEAR_EACH_OTHER, min_size=50, max_size=60), st.integers(1, 9))
def test_a_count_stops_where_it_is_told_to(points: list[tuple[float, float]], most: int) -> None:
    assert Points(points).count_within(points[0], 1_000, most) == most
    assert len(Points(points)) == len(points)


@given(POINTS, POINTS, st.floats(1, 5_000))
def test_what_lies_within_reach_lies_in_the_cells_around(
    here: tuple[float, float], other: tuple[float, float], reach: float
) -> None:
    around = list(cells_around(here, reach))
    assert around[0] == cell_of(here, reach)
    assert len(around) == len(set(around)) == 27
    if kilometres(here, other) <= reach:
        assert cell_of(other, reach) in around


# --- lines with fewer points -----------------------------------------------------------------------------------------

LINES = st.lists(st.tuples(st.integers(-20, 20), st.integers(-20, 20)), min_size=2, max_size=25)


def apart(point: tuple[float, float], line: list[tuple[float, float]]) -> float:
    """Return how far a point lies from a line, tried at many places of it."""
    return min(
        math.dist(point, (a[0] + (b[0] - a[0]) * step / 200, a[1] + (b[1] - a[1]) * step / 200))
        for a, b in itertools.pairwise(line)
        for step in range(201)
    )


@given(LINES, st.floats(0, 10))
def test_a_straightened_line_keeps_its_ends_and_its_points_and_strays_no_further_than_it_may(
    line: list[tuple[float, float]], tolerance: float
) -> None:
    kept = straightened(line, tolerance)
    assert (kept[0], kept[-1]) == (line[0], line[-1])
    remaining = iter(line)
    assert all(point in remaining for point in kept)
    assert all(apart(point, kept) <= tolerance + 0.3 for point in line)


def test_points_on_a_straight_line_go_and_a_corner_stays() -> None:
    assert straightened([(0, 0), (1, 0), (2, 0), (3, 0)], 0) == [(0, 0), (3, 0)]
    assert straightened([(0, 0), (1, 1), (2, 0)], 0.5) == [(0, 0), (1, 1), (2, 0)]
    assert straightened([(0, 0), (5, 0), (0, 0)], 1) == [(0, 0), (5, 0), (0, 0)]

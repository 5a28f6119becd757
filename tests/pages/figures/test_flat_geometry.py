"""Boxes, lines cut at a box, and labels that never lie on each other."""

import itertools
import math
from xml.etree import ElementTree as ET

import pytest
from dateline.pages.figures import patterns, svg
from dateline.pages.figures.geometry import (
    Box,
    Spot,
    along,
    box_around,
    clipped,
    clipped_segment,
    joined,
    length_of,
    outside,
)
from dateline.pages.figures.labels import Paper, around, on_one_line, width_of, wrapped
from hypothesis import given
from hypothesis import strategies as st

WHOLE = st.integers(-50, 50).map(float)
SPOTS = st.tuples(WHOLE, WHOLE)
LINES = st.lists(SPOTS, min_size=2, max_size=12)
BOXES = st.tuples(WHOLE, WHOLE, st.integers(1, 40), st.integers(1, 40)).map(
    lambda of: Box(of[0], of[1], of[0] + of[2], of[1] + of[3])
)
SMALL = 1e-6


def is_in(spot: Spot, box: Box) -> bool:
    return box.left - SMALL <= spot[0] <= box.right + SMALL and box.top - SMALL <= spot[1] <= box.bottom + SMALL


def strays(spot: Spot, start: Spot, end: Spot) -> float:
    """Return how much longer the way from start to end is by way of a spot."""
    return math.dist(start, spot) + math.dist(spot, end) - math.dist(start, end)


# --- boxes and lines -------------------------------------------------------------------------------------------------


@given(LINES, BOXES)
def test_a_line_is_what_of_it_lies_in_a_box_and_what_lies_outside(line: list[Spot], box: Box) -> None:
    within, without = list(clipped(line, box)), list(outside(line, box))
    assert sum(map(length_of, (*within, *without))) == pytest.approx(length_of(line))
    inner = box.grown(-SMALL)
    for piece in without:
        assert sum(map(length_of, clipped(piece, inner))) == pytest.approx(0, abs=0.01)


@given(BOXES, BOXES)
def test_boxes_meet_where_they_share_an_area(one: Box, other: Box) -> None:
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    assert one.meets(other) == other.meets(one) == (width > 0 and height > 0)
    assert one.meets(one)
    assert one.grown(2).holds(one)
    assert not one.holds(one.grown(1))
    if one.holds(other):
        assert one.meets(other)


@given(SPOTS, st.integers(1, 9))
def test_the_box_around_a_spot_has_it_in_its_middle(spot: Spot, radius: int) -> None:
    box = box_around(spot, radius)
    assert ((box.left + box.right) / 2, (box.top + box.bottom) / 2) == spot
    assert (box.right - box.left, box.bottom - box.top) == (2 * radius, 2 * radius)


@given(SPOTS, SPOTS, BOXES)
def test_what_is_left_of_a_segment_lies_in_the_box_and_on_the_segment_and_is_all_that_does(
    start: Spot, end: Spot, box: Box
) -> None:
    found = clipped_segment(start, end, box)
    tried = [(start[0] + (end[0] - start[0]) * n / 50, start[1] + (end[1] - start[1]) * n / 50) for n in range(51)]
    inside = [spot for spot in tried if box.grown(-SMALL).holds(Box(*spot, *spot))]
    if found is None:
        assert inside == []
        return
    assert all(is_in(spot, box) for spot in found)
    assert all(strays(spot, start, end) < SMALL for spot in found)
    assert all(strays(spot, *found) < SMALL for spot in inside)
    assert math.dist(start, found[0]) <= math.dist(start, found[1]) + SMALL


@given(LINES, BOXES)
def test_the_pieces_of_a_line_lie_in_the_box_and_are_as_long_as_what_does(line: list[Spot], box: Box) -> None:
    pieces = list(clipped(line, box))
    assert all(is_in(spot, box) for piece in pieces for spot in piece)
    assert all(len(piece) > 1 for piece in pieces)
    kept = [clipped_segment(*pair, box) for pair in itertools.pairwise(line)]
    assert sum(map(length_of, pieces)) == pytest.approx(sum(length_of(pair) for pair in kept if pair), abs=SMALL)


@given(LINES)
def test_a_line_in_the_box_stays_whole(line: list[Spot]) -> None:
    assert list(clipped(line, Box(-60, -60, 60, 60))) == [line]


@given(st.lists(LINES, max_size=4))
def test_pieces_that_follow_on_each_other_are_one_and_none_is_lost(pieces: list[list[Spot]]) -> None:
    before = [list(piece) for piece in pieces]
    whole = joined(pieces)
    assert pieces == before
    assert sum(map(length_of, whole)) == pytest.approx(sum(map(length_of, pieces)))
    assert all(one[-1] != other[0] for one, other in itertools.pairwise(whole))


@given(LINES, st.floats(0, 1))
def test_a_point_along_a_line_is_as_far_as_it_should_be(line: list[Spot], share: float) -> None:
    spot, toward = along(line, share)
    assert math.hypot(*toward) == pytest.approx(1)
    least = min(strays(spot, *pair) for pair in itertools.pairwise(line))
    assert least < 1e-3
    assert length_of(line) == pytest.approx(sum(math.dist(*pair) for pair in itertools.pairwise(line)))


@pytest.mark.parametrize("share, spot", [(0, (0, 0)), (0.25, (5, 0)), (0.5, (10, 0)), (0.75, (10, 5)), (1, (10, 10))])
def test_half_of_a_line_is_half_of_its_length(share: float, spot: Spot) -> None:
    assert along([(0, 0), (10, 0), (10, 0), (10, 10)], share)[0] == spot


# --- labels ----------------------------------------------------------------------------------------------------------


@given(st.lists(st.tuples(SPOTS, st.integers(1, 60), st.integers(4, 14)), max_size=30))
def test_no_label_lies_on_another_or_beside_the_drawing(wanted: list[tuple[Spot, int, int]]) -> None:
    bounds = Box(-60, -60, 60, 60)
    paper, placed = Paper(bounds), []
    for spot, width, height in wanted:
        box = paper.place(around(spot, 5, width, height))
        if box is None:
            assert not any(paper.is_free(one) for one in around(spot, 5, width, height))
        else:
            placed.append(box)
    assert all(bounds.holds(box) for box in placed)
    assert not any(one.meets(other) for one, other in itertools.combinations(placed, 2))


@given(SPOTS, st.integers(1, 60), st.integers(4, 14))
def test_a_label_lies_beside_its_point_and_to_the_right_of_it_if_it_can(spot: Spot, width: int, height: int) -> None:
    boxes = list(around(spot, 5, width, height))
    assert boxes[0].left == spot[0] + 5
    assert boxes[1].right == spot[0] - 5
    assert len(set(boxes)) == len(boxes) == 12
    for box in boxes:
        assert not box.holds(Box(*spot, *spot))
        assert (box.right - box.left, box.bottom - box.top) == pytest.approx((width, height))


@given(st.text(max_size=40), st.text(max_size=40))
def test_words_are_as_wide_as_their_letters(one: str, other: str) -> None:
    assert width_of(one + other, 10) == pytest.approx(width_of(one, 10) + width_of(other, 10))
    assert width_of(one, 20) == pytest.approx(2 * width_of(one, 10))


def test_marks_take_no_room_and_wide_letters_more_than_narrow_ones() -> None:
    assert width_of("e\u0301", 10) == width_of("e", 10)
    assert width_of("بُوكمال", 10) == width_of("بوكمال", 10)
    assert width_of("王", 10) > width_of("M", 10) > width_of("i", 10) > 0


@given(st.text(st.sampled_from("abiM王 \n\t"), max_size=60), st.integers(20, 200))
def test_wrapped_words_are_all_there_and_no_line_is_wider_than_it_may_be(words: str, width: int) -> None:
    lines = wrapped(words, 10, width)
    for line in lines:
        assert width_of(line, 10) <= width or len(line.split()) == 1
    if all(width_of(word, 10) <= width for word in words.split()):
        assert " ".join(lines).split() == words.split()
    assert all(line.strip() for line in lines)


@given(st.text(max_size=60))
def test_a_label_is_one_short_line(words: str) -> None:
    label = on_one_line(words)
    assert len(label) <= 30
    assert label == " ".join(label.split()) or label.endswith("…")
    if len(" ".join(words.split())) <= 30:
        assert label == " ".join(words.split())


# --- SVG -------------------------------------------------------------------------------------------------------------

READABLE = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=20)


@given(READABLE, READABLE, READABLE)
def test_whatever_words_a_figure_is_given_it_is_well_formed_and_says_them(title: str, told: str, label: str) -> None:
    marks = [svg.text(label, 1, 2.25, text_anchor="end", class_="x"), svg.link("#a", label, svg.element("path"))]
    root = ET.fromstring(svg.figure("map", (720, 0.5), title, told, marks, definitions=svg.element("g")))  # noqa: S314 - ours
    name = "{http://www.w3.org/2000/svg}"
    assert root.get("aria-label") == title
    assert root.get("viewBox") == "0 0 720 0.5"
    assert root.get("width") is None
    assert [child.tag.removeprefix(name) for child in root] == ["title", "desc", "defs", "text", "a"]
    text = root.find(f"{name}text")
    assert text is not None
    assert (text.text or "", text.get("y"), text.get("text-anchor"), text.get("class")) == (label, "2.2", "end", "x")
    link = root.find(f"{name}a")
    assert link is not None
    assert link.get("aria-label") == link.findtext(f"{name}title") == label


@given(st.text(max_size=30), st.integers(1, 20))
def test_shortened_words_fit_and_say_where_they_were_cut(words: str, longest: int) -> None:
    short = svg.shortened(words, longest)
    assert len(short) <= longest
    assert short == words if len(words) <= longest else short.endswith("…")


@given(st.lists(st.integers(0, 40), max_size=12))
def test_each_pattern_that_a_swatch_shows_is_defined_once(numbers: list[int]) -> None:
    defined = [one.get("id") for one in ET.fromstring(f"<d>{patterns.patterns(numbers, 'f')}</d>")]  # noqa: S314 - ours
    assert len(set(defined)) == len(defined) <= patterns.KINDS
    for number in numbers:
        swatch = ET.fromstring(patterns.draw_swatch(number, "f"))  # noqa: S314 - ours
        fills = [fill for one in swatch if (fill := one.get("fill"))]
        if not patterns.pattern_of(number):
            assert fills == []
            continue
        (fill,) = fills
        assert fill.removeprefix("url(#").removesuffix(")") in defined

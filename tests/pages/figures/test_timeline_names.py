"""The names of turning points above a timeline: what does not fit ends before a clause, not within one."""

import pytest
from dateline.pages.figures.labels import width_of
from dateline.pages.figures.timeline_names import _lines, _room
from hypothesis import given
from hypothesis import strategies as st

NAME = "Troops attack the town; the watchdog says that they entered it, a commander denies it"
words = st.text(alphabet="abc", min_size=1, max_size=9)


@pytest.mark.parametrize("room, lines", [(700, 1), (600, 2), (260, 3), (200, 4)])
def test_a_name_that_fits_is_told_in_full_in_as_many_lines_as_it_needs(room: int, lines: int) -> None:
    assert " ".join(_lines(NAME, room)) == NAME
    assert len(_lines(NAME, room)) == lines


def test_no_half_of_a_name_is_left_out_in_the_middle_of_the_narrowest_figure() -> None:
    assert " ".join(_lines(NAME, _room(50))) == NAME


def test_a_name_that_does_not_fit_ends_before_the_clause_that_has_no_room() -> None:
    assert " ".join(_lines(NAME, 140)) == "Troops attack the town; …"


def test_a_clause_that_does_not_fit_itself_is_cut() -> None:
    first, *_, last = _lines("Troops that came from far away attack the town of al-Bukamal again and again", 120)
    assert first.startswith("Troops")
    assert last.endswith("…")


@given(st.lists(words, min_size=1, max_size=20), st.integers(120, 600))
def test_no_name_has_more_than_four_lines_or_a_wider_one_than_there_is_room(texts: list[str], room: int) -> None:
    for name in (" ".join(texts), "; ".join(texts)):
        lines = _lines(name, room)
        assert 1 <= len(lines) <= 4
        assert all(width_of(line, 13.0) <= room + 13 for line in lines)

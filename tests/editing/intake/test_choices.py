"""Blocks that an editor names on the command line: ranges of the body, and what belongs together."""

import pytest
from dateline.editing.intake.choices import ChoiceError, numbers_in, settled_by
from dateline.ground.extraction import BlockKind
from hypothesis import given
from hypothesis import strategies as st

COUNT = 20
RANGES = st.tuples(st.integers(1, COUNT), st.integers(0, 4)).map(lambda pair: (pair[0], min(pair[0] + pair[1], COUNT)))


@given(st.lists(RANGES, min_size=1, max_size=4), st.sampled_from("-–"), st.sampled_from(["", " "]))
def test_ranges_are_the_blocks_in_them_each_once_and_in_order(
    ranges: list[tuple[int, int]], dash: str, space: str
) -> None:
    told = f"{space},{space}".join(str(a) if a == b else f"{a}{space}{dash}{space}{b}" for a, b in ranges)
    assert numbers_in(told, COUNT) == sorted({number for a, b in ranges for number in range(a, b + 1)})


@pytest.mark.parametrize("ranges", ["", "x", "1,", "0", "21", "3-2", "-3", "1-21", "1;2", "1-2-3", "٣x", "1234567"])
def test_what_is_no_range_of_the_blocks_is_refused(ranges: str) -> None:
    with pytest.raises(ChoiceError):
        numbers_in(ranges, COUNT)


def test_all_that_is_not_in_the_body_is_left_out_and_nothing_is_said_without_one() -> None:
    said = settled_by("2-3", (), 4)
    assert said.kinds == {
        1: BlockKind.LEFT_OUT,
        2: BlockKind.BODY,
        3: BlockKind.BODY,
        4: BlockKind.LEFT_OUT,
    }
    assert said.joins == {}
    assert settled_by(None, (), 4).kinds == {}


def test_what_is_joined_goes_on_the_block_before_and_nothing_else_does() -> None:
    said = settled_by(None, ("2+3+4", "6+7"), 7)
    assert said.joins == {1: False, 2: False, 3: True, 4: True, 5: False, 6: False, 7: True}
    assert set(said.kinds) == {2, 3, 4, 6, 7}
    assert not any(settled_by(None, (" None ",), 7).joins.values())


@pytest.mark.parametrize(
    "join, told",
    [
        ("2", "joins no blocks"),
        ("2+8", "joins no blocks"),
        ("0+1", "joins no blocks"),
        ("2+x", "joins no blocks"),
        ("3+2", "in their order"),
        ("2+2", "in their order"),
    ],
)
def test_a_join_that_cannot_be_is_refused_with_the_reason(join: str, told: str) -> None:
    with pytest.raises(ChoiceError, match=told):
        settled_by(None, (join,), 7)


def test_a_block_that_is_joined_has_to_be_in_the_body() -> None:
    assert settled_by("2-3", ("2+3",), 4).joins[3]
    with pytest.raises(ChoiceError, match="block 4 is to be joined, but is not in --body 2-3"):
        settled_by("2-3", ("3+4",), 4)

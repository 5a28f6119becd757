"""A word is exchanged for the one that the check suggests where it is a slip of it, and nowhere else."""

from typing import Final

import pytest
from dateline.editing.mending.spelling import RESPELLED, respelled
from dateline.ground.problems import Code, Position, Problem

PATH: Final = "content/events/e.yml"


def problem(word: str, near: str, line: int, column: int, code: Code = Code.UNKNOWN_ACTOR) -> Problem:
    hint = f"did you mean '{near}'?" if near else ""
    return Problem(Position(PATH, line, column), code, f"there is no actor '{word}'", hint)


def test_a_slip_is_exchanged_where_it_stands_and_once() -> None:
    text = "by: [counci, clerk]\nactors: [counci]\n"
    assert respelled(text, [problem("counci", "council", 1, 6)]) == "by: [council, clerk]\nactors: [counci]\n"


def test_of_two_alike_on_a_line_only_the_one_that_was_told_is_exchanged() -> None:
    assert respelled("by: [counci, counci]\n", [problem("counci", "council", 1, 6)]) == "by: [council, counci]\n"
    assert respelled("by: [counci, counci]\n", [problem("counci", "council", 1, 14)]) == "by: [counci, council]\n"


def test_of_several_on_a_line_each_is_exchanged_and_no_column_is_lost() -> None:
    text = "by: [counci, clerkk, counci]\n"
    found = [problem("counci", "council", 1, 6), problem("clerkk", "clerk", 1, 14), problem("counci", "council", 1, 22)]
    assert respelled(text, found) == "by: [council, clerk, council]\n"
    assert respelled(text, found[::-1]) == "by: [council, clerk, council]\n"


def test_what_stands_before_the_place_is_left_alone() -> None:
    text = "counci: [counci]\n"
    assert respelled(text, [problem("counci", "council", 1, 10)]) == "counci: [council]\n"


@pytest.mark.parametrize("longer", ["counci-one", "old-counci", "councils", "xcounci", "counci_"])
def test_a_word_within_another_is_another_word(longer: str) -> None:
    assert respelled(f"by: [{longer}]\n", [problem("counci", "council", 1, 1)]) == f"by: [{longer}]\n"


def test_signs_of_a_word_mean_themselves() -> None:
    found = [problem("a.b", "a+b", 1, 1, Code.UNKNOWN_WORD), problem("axb", "", 1, 1)]
    assert respelled("[axb, a.b]\n", found) == "[axb, a.b]\n"
    slip = problem("day-of-wel", r"day-of-well\1", 1, 1, Code.UNKNOWN_WORD)
    assert respelled("kind: day-of-wel\n", [slip]) == "kind: day-of-well\\1\n"


@pytest.mark.parametrize(
    "word, near, is_slip",
    [
        ("counci", "council", True),
        ("concuil", "council", True),
        ("petitioner", "petitioners", True),
        ("clerk", "clara", False),
        ("gazette", "garment", False),
        ("mayor", "major", True),
    ],
)
def test_what_is_further_off_than_a_slip_is_left_to_people(word: str, near: str, *, is_slip: bool) -> None:
    assert respelled(f"by: [{word}]\n", [problem(word, near, 1, 6)]) == f"by: [{near if is_slip else word}]\n"


@pytest.mark.parametrize("code", sorted(RESPELLED))
def test_each_kind_of_word_that_nobody_knows_is_exchanged(code: Code) -> None:
    assert respelled("by: [counci]\n", [problem("counci", "council", 1, 6, code)]) == "by: [council]\n"


@pytest.mark.parametrize("code", [Code.BAD_VALUE, Code.BURIED_ID, Code.DUPLICATE_ID])
def test_what_is_wrong_for_another_reason_is_left_alone(code: Code) -> None:
    assert respelled("by: [counci]\n", [problem("counci", "council", 1, 6, code)]) == "by: [counci]\n"


def removed(kind: str, code: Code, hint: str = "write 'parish' instead") -> Problem:
    return Problem(Position(PATH, 1, 6), code, f"the {kind} 'council' was removed", hint)


def test_what_was_removed_is_exchanged_for_what_stands_in_its_place_however_unlike() -> None:
    assert respelled("by: [council]\n", [removed("actor", Code.UNKNOWN_ACTOR)]) == "by: [parish]\n"


def test_a_source_that_was_removed_is_not_since_its_paragraphs_have_other_numbers() -> None:
    assert respelled("by: [council]\n", [removed("source", Code.UNKNOWN_SOURCE)]) == "by: [council]\n"


@pytest.mark.parametrize("hint", ["", "write 'parish' instead of it", "perhaps write 'parish' instead", "remove it"])
def test_any_other_hint_suggests_nothing_for_sure(hint: str) -> None:
    assert respelled("by: [council]\n", [removed("actor", Code.UNKNOWN_ACTOR, hint)]) == "by: [council]\n"


def test_a_message_that_names_no_word_changes_nothing() -> None:
    nameless = Problem(Position(PATH, 1, 1), Code.UNKNOWN_ACTOR, "there is no such actor", "did you mean 'council'?")
    assert respelled("by: [counci]\n", [nameless]) == "by: [counci]\n"


@pytest.mark.parametrize("line", [2, 99])
def test_a_place_behind_the_end_changes_nothing(line: int) -> None:
    assert respelled("by: [counci]", [problem("counci", "council", line, 1)]) == "by: [counci]"


def test_the_last_line_counts_as_well() -> None:
    assert respelled("x: 1\nby: [counci]", [problem("counci", "council", 2, 1)]) == "x: 1\nby: [council]"

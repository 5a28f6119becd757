"""Problems as values: their order, their one line, and suggestions."""

import time

import pytest
from dateline.ground.problems import Code, Position, Problem, Severity, did_you_mean, has_errors
from hypothesis import given
from hypothesis import strategies as st

HERE = Position("content/places/x.yml", 3, 7)


def test_a_problem_reads_as_one_line_that_a_terminal_turns_into_a_link() -> None:
    problem = Problem(HERE, Code.UNKNOWN_PLACE, "there is no place 'y'", "did you mean 'x'?")
    line = "content/places/x.yml:3:7: error [unknown-place] there is no place 'y' (did you mean 'x'?)"
    assert str(problem) == line
    warning = Problem(HERE, Code.UNUSED_PLACE, "no record refers to it")
    assert str(warning) == "content/places/x.yml:3:7: warning [unused-place] no record refers to it"


@given(st.text(), st.text(), st.text())
def test_whatever_a_message_quotes_it_stays_on_one_line_without_control_characters(
    path: str, message: str, hint: str
) -> None:
    line = str(Problem(Position(path), Code.BAD_VALUE, message, hint))
    assert len(line.splitlines()) == 1
    assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in line)


def test_problems_sort_by_file_then_line_then_column() -> None:
    places = [Position("a", 2, 9), Position("a", 10, 1), Position("a", 10, 2), Position("b", 1, 1)]
    problems = [Problem(place, Code.BAD_VALUE, "") for place in places]
    assert sorted({*problems}) == problems


@pytest.mark.parametrize("code", Code)
def test_only_an_error_stops_a_build(code: Code) -> None:
    problem = Problem(HERE, code, "")
    assert has_errors([problem]) == (problem.severity is Severity.ERROR)
    assert not has_errors([])


@pytest.mark.parametrize(
    "word, known, question",
    [
        ("titel", ["title", "date"], "did you mean 'title'?"),
        ("isi", ["isis", "sdf"], "did you mean 'isis'?"),
        ("xyz", ["title", "date"], ""),
        ("x", [], ""),
        ("2017-11-17-ambush-at-hajin", ["2017-11-18-car-bomb"], ""),
        ("hezbollah", ["kataib-hezbollah"], ""),
        ("iraqi-hezbollah", ["kataib-hezbollah"], ""),
        ("syrian-army", ["syrian-navy"], ""),
        ("as-hiri", ["al-hiri"], "did you mean 'al-hiri'?"),
        ("market-flooding", ["market-flooded"], "did you mean 'market-flooded'?"),
        ("marketflooded", ["market-flooded"], "did you mean 'market-flooded'?"),
        ("herald-05-40", ["herald-05-04"], "did you mean 'herald-05-04'?"),
        ("syrian-observatory", ["the-syrian-observatory"], "did you mean 'the-syrian-observatory'?"),
        ("2017-11-17-ambush", ["2017-11-18-car-bomb", "2017-11-18-ambush"], "did you mean '2017-11-18-ambush'?"),
    ],
)
def test_a_suggestion_is_the_nearest_known_word_or_nothing(word: str, known: list[str], question: str) -> None:
    assert did_you_mean(word, known) == question
    assert did_you_mean(word, reversed(known)) == question


def test_one_mistake_made_in_a_thousand_records_is_not_looked_up_a_thousand_times() -> None:
    known = [f"some-actor-{number}" for number in range(2000)]
    started = time.perf_counter()
    for _ in range(1000):
        assert did_you_mean("some-acter-7", known) == "did you mean 'some-actor-7'?"
    assert time.perf_counter() - started < 60

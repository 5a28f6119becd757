"""Coordinates that are no plain number: refused, and the message says which number they come to."""

import pytest
from dateline.ground.problems import Code, Problem
from dateline.ground.yamltree import Tree
from dateline.records.loading.files import parse_yaml
from dateline.records.loading.validation import validate
from dateline.records.types import Place
from dateline.records.types.degrees import pair, single
from hypothesis import given
from hypothesis import strategies as st


def problems_of(lat: str, lon: str = "40.9") -> list[Problem]:
    document, tree, problems = parse_yaml(f"name: Here\nkind: city\nlat: {lat}\nlon: {lon}\n", "here.yml")
    assert problems == []
    assert isinstance(tree, Tree)
    return validate({**tree.value, "id": "here"}, Place, document)[1]


@pytest.mark.parametrize(
    "typed,hint",
    [
        ("34°27'N", "write 34.45"),
        ("34\u00b027\u2032N", "write 34.45"),
        ("34\u00ba27\u2019", "write 34.45"),
        ("34 27 N", "write 34.45"),
        ("34 27 0 S", "write -34.45"),
        ("34.45N", "write 34.45"),
        ("34.45 south", "write -34.45"),
        ("S34.45", "write -34.45"),
        ("34,45", "write 34.45"),
        ("-34,45", "write -34.45"),
        ("\u221234.45", "write -34.45"),
        ("034.45", "write 34.45"),
        ("+34.45", "write 34.45"),
        ("34:27", "write 34.45"),
        ("34:27:18", "write 34.455"),
        ("34d27m18s", "write 34.455"),
        ("34deg 27min", "write 34.45"),
        ("N 34\u00b0 27\u2032 18\u2033", "write 34.455"),
        ("\u0663\u0664\u066b\u0664\u0665", "write 34.45"),
        ('"34.45"', "write 34.45 without quotes"),
        ("34.45, 40.92", "write lat: 34.45 and lon: 40.92"),
        ("34.45 40.92", "write lat: 34.45 and lon: 40.92"),
        ("34°27'N 40°55'30\"E", "write lat: 34.45 and lon: 40.925"),
        ("40.92E; 34.45N", "write lat: 34.45 and lon: 40.92"),
        ("40.92E", "that is a longitude: write lon: 40.92"),
        ("3°15'W", "that is a longitude: write lon: -3.25"),
    ],
)
def test_the_message_gives_the_number_in_decimal(typed: str, hint: str) -> None:
    (problem,) = problems_of(typed)
    assert problem.code in {Code.WRONG_TYPE, Code.SURPRISING_TYPE}
    assert problem.hint == hint
    assert (problem.position.line, problem.position.column) == (3, 6)


@pytest.mark.parametrize(
    "typed", ["near the river", "34°75'", "95°10'N", "1e2", "0x22", "34.4.5", '"' + "9" * 400 + '"']
)
def test_what_means_no_latitude_is_given_an_example(typed: str) -> None:
    (problem,) = problems_of(typed)
    assert problem.hint == "degrees are decimal here, such as 34.4523; minus is south, or west"
    assert len(problem.message) < 200


def test_a_longitude_in_degrees_and_minutes_is_told_beside_the_latitude() -> None:
    assert [problem.hint for problem in problems_of("52°30'N", "3°15'W")] == ["write 52.5", "write -3.25"]


def test_whole_numbers_are_taken() -> None:
    assert problems_of("90", "-180") == []


@given(st.integers(0, 89), st.integers(0, 59), st.integers(0, 59), st.sampled_from("NS"))
def test_degrees_minutes_and_seconds_come_to_their_sum(degrees: int, minutes: int, seconds: int, letter: str) -> None:
    value = (degrees + minutes / 60 + seconds / 3600) * (1 if letter == "N" else -1)
    for text in (
        f"{degrees}°{minutes}'{seconds}\"{letter}",
        f"{degrees} {minutes} {seconds} {letter}",
        f"{letter} {degrees}\u00b0 {minutes}\u2032 {seconds}\u2033",
        f"{'-' if letter == 'S' else ''}{degrees}:{minutes}:{seconds}",
    ):
        found = single(text)
        assert found is not None, text
        assert float(str(found)) == pytest.approx(value, abs=1e-6)


@given(st.text(alphabet="0123456789.,;:°'\" NSEWnsewdmorth-+", max_size=30) | st.text(max_size=90))
def test_no_text_breaks_the_reading(text: str) -> None:
    for found in (single(text), *(pair(text) or ())):
        assert found is None or abs(found.value) < 10_001

"""Numbers as readers are told them: what is left open stays open, what counts in something says in what."""

from decimal import Decimal
from typing import Any, Final

import pytest
from dateline.pages.wording.more_than import more_than
from dateline.pages.wording.ranges import Count, counts_in_words, range_and_counts, range_in_words, range_of
from dateline.pages.wording.words import amount_in_words, coordinates, number_in_words, number_on_axis, plural
from dateline.records.quantities import PLAIN, CountedIn
from dateline.records.types import Figure, Masthead, Vocabulary
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

MASTHEAD: Final = Masthead(
    title="The well",
    vocabulary=TypeAdapter(Vocabulary).validate_python(
        {
            "measures": {
                "killed": {"label": "Killed"},
                "depth": {"label": "Depth", "unit": "m"},
                "cost": {"label": "Cost", "currency": "GBP"},
                "turnout": {"label": "Turnout", "percent": True},
            }
        }
    ),
)
WHOLE: Final = st.integers(0, 10_000)
FIGURES: Final = TypeAdapter(Figure)


def figure(measure: str = "killed", **keys: Any) -> Figure:
    return FIGURES.validate_python({"measure": measure, **keys})


@pytest.mark.parametrize(
    "keys, told",
    [
        ({}, "no number given"),
        ({"exact": 7}, "7"),
        ({"exact": 0}, "0"),
        ({"min": 7, "max": 7}, "7"),
        ({"min": 0, "max": 7}, "0 to 7"),
        ({"min": 7}, "at least 7"),
        ({"max": 7}, "at most 7"),
        ({"min": 0}, "at least 0"),
        ({"exact": 7, "approximate": True}, "about 7"),
        ({"min": 7, "max": 9, "approximate": True}, "about 7 to 9"),
        ({"min": 7, "approximate": True}, "at least about 7"),
        ({"max": 7, "approximate": True}, "at most about 7"),
        ({"exact": 7, "out_of": 12}, "7 out of 12"),
        ({"min": 3, "max": 5, "out_of": 12}, "3 to 5 out of 12"),
        ({"exact": 1234}, "1,234"),
    ],
)
def test_an_amount_says_what_its_bounds_allow_and_no_more(keys: dict[str, Any], told: str) -> None:
    assert amount_in_words(MASTHEAD, figure(**keys)) == told


@pytest.mark.parametrize(
    "measure, keys, told",
    [
        ("depth", {"exact": 5}, "5 m"),
        ("depth", {"min": 3, "max": 5}, "3 m to 5 m"),
        ("depth", {"exact": 5, "unit": "km"}, "5 km"),
        ("cost", {"exact": 5}, "£5"),
        ("cost", {"exact": 5, "currency": "EUR"}, "€5"),
        ("turnout", {"exact": 12.5}, "12.5%"),
        ("killed", {"exact": 5}, "5"),
        ("unheard-of", {"exact": 5}, "5"),
    ],
)
def test_an_amount_counts_in_what_it_says_or_else_in_what_its_measure_says(
    measure: str, keys: dict[str, Any], told: str
) -> None:
    assert amount_in_words(MASTHEAD, figure(measure, **keys)) == told


# --- more than -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "keys, above",
    [
        ({"min": 17, "wording": "more than 16"}, 16),
        ({"min": 17, "wording": "at least 17"}, None),
        ({"min": 17, "wording": "16 or 17"}, None),
        ({"min": 17, "wording": "many"}, None),
        ({"min": 17}, None),
        ({"min": 17, "max": 20, "wording": "more than 16"}, None),
        ({"exact": 17, "wording": "more than 16"}, None),
        ({"max": 17, "wording": "more than 16"}, None),
        ({"min": 17.5, "wording": "more than 16"}, None),
        ({"min": 1001, "wording": "more than 1,000"}, 1000),
        ({"min": 1001, "wording": "mehr als 1.000"}, 1000),
        ({"min": 1001, "wording": "plus de 1 000"}, 1000),
        ({"min": 1_000_001, "wording": "over 1,000,000"}, 1_000_000),
        ({"min": 17, "wording": "more than 160"}, None),
        ({"min": 1, "wording": "more than 0"}, 0),
    ],
)
def test_a_number_is_above_another_only_where_its_wording_names_that_one(
    keys: dict[str, Any], above: int | None
) -> None:
    assert more_than(figure(**keys)) == above


def test_an_amount_above_a_number_is_told_by_that_number_unless_it_is_only_about_right() -> None:
    keys: dict[str, Any] = {"min": 17, "wording": "more than 16"}
    assert amount_in_words(MASTHEAD, figure(**keys)) == "more than 16"
    assert amount_in_words(MASTHEAD, figure(**keys, out_of=20)) == "more than 16 out of 20"
    assert amount_in_words(MASTHEAD, figure(**keys, approximate=True)) == "at least about 17"
    assert amount_in_words(MASTHEAD, figure("depth", **keys)) == "more than 16 m"


@given(st.integers(0, 10**9))
def test_a_number_with_its_thousands_parted_is_one_number(number: int) -> None:
    for parted in (f"{number}", f"{number:,}", f"{number:,}".replace(",", "."), f"{number:,}".replace(",", "’")):
        assert more_than(figure(min=number + 1, wording=f"over {parted} of them")) == number


# --- ranges ----------------------------------------------------------------------------------------------------------


def told(*counts: Count) -> str:
    found = range_of(counts)
    return "" if found is None else range_in_words(found)


@pytest.mark.parametrize(
    "counts, words",
    [
        ([Count(5, 5)], "5"),
        ([Count(5, 5, is_about=True)], "about 5"),
        ([Count(5, None)], "at least 5"),
        ([Count(5, None, is_about=True)], "at least about 5"),
        ([Count(None, 5)], "at most 5"),
        ([Count(5, 9)], "5 to 9"),
        ([Count(5, 5), Count(9, 9)], "5 to 9"),
        ([Count(5, 5, is_about=True), Count(9, 9)], "about 5 to 9"),
        ([Count(5, 5), Count(9, 9, is_about=True)], "5 to about 9"),
        ([Count(5, 5, is_about=True), Count(9, 9, is_about=True)], "about 5 to about 9"),
        ([Count(5, 5), Count(9, None)], "5 to 9 or more"),
        ([Count(5, 5, is_about=True), Count(9, None)], "about 5 to 9 or more"),
        ([Count(None, 5), Count(9, 9)], "5 or fewer, to 9"),
        ([Count(None, 5), Count(9, 9, is_about=True)], "5 or fewer, to about 9"),
        ([Count(None, 5), Count(9, None)], "5 or fewer, to 9 or more"),
        ([Count(None, 5), Count(5, None)], "5, more or fewer"),
        ([Count(9, None), Count(12, 12)], "9 to 12"),
        ([Count(9, None), Count(9, 9)], "at least 9"),
        ([Count(5, 5, is_about=True), Count(5, 5), Count(9, 9)], "5 to 9"),
        ([Count(None, None), Count(5, 5)], "5"),
        ([Count(None, None)], ""),
        ([], ""),
        ([Count(17, None, above=16)], "more than 16"),
        ([Count(5, 5), Count(17, None, above=16)], "5 to more than 16"),
        ([Count(17, None, above=16), Count(17, 17)], "at least 17"),
        ([Count(17, None, above=16), Count(30, 30)], "more than 16 to 30"),
    ],
)
def test_an_end_of_a_range_is_open_or_about_only_where_whoever_names_it_leaves_it_so(
    counts: list[Count], words: str
) -> None:
    assert told(*counts) == words


@given(st.lists(st.tuples(WHOLE, WHOLE, st.booleans()), min_size=1, max_size=6))
def test_a_range_reaches_from_the_lowest_number_named_to_the_highest(given_: list[tuple[int, int, bool]]) -> None:
    counts = [Count(min(one, other), max(one, other), is_about=about) for one, other, about in given_]
    found = range_of(counts)
    assert found is not None
    numbers = [number for one, other, _ in given_ for number in (one, other)]
    assert (found.low.number, found.high.number) == (min(numbers), max(numbers))
    assert not found.low.is_open
    assert not found.high.is_open
    assert range_of(reversed(counts)) == found
    if all(one.is_about for one in counts):
        assert found.low.form == found.high.form == "about"


@pytest.mark.parametrize("given_", [Count(3, None), Count(None, 3)])
@pytest.mark.parametrize("is_about", [False, True])
def test_one_open_count_alone_is_told_by_its_open_end(given_: Count, is_about: bool) -> None:  # noqa: FBT001 - a case
    words = told(Count(given_.low, given_.high, is_about))
    assert words.startswith("at least" if given_.high is None else "at most")
    assert words.endswith(" 3")


@pytest.mark.parametrize(
    "count, differing, words",
    [
        (1, "", "1 count"),
        (2, "", "2 counts"),
        (1, "period", "1 count"),
        (2, "period", "2 counts of different periods"),
        (2, "scope", "2 counts of different scope"),
        (1, "scope", "1 count"),
    ],
)
def test_counts_say_in_what_they_differ_beside_a_range_and_alone(count: int, differing: str, words: str) -> None:
    assert counts_in_words(count, differing) == words
    found = range_of([Count(1, 2)])
    assert found is not None
    assert range_and_counts(found, count, differing) == f"1 to 2, {words}"


def test_a_range_counts_in_what_its_numbers_do() -> None:
    found = range_of([Count(Decimal("0.5"), 2)])
    assert found is not None
    assert range_in_words(found, kind=CountedIn(unit="km")) == "0.5 km to 2 km"
    assert range_and_counts(found, 2, kind=CountedIn(is_percent=True)) == "0.5% to 2%, 2 counts"


# --- numbers alone ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "kind, value, full, short",
    [
        (PLAIN, 1_200_000, "1,200,000", "1.2M"),
        (PLAIN, 950, "950", "950"),
        (CountedIn(currency="USD"), 8_800_000, "US$8.8 million", "US$8.8M"),
        (CountedIn(unit="km"), 5, "5 km", "5 km"),
        (CountedIn(is_percent=True), 12.5, "12.5%", "12.5%"),
    ],
)
def test_a_number_is_told_in_full_and_short_on_an_axis(kind: CountedIn, value: float, full: str, short: str) -> None:
    assert number_in_words(kind, value) == full
    assert number_on_axis(kind, value) == short


@pytest.mark.parametrize(
    "lat, lon, told",
    [
        (34.4525, 40.9186, "34.4525° N, 40.9186° E"),
        (34.4525, -40.9186, "34.4525° N, 40.9186° W"),
        (-34.5, 40.9, "34.5000° S, 40.9000° E"),
        (-34.5, -40.9, "34.5000° S, 40.9000° W"),
        (0, 0, "0.0000° N, 0.0000° E"),
    ],
)
def test_a_point_has_a_side_for_each_half_of_the_earth_and_no_sign(lat: float, lon: float, told: str) -> None:
    assert coordinates(lat, lon) == told


@pytest.mark.parametrize(
    "count, nouns, told",
    [
        (0, ("report",), "0 reports"),
        (1, ("report",), "1 report"),
        (2, ("report",), "2 reports"),
        (1, ("entry", "entries"), "1 entry"),
        (3, ("entry", "entries"), "3 entries"),
    ],
)
def test_one_is_one_and_everything_else_is_several(count: int, nouns: tuple[str, ...], told: str) -> None:
    assert plural(count, *nouns) == told

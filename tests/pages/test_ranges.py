"""The range of several counts in words: it holds every number that any of them names."""

import re
from decimal import Decimal

import pytest
from dateline.pages.wording.more_than import more_than
from dateline.pages.wording.ranges import Count, range_and_counts, range_in_words, range_of
from dateline.pages.wording.words import amount_in_words
from dateline.records.types import Figure, Masthead, Vocabulary
from hypothesis import given
from hypothesis import strategies as st

MASTHEAD = Masthead(title="A", vocabulary=Vocabulary())
numbers = st.integers(0, 100_000)
counts = st.one_of(
    st.builds(lambda number, about: Count(number, number, about), numbers, st.booleans()),
    st.builds(lambda number: Count(number, None), numbers),
    st.builds(lambda number: Count(None, number), numbers),
    st.builds(lambda low, more: Count(low, low + more), numbers, numbers),
)


def named(count: Count) -> list[float | Decimal]:
    return [bound for bound in (count.low, count.high) if bound is not None]


def said(*found: Count) -> str:
    whole = range_of(found)
    return range_in_words(whole) if whole else ""


@given(st.lists(counts, min_size=1, max_size=7))
def test_the_range_in_words_holds_every_number_that_a_count_names(found: list[Count]) -> None:
    told = [int(digits.replace(",", "")) for digits in re.findall(r"[\d,]*\d", said(*found))]
    every = [number for count in found for number in named(count)]
    assert (told[0], told[-1]) == (min(every), max(every))


@given(st.lists(counts, min_size=1, max_size=7))
def test_an_end_is_open_where_the_count_that_names_it_leaves_it_open(found: list[Count]) -> None:
    whole = range_of(found)
    assert whole is not None
    for count in found:
        assert whole.high.is_open or count.high is not None or max(named(count)) < whole.high.number
        assert whole.low.is_open or count.low is not None or min(named(count)) > whole.low.number


@given(st.permutations([Count(24, 24), Count(25, None), Count(48, None), Count(50, 50, is_about=True)]))
def test_the_order_of_the_counts_does_not_matter(found: list[Count]) -> None:
    assert said(*found) == "24 to about 50"


@pytest.mark.parametrize(
    "found, words",
    [
        ([Count(30, 30), Count(41, None)], "30 to 41 or more"),
        ([Count(None, 1000), Count(5000, None)], "1,000 or fewer, to 5,000 or more"),
        ([Count(12, 12), Count(12, None)], "at least 12"),
        ([Count(12, 12, is_about=True), Count(12, 12)], "12"),
        ([Count(20, 20, is_about=True), Count(30, 35)], "about 20 to 35"),
        ([Count(None, None)], ""),
        ([Count(0, 0), Count(3, 3)], "0 to 3"),
        ([Count(17, None, above=16), Count(18, 18), Count(32, 32)], "more than 16 to 32"),
        ([Count(17, None, above=16)], "more than 16"),
        ([Count(17, None, above=16), Count(17, None)], "at least 17"),
        ([Count(24, 24), Count(51, None, above=50)], "24 to more than 50"),
    ],
)
def test_ranges_are_told_as_people_say_them(found: list[Count], words: str) -> None:
    assert said(*found) == words


@pytest.mark.parametrize(
    "figure, above",
    [
        (Figure(measure="killed", min=17, wording="more than 16"), 16),
        (Figure(measure="killed", min=401, wording="أكثر من 400 غارة"), 400),
        (Figure(measure="killed", min=1201, wording="über 1.200 Tote"), 1200),
        (Figure(measure="killed", min=17, wording="at least 17"), None),
        (Figure(measure="killed", min=17, wording="16 or 17 and more"), None),
        (Figure(measure="killed", min=41, wording="meer dan veertig"), None),
        (Figure(measure="killed", min=17, max=20, wording="more than 16"), None),
        (Figure(measure="killed", max=16, wording="16"), None),
        (Figure(measure="killed", min=2.5, wording="1.5"), None),
        (Figure(measure="killed", min=17), None),
    ],
)
def test_a_number_that_nobody_said_is_told_by_the_one_that_it_is_above(figure: Figure, above: int | None) -> None:
    assert more_than(figure) == above
    assert (above is not None) == amount_in_words(MASTHEAD, figure).startswith("more than")


def test_counts_are_told_with_what_they_differ_in() -> None:
    whole = range_of([Count(1, 1), Count(2, 2)])
    assert whole is not None
    assert range_and_counts(whole, 2, "period") == "1 to 2, 2 counts of different periods"
    assert range_and_counts(whole, 2, "scope") == "1 to 2, 2 counts of different scope"
    assert range_and_counts(whole, 2) == "1 to 2, 2 counts"

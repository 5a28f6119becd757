"""A new text beside the sources: which of them have nearly the same, edited, cut or added to."""

from typing import Final

import pytest
from dateline.ground.provenance import fingerprint
from dateline.records.near_texts import NearMatch, near_matches
from dateline.records.same_texts import FEWEST_WORDS
from dateline.records.types import Source
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

SOURCES: Final[TypeAdapter[Source]] = TypeAdapter(Source)


def text(number: int, words: int = 20) -> str:
    """Return a paragraph of so many words, with a beginning and an end of its own."""
    middle = " ".join(f"word{at}" for at in range(words - 4))
    return f"Begin {number} {middle} end {number}"


def paragraph(n: int, of: str, words: int, **more: object) -> dict[str, object]:
    """Return a paragraph that is recorded of a text, edited since unless `more` has its fingerprint."""
    first, last = of.split()[:2], of.split()[-2:]
    known = {"n": n, "begins": " ".join(first), "ends": " ".join(last), "words": words, "sha256": "0" * 64}
    return {key: value for key, value in {**known, **more}.items() if value is not None}


def source(id_: str, *paragraphs: dict[str, object]) -> Source:
    """Return a source with these paragraphs."""
    return SOURCES.validate_python(
        {"id": id_, "title": id_, "publisher": "harrow", "published": "2031-03-04", "paragraphs": list(paragraphs)}
    )


def known(*sources: Source) -> dict[str, Source]:
    """Return sources by their ids."""
    return {one.id: one for one in sources}


def same(n: int, of: str) -> dict[str, object]:
    """Return a paragraph that is recorded as it stands in a text."""
    return paragraph(n, of, len(of.split()), sha256=fingerprint(of))


ONE, TWO, THREE = text(1), text(2), text(3)


@pytest.mark.parametrize(
    "paragraphs, found",
    [
        ((paragraph(1, ONE, 20), paragraph(2, TWO, 20)), ((1, 1), (2, 2))),
        ((paragraph(1, TWO, 20), paragraph(2, ONE, 20)), ((1, 2), (2, 1))),
        ((paragraph(1, ONE, 20), same(2, TWO)), ((1, 1),)),
        ((paragraph(1, ONE, 20), paragraph(2, THREE, 20)), None),
        ((paragraph(1, ONE, 20),), ((1, 1),)),
        ((same(1, ONE), same(2, TWO)), None),
        ((paragraph(1, ONE, 16), paragraph(2, TWO, 25)), ((1, 1), (2, 2))),
        ((paragraph(1, ONE, 15), paragraph(2, TWO, 20)), None),
        ((paragraph(1, ONE, 26), paragraph(2, TWO, 20)), None),
        ((paragraph(1, ONE, 20, ends=None), paragraph(2, TWO, 20)), None),
        ((paragraph(1, ONE, 20, sha256=None), paragraph(2, TWO, 20)), None),
        ((paragraph(1, ONE, 20, begins="Begun 1"), paragraph(2, TWO, 20)), None),
        ((paragraph(1, ONE, 20, ends="ended 1"), paragraph(2, TWO, 20)), None),
        (
            (paragraph(1, ONE, 20, begins="BEGIN, 1!"), paragraph(2, TWO, 20, ends="\u201cend 2.\u201d")),
            ((1, 1), (2, 2)),
        ),
    ],
)
def test_paragraphs_are_alike_that_begin_and_end_so_are_about_as_long_and_differ(
    paragraphs: tuple[dict[str, object], ...], found: tuple[tuple[int, int], ...] | None
) -> None:
    expected = [NearMatch("gazette", found)] if found else []
    assert near_matches(known(source("gazette", *paragraphs)), [ONE, TWO]) == expected


def test_a_paragraph_whose_length_nobody_recorded_is_like_none() -> None:
    bare = {"n": 1, "begins": "Begin 1", "ends": "end 1", "sha256": "0" * 64}
    assert near_matches(known(source("gazette", bare)), [ONE]) == []


@pytest.mark.parametrize("words, is_alike", [(FEWEST_WORDS - 1, False), (FEWEST_WORDS, True)])
def test_what_many_have_by_chance_is_too_short_to_tell(words: int, *, is_alike: bool) -> None:
    short = text(1, words)
    assert bool(near_matches(known(source("gazette", paragraph(1, short, FEWEST_WORDS))), [short])) is is_alike
    recorded = known(source("gazette", paragraph(1, ONE, words)))
    assert near_matches(recorded, [text(1, 13)]) == ([NearMatch("gazette", ((1, 1),))] if is_alike else [])


def test_a_new_text_of_one_paragraph_is_the_whole_of_itself() -> None:
    recorded = source("gazette", paragraph(1, ONE, 20), paragraph(2, THREE, 20))
    assert near_matches(known(recorded), [ONE]) == [NearMatch("gazette", ((1, 1),))]
    assert near_matches(known(recorded), [ONE, TWO]) == []


def test_the_likeliest_source_comes_first_and_equals_as_they_are_recorded() -> None:
    one = source("one", paragraph(1, ONE, 20), paragraph(2, TWO, 20))
    two = source("two", *(paragraph(n, text(n), 20) for n in (1, 2, 3)))
    three = source("three", paragraph(1, TWO, 20), paragraph(2, THREE, 20))
    found = near_matches(known(one, two, three), [ONE, TWO, THREE])
    assert [match.source for match in found] == ["two", "one", "three"]
    assert found[2].paragraphs == ((2, 1), (3, 2))


def test_where_nothing_is_known_and_of_no_text_nothing_is_near() -> None:
    assert near_matches({}, [ONE]) == []
    assert near_matches(known(source("gazette", paragraph(1, ONE, 20))), []) == []


@given(
    st.lists(st.integers(1, 6), unique=True, min_size=1, max_size=5),
    st.lists(st.integers(1, 6), unique=True, max_size=5),
)
def test_of_texts_recorded_as_they_are_none_is_nearly_the_same(recorded: list[int], new: list[int]) -> None:
    every = known(source("gazette", *(same(n, text(number)) for n, number in enumerate(recorded, 1))))
    assert near_matches(every, [text(number) for number in new]) == []


@given(st.lists(st.integers(1, 6), unique=True, min_size=2, max_size=6))
def test_a_source_of_which_each_paragraph_was_edited_is_found_with_all_of_them(numbers: list[int]) -> None:
    every = known(source("gazette", *(paragraph(n, text(number), 20) for n, number in enumerate(numbers, 1))))
    (match,) = near_matches(every, [text(number) for number in numbers])
    assert match.paragraphs == tuple((n, n) for n in range(1, len(numbers) + 1))

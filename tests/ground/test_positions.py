"""Where values of a JSON text stand: found for any text, and keys that stand twice."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from dateline.ground.geodata.positions import Place, Step, places_of, second_key
from hypothesis import given
from hypothesis import strategies as st

TEXTS = st.text(st.sampled_from('ab"\\{}[],:\n\té€𝄞 0'), max_size=5)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=12,
)
INDENTS = st.sampled_from([None, 0, 1, "\t"])


def ways_in(value: Any, steps: tuple[Step, ...] = ()) -> Iterator[tuple[tuple[Step, ...], Any]]:
    yield steps, value
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, part in parts:
        yield from ways_in(part, (*steps, step))


def at(text: str, place: Place) -> Any:
    """Read what begins at a place."""
    line = text.split("\n")[place.line - 1 :]
    rest = "\n".join(line)[place.column - 1 :]
    return json.JSONDecoder().raw_decode(rest)[0]


@given(VALUES, INDENTS, st.booleans())
def test_whatever_stands_in_a_text_is_found_where_it_begins(value: Any, indent: Any, ascii_only: bool) -> None:  # noqa: FBT001 - drawn
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    ways = list(ways_in(value))
    for (_, part), place in zip(ways, places_of(text, [steps for steps, _ in ways]), strict=True):
        assert at(text, place) == part


@given(VALUES)
def test_of_what_is_not_there_the_innermost_part_that_is_is_told(value: Any) -> None:
    text = json.dumps(value, indent=1)
    for steps, part in ways_in(value):
        (place,) = places_of(text, [(*steps, "no such key", 7)])
        assert at(text, place) == part


@given(VALUES, INDENTS)
def test_no_key_stands_twice_in_what_was_a_dictionary(value: Any, indent: Any) -> None:
    assert second_key(json.dumps(value, indent=indent)) is None


@pytest.mark.parametrize(
    "text, key, place",
    [
        ('{"a": 1, "a": 2}', "a", Place(1, 10)),
        ('{"a": 1,\n "b": {"a": 1},\n "b": 2}', "b", Place(3, 2)),
        ('[{"a": 1}, {"a": 1,\n"\\u0061": 2}]', "a", Place(2, 1)),
        ('{"a": {"x": [1, {"y": 1, "y": 2}]}}', "y", Place(1, 26)),
        ('{"": 1, "": 2}', "", Place(1, 9)),
    ],
)
def test_a_key_that_stands_twice_is_told_where_the_second_stands(text: str, key: str, place: Place) -> None:
    assert second_key(text) == (key, place)


@pytest.mark.parametrize("text", ['[{"a": 1}, {"a": 2}]', '{"a": {"a": {"a": 1}}}', '{"a": ["a", "a"], "b": "a"}'])
def test_one_key_in_several_objects_is_none_that_stands_twice(text: str) -> None:
    assert second_key(text) is None

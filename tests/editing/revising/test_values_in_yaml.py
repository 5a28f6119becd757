"""Values of a record's keys follow a change, and what is taken out of any list and put in again is in it."""

from collections.abc import Callable
from typing import Final

import pytest
import yaml
from dateline.editing.drafting import NoPlaceError
from dateline.editing.revising.entries import (
    indented,
    item_text,
    with_item_text,
    with_value,
    without_item,
    without_value,
)
from hypothesis import given
from hypothesis import strategies as st

# --- values ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text, steps, key, expected",
    [
        ("title: T\nkind: k\n", (), "title", "title: NEW\nkind: k\n"),
        ("title: T # of it\n", (), "title", "title: NEW # of it\n"),
        ("title: T\n", (), "note", "title: T\nnote: NEW\n"),
        ("title: T", (), "note", "title: T\nnote: NEW"),
        ("a: {x: 1}\n", ("a",), "y", "a: {x: 1, y: NEW}\n"),
        ("a: {x: 1, y: [2,\n  3]}\n", ("a",), "y", "a: {x: 1, y: NEW}\n"),
        ("a:\n    x: 1\nb: 2\n", ("a",), "y", "a:\n    x: 1\n    y: NEW\nb: 2\n"),
        ("a:\n  - n: 1\n  - n: 2\nb: 3\n", ("a", 0), "y", "a:\n  - n: 1\n    y: NEW\n  - n: 2\nb: 3\n"),
        ("a:\n  x:\nb: 2\n", ("a",), "y", "a:\n  x:\n  y: NEW\nb: 2\n"),
    ],
)
def test_a_value_is_put_where_its_key_is_or_would_be(
    text: str, steps: tuple[str | int, ...], key: str, expected: str
) -> None:
    assert with_value(text, steps, key, "NEW") == expected


@pytest.mark.parametrize(
    "text, steps, told",
    [
        ("note: >-\n  long\n  text\n", (), "its note is"),
        ("a: [1]\n", ("a",), "its a is"),
        ("a: {}\n", ("a",), "its a is"),
        ("- a\n", (), "its text is"),
        ("a:\n  - x\n", ("a", 0), r"its a\.0 is"),
    ],
)
def test_a_value_is_not_put_where_that_is_not_safe(text: str, steps: tuple[str | int, ...], told: str) -> None:
    with pytest.raises(NoPlaceError, match=told):
        with_value(text, steps, "note", "NEW")


@pytest.mark.parametrize(
    "text, steps, left",
    [
        ("a: 1\nnote: n\nb: 2\n", (), "a: 1\nb: 2\n"),
        ("note: n\nb: 2\n", (), "b: 2\n"),
        ("p:\n  - n: 1\n    note: >-\n      long\n      text\n  - n: 2\n", ("p", 0), "p:\n  - n: 1\n  - n: 2\n"),
        ("p: [{n: 1, note: n, m: 2}]\n", ("p", 0), "p: [{n: 1, m: 2}]\n"),
        ("p: [{n: 1, note: n}]\n", ("p", 0), "p: [{n: 1}]\n"),
        ("a: 1\nb: 2\n", (), "a: 1\nb: 2\n"),
        ("a: 1\nnote:\nb: 2\n", (), "a: 1\nb: 2\n"),
    ],
)
def test_a_value_goes_with_its_key(text: str, steps: tuple[str | int, ...], left: str) -> None:
    assert without_value(text, steps, "note") == left


@pytest.mark.parametrize("text, steps", [("note: n\n", ()), ("p:\n  - note: n\n    m: 1\n", ("p", 0))])
def test_a_value_that_holds_others_together_does_not_go(text: str, steps: tuple[str | int, ...]) -> None:
    with pytest.raises(NoPlaceError, match="its note is not laid out"):
        without_value(text, steps, "note")


# --- for any list ----------------------------------------------------------------------------------------------------

WORDS: Final = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=6).filter(
    lambda word: word not in {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}
)
LISTS: Final = st.lists(WORDS, min_size=1, max_size=5)


def on_lines(items: list[str], margin: int = 2) -> str:
    return "title: T\nlist:\n" + "".join(f"{' ' * margin}- {one}\n" for one in items) + "end: 1\n"


def in_brackets(items: list[str]) -> str:
    return f"title: T\nlist: [{', '.join(items)}]\nend: 1\n"


@pytest.mark.parametrize("laid_out", [on_lines, in_brackets])
@given(items=LISTS, data=st.data())
def test_what_is_taken_out_and_put_in_again_is_the_list_with_that_at_its_end(
    laid_out: Callable[[list[str]], str], items: list[str], data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(items) - 1))
    text = laid_out([*items, "zz"])
    taken = item_text(text, ("list",), index)
    left = without_item(text, ("list",), index)
    assert yaml.safe_load(left)["list"] == [*items[:index], *items[index + 1 :], "zz"]
    assert with_item_text(left, ("list",), taken) == laid_out([*items[:index], *items[index + 1 :], "zz", items[index]])


@given(items=LISTS, margin=st.sampled_from([0, 1, 2, 4]), other=st.sampled_from([0, 2, 6]))
def test_moved_to_a_column_and_back_lines_are_as_they_were(items: list[str], margin: int, other: int) -> None:
    lines = "".join(f"{' ' * margin}- {one}\n" for one in items)
    assert indented(indented(lines, other), margin) == lines


@given(st.dictionaries(WORDS, WORDS, min_size=1, max_size=5), WORDS, WORDS)
def test_a_value_that_is_put_in_is_read_there_and_the_others_stay(known: dict[str, str], key: str, value: str) -> None:
    text = "".join(f"{name}: {said}\n" for name, said in known.items())
    found = with_value(text, (), key, value)
    assert yaml.safe_load(found) == {**known, key: value}
    if key not in known:
        assert without_value(found, (), key) == text

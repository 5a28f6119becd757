"""Keys and entries are put into YAML and taken out of it, and every other sign stays as somebody typed it."""

from typing import Final

import pytest
from dateline.editing.drafting import NoPlaceError
from dateline.editing.mending.nodes import root_of
from dateline.editing.revising.entries import (
    indented,
    is_in_brackets,
    item_count,
    item_text,
    key_text,
    node_at,
    with_entry,
    with_item_text,
    with_key,
    with_list,
    without_item,
    without_key,
)
from dateline.records.types import Event, Graveyard

EVENT: Final = """\
# The well of Lindwell.
title: 'The well is closed'
date: 2031-03-03
kind: closure

claims:
  # The first of two.
  - id: closed
    text: The well was closed.
    reports:
      - by: [clerk]   # the town's
        cite: {source: gazette, paragraph: 1}
  - id: ordered
    text: The council ordered it.
    reports: [{cite: {source: gazette, paragraph: 2}}]
    # Deeper than its dash.
  # Of nobody.

history:
  - {date: 2031-04-01, type: correction, note: Misread.}
"""


# --- a place is found ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "steps, said",
    [
        (("title",), "The well is closed"),
        (("claims", 0, "id"), "closed"),
        (("claims", 1, "id"), "ordered"),
        (("claims", 0, "reports", 0, "by", 0), "clerk"),
        (("claims", 1, "reports", 0, "cite", "paragraph"), "2"),
    ],
)
def test_what_stands_at_a_place_is_found(steps: tuple[str | int, ...], said: str) -> None:
    node = node_at(root_of(EVENT), steps)
    assert node is not None
    assert node.value == said


@pytest.mark.parametrize(
    "steps",
    [
        ("summary",),
        ("claims", 2),
        ("claims", -1),
        ("claims", "closed"),
        ("title", "more"),
        ("claims", 0, "reports", 1),
    ],
)
def test_where_nothing_stands_nothing_is_found(steps: tuple[str | int, ...]) -> None:
    assert node_at(root_of(EVENT), steps) is None


def test_entries_are_counted_and_what_is_no_list_has_none() -> None:
    assert item_count(EVENT, ("claims",)) == 2
    assert item_count(EVENT, ("history",)) == 1
    assert item_count(EVENT, ("title",)) == 0
    assert item_count(EVENT, ("summary",)) == 0


def test_a_list_is_in_brackets_or_on_lines() -> None:
    assert is_in_brackets(EVENT, ("claims", 1, "reports")) is True
    assert is_in_brackets(EVENT, ("claims", 0, "reports")) is False
    assert is_in_brackets(EVENT, ("claims", 0, "reports", 0, "cite")) is False
    assert is_in_brackets(EVENT, ("summary",)) is False


# --- an entry more ---------------------------------------------------------------------------------------------------

STONE: Final = {"kind": "event", "id": "fair"}
WRITTEN: Final = "{kind: event, id: fair}"


@pytest.mark.parametrize(
    "text, is_first, expected",
    [
        ("", False, f"tombstones:\n  - {WRITTEN}\n"),
        ("tombstones:\n", False, f"tombstones:\n  - {WRITTEN}\n"),
        ("tombstones: []\n", False, f"tombstones: [{WRITTEN}]\n"),
        ("tombstones: [a, b]\n", False, f"tombstones: [a, b, {WRITTEN}]\n"),
        ("tombstones: [a, b]\n", True, f"tombstones: [{WRITTEN}, a, b]\n"),
        ("tombstones: [ a ] # odd\n", False, f"tombstones: [ a, {WRITTEN} ] # odd\n"),
        ("tombstones:\n- a\n- b\n", False, f"tombstones:\n- a\n- b\n- {WRITTEN}\n"),
        ("tombstones:\n- a\n- b\n", True, f"tombstones:\n- {WRITTEN}\n- a\n- b\n"),
        ("tombstones:\n    - a\n", False, f"tombstones:\n    - a\n    - {WRITTEN}\n"),
        ("tombstones:\n  # Of a.\n  - a\n", True, f"tombstones:\n  - {WRITTEN}\n  # Of a.\n  - a\n"),
        ("tombstones:\n  - a", False, f"tombstones:\n  - a\n  - {WRITTEN}"),
        ("tombstones:\n  - a  # of a\n", False, f"tombstones:\n  - a  # of a\n  - {WRITTEN}\n"),
    ],
)
def test_an_entry_stands_with_the_others_in_their_form(text: str, expected: str, *, is_first: bool) -> None:
    assert with_entry(text, Graveyard, "tombstones", STONE, first=is_first) == expected


@pytest.mark.parametrize("value", ["yes", "''", "{a: 1}"])
def test_no_entry_is_put_into_what_is_no_list(value: str) -> None:
    with pytest.raises(NoPlaceError, match="its history is not laid out"):
        with_entry(f"title: x\nhistory: {value}\n", Event, "history", {"note": "n"})


def test_the_newest_entry_of_a_history_stands_first_and_nothing_else_moves() -> None:
    found = with_entry(EVENT, Event, "history", {"date": "2031-05-01", "note": "Again."}, first=True)
    head, tail = EVENT.split("history:\n")
    assert found == f"{head}history:\n  - {{date: 2031-05-01, note: Again.}}\n{tail}"


# --- a key more ------------------------------------------------------------------------------------------------------


def test_a_key_takes_the_place_of_what_it_said() -> None:
    found = with_key(EVENT, Event, "kind", "kind: meeting\n")
    assert found == EVENT.replace("kind: closure\n", "kind: meeting\n")


def test_a_key_stands_behind_those_that_come_before_it() -> None:
    found = with_key(EVENT, Event, "formerly", "formerly: [2031-03-02]\n")
    assert found == EVENT.replace("date: 2031-03-03\n", "date: 2031-03-03\nformerly: [2031-03-02]\n")


def test_a_key_that_comes_before_all_others_stands_first() -> None:
    assert with_key("kind: closure\n", Event, "title", "title: T\n") == "title: T\nkind: closure\n"
    assert with_key("# Head.\nkind: closure\n", Event, "title", "title: T\n") == "# Head.\ntitle: T\nkind: closure\n"


def test_keys_that_a_record_does_not_have_are_no_sign_of_where_another_stands() -> None:
    assert with_key("title: T\nzebra: 1\n", Event, "kind", "kind: k\n") == "title: T\nkind: k\nzebra: 1\n"


def test_the_key_behind_which_another_stands_is_the_last_in_the_file_and_not_in_the_order() -> None:
    assert with_key("kind: k\ntitle: T\n", Event, "summary", "summary: S\n") == "kind: k\ntitle: T\nsummary: S\n"


def test_comments_that_stand_deeper_go_with_the_key_above_them() -> None:
    found = with_key("title: T\n  # of the title\nkind: k\n", Event, "date", "date: 2031\n")
    assert found == "title: T\n  # of the title\ndate: 2031\nkind: k\n"


def test_a_line_that_was_left_for_a_key_is_filled() -> None:
    text = "title: T\n# summary: …  # one sentence\nkind: k\n"
    assert with_key(text, Event, "summary", "summary: S\n") == "title: T\nsummary: S\nkind: k\n"
    assert with_key(text, Event, "note", "note: N\n").count("# summary: …") == 1


def test_of_an_empty_text_a_key_is_all_and_comments_stay_above() -> None:
    assert with_key("", Event, "title", "title: T\n") == "title: T\n"
    assert with_key("\n", Event, "title", "title: T\n") == "title: T\n"
    assert with_key("# Only this.\n", Event, "title", "title: T\n") == "# Only this.\ntitle: T\n"
    assert with_key("# Only this.", Event, "title", "title: T\n") == "# Only this.\ntitle: T"


@pytest.mark.parametrize("text", ["[a, b]\n", "- a\n", "just words\n", "{title: T}\n"])
def test_no_key_is_put_where_there_are_no_keys_on_lines(text: str) -> None:
    with pytest.raises(NoPlaceError, match="it is not laid out"):
        with_key(text, Event, "kind", "kind: k\n")


def test_a_new_list_has_its_entry_two_columns_in() -> None:
    assert with_list("title: T\n", Event, "claims", "    - id: a\n      text: A.\n") == (
        "title: T\nclaims:\n  - id: a\n    text: A.\n"
    )


# --- a key less ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text, left",
    [
        ("a: 1\nnote: n\nb: 2\n", "a: 1\nb: 2\n"),
        ("a: 1\n\nnote: n\n\nb: 2\n", "a: 1\n\nb: 2\n"),
        ("a: 1\nnote: >-\n  long\n  text\nb: 2\n", "a: 1\nb: 2\n"),
        ("a: 1\nnote:\nb: 2\n", "a: 1\nb: 2\n"),
        ("a: 1\nnote: n", "a: 1"),
        ("note: n\n", ""),
        ("a: 1\n", "a: 1\n"),
        ("{a: 1, note: n}\n", "{a: 1, note: n}\n"),
        ("", ""),
    ],
)
def test_a_key_goes_with_what_it_says_and_leaves_one_blank_line(text: str, left: str) -> None:
    assert without_key(text, "note") == left


def test_a_key_is_read_as_it_is_typed_with_its_value() -> None:
    assert key_text(EVENT, "title") == "title: 'The well is closed'\n"
    assert key_text("title: T", "title") == "title: T\n"
    assert key_text("a:\n  - 1  # one\n  - 2\nb: 3\n", "a") == "a:\n  - 1  # one\n  - 2\n"
    with pytest.raises(NoPlaceError, match="its note is not laid out"):
        key_text(EVENT, "note")


# --- entries out of a list -------------------------------------------------------------------------------------------


def test_an_entry_goes_with_the_comments_that_are_its_own() -> None:
    found = without_item(EVENT, ("claims",), 0)
    assert "The first of two" not in found
    assert "id: closed" not in found
    assert found.startswith("# The well of Lindwell.\n")
    assert "claims:\n  - id: ordered\n" in found
    other = without_item(EVENT, ("claims",), 1)
    assert "Deeper than its dash" not in other
    assert "  # Of nobody.\n" in other
    assert "  # The first of two.\n  - id: closed\n" in other


def test_of_the_last_entry_an_empty_list_stays() -> None:
    assert without_item("a: 1\nb:\n  - x\nc: 2\n", ("b",), 0) == "a: 1\nb: []\nc: 2\n"
    assert without_item("b: [x]\n", ("b",), 0) == "b: []\n"


@pytest.mark.parametrize(
    "index, left", [(0, "b: [y, z] # more\n"), (1, "b: [x, z] # more\n"), (2, "b: [x, y] # more\n")]
)
def test_an_entry_in_brackets_goes_with_one_comma(index: int, left: str) -> None:
    assert without_item("b: [x, y, z] # more\n", ("b",), index) == left


@pytest.mark.parametrize("index", [0, 1])
def test_no_comment_is_lost_with_an_entry_in_brackets(index: int) -> None:
    with pytest.raises(NoPlaceError, match="a comment stands in its list"):
        without_item("b: [x, # of x\n  y]\n", ("b",), index)


def test_a_number_sign_within_an_entry_is_no_comment() -> None:
    assert without_item("b: [e#one, e#two]\n", ("b",), 1) == "b: [e#one]\n"
    assert without_item("b: [e#one, e#two]\n", ("b",), 0) == "b: [e#two]\n"


@pytest.mark.parametrize("steps, index", [(("claims",), 2), (("claims",), -1), (("title",), 0), (("nothing",), 0)])
def test_an_entry_that_is_not_there_is_told(steps: tuple[str, ...], index: int) -> None:
    for take in (without_item, item_text):
        with pytest.raises(NoPlaceError, match=f"its {steps[0]} is not laid out"):
            take(EVENT, steps, index)


def test_an_entry_is_read_as_it_is_typed() -> None:
    first = item_text(EVENT, ("claims",), 0)
    assert first.startswith("  # The first of two.\n  - id: closed\n")
    assert first.endswith("        cite: {source: gazette, paragraph: 1}\n")
    assert item_text(EVENT, ("claims", 1, "reports"), 0) == "- {cite: {source: gazette, paragraph: 2}}\n"
    assert item_text("b:\n  - x", ("b",), 0) == "  - x\n"


# --- entries that were typed elsewhere -------------------------------------------------------------------------------


def test_an_entry_typed_elsewhere_stands_last_in_the_column_of_the_others() -> None:
    taken = item_text(EVENT, ("claims",), 0)
    assert with_item_text("claims:\n- id: x\n", ("claims",), taken) == (
        "claims:\n- id: x\n# The first of two.\n- id: closed\n  text: The well was closed.\n  reports:\n"
        "    - by: [clerk]   # the town's\n      cite: {source: gazette, paragraph: 1}\n"
    )


def test_an_entry_typed_elsewhere_stands_behind_the_comments_of_the_last() -> None:
    found = with_item_text("b:\n  - x\n    # of x\nc: 1\n", ("b",), "- y\n")
    assert found == "b:\n  - x\n    # of x\n  - y\nc: 1\n"


@pytest.mark.parametrize(
    "lines, left",
    [
        ("- y\n", "b: [x, y]\n"),
        ("  - {a: 1}\n", "b: [x, {a: 1}]\n"),
        ("- [p, q]\n", "b: [x, [p, q]]\n"),
    ],
)
def test_what_fits_on_a_line_is_put_into_brackets(lines: str, left: str) -> None:
    assert with_item_text("b: [x]\n", ("b",), lines) == left


@pytest.mark.parametrize("lines", ["- id: y\n  text: Z.\n", "- two words\n", "- 'y'\n", "- y # of y\n"])
def test_what_may_be_read_otherwise_in_brackets_is_not_put_there(lines: str) -> None:
    with pytest.raises(NoPlaceError, match=r"its claims\.0\.by is not laid out"):
        with_item_text("claims:\n  - by: [x]\n", ("claims", 0, "by"), lines)


@pytest.mark.parametrize(
    "lines, margin, expected",
    [
        ("- a\n  b: 1\n", 4, "    - a\n      b: 1\n"),
        ("      - a\n        b: 1\n", 2, "  - a\n    b: 1\n"),
        ("  - a\n\n    b: 1\n", 4, "    - a\n\n      b: 1\n"),
        ("  - a\n", 2, "  - a\n"),
        ("    # of a\n    - a\n", 0, "# of a\n- a\n"),
    ],
)
def test_lines_are_moved_together(lines: str, margin: int, expected: str) -> None:
    assert indented(lines, margin) == expected

"""Mistakes in YAML: told on the line where they begin, with what to write; once that is written, the text is read."""

# ruff: noqa: RUF001 - signs that look like others are what it is about

from typing import Final

import pytest
from dateline.ground.yamltree import read
from dateline.ground.yamltree.mistakes import first_mistake
from hypothesis import given
from hypothesis import strategies as st

RECORD: Final = """\
title: The well is closed
date: 2031-03-03
places: [{place: old-well}]
claims:
  - id: c
    text: It was closed.
    reports:
      - by: []
        cite: {source: x, paragraph: 1}
"""
TITLE: Final = "title: The well is closed\n"
PLACES: Final = "places: [{place: old-well}]\n"
TEXT: Final = "    text: It was closed.\n"
MISTAKES: Final = [
    (TITLE, 'title: "The well is closed\n', (1, 8), "the quote that opens here is never closed"),
    (TITLE, "title: 'The well is closed\n", (1, 8), "the quote that opens here is never closed"),
    (TITLE, "title The well is closed\n", (1, 1), "this line has no key"),
    (TITLE, "title: [Updated] The well\n", (1, 18), "text stands behind the closing bracket"),
    (TITLE, "title: |\nThe well\n", (2, 1), "the text below | is not indented"),
    (TITLE, "title: |\n    The well\n  is closed\n", (3, 3), "this line is indented less than the first line"),
    (TITLE, "title: >50\n", (1, 8), "text that begins with > needs quotes"),
    (TITLE, "\ttitle: x\n", (1, 1), "a tab stands here"),
    (TITLE, "title: ? x\n", (1, 8), "text that begins with ? needs quotes"),
    (PLACES, "places: [{place: old-well}\n", (3, 9), "the bracket that opens at line 3, column 9, lacks"),
    (PLACES, "places: [{place: old-well]\n", (3, 10), "the brace that opens here is not closed before the ]"),
    (PLACES, "places: [{place: old-well}]]\n", (3, 28), "text stands behind the closing bracket"),
    (PLACES, 'places: [{place: "old-well}]\n', (3, 18), "the quote that opens here is never closed"),
    (PLACES, "places: [{place: old-well #5}]\n", (3, 10), "the brace that opens at line 3, column 10, lacks"),
    (PLACES, "places:\n  – place: old-well\n", (4, 3), "an en dash (U+2013) stands where the - of a list belongs"),
    (PLACES, "places:\n  — place: old-well\n", (4, 3), "an em dash (U+2014)"),
    (PLACES, "places:\n  − place: old-well\n", (4, 3), "a minus sign (U+2212)"),
    (PLACES, "places:\n  • place: old-well\n", (4, 3), "a bullet (U+2022)"),
    (PLACES, "places:\n  · place: old-well\n", (4, 3), "a middle dot (U+00B7)"),
    (PLACES, "places:\n  * place: old-well\n", (4, 3), "an asterisk (U+002A)"),
    (PLACES, "places:\n  -place: old-well\n", (4, 3), "a space is missing behind the dash"),
    (PLACES, "places:\n  - place: old-well\n note: x\n", (5, 2), "this line begins in column 2, where nothing"),
    (TEXT, '    text: "It was closed.\n', (6, 11), "the quote that opens here is never closed"),
    (TEXT, "   text: It was closed.\n", (6, 4), "this line begins in column 4, where nothing"),
    (TEXT, "     text: It was closed.\n", (6, 6), "this line is indented more than the line above it"),
    (PLACES, "places: [{place: >50}]\n", (3, 18), "text that begins with > needs quotes"),
    (TEXT, "    text: It was\n    closed.\n", (7, 5), "this line has no key"),
]
WRITTEN: Final = [
    (TITLE, "title: The well: closed\n", (1, 16)),
    (TITLE, "title: “The well: closed”\n", (1, 17)),
    (TITLE, "title:The well is closed\n", (1, 6)),
    (TITLE, "title：The well\n", (1, 6)),
    (TITLE, "title: @home\n", (1, 8)),
    (TITLE, "title: `x` and\n", (1, 8)),
    (TITLE, "title: %x\n", (1, 8)),
    (TITLE, 'title: "A" and B\n', (1, 12)),
    (TITLE, "title: 'it's closed'\n", (1, 12)),
    (TITLE, 'title: "say "x" now"\n', (1, 14)),
    (TITLE, "title: *bold* text\n", (1, 8)),
    (TITLE, "title: & more\n", (1, 8)),
    (TITLE, "title: [A] meeting\n", (1, 12)),
    (TITLE, "title: {A} meeting  # so\n", (1, 12)),
    (TEXT, "    text: People came #1 and\n      then left.\n      For good: all.\n", (6, 23)),
    (TEXT, "    text: It was: closed.\n", (6, 17)),
    (TEXT, "    text: It was closed:\n", (6, 24)),
    (TEXT, "    text:It was closed.\n", (6, 9)),
]


@pytest.mark.parametrize("right, wrong, place, message", MISTAKES)
def test_a_mistake_is_told_where_it_begins(right: str, wrong: str, place: tuple[int, int], message: str) -> None:
    assert right in RECORD
    _, problems = read(RECORD.replace(right, wrong), "f.yml")
    (problem,) = problems
    assert (problem.position.line, problem.position.column) == place
    assert message in problem.message
    assert problem.hint


@pytest.mark.parametrize("right, wrong, place", WRITTEN)
def test_what_the_message_says_to_write_in_the_place_of_the_line_is_read(
    right: str, wrong: str, place: tuple[int, int]
) -> None:
    _, (problem,) = read(RECORD.replace(right, wrong), "f.yml")
    assert (problem.position.line, problem.position.column) == place
    written = problem.hint.split("write ")[1]
    indent = " " * (len(right) - len(right.lstrip()))
    tree, problems = read(RECORD.replace(right, f"{indent}{written}\n"), "f.yml")
    assert problems == []
    assert tree is not None


@pytest.mark.parametrize(
    "item",
    [
        "*bold*",
        "*bold* text",
        "**bold**",
        "*",
        "& more",
        "&",
        "&amp; Co",
        "@x",
        "`x`",
        "%x",
        ", x",
        "] x",
        ": x",
        "! x",
        "&x",
        "&x y",
        "!x",
        "*x",
        "&x y  # a comment",
    ],
)
@pytest.mark.parametrize("place", ["aliases:\n  - %s\n", "aliases:\n- %s\nkind: x\n", "name: %s\n"])
def test_text_that_begins_with_a_sign_of_yaml_is_shown_in_quotes(place: str, item: str) -> None:
    _, (problem,) = read(place % item, "f.yml")
    before = place.partition("%s")[0].split("\n")
    assert (problem.position.line, problem.position.column) == (len(before), len(before[-1]) + 1)
    written = problem.hint.rpartition("write ")[2].removeprefix("name: ")
    tree, problems = read(place % written, "f.yml")
    assert problems == []
    assert tree is not None
    (value,) = tree.value["aliases"] if "aliases" in tree.value else [tree.value["name"]]
    assert value == item.partition("  #")[0]


@pytest.mark.parametrize("typed", [">50", ">=50", "> 50"])
@pytest.mark.parametrize("figure", ["{measure: m, exact: %s}", "measure: m\nexact: %s", "[%s, 2]"])
def test_more_than_a_number_is_told_with_min_inside_braces_and_outside(figure: str, typed: str) -> None:
    _, (problem,) = read(figure % typed, "f.yml")
    assert problem.hint == "put it in quotes; a number of more than 50 is written min: 50"


@given(st.text(st.sampled_from([*"ab:-[]{}\"'|>#*,. \n\t–•："]), max_size=80))
def test_a_mistake_lies_within_the_text(text: str) -> None:
    lines = text.split("\n")
    mistake = first_mistake(text, len(lines))
    if mistake is not None:
        assert 0 <= mistake.line < len(lines)
        assert 0 <= mistake.column <= len(lines[mistake.line])


def test_a_record_without_mistakes_has_none() -> None:
    assert first_mistake(RECORD, 99) is None

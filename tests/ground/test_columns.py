"""Where a line of YAML stands: in a column in which something begins, or in none."""

import pytest
from dateline.ground.yamltree.columns import Columns, Mistake, Start


def read(*lines: str) -> list[Mistake]:
    """Return what is wrong with lines of keys and entries; what ends in a colon takes more."""
    columns = Columns()
    found: list[Mistake] = []
    for number, line in enumerate(lines):
        text = line.lstrip(" ")
        content = text.removeprefix("- ")
        here = Start(number, len(line) - len(text), text)
        behind = Start(number, len(line) - len(content), content)
        found += columns.take(here, behind, is_key=":" in content and content[0] not in "{[")
        columns.takes_more = content.endswith(":")
    return found


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\nb:\n  c: 2\nd: 3",
        "a:\n- 1\n- 2\nb: 3",
        "a:\n  - b: 1\n    c: 2\n  - b: 3\nd: 4",
        "a:\n- b: 1\n  c:\n  - 2\n- b: 3",
        "a:\n  b:\n    - c: 1\n      d:\n        - e: 2\n      f: 3\ng: 4",
        "a:\n  {b: 1}\nc: 2",
    ],
)
def test_what_stands_where_it_may_is_not_told(text: str) -> None:
    assert read(*text.split("\n")) == []


@pytest.mark.parametrize(
    "text, line, column, hint",
    [
        ("a:\n    b: 1\n  - b: 2", 1, 4, "write - b: 1"),
        ("a:\n  {b: 1}\n  - {b: 2}", 1, 2, "put '- ' before the {"),
        ("- a: 1\nb: 2", 0, 0, "remove the - , and begin each key in the first column"),
        ("a:\n- b: 1\n  c: 2\n  - b: 3", 3, 2, "begin it in column 1, as the entry above"),
        ("a:\n  b: 1\n  - c: 2", 2, 2, "line 2 lacks its - , or this one has it too much"),
        ("a:\n  - b\n  c: 1", 2, 2, "begin it with - too, or none of the lines beside it"),
        ("a:\n    b: 1\n  c: 2\n    d: 3", 2, 2, "indent it as the lines that it belongs to"),
        ("a: 1\n  b: 2", 1, 2, "begin it in the column of the key above"),
        ("a:\n  - by\n    cite: 1", 1, 4, "write by:"),
    ],
)
def test_a_line_out_of_place_is_told_where_the_mistake_is(text: str, line: int, column: int, hint: str) -> None:
    first = read(*text.split("\n"))[0]
    assert (first.line, first.column, first.hint) == (line, column, hint)


def test_a_line_left_of_its_neighbours_is_named_where_the_next_one_shows_it() -> None:
    told = read("a:", "  - b: 1", "    c: 2", "d: 3", "    e: 4")
    assert [one.hint for one in told] == ["begin it in the column of the key above; or line 4 belongs in column 5"]


def test_a_key_among_entries_says_what_each_column_would_mean() -> None:
    told = read("a:", "  - b: 1", "  c: 2")
    hint = (
        "an entry begins with '- '; in column 5 it belongs to the entry above, in column 1 to what is around the list"
    )
    assert [one.hint for one in told] == [hint]

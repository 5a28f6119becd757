"""A tree of YAML: what it says of a part as it is typed, values that a comma cut, days without quotes, lost dashes."""

import pytest
from dateline.ground.problems import Code, Problem
from dateline.ground.yamltree import Tree, read
from dateline.ground.yamltree.refusals import MAX_DEPTH, needs_a_close_look
from dateline.ground.yamltree.tree import Loose, Step, Surprise
from hypothesis import given
from hypothesis import strategies as st


def tree_of(text: str) -> Tree:
    tree, _ = read(text, "f.yml")
    assert tree is not None
    return tree


def value_of(text: str) -> object:
    return tree_of(text).value


def only_problem(text: str) -> Problem:
    _, (problem,) = read(text, "f.yml")
    return problem


# --- a part as it is typed -------------------------------------------------------------------------------------------

TEXT = "a: [1, {b: c}]\nd:\n  - e: [x,\n      y]\nf: 'g'\nh: {}\ni: 03.10\n"


@pytest.mark.parametrize(
    "steps, source, in_braces",
    [
        (("a",), "[1, {b: c}]", False),
        (("a", 0), "", True),
        (("a", 1), "{b: c}", True),
        (("a", 1, "b"), "", True),
        (("a", 2), "", True),
        (("d",), "", False),
        (("d", 0), "", False),
        (("d", 0, "e"), "", False),
        (("d", 0, "e", 1), "", True),
        (("f",), "", False),
        (("h",), "{}", False),
        (("h", "none"), "", True),
        (("none",), "", False),
    ],
)
def test_brackets_are_told_as_they_are_typed_on_one_line(
    steps: tuple[Step, ...], source: str, *, in_braces: bool
) -> None:
    tree = tree_of(TEXT)
    assert tree.source_of(steps) == source
    assert tree.is_in_braces(steps) is in_braces


@pytest.mark.parametrize(
    "steps, typed",
    [
        (("a", 0), "1"),
        (("a", 0, "b"), None),
        (("a", -1), None),
        (("d", 0, "e", 1), "y"),
        (("d", 0, "e", 2), None),
        (("f",), "g"),
        (("f", 0), None),
        (("i",), "03.10"),
        (("h",), None),
    ],
)
def test_a_scalar_is_told_as_it_is_typed_without_its_quotes(steps: tuple[Step, ...], typed: str | None) -> None:
    assert tree_of(TEXT).text_of(steps) == typed


def test_one_entry_stands_for_a_list_of_one() -> None:
    tree = tree_of("claims:\n  id: one\n")
    assert tree.text_of(("claims", 0, "id")) == "one"
    assert (tree.position(("claims", 3, "id")).line, tree.position(("claims", 3, "id")).column) == (2, 7)


@pytest.mark.parametrize("text", ["", "# nothing"])
def test_in_a_text_without_a_value_every_part_stands_at_the_beginning_of_the_file(text: str) -> None:
    position = tree_of(text).position(("a", 0))
    assert (position.path, position.line, position.column) == ("f.yml", 1, 1)


# --- numbers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text, is_loose",
    [
        ("1.200", True),
        ("12.000", True),
        ("999.990", True),
        ("1.201", False),
        ("1.2000", False),
        ("1000.000", False),
        ("0.100", False),
        ("-1.200", False),
        ("12345678.1234567", False),
        ("123456789.1234567", True),
        ("0.00000000012345", False),
    ],
)
def test_a_number_that_may_be_thousands_or_loses_digits_keeps_its_text(text: str, *, is_loose: bool) -> None:
    value = value_of(f"a: {text}")
    assert isinstance(value, dict)
    number = value["a"]
    assert number == float(text)
    assert isinstance(number, Loose) is is_loose
    if isinstance(number, Loose):
        assert number.text == text


@pytest.mark.parametrize("digits, is_number", [(18, True), (19, False)])
def test_a_number_has_no_more_digits_than_tools_keep(digits: int, *, is_number: bool) -> None:
    whole = "1" * digits
    assert value_of(f"a: {whole}") == {"a": int(whole) if is_number else Surprise(whole, "a number")}
    part = f"1.{'5' * (digits - 2)}"
    assert value_of(f"a: {part}") == {"a": float(part) if is_number else Surprise(part, "a number")}


@pytest.mark.parametrize(
    "text, reads_as",
    [
        ("yes", "true or false"),
        ("y", "true or false"),
        ("True", "true or false"),
        ("0x1F", "a number"),
        ("+5", "a number"),
        (".5", "a number"),
        ("1e3", "a number"),
        ("2017-11-17", "a date"),
        ("NULL", "nothing"),
        ("<<", "a merge key"),
        ("=", "a default value"),
    ],
)
def test_a_surprise_says_as_what_tools_read_it(text: str, reads_as: str) -> None:
    assert value_of(f"- {text}") == [Surprise(text, reads_as)]


# --- what a comma in braces cuts -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text, joined",
    [
        ("{title: Shelling, and after}", "Shelling, and after"),
        ("{title: One,2 days}", "One,2 days"),
        ("{title: One, Two, Three}", "One, Two, Three"),
        ("{title: One, 2 days}", "One, 2 days"),
    ],
)
def test_text_in_braces_that_a_comma_cut_is_put_together_and_told(text: str, joined: str) -> None:
    value = value_of(text)
    first = joined.partition(",")[0]
    assert value == {"title": Surprise(joined, f"'{first}' alone, up to the comma,")}


@pytest.mark.parametrize(
    "text, value",
    [
        ("{title: 'Shelling', after}", {"title": "Shelling", "after": None}),
        ("{title: Shelling, after: }", {"title": "Shelling", "after": None}),
        ("{title: Shelling, other: no word}", {"title": "Shelling", "other": "no word"}),
        ("{title: , after}", {"title": None, "after": None}),
        ("{title: [a], after}", {"title": ["a"], "after": None}),
        ("{title: Shelling, 'after'}", {"title": "Shelling", "after": None}),
        ("{title: Shelling, after}", {"title": "Shelling", "after": None}),
        ("title: Shelling\nafter:\n", {"title": "Shelling", "after": None}),
    ],
)
def test_a_key_without_a_value_is_a_key(text: str, value: object) -> None:
    assert value_of(text) == value


@pytest.mark.parametrize(
    "text, days",
    [
        ("date: {2031-03-01, 2031-03-03}", "{2031-03-01,2031-03-03}"),
        ("date: {2031-03-01..2031-03-03}", "{2031-03-01..2031-03-03}"),
        ("date: {2031-03-0X, 2032~}", "{2031-03-0X,2032~}"),
    ],
)
def test_a_set_of_days_without_quotes_is_told_as_the_text_that_is_meant(text: str, days: str) -> None:
    assert value_of(text) == {"date": Surprise(days, "keys with values")}


@pytest.mark.parametrize(
    "text", ["date: {day: 2031-03-01}", "date: {}", "date: {2031-03-01: x}", "date:\n  2031-03-01:\n"]
)
def test_keys_with_values_are_no_set_of_days(text: str) -> None:
    value = value_of(text)
    assert isinstance(value, dict)
    assert isinstance(value["date"], dict)


# --- keys ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text, code, hint",
    [
        ("yes: a", Code.SURPRISING_TYPE, 'write "yes"'),
        ("2017: a", Code.SURPRISING_TYPE, 'write "2017"'),
        ("2017-11-17: a", Code.SURPRISING_TYPE, 'write "2017-11-17"'),
        ("1e3: a", Code.SURPRISING_TYPE, 'write "1e3"'),
        ("~: a", Code.SURPRISING_TYPE, 'write "~"'),
        ("<<: {b: c}", Code.SURPRISING_TYPE, "write a key in plain words"),
        ("=: a", Code.SURPRISING_TYPE, "write a key in plain words"),
        ("[a, b]: c", Code.WRONG_TYPE, "text that begins with [ or { needs quotes"),
        ("{a: b}: c", Code.WRONG_TYPE, "text that begins with [ or { needs quotes"),
    ],
)
def test_a_key_that_is_no_word_to_all_tools_is_told_with_what_to_write(text: str, code: Code, hint: str) -> None:
    problem = only_problem(text)
    assert (problem.code, problem.hint) == (code, hint)


def test_what_else_stands_beside_a_bad_key_is_read() -> None:
    tree, problems = read("a: 1\nyes: 2\na: 3\nb: 4", "f.yml")
    assert tree is not None
    assert tree.value == {"a": 1, "b": 4}
    assert [(problem.code, problem.position.line) for problem in problems] == [
        (Code.SURPRISING_TYPE, 2),
        (Code.DUPLICATE_KEY, 3),
    ]


# --- a list whose dashes are something else --------------------------------------------------------------------------


@pytest.mark.parametrize("sign", ["\u2013 ", "\u2014 ", "\u2022 ", "-"])
def test_a_list_with_another_sign_than_a_dash_and_a_space_is_read_and_each_entry_told(sign: str) -> None:
    tree, problems = read(f"claims:\n  {sign}id: one\n  {sign}word: two\n  more: x\n", "f.yml")
    assert tree is not None
    assert tree.value == {"claims": [{"id": "one"}, {"word": "two", "more": "x"}]}
    assert [(problem.code, problem.position.line, problem.hint) for problem in problems] == [
        (Code.YAML_SYNTAX, 2, "write - id: one"),
        (Code.YAML_SYNTAX, 3, "write - word: two"),
    ]


# --- when a slow look is needed --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text, looks",
    [
        ("a: b", False),
        ("a: &b c", True),
        ("- *b", True),
        ("a: !x y", True),
        ("{a: b,&c d}", True),
        ("a: R&D", False),
        ("a: b!", False),
        ("a: x*y", False),
        ("a:\n  &b c", True),
        ("- " * 7 + "a", False),
        ("- " * 8 + "a", True),
        ("? - ? - ? - ? - a", True),
        (" " * 47 + "a", False),
        (" " * 48 + "a", True),
        ("[" * MAX_DEPTH, False),
        ("[" * (MAX_DEPTH + 1), True),
        ("{[" * (MAX_DEPTH // 2) + "[", True),
    ],
)
def test_only_what_may_hold_something_refused_is_looked_at_closely(text: str, *, looks: bool) -> None:
    assert needs_a_close_look(text) is looks


@pytest.mark.parametrize(
    "text, hint",
    [
        ("a: &b c", 'if it is text, write "&b c"'),
        ("a: *b # why", 'if it is text, write "*b"'),
        ("a: [*b, c]", 'if it is text, write "*b"'),
        ("a: {b: &c d}", 'if it is text, write "&c d"'),
        ("a: !b c", 'if it is text, write "!b c"'),
        ("a: !!str b", "text that begins with this sign needs quotes"),
        ("a: &b [c]", "text that begins with this sign needs quotes"),
        ("&a b: c", "text that begins with this sign needs quotes"),
        ("a: &b 'c'", "text that begins with this sign needs quotes"),
        (f"a: &b {'c' * 300}", "text that begins with this sign needs quotes"),
    ],
)
def test_what_looks_like_an_anchor_is_told_as_the_text_that_may_be_meant(text: str, hint: str) -> None:
    said = only_problem(text).hint
    assert said is not None
    assert said.replace("'", '"').startswith("write the value out; ")
    assert said.replace("'", '"').removeprefix("write the value out; ") == hint


@pytest.mark.parametrize(
    "text, told",
    [
        ("a: {b: c; d: e}", "put a comma, and not a semicolon, before d:"),
        ("a: {b: c d: e}", "put a comma before d:"),
        ("a: [b, c\nd: e", "close it with ]"),
        ("a: [b, 'c' 'd']", "put a comma between two entries"),
    ],
)
def test_in_brackets_the_place_of_a_lacking_comma_is_told(text: str, told: str) -> None:
    problem = only_problem(text)
    assert problem.code is Code.YAML_SYNTAX
    assert (problem.hint or "").startswith(told)


WORDS = st.text("ab \u00e9", min_size=1, max_size=6).filter(str.strip)


@given(st.recursive(WORDS, lambda inner: st.lists(inner, min_size=1, max_size=3), max_leaves=8))
def test_every_quoted_text_of_a_tree_is_told_as_it_is_and_where_it_is(value: object) -> None:
    text = f"a: {value!r}"
    tree = tree_of(text)
    found: list[tuple[tuple[Step, ...], object]] = [(("a",), value)]
    for steps, part in found:
        if isinstance(part, list):
            found += [((*steps, place), inner) for place, inner in enumerate(part)]
            assert tree.source_of(steps) == repr(part)
        else:
            assert tree.text_of(steps) == part
        assert text[tree.position(steps).column - 1 :].startswith(repr(part))

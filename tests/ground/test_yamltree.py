"""YAML: what is read is what every YAML tool reads, positions are right, and nothing else gets in."""

import time

import pytest
import yaml
from dateline.ground.problems import Code
from dateline.ground.yamltree import MAX_BYTES, MAX_DEPTH, Step, Surprise, Tree, read
from hypothesis import example, given
from hypothesis import strategies as st

YAML_LIKE = st.text(st.sampled_from([*"ab10-:,[]{}'\"&*!|>?#%@~=.\n\t \\<", "é", "😀"]), max_size=60)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**15), 10**15),
    st.decimals(-1000, 1000, places=2).map(float),
    st.text(max_size=12),
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
)


def tree_of(text: str) -> Tree:
    tree, problems = read(text, "f.yml")
    assert not problems
    assert tree is not None
    return tree


def codes_of(text: str) -> list[Code]:
    return [problem.code for problem in read(text, "f.yml")[1]]


@given(st.one_of(st.text(max_size=60), YAML_LIKE))
@example("a: \x00")
@example("\ufeffa: 1")
@example("[" * 100)
@example("%YAML 9.9\n---\na")
def test_any_text_is_a_tree_or_problems_within_the_text(text: str) -> None:
    tree, problems = read(text, "f.yml")
    assert tree is not None or problems
    # The parser counts these as line ends, too, and a file that has them is refused before.
    if not set("\r\x85\u2028\u2029\ufeff") & set(text):
        lines = text.split("\n")
        for problem in problems:
            assert 1 <= problem.position.line <= len(lines) + 1
            line = lines[problem.position.line - 1] if problem.position.line <= len(lines) else ""
            assert 1 <= problem.position.column <= len(line) + 1


@given(st.one_of(YAML_LIKE, VALUES.map(lambda value: yaml.safe_dump(value, allow_unicode=True))))
@example("a: 2017-11-31")
def test_what_is_read_equals_what_pyyaml_reads_except_for_the_surprises(text: str) -> None:
    tree, problems = read(text, "f.yml")
    if tree is not None and not problems:
        try:
            peer = yaml.load(text, Loader=yaml.CSafeLoader)
        except (ValueError, yaml.constructor.ConstructorError):
            assert "Surprise" in repr(tree.value)
        else:
            assert agrees(tree.value, peer)


def agrees(ours: object, peers: object) -> bool:
    if isinstance(ours, Surprise):
        return True
    if isinstance(ours, dict) and isinstance(peers, dict):
        return list(ours) == list(peers) and all(agrees(ours[key], peers[key]) for key in ours)
    if isinstance(ours, list) and isinstance(peers, list):
        return len(ours) == len(peers) and all(map(agrees, ours, peers))
    return type(ours) is type(peers) and ours == peers


@given(st.recursive(st.text(max_size=12), lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=8), inner)))
def test_quoted_text_comes_back_as_it_was(value: object) -> None:
    dumped = yaml.safe_dump(value, allow_unicode=True, default_style='"')
    assert tree_of(dumped).value == value


@pytest.mark.parametrize("end", ["", "\n", "\u2028", "\x85", "\u2028\u2029\x85x"])
@pytest.mark.parametrize(
    "text", ["note: [{}", "note: {{{}", "note: [{}: b: c", "note: {{{}: b: c", "note: [{} @", "note: [{}\t- @"]
)
@pytest.mark.parametrize("length", [1, 6000])
def test_what_never_closes_is_told_though_its_end_is_on_no_line_of_its_own(text: str, end: str, length: int) -> None:
    tree, problems = read(text.format("a" * length) + end, "a.yml")
    assert (tree is None) == bool(problems)


@pytest.mark.parametrize(
    "text",
    [
        *["no", "yes", "on", "off", "y", "n", "Y", "N", "True", "FALSE", "Null", "NULL"],
        *["1:30", "190:20:30", "2017-11-17", "2017-11-31", "2001-12-14t21:59:43.10-05:00"],
        *["1e3", "1.5e3", "1.5e+3", ".5", "5.", "+5", "0o17", "017", "08", "0x1F", "0b11", "1_000", "1_0.5"],
        *[".inf", "-.INF", ".nan", ".NaN", "=", "<<", "9" * 19, "0." + "9" * 18],
    ],
)
def test_a_plain_value_that_tools_read_differently_is_a_surprise(text: str) -> None:
    value = tree_of(f"key: {text}").value["key"]
    assert isinstance(value, Surprise)
    assert value.text == text


@pytest.mark.parametrize("key", ["on", "n", '"on"'])
def test_a_key_of_our_own_needs_no_quotes(key: str) -> None:
    for text in (f"{key}: x", f"{{{key}: x}}"):
        assert tree_of(text).value == {key.strip('"'): "x"}


@pytest.mark.parametrize("text", ["no", "1:30", "2017-11-17", "1e3", "2017", "true", "null", "~", "=", "n"])
@pytest.mark.parametrize("quoted", ["'{}'", '"{}"', "|-\n  {}", ">-\n  {}"])
def test_a_quoted_value_is_text(text: str, quoted: str) -> None:
    assert tree_of(f"key: {quoted.format(text)}").value == {"key": text}


@pytest.mark.parametrize(
    "text, value",
    [
        ("0", 0),
        ("-17", -17),
        ("2017", 2017),
        ("52.25", 52.25),
        ("-0.5", -0.5),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("isis", "isis"),
        ("1,000", "1,000"),
        ("2017-1-5", "2017-1-5"),
        ("a-b", "a-b"),
        ("yes.", "yes."),
        ("1 2", "1 2"),
        ("e3", "e3"),
    ],
)
def test_a_plain_value_that_all_tools_read_alike_is_what_it_is(text: str, value: object) -> None:
    assert tree_of(f"key: {text}").value == {"key": value}


@pytest.mark.parametrize(
    "text, told",
    [
        ("a: &x b", "1:4 yaml-anchor"),
        ("a: &x [b]", "1:4 yaml-anchor"),
        ("&x a: b", "1:1 yaml-anchor"),
        ("a: {b: &x c}", "1:8 yaml-anchor"),
        ("a: [&x b]", "1:5 yaml-anchor"),
        ("- &x b", "1:3 yaml-anchor"),
        ("a:\n  &x b: c", "2:3 yaml-anchor"),
        ('{"a":&x b}', "1:6 yaml-anchor"),
        ("a: *x", "1:4 yaml-alias"),
        ("*x : a", "1:1 yaml-alias"),
        ("a: !x b", "1:4 yaml-tag"),
        ("a: !!str b", "1:4 yaml-tag"),
        ("a: ! b", "1:4 yaml-tag"),
        ("a: !<tag:yaml.org,2002:str> b", "1:4 yaml-tag"),
        ("!!map {a: b}", "1:1 yaml-tag"),
        ("a: !!python/object/apply:os.system [x]", "1:4 yaml-tag"),
        ("a: 1\nb: 2\na: 3", "3:1 duplicate-key"),
        ("a: {b: 1, b: 2}", "1:11 duplicate-key"),
        ('a: 1\n"a": 2', "2:1 duplicate-key"),
        ("no: a", "1:1 surprising-type"),
        ("2017: a", "1:1 surprising-type"),
        ("1e3: a", "1:1 surprising-type"),
        ("y: a", "1:1 surprising-type"),
        ("<<: {a: b}", "1:1 surprising-type"),
        ("[a]: b", "1:1 wrong-type"),
        ("? {a: b}\n: c", "1:3 wrong-type"),
        ("a: b\n---\nc: d", "2:1 yaml-syntax"),
        ("é: b: c", "1:5 yaml-syntax"),
    ],
)
def test_what_records_never_hold_is_refused_where_it_stands(text: str, told: str) -> None:
    _, problems = read(text, "f.yml")
    assert [f"{problem.position} {problem.code}" for problem in problems] == [f"f.yml:{told}"]


@pytest.mark.parametrize(
    "text", ["a: R & D", "a: 5 * 3", "a: well!", "a: b&c", "a: '&x'", "a: '*x'", "a: '!x'", "n: a"]
)
def test_a_sign_inside_text_and_our_own_key_n_are_allowed(text: str) -> None:
    assert codes_of(text) == []


@pytest.mark.parametrize(
    "steps, of_key, position",
    [
        ((), False, (2, 1)),
        (("title",), False, (2, 8)),
        (("title",), True, (2, 1)),
        (("claims", 0, "id"), False, (4, 9)),
        (("claims", 0, "cite", "paragraph"), False, (5, 38)),
        (("claims", 0, "cite", "paragraph"), True, (5, 27)),
        (("claims", 1), False, (6, 5)),
        (("claims", 0, "missing"), False, (4, 5)),
        (("claims", 0, "missing"), True, (4, 5)),
        (("claims", 7), False, (4, 3)),
        (("empty",), False, (8, 1)),
        (("accented",), False, (7, 11)),
        (("é",), False, (9, 4)),
    ],
)
def test_a_position_is_where_an_editor_sees_the_part(
    steps: tuple[Step, ...], position: tuple[int, int], *, of_key: bool
) -> None:
    text = (
        "# a comment\n"
        "title: 'x'\n"
        "claims:\n"
        "  - id: one\n"
        "    cite: {source: größe, paragraph: 3}\n"
        "  - id: two\n"
        "accented: ÄÖÜ\n"
        "empty:\n"
        "é: 1\n"
    )
    found = tree_of(text).position(steps, of_key=of_key)
    assert (found.line, found.column) == position


@given(st.dictionaries(st.text("abcdé😀", min_size=1), st.text("xyzé 😀", min_size=1).filter(str.strip), min_size=1))
def test_the_text_at_a_position_is_the_value(mapping: dict[str, str]) -> None:
    text = "".join(f"'{key}':   '{value}'\n" for key, value in mapping.items())
    tree = tree_of(text)
    for key, value in mapping.items():
        here = tree.position((key,))
        assert text.split("\n")[here.line - 1][here.column - 1 :] == f"'{value}'"
        assert tree.text_of((key,)) == value


def test_of_a_key_that_stands_twice_the_first_is_the_one_that_counts() -> None:
    tree, problems = read("a: no\nb: 1\na: yes", "f.yml")
    assert [str(problem.position) for problem in problems] == ["f.yml:3:1"]
    assert tree is not None
    assert tree.value["a"] == Surprise("no", "true or false")
    assert tree.text_of(("a",)) == "no"
    assert tree.position(("a",)).line == 1


def test_the_typed_text_of_a_number_is_kept_for_messages() -> None:
    tree = tree_of("a: 3.10\nb: [x]")
    assert tree.value == {"a": 3.1, "b": ["x"]}
    assert tree.text_of(("a",)) == "3.10"
    assert tree.text_of(("b",)) is None
    assert tree.text_of(("c",)) is None


def nested(depth: int) -> dict[str, str]:
    return {
        "brackets": "[" * depth + "]" * depth,
        "braces": "{a: " * depth + "1" + "}" * depth,
        "indents": "".join(" " * level + "a:\n" for level in range(depth)) + " " * depth + "1",
        "dashes": "- " * depth + "1",
        "dashes and keys": "".join(f"{'  ' * level}- a:\n" for level in range(depth // 2)) + "  " * depth + "1",
    }


@pytest.mark.parametrize("shape", nested(0))
def test_values_nested_as_deep_as_allowed_are_read_and_one_deeper_is_refused(shape: str) -> None:
    assert codes_of(nested(MAX_DEPTH)[shape]) == []
    deeper = 2 if shape == "dashes and keys" else 1
    assert codes_of(nested(MAX_DEPTH + deeper)[shape]) == [Code.TOO_DEEP]


@pytest.mark.parametrize(
    "text",
    [
        "[" * MAX_BYTES,
        "{a: " * (MAX_BYTES // 4),
        "- " * (MAX_BYTES // 2),
        "? " * (MAX_BYTES // 2),
        "".join(" " * level + "a:\n" for level in range(1000)),
        "a: &a [x,x]\n" + "".join(f"b{n}: &b{n} [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n" for n in range(1000)),
        "a: [" + "&x b," * 50_000,
        "a: " + "& " * (MAX_BYTES // 2),
        '"' + "\\" * MAX_BYTES,
        "'" * MAX_BYTES + "'",
        "a" * MAX_BYTES + ": b",
        "\t" * MAX_BYTES,
    ],
    ids=range(12),
)
def test_bombs_are_refused_quickly(text: str) -> None:
    started = time.perf_counter()
    assert codes_of(text)
    assert time.perf_counter() - started < 60


@pytest.mark.parametrize(
    "text, part_of_the_message",
    [
        ("a: b: c", "a colon makes a key here"),
        ("a:\n\tb: c", "a tab stands here"),
        ("a: b\n\tc: d", "a tab stands here"),
        ("a: @b", "text that begins with @ needs quotes"),
        ("a: `b`", "text that begins with ` needs quotes"),
        ("a: *b* c", "text that begins with * needs quotes"),
        ("- *b* c", "text that begins with * needs quotes"),
        ("- &b* c", "text that begins with & needs quotes"),
        ("*b* c: d", "text that begins with * or & needs quotes"),
        ("a: 'b", "the quote that opens here is never closed"),
        ("a: [b", "the bracket that opens at line 1, column 4, lacks a comma"),
        ("a: {b: c", "the brace that opens at line 1, column 4, lacks a comma"),
        ("a: - b", "a list cannot begin here"),
        ("a: 'it's'", "neither a key nor part of the value before it"),
        ("- a\nb: c", "a record is no list"),
        ("a:\n  - b\n  c: d", "no entry of the list above it"),
        ('a: "\\q"', "a backslash begins an escape"),
        ("a: ]", "text that begins with ] needs quotes"),
        ("a:\n  ]", "a value is expected here"),
        ("a: b\n---\nc: d", "a second YAML document begins here"),
        ("a: b\n...\nc: d", "text stands after the end of the YAML"),
        ("a: b\nccc\nd: e", "this line has no key, or its key has no colon"),
        ("a: \x07", "U+0007"),
    ],
)
def test_a_syntax_error_says_what_an_editor_did(text: str, part_of_the_message: str) -> None:
    _, problems = read(text, "f.yml")
    assert [problem.code for problem in problems] == [Code.YAML_SYNTAX]
    assert part_of_the_message in problems[0].message


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n", "---\n", "null"])
def test_a_text_without_a_value_is_a_tree_of_nothing(text: str) -> None:
    tree = tree_of(text)
    assert tree.value is None
    assert (tree.position().line, tree.position(("a",)).column) in {(1, 1), (2, 1)}


def test_what_stands_before_a_comma_that_lacks_is_looked_at_only_near_it() -> None:
    tree, (problem,) = read(f'note: ["{"a" * 500_000}" b]', "a.yml")
    assert tree is None
    assert "comma" in problem.hint

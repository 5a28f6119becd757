"""Characters that no reader sees, or that show a text otherwise than it is: told once a line, where they stand."""

import unicodedata
from typing import Final

import pytest
from dateline.ground.problems import Code, Problem
from dateline.records.loading.characters import cleaned, controls, escaped, referenced, with_plain_spaces
from hypothesis import given
from hypothesis import strategies as st

BAD, HIDDEN = Code.BAD_CHARACTER, Code.HIDDEN_CHARACTER
RLO, LRI, RLI, PDI = "\u202e", "\u2066", "\u2067", "\u2069"
SHY, ZWSP, ZWNJ, ZWJ, LRM, BOM, NBSP = "\u00ad", "\u200b", "\u200c", "\u200d", "\u200e", "\ufeff", "\u00a0"
ALEF: Final = "\u05d0"
FLAG: Final = "\U0001f3f4" + "".join(chr(0xE0000 + ord(char)) for char in "gbsct") + "\U000e007f"
Spots = list[tuple[int, int, Code]]


def spots(problems: list[Problem]) -> Spots:
    """Return where problems are, and which."""
    assert {problem.position.path for problem in problems} <= {"file"}
    return [(problem.position.line, problem.position.column, problem.code) for problem in problems]


@pytest.mark.parametrize(
    "text, left, told",
    [
        ("the well", "the well", []),
        (f"a{RLO}b", "ab", [(1, 2, BAD)]),
        (f"{RLO}a{RLO}\n{RLO}", "a\n", [(1, 1, BAD), (2, 1, BAD)]),
        (f"a{LRI}b{PDI}", "ab", [(1, 2, BAD), (1, 4, BAD)]),
        (f"{ALEF}{LRI}b{PDI}", f"{ALEF}{LRI}b{PDI}", []),
        (f"{ALEF}{LRI}b", f"{ALEF}b", [(1, 2, BAD)]),
        (f"{ALEF}b{PDI}", f"{ALEF}b", [(1, 3, BAD)]),
        (f"{ALEF}{RLI}{LRI}b{PDI}", f"{ALEF}{LRI}b{PDI}".replace(LRI, LRI), [(1, 2, BAD)]),
        (f"{ALEF}{RLI}{LRI}b{PDI}{PDI}", f"{ALEF}{RLI}{LRI}b{PDI}{PDI}", []),
        ("a\u2028b\x85c", "a b c", [(1, 2, BAD), (1, 4, BAD)]),
        ("a\u2029b", "a b", [(1, 2, BAD)]),
        ("we\ufffdl", "we\ufffdl", [(1, 3, HIDDEN)]),
        ("a\ue000b\ue000", "a\ue000b\ue000", [(1, 2, HIDDEN)]),
        ("a\ufdd0b", "ab", [(1, 2, BAD)]),
        ("a\U0003ffffb", "ab", [(1, 2, BAD)]),
        ("a\U0001fffeb\U000dffffc", "abc", [(1, 2, BAD), (1, 4, BAD)]),
        ("a\U000f0000b", "a\U000f0000b", [(1, 2, HIDDEN)]),
        (f"we{SHY}ll", f"we{SHY}ll", [(1, 3, HIDDEN)]),
        (f"we{ZWSP}ll", f"we{ZWSP}ll", [(1, 3, HIDDEN)]),
        (f"\u0e01{ZWSP}\u0e02", f"\u0e01{ZWSP}\u0e02", []),
        (f"a{ZWSP}\u4e95", f"a{ZWSP}\u4e95", []),
        (f"\u4e95{ZWSP}", f"\u4e95{ZWSP}", []),
        (f"a{LRM}b", f"a{LRM}b", [(1, 2, HIDDEN)]),
        (f"{ALEF}{LRM}b", f"{ALEF}{LRM}b", []),
        (f"\u0645\u06cc{ZWNJ}\u0634", f"\u0645\u06cc{ZWNJ}\u0634", []),
        (f"a{ZWJ}b", f"a{ZWJ}b", [(1, 2, HIDDEN)]),
        (f"\u00e9{ZWNJ}b", f"\u00e9{ZWNJ}b", [(1, 2, HIDDEN)]),
        (f"{ZWJ}b", f"{ZWJ}b", [(1, 1, HIDDEN)]),
        (f"\U0001f469{ZWJ}\U0001f4bb", f"\U0001f469{ZWJ}\U0001f4bb", []),
        (f"flag {FLAG}", f"flag {FLAG}", []),
        ("no \U000e0067\U000e0062", "no \U000e0067\U000e0062", [(1, 4, HIDDEN), (1, 5, HIDDEN)]),
        (f"a{BOM}b", "ab", [(1, 2, HIDDEN)]),
        (f"clean\n\nwe{SHY}ll\n", f"clean\n\nwe{SHY}ll\n", [(3, 3, HIDDEN)]),
    ],
)
def test_a_text_is_read_without_what_must_not_stand_in_it(text: str, left: str, told: Spots) -> None:
    found, problems = cleaned(text, "file")
    assert (found, spots(problems)) == (left, told)


def test_a_character_is_told_once_a_line_and_again_in_the_next() -> None:
    _, problems = cleaned(f"{SHY}{SHY}{ZWSP}\n{SHY}", "file")
    assert spots(problems) == [(1, 1, HIDDEN), (1, 3, HIDDEN), (2, 1, HIDDEN)]


@pytest.mark.parametrize(
    "char, said",
    [
        (SHY, "a soft hyphen (U+00AD)"),
        (ZWSP, "a zero-width space (U+200B)"),
        (BOM, "a byte order mark (U+FEFF)"),
        ("\ufffd", "a replacement character (U+FFFD)"),
        ("\x85", "a next line (U+0085)"),
        (RLO, "a right-to-left override (U+202E)"),
        ("\u2063", "an invisible separator (U+2063)"),
        ("\ue123", "U+E123"),
    ],
)
def test_a_character_is_told_by_its_name_with_an_article_and_by_its_number(char: str, said: str) -> None:
    (problem,) = cleaned(f"a{char}", "file")[1]
    assert problem.message.startswith(f"{said} ")


@given(st.text(max_size=30))
def test_what_was_cleaned_is_clean_of_all_that_is_taken_out(text: str) -> None:
    once, problems = cleaned(text, "file")
    assert once.count("\n") == text.count("\n")
    assert all(code is HIDDEN for _, _, code in spots(cleaned(once, "file")[1]))
    assert (once == text) or problems


@given(st.text(alphabet=st.characters(max_codepoint=0x7E, exclude_characters="\x85"), max_size=40))
def test_plain_letters_are_let_alone(text: str) -> None:
    assert cleaned(text, "file") == (text, [])


@pytest.mark.parametrize(
    "body, told",
    [
        ("the well\n", []),
        ("a\x00b", [(7, 2, BAD)]),
        ("a\nb\x1b[0m\x07", [(8, 2, BAD), (8, 6, BAD)]),
        ("tab\tand\r\n", []),
        ("\x7f\n\n\x9f", [(7, 1, BAD), (9, 1, BAD)]),
        ("\x85", []),
    ],
)
def test_each_control_character_of_a_body_is_told_at_its_line_of_the_file(body: str, told: Spots) -> None:
    assert spots(list(controls(body, 7, "file"))) == told


@given(st.text(max_size=30))
def test_only_control_characters_are_told_as_such(body: str) -> None:
    found = spots(list(controls(body, 1, "file")))
    assert len(found) == sum(unicodedata.category(char) == "Cc" and char not in "\t\n\r\x85" for char in body)


@pytest.mark.parametrize(
    "text, told",
    [
        (r'title: "a\u202Eb"', [(1, 10, BAD)]),
        (r'title: "a\u202Eb\u202E"', [(1, 10, BAD)]),
        (r'title: "a\xADb"', [(1, 10, HIDDEN)]),
        (r'title: "a\U000000ADb"', [(1, 10, HIDDEN)]),
        (r'title: "a\Lb"', [(1, 10, BAD)]),
        (r'title: "a\Pb\Nc"', [(1, 10, BAD), (1, 13, BAD)]),
        (r'title: "a\_b"', []),
        (r'title: "a\nb \"well\" \\u202E"', []),
        (r"title: 'a\u202Eb'", []),
        (r"title: a\u202Eb", []),
        (r'title: "\u05d0\u2066b\u2069"', []),
        (r'title: "\u05d0\u2066b"', [(1, 15, BAD)]),
        (r'title: "\U00110000 \uFFFD"', [(1, 20, HIDDEN)]),
        ('a: 1\nb: "x"\ntitle: "a\\u200B"', [(3, 10, HIDDEN)]),
        ('title: "one\n  two\\u200B"', [(2, 6, HIDDEN)]),
        (r'names: ["a\u200B", "b\u200B"]', [(1, 11, HIDDEN), (1, 22, HIDDEN)]),
        (r'names: {cy: "a\u200B"}', [(1, 15, HIDDEN)]),
    ],
)
def test_what_is_spelt_as_an_escape_is_told_as_what_it_stands_for(text: str, told: Spots) -> None:
    assert spots(list(escaped(text, "file"))) == told


def test_what_stands_there_itself_is_not_told_again_as_an_escape() -> None:
    assert list(escaped(f'title: "a{SHY}\\t"', "file")) == []


@pytest.mark.parametrize(
    "text, start, told",
    [
        ("a&shy;b", 0, [(1, 2, HIDDEN)]),
        ("a&#173;b&#xAD;", 0, [(1, 2, HIDDEN)]),
        ("a&#x202e;b", 0, [(1, 2, BAD)]),
        ("a&amp;b &lt;c&gt; &nbsp;", 0, []),
        ("a&shy b", 0, []),
        ("a &nosuchname; b", 0, []),
        ("---\n&shy;\n---\nx&ZeroWidthSpace;", 10, [(4, 2, HIDDEN)]),
        ("a&shy;\nb&shy;\n", 0, [(1, 2, HIDDEN), (2, 2, HIDDEN)]),
        (f"{ALEF}&#x2066;b&#x2069;", 0, []),
        (f"{ALEF}&#x2066;b", 0, [(1, 2, BAD)]),
    ],
)
def test_what_is_spelt_as_a_reference_is_told_as_what_it_stands_for(text: str, start: int, told: Spots) -> None:
    assert spots(list(referenced(text, "file", start))) == told


@pytest.mark.parametrize(
    "text, left, columns",
    [
        ("title: Well\n", "title: Well\n", []),
        (f"title:{NBSP}Well\n", "title: Well\n", [(1, 7)]),
        (f"title: {NBSP}Well\n", "title:  Well\n", [(1, 8)]),
        (f"{NBSP}{NBSP}title: Well\n", "  title: Well\n", [(1, 1)]),
        (f"-{NBSP}id: a\n", "- id: a\n", [(1, 2)]),
        (f"-\u2003id:{NBSP}a\n", "- id: a\n", [(1, 2), (1, 6)]),
        (f'"a b":{NBSP}c\n', '"a b": c\n', [(1, 7)]),
        (f"a: {{b:{NBSP}c, d:\u202fe}}\n", "a: {b: c, d: e}\n", [(1, 7), (1, 13)]),
        (f"title: the{NBSP}well\n", f"title: the{NBSP}well\n", []),
        (f"a: 1\nb:{NBSP}2\n", "a: 1\nb: 2\n", [(2, 3)]),
        (f"note: |\n  a:{NBSP}b\n\n  c:{NBSP}d\ne:{NBSP}f\n", f"note: |\n  a:{NBSP}b\n\n  c:{NBSP}d\ne: f\n", [(5, 3)]),
        (f"- note: >-\n    a:{NBSP}b\n  c:{NBSP}d\n", f"- note: >-\n    a:{NBSP}b\n  c: d\n", [(3, 5)]),
        (f"- - |\n    a:{NBSP}b\n  -{NBSP}c:{NBSP}d\n", f"- - |\n    a:{NBSP}b\n  - c: d\n", [(3, 4), (3, 7)]),
        (f"- |\n  a:{NBSP}b\n- c:{NBSP}d\n", f"- |\n  a:{NBSP}b\n- c: d\n", [(3, 5)]),
        (f"- a: b\n  note: |\n   c:{NBSP}d\n  e:{NBSP}f\n", f"- a: b\n  note: |\n   c:{NBSP}d\n  e: f\n", [(4, 5)]),
        (f"note: | # so\n  a:{NBSP}b\n", f"note: | # so\n  a:{NBSP}b\n", []),
        (f"note: a | b\n  c:{NBSP}d\n", "note: a | b\n  c: d\n", [(2, 5)]),
    ],
)
def test_the_frame_of_yaml_gets_plain_spaces_and_texts_keep_theirs(
    text: str, left: str, columns: list[tuple[int, int]]
) -> None:
    found, problems = with_plain_spaces(text, "file", 0, len(text))
    assert found == left
    assert spots(problems) == [(line, column, Code.YAML_SYNTAX) for line, column in columns]


def test_only_the_part_with_the_yaml_is_looked_at_and_lines_count_from_the_top() -> None:
    text = f"---\nname:{NBSP}Ann\n---\nto:{NBSP}be\n"
    end = text.index("---", 4)
    found, problems = with_plain_spaces(text, "file", 4, end)
    assert found == f"---\nname: Ann\n---\nto:{NBSP}be\n"
    assert spots(problems) == [(2, 6, Code.YAML_SYNTAX)]
    assert "a no-break space (U+00A0) stands where a space belongs" in problems[0].message


@given(st.text(alphabet=f'ab:-{{}},[]"| \n{NBSP}\u2003', max_size=40))
def test_plain_spaces_change_neither_lines_nor_length_and_leave_nothing_to_change(text: str) -> None:
    found, problems = with_plain_spaces(text, "file", 0, len(text))
    assert len(found) == len(text)
    assert found.count("\n") == text.count("\n")
    assert bool(problems) == (found != text)

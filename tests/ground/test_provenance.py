"""Normal form and fingerprints: what they fold, and what they must never fold."""

# ruff: noqa: RUF001 - the characters are the point
import hashlib
import unicodedata

import pytest
from dateline.ground.counting import word_count
from dateline.ground.provenance import (
    MAX_LOCATOR_WORDS,
    RECIPE,
    fingerprint,
    is_cut,
    locate,
    normalise,
    paragraphs,
)
from hypothesis import given
from hypothesis import strategies as st

PROSE = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
SPACES = st.sampled_from([" ", "\n", "\t", "\r\n", "  ", "\N{NO-BREAK SPACE}", "\N{THIN SPACE}", "\u2028"])
FOLDED = [
    *((quote, "'") for quote in "‘’‚‛′‹›"),
    *((quote, '"') for quote in "“”„‟″«»"),
    *((dash, "-") for dash in "‐‑‒–—―−"),
]


@given(PROSE)
def test_the_normal_form_of_a_normal_form_is_itself(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(st.lists(st.text("abcé'\"-", min_size=1), max_size=8), st.data())
def test_white_space_makes_no_difference_but_its_absence_does(words: list[str], data: st.DataObject) -> None:
    spaced = "".join(data.draw(SPACES) + word for word in words) + data.draw(SPACES)
    assert normalise(spaced) == normalise(" ".join(words))
    if len(words) > 1:
        assert fingerprint("".join(words)) != fingerprint(spaced)


@pytest.mark.parametrize("typeset, typed", FOLDED)
def test_typographic_quotes_and_dashes_read_as_typed_ones(typeset: str, typed: str) -> None:
    assert normalise(f"a{typeset}b") == f"a{typed}b"
    assert fingerprint(f"a{typeset}b") == fingerprint(f"a{typed}b")


@given(PROSE)
def test_composed_and_decomposed_letters_are_the_same(text: str) -> None:
    assert normalise(unicodedata.normalize("NFD", text)) == normalise(text)


@pytest.mark.parametrize(
    "one, other", [("ten", "Ten"), ("10", "11"), ("a.", "a"), ("a-b", "a b"), ("é", "e"), ("ﬁ", "fi")]
)
def test_letters_digits_and_points_are_never_folded(one: str, other: str) -> None:
    assert fingerprint(one) != fingerprint(other)


@given(PROSE)
def test_a_normal_form_is_one_trimmed_line(text: str) -> None:
    normal = normalise(text)
    assert normal.split() == normal.split(" ") or not normal
    assert len(normal.splitlines()) <= 1


def test_the_fingerprint_of_version_1_is_fixed() -> None:
    expected = hashlib.sha256(b'The "well" - closed. caf\xc3\xa9').hexdigest()
    assert fingerprint(" The “well” —\n closed. cafe\N{COMBINING ACUTE ACCENT}\n") == expected
    assert fingerprint("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_a_block_ends_at_a_blank_line_whatever_ends_its_lines() -> None:
    text = "\N{ZERO WIDTH NO-BREAK SPACE}One\r\nstill one\r\n \t\r\nTwo\r\rThree\n\n\n\nFour\n"
    assert paragraphs(text) == ["One\nstill one", "Two", "Three", "Four"]
    assert paragraphs(" \n\n") == []


@given(st.lists(st.text("ab \n", min_size=1).map(str.strip).filter(lambda text: text and "\n" not in text), max_size=6))
def test_paragraphs_come_back_as_they_were_joined(blocks: list[str]) -> None:
    assert paragraphs("\n\n".join(blocks)) == blocks


def test_a_locator_has_the_first_and_last_words_as_typed() -> None:
    located = locate("The “old” well of  Lindwell\nwas closed on Monday.")
    assert (located.begins, located.ends) == ("The “old” well of Lindwell", "Lindwell was closed on Monday.")
    assert located.words == 9
    assert located.sha256 == fingerprint('The "old" well of Lindwell was closed on Monday.')


@given(PROSE, st.integers(1, MAX_LOCATOR_WORDS))
def test_a_locator_never_has_more_words_than_asked_for(text: str, limit: int) -> None:
    located = locate(text, locator_words=limit)
    assert word_count(located.begins) <= limit
    assert word_count(located.ends) <= limit
    assert text.split()[: len(located.begins.split()) - 1] == located.begins.split()[:-1]


def test_the_recipe_for_readers_makes_the_same_fingerprint(capsys: pytest.CaptureFixture[str]) -> None:
    paragraph = "\u00a0A \u201cquoted\u201d word \u2013 and\n a cafe\u0301\u2019s \u00abname\u00bb \u2212 5 "
    exec(RECIPE.replace("the paragraph, with its typography", paragraph), {})  # noqa: S102 - our own text
    assert capsys.readouterr().out.strip() == fingerprint(paragraph)


@pytest.mark.parametrize(
    "words, text, is_cut_first, is_cut_last",
    [
        ("The cl", "The clerk said so.", True, True),
        ("The clerk", "The clerk said so.", False, False),
        ("said so", "The clerk said so.", False, False),
        ("aid so.", "The clerk said so.", True, True),
        ("the", "then the well", True, False),
        ("well", "the wells of the well", False, False),
        ("Nobody", "The clerk said so.", False, False),
        ("al-Buk", "al-Bukamal fell", True, True),
        ("al", "al-Bukamal fell", False, False),
        ("Syria", "Syria’s army", False, False),
        ("سقطت البو", "سقطت البوكمال", True, True),
        ("井被", "井被封闭", False, False),
        ("caf", "cafe\u0301 au lait", True, True),
    ],
)
def test_words_that_stand_in_a_text_within_a_word_are_cut(
    words: str, text: str, *, is_cut_first: bool, is_cut_last: bool
) -> None:
    assert is_cut(words, text, is_last=False) == is_cut_first
    assert is_cut(words, text, is_last=True) == is_cut_last


@given(st.text("ab1 .,-’é\u0301井", max_size=120), st.integers(1, 8))
def test_a_locator_that_was_made_of_a_text_cuts_no_word_of_it(text: str, limit: int) -> None:
    located, plain = locate(text, locator_words=limit), normalise(text)
    assert not is_cut(normalise(located.begins), plain, is_last=False)
    assert not is_cut(normalise(located.ends), plain, is_last=True)

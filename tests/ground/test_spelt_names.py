"""Names are found however they are spelt, and nothing else is."""

import unicodedata
from typing import Any

import pytest
from dateline.ground.spelt_names import SpeltNames
from hypothesis import given
from hypothesis import strategies as st

_NAME = "Kheirollah Samadi"


@pytest.mark.parametrize(
    "spelt",
    [
        "KHEIROLLAH SAMADI",
        "kheirollah-samadi",
        "Kheirollah\n    Samadi",
        "Kheirollah_Samadi",
        "KheirollahSamadi",
        "Kheirollah%20Samadi",
        "Kheirollah\N{NO-BREAK SPACE}Samadi",
        "Khei\N{SOFT HYPHEN}rollah \N{ZERO WIDTH SPACE}Samadi",
        "Khéirolláh Samādī",
        "Kheirollah \N{NON-BREAKING HYPHEN} Samadi",
    ],
)
def test_a_name_is_found_in_every_spelling_that_makes_no_difference(spelt: str) -> None:
    assert SpeltNames([_NAME]).replaced(f"Of {spelt}, it says.", "N") == "Of N, it says."


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_marks_go_with_the_letters_that_bear_them(form: Any) -> None:
    text = unicodedata.normalize(form, "Müller-Žižek sagte")
    assert SpeltNames(["muller zizek"]).replaced(text, "N") == "N sagte"


@pytest.mark.parametrize(
    "name, text, without",
    [
        ("Samadi", "Samadi’s death, samadis-death", "N’s death, Ns-death"),
        ("Shu’aytat", "ash-shuaytat and ash-Shuʿaytat", "ash-N and ash-N"),
        ("خیرالله صمدی", "قتل وخيرالله صمدي هنا", "قتل وN هنا"),
        ("محمد", "مـحـمّد", "N"),
        ("田中", "と田中は", "とNは"),
        ("Łukasz", "lukasz", "N"),
        ("Straße", "STRASSE", "N"),
        ("Jo (the Owl)", "Jo (the Owl) came", "N came"),
    ],
)
def test_a_name_is_found_as_its_script_writes_it(name: str, text: str, without: str) -> None:
    assert SpeltNames([name]).replaced(text, "N") == without


@pytest.mark.parametrize("text", ["Samadian", "Nasamadi", "samad", "Samadi2", ""])
def test_a_part_of_another_word_is_not_the_name(text: str) -> None:
    assert SpeltNames(["Samadi"]).first(text) is None


@pytest.mark.parametrize("wanted", [[], [""], ["-"], ["\N{ZERO WIDTH SPACE}"], ["’"]])
def test_what_has_no_letter_is_found_nowhere(wanted: list[str]) -> None:
    assert list(SpeltNames(wanted).spans("a - b ’ c")) == []


def test_the_longer_of_two_names_is_found() -> None:
    assert SpeltNames(["Samadi", _NAME]).replaced(f"{_NAME}; Samadi", "N") == "N; N"


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_text_without_the_name_stays_and_with_it_loses_it(before: str, after: str) -> None:
    found = SpeltNames([_NAME])
    told = found.replaced(f"{before} {_NAME} {after}", "…")
    assert found.first(told) is None
    assert _NAME not in told


@given(st.text(max_size=60))
def test_every_text_finds_itself_between_blanks_unless_it_has_no_letter(text: str) -> None:
    found = SpeltNames([text])
    if any(char.isalpha() and unicodedata.category(char) in {"Lu", "Ll"} for char in text):
        assert found.first(f" {text} ") is not None

"""Whatever is typed is brought to the form of what is indexed."""

import json
import unicodedata
from pathlib import Path

import pytest
from dateline.pages.search import folding
from dateline.pages.search.folding import fold, query, spellings, whole_names, words
from hypothesis import given
from hypothesis import strategies as st

GOLDEN = json.loads((Path(__file__).parent / "folding.json").read_text(encoding="utf-8"))
TASHKIL = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0640"
ARABIC = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآىةؤئءٱ", min_size=1, max_size=8)


@pytest.mark.parametrize("typed,asked", GOLDEN.items())
def test_what_is_typed_becomes_what_is_asked(typed: str, asked: str) -> None:
    assert query(typed) == asked


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ARABIC, st.data())
def test_vowel_signs_and_tatweel_never_matter(word: str, data: st.DataObject) -> None:
    signs = [data.draw(st.text(TASHKIL, max_size=2)) for _ in word]
    assert query("".join(letter + sign for letter, sign in zip(word, signs, strict=True))) == query(word)


@given(st.text("بتثجحخدذرزسشصضطظعغقمنهي", min_size=3, max_size=8))
def test_the_arabic_article_never_matters_alone_or_fused(word: str) -> None:
    for article in ("ال", "وال", "فال", "بال", "كال", "لل"):
        assert query(article + word) == query(word)


@given(st.text())
def test_a_text_is_found_by_each_of_its_words_as_typed(text: str) -> None:
    indexed = {*spellings(text), *words(text)}
    assert set(words(text)) <= indexed
    assert all(one == fold(one) for one in spellings(text))


@pytest.mark.parametrize(
    "name,typed",
    [
        ("Al-Bukamal", "albukamal"),
        ("Al-Bukamal", "bukamal"),
        ("Al Bukamal", "albukamal"),
        ("Abu Kamal", "abukamal"),
        ("Abū Kamāl", "abukamal"),
        ("البوكمال", "بوكمال"),
        ("دير الزور", "ديرزور"),
    ],
)
def test_a_name_is_found_written_as_one_word_and_without_its_article(name: str, typed: str) -> None:
    assert typed in set(whole_names(name))


def test_a_long_name_is_not_made_one_word() -> None:
    assert not list(whole_names("Syrian Observatory for Human Rights"))


def test_what_pagefind_finds_by_itself_is_not_indexed_twice() -> None:
    assert not list(spellings("The army took al-Būkamāl, and T-90 tanks: “captured”."))
    assert list(spellings("the ﬁnal battle of البوكمال")) == ["final", "بوكمال"]


@given(st.text(st.characters(max_codepoint=0x7F) | st.sampled_from("'`-_ é")))
def test_plain_text_is_folded_in_haste_as_it_would_be_with_care(text: str) -> None:
    with_care = [word for chunk in text.split() for word in words(chunk) if word not in folding._by_pagefind(chunk)]
    assert list(spellings(text)) == with_care
    assert fold(text).endswith(fold("é" + text)[1:]) or not text.isascii()
    assert not any(unicodedata.combining(character) for character in fold(text))

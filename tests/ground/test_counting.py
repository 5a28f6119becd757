"""Words are counted in every script, and however they are joined."""

# ruff: noqa: RUF001 - characters of other scripts are the point

import pytest
from dateline.ground.counting import first_words, last_words, word_count
from dateline.ground.provenance import locate
from hypothesis import given
from hypothesis import strategies as st

HAN = "市议会昨日宣布关闭老井，居民表示反对并要求公开会议记录。"


@pytest.mark.parametrize(
    "text, words",
    [
        ("The old well is shut.", 5),
        ("The clerk's well-known “No.” – 1,200.50 people", 7),
        ("Deir-ez-Zor and al-Bukamal", 3),
        ("al-Busariyah-ash-Shaddaday (https://www.a.example/b-c_d/e-f?g=h), Iraqi/US/SDF/French", 3),
        ("U.S.S.R. and e.g. U.S.", 4),
        ("from 1990–1995 on 2017-11-19", 4),
        ("l'homme d'Arc", 2),
        ("coun\u00adcil met", 2),
        ("می\u200cشود که", 2),
        ("أغلقت البئر أمس", 3),
        ("한국어 단어 수", 3),
        ("CamelCaseIsOneWord", 1),
        ("", 0),
        ("  ", 0),
        ("市议", 1),
        ("市议会昨日", 3),
        ("市\u3000议", 2),
        ("ひらがなとカタカナ", 5),
        ("COVID-19疫情", 2),
        ("สภาหมู่บ้าน", 2),
        ("ស្រុកភូមិ", 2),
        ("ບ້ານນາ", 2),
        ("ရွာသား", 1),
        ("བོད་ཡིག", 2),
        ("the\u200bcouncil\u200bmet", 3),
        ("the\u00a0council\u2028met\u2003at\u3000noon", 5),
        ("the\u2800council\u3164met", 3),
        ("the_council_met", 3),
        ("council—which met—shut", 4),
        ("the-council-met-at-noon", 5),
        ("the.council.met.at.noon", 5),
        ("x" * 840, 84),
        (HAN * 30, 420),
    ],
)
def test_words_are_counted_as_readers_of_the_script_would(text: str, words: int) -> None:
    assert word_count(text) == words


@given(st.lists(st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1, max_size=12), max_size=12))
def test_words_between_spaces_are_counted_as_they_ever_were(words: list[str]) -> None:
    assert word_count(" ".join(words)) == len(words)


@given(st.text(max_size=80), st.integers(min_value=1, max_value=6))
def test_the_first_and_the_last_words_are_no_more_than_were_asked_for(text: str, number: int) -> None:
    begins, ends = first_words(text, number), last_words(text, number)
    assert word_count(begins) <= number
    assert word_count(ends) <= number
    assert text.strip().startswith(begins)
    assert text.strip().endswith(ends)


def test_the_locators_of_a_chinese_paragraph_are_some_characters_of_it() -> None:
    found = locate(HAN)
    assert (found.begins, found.ends, found.words) == ("市议会昨日宣布关闭老", "并要求公开会议记录。", 14)

"""Whatever is typed is brought to the form of what is indexed."""

import json
import unicodedata
from pathlib import Path

import pytest
from dateline.pages.search.folding import fold, query, tokens, whole_names, words
from dateline.pages.search.sounding import skeleton, sound, sounds
from hypothesis import given
from hypothesis import strategies as st

GOLDEN = json.loads((Path(__file__).parent / "folding.json").read_text(encoding="utf-8"))
TASHKIL = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0640"
ARABIC = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآىةؤئءٱ", min_size=1, max_size=8)
ALIKE = [
    "Suleimani Soleimani Soleymani Sulaymani Сулеймани",
    "Hizbullah Hezbollah Hisbollah Hezbolla Хезболла",
    "Zour Zor Zawr Zur Zoor Зор",
    "Abou Abu Aboo",
    "Kemal Kamal Камаль Qamal Gamal",
    "Khan Ḫan Han Хан",
    "Ramadhan Ramazan",
    "Mohammed Muhamad Mohamad",
    "Sham Cham Scham Шам",
    "Raqqa Rakka Raqa Raqqah Ракка",
    "Abdulrahman Abdelrahman Abdurrahman Abdalrahman",
    "Schlüter Schlueter Schluter",
    "Ghouta Guta Gouta",
]


@pytest.mark.parametrize("typed,asked", GOLDEN.items())
def test_what_is_typed_becomes_what_is_asked(typed: str, asked: str) -> None:
    assert query(typed) == asked


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert not any(unicodedata.combining(character) for character in fold(text))


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
    assert set(words(text)) <= set(tokens(text))
    assert all(one == fold(one) for one in tokens(text))


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
        ("Syrian Observatory for Human Rights", "syrianobservatoryforhumanrights"),
    ],
)
def test_a_name_is_found_written_as_one_word_and_without_its_article(name: str, typed: str) -> None:
    assert typed in set(whole_names(name))


@pytest.mark.parametrize("spellings", ALIKE)
def test_spellings_of_one_name_sound_the_same(spellings: str) -> None:
    heard = {sound(fold(spelling)) for spelling in spellings.split()}
    assert len(heard) == 1, heard


@pytest.mark.parametrize(
    "arabic,latin",
    [("سليماني", "Soleimani"), ("حزب", "Hizb"), ("بوكمال", "Bukamal"), ("صالحيه", "Salihiyah"), ("بغدادي", "Baghdadi")],
)
def test_an_arabic_name_has_the_consonants_of_its_transliteration(arabic: str, latin: str) -> None:
    assert skeleton(sound(arabic)) == skeleton(sound(fold(latin)))


def test_the_article_that_is_written_as_one_word_with_its_name_does_not_matter() -> None:
    for written in ("albukamal", "elbukamal"):
        assert sound("bukamal") in sounds(written)
    assert sound("salihiyah") in sounds("assalihiyah")


def test_different_names_sound_different() -> None:
    names = (
        "Damascus",
        "Hama",
        "Homs",
        "Aleppo",
        "Palmyra",
        "Rawa",
        "Iraq",
        "Iran",
        "Turkey",
        "Lavrov",
        "Putin",
        "Hajin",
    )
    assert len({sound(fold(name)) for name in names}) == len(names)


@given(st.integers(1_000, 999_999_999))
def test_a_number_is_one_word_however_its_thousands_are_parted(number: int) -> None:
    for typed in (f"{number}", f"{number:,}", f"{number:,}".replace(",", "."), f"{number:,}".replace(",", "’")):
        assert words(typed) == [str(number)]
        assert tokens(f"of {typed} people") == ("of", str(number), "people")

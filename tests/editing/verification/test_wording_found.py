"""Numbers, days and names as texts of several languages write them."""

# ruff: noqa: RUF001 - letters of other scripts are the point

import pytest
from dateline.editing.verification.wording import days, exceeds, falls_short, has_number, months, names, numbers, plain
from dateline.ground.dates import MONTHS, Day
from days_drawn import days_between
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

LANGUAGES = ("en", "de", "fr", "es", "ru", "tr", "ar", "fa")
ARABIC_INDIC, EXTENDED = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"), str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


# --- numbers ---------------------------------------------------------------------------------------------------------


@given(st.integers(0, 10**9), st.sampled_from(LANGUAGES))
def test_digits_are_found_in_every_script_and_grouping(value: int, language: str) -> None:
    for text in (str(value), f"{value:,}", f"{value:,}".replace(",", "."), f"{value:,}".replace(",", "\u202f")):
        assert numbers(f"({text} x).", value, language)
    assert numbers(str(value).translate(ARABIC_INDIC), value, language)
    assert numbers(f"{value:,}".replace(",", "٬").translate(EXTENDED), value, language)


@given(st.integers(0, 9999), st.sampled_from(LANGUAGES))
def test_cardinals_in_words_are_found(value: int, language: str) -> None:
    assert numbers(f"x {num2words(value, lang=language)} x", value, language)


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(LANGUAGES))
def test_other_digits_are_not_found(value: int, other: int, language: str) -> None:
    assert numbers(f"x {other} x", value, language) == (value == other)


@given(st.integers(2, 99), st.integers(2, 99), st.sampled_from(["en", "de", "fr", "es", "tr", "fa", "ru"]))
def test_other_words_are_not_found(value: int, other: int, language: str) -> None:
    assert numbers(f"x {num2words(other, lang=language)} x", value, language) == (value == other)


@pytest.mark.parametrize(
    "language,text,value",
    [
        ("en", "more than 16 were killed", 16),
        ("en", "a dozen men", 12),
        ("en", "two dozen men", 24),
        ("en", "half a dozen", 6),
        ("en", "1.5 km", 1.5),
        ("en", "1½ km", 1.5),
        ("en", "½ km", 0.5),
        ("en", "a T-90 tank", 1),
        ("en", "a hundred and fifty", 150),
        ("en", "one hundred fifty", 150),
        ("en", "fifteen hundred and 2.5 million", 2_500_000),
        ("en", "2m people", 2_000_000),
        ("en", "10-12 men", 12),
        ("en", "10–12 men", 10),
        ("en", "On November 17 100 fighters", 100),
        ("en", "14km south", 14),
        ("en", "no casualties", 0),
        ("en", "both incidents", 2),
        ("de", "tausend Mann", 1000),
        ("de", "zwei Dutzend", 24),
        ("de", "1,5 Kilometer", 1.5),
        ("de", "ein Panzer", 1),
        ("de", "kein Toter", 0),
        ("fr", "quatre-vingts hommes", 80),
        ("fr", "une vingtaine d’hommes", 20),
        ("fr", "deux douzaines", 24),
        ("es", "doscientas personas", 200),
        ("es", "veintiún hombres", 21),
        ("es", "una docena", 12),
        ("ru", "десяти боевиков", 10),
        ("ru", "двадцати одного человека", 21),
        ("ru", "двух танков", 2),
        ("ru", "пятеро военных", 5),
        ("ru", "5 тыс. человек", 5000),
        ("tr", "on iki kişi", 12),
        ("tr", "yirmi bir kişi", 21),
        ("tr", "ALTMIŞ kişi", 60),
        ("ar", "مقتل عشرة عناصر", 10),
        ("ar", "خمس عشرة", 15),
        ("ar", "أربعة وثلاثين", 34),
        ("ar", "مئة عنصر", 100),
        ("ar", "و12 آخرين", 12),
        ("ar", "١٫٥", 1.5),
        ("fa", "سی و چهار نفر", 34),
        ("fa", "هزار نفر", 1000),
        ("xx", "17 of them", 17),
    ],
)
def test_numbers_as_they_are_written(language: str, text: str, value: float) -> None:
    assert numbers(text, value, language)


@pytest.mark.parametrize(
    "language,text,value",
    [
        ("en", "dozens of men", 12),
        ("en", "two dozen men", 12),
        ("en", "half a dozen", 12),
        ("en", "1,000 men", 1),
        ("en", "1.5 km", 1),
        ("en", "1.5 km", 5),
        ("en", "1½ km", 11),
        ("en", "a T-90 tank", 90),
        ("en", "a BMP-1", 1.5),
        ("en", "the T2 station", 2),
        ("en", "the 3rd division", 3),
        ("en", "twenty-one men", 20),
        ("en", "twenty-one men", 1),
        ("en", "a hundred and fifty", 100),
        ("en", "two hundred", 2),
        ("en", "at 10:30", 30),
        ("en", "often, weightier", 10),
        ("en", "some", 12),
        ("fr", "vingt et un hommes", 20),
        ("es", "treinta y cuatro", 4),
        ("tr", "on iki kişi", 10),
        ("ar", "أربعة وثلاثين", 4),
        ("fa", "سی و چهار نفر", 30),
    ],
)
def test_numbers_that_are_not_there(language: str, text: str, value: float) -> None:
    assert not numbers(text, value, language)


@pytest.mark.parametrize(
    "language,text",
    [
        ("en", "more than 16 members"),
        ("en", "over sixteen members"),
        ("en", "more than the 16"),
        ("de", "mehr als 16"),
        ("fr", "plus de seize"),
        ("es", "más de dieciséis"),
        ("ru", "более 16"),
        ("ru", "свыше шестнадцати"),
        ("ar", "أكثر من ١٦"),
        ("fa", "بیش از ۱۶ نفر"),
        ("tr", "16'dan fazla kişi"),
    ],
)
def test_more_than_a_number(language: str, text: str) -> None:
    assert exceeds(text, 16, language)
    assert not falls_short(text, 16, language)


@pytest.mark.parametrize("text", ["at least 16", "16", "more came; of them, as he said, 16", "fewer than 16"])
def test_not_more_than_a_number(text: str) -> None:
    assert not exceeds(text, 16, "en")


def test_an_article_is_no_number_and_a_dozen_is() -> None:
    assert not has_number("a battle tank", "en")
    assert all(has_number(text, "en") for text in ("16", "two", "a dozen", "٣"))


# --- days ------------------------------------------------------------------------------------------------------------


@given(days_between("1900-01-01", "2099-12-31"))
def test_days_are_found_as_english_writes_them(day: Day) -> None:
    month = MONTHS[day.month - 1]
    for text in (
        f"{month} {day.day}",
        f"{day.day} {month} {day.year}",
        f"{month[:3]}. {day.day}, {day.year}",
        str(day),
    ):
        assert days(f"x on {text}, x", day, "en")


@given(days_between("1900-01-01", "2099-12-31"), days_between("1900-01-01", "2099-12-31"))
def test_other_days_are_not_found(day: Day, other: Day) -> None:
    text = f"on {other.day} {MONTHS[other.month - 1]} {other.year}, x"
    assert days(text, day, "en") == (day == other)


DAY = Day(2017, 11, 17)


@pytest.mark.parametrize(
    "language,text",
    [
        ("en", "17th of November"),
        ("en", "the seventeenth of November"),
        ("en", "Friday, November 17"),
        ("en", "November 16 and 17"),
        ("en", "November 15, 16 and 17"),
        ("en", "16-17 November"),
        ("en", "17 and 18 November 2017"),
        ("en", "11/17/2017"),
        ("en", "17.11.17"),
        ("de", "am 17. November"),
        ("de", "am 17.11.2017"),
        ("fr", "le 17 novembre"),
        ("es", "el 17 de noviembre de 2017"),
        ("it", "il 17 novembre"),
        ("ru", "17 ноября"),
        ("ru", "17-го ноября 2017 года"),
        ("tr", "17 Kasım'da"),
        ("tr", "17 KASIM 2017"),
        ("ar", "17 تشرين الثاني/نوفمبر"),
        ("ar", "في ١٧ نوفمبر"),
        ("ar", "17 من نوفمبر"),
        ("fa", "۱۷ نوامبر ۲۰۱۷"),
        ("ja", "2017年11月17日"),
    ],
)
def test_days_as_they_are_written(language: str, text: str) -> None:
    assert days(text, DAY, language)


@pytest.mark.parametrize(
    "language,text",
    [
        ("en", "on Friday"),
        ("de", "am Freitag"),
        ("en", "November 2017"),
        ("en", "November 171"),
        ("en", "November 17, 2016"),
        ("en", "17 November 2016"),
        ("en", "17 fighters in November"),
        ("en", "17 October"),
        ("en", "17"),
        ("ar", "يوم الجمعة"),
        ("fr", "17/10/2017"),
    ],
)
def test_days_that_are_not_there(language: str, text: str) -> None:
    assert not days(text, DAY, language)


def test_the_verb_may_is_no_month_beside_a_number_of_things() -> None:
    assert not days("the 9 fighters may come", Day(2017, 5, 9), "en")
    assert days("le 1er novembre", Day(2017, 11, 1), "fr")


def test_months_are_found_by_name() -> None:
    assert months("Earlier in November,", 11, "en")
    assert months("в ноябре прошлого года или ноябрь", 11, "ru")
    assert not months("on Friday", 11, "en")


# --- names -----------------------------------------------------------------------------------------------------------


@given(st.text(st.characters(categories=["L"], max_codepoint=0x24F), min_size=4, max_size=12))
def test_a_name_names_itself_whatever_its_case_and_marks(name: str) -> None:
    for text in (f"x {name} x", f"x {name.casefold()}’s x", f"({name})", f"“{name}”", f"pre-{name}-war"):
        assert names(text, [name], "en") or not plain(name)


@pytest.mark.parametrize(
    "language,text,name",
    [
        ("en", "U.S. forces", "US"),
        ("en", "the US-backed force", "U.S."),
        ("en", "the SAA's men", "SAA"),
        ("en", "the militants' base", "militants"),
        ("en", "Isis", "ISIS"),
        ("en", "Shu'aytat", "Shuaytat"),
        ("en", "Shuʿaytat", "Shu'aytat"),
        ("en", "Israelis fled", "Israeli"),
        ("en", "Al–Bukamal", "al bukamal"),
        ("en", "Köllermann", "Kollermann"),
        ("en", "Łódź", "Lodz"),
        ("fr", "l'Iran dit", "Iran"),
        ("fr", "d’Assad", "Assad"),
        ("tr", "Suriye'nin ordusu", "Suriye"),
        ("tr", "IŞİD", "Işid"),
        ("de", "Syriens Armee", "Syrien"),
        ("ru", "в Абу-Камале", "Абу-Камаль"),
        ("ru", "Сирией", "Сирия"),
        ("ru", "боевики ИГИЛа", "ИГИЛ"),
        ("ar", "والجيش السوري", "الجيش السوري"),
        ("ar", "للجيش السوري", "الجيش السوري"),
        ("ar", "بالبوكمال", "البوكمال"),
        ("ar", "مُقاتِل", "مقاتل"),
        ("fa", "بوکمال", "بوكمال"),
        ("fa", "حزب‌الله", "حزب الله"),
        ("he", "בסוריה", "סוריה"),
    ],
)
def test_names_as_they_are_written(language: str, text: str, name: str) -> None:
    assert names(text, [name], language)


@pytest.mark.parametrize(
    "language,text,name",
    [
        ("en", "it is known", "IS"),
        ("en", "they gave us water", "US"),
        ("en", "Hamas said", "Hama"),
        ("en", "Iranian", "Iran"),
        ("en", "al-Bukamalian", "al-Bukamal"),
        ("en", "anything", ""),
        ("ru", "сирийские", "Сирия"),
        ("ar", "الجيشان", "الجيش"),
    ],
)
def test_names_that_are_not_there(language: str, text: str, name: str) -> None:
    assert not names(text, [name], language)

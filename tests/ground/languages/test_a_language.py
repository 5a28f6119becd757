"""A language: messages with their plurals, numbers, lists and dates as it writes them, and which way it is written."""

from decimal import Decimal
from pathlib import Path

import pytest
from dateline.ground.languages import ENGLISH, Language
from dateline.ground.languages.catalogues import key_of, texts_of
from dateline.ground.languages.language import (
    decimal_of,
    direction_of,
    has_catalogue,
    language_of,
    marked,
    marked_in,
    marked_many,
)
from hypothesis import given
from hypothesis import strategies as st

GERMAN = Language("de", {"Name": ("Name (de)",), "%(count)s day": ("%(count)s Tag", "%(count)s Tage")})
RUSSIAN = Language("ru", {"%(count)s day": ("%(count)s день", "%(count)s дня", "%(count)s дней")})
ARABIC = Language("ar", {"%(count)s day": tuple(f"{form}" for form in ("zero", "one", "two", "few", "many", "other"))})

# --- messages --------------------------------------------------------------------------------------------------------


def test_a_message_without_a_translation_is_itself() -> None:
    assert ENGLISH.gettext("Name") == GERMAN.gettext("Name").removesuffix(" (de)") == "Name"
    assert GERMAN.gettext("Other %(one)s, 100 %%", one="word") == "Other word, 100 %"
    assert ENGLISH.gettext("100 %%") == "100 %"


def test_a_context_tells_two_messages_of_the_same_words_apart() -> None:
    language = Language("xx", {key_of("month", "May"): ("mai",), "May": ("darf",)})
    assert language.pgettext("month", "May") == "mai"
    assert language.pgettext("verb", "May") == "May"
    assert language.gettext("May") == "darf"
    assert key_of("", "May") == "May"


@pytest.mark.parametrize(
    "language, count, said",
    [
        (ENGLISH, 0, "0 days"),
        (ENGLISH, 1, "1 day"),
        (ENGLISH, 1234, "1,234 days"),
        (GERMAN, 1, "1 Tag"),
        (GERMAN, 1234, "1.234 Tage"),
        (RUSSIAN, 1, "1 день"),
        (RUSSIAN, 21, "21 день"),
        (RUSSIAN, 3, "3 дня"),
        (RUSSIAN, 5, "5 дней"),
        (RUSSIAN, 11, "11 дней"),
        (ARABIC, 0, "zero"),
        (ARABIC, 2, "two"),
        (ARABIC, 7, "few"),
        (ARABIC, 11, "many"),
        (ARABIC, 100, "other"),
    ],
)
def test_so_many_of_something_take_the_form_that_the_language_has_for_them(
    language: Language, count: int, said: str
) -> None:
    assert language.ngettext("%(count)s day", "%(count)s days", count) == said


def test_a_catalogue_with_fewer_forms_than_the_language_has_takes_the_last_for_the_rest() -> None:
    language = Language("ru", {"%(count)s day": ("one", "more")})
    assert [language.ngettext("%(count)s day", "%(count)s days", count) for count in (1, 2, 5)] == [
        "one",
        "more",
        "more",
    ]
    assert language.forms("%(count)s day", "%(count)s days") == {
        "one": "one",
        "few": "more",
        "many": "more",
        "other": "more",
    }
    assert ENGLISH.forms("a", "b") == {"one": "a", "other": "b"}


def test_a_plural_with_a_context_is_another_message() -> None:
    language = Language("de", {key_of("sides", "%(count)s party"): ("%(count)s Partei", "%(count)s Parteien")})
    assert language.npgettext("sides", "%(count)s party", "%(count)s parties", 2) == "2 Parteien"
    assert language.npgettext("feasts", "%(count)s party", "%(count)s parties", 2) == "2 parties"


def test_only_whole_numbers_among_the_values_are_written_as_the_language_does() -> None:
    assert (
        GERMAN.filled("%(a)s|%(b)s|%(c)s|%(d)s", {"a": 1234, "b": "1234", "c": True, "d": 1.5}) == "1.234|1234|True|1.5"
    )
    assert GERMAN.filled("%(a)s", {"a": "x"}) == "x"


def test_a_text_is_given_by_its_key_or_else_its_message_or_else_its_key() -> None:
    assert GERMAN.text("Name") == "Name (de)"
    assert GERMAN.text("key", "message") == "message"
    assert GERMAN.text("key") == "key"


def test_what_is_marked_is_as_it_was() -> None:
    assert (marked("a"), marked_in("context", "a"), marked_many("a", "b")) == ("a", "a", ("a", "b"))


# --- numbers and lists -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value, english, german",
    [
        (8_800_000, "8,800,000", "8.800.000"),
        (12.5, "12.5", "12,5"),
        (12.0, "12", "12"),
        (0.1, "0.1", "0,1"),
        (-1234.5678, "-1,234.5678", "-1.234,5678"),
        (Decimal("0.000001"), "0.000001", "0,000001"),
        (Decimal("1E+3"), "1,000", "1.000"),
    ],
)
def test_a_number_is_written_with_all_its_digits(value: float | Decimal, english: str, german: str) -> None:
    assert ENGLISH.number(value).replace("\u2212", "-") == english
    assert GERMAN.number(value).replace("\u2212", "-") == german


@given(st.floats(-1e12, 1e12))
def test_a_number_is_as_it_is_typed(value: float) -> None:
    assert float(decimal_of(value)) == value
    assert Decimal(ENGLISH.number(value).replace(",", "")) == decimal_of(value)


@pytest.mark.parametrize(
    "value, digits, said", [(34.45, 4, "34.4500"), (-0.125, 2, "-0.12"), (0.5, 1, "0.5"), (1234.5, 1, "1234.5")]
)
def test_a_coordinate_has_so_many_digits_and_no_thousands(value: float, digits: int, said: str) -> None:
    assert ENGLISH.fixed(value, digits) == said
    assert GERMAN.fixed(value, digits) == said.replace(".", ",")


@pytest.mark.parametrize(
    "items, unit, standard, either",
    [
        ([], "", "", ""),
        (["a"], "a", "a", "a"),
        (["a", "b"], "a, b", "a and b", "a or b"),
        (["a", "b", "c"], "a, b, c", "a, b and c", "a, b or c"),
        (["a", "b", "c", "d"], "a, b, c, d", "a, b, c and d", "a, b, c or d"),
    ],
)
def test_a_list_is_joined_as_the_world_writes_english(items: list[str], unit: str, standard: str, either: str) -> None:
    assert ENGLISH.listed(iter(items)) == unit
    assert ENGLISH.listed(items, "standard") == standard
    assert ENGLISH.listed(items, "or") == either


def test_braces_in_an_item_of_a_list_are_no_pattern() -> None:
    assert ENGLISH.listed(["{0}", "{1}", "{"]) == "{0}, {1}, {"


@pytest.mark.parametrize("code", ["de", "fr", "ar", "ja", "ru", "xx"])
def test_a_list_names_every_item_once_in_every_language(code: str) -> None:
    items = ["one1", "two2", "three3", "four4", "five5"]
    for style in ("unit", "standard", "or"):
        told = Language(code if code != "xx" else "sw").listed(items, style)
        places = [told.find(item) for item in items]
        assert places == sorted(places)
        assert min(places) >= 0


# --- dates -----------------------------------------------------------------------------------------------------------

DAY = (2017, 11, 7)


@pytest.mark.parametrize(
    "parts, english, german",
    [
        ("all", "7 November 2017", "7. November 2017"),
        ("weekday", "Tuesday, 7 November 2017", "Dienstag, 7. November 2017"),
        ("day", "7", "7."),
        ("month", "November", "November"),
        ("year", "2017", "2017"),
        ("month and year", "November 2017", "November 2017"),
        ("day and month", "7 November", "7. November"),
        ("short month and year", "Nov 2017", "Nov. 2017"),
        ("short day and month", "7 Nov", "7. Nov."),
        ("short all", "7 Nov 2017", "7. Nov. 2017"),
    ],
)
def test_a_day_and_its_parts_are_written_as_the_language_writes_them(parts: str, english: str, german: str) -> None:
    assert ENGLISH.date(DAY, parts).replace("Tuesday 7", "Tuesday, 7") == english
    assert GERMAN.date(DAY, parts) == german


@pytest.mark.parametrize(
    "day, said",
    [
        ((-430, 3, 1), "1 March 431"),
        ((0, 2, 29), "29 February 1"),
        ((1, 1, 1), "1 January 1"),
        ((9999, 12, 31), "31 December 9999"),
        ((12345, 6, 7), "7 June 12345"),
        ((1900, 2, 29), "29 February 1900"),
    ],
)
def test_a_day_of_any_year_is_written_with_the_year_as_people_count_it(day: tuple[int, int, int], said: str) -> None:
    assert ENGLISH.date(day, "all") == said


@given(st.integers(1, 9999), st.integers(1, 12), st.integers(1, 28), st.integers(1, 5))
def test_days_that_lie_four_hundred_years_apart_have_the_same_weekday(
    year: int, month: int, day: int, times: int
) -> None:
    near = ENGLISH.date((year, month, day), "weekday").split()[0]
    assert ENGLISH.date((year + 400 * times, month, day), "weekday").split()[0] == near


def test_months_and_weekdays_have_long_names_and_short_ones() -> None:
    assert (ENGLISH.month(9), ENGLISH.month(9, short=True)) == ("September", "Sep")
    assert ENGLISH.date((2017, 9, 7), "short all") == "7 Sep 2017"
    assert ENGLISH.date((2017, 9, 7), "all") == "7 September 2017"
    assert (ENGLISH.weekday(0), ENGLISH.weekday(6, "abbreviated")) == ("Monday", "Sun")
    assert (GERMAN.month(3), GERMAN.month(3, short=True)) == ("März", "Mär")


@pytest.mark.parametrize(
    "code, shares", [("en", True), ("de", True), ("fr", True), ("ja", False), ("hu", False), ("en-US", True)]
)
def test_two_days_of_a_month_share_its_name_only_where_the_day_is_written_first(code: str, *, shares: bool) -> None:
    assert Language(code).shares_ends is shares


# --- which language --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "code, direction",
    [
        ("en", "ltr"),
        ("ar", "rtl"),
        ("AR-SY", "rtl"),
        ("ar-Latn", "ltr"),
        ("az-Arab", "rtl"),
        ("uz-Cyrl", "ltr"),
        ("ur", "rtl"),
        ("yi", "rtl"),
        ("tr", "ltr"),
        ("arn", "ltr"),
    ],
)
def test_a_language_is_written_from_the_right_by_its_script(code: str, direction: str) -> None:
    assert direction_of(code) == Language(code).direction == direction


@pytest.mark.parametrize("code, name", [("de", "German"), ("ar-SY", "Arabic"), ("DE", "German"), ("qqq", "qqq")])
def test_a_language_is_called_by_its_name_or_else_its_code(code: str, name: str) -> None:
    assert ENGLISH.name_of(code) == name


def test_pages_speak_english_where_there_is_no_catalogue() -> None:
    assert language_of("qq") is ENGLISH
    assert not has_catalogue("qq")
    assert has_catalogue("EN-gb")
    assert language_of("en-GB").code == "en-GB"


@pytest.mark.parametrize(
    "code, known",
    [("en", "en_001"), ("en-US", "en_001"), ("pt-BR", "pt_BR"), ("de-XX", "de"), ("zh-Hant-TW", "zh_Hant_TW")],
)
def test_what_is_known_of_a_language_is_that_of_its_country_where_there_is_any(code: str, known: str) -> None:
    assert str(Language(code).locale) == known


# --- catalogues ------------------------------------------------------------------------------------------------------

PO = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "plain"
msgstr "einfach"

msgid "untold"
msgstr ""

#, fuzzy
msgid "guessed"
msgstr "geraten"

msgctxt "verb"
msgid "may"
msgstr "darf"

msgid "%(count)s day"
msgid_plural "%(count)s days"
msgstr[0] "%(count)s Tag"
msgstr[1] "%(count)s Tage"

msgid "%(count)s hour"
msgid_plural "%(count)s hours"
msgstr[0] "%(count)s Stunde"
msgstr[1] ""

msgid "of %(one)s"
msgstr "von %(other)s"

msgid "100 %%"
msgstr "100 %"

msgid "50 %% of %(one)s"
msgstr "50 %% von %(one)s"

msgid "by %(one)s"
msgstr "von %(one)d"

#~ msgid "gone"
#~ msgstr "fort"
"""


def test_of_a_catalogue_only_what_is_finished_and_fits_its_message_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "de.po"
    path.write_text(PO, encoding="utf-8")
    assert texts_of(path) == {
        "plain": ("einfach",),
        "verb\4may": ("darf",),
        "%(count)s day": ("%(count)s Tag", "%(count)s Tage"),
        "50 %% of %(one)s": ("50 %% von %(one)s",),
    }

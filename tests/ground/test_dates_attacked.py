"""Dates as careless editors type them: each is told with the right cure, whatever calendar stands beside it."""

import pytest
from dateline.ground.dates import DateError, parse
from dateline.ground.dates.respelt import respelt
from dateline.records.types.when import read_date
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

CURES = {
    "17 Novmber 2017": "write 2017-11-17 for 17 November 2017",
    "Friday 17 November": "the year is missing",
    "17 novembre 2017": "write 2017-11-17 for 17 November 2017",
    "le 17 novembre 2017": "write 2017-11-17",
    "17 de noviembre de 2017": "write 2017-11-17",
    "17. November 2017": "write 2017-11-17",
    "17 نوفمبر 2017": "write 2017-11-17",
    "17 تشرين الثاني 2017": "write 2017-11-17",
    "17 ноября 2017": "write 2017-11-17",
    "Kas\N{LATIN SMALL LETTER DOTLESS I}m 2017": "write 2017-11 for November 2017",
    # October in one language, November in another.
    "17 listopada 2017": "write 2017-10-17 for 17 October 2017; or write 2017-11-17 for 17 November 2017",
    "9 thermidor an II": 'write date: "0002-11-09" and calendar: french-republican',
    "18 Brumaire, Year VIII": 'write date: "0008-02-18" and calendar: french-republican',
    "1 'Alá' 175 B.E.": 'write date: "0175-20-01" and calendar: bahai, for 1 Alá 175 BE, 2 March 2019',
    "night of 17 to 18 November 2017": 'write "[2017-11-17..2017-11-18]", and the night into date_wording',
    "the night of 30 November to 1 December 2017": 'write "[2017-11-30..2017-12-01]"',
    "overnight 17-18 November 2017": 'write "[2017-11-17..2017-11-18]"',
    "week of 13 November 2017": 'write "[2017-11-13..2017-11-19]"',
    "[2017-11-13..2017-11-10]": 'write "[2017-11-10..2017-11-13]" if the two are exchanged',
    "{2017-11-13..2017-11-10}": 'write "{2017-11-10..2017-11-13}" if the two are exchanged',
    "2017-11-17T09:30/2017-11-17T08:30": 'write "2017-11-17T08:30/2017-11-17T09:30" if the two are exchanged',
    "2017-11-17~T09:30": 'write "2017-11-17T09:30~"',
    "43": 'for the year 43 write "0043"',
    "14:30 EST on 17 November 2017": "if EST is not the chronology's, put behind the time how far it was ahead of UTC",
    "14:30 Damascus time, 17 November 2017": 'write "2017-11-17T14:30" for 14:30 on 17 November 2017; if Damascus time',
}
OF_A_CALENDAR = {
    ("1439-2-27", "hijri"): 'write "1439-02-27" for 27 Safar 1439 AH, about 17 November 2017',
    ("27 Safar 1439", "hijri"): 'write "1439-02-27"',
    ("1 Tishrei 5778", "hebrew"): 'write "5778-07-01" for 1 Tishri 5778 (Hebrew), 21 September 2017',
    ("25 October 1917", "julian"): 'write "1917-10-25" for 25 October 1917 (Julian), 7 November 1917',
    ("25 October 1917 (O.S.)", "julian"): 'write "1917-10-25"',
    ("27 Safar 1439", "hebrew"): 'write date: "1439-02-27" and calendar: hijri',
    ("17 November 2017", "hijri"): "of other calendars a day is written 1439-02-28",
    ("1439-02-30", "hijri"): "correct it, or the calendar",
}
PARTS = (
    "17", "11", "2017", "1439", "431", "0", "31", "99", "2017-11-17", "2017-11", "T09:30", "9:30", "24:00", "12",
    "noon", "midnight", "pm", "BC", "BCE", "AH", "about", "c.", "~", "?", "or", "and", "to", "-", "/", "..", "[",
    "]", "{", "}", ",", "November", "novembre", "Safar", "an", "II", "spring", "Q3", "1990s", "century", "week",
    "of", "night", "overnight", "before", "until", "since", "EST", "time", "UTC", "+03:00", "Z", "Friday", "early",
    "late", "julian", "X", "XX", "Y12025", "تشرين", "年", "月", "日",
)  # fmt: skip
WORDS = st.lists(st.sampled_from(PARTS), min_size=1, max_size=7)


@pytest.mark.parametrize("typed", CURES)
def test_a_careless_date_is_told_with_what_to_write(typed: str) -> None:
    with pytest.raises(DateError) as refused:
        parse(typed, "Asia/Damascus")
    assert CURES[typed] in refused.value.cure


@pytest.mark.parametrize("typed, calendar", OF_A_CALENDAR)
def test_beside_its_calendar_a_date_is_understood_as_one_of_it(typed: str, calendar: str) -> None:
    with pytest.raises(DateError) as refused:
        parse(typed, "Asia/Damascus", calendar)
    assert OF_A_CALENDAR[typed, calendar] in refused.value.cure


@settings(max_examples=150)
@given(WORDS, st.sampled_from(["", " "]), st.sampled_from([None, None, "hijri", "julian", "hebrew"]))
def test_whatever_is_typed_is_read_or_refused_with_a_cure(words: list[str], between: str, calendar: str | None) -> None:
    refused = None
    try:
        parse(between.join(words), "Asia/Damascus", calendar)
    except DateError as error:
        refused = error
    assert refused is None or (refused.problem and refused.cure)


def test_a_year_with_a_sign_may_be_counted_in_two_ways() -> None:
    with pytest.raises(PydanticCustomError) as refused:
        read_date(-431)
    assert (refused.value.context or {})["hint"] == (
        'put quotes around it: write "-0431" for 432 BCE, or "-0430" for 431 BCE'
    )


def test_a_month_in_english_stays_as_it_is() -> None:
    assert list(respelt("17 November 2017")) == []
    assert list(respelt("17 Novembre 2017")) == ["17 November 2017"]


LIKE_OURS = {"i": "\u0131", "I": "\u0130", "s": "\u017f", "k": "\u212a", "K": "\u212a"}
"""Letters that a pattern takes for those of English where case is ignored, and a table of words does not."""
TYPED = [*CURES, "Q1 2017", "spring 431 BC", "first Monday of November 2017", "the nineties", "XIXe siècle", "mid-2017"]


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("letter", LIKE_OURS)
def test_a_letter_that_passes_for_one_of_english_is_read_as_it(typed: str, letter: str) -> None:
    def told(text: str) -> str:
        with pytest.raises(DateError) as refused:
            parse(text)
        return refused.value.cure

    assert told(typed.replace(letter, LIKE_OURS[letter])) == told(typed)


@pytest.mark.parametrize(
    "typed, cure",
    [
        ("17 KASIM 2017", "write 2017-11-17 for 17 November 2017"),
        ("1 MAYIS 2017", "write 2017-05-01 for 1 May 2017"),
        ("Cuma, 17 Kas\u0131m 2017", "write 2017-11-17 for 17 November 2017"),
    ],
)
def test_turkish_months_are_read_in_capitals_with_either_i(typed: str, cure: str) -> None:
    with pytest.raises(DateError, match=cure):
        parse(typed)

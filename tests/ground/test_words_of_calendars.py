"""Dates of other calendars: their Gregorian days, their words, and what is offered for them."""

import pytest
from dateline.ground.dates import DateError, Meaning, in_words, kept, of_kept, parse
from dateline.ground.dates.month_names import MONTHS_OF
from dateline.ground.dates.other_calendars import CALENDARS, parts_of
from hypothesis import given
from hypothesis import strategies as st

TAKEN = """
0680-10-10 julian point 0680-10-13 0680-10-13 10 October 680 (Julian), 13 October by the Gregorian calendar
1917-10-25 julian point 1917-11-07 1917-11-07 25 October 1917 (Julian), 7 November 1917
1500-12-28 julian point 1501-01-07 1501-01-07 28 December 1500 (Julian), 7 January 1501 by the Gregorian calendar
1917-10-25? julian point 1917-11-07 1917-11-07 perhaps 25 October 1917 (Julian), perhaps 7 November 1917
1917-10-25/1917-10-26 julian lasts 1917-11-07 1917-11-08 25 to 26 October 1917 (Julian), 7 to 8 November 1917
1917-10-25/.. julian lasts 1917-11-07 open from 25 October 1917 (Julian), from 7 November 1917
{1917-10-25,1917-10-28} julian each 1917-11-07 1917-11-10 25 and 28 October 1917 (Julian), 7 and 10 November 1917
1917-10~ julian doubt 1917-10-14 1917-11-13 about October 1917 (Julian), about 14 October to 13 November 1917
1439-02-28 hijri doubt 2017-11-17 2017-11-19 28 Safar 1439 AH, about 18 November 2017
0061-01-10 hijri doubt 0680-10-12 0680-10-14 10 Muharram 61 AH, about 13 October 680 by the Gregorian calendar
1439-02 hijri doubt 2017-10-21 2017-11-20 Safar 1439 AH, about 22 October to 19 November 2017
1439 hijri doubt 2017-09-21 2018-09-12 the year 1439 AH, about 22 September 2017 to 11 September 2018
1439-02-28/1439-02-29 hijri lasts 2017-11-17 2017-11-20 28 Safar 1439 to 29 Safar 1439 AH, about 18 to 19 November 2017
../1439-02-28 hijri lasts open 2017-11-19 until 28 Safar 1439 AH, until about 18 November 2017
1439-02-28/.. hijri lasts 2017-11-17 open from 28 Safar 1439 AH, from about 18 November 2017
[1439-02-28..] hijri doubt 2017-11-17 open some time from 28 Safar 1439 AH on, some time from about 18 November 2017 on
[..1439-02-28] hijri doubt open 2017-11-19 some time until 28 Safar 1439 AH, some time until about 18 November 2017
[..1917-10-25] julian doubt open 1917-11-07 some time until 25 October 1917 (Julian), some time until 7 November 1917
1439-02-28/.. julian lasts 1439-03-09 open from 28 February 1439 (Julian), from 9 March 1439 by the Gregorian calendar
1439-02-28/1439-02-28 hijri lasts 2017-11-17 2017-11-19 28 Safar 1439 AH, about 18 November 2017
5778-07-01 hebrew point 2017-09-21 2017-09-21 1 Tishri 5778 (Hebrew), 21 September 2017
5784-13-14 hebrew point 2024-03-24 2024-03-24 14 Adar II 5784 (Hebrew), 24 March 2024
1357-11-22 persian point 1979-02-11 1979-02-11 22 Bahman 1357 (Persian), 11 February 1979
0175-20-01 bahai point 2019-03-02 2019-03-02 1 Alá 175 BE, 2 March 2019
0002-11-09 french-republican point 1794-07-27 1794-07-27 9 Thermidor 2 (French Republican), 27 July 1794
"""
SETS = {
    ("{5778-07,5778-09}", "hebrew"): (
        "Tishri 5778 and Kislev 5778 (Hebrew), 21 September to 20 October 2017 and 19 November to 18 December 2017"
    ),
    ("{5778-07-01..5778-07-03,5778-08-01}", "hebrew"): (
        "each day from 1 Tishri 5778 to 3 Tishri 5778 and 1 Heshvan 5778 (Hebrew), "
        "each day from 21 to 23 September 2017 and 21 October 2017"
    ),
    ("[1917-10,1917-12]", "julian"): (
        "October or December 1917 (Julian), 14 October to 13 November 1917 or 14 December 1917 to 13 January 1918"
    ),
    ("[..1439-02-28]", "hijri"): "some time until 28 Safar 1439 AH, some time until about 18 November 2017",
    ("[1439-02-28..]", "hijri"): "some time from 28 Safar 1439 AH on, some time from about 18 November 2017 on",
    ("[1917-10-25..]", "julian"): ("some time from 25 October 1917 (Julian) on, some time from 7 November 1917 on"),
}
OFFERED = {
    "Julian 1917-10-25": 'write date: "1917-10-25" and calendar: julian, for 25 October 1917 (Julian), 7 November 1917',
    "25 October 1917 (O.S.)": 'write date: "1917-10-25" and calendar: julian',
    "27 Safar 1439": 'write date: "1439-02-27" and calendar: hijri',
    "Safar 27, 1439": 'write date: "1439-02-27" and calendar: hijri',
    "1 Rabi' I 1439": 'write date: "1439-03-01" and calendar: hijri',
    "10 Muḥarram 61": 'write date: "0061-01-10" and calendar: hijri',
    "Dhul-Hijjah 1439": 'write date: "1439-12" and calendar: hijri',
    "1439 AH": 'write date: "1439" and calendar: hijri',
    "1439-02-28 AH": 'write date: "1439-02-28" and calendar: hijri',
    "1 Tishrei 5778": 'write date: "5778-07-01" and calendar: hebrew',
    "22 Bahman 1357": 'write date: "1357-11-22" and calendar: persian',
    "9 thermidor 2": 'write date: "0002-11-09" and calendar: french-republican',
    "31 Safar 1439": "not a date in a form that is taken",
}
REFUSED = {
    ("1700-02-30", "julian"): "no date of the julian calendar: its month 2 of the year 1700 has 29 days",
    ("1439-13-01", "hijri"): "the year 1439 has 12 months",
    ("143X", "hijri"): 'write "[1430..1439]"',
    ("143X-02", "hijri"): "its months as numbers",
    ("1439-21", "hijri"): "seasons and quarters are not counted by the hijri calendar",
    ("1917-24", "julian"): 'as "[1917-12..1918-02]"',
    ("1439-13", "hijri"): "the year 1439 has 12 months",
    ("1439-02-28/1439-02-27", "hijri"): "ends before it begins",
    ("9999-12-31", "julian"): 'reach beyond the years -9999 to 9999 of the Gregorian calendar; write "Y10000" without',
    ("-9999-01-01", "julian"): "reach beyond the years",
    ("9999-12", "hijri"): "reach beyond the years",
    ("9999-12-20T23Z", "coptic"): "reach beyond the years",
    ("2378", "persian"): "are 1 to 2377",
    ("1439-02-28T14", "hijri"): "a day of the hijri calendar may be one of three, and has no hours",
}


def rows() -> list[tuple[str, str, str, str, str, str]]:
    split = (line.split(maxsplit=5) for line in TAKEN.strip().splitlines())
    return [(one, two, three, four, five, six) for one, two, three, four, five, six in split]


@pytest.mark.parametrize(
    "text, calendar, meaning, first, last, words", rows(), ids=[f"{row[1]} {row[0]}" for row in rows()]
)
def test_a_date_of_another_calendar_means_what_was_agreed(  # noqa: PLR0913, PLR0917 - a row of the table
    text: str, calendar: str, meaning: str, first: str, last: str, words: str
) -> None:
    when = parse(text, calendar=calendar)
    assert when.meaning.value == meaning
    assert (str(when.earliest or "open"), str(when.latest or "open")) == (first, last)
    assert in_words(when) == words
    assert of_kept(kept(when)) == when


@pytest.mark.parametrize("text, calendar", SETS)
def test_a_set_and_an_open_range_say_the_same_by_both_calendars(text: str, calendar: str) -> None:
    assert in_words(parse(text, calendar=calendar)) == SETS[text, calendar]


@pytest.mark.parametrize("text", OFFERED)
def test_a_date_as_people_type_it_is_answered_with_its_calendar(text: str) -> None:
    with pytest.raises(DateError) as refused:
        parse(text)
    assert OFFERED[text] in str(refused.value)


@pytest.mark.parametrize("text, calendar", REFUSED)
def test_what_a_calendar_does_not_have_is_refused(text: str, calendar: str) -> None:
    with pytest.raises(DateError) as refused:
        parse(text, calendar=calendar)
    assert REFUSED[text, calendar] in str(refused.value)


def test_a_time_of_a_day_of_another_calendar_is_told_by_it() -> None:
    when = parse("5778-07-01T14:30", "Asia/Jerusalem", "hebrew")
    assert when.meaning is Meaning.POINT
    assert str(when.day) == "2017-09-21"
    assert in_words(when) == "14:30 on 1 Tishri 5778 (Hebrew), 21 September 2017"
    julian = parse("1917-10-25T21:40", "Europe/Moscow", "julian")
    assert in_words(julian) == "21:40 on 25 October 1917 (Julian), 7 November 1917"


def test_each_month_of_each_calendar_has_a_name() -> None:
    assert set(MONTHS_OF) | {"julian"} == set(CALENDARS)
    assert all(len(names) == CALENDARS[calendar].months for calendar, names in MONTHS_OF.items())
    assert all(len(set(names)) == len(names) for names in MONTHS_OF.values())


@given(st.sampled_from(["hijri", "hebrew", "coptic", "armenian", "indian-civil"]), st.integers(680_000, 740_000))
def test_a_day_in_words_is_offered_as_what_was_written(calendar: str, day: int) -> None:
    year, month, day_of_month = parts_of(calendar, day)
    text = f"{year:04}-{month:02}-{day_of_month:02}"
    when = parse(text, calendar=calendar)
    theirs = in_words(when).partition(",")[0].partition(" (")[0].removesuffix(" AH")
    assert when.earliest is not None
    assert when.latest is not None
    assert when.earliest.toordinal() <= day <= when.latest.toordinal()
    with pytest.raises(DateError) as refused:
        parse(theirs)
    assert f'date: "{text}" and calendar: {calendar}' in refused.value.cure

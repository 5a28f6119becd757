"""Dates as people type them: by eras, reigns, feasts, weeks, Roman days and the numbers of computers."""

import datetime as dt
import re

import pytest
from dateline.ground.dates import DateError, Day, in_words, parse, parse_as_typed
from dateline.ground.dates.offers_of_dates import advice
from dateline.ground.dates.other_calendars import days_of, easter
from dateline.ground.dates.values import WEEKDAYS
from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN
from dateutil.easter import easter as easter_of_another_library
from days_drawn import days_between
from hypothesis import example, given, settings
from hypothesis import strategies as st

CERTAIN = {
    # eras
    "Heisei 29": "2017",
    "Heisei 29-11-17": "2017-11-17",
    "17 November Heisei 29": "2017-11-17",
    "平成29年11月17日": "2017-11-17",
    "昭和64年": "[1989-01-01..1989-01-07]",
    "Shōwa 20": "1945",
    "Reiwa 1": "[2019-05-01..2019-12-31]",
    "before Heisei 29": "[..2016]",
    "Meiji 6": "1873",
    "Minguo 106": "2017",
    "民國106年11月17日": "2017-11-17",
    "ROC year 106": "2017",
    "Juche 106": "2017",
    "5778 AM": "5778 (hebrew)",
    "1396 SH": "1396 (persian)",
    "an VIII": "0008 (french-republican)",
    # a year of ours with a month of another calendar
    "Ramadan 2017": "1438-09 (hijri)",
    "Tishrei 2017": "5778-07 (hebrew)",
    "Brumaire 1799": "0008-02 (french-republican)",
    # feasts
    "Good Friday 2017": "2017-04-14",
    "Good Friday, 10 April 1998": "1998-04-10",
    "Easter Monday 1916": "1916-04-24",
    "before Good Friday 2017": "[..2017-04-13]",
    "Corpus Christi 1381": "1381-06-13 (julian)",
    "Michaelmas 1297": "1297-09-29 (julian)",
    "Christmas Day, 1066": "1066-12-25 (julian)",
    "St. Bartholomew's Day 1572": "1572-08-24 (julian)",
    "New Year’s Eve 1999": "1999-12-31",
    "Yom Kippur 1973": "5734-07-10 (hebrew)",
    "Rosh Hashanah 5778": "5778-07-01 (hebrew)",
    "Eid al-Fitr 1438 AH": "1438-10-01 (hijri)",
    "Ashura 61 AH": "0061-01-10 (hijri)",
    # Roman days
    "Ides of March 44 BC": "-0043-03-15 (julian)",
    "Kal. Mart. 710 AUC": "-0043-03-01 (julian)",
    "a.d. XV Kal. Dec. 1500": "1500-11-17 (julian)",
    "pridie Nonas Mai. 1500": "1500-05-06 (julian)",
    "III Id. Oct. 54 AD": "0054-10-13 (julian)",
    # decades, numbers and other languages
    "the eighteen-nineties": "189X",
    "roaring twenties": "192X",
    "the noughties": "200X",
    "XVII century": "16XX",
    "MDCCLXXVI": "1776",
    "17.XI.2017": "2017-11-17",
    "seventeenth of November 2017": "2017-11-17",
    "17 ноября 2017 г.": "2017-11-17",  # noqa: RUF001 - Cyrillic, as it is typed
    "1er novembre 2017": "2017-11-01",
    "vendredi 17 novembre 2017": "2017-11-17",
    "2017년 11월 17일": "2017-11-17",
    "2017. 11. 17.": "2017-11-17",
    "den 17. november 2017": "2017-11-17",
    # weekdays that settle which day it was
    "Friday 17 November 2017": "2017-11-17",
    "Friday 02/03/2018": "2018-03-02",
    "2017-W46 Friday": "2017-11-17",
    "mid-2017-W46": "[2017-11-16..2017-11-17]",
    # days that are reckoned from others
    "first Monday of November 2017": "2017-11-06",
    "last Friday of November 2017": "2017-11-24",
    "the last day of February 2016": "2016-02-29",
    "2 weeks after 17 November 2017": "2017-12-01",
    "the day before 1 January 2018": "2017-12-31",
    "3rd millennium BC": "[-2999..-2000]",
    # machines, mail, soldiers and librarians
    "Fri Nov 17 14:30:00 2017": "2017-11-17T14:30:00",
    "2017:11:17 14:30:00": "2017-11-17T14:30:00",
    "20171117T143000Z": "2017-11-17T14:30Z",
    "17NOV2017": "2017-11-17",
    "17 Nov 2017, around 14:30": "2017-11-17T14:30~",
    "on or about 17 November 2017": "2017-11-17~",
    "©2017": "2017",
    "24 August AD 79": "0079-08-24",
    # other languages
    "vor 1745": "[..1744]",
    "antes del 17 de noviembre de 2017": "[..2017-11-16]",
    "19. Jahrhundert": "18XX",
    "XIXe siècle": "18XX",
    "années 1980": "198X",
    "٢٧ صفر ١٤٣٩ هـ": "1439-02-27 (hijri)",
    "26 آبان 1396": "1396-08-26 (persian)",
    # days of a year
    "day 321 of 2017": "2017-11-17",
    "MJD 58074": "2017-11-17",
    "2017-321": "2017-11-17",
    "490 or 489 BC": "[-0489,-0488]",
    "1 or 5 March 44 BC": "[-0043-03-01,-0043-03-05]",
}
ASKED = {
    "the nineties": "write 199X for the 1990s, or 189X for the 1890s",
    "the late sixties": 'write "[1967..1969]" for some time from 1967 to 1969, or "[1867..1869]"',
    "Easter 1916": "if the day itself is meant, write 1916-04-23 for 23 April 1916",
    "Good Friday 1998": "write 1998-04-10 for 10 April 1998; where the church kept",
    "Easter 2018": "write 2018-04-01 for 1 April 2018; where the church kept to the Julian calendar, 2018-04-08",
    "Lady Day 1700": 'the Julian calendar, write date: "1700-03-25" and calendar: julian',
    "Orthodox Christmas 1914": "if the day itself is meant, write 1915-01-07",
    "Good Friday, 11 April 1998": "good friday was on 10 April 1998 and not on 11 April 1998: correct the one",
    "Passover 1943": 'write date: "5703-01-15" and calendar: hebrew, for 15 Nisan 5703 (Hebrew), 20 April 1943',
    "Diwali 2017": "the day of diwali depends on where it was kept: look it up",
    "Good Friday": "the year is missing",
    "Olympiad 87": "it is 432/431 BCE to 429/428 BCE, from one summer to another",
    "Ol. 87,2": 'it is 431/430 BCE, from one summer to another: write "[-0430-22..-0429-22]"',
    "second year of the 87th Olympiad": "it is 431/430 BCE",
    "Olympiad 195": "it is 1/2 CE to 4/5 CE",
    "Olympiad 300": "the Olympiads are 1 to 293",
    "432/1 BC": "if it is one year from summer to summer",
    "H29": "if it is Heisei 29 of Japan, write 2017",
    "S20.8.15": "if it is Showa 20 of Japan, write 1945-08-15 for 15 August 1945",
    "Meiji 4": "write 1871~ for the year",
    "2560 BE": 'if it is counted as in Thailand, write 2017; as in Sri Lanka or Myanmar, "[2016-04..2017-05]"',
    "17 November 2560 BE": "if it is counted as in Thailand, write 2017-11-17 for 17 November 2017",
    "2460 BE": 'write "[1917-04..1918-03]"',
    "753 AUC": 'if it is counted as Varro did, write "0000" for 1 BCE',
    "AM 7525": 'write date: "[2016-09..2017-08]" and calendar: julian',
    "2010 EC": 'if it is a year in Ethiopia, write "[2017-09..2018-09]"',
    "3 Henry VIII": "reckon it from the day on which that year began",
    "year 12 of Nero": "reckon it from the day on which that year began",
    "17 Nov '17": "write 2017-11-17 for 17 November 2017, or 1917-11-17 for 17 November 1917",
    "May '68": "write 1968-05 for May 1968, or 1868-05 for May 1868",
    "3Q17": "write 2017-35 for the third quarter of 2017, or 1917-35",
    "FY2018": '"[2017-10..2018-09]" or "[2018-10..2019-09]" where that is October, as in the United States',
    "tax year 2017-18": '"[2017-04..2018-03]" where that is April',
    "week 46, 2017": 'the first being that of 4 January (ISO 8601), write "[2017-11-13..2017-11-19]"',
    "2017-W60": "2017 has 52 weeks as ISO 8601 counts them, and no week 60",
    "2017-400": "2017 has 365 days, and no day 400",
    "2017321": "if it is day 321 of 2017, write 2017-11-17 for 17 November 2017; if it is a year, Y2017321",
    "1510912800": 'if it counts the seconds since 1970, write "2017-11-17T10:00:00Z"; if it is a year, Y1510912800',
    "43056": "if it is a spreadsheet's number of a day, write 2017-11-17",
    "43056.5": 'write "2017-11-17T12:00"',
    "JD 2458075": 'which begins at noon, write "2017-11-17T12:00Z"',
    "9.12.11.5.18": "if it is a Maya long count",
    "Monday 17 November 2017": "17 November 2017 was a Friday, not a Monday: correct the one or the other",
    "Monday 17 November 2017 at 14:30": "17 November 2017 was a Friday, not a Monday",
    "Saturday 14 October 1066": 'write date: "1066-10-14" and calendar: julian',
    "Wednesday 25 October 1917": 'by which it was one, write date: "1917-10-25" and calendar: julian',
    "Thursday 17 November 2017": "was a Friday, not a Thursday: correct the one or the other; if the source dates by",
    "III Kal. Ian. 1150": 'if the year is that of the day itself: write date: "1150-12-30"',
    "pridie Kal. Jan. 44 BC": 'if it is that of the Kalends: write date: "-0044-12-31"',
    "a.d. XV Kal. Dec.": "it is the day 11-17, and the year is missing",
    "a.d. XV Kal. Dec. 2017": "write 2017-11-17 for 17 November 2017; if the source dates by the Julian calendar",
    "Id. Mart. 100 BC": "Rome had its own calendar until 46 BCE",
    "mid-November": "the year is missing: put it before the month, as 2031-11",
    "November": "if nobody knows it, write XXXX-11-XX",
    "14 Ramadan": "the year is missing",
    "Ramadan 17": 'as date: "1439-09-17" and calendar: hijri; if 17 is the year, write date: "0017-09"',
    "Brumaire 18": 'as date: "0008-02-18" and calendar: french-republican; if 18 is the year',
    "noon": 'the day is missing: put it before the time, as "2031-03-06T12:00"',
    "turn of the century": "write the first and the last year that it may be",
    "1990-5": "write 1990-05 for that month; if it lasted so many years, 1990/1995",
    "25 Oct/7 Nov 1917": "if it is one day by two calendars, write 1917-11-07 for 7 November 1917",
    "25 October (7 November) 1917": 'or write date: "1917-10-25" and calendar: julian',
    "27 Safar 1439 AH / 17 November 2017": "write 2017-11-17 for 17 November 2017, and all of it into date_wording",
    "27 Safar 1439 AH / 27 November 2017": "the two are not one day",
    "171117": "if it is a day, write 2017-11-17 for 17 November 2017, or 1917-11-17",
    "17112017": "if it is a day, write 2017-11-17 for 17 November 2017; if it is a year, Y17112017",
    "1734 AM": "if it counts from the Martyrs, as Copts do",
    "first week of November 2017": "if its weeks are counted from its first day",
    "10,000 BP": 'write "-8050~" for about 8051 BCE',
    "66 mya": "write Y-66000000~",
    "by the end of 2017": 'write "[..2017]"',
    "18th-19th century": "write 17XX/18XX",
    "17 to 18 November": "the year is missing: put it behind, as 17 to 18 November 2031",
    "GET 055:54:53": "reckon the day or the time from the event",
    "2017-W46-8": "the days of a week are 1 for Monday to 7",
    "ohne Jahr": "write the last day that is possible",
    "1999-2001": "write 1999/2001",
}
ERAS = {"Meiji": (1868, 6, 45), "Taisho": (1912, 1, 15), "Showa": (1926, 1, 64), "Heisei": (1989, 1, 31)}
OFFERED = re.compile(
    r'date: "([^"]+)" and calendar: ([a-z-]+)|"([^"]+)"|(?<![\w/.-])(\d{4}(?:-\d\d){0,2}[~?]?)(?![\w-])'
)


@pytest.mark.parametrize("typed", CERTAIN)
def test_what_is_certain_is_taken(typed: str) -> None:
    assert str(parse_as_typed(typed, "Asia/Damascus")) == CERTAIN[typed]


@pytest.mark.parametrize("typed", ASKED)
def test_what_is_not_certain_is_asked_with_all_that_it_may_be(typed: str) -> None:
    with pytest.raises(DateError) as refused:
        parse_as_typed(typed, "Asia/Damascus")
    assert ASKED[typed] in refused.value.cure


@pytest.mark.parametrize("typed", [*CERTAIN, *ASKED])
def test_what_is_offered_is_a_date(typed: str) -> None:
    said = advice(typed) or ""
    offered = [(one[0] or one[2] or one[3], one[1] or None) for one in OFFERED.findall(said)]
    for date, calendar in offered:
        assert in_words(parse(date, "UTC", calendar)), said


@given(st.integers(1583, 4099))
@example(1916)
@example(2100)
def test_easter_is_reckoned_as_another_library_does(year: int) -> None:
    west, east = (easter_of_another_library(year, way).toordinal() for way in (EASTER_WESTERN, EASTER_ORTHODOX))
    assert (easter(year, by_julian=False), easter(year, by_julian=True)) == (west, east)
    assert f"{dt.date.fromordinal(west)}" in (advice(f"Easter Sunday {year}") or "")


@pytest.mark.parametrize("era", ERAS)
def test_each_whole_year_of_an_era_of_japan_is_one_of_ours(era: str) -> None:
    begun, first, last = ERAS[era]
    for year in range(max(first, 2), last):
        assert parse_as_typed(f"{era} {year}") == parse(f"{begun + year - 1}")


def test_the_eras_of_japan_follow_one_another_without_a_gap() -> None:
    firsts = [parse_as_typed(one).earliest for one in ("Taisho 1", "Showa 1", "Heisei 1", "Reiwa 1")]
    lasts = [parse_as_typed(one).latest for one in ("Meiji 45", "Taisho 15", "Showa 64", "Heisei 31")]
    assert all(first and last and 0 <= first.days_since(last) <= 1 for first, last in zip(firsts, lasts, strict=True))


@given(days_between("1583-01-01", "9998-12-31"), st.integers(0, 6))
def test_a_day_of_the_week_is_taken_where_it_is_right_and_told_where_not(day: Day, number: int) -> None:
    text = f"{WEEKDAYS[number]}, {in_words(parse(str(day)))}"
    if day.weekday() == number:
        assert parse_as_typed(text) == parse(str(day))
    else:
        with pytest.raises(DateError, match=r"correct the one or the other|by the Julian calendar"):
            parse_as_typed(text)


@given(st.integers(1_000_000_000, 1_999_999_999))
def test_seconds_since_1970_are_the_instant_that_python_knows(seconds: int) -> None:
    instant = dt.datetime.fromtimestamp(seconds, dt.UTC)
    assert f'"{instant:%Y-%m-%dT%H:%M:%S}Z"' in (advice(f"{seconds}") or "")


@given(days_between("1954-10-04", "2050-12-31"))
def test_the_number_of_a_day_in_a_spreadsheet_is_that_day(day: Day) -> None:
    number = day.toordinal() - dt.date(1899, 12, 30).toordinal()
    assert f"write {day} for" in (advice(f"{number}") or "")


@given(days_between("1583-01-01", "2999-12-31"))
def test_a_day_counted_in_its_year_and_in_its_week_is_that_day(drawn: Day) -> None:
    day = dt.date(*drawn)
    assert parse_as_typed(f"day {day.timetuple().tm_yday} of {day.year}") == parse(str(day))
    year, week, _ = day.isocalendar()
    monday = dt.date.fromisocalendar(year, week, 1)
    assert f"[{monday}..{monday + dt.timedelta(days=6)}]" in (advice(f"week {week}, {year}") or "")


@settings(max_examples=60)
@given(st.integers(1, 1582), st.integers(2, 12))
def test_roman_days_run_back_from_the_next_kalends(year: int, month: int) -> None:
    names = ["Ian", "Feb", "Mar", "Apr", "Mai", "Iun", "Iul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    first = days_of("julian", year, month)[0]
    for count, roman in ((2, "pridie"), (3, "III"), (10, "X")):
        told = parse_as_typed(f"{roman} Kal. {names[month - 1]}. {year} AD")
        assert told.earliest == Day.fromordinal(first - count + 1)

"""Dates of rows: read where they are certain, and told where they may mean several."""

import pytest
from dateline.editing.importing.row_dates import DateReader, only_order
from dateline.ground import dates
from hypothesis import given
from hypothesis import strategies as st

UTC = DateReader("UTC")


@pytest.mark.parametrize(
    "text,meant",
    [
        ("2017-11-08", "2017-11-08"),
        ("8 Nov 2017", "2017-11-08"),
        ("25/04/2017", "2017-04-25"),
        ("3.4.2017", "2017-04-03"),
        ("20171108", "2017-11-08"),
        ("431 BC", "-0430"),
        ("5th century BC", "-04XX"),
        ("c. 1200", "1200~"),
        ("before March 2031", "[..2031-02]"),
        ("2017-11-08 00:00:00", "2017-11-08"),
        ("Nov 8, 2017 14:30", "2017-11-08T14:30"),
    ],
)
def test_a_certain_date_is_read(text: str, meant: str) -> None:
    assert UTC.day(text).text == meant


@pytest.mark.parametrize(
    "text,asked",
    [
        ("03/04/2017", "order:"),
        ("8/11/17", "four digits"),
        ("2010-2012", "spans:"),
        ("1 to 3 March 2031", "spans:"),
        ("-430", "minus:"),
        ("1200s", "the cell"),
        ("unknown", "last day"),
        ("2017-02-30", "correct"),
        ("Oct-17", "the year is missing"),
    ],
)
def test_a_doubtful_date_is_none_and_says_what_would_decide(text: str, asked: str) -> None:
    read = UTC.day(text)
    assert read.text == ""
    assert read.doubt
    assert asked in read.cure


def test_what_the_map_says_decides() -> None:
    told = DateReader("UTC", "month-first", "lasted", is_astronomical=False)
    assert told.day("03/04/2017").text == "2017-03-04"
    assert told.day("2010-2012").text == "2010/2012"
    assert told.day("-430").text == "-0429"
    assert DateReader("UTC", "day-first", "within", is_astronomical=True).day("-430").text == "-0430"
    assert DateReader("UTC", spans="within").day("2010-2012").text == "[2010..2012]"


def test_the_order_of_the_map_does_not_make_an_impossible_date() -> None:
    assert DateReader("UTC", "month-first").day("25/04/2017").text == "2017-04-25"


def test_a_date_of_another_calendar_keeps_it() -> None:
    read = UTC.day("10 Muharram 61 AH")
    assert (read.text, read.calendar) == ("0061-01-10", "hijri")


def test_a_time_needs_a_clock() -> None:
    nowhere = DateReader(None)
    assert "timezone" in nowhere.day("2017-11-08 14:30").cure
    assert nowhere.day("2017-11-08T14:30Z").text == "2017-11-08T14:30Z"
    assert UTC.timed("2017-11-08", "2:30 pm").text == "2017-11-08T14:30"
    assert "no time" in UTC.timed("2017-11-08", "morning").doubt
    assert "belongs to a day" in UTC.timed("2017-11", "14:30").doubt


def test_parts_of_a_date_stand_in_columns_of_their_own() -> None:
    assert UTC.of_parts({"year": "2017", "month": "3", "day": "2"}).text == "2017-03-02"
    assert UTC.of_parts({"year": "2017.0", "month": "March"}).text == "2017-03"
    assert UTC.of_parts({"year": "33", "month": "April", "day": "3"}).text == "0033-04-03"
    assert "month is missing" in UTC.of_parts({"year": "2017", "day": "3"}).doubt
    assert "year is missing" in UTC.of_parts({"month": "3"}).doubt


def test_a_span_has_two_plain_sides_in_their_order() -> None:
    assert UTC.span("2017-11-08", "2017-11-10").text == "2017-11-08/2017-11-10"
    assert UTC.span("2017", "2017").text == "2017"
    assert "ends before" in UTC.span("2018", "2017").doubt
    assert "no side" in UTC.span("[..2017]", "2018").doubt


def test_an_order_shows_only_where_one_date_forces_it_and_none_the_other() -> None:
    assert only_order(["03/04/2017", "25/04/2017"]) == "day-first"
    assert only_order(["03/04/2017", "04/25/2017"]) == "month-first"
    assert only_order(["25/04/2017", "04/25/2017"]) is None
    assert only_order(["03/04/2017"]) is None


@given(st.text(max_size=30) | st.from_regex(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}", fullmatch=True))
def test_whatever_is_read_is_a_date_and_else_there_is_a_doubt(text: str) -> None:
    read = UTC.day(text)
    assert bool(read.text) != bool(read.doubt)
    if read.text:
        dates.parse(read.text, "UTC", read.calendar)

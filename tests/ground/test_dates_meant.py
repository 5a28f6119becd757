"""A date typed otherwise than EDTF is taken only where it can mean nothing else."""

import pytest
from dateline.ground.dates import DateError, in_words, parse, parse_as_typed, surely_meant
from days_drawn import days_between
from hypothesis import given

SURE = {
    "17 November 2017": "2017-11-17",
    "17/11/2017": "2017-11-17",
    "14:30 on 8 November 2017": "2017-11-08T14:30",
    "27 Safar 1439": "1439-02-27 (hijri)",
    "9 thermidor 2": "0002-11-09 (french-republican)",
    "25 October 1917 (O.S.)": "1917-10-25 (julian)",
    "before 2031-03-05": "[..2031-03-04]",
    "spring 431 BC": "-0430-21",
    "1990s": "199X",
    "circa 2030": "2030~",
    "1 or 5 March 2031": "[2031-03-01,2031-03-05]",
}
UNSURE = [
    "02/03/2031",
    "12 midnight on 8 November 2017",
    "2031-03-01 to 2031-03-03",
    "2031-03-03/2031-03-01",
    "since 2017",
    "10 February 1731/2",
    "1700-02-29",
    "yesterday",
    "unknown",
    "",
]


@pytest.mark.parametrize("typed", SURE)
def test_what_can_mean_one_date_is_taken(typed: str) -> None:
    assert str(parse_as_typed(typed, "Asia/Damascus")) == SURE[typed]


@pytest.mark.parametrize("typed", UNSURE)
def test_what_may_be_several_dates_or_none_is_refused(typed: str) -> None:
    assert surely_meant(typed) is None
    with pytest.raises(DateError):
        parse_as_typed(typed, "Asia/Damascus")


@given(days_between("1001-01-01", "9999-12-31").map(str))
def test_a_day_in_words_means_itself(day: str) -> None:
    assert parse_as_typed(in_words(parse(day))) == parse(day)


def test_a_calendar_that_is_said_governs_what_is_typed_and_contradicts_nothing() -> None:
    assert parse_as_typed("25 October 1917", None, "julian") == parse("1917-10-25", None, "julian")
    with pytest.raises(DateError, match="is of the hijri calendar, not of the julian one"):
        parse_as_typed("27 Safar 1439", None, "julian")


@pytest.mark.parametrize(
    "typed, told",
    [
        ("2017-00-00", "write 2017"),
        ("2017-00", "write 2017"),
        ("2017-11-00", "write 2017-11"),
        ("2017-11-??", "write 2017-11-XX"),
        ("2031-03/04", "write 2031-03/2031-04; if it is one day, 2031-03-04"),
        ("10,000 BC", 'write "-9999"'),
    ],
)
def test_what_nobody_knows_is_told_as_it_is_written_here(typed: str, told: str) -> None:
    with pytest.raises(DateError) as refused:
        parse(typed, "Asia/Damascus")
    assert told in str(refused.value)

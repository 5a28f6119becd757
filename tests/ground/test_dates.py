"""Dates: what is taken, what it means, and how it is told."""

import calendar
import itertools
from random import Random

import pytest
from dateline.ground.dates import EARLIEST, DateError, Day, Edtf, Precision, day_in_words, in_words, parse
from days_drawn import days_between
from edtf import parse_edtf
from hypothesis import assume, given
from hypothesis import strategies as st

DAYS = days_between("0001-01-01", "9999-12-31")
MARKS = st.sampled_from(["", "~", "?", "%"])
EDTF_LIKE = st.text("0123456789-X~?%/.,[]{} ", max_size=30)


@st.composite
def singles(draw: st.DrawFn) -> str:
    day = draw(DAYS).isoformat()
    forms = [day, day[:7], day[:4], f"{day[:7]}-XX", f"{day[:4]}-XX", f"{day[:4]}-XX-XX", f"{day[:3]}X", f"{day[:2]}XX"]
    text = draw(st.sampled_from(forms))
    return text.replace("000X", "001X").replace("00XX", "01XX") + draw(MARKS)


@st.composite
def seasons_or_singles(draw: st.DrawFn) -> str:
    season = f"{draw(st.integers(1, 9998)):04}-{draw(st.integers(21, 36))}{draw(MARKS)}"
    return draw(st.one_of(st.just(season), singles()))


@st.composite
def dates(draw: st.DrawFn) -> str:
    first, last = sorted([draw(seasons_or_singles()), draw(seasons_or_singles())])
    forms = [first, f"{first}/..", f"../{last}", f"[{first},{last}..]", f"[..{last}]", f"{{{first}..}}"]
    forms += [f"[{first},{last}]", f"{{{first},{last}}}"] if first != last else []
    if parse(first).order[0] <= parse(last).order[1]:
        forms += [f"{first}/{last}", f"[{first}..{last}]", f"[{first}..{last},{last}]", f"{{{first}..{last}}}"]
    return draw(st.sampled_from(forms))


@pytest.mark.parametrize(
    "text, earliest, latest",
    [
        ("2017-11-17", "2017-11-17", "2017-11-17"),
        ("2017-02", "2017-02-01", "2017-02-28"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2017", "2017-01-01", "2017-12-31"),
        ("2017-11-17~", "2017-11-17", "2017-11-17"),
        ("2017-11?", "2017-11-01", "2017-11-30"),
        ("2017-11-XX", "2017-11-01", "2017-11-30"),
        ("2017-XX", "2017-01-01", "2017-12-31"),
        ("2017-XX-XX", "2017-01-01", "2017-12-31"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2017-11-11/2017-11-12", "2017-11-11", "2017-11-12"),
        ("2017-11/2018", "2017-11-01", "2018-12-31"),
        ("2017-11-17/2017-11-XX", "2017-11-17", "2017-11-30"),
        ("2017-11-11/..", "2017-11-11", None),
        ("../2017-11-11", None, "2017-11-11"),
        ("[2017-11-18,2017-11-20]", "2017-11-18", "2017-11-20"),
        ("[2017-11-20,2017-11-18]", "2017-11-18", "2017-11-20"),
        ("[2017-11-18..2017-11-20]", "2017-11-18", "2017-11-20"),
        ("[2017,2019..]", "2017-01-01", None),
        ("[..2017,2019]", None, "2019-12-31"),
    ],
)
def test_a_date_has_the_bounds_that_it_names(text: str, earliest: str | None, latest: str | None) -> None:
    when = parse(text)
    assert when.earliest == (earliest and Day.fromisoformat(earliest))
    assert when.latest == (latest and Day.fromisoformat(latest))


@pytest.mark.parametrize(
    "text, words",
    [
        ("2017-11-07", "7 November 2017"),
        ("2017-11", "November 2017"),
        ("2017", "2017"),
        ("2017-11~", "about November 2017"),
        ("2017-11-17?", "perhaps 17 November 2017"),
        ("2017%", "perhaps about 2017"),
        ("2017-11-XX", "some day in November 2017"),
        ("2017-XX", "some time in 2017"),
        ("2017-XX-XX", "some time in 2017"),
        ("201X", "the 2010s"),
        ("201X~", "about the 2010s"),
        ("20XX", "the 2000s"),
        ("2017-11-11/2017-11-12", "11 to 12 November 2017"),
        ("2017-11-11/2017-11-11", "11 November 2017"),
        ("2017-11-11/..", "from 11 November 2017"),
        ("../2017-11", "until November 2017"),
        ("2017?/2018~", "perhaps 2017 to about 2018"),
        ("2017-11-11?/2017-11-12", "from perhaps 11 to 12 November 2017"),
        ("197X~/1985", "from about the 1970s to 1985"),
        ("2017-11-11/2017-11-12?", "11 to perhaps 12 November 2017"),
        ("[2017-11-11?..2017-11-12]", "some time from perhaps 11 to 12 November 2017"),
        ("{2017-11-11?..2017-11-12}", "each day from perhaps 11 to 12 November 2017"),
        ("[2017-11-18,2017-11-20]", "18 or 20 November 2017"),
        ("[2017-11-30,2017-12-02]", "30 November or 2 December 2017"),
        ("[2017-12-31,2018-01-02]", "31 December 2017 or 2 January 2018"),
        ("[2017-11-18,2017-12]", "18 November 2017 or December 2017"),
        ("{2017-11-18..2017-11-20,2017-11-25}", "each day from 18 to 20 November 2017 and 25 November 2017"),
        ("{2017-11,2018-01}", "November 2017 and January 2018"),
        ("2017-11/2017-12", "November to December 2017"),
        ("200X", "the years 2000 to 2009"),
        ("0033-04-03", "3 April 33 CE"),
        ("2031-~03", "March 2031, the month approximate"),
        ("?2031-03", "March 2031, the year uncertain"),
        ("2031%-03-02", "2 March 2031, the year uncertain and approximate"),
        ("~2031", "about 2031"),
        ("[2017,2018,2020]", "2017, 2018 or 2020"),
        ("[2017-11-18..2017-11-20]", "some time from 18 to 20 November 2017"),
        ("[2017..2019,2020]", "some time from 2017 to 2019 or 2020"),
        ("[2017..2018,2020]", "2017, 2018 or 2020"),
        ("[2017-12-02..2017-12-03]", "2 or 3 December 2017"),
        ("{2017-12-02..2017-12-03}", "2 and 3 December 2017"),
        ("[2017-11-30..2017-12-01]", "30 November or 1 December 2017"),
        ("[2017-12-31..2018-01-01]", "31 December 2017 or 1 January 2018"),
        ("[2017-12..2018-01]", "December 2017 or January 2018"),
        ("[2017..2018]", "2017 or 2018"),
        ("[2017-12-02..2018]", "some time from 2 December 2017 to 2018"),
        ("[..2017]", "some time until 2017"),
        ("[2017..]", "some time from 2017 on"),
    ],
)
def test_a_date_is_told_in_words(text: str, words: str) -> None:
    assert in_words(parse(text)) == words


@pytest.mark.parametrize(
    "text, part_of_the_message",
    [
        ("2017-11-31", "November has 30 days"),
        ("2017-02-29~", "February 2017 has no day 29"),
        ("2017-13", "no month 13"),
        ("2017-00", "no month 0"),
        ("2017-11-00", "no day 0"),
        ("2017-44/2018", "no month 44"),
        ("-0000", 'write "0000"'),
        ("Y12025-03", "stands alone; write Y12025"),
        ("2031-02-3X", "no day has such a date"),
        ("XXXX", "neither the year nor the month"),
        ("XXXX-01-05/2031", "a day of an unknown year stands alone"),
        ("[2017-11-31,2018]", "November 2017 has no day 31"),
        ("2018/2017", "ends before it begins"),
        ("[2018..2017]", "ends before it begins"),
        ("2017/", "write .. for an open side"),
        ("/2017", "write .. for an open side"),
        ("../..", "open on both sides"),
        ("[..]", "open on both sides"),
        ("2017-1-5", "write 2017-01-05"),
        ("2017/1/5", "write 2017-01-05"),
        ("20170105", "write 2017-01-05"),
        ("5.1.2017", "write 2017-01-05"),
        ("5 January 2017", "write 2017-01-05"),
        ("January 5, 2017", "write 2017-01-05"),
        ("Jan. 2017", "write 2017-01"),
        ("2017-01-05 10:00:00Z", 'write "2017-01-05T10:00:00Z"'),
        ("31 November 2017", "November has 30 days"),
        ("5/1/2017", "write 2017-01-05 for 5 January 2017, or 2017-05-01"),
        ("Ju 2017", "a day is written 2017-11-17"),
        ("yesterday", "date_basis: relative"),
        ("", "write the last day that is possible"),
        ("2017-44", "no month 44"),
        ("[2017]", "a set has two or more; write 2017"),
        ("[2017,2017]", "has 2017 twice; write 2017"),
        ("{2017-11-17,2017-11-18,2017-11-17}", 'write "{2017-11-17,2017-11-18}"'),
        ("[2017..2018,2017..2018]", 'write "[2017..2018]"'),
        ("Y2017", "write 2017"),
        ("-430", 'write "-0430" for 431 BCE, or "-0429" for 430 BCE'),
        ("12025", "write Y12025"),
        ("٢٠١٧", "write 2017"),
        ("2017-11-17/2017-11-18/2017-11-19", 'write "{2017-11-17,2017-11-18,2017-11-19}"'),
        ("2" * 201, "at most 200 characters"),
    ],
)
def test_what_is_no_date_here_is_refused_with_what_to_write(text: str, part_of_the_message: str) -> None:
    with pytest.raises(DateError) as refused:
        parse(text)
    assert part_of_the_message in str(refused.value)


@given(st.one_of(st.text(max_size=40), EDTF_LIKE))
def test_any_text_is_a_date_with_words_or_a_date_error(text: str) -> None:
    try:
        when = parse(text)
    except DateError:
        return
    assert in_words(when).strip()
    assert when.order[0] <= when.order[1]


@given(dates())
def test_a_date_reads_back_as_itself(text: str) -> None:
    assert parse(str(parse(text))) == parse(text)


@given(singles())
def test_a_single_date_has_the_bounds_that_the_edtf_package_gives_it(text: str) -> None:
    peer, when = parse_edtf(text), parse(text)
    assert when.earliest == Day(*peer.lower_strict()[:3])
    assert when.latest == Day(*peer.upper_strict()[:3])


@given(st.integers(1, 9998), st.integers(21, 36))
def test_a_season_is_three_whole_months_that_begin_in_its_year(year: int, code: int) -> None:
    when = parse(f"{year:04}-{code}")
    assert when.earliest is not None
    assert when.latest is not None
    assert (when.earliest.day, when.earliest.year, when.latest.shifted(1).day) == (1, year, 1)
    months = (when.latest.year - when.earliest.year) * 12 + when.latest.month - when.earliest.month
    assert months == 2


@given(st.integers(1, 9998), st.sampled_from([21, 25, 29, 33]))
def test_four_seasons_or_quarters_follow_one_another_without_a_gap(year: int, first: int) -> None:
    four = [parse(f"{year:04}-{code}") for code in range(first, first + 4)]
    # In the south the year begins in autumn: spring and summer are the last two of the four.
    four.sort(key=lambda when: when.order)
    for before, after in itertools.pairwise(four):
        assert before.latest is not None
        assert before.latest.shifted(1) == after.earliest


@given(DAYS, DAYS)
def test_a_span_has_the_bounds_that_the_edtf_package_gives_it(one: Day, other: Day) -> None:
    first, last = sorted([one, other])
    peer, when = parse_edtf(f"{first}/{last}"), parse(f"{first}/{last}")
    assert (when.earliest, when.latest) == (Day(*peer.lower_strict()[:3]), Day(*peer.upper_strict()[:3]))


@given(dates(), st.sampled_from([" ", "  ", "\n", "\t"]))
def test_white_space_around_a_date_and_its_separators_goes(text: str, space: str) -> None:
    spaced = text.replace(",", f",{space}").replace("/", f"{space}/{space}")
    assert parse(f"{space}{spaced}{space}") == parse(text)


@given(DAYS)
def test_a_day_a_month_and_a_year_hold_each_other(day: Day) -> None:
    text = day.isoformat()
    of_day, of_month, of_year = parse(text), parse(text[:7]), parse(text[:4])
    assert (of_day.earliest, of_day.latest) == (day, day)
    assert of_month.latest == Day(day.year, day.month, calendar.monthrange(day.year, day.month)[1])
    for inner, outer in itertools.pairwise([of_day, of_month, of_year]):
        assert outer.order[0] <= inner.order[0] <= inner.order[1] <= outer.order[1]
    assert [when.precision for when in (of_day, of_month, of_year)] == [
        Precision.DAY,
        Precision.MONTH,
        Precision.YEAR,
    ]


@given(singles(), singles())
def test_a_set_may_be_whatever_its_members_may_be(first: str, last: str) -> None:
    assume(first != last)
    whole = parse(f"[{first},{last}]")
    for member in (parse(first), parse(last)):
        assert whole.may_be(member.order[0])
        assert whole.may_be(member.order[1])


@given(singles(), DAYS)
def test_an_open_span_may_be_every_day_on_its_open_side(text: str, day: Day) -> None:
    when, onward, until = parse(text), parse(f"{text}/.."), parse(f"../{text}")
    assert onward.may_be(day) == (day >= when.order[0])
    assert until.may_be(day) == (day <= when.order[1])


@given(st.lists(dates().map(parse), min_size=2, max_size=8), st.randoms())
def test_dates_have_one_order_by_bounds_then_text(given_dates: list[Edtf], chance: Random) -> None:
    ordered = sorted(given_dates, key=lambda when: when.order)
    chance.shuffle(given_dates)
    assert ordered == sorted(given_dates, key=lambda when: when.order)
    for left, right in itertools.pairwise(ordered):
        assert (left.earliest or EARLIEST) <= (right.earliest or EARLIEST)


@pytest.mark.parametrize(
    "text, precision, day",
    [
        ("2017-11-17", Precision.DAY, Day(2017, 11, 17)),
        ("2017-11-17~", Precision.DAY, Day(2017, 11, 17)),
        ("2017-11", Precision.MONTH, None),
        ("2017-11-11/2017-11-12", Precision.MONTH, Day(2017, 11, 11)),
        ("[2017-11-11..2017-11-12]", Precision.MONTH, None),
        ("2017-10-31/2017-11-01", Precision.YEAR, Day(2017, 10, 31)),
        ("2016-12-31/2017-01-01", Precision.DECADE, Day(2016, 12, 31)),
        ("{2017-11-12,2017-11-11}", Precision.MONTH, Day(2017, 11, 11)),
        ("2017-11/2018", Precision.DECADE, None),
        ("2017-11-17/..", Precision.LONGER, Day(2017, 11, 17)),
        ("../2017-11-17", Precision.LONGER, Day(2017, 11, 17)),
        ("201X", Precision.DECADE, None),
        ("20XX", Precision.CENTURY, None),
        ("[1999,2000]", Precision.LONGER, None),
    ],
)
def test_precision_is_the_shortest_unit_that_holds_all_of_it(text: str, precision: Precision, day: Day | None) -> None:
    assert (parse(text).precision, parse(text).day) == (precision, day)


@pytest.mark.parametrize(
    "text, approximate, uncertain",
    [("2017", False, False), ("2017~", True, False), ("2017?", False, True), ("2017%", True, True)],
)
def test_the_marks_say_about_and_perhaps(text: str, *, approximate: bool, uncertain: bool) -> None:
    assert (parse(text).approximate, parse(text).uncertain) == (approximate, uncertain)


def test_a_day_is_told_with_its_weekday() -> None:
    assert day_in_words(Day(2017, 11, 17)) == "Friday, 17 November 2017"
    assert day_in_words(Day(1582, 10, 15)) == "Friday, 15 October 1582"
    assert day_in_words(Day(1582, 10, 14)) == "14 October 1582"
    assert day_in_words(Day(33, 4, 3)) == "3 April 33 CE"


def test_a_refused_date_is_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    for text in ("2031-02-3X", "XXXX", "2031-99-XX"):
        with pytest.raises(DateError):
            parse(text)
    assert capsys.readouterr() == ("", "")

"""Dates with times of day: what they mean, in which order they stand, how they are told, and what is offered."""

from random import Random

import pytest
from dateline.ground.dates import DateError, Edtf, Meaning, first_and_last, in_words, kept, of_kept, parse
from dateline.ground.dates.told import time_in_words
from hypothesis import given
from hypothesis import strategies as st

DAMASCUS = "Asia/Damascus"
TAKEN = """
2017-11-08T14:30 point 2017-11-08 2017-11-08 14:30 on 8 November 2017
2017-11-08T14:30:07 point 2017-11-08 2017-11-08 14:30:07 on 8 November 2017
2017-11-08T23:30Z point 2017-11-09 2017-11-09 01:30 on 9 November 2017 (23:30 UTC on 8 November)
2017-12-31T23:30Z point 2018-01-01 2018-01-01 01:30 on 1 January 2018 (23:30 UTC on 31 December 2017)
2017-11-08T14:30+03:00 point 2017-11-08 2017-11-08 13:30 on 8 November 2017 (14:30 UTC+03:00)
2017-11-08T14:30+02:00 point 2017-11-08 2017-11-08 14:30 on 8 November 2017
2017-11-08T14:30~ point 2017-11-08 2017-11-08 about 14:30 on 8 November 2017
2017-11-08T14:30? point 2017-11-08 2017-11-08 perhaps 14:30 on 8 November 2017
2017-11-08T14:30% point 2017-11-08 2017-11-08 perhaps about 14:30 on 8 November 2017
2017-11-08T14 doubt 2017-11-08 2017-11-08 between 14:00 and 15:00 on 8 November 2017
2017-11-08T23 doubt 2017-11-08 2017-11-08 between 23:00 and 24:00 on 8 November 2017
2017-11-08T14~ doubt 2017-11-08 2017-11-08 between about 14:00 and 15:00 on 8 November 2017
2017-11-08T14? doubt 2017-11-08 2017-11-08 perhaps between 14:00 and 15:00 on 8 November 2017
2017-11-08T03:00/2017-11-08T05:30 lasts 2017-11-08 2017-11-08 03:00 to 05:30 on 8 November 2017
2017-11-08T03/2017-11-08T05 lasts 2017-11-08 2017-11-08 03:00 to 06:00 on 8 November 2017
2017-11-08T03:00~/2017-11-08T05:30 lasts 2017-11-08 2017-11-08 from about 03:00 to 05:30 on 8 November 2017
2017-11-08T23:30/2017-11-09T05:30 lasts 2017-11-08 2017-11-09 23:30 on 8 November 2017 to 05:30 on 9 November 2017
2017-11-08/2017-11-09T05:30 lasts 2017-11-08 2017-11-09 8 November 2017 to 05:30 on 9 November 2017
2017-11-08T05:30/.. lasts 2017-11-08 open from 05:30 on 8 November 2017
../2017-11-08T05:30 lasts open 2017-11-08 until 05:30 on 8 November 2017
[2017-11-08T03:00..2017-11-08T05:30] doubt 2017-11-08 2017-11-08 some time from 03:00 to 05:30 on 8 November 2017
[..2017-11-08T05:30] doubt open 2017-11-08 some time until 05:30 on 8 November 2017
[2017-11-08T05:30..] doubt 2017-11-08 open some time from 05:30 on 8 November 2017 on
[2017-11-08T03:00,2017-11-08T05:30] doubt 2017-11-08 2017-11-08 03:00 or 05:30 on 8 November 2017
[2017-11-08T03:00,2017-11-09] doubt 2017-11-08 2017-11-09 03:00 on 8 November 2017 or 9 November 2017
{2017-11-08T03:00,2017-11-08T05:30} each 2017-11-08 2017-11-08 03:00 and 05:30 on 8 November 2017
2017-11-08T19Z/2017-11-08T20:40Z lasts 2017-11-08 2017-11-08 21:00 to 22:40 (19:00 UTC to 20:40 UTC) on 8 November 2017
"""
OFFERED = {
    "2017-11-08 14:30": 'write "2017-11-08T14:30" for 14:30 on 8 November 2017',
    "8 November 2017 14:30": 'write "2017-11-08T14:30"',
    "2.30 pm, 8 November 2017": 'write "2017-11-08T14:30"',
    "8 Nov 2017 at 2 pm": 'write "2017-11-08T14:00"',
    "12 am on 8 November 2017": 'write "2017-11-08T00:00"',
    "2017-11-08T1430": 'write "2017-11-08T14:30"',
    "2017-11-08T9:30": 'write "2017-11-08T09:30"',
    "1430 hrs on 8 November 2017": 'write "2017-11-08T14:30"',
    "2017-11-08 14:30 UTC": 'write "2017-11-08T14:30Z" for 14:30 UTC on 8 November 2017',
    "14:30 GMT+3 on 8 November 2017": 'write "2017-11-08T14:30+03:00"',
    "02/03/2031 14:30": '"2031-03-02T14:30" for 14:30 on 2 March 2031, or "2031-02-03T14:30"',
    "from 03:00 to 05:30 on 8 November 2017": 'write "2017-11-08T03:00/2017-11-08T05:30" if it lasted',
    "2017-11-08 03:00-05:30": '"[2017-11-08T03:00..2017-11-08T05:30]" if it was some time within',
    "2017-11-08T03:00/05:30": 'write "2017-11-08T03:00/2017-11-08T05:30"',
    "2017-11-08T14:30 to 2017-11-08T15:00": "write 2017-11-08T14:30/2017-11-08T15:00",
    "2017-11-08T14:30 or 2017-11-08T15:00": 'write "[2017-11-08T14:30,2017-11-08T15:00]"',
    "before 2017-11-08T14:30": 'write "[..2017-11-08T14:30]"',
    "noon on 8 November 2017": 'write "2017-11-08T12:00" for noon',
    "12 midnight on 8 November 2017": 'write "2017-11-08T00:00" if the day begins with it; the midnight that ends it',
    "8 November 2017, 12:00 midnight": 'write "2017-11-08T00:00" if the day begins with it',
    "12 noon on 8 November 2017": 'write "2017-11-08T12:00" for noon',
    "noon 8 November 2017": 'write "2017-11-08T12:00" for noon',
    "24:00 on 8 November 2017": 'write "2017-11-09T00:00"',
    "10 pm to 2 am on 8 November 2017": 'write "2017-11-08T22:00/2017-11-09T02:00" if it lasted',
    "10 am to midnight on 8 November 2017": 'write "2017-11-08T10:00/2017-11-09T00:00" if it lasted',
    "noon to 3 pm on 8 November 2017": 'write "2017-11-08T12:00/2017-11-08T15:00" if it lasted',
    "2017-11-08T22:00/02:00": 'write "2017-11-08T22:00/2017-11-09T02:00" if it lasted',
    "2017-11-31T22:00/02:00": "correct the day or the month",
    "midnight, 8 November 2017": 'write "2017-11-08T00:00" if the day begins with it',
    "2017-11T05:30": "a time stands behind a whole day",
    "2017-11-08T05:30/2017-11-08T03:00": 'ends before it begins; write "2017-11-08T03:00/2017-11-08T05:30"',
    "[2017-11-08T05:30..2017-11-08T03:00]": "ends before it begins",
    "2017-11-31T05:30": "November has 30 days",
}
MINUTES = st.builds("2017-11-{:02}T{:02}:{:02}".format, st.integers(8, 9), st.integers(0, 23), st.integers(0, 59))


def rows() -> list[tuple[str, str, str, str, str]]:
    split = (line.split(maxsplit=4) for line in TAKEN.strip().splitlines())
    return [(one, two, three, four, five) for one, two, three, four, five in split]


@pytest.mark.parametrize("text, meaning, first, last, words", rows(), ids=[row[0] for row in rows()])
def test_a_time_means_what_was_agreed(text: str, meaning: str, first: str, last: str, words: str) -> None:
    when = parse(text, DAMASCUS)
    assert when.meaning.value == meaning
    assert (str(when.earliest or "open"), str(when.latest or "open")) == (first, last)
    assert in_words(when) == words


@pytest.mark.parametrize("text, _meaning, _first, _last, _words", rows(), ids=[row[0] for row in rows()])
def test_a_time_that_was_kept_is_the_same(text: str, _meaning: str, _first: str, _last: str, _words: str) -> None:
    when = parse(text, DAMASCUS)
    assert of_kept(kept(when), DAMASCUS) == when


@pytest.mark.parametrize(
    "text, words",
    [
        ("2017-11-08T14:30Z", "14:30 UTC on 8 November 2017"),
        ("2017-11-08T14:30-05:00", "14:30 UTC-05:00 on 8 November 2017"),
        ("2017-11-08T14Z", "between 14:00 and 15:00 UTC on 8 November 2017"),
        ("2017-11-08T14:30Z/2017-11-08T15:00Z", "14:30 UTC to 15:00 UTC on 8 November 2017"),
    ],
)
def test_without_a_zone_a_time_says_by_which_clock_it_is(text: str, words: str) -> None:
    assert in_words(parse(text)) == words


@pytest.mark.parametrize(
    "text, words",
    [
        ("2017-11-08T14:30", "14:30"),
        ("2017-11-08T14", "between 14:00 and 15:00"),
        ("2017-11-08T23:30Z", "01:30"),
        ("2017-11-08T03:00/2017-11-08T05:30", "03:00 to 05:30"),
        ("2017-11-08T19:00Z/2017-11-08T20:40Z", "21:00 to 22:40"),
        ("2017-11-08T03:00/2017-11-09T05:30", "from 03:00"),
        ("2017-11-08T03:00/..", "from 03:00"),
        ("[2017-11-08T03:00..2017-11-08T05:30]", "from 03:00 to 05:30"),
        ("{2017-11-08T03:00,2017-11-08T05:30}", "03:00 and 05:30"),
        ("[2017-11-08T03:00,2017-11-09T05:30]", ""),
        ("{2017-11-08T03:00,2017-11-09T05:30}", "03:00"),
        ("{2017-11-08,2017-11-09T05:30}", ""),
        ("../2017-11-08T03:00", ""),
        ("2017-11-08/2017-11-09T03:00", ""),
        ("2017-11-08", ""),
    ],
)
def test_the_time_alone_stands_beside_an_event_of_its_day(text: str, words: str) -> None:
    assert time_in_words(parse(text, DAMASCUS)) == words


@pytest.mark.parametrize("text", OFFERED)
def test_a_time_in_another_form_is_answered_with_what_to_write(text: str) -> None:
    with pytest.raises(DateError) as refused:
        parse(text, DAMASCUS)
    assert OFFERED[text] in str(refused.value)


def test_an_hour_is_of_a_certain_day_though_its_minute_is_in_doubt() -> None:
    hour = parse("2017-11-08T14", DAMASCUS)
    assert hour.meaning is Meaning.DOUBT
    assert hour.day == hour.earliest
    assert hour.certain == ((hour.earliest, hour.earliest),)
    first, last = (parse(f"2017-11-08T{clock}", DAMASCUS).began for clock in ("14:00:00", "14:59:59"))
    assert hour.began == (first[0] if first else None, last[1] if last else None)


def test_what_lasts_begins_and_ends_at_its_times() -> None:
    lasted = parse("2017-11-08T03:00/2017-11-08T05:30", DAMASCUS)
    begin, end = parse("2017-11-08T03:00", DAMASCUS), parse("2017-11-08T05:30", DAMASCUS)
    assert (lasted.began, lasted.ended) == (begin.began, end.began)
    within = parse("[2017-11-08T03:00..2017-11-08T05:30]", DAMASCUS)
    assert begin.began is not None
    assert end.began is not None
    assert within.began == (begin.began[0], end.began[1])
    assert parse("2017-11-08").began is None


@given(st.lists(MINUTES, min_size=2, max_size=8, unique=True), st.randoms())
def test_times_are_in_the_order_of_their_instants(texts: list[str], chance: Random) -> None:
    given_dates = [parse(text, DAMASCUS) for text in texts]
    chance.shuffle(given_dates)
    assert [when.text for when in sorted(given_dates, key=order)] == sorted(texts)


@given(MINUTES, MINUTES)
def test_the_same_instant_has_one_place_by_whatever_clock_it_is_told(one: str, other: str) -> None:
    left, right = parse(f"{one}Z", DAMASCUS), parse(f"{other}+00:00", DAMASCUS)
    assert (left.began == right.began) == (one == other)
    assert (order(left)[:2] <= order(right)[:2]) or one > other


@given(
    MINUTES,
    st.sampled_from(["", ":30", "Z", "+09:00", "-08:00"]),
    st.sampled_from(["Asia/Damascus", "Asia/Tokyo", "America/Chicago", "Asia/Kolkata"]),
)
def test_the_bounds_of_a_time_hold_its_instant(text: str, rest: str, zone: str) -> None:
    when, hour = parse(f"{text}{rest}", zone), parse(f"{text[:13]}{rest.removeprefix(':30')}", zone)
    assert when.instant is not None
    assert when.earliest is not None
    assert when.earliest == when.latest
    assert when.instant.day == when.earliest.toordinal()
    first, last = first_and_last(when)
    assert first == last
    assert str(first).startswith(f"{when.earliest}T")
    assert hour.began is not None
    assert hour.began[0] <= when.instant.first <= when.instant.last <= hour.began[1]


def order(when: Edtf) -> tuple[object, ...]:
    return when.order


@given(MINUTES, st.sampled_from(["", "~", "?", "%"]))
def test_a_time_in_words_is_read_as_what_was_written(text: str, mark: str) -> None:
    words = in_words(parse(f"{text}{mark}", DAMASCUS))
    if not mark:
        with pytest.raises(DateError) as refused:
            parse(words, DAMASCUS)
        assert f'"{text}"' in refused.value.cure
    assert text[11:] in words

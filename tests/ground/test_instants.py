"""Times of day: the instant that each is, by whose clock, and what is said where there is none."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateline.ground.dates import DateError, zones
from dateline.ground.dates.instants import HOUR, MINUTE, TIMED, Instant, instant_of, offset
from dateline.ground.dates.refused import Typed
from dateline.ground.dates.zones import DAY
from hypothesis import given
from hypothesis import strategies as st

DAMASCUS = "Asia/Damascus"
ZONES = st.sampled_from(
    ["Asia/Damascus", "Europe/Berlin", "America/Chicago", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia", "UTC"]
)
INSTANTS = st.integers(date(1970, 1, 2).toordinal() * DAY, date(2037, 12, 30).toordinal() * DAY)


def told(text: str, zone: str | None = DAMASCUS) -> Instant:
    found = TIMED.fullmatch(text)
    assert found is not None, text
    return instant_of(found, date.fromisoformat(found["day"]).toordinal(), Typed(text, zone))


def utc(instant: int) -> datetime:
    return datetime(1, 1, 1, tzinfo=UTC) + timedelta(seconds=instant - DAY)


@pytest.mark.parametrize(
    "text, instant, length",
    [
        ("2017-11-08T14:30", "2017-11-08T12:30:00", MINUTE),
        ("2017-11-08T14:30:05", "2017-11-08T12:30:05", 1),
        ("2017-11-08T14", "2017-11-08T12:00:00", HOUR),
        ("2017-11-08T23:30Z", "2017-11-08T23:30:00", MINUTE),
        ("2017-11-08T14:30+03:00", "2017-11-08T11:30:00", MINUTE),
        ("2017-11-08T14:30+03~", "2017-11-08T11:30:00", MINUTE),
        ("2017-11-08T14-05:30?", "2017-11-08T19:30:00", HOUR),
        ("2017-07-08T14:30", "2017-07-08T11:30:00", MINUTE),  # in summer the clock is put forward
        ("2017-11-08T00:00", "2017-11-07T22:00:00", MINUTE),
        ("1850-01-01T12:00:00", "1850-01-01T09:34:48", 1),  # a clock by the sun
    ],
)
def test_a_time_is_an_instant(text: str, instant: str, length: int) -> None:
    when = told(text)
    assert utc(when.first) == datetime.fromisoformat(f"{instant}+00:00")
    assert (when.length, when.last - when.first) == (length, length - 1)
    assert when.is_an_hour == (length == HOUR)


@pytest.mark.parametrize(
    "text, day, clock, after",
    [
        ("2017-11-08T14:30", "2017-11-08", "14:30", "14:31"),
        ("2017-11-08T14", "2017-11-08", "14:00", "15:00"),
        ("2017-11-08T23", "2017-11-08", "23:00", "24:00"),
        ("2017-11-08T23:30Z", "2017-11-09", "01:30", "01:31"),
        ("2017-11-08T00:15+14:00", "2017-11-07", "12:15", "12:16"),
        ("2017-11-08T14:30:09-05:00", "2017-11-08", "21:30:09", "21:30"),
    ],
)
def test_a_time_is_told_by_the_clock_of_the_chronology(text: str, day: str, clock: str, after: str) -> None:
    when = told(text)
    assert (date.fromordinal(when.day).isoformat(), when.clock, when.clock_after) == (day, clock, after)


def test_another_clock_is_known_only_where_it_shows_another_time() -> None:
    assert told("2017-11-08T14:30").other_clock is None
    assert told("2017-11-08T14:30+02:00").other_clock is None
    assert told("2017-11-08T14:30+03:00").other_clock == 3 * HOUR
    assert told("2017-11-08T14:30Z").other_clock == 0
    assert told("2017-11-08T23:30Z").clock_of(0) == "23:30"


def test_without_a_zone_a_time_is_told_by_its_own_clock() -> None:
    when = told("2017-11-08T23:30-05:00", zone=None)
    assert (when.clock, when.other_clock, date.fromordinal(when.day)) == ("23:30", None, date(2017, 11, 8))


def test_an_hour_that_has_midnight_within_it_may_be_of_two_days() -> None:
    when = told("2017-11-08T18Z", zone="Asia/Kolkata")
    assert (when.clock, when.clock_after) == ("23:30", "00:30")
    assert (date.fromordinal(when.day), date.fromordinal(when.last_day)) == (date(2017, 11, 8), date(2017, 11, 9))


@pytest.mark.parametrize("text", ["0001-01-01T00:00+03:00", "9999-12-31T23:30-05:00"])
def test_at_the_ends_of_time_a_clock_shows_what_is_written(text: str) -> None:
    assert told(text).clock == text[11:16]


@pytest.mark.parametrize(
    "text, zone, said",
    [
        ("2017-11-08T14:30", None, "no timezone; add timezone there"),
        ("2017-11-08T14:30~", None, "2017-11-08T14:30+02:00~, or 2017-11-08T14:30Z~ for UTC itself"),
        ("2017-10-26T23:30", DAMASCUS, "came twice in Asia/Damascus"),
        (
            "2017-10-26T23:30",
            DAMASCUS,
            "2017-10-26T23:30+03:00 for the first time, 2017-10-26T23:30+02:00 for the second",
        ),
        ("2017-10-26T23", DAMASCUS, "write 2017-10-26T23+03:00 for the first time"),
        ("2017-03-31T00:15", DAMASCUS, "never was in Asia/Damascus"),
        ("2017-03-26T02", "Europe/Berlin", "as 2017-03-26T02+01:00 or 2017-03-26T02+02:00"),
        ("2018-04-01T01", "Australia/Lord_Howe", "came twice"),  # its second half did
        ("2011-12-30T12:00", "Pacific/Apia", "never was"),  # a day that Samoa left out
        ("2017-11-08T24:00", DAMASCUS, "write the next day with T00:00"),
        ("2017-11-08T24", DAMASCUS, "write the next day with T00:00"),
        ("2016-12-31T23:59:60Z", DAMASCUS, 'leap seconds are not counted here; write "2016-12-31T23:59:59Z"'),
        ("2017-11-08T25:00", DAMASCUS, "the hours are 00 to 23"),
        ("2017-11-08T14:60", DAMASCUS, "the minutes and seconds 00 to 59"),
        ("2017-11-08T14:30:60", DAMASCUS, "the minutes and seconds 00 to 59"),
        ("2017-11-08T14:30:05.25", DAMASCUS, 'write "2017-11-08T14:30:05"'),
        ("2017-11-08T14:30+0300", DAMASCUS, "write 2017-11-08T14:30+03:00"),
        ("2017-11-08T14:30+17:00", DAMASCUS, "no clock is +17:00 from UTC"),
        ("2017-11-08T14:30-15:00", DAMASCUS, "write both times: 2017-11-08T14:30/2017-11-08T15:00"),
        ("2017-11-08T14:30+02:75", DAMASCUS, "write hours and minutes, as +02:00"),
        ("2017-11-08T14:30-00:00", DAMASCUS, "write 2017-11-08T14:30Z for UTC itself"),
    ],
)
def test_a_time_that_is_no_instant_is_answered_with_what_to_write(text: str, zone: str | None, said: str) -> None:
    with pytest.raises(DateError) as refused:
        told(text, zone)
    assert f"'{text}'" in refused.value.problem
    assert said in str(refused.value)


def test_outside_the_years_of_the_zones_a_time_needs_its_clock() -> None:
    found = TIMED.fullmatch("-0430-03-15T06:00")
    assert found is not None
    with pytest.raises(DateError, match="as -0430-03-15T06:00Z"):
        instant_of(found, -157_000, Typed(found[0], DAMASCUS))
    with_clock = TIMED.fullmatch("-0430-03-15T06:00Z")
    assert with_clock is not None
    assert instant_of(with_clock, -157_000, Typed(with_clock[0], DAMASCUS)).clock == "06:00"


@given(INSTANTS, ZONES)
def test_each_instant_reads_back_by_the_clock_of_any_zone(instant: int, zone: str) -> None:
    clock = utc(instant).astimezone(ZoneInfo(zone))
    typed = f"{clock:%Y-%m-%dT%H:%M:%S}{offset(int((clock.utcoffset() or timedelta()).total_seconds()))}"
    when = told(typed, zone)
    assert when.first == instant
    assert (when.clock, date.fromordinal(when.day)) == (f"{clock:%H:%M:%S}", clock.date())
    assert when.other_clock is None


@given(INSTANTS, ZONES)
def test_a_time_without_its_clock_is_its_instant_or_is_asked_for_it(instant: int, zone: str) -> None:
    clock = utc(instant).astimezone(ZoneInfo(zone))
    typed = f"{clock:%Y-%m-%dT%H:%M:%S}"
    if clock.utcoffset() == clock.replace(fold=not clock.fold).utcoffset():
        assert told(typed, zone).first == instant
    else:
        with pytest.raises(DateError, match="came twice"):
            told(typed, zone)


@given(INSTANTS, INSTANTS, ZONES, ZONES)
def test_instants_are_in_the_same_order_by_every_clock(one: int, other: int, first: str, second: str) -> None:
    texts = [f"{utc(instant):%Y-%m-%dT%H:%M:%S}Z" for instant in (one, other)]
    left, right = (told(text, zone) for text, zone in zip(texts, (first, second), strict=True))
    assert (left.first < right.first) == (one < other)


@given(st.integers(-12 * 60, 14 * 60))
def test_what_is_written_of_a_clock_reads_back(minutes: int) -> None:
    typed = f"2017-11-08T14:30{offset(minutes * MINUTE)}"
    assert told(typed).written == minutes * MINUTE


def test_zones_are_those_of_the_package() -> None:
    assert {"Asia/Damascus", "Europe/Berlin", "UTC", "America/Argentina/Ushuaia"} <= zones.names()
    assert "../../etc/passwd" not in zones.names()
    with pytest.raises(ValueError, match="no zone"):
        zones.shifts("../zones", 1, 0)


@pytest.mark.parametrize(
    "text, meant",
    [
        ("damascus", ("Asia/Damascus",)),
        ("asia/damascus", ("Asia/Damascus",)),
        ("New York", ("America/New_York",)),
        ("utc", ("UTC",)),
        ("Atlantis", ()),
    ],
)
def test_a_zone_is_found_by_its_town(text: str, meant: tuple[str, ...]) -> None:
    assert zones.named_like(text) == meant

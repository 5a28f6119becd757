"""Dates as they stand in files: with and without quotes, with a calendar, and what is said where YAML reads another."""

from typing import Any, get_args

import pytest
from dateline.editing.mending.quotes import with_quotes
from dateline.ground.dates import ANY_ZONE, Edtf, in_words, parse
from dateline.ground.dates.other_calendars import CALENDARS
from dateline.ground.yamltree import read
from dateline.records.types import Event, Masthead, Withheld
from dateline.records.types.when import CalendarName, by_its_calendar, read_date
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

MASTHEADS = TypeAdapter(Masthead)
EVENTS = TypeAdapter(Event)
CLAIMS = [{"id": "c", "text": "It is so.", "reports": [{"cite": {"source": "s", "paragraph": 1}}]}]


def typed(text: str) -> Any:
    """Return the plain value of a date as it is typed behind `date:`."""
    _, tree, problems = read_text(f"date: {text}\n")
    assert problems == []
    return tree.value["date"]


def read_text(text: str) -> Any:
    tree, problems = read(text, "f.yml")
    return None, tree, problems


def event(**keys: object) -> Event:
    return EVENTS.validate_python({"id": "e", "title": "E", "kind": "k", "claims": CLAIMS, **keys})


@pytest.mark.parametrize(
    "text, said",
    [
        ("2031-03-02T05:40:00Z", 'put quotes around it: write "2031-03-02T05:40:00Z"'),
        ("2031-03-02T05:40:00", 'put quotes around it: write "2031-03-02T05:40:00"'),
        ("2031-03-02T05:40:00+03:00", 'put quotes around it: write "2031-03-02T05:40:00+03:00"'),
        ("2031-03-02 05:40:00", 'write "2031-03-02T05:40:00" for 05:40:00 on 2 March 2031'),
        ("{2031-03-02T05:40,2031-03-02T06:40}", "put quotes around it"),
    ],
)
def test_a_time_that_yaml_reads_otherwise_is_asked_for_its_quotes(text: str, said: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        read_date(typed(text), ANY_ZONE)
    assert said in str(refused.value.context)


@pytest.mark.parametrize("text", ["2031-03-02T05:40", "2031-03-02T05", '"2031-03-02T05:40:00Z"', "2031-03-02"])
def test_what_every_yaml_tool_reads_as_text_or_a_date_may_stand_plain(text: str) -> None:
    assert read_date(typed(text), ANY_ZONE).text == text.strip('"')


def test_fix_puts_quotes_around_times_that_need_them() -> None:
    text = "date: 2031-03-02T05:40:00Z\nformerly: [2031-03-02T05:40:00, 2031-03-02]\n"
    fixed = 'date: "2031-03-02T05:40:00Z"\nformerly: ["2031-03-02T05:40:00", 2031-03-02]\n'
    assert with_quotes(text, Event) == fixed
    assert with_quotes(fixed, Event) == fixed


def test_the_names_of_calendars_are_those_that_can_be_reckoned() -> None:
    assert set(get_args(CalendarName)) == {"gregorian", *CALENDARS}


@pytest.mark.parametrize("calendar", [None, "gregorian"])
def test_a_date_is_gregorian_unless_it_says_otherwise(calendar: str | None) -> None:
    found = event(date="1917-10-25", calendar=calendar)
    assert (str(found.date), found.date.calendar, found.calendar) == ("1917-10-25", None, calendar)


def test_the_calendar_of_an_event_governs_its_date_only() -> None:
    found = event(date="1917-10-25", calendar="julian", formerly=["1917-10-25"], added="2026-11-22")
    assert str(found.date) == "1917-10-25 (julian)"
    assert str(found.date.earliest) == "1917-11-07"
    assert [str(one.earliest) for one in found.formerly] == ["1917-10-25"]
    assert found.added is not None
    assert found.added.calendar is None


def test_a_date_that_was_published_only_is_compared_by_its_gregorian_day() -> None:
    found = event(date="1917-10-25", calendar="julian", date_basis="publication", date_note="The paper's own day.")
    assert found.compared.text == "[..1917-11-07]"


@pytest.mark.parametrize(
    "value",
    ["text", {"date": parse("2031"), "calendar": "julian"}, {"calendar": "julian"}, {"date": "2031"}, {"date": {}}],
)
def test_what_names_no_date_of_another_calendar_is_left_as_it_is(value: object) -> None:
    assert by_its_calendar(value) is value


def test_a_date_read_already_is_taken_as_it_is() -> None:
    when: Edtf = parse("2031-03-02T05:40Z")
    assert read_date(when) is when


@pytest.mark.parametrize(
    "zone, said",
    [
        ("damascus", "write Asia/Damascus"),
        ("Asia/Damscus", "did you mean 'Asia/Damascus'?"),
        ("new york", "write America/New_York"),
        ("+03:00", "name the zone, since its clock may be changed"),
        ("UTC+3", "name the zone, since its clock may be changed"),
        ("Mars/Olympus", "a continent and a town"),
        ("../../etc/passwd", "is no time zone"),
    ],
)
def test_a_zone_that_there_is_not_is_told_with_one_that_there_is(zone: str, said: str) -> None:
    with pytest.raises(ValidationError) as refused:
        MASTHEADS.validate_python({"title": "T", "vocabulary": {}, "timezone": zone})
    assert said in str(refused.value.errors()[0]["ctx"])


@pytest.mark.parametrize("zone", [None, "Asia/Damascus", "UTC", "Etc/GMT-3", "CET"])
def test_a_zone_is_any_of_the_package(zone: str | None) -> None:
    assert MASTHEADS.validate_python({"title": "T", "vocabulary": {}, "timezone": zone}).timezone == zone


@pytest.mark.parametrize(
    "until, last",
    [
        ("never", None),
        ("2031-03", "2031-03-31"),
        ({"date": "1439-02-28", "calendar": "hijri"}, "2017-11-19"),
        ({"date": "1917-10-25", "calendar": "julian"}, "1917-11-07"),
    ],
)
def test_what_is_withheld_until_a_day_of_another_calendar_ends_on_that_day(until: object, last: str | None) -> None:
    withheld = TypeAdapter(Withheld).validate_python({"until": until, "reason": "review", "on": "2017-01-01"})
    assert (withheld.last is None) == (last is None)
    assert withheld.last is None or str(withheld.last.latest) == last


@pytest.mark.parametrize("text", ["9999-24", "Y12025", "2031"])
def test_a_publication_is_the_last_day_whatever_its_year(text: str) -> None:
    found = event(date=text, date_basis="publication", date_note="Of its year.")
    assert (found.compared.earliest, found.compared.latest) == (None, found.date.latest)
    assert in_words(found.compared).startswith("some time until ")

"""The calendar: read by icalendar, days and times as they are, and what has no certain day is counted."""

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import icalendar
import pytest
from baseline import MEETING, base_text, linked
from chronologies import FORMS_OF_DATES, edition_of
from dateline.pages.exports.calendar_file import CALENDAR_PATH, calendar, calendar_entry, entries_held
from dateline.pages.shared.edition import Edition
from exported import NAMES, edition_named, exports_named
from hypothesis import given, settings
from hypothesis import strategies as st
from projects import SITE_URL

UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200)


def entries(content: bytes) -> list[Any]:
    return list(icalendar.Calendar.from_ical(content).walk("VEVENT"))


def made(edition: Edition) -> bytes:
    pieces = (text for record in edition.chronology.records() if (text := calendar_entry(edition, record)))
    return "".join(calendar(edition, pieces)).encode()


def entry(when: str) -> Any:
    """Return the entry of an event of this date; None where there is none."""
    return next(iter(entries(made(edition_of([when])))), None)


@pytest.mark.parametrize(
    "when, start, end",
    [
        ("2017-11-08", date(2017, 11, 8), None),
        ("0044-03-15", date(44, 3, 15), None),
        ("2017-11-08/2017-11-12", date(2017, 11, 8), date(2017, 11, 13)),
        ("2017-11-08/2017-11", date(2017, 11, 8), date(2017, 12, 1)),
        ("2017-11-08T14:30Z", datetime(2017, 11, 8, 14, 30, tzinfo=UTC), None),
        ("2017-11-08T14:30:05+03:00", datetime(2017, 11, 8, 11, 30, 5, tzinfo=UTC), None),
        ("2017-11-08T14Z", date(2017, 11, 8), None),
        (
            "2017-11-08T23:00Z/2017-11-09T01:00Z",
            datetime(2017, 11, 8, 23, tzinfo=UTC),
            datetime(2017, 11, 9, 1, tzinfo=UTC),
        ),
    ],
)
def test_a_day_is_all_day_a_time_is_in_utc_and_an_end_is_the_day_after(
    when: str, start: date, end: date | None
) -> None:
    found = entry(when)
    assert found.decoded("dtstart") == start
    assert found.decoded("dtend", None) == end


def test_what_was_on_each_of_several_days_is_repeated_on_them() -> None:
    found = entry("{2017-11-08,2017-11-10,2017-11-12}")
    assert found.decoded("dtstart") == date(2017, 11, 8)
    assert [one.dt for one in found["rdate"].dts] == [date(2017, 11, 10), date(2017, 11, 12)]


@pytest.mark.parametrize(
    "when",
    [
        "2017-11",
        "2017-11-08~",
        "2017-11-08?",
        "[2017-11-08,2017-11-09]",
        "2017-11-08/..",
        "-0043-03-15",
        "Y12025",
        "{2017-11,2017-12}",
    ],
)
def test_what_is_in_doubt_open_or_of_another_time_is_left_out(when: str) -> None:
    assert entry(when) is None
    (left_out,) = entries_held(edition_of([when])).left_out
    assert left_out.number == 1


def test_every_event_is_in_it_or_counted() -> None:
    edition = edition_of(FORMS_OF_DATES)
    holding = entries_held(edition)
    assert holding.number == len(entries(made(edition))) > 0
    assert holding.number + sum(one.number for one in holding.left_out) == len(FORMS_OF_DATES)


@pytest.mark.parametrize("name", NAMES)
def test_each_entry_has_an_id_that_stays_and_leads_to_its_event(name: str) -> None:
    edition = edition_named(name)
    found = entries(exports_named(name)[CALENDAR_PATH])
    assert len(found) == entries_held(edition).number
    for one in found:
        id_ = str(one["uid"]).rpartition("/")[2]
        event = edition.chronology.events[id_]
        assert str(one["uid"]) == f"{edition.chronology.masthead.feeds}/event/{id_}"
        assert str(one["url"]) == f"{SITE_URL}events/{id_}/"
        assert str(one["summary"]) == UNSEEN.sub("", event.title)
        assert one.decoded("dtstamp").tzinfo is UTC or one.decoded("dtstamp").utcoffset().total_seconds() == 0


@settings(max_examples=40)
@given(TEXTS)
def test_any_text_comes_back_and_no_line_is_longer_than_75_bytes(text: str) -> None:
    edition = edition_of(["2017-11-08"])
    (event,) = edition.chronology.events.values()
    object.__setattr__(event, "summary", text)
    content = made(edition)
    assert max(map(len, content.split(b"\r\n"))) <= 75
    (found,) = entries(content)
    assert str(found["description"]) == f"8 November 2017. {text}"


def test_no_character_of_a_text_ends_a_line() -> None:
    edition = edition_of(["2017-11-08"])
    (event,) = edition.chronology.events.values()
    object.__setattr__(event, "title", "".join(f"{chr(code)}ATTACH:x" for code in (*range(0x20), 0x7F, 0x85, 0x2028)))
    unfolded = made(edition).decode().replace("\r\n ", "")
    lines = unfolded.split("\r\n")
    assert lines == [*unfolded.splitlines(), ""]
    assert not [line for line in lines if line.startswith("ATTACH")]
    assert str(entries(made(edition))[0]["summary"]).count("ATTACH") == 35


def test_places_of_one_name_are_told_apart_and_a_place_bears_the_name_that_it_had_then(tmp_path: Path) -> None:
    named = "named: [{name: Old Wend, until: 2030, cite: {source: gazette-2031-03-04, paragraph: 1}}]"
    wells = base_text("places/old-well.yml")
    files = {
        "places/north.yml": "name: Lindwell\nkind: village\nwithin: old-well\n",
        "places/wend.yml": f"name: New Wend\nkind: village\n{named}\n",
        "places/old-well.yml": wells.replace("within: lindwell\n", ""),
        MEETING: base_text(MEETING)
        .replace('date: "[2031-03-01,2031-03-02]"', "date: 2030-03-02")
        .replace("places: [{place: lindwell}]", "places: [{place: lindwell}, {place: north}, {place: wend}]"),
    }
    edition = Edition(linked(tmp_path, files))
    [found] = [one for one in entries(made(edition)) if "LOCATION" in one and "Wend" in one["LOCATION"]]
    told = [edition.place_name(place) for place in ("lindwell", "north")]
    assert found["LOCATION"] == ", ".join([*told, "Old Wend"])
    assert len({*told, "Lindwell"}) == 3

"""A day that is told by the minute, as one of a space flight: its order, its clock, its pages and what machines get."""

import json
import re
from pathlib import Path
from typing import Final

import pytest
from baseline import base_text, checked, linked, loaded, overlaid
from dateline.ground.dates import Day, parse
from dateline.ground.problems import Code
from dateline.pages.exports.chronology_json import chronology_json
from dateline.pages.kinds.day import day_view
from dateline.pages.linked_data import known_time
from dateline.pages.shared.edition import Edition
from dateline.records.chronology import link
from dateline.records.loading import load
from dateline.records.loading.live_corpus import LiveCorpus
from dateline.records.loading.record_cache import RecordCache
from dateline.records.types import RecordKind
from dateline.site.compiling import compile_site
from dateline.site.settings import Settings
from projects import ROOT

MASTHEAD: Final = "chronology.yml"
DATED: Final = {
    "stir": 'date: "2031-03-02T21:07:53"\ndate_wording: T+55:54:53',
    "bang": 'date: "2031-03-03T03:08Z"',
    "call": 'date: "2031-03-02T21:08:20"',
    "shift": 'date: "2031-03-02T21"',
    "watch": 'date: "2031-03-02T20:00/2031-03-02T21:05"',
    "day": "date: 2031-03-02",
    "first": 'date: "2031-03-02T06:00"\nseq: 1',
    "next": 'date: "2031-03-03T00:30"',
}
"""What happened, some of it by the clock of Houston and some by that of UTC; the files' names are in no order."""


def event(name: str, dated: str, claims: str = "") -> str:
    claims = claims or (
        f"  - id: said\n    text: So it was, by the word of {name}.\n"
        "    reports: [{by: [clerk], cite: {source: gazette-2031-03-04, paragraph: 1}}]\n"
    )
    return f"title: Of {name} the clerk says\n{dated}\nkind: meeting\nplaces: [{{place: lindwell}}]\nclaims:\n{claims}"


def flight(zone: str = "America/Chicago", **dated: str) -> dict[str, str]:
    masthead = base_text(MASTHEAD).replace("language: en\n", f"language: en\ntimezone: {zone}\n")
    return {MASTHEAD: masthead} | {
        f"events/2031/{name}.yml": event(name, text) for name, text in (DATED | dated).items()
    }


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    return Edition(linked(tmp_path, flight()))


def test_a_day_is_that_of_the_zone_and_its_order_that_of_the_instants(edition: Edition) -> None:
    days = edition.chronology.events_by_day
    assert [one.id for one in days[Day(2031, 3, 2)]] == ["first", "watch", "shift", "stir", "bang", "call", "day"]
    assert [one.id for one in days[Day(2031, 3, 3)]] == ["2031-03-03-well-closed", "next"]


def test_the_time_alone_stands_in_front_of_each_event(edition: Edition) -> None:
    view = day_view(edition, "2031-03-02")
    assert [(one.clock, one.machine_time) for one in view.events] == [
        ("06:00", "2031-03-02T06:00-06:00"),
        ("20:00 to 21:05", ""),
        ("between 21:00 and 22:00", ""),
        ("21:07:53", "2031-03-02T21:07:53-06:00"),
        ("21:08", "2031-03-02T21:08-06:00"),
        ("21:08:20", "2031-03-02T21:08:20-06:00"),
        ("", ""),
    ]
    assert view.events[3].wording == "T+55:54:53"
    assert view.events[4].when == "21:08 on 2 March 2031 (03:08 UTC on 3 March)"


def test_its_page_has_times_for_readers_and_for_machines(tmp_path: Path) -> None:
    overlaid(tmp_path, flight())
    settings = Settings(root=tmp_path, content=tmp_path / "content", templates=ROOT / "templates")
    page = next(str(one.content) for one in compile_site(settings).pages if one.path == "days/2031-03-02.md")
    assert '<b class=dl-clock>21:08</b> <a href="#bang">' in page
    assert '<time datetime="2031-03-02T21:08-06:00">21:08 on 2 March 2031 (03:08 UTC on 3 March)</time>' in page
    assert "<q>T+55:54:53</q> in the source" in page
    assert '"startDate":"2031-03-02T21:08-06:00"' in page
    assert '"endDate":"2031-03-02T21:05-06:00"' in page
    clocks = re.findall(r"<b class=dl-clock>([^<]*)</b>", page)
    assert clocks == ["06:00", "20:00 to 21:05", "between 21:00 and 22:00", "21:07:53", "21:08", "21:08:20"]


def test_the_data_have_the_clock_and_the_zone(edition: Edition) -> None:
    data = json.loads("".join(chronology_json(edition)))
    bounds = {one["id"]: (one["date"], one["earliest"], one["latest"]) for one in data["events"]}
    assert data["timezone"] == "America/Chicago"
    assert bounds["bang"] == ("2031-03-03T03:08Z", "2031-03-02T21:08-06:00", "2031-03-02T21:08-06:00")
    assert bounds["shift"][1:] == ("2031-03-02T21:00-06:00", "2031-03-02T21:59:59-06:00")
    assert bounds["day"][1:] == ("2031-03-02", "2031-03-02")


def test_another_zone_is_another_order_of_days(tmp_path: Path) -> None:
    chronology = linked(tmp_path, flight("Asia/Tokyo", stir='date: "2031-03-02T21:07:53-06:00"'))
    assert [one.id for one in chronology.events_by_day[Day(2031, 3, 3)]][-2:] == ["stir", "bang"]
    assert chronology.events["stir"].date.earliest == Day(2031, 3, 3)


def test_records_that_were_kept_go_by_the_zone_of_today(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    for zone, ahead in (("America/Chicago", -6), ("Asia/Tokyo", 9), ("America/Chicago", -6)):
        content = overlaid(tmp_path, flight(zone))
        for _ in range(2):
            corpus, problems = load(content, tmp_path, cache=RecordCache(kept))
            assert problems == []
            began = link(corpus, drafts=False).events["stir"].date.began
            noon = parse("2031-03-02T21:07:53Z").began
            assert began is not None
            assert noon is not None
            assert (noon[0] - began[0]) // 3600 == ahead


def test_the_preview_reads_times_anew_when_the_zone_changes(tmp_path: Path) -> None:
    content = overlaid(tmp_path, flight())
    live = LiveCorpus(content, tmp_path)
    before = live.load()[0].records[RecordKind.EVENT]["stir"].record.date
    masthead = content / MASTHEAD
    masthead.write_text(masthead.read_text().replace("America/Chicago", "Asia/Tokyo"))
    after = live.load_changed([masthead])[0].records[RecordKind.EVENT]["stir"].record.date
    assert before.text == after.text
    assert before.began != after.began
    event_file = content / "events/2031/stir.yml"
    event_file.write_text(event_file.read_text().replace("21:07:53", "21:07:54"))
    one = live.load_changed([event_file])[0].records[RecordKind.EVENT]["stir"].record.date
    assert one.began is not None
    assert after.began is not None
    assert one.began[0] == after.began[0] + 1


@pytest.mark.parametrize(
    "seq, other, is_against",
    [
        ("seq: 1", "seq: 2", True),
        ("seq: 1", "", True),
        ("seq: 2", "seq: 1", False),
        ("", "seq: 1", False),
        ("", "", False),
    ],
)
def test_a_seq_that_contradicts_the_times_is_an_error_at_its_column(
    tmp_path: Path, seq: str, other: str, *, is_against: bool
) -> None:
    later = event("later", f'date: "2031-03-05T15:00"\n{seq}'.strip())
    files = flight() | {
        "events/2031/later.yml": later,
        "events/2031/earlier.yml": event("earlier", f'date: "2031-03-05T14"\n{other}'.strip()),
    }
    against = [one for one in checked(tmp_path, files) if one.code is Code.SEQ_AGAINST_TIME]
    assert [str(one.position) for one in against] == ["content/events/2031/later.yml:3:6"] * is_against
    assert all("puts this (15:00) before 'earlier' (between 14:00 and 15:00)" in one.message for one in against)


@pytest.mark.parametrize(
    "date, is_after",
    [
        ('"2031-03-07T03:08Z"', False),  # still the 6th in Houston
        ('"2031-03-07T11:59Z"', False),  # still the 6th on the last island
        ('"2031-03-07T12:00Z"', True),
        ('"2031-03-07T03:08"', False),
        ("2031-03-07", True),
        ("2031-03-06", False),
        ('"[2031-03-06T23:00..2031-03-08T03:00]"', False),
    ],
)
def test_a_report_of_the_evening_before_is_not_before_the_event(tmp_path: Path, date: str, *, is_after: bool) -> None:
    told = "  - id: said\n    text: So it was.\n    reports: [{cite: {source: crier-2031-03-06, paragraph: 1}}]\n"
    files = flight() | {"events/2031/late.yml": event("late", f"date: {date}", told)}
    assert any(one.code is Code.EVENT_AFTER_SOURCE for one in checked(tmp_path, files)) is is_after


@pytest.mark.parametrize(
    "text, told",
    [
        ("2031-03-02T21:08", "2031-03-02T21:08-06:00"),
        ("2031-03-02T21", None),
        ("2031-03-02T21:08~", None),
        ("2031-03-02T21:08/2031-03-02T22:00", None),
        ("2031-03-02", "2031-03-02"),
        ("2031-21", None),
    ],
)
def test_machines_get_a_time_only_where_nothing_of_it_is_in_doubt(text: str, told: str | None) -> None:
    assert known_time(parse(text, "America/Chicago")) == told


def test_machines_get_the_gregorian_day(tmp_path: Path) -> None:
    assert known_time(parse("1917-10-25", calendar="julian")) == "1917-11-07"
    assert known_time(parse("1439-02-28", calendar="hijri")) is None
    corpus, _ = loaded(tmp_path, {})
    assert corpus.zone is None

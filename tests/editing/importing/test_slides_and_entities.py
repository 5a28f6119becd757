"""Timelines of TimelineJS, sheets of Auto Archiver, and entities of Wikidata."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from dateline.editing.importing.column_map import ColumnMap
from dateline.editing.importing.given_tables import Row, Table, TableError
from dateline.editing.importing.import_run import Destination, planner_of
from dateline.editing.importing.presets import archiver_map, archiver_table
from dateline.editing.importing.proposals import Proposal, RowOutcome
from dateline.editing.importing.timeline_slides import plain_text, timeline_map, timeline_table, without_markup
from dateline.editing.importing.wikidata_entities import EntityReader, entities_of
from dateline.ground.problems import Code
from dateline.records.loading import Corpus
from dateline.records.types import RecordKind


def written(folder: Path, said: object) -> Path:
    (folder / "t.json").write_text(said if isinstance(said, str) else json.dumps(said), encoding="utf-8")
    return folder / "t.json"


SLIDES: dict[str, Any] = {
    "title": {"text": {"headline": "T"}},
    "events": [
        {
            "start_date": {"year": "-430", "month": 5, "hour": ""},
            "end_date": {"year": "-429"},
            "text": {
                "headline": "The <i>plague</i>",
                "text": "<p>Many &amp; more.</p><script>x</script> <a href='https://e.org/x'>More</a>",
            },
            "media": {
                "url": "https://e.org/a.jpg",
                "credit": "Somebody",
                "caption": "A vase",
                "alt": "Red",
                "link": "x",
            },
            "group": "Illness",
            "unique_id": "p",
            "odd": 1,
        },
        {
            "start_date": {"year": 2017, "month": 11, "day": 8, "hour": 9, "minute": 5},
            "text": {"headline": "B"},
            "unique_id": "q",
        },
        "none",
    ],
}


SLIDES["events"][0]["media"] |= {"alt": "Red", "link": "x"}


def test_slides_are_the_rows_of_the_spreadsheet_that_timelinejs_takes_too(tmp_path: Path) -> None:
    slides = {**SLIDES, "events": SLIDES["events"][:2]}
    table = without_markup(timeline_table(written(tmp_path, slides)))
    known = timeline_map("t", table.columns)
    first, second = table.rows
    assert known.key == ("Unique Id",)
    assert known.minus == "bce"
    assert dict(first.cells) == {
        "Year": "-430",
        "Month": "5",
        "End Year": "-429",
        "Headline": "The plague",
        "Text": "Many & more. More",
        "Media": "https://e.org/a.jpg",
        "Media Credit": "Somebody",
        "Media Caption": "A vase",
        "Media Alt": "Red",
        "Group": "Illness",
        "Unique Id": "p",
        "Links in Text": "https://e.org/x",
    }
    assert [fault.column for fault in first.faults] == ["odd", "media.link"]
    assert second.cells["Time"] == "09:05"
    assert "title" in "".join(table.notes)


def test_a_slide_that_is_none_is_told_and_a_file_without_slides_refused(tmp_path: Path) -> None:
    *_, last = timeline_table(written(tmp_path, SLIDES)).rows
    assert last.faults[0].why == "it is no slide"
    for text in ("{", "[]", "{}", '{"events": 3}'):
        with pytest.raises(TableError):
            timeline_table(written(tmp_path, text))


def test_the_rows_of_the_title_and_of_eras_are_no_events() -> None:
    rows = [Row(2, {"Type": "title", "Headline": "T"}), Row(3, {"Type": "", "Headline": "E"})]
    title, event = without_markup(Table(("Type", "Headline"), rows)).rows
    assert (dict(title.cells), len(title.faults)) == ({}, 1)
    assert event.cells["Headline"] == "E"


def test_markup_leaves_its_text_and_its_links() -> None:
    assert plain_text("a<br>b <A HREF='x'>c</A> <b>&lt;d&gt;") == ("a b c <d>", ["x"])
    assert plain_text("<style>x</style></script>y") == ("y", [])


def test_an_archiver_has_addresses_captures_and_no_text() -> None:
    table = archiver_table(Table(("Link", "Archive location", "Text content"), ()))
    made = archiver_map("a", table.columns)
    assert {column: one.to for column, one in made.columns.items()} == {
        "Link": "url",
        "Archive location": "archive",
        "Text content": "nothing",
    }
    said = "{'url': 'https://e.org/x', 'title': 'A post', 'timestamp': '2022-03-01'}"
    own = archiver_table(Table(("status", "metadata", "media"), [Row(2, {"status": "ok", "metadata": said})]))
    (row,) = own.rows
    assert row.cells["url"] == "https://e.org/x"
    assert row.cells["upload timestamp"] == "2022-03-01"
    assert archiver_map("a", own.columns).columns["url"].to == "url"


def statement(value: object, rank: str = "normal") -> dict[str, Any]:
    return {"mainsnak": {"datavalue": {"value": value}}, "rank": rank}


def moment(time: str, precision: int, model: str = "Q1985727") -> dict[str, Any]:
    return statement({"time": time, "precision": precision, "calendarmodel": f"http://www.wikidata.org/entity/{model}"})


def entity(id_: str, name: str, claims: dict[str, Any]) -> dict[str, Any]:
    labels = {"en": {"value": name}, "ar": {"value": "البئر"}, "de": {"value": "Brunnen"}}
    return {"id": id_, "labels": labels, "aliases": {"en": [{"value": "The Well"}]}, "claims": claims}


def made_of(folder: Path, *entities: dict[str, Any]) -> tuple[list[Proposal], RowOutcome]:
    path = written(folder, {"entities": {one["id"]: one for one in entities}})
    _, desk = planner_of(ColumnMap(name="w"), Destination(Corpus(), folder, folder, "w.json"))
    outcome, reader = RowOutcome(), EntityReader(desk, "en", ("ar",))
    for number, one in enumerate(entities_of(path), 1):
        reader.read(number, one, outcome)
    return outcome.proposals, outcome


def test_an_entity_is_a_place_an_event_or_an_actor_by_what_is_known_of_it(tmp_path: Path) -> None:
    where = statement({"latitude": 1.5, "longitude": 2.5})
    wrong = statement({"latitude": 9, "longitude": 9}, "deprecated")
    made, outcome = made_of(
        tmp_path,
        entity("Q1", "Well", {"P625": [wrong, where], "P17": [statement({"id": "Q9"})]}),
        entity(
            "Q2",
            "Digging",
            {"P580": [moment("+2017-11-08T00:00:00Z", 11)], "P582": [moment("+2017-11-10T00:00:00Z", 11)]},
        ),
        entity("Q3", "Anna", {"P31": [statement({"id": "Q5"})], "P569": [moment("+1900-01-01T00:00:00Z", 9)]}),
    )
    assert [one.kind for one in made] == [RecordKind.PLACE, RecordKind.EVENT, RecordKind.ACTOR]
    place, event, actor = (one.values for one in made)
    assert (place["lat"], place["names"], place["aliases"]) == (1.5, {"ar": "البئر"}, ["The Well"])
    assert place["same_as"] == ["https://www.wikidata.org/wiki/Q1"]
    assert event["date"] == "2017-11-08/2017-11-10"
    assert actor["kind"] == "person"
    assert [(one.row, one.column) for one in outcome.unplaced] == [(1, "P17"), (3, "P569")]


@pytest.mark.parametrize(
    "time,precision,model,text,calendar",
    [
        ("+2017-11-08T00:00:00Z", 11, "Q1985727", "2017-11-08", None),
        ("+2017-11-00T00:00:00Z", 10, "Q1985727", "2017-11", None),
        ("-0430-00-00T00:00:00Z", 9, "Q1985786", "-0429", None),
        ("-0044-03-15T00:00:00Z", 11, "Q1985786", "-0043-03-15", "julian"),
        ("+1990-00-00T00:00:00Z", 8, "Q1985727", "199X", None),
        ("+1900-00-00T00:00:00Z", 7, "Q1985727", None, None),
        ("nonsense", 11, "Q1985727", None, None),
    ],
)
def test_times_of_wikidata_count_no_year_0_and_keep_their_calendar(  # noqa: PLR0913, PLR0917 - a row of a table
    tmp_path: Path, time: str, precision: int, model: str, text: str | None, calendar: str | None
) -> None:
    ((event,), outcome) = made_of(tmp_path, entity("Q2", "Dig", {"P585": [moment(time, precision, model)]}))
    assert (event.values["date"], event.values["calendar"]) == (text, calendar)
    assert bool(outcome.unplaced) == (text is None)


@pytest.mark.parametrize("said", ["{", "[]x", '{"entities": {"Q1": {"id": "../Q1", "labels": {}}}}', '{"a": 1}', "3"])
def test_what_is_no_entity_is_told(tmp_path: Path, said: str) -> None:
    with pytest.raises(TableError):
        entities_of(written(tmp_path, said))


@pytest.mark.parametrize("read", [timeline_table, entities_of])
def test_json_in_another_encoding_is_told_as_that(tmp_path: Path, read: Callable[[Path], object]) -> None:
    path = tmp_path / "t.json"
    path.write_bytes('{\n"events": "é"}'.encode("latin-1"))
    with pytest.raises(TableError) as refused:
        read(path)
    assert (refused.value.code, refused.value.line) == (Code.NOT_UTF8, 2)

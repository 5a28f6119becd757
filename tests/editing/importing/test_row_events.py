"""Events of rows: what a row says goes where it belongs, and what it leaves open is left open."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from dateline.editing.drafting import KnownRecords
from dateline.editing.importing.column_map import ColumnMap, ColumnTarget
from dateline.editing.importing.given_tables import Row, Table, Unplaced
from dateline.editing.importing.import_run import Destination, planned
from dateline.editing.importing.rewritten import values_of
from dateline.editing.importing.row_figures import number_of
from dateline.ground.problems import Code
from dateline.records.loading import load
from dateline.records.types import RecordKind
from PIL import Image

MASTHEAD = """title: Wells
language: en
licence: CC-BY-4.0
contact: Nobody
feed_id: "tag:example.org,2026:wells"
vocabulary: {measures: {killed: {label: Killed}, injured: {label: Injured}}}
"""
TARGETS = {
    "Title": "title",
    "Date": "date",
    "Place": "place",
    "Within": "place.within",
    "Lat": "place.lat",
    "Lon": "place.lon",
    "Source": "source",
    "Publisher": "source.publisher",
    "Picture": "media",
    "Credit": "media.credit",
    "Alt": "media.alt",
    "Licence": "media.licence",
    "Whole": "part_of",
    "Related": "related",
    "At": "at",
    "By": "by",
    "Claim": "claim",
    "Killed": "figure.killed",
    "Hurt": "figure.injured",
    "Wounded": "figure.wounded",
    "Note": "note",
    "More": "note",
}


@pytest.fixture(scope="module")
def wells(tmp_path_factory: pytest.TempPathFactory) -> Destination:
    root = tmp_path_factory.mktemp("wells")
    (root / "content" / "places").mkdir(parents=True)
    (root / "content" / "chronology.yml").write_text(MASTHEAD)
    (root / "content" / "places" / "upper-well.yml").write_text(
        "name: Upper Well\naliases: [High Well]\nkind: town\nlat: 10\nlon: 10\n"
    )
    (root / "content" / "media").mkdir()
    Image.new("RGB", (2, 2)).save(root / "content" / "media" / "well-1931.jpg")
    for number in (1, 2):
        (root / "content" / "places" / f"ford-{number}.yml").write_text("name: The Ford\nstate: draft\n")
    return Destination(load(root / "content", root)[0], root / "content", root, "x.csv")


Made = tuple[list[dict[str, Any]], dict[str, str], list[Unplaced]]


def made_of(wells: Destination, *rows: Mapping[str, str]) -> Made:
    """Return the events that rows come to, all files, and what has no place."""
    table = Table(tuple(TARGETS), [Row(number, {"Title": "A thing", **cells}) for number, cells in enumerate(rows, 2)])
    known = ColumnMap(name="x", columns={column: ColumnTarget(to) for column, to in TARGETS.items()})
    plan = planned(table, known, wells, lambda _: None)
    files = {path: after.decode() for path, (_, after) in plan.changes.items()}
    return [values_of(files[path], RecordKind.EVENT) for path in files if "events/" in path], files, plan.unplaced


def test_what_a_row_says_of_its_one_source_stands_in_its_report(wells: Destination) -> None:
    cells = {"Source": "https://e.org/a", "Publisher": "Crier", "At": "3", "By": "The mayor", "Killed": "at least 3"}
    picture = {"Picture": "https://e.org/p.jpg", "Credit": "Somebody"}
    ((event,), files, unplaced) = made_of(wells, {**cells, **picture})
    report, other = event["claims"][0]["reports"]
    assert report["by"] == ["the-mayor"]
    assert report["cite"]["paragraph"] == "3"
    assert report["figures"] == [{"measure": "killed", "min": "3"}]
    assert other.keys() == {"cite"}
    sources = [text for path, text in files.items() if "sources/" in path]
    assert any("publisher: crier\n" in text for text in sources)
    assert any("kind: image\n" in text and "{name: Somebody}" in text for text in sources)
    assert unplaced == []


def test_what_may_be_of_several_sources_is_told(wells: Destination) -> None:
    cells = {"Source": "https://e.org/a; https://e.org/b", "At": "3", "Killed": "3"}
    ((event,), _, unplaced) = made_of(wells, cells)
    assert [report.keys() for report in event["claims"][0]["reports"]] == [{"cite"}] * 2
    assert [(one.column, one.code) for one in unplaced] == [
        ("Killed", Code.REPORT_WITHOUT_CITATION),
        ("At", Code.REPORT_WITHOUT_CITATION),
    ]


def test_places_are_known_by_any_of_their_names_and_two_of_one_name_are_told(wells: Destination) -> None:
    cells = [
        {"Date": "2017", "Place": "high  WELL"},
        {"Date": "2018", "Place": "the ford"},
        {"Date": "2019", "Place": "ford-2"},
    ]
    events, files, unplaced = made_of(wells, *cells)
    assert [event.get("places") for event in events] == [[{"place": "upper-well"}], None, [{"place": "ford-2"}]]
    assert not any("places/" in path for path in files)
    assert [(one.row, one.code, one.why) for one in unplaced] == [
        (3, Code.UNKNOWN_PLACE, "'the ford' may be ford-1 or ford-2")
    ]


def test_a_place_of_a_name_far_from_the_one_that_is_known_is_another(wells: Destination) -> None:
    near = {"Date": "2017", "Place": "Upper Well", "Lat": "10.1", "Lon": "10.1"}
    far = {"Date": "2018", "Place": "Upper Well", "Lat": "50", "Lon": "8"}
    events, files, _ = made_of(wells, near, far, {**far, "Date": "2019"})
    assert events[0]["places"] == [{"place": "upper-well"}]
    assert events[1]["places"] == events[2]["places"] != events[0]["places"]
    assert len([path for path in files if "places/" in path]) == 1


def test_places_of_one_name_in_two_regions_are_two(wells: Destination) -> None:
    cells = [{"Date": str(2010 + number), "Place": "Spring", "Within": f"Region {number % 2}"} for number in range(4)]
    events, files, _ = made_of(wells, *cells)
    first, second, third, fourth = (event["places"] for event in events)
    assert first == third != second == fourth
    assert len([path for path in files if path.startswith("places/spring")]) == 2


def test_a_claim_is_what_its_column_says_else_what_the_title_says(wells: Destination) -> None:
    cells = {"Source": "A letter", "Claim": "It was so."}
    events, files, _ = made_of(wells, cells, {"Date": "2017", "Source": "a LETTER"}, {"Date": "2018"})
    assert [event["claims"][0]["text"] if "claims" in event else None for event in events] == [
        "It was so.",
        "A thing",
        None,
    ]
    assert len([path for path in files if "sources/" in path]) == 1


def test_rows_known_by_the_same_are_one_and_the_second_is_told(wells: Destination) -> None:
    events, _, unplaced = made_of(wells, {"Date": "2017"}, {"Date": "2017", "Note": "again"})
    assert len(events) == 1
    assert [(one.row, one.code) for one in unplaced] == [(3, Code.DUPLICATE_ID)]


def test_what_the_vocabulary_does_not_count_and_what_is_no_number_are_told(wells: Destination) -> None:
    cells = {"Source": "x", "Wounded": "3", "Killed": "dozens", "Lat": "in the north"}
    _, _, unplaced = made_of(wells, {**cells, "Place": "Here"})
    assert {(one.column, one.code) for one in unplaced} == {
        ("Wounded", Code.UNKNOWN_MEASURE),
        ("Killed", Code.FIGURE_AMBIGUOUS),
        ("Lat", Code.WRONG_TYPE),
    }


@pytest.mark.parametrize("silent", ["n/a", "N/A", "unknown", "–", "?", "Unbekannt"])
def test_a_cell_that_says_that_it_says_nothing_becomes_nothing(wells: Destination, silent: str) -> None:
    cells = {"Date": silent, "Place": silent, "Source": f"x; {silent}", "Killed": silent, "Lat": silent, "By": silent}
    (event,), files, unplaced = made_of(wells, cells)
    assert unplaced == []
    assert not {"date", "places", "actors"} & event.keys()
    assert [path for path in files if path.startswith("sources/")] == ["sources/x.yml"]
    assert not [path for path in files if path.startswith(("places/", "actors/"))]


def test_a_word_for_nothing_of_which_the_map_says_what_it_means_means_that(wells: Destination) -> None:
    table = Table(("T", "P"), [Row(2, {"T": "A thing", "P": "n/a"})])
    words = {"T": ColumnTarget("title"), "P": ColumnTarget("place", words={"n/a": "Upper Well"})}
    plan = planned(table, ColumnMap(name="x", columns=words), wells, lambda _: None)
    assert not plan.silent
    assert any("place: upper-well" in after.decode() for _, after in plan.changes.values())


def test_what_cells_without_anything_to_say_had_is_counted(wells: Destination) -> None:
    table = Table(("T", "P"), [Row(number, {"T": f"Thing {number}", "P": "n/a"}) for number in (2, 3)])
    columns = {"T": ColumnTarget("title"), "P": ColumnTarget("place")}
    assert planned(table, ColumnMap(name="x", columns=columns), wells, lambda _: None).silent == {"n/a": 2}


def test_a_title_made_of_cells_has_none_that_says_nothing(wells: Destination) -> None:
    table = Table(("K", "P"), [Row(2, {"K": "n/a", "P": "Well"}), Row(3, {"K": "n/a"})])
    known = ColumnMap(name="x", columns={"K": ColumnTarget("kind")}, fixed={"title": "{K}, {P}"})
    plan = planned(table, known, wells, lambda _: None)
    (event,) = [after.decode() for path, (_, after) in plan.changes.items() if path.startswith("events/")]
    assert values_of(event, RecordKind.EVENT)["title"] == "Well"
    assert [(one.row, one.code) for one in plan.unplaced] == [(3, Code.MISSING_KEY)]


@pytest.mark.parametrize(
    "lat, lon", [("35,5", "40,25"), ("35°30'N", "40°15'E"), ("35.5", "40.25"), ("N 35.5", "40.25")]
)
def test_coordinates_are_read_as_maps_print_them(wells: Destination, lat: str, lon: str) -> None:
    _, files, unplaced = made_of(wells, {"Place": "Here", "Lat": lat, "Lon": lon})
    assert unplaced == []
    assert "lat: 35.5\nlon: 40.25\n" in files["places/here.yml"]


@pytest.mark.parametrize("lat", ["35,5,5", "E 35", "1.234.567", "35 or 36", "91"])
def test_coordinates_that_are_none_are_told(wells: Destination, lat: str) -> None:
    _, files, unplaced = made_of(wells, {"Place": "Here", "Lat": lat, "Lon": "8"})
    assert {one.code for one in unplaced} <= {Code.WRONG_TYPE, Code.BAD_COORDINATES} != set()
    assert unplaced
    assert "lat" not in files["places/here.yml"]


def test_coordinates_of_a_known_place_that_are_exchanged_are_told_and_make_no_second_place(wells: Destination) -> None:
    right = {"Date": "2017", "Place": "Here", "Lat": "36.7", "Lon": "38.9"}
    events, files, unplaced = made_of(wells, right, {**right, "Date": "2018", "Lat": "38.9", "Lon": "36.7"})
    assert events[0]["places"] == events[1]["places"]
    assert [path for path in files if path.startswith("places/")] == ["places/here.yml"]
    assert [(one.row, one.column, one.code) for one in unplaced] == [(3, "Place", Code.BAD_COORDINATES)]


def test_an_address_is_nobodys_name(wells: Destination) -> None:
    _, files, unplaced = made_of(wells, {"Source": "x", "By": "https://example.org/a"})
    assert [(one.column, one.code) for one in unplaced] == [("By", Code.BAD_VALUE)]
    assert not [path for path in files if path.startswith("actors/")]


def test_rows_without_titles_are_told_how_to_make_one_of_other_columns(wells: Destination) -> None:
    table = Table(("K", "P"), [Row(2, {"K": "strike", "P": "Well"})])
    known = ColumnMap(name="x", columns={"K": ColumnTarget("kind"), "P": ColumnTarget("place")})
    (told,) = planned(table, known, wells, lambda _: None).unplaced
    assert 'fixed: {title: "{K}, {P}"}' in told.cure


def own_source(wells: Destination, count: int, key: tuple[str, ...] = ("ID",)) -> tuple[str, list[Unplaced]]:
    rows = [Row(number, {"ID": f"N{number}", "T": f"Thing {number}"}) for number in range(2, count + 2)]
    known = ColumnMap(name="x", key=key, columns={"T": ColumnTarget("title")}, source={"title": "Our list"})
    plan = planned(Table(("ID", "T"), rows), known, wells, lambda _: None)
    return plan.changes["sources/our-list.yml"][1].decode(), plan.unplaced


def test_a_table_that_is_what_its_rows_rest_on_has_a_passage_for_each_of_them(wells: Destination) -> None:
    text, unplaced = own_source(wells, 3)
    said = values_of(text, RecordKind.SOURCE)
    assert (said["locators"], said["passages"]) == ("item", [{"at": "N2"}, {"at": "N3"}, {"at": "N4"}])
    assert unplaced == []


def test_a_table_that_cannot_be_cited_row_by_row_is_told(wells: Destination, monkeypatch: pytest.MonkeyPatch) -> None:
    text, (told,) = own_source(wells, 3, ())
    assert "passages" not in text
    assert "key" in told.cure
    monkeypatch.setattr("dateline.editing.importing.own_source.MOST_PASSAGES", 2)
    text, (told,) = own_source(wells, 3)
    assert "passages" not in text
    assert told.cure == "part the file"


def test_what_the_check_would_refuse_is_left_out_and_told(wells: Destination) -> None:
    cells = {"Date": "2017", "Place": "Here", "Lat": "134", "Lon": "8"}
    alone = {"Date": "2018", "Place": "There", "Lat": "13"}
    long = {"Date": "2019", "Title": "y " * 900, "By": "x" * 1500, "Claim": "It was so."}
    _, files, unplaced = made_of(wells, cells, alone, long)
    assert "lat:" not in files["places/here.yml"] + files["places/there.yml"]
    assert [(one.row, one.column, one.code) for one in unplaced] == [
        (2, "Lat", Code.BAD_COORDINATES),
        (3, "Lat", Code.BAD_COORDINATES),
        (4, "Title", Code.TEXT_TOO_LONG),
        (4, "By", Code.TEXT_TOO_LONG),
    ]


def test_notes_of_several_columns_stand_one_behind_the_other(wells: Destination) -> None:
    ((event,), _, _) = made_of(wells, {"Note": "One", "More": "Two"})
    assert event["note"] == "One · Two"


@pytest.mark.parametrize(
    "hostile", ["../../etc/passwd", "CON", ".", "/", "\\\\host\\x", "a" * 500, "مدينة", "%2e%2e%2f", "-"]
)
def test_no_text_leads_out_of_the_folders_of_records(wells: Destination, hostile: str) -> None:
    _, files, _ = made_of(wells, {"Title": hostile, "Place": hostile, "Source": hostile, "By": hostile})
    for path in files:
        assert ".." not in path
        assert path.split("/")[0] in {"events", "places", "sources", "actors", ".imports"}
        assert all(part.lower() not in {"con", ""} for part in path.removesuffix(".yml").removesuffix(".md").split("/"))


@pytest.mark.parametrize(
    "text,read",
    [
        ("12", {"exact": 12}),
        ("1 200", {"exact": 1200}),
        ("10-15", {"min": 10, "max": 15}),
        ("10 to 15", {"min": 10, "max": 15}),
        ("at least 3", {"min": 3}),
        ("10+", {"min": 10}),
        ("up to 4", {"max": 4}),
        ("about 7", {"exact": 7, "approximate": True}),
        ("2.5", {"exact": 2.5}),
        ("dozens", None),
        ("more than 3", None),
        ("12 or 13", None),
        ("1,200", None),
    ],
)
def test_numbers_are_read_as_people_write_them_and_in_doubt_not_at_all(text: str, read: object) -> None:
    assert number_of(text) == read


def test_an_event_that_a_row_is_part_of_may_be_of_a_row_behind_it(wells: Destination) -> None:
    cells = [
        {"Date": "2017", "Title": "One", "Whole": "All of it", "Related": "caused by: Two; follows Three"},
        {"Date": "2018", "Title": "Two", "Source": "A letter", "At": "3", "Related": "caused-by One"},
        {"Date": "2019", "Title": "All of it"},
        {"Date": "2020", "Title": "Three"},
    ]
    found, _, unplaced = made_of(wells, *cells)
    events = {event["title"]: event for event in found}
    (one, two, whole, three) = (known_by(wells, *cells)[title] for title in ("One", "Two", "All of it", "Three"))
    assert events["One"]["part_of"] == whole
    assert events["One"]["related"] == [{"event": two, "how": "caused-by"}, {"event": three, "how": "follows"}]
    letter = events["Two"]["claims"][0]["reports"][0]["cite"]
    assert events["Two"]["related"] == [{"event": one, "how": "caused-by", "cite": letter}]
    assert unplaced == []


def test_a_cell_full_of_words_is_not_looked_up_word_for_word(
    wells: Destination, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    look_up = KnownRecords.word_of

    def counted(known: KnownRecords, words: str, text: str) -> str:
        asked.append(text)
        return look_up(known, words, text)

    monkeypatch.setattr(KnownRecords, "word_of", counted)
    _, _, unplaced = made_of(wells, {"Date": "2017", "Title": "One", "Related": "caused " * 400})
    assert [one.code for one in unplaced] == [Code.UNKNOWN_WORD]
    assert sum(len(text) for text in asked) < 5_000


def known_by(wells: Destination, *rows: Mapping[str, str]) -> Mapping[str, str]:
    """Return the ids of the events that rows come to by their titles."""
    _, files, _ = made_of(wells, *rows)
    events = {path: text for path, text in files.items() if path.startswith("events/")}
    return {str(values_of(text, RecordKind.EVENT)["title"]): Path(path).stem for path, text in events.items()}


@pytest.mark.parametrize(
    "cells, code, why",
    [
        ({"Whole": "A thing"}, Code.UNKNOWN_EVENT, "it is the event of this row itself"),
        ({"Whole": "Nothing"}, Code.UNKNOWN_EVENT, "there is no event 'Nothing'"),
        ({"Related": "caused-by: Nothing"}, Code.UNKNOWN_EVENT, "there is no event 'Nothing'"),
        ({"Related": "A thing"}, Code.UNKNOWN_WORD, "does not begin with what the other event is"),
        ({"Related": "caused-by"}, Code.UNKNOWN_WORD, "does not begin with what the other event is"),
        ({"Picture": "gone.png"}, Code.UNKNOWN_IMAGE, "content/media/ has no picture gone.png"),
        ({"Picture": "../../secret.jpg"}, Code.UNKNOWN_IMAGE, "content/media/ has no picture secret.jpg"),
        ({"Picture": "javascript:x.jpg"}, Code.BAD_URL, "no web address, and no file"),
        ({"Picture": "film.mp4"}, Code.BAD_URL, "no web address, and no file"),
        ({"Picture": "https://e.org/1.jpg https://e.org/2.jpg", "Alt": "A well"}, Code.BAD_VALUE, "of which picture"),
        ({"Alt": "A well"}, Code.BAD_VALUE, "of which picture"),
    ],
)
def test_an_event_and_a_picture_that_are_not_there_are_told(
    wells: Destination, cells: Mapping[str, str], code: Code, why: str
) -> None:
    ((event,), _, (told,)) = made_of(wells, cells)
    assert not event.keys() & {"part_of", "related", "media"}
    assert told.code is code
    assert why in told.why


def test_a_picture_that_is_there_is_shown_and_one_elsewhere_is_a_source(wells: Destination) -> None:
    said = {"Alt": "A well.", "Credit": "Somebody", "Licence": "CC-BY-4.0"}
    ((event,), files, unplaced) = made_of(wells, {"Picture": "photos/Well 1931.JPG", **said})
    assert event["media"] == [
        {"image": "well-1931.jpg", "alt": "A well.", "credit": "Somebody", "licence": "CC-BY-4.0"}
    ]
    assert len(files) == 2  # the event, and the ledger
    ((event,), files, unplaced_too) = made_of(wells, {"Picture": "https://e.org/p.jpg", **said})
    assert "media" not in event
    (source,) = (text for path, text in files.items() if path.startswith("sources/"))
    assert {"note: A well.", "licence: CC-BY-4.0", "kind: image"} <= set(source.splitlines())
    assert [*unplaced, *unplaced_too] == []

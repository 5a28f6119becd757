"""Sources, actors and places of rows: what is recorded already is left to its editors, and all else is a draft."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest
from dateline.editing.importing.column_map import ColumnMap, ColumnTarget
from dateline.editing.importing.column_targets import targets
from dateline.editing.importing.given_tables import Row, Table, Unplaced
from dateline.editing.importing.import_run import Destination, beginning_of, planned
from dateline.editing.importing.planning import NEW, ImportPlan
from dateline.editing.importing.rewritten import values_of
from dateline.ground.problems import Code
from dateline.records.types import RecordKind
from in_memory import GAZETTE, replaced, version_of

SOURCE, ACTOR, PLACE = RecordKind.SOURCE, RecordKind.ACTOR, RecordKind.PLACE
NOWHERE: Final = Path("nowhere")
CHRONOLOGY: Final = version_of(
    {
        "sources/gazette": replaced(
            GAZETTE, ("url:", "archive: [{url: 'https://archive.example/1', date: 2031-03-05}]\nurl:")
        ),
        "tombstones.yml": "tombstones:\n"
        "  - {kind: actor, id: beadle, date: 2031-05-01, note: Removed.}\n"
        "  - {kind: place, id: mill, date: 2031-05-01, note: Removed.}\n"
        "  - {kind: source, id: lost-list, date: 2031-05-01, note: Removed.}\n",
    }
)


def plan_of(kind: RecordKind, *rows: Mapping[str, str], key: tuple[str, ...] = ()) -> ImportPlan:
    """Return what rows come to whose columns are called as what they become."""
    columns = dict.fromkeys(column for row in rows for column in row)
    known = ColumnMap(name="x", record=kind, key=key, columns={one: ColumnTarget(one) for one in columns})
    table = Table(tuple(columns), [Row(number, cells) for number, cells in enumerate(rows, 2)])
    destination = Destination(CHRONOLOGY.corpus, NOWHERE / "content", NOWHERE, "x.csv")
    return planned(table, known, destination, lambda _: None)


def made(kind: RecordKind, *rows: Mapping[str, str], key: tuple[str, ...] = ()) -> dict[str, dict[str, Any]]:
    """Return the values of the records that rows come to, by their paths."""
    found = plan_of(kind, *rows, key=key).changes
    kinds = {one.folder: one for one in RecordKind}
    return {
        path: dict(values_of(after.decode(), kinds[path.partition("/")[0]]))
        for path, (_, after) in found.items()
        if not path.startswith(".")
    }


def unplaced(kind: RecordKind, *rows: Mapping[str, str], key: tuple[str, ...] = ()) -> list[tuple[int, str, Code, str]]:
    found: list[Unplaced] = plan_of(kind, *rows, key=key).unplaced
    return [(one.row, one.column, one.code, one.why) for one in found]


# --- sources ---


def test_a_source_says_what_its_columns_say_and_is_a_draft() -> None:
    row = {
        "title": "The mill burns",
        "url": "https://crier.example/mill",
        "publisher": "Harrow Gazette",
        "published": "4 March 2031",
        "accessed": "2031-03-06",
        "kind": "report",
        "language": "en",
        "authors": "A. Clerk; B. Scribe ;",
        "container": "The Crier",
        "volume": "12",
        "archive": "https://archive.example/2",
        "archive.date": "2031-03-07",
        "note": "Torn.",
    }
    ((path, found),) = made(SOURCE, row).items()
    assert path == "sources/harrow-2031-03-04.yml"
    assert found == {
        "title": "The mill burns",
        "authors": [{"name": "A. Clerk"}, {"name": "B. Scribe"}],
        "publisher": "harrow",
        "kind": "report",
        "language": "en",
        "published": "2031-03-04",
        "container": "The Crier",
        "volume": "12",
        "url": "https://crier.example/mill",
        "archive": {"url": "https://archive.example/2", "date": "2031-03-07"},
        "accessed": "2031-03-06",
        "note": "Torn.",
        "state": "draft",
    }


@pytest.mark.parametrize(
    "row, name",
    [
        ({"title": "The mill burns"}, "the-mill-burns"),
        ({"url": "https://crier.example/mill"}, "crier-example-mill"),
        ({"title": "The mill burns", "published": "2031"}, "the-mill-burns"),
        ({"title": "T", "publisher": "Harrow Gazette"}, "t"),
        ({"title": "T", "publisher": "Harrow Gazette", "published": "2031-03"}, "harrow-2031-03"),
    ],
)
def test_a_source_is_named_by_its_publisher_and_day_else_by_its_title_or_address(
    row: dict[str, str], name: str
) -> None:
    assert list(made(SOURCE, row)) == [f"sources/{name}.yml"]


def test_two_sources_of_one_publisher_and_day_have_two_names() -> None:
    rows = [{"title": f"Part {part}", "publisher": "Harrow Gazette", "published": "2031"} for part in "AB"]
    first, second = made(SOURCE, *rows)
    assert first == "sources/harrow-2031.yml"
    assert second.startswith("sources/harrow-2031-")


@pytest.mark.parametrize("kind", [SOURCE, ACTOR, PLACE])
def test_a_row_that_says_neither_what_it_is_called_nor_where_it_is_comes_to_nothing(kind: RecordKind) -> None:
    found = plan_of(kind, {"note": "Torn."})
    assert dict(found.counts) == {}
    ((_, column, code, why),) = unplaced(kind, {"note": "Torn."})
    assert (column, code) == ("note", Code.MISSING_KEY)
    assert why == ("the row has neither a title nor an address" if kind is SOURCE else "the row has no name")


@pytest.mark.parametrize(
    "row, column",
    [
        ({"url": "https://gazette.example/well"}, "url"),
        ({"url": "http://www.gazette.example/well/", "title": "Another title"}, "url"),
        ({"url": "https://archive.example/1"}, "url"),
        ({"title": "the WELL is shut"}, "title"),
    ],
)
def test_a_source_that_is_recorded_is_left_to_its_editors(row: dict[str, str], column: str) -> None:
    assert made(SOURCE, row) == {}
    assert unplaced(SOURCE, row) == [(2, column, Code.SAME_ADDRESS, "it is recorded already: gazette")]


@pytest.mark.parametrize(
    "one, other, is_same",
    [
        ({"url": "https://e.example/1"}, {"url": "http://www.e.example/1/"}, True),
        ({"title": "A list"}, {"title": "a  LIST"}, True),
        ({"title": "A list", "url": "https://e.example/1"}, {"title": "A list", "url": "https://e.example/2"}, False),
    ],
)
def test_two_rows_of_one_source_are_one(one: dict[str, str], other: dict[str, str], *, is_same: bool) -> None:
    found = unplaced(SOURCE, one, other)
    assert len(made(SOURCE, one, other)) == 2 - is_same
    assert [(row, code) for row, _, code, _ in found] == ([(3, Code.DUPLICATE_ID)] if is_same else [])


def test_rows_of_one_key_are_one_whatever_else_they_say() -> None:
    rows = [{"title": title, "identifier": number} for title, number in (("A", "1"), ("B", "2"), ("C", "2"))]
    assert len(made(SOURCE, *rows)) == 3
    assert len(made(SOURCE, *rows, key=("identifier",))) == 2
    assert unplaced(SOURCE, *rows, key=("identifier",)) == [(4, "title", Code.DUPLICATE_ID, "row 3 is the same source")]


def test_a_row_without_its_key_is_known_by_its_title() -> None:
    rows = [{"title": "A", "identifier": "1"}, {"title": "B"}, {"title": "b"}]
    assert [row for row, *_ in unplaced(SOURCE, *rows, key=("identifier",))] == [4]


@pytest.mark.parametrize("target", ["url", "archive"])
def test_what_is_no_address_is_told_and_left_out(target: str) -> None:
    row = {"title": "A list", target: "javascript:alert(1)"}
    ((found),) = made(SOURCE, row).values()
    assert target not in found
    ((_, column, code, _),) = unplaced(SOURCE, row)
    assert (column, code) == (target, Code.BAD_URL)


def test_the_id_of_a_source_that_was_removed_is_not_given_again() -> None:
    assert list(made(SOURCE, {"title": "A new list"})) == ["sources/a-new-list.yml"]
    (path,) = made(SOURCE, {"title": "Lost list"})
    assert path.startswith("sources/lost-list-")


def test_who_published_a_source_and_is_not_recorded_is_drafted_as_well() -> None:
    paths = made(SOURCE, {"title": "A list", "publisher": "The Crier"})
    assert sorted(paths) == ["actors/the-crier.md", "sources/a-list.yml"]
    assert paths["sources/a-list.yml"]["publisher"] == "the-crier"


# --- actors and places ---


def test_an_actor_says_what_its_columns_say() -> None:
    row = {
        "name": "The scribe",
        "name.cy": "Yr ysgrifennydd",
        "aliases": "Old scribe; ; Quill",
        "kind": "person",
        "same_as": "https://www.wikidata.org/wiki/Q1",
        "part_of": "Lindwell Council",
        "note": "Elected.",
    }
    ((path, found),) = made(ACTOR, row).items()
    assert path == "actors/the-scribe.md"
    assert found == {
        "name": "The scribe",
        "names": {"cy": "Yr ysgrifennydd"},
        "aliases": ["Old scribe", "Quill"],
        "kind": "person",
        "part_of": ["council"],
        "same_as": ["https://www.wikidata.org/wiki/Q1"],
        "note": "Elected.",
        "state": "draft",
    }


def test_a_place_says_where_it_is_and_in_what_it_lies() -> None:
    row = {"name": "Ford", "kind": "Village", "lat": "52.25", "lon": "-3.5", "precision": "exact", "within": "Lindwell"}
    ((path, found),) = made(PLACE, row | {"located_by": "A map"}).items()
    assert path == "places/ford.yml"
    assert found == {
        "name": "Ford",
        "kind": "village",
        "within": "lindwell",
        "lat": "52.25",
        "lon": "-3.5",
        "precision": "exact",
        "located_by": "A map",
        "state": "draft",
    }


@pytest.mark.parametrize("kind, name, id_", [(ACTOR, "the  CLERK", "clerk"), (PLACE, "old well", "old-well")])
def test_what_is_recorded_under_its_name_is_left_to_its_editors(kind: RecordKind, name: str, id_: str) -> None:
    assert made(kind, {"name": name}) == {}
    assert unplaced(kind, {"name": name}) == [(2, "name", Code.SAME_NAME, f"it is recorded already: {id_}")]


def test_two_rows_of_one_name_are_one_unless_they_lie_in_two_places() -> None:
    rows = [{"name": "Ford"}, {"name": "ford"}]
    assert len(made(PLACE, *rows)) == 1
    assert unplaced(PLACE, *rows) == [(3, "name", Code.SAME_NAME, "row 2 has the same name")]
    assert unplaced(ACTOR, *rows) == [(3, "name", Code.SAME_NAME, "row 2 has the same name")]


def test_a_name_without_latin_letters_is_called_by_a_digest() -> None:
    ((path, found),) = made(PLACE, {"name": "مدينة"}).items()
    assert found["name"] == "مدينة"
    assert path.startswith("places/place-")
    assert list(made(PLACE, {"name": "مدينة"})) == [path]


def test_an_address_in_no_catalogue_is_left_out() -> None:
    ((found),) = made(ACTOR, {"name": "Scribe", "same_as": "Q1"}).values()
    assert "same_as" not in found


def test_two_places_of_one_name_within_others_are_two() -> None:
    rows = [{"name": "Ford", "within": within} for within in ("Lindwell", "Old Well", "Lindwell")]
    assert len(made(PLACE, *rows[:2])) == 1  # a name that is recorded by now is compared by editors
    assert [row for row, *_ in unplaced(PLACE, *rows)] == [3, 4]


@pytest.mark.parametrize("kind, name", [(SOURCE, "title"), (ACTOR, "name"), (PLACE, "name")])
def test_names_of_victims_are_counted_and_stand_in_no_file(kind: RecordKind, name: str) -> None:
    plan = plan_of(kind, {name: "A list", "victims": "Ann Scrivener; Bo Smith"})
    assert plan.withheld > 0
    assert all(b"Scrivener" not in after for _, after in plan.changes.values())


# --- the plan ---


@pytest.mark.parametrize(
    "kind, row",
    [(SOURCE, {"title": "A list"}), (ACTOR, {"name": "A scribe"}), (PLACE, {"name": "A ford"})],
)
def test_what_a_run_comes_to_is_counted_by_kind(kind: RecordKind, row: dict[str, str]) -> None:
    plan = plan_of(kind, row)
    assert dict(plan.counts) == {(kind, NEW): 1}
    assert (plan.rows, plan.withheld, plan.gone) == (1, 0, 0)
    path = next(path for path in plan.changes if not path.startswith("."))
    assert plan.sample[1:] == (path, plan.changes[path][1].decode())
    assert ".imports/x.json" in plan.changes


def test_what_no_column_is_mapped_to_is_counted_by_column() -> None:
    known = ColumnMap(name="x", record=ACTOR, columns={"name": ColumnTarget("name")}, key=("No",))
    rows = [Row(2, {"name": "A", "No": "1", "Hue": "red"}), Row(3, {"name": "B", "No": "2", "Hue": "red", "Age": "7"})]
    destination = Destination(CHRONOLOGY.corpus, NOWHERE / "content", NOWHERE, "x.csv")
    plan = planned(Table(("name", "No", "Hue", "Age"), rows), known, destination, lambda _: None)
    assert dict(plan.unmapped) == {"Hue": 2, "Age": 1}


@pytest.mark.parametrize("count, told", [(0, []), (1, [1]), (200, [200]), (201, [200, 201])])
def test_how_far_a_run_is_is_told_every_two_hundred_rows_and_at_its_end(count: int, told: list[int]) -> None:
    known = ColumnMap(name="x", record=ACTOR, columns={"note": ColumnTarget("note")})
    found = list[int]()
    table = Table(("note",), [Row(number, {"note": "It is."}) for number in range(count)])
    planned(table, known, Destination(CHRONOLOGY.corpus, NOWHERE / "content", NOWHERE, "x.csv"), found.append)
    assert found == told


def test_the_first_rows_are_looked_at_and_read_again_with_the_rest() -> None:
    rows = iter([Row(number, {"a": "x"}) for number in range(700)])
    first, table = beginning_of(Table(("a",), rows))
    assert [row.number for row in first] == list(range(500))
    assert [row.number for row in table.rows] == list(range(700))


@pytest.mark.parametrize("kind", [SOURCE, ACTOR, PLACE])
def test_no_column_makes_anything_but_a_draft(kind: RecordKind) -> None:
    row = {target: "https://e.example/x" for target in targets(kind) if target.islower() and target != "victims"}
    assert {found["state"] for found in made(kind, row).values()} == {"draft"}

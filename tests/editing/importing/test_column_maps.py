"""What becomes of a file's columns is guessed from their names, written down as a map, and read back as it was."""

from collections.abc import Mapping
from typing import Final

import pytest
from dateline.editing.importing.column_map import MINUS, ColumnMap, ColumnTarget, map_text, read_map
from dateline.editing.importing.column_targets import KINDS, NOTHING, is_target, plain, targets, usual
from dateline.editing.importing.given_tables import Row
from dateline.editing.importing.guessing import guessed_map, hinted_order, name_of, samples
from dateline.editing.importing.row_dates import ORDERS, SPANS
from dateline.records.types import RecordKind
from hypothesis import given, settings
from hypothesis import strategies as st

EVENT: Final = RecordKind.EVENT


def rows_of(*cells: Mapping[str, str]) -> list[Row]:
    return [Row(number, one) for number, one in enumerate(cells, 2)]


def guessed(*columns: str, record: RecordKind = EVENT, rows: list[Row] | None = None) -> dict[str, str]:
    found = guessed_map("wells.csv", record, columns, rows or [])
    return {column: one.to for column, one in found.columns.items()}


# --- columns by their names ---


@pytest.mark.parametrize(
    "name, called",
    [
        ("Start Date", "start_date"),
        (" start--date ", "start_date"),
        ("START_DATE", "start_date"),
        ("Straße", "strasse"),
        ("(when)", "when"),
        ("???", ""),
    ],
)
def test_a_column_is_called_without_regard_to_case_and_signs(name: str, called: str) -> None:
    assert plain(name) == called


@pytest.mark.parametrize(
    "name, target",
    [
        ("Source(s)", "source"),
        ("Location (town)", "place"),
        ("Lat [WGS84]", "place.lat"),
        ("Date of incident", "date"),
        ("Date of the attack", "date"),
        ("Incident date", "date"),
        ("Type of Event", "kind"),
        ("Actor 1", "actor"),
        ("Side_B", "actor"),
        ("Attack place", "place"),
    ],
)
def test_a_column_is_known_by_its_usual_name_with_more_words_beside_it(name: str, target: str) -> None:
    assert guessed(name) == {name: target}


@pytest.mark.parametrize(
    "name", ["Date of birth", "Placement", "No. of actors", "Typeface", "(s)", "[]", "Source of light"]
)
def test_a_column_that_only_has_a_usual_word_in_it_becomes_nothing(name: str) -> None:
    assert guessed(name) == {}


def test_titles_are_made_of_what_happened_and_where_where_no_column_has_them() -> None:
    made = guessed_map("x", EVENT, ("Place", "Type", "Place 2", "Notes"), [])
    assert made.fixed == {"title": "{Type}, {Place}"}
    for column in ("Headline", "Claim", "Description"):
        assert guessed_map("x", EVENT, ("Place", "Type", column), []).fixed == {}
    assert guessed_map("x", EVENT, ("Place", "Notes"), []).fixed == {}
    assert guessed_map("x", RecordKind.PLACE, ("Name", "Type"), []).fixed == {}


def test_a_number_of_an_incident_tells_rows_apart() -> None:
    rows = rows_of({"Incident No.": "A1"}, {"Incident No.": "A2"})
    assert guessed_map("x", EVENT, ("Incident No.",), rows).key == ("Incident No.",)


@pytest.mark.parametrize("kind", KINDS)
def test_what_columns_usually_become_is_something_that_they_may_become(kind: RecordKind) -> None:
    assert usual(kind)
    for name, target in usual(kind).items():
        assert plain(name) == name
        assert is_target(kind, target)


@pytest.mark.parametrize(
    "kind, target, is_one",
    [
        (EVENT, "title", True),
        (EVENT, "figure.killed", True),
        (EVENT, "figure.killed.min", True),
        (EVENT, "figure.killed.most", False),
        (EVENT, "figure.MEASURE", False),
        (EVENT, "figure.", False),
        (EVENT, "actor.host", True),
        (EVENT, "actor.ROLE", False),
        (EVENT, "name", False),
        (RecordKind.SOURCE, "url", True),
        (RecordKind.SOURCE, "figure.killed", False),
        (RecordKind.PLACE, "lat", True),
        (RecordKind.PLACE, "name.cy", True),
        (RecordKind.PLACE, "name.zh-Hant", True),
        (RecordKind.PLACE, "name.c", False),
        (RecordKind.PLACE, "part_of", False),
        (RecordKind.ACTOR, "part_of", True),
        (RecordKind.ACTOR, "lat", False),
        (RecordKind.ACTOR, NOTHING, True),
    ],
)
def test_what_a_column_may_become_depends_on_the_kind_of_record(kind: RecordKind, target: str, *, is_one: bool) -> None:
    assert is_target(kind, target) is is_one


def test_columns_are_guessed_by_their_names_and_what_no_name_tells_becomes_nothing() -> None:
    assert guessed("Title", "When", "Colour", "Deaths", "Link") == {
        "Title": "title",
        "When": "date",
        "Deaths": "figure.killed",
        "Link": "source",
    }
    assert guessed("Name", "Journal", "DOI", record=RecordKind.SOURCE) == {
        "Name": "title",
        "Journal": "container",
        "DOI": "doi",
    }
    assert guessed("Name", "Country", "Lat", record=RecordKind.PLACE) == {
        "Name": "name",
        "Lat": "lat",
        "Country": "within",
    }


def test_the_first_of_two_columns_of_one_meaning_is_taken_unless_several_may_be() -> None:
    assert guessed("Title", "Headline", "Actor1", "Actor2", "Note", "Remark") == {
        "Title": "title",
        "Actor1": "actor",
        "Actor2": "actor",
        "Note": "note",
        "Remark": "note",
    }


def test_the_parts_of_a_date_are_left_out_where_the_whole_has_a_column() -> None:
    assert guessed("Year", "Month", "Day") == {"Year": "date.year", "Month": "date.month", "Day": "date.day"}
    assert guessed("Year", "Date", "Month", "Time") == {"Date": "date", "Time": "date.time"}
    assert guessed("Year", "Published", record=RecordKind.SOURCE) == {"Year": "published"}


def test_what_a_place_lies_in_is_named_nearest_first() -> None:
    assert list(guessed("Country", "State", "Region", "Place")) == ["Region", "Place", "Country", "State"]


@pytest.mark.parametrize(
    "column, cells, key",
    [
        ("ID", [{"ID": "1"}, {"ID": "2"}], ("ID",)),
        ("Ref.", [{"Ref.": "a"}], ("Ref.",)),
        ("ID", [{"ID": "1"}, {"ID": "1"}], ()),
        ("ID", [{"ID": "1"}, {"Title": "no id"}], ()),
        ("ID", [], ()),
        ("Number", [{"Number": "1"}], ()),
    ],
)
def test_a_column_is_the_key_where_it_tells_all_rows_apart(
    column: str, cells: list[dict[str, str]], key: tuple[str, ...]
) -> None:
    assert guessed_map("x", EVENT, ["Title", column], rows_of(*cells)).key == key


def test_a_column_that_becomes_something_is_no_key_and_only_one_column_is() -> None:
    found = guessed_map("x", RecordKind.SOURCE, ["Identifier", "Code"], rows_of({"Identifier": "1", "Code": "2"}))
    assert (found.key, dict(found.columns)) == (("Identifier",), {})
    both = guessed_map("x", EVENT, ["No", "Code"], rows_of({"No": "1", "Code": "2"}))
    assert both.key == ("No",)


@pytest.mark.parametrize(
    "cells, becomes",
    [
        ({"Source": "The Crier", "URL": "https://e.example/1"}, "source.publisher"),
        ({"Source": "https://e.example/2", "URL": "https://e.example/1"}, "source"),
        ({"Source": "The Crier; https://e.example/2", "URL": "https://e.example/1"}, "source"),
        ({"URL": "https://e.example/1"}, "source"),
    ],
)
def test_a_column_of_sources_without_addresses_names_who_published_what_another_has(
    cells: dict[str, str], becomes: str
) -> None:
    assert guessed("Source", "URL", rows=rows_of(cells)) == {"Source": becomes, "URL": "source"}


def test_a_column_of_sources_alone_is_the_source_whatever_stands_in_it() -> None:
    assert guessed("Title", "Source", rows=rows_of({"Source": "The Crier"})) == {"Title": "title", "Source": "source"}


@pytest.mark.parametrize(
    "file, name", [("Wells of 1931.csv", "wells-of-1931-csv"), ("___", "rows"), ("a" * 60, "a" * 40), ("", "rows")]
)
def test_an_import_is_known_by_the_name_of_its_file(file: str, name: str) -> None:
    assert name_of(file) == name


def test_a_name_that_is_cut_ends_with_no_hyphen() -> None:
    assert name_of(f"{'a' * 39} b") == "a" * 39


def test_an_order_is_hinted_by_the_columns_of_dates_alone() -> None:
    columns = {"When": ColumnTarget("date"), "Until": ColumnTarget("date.end"), "Note": ColumnTarget("note")}
    known = ColumnMap(name="x", columns=columns)
    assert hinted_order(known, rows_of({"When": "3/4/2017"}, {"Until": "25/4/2017"})) == "day-first"
    assert hinted_order(known, rows_of({"When": "4/25/2017", "Note": "25/4/2017"})) == "month-first"
    assert hinted_order(known, rows_of({"When": "3/4/2017", "Note": "25/4/2017"})) is None


def test_what_stands_first_in_a_column_is_its_sample() -> None:
    rows = rows_of({"A": "1"}, {"A": "2", "B": "3"}, {"C": "4"})
    assert samples(["B", "A", "D"], rows) == {"B": "3", "A": "1", "D": ""}
    assert samples(["A"], rows_of(*[{"B": "x"}] * 200, {"A": "late"})) == {"A": ""}


# --- a map as a file ---

FULL: Final = ColumnMap(
    name="wells",
    key=("No", "Part"),
    order="day-first",
    spans="within",
    minus="astronomical",
    columns={
        "Day": ColumnTarget("date"),
        "Who: by": ColumnTarget("actor", ";", {"the council": "council", "yes": "clerk"}),
        "Part": ColumnTarget("tags", apart=","),
    },
    source={"title": "The list", "url": "https://e.example/list"},
    fixed={"kind": "closure", "note": "Of {Day}."},
)


def test_a_map_is_read_as_it_was_written() -> None:
    assert read_map(map_text(FULL, {}), "wells.yml") == (FULL, [])


@pytest.mark.parametrize("kind", KINDS)
def test_the_kind_of_record_of_a_map_is_read(kind: RecordKind) -> None:
    found, problems = read_map(map_text(ColumnMap(name="x", record=kind), {}), "x.yml")
    assert problems == []
    assert found == ColumnMap(name="x", record=kind)


def test_a_map_says_what_may_become_of_a_column_and_what_stands_there() -> None:
    text = map_text(ColumnMap(name="x", columns={"Day": ColumnTarget("date")}), {"Day": "8 Nov", "Colour": "y" * 50})
    lines = text.splitlines()
    assert all(f"#   {name}: {meaning}" in lines for name, meaning in targets(EVENT).items())
    assert '  "Day": date # such as: 8 Nov' in lines
    assert f'  # "Colour": … # such as: {"y" * 40}…' in lines
    assert "# key: [a column that tells rows apart]" in lines
    assert [f"# order: {' or '.join(ORDERS)}", f"# spans: {' or '.join(SPANS)}"] == lines[-6:-4]
    assert f"# minus: {' or '.join(MINUS)}" in lines


def test_what_nobody_sees_is_no_sample_and_no_line_of_a_map() -> None:
    text = map_text(ColumnMap(name="x", columns={}), {"A": "one\ntwo\x1b[2J", "B": ""})
    assert '  # "A": … # such as: one two [2J' in text.splitlines()
    assert '  # "B": …' in text.splitlines()


NAMES: Final = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12).filter(str.strip)


@settings(max_examples=40)
@given(st.dictionaries(NAMES, st.builds(ColumnTarget, st.sampled_from(["title", "date", "note"]))), st.data())
def test_whatever_columns_are_called_a_map_is_read_as_it_was_written(
    columns: dict[str, ColumnTarget], data: st.DataObject
) -> None:
    key = tuple(data.draw(st.lists(st.sampled_from(sorted(columns)), max_size=2, unique=True))) if columns else ()
    seen = {name: data.draw(NAMES) for name in columns}
    made = ColumnMap(name="x", key=key, columns=columns)
    found, problems = read_map(map_text(made, seen), "x.yml")
    assert problems == []
    assert found == made


def test_the_columns_that_a_fixed_text_names_are_taken() -> None:
    assert FULL.taken == {"Day", "Who: by", "Part", "No"}
    assert ColumnMap(name="x", fixed={"note": "{A} and {B}, {}"}).taken == {"A", "B"}


@pytest.mark.parametrize("minus, year", [(None, ""), ("bce", "-0429"), ("astronomical", "-0430")])
def test_the_reader_of_dates_does_as_the_map_says(minus: str | None, year: str) -> None:
    assert ColumnMap(name="x", minus=minus).dates(None).day("-430").text == year


@pytest.mark.parametrize(
    "text, where, told",
    [
        ("name: x\n", "1:1", "the key 'columns' is missing"),
        ("columns: {}\n", "1:1", "the key 'name' is missing"),
        ("name: A B\ncolumns: {}\n", "1:7", "'A B' is no id"),
        ("name: x\ncolumns: {}\ncolour: red\n", "3:1", "there is no key 'colour'"),
        ("name: x\nrecord: dispute\ncolumns: {}\n", "2:9", "'record' cannot be 'dispute'"),
        ("name: x\norder: sideways\ncolumns: {}\n", "2:8", "'order' cannot be 'sideways'"),
        ("name: x\nspans: some\ncolumns: {}\n", "2:8", "'spans' cannot be 'some'"),
        ("name: x\nminus: bc\ncolumns: {}\n", "2:8", "'minus' cannot be 'bc'"),
        ("name: x\ncolumns: [date]\n", "2:10", "columns are names with what each becomes"),
        ("name: x\ncolumns: {Day: dat}\n", "2:16", "a column cannot become 'dat'"),
        ("name: x\ncolumns: {Day: {to: date, with: y}}\n", "2:27", "there is no key 'with'"),
        ("name: x\ncolumns: {}\nsource: words\n", "3:9", "'source' has keys with texts"),
        ("name: x\ncolumns: {}\nsource: {colour: red}\n", "3:10", "there is no key 'colour'"),
        ("name: x\ncolumns: {}\nfixed: {colour: red}\n", "3:17", "no row can be given 'colour'"),
        ("name: x\ncolumns: {}\nfixed: {victims: red}\n", "3:18", "no row can be given 'victims'"),
        ("- name: x\n", "1:1", "a map has keys"),
    ],
)
def test_what_is_wrong_with_a_map_is_told_where_it_stands(text: str, where: str, told: str) -> None:
    found, problems = read_map(text, "x.yml")
    assert found is None
    assert [(str(one.position), one.message) for one in problems] == [(f"x.yml:{where}", told)]


def test_a_word_that_is_nearly_right_is_suggested() -> None:
    _, (problem,) = read_map("name: x\norder: day-frist\ncolumns: {}\n", "x.yml")
    assert problem.hint == "did you mean 'day-first'?"
    _, (other,) = read_map("name: x\ncolumns: {Day: 'zzz'}\n", "x.yml")
    assert other.hint == "one of those that --write-map lists"


def test_a_map_says_little_where_little_is_to_be_said() -> None:
    found, problems = read_map("name: x\nkey: No\ncolumns: {Day: date, Left: , Other: {to: nothing}}\n", "x.yml")
    assert problems == []
    assert found == ColumnMap(
        name="x",
        key=("No",),
        columns={"Day": ColumnTarget("date"), "Left": ColumnTarget(NOTHING), "Other": ColumnTarget(NOTHING)},
    )


def test_what_is_no_yaml_is_told_as_such() -> None:
    found, problems = read_map("name: [x\n", "x.yml")
    assert found is None
    assert [one.code.value for one in problems] == ["yaml-syntax"]


@pytest.mark.parametrize(
    "key, columns", [("no", ("no",)), ("[no, 1.50, yes]", ("no", "1.50", "yes")), ("", ()), ("[]", ()), ("~", ())]
)
def test_the_name_of_a_column_is_taken_as_it_is_typed_whatever_tools_read_in_it(
    key: str, columns: tuple[str, ...]
) -> None:
    found, _ = read_map(f"name: x\nkey: {key}\ncolumns: {{}}\n", "x.yml")
    assert found is not None
    assert found.key == columns


def test_words_of_a_column_are_taken_as_they_are_typed() -> None:
    text = "name: x\ncolumns: {Day: {to: tags, apart: 1.50, words: {dug: no, shut: 2.0, open: , far: ~}}}\n"
    found, _ = read_map(text, "x.yml")
    assert found is not None
    assert found.columns == {"Day": ColumnTarget("tags", "1.50", {"dug": "no", "shut": "2.0", "open": "", "far": ""})}
    odd, _ = read_map("name: x\ncolumns: {Day: {to: tags, words: 5}, Left: ~}\n", "x.yml")
    assert odd is not None
    assert odd.columns == {"Day": ColumnTarget("tags"), "Left": ColumnTarget(NOTHING)}


@pytest.mark.parametrize("to, told", [("no", "no"), ("[a, b]", "['a', 'b']"), ("2.0", "2.0")])
def test_what_a_column_cannot_become_is_told_as_it_is_typed(to: str, told: str) -> None:
    _, (problem,) = read_map(f"name: x\ncolumns: {{Day: {to}}}\n", "x.yml")
    assert problem.message == f"a column cannot become '{told}'"

"""GeoJSON as lines: what each form gives, how a long line is cut, what is told of a value that is none, and where."""

import json
from itertools import pairwise

import pytest
from dateline.ground.geodata.geojson import (
    MAX_SHOWN,
    BadGeodataError,
    Flaw,
    Geodata,
    LineKind,
    Point,
    parse,
)
from dateline.ground.geodata.positions import Place, places_of, second_key
from dateline.ground.problems import Code
from hypothesis import given, settings
from hypothesis import strategies as st

POINTS = st.lists(st.tuples(st.integers(-180, 180), st.integers(-90, 90)), min_size=2, max_size=80)


def feature(form: object = "LineString", coordinates: object = ((0, 0), (1, 1)), **words: object) -> dict[str, object]:
    return {"properties": {"kind": "river"} | words, "geometry": {"type": form, "coordinates": coordinates}}


def text_of(*features: object, attribution: object = "Somebody") -> str:
    return json.dumps({"type": "FeatureCollection", "attribution": attribution, "features": list(features)})


def read(*features: object) -> Geodata:
    return parse(text_of(*features))


def points_of(*features: object) -> list[list[Point]]:
    """Return the points of each line, its stretches put together again."""
    found = []
    for line in read(*features).lines:
        points = [line.stretches[0].points[0]]
        for stretch in line.stretches:
            assert stretch.points[0] == points[-1]
            points += stretch.points[1:]
        found.append(points)
    return found


def flaws(text: str) -> list[str]:
    with pytest.raises(BadGeodataError) as refused:
        parse(text)
    return [flaw.message for flaw in refused.value.flaws]


# --- what each form gives --------------------------------------------------------------------------------------------

ONE, OTHER = [[0, 0], [1, 1]], [[2, 2], [3, 3], [2, 2]]


@pytest.mark.parametrize(
    "form, coordinates, lines",
    [
        ("LineString", ONE, [ONE]),
        ("MultiLineString", [ONE, OTHER], [ONE, OTHER]),
        ("Polygon", [OTHER], [OTHER]),
        ("MultiPolygon", [[OTHER, ONE], [ONE]], [OTHER, ONE, ONE]),
    ],
)
def test_each_line_and_each_outline_is_a_line(form: str, coordinates: object, lines: list[list[list[int]]]) -> None:
    assert points_of(feature(form, coordinates)) == [[tuple(point) for point in line] for line in lines]


def test_a_line_has_its_kind_its_name_and_the_countries_on_its_sides() -> None:
    said = {"kind": "border", "name": " The line ", "left": "One", "right": None}
    (line,) = read(feature(**said)).lines
    assert (line.kind, line.name, line.left, line.right) == (LineKind.BORDER, "The line", "One", "")


def test_heights_of_points_are_passed_over() -> None:
    assert points_of(feature(coordinates=[[0, 0, 12.5], [1, 1, 3, 4]])) == [[(0, 0), (1, 1)]]


@given(POINTS)
def test_a_line_is_cut_into_short_stretches_that_meet_and_fill_their_boxes(points: list[tuple[int, int]]) -> None:
    (line,) = read(feature(coordinates=points)).lines
    assert all(2 <= len(stretch.points) <= 25 for stretch in line.stretches)
    assert all(before.points[-1] == after.points[0] for before, after in pairwise(line.stretches))
    assert sum(len(stretch.points) - 1 for stretch in line.stretches) == len(points) - 1
    for stretch in line.stretches:
        lons, lats = [point[0] for point in stretch.points], [point[1] for point in stretch.points]
        assert (stretch.west, stretch.east) == (min(lons), max(lons))
        assert (stretch.south, stretch.north) == (min(lats), max(lats))


@given(POINTS)
def test_a_line_keeps_its_points_up_to_whole_turns(points: list[tuple[int, int]]) -> None:
    (drawn,) = points_of(feature(coordinates=points))
    assert points_of(feature(coordinates=points[:2]))[0][0] == drawn[0] == (float(points[0][0]), float(points[0][1]))
    assert all((now[0] - was[0]) % 360 == 0 and now[1] == was[1] for now, was in zip(drawn, points, strict=True))
    assert all(abs(after[0] - before[0]) in {*range(181), 360} for before, after in pairwise(drawn))


@pytest.mark.parametrize(
    "longitudes, drawn", [((179, -179, 179), (179, 181, 179)), ((-170, 170, -170), (-170, -190, -170))]
)
def test_a_line_that_crosses_the_edge_and_comes_back_ends_where_it_began(
    longitudes: tuple[int, ...], drawn: tuple[int, ...]
) -> None:
    (line,) = points_of(feature(coordinates=[[lon, 0] for lon in longitudes]))
    assert tuple(lon for lon, _ in line) == drawn


@pytest.mark.parametrize("longitudes", [(0, 180), (-90, 90), (-180, 180, -180)])
def test_half_a_turn_and_a_whole_one_are_drawn_as_they_are(longitudes: tuple[int, ...]) -> None:
    (line,) = points_of(feature(coordinates=[[lon, 0] for lon in longitudes]))
    assert tuple(lon for lon, _ in line) == longitudes


# --- what is refused -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value, said",
    [
        (None, "nothing"),
        (True, "true"),
        (False, "false"),
        ([], "a list"),
        ({}, "keys with values"),
        (3, "a number"),
        (1.5, "a number"),
    ],
)
def test_a_value_of_a_wrong_kind_is_told_in_a_word(value: object, said: str) -> None:
    (told,) = flaws(text_of(feature(form=value)))
    assert told == f"features[0] is neither a line nor a polygon, but {said}"
    if value is not None:
        assert flaws(text_of(feature(name=value))) == [f"'name' takes text, not {said}"]
        assert flaws(text_of(feature(), attribution=value)) == [f"'attribution' takes text, not {said}"]


def test_a_long_text_in_the_place_of_a_form_is_told_by_its_beginning() -> None:
    (told,) = flaws(text_of(feature(form="Q" * 1000)))
    assert told.endswith(f"but '{'Q' * MAX_SHOWN}'")


@pytest.mark.parametrize(
    "point",
    [
        [181, 0],
        [-180.001, 0],
        [0, 90.5],
        [0, -91],
        [0],
        [],
        "0,0",
        None,
        [True, 0],
        [0, False],
        ["0", 0],
        [0, 0, "high"],
    ],
)
def test_what_is_no_point_on_the_earth_is_refused_at_its_place(point: object) -> None:
    text = text_of(feature(coordinates=[[0, 0], point]))
    with pytest.raises(BadGeodataError, match="a point is not") as refused:
        parse(text)
    (flaw,) = refused.value.flaws
    assert text[flaw.column - 1 :].startswith(json.dumps(point))


@pytest.mark.parametrize(
    "form, coordinates, told",
    [
        ("LineString", [[0, 0]], "a line needs two points"),
        ("LineString", [], "there are no points here"),
        ("Polygon", [], "there are no points here"),
        ("MultiPolygon", [[]], "there are no points here"),
        ("MultiPolygon", [[[[0, 0]]]], "a line needs two points"),
        ("LineString", None, "coordinates are a list, not nothing"),
        ("MultiLineString", [3], "coordinates are a list, not a number"),
    ],
)
def test_a_line_without_two_points_is_refused(form: str, coordinates: object, told: str) -> None:
    assert flaws(text_of(feature(form, coordinates))) == [told]


@pytest.mark.parametrize("kind", [None, "road", 3, ["river"]])
def test_a_kind_that_no_map_draws_is_refused_and_the_kinds_are_named(kind: object) -> None:
    (told,) = flaws(text_of(feature(kind=kind)))
    assert all(known in told for known in LineKind)
    given = {"None": "", "road": ", 'road',", "3": ", a number,", "['river']": ", a list,"}[str(kind)]
    assert told.startswith(f"features[0]: 'kind'{given} is none of border")


@pytest.mark.parametrize("features", [None, {}, "lines", 3])
def test_features_that_are_no_list_are_told(features: object) -> None:
    text = json.dumps({"type": "FeatureCollection", "attribution": "Somebody", "features": features})
    assert flaws(text) == ["'features' is no list"]


def test_a_file_of_no_features_is_a_file_of_no_lines() -> None:
    assert read() == Geodata((), "Somebody")


@pytest.mark.parametrize("thing", [None, 3, [], {}, {"geometry": None}, {"geometry": []}])
def test_what_has_no_geometry_is_no_feature(thing: object) -> None:
    assert flaws(text_of(thing)) == ["features[0] has no geometry"]


def test_a_file_with_several_faults_tells_each_of_them() -> None:
    found = {"type": "FeatureCollection", "features": [feature(kind="road"), feature(), feature("Point")]}
    told = flaws(json.dumps(found))
    assert [message.partition(":")[0] for message in told] == [
        "'attribution' is missing",
        "features[0]",
        "features[2] is neither a line nor a polygon, but 'Point'",
    ]


@pytest.mark.parametrize("attribution", [None, "", "  "])
def test_a_file_that_does_not_say_where_it_is_from_is_refused(attribution: object) -> None:
    (told,) = flaws(text_of(feature(), attribution=attribution))
    assert told.startswith("'attribution' is missing")


def test_each_text_is_checked_once_and_empty_ones_are_not() -> None:
    seen: list[str] = []

    def no_flaw(text: str) -> None:
        seen.append(text)

    parse(text_of(feature(name="a", left="", right=" "), attribution="b"), no_flaw)
    assert seen == ["b", "a"]


def test_what_the_check_says_of_a_text_is_told_with_its_key_its_cure_and_its_code() -> None:
    with pytest.raises(BadGeodataError) as refused:
        parse(text_of(feature(left="bad")), lambda text: Flaw("no", "mend", Code.WRONG_TYPE) if text == "bad" else None)
    (flaw,) = refused.value.flaws
    assert (flaw.message, flaw.hint, flaw.code) == ("'left': no", "mend", Code.WRONG_TYPE)


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
def test_a_number_that_is_none_to_other_readers_is_refused(word: str) -> None:
    assert flaws(text_of(feature()).replace("[1, 1]", f"[{word}, 1]")) == [f"this is no JSON: {word} is no number"]


# --- where things stand ----------------------------------------------------------------------------------------------

JSON = '{"a": [1, {"b": "x,}:"}],\n "c": {"d\\"e": [[], 2]}}'


@pytest.mark.parametrize(
    "steps, begins",
    [
        ((), '{"a"'),
        (("a",), "[1"),
        (("a", 0), "1,"),
        (("a", 1), '{"b"'),
        (("a", 1, "b"), '"x,}:"'),
        (("c",), '{"d'),
        (("c", 'd"e'), "[[]"),
        (("c", 'd"e', 0), "[]"),
        (("c", 'd"e', 1), "2]"),
        (("a", 5), "[1"),
        (("a", 1, "zz", "b"), '{"b"'),
        (("none",), '{"a"'),
    ],
)
def test_a_value_is_found_by_the_steps_to_it_or_else_the_innermost_part(
    steps: tuple[str | int, ...], begins: str
) -> None:
    (place,) = places_of(JSON, [steps])
    line = JSON.split("\n")[place.line - 1]
    assert line[place.column - 1 :].startswith(begins)


def test_several_values_are_found_at_once_in_the_order_in_which_they_were_asked_for() -> None:
    assert places_of(JSON, [("c",), ("a",)]) == [Place(2, 7), Place(1, 7)]


@pytest.mark.parametrize(
    "text, key, at",
    [
        ('{"a": 1, "a": 2}', "a", 10),
        ('{"a": {"b": 1}, "c": {"b": 1, "b": 2}}', "b", 31),
        ('[{"a": 1}, {"a": 1, "\\u0061": 2}]', "a", 21),
        ('{"a": {"a": {"a": 1}}, "b": "a", "a": 1}', "a", 34),
        ('{"a": ["a", "a"], "a": 1}', "a", 19),
    ],
)
def test_a_key_that_stands_twice_in_one_object_is_found_where_it_stands_again(text: str, key: str, at: int) -> None:
    assert second_key(text) == (key, Place(1, at))


@pytest.mark.parametrize("text", ['{"a": 1}', '[{"a": 1}, {"a": 1}]', '{"a": {"a": 1}}', '["a", "a"]', "3", '"a"'])
def test_a_key_in_another_object_is_another_key(text: str) -> None:
    assert second_key(text) is None


VALUES = st.recursive(
    st.integers() | st.text(max_size=4) | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=12,
)


def steps_in(value: object, steps: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], object]]:
    inner = (
        list(value.items()) if isinstance(value, dict) else list(enumerate(value)) if isinstance(value, list) else []
    )
    return [(steps, value), *(found for step, part in inner for found in steps_in(part, (*steps, step)))]


@settings(max_examples=50)
@given(VALUES, st.sampled_from([None, 2]))
def test_every_value_of_any_text_is_found_where_it_stands(value: object, indent: int | None) -> None:
    text = json.dumps(value, indent=indent)
    lines = text.split("\n")
    known = steps_in(value)
    for (_, part), place in zip(known, places_of(text, [steps for steps, _ in known]), strict=True):
        rest = "\n".join([lines[place.line - 1][place.column - 1 :], *lines[place.line :]])
        assert json.JSONDecoder().raw_decode(rest)[0] == part
    assert second_key(text) is None

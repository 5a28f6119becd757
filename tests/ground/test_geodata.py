import json
import math
import shutil
import struct
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner
from dateline.cli import main
from dateline.ground.geodata import BadGeodataError, Geodata, LineKind, parse, straightened
from dateline.ground.geodata.extracting import Area
from dateline.ground.problems import Problem
from dateline.pages.figures.projection import frame_around
from dateline.records.loading.map_lines import lines_of
from hypothesis import given
from hypothesis import strategies as st
from projects import CASES, ROOT

points = st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=2, max_size=80)
anything = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=9) | st.sampled_from(["FeatureCollection", "river"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["type", "attribution", "features", "properties", "kind", "geometry", "coordinates"]), inner
        )
    ),
    max_leaves=20,
)


def collection(geometry: object, **properties: object) -> str:
    feature = {"type": "Feature", "properties": properties, "geometry": geometry}
    return json.dumps({"type": "FeatureCollection", "attribution": "Ours", "features": [feature]})


@given(points)
def test_a_line_is_read_point_by_point(line: list[tuple[float, float]]) -> None:
    (found,) = parse(collection({"type": "LineString", "coordinates": line}, kind="river", name="R")).lines
    first, *rest = found.stretches
    read = [*first.points, *(point for stretch in rest for point in stretch.points[1:])]
    assert [lat for _, lat in read] == [lat for _, lat in line]
    for (lon, _), (typed, _) in zip(read, line, strict=True):
        assert abs(lon - typed) % 360 == pytest.approx(0, abs=1e-6) or abs(lon - typed) % 360 == pytest.approx(360)
    assert found.kind is LineKind.RIVER
    for stretch in found.stretches:
        assert all(stretch.west <= lon <= stretch.east for lon, _ in stretch.points)
        assert all(stretch.south <= lat <= stretch.north for _, lat in stretch.points)


def test_a_line_that_jumps_from_one_edge_of_the_world_to_the_other_goes_the_short_way() -> None:
    line = [[179, -16], [-179, -17], [-178, -17], [179, -18]]
    (found,) = parse(collection({"type": "LineString", "coordinates": line}, kind="coast")).lines
    assert found.stretches[0].points == ((179, -16), (181, -17), (182, -17), (179, -18))


def test_an_edge_of_the_world_stays_an_edge() -> None:
    line = [[-180, -90], [180, -90]]
    (found,) = parse(collection({"type": "LineString", "coordinates": line}, kind="coast")).lines
    assert found.stretches[0].points == ((-180, -90), (180, -90))


@given(anything)
def test_whatever_json_holds_is_read_or_refused(value: object) -> None:
    with suppress(BadGeodataError):
        parse(json.dumps(value))


@pytest.mark.parametrize("text", ["[" * 100_000, '{"type": ' + "9" * 5000 + "}", "", "NaN"])
def test_what_would_break_a_reader_is_refused(text: str) -> None:
    with pytest.raises(BadGeodataError):
        parse(text)


SOUND = """\
{"type": "FeatureCollection", "attribution": "Ours",
"features": [
{"type": "Feature", "properties": {"kind": "coast"},
 "geometry": {"type": "LineString", "coordinates": [[1, 2], [3, 4]]}},
{"type": "Feature", "properties": {"kind": "border", "left": "A", "right": "B"},
 "geometry": {"type": "MultiPolygon", "coordinates": [[[[0, 0], [1, 0], [1, 1], [0, 0]]]]}}
]}
"""
BEYOND = "9" * 400


@pytest.mark.parametrize(
    "was,now,at,told",
    [
        ('"coast"', '["coast"]', '["coast"]', "features[0]: 'kind', a list, is none of border,"),
        ('"coast"', '"\\udc00"', '"\\udc00"', "features[0]: 'kind', '\ufffd', is none of border,"),
        ('"coast"', "7", "7}", "features[0]: 'kind', a number, is none of border,"),
        ('"coast"', '"cost"', '"cost"', "features[0]: 'kind', 'cost', is none of border,"),
        ('{"kind": "coast"}', "null", "null,", "features[0]: 'kind' is none of border,"),
        ('"LineString"', '["LineString"]', '["LineString"]', "features[0] is neither a line nor a polygon, but a list"),
        ('"LineString"', '"Point"', '"Point"', "features[0] is neither a line nor a polygon, but 'Point'"),
        ('"LineString"', "{}", "{},", "features[0] is neither a line nor a polygon, but keys with values"),
        ("[1, 2]", f"[{BEYOND}, 2]", f"[{BEYOND}, 2]", "a point is not [longitude, latitude] in degrees"),
        ("[1, 2]", "[1, 1e999]", "[1, 1e999]", "a point is not [longitude, latitude] in degrees"),
        ("[1, 2]", "[true, 2]", "[true, 2]", "a point is not [longitude, latitude] in degrees"),
        ("[1, 2]", "[1]", "[1]", "a point is not [longitude, latitude] in degrees"),
        ("[1, 2]", '[1, 2, "high"]', '[1, 2, "high"]', "a point is not [longitude, latitude] in degrees"),
        ("[3, 4]", "[3, 94]", "[3, 94]", "a point is not [longitude, latitude] in degrees"),
        ("[[1, 2], [3, 4]]", "[[1, 2]]", "[[1, 2]]", "a line needs two points"),
        ("[[1, 2], [3, 4]]", "[]", "[]}}", "there are no points here"),
        ("[[1, 2], [3, 4]]", "null", "null}}", "coordinates are a list, not nothing"),
        ("[[[[0, 0], [1, 0], [1, 1], [0, 0]]]]", "[[]]", "[]]", "there are no points here"),
        ('"left": "A"', '"left": ["A"]', '["A"]', "'left' takes text, not a list"),
        ('"left": "A"', '"left": "A\\u0000"', '"A\\u0000"', "'left': the character U+0000 cannot stand on a page"),
        ('"left": "A"', '"left": "A\u202eB"', '"A\u202eB"', "'left': a right-to-left override (U+202E) makes readers"),
        (
            '"left": "A"',
            '"left": "A\\u202eB"',
            '"A\\u202eB"',
            "'left': a right-to-left override (U+202E) makes readers",
        ),
        ('"left": "A"', '"left": "A\\u001bB"', '"A\\u001bB"', "'left': U+001B is a control character"),
        ('"left": "A"', '"left": "\\ud800"', '"\\ud800"', "'left': half a character stands here"),
        ('"left": "A"', '"left": "A", "left": "C"', '"left": "C"', "the key 'left' stands here a second time"),
        ('"Ours"', "[1]", "[1]", "'attribution' takes text, not a list"),
        ('"Ours"', '" "', '" "', "'attribution' is missing"),
        ('"Ours"', '"Ours\\u0000"', '"Ours\\u0000"', "'attribution': the character U+0000 cannot stand on a page"),
        ('"features"', '"lines"', '{"type": "FeatureCollection"', "'features' is no list"),
        ("[1, 2]", "[NaN, 2]", '{"type": "FeatureCollection"', "this is no JSON: NaN is no number"),
        ("[1, 2]", "[1 2]", "2], [", "this is no JSON"),
    ],
)
def test_each_flaw_is_told_at_its_place(was: str, now: str, at: str, told: str) -> None:
    assert SOUND.count(was) == 1
    wrong = SOUND.replace(was, now)
    assert wrong.count(at) == 1
    (problem,) = told_of(wrong)
    assert problem.message.startswith(told)
    before, _, _ = wrong.partition(at)
    assert (problem.position.line, problem.position.column) == (
        before.count("\n") + 1,
        len(before) - before.rfind("\n"),
    )


def told_of(text: str) -> list[Problem]:
    found = lines_of(text, "content/geodata/x.geojson")
    return found if isinstance(found, list) else []


def test_every_feature_that_is_wrong_is_told_in_one_run() -> None:
    wrong = SOUND.replace('"coast"', "[]").replace('"A"', "3").replace('"Ours"', '""')
    assert [problem.position.line for problem in sorted(told_of(wrong))] == [1, 3, 5]


def test_of_many_flaws_a_hundred_are_told_and_found_quickly() -> None:
    features = [{"type": "Feature", "properties": {}, "geometry": {}} for _ in range(5000)]
    text = json.dumps({"type": "FeatureCollection", "attribution": "Ours", "features": features}, indent=1)
    found = told_of(text)
    assert len(found) == 100
    lines = text.split("\n")
    assert {lines[problem.position.line - 1].strip() for problem in found} == {'"properties": {},'}


@given(st.data())
def test_sound_lines_with_any_value_put_anywhere_are_drawn_or_told(data: st.DataObject) -> None:
    found = json.loads(SOUND)
    inner = found
    while isinstance(inner, dict | list) and inner:
        key = data.draw(st.sampled_from(sorted(inner) if isinstance(inner, dict) else range(len(inner))))
        if data.draw(st.booleans()) or not isinstance(inner[key], dict | list):
            inner[key] = data.draw(anything | st.just(10**400) | st.just("\u202e\x1b"))
            break
        inner = inner[key]
    lines = lines_of(json.dumps(found, indent=data.draw(st.sampled_from([None, 1]))), "x.geojson")
    if isinstance(lines, Geodata):
        frame = frame_around([(2.0, 3.0)], (300, 200), 20, 400)
        for line in lines.lines:
            assert all(math.isfinite(number) for piece in frame.pieces(line) for spot in piece for number in spot)
    else:
        assert lines
        assert all(problem.position.path == "x.geojson" and problem.message for problem in lines)


@pytest.mark.parametrize("form", ["text", "github", "json", "markdown", "sarif"])
def test_a_file_that_cannot_be_drawn_is_told_in_every_format(tmp_path: Path, form: str) -> None:
    project = tmp_path / "well"
    shutil.copytree(CASES / "base", project)
    (project / "content" / "geodata").mkdir()
    wrong = SOUND.replace('"coast"', '["coast"]').replace("[0, 0], [1, 0]", f"[{BEYOND}, 0], [1, 0]")
    (project / "content" / "geodata" / "lines.geojson").write_text(wrong, encoding="utf-8")
    done = CliRunner().invoke(main, ["check", str(project), "--format", form])
    assert done.exit_code == 1
    assert not isinstance(done.exception, Exception)
    assert done.output.count("lines.geojson") >= 2
    assert "bad-geodata" in done.output
    if form in {"json", "sarif"}:
        json.loads(done.stdout)


def test_the_outline_of_a_polygon_is_a_line() -> None:
    ring = [[0, 0], [1, 0], [1, 1], [0, 0]]
    lines = parse(collection({"type": "MultiPolygon", "coordinates": [[ring, ring], [ring]]}, kind="lake")).lines
    assert len(lines) == 3


@given(points, st.floats(0, 20))
def test_a_straightened_line_stays_within_the_tolerance(line: list[tuple[float, float]], tolerance: float) -> None:
    kept = straightened(line, tolerance)
    assert kept[0] == line[0]
    assert kept[-1] == line[-1]
    for point in line:
        distances = [_distance(point, start, end) for start, end in pairwise(kept)]
        assert min(distances) <= tolerance + 1e-6


def test_an_area_may_lie_across_the_180th_meridian() -> None:
    across = Area(170, -20, -170, 0)
    assert across.holds((175, -10))
    assert across.holds((-175, -10))
    assert not across.holds((0, -10))


def shapefile(folder: Path, name: str, parts: list[list[tuple[float, float]]], attributes: dict[str, str]) -> Path:
    """Write a shapefile with one poly-line, as ESRI describes it."""
    points = [point for part in parts for point in part]
    starts = [sum(map(len, parts[:index])) for index in range(len(parts))]
    content = struct.pack("<i4dii", 3, 0, 0, 0, 0, len(parts), len(points))
    content += struct.pack(f"<{len(starts)}i", *starts) + b"".join(struct.pack("<2d", *point) for point in points)
    (folder / f"{name}.shp").write_bytes(bytes(100) + struct.pack(">ii", 1, len(content) // 2) + content)
    (folder / f"{name}.shx").write_bytes(bytes(100) + struct.pack(">ii", 50, len(content) // 2))
    fields = b"".join(key.encode().ljust(11, b"\0") + b"C" + bytes(4) + bytes([40]) + bytes(15) for key in attributes)
    row = b" " + b"".join(value.encode().ljust(40) for value in attributes.values())
    header = struct.pack("<4BIHH", 3, 0, 0, 0, 1, 32 + len(fields) + 1, len(row)) + bytes(20)
    (folder / f"{name}.dbf").write_bytes(header + fields + b"\r" + row)
    return folder / f"{name}.shp"


def extracted(tmp_path: Path, *layers: Path) -> list[dict[str, object]]:
    out = tmp_path / "out" / "lines.geojson"
    options = ["--area", "0,0,10,10", "--river", "Furat=Euphrates", "--attribution", "Ours", "--out", str(out)]
    done = CliRunner().invoke(main, ["geodata", *map(str, layers), *options])
    assert done.exit_code == 0, done.output
    assert parse(out.read_text(encoding="utf-8")).attribution == "Ours"
    features: list[dict[str, object]] = json.loads(out.read_text(encoding="utf-8"))["features"]
    return features


def test_an_extract_holds_what_lies_in_the_area_under_the_names_that_were_asked_for(tmp_path: Path) -> None:
    line = [(-9.0, 5.0), (-5.0, 5.0), (1.0, 5.0), (2.0, 7.0), (30.0, 5.0), (40.0, 5.0)]
    river = shapefile(tmp_path, "ne_10m_rivers_lake_centerlines", [line], {"name": "Furat"})
    (feature,) = extracted(tmp_path, river)
    assert feature["properties"] == {"kind": "river", "name": "Euphrates"}
    assert feature["geometry"] == {"type": "LineString", "coordinates": [[-5, 5], [1, 5], [2, 7], [30, 5]]}


@pytest.mark.parametrize(
    "what,kind",
    [
        ("International boundary (verify)", "border"),
        ("Disputed (please verify)", "disputed-border"),
        ("Line of control (please verify)", "disputed-border"),
        ("Overlay limit", None),
    ],
    ids=["agreed", "disputed", "line-of-control", "overlay"],
)
def test_only_what_the_data_calls_international_is_drawn_as_a_border(
    tmp_path: Path, what: str, kind: str | None
) -> None:
    said = {"FEATURECLA": what, "ADM0_LEFT": "A", "ADM0_RIGHT": "B"}
    layer = shapefile(tmp_path, "ne_10m_admin_0_boundary_lines_land", [[(1, 1), (2, 2)]], said)
    found = [feature["properties"] for feature in extracted(tmp_path, layer)]
    assert found == ([] if kind is None else [{"kind": kind, "left": "A", "right": "B"}])


def test_a_file_that_is_no_shapefile_is_told(tmp_path: Path) -> None:
    layer = tmp_path / "ne_10m_coastline.shp"
    layer.write_bytes(b"no")
    layer.with_suffix(".shx").write_bytes(bytes(108))
    options = ["--area", "0,0,1,1", "--attribution", "Ours", "--out", str(tmp_path / "x.geojson")]
    done = CliRunner().invoke(main, ["geodata", str(layer), *options])
    assert done.exit_code == 1
    assert "no shapefile" in done.output


@pytest.mark.al_bukamal
def test_the_lines_of_this_chronology_name_the_euphrates_and_say_where_they_are_from() -> None:
    found = parse((ROOT / "content" / "geodata" / "natural-earth.geojson").read_text(encoding="utf-8"))
    assert "Natural Earth" in found.attribution
    assert "public domain" in found.attribution
    assert {line.name for line in found.lines if line.kind is LineKind.RIVER} == {"Euphrates"}
    sides = {name for line in found.lines for name in (line.left, line.right) if name}
    assert {"Syria", "Iraq", "Turkey", "Jordan", "Lebanon"} <= sides


def _distance(point: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    share = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length if length else 0.0
    share = min(max(share, 0.0), 1.0)
    return math.hypot(point[0] - start[0] - share * dx, point[1] - start[1] - share * dy)

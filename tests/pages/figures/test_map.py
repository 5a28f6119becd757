import html
import json
import math
import re
from dataclasses import replace
from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

import pytest
from dateline.ground.dates import Day
from dateline.ground.geodata import Geodata, parse
from dateline.pages.figures.geometry import Box, clipped, joined
from dateline.pages.figures.labels import Paper, around, crosses, width_of, wrapped
from dateline.pages.figures.map import (
    LARGE,
    SMALL,
    TABLE,
    TALL,
    draw_map,
    draw_map_days,
    placed,
    projection_in_words,
    sizes_of,
)
from dateline.pages.figures.map_key import letter_of
from dateline.pages.figures.map_marks import APART, grouped
from dateline.pages.figures.projection import KM_A_DEGREE, frame_around
from dateline.pages.shared.map_days import MapStep
from dateline.pages.shared.maps import MapPoint, MapView
from dateline.pages.shared.views import Link
from hypothesis import given
from hypothesis import strategies as st
from projects import ROOT

SVG = "{http://www.w3.org/2000/svg}"
KINDS = ("dl-map__place", "dl-map__entry")
HOSTILE = "<script>x</script>\"'&{{7}}\n*a*"
LINES = parse(
    '{"type": "FeatureCollection", "attribution": "Ours", "features": ['
    '{"type": "Feature", "properties": {"kind": "river", "name": "Euphrates"}, "geometry": '
    '{"type": "LineString", "coordinates": [[40.3, 35.3], [40.6, 34.9], [40.92, 34.5], [41.3, 34.4]]}},'
    '{"type": "Feature", "properties": {"kind": "border", "left": "Iraq", "right": "Syria"}, "geometry": '
    '{"type": "LineString", "coordinates": [[41.2, 35.2], [41.0, 34.45], [40.3, 34.1]]}}]}'
)
latitudes = st.floats(-90, 90) | st.sampled_from([-90.0, 0.0, 90.0])
longitudes = st.floats(-180, 180) | st.sampled_from([-180.0, -179.9, 179.9, 180.0])
places = st.lists(st.tuples(longitudes, latitudes), min_size=1, max_size=12)
sizes = st.sampled_from([SMALL, LARGE, TALL])


def point(  # noqa: PLR0913 - what a point has
    lon: float,
    lat: float,
    name: str = "A",
    *,
    precision: str = "locality",
    events: int = 1,
    neighbour: bool = False,
) -> MapPoint:
    link = Link(name, f"places/{name}/")
    return MapPoint(
        link, link.address, lat, lon, precision, precision, "here", "x", events, f"{events} events", neighbour
    )


def view(*points: MapPoint, geodata: tuple[Geodata, ...] = (), large: bool = False) -> MapView:
    return MapView("Where", points, (), 0, geodata, large)


def drawn(found: MapView, size: tuple[float, float] = SMALL) -> ET.Element:
    text = draw_map(found, lambda address: f"../{address}", size)
    assert "\n" not in text
    return ET.fromstring(text)  # noqa: S314 - our own


@given(places, sizes)
def test_every_place_on_earth_lies_in_its_frame(found: list[tuple[float, float]], size: tuple[float, float]) -> None:
    frame = frame_around(found, size, 40, 40)
    for lon, lat in found:
        x, y = frame.spot(lon, lat)
        assert 39.9 <= x <= size[0] - 39.9
        assert 39.9 <= y <= size[1] - 39.9


@given(places, sizes)
def test_a_frame_shows_at_least_the_least_distance(found: list[tuple[float, float]], size: tuple[float, float]) -> None:
    frame = frame_around(found, size, 40, 40)
    assert (size[1] - 80) / frame.y_scale * KM_A_DEGREE >= 40 - 1e-6


def test_places_on_either_side_of_the_180th_meridian_are_near_each_other() -> None:
    frame = frame_around([(179.5, -17.0), (-179.5, -17.5)], SMALL, 40, 40)
    assert frame.kilometres < 300
    assert frame.spot(179.5, -17.0)[0] < frame.spot(-179.5, -17.0)[0]


def test_around_a_pole_every_place_lies_in_its_direction_and_distance() -> None:
    frame = frame_around([(0.0, 90.0), (120.0, 89.9), (-60.0, 89.9)], SMALL, 40, 40)
    pole, here, there = frame.spot(0.0, 90.0), frame.spot(120.0, 89.9), frame.spot(-60.0, 89.9)
    assert math.dist(pole, here) == pytest.approx(0.1 * frame.y_scale)
    assert math.dist(here, there) == pytest.approx(0.2 * frame.y_scale)
    assert frame.spot(77.0, 90.0) == pytest.approx(pole)


@pytest.mark.parametrize("lat", [90, -90, 89.99, -88])
def test_a_map_of_a_pole_names_no_latitude_beyond_it_and_stays_within_its_frame(lat: float) -> None:
    found = drawn(view(point(0, lat), point(130, math.copysign(87.5, lat)), geodata=()))
    words = [node.text or "" for node in found.iter(f"{SVG}text")]
    degrees = [float(word.rstrip("°NSEW")) for word in words if word.endswith(("N", "S"))]
    assert degrees
    assert max(degrees) < 90
    assert "around the" in (found.findtext(f"{SVG}desc") or "")
    for path in found.iter(f"{SVG}path"):
        assert "nan" not in path.get("d", "")


@pytest.mark.parametrize(
    "lat, said",
    [(90, "around the North Pole"), (-89, "around the South Pole"), (52, "in an equirectangular projection")],
)
def test_beside_a_map_stands_in_what_projection_it_is_drawn(lat: float, said: str) -> None:
    assert f"Drawn {said}" in projection_in_words(view(point(0, lat), geodata=()))


def test_lines_around_a_pole_are_drawn_where_they_lie() -> None:
    ring = [[lon, -89.9] for lon in range(-180, 181, 10)]
    geometry = {"type": "LineString", "coordinates": ring}
    feature = {"type": "Feature", "properties": {"kind": "coast"}, "geometry": geometry}
    lines = parse(json.dumps({"type": "FeatureCollection", "attribution": "Ours", "features": [feature]})).lines
    frame = frame_around([(0.0, -90.0)], SMALL, 40, 40)
    spots = [spot for piece in frame.pieces(lines[0]) for spot in piece]
    assert len(spots) >= 36
    assert {round(math.dist(spot, frame.spot(0, -90)), 3) for spot in spots} == {round(0.1 * frame.y_scale, 3)}


def test_a_kilometre_is_as_long_to_the_north_as_to_the_east() -> None:
    frame = frame_around([(40.0, 60.0), (41.0, 60.0)], SMALL, 40, 40)
    here, east, north = frame.spot(40.5, 60.0), frame.spot(40.6, 60.0), frame.spot(40.5, 60.1)
    assert (east[0] - here[0]) / (here[1] - north[1]) == pytest.approx(math.cos(math.radians(60)), rel=1e-6)


coordinates = st.floats(-50, 150)
lines = st.lists(st.tuples(coordinates, coordinates), min_size=2, max_size=20)


@given(lines)
def test_what_is_left_of_a_clipped_line_lies_in_the_box(line: list[tuple[float, float]]) -> None:
    for piece in joined(clipped(line, Box(0, 0, 100, 80))):
        for x, y in piece:
            assert -1e-6 <= x <= 100 + 1e-6
            assert -1e-6 <= y <= 80 + 1e-6


@given(st.lists(st.tuples(st.floats(10, 90), st.floats(10, 70)), min_size=2, max_size=20))
def test_a_line_within_the_box_stays_as_it_is(line: list[tuple[float, float]]) -> None:
    assert joined(clipped(line, Box(0, 0, 100, 80))) == [line]


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(0, 200), st.floats(1, 150)), max_size=40))
def test_no_two_labels_lie_on_each_other(wanted: list[tuple[float, float, float]]) -> None:
    paper = Paper(Box(0, 0, 300, 200))
    placed = [paper.place(around((x, y), 8, width, 16)) for x, y, width in wanted]
    boxes = [box for box in placed if box is not None]
    assert all(paper.bounds.holds(box) for box in boxes)
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))


@given(st.text(max_size=80), st.text(max_size=20))
def test_longer_words_are_never_narrower(some: str, more: str) -> None:
    assert width_of(some + more, 12) >= width_of(some, 12)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_wrapped_words_keep_every_word_or_cut_it_visibly(text: str) -> None:
    lines = wrapped(text, 12, 100)
    kept = [word for line in lines for word in line.split()]
    if not any("…" in line for line in lines):
        assert kept == text.split()


def test_each_mark_is_a_link_that_bears_its_place_its_count_and_its_precision() -> None:
    root = drawn(view(point(40.9, 34.4, "Al-Bukamal", events=5), point(40.6, 34.8, "Al-Kishmah", precision="area")))
    assert {link.get("href"): link.get("aria-label") for link in root.iter(f"{SVG}a")} == {
        "../places/Al-Bukamal/": "Al-Bukamal, 5 events, locality",
        "../places/Al-Kishmah/": "Al-Kishmah, 1 events, area",
    }


def test_each_precision_has_a_form_of_its_own() -> None:
    forms = set()
    for precision in ("exact", "locality", "area", "region", "unknown"):
        (link,) = drawn(view(point(40, 34, precision=precision))).iter(f"{SVG}a")
        shapes = [
            (shape.tag, shape.get("class")) for shape in link if shape.tag != f"{SVG}title" and "name" not in str(shape)
        ]
        forms.add(tuple(shapes))
    assert len(forms) == 5


def test_a_mark_grows_with_its_events_within_bounds() -> None:
    def radius(events: int) -> float:
        (link,) = drawn(view(point(40, 34, events=events))).iter(f"{SVG}a")
        return next(float(c.get("r", "")) for c in link.iter(f"{SVG}circle") if "mark" in c.get("class", ""))

    assert radius(1) < radius(4) < radius(20) <= radius(10**6) < 20


def test_a_river_and_the_countries_beside_a_border_are_named_on_their_own_sides() -> None:
    root = drawn(view(point(40.9185, 34.4523, "Al-Bukamal"), geodata=(LINES,)))
    texts = {text.text: text for text in root.findall(f"{SVG}text")}
    assert {"Euphrates", "Syria", "Iraq"} <= texts.keys()
    assert float(texts["Syria"].get("x", "")) < float(texts["Iraq"].get("x", ""))
    assert {"border", "river"} == {
        re.sub(".*--", "", path.get("class", ""))
        for path in root.findall(f"{SVG}path")
        if "dl-map__line--" in path.get("class", "")
    }


def test_without_lines_a_map_has_degrees_and_a_scale() -> None:
    texts = [text.text or "" for text in drawn(view(point(40.9185, 34.4523))).iter(f"{SVG}text")]
    assert any(text.endswith("°E") for text in texts)
    assert any(text.endswith("°N") for text in texts)
    assert any(text.endswith(" km") for text in texts)


def test_the_scale_is_as_long_as_it_says() -> None:
    root = drawn(view(point(40.0, 34.0), point(41.0, 34.0)))
    bar = next(path.get("d", "") for path in root.iter(f"{SVG}path") if path.get("class") == "dl-map__scale")
    said = next(
        float((text.text or "").split()[0]) for text in root.iter(f"{SVG}text") if (text.text or "").endswith(" km")
    )
    first, last = (float(x) for x in re.findall(r"[MH]([0-9.]+)", bar))
    units_a_degree = (SMALL[0] - 80) / math.cos(math.radians(34))
    assert (last - first) / units_a_degree * KM_A_DEGREE == pytest.approx(said, rel=0.02)


@given(places)
def test_no_place_on_earth_breaks_a_map(found: list[tuple[float, float]]) -> None:
    points = [point(lon, lat, f"P{number}") for number, (lon, lat) in enumerate(found)]
    root = drawn(view(*points, geodata=(LINES,)))
    named = " ".join(link.get("aria-label", "") for link in root.iter(f"{SVG}a"))
    assert all(f"P{number}" in named for number in range(len(found)))
    assert "nan" not in ET.tostring(root, encoding="unicode")


def test_hostile_names_stay_words_on_a_map() -> None:
    river = {"type": "LineString", "coordinates": [[39, 33.9], [40, 34.05], [41, 34]]}
    lines = {"type": "Feature", "properties": {"kind": "river", "name": "<b>'\"&"}, "geometry": river}
    words = json.dumps({"type": "FeatureCollection", "attribution": "x", "features": [lines]})
    root = drawn(view(point(40, 34, HOSTILE), geodata=(parse(words),)))
    assert "<b>'\"&" in {text.text for text in root.iter(f"{SVG}text")}
    assert not list(root.iter(f"{SVG}script"))
    assert any(link.get("aria-label", "").startswith(HOSTILE) for link in root.iter(f"{SVG}a"))


@given(st.lists(st.tuples(st.floats(0, 360), st.floats(0, 280)), min_size=2, max_size=12, unique=True))
def test_no_label_is_nearer_to_another_mark_than_to_its_own(spots: list[tuple[float, float]]) -> None:
    shown = grouped((point(0, 0, f"Place {number}", events=number + 1), spot) for number, spot in enumerate(spots))
    paper = Paper(Box(0, 0, *SMALL))
    for one in shown:
        box = placed(one, paper, shown).box
        if box is not None:
            gaps = {other.spot: max(0.0, box.away_from(other.spot) - other.radius) for other in shown}
            assert all(gap > gaps[one.spot] for other, gap in gaps.items() if other != one.spot)


@given(st.lists(st.tuples(st.floats(0, 360), st.floats(0, 280)), max_size=40))
def test_no_two_marks_are_nearer_than_a_finger_and_each_place_is_in_one(spots: list[tuple[float, float]]) -> None:
    found = [(point(0, 0, f"Place {number}"), spot) for number, spot in enumerate(spots)]
    groups = grouped(found)
    assert all(math.dist(one.spot, other.spot) >= APART for one, other in combinations(groups, 2))
    assert sorted(one.place.text for group in groups for one in group.points) == sorted(
        one.place.text for one, _ in found
    )


spots_on_paper = st.tuples(st.floats(0, 300), st.floats(0, 200))


@given(
    st.lists(st.lists(spots_on_paper, min_size=2, max_size=6), max_size=4),
    st.lists(st.tuples(spots_on_paper, st.floats(1, 150)), max_size=20),
)
def test_no_label_lies_across_a_line(
    lines: list[list[tuple[float, float]]], wanted: list[tuple[tuple[float, float], float]]
) -> None:
    paper = Paper(Box(0, 0, 300, 200))
    for line in lines:
        paper.take_line(line)
    for spot, width in wanted:
        box = paper.place(around(spot, 8, width, 16))
        if box is not None:
            assert not any(crosses(segment, box) for line in lines for segment in pairwise(line))


def test_places_that_a_finger_cannot_tell_apart_are_one_mark_that_counts_them_and_leads_to_the_table() -> None:
    apart = point(40.0, 34.0, "Alone")
    root = drawn(view(point(41.0, 35.0, "First", events=5), point(41.001, 35.0, "Second"), apart))
    links = {link.get("href"): link for link in root.iter(f"{SVG}a")}
    assert links.keys() == {f"#{TABLE}", "../places/Alone/"}
    group = links[f"#{TABLE}"]
    assert "2 places" in group.get("aria-label", "")
    assert "First, Second" in group.get("aria-label", "")
    assert {"2", "First +1"} <= {"".join(text.itertext()) for text in group.iter(f"{SVG}text")}


def test_what_lies_far_away_is_on_the_inset_and_leaves_the_map_to_the_rest() -> None:
    far = point(10.0, 60.0, "Far")
    near = [point(40.0 + number / 10, 34.0, f"P{number}") for number in range(5)]
    root = drawn(replace(view(*near, far), far=(far,)))
    named = " ".join(link.get("aria-label", "") for link in root.iter(f"{SVG}a"))
    assert "P0" in named
    assert "Far" not in named
    (inset,) = (group for group in root.iter(f"{SVG}g") if group.get("class") == "dl-map__inset")
    assert [shape.get("class") for shape in inset.iter(f"{SVG}circle")] == ["dl-map__mark"]


def inset_in(root: ET.Element) -> Box:
    """Return where the small map stands in the large one."""
    (inset,) = (group for group in root.iter(f"{SVG}g") if group.get("class") == "dl-map__inset")
    left, top = map(float, re.findall(r"[0-9.]+", inset.get("transform", "")))
    land = next(inset.iter(f"{SVG}rect"))
    return Box(left, top, left + float(land.get("width", "")), top + float(land.get("height", "")))


def border(*corners: tuple[float, float]) -> Geodata:
    line = {"type": "LineString", "coordinates": corners}
    feature = {"type": "Feature", "properties": {"kind": "border", "left": "Iraq", "right": "Syria"}, "geometry": line}
    return parse(json.dumps({"type": "FeatureCollection", "attribution": "x", "features": [feature]}))


@pytest.mark.parametrize(
    "corners, sides",
    [
        (((40.1, 33.85), (40.3, 33.95)), "right top"),  # at the lower right
        (((39.7, 34.14), (39.9, 34.14)), "right low"),  # at the upper left
        (((40.0, 33.85), (40.3, 34.02), (39.7, 34.05), (39.7, 34.2)), "right low"),  # most of it is seen beside it
    ],
)
def test_the_inset_lies_on_no_border_and_countries_are_named_beside_what_is_seen(
    corners: tuple[tuple[float, float], ...], sides: str
) -> None:
    root = drawn(view(point(40.14, 34.12, "Upper"), point(39.9, 33.95, "Lower"), geodata=(border(*corners),)))
    box = inset_in(root)
    assert f"{'left' if box.left < 20 else 'right'} {'top' if box.top < 20 else 'low'}" == sides
    assert [path for path in root.findall(f"{SVG}path") if "--border" in path.get("class", "")]
    assert {"Syria", "Iraq"} & {text.text for text in root.findall(f"{SVG}text")}


def test_the_inset_does_not_lie_on_the_scale() -> None:
    others = [(40.2, 34.15), (40.2, 33.9), (40.2, 34.03), (39.9, 34.15)]
    points = [point(lon, lat, f"P{number}") for number, (lon, lat) in enumerate(others)]
    box = inset_in(drawn(view(*points, geodata=(LINES,))))
    assert not box.meets(Box(0, SMALL[1] - 30, 40, SMALL[1]))


def test_a_mark_has_the_days_on_which_something_happened_there_and_each_day_hides_the_others() -> None:
    steps = tuple(MapStep(number, Day(2031, 3, number), Day(2031, 3, number), str(number)) for number in (1, 2))
    found = replace(view(replace(point(40, 34), steps=(2,)), point(41, 34, "B")), steps=steps)
    classes = [link.get("class") for link in drawn(found).iter(f"{SVG}a")]
    assert sorted(map(str, classes)) == ["dl-map__place", "dl-map__place dl-d2"]
    style = html.unescape(draw_map_days(found))
    assert ":has(#_mapday1:checked) .dl-map__place:not(.dl-d1){" in style
    assert ":has(#_mapday2:checked) .dl-map__place:not(.dl-d2){" in style


def test_two_places_beside_each_other_at_the_edge_have_their_names_both() -> None:
    root = drawn(
        view(point(36.0, 33.33, "Bayt Sabir"), point(36.6, 33.36, "Al-Kiswah"), point(40.9, 34.5, "Al-Bukamal"))
    )
    names = {words.text for words in root.iter(f"{SVG}text") if words.get("class") == "dl-map__name"}
    assert names == {"Bayt Sabir", "Al-Kiswah", "Al-Bukamal"}


@given(st.lists(st.tuples(st.floats(40, 41), st.floats(34, 35)), min_size=1, max_size=40, unique=True))
def test_every_mark_bears_a_name_or_a_letter_whose_name_stands_below(found: list[tuple[float, float]]) -> None:
    names = [f"A place of a long name {number}" for number in range(len(found))]
    root = drawn(view(*(point(*spot, name) for spot, name in zip(found, names, strict=True))))
    links = {kind: [one for one in root.iter(f"{SVG}a") if str(one.get("class")).startswith(kind)] for kind in KINDS}
    letters = [text for text in map(letter_in, reversed(links["dl-map__place"])) if text]  # drawn in front: the first
    assert letters == [letter_in(entry) for entry in links["dl-map__entry"]]
    assert letters == [letter_of(number) for number in range(len(letters))]
    told = {name for entry in links["dl-map__entry"] for name in words_of(entry).split(", ")}
    for mark in links["dl-map__place"]:
        names_of_mark = re.findall(r"A place of a long name \d+", mark.get("aria-label", ""))
        assert told.issuperset(names_of_mark) if letter_in(mark) else names_of_mark[0] in words_of(mark)


@pytest.mark.parametrize("number, letter", [(0, "a"), (25, "z"), (26, "aa"), (51, "az"), (52, "ba"), (702, "aaa")])
def test_letters_go_on_behind_z(number: int, letter: str) -> None:
    assert letter_of(number) == letter


def letter_in(link: ET.Element) -> str:
    """Return the letter that a mark or an entry bears; empty where it bears none."""
    return "".join(words.text or "" for words in link.iter(f"{SVG}text") if "letter" in words.get("class", ""))


def words_of(link: ET.Element) -> str:
    """Return the names that a mark or an entry bears, lines of one name joined."""
    return " ".join(
        "".join(words.itertext()) for words in link.iter(f"{SVG}text") if words.get("class") == "dl-map__name"
    )


def test_every_word_of_a_map_has_a_colour_of_its_own_since_black_is_unreadable_in_the_dark() -> None:
    sheet = (ROOT / "templates/theme/assets/figures.css").read_text(encoding="utf-8")
    coloured = {
        name
        for selectors, body in re.findall(r"^([^@{}\n]+)\{([^{}]*)\}", sheet, re.MULTILINE)
        if re.search(r"\bfill: var\(", body)
        for name in re.findall(r"\.(dl-map__[\w-]+)", selectors)
    }
    close = [point(40 + step / 100, 34 + step / 100, f"A place of a long name {step}") for step in range(30)]
    words = [set(str(one.get("class")).split()) for one in drawn(view(*close)).iter(f"{SVG}text")]
    assert {"dl-map__letter"} in words
    assert [names for names in words if not names & coloured] == []


def test_a_map_that_reaches_to_its_neighbours_draws_them() -> None:
    found = replace(view(point(40, 34, "Here"), point(44, 34, "Far away", neighbour=True)), has_reach=True)
    assert {link.get("aria-label", "").partition(",")[0] for link in drawn(found).iter(f"{SVG}a")} == {
        "Here",
        "Far away",
    }


def test_what_is_off_the_map_is_not_drawn() -> None:
    root = drawn(view(point(40, 34, "Here"), point(44, 34, "Far away", neighbour=True)))
    assert [link.get("aria-label", "").split(",")[0] for link in root.iter(f"{SVG}a")] == ["Here"]


def test_only_the_large_map_is_drawn_for_two_screens() -> None:
    assert [name for name, _ in sizes_of(view(point(40, 34)))] == ["any"]
    assert [name for name, _ in sizes_of(view(point(40, 34), large=True))] == ["wide", "narrow"]


def test_a_map_is_small() -> None:
    points = [point(35 + number * 0.4, 33 + number % 7 * 0.5, f"Place {number}") for number in range(20)]
    assert len(draw_map(view(*points, geodata=(LINES,), large=True), str, LARGE)) < 15_000

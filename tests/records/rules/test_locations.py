"""Coordinates that are possible and hardly meant."""

from pathlib import Path

import pytest
from dateline.ground.geodata import Point, kilometres
from dateline.ground.problems import Code, Problem
from dateline.records import loading
from dateline.records.rules import check, locations

HEAD = "title: Places\nfeed_id: tag:example.org,2031:places\nvocabulary:\n  place_kinds:\n    any: {label: Any}\n"

TOWNS = {
    # Of each state some places that lie far apart, from the time zone database's zone.tab, which is public domain.
    "us": "40.71,-74.01 41.85,-87.65 39.74,-104.98 34.05,-118.24 61.22,-149.9 21.31,-157.86 51.88,-176.66",
    "fr": "48.87,2.33 -20.87,55.47 4.93,-52.33 16.23,-61.53 -22.27,166.45 -17.53,-149.57 47.05,-56.33 -12.78,45.23",
    "gb": "51.51,-0.13 -51.7,-57.85 -15.92,-5.7 -25.07,-130.08 -7.33,72.42 36.13,-5.35 52.63,1.3 52.48,-1.9",
    "ru": "54.72,20.5 55.75,37.62 55,73.4 43.17,131.93 53.02,158.65 64.75,177.48 51.57,46.03 46.35,48.05",
    "br": "-3.85,-32.42 2.82,-60.67 -3.13,-60.02 -9.97,-67.8 -23.53,-46.62 -1.45,-48.48",
    "ec": "-2.17,-79.83 -0.9,-89.6 -0.22,-78.5",
    "cl": "-33.45,-70.67 -27.15,-109.43 -53.15,-70.92",
    "dz": "36.78,3.05 27.67,-8.14 26.48,8.48 35.7,-0.63",
    "eg": "30.05,31.25 31.35,27.24 31.55,25.16 31.2,29.92 24.09,32.9",
    "tr": "41.02,28.97 39.93,32.85 38.42,27.14 37.17,38.8 39.75,37.02",
    "id": "-6.17,106.8 5.55,95.32 -0.03,109.33 -5.12,119.4 -2.53,140.7",
    "ki": "1.42,173 -2.78,-171.72 1.87,-157.33",
    "nz": "-36.87,174.77 -43.95,-176.55 -46.6,168.33",
    "nor": "59.92,10.75 78.22,15.65 69.65,18.96",
    "is": "64.15,-21.85",
    "se": "59.33,18.05 63.83,20.26",
    "et": "9.03,38.7",
    "it": "41.9,12.48 39.22,9.12",
    "cd": "-4.3,15.3 -11.67,27.47 4.32,18.6 -4.46,18.55 0.52,25.2",
}


def told(tmp_path: Path, **places: str) -> list[Problem]:
    """Return what is told of places, each as its further keys."""
    folder = tmp_path / "content" / "places"
    folder.mkdir(parents=True)
    (tmp_path / "content" / "chronology.yml").write_text(HEAD, encoding="utf-8")
    for id_, keys in places.items():
        located = "\nlocated_by: a gazetteer" if "lat:" in keys else ""
        lines = keys.replace("; ", "\n")
        text = f"name: {id_}\nkind: any\n{lines}{located}\n"
        (folder / f"{id_.replace('_', '-')}.yml").write_text(text, encoding="utf-8")
    corpus, problems = loading.load(tmp_path / "content", tmp_path)
    assert problems == []
    return sorted(problem for problem in check(corpus) if problem.code is not Code.UNUSED_PLACE)


CORRECT = (
    "correct lat and lon, or within; if those of 'village' stand for something large, say so there: precision: region"
)
VILLAGE = "lat: 34.45; lon: 40.92; precision: locality"


@pytest.mark.parametrize(
    "keys,message,hint",
    [
        ("lat: 40.91; lon: 34.46", "are 915 km from it", "were lat and lon exchanged? write lat: 34.46 and lon: 40.91"),
        (
            "lat: -34.46; lon: 40.91",
            "km from it",
            "was a minus sign lost, or one too many? write lat: 34.46 and lon: 40.91",
        ),
        (
            "lat: 34.46; lon: -40.91",
            "km from it",
            "was a minus sign lost, or one too many? write lat: 34.46 and lon: 40.91",
        ),
        (
            "lat: 40.91; lon: -34.46",
            "km from it",
            "were lat and lon exchanged, and a minus sign lost? write lat: 34.46 and lon: 40.91",
        ),
        (
            "lat: 14.46; lon: 100.91",
            "km from it",
            CORRECT,
        ),
        ("lat: 0; lon: 0", "the coordinates are 0, 0:", "remove lat and lon if they are not known"),
        ("lat: 0.0; lon: -0.0", "the coordinates are 0, 0:", "remove lat and lon if they are not known"),
        ("lat: 34; lon: 41; precision: exact", "whole degrees", "give the decimals, or say precision: area or region"),
    ],
)
def test_a_place_that_cannot_lie_where_it_says_is_told(tmp_path: Path, keys: str, message: str, hint: str) -> None:
    (problem,) = told(tmp_path, village=VILLAGE, well=f"within: village; {keys}")
    assert problem.code is Code.DOUBTFUL_COORDINATES
    assert problem.severity == "warning"
    assert message in problem.message
    assert problem.hint == hint
    assert problem.position.path == "content/places/well.yml"
    assert problem.position.line == 4


def test_what_has_no_coordinates_hands_on_where_it_lies(tmp_path: Path) -> None:
    (problem,) = told(
        tmp_path, village=VILLAGE, quarter="within: village", well="within: quarter; lat: 40.91; lon: 34.46"
    )
    assert problem.message.startswith("the place lies in 'village'")


def test_where_all_parts_lie_far_from_their_whole_the_whole_is_told(tmp_path: Path) -> None:
    parts = {f"well_{number}": f"within: village; lat: 34.4{number}; lon: 40.91" for number in range(3)}
    (problem,) = told(tmp_path, village="lat: 40.92; lon: 34.45; precision: locality", **parts)
    assert problem.position.path == "content/places/village.yml"
    assert problem.message.startswith("the 3 places that lie in it are 91")
    assert problem.hint.endswith("write lat: 34.45 and lon: 40.92")


def test_in_a_region_without_coordinates_the_others_are_the_measure(tmp_path: Path) -> None:
    others = {f"town_{number}": f"within: region; lat: 34.{number}; lon: 40.{number}" for number in range(3, 8)}
    (problem,) = told(tmp_path, region="", wrong="within: region; lat: 40.91; lon: 34.46", **others)
    assert problem.message == "no other place in 'region' lies within 500 km of its coordinates"
    assert problem.hint == "were lat and lon exchanged? write lat: 34.46 and lon: 40.91"


def test_two_digits_exchanged_are_told_by_those_beside_it(tmp_path: Path) -> None:
    others = {f"town_{number}": f"within: region; lat: 34.{number}; lon: 36.{number}" for number in range(3, 8)}
    (problem,) = told(tmp_path, region="", wrong="within: region; lat: 43.48; lon: 36.9", **others)
    assert problem.message == "no other place in 'region' lies within 500 km of its coordinates"
    assert problem.hint == "were two digits exchanged? write lat: 34.48 and lon: 36.9"


@pytest.mark.parametrize("keys, is_told", [("lat: 34.4; lon: 51.2", True), ("lat: 34.4; lon: 44.2", False)])
def test_a_place_far_from_a_district_whose_others_lie_together_is_told(
    tmp_path: Path, keys: str, *, is_told: bool
) -> None:
    others = {f"town_{number}": f"within: district; lat: 34.{number}; lon: 40.{number}" for number in range(3, 8)}
    found = told(tmp_path, district="", wrong=f"within: district; {keys}", **others)
    assert [problem.message.partition(",")[0] for problem in found] == [
        "the other 5 places in 'district' lie within 58 km of one another"
    ] * is_told


def test_where_places_lie_near_others_no_distance_to_each_of_them_is_reckoned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reckoned: list[tuple[Point, Point]] = []

    def reckon(start: Point, end: Point) -> float:
        reckoned.append((start, end))
        return kilometres(start, end)

    monkeypatch.setattr(locations, "kilometres", reckon)
    towns = {f"town_{number}": f"within: region; lat: 34.{number:03}; lon: 40.92" for number in range(60)}
    assert told(tmp_path, region="", **towns) == []
    assert len(reckoned) <= len(towns)


def test_in_a_wide_region_distance_alone_tells_nothing(tmp_path: Path) -> None:
    others = {f"town_{number}": f"within: region; lat: 3{number}.1; lon: 40.{number}" for number in range(3, 8)}
    assert told(tmp_path, region="", far="within: region; lat: 34.4; lon: 51.2", **others) == []


def test_without_anything_greater_all_places_are_the_measure_of_an_exchange(tmp_path: Path) -> None:
    others = {f"town_{number}": f"lat: 34.{number}; lon: 40.{number}" for number in range(3, 8)}
    (problem,) = told(tmp_path, wrong="lat: 40.91; lon: 34.46", abroad="lat: 38.9; lon: -77.03", **others)
    assert problem.position.path == "content/places/wrong.yml"


def test_two_exact_places_at_one_point_are_told_unless_one_lies_in_the_other(tmp_path: Path) -> None:
    here = "lat: 34.45123; lon: 40.92456"
    (problem,) = told(
        tmp_path,
        church=f"{here}; precision: exact",
        crypt=f"within: church; {here}; precision: exact",
        mill=f"{here}; precision: exact",
        quarter=f"{here}; precision: area",
    )
    assert problem.position.path == "content/places/mill.yml"
    assert problem.message == "the coordinates are exactly those of 'church'"


@pytest.mark.parametrize("continents", [False, True], ids=["states", "states of one earth"])
def test_states_with_far_islands_and_a_divided_earth_raise_no_alarm(tmp_path: Path, *, continents: bool) -> None:
    places = dict.fromkeys(TOWNS, "within: earth" if continents else "")
    for state, points in TOWNS.items():
        for number, town in enumerate(points.split()):
            lat, lon = town.split(",")
            places[f"{state}_{number}"] = f"within: {state}; lat: {lat}; lon: {lon}; precision: locality"
    assert told(tmp_path, earth="", **places) == []


def test_a_state_known_as_a_region_may_own_the_other_end_of_the_world(tmp_path: Path) -> None:
    assert told(tmp_path, fr="lat: 46.2; lon: 2.2; precision: region", far="within: fr; lat: -22.27; lon: 166.45") == []


def test_places_on_either_side_of_the_180th_meridian_or_the_pole_lie_beside_each_other(tmp_path: Path) -> None:
    places = {"west": "lat: -16.8; lon: 179.97; precision: locality", "east": "within: west; lat: -16.85; lon: -179.95"}
    pole = {"pole": "lat: 90; lon: 0; precision: exact", "camp": "within: pole; lat: 89.5; lon: 120.5"}
    assert told(tmp_path, **places, **pole) == []


def test_latitude_and_longitude_in_each_others_place_are_told_with_what_to_write(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, far="lat: 139.7; lon: 35.7")
    assert problem.code is Code.BAD_COORDINATES
    assert problem.hint == "were lat and lon exchanged? write lat: 35.7 and lon: 139.7"


@pytest.mark.parametrize("circle", [{"a": "within: a"}, {"a": "within: b", "b": "within: a"}], ids=["self", "two"])
def test_a_circle_of_places_with_coordinates_is_told_and_followed_once(tmp_path: Path, circle: dict[str, str]) -> None:
    places = {id_: f"{keys}; lat: 34.45; lon: 40.9{number}" for number, (id_, keys) in enumerate(circle.items())}
    assert {problem.code for problem in told(tmp_path, **places)} == {Code.CIRCULAR_REFERENCE}


@pytest.mark.parametrize(
    "keys, is_offered",
    [
        ("lat: 91; lon: 0; precision: exact", False),
        ("lat: 91; lon: 0; precision: locality", True),
        ("lat: 181; lon: 12.5", False),
        ("lat: 91.5; lon: 92.5", False),
        ("lat: 108.2; lon: 16.05; within: region", True),
        ("lat: 99.2; lon: -40.05; within: region", False),
        ("lat: 108.25; lon: 16.5; precision: exact", False),
    ],
)
def test_an_exchange_is_offered_only_where_nothing_is_wrong_with_it(
    keys: str, tmp_path: Path, *, is_offered: bool
) -> None:
    others = {
        "region": "lat: 16.0; lon: 108.0; precision: area",
        "neighbour": "lat: 16.5; lon: 108.25; precision: exact",
    }
    (problem,) = told(tmp_path / "before", here=keys, **others)
    assert ("write lat: " in problem.hint) is is_offered, problem
    if is_offered:
        written = problem.hint.partition("write ")[2].replace(" and ", "; ")
        rest = "; ".join(key for key in keys.split("; ") if not key.startswith(("lat", "lon")))
        assert told(tmp_path / "after", here=f"{written}; {rest}".strip("; "), **others) == []


@pytest.mark.parametrize(
    "lat, lon, hint",
    [
        ("34.46", "356.75", "if it is counted once around the globe, write -3.25"),
        ("34.46", "-181", "if it is counted once around the globe, write 179"),
        ("5800000", "500000", "that may be metres of a grid, such as UTM: convert it to decimal degrees"),
    ],
)
def test_degrees_counted_around_the_earth_and_metres_are_told_once_as_what_they_are(
    tmp_path: Path, lat: str, lon: str, hint: str
) -> None:
    (problem,) = told(tmp_path, far=f"lat: {lat}; lon: {lon}")
    assert (problem.code, problem.hint.partition("; lat is")[0]) == (Code.BAD_COORDINATES, hint)

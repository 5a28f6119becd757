"""Which places a map of one place shows beside it."""

import shutil
from pathlib import Path

import pytest
from baseline import WELL
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.maps import PlaceMaps
from dateline.records import loading
from dateline.records.chronology import link
from projects import CASES


def neighbours(tmp_path: Path, *points: tuple[float, float], told: int | None = None) -> list[set[int]]:
    """Return of each point which others its map shows; there is an event at the one that is `told` of."""
    shutil.copytree(CASES / "base" / "content", tmp_path / "content")
    for number, (lat, lon) in enumerate(points):
        keys = f"name: P{number}\nkind: village\nlat: {lat}\nlon: {lon}\nlocated_by: a gazetteer\n"
        (tmp_path / "content" / "places" / f"p{number}.yml").write_text(keys, encoding="utf-8")
    if told is not None:
        event = tmp_path / "content" / WELL
        text = event.read_text(encoding="utf-8").replace("places: [{place: old-well}]", f"places: [{{place: p{told}}}]")
        event.write_text(text, encoding="utf-8")
    corpus, _ = loading.load(tmp_path / "content", tmp_path)
    edition = Edition(link(corpus, drafts=False))
    maps = [PlaceMaps(edition).of(edition.chronology.places[f"p{number}"]) for number in range(len(points))]
    return [{int(one.place.text[1:]) for one in found.points if one.is_neighbour} if found else set() for found in maps]


@pytest.mark.parametrize(
    "here,there",
    [
        ((-16.8, 179.97), (-16.85, -179.95)),
        ((0, 180), (0, -180)),
        ((0.1, -179.9), (-0.05, 179.95)),
        ((90, 0), (89.9, 120.5)),
        ((-90, 0), (-89.9, -60)),
        ((89.95, 10), (89.95, -170)),
        ((0.01, 0.01), (-0.01, -0.01)),
        ((34.45, 40.92), (34.44, 40.97)),
    ],
)
def test_neighbours_are_on_each_others_maps(
    tmp_path: Path, here: tuple[float, float], there: tuple[float, float]
) -> None:
    assert neighbours(tmp_path, here, there) == [{1}, {0}]


@pytest.mark.parametrize(
    "here,there", [((-16.8, 178), (-16.8, -178)), ((88, 0), (88, 180)), ((34.45, 40.92), (37.5, 40.92))]
)
def test_what_lies_farther_away_is_no_neighbour(
    tmp_path: Path, here: tuple[float, float], there: tuple[float, float]
) -> None:
    assert neighbours(tmp_path, here, there) == [set(), set()]


def test_the_map_of_a_place_with_none_around_it_reaches_as_far_as_the_three_nearest(tmp_path: Path) -> None:
    row = [(34.0, lon) for lon in (40.0, 40.5, 41.1, 41.8, 42.6)]
    assert neighbours(tmp_path, *row) == [{1, 2, 3}, {0, 2, 3}, {0, 1, 3}, {1, 2, 4}, {1, 2, 3}]
    assert neighbours(tmp_path / "close", *row, (34.1, 40.0))[0] == {5}, "who has a neighbour has its surroundings"


def test_a_map_that_reaches_farther_shows_the_place_most_told_of_that_is_not_much_farther(tmp_path: Path) -> None:
    row = [(34.0, lon) for lon in (40.0, 40.5, 41.1, 41.8, 42.6)]
    assert neighbours(tmp_path / "near", *row, (34.0, 42.5), told=5)[0] == {1, 2, 5}
    assert neighbours(tmp_path / "far", *row, (34.0, 42.8), told=5)[0] == {1, 2, 3}
    assert neighbours(tmp_path / "there", *row, told=1)[0] == {1, 2, 3}

"""GeoJSON and TimelineJS: read by others, in the right order, and all that they cannot hold is counted."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import geojson
import pytest
from chronologies import FORMS_OF_DATES, edition_of
from dateline.pages.exports.geojson_files import (
    LOCATED_PATH,
    PLACES_PATH,
    collection,
    event_feature,
    events_located,
    is_elsewhere,
    place_feature,
    places_held,
)
from dateline.pages.exports.timeline_json import TIMELINE_PATH, slide, slides_held, timeline
from dateline.pages.shared.edition import Edition
from exported import NAMES, edition_named, exports_named
from projects import SITE_URL


def features(content: bytes) -> Any:
    found = geojson.loads(content.decode())
    assert found.is_valid, found.errors()
    return found["features"]


def slides_of(edition: Edition) -> Mapping[str, Any]:
    lines = (text for record in edition.chronology.records() if (text := slide(edition, record)))
    told = json.loads("".join(timeline(edition, lines)))
    return {one["unique_id"]: one for one in told["events"]}


def dated(when: str) -> Any:
    """Return the slide of an event of this date; None where there is none."""
    return next(iter(slides_of(edition_of([when])).values()), None)


@pytest.mark.parametrize("name", NAMES)
def test_each_place_with_coordinates_is_a_point_longitude_first(name: str) -> None:
    edition = edition_named(name)
    places = {id_: one for id_, one in edition.chronology.places.items() if one.lat is not None}
    found = features(exports_named(name)[PLACES_PATH])
    assert {one["id"]: one["geometry"]["coordinates"] for one in found} == {
        id_: [one.lon, one.lat] for id_, one in places.items()
    }
    assert len(found) == places_held(edition).number > 0
    assert all(one["properties"]["url"] == f"{SITE_URL}places/{one['id']}/" for one in found)


@pytest.mark.parametrize("name", NAMES)
def test_each_event_at_a_known_position_is_a_feature_and_the_others_are_counted(name: str) -> None:
    edition = edition_named(name)
    found = {one["id"]: one for one in features(exports_named(name)[LOCATED_PATH])}
    for event in edition.chronology.events.values():
        at = [edition.chronology.places[role.place].spot for role in event.places]
        known = list(dict.fromkeys(one for one in at if one))
        assert (event.id in found) == bool(known)
        if known:
            geometry = found[event.id]["geometry"]
            points = geometry["coordinates"] if geometry["type"] == "MultiPoint" else [geometry["coordinates"]]
            assert [tuple(point) for point in points] == known
    holding = events_located(edition)
    assert holding.number == len(found)
    assert holding.number + sum(one.number for one in holding.left_out) == len(edition.chronology.events)


def test_what_is_on_another_globe_is_left_out_and_told_apart_from_what_nobody_located() -> None:
    edition = edition_named("base")
    places = dict(edition.chronology.places)
    (near,) = (one for one in places.values() if one.lat is not None)
    far = replace(near, id="tycho", globe="moon")
    nowhere = replace(near, id="nowhere", lat=None, lon=None)
    assert is_elsewhere(far)
    among = Edition(replace(edition.chronology, places={**places, "tycho": far, "nowhere": nowhere}))
    made = "".join(collection(among, filter(None, (place_feature(among, one) for one in among.chronology.records()))))
    assert "tycho" not in [one["id"] for one in features(made.encode())]
    unknown, elsewhere = places_held(among).left_out
    assert elsewhere.number == 1
    assert unknown.number == places_held(edition).left_out[0].number + 1
    assert places_held(among).number + unknown.number + elsewhere.number == len(among.chronology.places)


def test_what_is_no_place_and_no_event_is_no_feature_and_no_slide() -> None:
    edition = edition_named("base")
    for record in edition.chronology.records():
        kinds = [type(record).__name__ for make in (place_feature, event_feature, slide) if make(edition, record)]
        assert kinds in (["Place"], ["Event"] * 2, ["Event"], [])


@pytest.mark.parametrize(
    "when, start, end",
    [
        ("2017-11-08", {"year": 2017, "month": 11, "day": 8}, None),
        ("2017-11-08T14:30Z", {"year": 2017, "month": 11, "day": 8, "hour": 14, "minute": 30}, None),
        ("2017-11", {"year": 2017, "month": 11}, None),
        ("2017", {"year": 2017}, None),
        ("[2017-11-28..2017-12-02]", {"year": 2017}, None),
        ("2017-11-08/2017-11-12", {"year": 2017, "month": 11, "day": 8}, {"year": 2017, "month": 11, "day": 12}),
        ("2017-11-08/..", {"year": 2017, "month": 11, "day": 8}, None),
        ("{2017-11-08,2017-11-12}", {"year": 2017, "month": 11, "day": 8}, {"year": 2017, "month": 11, "day": 12}),
        ("-0043-03-15", {"year": -44, "month": 3, "day": 15}, None),
        ("0000-05-01", {"year": -1, "month": 5, "day": 1}, None),
        ("-0430", {"year": -431}, None),
    ],
)
def test_a_slide_begins_and_ends_where_its_date_does(
    when: str, start: dict[str, int], end: dict[str, int] | None
) -> None:
    found = dated(when)
    assert found["start_date"] == start
    assert found.get("end_date") == end


@pytest.mark.parametrize("when", ["../2017-11-08", "Y-300000"])
def test_what_has_no_beginning_that_the_format_knows_is_no_slide(when: str) -> None:
    assert dated(when) is None


def test_every_event_is_a_slide_or_counted_and_those_in_doubt_are_told() -> None:
    edition = edition_of(FORMS_OF_DATES)
    holding = slides_held(edition)
    undated, blurred = (one.number for one in holding.left_out)
    assert holding.number == len(slides_of(edition)) == len(FORMS_OF_DATES) - undated
    assert (undated, blurred) == (2, 4)


def test_texts_are_escaped_since_the_format_takes_them_for_html() -> None:
    told = exports_named("hostile")[TIMELINE_PATH].decode()
    for one in json.loads(told)["events"]:
        assert set(re.findall(r"<(\w+)", json.dumps(one))) <= {"a", "p"}
        assert "<" not in one["group"] + one["display_date"]

"""Coordinates that are no plain number: refused, and the message says which number they come to."""

# ruff: noqa: RUF001 - signs that look like others are what it is about

import pytest
from dateline.ground.problems import Code, Problem
from dateline.ground.yamltree import Tree
from dateline.records.loading.files import parse_yaml
from dateline.records.loading.validation import validate
from dateline.records.types import Place
from dateline.records.types.degrees import pair, single
from hypothesis import given
from hypothesis import strategies as st


def problems_of(lat: str, lon: str = "40.9") -> list[Problem]:
    document, tree, problems = parse_yaml(f"name: Here\nkind: city\nlat: {lat}\nlon: {lon}\n", "here.yml")
    assert problems == []
    assert isinstance(tree, Tree)
    return validate({**tree.value, "id": "here"}, Place, document)[1]


@pytest.mark.parametrize(
    "typed,hint",
    [
        ("34°27'N", "write 34.45"),
        ("34\u00b027\u2032N", "write 34.45"),
        ("34\u00ba27\u2019", "write 34.45"),
        ("34 27 N", "write 34.45"),
        ("34 27 0 S", "write -34.45"),
        ("34.45N", "write 34.45"),
        ("34.45 south", "write -34.45"),
        ("S34.45", "write -34.45"),
        ("34,45", "write 34.45"),
        ("-34,45", "write -34.45"),
        ("\u221234.45", "write -34.45"),
        ("034.45", "write 34.45"),
        ("+34.45", "write 34.45"),
        ("34:27", "write 34.45"),
        ("34:27:18", "write 34.455"),
        ("34d27m18s", "write 34.455"),
        ("34deg 27min", "write 34.45"),
        ("N 34\u00b0 27\u2032 18\u2033", "write 34.455"),
        ("\u0663\u0664\u066b\u0664\u0665", "write 34.45"),
        ('"34.45"', "write 34.45 without quotes"),
        ("34.45, 40.92", "write lat: 34.45 and lon: 40.92"),
        ("34.45 40.92", "write lat: 34.45 and lon: 40.92"),
        ("34°27'N 40°55'30\"E", "write lat: 34.45 and lon: 40.925"),
        ("40.92E; 34.45N", "write lat: 34.45 and lon: 40.92"),
        ("40.92E", "that is a longitude: write lon: 40.92"),
        ("3°15'W", "that is a longitude: write lon: -3.25"),
        ("34 degrees, 27 minutes, 18 seconds north", "write 34.455"),
        ("34d27m18sN", "write 34.455"),
        ("342718N", "write 34.455"),
        ("34-27-18 N", "write 34.455"),
        ("34.27.18", "write 34.455"),
        ("-34°27'S", "write -34.45"),
        ("34 1/2", "write 34.5"),
        ("34½°", "write 34.5"),
        (".5", "write 0.5"),
        ("34.", "write 34"),
        ("34° 27' n. Br.", "write 34.45"),
        ("34°27' с. ш.", "write 34.45"),
        ("34°27' sur", "write -34.45"),
        ("北緯34度27分18秒", "write 34.455"),
        ("٣٤°٢٧′ ش", "write 34.45"),
        ("40°55'30\" Ost", "that is a longitude: write lon: 40.925"),
        ("3°15' O", "O is east in German and west in French and Spanish: write lon: 3.25, or lon: -3.25"),
        ("about 34.45", "write 34.45, and say with precision how exact it is: locality, area or region"),
        ("unknown", "where they are not known, leave lat and lon away"),
        ("'?'", "where they are not known, leave lat and lon away"),
        ("[34.45, 40.92]", "give lat: 34.45 and lon: 40.92, each as a key of its own"),
        ("(34.45, 40.92)", "write lat: 34.45 and lon: 40.92"),
        ("140.92, 34.45", "write lat: 34.45 and lon: 140.92"),
        ("lon 40.92 lat 34.45", "write lat: 34.45 and lon: 40.92"),
        ("34°27'00\"N40°55'30\"E", "write lat: 34.45 and lon: 40.925"),
        ("POINT(40.92 34.45)", "write lat: 34.45 and lon: 40.92"),
        ("geo:34.45,40.92;u=35", "write lat: 34.45 and lon: 40.92"),
        ("https://maps.example/@34.45,40.92,15z", "write lat: 34.45 and lon: 40.92"),
        ("https://maps.example/x/@34,40,15z/!3d34.45!4d40.92", "write lat: 34.45 and lon: 40.92"),
        ("'https://map.example/#map=12/34.45/40.92'", "write lat: 34.45 and lon: 40.92"),
        ("https://map.example/?mlat=34.45&mlon=40.92", "write lat: 34.45 and lon: 40.92"),
        ("https://map.example/?cp=34.45~40.92", "write lat: 34.45 and lon: 40.92"),
        ("https://yandex.example/maps/?ll=40.92%2C34.45", "write lat: 34.45 and lon: 40.92"),
        ("https://hack.example/?params=34_27_N_40_55_30_E", "write lat: 34.45 and lon: 40.925"),
        ("https://short.example/abc", "open the link, and write the lat and lon that its map gives in decimal degrees"),
    ],
)
def test_the_message_gives_the_number_in_decimal(typed: str, hint: str) -> None:
    (problem,) = problems_of(typed)
    assert problem.code in {Code.WRONG_TYPE, Code.SURPRISING_TYPE}
    assert problem.hint == hint
    assert (problem.position.line, problem.position.column) == (3, 6)


@pytest.mark.parametrize(
    "typed", ["near the river", "34°75'", "95°10'N", "1e2", "0x22", "34.4.5", '"' + "9" * 400 + '"']
)
def test_what_means_no_latitude_is_given_an_example(typed: str) -> None:
    (problem,) = problems_of(typed)
    assert problem.hint == "degrees are decimal here, such as 34.4523; minus is south, or west"
    assert len(problem.message) < 200


@pytest.mark.parametrize(
    "typed, what",
    [
        ("38S KC 12345 67890", "a grid reference (MGRS)"),
        ("38SKC1234567890", "a grid reference (MGRS)"),
        ("UTM 38S 500000 3800000", "a grid reference (UTM)"),
        ("TQ 301 805", "a reference of a national grid"),
        ("5800000", "a reference of a national grid"),
        ("8FVC9G8F+6X", "a Plus Code"),
        ("filled.count.soap", "an address of what3words"),
        ("JO22", "a Maidenhead locator"),
        ("u4pruydqqvj", "a geohash"),
    ],
)
def test_what_says_where_a_place_is_otherwise_is_named_and_what_to_do_with_it(typed: str, what: str) -> None:
    (problem,) = problems_of(f"'{typed}'")
    assert problem.hint == f"that is {what}: convert it to decimal degrees, and say in located_by what it was"


@pytest.mark.parametrize(
    "key, hint",
    [
        ("coordinates: 34.45, 40.92", "write lat: 34.45 and lon: 40.92"),
        ("coords: 34°27'N 40°55'30\"E", "write lat: 34.45 and lon: 40.925"),
        ("geo: {latitude: 34.45, lng: 40.92}", "write lat: 34.45 and lon: 40.92"),
        ("geometry: {type: Point, coordinates: [40.92, 34.45]}", "write lat: 34.45 and lon: 40.92"),
        (
            "position: [34.45, 40.92]",
            "write lat: 34.45 and lon: 40.92; the other way round, if the longitude stands first",
        ),
        ("map: 'https://map.example/#map=12/34.45/40.92'", "write lat: 34.45 and lon: 40.92"),
        ("mgrs: 38SKC1234567890", "convert it to decimal degrees, lat and lon, and say in located_by what it was"),
        ("easting: 500000", "write lon, in decimal degrees"),
    ],
)
def test_a_point_under_another_key_is_told_with_the_keys_that_are_taken(key: str, hint: str) -> None:
    document, tree, _ = parse_yaml(f"name: Here\nkind: city\n{key}\n", "here.yml")
    assert isinstance(tree, Tree)
    (problem,) = validate({**tree.value, "id": "here"}, Place, document)[1]
    assert (problem.code, problem.hint) == (Code.UNKNOWN_KEY, hint)


def test_a_longitude_in_degrees_and_minutes_is_told_beside_the_latitude() -> None:
    assert [problem.hint for problem in problems_of("52°30'N", "3°15'W")] == ["write 52.5", "write -3.25"]


def test_whole_numbers_are_taken() -> None:
    assert problems_of("90", "-180") == []


@given(st.integers(0, 89), st.integers(0, 59), st.integers(0, 59), st.sampled_from("NS"))
def test_degrees_minutes_and_seconds_come_to_their_sum(degrees: int, minutes: int, seconds: int, letter: str) -> None:
    value = (degrees + minutes / 60 + seconds / 3600) * (1 if letter == "N" else -1)
    for text in (
        f"{degrees}°{minutes}'{seconds}\"{letter}",
        f"{degrees} {minutes} {seconds} {letter}",
        f"{letter} {degrees}\u00b0 {minutes}\u2032 {seconds}\u2033",
        f"{'-' if letter == 'S' else ''}{degrees}:{minutes}:{seconds}",
    ):
        found = single(text)
        assert found is not None, text
        assert float(str(found)) == pytest.approx(value, abs=1e-6)


@given(st.text(alphabet="0123456789.,;:°'\" NSEWnsewdmorth-+", max_size=30) | st.text(max_size=90))
def test_no_text_breaks_the_reading(text: str) -> None:
    for found in (single(text), *(pair(text) or ())):
        assert found is None or abs(found.value) < 10_001

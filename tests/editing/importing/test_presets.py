"""The shapes of ACLED, UCDP GED and Airwars, tried on invented rows: none of their data may be passed on here."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from dateline.editing.importing.column_map import read_map
from dateline.editing.importing.given_tables import Row, Table
from dateline.editing.importing.import_run import Destination, planned
from dateline.editing.importing.planning import ImportPlan
from dateline.editing.importing.presets import PRESETS, preset_map
from dateline.editing.importing.rewritten import values_of
from dateline.records.loading import Corpus, load
from dateline.records.types import RecordKind
from projects import ROOT

MASTHEAD = """title: Wells
language: en
licence: CC-BY-4.0
contact: Nobody
feed_id: "tag:example.org,2026:wells"
vocabulary:
  event_kinds: {battles: {label: Battles}, one-sided: {label: One-sided violence}, airstrike: {label: Airstrike}}
  measures: {killed: {label: Killed}, injured: {label: Injured}}
  tags: {war: {label: "Testland: Government"}}
"""
ACLED = {
    "event_id_cnty": "TST1",
    "event_date": "08 November 2031",
    "year": "2031",
    "time_precision": "1",
    "disorder_type": "Political violence",
    "event_type": "Battles",
    "sub_event_type": "Armed clash",
    "actor1": "Force of Testland",
    "actor2": "Group A",
    "assoc_actor_2": "Allies of A; Others",
    "iso": "999",
    "region": "Middle",
    "country": "Testland",
    "admin1": "Prov",
    "admin2": "Dist",
    "location": "Upper town",
    "latitude": "34.5",
    "longitude": "40.9",
    "geo_precision": "1",
    "source": "Crier; Herald",
    "source_scale": "National",
    "notes": "A sentence that somebody else wrote.",
    "fatalities": "4",
    "timestamp": "1",
}
UCDP = {
    "id": "102",
    "year": "2031",
    "type_of_violence": "3",
    "conflict_name": "Testland: Government",
    "dyad_name": "Government of Testland - Civilians",
    "side_a": "Government of Testland",
    "side_b": "Civilians",
    "source_office": "Crier",
    "where_prec": "4",
    "where_coordinates": "Prov",
    "adm_1": "Prov",
    "latitude": "34.5",
    "longitude": "40.9",
    "country": "Testland",
    "date_prec": "3",
    "date_start": "2031-11-06 00:00:00.000",
    "date_end": "2031-11-12 00:00:00.000",
    "deaths_civilians": "4",
    "best": "4",
    "high": "6",
    "low": "3",
}
AIRWARS = {
    "unique_reference_code": "TT0001",
    "incident_date": "20311108",
    "location_name": "Upper street",
    "governorate": "Prov",
    "country": "Testland",
    "latitude": "34.5",
    "longitude": "40.9",
    "strike_type": "Airstrike",
    "civilian_harm_status": "Fair",
    "belligerents": "Some air force",
    "killed_injured_civilian_non_combatants_killed_min": "2",
    "killed_injured_civilian_non_combatants_killed_max": "4",
    "named_victims": "First Person, Second Person; Third One and Fourth One",
    "link": "https://airwars.example/tt0001",
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    root = tmp_path_factory.mktemp("wells")
    (root / "content").mkdir()
    (root / "content" / "chronology.yml").write_text(MASTHEAD)
    return load(root / "content", root)[0]


def made_of(preset: str, cells: Mapping[str, str], corpus: Corpus, folder: Path) -> tuple[ImportPlan, dict[str, str]]:
    """Return what a row comes to, and what the files say by their paths."""
    table = Table(tuple(cells), [Row(2, cells)])
    known = preset_map(PRESETS[preset], preset, table.columns)
    plan = planned(table, known, Destination(corpus, folder, folder, "rows.csv"), lambda _: None)
    return plan, {path: after.decode() for path, (_, after) in plan.changes.items()}


def event_of(files: Mapping[str, str]) -> dict[str, Any]:
    (text,) = (text for path, text in files.items() if path.startswith("events/"))
    return values_of(text, RecordKind.EVENT)


def test_acled_gives_what_happened_and_none_of_its_sentences(corpus: Corpus, tmp_path: Path) -> None:
    plan, files = made_of("acled", ACLED, corpus, tmp_path)
    event = event_of(files)
    assert (event["title"], event["date"], event["kind"]) == ("Armed clash: Upper town", "2031-11-08", "battles")
    assert [one["actor"] for one in event["actors"]] == ["force-of-testland", "group-a", "allies-of-a", "others"]
    report = event["claims"][0]["reports"][0]
    assert report["cite"] == {"source": "armed-conflict-location-event-data", "at": "TST1"}
    assert report["figures"] == [{"measure": "killed", "exact": "4"}]
    assert "Crier; Herald" in event["note"]
    assert "somebody else wrote" not in "".join(files.values())
    assert "not passed on" in files["sources/armed-conflict-location-event-data.yml"]
    assert dict(plan.unmapped) == {"source_scale": 1}
    assert "passed on" in PRESETS["acled"].notes[0]


def test_places_of_acled_lie_in_one_another(corpus: Corpus, tmp_path: Path) -> None:
    _, files = made_of("acled", ACLED, corpus, tmp_path)
    within = {
        path: values_of(text, RecordKind.PLACE).get("within") for path, text in files.items() if "places/" in path
    }
    assert within == {
        "places/upper-town.yml": "dist",
        "places/dist.yml": "prov",
        "places/prov.yml": "testland",
        "places/testland.yml": None,
    }


@pytest.mark.parametrize("precision,date", [("1", "2031-11-08"), ("2", "2031-11-08~"), ("3", "2031-11")])
def test_acled_says_how_exact_its_days_are(corpus: Corpus, tmp_path: Path, precision: str, date: str) -> None:
    _, files = made_of("acled", {**ACLED, "time_precision": precision}, corpus, tmp_path)
    assert event_of(files)["date"] == date


def test_ucdp_says_within_which_days_it_was_and_keeps_its_licence(corpus: Corpus, tmp_path: Path) -> None:
    plan, files = made_of("ucdp-ged", UCDP, corpus, tmp_path)
    event = event_of(files)
    assert (event["date"], event["kind"], event["tags"]) == ("[2031-11-06..2031-11-12]", "one-sided", ["war"])
    assert event["places"] == [{"place": "prov"}]
    figure = event["claims"][0]["reports"][0]["figures"][0]
    assert figure == {"measure": "killed", "min": "3", "max": "6", "wording": "best estimate 4"}
    assert "licence: CC-BY-4.0" in files["sources/ucdp-georeferenced-event-dataset.yml"]
    assert dict(plan.unmapped) == {"deaths_civilians": 1}


def test_a_single_day_of_ucdp_is_a_day(corpus: Corpus, tmp_path: Path) -> None:
    _, files = made_of("ucdp-ged", {**UCDP, "date_end": UCDP["date_start"]}, corpus, tmp_path)
    assert event_of(files)["date"] == "2031-11-06"


def test_airwars_keeps_the_range_and_withholds_names(corpus: Corpus, tmp_path: Path) -> None:
    plan, files = made_of("airwars", AIRWARS, corpus, tmp_path)
    event = event_of(files)
    assert event["claims"][0]["reports"][0]["figures"] == [{"measure": "killed", "min": "2", "max": "4"}]
    assert plan.withheld == 4
    assert not any(name in "".join(files.values()) for name in ("First", "Second", "Third", "Fourth"))
    assert "licence" not in files["sources/airwars-civilian-harm.yml"]
    assert "https://airwars.example/tt0001" in "".join(files.values())


def test_the_map_that_the_documentation_shows_is_one() -> None:
    page = (ROOT / "docs" / "text" / "how-to" / "import.md").read_text(encoding="utf-8")
    text = page.partition("```yaml\n")[2].partition("```")[0]
    known, problems = read_map(text, "map.yml")
    assert problems == []
    assert known is not None
    assert known.columns["Type"].words == {"A": "strike", "B": "attack"}


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_takes_the_columns_that_a_file_has_and_no_others(preset: str) -> None:
    known = preset_map(PRESETS[preset], "x", ("Latitude", "odd"))
    assert {column: one.to for column, one in known.columns.items()} == {"Latitude": "place.lat"}
    assert known.key == ()

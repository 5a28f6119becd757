"""JSON-LD of single records: what each key says, and what is left out where it is not known."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from baseline import COUNCIL, OLD_WELL, WELL, base_text, linked
from dateline.ground.dates import parse
from dateline.pages.kinds.data import data_view
from dateline.pages.kinds.day import day_view
from dateline.pages.kinds.pages_of_days import day_pages
from dateline.pages.linked_data import linked_data
from dateline.pages.linked_data.of_records import of_actor, of_place, of_source
from dateline.pages.linked_data.schema_org import without_gaps
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.views import Link
from hypothesis import given
from hypothesis import strategies as st

CRIER = "sources/crier-2031-03-06.yml"
MASTHEAD = "chronology.yml"
HOME = "https://well.example/"
VALUES = (
    st.none() | st.text(max_size=3) | st.integers(-2, 2) | st.booleans() | st.lists(st.text(max_size=3), max_size=3)
)


def at(address: str) -> str:
    return f"{HOME}{address}"


def edition_of(folder: Path, files: dict[str, str | bytes | None] | None = None) -> Edition:
    return Edition(linked(folder, files or {}))


def graph_of_day(edition: Edition, event: str) -> list[dict[str, Any]]:
    views = (day_view(edition, day) for day in day_pages(edition))
    view = next(view for view in views if any(one.id == event for one in view.events))
    graph: Any = linked_data(edition, view, (), at)["@graph"]
    return list(graph)


def well_of(edition: Edition) -> dict[str, Any]:
    graph = graph_of_day(edition, "2031-03-03-well-closed")
    return next(node for node in graph if node["@type"] == "Event" and "well-closed" in node["@id"])


def dataset_of(edition: Edition) -> dict[str, Any]:
    graph: Any = linked_data(edition, data_view(edition, ()), (), at)["@graph"]
    (node,) = graph
    assert isinstance(node, dict)
    return node


# --- sources ---------------------------------------------------------------------------------------------------------


def test_an_author_with_a_record_is_what_it_is_and_one_without_a_person(tmp_path: Path) -> None:
    authors = "authors: [{actor: council}, {name: A. Clerk}]\ndoi: 10.1016/S0140-6736(05)1\n"
    edition = edition_of(tmp_path, {CRIER: base_text(CRIER) + authors})
    source: Any = of_source(edition, edition.chronology.sources["crier-2031-03-06"], at)
    assert source["author"] == [
        {"@type": "Organization", "@id": at("actors/council/"), "name": "Lindwell Council"},
        {"@type": "Person", "name": "A. Clerk"},
    ]
    assert source["sameAs"] == "https://doi.org/10.1016/S0140-6736%2805%291"


# --- claims ----------------------------------------------------------------------------------------------------------


def test_a_claim_names_first_the_work_that_was_published_first_however_its_reports_stand(tmp_path: Path) -> None:
    text = base_text(WELL)
    first = "      - by: [clerk]\n        cite: {source: gazette-2031-03-04, paragraph: 1}\n"
    second = "      - by: []\n        cite: {source: crier-2031-03-06, paragraph: 1}\n"
    assert first + second in text
    for written in (text, text.replace(first + second, second + first)):
        closed = well_of(edition_of(tmp_path, {WELL: written}))["subjectOf"][0]
        assert closed["firstAppearance"] == {"@id": at("sources/gazette-2031-03-04/")}
        assert closed["appearance"] == [
            {"@id": at("sources/gazette-2031-03-04/")},
            {"@id": at("sources/crier-2031-03-06/")},
        ]


def test_a_claim_of_one_work_has_no_first_one_and_who_denies_it_is_no_author(tmp_path: Path) -> None:
    by_the_council = well_of(edition_of(tmp_path))["subjectOf"][1]
    assert "firstAppearance" not in by_the_council
    assert by_the_council["author"] == {"@id": at("actors/petitioners/")}
    assert by_the_council["appearance"] == {"@id": at("sources/gazette-2031-03-04/")}
    assert by_the_council["subjectOf"] == {"@id": at("disputes/who-closed-the-well/")}


def test_who_spoke_in_a_withdrawn_work_is_author_of_nothing(tmp_path: Path) -> None:
    gone = base_text("sources/gazette-2031-03-04.yml").replace(
        "paragraphs:", "withdrawn: {date: 2031-03-05, note: The paper took it back.}\nparagraphs:", 1
    )
    closed = well_of(edition_of(tmp_path, {"sources/gazette-2031-03-04.yml": gone}))["subjectOf"][0]
    assert closed["author"] == {"@id": at("actors/lindwell-crier/")}


def test_claims_too_heavy_for_a_page_are_left_to_the_file_of_all(tmp_path: Path) -> None:
    long = base_text(WELL).replace("text: The old well was closed.", f"text: The old well was closed{' again' * 700}.")
    graph = graph_of_day(edition_of(tmp_path, {WELL: long}), "2031-03-03-well-closed")
    (event,) = [node for node in graph if node["@type"] == "Event" and "well-closed" in node["@id"]]
    (data,) = [node for node in graph if node["@type"] == "Dataset"]
    assert "subjectOf" not in event
    assert data["distribution"]["contentUrl"] == at("data/chronology.json")
    assert not [node for node in graph if "sources/" in node["@id"]]


# --- events ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "date, start, end, is_told",
    [
        ("2031-03-01/2031-03-03", "2031-03-01", "2031-03-03", False),
        ("2031-03-01/..", "2031-03-01", None, True),
        ("2031-03-01~/2031-03-03", None, "2031-03-03", True),
        ('"[2031-03-01..2031-03-03]"', None, None, True),
        ("2031-03", "2031-03", None, False),
    ],
)
def test_an_event_begins_and_ends_as_far_as_is_known(
    tmp_path: Path, date: str, start: str | None, end: str | None, *, is_told: bool
) -> None:
    text = base_text(WELL).replace("date: 2031-03-03\nseq: 10\n", f"date: {date}\ndate_note: As it was told.\n", 1)
    well = well_of(edition_of(tmp_path, {WELL: text}))
    assert (well.get("startDate"), well.get("endDate")) == (start, end)
    assert ("disambiguatingDescription" in well) is is_told


# --- records ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "precision, is_point", [("exact", True), ("locality", True), ("area", False), ("region", False)]
)
def test_a_place_is_a_point_only_where_it_is_one(tmp_path: Path, precision: str, *, is_point: bool) -> None:
    lindwell = base_text("places/lindwell.yml").replace("precision: locality", f"precision: {precision}")
    edition = edition_of(tmp_path, {"places/lindwell.yml": lindwell})
    place = of_place(edition, edition.chronology.places["lindwell"], at)
    geo = {"@type": "GeoCoordinates", "latitude": 52.5, "longitude": -3.25}
    assert place.get("geo") == (geo if is_point else None)


def test_a_place_lies_in_another_and_says_each_other_name_once(tmp_path: Path) -> None:
    names = "aliases: [The well, The old well, Y ffynnon]\nnames: {cy: Y ffynnon, ar: البئر}\n"
    edition = edition_of(tmp_path, {OLD_WELL: base_text(OLD_WELL) + names})
    place = of_place(edition, edition.chronology.places["old-well"], at)
    assert place["alternateName"] == ["Y ffynnon", "البئر", "The well"]
    assert place["containedInPlace"] == {"@type": "Place", "@id": at("places/lindwell/"), "name": "Lindwell"}


@pytest.mark.parametrize(
    "kind, type_, is_member",
    [
        ("person", "Person", True),
        ("state", "Country", False),
        ("unnamed", "Thing", False),
        ("media", "NewsMediaOrganization", True),
    ],
)
def test_an_actor_is_of_its_type_and_only_what_can_be_a_member_is_one(
    tmp_path: Path, kind: str, type_: str, *, is_member: bool
) -> None:
    clerk = f"---\nname: Clerk\nkind: {kind}\npart_of: [council]\n---\n"
    edition = edition_of(tmp_path, {"actors/clerk.md": clerk})
    actor = of_actor(edition, edition.chronology.actors["clerk"], at)
    assert actor["@type"] == type_
    assert ("memberOf" in actor) is is_member


def test_a_work_is_in_its_own_language_or_in_that_of_the_chronology(tmp_path: Path) -> None:
    own = base_text(CRIER).replace("publisher:", "language: cy\npublisher:", 1)
    edition = edition_of(tmp_path, {CRIER: own})
    sources = edition.chronology.sources
    assert of_source(edition, sources["crier-2031-03-06"], at)["inLanguage"] == "cy"
    assert of_source(edition, sources["gazette-2031-03-04"], at)["inLanguage"] == "en"
    assert of_source(edition, sources["crier-2031-03-06"], at)["datePublished"] == "2031-03-06"
    assert "dateCreated" not in of_source(edition, sources["crier-2031-03-06"], at)
    old = replace(sources["crier-2031-03-06"], written=parse("1831"))
    assert of_source(edition, old, at)["dateCreated"] == "1831"


# --- the site --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "licence, told",
    [
        ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC-BY-NC-SA-4.0", "https://creativecommons.org/licenses/by-nc-sa/4.0/"),
        ("CC-BY-4.0 or later", {"@type": "CreativeWork", "name": "CC-BY-4.0 or later"}),
    ],
)
def test_a_licence_is_told_by_its_address_where_it_has_one(tmp_path: Path, licence: str, told: object) -> None:
    masthead = base_text(MASTHEAD).replace("licence: CC-BY-4.0", f"licence: {licence}")
    assert dataset_of(edition_of(tmp_path, {MASTHEAD: masthead}))["license"] == told


def test_the_data_cover_the_days_of_all_events_and_are_open_where_one_goes_on(tmp_path: Path) -> None:
    assert dataset_of(edition_of(tmp_path))["temporalCoverage"] == "2031-03-01/2031-03-03"
    goes_on = base_text(WELL).replace("date: 2031-03-03\n", "date: 2031-03-03/..\n")
    assert dataset_of(edition_of(tmp_path, {WELL: goes_on}))["temporalCoverage"] == "2031-03-01/.."


def test_a_trail_leads_from_the_top_to_the_page_itself(tmp_path: Path) -> None:
    edition = edition_of(tmp_path, {COUNCIL: base_text(COUNCIL)})
    view = data_view(edition, ())
    graph: Any = linked_data(edition, view, (Link("Home", ""), Link("About", "about/")), at)["@graph"]
    items = graph[0]["itemListElement"]
    assert [item["position"] for item in items] == [1, 2, 3]
    assert [item.get("item") for item in items] == [at(""), at("about/"), None]


@given(st.dictionaries(st.text(max_size=3), VALUES, max_size=5))
def test_a_node_says_all_that_is_known_and_nothing_else(node: dict[str, Any]) -> None:
    told = without_gaps(node)
    assert set(told) == {name for name, value in node.items() if value is not None and value not in ("", [])}
    for name, value in told.items():
        assert value == (node[name][0] if isinstance(node[name], list) and len(node[name]) == 1 else node[name])

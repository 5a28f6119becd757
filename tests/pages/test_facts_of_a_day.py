"""What held on a day stands on that day's page; the pages of actors and places have all of it in order, each cited."""

import json
from pathlib import Path

import pytest
from baseline import MEETING, WELL, base_text, checked, linked
from dateline.ground.dates import Day
from dateline.pages.exports.chronology_json import record_json
from dateline.pages.kinds.actor import actor_view
from dateline.pages.kinds.day import day_view
from dateline.pages.kinds.held_on_day import held_on
from dateline.pages.kinds.place import place_view
from dateline.pages.linked_data.of_records import of_actor, of_place
from dateline.pages.rendering.pages import Renderer
from dateline.pages.search.naming import place_names
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.event_view import event_view, gist_of
from dateline.pages.shared.known import known
from dateline.pages.shared.maps import map_of_events
from html_reading import read
from projects import ROOT

CITE = "cite: {source: gazette-2031-03-04, paragraph: %d}"
ONE, TWO, THREE = (CITE % number for number in (1, 2, 3))
FILES = {
    "actors/clerk.md": (
        f"---\nname: Anna Pryce\nnamed: [{{name: Anna <Howell>, until: 2031, {ONE}}}]\nkind: person\npart_of:\n"
        f"  - {{actor: petitioners, until: 2030-12, {TWO}}}\n"
        f'  - {{actor: council, as: Clerk <at law>, from: 2031-01, until: "2035~", {ONE}}}\n'
        f"  - {{actor: council, as: Mayor, from: 2036, {THREE}}}\n---\n"
    ),
    "places/county.yml": f"name: The county\nkind: village\nnamed: [{{name: The old county, until: 2032, {TWO}}}]\n",
    "places/lindwell.yml": (
        f"name: Lindwell\nnamed: [{{name: Llyn, until: 2033, {ONE}}}, {{name: Llyn Du, language: cy, {TWO}}}]\n"
        f"kind: village\nwithin: [{{place: county, from: 2030, {THREE}}}]\n"
        "lat: 52.5\nlon: -3.25\nlocated_by: a gazetteer\n"
    ),
    "places/base.yml": (
        "name: Tranquility Base\nkind: village\nglobe: moon\nlat: 0\nlon: 0\nlocated_by: a lunar gazetteer\n"
    ),
    MEETING: base_text(MEETING).replace("places: [{place: lindwell}]", "places: [{place: lindwell}, {place: base}]"),
    WELL: base_text(WELL)
    .replace(
        "places: [{place: old-well}]\n",
        "places: [{place: lindwell, note: Its green.}]\n"
        "actors: [{actor: clerk, role: subject}, {actor: council, role: host}]\n",
    )
    .replace("control: {place: old-well", "control: {place: lindwell"),
}


@pytest.fixture
def found(tmp_path: Path) -> Edition:
    return Edition(linked(tmp_path, FILES))


def test_what_held_for_a_time_is_no_problem(tmp_path: Path) -> None:
    assert checked(tmp_path, FILES) == []


def test_an_event_calls_everybody_and_everything_as_they_were_called_and_says_what_they_were(found: Edition) -> None:
    event = found.chronology.events["2031-03-03-well-closed"]
    view = event_view(found, event, known(found, ()))
    [place] = view.places
    assert (place.text, place.address) == ("Llyn", "places/lindwell/")
    assert place.note == "Its green.; in The old county; listed as Lindwell"
    clerk, council = view.actors
    assert (clerk.text, clerk.note) == (
        "Anna <Howell>",
        "Subject; Clerk <at law>, Lindwell Council; listed as Anna Pryce",
    )
    assert (council.text, council.note) == ("Lindwell Council", "Host")
    assert "Llyn" in gist_of(found, event)


def test_who_held_a_place_on_a_day_has_its_name_of_that_day(found: Edition) -> None:
    [held] = held_on(known(found, ()), Day(2031, 3, 3))
    assert (held.place.text, held.place.address) == ("Llyn", "places/lindwell/")
    assert [holder.names for holder in held.holders] == ["Lindwell Council"]


def test_a_map_of_days_has_their_names_and_no_place_on_the_moon(found: Edition) -> None:
    view = map_of_events(found, "Then", found.chronology.events.values())
    assert view is not None
    assert [point.place.text for point in view.points] == ["Llyn"]
    assert [link.text for link in view.off_earth] == ["Tranquility Base"]
    assert view.unlocated == ()
    moon = place_view(found, found.chronology.places["base"])
    assert moon.map is None
    assert (moon.location.coordinates, moon.location.globe) == ("0.0000° N, 0.0000° E", "on the Moon")
    assert "geo" not in of_place(found, found.chronology.places["base"], str)


def test_an_actor_has_its_facts_in_the_order_of_time_each_with_its_paragraph(found: Edition) -> None:
    view = actor_view(found, found.chronology.actors["clerk"])
    assert [(fact.text, fact.of and fact.of.text, fact.when) for fact in view.belonged.bodies] == [
        ("", "Petitioners", "until December 2030"),
        ("Clerk <at law>", "Lindwell Council", "January 2031 to about 2035"),
        ("Mayor", "Lindwell Council", "from 2036"),
    ]
    paragraphs = [cited.paragraph.address for fact in view.belonged.bodies for cited in fact.citations]
    assert paragraphs == [f"sources/gazette-2031-03-04/#p{number}" for number in (2, 1, 3)]
    assert [(fact.text, fact.when) for fact in view.called] == [("Anna <Howell>", "until 2031")]
    assert [link.text for link in view.part_of] == ["Lindwell Council"]
    council = actor_view(found, found.chronology.actors["council"])
    assert [(fact.text, fact.of and fact.of.text) for fact in council.belonged.members] == [
        ("Clerk <at law>", "Anna Pryce"),
        ("Mayor", "Anna Pryce"),
    ]
    assert council.belonged.parts == ()
    assert actor_view(found, found.chronology.actors["petitioners"]).belonged.members[0].when == "until December 2030"
    member_of = {"@type": "Organization", "@id": "actors/council/", "name": "Lindwell Council"}
    assert of_actor(found, found.chronology.actors["clerk"], str)["memberOf"] == member_of


def test_a_place_has_its_facts_in_the_order_of_time_and_so_has_what_it_lies_in(found: Edition) -> None:
    lindwell = place_view(found, found.chronology.places["lindwell"])
    assert [(fact.text, fact.when, fact.lang) for fact in lindwell.called] == [
        ("Llyn", "until 2033", ""),
        ("Llyn Du", "", "cy"),
    ]
    assert [(fact.of and fact.of.text, fact.when) for fact in lindwell.lay_in] == [("The county", "from 2030")]
    county = place_view(found, found.chronology.places["county"])
    assert [(fact.of and fact.of.text, fact.when) for fact in county.contained] == [("Lindwell", "from 2030")]
    assert {line.link.address for line in county.sources} == {"sources/gazette-2031-03-04/"}


def test_the_pages_print_facts_as_text_with_a_link_to_each_paragraph(found: Edition) -> None:
    renderer = Renderer(ROOT / "templates", found)
    for view, said in (
        (actor_view(found, found.chronology.actors["clerk"]), "Anna <Howell> (until 2031; "),
        (place_view(found, found.chronology.places["lindwell"]), "Llyn (until 2033; "),
        (place_view(found, found.chronology.places["base"]), "0.0000° N, 0.0000° E on the Moon"),
    ):
        page = read(str(renderer.page(view).content))
        assert said in " ".join(page.text.split())
        assert not page.elements("howell")
    clerk = read(str(renderer.page(actor_view(found, found.chronology.actors["clerk"])).content))
    assert {"../../sources/gazette-2031-03-04/#p2"} <= {str(link.get("href")) for link in clerk.elements("a")}


def test_the_search_knows_a_place_by_its_former_names(found: Edition) -> None:
    assert set(place_names(found)["lindwell"].names) == {"Lindwell", "Llyn", "Llyn Du"}


def test_the_export_has_what_the_record_says_and_plain_ids_stay_plain(found: Edition) -> None:
    clerk = json.loads(record_json(found, found.chronology.actors["clerk"]))
    assert clerk["part_of"][1] == {
        "actor": "council",
        "as": "Clerk <at law>",
        "from": "2031-01",
        "until": "2035~",
        "cite": {"source": "gazette-2031-03-04", "paragraph": 1},
    }
    assert "ownership" not in clerk
    well = json.loads(record_json(found, found.chronology.places["old-well"]))
    assert (well["within"], "within" in json.loads(record_json(found, found.chronology.places["county"]))) == (
        "lindwell",
        False,
    )


def test_a_day_page_says_so_too(found: Edition) -> None:
    page = read(str(Renderer(ROOT / "templates", found).page(day_view(found, "2031-03-03")).content))
    said = " ".join(page.text.split())
    assert "Llyn (Its green.; in The old county; listed as Lindwell)" in said
    assert "Clerk <at law>, Lindwell Council" in said


def test_a_day_within_a_holding_names_its_holder_with_how_long(tmp_path: Path) -> None:
    held = "control: {place: lindwell, holder: council, extent: full, from: 2029, until: 2031-03-05}"
    well = FILES[WELL].replace("control: {place: lindwell, holder: council, extent: full}", held)
    made = Edition(linked(tmp_path, {**FILES, WELL: well}))
    for day in (Day(2029, 1, 1), Day(2031, 3, 5)):
        [place] = held_on(known(made, ()), day)
        [holder] = place.holders
        assert (holder.names, holder.extents) == ("Lindwell Council", "all of it, 2029 to 5 March 2031")
    assert held_on(known(made, ()), Day(2031, 3, 6)) == ()
    claim = event_view(made, made.chronology.events["2031-03-03-well-closed"], known(made, ())).claims[0]
    assert claim.control is not None
    assert (claim.control.when, claim.link.note) == ("2029 to 5 March 2031", "2029 to 5 March 2031")


def test_a_fact_whose_beginning_and_end_stand_on_two_pages_names_both(tmp_path: Path) -> None:
    two = "cite: [{source: gazette-2031-03-04, paragraph: 1}, {source: crier-2031-03-06, paragraph: 2}]"
    files = {"actors/clerk.md": f"---\nname: A\nkind: person\npart_of: [{{actor: council, from: 2030, {two}}}]\n---\n"}
    edition = Edition(linked(tmp_path, files))
    view = actor_view(edition, edition.chronology.actors["clerk"])
    cited = [one.paragraph.address for fact in view.belonged.bodies for one in fact.citations]
    assert cited == ["sources/gazette-2031-03-04/#p1", "sources/crier-2031-03-06/#p2"]
    page = Renderer(ROOT / "templates", edition).page(view).content
    assert isinstance(page, str)
    belongs = page[page.index("from 2030") :]
    assert 0 < belongs.index("sources/gazette-2031-03-04/#p1") < belongs.index("sources/crier-2031-03-06/#p2")
    council = actor_view(edition, edition.chronology.actors["council"])
    assert {line.link.address for line in council.sources} >= {f"sources/{one}/" for one in ("crier-2031-03-06",)}

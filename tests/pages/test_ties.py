"""What succeeds what, who may be whom, and where others list it: taken, refused, and shown on both pages."""

from pathlib import Path

import pytest
from baseline import COUNCIL, OLD_WELL, base_text, checked, linked
from dateline.ground.problems import Code
from dateline.pages.kinds.actor import actor_view
from dateline.pages.kinds.place import place_view
from dateline.pages.linked_data.of_records import of_actor, of_place
from dateline.pages.rendering.pages import Renderer
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.ties import ties_of
from html_reading import read
from projects import ROOT

MOOT = "actors/moot.md"
SPRING = "places/spring.yml"
TIED = {
    MOOT: "---\nname: The moot\nkind: organisation\n---\n",
    COUNCIL: base_text(COUNCIL).replace(
        "kind: organisation\n",
        "kind: organisation\nsucceeds: moot\n"
        'same_as: ["https://www.wikidata.org/wiki/Q1", "https://viaf.org/viaf/2", "https://x.example/a?b=1&c=2"]\n',
    ),
    "actors/clerk.md": (
        "---\nname: The clerk\nkind: person\npart_of: council\n"
        "perhaps_same_as: [{actor: petitioners, note: Both <sign> as L.}]\n---\n"
    ),
    SPRING: "name: The spring\nkind: well\nperhaps_same_as: [{place: old-well, note: The map has one well.}]\n",
    OLD_WELL: base_text(OLD_WELL) + "succeeds: [spring]\nsame_as: ['https://www.geonames.org/1']\n",
}


def edition(folder: Path) -> Edition:
    return Edition(linked(folder, TIED))


def test_what_is_tied_is_no_problem(tmp_path: Path) -> None:
    assert checked(tmp_path, TIED) == []


def test_both_sides_of_a_tie_show_it(tmp_path: Path) -> None:
    found = edition(tmp_path)
    actors, places = found.chronology.actors, found.chronology.places
    assert [link.text for link in ties_of(found, actors["council"]).before] == ["The moot"]
    assert [link.text for link in ties_of(found, actors["moot"]).after] == ["Lindwell Council"]
    assert [link.text for link in ties_of(found, places["spring"]).after] == ["The old well"]
    for one, other in (("clerk", "petitioners"), ("petitioners", "clerk")):
        [link] = ties_of(found, actors[one]).perhaps
        assert (link.address, link.note) == (f"actors/{other}/", "Both <sign> as L.")
    assert [link.text for link in ties_of(found, places["old-well"]).perhaps] == ["The spring"]


def test_a_catalogue_is_called_by_its_name(tmp_path: Path) -> None:
    found = edition(tmp_path)
    elsewhere = ties_of(found, found.chronology.actors["council"]).elsewhere
    assert [link.text for link in elsewhere] == ["Wikidata", "VIAF", "x.example"]
    council, well = found.chronology.actors["council"], found.chronology.places["old-well"]
    assert of_actor(found, council, lambda address: address)["sameAs"] == [*council.same_as]
    assert of_place(found, well, lambda address: address)["sameAs"] == "https://www.geonames.org/1"


def test_the_pages_print_ties_as_text(tmp_path: Path) -> None:
    found = edition(tmp_path)
    renderer = Renderer(ROOT / "templates", found)
    clerk = read(str(renderer.page(actor_view(found, found.chronology.actors["clerk"])).content))
    assert "Both <sign> as L." in clerk.text
    council = read(str(renderer.page(actor_view(found, found.chronology.actors["council"])).content))
    addresses = [link.get("href") for link in council.elements("a")]
    assert "https://x.example/a?b=1&c=2" in addresses
    assert not clerk.elements("sign")
    well = read(str(renderer.page(place_view(found, found.chronology.places["old-well"])).content))
    assert "Before it" in well.text


@pytest.mark.parametrize(
    "name, keys, code",
    [
        (COUNCIL, "succeeds: nobody\n", Code.UNKNOWN_ACTOR),
        (COUNCIL, "perhaps_same_as: [{actor: nobody, note: Why.}]\n", Code.UNKNOWN_ACTOR),
        (COUNCIL, "perhaps_same_as: [{actor: clerk}]\n", Code.MISSING_KEY),
        (COUNCIL, "perhaps_same_as: clerk\n", Code.WRONG_TYPE),
        (COUNCIL, "same_as: ['javascript:alert(1)']\n", Code.BAD_URL),
        (COUNCIL, "succeeds: council\n", Code.CIRCULAR_REFERENCE),
        (COUNCIL, "succeeded_by: clerk\n", Code.UNKNOWN_KEY),
        (OLD_WELL, "succeeds: nowhere\n", Code.UNKNOWN_PLACE),
        (OLD_WELL, "succeeds: [old-well]\n", Code.CIRCULAR_REFERENCE),
    ],
)
def test_a_tie_that_leads_nowhere_is_refused_in_its_line(tmp_path: Path, name: str, keys: str, code: Code) -> None:
    text = base_text(name)
    changed = text.replace("kind: organisation\n", f"kind: organisation\n{keys}") if name == COUNCIL else text + keys
    found = [problem for problem in checked(tmp_path, {name: changed}) if problem.code is code]
    assert found
    line = changed.splitlines()[found[0].position.line - 1]
    assert line.startswith(keys.partition(":")[0])


def test_a_circle_of_successors_is_told(tmp_path: Path) -> None:
    files = {**TIED, MOOT: "---\nname: The moot\nkind: organisation\nsucceeds: council\n---\n"}
    assert Code.CIRCULAR_REFERENCE in {problem.code for problem in checked(tmp_path, files)}


def test_who_names_a_successor_is_told_where_that_is_said(tmp_path: Path) -> None:
    text = base_text(COUNCIL).replace("kind: organisation\n", "kind: organisation\nsucceeded_by: clerk\n")
    hints = [problem.hint for problem in checked(tmp_path, {COUNCIL: text}) if problem.code is Code.UNKNOWN_KEY]
    assert hints == ["write succeeds in the record of what came after: both pages show it"]

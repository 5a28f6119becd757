"""`dateline publish`: drafts come onto the site once nothing is wrong with them, with what they name."""

from pathlib import Path

import pytest
from projects import make_project
from rebuilding import built
from revised_records import Desk

DRAFT = "state: draft\n"
SPEECH = "2020-05-07-speech"
EVENT = """title: The baker says that the bread is wet
state: draft
date: 2020-05-07
kind: statement
places:
  - {place: bakery}
claims:
  - id: wet
    text: The bread was wet.
    reports:
      - by: [baker]
        cite: {source: leaflet, paragraph: 1}
"""
SOURCE = """title: A leaflet
state: draft
publisher: baker
kind: article
language: en
published: 2020-05-07
accessed: 2020-05-08
reading: {of: original, extent: whole}
paragraphs:
  - {n: 1, begins: All bread is wet, ends: said the baker.}
"""
PLACE = "name: The bakery\nstate: draft\nkind: town\n"
ACTOR = "---\nname: The baker\nstate: draft\nkind: organisation\n---\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(tmp_path)
    desk = Desk(tmp_path)
    for path, text in (
        (f"events/2020/{SPEECH}.yml", EVENT),
        ("sources/leaflet.yml", SOURCE),
        ("places/bakery.yml", PLACE),
        ("actors/baker.md", ACTOR),
    ):
        desk.write(path, text)
    desk.keep()
    return desk


OURS = (f"events/2020/{SPEECH}.yml", "sources/leaflet.yml", "places/bakery.yml", "actors/baker.md")


def drafts(desk: Desk) -> set[str]:
    return {path for path in OURS if DRAFT in desk.text(path)}


def test_a_draft_is_published_with_the_drafts_that_it_names_and_nothing_else_of_them_changes(desk: Desk) -> None:
    before = {path: desk.text(path) for path in OURS}
    desk.done("publish", SPEECH)
    assert {path: desk.text(path) for path in OURS} == {path: text.replace(DRAFT, "") for path, text in before.items()}
    assert not [problem for problem in desk.new_problems() if "error" in problem]
    assert desk.broken_promises() == []


def test_a_draft_is_found_by_its_title(desk: Desk) -> None:
    desk.done("publish", "The baker says that the bread is wet")
    assert drafts(desk) == set()


def test_a_draft_that_lacks_something_is_not_published_and_its_lack_is_told(desk: Desk) -> None:
    desk.write("places/bakery.yml", PLACE.replace("kind: town\n", ""))
    told = desk.refused("publish", SPEECH)
    assert "place 'bakery' is a draft" in told
    assert "dateline publish bakery" in told
    assert "cannot be read as a record" in desk.refused("publish", "bakery")


def test_what_is_no_draft_or_is_not_there_is_told(desk: Desk) -> None:
    assert "is no draft" in desk.refused("publish", "gazette")
    assert "there is no record 'nobody'" in desk.refused("publish", "nobody")
    assert "--all" in desk.refused("publish")
    assert "--all" in desk.refused("publish", SPEECH, "--all")


def test_all_publishes_what_lacks_nothing_and_tells_what_the_others_lack(desk: Desk) -> None:
    other = EVENT.replace("date: 2020-05-07\n", "").replace("wet", "dry")
    desk.write("events/2020/undated.yml", other)
    told = desk.done("publish", "--all")
    assert drafts(desk) == set()
    assert DRAFT in desk.text("events/2020/undated.yml")
    assert "events/2020/undated.yml stays a draft: the key 'date' is missing" in told


def test_all_leaves_an_event_whose_place_lacks_something_and_what_only_that_event_names(desk: Desk) -> None:
    desk.write("places/bakery.yml", PLACE.replace("kind: town\n", ""))
    told = desk.done("publish", "--all")
    assert drafts(desk) == set(OURS)
    assert "places/bakery.yml stays a draft: the key 'kind' is missing" in told
    assert f"events/2020/{SPEECH}.yml stays a draft: place 'bakery' is a draft" in told


def test_all_tells_one_reason_once_with_how_many_share_it(desk: Desk) -> None:
    for name in ("one", "two", "three"):
        desk.write(f"places/{name}.yml", f"name: {name}\nstate: draft\n")
    assert "so do 2 more for the same reason" in desk.done("publish", "--all")


def test_nothing_is_written_unless_somebody_says_so(desk: Desk) -> None:
    assert "nothing was written" in desk.run("publish", SPEECH, said="").output
    assert drafts(desk) == set(OURS)


def test_a_build_tells_how_many_drafts_are_not_on_the_site(desk: Desk) -> None:
    assert built(make_project(desk.folder / "project", desk.content)).drafts == len({*OURS, "2020-05-06-draft"})

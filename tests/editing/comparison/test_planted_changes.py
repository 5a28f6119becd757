"""Each kind of change, planted in the small chronology: what is told of it, in words and as data.

`pytest --update` rewrites what is expected in cases/changes; read the difference.
"""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from dateline.editing.comparison import ChangedPages, Comparison, Version, compare, read_version
from dateline.editing.comparison.as_words import as_text, is_empty
from dateline.editing.comparison.markdown import Links, as_markdown
from dateline.ground.problems import has_errors
from planted import PLANTED, SMALL, Planted
from projects import CASES, ROOT

EXPECTED: Final = CASES / "changes"
LINKS: Final = Links(
    files_before="https://forge.example/blob/old/",
    files_after="https://forge.example/blob/new/",
    site="https://chronology.example/flood/",
)


@pytest.fixture(scope="module")
def before() -> Version:
    return read_version(SMALL, SMALL.parent)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "content"))


def compared(before: Version, content: Path, *, pages: bool = False) -> Comparison:
    return compare(before, read_version(content, content.parent), ROOT / "templates" if pages else None)


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_change_is_told(name: str, before: Version, content: Path, *, update: bool) -> None:
    planted: Planted = PLANTED[name]
    planted.plant(content)
    found = compared(before, content)
    told = as_markdown(replace(found, pages=ChangedPages()), LINKS)
    expected = EXPECTED / f"{name}.md"
    if update:
        expected.write_text(told, encoding="utf-8")
    assert {one.kind.value for one in found.differences} == planted.kinds
    assert {problem.code.value for problem in found.problems} == planted.codes
    assert has_errors(found.problems) == bool(planted.codes & {"id-vanished", "buried-id", "address-lost"})
    assert told == expected.read_text(encoding="utf-8")


def test_the_pages_that_change_are_those_whose_content_does(before: Version, content: Path) -> None:
    PLANTED["an-event-is-redated"].plant(content)
    pages = compared(before, content, pages=True).pages
    assert pages is not None
    assert pages.added == ("days/2020-05-03/",)
    assert pages.removed == ()
    assert {"days/", "days/2020-05-04/", "actors/council/", "sources/herald-2020-05-04/"} <= set(pages.changed)
    assert not {"method/", "data/", "sources/wend-dam-2020-05/"} & set(pages.changed)


def test_there_is_nothing_expected_that_is_not_planted() -> None:
    assert {path.stem for path in EXPECTED.iterdir()} == set(PLANTED)


@pytest.mark.parametrize("name", PLANTED)
def test_each_difference_stands_where_it_says(name: str, before: Version, content: Path) -> None:
    PLANTED[name].plant(content)
    for one in compared(before, content).differences:
        root = SMALL.parent if one.is_gone else content.parent
        lines = (root / one.position.path).read_text(encoding="utf-8").splitlines()
        assert one.position.line <= len(lines)


def test_the_other_way_round_what_came_goes(before: Version, content: Path) -> None:
    PLANTED["a-source-a-place-and-an-actor-come"].plant(content)
    found = compare(read_version(content, content.parent), before, None)
    assert {one.kind.value for one in found.differences} == {"source-removed", "place-removed", "actor-removed"}
    assert [problem.code.value for problem in found.problems] == ["id-vanished"] * 3


# --- what means nothing ----------------------------------------------------------------------------------------------

REFORMATTED: Final = """\
# A comment.
kind:   'flood'
title: >-
  The Wend floods
  the market square, the Herald and the mayor say
date: "2020-05-04"
seq: 10
formerly: [2020-05, "2020-05-02"]
id: 2020-05-04-market-flooded

actors:
  - role: rescuer
    actor: "council"
places:
  - place: lower-wend
    note: its market square
summary: "The river stood in the square; the mayor and the paper give different numbers."
claims:
  - text: The council closed all of Lower Wend.
    id: held-by-water
    reports: [{cite: {paragraph: 2, source: herald-2020-05-04}, by: [mayor, council, herald], stance: asserts}]
    control: {extent: full, holder: council, place: lower-wend}
  - id: evacuated
    text: People were brought to safety.
    note: The paper and the mayor count differently.
    reports:
      - by: [mayor]
        modality: alleged
        inferred: The paragraph does not repeat the day.
        figures:
          - {measure: evacuated, of: council, max: 900}
          - {measure: evacuated, of: council, min: 800, max: 800, wording: "800", scope: by noon}
        cite: {source: herald-2020-05-04, paragraph: 2}
      - by: [herald]
        modality: stated
        cite: {source: herald-2020-05-04, paragraph: 1}
        figures: [{measure: evacuated, of: council, min: 1200, wording: "more than 1,200 people", approximate: false}]
  - id: flooded
    text: "The market square was under water by noon."
    reports:
      - cite: {source: herald-2020-05-04, paragraph: 1}
      - by: [mayor, herald]
        cite: {source: herald-2020-05-04, paragraph: 2}
history:
  - type: new-evidence
    date: 2020-07-01
    note: The mayor’s number was added.
    dispute: how-many-evacuated
state: published
"""


def test_order_quoting_comments_defaults_and_what_is_understood_mean_nothing(before: Version, content: Path) -> None:
    (content / "events/2020/2020-05-04-market-flooded.yml").write_text(REFORMATTED, encoding="utf-8")
    found = compared(before, content)
    assert found.differences == ()
    assert found.problems == ()
    assert is_empty(found)
    assert as_text(found).startswith("Nothing changed in meaning.")


def test_another_folder_or_line_ending_means_nothing(before: Version, content: Path) -> None:
    for path in list(content.rglob("*.yml")):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    (content / "events" / "elsewhere").mkdir()
    path = content / "events/2020/2020-05-03-warning.yml"
    path.rename(content / "events" / "elsewhere" / path.name)
    assert is_empty(compared(before, content, pages=True))


# --- records with errors ---------------------------------------------------------------------------------------------


def test_what_can_be_read_is_compared_and_what_cannot_is_said(before: Version, content: Path) -> None:
    PLANTED["a-place-moves"].plant(content)
    (content / "events/2020/2020-05-03-warning.yml").write_text("title: [broken\n", encoding="utf-8")
    found = compared(before, content, pages=True)
    assert [one.kind.value for one in found.differences] == ["place-moved"]
    assert found.unread_after == ("event 2020-05-03-warning",)
    assert found.pages is None
    assert "id-vanished" not in {problem.code.value for problem in found.problems}
    back = compare(read_version(content, content.parent), before, None)
    assert [one.kind.value for one in back.differences] == ["place-moved"]
    assert back.unread_before == ("event 2020-05-03-warning",)


def test_references_that_lead_nowhere_stop_nothing(before: Version, content: Path) -> None:
    event = content / "events/2020/2020-05-04-market-flooded.yml"
    text = event.read_text(encoding="utf-8").replace("herald-2020-05-04", "herald-2099").replace("[mayor]", "[major]")
    event.write_text(text.replace("actor: council", "actor: counsel"), encoding="utf-8")
    for one, other in (
        (before, read_version(content, content.parent)),
        (read_version(content, content.parent), before),
    ):
        found = compare(one, other, ROOT / "templates")
        assert "report-citation-changed" in {difference.kind.value for difference in found.differences}
        assert as_markdown(found, LINKS)


# --- promises --------------------------------------------------------------------------------------------------------


def test_a_claim_may_go_if_the_history_of_its_event_names_it(before: Version, content: Path) -> None:
    planted = PLANTED["a-claim-is-removed"]
    planted.plant(content)
    event = content / "events/2020/2020-05-04-market-flooded.yml"
    entry = "history:\n  - {date: 2020-09-01, type: retraction, note: Taken back with held-by-water.}\n"
    event.write_text(event.read_text(encoding="utf-8").replace("history:\n", entry), encoding="utf-8")
    assert compared(before, content).problems == ()


def test_a_claim_may_not_go_for_an_entry_that_names_another(before: Version, content: Path) -> None:
    PLANTED["a-claim-is-removed"].plant(content)
    event = content / "events/2020/2020-05-04-market-flooded.yml"
    entry = "history:\n  - {date: 2020-09-01, type: retraction, note: Taken back with held-by.}\n"
    event.write_text(event.read_text(encoding="utf-8").replace("history:\n", entry), encoding="utf-8")
    assert [problem.code.value for problem in compared(before, content).problems] == ["id-vanished"]


def test_a_published_event_may_not_become_a_draft(before: Version, content: Path) -> None:
    event = content / "events/2020/2020-05-03-warning.yml"
    event.write_text(event.read_text(encoding="utf-8") + "state: draft\n", encoding="utf-8")
    (problem,) = compared(before, content).problems
    assert str(problem.position) == "content/events/2020/2020-05-03-warning.yml:13:8"
    assert problem.code.value == "id-vanished"


def test_a_draft_may_go_and_change_as_it_likes(before: Version, content: Path) -> None:
    draft = content / "events/2020/2020-05-06-draft.yml"
    text = draft.read_text(encoding="utf-8")
    draft.write_text(
        text.replace("2020-05-04", "2020-05-05", 1).replace("NEVER-SHOWN claim", "Another"), encoding="utf-8"
    )
    assert compared(before, content).problems == ()
    draft.unlink()
    assert compared(before, content).problems == ()


def test_a_tombstone_stays(before: Version, content: Path) -> None:
    (content / "tombstones.yml").write_text("tombstones: []\n", encoding="utf-8")
    problems = compared(before, content).problems
    assert [problem.message for problem in problems] == [
        "the tombstone of actor 'mayors-office' is gone",
        "the tombstone of claim '2020-05-04-market-flooded#two-feet' is gone",
        "the tombstone of event '2020-05-04-water' is gone",
        "the tombstone of event '2020-05-05-second-flood' is gone",
    ]


def test_what_only_adds_is_a_suggestion_and_no_problem(before: Version, content: Path) -> None:
    PLANTED["a-report-is-added-and-an-outcome-follows"].plant(content)
    found = compared(before, content)
    assert [one.record for one in found.suggestions] == ["event 2020-05-03-warning"]
    assert found.problems == ()

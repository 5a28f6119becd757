"""Tags: words of the vocabulary on events, a page and a feed for each, an index, and a filter of the search."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from baseline import MEETING, WELL, base_text, checked, linked, told
from chronologies import edition_of
from dateline.pages.exports.chronology_json import chronology_json
from dateline.pages.exports.record_feeds import tag_feed
from dateline.pages.kinds import tag as tags
from dateline.pages.kinds.day import day_view
from dateline.pages.kinds.tag import keys_of_tag_parts, tag_part_view, tag_view, tags_index
from dateline.pages.linked_data.of_claims import of_events
from dateline.pages.rendering.pages import Renderer
from dateline.pages.rendering.plans import plans
from dateline.pages.search.documents import documents_of_event
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.tagged import events_by_tag
from dateline.site.preview.page_store import PageStore
from html_reading import read
from hypothesis import given
from hypothesis import strategies as st
from projects import ROOT
from revised_records import Desk

CHRONOLOGY = "chronology.yml"
WORDS = (
    "  tags:\n    water: {label: Water & wells, description: What people <drink>.}\n    council:\n    never-used:\n"
    "  place_kinds:\n"
)
TAGGED = {
    CHRONOLOGY: base_text(CHRONOLOGY).replace("  place_kinds:\n", WORDS),
    WELL: base_text(WELL).replace("kind: closure\n", "kind: closure\nweight: key\ntags: [water, council]\n"),
    MEETING: base_text(MEETING).replace("kind: meeting\n", "kind: meeting\ntags: [water]\n"),
}


def edition(folder: Path, files: dict[str, str]) -> Edition:
    return Edition(linked(folder, files), site_url="https://x.example/")


def test_a_tag_has_a_page_with_its_events_in_order_and_an_index_lists_those_that_are_used(tmp_path: Path) -> None:
    assert checked(tmp_path, TAGGED) == []
    found = edition(tmp_path, TAGGED)
    view = tag_view(found, "water")
    rows = [link for part in view.events for link in part.items]
    assert [link.text for link in rows] == ["Petitioners meet at the old well", "The old well is closed"]
    assert [link.note.endswith("turning point") for link in rows] == [False, True]
    assert view.previous is not None
    assert (view.previous.address, view.next) == ("tags/council/", None)
    index = tags_index(found)
    assert [(link.text, link.address) for link in index.groups[0].items] == [
        ("Council", "tags/council/"),
        ("Water & wells", "tags/water/"),
    ]
    paths = [plan.path for plan in plans(found) if plan.path.startswith("tags")]
    assert paths == ["tags.md", "tags/council.md", "tags/water.md"]
    assert PageStore(found, Renderer(ROOT / "templates", found)).top()[-1] == "tags.md"


def test_pages_print_tags_as_text_and_lead_from_events_to_tags(tmp_path: Path) -> None:
    found = edition(tmp_path, TAGGED)
    renderer = Renderer(ROOT / "templates", found)
    page = str(renderer.page(tag_view(found, "water")).content)
    assert "What people <drink>." in read(page).text
    assert "feed: " in page
    day = read(str(renderer.page(day_view(found, "2031-03-03")).content))
    assert {"../../tags/water/", "../../tags/council/"} <= {link.get("href") for link in day.elements("a")}
    assert "Water & wells" in day.text


def test_no_tag_no_page(tmp_path: Path) -> None:
    found = edition(tmp_path, {})
    assert not [plan.path for plan in plans(found) if plan.path.startswith("tags")]
    assert "tags" not in json.loads("".join(chronology_json(found)))["vocabulary"]


def test_a_tag_has_a_feed_of_its_events(tmp_path: Path) -> None:
    feed = tag_feed(edition(tmp_path, TAGGED), "council")
    assert "The old well is closed" in feed
    assert "Petitioners meet" not in feed
    assert "https://x.example/tags/council/feed.xml" in feed


def test_the_search_the_export_and_linked_data_have_tags(tmp_path: Path) -> None:
    found = edition(tmp_path, TAGGED)
    event = found.chronology.events["2031-03-03-well-closed"]
    [document] = documents_of_event(found, event)
    assert dict(document.filters)["tag"] == (("water", "Water & wells"), ("council", "Council"))
    assert "Water & wells" in document.text
    [node, *_] = of_events(found, [event], lambda address: address)
    assert node["keywords"] == ["Water & wells", "Council"]
    data = json.loads("".join(chronology_json(found)))
    assert {one["id"]: one["tags"] for one in data["events"]}["2031-03-02-meeting"] == ["water"]


@pytest.mark.parametrize(
    "name, old, new, problem",
    [
        (WELL, "tags: [water, council]", "tags: [watr, council]", "6:8 unknown-word"),
        (WELL, "tags: [water, council]", "tags: [water, council, water]", "6:24 bad-value"),
        (WELL, "tags: [water, council]", "tags: [water, 12]", "6:15 surprising-type"),
        (WELL, "tags: [water, council]", "keywords: water", "6:1 unknown-key"),
        (CHRONOLOGY, "never-used:", "Never used:", "24:5 bad-id"),
    ],
)
def test_a_tag_that_cannot_be_is_refused_where_it_stands(
    tmp_path: Path, name: str, old: str, new: str, problem: str
) -> None:
    assert f"content/{name}:{problem}" in told(tmp_path, {**TAGGED, name: TAGGED[name].replace(old, new)})


def test_a_tag_that_very_many_events_have_is_told_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tags, "ROWS", 1)
    found = edition(tmp_path, {**TAGGED, MEETING: TAGGED[MEETING].replace("[2031-03-01,2031-03-02]", "2030-12-01")})
    assert found.derived(keys_of_tag_parts) == {"water": ("2030", "2031")}
    view = tag_view(found, "water")
    assert [(part.address, part.elsewhere) for part in view.events] == [
        ("tags/water/2030/#_tagged-2030-12", 1),
        ("tags/water/2031/#_tagged-2031-03", 1),
    ]
    first, second = (tag_part_view(found, "water", key) for key in ("2030", "2031"))
    assert (first.whole.address, first.next and first.next.address) == ("tags/water/", second.address)
    assert [part.anchor for part in first.events] == ["_tagged-2030-12"]
    assert {plan.path for plan in plans(found)} >= {"tags/water/2030.md", "tags/water/2031.md"}


def test_an_event_that_takes_another_over_takes_its_tags(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    desk = Desk(tmp_path)
    masthead = desk.text(CHRONOLOGY).replace("vocabulary:\n", "vocabulary:\n  tags: {a: , b: , c: }\n")
    desk.write(CHRONOLOGY, masthead)
    for name, typed in (("2020-05-04-market-flooded", "[a, b]"), ("2020-05-03-warning", "[b, c]")):
        path = f"events/2020/{name}.yml"
        desk.write(path, desk.text(path).replace("claims:\n", f"tags: {typed}\nclaims:\n"))
    desk.keep()
    desk.done("merge", "event", "2020-05-03-warning", "2020-05-04-market-flooded", "--note", "One.")
    assert "tags: [a, b, c]\n" in desk.text("events/2020/2020-05-04-market-flooded.yml")


@given(st.lists(st.lists(st.sampled_from(["a", "b", "c"]), max_size=4), min_size=1, max_size=6))
def test_each_event_stands_once_under_each_of_its_tags_and_in_the_order_of_time(tagged: list[list[str]]) -> None:
    found = edition_of([f"20{number:02}" for number in range(len(tagged))])
    graph = found.chronology
    events = {id_: replace(one, tags=tuple(own)) for (id_, one), own in zip(graph.events.items(), tagged, strict=True)}
    by_tag = Edition(replace(graph, events=events)).derived(events_by_tag)
    for tag in "abc":
        expected = [id_ for id_, one in events.items() if tag in one.tags]
        assert [one.id for one in by_tag.get(tag, ())] == expected

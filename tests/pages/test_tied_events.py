"""Events within events, and what somebody ties one event to: taken, refused, told in order, and shown on both pages."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from baseline import MEETING, WELL, base_text, checked, linked, overlaid, told
from chronologies import event as event_of
from dateline.editing.comparison import compare, read_version
from dateline.pages.exports.chronology_json import chronology_json
from dateline.pages.kinds.day import day_view
from dateline.pages.linked_data.of_claims import of_events
from dateline.pages.rendering.pages import Renderer
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.event_view import EventView
from dateline.pages.shared.tied_views import FEW
from dateline.records.chronology import event_order
from dateline.records.rules.tied_events import wholes_of
from dateline.records.types import Event
from html_reading import Node, read
from hypothesis import given
from hypothesis import strategies as st
from projects import ROOT
from revised_records import Desk

CHRONOLOGY = "chronology.yml"
TIED_IDS = ("2031-03-03-well-closed", "2031-03-02-meeting")
WEEK = "events/2031/2031-03-well-week.yml"
MONTH = "events/2031/2031-spring.yml"
CAUSE = (
    "related: [{event: 2031-03-02-meeting, how: caused-by, by: [petitioners], "
    "cite: {source: crier-2031-03-06, paragraph: 1}}]\n"
)


def event(title: str, date: str, keys: str = "") -> str:
    return (
        f'title: {title}\ndate: "{date}"\nkind: closure\n{keys}claims:\n  - id: so\n    text: It was so.\n'
        "    reports: [{cite: {source: crier-2031-03-06, paragraph: 1}}]\n"
    )


def with_keys(keys: str) -> str:
    """Return the closing of the well with more keys, on its fifth line and those that follow."""
    return base_text(WELL).replace("kind: closure\n", f"kind: closure\n{keys}")


TIED = {
    WEEK: event("The week of the well, says the Lindwell Crier", "2031-03-01/2031-03-07"),
    WELL: with_keys(f"weight: key\npart_of: 2031-03-well-week\n{CAUSE}"),
    MEETING: base_text(MEETING).replace("kind: meeting\n", "kind: meeting\npart_of: 2031-03-well-week\n"),
}


def edition(folder: Path, files: dict[str, str]) -> Edition:
    return Edition(linked(folder, files))


def view_of(found: Edition, id_: str) -> EventView:
    period = found.event_address(found.chronology.events[id_]).split("/")[1]
    return next(view for view in day_view(found, period).events if view.id == id_)


def page(found: Edition, period: str) -> Node:
    return read(str(Renderer(ROOT / "templates", found).page(day_view(found, period)).content))


def test_what_is_tied_is_no_problem(tmp_path: Path) -> None:
    assert checked(tmp_path, TIED) == []


def test_the_whole_lists_its_parts_in_order_and_each_part_says_what_it_is_part_of(tmp_path: Path) -> None:
    found = edition(tmp_path, TIED)
    parts = view_of(found, "2031-03-well-week").tied.parts
    assert parts is not None
    assert [link.text for link in parts.shown] == ["Petitioners meet at the old well", "The old well is closed"]
    assert [link.note.endswith("turning point") for link in parts.shown] == [False, True]
    assert parts.folded == ()
    for id_ in TIED_IDS:
        whole = view_of(found, id_).tied.whole
        assert whole is not None
        assert whole.address == "days/2031-03-01/#2031-03-well-week"
    shown = page(found, "2031-03-01")
    assert [item.text.partition(" (")[0] for item in shown.element(class_="dl-in-order").elements("li")] == [
        link.text for link in parts.shown
    ]


def test_both_pages_say_who_says_what_one_event_is_to_the_other_and_lead_to_the_paragraph(tmp_path: Path) -> None:
    found = edition(tmp_path, TIED)
    for id_, label, other in (
        ("2031-03-03-well-closed", "Caused by", "Petitioners meet at the old well"),
        ("2031-03-02-meeting", "Led to", "The old well is closed"),
    ):
        [tie] = view_of(found, id_).tied.relations
        assert (tie.label, tie.event.text) == (label, other)
        assert [link.text for link in tie.citation.speakers] == ["Petitioners", "Lindwell Crier"]
        assert tie.citation.paragraph.address == "sources/crier-2031-03-06/#p1"
    text = " ".join(page(found, "2031-03-03").text.split())
    assert "according to Petitioners, as reported by Lindwell Crier, ¶" in text


def test_a_page_numbers_the_source_that_only_a_tie_rests_on(tmp_path: Path) -> None:
    found = edition(tmp_path, TIED)
    period = found.event_address(found.chronology.events["2031-03-02-meeting"]).split("/")[1]
    assert [line.link.text for line in day_view(found, period).sources] == ["“The well is shut”", "“Council answers”"]


def test_of_many_parts_the_turning_points_stand_first_and_all_unfold(tmp_path: Path) -> None:
    parts = {
        f"events/2031/part-{number:02}.yml": event(
            f"Part {number}",
            f"2031-03-0{1 + number % 7}",
            "weight: key\npart_of: 2031-03-well-week\n" if number in {3, 9} else "part_of: 2031-03-well-week\n",
        )
        for number in range(FEW + 1)
    }
    found = edition(tmp_path, {**TIED, **parts, WELL: base_text(WELL), MEETING: base_text(MEETING)})
    view = view_of(found, "2031-03-well-week").tied.parts
    assert view is not None
    assert [link.text for link in view.shown] == ["Part 9", "Part 3"]
    events = [found.chronology.events[f"part-{number:02}"] for number in range(FEW + 1)]
    assert [link.text for link in view.folded] == [one.title for one in sorted(events, key=event_order)]
    assert view.count == FEW + 1


@pytest.mark.parametrize(
    "word, inverse",
    [
        ("avenges: {label: Avenges, inverse: Avenged by}", "Avenged by"),
        ("avenges: {label: Avenges}", "Avenges"),
        ("avenges:", "Avenges"),
    ],
)
def test_a_relation_that_the_chronology_adds_is_told_from_both_ends(tmp_path: Path, word: str, inverse: str) -> None:
    masthead = base_text(CHRONOLOGY).replace("  place_kinds:\n", f"  relations:\n    {word}\n  place_kinds:\n")
    files = {**TIED, CHRONOLOGY: masthead, WELL: TIED[WELL].replace("caused-by", "avenges")}
    assert checked(tmp_path, files) == []
    found = edition(tmp_path, files)
    [here], [there] = (view_of(found, id_).tied.relations for id_ in ("2031-03-03-well-closed", "2031-03-02-meeting"))
    assert (here.label, there.label) == ("Avenges", inverse)


@pytest.mark.parametrize(
    "keys, problem",
    [
        ("part_of: 2031-03-well-weak\n", "5:10 unknown-event"),
        ("part_of: 2031-03-03-well-closed\n", "5:10 circular-reference"),
        ("part_of: 2031-spring\n", "5:10 circular-reference"),
        (CAUSE.replace("2031-03-02-meeting", "2031-03-03-well-closed"), "5:19 circular-reference"),
        (CAUSE.replace("2031-03-02-meeting", "2031-03-02-meting"), "5:19 unknown-event"),
        (CAUSE.replace("caused-by", "caused"), "5:44 unknown-word"),
        (CAUSE.replace("petitioners", "petitoners"), "5:60 unknown-actor"),
        (CAUSE.replace("paragraph: 1", "paragraph: 9"), "5:118 unknown-paragraph"),
        ("related: [{event: 2031-03-02-meeting, how: follows}]\n", "5:11 missing-key"),
        ("related: [2031-03-02-meeting]\n", "5:11 wrong-type"),
        ("related: [{event: 2031-03-late, how: caused-by, cite: {source: crier-2031-03-06, paragraph: 1}}]\n",
         "5:38 tie-against-time"),
        ("part_of: 2031-03-late\n", "5:10 tie-against-time"),
    ],
)  # fmt: skip
def test_a_tie_that_cannot_be_is_refused_where_it_stands(tmp_path: Path, keys: str, problem: str) -> None:
    files = {
        WELL: with_keys(keys),
        MONTH: event("The spring", "2031-03", "part_of: 2031-03-03-well-closed\n"),
        "events/2031/2031-03-late.yml": event("Late", "2031-03-05"),
    }
    assert [one for one in told(tmp_path, files) if one.startswith(f"content/{WELL}")] == [f"content/{WELL}:{problem}"]


@pytest.mark.parametrize("how", ["caused-by", "follows", "planned", "actual"])
def test_only_what_has_to_come_before_is_told_when_it_is_later(tmp_path: Path, how: str) -> None:
    late = f"related: [{{event: late, how: {how}, cite: {{source: crier-2031-03-06, paragraph: 1}}}}]\n"
    files = {
        WELL: with_keys(late),
        "events/2031/late.yml": event("Late", "2031-03-05"),
    }
    is_told = any("tie-against-time" in one for one in told(tmp_path, files))
    assert is_told == (how in {"caused-by", "follows"})


def test_a_tie_goes_with_what_is_withheld(tmp_path: Path) -> None:
    withheld = "withheld: {until: never, reason: safety, on: 2031-04-01}\n"
    found = edition(tmp_path, {**TIED, WEEK: TIED[WEEK] + withheld})
    assert found.chronology.events["2031-03-03-well-closed"].part_of is None
    assert len(found.chronology.events["2031-03-03-well-closed"].related) == 1
    for name in (MEETING, "sources/crier-2031-03-06.yml", "actors/petitioners.md"):
        text = base_text(name) if name != MEETING else TIED[MEETING]
        files = {name: text.replace("---\n", f"---\n{withheld}", 1) if name.endswith(".md") else text + withheld}
        left = edition(tmp_path / Path(name).stem, {**TIED, **files}).chronology.events
        assert left["2031-03-03-well-closed"].related == ()


def test_the_export_and_linked_data_have_ties_and_leave_them_out_where_there_are_none(tmp_path: Path) -> None:
    found = edition(tmp_path, TIED)
    data = json.loads("".join(chronology_json(found)))
    events = {one["id"]: one for one in data["events"]}
    closed, meeting, week = (events[id_] for id_ in (*TIED_IDS, "2031-03-well-week"))
    assert (closed["part_of"], closed["related"][0]["how"]) == ("2031-03-well-week", "caused-by")
    assert "related" not in meeting
    assert "part_of" not in week
    assert "relations" not in data["vocabulary"]
    [node, *_] = of_events(found, [found.chronology.events["2031-03-03-well-closed"]], lambda address: address)
    assert node["superEvent"] == {
        "@type": "Event",
        "@id": "events/2031-03-well-week/",
        "name": "The week of the well, says the Lindwell Crier",
    }


def test_a_comparison_tells_ties_in_words_and_asks_for_an_entry_only_where_something_said_before_is_gone(
    tmp_path: Path,
) -> None:
    texts = {
        "none": {**TIED, WELL: base_text(WELL)},
        "one": TIED,
        "other": {**TIED, WELL: TIED[WELL].replace("caused-by", "follows")},
    }
    versions = {name: read_version(overlaid(tmp_path / name, files), tmp_path / name) for name, files in texts.items()}
    added = compare(versions["none"], versions["one"], None)
    assert "history-missing" not in {problem.code for problem in added.problems}
    said = {one.part: one.after for one in added.differences}
    assert said["part of"] == "The week of the well, says the Lindwell Crier (2031-03-well-week)"
    assert said["related"] == (
        "Caused by: Petitioners meet at the old well (2031-03-02-meeting), "
        "according to Petitioners, ¶ 1 of crier-2031-03-06"
    )
    for name in ("none", "other"):
        changed = compare(versions["one"], versions[name], None)
        assert {problem.code.value for problem in changed.problems} == {"history-missing"}
        assert "event-ties-changed" in {one.kind.value for one in changed.differences}


MARKET, WARNING, RELEASE = "2020-05-04-market-flooded", "2020-05-03-warning", "2020-05-dam-release"
FLOOD, DAM = (f"events/2020/{id_}.yml" for id_ in (MARKET, RELEASE))
FOLLOWS = f"related:\n  - {{event: {WARNING}, how: follows, cite: {{source: herald-2020-05-04, paragraph: 1}}}}\n"
NOTE = ("--note", "One event told twice.", "--date", "2026-11-29")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(tmp_path)
    desk = Desk(tmp_path)
    desk.write(FLOOD, desk.text(FLOOD).replace("kind: flood\n", f"kind: flood\npart_of: {RELEASE}\n{FOLLOWS}"))
    desk.keep()
    return desk


def test_a_renamed_event_is_tied_as_before(desk: Desk) -> None:
    desk.done("rename", "event", WARNING, "2020-05-03-alarm", "--date", "2026-11-29")
    desk.done("rename", "event", RELEASE, "2020-05-release", "--date", "2026-11-29")
    assert "event: 2020-05-03-alarm, how: follows" in desk.text(FLOOD)
    assert "part_of: 2020-05-release\n" in desk.text(FLOOD)
    assert desk.is_clean()


def test_of_two_events_that_become_one_neither_is_tied_to_itself_and_others_are_to_it(desk: Desk) -> None:
    desk.write(DAM, desk.text(DAM).replace("claims:\n", f"{FOLLOWS}claims:\n"))
    desk.done("merge", "event", WARNING, MARKET, *NOTE)
    assert "how: follows" not in desk.text(FLOOD)
    assert f"part_of: {RELEASE}\n" in desk.text(FLOOD)
    assert f"event: {MARKET}, how: follows" in desk.text(DAM)
    assert desk.is_clean()


def test_an_event_that_takes_its_whole_over_is_part_of_nothing_and_one_that_takes_a_part_over_of_its_whole(
    desk: Desk,
) -> None:
    desk.done("merge", "event", MARKET, WARNING, *NOTE)
    assert f"part_of: {RELEASE}\n" in desk.text(f"events/2020/{WARNING}.yml")
    assert "how: follows" not in desk.text(f"events/2020/{WARNING}.yml")
    desk.keep()
    desk.done("merge", "event", RELEASE, WARNING, *NOTE)
    assert "part_of" not in desk.text(f"events/2020/{WARNING}.yml")


def test_an_event_hands_ties_on_to_the_one_that_takes_it_over(desk: Desk) -> None:
    desk.write(FLOOD, desk.text(FLOOD).replace(f"part_of: {RELEASE}\n", ""))
    desk.done("merge", "event", MARKET, RELEASE, *NOTE)
    assert f"event: {WARNING}, how: follows" in desk.text(DAM)


def test_what_others_are_tied_to_is_not_removed_without_a_word(desk: Desk) -> None:
    assert "[unknown-event]" in desk.refused("remove", WARNING, *NOTE)
    desk.done("remove", WARNING, "--instead", RELEASE, *NOTE)
    assert f"event: {RELEASE}, how: follows" in desk.text(FLOOD)


@given(st.lists(st.integers(0, 7), min_size=8, max_size=8))
def test_what_an_event_is_part_of_is_told_once_each_however_the_parts_turn_in_circles(parents: list[int]) -> None:
    wholes = (f"e{parent}" if parent != 7 else None for parent in parents)
    events = {f"e{number}": _bare(f"e{number}", whole) for number, whole in enumerate(wholes)}
    graph = _Graph(events)
    for one in events.values():
        found = wholes_of(graph, one)  # type: ignore[arg-type]
        assert len(found) == len(set(found))
        expected, at = [], one.part_of
        while at is not None and at not in expected:
            expected.append(at)
            at = events[at].part_of
        assert found == expected


class _Graph:
    def __init__(self, events: dict[str, Event]) -> None:
        self.events = events


def _bare(id_: str, whole: str | None) -> Event:
    return replace(event_of(0, "2001"), id=id_, part_of=whole)

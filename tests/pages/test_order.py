"""One order of events: every list of every page has them in it, and whatever is newest first in its reverse."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from baseline import linked
from chronologies import event
from dateline.records.chronology import Chronology, event_order, link
from dateline.records.loading import load
from html_reading import Node, read_file
from hypothesis import given
from hypothesis import strategies as st
from projects import CASES, build, make_project, once, pages_of

EVENT = re.compile(r"#(?P<event>[a-z0-9]+(?:-[a-z0-9]+)*)(?:--[a-z0-9-]+)?$|(?:^|/)events/(?P<lasting>[a-z0-9-]+)/")
ATOM = "{http://www.w3.org/2005/Atom}"
BY_NUMBER = "dl-tolls__rows"
OF_ONE_DAY = """
title: Number {number}, the clerk says
date: "{date}"
{seq}
kind: {kind}
places: [{{place: old-well}}]
actors: [{{actor: council, role: subject}}]
claims:
  - id: one
    text: Number {number} was counted at {number}.
    control: {{place: lindwell, holder: {holder}, extent: full}}
    reports:
      - by: [{by}]
        stance: {stance}
        cite: {{source: crier-2031-03-06, paragraph: 1}}
        figures: [{{measure: attended, of: council, min: {count}, max: {count}}}]
  - id: two
    text: Number {number} was seen.
    reports: [{{by: [clerk], cite: {{source: gazette-2031-03-04, paragraph: 1}}}}]
"""
DATES = [
    *["2031-03-02"] * 3,
    *["2031-03-01/2031-03-03", "2031-03", "2031", "2031-03-02~", "[2031-03-01,2031-03-02]"],
    *["2031-02-28/..", "../2031-03-02", "203X"],
]


def write_ties(content: Path) -> None:
    """Write events of a few days, many of one day, with and without `seq`, and a dispute that names them backwards."""
    folder = content / "events" / "2031"
    for number in range(44):
        seq = (None, 30, None, 10, 20, 10)[number % 6]
        text = OF_ONE_DAY.format(
            number=number + 1,
            count=number // 3 + 1,
            date=DATES[number % len(DATES)],
            seq="" if seq is None else f"seq: {seq}",
            kind=("meeting", "closure")[number % 2],
            holder=("council", "petitioners")[number % 2],
            by=("council", "petitioners", "clerk")[number % 3],
            stance=("asserts", "denies")[number % 5 == 0],
        )
        (folder / f"n{(number * 29) % 44:02}.yml").write_text(text, encoding="utf-8")
    claims = ", ".join(f"n{number:02}#one" for number in reversed(range(44)))
    (content / "disputes" / "all.md").write_text(
        "---\nquestion: Which was it?\nkind: occurrence\nrelation: exclusive\nstatus: open\npositions:\n"
        f"  - {{id: a, label: One, claims: [{claims}]}}\n"
        f"  - {{id: b, label: Other, stance: denies, claims: [{claims}]}}\n"
        "would_settle: A list.\n---\n",
        encoding="utf-8",
    )


@pytest.fixture(scope="session")
def ties_project(shared: Path) -> Path:
    """A small chronology in which many events share a day, built."""

    def make(folder: Path) -> None:
        project = make_project(folder, CASES / "base" / "content")
        write_ties(project / "content")
        done = build(project)
        assert done.returncode == 0, done.stdout + done.stderr

    return once(shared, "ties", make)


@pytest.fixture(params=["real", "small", "ties"])
def published(request: pytest.FixtureRequest) -> tuple[Path, Chronology]:
    """A built site with the chronology that it is of."""
    project: Path = request.getfixturevalue(f"{request.param}_project")
    corpus, _ = load(project / "content", project)
    return project / "site", link(corpus, drafts=False)


def ranks(chronology: Chronology) -> dict[str, int]:
    in_order = sorted(chronology.events.values(), key=event_order)
    return {event.id: place for place, event in enumerate(in_order)}


def event_of(entry: Node, known: dict[str, int]) -> str | None:
    """Return the event that an entry of a list is about: the first that it leads to."""
    addresses = (node.get("href") or "" for node in entry.elements("a"))
    named = (found["event"] or found["lasting"] for address in addresses if (found := EVENT.search(address)))
    return next((event for event in named if event in known), None)


def lists_of(page: Node) -> Iterator[tuple[Node, list[Node]]]:
    """Yield each list and table of a page with its entries; others are an editor's, of numbers, holders and changes."""
    for node in page.elements():
        is_own = BY_NUMBER in node.classes or "dl-changes" in node.classes
        if node.tag in {"ul", "ol", "tbody"} and not is_prose(node) and not is_own:
            entries = [one for one in node.children if isinstance(one, Node) and one.tag in {"li", "tr"}]
            yield node, [entry for entry in entries if not entry.elements(class_="dl-change")]


def is_prose(node: Node) -> bool:
    above: Node | None = node
    while above is not None:
        if {"dl-prose", "dl-held"} & set(above.classes):  # who held a place is told by what is settled and by voices
            return True
        above = above.parent
    return False


def test_every_list_of_every_page_has_events_in_the_one_order(published: tuple[Path, Chronology]) -> None:
    site, chronology = published
    known = ranks(chronology)
    lists = 0
    for path in pages_of(site):
        for node, entries in lists_of(read_file(path)):
            events = [event for entry in entries if (event := event_of(entry, known))]
            lists += len(set(events)) > 1
            assert events == sorted(events, key=known.__getitem__), (path, node.classes)
    assert lists > 3


def test_numbers_are_in_order_and_what_has_one_number_is_in_the_one_order(ties_project: Path) -> None:
    chronology = link(load(ties_project / "content", ties_project)[0], drafts=False)
    known = ranks(chronology)
    page = read_file(ties_project / "site" / "disputes" / "all" / "index.html")
    (rows,) = page.elements(class_=BY_NUMBER)
    told = [
        (int(entry.element(class_="dl-tolls__amount").text), known[event])
        for entry in rows.elements("li")
        if (event := event_of(entry, known))
    ]
    assert told == sorted(told)
    assert len(told) > len({number for number, _ in told}) > 1


def test_the_sections_of_a_page_are_in_the_one_order(published: tuple[Path, Chronology]) -> None:
    site, chronology = published
    known = ranks(chronology)
    told: list[str] = []
    for path in pages_of(site / "days"):
        events = [id_ for node in read_file(path).elements("h2") if (id_ := node.get("id") or "") in known]
        assert events == sorted(events, key=known.__getitem__), path
        told += events
    assert sorted(told) == sorted(known)


def test_the_export_is_in_the_one_order_and_the_feed_in_its_reverse(published: tuple[Path, Chronology]) -> None:
    site, chronology = published
    known = ranks(chronology)
    exported = json.loads((site / "data" / "chronology.json").read_text(encoding="utf-8"))
    assert [event["id"] for event in exported["events"]] == sorted(known, key=known.__getitem__)
    entries = ET.parse(site / "days" / "feed.xml").getroot().iter(f"{ATOM}entry")  # noqa: S314 - our own
    told = [(_text(entry, "published"), _text(entry, "id").rpartition("/")[2]) for entry in entries]
    assert told == sorted(told, key=lambda one: (one[0], known[one[1]]), reverse=True)
    assert len(told) == min(len(known), 200)


def _text(entry: ET.Element, name: str) -> str:
    return entry.findtext(f"{ATOM}{name}") or ""


def test_events_are_ordered_by_first_day_then_seq_then_last_day_then_id(tmp_path: Path) -> None:
    write = OF_ONE_DAY.format
    common = {"number": 1, "count": 1, "kind": "meeting", "holder": "council", "by": "council", "stance": "asserts"}
    made = {
        "e1": ("2031-03-02/2031-03-05", "seq: 5"),
        "e2": ("2031-03-02", "seq: 10"),
        "e3": ("2031-03-02", ""),
        "e4": ("2031-03-02", ""),
        "e5": ("2031-03-02/2031-03-03", ""),
        "e6": ("2031-03-01/2031-03-09", ""),
        "e7": ("../2031-01-01", ""),
        "e8": ("2031-03-02", "seq: 0"),
        "e9": ("2031-03-02", "seq: -3"),
    }
    files = {f"events/2031/{id_}.yml": write(date=date, seq=seq, **common) for id_, (date, seq) in made.items()}
    events = linked(tmp_path, files).events
    assert [id_ for id_ in events if id_ in made] == ["e7", "e6", "e9", "e8", "e1", "e2", "e3", "e4", "e5"]


@given(st.lists(st.tuples(st.sampled_from(DATES), st.none() | st.integers(-2, 2)), max_size=6))
def test_the_order_is_one_whatever_order_the_records_come_in(made: list[tuple[str, int | None]]) -> None:
    events = [replace(event(number, date), seq=seq) for number, (date, seq) in enumerate(made)]
    backwards = events[::-1]
    assert sorted(events, key=event_order) == sorted(backwards, key=event_order)
    assert sorted(events, key=event_order, reverse=True) == sorted(events, key=event_order)[::-1]

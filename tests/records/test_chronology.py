"""The linked records: their order, their indexes, and what rests on what."""

from pathlib import Path

import pytest
from baseline import MEETING, WELL, base_text, linked
from dateline.ground.dates import Day
from dateline.records.chronology import link
from dateline.records.loading import Corpus
from dateline.records.prose import body_citations
from dateline.records.types import Citation
from hypothesis import given
from hypothesis import strategies as st


def event(day: str, seq: str = "") -> str:
    order = f"seq: {seq}\n" if seq else ""
    cite = "{source: gazette-2031-03-04, paragraph: 1}"
    claims = f"claims: [{{id: c, text: C., reports: [{{cite: {cite}}}]}}]"
    return f"title: A\ndate: {day}\n{order}kind: closure\n{claims}\n"


def test_events_stand_in_the_order_of_their_dates_then_of_the_day(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {MEETING: None, WELL: None, "disputes/who-closed-the-well.md": None}
    files["tombstones.yml"] = None
    given_order = {
        "m": event("2031"),
        "a": event("../2031-03-03"),
        "h": event("2031-03-03", "2000000"),
        "z": event("2031-03-03", "-5"),
        "c": event("2031-03-03", "10"),
        "b": event("2031-03-03", "10"),
        "k": event("2031-03-03"),
        "l": event("2031-03"),
        "e": event("2031-03-03/2031-03-04"),
    }
    files |= {f"events/{id_}.yml": text for id_, text in given_order.items()}
    chronology = linked(tmp_path, files)
    assert "".join(chronology.events) == "amlzbchke"
    assert [found.id for found in chronology.events_by_day[Day(2031, 3, 3)]] == list("azbchke")
    assert list(chronology.events_by_day) == [Day(2031, 3, 3)]


def test_drafts_are_linked_only_for_the_check(tmp_path: Path) -> None:
    draft = base_text(MEETING) + "state: draft\n"
    chronology = linked(tmp_path, {MEETING: draft})
    assert "2031-03-02-meeting" not in chronology.events
    assert ("gazette-2031-03-04", 3) not in chronology.uses


def test_every_index_finds_the_records(tmp_path: Path) -> None:
    chronology = linked(tmp_path, {})
    assert list(chronology.claims) == [
        "2031-03-02-meeting#attendance",
        "2031-03-03-well-closed#closed",
        "2031-03-03-well-closed#by-the-council",
    ]
    assert [use.record.id for use in chronology.uses["gazette-2031-03-04", 1]] == [
        "2031-03-03-well-closed",
        "council",
        "council",
    ]
    assert [use.citation.paragraph for use in chronology.uses_by_source["gazette-2031-03-04"]] == [1, 1, 1, 2, 2, 2, 3]
    assert chronology.source_parts["gazette-2031-03-04", 4].unused == "weather; nothing of it is an event"
    assert [found.id for found in chronology.disputes_by_claim["2031-03-03-well-closed#by-the-council"]] == [
        "who-closed-the-well"
    ]
    assert [found.id for found in chronology.events_by_actor["council"]] == ["2031-03-02-meeting"]
    assert [found.id for found in chronology.events_by_place["old-well"]] == ["2031-03-03-well-closed"]
    assert {speaker: len(found) for speaker, found in chronology.reports_by_speaker.items()} == {
        "petitioners": 2,
        "clerk": 1,
        "lindwell-crier": 1,
        "council": 1,
    }
    assert [found.id for found in chronology.sources_by_publisher["lindwell-crier"]] == ["crier-2031-03-06"]


def test_a_chain_of_speakers_ends_in_the_publisher_once(tmp_path: Path) -> None:
    text = base_text(WELL).replace("by: [clerk]", "by: [clerk, council]").replace("by: []", "by: [lindwell-crier]")
    chronology = linked(tmp_path, {WELL: text})
    first, second = chronology.claims["2031-03-03-well-closed#closed"].claim.reports
    assert chronology.speakers(first) == ("clerk", "council", "harrow-gazette")
    assert chronology.speakers(second) == ("lindwell-crier",)
    assert (chronology.origin(first), chronology.origin(second)) == ("clerk", "lindwell-crier")


@pytest.mark.parametrize(
    "body, cited",
    [
        ("[x](source:a-1#p3)", [("a-1", 3)]),
        ("[x](source:a#p3) and ![x](source:a#p4) <source:b#p12>", [("a", 3), ("a", 4), ("b", 12)]),
        ("source:a#p3", []),
        ("[x](source:a)", []),
        ("[x](source:a#3)", []),
        ("[x](source:a#p0)", []),
        ("[x](source:a#p03)", []),
        ("[x](source:a#p³)", []),
        ("[x](source:#p3)", []),
        ("[x](source:A#p3)", []),
        (f"[x](source:a#p{'9' * 5000})", []),
    ],
)
def test_a_body_cites_the_paragraphs_that_it_links_to(body: str, cited: list[tuple[str, int]]) -> None:
    assert body_citations(body) == [Citation(source=source, paragraph=number) for source, number in cited]


@given(st.text("source:#p39[]() -a\n", max_size=40).map(lambda text: f"[x](source:{text})"))
def test_whatever_a_body_links_to_its_citations_are_citations(body: str) -> None:
    assert all(isinstance(cite, Citation) for cite in body_citations(body))


def test_an_empty_corpus_is_a_chronology() -> None:
    chronology = link(Corpus(), drafts=True)
    assert not chronology.events
    assert not chronology.claims
    assert not chronology.events_by_day

"""A chronology of few sources over many years: nothing stands on its pages that says nothing there."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, Literal

import pytest
from chronologies import edition_of
from dateline.pages.kinds.actor_compared import compared_view
from dateline.pages.kinds.index import sources_index
from dateline.pages.kinds.silence import silence_view
from dateline.pages.shared.edition import Edition
from dateline.pages.wording.words import when
from dateline.records.chronology import Chronology
from dateline.records.types import Actor, Event, Report, Source
from pydantic import TypeAdapter

Basis = Literal["stated", "publication"]
_SOURCES: Final = TypeAdapter(Source)
_ACTORS: Final = TypeAdapter(Actor)
_REPORTS: Final = TypeAdapter(Report)


def source(id_: str, publisher: str, published: str) -> Source:
    told = {"id": id_, "title": id_, "kind": "post", "publisher": publisher, "published": published}
    return _SOURCES.validate_python({**told, "paragraphs": [{"n": 1, "begins": "It"}]})


def told(published: Mapping[str, str], said: Mapping[str, str], days: list[str]) -> Edition:
    """Return an edition: when each publisher published its one source, and whose word each event is in which."""
    graph = edition_of(days).chronology
    actors = {id_: _ACTORS.validate_python({"id": id_, "name": id_, "kind": "person"}) for id_ in {*said, *published}}
    sources = {f"{who}-source": source(f"{who}-source", who, day) for who, day in published.items()}
    events = {}
    for event, (who, where) in zip(graph.events.values(), said.items(), strict=True):
        report = _REPORTS.validate_python({"by": [who], "cite": {"source": f"{where}-source", "paragraph": 1}})
        claim = replace(event.claims[0], reports=(report,))
        events[event.id] = replace(event, claims=(claim,), weight="key")
    return Edition(replace(graph, events=events, sources=sources, actors=actors))


def dated(text: str, basis: Basis) -> Event:
    graph: Chronology = edition_of([text]).chronology
    return replace(graph.events["event-0"], date_basis=basis)


@pytest.mark.parametrize(
    "text, basis, shown",
    [
        ("1924-01-25", "publication", "by 25 January 1924"),
        ("1924-01", "publication", "by January 1924"),
        ("1924-01-25", "stated", "25 January 1924"),
        ("1924-01-20/1924-01-25", "publication", "20 to 25 January 1924"),
        ("[..1924-01-25]", "publication", "some time until 25 January 1924"),
        ("-0430", "publication", "by 431 BCE"),
    ],
)
def test_a_day_that_only_a_publication_gives_is_told_as_a_bound(text: str, basis: Basis, shown: str) -> None:
    assert when(dated(text, basis)) == shown


@pytest.mark.parametrize(
    "days, groups",
    [
        (["1924-01-25", "1926-01-04", "1926-12-16", "1927-02-28", "1931-04-06"], [""]),
        (["1924-01-25", "1924-01-26", "1924-01-27", "1924-02-01"], ["January 1924", "February 1924"]),
        ([], []),
    ],
)
def test_sources_that_would_each_have_a_month_of_its_own_stand_in_one_list(days: list[str], groups: list[str]) -> None:
    published = {f"p{number}": day for number, day in enumerate(days)}
    view = sources_index(told(published, {}, []))
    assert [group.name for group in view.groups] == groups
    assert [len(group.items) for group in view.groups if not group.name] in ([], [len(days)])
    assert all(group.open for group in view.groups)


def test_of_an_actor_with_whom_nobody_shares_a_matter_there_are_no_rows() -> None:
    edition = told({"court": "1924-01-25"}, {"congress": "court", "fall": "court"}, ["1924-01-20", "1924-01-25"])
    alone = compared_view(edition, "congress")
    assert alone is not None
    assert (alone.rows, alone.voice) == ((), None)
    one = next(iter(edition.chronology.events.values()))
    both = replace(one.claims[0], reports=(*one.claims[0].reports, replace(one.claims[0].reports[0], by=("fall",))))
    shared = Edition(replace(edition.chronology, events={one.id: replace(one, claims=(both,))}))
    view = compared_view(shared, "congress")
    assert view is not None
    assert [row.link.text for row in view.rows] == ["fall"]


def test_reports_are_missing_only_of_those_of_whom_sources_of_those_days_were_read() -> None:
    said = {"court": "court", "fall": "court"}
    unread = silence_view(told({"court": "1924-01-25"}, said, ["1924-01-20", "1924-01-24"]))
    assert [[party.name for party in one.parties] for one in unread.matrices] == [["court"]]
    elsewhere = silence_view(told({"court": "1931-04-06"}, said, ["1924-01-20", "1924-01-24"]))
    assert (elsewhere.matrices, elsewhere.are_heard) == ((), True)

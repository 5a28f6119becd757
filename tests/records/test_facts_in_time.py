"""Facts that held for a time: when they are true, whose voice somebody was when, what goes with what is withheld."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import pytest
from baseline import checked, linked
from dateline.ground.dates import EARLIEST, LATEST, Day, parse
from dateline.ground.problems import Code
from dateline.records.types import Actor, Place
from dateline.records.types.cited_facts import cited_by
from dateline.records.types.dated_facts import (
    LiesIn,
    Membership,
    bounds,
    every_name,
    held,
    lasting,
    name_then,
    overlap,
)
from dateline.records.whose_word import chain_at, chains
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

GAZETTE: Final = "cite: {source: gazette-2031-03-04, paragraph: 1}"
CRIER: Final = "cite: {source: crier-2031-03-06, paragraph: 1}"
ACTORS: Final[TypeAdapter[Actor]] = TypeAdapter(Actor)
PLACES: Final[TypeAdapter[Place]] = TypeAdapter(Place)
YEARS: Final = st.one_of(st.none(), st.integers(1990, 2010))


def member(of: str, since: int | None = None, until: int | None = None) -> Membership:
    return TypeAdapter(Membership).validate_python(
        {"actor": of, "from": since, "until": until} if since or until else {"actor": of}
    )


def actor(id_: str, kind: str = "organisation", **more: object) -> Actor:
    return ACTORS.validate_python({"id": id_, "name": id_, "kind": kind, **more})


def entry(of: str, since: int | None, until: int | None) -> dict[str, object]:
    told = {"actor": of, "from": since, "until": until}
    return {key: value for key, value in told.items() if value is not None}


ENTRIES: Final = st.lists(st.builds(entry, st.sampled_from(["a", "b", "pact", "gone"]), YEARS, YEARS), max_size=4)
GRAPHS: Final = st.builds(
    lambda one, two, three: {
        "x": actor("x", "person", part_of=one),
        "a": actor("a", part_of=two),
        "b": actor("b", part_of=three),
        "pact": actor("pact", "alliance"),
    },
    ENTRIES,
    ENTRIES,
    ENTRIES,
)


@pytest.mark.parametrize(
    "typed, written",
    [
        ("a", ["a"]),
        (["a", "b"], ["a", "b"]),
        ({"actor": "a"}, ["a"]),
        (
            [{"actor": "a", "as": "Mayor", "from": 2017, "until": "2021-06"}, "b"],
            [{"actor": "a", "as": "Mayor", "from": "2017", "until": "2021-06"}, "b"],
        ),
    ],
)
def test_plain_forms_stay_as_they_were_and_what_says_more_is_kept(typed: object, written: object) -> None:
    made = actor("x", part_of=typed)
    assert ACTORS.dump_python(made, mode="json", exclude_none=True)["part_of"] == written
    assert actor("x", part_of=written) == made


@pytest.mark.parametrize(
    "typed, written",
    [
        ("a", "a"),
        (["a"], "a"),
        (["a", "b"], ["a", "b"]),
        ({"place": "a", "until": 2001}, [{"place": "a", "until": "2001"}]),
    ],
)
def test_what_a_place_lies_in_is_exported_as_ever_where_it_is_one(typed: object, written: object) -> None:
    made = PLACES.validate_python({"id": "x", "name": "x", "kind": "city", "within": typed})
    assert PLACES.dump_python(made, mode="json", exclude_none=True)["within"] == written


@pytest.mark.parametrize(
    "since, until, day, is_true",
    [
        (2001, 2003, Day(2000, 12, 31), False),
        (2001, 2003, Day(2001, 1, 1), True),
        (2001, 2003, Day(2003, 12, 31), True),
        (2001, 2003, Day(2004, 1, 1), False),
        (None, 2003, Day(-4000, 1, 1), True),
        (2001, None, Day(12025, 1, 1), True),
        (None, None, Day(1, 1, 1), True),
    ],
)
def test_both_ends_are_included_as_precise_as_they_are_told(
    since: int | None, until: int | None, day: Day, *, is_true: bool
) -> None:
    assert held(member("a", since, until), day, day) is is_true


@given(YEARS, YEARS, YEARS, YEARS)
def test_what_is_true_at_once_is_within_both_and_the_same_from_either_side(
    one: int | None, two: int | None, three: int | None, four: int | None
) -> None:
    left, right = member("a", one, two), member("b", three, four)
    both = overlap(left, right)
    assert both == overlap(right, left)
    if both is not None:
        assert both[0] <= both[1]
        assert all(bounds(fact)[0] <= both[0] and both[1] <= bounds(fact)[1] for fact in (left, right))
        assert held(left, *both)
        assert held(right, *both)


def test_what_ends_as_another_begins_only_meets_it() -> None:
    assert overlap(member("a", until=2020), member("b", 2020)) is None
    assert overlap(member("a", until=2020), member("b", 2019)) == (Day(2019, 1, 1), Day(2020, 12, 31))
    assert overlap(member("a", until=2019), member("b", 2020)) is None


@given(GRAPHS)
def test_stretches_cover_all_time_in_order_without_gap_and_each_day_has_one_voice(actors: dict[str, Actor]) -> None:
    for id_, stretches in chains(actors, {"alliance"}).items():
        assert (stretches[0].first, stretches[-1].last) == (EARLIEST, LATEST)
        for one, then in pairwise(stretches):
            assert one.last.toordinal() + 1 == then.first.toordinal()
            assert one.chain != then.chain
        for one in stretches:
            assert one.chain[0] == id_
            assert len(set(one.chain)) == len(one.chain)


@given(GRAPHS, st.integers(1988, 2012))
def test_a_day_is_told_as_the_records_have_it_on_that_day_alone(actors: dict[str, Actor], year: int) -> None:
    day = Day(year, 7, 1)
    then = {
        id_: replace(one, part_of=tuple(Membership(actor=up.actor) for up in one.part_of if held(up, day, day)))
        for id_, one in actors.items()
    }
    stretches, alone = chains(actors, {"alliance"}), chains(then, {"alliance"})
    for id_ in actors:
        assert chain_at(stretches[id_], id_, parse(day.isoformat())) == alone[id_][0].chain


EVENT: Final = """title: A test
date: 2031-03-03
kind: closure
claims:
  - id: tested
    text: It is so.
    reports:
      - {by: [clerk], cite: {source: gazette-2031-03-04, paragraph: 1}}
      - {by: [council], cite: {source: crier-2031-03-06, paragraph: 1}}
"""


@pytest.mark.parametrize(
    "part_of, voice",
    [
        ("council", "council"),
        ("{actor: council, until: 2031-03-04, %s}", "council"),
        ("{actor: council, until: 2031-03-03, %s}", "clerk"),  # no more when the report appeared
        ("{actor: council, from: 2031-03-05, %s}", "clerk"),
        ("[{actor: petitioners, until: 2031-02, %s}, {actor: council, from: 2031-03, %s}]", "council"),
        ("[{actor: petitioners, from: 2031-03-04, %s}, {actor: council, until: 2031-03-04, %s}]", "clerk"),
    ],
)
def test_a_report_is_the_word_of_whom_its_speaker_was_a_part_when_it_appeared(
    tmp_path: Path, part_of: str, voice: str
) -> None:
    clerk = f"---\nname: The clerk\nkind: person\npart_of: {part_of.replace('%s', GAZETTE)}\n---\n"
    graph = linked(tmp_path, {"actors/clerk.md": clerk, "events/2031/test.yml": EVENT})
    assert graph.voice(graph.events["test"].claims[0].reports[0]) == voice


def test_who_changed_bodies_is_asked_for_nothing_who_is_in_two_at_once_is(tmp_path: Path) -> None:
    def of_clerk(petitioners: str) -> list[str]:
        text = (
            f"part_of: [{{actor: council, until: 2030, {GAZETTE}}}, {{actor: petitioners, {petitioners}, {GAZETTE}}}]"
        )
        found = checked(tmp_path, {"actors/clerk.md": f"---\nname: The clerk\nkind: person\n{text}\n---\n"})
        return [str(one.message) for one in found if one.code is Code.VOICE_UNCLEAR]

    assert of_clerk("from: 2030") == []
    assert of_clerk("from: 2029-06") == [
        "'clerk' is a part of 'council' and 'petitioners' from 1 June 2029: it counts as a voice of its own"
    ]


NAMED: Final = [
    {"name": "Petrograd", "from": "1914-08-31", "until": "1924-01-26", "cite": {"source": "s", "paragraph": 1}},
    {"name": "Leningrad", "from": "1924-01-26", "until": 1991, "cite": {"source": "s", "paragraph": 1}},
    {"name": "Пётр", "language": "ru", "until": 1917, "cite": {"source": "s", "paragraph": 1}},
]


@pytest.mark.parametrize(
    "day, name",
    [("1910-01-01", "St"), ("1917-11-07", "Petrograd"), ("1924-01-26", "St"), ("1941", "Leningrad"), ("1992", "St")],
)
def test_a_place_has_the_one_name_of_a_day_in_the_language_of_the_chronology(day: str, name: str) -> None:
    place = PLACES.validate_python(
        {"id": "st", "name": "St", "kind": "city", "names": {"fi": "Pietari"}, "named": NAMED}
    )
    when = parse(day)
    assert when.earliest is not None
    assert when.latest is not None
    assert name_then(place, when.earliest, when.latest, "en") == name
    assert every_name(place) == ("St", "Pietari", "Petrograd", "Leningrad", "Пётр")


def test_what_stands_beside_an_id_may_be_missing_and_a_line_behind_a_key_is_refused() -> None:
    assert LiesIn(place="a") == TypeAdapter(LiesIn).validate_python({"place": "a"})
    value: dict[str, Any] = {"id": "x", "name": "x", "kind": "person", "part_of": [{"actor": "a", "from_": 2017}]}
    with pytest.raises(ValueError, match="from_"):
        ACTORS.validate_python(value)


@pytest.mark.parametrize("cite", [GAZETTE, CRIER])
def test_a_fact_goes_with_the_source_that_says_so_and_with_what_it_names(tmp_path: Path, cite: str) -> None:
    hidden = "withheld: {until: never, reason: safety, on: 2026-11-29}\n"
    crier = f"title: C\nkind: post\nunknown: [publisher, published]\nparagraphs: [{{n: 1, begins: The}}]\n{hidden}"
    files = {
        "sources/crier-2031-03-06.yml": crier,
        "actors/clerk.md": (
            f"---\nname: The clerk\nkind: person\nnamed: [{{name: Scribe, until: 2012, {cite}}}]\n"
            f"part_of: [{{actor: council, until: 2030, {cite}}}]\n"
            f"ownership: {{kind: state, of: council, {cite}}}\n---\n"
        ),
        "places/old-well.yml": (
            f"name: The old well\nkind: well\nwithin: [{{place: lindwell, until: 1900, {cite}}}]\n"
            f"named: [{{name: Spring, until: 1900, {cite}}}]\n"
        ),
    }
    graph = linked(tmp_path, files)
    clerk, well = graph.actors["clerk"], graph.places["old-well"]
    left = [bool(part) for part in (clerk.named, clerk.part_of, clerk.ownership, well.named, well.within)]
    assert left == [cite == GAZETTE] * 5


ONE_CITED: Final = {"source": "gazette-2031-03-04", "paragraph": 1}
TWO_CITED: Final = [ONE_CITED, {"source": "crier-2031-03-06", "paragraph": 2}]


@pytest.mark.parametrize("typed, written", [(ONE_CITED, ONE_CITED), ([ONE_CITED], ONE_CITED), (TWO_CITED, TWO_CITED)])
def test_a_fact_takes_one_citation_or_several_and_one_is_exported_as_ever(typed: object, written: object) -> None:
    facts: dict[str, Any] = {
        "named": [{"name": "Moot", "cite": typed}],
        "part_of": [{"actor": "a", "as": "Mayor", "cite": typed}],
        "ownership": {"kind": "state", "of": "a", "cite": typed},
    }
    made = actor("x", **facts)
    dumped = ACTORS.dump_python(made, mode="json", exclude_none=True)
    assert [dumped[key][0]["cite"] for key in facts] == [written] * 3
    assert len(list(cited_by(made))) == 3 * len(typed if isinstance(typed, list) else [typed])
    assert actor("x", **{key: dumped[key] for key in facts}) == made
    lies = {"id": "y", "name": "y", "kind": "city", "within": [{"place": "a", "until": 2001, "cite": typed}]}
    dumped = PLACES.dump_python(PLACES.validate_python(lies), mode="json", exclude_none=True)
    assert dumped["within"][0]["cite"] == written


def test_what_cites_nothing_is_exported_without_the_key() -> None:
    made = actor("x", "media", ownership={"kind": "unknown"}, part_of=[{"actor": "a"}])
    dumped = ACTORS.dump_python(made, mode="json", exclude_none=True)
    assert (dumped["ownership"], dumped["part_of"]) == ([{"kind": "unknown"}], ["a"])


BEGUN_AND_ENDED = "[{source: gazette-2031-03-04, paragraph: 1}, {source: crier-2031-03-06, paragraph: %s}]"


def of_clerk(tmp_path: Path, cite: str) -> list[str]:
    clerk = (
        f"---\nname: The clerk\nkind: person\npart_of:\n  - {{actor: council, from: 2030, until: 2031, cite: {cite}}}\n"
    )
    return [
        f"{problem.position.line}:{problem.position.column} {problem.code} {problem.hint}"
        for problem in checked(tmp_path, {"actors/clerk.md": f"{clerk}---\n"})
        if problem.position.path.endswith("clerk.md")
    ]


def test_of_several_citations_each_has_to_lead_somewhere_and_each_is_used(tmp_path: Path) -> None:
    assert of_clerk(tmp_path, BEGUN_AND_ENDED % 1) == []
    assert [told.split(" ")[:2] for told in of_clerk(tmp_path, BEGUN_AND_ENDED % 9)] == [["5:136", "unknown-paragraph"]]
    assert [told.split(" ")[1] for told in of_clerk(tmp_path, "[]")] == ["empty-value"]
    files = {
        "actors/clerk.md": (
            "---\nname: The clerk\nkind: person\npart_of:\n"
            f"  - {{actor: council, from: 2030, until: 2031, cite: {BEGUN_AND_ENDED % 1}}}\n---\n"
        )
    }
    graph = linked(tmp_path, files)
    for source in ("gazette-2031-03-04", "crier-2031-03-06"):
        assert "clerk" in [use.record.id for use in graph.uses[source, 1]]


@pytest.mark.parametrize("key", ["cites", "cite_from", "cite_until"])
def test_who_looks_for_another_key_is_told_of_the_list(tmp_path: Path, key: str) -> None:
    told = of_clerk(tmp_path, f"{BEGUN_AND_ENDED % 1}, {key}: {{source: crier-2031-03-06, paragraph: 2}}")
    assert any("write cite as a list" in one for one in told)


def test_a_fact_that_rests_in_part_on_what_is_withheld_is_withheld(tmp_path: Path) -> None:
    hidden = "withheld: {until: never, reason: safety, on: 2026-11-29}\n"
    files = {
        "sources/crier-2031-03-06.yml": (
            f"title: C\nkind: post\nunknown: [publisher, published]\nparagraphs: [{{n: 1, begins: The}}]\n{hidden}"
        ),
        "actors/clerk.md": (
            "---\nname: The clerk\nkind: person\npart_of:\n"
            f"  - {{actor: council, from: 2030, cite: {BEGUN_AND_ENDED % 1}}}\n---\n"
        ),
    }
    assert linked(tmp_path, files).actors["clerk"].part_of == ()


@pytest.mark.parametrize(
    "told, since, until, span",
    [
        ("2017-11-12", None, None, "2017-11-12"),
        ("2017-11-12", 2014, None, "2014/2017-11-12"),
        ("2017-11-12", None, 2018, "2017-11-12/2018"),
        ("2017-11-10/2017-11-12", 2014, None, "2014/2017-11-12"),
        ("[2017-11-10..2017-11-12]", 2014, None, "2014/2017-11-10"),
        ("[2017-11-10,2017-11-12]", None, 2018, "2017-11-12/2018"),
        ("{2017-11-10,2017-11-12}", None, 2018, "2017-11-10/2018"),
        ("[..2017-11-12]", 2014, None, "2014/.."),
        ("2017-11-12", 2018, None, "2018/.."),
        ("2017-11-12", None, 2016, "../2016"),
    ],
)
def test_a_holding_lasts_from_and_until_the_time_of_its_claim_unless_it_says_otherwise(
    told: str, since: int | None, until: int | None, span: str
) -> None:
    assert lasting(member("a", since, until), parse(told)).text == span


@given(YEARS, YEARS, st.integers(1985, 2015), st.integers(0, 5))
def test_a_holding_is_in_order_and_within_what_it_says(
    since: int | None, until: int | None, year: int, more: int
) -> None:
    fact, when = member("a", since, until), parse(f"[{year}..{year + more}]")
    span = lasting(fact, when)
    for first, last in span.certain:
        assert first <= last or (since and until and since > until)
        if since or until:
            assert bounds(fact)[0] <= first
            assert last <= bounds(fact)[1]


HOLDING: Final = """title: The old well is held
date: {date}
kind: meeting
claims:
  - id: held
    text: It is held.
    control: {{place: old-well, holder: {holder}, extent: full{time}}}
    reports: [{{by: [{holder}], cite: {{source: gazette-2031-03-04, paragraph: 1}}}}]
"""


@pytest.mark.parametrize(
    "time, collides",
    [("", False), (", until: 2030-06", True), (", until: 2030-04-30", False), (", from: 2029", False)],
)
def test_two_holders_collide_where_they_held_a_place_at_once(tmp_path: Path, time: str, *, collides: bool) -> None:
    files = {
        "events/2030/one.yml": HOLDING.format(date="2030-03-01", holder="council", time=time),
        "events/2030/two.yml": HOLDING.format(date="2030-05-01", holder="petitioners", time=""),
    }
    found = [one for one in checked(tmp_path, files) if one.code is Code.UNCOVERED_CONTRADICTION]
    assert bool(found) is collides


def test_a_holding_is_refused_at_its_column(tmp_path: Path) -> None:
    text = HOLDING.format(date="2030-03-01", holder="council", time=", from: 2031, until: 2030")
    [found] = [one for one in checked(tmp_path, {"events/2030/one.yml": text}) if one.code is Code.BAD_VALUE]
    assert text.splitlines()[found.position.line - 1][found.position.column - 1 :].startswith("2030}")

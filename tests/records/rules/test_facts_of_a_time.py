"""Facts that held for a time: possible, cited, by a calendar that is named, and two of one time told."""

from typing import Final

import pytest
from dateline.records.rules.facts_in_time import facts_of_a_time_are_possible, facts_of_one_time_are_told
from in_memory import CLOSED
from marked import Files, held

CITE: Final = "cite: {source: gazette, paragraph: 1}"
COUNCIL: Final = "name: Lindwell Council\nkind: organisation\n"
WELL: Final = "name: Old Well\nkind: well\n"
FACTS: Final = {
    "sides": ("actors/council", COUNCIL, f"side: parish, {CITE}"),
    "ownership": ("actors/council", COUNCIL, f"kind: independent, {CITE}"),
    "part_of": ("actors/council", COUNCIL, f"actor: harrow, {CITE}"),
    "named": ("actors/council", COUNCIL, f"name: The moot, {CITE}"),
    "within": ("places/old-well", WELL, f"place: lindwell, {CITE}"),
}
"""Of each key that may be of a time, the record that has it and an entry."""


def fact(key: str, said: str) -> Files:
    """Return a record with a fact of which more is said."""
    name, text, entry = FACTS[key]
    return {name: f"{text}{key}: [{{{entry}, {said}}}]\n"}


def control(said: str) -> Files:
    """Return an event with a claim about who held a place, of which more is said."""
    held_by = f"    control: {{place: old-well, holder: council, extent: full, {said}}}\n"
    return {"events/well": CLOSED.replace("    reports:\n", f"{held_by}    reports:\n")}


POSSIBLE: Final = [
    "from: 2020, until: 2021",
    "from: 2020-05-04, until: 2020-05-04",
    "from: 2020-05-04, until: 2020",
    "from: 2020, until: 2020-05-04",
    'from: "2020~", until: "2021?"',
    "from: 2021",
    "until: 2021",
    'from: "[2020,2022]", until: 2021',
    "from: {date: 1431-03-03, calendar: julian}",
    "from: 1431, until: 1432-05",
    "until: 1582-10-15",
]
IMPOSSIBLE: Final = [
    "from: 2021, until: ⟦bad-value⟧2020",
    "from: 2020-05-04, until: ⟦bad-value⟧2020-05-03",
    "from: 2020-05-04, until: ⟦bad-value⟧2020-04",
    'from: "[2021,2022]", until: ⟦bad-value⟧2020',
    "from: ⟦bad-date⟧2020/2021",
    "until: ⟦bad-date⟧2020/2021",
    "from: ⟦bad-date⟧2020/..",
    'from: ⟦bad-date⟧"{2020-01-01,2021-05-05}"',
    "from: ⟦calendar-unknown⟧1431-03-03",
    "until: ⟦calendar-unknown⟧1582-10-14",
    "from: ⟦calendar-unknown⟧1431-03-03, until: ⟦bad-value⟧⟦calendar-unknown⟧1431-03-02",
]


@pytest.mark.parametrize("key", FACTS)
@pytest.mark.parametrize("said", [*POSSIBLE, *IMPOSSIBLE])
def test_a_fact_begins_and_ends_on_one_time_each_in_order_by_a_known_calendar(key: str, said: str) -> None:
    held(facts_of_a_time_are_possible, fact(key, said))


@pytest.mark.parametrize("said", [*POSSIBLE, *IMPOSSIBLE])
def test_a_holding_begins_and_ends_as_any_other_fact(said: str) -> None:
    held(facts_of_a_time_are_possible, control(said))


@pytest.mark.parametrize(
    "said, hint",
    [
        ("from: ⟦bad-date⟧2020/2021", "write from: 2020, until: 2021"),
        ("from: ⟦bad-date⟧2020/..", "write from: 2020, until: …"),
        ("until: ⟦bad-date⟧../2021", "write from: …, until: 2021"),
        ('from: ⟦bad-date⟧"{2020,2021}"', ""),
    ],
)
def test_what_lasts_is_proposed_as_a_beginning_and_an_end(said: str, hint: str) -> None:
    (problem,) = held(facts_of_a_time_are_possible, fact("part_of", said))
    assert problem.hint == hint


@pytest.mark.parametrize(
    "key, entry",
    [
        ("part_of", "{actor: harrow}"),
        ("part_of", "⟦missing-key⟧{actor: harrow, from: 2020}"),
        ("part_of", "⟦missing-key⟧{actor: harrow, until: 2020}"),
        ("part_of", "⟦missing-key⟧{actor: harrow, as: Printer}"),
        ("part_of", f"{{actor: harrow, as: Printer, from: 2020, {CITE}}}"),
        ("within", "{place: lindwell}"),
        ("within", "⟦missing-key⟧{place: lindwell, from: 2020}"),
        ("within", "⟦missing-key⟧{place: lindwell, until: 2020}"),
        ("within", f"{{place: lindwell, until: 2020, {CITE}}}"),
        ("ownership", "{kind: unknown, from: 2020}"),
    ],
)
def test_what_says_more_of_a_whole_than_its_id_says_from_where(key: str, entry: str) -> None:
    name, text, _ = FACTS[key]
    held(facts_of_a_time_are_possible, {name: f"{text}{key}: [{entry}]\n"})


def listed(key: str, *entries: str) -> str:
    """Return entries of a key, one a line, each cited."""
    return f"{key}:\n" + "".join(f"  - {entry[:-1]}, {CITE}}}\n" for entry in entries)


OVER: Final = "⟦facts-overlap⟧"


@pytest.mark.parametrize(
    "entries",
    [
        ("part_of", "{actor: harrow, from: 2020}", f"{OVER}{{actor: clerk, from: 2021}}"),
        ("part_of", "{actor: harrow}", f"{OVER}{{actor: clerk, until: 2021}}"),
        ("part_of", "{actor: harrow, until: 2020}", "{actor: clerk, from: 2020}"),
        ("part_of", "{actor: harrow, until: 2020}", "{actor: clerk, from: 2021}"),
        ("part_of", "{actor: harrow}", "{actor: clerk}"),
        ("part_of", "{actor: harrow, from: 2020}", "{actor: harrow, from: 2021}"),
        ("part_of", "{actor: harrow, from: 2020}", "{actor: pact, from: 2021}"),
        ("part_of", "{actor: pact, from: 2020}", "{actor: harrow, from: 2021}"),
        ("part_of", "{actor: no-record, from: 2020}", f"{OVER}{{actor: harrow, from: 2021}}"),
        ("named", "{name: The moot, from: 2020}", f"{OVER}{{name: The hundred, from: 2021}}"),
        ("named", "{name: The moot, from: 2020}", "{name: The moot, from: 2021}"),
        ("named", "{name: The moot, language: en, from: 2020}", "{name: Y cyngor, language: cy, from: 2021}"),
        ("named", "{name: Cyngor, language: cy, from: 2020}", f"{OVER}{{name: Y llys, language: cy, from: 2021}}"),
        ("named", "{name: The moot, from: 2020}", "{name: The council, language: en, from: 2021}"),
        ("ownership", "{kind: state, of: clerk, from: 2020}", f"{OVER}{{kind: independent, from: 2021}}"),
        ("ownership", "{kind: state, of: clerk, from: 2020}", "{kind: party, of: clerk, from: 2021}"),
        ("ownership", "{kind: independent, from: 2020}", "{kind: independent, from: 2021}"),
        ("sides", "{side: parish, from: 2020}", "{side: petition, from: 2021}"),
    ],
)
def test_two_wholes_names_or_owners_of_one_time_are_told_at_the_later_in_the_list(entries: tuple[str, ...]) -> None:
    pact = "name: The pact\nkind: alliance\n"
    held(facts_of_one_time_are_told, {"actors/pact": pact, "actors/council": COUNCIL + listed(*entries)})


@pytest.mark.parametrize(
    "entries",
    [
        ("{place: lindwell, from: 2020}", f"{OVER}{{place: fair, from: 2021}}"),
        ("{place: lindwell, from: 2020}", "{place: lindwell, from: 2021}"),
        ("{place: lindwell, until: 2019}", "{place: fair, from: 2021}"),
    ],
)
def test_a_place_lies_in_one_at_a_time(entries: tuple[str, ...]) -> None:
    held(facts_of_one_time_are_told, {"places/old-well": WELL + listed("within", *entries)})


def test_of_three_each_pair_of_one_time_is_told() -> None:
    entries = ("{actor: harrow, from: 2020}", f"{OVER}{{actor: clerk}}", f"{OVER}{OVER}{{actor: fair, until: 2021}}")
    held(facts_of_one_time_are_told, {"actors/council": COUNCIL + listed("part_of", *entries)})


@pytest.mark.parametrize(
    "one, other, stretch",
    [
        ("from: 2020", "from: 2021-02", "the days from 1 February 2021"),
        ("until: 2020", "until: 2021", "the days until 31 December 2020"),
        ("from: 2020-03-03, until: 2022", "from: 2021-05-04, until: 2021-05-04", "4 May 2021"),
        ("from: 2020", "until: 2020-05-04", "1 January to 4 May 2020"),
    ],
)
def test_the_days_are_told_of_which_both_are(one: str, other: str, stretch: str) -> None:
    entries = (f"{{actor: harrow, {one}}}", f"{OVER}{{actor: clerk, {other}}}")
    (problem,) = held(facts_of_one_time_are_told, {"actors/council": COUNCIL + listed("part_of", *entries)})
    assert problem.message == f"'harrow' and 'clerk' are both told of {stretch}"


def test_what_is_of_no_time_beside_another_that_is_is_told_of_all_days() -> None:
    entries = ("{actor: harrow}", f"{OVER}{{actor: clerk}}", "{actor: clerk, from: 2030}")
    entries = (*entries[:2], f"{OVER}{entries[2]}")
    first, second = held(facts_of_one_time_are_told, {"actors/council": COUNCIL + listed("part_of", *entries)})
    assert first.message.endswith("are both told of all days")
    assert second.message.endswith("the days from 1 January 2030")


@pytest.mark.parametrize(
    "entries, named",
    [
        (("{kind: state, of: clerk, from: 2020}", "{kind: independent, from: 2021}"), "'clerk' and 'independent'"),
        (("{kind: party, from: 2020}", "{kind: state, from: 2021}"), "'party' and 'state'"),
    ],
)
def test_an_owner_is_called_by_whose_it_is_and_else_by_what_kind(entries: tuple[str, str], named: str) -> None:
    marked = (entries[0], OVER + entries[1])
    (problem,) = held(facts_of_one_time_are_told, {"actors/council": COUNCIL + listed("ownership", *marked)})
    assert problem.message.startswith(f"{named} are both told of ")

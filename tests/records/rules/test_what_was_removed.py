"""Tombstones: what they lead to, that no id rises again, and that readers are led to what they can see."""

from typing import Final

import pytest
from dateline.records.rules.graves import (
    graves,
    record_of,
    redacted_ids_stay_unused,
    removed_ids_stay_removed,
    stands_now,
)
from dateline.records.types import RecordKind, Tombstone
from dateline.records.types.redacted import digest_of, is_digest
from hypothesis import given
from hypothesis import strategies as st
from in_memory import CLOSED, RECORDS
from marked import Files, graph_of, held

GRAVES: Final = "tombstones.yml"


def stone(kind: str, id_: str, instead: str = "", more: str = "") -> str:
    """Return a tombstone in its list."""
    led = f", instead: {instead}" if instead else ""
    return f"  - {{kind: {kind}, id: {id_}, date: 2031-04-01, note: Gone.{led}{more}}}\n"


def buried(*stones: str) -> Files:
    """Return the file of these tombstones."""
    return {GRAVES: "tombstones:\n" + "".join(stones)}


@pytest.mark.parametrize(
    "stones",
    [
        (stone("event", "fair"),),
        (stone("event", "⟦buried-id⟧well"),),
        (stone("claim", "⟦buried-id⟧well#closed"),),
        (stone("claim", "well#opened"),),
        (stone("source", "well"),),
        (stone("actor", "⟦buried-id⟧clerk"),),
        (stone("place", "⟦buried-id⟧old-well"),),
        (stone("event", "⟦bad-id⟧well#closed"),),
        (stone("claim", "⟦bad-id⟧closed"),),
        (stone("event", "fair"), stone("event", "⟦duplicate-id⟧fair")),
        (stone("event", "fair"), stone("source", "fair")),
        (stone("event", "fair"), stone("event", "⟦duplicate-id⟧fair"), stone("event", "⟦duplicate-id⟧fair")),
        (stone("event", "⟦buried-id⟧well"), stone("event", "⟦duplicate-id⟧⟦buried-id⟧well")),
        (stone("event", "fair", more=", formerly: [2031-03-02]"),),
        (stone("source", "fair", more=", ⟦bad-value⟧formerly: [2031-03-02]"),),
        (stone("claim", "well#opened", more=", ⟦bad-value⟧formerly: [2031-03-02]"),),
        (),
    ],
)
def test_no_id_rises_again_and_each_has_one_tombstone(stones: tuple[str, ...]) -> None:
    held(removed_ids_stay_removed, buried(*stones) if stones else {GRAVES: "{}\n"})


@pytest.mark.parametrize(
    "stones",
    [
        (stone("event", "fair", "well"),),
        (stone("event", "fair", "⟦unknown-event⟧market"),),
        (stone("event", "fair", "⟦unknown-event⟧gazette"),),
        (stone("source", "old-paper", "gazette"),),
        (stone("source", "old-paper", "⟦unknown-source⟧no-paper"),),
        (stone("actor", "mayor", "⟦unknown-actor⟧major"),),
        (stone("place", "pond", "⟦unknown-place⟧lake"),),
        (stone("dispute", "who", "⟦unknown-dispute⟧why"),),
        (stone("claim", "well#opened", "well#closed"),),
        (stone("claim", "well#opened", "⟦unknown-claim⟧well#shut"),),
        (stone("claim", "fair#held", "⟦unknown-claim⟧market#held"),),
        (stone("event", "fair", "market"), stone("event", "market", "well")),
        (stone("event", "fair", "market"), stone("event", "market")),
        (stone("claim", "well#opened", "fair#held"), stone("event", "fair")),
        (stone("claim", "well#opened", "fair#held"), stone("claim", "fair#held")),
        (stone("event", "fair", "⟦circular-reference⟧fair"),),
        (stone("event", "fair", "⟦circular-reference⟧market"), stone("event", "market", "⟦circular-reference⟧fair")),
        (
            stone("event", "a", "b"),
            stone("event", "b", "⟦circular-reference⟧c"),
            stone("event", "c", "⟦circular-reference⟧b"),
        ),
        (stone("event", "fair", "⟦unpublished-reference⟧draft"),),
        (stone("claim", "fair#held", "⟦unpublished-reference⟧draft#closed"),),
    ],
)
def test_a_tombstone_leads_by_others_or_by_itself_to_what_readers_see(stones: tuple[str, ...]) -> None:
    held(removed_ids_stay_removed, {**buried(*stones), "events/draft": CLOSED + "state: draft\n"})


@pytest.mark.parametrize(
    "said, kind, hint",
    [
        ("⟦unknown-claim⟧well#close", "claim", "did you mean 'well#closed'?"),
        ("⟦unknown-event⟧wel", "event", "did you mean 'well'?"),
        ("⟦unknown-event⟧clerk", "event", "that is an actor: name an event here"),
    ],
)
def test_what_may_be_meant_is_proposed(said: str, kind: str, hint: str) -> None:
    id_ = "fair#held" if kind == "claim" else "fair"
    (problem,) = held(removed_ids_stay_removed, buried(stone(kind, id_, said)))
    assert problem.hint == hint


def test_what_stands_in_a_file_that_cannot_be_read_exists_and_may_be_led_to() -> None:
    unread = {RecordKind.EVENT: frozenset({"spring"})}
    stones = (
        stone("event", "⟦buried-id⟧spring"),
        stone("claim", "spring#closed"),
        stone("event", "fair", "spring"),
        stone("claim", "well#opened", "spring#closed"),
        stone("source", "spring"),
    )
    held(removed_ids_stay_removed, buried(*stones), unread=unread)


def test_behind_a_link_anything_may_stand_and_nobody_knows_that_it_does() -> None:
    stones = (stone("event", "spring"), stone("event", "fair", "market"), stone("claim", "well#opened", "market#held"))
    held(removed_ids_stay_removed, buried(*stones), unread_kinds=frozenset({RecordKind.EVENT}))


def redacted(kind: str, id_: str) -> str:
    """Return the tombstone of a redacted id."""
    return stone(kind, f'"{digest_of(kind, id_)}"')


@pytest.mark.parametrize(
    "kind, id_, bearer",
    [
        ("event", "well", "events/well"),
        ("claim", "well#closed", "events/well"),
        ("source", "gazette", "sources/gazette"),
        ("actor", "clerk", "actors/clerk"),
        ("place", "old-well", "places/old-well"),
        ("event", "clerk", ""),
        ("event", "fair", ""),
        ("claim", "well#opened", ""),
        ("claim", "fair#closed", ""),
    ],
)
def test_what_bears_a_redacted_id_is_told_at_its_beginning(kind: str, id_: str, bearer: str) -> None:
    text = RECORDS.get(bearer) if bearer else None
    marked = {bearer: f"⟦buried-id⟧{text}"} if text else {}
    found = held(redacted_ids_stay_unused, {**buried(redacted(kind, id_)), **marked})
    assert all(problem.message == f"this {kind} has an id that was redacted" for problem in found)


def test_an_id_that_stands_readable_on_a_tombstone_is_not_redacted() -> None:
    held(redacted_ids_stay_unused, buried(stone("actor", "clerk"), stone("actor", "redacted-clerk")))


KINDS: Final = st.sampled_from([kind.value for kind in RecordKind])
IDS: Final = st.lists(st.text("abz09", min_size=1, max_size=6), min_size=1, max_size=3).map("-".join)


@given(KINDS, IDS)
def test_a_digest_is_known_as_one_and_says_nothing_of_the_id(kind: str, id_: str) -> None:
    digest = digest_of(kind, id_)
    assert is_digest(digest)
    assert not is_digest(id_) or id_.startswith("redacted-")
    assert digest == digest_of(kind, id_)
    assert digest != digest_of("claim", f"event#{id_}").rpartition("#")[2]


@given(IDS, IDS, IDS)
def test_the_digest_of_a_claim_names_its_event_and_is_the_same_in_another(event: str, other: str, claim: str) -> None:
    one, two = digest_of("claim", f"{event}#{claim}"), digest_of("claim", f"{other}#{claim}")
    assert is_digest(one)
    assert one.partition("#")[0] == event
    assert one.partition("#")[2] == two.partition("#")[2]


@pytest.mark.parametrize(
    "id_",
    [
        "redacted-",
        "redacted-0123456789abcdef012",
        "redacted-0123456789abcdef01234",
        "redacted-0123456789abcdefghij",
        "0123456789abcdef0123",
        "well#redacted-0123",
        "redacted-0123456789ABCDEF0123",
    ],
)
def test_what_only_looks_like_a_digest_is_none(id_: str) -> None:
    assert not is_digest(id_)


def stones_of(*stones: str) -> tuple[Tombstone, ...]:
    """Return tombstones as they are linked."""
    return graph_of(buried(*stones)).tombstones


@pytest.mark.parametrize(
    "kind, id_, found",
    [
        ("event", "well", ("event", "well")),
        ("event", "fair", ("event", "well")),
        ("event", "market", ("event", "well")),
        ("event", "gone", None),
        ("event", "never-was", None),
        ("event", "round", None),
        ("claim", "well#closed", ("claim", "well#closed")),
        ("claim", "well#opened", ("claim", "well#closed")),
        ("claim", "fair#held", ("event", "well")),
        ("claim", "well#never-was", ("event", "well")),
        ("claim", "well#lost", None),
        ("claim", "gone#held", None),
        ("actor", "well", None),
    ],
)
def test_what_stands_now_is_found_from_tombstone_to_tombstone(
    kind: str, id_: str, found: tuple[str, str] | None
) -> None:
    stones = stones_of(
        stone("event", "fair", "market"),
        stone("event", "market", "well"),
        stone("event", "gone"),
        stone("event", "round", "about"),
        stone("event", "about", "round"),
        stone("claim", "well#opened", "well#closed"),
        stone("claim", "well#lost"),
    )
    assert stands_now(graph_of({}), graves(stones), kind, id_) == found


def test_of_two_tombstones_of_one_the_first_counts() -> None:
    first, second, third = stones_of(stone("event", "a", "b"), stone("event", "a", "c"), stone("source", "a"))
    assert graves((first, second, third)) == {("event", "a"): first, ("source", "a"): third}


@pytest.mark.parametrize(
    "kind, id_, found",
    [("claim", "well#closed", "well"), ("claim", "well#no-claim", "well"), ("event", "well", "well")],
)
def test_the_record_of_a_claim_is_its_event(kind: str, id_: str, found: str) -> None:
    record = record_of(graph_of({}), kind, id_)
    assert record is not None
    assert record.id == found


@pytest.mark.parametrize("kind, id_", [("claim", "fair#held"), ("source", "well"), ("event", "gazette")])
def test_where_there_is_no_record_of_a_kind_none_is_returned(kind: str, id_: str) -> None:
    assert record_of(graph_of({}), kind, id_) is None

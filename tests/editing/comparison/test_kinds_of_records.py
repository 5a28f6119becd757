"""What differs in a source, an actor, a place, a dispute or the masthead is told part by part, with its weight."""

from collections.abc import Callable
from typing import Any, Final

import pytest
from dateline.editing.comparison import ChangeKind
from dateline.editing.comparison.differences import FoundChange
from dateline.editing.comparison.kinds_of_records import (
    ADDED,
    REMOVED,
    actor_differences,
    dispute_differences,
    masthead_differences,
    place_differences,
    source_differences,
)
from dateline.records.types import Masthead, RecordKind
from in_memory import GAZETTE, MASTHEAD, RECORDS, record_of, replaced, version_of

DISPUTE: Final = """\
question: Who closed the well?
kind: responsibility
relation: exclusive
status: open
would_settle: The minutes of the council.
positions:
  - {id: council, label: The council did, claims: [well#closed]}
  - {id: nobody, label: Nobody did, stance: denies, claims: [well#closed]}
"""
SETTLED: Final = """\
status: resolved
resolution:
  outcome: [council]
  rule: concession
  date: 2031-05-01
  note: The council said so.
  cites: [{source: gazette, paragraph: 2}]
"""
Told = tuple[str, str, str, str]
"""A kind of difference, the part, and what it says before and after."""


def told(found: list[FoundChange]) -> list[Told]:
    return [(one.kind.value, one.part, one.before, one.after) for one in found]


def compared(differences: Callable[[Any, Any], Any], name: str, old: str, new: str) -> list[FoundChange]:
    return list(differences(record_of(name, old), record_of(name, new)))


def of_source(*pairs: tuple[str, str], old: str = GAZETTE) -> list[FoundChange]:
    return compared(source_differences, "sources/gazette", old, replaced(old, *pairs))


def of_dispute(new: str, old: str = DISPUTE) -> list[FoundChange]:
    return compared(dispute_differences, "disputes/who", old, new)


def test_every_kind_of_record_that_comes_or_goes_is_told_by_a_kind_of_its_own() -> None:
    assert set(ADDED) == set(REMOVED) == set(RecordKind)
    assert len({*ADDED.values(), *REMOVED.values()}) == 2 * len(RecordKind)
    assert all(ADDED[kind].startswith(kind.value) and REMOVED[kind].startswith(kind.value) for kind in RecordKind)


# --- sources ---


def test_a_source_that_is_the_same_differs_in_nothing() -> None:
    assert of_source() == []


@pytest.mark.parametrize(
    "line, expected",
    [
        ("withdrawn: {date: 2031-04-01, note: It was wrong.}", "source-withdrawn"),
        ("corrected: [{date: 2031-04-01, note: It was wrong.}]", "source-corrected"),
        ("copy_of: {source: crier}", "source-copy-changed"),
        ("note: Torn.", "source-changed"),
        ("language: en", "source-changed"),
    ],
)
def test_what_changes_how_a_source_counts_is_told_apart_from_the_rest(line: str, expected: str) -> None:
    (one,) = of_source(("publisher: harrow", f"publisher: harrow\n{line}"))
    key = line.partition(":")[0]
    assert (one.kind.value, one.steps, one.before) == (expected, (key,), "")
    assert one.part == key.replace("_", " ")
    (back,) = of_source((f"{line}\n", ""), old=replaced(GAZETTE, ("paragraphs:", f"{line}\nparagraphs:")))
    assert (back.kind, back.before, back.after) == (one.kind, one.after, "")


def test_an_address_is_told_without_a_part_and_with_both_to_be_looked_at() -> None:
    (one,) = of_source(("https://gazette.example/well", "https://mirror.example/well"))
    assert told([one]) == [
        ("source-address-changed", "", "https://gazette.example/well", "https://mirror.example/well")
    ]
    assert one.red == "the source is at another host"
    assert [(line.level, line.text, line.original) for line in one.details] == [
        (1, "before", "https://gazette.example/well"),
        (1, "now", "https://mirror.example/well"),
    ]


def test_another_page_of_the_same_host_is_no_reason_to_look_first() -> None:
    (one,) = of_source(("example/well", "example/other"))
    assert (one.red, len(one.details)) == ("", 2)


def test_an_address_that_is_gone_is_told_alone() -> None:
    (one,) = of_source(("url: https://gazette.example/well\n", ""))
    assert (one.red, one.after) == ("", "")
    assert [line.text for line in one.details] == ["before"]


def test_another_publisher_is_a_reason_to_look_first_and_another_title_is_none() -> None:
    found = of_source(("publisher: harrow", "publisher: council"), ("The well is shut", "The well shut"))
    assert {one.part: one.red for one in found} == {"publisher": "another publisher", "title": ""}


@pytest.mark.parametrize(
    "key, label",
    [
        ("published_note", "note on its date"),
        ("written_note", "note on when it was written"),
        ("place_published", "place published"),
    ],
)
def test_keys_of_several_words_are_told_as_words(key: str, label: str) -> None:
    (one,) = of_source(("publisher: harrow", f"publisher: harrow\n{key}: Words."))
    assert told([one]) == [("source-changed", label, "", "Words.")]


def test_a_paragraph_is_known_by_its_number_wherever_it_stands() -> None:
    first, second = GAZETTE.splitlines(keepends=True)[-2:]
    turned = GAZETTE.replace(first + second, second + first)
    assert compared(source_differences, "sources/gazette", GAZETTE, turned) == []


def test_a_paragraph_that_comes_is_told_where_it_stands_with_its_first_words() -> None:
    (one,) = of_source(("paragraphs:\n", "paragraphs:\n  - {n: 7, begins: On Monday the}\n"))
    assert told([one]) == [("source-paragraph-added", "¶ 7", "", "On Monday the")]
    assert (one.steps, one.is_gone) == (("paragraphs", 0), False)


def test_a_paragraph_that_goes_is_told_where_it_stood() -> None:
    (one,) = of_source(("  - {n: 2, begins: Nobody of the, ends: seen since}\n", ""))
    assert told([one]) == [("source-paragraph-removed", "¶ 2", "Nobody of the", "")]
    assert (one.steps, one.is_gone) == (("paragraphs", 1), True)


def test_a_field_of_a_paragraph_is_told_with_its_place() -> None:
    (one,) = of_source(("ends: seen since", "ends: was seen since"))
    assert told([one]) == [("source-paragraph-changed", "¶ 2, ends", "seen since", "was seen since")]
    assert (one.steps, one.red) == (("paragraphs", 1, "ends"), "")


def test_that_nothing_is_drawn_from_a_paragraph_any_more_is_looked_at_first_and_another_reason_is_not() -> None:
    unused = "ends: seen since, unused: background"
    (one,) = of_source(("ends: seen since", unused))
    assert one.red == "nothing is drawn from the paragraph any more"
    (other,) = of_source(("background", "hearsay"), old=replaced(GAZETTE, ("ends: seen since", unused)))
    assert (other.part, other.red) == ("¶ 2, unused", "")


def test_passages_are_told_as_paragraphs_are() -> None:
    old = replaced(GAZETTE, (GAZETTE.partition("paragraphs:")[2], ""), ("paragraphs:", "passages: [{at: 4-27}]\n"))
    (gone, *_) = compared(source_differences, "sources/gazette", old, replaced(old, ("4-27", "4-28")))[::-1]
    assert (gone.kind, gone.before, gone.steps) == (ChangeKind.SOURCE_PARAGRAPH_REMOVED, "", ("passages", 0))
    (noted,) = compared(source_differences, "sources/gazette", old, replaced(old, ("4-27", "4-27, note: Faded.")))
    assert noted.steps == ("passages", 0, "note")
    assert noted.part.endswith("4-27, note")


# --- actors and places ---


def test_sides_of_an_actor_are_compared_without_their_order_and_told_apart() -> None:
    sides = [f"{{side: {one}, cite: {{source: gazette, paragraph: 1}}}}" for one in ("parish", "petition")]
    plain = RECORDS["actors/council"]
    both, turned = (f"{plain}sides: [{', '.join(order)}]\n" for order in (sides, sides[::-1]))
    assert compared(actor_differences, "actors/council", both, turned) == []
    found = compared(actor_differences, "actors/council", plain, f"{both}note: Elected.\n")
    assert [one.kind.value for one in found] == ["actor-sides-changed", "actor-changed"]
    assert (found[0].steps, found[0].before) == (("sides",), "")
    assert found[0].after.startswith("side: parish, cite: source: gazette")
    assert told(found[1:]) == [("actor-changed", "note", "", "Elected.")]


def test_the_text_below_an_actor_is_told_as_its_text() -> None:
    plain = RECORDS["actors/council"]
    found = compared(actor_differences, "actors/council", f"{plain}---\nOld.\n", f"{plain}part_of: parish\n---\nNew.\n")
    assert told(found) == [("actor-changed", "part of", "", "parish"), ("actor-changed", "text", "Old.", "New.")]


PLACE: Final = RECORDS["places/old-well"]


@pytest.mark.parametrize(
    "pairs, step, before, after",
    [
        ([("lat: 52.5", "lat: 52.6")], "lat", "52.5, -3.5, within lindwell", "52.6, -3.5, within lindwell"),
        ([("lon: -3.5", "lon: -3.6")], "lon", "52.5, -3.5, within lindwell", "52.5, -3.6, within lindwell"),
        ([("within: lindwell\n", "")], "within", "52.5, -3.5, within lindwell", "52.5, -3.5"),
        (
            [("lat: 52.5\nlon: -3.5\nprecision: exact\n", "precision: unknown\n")],
            "lat",
            "52.5, -3.5, within lindwell",
            "no coordinates, within lindwell",
        ),
        (
            [("lat: 52.5", "globe: moon\nlat: 52.5")],
            "globe",
            "52.5, -3.5, within lindwell",
            "52.5, -3.5 on moon, within lindwell",
        ),
    ],
)
def test_that_a_place_lies_elsewhere_is_told_once(
    pairs: list[tuple[str, str]], step: str, before: str, after: str
) -> None:
    found = compared(place_differences, "places/old-well", PLACE, replaced(PLACE, *pairs))
    moved = [one for one in found if one.kind is ChangeKind.PLACE_MOVED]
    assert told(moved) == [("place-moved", "", before, after)]
    assert moved[0].steps == (step,)
    assert all(one.part == "precision" for one in found if one not in moved)


def test_what_else_is_said_of_a_place_does_not_move_it() -> None:
    found = compared(place_differences, "places/old-well", PLACE, f"{PLACE}note: Deep.\naliases: [The spring]\n")
    assert told(found) == [("place-changed", "aliases", "", "The spring"), ("place-changed", "note", "", "Deep.")]


# --- disputes ---


@pytest.mark.parametrize(
    "before, after, kind",
    [
        ("open", "resolved", "dispute-resolved"),
        ("open", "not-a-conflict", "dispute-resolved"),
        ("partly-resolved", "resolved", "dispute-resolved"),
        ("resolved", "open", "dispute-reopened"),
        ("not-a-conflict", "partly-resolved", "dispute-reopened"),
        ("resolved", "not-a-conflict", "dispute-status-changed"),
        ("open", "partly-resolved", "dispute-status-changed"),
        ("partly-resolved", "open", "dispute-status-changed"),
    ],
)
def test_which_way_a_dispute_turned_is_told(before: str, after: str, kind: str) -> None:
    old, new = (replaced(DISPUTE, ("status: open", f"status: {status}")) for status in (before, after))
    (one,) = of_dispute(new, old)
    assert (one.kind.value, one.steps) == (kind, ("status",))
    labels = {"open": "Open", "partly-resolved": "Settled in part", "resolved": "Settled"}
    assert one.before == labels.get(before, "No conflict")
    assert one.after == labels.get(after, "No conflict")


def test_a_dispute_that_is_settled_is_told_with_the_rule_and_the_reasoning_once() -> None:
    found = of_dispute(replaced(DISPUTE, ("status: open\n", SETTLED)))
    assert told(found) == [
        (
            "dispute-resolved",
            "",
            "Open",
            "Settled by a concession by the side it speaks against: The council said so.",
        )
    ]


def test_another_reasoning_of_a_settled_dispute_is_told_by_itself() -> None:
    old = replaced(DISPUTE, ("status: open\n", SETTLED))
    (one,) = of_dispute(replaced(old, ("The council said so.", "It was shown.")), old)
    assert (one.kind, one.steps, one.part) == (ChangeKind.DISPUTE_RESOLUTION_CHANGED, ("resolution",), "")
    assert "note: The council said so." in one.before
    assert "note: It was shown." in one.after


def test_a_resolution_that_comes_while_the_status_stays_is_told() -> None:
    old = replaced(DISPUTE, ("status: open\n", SETTLED))
    bare = replaced(DISPUTE, ("status: open", "status: resolved"))
    (one,) = of_dispute(old, bare)
    assert (one.kind, one.before) == (ChangeKind.DISPUTE_RESOLUTION_CHANGED, "")
    assert "rule: concession" in one.after


def test_positions_are_known_by_their_ids_and_claims_without_their_order() -> None:
    two = replaced(DISPUTE, ("did, claims: [well#closed]}\n  - {id: n", "did, claims: [a#b, c#d]}\n  - {id: n"))
    lines = two.splitlines(keepends=True)
    turned = "".join([*lines[:-2], lines[-1], lines[-2].replace("a#b, c#d", "c#d, a#b")])
    assert of_dispute(turned, two) == []
    (one,) = of_dispute(replaced(two, ("a#b, c#d", "a#b")), two)
    assert told([one]) == [("dispute-position-changed", "council, claims", "a#b; c#d", "a#b")]
    assert one.steps == ("positions", 0, "claims")


def test_a_position_that_comes_or_goes_is_told_whole_and_where_it_stands() -> None:
    third = f"{DISPUTE}  - {{id: thief, label: A thief did, claims: [well#stolen]}}\n"
    (come,) = of_dispute(third)
    assert (come.kind.value, come.part, come.steps) == ("dispute-position-added", "thief", ("positions", 2))
    assert come.after == "id: thief, label: A thief did, stance: asserts, claims: well#stolen"
    (gone,) = of_dispute(DISPUTE, third)
    assert (gone.kind.value, gone.part, gone.steps) == ("dispute-position-removed", "thief", ("positions", 2))
    assert (gone.before, gone.after, gone.is_gone, come.is_gone) == (come.after, "", True, False)


def test_another_question_or_kind_is_told_by_field() -> None:
    found = of_dispute(replaced(DISPUTE, ("Who closed", "Who shut"), ("would_settle: The", "would_settle: Only the")))
    assert [(one.kind.value, one.part) for one in found] == [
        ("dispute-changed", "question"),
        ("dispute-changed", "would settle"),
    ]


# --- the masthead ---


def of_masthead(*pairs: tuple[str, str]) -> list[FoundChange]:
    old, new = (
        version_of({"chronology.yml": text}).chronology.masthead for text in (MASTHEAD, replaced(MASTHEAD, *pairs))
    )
    assert isinstance(old, Masthead)
    return list(masthead_differences(old, new))


@pytest.mark.parametrize(
    "pair, part, before, after",
    [
        (("{label: Host}", "{label: Inn}"), "roles: host", "label: Host", "label: Inn"),
        (("guest: {label: Guest}", "thief: {}"), "roles: thief", "", "a word"),
        (("meeting: {label: Meeting}", "fair: {label: Fair}"), "event kinds: fair", "", "label: Fair"),
        (("meeting: {label: Meeting}", "fair: {label: Fair}"), "event kinds: meeting", "label: Meeting", ""),
        (("title: The well of Lindwell", "title: The well"), "title", "The well of Lindwell", "The well"),
    ],
)
def test_the_vocabulary_is_compared_word_by_word(pair: tuple[str, str], part: str, before: str, after: str) -> None:
    found = {one.part: one for one in of_masthead(pair)}
    assert (found[part].before, found[part].after) == (before, after)
    assert {one.kind for one in found.values()} == {ChangeKind.CHRONOLOGY_CHANGED}


def test_the_order_of_words_means_nothing() -> None:
    host, guest = "host: {label: Host}", "guest: {label: Guest}"
    assert of_masthead((f"{host}, {guest}", f"{guest}, {host}")) == []

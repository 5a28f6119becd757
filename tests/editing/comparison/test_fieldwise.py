"""Two values are told apart by what they mean, put into words without their form, and matched by the surest sign."""

from dataclasses import dataclass
from typing import Any, Final

import pytest
from dateline.editing.comparison.fieldwise import (
    changed_fields,
    excerpt,
    in_plain_words,
    matched,
    pairs_in_words,
    said_under,
)
from dateline.ground import dates
from dateline.records.types import Actor, ActorRole, Citation, Event, Figure, Paragraph, Place
from dateline.records.types.dated_facts import LiesIn, Membership
from hypothesis import given
from hypothesis import strategies as st
from in_memory import CLOSED, record_of, replaced
from pydantic import TypeAdapter

MEMBERSHIPS: Final = TypeAdapter(Membership)
DAY: Final = dates.parse("2031-03-03", None)


# --- values in words ---


@pytest.mark.parametrize(
    "value, said",
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (0, "0"),
        (2.5, "2.5"),
        ("", ""),
        ("a text", "a text"),
        (DAY, "2031-03-03"),
        ((), ""),
        (("one",), "one"),
        (("one", "two"), "one; two"),
        ((True, None, 3), "yes; ; 3"),
        ({}, ""),
        ({"en": "Well", "cy": "Ffynnon"}, "en: Well, cy: Ffynnon"),
        ({"en": "Well", "cy": None, "fr": ""}, "en: Well"),
        (Citation(source="gazette", paragraph=2), "source: gazette, paragraph: 2"),
        (ActorRole(actor="clerk", role="host"), "actor: clerk, role: host"),
        (Membership(actor="council"), "council"),
        (MEMBERSHIPS.validate_python({"actor": "council", "as": "Mayor"}), "actor: council, as: Mayor"),
        (LiesIn(place="lindwell"), "lindwell"),
        (LiesIn(place="lindwell", until=DAY), "place: lindwell, until: 2031-03-03"),
        ((LiesIn(place="a"), LiesIn(place="b")), "a; b"),
    ],
)
def test_a_value_is_told_as_plain_text(value: object, said: str) -> None:
    assert in_plain_words(value) == said


def test_an_id_alone_is_told_with_its_key_unless_it_says_what_something_is_part_of() -> None:
    assert in_plain_words(ActorRole(actor="clerk")) == "actor: clerk"


def test_keys_of_which_nothing_is_said_are_left_out() -> None:
    assert said_under({"a": None, "b": (), "c": 0, "d": False, "e": "x"}) == {"c": "0", "d": "no", "e": "x"}
    assert pairs_in_words({"c": "0", "e": "x"}) == "c: 0, e: x"
    assert pairs_in_words({}) == ""


# --- fields that differ ---


def names_changed(old: Any, new: Any, *skip: str) -> list[str]:
    return [name for name, _, _ in changed_fields(old, new, skip)]


def event(*pairs: tuple[str, str], id_: str = "well") -> Event:
    found: Event = record_of(f"events/{id_}", replaced(CLOSED, *pairs))
    return found


def test_what_is_equal_differs_in_nothing() -> None:
    assert names_changed(event(), event()) == []


def test_each_field_that_differs_is_told_with_both_values_in_the_order_of_the_fields() -> None:
    other = event(("kind: closure", "kind: meeting\nnote: Why."), ("2031-03-03", "2031-03-04"))
    found = list(changed_fields(event(), other))
    assert [name for name, _, _ in found] == ["date", "kind", "note"]
    assert found[1] == ("kind", "closure", "meeting")
    assert found[2] == ("note", None, "Why.")


def test_neither_another_id_nor_an_entry_of_the_history_is_a_field_that_differs() -> None:
    entry = "kind: closure\nhistory: [{date: 2031-05-01, type: correction, note: Why.}]"
    assert names_changed(event(), event(("kind: closure", entry))) == []
    assert names_changed(event(), event(id_="pump")) == []


def test_what_is_told_elsewhere_is_skipped() -> None:
    other = event(("kind: closure", "kind: meeting\nnote: Why."))
    assert names_changed(event(), other, "kind") == ["note"]
    assert names_changed(event(), other, "kind", "note") == []


@pytest.mark.parametrize(
    "one, other, differs",
    [
        ("2031-03-03", "2031-03-03", False),
        ("2031-03-03", "2031-03-04", True),
        ("2031-03-03", "2031-03-03~", True),
        ("2031-03", "2031-03-01/2031-03-31", True),
    ],
)
def test_a_date_differs_by_how_it_is_written(one: str, other: str, *, differs: bool) -> None:
    found = names_changed(event(("2031-03-03", f'"{one}"')), event(("2031-03-03", f'"{other}"')))
    assert found == (["date"] if differs else [])


def test_the_same_moment_in_another_zone_is_no_difference() -> None:
    one, other = (dates.parse("2031-03-03T20:00Z", zone) for zone in ("Europe/Berlin", "Asia/Tokyo"))
    assert one != other
    old, new = (MEMBERSHIPS.validate_python({"actor": "council", "from": when}) for when in (one, other))
    assert names_changed(old, new) == []


def test_records_of_every_kind_are_compared_by_field() -> None:
    place = "name: Old Well\nkind: well\n"
    old: Place = record_of("places/old-well", place)
    new: Place = record_of("places/old-well", f"{place}aliases: [The spring]\n")
    assert list(changed_fields(old, new)) == [("aliases", (), ("The spring",))]
    clerk = "name: The clerk\nkind: person\n"
    one: Actor = record_of("actors/clerk", f"{clerk}---\nA text.\n")
    other: Actor = record_of("actors/clerk", f"{clerk}---\nAnother text.\n")
    assert list(changed_fields(one, other)) == [("body", "A text.", "Another text.")]
    first, second = Paragraph(n=1, begins="a"), Paragraph(n=1, begins="a", words=3)
    assert list(changed_fields(first, second)) == [("words", None, 3)]
    figures = Figure(measure="m", exact=3), Figure(measure="m", min=3, max=3)
    assert names_changed(*figures) == ["min", "max", "exact"]


# --- entries without ids ---


@dataclass(frozen=True)
class Entry:
    who: str
    what: str


SURE: Final = (lambda one: (one.who, one.what), lambda one: one.who)


def entries(*texts: str) -> list[Entry]:
    return [Entry(text[0], text[1:]) for text in texts]


@pytest.mark.parametrize(
    "old, new, pairs",
    [
        ((), (), []),
        (("a1",), ("a1",), [(0, 0)]),
        (("a1", "b1"), ("b1", "a1"), [(1, 0), (0, 1)]),
        ((), ("a1",), [(None, 0)]),
        (("a1",), (), [(0, None)]),
        (("a1",), ("a2",), [(0, 0)]),
        (("a1",), ("b1",), [(None, 0), (0, None)]),
        (("a1", "a2"), ("a2", "a1"), [(1, 0), (0, 1)]),
        (("a1", "a2"), ("a2",), [(1, 0), (0, None)]),
        (("a1", "a2"), ("a3", "a1"), [(1, 0), (0, 1)]),
        (("a1", "a1"), ("a1", "a1", "a1"), [(0, 0), (1, 1), (None, 2)]),
        (("a1", "a2", "b1"), ("c1", "a3"), [(None, 0), (0, 1), (1, None), (2, None)]),
    ],
)
def test_entries_are_paired_by_the_surest_sign_first(
    old: tuple[str, ...], new: tuple[str, ...], pairs: list[tuple[int | None, int | None]]
) -> None:
    assert matched(entries(*old), entries(*new), SURE) == pairs


def test_without_a_sign_nothing_is_paired() -> None:
    assert matched(entries("a1"), entries("a1"), ()) == [(None, 0), (0, None)]


ENTRIES: Final = st.lists(st.builds(Entry, st.sampled_from("abc"), st.sampled_from("12")), max_size=6)


@given(ENTRIES, ENTRIES)
def test_of_any_two_lists_each_entry_is_in_one_pair_and_pairs_are_alike(old: list[Entry], new: list[Entry]) -> None:
    pairs = matched(old, new, SURE)
    assert sorted(one for one, _ in pairs if one is not None) == list(range(len(old)))
    assert [other for _, other in pairs if other is not None] == list(range(len(new)))
    assert all(old[one].who == new[other].who for one, other in pairs if one is not None and other is not None)
    same = sum(min(old.count(one), new.count(one)) for one in set(old))
    assert sum(one is not None and other is not None and old[one] == new[other] for one, other in pairs) == same


# --- long texts ---


def test_short_texts_stay_whole() -> None:
    assert excerpt("one two", "one three", 9) == ("one two", "one three")
    assert excerpt("", "", 0) == ("", "")


def test_long_texts_begin_three_words_before_they_differ() -> None:
    same = "a b c d e f"
    assert excerpt(f"{same} one g h", f"{same} two g h", 12) == ("… d e f on …", "… d e f tw …")
    assert excerpt("a b one c d e", "a b two c d e", 11) == ("a b one c …", "a b two c …")
    assert excerpt("a b c one d e", "a b c two d e", 11) == ("a b c one …", "a b c two …")
    assert excerpt("a b c d one e", "a b c d two e", 12) == ("… b c d on …", "… b c d tw …")


def test_a_text_that_goes_on_differs_where_the_other_ends() -> None:
    assert excerpt("a b c d", "a b c d e f g h", 9) == ("… b c d", "… b c d …")


def test_texts_that_differ_in_their_white_space_alone_begin_at_the_beginning() -> None:
    assert excerpt("one two  three", "one two three", 9) == ("one two …", "one two …")


@given(st.text("ab ", max_size=40), st.text("ab ", max_size=40), st.integers(4, 20))
def test_no_excerpt_is_longer_than_asked_for(before: str, after: str, longest: int) -> None:
    assert all(len(text) <= longest for text in excerpt(before, after, longest))

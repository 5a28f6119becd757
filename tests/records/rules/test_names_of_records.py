"""Names: of files and claims, that every system can check out; of folders, that tell the year; of records, apart."""

from pathlib import Path
from typing import Final

import pytest
from dateline.ground.problems import Code
from dateline.records.rules.names import (
    events_lie_in_the_folder_of_their_year,
    is_of_windows,
    names_can_be_checked_out,
    names_tell_records_apart,
    the_site_speaks_english,
)
from hypothesis import given
from hypothesis import strategies as st
from in_memory import CLOSED, MASTHEAD
from marked import context_of, held

KEPT: Final = ("con", "prn", "aux", "nul", "com1", "com9", "com0", "lpt1", "lpt9", "conin$", "conout$", "com¹", "lpt³")


@pytest.mark.parametrize("name", KEPT)
def test_names_of_devices_are_of_windows_in_any_case(name: str) -> None:
    assert is_of_windows(name)
    assert is_of_windows(name.upper())


@pytest.mark.parametrize("name", ["", "con1", "com", "lpt", "com10", "auxiliary", "null", "a-con", "con-1", "nul.txt"])
def test_names_that_only_begin_or_end_like_a_device_are_free(name: str) -> None:
    assert not is_of_windows(name)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789-", min_size=5, max_size=30))
def test_an_id_of_five_letters_and_more_is_no_device(name: str) -> None:
    assert not is_of_windows(name)


ACTOR: Final = "name: Somebody\nkind: organisation\n"


@pytest.mark.parametrize(
    "name, messages",
    [
        ("actors/nul", ["Windows keeps the name 'nul' for itself"]),
        ("actors/con", ["Windows keeps the name 'con' for itself"]),
        ("actors/aux/somebody", ["Windows keeps the name 'aux' for itself"]),
        ("actors/COM1.d/somebody", ["Windows keeps the name 'COM1' for itself"]),
        ("actors/office./somebody", ["'office.' ends in a full stop"]),
        ("actors/office /somebody", ["'office ' ends in a space"]),
        ("actors/aux./somebody", ["Windows keeps the name 'aux' for itself"]),
        ("actors/aux/prn/somebody", ["Windows keeps the name 'aux'", "Windows keeps the name 'prn'"]),
        ("actors/office.d/somebody", []),
        ("actors/nuls", []),
    ],
)
def test_a_path_that_windows_cannot_have_is_told_at_its_file(name: str, messages: list[str]) -> None:
    found = list(names_can_be_checked_out(context_of({name: ACTOR})))
    assert [problem.code for problem in found] == [Code.UNPORTABLE_NAME] * len(messages)
    for problem, message in zip(found, messages, strict=True):
        assert problem.message.startswith(message)
        assert (problem.position.path, problem.position.line) == (f"content/{name}.md", 1)


@pytest.mark.parametrize(
    "name, hint",
    [
        ("actors/nul", "rename 'nul.md', such as nul-1.md"),
        ("actors/AUX.d/somebody", "rename 'AUX.d', such as AUX-1.d"),
        ("actors/office. ./somebody", "rename it 'office'"),
    ],
)
def test_another_name_is_proposed_with_the_same_ending(name: str, hint: str) -> None:
    (problem,) = names_can_be_checked_out(context_of({name: ACTOR}))
    assert problem.hint == hint


@pytest.mark.parametrize("length, is_told", [(200, False), (201, True)])
def test_windows_has_room_for_200_characters_of_a_path(length: int, *, is_told: bool) -> None:
    folder = "f" * (length - len("content/actors//somebody.md"))
    found = list(names_can_be_checked_out(context_of({f"actors/{folder}/somebody": ACTOR})))
    assert [problem.message.split(";")[0] for problem in found] == ["the path has 201 characters"] * is_told


def test_pages_are_checked_as_records_are() -> None:
    (problem,) = names_can_be_checked_out(context_of({"pages/prn": "title: Prices\n---\nDear.\n"}))
    assert problem.position.path == "content/pages/prn.md"


@pytest.mark.parametrize("claim", ["⟦unportable-name⟧nul", "⟦unportable-name⟧com7", "nul-and-void", "closed"])
def test_a_claim_becomes_a_folder_and_has_no_name_of_windows(claim: str) -> None:
    held(names_can_be_checked_out, {"events/well": CLOSED.replace("id: closed", f"id: {claim}")})


@pytest.mark.parametrize(
    "images, told",
    [
        ({"Well.png", "well.png"}, ["'well.png' and 'Well.png' are one name to Windows and macOS"]),
        ({"well.png", "spring.png"}, []),
        (
            {"well\u00e9.png", "welle\u0301.png"},
            ["'well\u00e9.png' and 'welle\u0301.png' are one name to Windows and macOS"],
        ),
        ({"a.png", "A.png", "A.PNG"}, ["'A.png' and 'A.PNG' are", "'a.png' and 'A.PNG' are"]),
    ],
)
def test_pictures_that_differ_in_case_or_form_alone_are_one(images: set[str], told: list[str]) -> None:
    context = context_of({}, images={name: Path("pages", name) for name in images})
    found = list(names_can_be_checked_out(context))
    assert all(problem.message.startswith(message) for problem, message in zip(found, told, strict=True))
    assert all(problem.position.path.startswith("content/pages/") for problem in found)


@pytest.mark.parametrize(
    "folder, date",
    [
        ("2031", "2031-03-03"),
        ("2030", "⟦misplaced-file⟧2031-03-03"),
        ("2032", "⟦misplaced-file⟧2031-03-03"),
        ("2030", "2030-12/2031-01"),
        ("2031", "2030-12/2031-01"),
        ("2032", "⟦misplaced-file⟧2030-12/2031-01"),
        ("2032", "2031/.."),
        ("wells", "2031-03-03"),
        ("20311", "2031-03-03"),
        ("-0044", '"-0044-03-15"'),
        ("-0043", '⟦misplaced-file⟧"-0044-03-15"'),
        ("0044", '⟦misplaced-file⟧"-0044-03-15"'),
    ],
)
def test_an_event_lies_in_the_folder_of_a_year_that_it_is_of(folder: str, date: str) -> None:
    text = CLOSED.replace("date: 2031-03-03", f"date: {date}")
    held(events_lie_in_the_folder_of_their_year, {"events/well": None, f"events/{folder}/well": text})


def test_the_folder_is_named_to_which_an_event_belongs() -> None:
    text = CLOSED.replace("date: 2031-03-03", 'date: ⟦misplaced-file⟧"-0044-03-15"')
    (problem,) = held(events_lie_in_the_folder_of_their_year, {"events/well": None, "events/0044/well": text})
    assert "content/events/-0044/" in problem.hint


def place(name: str, more: str = "") -> str:
    """Return a place of this name."""
    return f"name: {name}\nkind: well\n{more}"


SAME: Final = "⟦same-name⟧"


@pytest.mark.parametrize(
    "one, other",
    [
        (place("Spring"), place(f"{SAME}Spring")),
        (place("Spring"), place(f"{SAME}SPRING")),
        (place("Spring"), place(f'{SAME}"Spr\uff49ng"')),
        (place("New Spring"), place(f"{SAME}New  Spring")),
        (place("Spring"), place("Springs")),
        (place("Spring"), place("Source", f"aliases: [Fountain, {SAME}Spring]\n")),
        (place("Source", "aliases: [Spring]\n"), place(f"{SAME}Spring")),
        (place("Source", "aliases: [Spring]\n"), place("Fountain", f"aliases: [{SAME}Spring]\n")),
        (place("Source", "aliases: [Spring]\nnote: Not the other.\n"), place("Fountain", "aliases: [Spring]\n")),
        (place("Source", "aliases: [Spring]\n"), place("Fountain", "aliases: [Spring]\nnote: Not the other.\n")),
        (place("Spring", "note: Not the other.\n"), place(f"{SAME}Spring")),
        (place("Spring", "note: Not the other.\n"), place("Source", f"aliases: [{SAME}Spring]\n")),
        (place("Source", "aliases: [Spring]\n"), place("Fountain", "within: x-one\naliases: [Spring]\n")),
        (place("Source", "within: y-other\naliases: [Spring]\n"), place("Fountain", "aliases: [Spring]\n")),
        (place("Spring"), place(f"{SAME}Spring", "within: x-one\n")),
        (place("Spring", "aliases: [spring, SPRING]\n"), place("Source")),
        (place("Source", "names: {cy: Spring}\n"), place("Spring")),
    ],
)
def test_no_two_places_have_a_name_in_common_that_nothing_tells_apart(one: str, other: str) -> None:
    held(names_tell_records_apart, {"places/x-one": one, "places/y-other": other})


@pytest.mark.parametrize(
    "one, other",
    [
        ("organisation", f"name: {SAME}The guild\nkind: organisation\n"),
        ("organisation", "name: The guild\nkind: unnamed\n"),
        ("unnamed", "name: The guild\nkind: organisation\n"),
        ("organisation", f"name: Others\naliases: [{SAME}The guild]\nkind: organisation\n"),
        ("organisation", "name: Others\naliases: [The Guild of old]\nkind: organisation\n"),
    ],
)
def test_actors_are_told_apart_by_their_names_but_speakers_whom_nobody_names(one: str, other: str) -> None:
    held(names_tell_records_apart, {"actors/x-one": f"name: The guild\nkind: {one}\n", "actors/y-other": other})


def test_an_alias_is_shared_by_a_part_and_its_whole() -> None:
    one = "name: The guild\naliases: [Masters]\nkind: organisation\n"
    other = "name: Its masters\naliases: [Masters]\nkind: organisation\npart_of: x-one\n"
    held(names_tell_records_apart, {"actors/x-one": one, "actors/y-other": other})


def test_an_actor_may_be_named_as_a_place_is() -> None:
    held(names_tell_records_apart, {"actors/spring": "name: Old Well\nkind: organisation\n"})


def test_every_later_bearer_of_a_name_is_told_with_the_first() -> None:
    files = {"places/a": place("Spring"), "places/b": place(f"{SAME}Spring"), "places/c": place(f"{SAME}Spring")}
    found = held(names_tell_records_apart, files)
    assert all(problem.message.startswith("'Spring' is also a name of the place 'a': ") for problem in found)


@pytest.mark.parametrize(
    "kind, one, other, by_pages",
    [
        ("places", place("Spring"), place(f"{SAME}Spring"), True),
        ("places", place("Source", "aliases: [Spring]\n"), place(f"{SAME}Spring"), False),
        ("places", place("Spring"), place("Source", f"aliases: [{SAME}Spring]\n"), False),
        ("actors", ACTOR, ACTOR.replace("name: ", f"name: {SAME}"), False),
    ],
)
def test_pages_tell_places_apart_that_have_one_main_name_and_nothing_else(
    kind: str, one: str, other: str, *, by_pages: bool
) -> None:
    (problem,) = held(names_tell_records_apart, {f"{kind}/x-one": one, f"{kind}/y-other": other})
    assert ("pages add what each lies in" in problem.message) is by_pages
    assert problem.hint.startswith("write what tells it apart") is ("aliases" not in other)


@pytest.mark.parametrize("language, is_told", [("en", False), ("la", True), ("en-GB", False)])
def test_a_chronology_whose_language_has_no_catalogue_is_told(language: str, *, is_told: bool) -> None:
    mark = "⟦english-only⟧" if is_told else ""
    found = held(the_site_speaks_english, {"chronology.yml": f"{MASTHEAD}language: {mark}{language}\n"})
    assert all(f"no catalogue for '{language}' yet" in problem.message for problem in found)


def test_without_a_masthead_no_language_is_told_of() -> None:
    held(the_site_speaks_english, {}, masthead=None)

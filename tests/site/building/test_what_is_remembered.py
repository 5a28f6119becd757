"""What a build remembers: the pieces of its plans, its files, its notes; and what of it is trusted by the next one."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from dateline.ground.dates import Day
from dateline.pages.rendering.plans import Contribution
from dateline.site.building import build_state as remembering
from dateline.site.building.build_state import BuildState, KeptPiece, MadeWhole, Numbers, PlanResult, SiteFileMark
from dateline.site.building.contributions import ContributionStore, KeptTexts, PiecePlace, Spool
from dateline.site.building.fingerprints import Fingerprints
from dateline.site.building.tracing import KeptNote, Note, decoded, encoded
from hypothesis import given
from hypothesis import strategies as st


def put(folder: Path, *pieces: tuple[str, str, str]) -> list[PiecePlace]:
    return Spool(folder).put(Contribution(*piece) for piece in pieces)


def gathered(
    store: ContributionStore, made: Mapping[str, list[PiecePlace]]
) -> tuple[dict[str, PlanResult], dict[str, KeptTexts]]:
    plans = {path: PlanResult({}, {}, []) for path in made}
    return plans, store.gathered(plans, made)


def state_of(plans: dict[str, PlanResult], kept: Mapping[str, KeptTexts]) -> BuildState:
    return BuildState(plans=plans, pieces={whole: texts.file.name for whole, texts in kept.items()})


# --- pieces ----------------------------------------------------------------------------------------------------------


def test_pieces_stand_one_behind_the_other_in_the_file_of_their_process(tmp_path: Path) -> None:
    first = put(tmp_path, ("all", "a", "eins"), ("other", "b", "zwölf"))
    (later,) = put(tmp_path, ("all", "c", ""))
    assert [(place.start, place.length) for place in (*first, later)] == [(0, 4), (4, 6), (10, 0)]
    assert {place.file for place in (*first, later)} == {str(tmp_path / f"spool-{os.getpid()}")}
    assert put(tmp_path) == []
    (tmp_path / "empty").mkdir()
    assert put(tmp_path / "empty") == []
    assert list((tmp_path / "empty").iterdir()) == []


def test_the_pieces_of_a_whole_are_read_in_the_order_of_the_plans_not_of_their_making(tmp_path: Path) -> None:
    late, early = put(tmp_path, ("all", "late", "2 é"), ("all", "early", "1 \ud800"))
    plans, kept = gathered(ContributionStore(tmp_path), {"one.md": [early], "two.md": [late]})
    assert list(kept["all"].items()) == [("early", "1 \ud800"), ("late", "2 é")]
    assert len(kept["all"]) == 2
    assert plans["two.md"].pieces == [KeptPiece("all", "late", 4)]


def test_pieces_of_several_wholes_are_kept_apart(tmp_path: Path) -> None:
    places = put(tmp_path, ("x", "a", "1"), ("y", "a", "2"), ("x", "b", "3"))
    _, kept = gathered(ContributionStore(tmp_path), {"one.md": places})
    assert {whole: dict(texts) for whole, texts in kept.items()} == {"x": {"a": "1", "b": "3"}, "y": {"a": "2"}}


def test_the_same_pieces_are_the_same_file_and_others_another(tmp_path: Path) -> None:
    store = ContributionStore(tmp_path)
    one, same, other = (
        gathered(store, {"p.md": put(tmp_path, ("x", "a", text))})[1]["x"].file for text in ("1", "1", "2")
    )
    assert one == same != other
    assert one.parent == tmp_path / "pieces"


def test_what_was_remembered_is_found_again_where_it_stands_and_not_written_anew(tmp_path: Path) -> None:
    store = ContributionStore(tmp_path)
    plans, kept = gathered(store, {"p.md": put(tmp_path, ("x", "a", "12")), "q.md": put(tmp_path, ("x", "b", "345"))})
    state = state_of(plans, kept)
    places = store.places(state)
    assert [(place.start, place.length) for found in places.values() for place in found] == [(0, 2), (2, 3)]
    before = kept["x"].file.stat().st_ino
    _, again = gathered(store, places)
    assert (again["x"].file, again["x"].file.stat().st_ino) == (kept["x"].file, before)
    _, fewer = gathered(store, {"q.md": places["q.md"]})
    assert (fewer["x"].file != kept["x"].file, dict(fewer["x"])) == (True, {"b": "345"})
    _, cut = gathered(store, {"p.md": places["p.md"]})
    assert (cut["x"].file != kept["x"].file, dict(cut["x"])) == (True, {"a": "12"})


def test_pieces_are_lost_once_their_file_is_gone_shorter_another_or_a_link(tmp_path: Path) -> None:
    store = ContributionStore(tmp_path)
    plans, kept = gathered(store, {"p.md": put(tmp_path, ("x", "a", "12"))})
    state, file = state_of(plans, kept), kept["x"].file
    assert not store.lost(state)
    for content in (b"1", b"123", b"21", b""):
        file.write_bytes(content)
        assert store.lost(state)
    file.write_bytes(b"12")
    assert not store.lost(state)
    file.rename(tmp_path / "elsewhere")
    assert store.lost(state)
    file.symlink_to(tmp_path / "elsewhere")
    assert store.lost(state)


def test_files_that_nothing_remembers_go_and_folders_in_their_place_too(tmp_path: Path) -> None:
    store = ContributionStore(tmp_path)
    store.forget_all_but([])
    (tmp_path / "pieces" / "folder").mkdir(parents=True)
    for name in ("wanted", "other"):
        (tmp_path / "pieces" / name).touch()
    store.forget_all_but(["wanted"])
    assert [path.name for path in (tmp_path / "pieces").iterdir()] == ["wanted"]


# --- files -----------------------------------------------------------------------------------------------------------


def standing(folder: Path) -> BuildState:
    """Return the state of a site of a page, a file of the frame and a file made of pieces, which stand in `folder`."""
    for name in ("page", "frame", "whole"):
        (folder / name).write_text(name, encoding="utf-8")
    sums = {name: remembering.hash_of(folder / name) for name in ("page", "frame", "whole")}
    return BuildState(
        plans={"page.md": PlanResult({"page": sums["page"]}, {"page.md": "d", "page-2.md": "d"}, [])},
        frame={"frame": sums["frame"]},
        wholes={"all": MadeWhole("key", {"whole": sums["whole"]})},
    )


def test_a_state_knows_every_file_and_page_of_its_site(tmp_path: Path) -> None:
    state = standing(tmp_path)
    assert sorted(state.files) == ["frame", "page", "whole"]
    assert (state.pages, state.count_of_pages) == (["page.md", "page-2.md"], 2)
    assert state.missing(tmp_path) == set()


@pytest.mark.parametrize("name", ["frame", "page", "whole"])
def test_a_file_that_is_gone_or_says_something_else_is_missing(tmp_path: Path, name: str) -> None:
    state = standing(tmp_path)
    (tmp_path / name).write_text("another", encoding="utf-8")
    assert state.missing(tmp_path) == {name}
    (tmp_path / name).unlink()
    assert state.missing(tmp_path) == {name}
    (tmp_path / name).mkdir()
    assert state.missing(tmp_path) == {name}


def test_a_link_to_the_very_content_is_no_file_of_the_site(tmp_path: Path) -> None:
    state = standing(tmp_path)
    (tmp_path / "page").rename(tmp_path / "moved")
    (tmp_path / "page").symlink_to("moved")
    assert state.missing(tmp_path) == {"page"}
    assert remembering.mark_of(tmp_path / "page") is None


def test_a_file_whose_mark_is_known_is_not_read_again_and_one_with_another_mark_is(tmp_path: Path) -> None:
    state = standing(tmp_path)
    assert state.missing(tmp_path) == set()
    mark = state.marks["page"]
    assert mark == remembering.mark_of(str(tmp_path / "page"))
    assert state.stands(tmp_path, "page", "another sum")
    state.marks["page"] = SiteFileMark(mark.modified + 1, mark.size, mark.inode)
    assert not state.stands(tmp_path, "page", "another sum")
    assert state.stands(tmp_path, "page", state.files["page"])
    assert state.marks["page"] == mark


# --- what is trusted -------------------------------------------------------------------------------------------------


def noted() -> BuildState:
    return BuildState(
        inputs="digest",
        notes=[KeptNote("events", "one"), encoded(Note("days", Day(2017, 11, 17)))],
        fingerprints=["1", "2"],
        plans={"p.md": PlanResult({"p": "sum"}, {}, [0, 1], [KeptPiece("x", "a", 3), KeptPiece("x", "b", 0)])},
        pieces={"x": "digest"},
    )


def test_what_a_build_remembers_is_read_as_it_was(tmp_path: Path) -> None:
    remembering.write(tmp_path, noted())
    assert remembering.read(tmp_path) == noted()
    assert remembering.read(tmp_path / "none") == BuildState()


def broken(state: BuildState, how: str) -> BuildState:
    made = state.plans["p.md"]
    if how == "a note too few":
        state.notes.pop()
    elif how == "no such note":
        made.notes.append(2)
    elif how == "a note before the first":
        made.notes.append(-1)
    elif how == "a piece of nothing":
        made.pieces = [KeptPiece("y", "a", 3)]
    elif how == "a piece of less than nothing":
        made.pieces = [KeptPiece("x", "a", -1)]
    elif how == "a file outside":
        made.files["../outside"] = "sum"
    elif how == "an absolute file":
        state.frame["/etc/passwd"] = "sum"
    else:
        state.notes[1] = KeptNote("days", how)
    return state


@pytest.mark.parametrize(
    "how",
    [
        *("a note too few", "no such note", "a note before the first", "a piece of nothing"),
        *("a piece of less than nothing", "a file outside", "an absolute file"),
        *("\0{", f"\0{'[' * 100_000}", '\0{"day": "2017-99-99"}', '\0{"month": "2017-11"}', '\0{"day": 3}'),
    ],
)
def test_of_a_state_whose_parts_do_not_fit_nothing_is_trusted(tmp_path: Path, how: str) -> None:
    remembering.write(tmp_path, broken(noted(), how))
    assert remembering.read(tmp_path) == BuildState()


KEYS = st.recursive(
    st.text(max_size=5)
    | st.integers()
    | st.none()
    | st.builds(Day, st.integers(1, 3000), st.integers(1, 12), st.integers(1, 28)),
    lambda inner: st.lists(inner, max_size=3).map(tuple),
    max_leaves=5,
)


@given(st.text(max_size=5), KEYS)
def test_a_note_is_remembered_whatever_its_key_is(name: str, key: object) -> None:
    kept = encoded(Note(name, key))
    assert decoded(kept) == Note(name, key)
    assert all(isinstance(part, str) for part in kept)


@given(KEYS, KEYS)
def test_two_keys_are_never_remembered_as_one(one: object, other: object) -> None:
    assert (encoded(Note("x", one)) == encoded(Note("x", other))) is (one == other and type(one) is type(other))


class Changing(Fingerprints):
    """Fingerprints of an edition in which some keys stand for something else than before."""

    def __init__(self, **now: str) -> None:
        self._now = now

    def of(self, note: Note) -> str:
        return self._now.get(str(note.key), "")


def test_the_notes_that_stand_for_something_else_now_have_changed_and_what_is_gone_too() -> None:
    notes = [KeptNote("events", key) for key in ("one", "two", "three")]
    state = BuildState(notes=notes, fingerprints=["1", "2", "3"])
    assert state.changed_notes(Changing(one="1", two="2", three="3")) == set()
    assert state.changed_notes(Changing(one="1", two="other")) == {1, 2}


def test_the_same_note_has_the_same_number_whoever_made_it() -> None:
    numbers = Numbers()
    one, other = KeptNote("a", "1"), KeptNote("a", "2")
    assert numbers.of([one, other, one]) == [0, 1, 0]
    assert numbers.of([KeptNote("b", "1"), KeptNote("a", "2")]) == [2, 1]
    assert numbers.notes == [one, other, KeptNote("b", "1")]

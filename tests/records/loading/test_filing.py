"""Files in the wrong place or under the wrong name: told once, with where they belong, and nothing beside."""

from pathlib import Path
from typing import Final

import pytest
from baseline import COUNCIL, MEETING, OLD_WELL, WELL, base_text, checked, overlaid
from dateline.ground.problems import Problem
from dateline.records.loading import load
from dateline.records.rules import check
from dateline.records.types import RecordKind
from projects import CASES

SOURCE: Final = "sources/gazette-2031-03-04.yml"
DISPUTE: Final = "disputes/who-closed-the-well.md"
HOMES: Final = {WELL: "an event", OLD_WELL: "a place", COUNCIL: "an actor", SOURCE: "a source", DISPUTE: "a dispute"}


def without_fences(text: str) -> str:
    """Return the keys of a record with front matter."""
    return text.split("---\n")[1] if text.startswith("---\n") else text


def in_fences(text: str) -> str:
    """Return a record as one with front matter."""
    return text if text.startswith("---\n") else f"---\n{text}---\n"


@pytest.mark.parametrize("kind", RecordKind)
@pytest.mark.parametrize("home", HOMES)
def test_a_record_in_the_folder_of_another_kind_is_told_once_with_where_it_belongs(
    home: str, kind: RecordKind, tmp_path: Path
) -> None:
    if home.startswith(kind.folder):
        return
    text = in_fences(base_text(home)) if kind.suffix == ".md" else without_fences(base_text(home))
    name = f"{kind.folder}/{Path(home).stem}{kind.suffix}"
    (problem,) = checked(tmp_path, {home: None, name: text})
    assert f"this looks like {HOMES[home]}" in problem.message
    assert problem.hint.startswith(f"move it to content/{home}")


@pytest.mark.parametrize("home", HOMES)
def test_a_record_that_lies_directly_in_content_is_told_once_with_where_it_belongs(home: str, tmp_path: Path) -> None:
    (problem,) = checked(tmp_path, {home: None, Path(home).name: base_text(home)})
    assert problem.hint == f"this looks like {HOMES[home]}: move it to content/{home}"


@pytest.mark.parametrize(
    "home, name, hint",
    [
        (OLD_WELL, "places/old-well.yaml", "rename it old-well.yml"),
        (OLD_WELL, "places/old-well.YML", "rename it old-well.yml"),
        (OLD_WELL, "places/old-well.yml ", "rename it old-well.yml"),
        (OLD_WELL, "places/old-well.yml.", "rename it old-well.yml"),
        (OLD_WELL, "places/old-well.yml.txt", "rename it old-well.yml; Windows hides the ending .txt"),
        (OLD_WELL, "places/old-well.md", "rename it old-well.yml, and take out its lines of ---"),
        (OLD_WELL, "places/Old-Well.yml", "rename the file: old-well.yml"),
        (OLD_WELL, "places/old well.yml", "rename the file: old-well.yml"),
        (OLD_WELL, "places/old_well.yml", "rename the file: old-well.yml"),
        (OLD_WELL, "places/Öld-well.yml", "rename the file: old-well.yml"),
        (COUNCIL, "actors/council.yml", "rename it council.md, and put a line of --- above and below its keys"),
        (COUNCIL, "actors/COUNCIL.md", "rename the file: council.md"),
    ],
)
def test_a_file_under_the_wrong_name_is_told_once_with_the_right_one(
    home: str, name: str, hint: str, tmp_path: Path
) -> None:
    text = base_text(home)
    text = in_fences(text) if name.endswith(".md") else without_fences(text)
    (problem,) = checked(tmp_path, {home: None, name: text})
    assert problem.hint.startswith(hint)


def test_of_two_names_that_differ_in_unicode_form_the_second_is_told_of_the_first(tmp_path: Path) -> None:
    text = base_text(COUNCIL)
    first, second = checked(tmp_path, {"actors/café.md": text, "actors/cafe\u0301.md": text})
    assert {first.hint, second.hint} >= {"rename the file: cafe.md"}
    assert any("would be the name of" in problem.hint for problem in (first, second))


def test_a_place_that_only_has_a_typing_mistake_stays_a_place(tmp_path: Path) -> None:
    text = base_text(OLD_WELL).replace("within:", "part_of:")
    problems = checked(tmp_path, {OLD_WELL: text})
    assert "looks like" not in "".join(map(str, problems))


def test_among_the_places_a_record_is_told_as_an_actor_whose_kind_only_actors_have(tmp_path: Path) -> None:
    problems = checked(tmp_path, {"places/an-actor.yml": "name: The Gazette\nkind: media\n"})
    moved = "move it to content/actors/an-actor.md, with a line of --- above and below its keys"
    assert f"this looks like an actor: {moved}" in {problem.hint for problem in problems}


def test_among_the_places_a_record_with_a_place_around_it_stays_a_place_whatever_its_kind(tmp_path: Path) -> None:
    problems = checked(tmp_path, {"places/x.yml": "name: X\nkind: media\nwithin: old-well\n"})
    assert "known words: village, well" in {problem.hint.partition(";")[0] for problem in problems}


def test_among_the_actors_a_record_is_told_as_a_place_whose_kind_only_places_have(tmp_path: Path) -> None:
    (problem,) = checked(tmp_path, {"actors/x.md": "---\nname: Lower Lindwell\nkind: village\n---\n"})
    assert problem.message == "this looks like a place, not like an actor"
    assert problem.hint == "move it to content/places/x.yml, without its lines of ---"


@pytest.mark.parametrize("inner", ["places", "events/2031", "actors"])
def test_a_folder_that_is_a_link_is_told_once(inner: str, tmp_path: Path) -> None:
    content = overlaid(tmp_path, {})
    (content / inner).rename(tmp_path / "elsewhere")
    (content / inner).symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    (problem,) = problems_of(content)
    assert problem.message == f"'{Path(inner).name}' is a link"


def test_links_that_lead_nowhere_and_what_programs_leave_are_told_each_once(tmp_path: Path) -> None:
    content = overlaid(tmp_path, {"places/Thumbs.db": "x", "places/x.yml~": "x"})
    (content / "events/2031/.#2031-03-02-meeting.yml").symlink_to("user@host.1:9")
    (content / "places/x.yml").symlink_to("nowhere.yml")
    assert [problem.position.path for problem in problems_of(content)] == [
        *("content/places/Thumbs.db", "content/places/x.yml", "content/places/x.yml~")
    ]


def test_content_that_is_a_link_itself_is_read(tmp_path: Path) -> None:
    overlaid(tmp_path, {}).rename(tmp_path / "elsewhere")
    (tmp_path / "content").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert problems_of(tmp_path / "content") == []


@pytest.mark.parametrize("name", ["con", "PRN", "aux", "nul", "com0", "com9", "lpt1", "LPT9", "con.x", "conin$"])
def test_a_name_that_windows_keeps_for_itself_is_told(name: str, tmp_path: Path) -> None:
    problems = checked(tmp_path, {f"events/{name}/2031-03-02-meeting.yml": base_text(MEETING), MEETING: None})
    assert [problem.code.value for problem in problems] == ["unportable-name"]


@pytest.mark.parametrize("name", ["console", "comma", "com10", "auxiliary", "lpt"])
def test_a_name_that_only_begins_like_one_is_not(name: str, tmp_path: Path) -> None:
    assert checked(tmp_path, {f"events/{name}/2031-03-02-meeting.yml": base_text(MEETING), MEETING: None}) == []


def test_a_path_that_is_too_long_for_windows_is_told(tmp_path: Path) -> None:
    deep = "/".join(["a" * 60] * 3)
    (problem,) = checked(tmp_path, {f"events/{deep}/2031-03-02-meeting.yml": base_text(MEETING), MEETING: None})
    assert "the path has 220 characters" in problem.message


def problems_of(content: Path) -> list[Problem]:
    corpus, problems = load(content, content.parent)
    return sorted({*problems, *check(corpus)})


@pytest.mark.parametrize(
    "folder", sorted({path.name for path in (CASES / "small" / "expected").iterdir() if path.is_dir()} - {"claims"})
)
def test_no_page_takes_the_place_of_a_folder_that_the_site_has(folder: str, tmp_path: Path) -> None:
    (problem,) = checked(tmp_path, {f"pages/{folder}.md": "---\ntitle: X\n---\nText.\n"})
    assert problem.code == "stray-file"
    assert problem.hint == f"the site has {folder}/ for itself: give it another name"


def test_a_page_may_be_called_claims_since_the_one_that_only_leads_on_gives_way(tmp_path: Path) -> None:
    assert checked(tmp_path, {"pages/claims.md": "---\ntitle: X\n---\nText.\n"}) == []


@pytest.mark.parametrize(
    "name, hint",
    [
        ("brief.yml", "put it into pages/"),
        ("pages/deep/brief.yml", "put it straight into pages/"),
        ("pages/BRIEF.YML", "did you mean 'brief.yml'?"),
        ("pages/brief.yaml", "did you mean 'brief.yml'?"),
    ],
)
def test_a_brief_elsewhere_is_told_once_with_where_it_belongs(name: str, hint: str, tmp_path: Path) -> None:
    (problem,) = checked(tmp_path, {name: "what_happened: []\n"})
    assert problem.hint == hint

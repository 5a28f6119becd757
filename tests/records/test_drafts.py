"""Drafts of every kind: they may lack anything but a name, are told what they lack, and reach no reader."""

import io
import shutil
from pathlib import Path

import pytest
from baseline import COUNCIL, MEETING, OLD_WELL, base_text, checked, linked, loaded, overlaid
from dateline.cli.reporting import summary
from dateline.editing.comparison import compare, read_version
from dateline.ground.problems import Code, Problem, Severity, has_errors
from dateline.records.chronology import link
from dateline.records.rules import check
from dateline.records.types import RecordKind
from dateline.site.compiling import compile_site
from dateline.site.settings import Settings
from PIL import Image
from projects import ROOT

NEW = "events/2031/2031-05-01-new.yml"
BARE = {
    NEW: "title: Something new\nstate: draft\n",
    "actors/newcomer.md": "---\nname: A newcomer\nstate: draft\n---\n\nSays [much](place:new-well).\n",
    "places/new-well.yml": "name: The new well\nstate: draft\n",
    "sources/crier-2031-05-02.yml": "title: News\nstate: draft\n",
    "disputes/who-came.md": "---\nquestion: Who came?\nstate: draft\n---\n",
}
"""A draft of each kind that has nothing but its name."""
COMPLETE = {
    "actors/newcomer.md": "---\nname: A newcomer\nkind: person\nstate: draft\n---\n",
    "places/new-well.yml": "name: The new well\nkind: well\nstate: draft\n",
    "sources/crier-2031-05-02.yml": (
        "title: News\npublisher: newcomer\npublished: 2031-05-02\nstate: draft\n"
        "paragraphs:\n  - {n: 1, begins: Something new}\n"
    ),
    NEW: (
        "title: Something new\ndate: 2031-05-01\ndate_basis: inferred\nkind: meeting\nstate: draft\n"
        "places: [{place: new-well}]\nclaims:\n  - id: c\n    text: It was so.\n"
        "    reports:\n      - {by: [newcomer], cite: {source: crier-2031-05-02, paragraph: 1}}\n"
    ),
    "disputes/who-came.md": (
        "---\nquestion: Who came?\nkind: identity\nrelation: exclusive\nstatus: open\nstate: draft\npositions:\n"
        "  - {id: a, label: A, claims: [2031-05-01-new#c]}\n"
        "  - {id: b, label: B, stance: denies, claims: [2031-05-01-new#c]}\n---\n"
    ),
}
"""Drafts that are whole records, and refer to one another."""


def codes(problems: list[Problem]) -> set[tuple[str, Code]]:
    return {(problem.position.path, problem.code) for problem in problems}


def test_a_draft_lacks_whatever_it_will_and_is_told_so_without_an_error(tmp_path: Path) -> None:
    problems = checked(tmp_path, BARE)
    assert {problem.severity for problem in problems} == {Severity.NOTE}
    assert codes(problems) == {(f"content/{name}", Code.DRAFT_LACKS) for name in BARE}
    assert not has_errors(problems)


def test_what_a_draft_of_an_event_lacks_is_told_key_by_key_with_its_cure(tmp_path: Path) -> None:
    told = {(problem.message, problem.hint) for problem in checked(tmp_path, {NEW: BARE[NEW]})}
    assert ("this event has no claim", "add a claim with a report") in told
    assert ("the key 'date' is missing", "add 'date: …'") in told


def test_what_is_lacking_further_inside_is_told_there(tmp_path: Path) -> None:
    claims = "  - id: c\n    text: B\n  - id: d\n    text: C\n    reports: [{by: [council]}]\n"
    text = f"title: A\nstate: draft\nclaims:\n{claims}"
    told = {
        str(problem.position): problem.message
        for problem in checked(tmp_path, {NEW: text})
        if problem.position.line > 1
    }
    assert told == {
        f"content/{NEW}:4:5": "this claim has no report",
        f"content/{NEW}:8:15": "this report cites no paragraph",
    }


@pytest.mark.parametrize("name", [name for name in BARE if not name.startswith("sources/")])
def test_a_draft_has_its_name(tmp_path: Path, name: str) -> None:
    key = {"events": "title", "disputes": "question"}.get(name.split("/", maxsplit=1)[0], "name")
    text = "".join(line for line in BARE[name].splitlines(keepends=True) if not line.startswith(f"{key}:"))
    problems = checked(tmp_path, {name: text})
    assert ("missing-key", f"the key '{key}' is missing") in {(one.code, one.message) for one in problems}
    assert has_errors(problems)


@pytest.mark.parametrize("name", BARE)
def test_the_same_record_is_refused_once_it_is_published(tmp_path: Path, name: str) -> None:
    problems = checked(tmp_path, {name: BARE[name].replace("state: draft", "state: published")})
    assert has_errors(problems)
    assert Code.DRAFT_LACKS not in {problem.code for problem in problems}


@pytest.mark.parametrize(
    "wrong, code",
    [
        ("kind: wells\n", Code.UNKNOWN_WORD),
        ("knd: well\n", Code.UNKNOWN_KEY),
        ("lat: 100\n", Code.BAD_COORDINATES),
        ("within: nowhere\n", Code.UNKNOWN_PLACE),
    ],
)
def test_what_is_wrong_in_a_draft_is_an_error_all_the_same(tmp_path: Path, wrong: str, code: Code) -> None:
    text = COMPLETE["places/new-well.yml"].replace("kind: well\n", "" if "kind" in wrong else "kind: well\n")
    assert code in {problem.code for problem in checked(tmp_path, {"places/new-well.yml": text + wrong})}


def test_whole_drafts_may_refer_to_one_another_and_lack_what_rules_ask_for(tmp_path: Path) -> None:
    problems = checked(tmp_path, COMPLETE)
    assert {problem.code for problem in problems} == {Code.DRAFT_LACKS}, problems
    messages = " ".join(problem.message for problem in problems)
    assert "nothing says why this person is named" in messages
    assert "does not say what would settle it" in messages


@pytest.mark.parametrize("drafts", [BARE, COMPLETE], ids=["bare", "complete"])
@pytest.mark.parametrize(
    "name, old, new",
    [
        (MEETING, "actor: council, role: host", "actor: newcomer, role: host"),
        (MEETING, "{place: lindwell}", "{place: new-well}"),
        (MEETING, "{source: gazette-2031-03-04, paragraph: 3}", "{source: crier-2031-05-02, paragraph: 1}"),
        (COUNCIL, "[the well](place:old-well)", "[the well](place:new-well)"),
        (COUNCIL, "[the well](place:old-well)", "[the well](dispute:who-came)"),
        (OLD_WELL, "within: lindwell", "within: new-well"),
    ],
)
def test_what_is_published_does_not_refer_to_a_draft(
    tmp_path: Path, drafts: dict[str, str], name: str, old: str, new: str
) -> None:
    text = base_text(name)
    assert old in text
    problems = checked(tmp_path, {**drafts, name: text.replace(old, new)})
    assert (f"content/{name}", Code.UNPUBLISHED_REFERENCE) in codes(problems)


def test_a_tombstone_leads_to_no_draft(tmp_path: Path) -> None:
    stone = "tombstones:\n  - {kind: place, id: gone, date: 2031-06-01, note: Moved., instead: new-well}\n"
    problems = checked(tmp_path, {**COMPLETE, "tombstones.yml": stone})
    assert ("content/tombstones.yml", Code.UNPUBLISHED_REFERENCE) in codes(problems)


def test_a_dispute_that_is_a_draft_takes_up_no_contradiction(tmp_path: Path) -> None:
    name = "disputes/who-closed-the-well.md"
    drafted = base_text(name).replace("status: open\n", "status: open\nstate: draft\n")
    problems = checked(tmp_path, {name: drafted})
    assert Code.UNCOVERED_CONTRADICTION in {problem.code for problem in problems}


@pytest.mark.parametrize("drafts", [BARE, COMPLETE], ids=["bare", "complete"])
def test_readers_get_the_same_chronology_with_and_without_drafts(tmp_path: Path, drafts: dict[str, str]) -> None:
    corpus, _ = loaded(tmp_path / "a", drafts)
    without = linked(tmp_path / "b", {})
    with_drafts = link(corpus, drafts=False)
    for kind in RecordKind:
        assert with_drafts.of_kind(kind) == without.of_kind(kind)
    assert with_drafts.images == without.images


def test_an_image_that_only_a_draft_shows_is_not_published(tmp_path: Path) -> None:
    shot = io.BytesIO()
    Image.new("RGB", (2, 2)).save(shot, "PNG")
    files: dict[str, str | bytes | None] = {**COMPLETE, "pages/face.png": shot.getvalue()}
    files["actors/newcomer.md"] = COMPLETE["actors/newcomer.md"] + "\n![Face](face.png)\n"
    corpus, _ = loaded(tmp_path, files)
    assert list(corpus.images) == ["face.png"]
    assert list(link(corpus, drafts=False).images) == []
    assert list(link(corpus, drafts=True).images) == ["face.png"]


def test_a_site_with_drafts_is_byte_for_byte_the_site_without(tmp_path: Path) -> None:
    def files(name: str, drafts: dict[str, str]) -> dict[str, object]:
        folder = tmp_path / name
        overlaid(folder, drafts)
        shutil.copytree(ROOT / "templates" / "pages", folder / "templates" / "pages")
        site = compile_site(Settings.of(folder))
        assert not has_errors(site.problems)
        return {page.path: page.content for page in site.pages}

    there = files("with", {**COMPLETE, **{name: text for name, text in BARE.items() if name != NEW}})
    assert there == files("without", {})
    assert "index.md" in there


def test_what_was_published_does_not_become_a_draft(tmp_path: Path) -> None:
    before = overlaid(tmp_path / "before", {})
    for drafted in (base_text(OLD_WELL) + "state: draft\n", "name: The old well\nstate: draft\n"):
        after = overlaid(tmp_path / "after", {OLD_WELL: drafted})
        told = compare(
            read_version(before, tmp_path / "before"), read_version(after, tmp_path / "after"), None
        ).problems
        assert "place 'old-well' was published and is a draft now" in " ".join(problem.message for problem in told)


def test_a_draft_that_goes_leaves_no_tombstone(tmp_path: Path) -> None:
    before = overlaid(tmp_path / "before", COMPLETE)
    after = overlaid(tmp_path / "after", {})
    told = compare(read_version(before, tmp_path / "before"), read_version(after, tmp_path / "after"), None).problems
    assert not told


def test_notes_are_counted_by_themselves(tmp_path: Path) -> None:
    problems = checked(tmp_path, {"places/new-well.yml": BARE["places/new-well.yml"]})
    assert summary(problems) == "1 note."
    both = [*problems, *checked(tmp_path, {OLD_WELL: base_text(OLD_WELL) + "lat: 100\n"})]
    assert summary(both).endswith("1 note.")
    assert summary([]) == "No problems."


def test_a_draft_that_cannot_be_read_otherwise_is_no_unfinished_one(tmp_path: Path) -> None:
    corpus, _ = loaded(
        tmp_path, {"places/new-well.yml": "name: [a]\nstate: draft\n", "places/other.yml": BARE["places/new-well.yml"]}
    )
    assert corpus.unfinished[RecordKind.PLACE] == {"other"}
    assert {"other", "new-well"} <= corpus.unread[RecordKind.PLACE]
    assert not [problem for problem in check(corpus) if problem.code is Code.UNKNOWN_PLACE]

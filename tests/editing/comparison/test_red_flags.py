"""What a reviewer looks at first: told where there is reason to, and nowhere else."""

import shutil
from pathlib import Path
from typing import Final

import pytest
from dateline.editing.comparison import Comparison, compare, read_version
from dateline.editing.comparison.red_flags import of_address, of_figure, of_title
from dateline.records.types import Figure
from planted import FLOOD, RELEASE, SMALL, WARNING

SOURCE: Final = "The river came over the wall of the mill and then it took the bridge."


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "content"))


def compared(content: Path, *copies: str) -> Comparison:
    return compare(read_version(SMALL, SMALL.parent), read_version(content, content.parent), None, copies)


def reasons(found: Comparison) -> list[str]:
    return [reason for one in found.differences for reason in one.red]


def edit(content: Path, name: str, old: str, new: str) -> None:
    text = (content / name).read_text(encoding="utf-8")
    assert old in text
    (content / name).write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    "text, is_told",
    [
        ("By night the river came over the wall of the mill, and then fell.", True),
        ("The river came over the wall, and of the mill nothing was left.", False),
    ],
)
def test_nine_words_in_a_row_of_a_source_are_told_and_not_printed(text: str, content: Path, *, is_told: bool) -> None:
    edit(content, FLOOD, "The market square was under water by noon.", text)
    found = reasons(compared(content, SOURCE))
    assert found == (["9 words in a row stand in a source"] if is_told else [])
    assert reasons(compared(content)) == []


def test_a_claim_of_an_open_dispute_is_told_when_its_substance_changes(content: Path) -> None:
    edit(content, RELEASE, "text: ", "text: Perhaps ")
    assert reasons(compared(content)) == ["the open dispute 'was-water-released' rests on this claim"]


def test_a_copy_of_an_event_is_told(content: Path) -> None:
    shutil.copy(content / WARNING, content / "events/2020/2020-05-03-warned.yml")
    assert reasons(compared(content)) == ["it may be a copy of the event '2020-05-03-warning'"]


def test_what_the_check_found_before_is_not_told_again(content: Path) -> None:
    edit(content, FLOOD, "note: The paper", "note: Now the paper")
    assert compared(content).faults == ()
    edit(content, FLOOD, "by: [mayor]", "by: [mayr]")
    (fault,) = (one for one in compared(content).faults if one.code == "unknown-actor")
    assert "did you mean" in fault.hint


@pytest.mark.parametrize(
    "old, new, told",
    [
        (Figure(measure="m", exact=10), Figure(measure="m", exact=20), "a figure is twice as much or more"),
        (Figure(measure="m", min=10), Figure(measure="m", min=5), "a figure is half as much or less"),
        (Figure(measure="m", max=10), Figure(measure="m", max=0), "a figure is half as much or less"),
        (Figure(measure="m", exact=10), Figure(measure="m", exact=19), ""),
        (Figure(measure="m", exact=0), Figure(measure="m", exact=0), ""),
        (Figure(measure="m", min=10), Figure(measure="m"), ""),
    ],
)
def test_a_figure_is_told_from_twice_or_half(old: Figure, new: Figure, told: str) -> None:
    assert of_figure(old, new) == told


def test_another_host_is_told_and_another_page_is_not() -> None:
    assert of_address("https://www.a.example/x", "https://a.example/y") == ""
    assert of_address(None, "https://a.example/y") == ""
    assert of_address("https://a.example/x", "https://a.example.evil.example/x")


def test_a_title_that_no_longer_says_who_says_so_is_told() -> None:
    assert of_title("The mayor denies that the dam broke", "The dam broke")
    assert of_title("The mayor says that the dam broke", "According to the mayor, the dam broke") == ""
    assert of_title("The dam broke", "The dam held") == ""


# --- what a reviewer can decide by ------------------------------------------------------------------------------------


def test_a_changed_report_is_told_with_its_claim_and_its_paragraph_in_the_original(content: Path) -> None:
    edit(content, FLOOD, "exact: 800", "exact: 1800")
    (one,) = (one for one in compared(content).differences if one.kind == "figure-changed")
    claim, paragraph = one.details
    assert claim.text == "claim: People were brought to safety."
    assert paragraph.text == "¶ 2 of herald-2020-05-04: “The mayor said … were safe”"
    assert paragraph.original.startswith(
        "https://herald.example/wend-breaks-its-banks?page=1&lang=en#:~:text=The%20mayor"
    )


def test_a_source_that_is_elsewhere_now_is_told_with_both_addresses(content: Path) -> None:
    edit(content, "sources/herald-2020-05-04.yml", "url: https://herald.example", "url: https://mirror.example")
    (one,) = (one for one in compared(content).differences if one.kind == "source-address-changed")
    assert [(line.text, line.original.partition("/wend")[0]) for line in one.details] == [
        ("before", "https://herald.example"),
        ("now", "https://mirror.example"),
    ]


def merged(content: Path) -> Comparison:
    """Return what is told where the mayor goes into the council."""
    (content / "actors/mayor.md").unlink()
    for path in content.rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        text = text.replace("by: [mayor]", "by: [council]").replace("by: [mayor, council]", "by: [council]")
        path.write_text(text, encoding="utf-8")
    grave = "  - {kind: actor, id: mayor, date: 2020-09-01, note: One of it., instead: council}\n"
    edit(content, "tombstones.yml", "tombstones:\n", f"tombstones:\n{grave}")
    return compared(content)


def test_a_merge_is_looked_at_once_and_not_at_each_report_that_follows_it(content: Path) -> None:
    found = merged(content)
    red = [(one.kind.value, reason) for one in found.differences for reason in one.red]
    count = sum(one.kind == "report-speaker-merged" for one in found.differences)
    assert count > 1
    assert ("tombstone-added", "two records became one: 'mayor' went into 'council'; 5 reports by it now") in red
    assert not [kind for kind, _ in red if kind.startswith("report")]


def test_an_actor_that_goes_is_told_in_full(content: Path) -> None:
    (gone,) = (one for one in merged(content).differences if one.kind == "actor-removed")
    assert "kind: person" in [line.text for line in gone.details]


def test_a_speaker_that_is_another_for_no_such_reason_is_looked_at(content: Path) -> None:
    edit(content, FLOOD, "by: [mayor]\n        cite", "by: [gazette]\n        cite")
    assert "another speaker says so" in reasons(compared(content))


def test_another_name_is_no_merge(content: Path) -> None:
    text = (content / "actors/mayor.md").read_text(encoding="utf-8")
    (content / "actors/the-mayor.md").write_text(text, encoding="utf-8")
    (content / "actors/mayor.md").unlink()
    grave = "  - {kind: actor, id: mayor, date: 2020-09-01, note: Renamed., instead: the-mayor}\n"
    edit(content, "tombstones.yml", "tombstones:\n", f"tombstones:\n{grave}")
    assert not [reason for reason in reasons(compared(content)) if "became one" in reason]

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

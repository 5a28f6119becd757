"""The examples of `dateline explain`: each raises its code as told, its cure cures, and the page is not stale."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from dateline.cli import main
from dateline.ground.problems import EXAMPLES, Code, Problem
from dateline.records.loading import load
from dateline.records.rules import check
from projects import CASES, ROOT

BASE = CASES / "base" / "content"
WITHOUT = {
    *(Code.NO_CONTENT, Code.UNREADABLE, Code.NOT_UTF8, Code.TOO_LARGE, Code.TEXT_TOO_LONG),  # no text can show them
    Code.TEMPLATE_ERROR,  # of templates
    Code.BAD_GEODATA,  # of files that are no records
    *(
        Code.TEXT_OF_TWO_SPEAKERS,
        Code.NEARLY_SAME_TEXT,
        Code.DISPUTE_CLOSED,
        Code.SEQ_AGAINST_TIME,
        Code.EVENT_TOLD_TWICE,
    ),  # of two files, each of which is right alone
    *(Code.ALT_MISSING, Code.CREDIT_MISSING, Code.LICENCE_MISSING, Code.UNUSED_IMAGE),  # of files that are no text
    *(Code.PARAGRAPH_CHANGED, Code.PARAGRAPH_MOVED, Code.PARAGRAPH_GONE, Code.PARAGRAPH_UNRECORDED),  # need the texts
    *(Code.TEXT_UNRECORDED, Code.NO_ARTICLE, Code.TEXT_ELSEWHERE, Code.TEXT_LOST),  # the same
    *(Code.LOCATOR_MISMATCH, Code.FIGURE_NOT_IN_PARAGRAPH, Code.WORDING_NOT_IN_PARAGRAPH, Code.DATE_NOT_IN_PARAGRAPH),
    *(Code.ACTOR_NOT_IN_PARAGRAPH, Code.PLACE_NOT_IN_PARAGRAPH, Code.LINK_DEAD, Code.LINK_MOVED, Code.LINK_UNREADABLE),
    Code.LOOKS_ALIKE,  # told by `dateline check --suggest`
    *(Code.ID_VANISHED, Code.ADDRESS_LOST, Code.HISTORY_MISSING),  # told of two revisions, by `dateline diff`
}


def problems_of(content: Path) -> list[Problem]:
    corpus, problems = load(content, content.parent)
    return sorted({*problems, *check(corpus)})


@pytest.mark.parametrize("code", EXAMPLES, ids=str)
def test_an_example_is_told_as_it_says_and_its_cure_cures(code: Code, tmp_path: Path) -> None:
    example = EXAMPLES[code]
    content = tmp_path / "content"
    shutil.copytree(BASE, content)
    file = content / example.file
    right = file.read_text(encoding="utf-8") if file.exists() else ""
    assert example.right in right
    file.write_text(right.replace(example.right, example.wrong, 1) if right else example.wrong, encoding="utf-8")
    told = [
        f"{problem.message} ({problem.hint})" if problem.hint else problem.message
        for problem in problems_of(content)
        if problem.code is code
    ]
    assert example.told in told
    mended = file.read_text(encoding="utf-8").replace(example.wrong, example.right, 1)
    file.write_text(mended, encoding="utf-8") if mended else file.unlink()
    assert problems_of(content) == []


def test_every_code_has_an_example_unless_no_record_can_show_it() -> None:
    assert set(EXAMPLES) | WITHOUT == set(Code)
    assert not set(EXAMPLES) & WITHOUT


def test_the_page_of_problems_in_the_tree_is_that_of_the_catalogue() -> None:
    page = CliRunner().invoke(main, ["explain", "--format", "markdown"]).output
    assert (ROOT / "generator" / "PROBLEMS.md").read_text(encoding="utf-8") == page, "run: make reference"
    assert [line[3:] for line in page.splitlines() if line.startswith("## ")] == list(Code)


def test_one_code_is_explained_with_its_example() -> None:
    said = CliRunner().invoke(main, ["explain", "UNKNOWN-ACTOR"]).output
    assert "    - by: [clrk]\n" in said
    assert "Told: there is no actor 'clrk' (did you mean 'clerk'?)" in said
    assert "    - by: [clerk]\n" in said
    listed = CliRunner().invoke(main, ["explain"]).output
    assert len(listed.splitlines()) == len(Code)

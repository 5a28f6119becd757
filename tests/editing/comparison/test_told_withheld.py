"""A comparison tells that something is withheld, and repeats nothing that it said: its readers are anybody."""

import shutil
from pathlib import Path
from typing import Final

import pytest
from dateline.editing.comparison import Comparison, compare, read_version
from dateline.editing.comparison.as_words import as_json, as_text
from dateline.editing.comparison.markdown import Links, as_markdown
from dateline.editing.comparison.side_by_side import side_by_side
from dateline.editing.comparison.unlinked import without_paragraphs
from planted import FLOOD, MAYOR, RELEASED, SMALL, TOWN
from projects import ROOT

WITHHELD: Final = "withheld: {until: never, reason: safety, on: 2020-09-01}\n"


def _compared(folder: Path, *edits: tuple[str, str, str], base: tuple[tuple[str, str, str], ...] = ()) -> Comparison:
    """Compare the small chronology after `base` with what becomes of it by further edits: file, old, new."""
    before = Path(shutil.copytree(SMALL, folder / "before" / "content"))
    _edit(before, *base)
    after = Path(shutil.copytree(before, folder / "after" / "content"))
    _edit(after, *edits)
    old, new = (read_version(content, content.parent) for content in (before, after))
    return compare(old, new, ROOT / "templates")


def _edit(content: Path, *edits: tuple[str, str, str]) -> None:
    for path, old, new in edits:
        text = (content / path).read_text(encoding="utf-8")
        assert old in text, path
        (content / path).write_text(text.replace(old, new), encoding="utf-8")


def _told(found: Comparison) -> str:
    """Return everything that anybody is told of a comparison."""
    parts = (as_text(found), as_markdown(found, Links()), as_json(found, ("a", "b")), side_by_side(found.pages))
    return "\n".join(parts)


def _kinds(found: Comparison) -> list[str]:
    return [f"{one.kind} {one.reference}" for one in found.differences]


def test_a_text_alone_is_told_by_its_key(tmp_path: Path) -> None:
    hidden = WITHHELD.replace("}", ", fields: [summary]}")
    found = _compared(tmp_path, (FLOOD, "summary: The river stood", f"{hidden}summary: The river stood"))
    assert _kinds(found) == ["event-withheld 2020-05-04-market-flooded"]
    assert [one.part for one in found.differences] == ["summary"]
    assert not found.problems
    told = _told(found)
    assert "stood in the square" not in told
    assert "withheld 2020-05-04-market-flooded: summary" in told


def test_a_text_that_changes_while_it_is_withheld_is_not_told(tmp_path: Path) -> None:
    hidden = WITHHELD.replace("}", ", fields: [summary]}")
    base = (FLOOD, "summary: The river stood", f"{hidden}summary: The river stood")
    assert _kinds(_compared(tmp_path, (FLOOD, "The river stood", "The canary stood"), base=(base,))) == []


def test_what_a_page_said_of_a_withheld_claim_is_not_shown_beside_what_it_says_now(tmp_path: Path) -> None:
    edit = (FLOOD, "text: The council closed all of", f"{WITHHELD}    text: The council closed all of")
    found = _compared(tmp_path, edit)
    assert _kinds(found) == ["claim-withheld 2020-05-04-market-flooded#held-by-water"]
    assert found.pages is not None
    assert "days/2020-05-04/" in found.pages.changed
    assert "closed all of" not in _told(found)
    assert "readers do not see it; its event's title and summary stay, and may still say it" in _told(found)


def test_a_record_that_goes_is_told_as_gone_with_nothing_that_its_page_said(tmp_path: Path) -> None:
    found = _compared(tmp_path, (RELEASED, "question:", f"{WITHHELD}question:"))
    assert "dispute-withheld was-water-released" in _kinds(found)
    assert found.pages is not None
    assert "disputes/was-water-released/" in found.pages.removed
    assert "The log of the gates" not in _told(found)
    assert "Did the dam company release water" not in _told(found)


def test_a_name_is_told_nowhere_once_whoever_bears_it_is_withheld(tmp_path: Path) -> None:
    names = ("The mayor", "THE MAYOR", "Le maire", "رئيس البلدية", "the town's head", "the-mayor")
    said = (FLOOD, "The market square was under water by noon.", f"{', '.join(names)} saw it under water.")
    found = _compared(
        tmp_path,
        (MAYOR, "name: The mayor", f"{WITHHELD}name: The mayor"),
        (FLOOD, said[2], "Somebody saw it under water."),
        (FLOOD, "the Herald and the mayor say", "the Herald says"),
        base=(said,),
    )
    assert "actor-withheld mayor" in _kinds(found)
    told = _told(found)
    assert ", ".join(["[withheld]"] * len(names)) in told
    assert [name for name in names if name.casefold() in told.casefold()] == []


def test_a_withheld_place_is_named_neither_in_faults_nor_in_red(tmp_path: Path) -> None:
    found = _compared(tmp_path, (TOWN, "kind:", f"{WITHHELD}kind:"))
    assert found.faults
    assert "Lower Wend" not in _told(found)


def test_what_is_shown_again_is_told_as_added(tmp_path: Path) -> None:
    base = (FLOOD, "text: The council closed all of", f"{WITHHELD}    text: The council closed all of")
    found = _compared(tmp_path, (FLOOD, f"{WITHHELD}    text", "text"), base=(base,))
    assert "claim-added 2020-05-04-market-flooded#held-by-water" in _kinds(found)
    assert "closed all of" in _told(found)


_GONE: Final = {("actor", "mayor"), ("source", "herald-2020-05-04"), ("claim", "an-event#a-claim")}


@pytest.mark.parametrize(
    "body, left",
    [
        ("One.\n\nTwo [he](actor:mayor).\n\nThree.", "One.\n\n\n\nThree."),
        ("One [a](source:herald-2020-05-04#p3) here.", ""),
        ("One [a](claim:an-event#a-claim).\n  \nTwo.", "\n  \nTwo."),
        ("One [a](claim:an-event#another), [b](actor:mayors).", "One [a](claim:an-event#another), [b](actor:mayors)."),
        ("One [he][m].\n\n[m]: actor:mayor\n", ""),
        ("No link.", "No link."),
    ],
)
def test_the_paragraphs_that_lead_to_what_is_withheld_are_left_out(body: str, left: str) -> None:
    assert without_paragraphs(body, _GONE) == left


EMBARGO: Final = "withheld: {until: 2020-12-01, reason: embargo, on: 2020-09-01}\n"


@pytest.mark.parametrize(
    "old, new, where",
    [
        ("title:", f"{EMBARGO}title:", (1, "event '2020-05-04-market-flooded'")),
        ("    control:", f"    {EMBARGO}    control:", (30, "claim '2020-05-04-market-flooded#held-by-water'")),
    ],
)
def test_what_readers_have_seen_is_under_no_embargo(tmp_path: Path, old: str, new: str, where: tuple[int, str]) -> None:
    found = _compared(tmp_path, (FLOOD, old, new))
    told = [one for one in found.problems if "embargo" in one.message]
    assert [(one.code, one.position.line, where[1] in one.message) for one in told] == [
        ("address-lost", where[0], True)
    ]
    once = _compared(tmp_path / "again", base=((FLOOD, old, new),))
    assert not once.problems


def test_what_is_new_may_be_under_an_embargo(tmp_path: Path) -> None:
    cite = "{source: herald-2020-05-04, paragraph: 1}"
    claim = f"  - id: new\n    text: New.\n    {EMBARGO}    reports: [{{cite: {cite}}}]\n"
    assert not _compared(tmp_path, (FLOOD, "history:\n", f"{claim}history:\n")).problems

"""The questions of an intake: what is sure is taken, what is not is asked or stops the command, and no word is lost."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import pytest
from dateline.cli.interview import (
    Options,
    Project,
    checked_accessed,
    checked_date,
    checked_language,
    checked_published,
    checked_text,
    checked_url,
    describe,
    settle_blocks,
)
from dateline.editing.drafting import KnownRecords
from dateline.editing.intake import Finding, Findings
from dateline.ground.extraction import Article, Block, BlockKind, Sign, TextForm
from dateline.records.loading import load
from hypothesis import given
from hypothesis import strategies as st
from projects import CASES

NOTHING = Options(
    id=None,
    title=None,
    publisher=None,
    published=None,
    published_note=None,
    url=None,
    language=None,
    kind=None,
    access=None,
    accessed=None,
    reading=None,
    extent="whole",
    body=None,
    join=(),
    rights="quotable",
    note=None,
    copy_of=None,
    not_a_copy=False,
    archive=False,
    draft_claims=False,
    yes=False,
)
"""A command on which nothing was said."""
FOUND = Findings(
    title=Finding("The well is shut"),
    publisher=Finding(),
    published=Finding("2021-03-04"),
    url=Finding("https://gazette.example/well"),
    language=Finding("en"),
)
"""An article of which all that can be known is sure."""


class Typed:
    """Somebody who answers what is asked, in its order, and sees what was asked."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    def __call__(self, question: str, *, default: str | None = None, **options: Any) -> str:
        self.asked.append(question.strip())
        read: Callable[[str], str] = options.get("value_proc") or str
        while True:
            try:
                return read(self.answers.pop(0) or (default or ""))
            except click.BadParameter as error:
                self.asked.append(f"refused: {error.message}")


def project(folder: Path, **changed: Any) -> Project:
    empty = KnownRecords(load(CASES / "none", CASES)[0])
    return replace(
        Project(folder=folder, actors={}, places={}, sources={}, masthead=None, taken=frozenset(), shelf=empty),
        **changed,
    )


# --- what is typed ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", "  ", "a\x07b", "\x1b[31mred", "a\x85b\x00", "\x7f"])
def test_a_text_of_nothing_or_with_what_drives_a_terminal_is_refused(text: str) -> None:
    with pytest.raises(click.BadParameter, match="empty, or has control characters"):
        checked_text(text)


@pytest.mark.parametrize(
    "text, tidy", [(" a \n b ", "a b"), ("a\u200fb", "a\u200fb"), ("\u00a0a\u2003b", "a b"), ("é", "é")]
)
def test_a_text_is_on_one_line_and_keeps_marks_of_direction(text: str, tidy: str) -> None:
    assert checked_text(text) == tidy


@given(st.text(max_size=20))
def test_a_checked_text_is_checked_already(text: str) -> None:
    try:
        tidy = checked_text(text)
    except click.BadParameter:
        assert not text.strip() or any(not char.isprintable() for char in text)
    else:
        assert checked_text(tidy) == tidy
        assert tidy.split() == text.split()


@pytest.mark.parametrize(
    "text, date",
    [("2021-03-04", "2021-03-04"), ("4 March 2021", "2021-03-04"), ("March 2021", "2021-03"), ("2021~", "2021~")],
)
def test_a_date_is_taken_as_people_write_it(text: str, date: str) -> None:
    assert checked_date(text) == date


def test_what_was_read_otherwise_than_it_is_typed_is_said_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    checked_date("2021-03-04")
    assert capsys.readouterr().err == ""
    checked_date("4 March 2021")
    assert capsys.readouterr().err.startswith("Read as 2021-03-04: ")


@pytest.mark.parametrize("text", ["", "some day", "2021-02-30", "4/3/21 or so"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(click.BadParameter):
        checked_date(text)


def test_a_day_of_another_calendar_is_told_by_its_calendar() -> None:
    with pytest.raises(click.BadParameter, match="calendar"):
        checked_date("28 Safar 1439 AH")


@pytest.mark.parametrize(
    "text, days",
    [
        ("2021-03-01/2021-03-04", "[2021-03-01..2021-03-04]"),
        ("2021-03-01/..", "[2021-03-01..]"),
        ("../2021", "[..2021-12-31]"),
    ],
)
def test_a_publication_that_lasted_is_refused_with_the_days_among_which_it_was(text: str, days: str) -> None:
    with pytest.raises(click.BadParameter) as refused:
        checked_published(text)
    assert days in refused.value.message
    assert checked_published(days) == days


def test_today_is_a_day_and_any_other_word_is_not() -> None:
    assert len(checked_accessed("today")) == len("2021-03-04")
    assert checked_accessed("2021-03-04") == "2021-03-04"
    with pytest.raises(click.BadParameter):
        checked_accessed("yesterday evening")


@pytest.mark.parametrize("text, told", [("english", "is no language code"), ("pt_BR", "write pt-BR"), (" ", "empty")])
def test_what_is_no_code_of_a_language_is_refused_as_the_check_refuses_it(text: str, told: str) -> None:
    with pytest.raises(click.BadParameter, match=told):
        checked_language(text)
    assert checked_language("pt-BR") == "pt-BR"


@pytest.mark.parametrize("text", ["gazette.example", "javascript:alert(1)", "https://", "ftp://x.example/a", ""])
def test_an_address_is_a_whole_one_of_the_web(text: str) -> None:
    with pytest.raises(click.BadParameter):
        checked_url(text)
    assert checked_url("https://x.example/a?b=c#d") == "https://x.example/a?b=c#d"


# --- ids -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text, told", [("A b", "is no id"), ("a" * 81, "is no id"), ("con", "Windows"), ("used", "nothing is overwritten")]
)
def test_an_id_is_new_and_can_be_a_files_name_everywhere(tmp_path: Path, text: str, told: str) -> None:
    here = project(tmp_path, taken=frozenset({"used"}))
    with pytest.raises(click.BadParameter, match=told):
        here.checked_id(text)
    assert here.checked_id("unused") == "unused"


def test_a_publisher_that_nobody_knows_is_refused_or_made(tmp_path: Path) -> None:
    with pytest.raises(click.BadParameter, match="or leave the publisher blank"):
        project(tmp_path).checked_publisher("Gazette")
    made = project(tmp_path, makes=lambda name: f"made-of-{name.lower()}")
    assert made.checked_publisher("Gazette") == "made-of-gazette"
    with pytest.raises(click.BadParameter):
        project(tmp_path, makes=lambda _: None).checked_publisher("Gazette")
    with pytest.raises(click.BadParameter):
        project(tmp_path).checked_source("gazette-2021")


# --- what the source is ----------------------------------------------------------------------------------------------


def test_what_was_found_for_sure_needs_no_question_but_an_id_is_never_taken_unsaid(tmp_path: Path) -> None:
    said = replace(NOTHING, id="well")
    draft, id_ = describe(FOUND, said, project(tmp_path), None)
    assert id_ == "well"
    assert (draft.title, draft.published, draft.publisher) == ("The well is shut", "2021-03-04", None)
    assert (draft.url, draft.language, draft.kind) == ("https://gazette.example/well", "en", "article")
    assert (draft.accessed, draft.reading, draft.publisher_hint) == (None, None, "not found")
    with pytest.raises(click.ClickException, match="--yes takes it"):
        describe(FOUND, NOTHING, project(tmp_path), None)
    _, suggested = describe(FOUND, replace(NOTHING, yes=True), project(tmp_path), None)
    assert suggested


def test_what_was_said_counts_before_what_was_found(tmp_path: Path) -> None:
    said = replace(
        NOTHING, id="well", title="Another", published="2020", url="", kind="post", accessed="2021", reading="original"
    )
    draft, _ = describe(FOUND, said, project(tmp_path), None)
    assert (draft.title, draft.published, draft.url) == ("Another", "2020", "")
    assert (draft.kind, draft.accessed, draft.reading) == ("post", "2021", "original")


@pytest.mark.parametrize(
    "finding, told",
    [
        (
            Finding("Guess", "of the head", is_sure=False),
            "title is not certain, and nobody can be asked: Guess (of the head).",
        ),
        (
            Finding(None, "two heads", is_sure=False, choices=("A", "B")),
            "nobody can be asked: A or B. Say it with --title.",
        ),
        (Finding(None, "no head", is_sure=False), "nobody can be asked: no head. Say it with --title."),
    ],
)
def test_what_is_not_certain_stops_where_nobody_can_be_asked(tmp_path: Path, finding: Finding, told: str) -> None:
    with pytest.raises(click.ClickException) as refused:
        describe(replace(FOUND, title=finding), replace(NOTHING, id="well"), project(tmp_path), None)
    assert told in refused.value.message
    assert ("--yes takes it" in refused.value.message) is (finding.value is not None)


def test_a_guess_is_taken_by_yes_and_where_there_is_none_that_stops_too(tmp_path: Path) -> None:
    yes = replace(NOTHING, id="well", yes=True)
    guessed = replace(FOUND, title=Finding("Guess", is_sure=False))
    assert describe(guessed, yes, project(tmp_path), None)[0].title == "Guess"
    with pytest.raises(click.ClickException, match="--title"):
        describe(replace(FOUND, title=Finding(is_sure=False)), yes, project(tmp_path), None)


def test_a_found_value_that_cannot_be_recorded_is_refused_as_a_typed_one_is(tmp_path: Path) -> None:
    with pytest.raises(click.BadParameter):
        describe(replace(FOUND, url=Finding("no address")), replace(NOTHING, id="well"), project(tmp_path), None)


def test_somebody_is_asked_for_what_is_not_sure_for_what_was_read_and_for_the_id(tmp_path: Path) -> None:
    somebody = Typed("", "", "2021-03-05", "copy", "stored-copy", "A b", "well")  # the title's guess, a blank, …
    unsure = replace(FOUND, title=Finding("Guess", "the head", is_sure=False), publisher=Finding(is_sure=False))
    draft, id_ = describe(unsure, NOTHING, project(tmp_path), somebody)
    assert (draft.title, draft.publisher, draft.accessed, draft.reading, id_) == (
        *("Guess", None),
        *("2021-03-05", "stored-copy", "well"),
    )
    assert [asked.partition(" (")[0] for asked in somebody.asked if not asked.startswith("refused")] == [
        *("title", "publisher", "The day on which you read it"),
        *("What you read", "The record's id, which is for ever"),
    ]
    assert sum(asked.startswith("refused") for asked in somebody.asked) == 2
    assert somebody.answers == []


# --- what the blocks are ---------------------------------------------------------------------------------------------

SENTENCE = "The clerk of Lindwell said on Monday that the old well had been shut until further notice."
UNSURE = Sign(BlockKind.BODY, "a passage that somebody quotes", is_sure=False)
DROPPED = Sign(BlockKind.LEGAL, "it may be a notice", is_sure=False)


def article(*blocks: Block) -> Article:
    return Article(form=TextForm.TEXT, blocks=blocks)


def test_blocks_that_are_certain_are_settled_without_a_question() -> None:
    judged = settle_blocks(article(Block(SENTENCE), Block(f"{SENTENCE} It was dry.")), NOTHING, None)
    assert [(block.kind, block.is_sure) for block in judged] == [(BlockKind.BODY, True)] * 2


def test_a_block_that_is_not_certain_stops_and_yes_takes_it_only_where_no_word_is_dropped() -> None:
    kept, dropped = article(Block(SENTENCE, by_markup=UNSURE)), article(Block(SENTENCE, by_markup=DROPPED))
    with pytest.raises(click.ClickException) as refused:
        settle_blocks(kept, NOTHING, None)
    assert "block 1 (" in refused.value.message
    assert "--yes (takes the guesses" in refused.value.message
    assert [block.kind for block in settle_blocks(kept, replace(NOTHING, yes=True), None)] == [BlockKind.BODY]
    with pytest.raises(click.ClickException) as refused:
        settle_blocks(dropped, replace(NOTHING, yes=True), None)
    assert "--yes" not in refused.value.message


def test_what_the_option_says_of_the_blocks_settles_them() -> None:
    two = article(Block(SENTENCE, by_markup=UNSURE), Block(f"{SENTENCE} It was dry.", by_markup=DROPPED))
    judged = settle_blocks(two, replace(NOTHING, body="1"), None)
    assert [block.is_sure for block in judged] == [True, True]
    assert [block.kind is BlockKind.BODY for block in judged] == [True, False]
    with pytest.raises(click.UsageError):
        settle_blocks(two, replace(NOTHING, body="3"), None)


def test_each_block_that_is_not_certain_is_asked_about_once_by_the_number_of_its_kind() -> None:
    kinds = [kind.value for kind in BlockKind]
    somebody = Typed(str(kinds.index("left out") + 1), str(kinds.index("body") + 1))
    two = article(Block(SENTENCE, by_markup=UNSURE), Block(f"{SENTENCE} It was dry.", by_markup=DROPPED))
    judged = settle_blocks(two, NOTHING, somebody)
    assert [block.kind for block in judged] == [BlockKind.LEFT_OUT, BlockKind.BODY]
    assert somebody.asked == ["What is block 1?", "What is block 2?"]

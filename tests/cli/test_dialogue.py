"""Questions in the terminal: back, help, and choices by number."""

import click
from click.testing import CliRunner
from dateline.cli.answers import Answers, a_text, one_of
from dateline.cli.dialogue import ask_again, going_back
from dateline.records.types import Event

KINDS = ("flood", "warning")


def asked(*typed: str) -> tuple[list[str | None], str]:
    """Return the answers to three questions, and what stood on the screen."""
    found: list[str | None] = []

    @click.command()
    @going_back
    def command() -> None:
        answers = Answers(asks=True, about=Event)
        title = answers.one("title", None, "Headline", a_text)
        kind = answers.one("kind", None, "Kind", one_of(*KINDS), choices=KINDS)
        note = answers.maybe("note", None, "Note", a_text)
        found.extend((title, kind, note))

    done = CliRunner().invoke(command, input="".join(f"{line}\n" for line in typed))
    assert done.exception is None, done.output
    return found, done.output


def asked_of_a_source(*typed: str) -> tuple[list[str], str]:
    """Return the answers to two questions as an intake asks them, and what stood on the screen."""
    found: list[str] = []

    @click.command()
    @going_back
    def command() -> None:
        found.clear()
        found.append(ask_again("Title", meaning="The title that it bears."))
        found.append(ask_again("Kind", choices=KINDS, value_proc=one_of(*KINDS)))

    done = CliRunner().invoke(command, input="".join(f"{line}\n" for line in typed))
    assert done.exception is None, done.output
    return found, done.output


def test_questions_of_an_intake_have_help_numbers_and_a_way_back_as_all_others() -> None:
    found, screen = asked_of_a_source("?", "A", "?", "<", "B", "2")
    assert found == ["B", "warning"]
    assert "The title that it bears. < goes back" in screen
    assert "Kind. < goes back" in screen
    assert "'?'" not in screen


def test_a_choice_is_given_by_its_number_or_its_word() -> None:
    assert asked("A", "2", "")[0] == ["A", "warning", None]
    assert asked("A", "flood", "n")[0] == ["A", "flood", "n"]
    assert "    1  flood\n    2  warning\n" in asked("A", "2", "")[1]


def test_a_number_that_no_choice_has_is_asked_again() -> None:
    found, screen = asked("A", "3", "1", "")
    assert found == ["A", "flood", None]
    assert "'3' is none of: flood, warning" in screen


def test_a_number_is_itself_where_there_is_nothing_to_choose() -> None:
    assert asked("2", "1", "1")[0] == ["2", "flood", "1"]


def test_one_goes_back_as_far_as_one_likes_and_nothing_else_is_asked_twice() -> None:
    found, screen = asked("A", "1", "<", "2", "<", "<", "B", "1", "n")
    assert found == ["B", "flood", "n"]
    assert screen.count("Headline") == 2


def test_before_the_first_question_there_is_none() -> None:
    found, screen = asked("<", "A", "1", "")
    assert found == ["A", "flood", None]
    assert "This is the first question." in screen


def test_help_says_what_the_key_means_and_asks_again() -> None:
    found, screen = asked("?", "A", "?", "1", "")
    assert found == ["A", "flood", None]
    assert "A headline in the editors' own neutral words. < goes back" in screen
    assert "What kind of event, a word of the vocabulary's event_kinds. < goes back" in screen

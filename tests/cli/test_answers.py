"""Answers for a new record: said, asked for or missing; told with the option's name, all at once."""

from collections.abc import Callable
from typing import Any

import click
import pytest
from click.testing import CliRunner
from dateline.cli.answers import Answers, a_coordinate, a_date, a_text, one_of
from dateline.editing.drafting import UnknownError
from hypothesis import given
from hypothesis import strategies as st


def asked(ask: Callable[[Answers], Any], typed: str = "", *, asks: bool = True) -> tuple[Any, str]:
    """Return what was answered, and what stood on the screen."""
    found: list[Any] = []

    @click.command()
    def command() -> None:
        answers = Answers(asks)
        found.append(ask(answers))
        answers.complete()

    done = CliRunner().invoke(command, input=typed)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return (found or [None])[0], done.output


def test_what_was_said_is_not_asked() -> None:
    assert asked(lambda answers: answers.one("title", " A  well ", "Title", a_text)) == ("A well", "")
    assert asked(lambda answers: answers.maybe("title", "A well", "Title", a_text)) == ("A well", "")
    assert asked(lambda answers: answers.many("side", ["a", "b"], "Sides", one_of("a", "b"))) == (["a", "b"], "")


def test_what_was_not_said_is_asked_until_it_is_right() -> None:
    found, screen = asked(lambda answers: answers.one("kind", None, "Kind", one_of("well", "mill")), "weell\nmill\n")
    assert found == "mill"
    assert screen.count("Kind:") == 2
    assert "'weell' is none of: well, mill" in screen


def test_a_default_is_taken_by_an_empty_line_and_where_nobody_can_be_asked() -> None:
    def ask(answers: Answers) -> Any:
        return answers.one("kind", None, "Kind", one_of("well", "mill"), default="well")

    assert asked(ask, "\n")[0] == "well"
    assert asked(ask, asks=False) == ("well", "")


def test_where_nobody_can_be_asked_all_that_is_missing_is_told_at_once() -> None:
    def ask(answers: Answers) -> None:
        assert answers.one("title", None, "Title", a_text) is None
        assert answers.one("date", "2017", "Date", a_date) is not None
        assert answers.maybe("note", None, "Note", a_text) is None
        assert answers.many("side", (), "Sides", a_text) == []
        assert answers.one("kind", None, "Kind", a_text) is None

    _, screen = asked(ask, asks=False)
    assert "nobody can be asked here, and these are missing: --title, --kind" in screen


def test_an_empty_line_answers_what_need_not_be_answered() -> None:
    assert asked(lambda answers: answers.maybe("note", None, "Note", a_text), "\n")[0] is None
    assert asked(lambda answers: answers.maybe("note", None, "Note", a_text), " x \n")[0] == "x"
    assert asked(lambda answers: answers.many("side", (), "Sides", a_text), "\n")[0] == []


def test_several_answers_are_parted_by_commas_and_each_is_checked() -> None:
    found, screen = asked(lambda answers: answers.many("side", (), "Sides", one_of("a", "b")), "a, c\n a,,b ,\n")
    assert found == ["a", "b"]
    assert "'c' is none of: a, b" in screen


@pytest.mark.parametrize("error", [UnknownError("no such thing"), click.BadParameter("no such thing")])
def test_a_refusal_names_the_option(error: Exception) -> None:
    def refusing(_: str) -> str:
        raise error

    _, screen = asked(lambda answers: answers.one("place", "x", "Place", refusing))
    assert "Invalid value for --place: no such thing" in screen


def test_a_refusal_that_names_its_own_option_keeps_it() -> None:
    def refusing(_: str) -> str:
        raise click.BadParameter("no such thing", param_hint="--other")

    assert "--other: no such thing" in asked(lambda answers: answers.one("place", "x", "Place", refusing))[1]


@pytest.mark.parametrize(
    "axis, text, value",
    [
        ("lat", "34.4523", 34.4523),
        ("lon", "-3.25", -3.25),
        ("lat", "34°27\N{PRIME}08\N{DOUBLE PRIME}N", 34.452222),
        ("lon", "3°15\N{PRIME}W", -3.25),
    ],
)
def test_a_coordinate_is_read_as_maps_print_it(axis: str, text: str, value: float) -> None:
    assert a_coordinate(axis)(text) == pytest.approx(value, abs=1e-5)


@pytest.mark.parametrize(
    "axis, text",
    [
        ("lat", "91"),
        ("lon", "181"),
        ("lat", "3°15\N{PRIME}W"),
        ("lon", "34°N"),
        ("lat", ""),
        ("lat", "nan"),
        ("lon", "x"),
    ],
)
def test_what_is_no_coordinate_of_this_axis_is_refused(axis: str, text: str) -> None:
    with pytest.raises(click.BadParameter, match=f"is no {axis}: write decimal degrees"):
        a_coordinate(axis)(text)


@given(st.sampled_from(["lat", "lon"]), st.text(max_size=12))
def test_whatever_is_typed_for_a_coordinate_is_one_or_is_refused(axis: str, text: str) -> None:
    try:
        found = a_coordinate(axis)(text)
    except click.BadParameter:
        return
    assert abs(found) <= {"lat": 90, "lon": 180}[axis]


@given(st.text(max_size=20))
def test_whatever_is_typed_for_a_text_or_a_date_is_one_or_is_refused(text: str) -> None:
    for check in (a_text, a_date):
        try:
            found = str(check(text))
        except click.BadParameter:
            continue
        assert found.strip()
        assert "\n" not in found

"""Questions in the terminal, with a way back, a word of help, and choices by number."""

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, ParamSpec, TypeVar

import click

from dateline.cli.reporting import printable

BACK: Final = "<"
HELP: Final = "?"
_KEY: Final = "dateline.cli.dialogue"
T = TypeVar("T")
P = ParamSpec("P")


class BackError(Exception):
    """Whoever answers wants the question before once more."""


@dataclass
class Dialogue:
    """What was answered so far, so that a command that is begun anew asks nothing twice."""

    given: list[str] = field(default_factory=list)
    _next: int = 0

    def begin(self) -> None:
        """Go to the first question."""
        self._next = 0

    def ask(self, question: "Question", read: Callable[[str], T]) -> T:
        """Return the answer to a question, asked until it can be read; `<` raises BackError."""
        if self._next < len(self.given):
            self._next += 1
            return read(self.given[self._next - 1])
        _show(question.choices)
        while True:
            typed = click.prompt(question.text, default=question.default, show_default=question.shows_default)
            if typed.strip() == HELP:
                click.echo(printable(f"{question.meaning or question.text}. {_WAYS}"))
            elif typed.strip() == BACK and self.given:
                raise BackError
            elif typed.strip() == BACK:
                click.echo("This is the first question.")
            else:
                text = _chosen(typed, question.choices)
                try:
                    value = read(text)
                except click.UsageError as error:
                    click.echo(f"Error: {error.message}")
                    continue
                self.given.append(text)
                self._next += 1
                return value


_WAYS: Final = f"{BACK} goes back to the question before; a choice may be given by its number"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, with what it means at length, and the words that it may be answered with."""

    text: str
    meaning: str = ""
    choices: Sequence[str] = ()
    default: str | None = None
    shows_default: bool = True


def going_back(command: Callable[P, T]) -> Callable[P, T]:
    """Let a command that asks be gone back in: it is begun anew, with all answers but the last."""

    @functools.wraps(command)
    def again(*said: P.args, **options: P.kwargs) -> T:
        dialogue = dialogue_here()
        while True:
            dialogue.begin()
            try:
                return command(*said, **options)
            except BackError:
                dialogue.given.pop()

    return again


def dialogue_here() -> Dialogue:
    """Return the dialogue of the command that runs; outside of one, a new one."""
    context = click.get_current_context(silent=True)
    meta: dict[str, Any] = context.meta if context is not None else {}
    dialogue: Dialogue = meta.setdefault(_KEY, Dialogue())
    return dialogue


def _show(choices: Sequence[str]) -> None:
    for number, word in enumerate(choices, 1):
        click.echo(printable(f"  {number:>3}  {word}"))


def _chosen(typed: str, choices: Sequence[str]) -> str:
    """Return the choice that a number stands for, or what was typed."""
    plain = typed.strip()
    is_number = plain.isascii() and plain.isdecimal() and len(plain) <= 3  # noqa: PLR2004 - no list is longer
    return choices[int(plain) - 1] if is_number and 0 < int(plain) <= len(choices) else typed

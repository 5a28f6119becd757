"""Questions in the terminal, with a way back, a word of help, and choices by number."""

import functools
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, ParamSpec, TypeAlias, TypeVar

import click

from dateline.cli import kept_answers
from dateline.cli.projects import root_here
from dateline.cli.reporting import printable
from dateline.cli.terminal import can_ask
from dateline.records.types import RecordKind

BACK: Final = "<"
HELP: Final = "?"
_KEY: Final = "dateline.cli.dialogue"
T = TypeVar("T")
P = ParamSpec("P")


class BackError(Exception):
    """Whoever answers wants the question before once more."""


class _HelpError(Exception):
    """Whoever answers wants to know what is asked."""


class AnewError(Exception):
    """What was answered calls for the records to be read anew, and all questions with them."""


class UnknownRecordError(click.BadParameter):
    """An answer names a record that is not there, of a kind that can be made on the spot."""

    def __init__(self, message: str, kind: RecordKind, name: str, option: str) -> None:
        super().__init__(message, param_hint=option)
        self.kind, self.name = kind, name


Maker: TypeAlias = Callable[[RecordKind, str], bool]
"""Makes a record of a kind and name on the spot, if whoever answers wants it; returns whether it did."""


@dataclass
class Dialogue:
    """What was answered so far, so that a command that is begun anew asks nothing twice."""

    given: list[str] = field(default_factory=list)
    _next: int = 0

    def begin(self) -> None:
        """Go to the first question."""
        self._next = 0

    def given_already(self, read: Callable[[str], T], makes: Maker | None = None) -> list[T]:
        """Return the answer that was given before, alone in a list; nothing where none was, or it holds no longer.

        An answer that names several records which are not there holds until the last of them is made.
        """
        if self._next < len(self.given):
            try:
                value = read(self.given[self._next])
            except click.UsageError as error:
                if makes and isinstance(error, UnknownRecordError):
                    click.echo(f"Error: {error.message}")
                    if makes(error.kind, error.name):
                        raise AnewError from None
                del self.given[self._next :]
            else:
                self._next += 1
                return [value]
        return []

    def take(self, text: str) -> None:
        """Remember an answer."""
        self.given.append(text)
        self._next += 1

    def ask(self, question: "Question", read: Callable[[str], T], makes: Maker | None = None) -> T:
        """Return the answer to a question, asked until it can be read; `<` raises BackError."""
        for value in self.given_already(read, makes):
            return value
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
                    if makes and isinstance(error, UnknownRecordError) and makes(error.kind, error.name):
                        self.take(text)
                        raise AnewError from None
                    continue
                self.take(text)
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
    """Let a command that asks be gone back in: it is begun anew, with all answers but the last.

    Where it is interrupted, its answers are kept, and the same command goes on from there.
    """

    @functools.wraps(command)
    def again(*said: P.args, **options: P.kwargs) -> T:
        dialogue, path = dialogue_here(), _place_of_answers()
        dialogue.given = kept_answers.kept(path)
        if dialogue.given and can_ask():
            click.echo(f"Going on from {_counted(dialogue)} ({BACK} goes back; remove {path} to begin anew)")
        try:
            result = _to_the_end(dialogue, lambda: command(*said, **options))
        except (click.Abort, KeyboardInterrupt, EOFError):
            if dialogue.given and kept_answers.keep(path, dialogue.given):
                click.echo(f"\nInterrupted: {_counted(dialogue)} kept in {path}; the same command goes on from there.")
            raise
        except BaseException:
            if can_ask():
                kept_answers.forget(path)
            raise
        kept_answers.forget(path)
        return result

    return again


def _to_the_end(dialogue: Dialogue, command: Callable[[], T]) -> T:
    """Run what asks, anew as often as somebody goes back."""
    while True:
        dialogue.begin()
        try:
            return command()
        except BackError:
            dialogue.given.pop()
        except AnewError:
            continue


@contextmanager
def aside() -> Iterator[Callable[[Callable[[], T]], T]]:
    """Yield what runs questions between two of another dialogue, whose answers they are none of."""
    meta: dict[str, Any] = click.get_current_context().meta
    before, dialogue = meta.get(_KEY), Dialogue()
    meta[_KEY] = dialogue
    try:
        yield functools.partial(_to_the_end, dialogue)
    finally:
        meta[_KEY] = before


def ask_again(question: str, *, meaning: str = "", choices: Sequence[str] = (), **options: Any) -> Any:
    """Ask as click.prompt does, with a way back, a word of help and choices by number, and remember the answer."""
    dialogue, type_ = dialogue_here(), options.pop("type", None)
    read = options.pop("value_proc", None) or (lambda text: type_.convert(text, None, None) if type_ else text)
    for value in dialogue.given_already(read):
        return value

    def heard(text: str) -> Any:
        if text.strip() == HELP:
            raise _HelpError
        if text.strip() == BACK and dialogue.given:
            raise BackError
        return read(_chosen(text, choices))

    _show(choices)
    while True:
        try:
            value = click.prompt(question, value_proc=heard, **options)
        except _HelpError:
            click.echo(printable(f"{(meaning or question.strip()).rstrip('.')}. {_WAYS}"))
        else:
            dialogue.take(str(value))
            return value


def _place_of_answers() -> Path:
    context = click.get_current_context()
    return kept_answers.place_of(root_here(), context.command_path, context.params)


def _counted(dialogue: Dialogue) -> str:
    return f"{len(dialogue.given)} answer{'s' * (len(dialogue.given) != 1)}"


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

"""Words that a command takes of a list: a wrong one is told as every other problem, with the word that is near."""

from typing import Any, Final

import click

from dateline.cli.reporting import printable
from dateline.ground.problems import Code, did_you_mean

_USAGE: Final = 2


class WrongWordError(click.ClickException):
    """A word that is none of those that a command takes in this place."""

    exit_code = _USAGE

    def show(self, file: Any = None) -> None:
        """Tell it with its code."""
        click.echo(f"error [{Code.UNKNOWN_WORD}] {printable(self.message)}", file=file, err=file is None)


def told_of_word(word: str, known: tuple[str, ...]) -> str:
    """Return that a word is none of those known, and which is meant, or all of them."""
    near = did_you_mean(word.casefold().replace(" ", "-"), known)
    every = ", ".join(known)
    return f"'{word}' is no word that is taken here ({near or f'one of: {every}'})"


class Word(click.Choice):  # type: ignore[type-arg]
    """One of some words."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the word, or stop with a suggestion."""
        if value in self.choices:
            return super().convert(value, param, ctx)
        raise WrongWordError(told_of_word(str(value), tuple(map(str, self.choices))))

"""Problems as text, for people, for GitHub, and for other tools."""

import json
import os
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final
from urllib.parse import quote

import click
from rich.console import Console
from rich.text import Text

from dateline import __version__
from dateline.ground.escaping import forge
from dateline.ground.problems import CATALOGUE, Code, Position, Problem, Severity
from dateline.ground.yamltree import MAX_BYTES

_SARIF_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_STYLE: Final = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
_LONGEST_LINE: Final = 160
_LISTED: Final = 40
"""How many problems of a code are listed in Markdown; the others are counted."""
_LONGEST_MESSAGE: Final = 400
_LONGEST_MARKDOWN: Final = 60_000
"""In bytes; GitHub takes 65,536 characters."""
_REFUSED_FILES: Final = frozenset({Code.UNREADABLE, Code.TOO_LARGE, Code.NOT_UTF8})


def seen_from(here: Path, root: Path, problems: Iterable[Problem]) -> list[Problem]:
    """Return problems with their paths relative to `here` instead of `root`."""
    return [replace(problem, position=place_seen_from(here, root, problem.position)) for problem in problems]


def place_seen_from(here: Path, root: Path, place: Position) -> Position:
    """Return a place with its path relative to `here` instead of `root`."""
    return replace(place, path=_shown(here, root / place.path))


def report(problems: Sequence[Problem], form: str) -> None:
    """Print `problems` in one of the FORMATS."""
    FORMATS[form](problems)


def summary(problems: Sequence[Problem]) -> str:
    """Return the count of problems: "2 errors, 1 warning"."""
    if not problems:
        return "No problems."
    found = Counter(problem.severity for problem in problems)
    counts = [f"{found[one]} {one}{'s' * (found[one] != 1)}" for one in Severity if found[one]]
    return ", ".join(counts) + "."


def printable(text: str) -> str:
    """Return `text` with what could drive a terminal made visible."""
    return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in text)


def _shown(here: Path, path: Path) -> str:
    try:
        return Path(os.path.relpath(path, here)).as_posix()
    except ValueError:  # on Windows, two drives have no way from one to the other
        return path.as_posix()


def _as_text(problems: Sequence[Problem]) -> None:
    console = Console(highlight=False, soft_wrap=True)
    for problem in problems:
        if console.is_terminal:
            console.print(_in_colour(problem))
        else:
            click.echo(printable(str(problem)))
    console.print(summary(problems), style="bold" if problems else "green")


def _in_colour(problem: Problem) -> Text:
    style = _STYLE[problem.severity]
    text = Text.assemble(
        (printable(str(problem.position)), "bold"),
        ": ",
        (problem.severity.value, style),
        (f" [{problem.code}] ", "dim"),
        printable(problem.message),
    )
    line = _line_of(problem)
    if line is not None:
        gutter = f"{problem.position.line:>5} | "
        caret = " " * (len(gutter) + problem.position.column - 1) + "^"
        text.append(f"\n{gutter}", "dim").append(line).append(f"\n{caret}", style)
    if problem.hint:
        text.append("\n      = ", "dim").append(printable(problem.hint), "cyan")
    return text.append("\n")


def _line_of(problem: Problem) -> str | None:
    """Return the line that a problem is in, unless it is too long or has what a terminal obeys.

    A file that was refused is not opened again: it may be a link to anything, or endless.
    """
    path = Path(problem.position.path)
    if problem.code in _REFUSED_FILES:
        return None
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
            return None
        lines = path.read_text(encoding="utf-8-sig").splitlines()
        line = lines[problem.position.line - 1]
    except (OSError, ValueError, IndexError):
        return None
    return line if line.isprintable() and 0 < len(line) <= _LONGEST_LINE else None


def _as_github(problems: Sequence[Problem]) -> None:
    """Print workflow commands, which GitHub shows at their lines in a pull request."""
    for problem in problems:
        here = problem.position
        properties = {
            "file": here.path,
            "line": str(here.line),
            "col": str(here.column),
            "title": f"Dateline: {problem.code}",
        }
        written = ",".join(f"{key}={_github_property(value)}" for key, value in properties.items())
        message = f"{problem.message} ({problem.hint})" if problem.hint else problem.message
        level = "notice" if problem.severity is Severity.NOTE else problem.severity
        click.echo(f"::{level} {written}::{_github_data(message)}")


def _github_data(text: str) -> str:
    return printable(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _github_property(text: str) -> str:
    return _github_data(text).replace(":", "%3A").replace(",", "%2C")


def _as_markdown(problems: Sequence[Problem]) -> None:
    """Print GitHub's Markdown, grouped by code, short enough for an issue or a summary."""
    room = _LONGEST_MARKDOWN
    for line in _in_markdown(problems):
        room -= len(line.encode()) + 1
        if room < 0:
            click.echo("\n… and more than fits here.")
            return
        click.echo(line)


def _in_markdown(problems: Sequence[Problem]) -> Iterator[str]:
    yield summary(problems)
    for code in sorted({problem.code for problem in problems}):
        entry, found = CATALOGUE[code], [problem for problem in problems if problem.code is code]
        yield from ("", f"### {code} ({len(found)})", "", f"Told when {entry.meaning}. {entry.cure}", "")
        for problem in found[:_LISTED]:
            hint = f" ({problem.hint})" if problem.hint else ""
            yield f"- {forge(str(problem.position))}: {forge(f'{problem.message}{hint}'[:_LONGEST_MESSAGE])}"
        if len(found) > _LISTED:
            yield f"- … and {len(found) - _LISTED} more"


def _as_json(problems: Sequence[Problem]) -> None:
    click.echo(json.dumps([problem.as_object() for problem in problems], indent=2))


def _as_sarif(problems: Sequence[Problem]) -> None:
    """Print SARIF 2.1.0 (OASIS), which code-scanning tools read."""
    codes = sorted({problem.code for problem in problems})
    rules = [
        {
            "id": code.value,
            "shortDescription": {"text": CATALOGUE[code].meaning},
            "help": {"text": CATALOGUE[code].cure},
        }
        for code in codes
    ]
    driver = {"name": "Dateline", "version": __version__, "rules": rules}
    run = {"tool": {"driver": driver}, "results": [_sarif_result(problem) for problem in problems]}
    click.echo(json.dumps({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2))


def _sarif_result(problem: Problem) -> dict[str, object]:
    here = problem.position
    message = f"{problem.message} ({problem.hint})" if problem.hint else problem.message
    location = {
        "artifactLocation": {"uri": quote(here.path)},
        "region": {"startLine": here.line, "startColumn": here.column},
    }
    return {
        "ruleId": problem.code.value,
        "level": problem.severity.value,
        "message": {"text": message},
        "locations": [{"physicalLocation": location}],
    }


FORMATS: Final[dict[str, Callable[[Sequence[Problem]], None]]] = {
    "text": _as_text,
    "github": _as_github,
    "json": _as_json,
    "markdown": _as_markdown,
    "sarif": _as_sarif,
}

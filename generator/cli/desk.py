"""The project that a new record is written for: what it has, what is asked, and how a file gets there."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import click

from generator import compiling, loading
from generator.cli.answers import Answers
from generator.cli.projects import settings_at
from generator.cli.reporting import printable, report, seen_from
from generator.cli.schema import FOLDER
from generator.cli.terminal import can_ask
from generator.compiling import Settings
from generator.drafting import Shelf, free_id, record_text
from generator.problems import Problem
from generator.records import RecordKind


@dataclass(frozen=True)
class Desk:
    """A project that a record is written for."""

    settings: Settings
    shelf: Shelf
    answers: Answers

    def settle_id(self, kind: RecordKind, said: str | None, suggested: str | None) -> str:
        """Return the id of a new record."""
        default = free_id(suggested, self.shelf.taken(kind)) if suggested else None
        check = partial(self.shelf.new_id, kind)
        id_ = self.answers.one("id", said, "Its id, which is for ever", check, default)
        self.answers.complete()
        return id_ or ""

    def actor(self, text: str) -> str:
        """Return the id of the actor that a text names."""
        return self.shelf.id_of(RecordKind.ACTOR, text)

    def place(self, text: str) -> str:
        """Return the id of the place that a text names."""
        return self.shelf.id_of(RecordKind.PLACE, text)

    def write(self, kind: RecordKind, id_: str, values: Mapping[str, Any], folder: str = "", head: str = "") -> None:
        """Write a new record, check it, and say where to go on."""
        path = self.settings.content / kind.folder / folder / f"{id_}{kind.suffix}"
        schema = self.settings.root / FOLDER / f"{kind.value}.schema.json"
        way = Path(os.path.relpath(schema, path.parent)).as_posix() if schema.is_file() else None
        create(path, record_text(kind, values, schema=way, head=head))
        self.tell(path)

    def tell(self, path: Path) -> None:
        """Check a file that was written, and say where to go on."""
        tell_of(self.settings, path)


def desk_here() -> Desk:
    """Return the project in this folder."""
    settings = settings_at(Path.cwd())
    if not settings.content.is_dir():
        raise click.ClickException("there is no project here; run the command in the folder of one")
    corpus, _ = loading.load(settings.content, settings.root)
    return Desk(settings, Shelf(corpus), Answers(can_ask()))


def create(path: Path, text: str) -> None:
    """Write a file that is not there yet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise click.ClickException(f"{path} is there already; nothing is overwritten") from None


def tell_of(settings: Settings, path: Path) -> None:
    """Say what was written, what the check says of it, and where to go on."""
    shown = Path(os.path.relpath(path)).as_posix()
    here: list[Problem] = [
        problem
        for problem in seen_from(Path.cwd(), settings.root, compiling.check(settings))
        if problem.position.path == shown
    ]
    click.echo(f"\nWritten: {printable(shown)}")
    if here:
        report(here, "text")
    click.echo("Where to go on: fill in or remove the lines that begin with #; then dateline check, dateline serve.")

"""The project that a new record is written for: what it has, what is asked, and how a file gets there."""

import os
import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

import click

from dateline.cli.answers import Answers
from dateline.cli.given_files import create
from dateline.cli.projects import project_here
from dateline.cli.reporting import printable, report, seen_from
from dateline.cli.revised import written
from dateline.cli.schema import FOLDER
from dateline.cli.terminal import can_ask
from dateline.editing.drafting import KnownRecords, free_id, known_already, record_text
from dateline.editing.revising import Manuscript, cite
from dateline.ground.problems import Code, Problem, Severity
from dateline.records import loading, rules
from dateline.records.chronology import link
from dateline.records.loading import Corpus
from dateline.records.types import RecordKind
from dateline.records.types.spots import spot_in
from dateline.site import checking
from dateline.site.settings import Settings

_DRAFT: Final = "draft"
DRAFTS_ARE_PUBLIC: Final = (
    "A draft is not built into the site; in a public repository anybody can read it all the same, from the moment it "
    "is pushed, and in the history for good."
)
OF_OTHERS: Final = frozenset({Code.UNCOVERED_CONTRADICTION})
"""What is wrong between records and not within one: a claim has to be written before a dispute can name it."""

ONE_OF_A_NAME: Final = frozenset({RecordKind.ACTOR, RecordKind.PLACE, RecordKind.DISPUTE})
"""What is hardly ever two of one name. Events of a day may well be alike, and of sources the text tells."""


@dataclass(frozen=True)
class NewRecord:
    """A project that a record is written for."""

    settings: Settings
    manuscript: Manuscript
    shelf: KnownRecords
    answers: Answers
    is_another: bool = False
    """Whether it was said that a record is another than the one that is called so."""

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

    def write(self, kind: RecordKind, id_: str, values: Mapping[str, object], folder: str = "", head: str = "") -> None:
        """Write a new record in which the check finds no error, or that says it is a draft; say where to go on."""
        path, text = self._drafted(kind, id_, values, folder, head)
        self.cite(values)
        if values.get("state") != _DRAFT:
            self.refuse_unsound(kind, path, text)
        refuse_links(self.settings, path)
        self.warn(kind, path, text)
        self.save(path, text, is_new=True)
        if values.get("state") == _DRAFT:
            click.echo(DRAFTS_ARE_PUBLIC)
        self.tell(path)

    def write_aside(self, kind: RecordKind, id_: str, values: Mapping[str, object]) -> None:
        """Write a record that another is about to name."""
        path, text = self._drafted(kind, id_, values)
        self.refuse_unsound(kind, path, text)
        refuse_links(self.settings, path)
        self.warn(kind, path, text)
        create(path, text)
        click.echo(f"Written: {printable(Path(os.path.relpath(path)).as_posix())}")

    def _drafted(
        self, kind: RecordKind, id_: str, values: Mapping[str, object], folder: str = "", head: str = ""
    ) -> tuple[Path, str]:
        """Return the path and the text of a new record."""
        path = self.settings.content / kind.folder / folder / f"{id_}{kind.suffix}"
        schema = self.settings.root / FOLDER / f"{kind.value}.schema.json"
        way = Path(os.path.relpath(schema, path.parent)).as_posix() if schema.is_file() else None
        return path, record_text(kind, values, schema=way, head=head)

    def cite(self, value: object) -> None:
        """Have the paragraphs that a new record cites no longer be said to be unused."""
        spot = spot_in(value) if isinstance(value, Mapping) and "source" in value else None
        if isinstance(value, Mapping) and spot is not None:
            cite(self.manuscript, value["source"], spot)
        elif isinstance(value, Mapping | list):
            for one in value.values() if isinstance(value, Mapping) else value:
                self.cite(one)

    def save(self, path: Path, text: str, *, is_new: bool = False) -> None:
        """Write a record, and with it the sources whose paragraphs it cites: all or none."""
        sources = self.manuscript.changes()
        if is_new and (not sources or path.exists() or path.is_symlink()):
            create(path, text)
            return
        self.manuscript.write(path.relative_to(self.settings.content).as_posix(), text)
        written(self.settings, self.manuscript.changes())
        for one in sources:
            shown = Path(os.path.relpath(self.settings.content / one.path)).as_posix()
            click.echo(f"Written: {printable(shown)}, whose paragraph is no longer said to be unused")

    def warn(self, kind: RecordKind, path: Path, text: str, claims: Collection[str] = ()) -> None:
        """Say what of a new record the chronology may have already; of an event, only of these claims.

        What is called as another record is stops here, unless it is said or answered to be another.
        """
        place = self.settings.content, self.settings.root
        corpus, _ = loading.as_written(self.corpus, kind, path, text, place)
        filed = corpus.records.get(kind, {}).get(path.stem)
        known = known_already(link(corpus, drafts=True), filed.record, claims) if filed is not None else []
        for said in known:
            click.echo(f"warning: {printable(said)}", err=True)
        if known and kind in ONE_OF_A_NAME and not self.is_another:
            self._confirm_another(kind)

    def _confirm_another(self, kind: RecordKind) -> None:
        if not self.answers.asks:
            raise click.ClickException(f"nothing was written. If it is another {kind} all the same, say --another")
        if not click.confirm(f"Is it another {kind} all the same?"):
            raise click.ClickException("nothing was written")

    def refuse_unsound(self, kind: RecordKind, path: Path, text: str) -> None:
        """Stop if a record's file, were it written with this text, would have an error; what is wrong is told."""
        place = self.settings.content, self.settings.root
        corpus, found = loading.as_written(self.corpus, kind, path, text, place)
        shown = Path(os.path.relpath(path, self.settings.root)).as_posix()
        found += [problem for problem in rules.check(corpus) if problem.position.path == shown]
        errors = [one for one in found if one.severity is Severity.ERROR and one.code not in OF_OTHERS]
        if errors:
            said = "; ".join(f"{one.message} ({one.hint})" if one.hint else one.message for one in errors)
            raise click.UsageError(f"the record would not be sound, and was not written: {printable(said)}")

    def tell(self, path: Path) -> None:
        """Check a file that was written, and say where to go on; the exit status is 1 if another record contradicts."""
        problems = tell_of(self.settings, path)
        if any(problem.code in OF_OTHERS for problem in problems):
            sys.exit(1)

    @property
    def corpus(self) -> Corpus:
        """The records as they are, with the paragraphs that a new one cites."""
        corpus, place = self.shelf.corpus, (self.settings.content, self.settings.root)
        for one in self.manuscript.changes():
            path, text = self.settings.content / one.path, (one.after or b"").decode()
            corpus, _ = loading.as_written(corpus, RecordKind.SOURCE, path, text, place)
        return corpus


def desk_here(about: type | None = None) -> NewRecord:
    """Return the project in this folder; what is asked is about records of a type."""
    settings = project_here()
    manuscript = Manuscript.read(settings.content, settings.root)
    return NewRecord(settings, manuscript, KnownRecords(manuscript.version.corpus), Answers(can_ask(), about))


def refuse_links(settings: Settings, path: Path) -> None:
    """Stop if the way to a file leads through a link: the check does not follow it, and it may lead anywhere."""
    for folder in (one for one in path.parents if one.is_relative_to(settings.content)):
        if folder.is_symlink():
            raise click.ClickException(f"{folder} is a link; put the folder itself there")


_UNUSED: Final = frozenset({Code.UNUSED_ACTOR, Code.UNUSED_PLACE, Code.UNUSED_SOURCE})
"""What holds of each new record, and is no fault of it yet."""


def tell_of(settings: Settings, path: Path) -> list[Problem]:
    """Say what was written, what the check says of it, and where to go on."""
    shown = Path(os.path.relpath(path)).as_posix()
    here: list[Problem] = [
        problem
        for problem in seen_from(Path.cwd(), settings.root, checking.check(settings))
        if problem.position.path == shown and problem.code not in _UNUSED
    ]
    click.echo(f"\nWritten: {printable(shown)}")
    if here:
        report(here, "text")
    click.echo("Where to go on: fill in or remove the lines that begin with #; then dateline check, dateline serve.")
    return here

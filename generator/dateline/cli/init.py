"""`dateline init`: a repository for a chronology of one's own, which builds, checks and publishes itself."""

import re
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import click

from dateline.cli.import_forms import ENCODINGS, ImportAsked, refuse_map
from dateline.cli.init_from import begin_from, form_of_file
from dateline.cli.reporting import report
from dateline.cli.schema import FOLDER
from dateline.cli.taken_words import Word
from dateline.cli.terminal import can_ask
from dateline.editing import beginning as starting
from dateline.editing import schemas
from dateline.editing.beginning import Beginning
from dateline.editing.importing import PRESETS
from dateline.ground.problems import has_errors
from dateline.records import loading
from dateline.site import checking
from dateline.site.settings import Settings

FILE: Final = click.Path(exists=True, dir_okay=False, path_type=Path)
_ENGINE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+@[0-9a-f]{40}")
_MANY: Final = re.compile(r"[\W_]+")
_NONE: Final = "none"


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--title", help="What the chronology is called; asked where it is not said.")
@click.option("--description", default="", help="What it is about, in one sentence.")
@click.option("--language", default="en", show_default=True, help="The language of the records, such as en or pt-BR.")
@click.option("--timezone", default="", help="Where a time of day is meant that says no offset, such as Asia/Damascus.")
@click.option("--licence", default="CC-BY-4.0", show_default=True, help="The licence of the records, by its SPDX name.")
@click.option("--holder", default="", help="Whose records they are, for the licence; your name.")
@click.option(
    "--engine",
    default="",
    metavar="OWNER/REPO@COMMIT",
    help="Take Dateline, and the steps of the workflows, from there.",
)
@click.option(
    "--example",
    default=_NONE,
    show_default=True,
    help=f"Begin with one of Dateline's: {', '.join(starting.examples())}.",
)
@click.option("--from", "file", type=FILE, help="Begin with a table, a timeline or a bibliography, as drafts.")
@click.option("--map", "map_", type=FILE, help="What the columns of that table become.")
@click.option("--preset", type=Word(tuple(PRESETS)), help="A shape whose columns are known.")
@click.option("--sheet", help="Which sheet of a spreadsheet; the first if absent.")
@click.option("--encoding", type=Word(ENCODINGS), help="In what a CSV is saved, if not in UTF-8; cp1252 is Excel's.")
def init(  # noqa: PLR0913 - the options, each with its name
    folder: Path,
    *,
    title: str | None,
    description: str,
    language: str,
    timezone: str,
    licence: str,
    holder: str,
    engine: str,
    example: str,
    file: Path | None,
    **said: Any,
) -> None:
    """Begin a chronology in the new folder FOLDER: records, pages, the site's configuration and workflows.

    All of it is plain files: nothing is sent anywhere, and nothing is installed.
    """
    _refuse(folder, engine, example)
    chosen = "" if example == _NONE else example
    begun = Beginning(
        title=title or _title(folder, chosen),
        description=description,
        language=language,
        timezone=timezone,
        licence=licence,
        holder=holder,
        engine=engine,
        origin=starting.pinned(engine) if engine else starting.installed(),
        example=chosen,
    )
    _put(folder, begun, None if file is None else _asked(file, said))
    _tell_next(folder, begun)


def _asked(file: Path, said: Mapping[str, Any]) -> ImportAsked:
    """Return what is asked of the file that the chronology begins with; its map is an option of another name."""
    form = form_of_file(file)
    refuse_map(form, said["map_"], said["preset"])
    return ImportAsked(form=form, file=file, map=said["map_"], **{key: said[key] for key in said if key != "map_"})


def _tell_next(folder: Path, begun: Beginning) -> None:
    click.echo(
        f"{folder}: a chronology that builds. Next:\n\n  cd {folder}\n  dateline serve\n\nREADME.md says the rest."
    )
    if begun.origin.note:
        click.echo(f"\n{begun.origin.note}")


def _put(folder: Path, begun: Beginning, asked: ImportAsked | None) -> None:
    """Make all of it elsewhere, and put it in its place once it is whole."""
    with tempfile.TemporaryDirectory() as kept:
        made = Path(kept) / "made"
        _write(made, starting.files_of(begun))
        if asked is not None:
            begin_from(made, asked)
        _finish(made)
        folder.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(made, folder, dirs_exist_ok=True)


def _refuse(folder: Path, engine: str, example: str) -> None:
    if folder.is_dir() and any(folder.iterdir()):
        raise click.ClickException(f"{folder} is there and not empty; nothing was written. Name a new folder")
    if engine and not _ENGINE.fullmatch(engine):
        raise click.UsageError(f"--engine is OWNER/REPO@ and the 40 signs of a commit, not '{engine}'")
    known = [*starting.examples(), _NONE]
    if example not in known:
        raise click.UsageError(f"there is no example '{example}'; there are: {', '.join(known)}")


def _title(folder: Path, example: str) -> str:
    if example:
        return starting.title_of_example(example)
    words = _MANY.sub(" ", folder.resolve().name).strip()
    default = f"{words[:1].upper()}{words[1:]}" or "A chronology"
    return str(click.prompt("What is it called", default=default)) if can_ask() else default


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _finish(folder: Path) -> None:
    """Add the schemas, and stop where the check finds an error: a language or a title that cannot be."""
    settings = Settings.of(folder)
    if has_errors(problems := checking.check(settings)):
        report(problems, "text")
        raise click.ClickException("nothing was written")
    corpus, _ = loading.load(settings.content, settings.root)
    made = schemas.schemas(schemas.offers_of(corpus))
    _write(folder / FOLDER, {name: text.encode() for name, text in made.items()})

"""Where the project is that a command was run for."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click

from dateline.cli.reporting import printable
from dateline.ground import together
from dateline.records.loading.corpus import MASTHEAD
from dateline.site.settings import Settings

CONFIG: Final = "mkdocs.yml"
CONTENT: Final = "content"


@dataclass(frozen=True, slots=True)
class Scope:
    """A project, and the paths in it that a command was asked about; none means all."""

    settings: Settings
    only: tuple[Path, ...] = ()

    def covers(self, shown: str) -> bool:
        """Return whether the file that problems call `shown` was asked about."""
        file = (self.settings.root / shown).resolve()
        return not self.only or any(path == file or path in file.parents for path in self.only)

    def may_hold(self, path: Path) -> bool:
        """Return whether a path lies among the records, or they in it."""
        content = self.settings.content.resolve()
        return path == content or content in path.parents or path in content.parents


def settings_here() -> Settings:
    """Return the settings of the project in this folder, with what its mkdocs.yml says, if it has one."""
    config = Path.cwd() / CONFIG
    if not config.is_file():
        return settings_at(Path.cwd())
    return _as_configured(config)


def _as_configured(config_file: Path) -> Settings:
    from dateline.site.configuration import read_settings  # noqa: PLC0415 - MkDocs and pages, which a check does without

    return read_settings(config_file)


def scopes(paths: Sequence[Path], here: Path) -> list[Scope]:
    """Return the projects that `paths` name: folders with records, or files in one.

    A folder that holds chronology.yml, or a content folder with one, is a project of its
    own; any other path narrows what is told of the project that it lies in.
    """
    if not paths:
        return [Scope(settings_at(here))]
    whole = [path.resolve() for path in paths if is_project(path)]
    parts = [path.resolve() for path in paths if not is_project(path)]
    found = [Scope(settings_at(path)) for path in whole]
    by_project: dict[Path, list[Path]] = {}
    for part in parts:
        by_project.setdefault(_project_of(part, here), []).append(part)
    narrowed = [Scope(settings_at(project), tuple(only)) for project, only in by_project.items()]
    found += [scope for scope in narrowed if any(map(scope.may_hold, scope.only))]
    if not found:
        names = ", ".join(map(str, paths))
        raise click.UsageError(
            f"no records lie in {printable(names)}: name a project, its content folder, or files there"
        )
    return list(dict.fromkeys(found))


def root_here() -> Path:
    """Return the folder of the project that this folder lies in; this folder where there is none."""
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / CONTENT / MASTHEAD).is_file()), here)


def project_here() -> Settings:
    """Return the settings of the project that this folder lies in, or stop where there is none."""
    settings = settings_at(Path.cwd())
    if not settings.content.is_dir():
        raise click.ClickException(
            "there is no project here; run the command in the folder of one, or begin one with: dateline init FOLDER"
        )
    return settings


def settings_at(folder: Path) -> Settings:
    """Return the settings of the project in `folder`, or whose content `folder` is."""
    folder = folder.resolve()
    if (folder / CONTENT / MASTHEAD).is_file():
        return _noted(Settings.of(folder))
    if (folder / MASTHEAD).is_file():
        return _noted(Settings.of(folder.parent, folder))
    if (folder / CONFIG).is_file():
        return _as_configured(folder / CONFIG)
    above = next((parent for parent in folder.parents if is_project(parent)), None)
    return settings_at(above) if above is not None else Settings.of(folder)


def _noted(settings: Settings) -> Settings:
    """Note where the records are half-way between two states, since a command was killed."""
    if together.is_pending(settings.content):
        click.echo(
            "dateline: a change of the records was interrupted half-way; dateline fix puts all of it in its place.",
            err=True,
        )
    return settings


def is_project(path: Path) -> bool:
    """Return whether `path` is a project's folder, or its content."""
    return (path / MASTHEAD).is_file() or (path / CONTENT / MASTHEAD).is_file()


def _project_of(path: Path, here: Path) -> Path:
    return next((parent for parent in path.parents if is_project(parent)), here)

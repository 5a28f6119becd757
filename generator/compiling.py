"""The pipeline: content and templates in, pages and problems out."""

import os
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from generator import loading, rules
from generator.chronology import link
from generator.exports import Export, exports
from generator.problems import Problem, has_errors
from generator.rendering import site as rendering
from generator.rendering.pages import Page, Renderer, TemplateProblemError
from generator.views.edition import Edition
from generator.views.overview import coverage

_KILOBYTE: Final = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where everything is.

    `root` is the project's folder, to which problems' paths are relative.  `edit_base`
    is the address before a file's path at which an editor opens it; `contest_base` that
    of a new issue; None where the project's address is not known.  `site_url` is the
    address of the site, with a slash at its end; None where it is not known.
    """

    root: Path
    content: Path
    templates: Path
    edit_base: str | None = None
    contest_base: str | None = None
    site_url: str | None = None
    repository: str | None = None
    """The address of the project on its forge, without a slash at its end."""

    @classmethod
    def of(cls, root: Path, content: Path | None = None, templates: Path | None = None) -> "Settings":
        """Return the settings of the project in `root`, with its own templates or else Dateline's."""
        return cls(
            root=root,
            content=content or root / "content",
            templates=templates or _templates_of(root),
        )


@dataclass(frozen=True, slots=True)
class Site:
    """The pages and data files of a chronology, and what is wrong with its records.

    There are no pages where a problem is an error.  `updated` is the last day on which a
    source was read or a record changed, as the records tell it; no clock is asked.
    """

    pages: tuple[Page, ...]
    problems: tuple[Problem, ...]
    updated: date = date(1970, 1, 1)


def check(settings: Settings) -> list[Problem]:
    """Return every problem of the records, sorted by position."""
    corpus, problems = loading.load(settings.content, settings.root)
    return sorted({*problems, *rules.check(corpus)})


def compile_site(settings: Settings) -> Site:
    """Load, check, link, and render: read this function to know what Dateline does."""
    corpus, load_problems = loading.load(settings.content, settings.root)
    problems = sorted({*load_problems, *rules.check(corpus)})
    if has_errors(problems):
        return Site((), tuple(problems))
    edition = Edition(link(corpus, drafts=False), settings.edit_base, settings.contest_base, settings.site_url)
    try:
        return Site(_pages(edition, settings.templates), tuple(problems), edition.updated)
    except TemplateProblemError as error:
        return Site((), (*problems, _relative_to(settings.root, error.problem)))


def _pages(edition: Edition, templates: Path) -> tuple[Page, ...]:
    files = list(exports(edition))
    images = edition.chronology.images
    return (
        *rendering.pages(edition, templates),
        _data_page(edition, templates, files),
        *(Page(export.path, export.text) for export in files),
        *(Page(name, image.read_bytes()) for name, image in sorted(images.items())),
    )


def _relative_to(root: Path, problem: Problem) -> Problem:
    path = Path(os.path.relpath(problem.position.path, root)).as_posix()
    return replace(problem, position=replace(problem.position, path=path))


def _data_page(edition: Edition, templates: Path, files: list[Export]) -> Page:
    rows = [
        {
            "address": export.path,
            "name": export.path.rpartition("/")[2],
            "what": export.what,
            "size": _size(export.text),
            "schema": export.schema,
        }
        for export in files
    ]
    licence = edition.chronology.masthead.licence
    renderer = Renderer(templates, edition)
    return renderer.page("data", "data/", files=rows, licence=licence, coverage=coverage(edition))


def _size(text: str) -> str:
    size = len(text.encode())
    return f"{size} bytes" if size < _KILOBYTE else f"{size / _KILOBYTE:,.0f} kB"


def _templates_of(root: Path) -> Path:
    """Return the project's templates, or those that came with Dateline (in its wheel, or beside its source)."""
    here = Path(__file__).parent
    candidates = (root / "templates", here / "templates", here.parent / "templates")
    return next((path for path in candidates if (path / "pages").is_dir()), candidates[0])

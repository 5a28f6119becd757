"""The pipeline: content and templates in, pages and problems out."""

import os
from contextlib import suppress
from dataclasses import astuple, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from generator import caching, loading, rules
from generator.caching.stamps import Stamps
from generator.chronology import link
from generator.exports import Export, exports
from generator.figures.card import draw_card
from generator.problems import Code, Position, Problem, has_errors
from generator.rendering import site as rendering
from generator.rendering.pages import Page, Renderer, TemplateProblemError
from generator.search import SearchDocument, search_documents
from generator.views.card import CARD_PATH, card_view
from generator.views.edition import Edition
from generator.views.overview import DataFile, data_view

_KILOBYTE: Final = 1000
_CONFIG: Final = "mkdocs.yml"


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
    cache: Path | None = None
    jobs: int = 1
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

    def remembering(self, jobs: int) -> "Settings":
        """Return the settings with `jobs` processes and, in a project with a configuration, a place to keep things."""
        cache = self.root / caching.FOLDER if (self.root / _CONFIG).is_file() else None
        return replace(self, cache=cache, jobs=jobs)


@dataclass(frozen=True, slots=True)
class Site:
    """The pages and data files of a chronology, and what is wrong with its records.

    There are no pages where a problem is an error.  `updated` is the last day on which a
    source was read or a record changed, as the records tell it; no clock is asked.
    `documents` are what the search finds, in the chronology's `language`.
    """

    pages: tuple[Page, ...]
    problems: tuple[Problem, ...]
    updated: date = date(1970, 1, 1)
    documents: tuple[SearchDocument, ...] = ()
    language: str = "en"


def check(settings: Settings) -> list[Problem]:
    """Return every problem of the records, sorted by position; if nothing changed, what was found before."""
    stamps = Stamps(settings.root, settings.cache)
    if settings.cache is None:
        return _checked(settings, stamps)[1]
    tree, path = _tree(settings, stamps), settings.cache / "problems.json"
    known = _known_problems(path, tree)
    if known is not None:
        return known
    _, problems = _checked(settings, stamps)
    if _tree(settings, Stamps(settings.root, settings.cache)) == tree:  # else somebody saved a file meanwhile
        caching.write(path, [tree, [_plain(problem) for problem in problems]])
    return problems


def _checked(settings: Settings, stamps: Stamps) -> tuple[loading.Corpus, list[Problem]]:
    corpus, problems = loading.load(settings.content, settings.root, settings.cache, settings.jobs, stamps)
    return corpus, sorted({*problems, *rules.check(corpus)})


def _tree(settings: Settings, stamps: Stamps) -> str:
    """Return a digest of everything that problems depend on."""
    place = os.path.relpath(settings.content, settings.root)
    return caching.digest(f"{place}\0{stamps.of_tree(settings.content)}".encode("utf-8", "surrogateescape"))


def _plain(problem: Problem) -> list[Any]:
    return [list(astuple(problem.position)), problem.code.value, problem.message, problem.hint]


def _known_problems(path: Path, tree: str) -> list[Problem] | None:
    with suppress(TypeError, ValueError):
        known, problems = caching.read(path)
        if known == tree:
            return [Problem(Position(*place), Code(code), message, hint) for place, code, message, hint in problems]
    return None


def compile_site(settings: Settings) -> Site:
    """Load, check, link, and render: read this function to know what Dateline does."""
    corpus, problems = _checked(settings, Stamps(settings.root, settings.cache))
    if has_errors(problems):
        return Site((), tuple(problems))
    edition = Edition(link(corpus, drafts=False), settings.edit_base, settings.contest_base, settings.site_url)
    try:
        return Site(
            _pages(edition, settings.templates),
            tuple(problems),
            edition.updated,
            search_documents(edition),
            edition.chronology.masthead.language,
        )
    except TemplateProblemError as error:
        return Site((), (*problems, _relative_to(settings.root, error.problem)))


def _pages(edition: Edition, templates: Path) -> tuple[Page, ...]:
    files = list(exports(edition))
    images = edition.chronology.images
    return (
        *rendering.pages(edition, templates),
        _data_page(edition, templates, files),
        *(Page(export.path, export.text) for export in files),
        Page(CARD_PATH, draw_card(card_view(edition))),
        *(Page(name, image.read_bytes()) for name, image in sorted(images.items())),
    )


def _relative_to(root: Path, problem: Problem) -> Problem:
    path = Path(os.path.relpath(problem.position.path, root)).as_posix()
    return replace(problem, position=replace(problem.position, path=path))


def _data_page(edition: Edition, templates: Path, files: list[Export]) -> Page:
    rows = (
        DataFile(
            address=export.path,
            name=export.path.removeprefix("data/"),
            what=export.what,
            size=_size(export.text),
            media_type=export.media_type,
            schema=export.schema,
        )
        for export in files
    )
    return Renderer(templates, edition).page("data", "data/", view=data_view(edition, rows))


def _size(text: str) -> str:
    size = len(text.encode())
    return f"{size} bytes" if size < _KILOBYTE else f"{size / _KILOBYTE:,.0f} kB"


def _templates_of(root: Path) -> Path:
    """Return the project's templates, or those that came with Dateline (in its wheel, or beside its source)."""
    here = Path(__file__).parent
    candidates = (root / "templates", here / "templates", here.parent / "templates")
    return next((path for path in candidates if (path / "pages").is_dir()), candidates[0])

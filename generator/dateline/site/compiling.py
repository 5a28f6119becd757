"""The recipe carried out at once: content and templates in, pages and problems out."""

import os
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, NamedTuple

from dateline.ground import caching, plainfiles
from dateline.ground import processes as forking
from dateline.ground.caching import typed
from dateline.ground.caching.digests import FileDigests
from dateline.ground.dates import Day
from dateline.ground.languages import ENGLISH, Language
from dateline.ground.problems import Code, Position, Problem, has_errors
from dateline.pages.rendering.pages import Page, Renderer, TemplateProblemError
from dateline.pages.shared.desk_place import DeskPlace
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.twins import NO_TWINS, Twins
from dateline.pages.wording.forges import GITHUB, Forge
from dateline.records import loading, rules
from dateline.records.chronology import link
from dateline.site.recipe import Collected, Pieces, recipe_of, sizes_of
from dateline.site.speed import Speed, speed_of

LARGEST_TEMPLATE: Final = 100 * plainfiles.MEGABYTE
"""How large a file of templates/, or of an own theme, may be: the site has a copy of it."""
_CONFIG: Final = "mkdocs.yml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where everything is.

    `root` is the project's folder, to which problems' paths are relative.  `edit_base`
    is the address before a file's path at which an editor opens it; None where the
    project's address is not known.  `site_url` is the address of the site, with a slash
    at its end; None where it is not known.
    """

    root: Path
    content: Path
    templates: Path
    edit_base: str | None = None
    site_url: str | None = None
    cache: Path | None = None
    jobs: int = 1
    repository: str | None = None
    """The address of the project on its forge, without a slash at its end."""
    forge: Forge = GITHUB
    is_plain: bool = False
    """Whether pages are made without anything that is there for speed only."""
    desk: DeskPlace | None = None
    """Where the records are that a form on the site edits; None where the site has none."""

    twins: Twins = NO_TWINS
    """What stands beside the page of each record for programs."""

    has_embeds: bool = True
    """Whether claims and disputes have pages that other people's pages can show; mkdocs.yml has to ask for them."""

    @property
    def addresses(self) -> tuple[object, ...]:
        """What pages say of where the site and its records are."""
        told = self.edit_base, self.repository, self.forge, self.site_url, self.desk, self.twins
        return *told, self.has_embeds

    @classmethod
    def of(cls, root: Path, content: Path | None = None, templates: Path | None = None) -> "Settings":
        """Return the settings of the project in `root`, with its own templates or else Dateline's."""
        return cls(
            root=root,
            content=content or root / "content",
            templates=templates or templates_of(root),
        )

    def remembering(self, jobs: int) -> "Settings":
        """Return the settings with `jobs` processes and, in a project with a configuration, a place to keep things."""
        cache = self.root / caching.FOLDER if (self.root / _CONFIG).is_file() else None
        return replace(self, cache=cache, jobs=jobs)

    def plainly(self) -> "Settings":
        """Return the settings with nothing that is there for speed only: no cache, one process, no tricks."""
        return replace(self, cache=None, jobs=1, is_plain=True)

    @property
    def speed(self) -> Speed:
        """The tricks by which pages are made faster."""
        return speed_of(plain=self.is_plain)


@dataclass(frozen=True, slots=True)
class CompiledSite:
    """The pages and data files of a chronology, and what is wrong with its records.

    There are no pages where a problem is an error.  `updated` is the last day on which a
    source was read or a record changed, as the records tell it, or None; no clock is asked.
    """

    pages: tuple[Page, ...]
    problems: tuple[Problem, ...]
    updated: Day | None = None
    search: tuple[tuple[Collected, Pieces], ...] = ()
    """The bundles of the search with what each is made of; to make them takes its time."""
    language: Language = ENGLISH
    """What the pages speak."""


def check(settings: Settings) -> list[Problem]:
    """Return every problem of the records, sorted by position; if nothing changed, what was found before."""
    digests = FileDigests(settings.root, settings.cache)
    if settings.cache is None:
        return _checked(settings, digests)[1]
    tree, path = _tree(settings, digests), settings.cache / "problems.json"
    known = _known_problems(path, tree)
    if known is not None:
        return known
    _, problems = _checked(settings, digests)
    if _tree(settings, FileDigests(settings.root, settings.cache)) == tree:  # else somebody saved a file meanwhile
        typed.write(path, _KnownProblems(tree, problems))
    return problems


def suggest(settings: Settings) -> list[Problem]:
    """Return which events and claims may be one thing told twice, sorted by position; nothing of it is a mistake."""
    corpus, _ = loading.load(settings.content, settings.root, settings.cache, settings.jobs)
    return sorted(rules.suggest(corpus))


def odd_templates(settings: Settings) -> list[Problem]:
    """Return a problem for each file below templates/ that cannot be read as one: pipes never end, devices neither."""
    found = plainfiles.odd_files(settings.templates, LARGEST_TEMPLATE)
    return [_odd(settings.root, Path(path), why) for path, why in found]


def _odd(root: Path, path: Path, why: str) -> Problem:
    code = Code.TOO_LARGE if path.is_file() else Code.UNREADABLE
    here = Position(Path(os.path.relpath(path, root)).as_posix())
    return Problem(here, code, f"this cannot be a file of the templates: {why}", "remove it, or put a plain file here")


def _checked(settings: Settings, digests: FileDigests) -> tuple[loading.Corpus, list[Problem]]:
    corpus, problems = loading.load(settings.content, settings.root, settings.cache, settings.jobs, digests)
    return corpus, sorted({*problems, *rules.check(corpus)})


def _tree(settings: Settings, digests: FileDigests) -> str:
    """Return a digest of everything that problems depend on."""
    place = os.path.relpath(settings.content, settings.root)
    return caching.digest(f"{place}\0{digests.of_tree(settings.content)}".encode("utf-8", "surrogateescape"))


class _KnownProblems(NamedTuple):
    """What the check found in records whose files have this digest."""

    tree: str
    problems: list[Problem]


def _known_problems(path: Path, tree: str) -> list[Problem] | None:
    known = typed.read_as(path, _KnownProblems)
    return known.problems if known is not None and known.tree == tree else None


@dataclass(frozen=True, slots=True)
class Outline:
    """A chronology, checked and linked, without its pages; there is no edition where a problem is an error."""

    problems: tuple[Problem, ...]
    edition: Edition | None


def outline(settings: Settings) -> Outline:
    """Load, check and link."""
    corpus, problems = _checked(settings, FileDigests(settings.root, settings.cache))
    problems = sorted({*problems, *odd_templates(settings)})
    return Outline(tuple(problems), None if has_errors(problems) else linked(settings, corpus))


class _Found(NamedTuple):
    """What the rules found."""

    problems: list[Problem]


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A chronology that is linked while its records are still being checked: they may contradict what is built on.

    There is no edition where a file has an error of its own.  `problems` waits for the
    rest and returns all; it is to be called once.
    """

    edition: Edition | None
    problems: Callable[[], tuple[Problem, ...]]


def unchecked(settings: Settings, digests: FileDigests, cache: loading.RecordCache) -> Unchecked:
    """Load and link, and have the rules checked in a process of their own."""
    corpus, found = loading.load(settings.content, settings.root, jobs=settings.jobs, digests=digests, cache=cache)
    found += odd_templates(settings)
    # What broken files make of the others is told with them, and nothing is built on it.
    told = forking.later(lambda: typed.as_json(_Found(rules.check(corpus))), 1 if has_errors(found) else settings.jobs)

    def problems() -> tuple[Problem, ...]:
        return tuple(sorted({*found, *typed.of_json(told(), _Found).problems}))

    return Unchecked(None if has_errors(found) else linked(settings, corpus), problems)


def linked(settings: Settings, corpus: loading.Corpus) -> Edition:
    """Return the published records of a corpus, linked."""
    graph = link(corpus, drafts=False)
    return Edition(
        graph,
        settings.edit_base,
        settings.repository,
        settings.site_url,
        settings.desk,
        settings.forge,
        settings.twins,
        settings.has_embeds,
    )


def compile_site(settings: Settings) -> CompiledSite:
    """Load, check, link, and render: read this function to know what Dateline does."""
    found = outline(settings)
    if found.edition is None:
        return CompiledSite((), found.problems)
    try:
        pages, search = _rendered(found.edition, settings)
    except TemplateProblemError as error:
        return CompiledSite((), (*found.problems, relative_to(settings.root, error.problem)))
    return CompiledSite(pages, found.problems, found.edition.updated, search, found.edition.language)


def renderer_of(settings: Settings, edition: Edition) -> Renderer:
    """Return what fills in the project's templates."""
    return Renderer(settings.templates, edition, is_compiled=settings.speed.templates)


def _rendered(edition: Edition, settings: Settings) -> tuple[tuple[Page, ...], tuple[tuple[Collected, Pieces], ...]]:
    """Carry out the recipe, all of it, in this process."""
    renderer = renderer_of(settings, edition)
    recipe = recipe_of(edition)
    pages: list[Page] = []
    pieces: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for plan in recipe.plans():
        pages += plan.make(renderer)
        for piece in plan.pieces(edition):
            pieces[piece.whole][piece.name] = piece.text
    search = []
    for whole in recipe.wholes():
        if whole.is_search:
            search.append((whole, pieces[whole.name]))
        else:
            pages += whole.make(pieces[whole.name]).files
    pages += recipe.data_page(sizes_of(pages)).make(renderer)
    return tuple(pages), tuple(search)


def relative_to(root: Path, problem: Problem) -> Problem:
    """Return a problem whose path is relative to `root`."""
    path = Path(os.path.relpath(problem.position.path, root)).as_posix()
    return replace(problem, position=replace(problem.position, path=path))


def templates_of(root: Path) -> Path:
    """Return the project's templates, or those that came with Dateline (in its wheel, or beside its source)."""
    here = Path(__file__).parents[1]
    candidates = (root / "templates", here / "templates", here.parents[1] / "templates")
    return next((path for path in candidates if (path / "pages").is_dir()), candidates[0])

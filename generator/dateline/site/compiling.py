"""The recipe carried out at once: content and templates in, pages and problems out."""

import os
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, NamedTuple

from dateline.ground import plainfiles
from dateline.ground import processes as forking
from dateline.ground.caching import typed
from dateline.ground.caching.digests import FileDigests
from dateline.ground.dates import Day
from dateline.ground.languages import ENGLISH, Language
from dateline.ground.problems import Code, Position, Problem, has_errors
from dateline.pages.rendering.pages import Page, Renderer, TemplateProblemError
from dateline.pages.shared.edition import Edition
from dateline.records import loading, rules
from dateline.records.chronology import link
from dateline.site.checking import checked
from dateline.site.recipe import Collected, Pieces, recipe_of, sizes_of
from dateline.site.settings import Settings

LARGEST_TEMPLATE: Final = 100 * plainfiles.MEGABYTE
"""How large a file of templates/, or of an own theme, may be: the site has a copy of it."""


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


def odd_templates(settings: Settings) -> list[Problem]:
    """Return a problem for each file below templates/ that cannot be read as one: pipes never end, devices neither."""
    found = plainfiles.odd_files(settings.templates, LARGEST_TEMPLATE)
    return [_odd(settings.root, Path(path), why) for path, why in found]


def _odd(root: Path, path: Path, why: str) -> Problem:
    code = Code.TOO_LARGE if path.is_file() else Code.UNREADABLE
    here = Position(Path(os.path.relpath(path, root)).as_posix())
    return Problem(here, code, f"this cannot be a file of the templates: {why}", "remove it, or put a plain file here")


@dataclass(frozen=True, slots=True)
class Outline:
    """A chronology, checked and linked, without its pages; there is no edition where a problem is an error."""

    problems: tuple[Problem, ...]
    edition: Edition | None


def outline(settings: Settings) -> Outline:
    """Load, check and link."""
    corpus, problems = checked(settings, FileDigests(settings.root, settings.cache))
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
    drafts: int
    """How many records are drafts, and so not on the site."""


def unchecked(settings: Settings, digests: FileDigests, cache: loading.RecordCache) -> Unchecked:
    """Load and link, and have the rules checked in a process of their own."""
    corpus, found = loading.load(settings.content, settings.root, jobs=settings.jobs, digests=digests, cache=cache)
    found += odd_templates(settings)
    # What broken files make of the others is told with them, and nothing is built on it.
    told = forking.later(lambda: typed.as_json(_Found(rules.check(corpus))), 1 if has_errors(found) else settings.jobs)

    def problems() -> tuple[Problem, ...]:
        return tuple(sorted({*found, *typed.of_json(told(), _Found).problems}))

    return Unchecked(None if has_errors(found) else linked(settings, corpus), problems, corpus.draft_count)


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
        settings.has_entities,
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

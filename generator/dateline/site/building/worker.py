"""Carries out plans: makes their Markdown, has MkDocs build it, and notes what was looked at."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

from dateline.ground import caching, writing
from dateline.ground.garbage import sweep
from dateline.ground.problems import Problem
from dateline.pages.rendering.pages import Page, TemplateProblemError
from dateline.pages.rendering.plans import Plan
from dateline.pages.shared.edition import Edition
from dateline.site.building import build_state as remembering
from dateline.site.building.build_state import BuildState, Numbers
from dateline.site.building.contributions import PiecePlace, Spool
from dateline.site.building.engine import Engine, EngineError, warnings_of_mkdocs
from dateline.site.building.tracing import KeptNote, TracedEdition, encoded
from dateline.site.compiling import renderer_of
from dateline.site.settings import Settings

_SWEEP: Final = 20
"""After how many plans garbage is looked for."""


class Warned(NamedTuple):
    """What MkDocs warned of, and how loudly."""

    level: int
    message: str


class MadePlan(NamedTuple):
    """What a plan made: as `PlanResult` has it, but for the pieces, which lie where they were written."""

    path: str
    files: dict[str, str]
    pages: dict[str, str]
    notes: list[int]
    pieces: list[PiecePlace]


@dataclass(frozen=True, slots=True)
class MadeShare:
    """What a share of plans made, or why nothing could be made."""

    plans: list[MadePlan] = field(default_factory=list)
    notes: list[KeptNote] = field(default_factory=list)
    """What the plans looked at: these name a note by its place here."""
    warnings: list[Warned] = field(default_factory=list)
    problem: Problem | None = None
    """What is wrong with a template."""
    error: str = ""
    """Why MkDocs failed."""


class Worker:
    """Carries out plans, in whatever process it finds itself."""

    def __init__(self, engine: Engine, edition: Edition, settings: Settings, staged: Path, before: BuildState) -> None:
        self.engine, self.staged, self.before = engine, staged, before
        self.traced = TracedEdition(edition)
        self.renderer = renderer_of(settings, self.traced)
        self.spool = Spool(staged.parent)
        self._since = 0

    def carry_out(self, plans: Sequence[Plan]) -> MadeShare:
        """Make the files and pieces of `plans`, and tell what was looked at."""
        numbers = Numbers()
        done: list[MadePlan] = []
        with warnings_of_mkdocs() as warnings:
            for plan in plans:
                self.traced.taken()
                self._swept()
                try:
                    files, pages = self._files(plan)
                except TemplateProblemError as error:
                    return MadeShare(problem=error.problem)
                except EngineError as error:
                    return MadeShare(error=str(error))
                pieces = self.spool.put(plan.pieces(self.traced))
                notes = numbers.of(sorted(map(encoded, self.traced.taken_together())))
                done.append(MadePlan(plan.path, files, pages, notes, pieces))
        return MadeShare(done, numbers.notes, [Warned(level, message) for level, message in warnings])

    def _swept(self) -> None:
        """Remove the garbage of some plans: nobody else looks for it, and Python-Markdown leaves some of each page."""
        self._since += 1
        if self._since == _SWEEP:
            self._since = 0
            sweep()

    def _files(self, plan: Plan) -> tuple[dict[str, str], dict[str, str]]:
        known = self.before.plans.get(plan.path)
        files: dict[str, str] = {}
        pages: dict[str, str] = {}
        for page in plan.make(self.renderer):
            if not page.path.endswith(".md"):
                files[page.path] = write(self.staged, page)
                continue
            told = self.engine.told_on(page.path)
            content = f"{page.edit_path}\0{told}\0{page.content!s}".encode("utf-8", "surrogatepass")
            pages[page.path] = caching.digest(content)
            path = built_path(page.path)
            if known and known.pages.get(page.path) == pages[page.path] and path in known.files:
                files[path] = known.files[path]  # it stands as it was written, or nothing would be known
            else:
                built = self.engine.build(page)
                files[built] = remembering.hash_of(self.staged / built)
        return files, pages


def first_of_each_folder(plans: Iterable[Plan]) -> list[Plan]:
    """Return a plan of each kind of page, in their order."""
    found: dict[str, Plan] = {}
    for plan in plans:
        found.setdefault(plan.path.partition("/")[0], plan)
    return list(found.values())


def write(folder: Path, page: Page) -> str:
    """Write a file of the site as it is, and return its hash."""
    path, content = folder / page.path, page.as_bytes()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return writing.hash_of(content)


def built_path(page: str) -> str:
    """Return where a page goes: days/2017-11-17.md → days/2017-11-17/index.html."""
    stem = page.removesuffix(".md")
    return f"{stem}.html" if stem == "index" or stem.endswith("/index") else f"{stem}/index.html"

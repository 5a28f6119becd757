"""One build of a site: what a change reaches is made anew, the rest stays."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from dateline.ground import caching, publishing
from dateline.ground import processes as forking
from dateline.ground.caching import typed
from dateline.ground.caching.digests import FileDigests
from dateline.ground.problems import Problem
from dateline.pages.exports import EXPORT_PATHS, exports_of
from dateline.pages.rendering.pages import Page, Renderer, TemplateProblemError
from dateline.pages.rendering.plans import Plan
from dateline.pages.shared.edition import Edition
from dateline.pages.shared.listed import is_listed
from dateline.site import compiling
from dateline.site.building import build_state as remembering
from dateline.site.building.build_state import BuildState, Numbers, PlanResult
from dateline.site.building.collected import CollectedFiles, frame, making, sizes_of
from dateline.site.building.contributions import ContributionStore, PiecePlace
from dateline.site.building.engine import Engine, EngineError, warnings_of_mkdocs
from dateline.site.building.fingerprints import Fingerprints
from dateline.site.building.inputs import where
from dateline.site.building.options import BuildError, BuildOptions, Built
from dateline.site.building.tracing import KeptNote, decoded
from dateline.site.building.worker import MadeShare, Worker, first_of_each_folder
from dateline.site.plugin import TELLING
from dateline.site.recipe import DATA_PAGE, Collected, recipe_of, shards

_TASKS: Final = 1000
_FIRST: Final = "index.md"
"""What takes longest begins first."""
_FEW: Final = 200
"""How many plans are carried out without any ahead of the others."""
_WARNED: Final = "warned"


@dataclass(frozen=True, slots=True)
class KnownBuild:
    """What is there to begin with: `before` is remembered in `folder`."""

    folder: Path
    before: BuildState
    missing: set[str] = field(default_factory=set)
    """Files of the site that are not there as they were written."""
    stores: tuple[tuple[Path, BuildState], ...] = ()
    """Folders with the pieces that parts of it remember; if there are none, all are in `folder`."""
    is_of_now: bool = False
    """Whether all of it was made of the very files that are there now."""


class SiteBuild:
    """One build of one edition."""

    def __init__(self, options: BuildOptions, engine: Engine, edition: Edition, known: KnownBuild) -> None:
        self.options, self.engine, self.edition, self.known = options, engine, edition, known
        self.before = known.before
        self.store = ContributionStore(known.folder)
        self.fingerprints = Fingerprints(edition)
        self.recipe = recipe_of(edition)
        self.all_plans = {plan.path: plan for plan in self.recipe.plans()}
        self.plans = self.all_plans
        """Those to carry out here."""
        self.reasons: dict[str, str] = {}
        self.notes: tuple[str, ...] = ()
        self._warnings: list[tuple[int, str]] = []
        self._numbers = Numbers()
        self._places: dict[str, list[PiecePlace]] = {}
        self._changed: set[int] = set()
        """The notes of the last build that no longer stand for what they did."""

    def made(self, staged: Path) -> BuildState:
        """Make in `staged` what changed, and return what there is to remember."""
        now = self.made_of_plans(staged)
        wholes = list(self.recipe.wholes())
        with self._making(staged, [whole for whole in wholes if whole.is_search]) as search:
            with self._making(staged, [whole for whole in wholes if not whole.is_search], jobs=1) as exports:
                self._take(now, exports())
            self._make_data_page(staged, now)
            self._note(now)
            self._tell(self._warnings)
            self._take(now, search())
        self._frame(staged, now)
        return now

    def made_of_plans(self, staged: Path) -> BuildState:
        """Carry out the plans that a change reaches, and put the pieces of all plans together."""
        staged.mkdir(exist_ok=True)
        self._prepare()
        now = BuildState(shell=self._shell(), dated=f"{self.edition.updated} {self.engine.commit}")
        stale = self._stale(now)
        self.options.start(len(stale))
        self.worker = Worker(self.engine, self.edition, self.options.settings, staged, self.before)
        places = self._carried_out(stale, now)
        self.kept = self.store.gathered(now.plans, places)
        now.pieces = {whole: pieces.file.name for whole, pieces in self.kept.items()}
        return now

    def made_of_share(self, staged: Path, plans: Iterable[str], bundles: Container[str]) -> BuildState:
        """Make in `staged` only these plans and what is made of these alone, and return what there is to remember."""
        self.plans = {path: self.all_plans[path] for path in plans}
        now = self.made_of_plans(staged)
        with self._making(staged, [one for one in self.recipe.wholes() if one.name in bundles]) as search:
            self._note(now)
            self._take(now, search())
        self._tell(self._warnings)
        return now

    def published(self, staged: Path, now: BuildState, problems: tuple[Problem, ...]) -> Built:
        """Bring the site's folder up to date, and remember the build."""
        files = now.files
        written = publishing.update(staged, self.options.target, files, self.known.before.files)
        marks = ((path, remembering.mark_of(f"{self.options.target}/{path}")) for path in files)
        now.marks = {path: mark for path, mark in marks if mark is not None}
        now.told = list(self.notes)
        remembering.write(self.known.folder, now)
        self.store.forget_all_but(now.pieces.values())
        return Built(problems, written, now.count_of_pages, len(self.reasons), self.reasons, self.notes)

    # --- what every page depends on ----------------------------------------------------------------------------------

    def _prepare(self) -> None:
        with warnings_of_mkdocs() as warnings:
            try:
                self.engine.prepare(self._stubs(), self.edition.updated, self.edition.language)
            except EngineError as error:
                raise BuildError(str(error)) from error
        self._warnings = warnings  # told with those of the pages: a broken template is told first

    def _stubs(self) -> list[Page]:
        """Return the pages at the top; those whose titles mkdocs.yml does not give are made for theirs."""
        titled, listed = self.engine.explicit_titles(), self.engine.listed()
        renderer = compiling.renderer_of(self.options.settings, self.edition)
        stubs = [Page(DATA_PAGE, "")]
        if DATA_PAGE in listed - titled:
            stubs = self._pages_of(self.recipe.data_page(dict.fromkeys(EXPORT_PATHS, 0)), renderer)
        for plan in self.all_plans.values():
            if plan.path in titled:
                stubs.append(Page(plan.path, ""))
            elif plan.path.endswith(".md") and ("/" not in plan.path or plan.path in listed):
                stubs += [page for page in self._pages_of(plan, renderer) if page.path == plan.path]
        return stubs

    def _pages_of(self, plan: Plan, renderer: Renderer) -> list[Page]:
        try:
            return list(plan.make(renderer))
        except TemplateProblemError as error:
            raise self._broken(error.problem) from error

    def _broken(self, problem: Problem) -> BuildError:
        return BuildError("a template cannot be filled in", compiling.relative_to(self.options.settings.root, problem))

    def _shell(self) -> str:
        settings, graph = self.options.settings, self.edition.chronology
        digests = FileDigests(settings.root, None)
        parts = [self.engine.key(digests), self.engine.navigation(), digests.of_tree(settings.templates, follows=True)]
        parts += [
            repr(graph.masthead),
            repr((*settings.addresses, where(settings))),
            str(shards(self.edition)),
        ]
        return caching.digest("\n".join(parts).encode("utf-8", "surrogatepass"))

    # --- which plans a change reaches --------------------------------------------------------------------------------

    def _stale(self, now: BuildState) -> list[Plan]:
        """Return the plans to carry out, whole ones first; what is known of the others is sound from here on."""
        stores = self.known.stores or ((self.known.folder, self.before),)
        if self.before.shell != now.shell or any(ContributionStore(folder).lost(state) for folder, state in stores):
            why = (
                "the engine, a template or the configuration changed" if self.before.shell else "nothing is remembered"
            )
            self.before = BuildState()
            self.reasons = dict.fromkeys(self.plans, why)
        else:
            if not self.known.is_of_now:
                self._changed = self.before.changed_notes(self.fingerprints)
            for folder, state in stores:
                self._places |= ContributionStore(folder).places(state)
            for plan in self.plans.values():
                if why := self._why(plan, now):
                    self.reasons[plan.path] = why
            for made in self.before.plans.values():
                for path in self.known.missing.intersection(made.files):
                    del made.files[path]
        stale = [plan for plan in self.plans.values() if plan.path in self.reasons]
        return sorted(stale, key=lambda plan: plan.path != _FIRST)

    def _why(self, plan: Plan, now: BuildState) -> str:
        """Return why a plan has to be carried out; empty where it has not."""
        made = self.before.plans.get(plan.path)
        if made is None:
            return "it is new"
        if plan.path in TELLING and self.before.dated != now.dated:
            return "it tells when the records last changed, and the commit"
        return _why(made, self.before, self._changed, self.known.missing)

    # --- making them -------------------------------------------------------------------------------------------------

    def _carried_out(self, stale: Sequence[Plan], now: BuildState) -> dict[str, list[PiecePlace]]:
        """Carry out plans, note in `now` what all plans made, and return where their pieces are."""
        places = self._places
        new: dict[str, PlanResult] = {}
        for task in self._tasks(stale):
            new |= self._taken(task, places)
            self.options.advance(len(task.plans))
        numbered: dict[int, int] = {}
        for path in self.plans:
            if path not in self.reasons:
                made = self.before.plans[path]
                made.notes = [self._number(note, numbered) for note in made.notes]
                new[path] = made
        now.plans = {path: new[path] for path in self.plans}
        return places

    def _number(self, note: int, numbered: dict[int, int]) -> int:
        """Return the new number of a note that had another in the last build."""
        if note not in numbered:
            numbered[note] = self._numbers.of([self.before.notes[note]])[0]
        return numbered[note]

    def _tasks(self, stale: Sequence[Plan]) -> Iterator[MadeShare]:
        ahead = first_of_each_folder(stale) if len(stale) > _FEW and self.options.settings.jobs > 1 else []
        if ahead:  # what they look at and the templates that they need are at hand in every process then
            yield self.worker.carry_out(ahead)
        rest = [plan for plan in stale if plan not in ahead]
        alone_ = sum(plan.path == _FIRST for plan in rest)
        size = max(1, -(-(len(rest) - alone_) // _TASKS))
        shares = [[plan] for plan in rest[:alone_]]
        shares += [rest[start : start + size] for start in range(alone_, len(rest), size)]

        def work(number: int) -> bytes:
            return typed.as_json(self.worker.carry_out(shares[number]))

        for _, result in forking.results(work, len(shares), self.options.settings.jobs):
            yield typed.of_json(result, MadeShare)

    def _taken(self, share: MadeShare, places: dict[str, list[PiecePlace]]) -> dict[str, PlanResult]:
        """Return what a share of plans made, plan by plan."""
        self._refuse(share)
        self._warnings += share.warnings
        found = {}
        for made in share.plans:
            seen = [share.notes[number] for number in made.notes]
            if share.warnings:  # what MkDocs warned of is made again next time, to warn again
                seen = [KeptNote(_WARNED, made.path)]
            found[made.path] = PlanResult(made.files, made.pages, self._numbers.of(seen))
            places[made.path] = made.pieces
        return found

    def _note(self, now: BuildState) -> None:
        """Put what was looked at in the order of its names, each with its fingerprint."""
        sorted_ = sorted(range(len(self._numbers.notes)), key=lambda number: self._numbers.notes[number].name)
        place = {number: at for at, number in enumerate(sorted_)}
        now.notes = [self._numbers.notes[number] for number in sorted_]
        now.fingerprints = [
            self.fingerprints.of(decoded(note)) if note.name != _WARNED else _WARNED for note in now.notes
        ]  # of a name that nothing has, the fingerprint is empty
        for made in now.plans.values():
            made.notes = [place[note] for note in made.notes]

    def _refuse(self, share: MadeShare) -> None:
        if share.problem is not None:
            raise self._broken(share.problem)
        if share.error:
            raise BuildError(share.error)

    def _tell(self, warnings: Iterable[tuple[int, str]]) -> None:
        found = sorted(set(warnings))
        self.notes += tuple(message for _, message in found)
        if found and self.options.strict:
            raise BuildError(
                "MkDocs warned, and the build is strict: " + "; ".join(message for _, message in found[:5])
            )

    # --- what is made of all plans -----------------------------------------------------------------------------------

    def _making(
        self, staged: Path, wholes: Sequence[Collected], jobs: int | None = None
    ) -> AbstractContextManager[Callable[[], CollectedFiles]]:
        jobs = jobs or self.options.settings.jobs
        return making(wholes, self.kept, self.before, self.known.missing, staged, jobs)

    def _take(self, now: BuildState, made: CollectedFiles) -> None:
        self.reasons |= made.reasons
        now.wholes = dict(sorted((now.wholes | made.wholes).items()))

    def _make_data_page(self, staged: Path, now: BuildState) -> None:
        """Make the page that tells how large the exports are."""
        offered = (export.path for export in exports_of(self.edition))
        sizes = sizes_of(offered, staged, self.options.target)
        now.sizes = str(sizes)
        plan = self.recipe.data_page(sizes)
        made = self.before.plans.get(plan.path)
        why = _why(made, self.before, self._changed, self.known.missing) if made else "it is new"
        if made and not why and self.before.sizes == now.sizes:
            made.notes = self._numbers.of(self.before.notes[place] for place in made.notes)
            now.plans[plan.path] = made
            return
        self.reasons[plan.path] = why or "the size of a file changed"
        now.plans |= self._taken(self.worker.carry_out([plan]), {})

    def _frame(self, staged: Path, now: BuildState) -> None:
        """Make what is no page, unless the pages are those of before."""
        before = self.before
        now.listed = [path for path in now.pages if is_listed(self.edition.chronology, path)]
        stands = before.frame and self.known.missing.isdisjoint(before.frame)
        if stands and now.listed == before.listed and before.dated == now.dated:
            now.frame = before.frame
            return
        with warnings_of_mkdocs() as warnings:
            try:
                self.engine.build_frame(now.listed, self.edition.updated)
            except EngineError as error:
                raise BuildError(str(error)) from error
        self._tell(warnings)
        now.frame = frame(staged, now.files.keys())


def _why(made: PlanResult, before: BuildState, changed: set[int], missing: set[str]) -> str:
    """Return why a plan has to be carried out; empty where it has not."""
    if lost := missing.intersection(made.files):
        return f"{min(lost)} is not there as it was written"
    if not changed.isdisjoint(made.notes):
        name, key = next(decoded(before.notes[note]) for note in made.notes if note in changed)
        return f"{name}[{key}] changed"
    return ""

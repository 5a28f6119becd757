"""A build from records to the site's folder: read `build` to know its steps."""

import gc
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from generator import caching, compiling, forking, gathering, writing
from generator.building import memory as remembering
from generator.building.engine import Engine, EngineError, warnings_of_mkdocs
from generator.building.memory import Made, Memory, Numbers
from generator.building.pieces import Kept, Place, Store
from generator.building.staging import alone, staging
from generator.building.worker import Worker, write
from generator.caching.stamps import Stamps
from generator.compiling import EXPORT_PATHS, Settings
from generator.gathering import Whole
from generator.plugin import TELLING
from generator.problems import Code, Position, Problem, has_errors
from generator.rendering.pages import Page, Renderer, TemplateProblemError
from generator.rendering.site import Plan
from generator.views.edition import Edition
from generator.views.fingerprints import Fingerprints
from generator.views.tracing import decoded

_TASKS: Final = 1000
_FIRST: Final = frozenset({"sources/index.md", "index.md"})
"""What takes longest begins first."""
_WARNED: Final = "warned"


class BuildError(Exception):
    """The site could not be built; `problem` says it of a template."""

    def __init__(self, message: str, problem: Problem | None = None) -> None:
        super().__init__(message)
        self.problem = problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to build, and how."""

    config_file: Path
    settings: Settings
    target: Path
    strict: bool = True
    fresh: bool = False
    """Whether to make everything anew, whatever is remembered."""
    waiting: Callable[[], None] = lambda: None
    """Called if another build of the project has to end first."""
    start: Callable[[int], None] = lambda _: None
    """Told how many pages will be made."""
    advance: Callable[[int], None] = lambda _: None
    """Told how many more were made."""


@dataclass(slots=True)
class Built:
    """What a build did; without `written`, the records have errors, or it is not for this way of building."""

    problems: tuple[Problem, ...] = ()
    written: writing.Written | None = None
    pages: int = 0
    made: int = 0
    reasons: dict[str, str] = field(default_factory=dict)
    """What was made anew, each with the reason."""
    notes: tuple[str, ...] = ()
    """What else a user wants to know."""
    possible: bool = True
    """Whether the configuration lets pages be built one by one."""


def build(order: Order) -> Built:
    """Check the records, make the pages that a change reaches, and bring the site's folder up to date."""
    settings = order.settings
    assert settings.cache is not None  # noqa: S101 - a project with a configuration remembers
    folder = settings.cache / caching.digest(str(order.target).encode())[:8]
    with alone(settings.cache, order.waiting), staging(order.target) as staged, _without_collector():
        try:
            engine = Engine(order.config_file, staged, strict=order.strict)
        except EngineError as error:
            raise BuildError(str(error)) from error
        if not engine.can_build:
            return Built(possible=False)
        stamps = Stamps(settings.root, settings.cache)
        configured = engine.all_inputs(stamps)
        inputs = _inputs(order, configured, stamps)
        before = Memory() if order.fresh else remembering.read(folder)
        missing = before.missing(order.target)
        if before.inputs == inputs and not missing and writing.is_known(order.target, before.files):
            return _unchanged(before)
        done = _checked_and_built(order, engine, stamps, _Kept(folder, before, missing, configured, inputs), staged)
        stamps.save()
        return done


def _unchanged(before: Memory) -> Built:
    pages = sum(len(made.pages) for made in before.plans.values())
    files = len(before.files)
    notes = tuple(note for *_, note in before.wholes.values() if note)
    problems = tuple(map(compiling.problem_of, before.problems))
    return Built(problems, writing.Written(0, files, 0), pages, notes=tuple(dict.fromkeys(notes)))


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is there from the last build, in `folder`."""

    folder: Path
    before: Memory
    missing: set[str]
    """Files of the site that are not there as they were written."""
    configured: str
    """A digest of the engine and of what configures it."""
    inputs: str
    """A digest of all that goes into this build."""


def _checked_and_built(order: Order, engine: Engine, stamps: Stamps, kept: _Kept, staged: Path) -> Built:
    """Build while the records are still being checked, and keep the result only if they are sound."""
    found = compiling.unchecked(order.settings, stamps)
    if found.edition is None:
        return Built(found.problems())
    site = _Site(order, engine, found.edition, kept)
    try:
        now = site.made(staged)
    except Exception:
        problems = found.problems()
        if has_errors(problems):  # what failed was built on them
            return Built(problems)
        raise
    problems = found.problems()
    if has_errors(problems):
        return Built(problems)
    now.problems = [compiling.plain_problem(problem) for problem in problems]
    again = _inputs(order, kept.configured, Stamps(order.settings.root, order.settings.cache))
    now.inputs = kept.inputs if again == kept.inputs else ""  # else somebody saved a file meanwhile
    return site.published(staged, now, problems)


def _inputs(order: Order, configured: str, stamps: Stamps) -> str:
    """Return a digest of every byte that the site depends on."""
    settings = order.settings
    plain = [repr((settings.edit_base, settings.contest_base, settings.site_url, order.strict))]
    trees = [stamps.of_tree(settings.content), stamps.of_tree(settings.templates)]
    return caching.digest("\n".join([configured, *plain, *trees]).encode("utf-8", "surrogatepass"))


class _Site:
    """One build of one edition."""

    def __init__(self, order: Order, engine: Engine, edition: Edition, kept: _Kept) -> None:
        self.order, self.engine, self.edition, self.kept = order, engine, edition, kept
        self.before = kept.before
        self.store = Store(kept.folder)
        self.plans = {plan.path: plan for plan in compiling.plans(edition)}
        self.reasons: dict[str, str] = {}
        self.notes: tuple[str, ...] = ()
        self.warnings: list[tuple[int, str]] = []

    def made(self, staged: Path) -> Memory:
        """Make in `staged` what changed, and return what there is to remember."""
        staged.mkdir()
        self._prepare()
        now = Memory(shell=self._shell(), dated=f"{self.edition.updated} {self.engine.commit}")
        self.fingerprints = Fingerprints(self.edition)
        stale = self._stale(now)
        self.order.start(len(stale))
        self.worker = Worker(self.engine, self.edition, self.order.settings.templates, staged, self.before)
        places = self._carried_out(stale, now)
        kept = self.store.gathered(now.plans, places)
        now.pieces = {whole: pieces.file.name for whole, pieces in kept.items()}
        self._make_wholes(staged, now, kept)
        self._make_data_page(staged, now)
        self._note(now)
        self._tell(self.warnings)
        self._frame(staged, now)
        return now

    def published(self, staged: Path, now: Memory, problems: tuple[Problem, ...]) -> Built:
        """Bring the site's folder up to date, and remember the build."""
        files = now.files
        written = writing.update(staged, self.order.target, files)
        marks = ((path, remembering.mark_of(f"{self.order.target}/{path}")) for path in files)
        now.marks = {path: mark for path, mark in marks if mark is not None}
        remembering.write(self.kept.folder, now)
        self.store.forget_all_but(now.pieces.values())
        pages = sum(len(made.pages) for made in now.plans.values())
        return Built(problems, written, pages, len(self.reasons), self.reasons, self.notes)

    # --- what every page depends on ----------------------------------------------------------------------------------

    def _prepare(self) -> None:
        with warnings_of_mkdocs() as warnings:
            try:
                self.engine.prepare(self._stubs(), self.edition.updated)
            except EngineError as error:
                raise BuildError(str(error)) from error
        self.warnings = warnings  # told with those of the pages: a broken template is told first

    def _stubs(self) -> list[Page]:
        """Return the pages at the top; those whose titles mkdocs.yml does not give are made for theirs."""
        titled = self.engine.explicit_titles()
        renderer = Renderer(self.order.settings.templates, self.edition)
        stubs = [Page(compiling.DATA_PAGE, "")]
        for plan in self.plans.values():
            if plan.path in titled:
                stubs.append(Page(plan.path, ""))
            elif plan.path.endswith(".md") and "/" not in plan.path:
                stubs += [page for page in self._pages_of(plan, renderer) if page.path == plan.path]
        return stubs

    def _pages_of(self, plan: Plan, renderer: Renderer) -> list[Page]:
        try:
            return list(plan.make(renderer))
        except TemplateProblemError as error:
            raise self._broken(error.problem) from error

    def _broken(self, problem: Problem) -> BuildError:
        return BuildError("a template cannot be filled in", compiling.relative_to(self.order.settings.root, problem))

    def _shell(self) -> str:
        settings, graph = self.order.settings, self.edition.chronology
        stamps = Stamps(settings.root, None)
        parts = [self.engine.key(stamps), self.engine.navigation(), stamps.of_tree(settings.templates)]
        parts += [
            repr(graph.masthead),
            repr((settings.edit_base, settings.contest_base, settings.site_url)),
            str(gathering.shards(self.edition)),
        ]
        return caching.digest("\n".join(parts).encode("utf-8", "surrogatepass"))

    # --- which plans a change reaches --------------------------------------------------------------------------------

    def _stale(self, now: Memory) -> list[Plan]:
        """Return the plans to carry out, whole ones first; what is known of the others is sound from here on."""
        if self.before.shell != now.shell or self.store.lost(self.before):
            why = (
                "the engine, a template or the configuration changed" if self.before.shell else "nothing is remembered"
            )
            self.before = Memory()
            self.reasons = dict.fromkeys(self.plans, why)
        else:
            changed = self.before.changed_notes(self.fingerprints)
            for plan in self.plans.values():
                if why := self._why(plan, now, changed):
                    self.reasons[plan.path] = why
            for made in self.before.plans.values():
                for path in self.kept.missing.intersection(made.files):
                    del made.files[path]
        stale = [plan for plan in self.plans.values() if plan.path in self.reasons]
        return sorted(stale, key=lambda plan: plan.path not in _FIRST)

    def _why(self, plan: Plan, now: Memory, changed: set[int]) -> str:
        """Return why a plan has to be carried out; empty where it has not."""
        made = self.before.plans.get(plan.path)
        if made is None:
            return "it is new"
        if plan.path in TELLING and self.before.dated != now.dated:
            return "it tells when the records last changed, and the commit"
        return _why(made, self.before, changed, self.kept.missing)

    # --- making them -------------------------------------------------------------------------------------------------

    def _carried_out(self, stale: Sequence[Plan], now: Memory) -> dict[str, list[Place]]:
        """Carry out plans, note in `now` what all plans made, and return where their pieces are."""
        places = self.store.places(self.before)
        self._numbers = Numbers()
        new: dict[str, Made] = {}
        for task in self._tasks(stale):
            new |= self._taken(task, places)
            self.order.advance(len(task["plans"]))
        numbered: dict[int, int] = {}
        for path in self.plans:
            if path not in self.reasons:
                made = self.before.plans[path]
                made.notes = [self._number(note, numbered) for note in made.notes]
                new[path] = made
        now.plans = {path: new[path] for path in self.plans}
        return places

    def _number(self, note: int, numbered: dict[int, int]) -> int:
        """Return the new number of a note that had another in the memory of the last build."""
        if note not in numbered:
            numbered[note] = self._numbers.of([self.before.notes[note]])[0]
        return numbered[note]

    def _tasks(self, stale: Sequence[Plan]) -> Iterator[dict[str, Any]]:
        alone_ = sum(plan.path in _FIRST for plan in stale)
        size = max(1, -(-(len(stale) - alone_) // _TASKS))
        shares = [[plan] for plan in stale[:alone_]]
        shares += [list(stale[start : start + size]) for start in range(alone_, len(stale), size)]

        def work(number: int) -> bytes:
            result = self.worker.carry_out(shares[number])
            return json.dumps(result, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")

        for _, result in forking.results(work, len(shares), self.order.settings.jobs):
            yield json.loads(result)

    def _taken(self, task: dict[str, Any], places: dict[str, list[Place]]) -> dict[str, Made]:
        """Return what a task made, plan by plan."""
        self._refuse(task)
        names = [decoded(note) for note in task["names"]]
        self.warnings += [(level, message) for level, message in task["warnings"]]
        found = {}
        for path, files, pages, notes, pieces in task["plans"]:
            seen = [names[number] for number in notes]
            if task["warnings"]:  # what MkDocs warned of is made again next time, to warn again
                seen = [(_WARNED, path)]
            found[path] = Made(files, pages, self._numbers.of(seen))
            places[path] = [(whole, name, file, start, length) for whole, name, file, start, length in pieces]
        return found

    def _note(self, now: Memory) -> None:
        """Put what was looked at in the order of its names, each with its fingerprint."""
        order = sorted(range(len(self._numbers.notes)), key=lambda number: self._numbers.notes[number][0])
        place = {number: at for at, number in enumerate(order)}
        now.notes = [self._numbers.notes[number] for number in order]
        now.fingerprints = [
            self.fingerprints.of(note) if note[0] != _WARNED else _WARNED for note in now.notes
        ]  # of a name that nothing has, the fingerprint is empty
        for made in now.plans.values():
            made.notes = [place[note] for note in made.notes]

    def _refuse(self, task: dict[str, Any]) -> None:
        if "problem" in task:
            place, code, message, hint = task["problem"]
            raise self._broken(Problem(Position(*place), Code(code), message, hint))
        if "error" in task:
            raise BuildError(task["error"])

    def _tell(self, warnings: list[tuple[int, str]]) -> None:
        found = sorted(set(warnings))
        self.notes += tuple(message for _, message in found)
        if found and self.order.strict:
            raise BuildError(
                "MkDocs warned, and the build is strict: " + "; ".join(message for _, message in found[:5])
            )

    # --- what is made of all plans -----------------------------------------------------------------------------------

    def _make_wholes(self, staged: Path, now: Memory, kept: Mapping[str, Kept]) -> None:
        """Make what pieces were added to, unless it is made of the same as before and stands."""
        nothing = Kept(staged, {}, [])
        todo: list[tuple[Whole, Kept, str]] = []
        for whole in gathering.wholes(self.edition):
            key = caching.digest(f"{whole.key}\0{now.pieces.get(whole.name, '')}".encode())
            known = self.before.wholes.get(whole.name)
            if known and known[0] == key and self.kept.missing.isdisjoint(known[1]):
                now.wholes[whole.name] = known
            else:
                self.reasons[whole.name] = "a piece of it changed" if known else "it is new"
                todo.append((whole, kept.get(whole.name, nothing), key))

        def work(number: int) -> bytes:
            whole, pieces, key = todo[number]
            made = whole.make(pieces)
            return json.dumps([key, {page.path: write(staged, page) for page in made.files}, made.note]).encode()

        for number, result in forking.results(work, len(todo), self.order.settings.jobs):
            now.wholes[todo[number][0].name] = json.loads(result)
        now.wholes = dict(sorted(now.wholes.items()))
        self.notes += tuple(dict.fromkeys(note for *_, note in now.wholes.values() if note))

    def _make_data_page(self, staged: Path, now: Memory) -> None:
        """Make the page that tells how large the exports are."""
        sizes = {path: _size(path, staged, self.order.target) for path in sorted(EXPORT_PATHS)}
        now.sizes = str(sizes)
        plan = compiling.data_plan(sizes)
        made = self.before.plans.get(plan.path)
        changed = {place for place in made.notes if self._differs(place)} if made else set()
        why = _why(made, self.before, changed, self.kept.missing) if made else "it is new"
        if made and not why and self.before.sizes == now.sizes:
            made.notes = self._numbers.of(self.before.notes[place] for place in made.notes)
            now.plans[plan.path] = made
            return
        self.reasons[plan.path] = why or "the size of a file changed"
        now.plans |= self._taken(self.worker.carry_out([plan]), {})

    def _differs(self, place: int) -> bool:
        return self.fingerprints.of(self.before.notes[place]) != self.before.fingerprints[place]

    # --- what is no page ---------------------------------------------------------------------------------------------

    def _frame(self, staged: Path, now: Memory) -> None:
        before = self.before
        paths = _pages(now)
        stands = before.frame and self.kept.missing.isdisjoint(before.frame)
        if stands and paths == _pages(before) and before.dated == now.dated:
            now.frame = before.frame
            return
        made = now.files.keys()
        with warnings_of_mkdocs() as warnings:
            try:
                self.engine.build_frame(paths, self.edition.updated.isoformat())
            except EngineError as error:
                raise BuildError(str(error)) from error
        self._tell(warnings)
        files = (path for path in staged.rglob("*") if path.is_file())
        names = {path.relative_to(staged).as_posix(): path for path in files}
        now.frame = {name: remembering.sha256(path) for name, path in sorted(names.items()) if name not in made}


def _pages(memory: Memory) -> list[str]:
    return [page for made in memory.plans.values() for page in made.pages]


def _size(path: str, staged: Path, target: Path) -> int:
    made = staged / path
    return (made if made.exists() else target / path).stat().st_size


def _why(made: Made, before: Memory, changed: set[int], missing: set[str]) -> str:
    """Return why a plan has to be carried out; empty where it has not."""
    if lost := missing.intersection(made.files):
        return f"{min(lost)} is not there as it was written"
    if not changed.isdisjoint(made.notes):
        name, key = next(before.notes[note] for note in made.notes if note in changed)
        return f"{name}[{key}] changed"
    return ""


@contextmanager
def _without_collector() -> Iterator[None]:
    """Keep Python from looking for cycles among records, of which there are very many and which stay."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()

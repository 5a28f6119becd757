"""A build from records to the site's folder: read `build` to know its steps."""

import contextlib
import fcntl
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, dataclass, field
from pathlib import Path
from typing import Any, Final

from generator import caching, compiling, forking, search, writing
from generator.building import memory as remembering
from generator.building.engine import Engine, EngineError, warnings_of_mkdocs
from generator.building.memory import Made, Memory, Numbers
from generator.caching.stamps import Stamps
from generator.compiling import Settings
from generator.problems import Code, Position, Problem
from generator.rendering.pages import Page, Renderer, TemplateProblemError
from generator.rendering.site import Plan
from generator.views.edition import Edition
from generator.views.tracing import Fingerprints, Note, TracedEdition, decoded, encoded

_TASKS: Final = 1000
_FIRST: Final = frozenset({"data/index.md", "sources/index.md", "index.md"})
"""What takes longest begins first."""


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
    """The plans that were made anew, each with the reason."""
    notes: tuple[str, ...] = ()
    """What else a user wants to know."""
    possible: bool = True
    """Whether the configuration lets pages be built one by one."""


def build(order: Order) -> Built:
    """Check the records, make the pages that a change reaches, and bring the site's folder up to date."""
    assert order.settings.cache is not None  # noqa: S101 - a project with a configuration remembers
    folder = order.settings.cache / caching.digest(str(order.target).encode())[:8]
    with _alone(order.settings.cache), _staging(order.target) as staged:
        engine = Engine(order.config_file, staged, strict=order.strict)
        if not engine.can_build:
            return Built(possible=False)
        found = compiling.outline(order.settings)
        if found.edition is None:
            return Built(found.problems)
        site = _Site(order, engine, found.edition, folder)
        return site.built(staged, found.problems)


class _Site:
    """One build of one edition."""

    def __init__(self, order: Order, engine: Engine, edition: Edition, folder: Path) -> None:
        self.order, self.engine, self.edition, self.folder = order, engine, edition, folder
        self.plans = list(compiling.plans(edition))
        self.updated = edition.updated
        self.reasons: dict[str, str] = {}
        self.warnings: list[tuple[int, str]] = []

    def built(self, staged: Path, problems: tuple[Problem, ...]) -> Built:
        self._prepare()
        before = Memory() if self.order.fresh else remembering.read(self.folder)
        shell = self._shell()
        fingerprints = Fingerprints(self.edition)
        stale = self._stale(before, shell, fingerprints)
        self.order.start(len(stale))
        now = self._made(staged, before, stale, fingerprints)
        now.shell = shell
        self._frame(staged, before, now)
        written = writing.update(staged, self.order.target, now.files)
        now.marks = {path: mark for path in now.files if (mark := self._mark(path)) is not None}
        remembering.write(self.folder, now)
        pages = sum(len(made.pages) for made in now.plans.values())
        return Built(problems, written, pages, len(stale), self.reasons, self.notes)

    notes: tuple[str, ...] = ()

    def _mark(self, path: str) -> list[int] | None:
        return remembering.mark_of(self.order.target / path)

    # --- what every page depends on ----------------------------------------------------------------------------------

    def _prepare(self) -> None:
        with warnings_of_mkdocs() as warnings:
            try:
                self.engine.prepare(self._stubs(), self.updated)
            except EngineError as error:
                raise BuildError(str(error)) from error
        self.warnings = warnings  # told with those of the pages: a broken template is told first

    def _stubs(self) -> list[Page]:
        """Return the pages at the top; those whose titles mkdocs.yml does not give are made for theirs."""
        titled = self.engine.explicit_titles()
        renderer = Renderer(self.order.settings.templates, self.edition)
        stubs = []
        for plan in self.plans:
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
        # The day of the last change stands at the foot of every page.
        parts += [
            repr(graph.masthead),
            str(self.updated),
            repr((settings.edit_base, settings.contest_base, settings.site_url)),
        ]
        return caching.digest("\n".join(parts).encode("utf-8", "surrogatepass"))

    # --- which plans a change reaches --------------------------------------------------------------------------------

    def _stale(self, before: Memory, shell: str, fingerprints: Fingerprints) -> list[Plan]:
        """Return the plans to carry out, whole ones first."""
        if before.shell != shell:
            why = "nothing is remembered" if not before.shell else "the engine, a template or the configuration changed"
            before.plans.clear()
            before.frame.clear()
            self.reasons = dict.fromkeys((plan.path for plan in self.plans), why)
        else:
            changed, missing = before.changed_notes(fingerprints), before.missing(self.order.target)
            for plan in self.plans:
                if why := _why(plan, before, changed, missing):
                    self.reasons[plan.path] = why
        stale = [plan for plan in self.plans if plan.path in self.reasons]
        return sorted(stale, key=lambda plan: plan.path not in _FIRST)

    # --- making them -------------------------------------------------------------------------------------------------

    def _made(self, staged: Path, before: Memory, stale: Sequence[Plan], fingerprints: Fingerprints) -> Memory:
        numbers = Numbers()
        now = Memory()
        old = {plan.path: before.plans[plan.path] for plan in self.plans if plan.path not in self.reasons}
        new: dict[str, Made] = {}
        warnings = self.warnings
        doubtful: set[str] = set()
        for task in self._tasks(staged, stale, before):
            self._refuse(task)
            names = [decoded(note) for note in task["names"]]
            for path, files, pages, notes in task["plans"]:
                new[path] = Made(files, pages, numbers.of(names[number] for number in notes))
            warnings += [(level, message) for level, message in task["warnings"]]
            doubtful |= {path for path, *_ in task["plans"]} if task["warnings"] else set()
            now.search = task.get("search", now.search)
            now.documents = task.get("documents", now.documents)
            self.notes += tuple(task.get("notes", ()))
            self.order.advance(len(task["plans"]))
        self._tell(warnings)
        for path, made in old.items():
            made.notes = numbers.of(before.notes[number] for number in made.notes)
            new[path] = made
        # What MkDocs warned of is made again next time, to warn again.
        now.plans = {plan.path: new[plan.path] for plan in self.plans}
        for path in doubtful:
            now.plans[path].notes = numbers.of([("nothing", path)])
        now.notes = numbers.notes
        now.fingerprints = [fingerprints.of(note) if note[0] != "nothing" else "warned" for note in numbers.notes]
        return now

    def _tasks(self, staged: Path, stale: Sequence[Plan], before: Memory) -> Iterator[dict[str, Any]]:
        alone = sum(plan.path in _FIRST for plan in stale)
        size = max(1, -(-(len(stale) - alone) // _TASKS))
        shares = [[plan] for plan in stale[:alone]]
        shares += [list(stale[start : start + size]) for start in range(alone, len(stale), size)]
        worker = _Worker(self.engine, self.edition, self.order, staged, before)

        def work(number: int) -> bytes:
            result = worker.search() if not number else worker.carry_out(shares[number - 1])
            return json.dumps(result, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")

        for _, result in forking.results(work, len(shares) + 1, self.order.settings.jobs):
            yield json.loads(result)

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

    # --- what is no page ---------------------------------------------------------------------------------------------

    def _frame(self, staged: Path, before: Memory, now: Memory) -> None:
        paths = [path for made in now.plans.values() for path in made.pages]
        known = [path for plan in self.plans if plan.path in before.plans for path in before.plans[plan.path].pages]
        stands = all(not self._is_missing(path, hash_) for path, hash_ in before.frame.items())
        if before.frame and stands and paths == known and before.dated == str(self.updated):
            now.frame = before.frame
            now.dated = before.dated
            return
        made = {path for plan in now.plans.values() for path in plan.files} | now.search.keys()
        with warnings_of_mkdocs() as warnings:
            try:
                self.engine.build_frame(paths, self.updated.isoformat())
            except EngineError as error:
                raise BuildError(str(error)) from error
        self._tell(warnings)
        files = (path for path in staged.rglob("*") if path.is_file())
        names = {path.relative_to(staged).as_posix(): path for path in files}
        now.frame = {name: remembering.sha256(path) for name, path in sorted(names.items()) if name not in made}
        now.dated = str(self.updated)

    def _is_missing(self, path: str, hash_: str) -> bool:
        try:
            return remembering.sha256(self.order.target / path) != hash_
        except OSError:
            return True


class _Worker:
    """Carries out plans, in whatever process it finds itself."""

    def __init__(self, engine: Engine, edition: Edition, order: Order, staged: Path, before: Memory) -> None:
        self.engine, self.order, self.staged, self.before = engine, order, staged, before
        self.edition = edition
        self.traced = TracedEdition(edition)
        self.renderer = Renderer(order.settings.templates, self.traced)

    def carry_out(self, plans: Sequence[Plan]) -> dict[str, Any]:
        """Make the files of `plans`, and tell what was looked at."""
        numbers = Numbers()
        done: list[list[Any]] = []
        with warnings_of_mkdocs() as warnings:
            for plan in plans:
                self.traced.taken()
                try:
                    files, pages = self._files(plan)
                except TemplateProblemError as error:
                    problem = error.problem
                    place = list(astuple(problem.position))
                    return {"problem": [place, problem.code.value, problem.message, problem.hint]}
                except EngineError as error:
                    return {"error": str(error)}
                done.append([plan.path, files, pages, numbers.of(_in_order(self.traced.taken()))])
        return {"plans": done, "names": [encoded(note) for note in numbers.notes], "warnings": warnings}

    def _files(self, plan: Plan) -> tuple[dict[str, str], dict[str, str]]:
        known = self.before.plans.get(plan.path)
        files: dict[str, str] = {}
        pages: dict[str, str] = {}
        for page in plan.make(self.renderer):
            if not page.path.endswith(".md"):
                files[page.path] = self._write(page)
                continue
            content = f"{page.edit_path}\0{page.content!s}".encode("utf-8", "surrogatepass")
            pages[page.path] = caching.digest(content)
            path = _built_path(page.path)
            if (
                known
                and known.pages.get(page.path) == pages[page.path]
                and self._stands(path, known.files.get(path, ""))
            ):
                files[path] = known.files[path]
            else:
                built = self.engine.build(page)
                files[built] = remembering.sha256(self.staged / built)
        return files, pages

    def _stands(self, path: str, hash_: str) -> bool:
        try:
            return bool(hash_) and remembering.sha256(self.order.target / path) == hash_
        except OSError:
            return False

    def _write(self, page: Page) -> str:
        path = self.staged / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        content = page.content.encode("utf-8", "surrogatepass") if isinstance(page.content, str) else page.content
        path.write_bytes(content)
        return remembering.sha256(path)

    def search(self) -> dict[str, Any]:
        """Index what the search finds, unless that is what it was."""
        documents, language = search.search_documents(self.edition), self.edition.chronology.masthead.language
        digest = caching.digest(repr((language, documents)).encode("utf-8", "surrogatepass"))
        told: dict[str, Any] = {"plans": [], "names": [], "warnings": [], "documents": digest}
        known = self.before.search
        if known and self.before.documents == digest and all(self._stands(path, known[path]) for path in known):
            return {**told, "search": known}
        bundle = search.bundles(documents, language)
        files = {path: self._write(Page(path, content)) for path, content in bundle.files.items()}
        return {**told, "search": files, "notes": [bundle.missing] if bundle.missing else []}


def _why(plan: Plan, before: Memory, changed: set[int], missing: set[str]) -> str:
    """Return why a plan has to be carried out; empty where it has not."""
    made = before.plans.get(plan.path)
    if made is None:
        return "it is new"
    if lost := missing.intersection(made.files):
        return f"{min(lost)} is not there as it was written"
    if not changed.isdisjoint(made.notes):
        name, key = next(before.notes[note] for note in made.notes if note in changed)
        return f"{name}[{key}] changed"
    return ""


def _in_order(notes: set[Note]) -> list[Note]:
    return sorted(notes, key=repr)


def _built_path(path: str) -> str:
    """Return where a page goes: days/2017-11-17.md → days/2017-11-17/index.html."""
    stem = path.removesuffix(".md")
    return f"{stem}.html" if stem == "index" or stem.endswith("/index") else f"{stem}/index.html"


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other build of the project is at work."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextlib.contextmanager
def _staging(target: Path) -> Iterator[Path]:
    target.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=target.parent, prefix=".dateline-build-"))
    try:
        yield folder / "site"
    finally:
        shutil.rmtree(folder, ignore_errors=True)

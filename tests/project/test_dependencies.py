"""What pyproject.toml asks for: imported, or with the reason why not; bounded where its inside is used; extras."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Final

import pytest
from dateline.cli.extras import EXTRAS
from projects import ROOT, environment, files_of

LINE: Final = re.compile(r'^  "(?P<requirement>[^"]+)",?\s+# (?P<reason>\S.*)$')
EVERYWHERE: Final = ("generator", "benchmarks", "tests", ".github")


@dataclass(frozen=True, slots=True)
class Dependency:
    """A line of pyproject.toml."""

    group: str
    requirement: str
    reason: str

    @property
    def name(self) -> str:
        return normal(re.split(r"[\[<>=!~; ]", self.requirement)[0])


@cache
def dependencies() -> tuple[Dependency, ...]:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    reasons = [(match["requirement"], match["reason"]) for line in text.splitlines() if (match := LINE.match(line))]
    known = tomllib.loads(text)
    lists = {
        "": known["project"]["dependencies"],
        **known["project"]["optional-dependencies"],
        **known["dependency-groups"],
    }
    asked = [(group, requirement) for group, entries in lists.items() for requirement in entries]
    given = dict(reasons)
    missing = [requirement for _, requirement in asked if requirement not in given]
    assert not missing, f"no reason beside {missing}"
    return tuple(Dependency(group, requirement, given[requirement]) for group, requirement in asked)


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@cache
def trees(folder: str) -> tuple[tuple[Path, ast.Module], ...]:
    paths = sorted(path for path in (ROOT / folder).rglob("*.py") if "node_modules" not in path.parts)
    return tuple((path, ast.parse(path.read_text(encoding="utf-8"))) for path in paths)


def imports(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield each imported module with the name that it goes by there."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, alias.asname or alias.name.partition(".")[0]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from ((f"{node.module}.{alias.name}", alias.asname or alias.name) for alias in node.names)


distributions: Final = cache(packages_distributions)


def distribution(module: str) -> str:
    """Return the package that a module comes from; empty where it is ours or Python's own."""
    found = distributions().get(module.partition(".")[0], [])
    return normal(found[0]) if found else ""


def test_every_dependency_is_imported_or_says_why_it_is_not() -> None:
    used = {distribution(name) for folder in EVERYWHERE for _, tree in trees(folder) for name, _ in imports(tree)}
    for dependency in dependencies():
        is_imported = dependency.name in used
        assert is_imported == (not dependency.reason.startswith("not imported")), dependency


def test_what_a_module_imports_is_asked_for() -> None:
    asked = {dependency.name for dependency in dependencies()}
    # Of trafilatura, jinja2, pydantic, mkdocs and rdflib.
    with_them = {"lxml", "markupsafe", "pydantic-core", "pathspec", "html5rdf"}
    for folder in EVERYWHERE:
        for path, tree in trees(folder):
            for name, _ in imports(tree):
                found = distribution(name)
                assert not found or found in asked | with_them | {"dateline"}, f"{path} imports {name}"


def test_a_library_whose_private_parts_are_used_has_an_upper_bound_and_says_so() -> None:
    private = {dependency for dependency in dependencies() if "private: " in dependency.reason}
    assert all("<" in dependency.requirement for dependency in private), private
    said = {dependency.name for dependency in private}
    for path, tree in trees("generator"):
        for name in touched(tree):
            assert distribution(name) in said, f"{path}: {name}"
    assert {"jinja2", "markdown", "mkdocs", "mkdocs-material"} <= said


def touched(tree: ast.Module) -> Iterator[str]:
    """Yield what a module uses of others that begins with an underscore, or lies in Jinja's compiler."""
    known = {alias: name for name, alias in imports(tree)}
    ours = {alias: name for alias, name in known.items() if not name.startswith("dateline")}
    for name, _ in imports(tree):
        parts = name.split(".")
        if distribution(name) and (any(part.startswith("_") for part in parts) or parts[:2] == ["jinja2", "compiler"]):
            yield name
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and re.match(r"_[a-z]", node.attr) and isinstance(node.value, ast.Name):
            name = ours.get(node.value.id, "")
            if distribution(name):
                yield f"{name}.{node.attr}"
        if isinstance(node, ast.ClassDef):
            for base in node.bases:
                name = ours.get(base.id, "") if isinstance(base, ast.Name) else ""
                if distribution(name):
                    yield from (f"{name}.{method}" for method in overridden(node))


def overridden(of: ast.ClassDef) -> Iterator[str]:
    """Yield the private methods that a class takes from its base: `super()._name`."""
    for node in ast.walk(of):
        is_private = isinstance(node, ast.Attribute) and re.match(r"_[a-z]", node.attr)
        if is_private and isinstance(node, ast.Attribute) and ast.unparse(node.value) == "super()":
            yield node.attr


# --- extras ----------------------------------------------------------------------------------------------------------

BLOCKED: Final = """\
import sys
class Nothing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {blocked!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Nothing())
from dateline.cli import main
main(prog_name="dateline")
"""
ONE_AFTER_THE_OTHER: Final = BLOCKED.replace(
    'main(prog_name="dateline")',
    """import json
statuses = []
for arguments in json.loads(sys.argv[1]):
    print(*arguments, flush=True)
    try:
        main(arguments, prog_name="dateline")
    except SystemExit as ended:
        statuses.append(int(ended.code or 0))
print(statuses)
""",
)
BROUGHT: Final = {"courlan", "docopt", "htmldate", "httpcore", "justext", "lxml"}
"""What the extras bring besides what is imported."""


def dateline(project: Path, *arguments: str, without: frozenset[str]) -> "subprocess.CompletedProcess[str]":
    return without_modules(project, BLOCKED, *arguments, without=without)


def without_modules(
    project: Path, script: str, *arguments: str, without: frozenset[str]
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", script.format(blocked=set(without)), *arguments],
        cwd=project,
        env=environment(PYTHONPATH=str(ROOT)),
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
        stdin=subprocess.DEVNULL,
    )


EXTRA_MODULES: Final = frozenset(module for modules in EXTRAS.values() for module in modules) | BROUGHT


def test_extras_bring_the_modules_that_commands_ask_for() -> None:
    for extra, modules in EXTRAS.items():
        brought = {dependency.name for dependency in dependencies() if dependency.group == extra}
        assert {distribution(module) for module in modules} == brought
    plain = {dependency.name for dependency in dependencies() if not dependency.group}
    assert not plain & {distribution(module) for modules in EXTRAS.values() for module in modules}


def test_reading_writing_and_building_need_no_extra(project: Path, tmp_path: Path) -> None:
    commands = [
        ["check"],
        ["render", "--out", str(tmp_path / "pages")],
        ["build", "--jobs", "1"],
        ["diff", str(project), str(project)],
        ["new", "actor", "--name", "Somebody", "--kind", "person"],
        ["fix", "--help"],
        ["source", "--help"],
        ["schema"],
        ["explain", "bad-id"],
    ]
    done = without_modules(project, ONE_AFTER_THE_OTHER, json.dumps(commands), without=EXTRA_MODULES)
    assert done.stdout.splitlines()[-1:] == [str([0] * len(commands))], done.stdout + done.stderr
    assert files_of(project / "site")


@pytest.mark.parametrize(
    "command, extra",
    [
        (("source", "add", "article.html"), "intake"),
        (("source", "add", "article.txt"), "intake"),
        (("new", "source", "article.txt"), "intake"),
        (("source", "verify", "--copies", "."), "verify"),
        (("source", "verify", "--live"), "verify"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else value,
)
def test_a_command_that_lacks_its_extra_says_which(project: Path, command: tuple[str, ...], extra: str) -> None:
    for name in ("article.html", "article.txt"):
        (project / name).write_text("<p>A text</p>", encoding="utf-8")
    done = dateline(project, *command, without=EXTRA_MODULES)
    said = f"Error: `dateline {' '.join(command[:2])}` needs the extra `{extra}`: pip install 'dateline[{extra}]'"
    assert done.returncode == 2
    assert done.stderr.startswith(said)
    assert done.stderr.count("\n") == 1
    assert not done.stdout


@pytest.mark.parametrize("lacking", EXTRAS["verify"])
def test_an_extra_of_which_a_part_is_missing_is_missing(project: Path, lacking: str) -> None:
    done = dateline(project, "source", "verify", "--live", without=frozenset({lacking}))
    assert (done.returncode, "needs the extra `verify`" in done.stderr) == (2, True)


def test_the_preview_needs_no_extra() -> None:
    rooms = ("site.preview", "site.building", "site.mkdocs_runs", "editing.comparison", "editing.drafting")
    tried = f"import {', '.join(f'dateline.{room}' for room in rooms)}"
    loaded = f"{tried}, sys; print(sorted({set(EXTRA_MODULES)!r} & {{name.partition('.')[0] for name in sys.modules}}))"
    done = subprocess.run(
        [sys.executable, "-c", loaded], cwd=ROOT, env=environment(), capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_check_starts_without_what_only_pages_need() -> None:
    heavy = ("dateline.pages.kinds", "dateline.pages.rendering", "dateline.site.speed", "mkdocs", "jinja2", "markdown.")
    loaded = f"import dateline.cli.check, sys; print([name for name in sys.modules if name.startswith({heavy!r})])"
    done = subprocess.run(
        [sys.executable, "-c", loaded], cwd=ROOT, env=environment(), capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"

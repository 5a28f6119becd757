"""Whole projects for tests: copied, built with MkDocs, and shared between test processes."""

import fcntl
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Final

import templating
from forking import Forking
from templating import TEMPLATES

ROOT: Final = Path(__file__).parents[2]
CASES: Final = ROOT / "tests" / "cases"
SITE_URL: Final = "https://chronology.example/flood/"
REPO_URL: Final = "https://forge.example/editors/chronology"
COMMIT: Final = "0123456789abcdef0123456789abcdef01234567"
AL_BUKAMAL: Final = "The battle of al-Bukamal"
"""The chronology that stands beside the engine in this repository."""
ADDRESSES: Final = {"DATELINE_SITE_URL": SITE_URL, "DATELINE_REPO_URL": REPO_URL, "DATELINE_COMMIT": COMMIT}


def environment(**changes: str) -> dict[str, str]:
    """Return the environment of a command, without what this machine or CI may have set for Dateline."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DATELINE_", "COV_"))}
    kept.pop("SOURCE_DATE_EPOCH", None)
    return kept | {"NO_MKDOCS_2_WARNING": "1", "COLUMNS": "200"} | changes


def run(
    *command: str, cwd: Path, env: Mapping[str, str] | None = None, timeout: float = 120
) -> subprocess.CompletedProcess[str]:
    """Run one of the environment's own Python modules, and return what it printed.

    It is a process of its own, but no new Python where a fork of one can take its place.
    """
    env = env or environment()
    if forks().can(env):
        return forks().run(command, cwd, env, timeout)
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=cwd,
        env=env,
        capture_output=True,
        text=True,
        check=False,
        timeout=timeout,
        stdin=subprocess.DEVNULL,
    )


@cache
def forks() -> Forking:
    """Return what forks processes for this one."""
    return Forking(Path(os.environ[TEMPLATES]))


def begun_anew(*command: str) -> list[str]:
    """Return how one of the environment's own Python modules is begun as a new Python, with templates remembered."""
    return [sys.executable, templating.__file__, *command]


def title_of(content: Path) -> str:
    """Return what a chronology is called."""
    found = re.search("(?m)^title: (.*)$", (content / "chronology.yml").read_text(encoding="utf-8"))
    return found[1] if found else "A chronology without a title"


def is_elsewhere() -> bool:
    """Return whether another chronology than ours stands beside the engine, as where somebody took the engine over."""
    return title_of(ROOT / "content") != AL_BUKAMAL


def make_project(folder: Path, content: Path = CASES / "small" / "content") -> Path:
    """Lay out a project in `folder` whose mkdocs.yml says everything by hand, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(content, folder / "content")
    shutil.copytree(ROOT / "templates", folder / "templates")
    text = (ROOT / "tests" / "helpers" / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(text.replace(f"site_name: {AL_BUKAMAL}", f"site_name: {title_of(content)}"))
    return folder


def build(project: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build --strict` in a project."""
    return run("mkdocs", "build", "--strict", cwd=project, env=environment(**env))


def faults_in(told: str) -> list[str]:
    """Return what a build warned of; not of records where they are another chronology's, which may have warnings."""
    lines = re.findall(r".*(?:WARNING|ERROR).*", told)
    elsewhere = is_elsewhere()
    return [line for line in lines if not (elsewhere and re.match(r"WARNING +- +dateline: content/", line))]


def is_built(done: subprocess.CompletedProcess[str]) -> bool:
    """Return whether a strict build was made, faults of another chronology's records aside."""
    return done.returncode == 0 or ("in strict mode" in done.stdout and faults_in(done.stderr) == [])


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def pages_of(site: Path) -> list[Path]:
    """Return every HTML page of a built site."""
    return sorted(site.rglob("*.html"))


def indexed_pages_of(site: Path) -> list[Path]:
    """Return the pages in the theme's frame; what stands without it is there to be copied, or leads on."""
    return [page for page in pages_of(site) if page.name != "cite.html" and not is_lasting(page, site)]


def is_lasting(page: Path, site: Path) -> bool:
    """Return whether a page only leads to where something stands: at its lasting address, an old one, or elsewhere."""
    if page.relative_to(site).parts[0] in {"events", "embed"}:
        return True
    text = page.read_bytes()
    return b"><h1>Moved from" in text or b"<body class=signpost>" in text


def once(folder: Path, name: str, make: Callable[[Path], object]) -> Path:
    """Return `folder/name`, made by the first test process that needs it while the others wait."""
    made = folder / name
    with _locked(folder / f"{name}.lock"):
        if not (folder / f"{name}.made").exists():
            shutil.rmtree(made, ignore_errors=True)
            make(made)
            (folder / f"{name}.made").touch()
    return made


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield

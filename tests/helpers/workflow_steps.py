"""The workflows' own steps, read from their YAML and run in a fresh clone, so that the two cannot drift apart."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml
from projects import CASES, ROOT, begun_anew, environment, forks

WORKFLOWS: Final = ROOT / ".github" / "workflows"
_EXPRESSION: Final = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
_KEY: Final = "{ pwd -P; cat pyproject.toml requirements*.txt; } | cksum | tr -dc '[:alnum:]'"
_KEPT: Final = (".github", "generator", "templates", "Makefile", "mkdocs.yml", "pyproject.toml")

FACTS: Final = {
    "github.event_name": "pull_request",
    "github.event.repository.default_branch": "main",
    "github.action_path": str(ROOT),
    "github.event.repository.name": "chronology",
    "github.ref_name": "main",
    "github.repository": "editors/chronology",
    "github.repository_owner": "editors",
    "github.server_url": "https://github.com",
    "github.sha": "0123456789012345678901234567890123456789",
    "github.token": "no-token",
    "matrix.python": "3.11",
    "runner.os": "Linux",
    "vars.DATELINE_SITE_URL": "",
}
"""What expressions stand for in the runs of the tests: a pull request from a fork."""
OURS: Final = "$/"
"""How our workflows name the action that lies beside them, at the commit at which they are called."""


@cache
def programs_by_name() -> Mapping[str, str]:
    """Return the programs of an environment, by name; they begin as this one's do, but as forks where they can."""
    helper = Path(__file__).with_name("as_fork.py")
    begun = shlex.join([sys.executable, "-I", "-S", str(helper), forks().address, *begun_anew()[1:]])
    return {
        "python": f"""#!/bin/sh
if [ "$1" = -m ]; then shift; exec {begun} "$@"; fi
exec {shlex.quote(sys.executable)} "$@"
""",
        "dateline": f"""#!/bin/sh
exec {begun} dateline "$@"
""",
    }


def installing() -> str:
    """Return what the tests' job installs to measure pages with, which no test of ours does on its machine."""
    (run,) = [
        step["run"] for step in workflow("check.yml")["jobs"]["test"]["steps"] if "apt-get" in step.get("run", "")
    ]
    return str(run)


def workflow(name: str, folder: Path = WORKFLOWS) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((folder / name).read_text(encoding="utf-8"))
    return found


def git(where: Path, *arguments: str) -> str:
    settings = ("-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "init.defaultBranch=main")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(
        ["git", *settings, *arguments], cwd=where, capture_output=True, text=True, check=True, env=kept
    )
    return done.stdout.strip()


def make_repository(folder: Path) -> Path:
    """Lay out a repository like this one as it lies here, with the small chronology, and commit it."""
    folder.mkdir(parents=True)
    for name in (*_KEPT, *(path.name for path in ROOT.glob("requirements*.txt"))):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder)
    shutil.copytree(CASES / "small" / "content", folder / "content")
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "main")
    return folder


def clone_of_pull_request(repository: Path, branch: str, folder: Path) -> Path:
    """Clone what GitHub checks out for a pull request: its branch merged into main, two commits deep."""
    git(repository, "switch", "--quiet", "--detach", "main")
    git(repository, "merge", "--quiet", "--no-ff", "--message", "merge", branch)
    git(repository, "branch", "--force", "merged")
    git(repository, "switch", "--quiet", "main")
    git(folder.parent, "clone", "--quiet", "--depth", "2", "--branch", "merged", repository.as_uri(), folder.name)
    make_venv(folder)
    return folder


def make_venv(clone: Path) -> None:
    """Give a clone the packages of this machine under the names by which its Makefile calls them."""
    bin_ = clone / ".venv" / "bin"
    bin_.mkdir(parents=True)
    for name, program in programs_by_name().items():
        (bin_ / name).write_text(program, encoding="utf-8")
        (bin_ / name).chmod(0o755)
    key = subprocess.run(["sh", "-c", _KEY], cwd=clone, capture_output=True, text=True, check=True).stdout
    for kind in ("site", "dev"):
        (clone / ".venv" / f"ready-{kind}-{key}").touch()


@dataclass
class Runner:
    """Runs the `run` steps of a job one after the other, as a runner would."""

    clone: Path
    values: Mapping[str, str]
    """What each expression in the workflow stands for; one that is not here is an error of the test."""
    path: str = ""
    """A folder with programs of the test's own, such as a `gh` that only writes down what it is asked."""
    skipped: frozenset[str] = frozenset()
    """The commands that are only looked at."""
    outputs: dict[str, str] = field(default_factory=dict)
    env: dict[str, str] = field(default_factory=dict)
    """What the runner itself sets."""
    log: list[str] = field(default_factory=list)
    workflows: Path = WORKFLOWS
    inputs: dict[str, str] = field(default_factory=dict)
    """What a called workflow, or our action, is handed."""

    def run_job(self, name: str, job: str) -> dict[str, int]:
        """Run a job's steps and return the exit status of each by its name; after a failure as GitHub would."""
        statuses: dict[str, int] = {}
        for step in workflow(name, self.workflows)["jobs"][job]["steps"]:
            condition = step.get("if", "").removeprefix("${{").removesuffix("}}").strip()
            runs = "run" in step or step.get("uses") == OURS
            if not runs or (condition and not self._holds(condition)):
                continue
            if any(statuses.values()) and "!cancelled()" not in condition:
                continue
            if "run" in step:
                statuses[step["name"]] = 0 if step["run"] in self.skipped else self._run(step)
            else:
                statuses |= self._act(step.get("with", {}))
        return statuses

    def _act(self, handed: Mapping[str, object]) -> dict[str, int]:
        """Run the steps of our own action, as a step of a workflow."""
        action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
        assert set(handed) <= set(action["inputs"])
        before = self.inputs
        said = {name: self._filled_in(str(value)) for name, value in handed.items()}
        self.inputs = {name: said.get(name, one["default"]) for name, one in action["inputs"].items()}
        steps = [one for one in action["runs"]["steps"] if "run" in one and self._holds(one.get("if", ""))]
        statuses = {one["name"]: self._run(one) for one in steps}
        self.inputs = before
        return statuses

    def _holds(self, condition: str) -> bool:
        for part in filter(None, map(str.strip, condition.split("&&"))):
            if part == "!cancelled()":
                continue
            left, sign, right = part.rpartition(" == ") if " == " in part else part.rpartition(" != ")
            wanted = right.strip("'") if right.startswith("'") else self._value(right)
            if sign and (self._value(left) == wanted) != (sign == " == "):
                return False
        return True

    def _value(self, expression: str) -> str:
        if " || " in expression:
            return next(filter(None, map(self._value, expression.split(" || "))), "")
        if " == " in expression or " != " in expression:
            return str(self._holds(expression)).lower()
        if expression.startswith("steps."):
            return self.outputs.get(expression, "")
        if expression.startswith("inputs."):
            return self.inputs.get(expression.removeprefix("inputs."), "")
        return self.values[expression]

    def _filled_in(self, text: str) -> str:
        return _EXPRESSION.sub(lambda match: self._value(match[1]), text)

    def _run(self, step: Mapping[str, Any]) -> int:
        output, told, path = (self.clone / ".git" / name for name in ("output", "summary", "path"))
        output.write_text("", encoding="utf-8")
        path.write_text("", encoding="utf-8")
        env = environment(PYTHONPATH=str(self.clone), GITHUB_OUTPUT=str(output), GITHUB_STEP_SUMMARY=str(told))
        env["GITHUB_PATH"] = str(path)
        env |= self.env
        env |= {name: self._filled_in(str(value)) for name, value in step.get("env", {}).items()}
        env["PATH"] = f"{self.path}{os.pathsep}{env['PATH']}"
        for name in ("MAKEFLAGS", "MFLAGS", "MAKELEVEL"):
            env.pop(name, None)
        assert not _EXPRESSION.search(step["run"]), "an expression in a script is how a branch's name becomes a command"
        # GitHub runs a step without `shell` with `bash -e` (GitHub Docs, "defaults.run.shell").
        done = subprocess.run(
            ["bash", "-e", "-c", step["run"]],
            cwd=self.clone,
            env=env,
            capture_output=True,
            text=True,
            check=False,
            timeout=180,
            stdin=subprocess.DEVNULL,
        )
        self.log.append(done.stdout + done.stderr)
        for line in output.read_text(encoding="utf-8").splitlines():
            key, _, value = line.partition("=")
            self.outputs[f"steps.{step['id']}.outputs.{key}"] = value
        self.path = os.pathsep.join([*path.read_text(encoding="utf-8").splitlines(), self.path])
        return done.returncode

    @property
    def summary(self) -> str:
        """What the steps told in the job's summary."""
        path = self.clone / ".git" / "summary"
        return path.read_text(encoding="utf-8") if path.exists() else ""

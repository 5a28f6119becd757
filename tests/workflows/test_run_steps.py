"""Each workflow's steps, run in order in a fresh clone; and what all workflows must be like."""

import json
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from dateline.editing.comparison.markdown import LIMIT
from planted import PLANTED
from projects import ROOT
from workflow_steps import (
    FACTS,
    OURS,
    WORKFLOWS,
    Runner,
    clone_of_pull_request,
    git,
    installing,
    make_repository,
    make_venv,
    workflow,
)

NAMES = sorted(path.name for path in WORKFLOWS.iterdir())
GH = """\
#!/usr/bin/env python3
import json, os, pathlib, sys
told = pathlib.Path(__file__).parent
with (told / "asked.jsonl").open("a") as log:
    log.write(json.dumps(sys.argv[1:]) + "\\n")
if sys.argv[1:3] == ["issue", "list"]:
    sys.stdout.write((told / "open").read_text() if (told / "open").exists() else "")
"""


def steps(name: str) -> Iterator[dict[str, Any]]:
    for job in workflow(name)["jobs"].values():
        yield from job["steps"]


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_repository(tmp_path_factory.mktemp("workflows") / "repository")


def pull_request(repository: Path, folder: Path, branch: str, change: str) -> Path:
    git(repository, "switch", "--quiet", "--create", branch, "main")
    PLANTED[change].plant(repository / "content")
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message", "edit")
    git(repository, "switch", "--quiet", "main")
    return clone_of_pull_request(repository, branch, folder / "clone")


def test_a_pull_request_is_checked_built_and_told_in_words(repository: Path, tmp_path: Path) -> None:
    clone = pull_request(repository, tmp_path, "edit", "a-figure-changes")
    runner = Runner(clone, FACTS)
    statuses = runner.run_job("check.yml", "site")
    assert len(statuses) == 5
    assert not any(statuses.values()), runner.log
    assert "more than 1,200 people” → at least 1,500" in runner.summary
    assert "https://github.com/editors/chronology/blob/" in runner.summary
    assert runner.summary == (clone / "build" / "summary.md").read_text(encoding="utf-8")
    assert len(runner.summary.encode()) <= LIMIT
    assert "::warning file=content/events/2020/2020-05-04-market-flooded.yml,line=22," in "".join(runner.log)
    assert (clone / "site" / "days" / "2020-05-04" / "index.html").is_file()


def test_a_vanished_id_fails_the_check_and_is_told_all_the_same(repository: Path, tmp_path: Path) -> None:
    clone = pull_request(repository, tmp_path, "vanish", "an-event-is-removed-without-a-tombstone")
    runner = Runner(clone, FACTS, skipped=frozenset({"make site"}))
    statuses = runner.run_job("check.yml", "site")
    assert [name for name, status in statuses.items() if status] == [
        "Refuse published ids that vanish, and ask for histories, beside their lines"
    ]
    assert "### Breaks a promise" in runner.summary
    assert "Build the site" not in statuses


def test_a_check_begun_by_hand_refuses_a_vanished_id_as_well(repository: Path, tmp_path: Path) -> None:
    """It bears the name of the check that a pull request needs, and comes after what `/fix` commits."""
    pull_request(repository, tmp_path, "vanish-again", "an-event-is-removed-without-a-tombstone")
    clone = tmp_path / "whole"
    git(tmp_path, "clone", "--quiet", "--branch", "vanish-again", repository.as_uri(), str(clone))
    make_venv(clone)
    (clone / "mended").touch()
    git(clone, "add", "--all")
    git(clone, "commit", "--quiet", "--message", "mend")  # what was removed is not in the last commit
    runner = Runner(clone, {**FACTS, "github.event_name": "workflow_dispatch"}, skipped=frozenset({"make site"}))
    statuses = runner.run_job("check.yml", "site")
    assert statuses["Refuse published ids that vanish, and ask for histories, beside their lines"], runner.log
    assert "Tell what changes in meaning" not in statuses


def test_the_tests_run_where_anything_but_records_changed(repository: Path, tmp_path: Path) -> None:
    skipped = frozenset({"make test", installing()})
    clone = pull_request(repository, tmp_path, "records-only", "a-place-moves")
    runner = Runner(clone, FACTS, skipped=skipped)
    assert list(runner.run_job("check.yml", "test")) == ["See whether anything but records changed"]
    (clone / "templates" / "pages" / "day.md.j2").write_text("", encoding="utf-8")
    git(clone, "commit", "--quiet", "--all", "--amend", "--no-edit")
    assert [name[:16] for name in runner.run_job("check.yml", "test")][1:] == ["Install Chromium", "Test"]
    pushed = Runner(clone, {**FACTS, "github.event_name": "push"}, skipped=skipped)
    assert "Test" in pushed.run_job("check.yml", "test")


def test_every_system_checks_renders_builds_and_serves(repository: Path, tmp_path: Path) -> None:
    (set_up,) = [
        step["run"] for step in steps("check.yml") if step.get("name", "").startswith("Set up as the Makefile")
    ]
    clone = clone_of_pull_request(repository, "main", tmp_path / "clone")
    runner = Runner(clone, {**FACTS, "matrix.system": "here"}, str(clone / ".venv" / "bin"), frozenset({set_up}))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        runner.env["PORT"] = str(free.getsockname()[1])
    statuses = runner.run_job("check.yml", "systems")
    assert list(statuses)[1:] == ["Check", "Render", "Build", "Build again, with nothing changed", "Serve"]
    assert not any(statuses.values()), runner.log
    assert "0 made anew" in runner.log[-2]
    assert "followed" in runner.log[-1]
    assert not git(clone, "status", "--porcelain", "--", "content")


def test_the_systems_are_all_three_and_their_pythons_the_oldest_and_the_newest() -> None:
    matrix = workflow("check.yml")["jobs"]["systems"]["strategy"]["matrix"]["include"]
    systems = {(one["system"].partition("-")[0], one["python"]) for one in matrix}
    assert {(system, python) for system in ("macos", "windows") for python in ("3.11", "3.14")} <= systems
    tested = set(workflow("check.yml")["jobs"]["test"]["strategy"]["matrix"]["python"])
    assert {python for _, python in systems} | tested == {"3.11", "3.12", "3.13", "3.14"}


def test_no_workflow_makes_up_the_address_of_the_site() -> None:
    """A site may be at a domain of its own, or at the owner's own address: GitHub knows, or the editors say."""
    for path in WORKFLOWS.iterdir():
        text = path.read_text(encoding="utf-8")
        assert ".github.io" not in text, path.name
        told = re.findall(r"DATELINE_SITE_URL: (.*)", text) + re.findall(r"address: (.*)", text)
        assert set(told) <= {
            "${{ vars.DATELINE_SITE_URL || steps.pages.outputs.base_url }}",
            "${{ needs.plan.outputs.address }}",
            "${{ vars.DATELINE_SITE_URL }}",
        }, path.name


@pytest.mark.parametrize(
    "said, asked, address",
    [
        ("", "https://battle.example", "https://battle.example/"),
        ("https://elsewhere.example/en/", "https://editors.github.io/chronology", "https://elsewhere.example/en/"),
        ("", "", ""),
    ],
)
def test_the_summary_links_to_the_site_where_it_is(
    said: str, asked: str, address: str, repository: Path, tmp_path: Path
) -> None:
    branch = f"address-{len(said)}-{len(asked)}"
    clone = pull_request(repository, tmp_path, branch, "a-figure-changes")
    others = {step["run"] for step in steps("check.yml") if "run" in step and "build/summary.md" not in step["run"]}
    values = {**FACTS, "vars.DATELINE_SITE_URL": said}
    runner = Runner(clone, values, skipped=frozenset(others), outputs={"steps.pages.outputs.base_url": asked})
    assert not any(runner.run_job("check.yml", "site").values()), runner.log
    assert f"[page]({address}days/" in runner.summary if address else "[page](" not in runner.summary


def _made_anew(runner: Runner) -> int:
    """Return how many pages, and files beside them, the last build made."""
    return int(re.search(r" beside them, (\d+) made anew", runner.log[-1])[1])  # type: ignore[index]


def test_publishing_from_a_cache_or_in_parts_gives_the_same_bytes(repository: Path, tmp_path: Path) -> None:
    address = "https://editors.github.io/chronology"
    clone = clone_of_pull_request(repository, "main", tmp_path / "clone")
    runner = Runner(clone, FACTS, outputs={"steps.pages.outputs.base_url": address})
    assert runner.run_job("publish.yml", "build") == {"Build the site": 0}, runner.log
    everything = _made_anew(runner)
    assert f"{address}/days/" in (clone / "site" / "sitemap.xml").read_text(encoding="utf-8")
    assert runner.run_job("publish.yml", "deploy") == {}

    (kept,) = [step for step in steps("publish.yml") if step.get("name", "").startswith("Keep the last site")]
    clone.rename(tmp_path / "before")
    next_ = {**FACTS, "github.sha": "1" * 40}
    clone = pull_request(repository, tmp_path, "next", "a-figure-changes")  # where the last one was
    for path in kept["with"]["path"].split():
        shutil.copytree(tmp_path / "before" / path, clone / path)
    runner = Runner(clone, next_, outputs={"steps.pages.outputs.base_url": address})
    assert runner.run_job("publish.yml", "build") == {"Build the site": 0}, runner.log
    assert 0 < _made_anew(runner) < everything

    merger = clone_of_pull_request(repository, "next", tmp_path / "merger")
    in_parts = {**next_, "vars.DATELINE_SHARDS": "2", "needs.plan.outputs.address": address}
    runner = Runner(merger, in_parts)
    assert runner.run_job("publish.yml", "plan") == {"Number the parts": 0}, runner.log
    numbers = json.loads(runner.outputs["steps.numbers.outputs.numbers"])
    (handed,) = [step["with"]["path"] for step in steps("publish.yml") if step.get("name") == "Hand the part over"]
    for number in numbers:
        part = clone_of_pull_request(repository, "next", tmp_path / f"part-{number}")
        shard = Runner(part, {**in_parts, "matrix.shard": str(number), "strategy.job-total": str(len(numbers))})
        assert shard.run_job("publish.yml", "shard") == {"Build the part": 0}, shard.log
        shutil.copytree(part / handed, merger / handed, dirs_exist_ok=True)
    assert runner.run_job("publish.yml", "merge") == {"Put the parts together": 0}, runner.log
    assert "0 made anew" not in runner.log[-1]
    assert contents(merger / "site") == contents(clone / "site")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("number", ["0x10", "2.5", "257", "", "$(id)"])
def test_a_number_of_parts_that_is_none_is_refused(tmp_path: Path, number: str) -> None:
    (tmp_path / ".git").mkdir()
    runner = Runner(tmp_path, {**FACTS, "vars.DATELINE_SHARDS": number})
    assert runner.run_job("publish.yml", "plan") == {"Number the parts": 1}
    assert "DATELINE_SHARDS must be a whole number" in runner.log[0]


def test_a_site_is_published_either_at_once_or_in_parts() -> None:
    jobs = workflow("publish.yml")["jobs"]
    in_parts = "vars.DATELINE_SHARDS > 1"
    assert jobs["plan"]["if"] == in_parts
    assert jobs["build"]["if"] == f"${{{{ !({in_parts}) }}}}"
    needs = {name: job.get("needs", []) for name, job in jobs.items()}
    assert needs == {"build": [], "plan": [], "shard": "plan", "merge": ["plan", "shard"], "deploy": ["build", "merge"]}
    assert workflow("publish.yml")["concurrency"] == {"group": "publish", "cancel-in-progress": False}
    environments = [
        {key: value for key, value in step["env"].items() if key.startswith("DATELINE_")}
        for job in ("shard", "merge")
        for step in jobs[job]["steps"]
        if "env" in step
    ]
    assert environments[0] == environments[1]
    pythons = {
        step["with"]["python-version"]
        for job in ("shard", "merge")
        for step in jobs[job]["steps"]
        if "python" in step.get("id", "")
    }
    assert pythons == {"${{ needs.plan.outputs.python }}"}


@pytest.mark.parametrize("holds", [True, False])
@pytest.mark.parametrize("open_issue", ["", "7\n"])
def test_one_issue_tells_of_the_sources_and_is_kept_up_to_date(
    repository: Path, tmp_path: Path, open_issue: str, *, holds: bool
) -> None:
    clone = clone_of_pull_request(repository, "main", tmp_path / "clone")
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "gh").write_text(GH, encoding="utf-8")
    (programs / "gh").chmod(0o755)
    (programs / "open").write_text(open_issue, encoding="utf-8")
    told = "echo 'No problems.'" if holds else "echo '1 error.'; exit 1"
    # The network is not asked: only this one command is another.
    (clone / ".venv" / "bin" / "dateline").write_text(f"#!/bin/sh\n{told}\n", encoding="utf-8")
    runner = Runner(clone, FACTS, path=str(programs))
    statuses = runner.run_job("sources.yml", "verify")
    assert not any(statuses.values()), runner.log
    assert not (programs / "asked.jsonl").exists()
    found = {"needs.verify.outputs.holds": runner.outputs["steps.verify.outputs.holds"]}
    statuses = Runner(clone, FACTS | found, path=str(programs)).run_job("sources.yml", "tell")
    assert not any(statuses.values())
    asked = [json.loads(line) for line in (programs / "asked.jsonl").read_text(encoding="utf-8").splitlines()]
    verbs = [one[1] for one in asked]
    expected = {
        ("", True): ["list"],
        ("", False): ["list", "create", "create"],
        ("7\n", True): ["list", "edit", "close"],
        ("7\n", False): ["list", "edit"],
    }
    assert verbs == expected[open_issue, holds]
    assert (clone / "build" / "sources.md").read_text(encoding="utf-8") == ("No problems.\n" if holds else "1 error.\n")
    assert "no-token" not in "".join(runner.log)


# --- what all of them must be like -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_no_rights_by_default_and_none_that_is_not_explained(name: str) -> None:
    assert workflow(name)["permissions"] == {}
    text = (WORKFLOWS / name).read_text(encoding="utf-8")
    assert len(re.findall(r"^ +[a-z-]+: (?:read|write) # .+$", text, re.MULTILINE)) == len(
        re.findall(r": (?:read|write)\b", text)
    )


def test_who_may_write_what() -> None:
    rights = {
        (name, job): {right for right, how in given.get("permissions", {}).items() if how == "write"}
        for name in NAMES
        for job, given in workflow(name)["jobs"].items()
    }
    assert {key: value for key, value in rights.items() if value} == {
        ("comment.yml", "comment"): {"pull-requests"},
        ("desk.yml", "hand-in"): {"actions", "contents", "issues", "pull-requests"},
        ("chronology-publish.yml", "deploy"): {"pages", "id-token"},
        ("publish.yml", "deploy"): {"pages", "id-token"},
        ("release.yml", "publish"): {"attestations", "id-token"},
        ("sources.yml", "tell"): {"issues"},
    }


@pytest.mark.parametrize("name", NAMES)
def test_actions_are_pinned_by_commit_and_leave_no_credentials(name: str) -> None:
    for step in steps(name):
        if "uses" in step:
            whose = r"(actions/[a-z-]+(/restore|/save)?|pypa/gh-action-pypi-publish)"
            assert step["uses"] == OURS or re.fullmatch(rf"{whose}@[0-9a-f]{{40}}", step["uses"])
            if step["uses"].startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False


CACHE = re.compile(r"actions/cache(/restore|/save)?@")
LOCKS = ("requirements*.txt", "pyproject.toml")


def cached(name: str) -> dict[str, list[dict[str, Any]]]:
    """Return the steps of each job that read a cache or write one."""
    jobs = workflow(name)["jobs"].items()
    found = {job: [step for step in given["steps"] if CACHE.match(step.get("uses", ""))] for job, given in jobs}
    return {job: those for job, those in found.items() if those}


def test_only_runs_on_main_put_anything_into_a_cache() -> None:
    """A run for a pull request, from a fork or not, only takes; a cache holds programs, which another run begins."""
    writers = {
        (name, job): step.get("if", "")
        for name in NAMES
        for job, those in cached(name).items()
        for step in those
        if not step["uses"].startswith("actions/cache/restore@")
    }
    assert set(writers) == {
        ("check.yml", "test"),
        ("chronology-publish.yml", "build"),  # called from main of another repository, by what `init` writes
        ("publish.yml", "build"),
        ("publish.yml", "merge"),
    }
    assert "github.event_name == 'push'" in writers["check.yml", "test"].split(" && ")
    for name, branches in (("publish.yml", {"branches": ["main"]}), ("check.yml", {"branches": ["main"]})):
        begun_by: dict[str, Any] = workflow(name)[True]  # type: ignore[index] # as YAML 1.1 reads `on`
        assert begun_by["push"] == branches
    assert set(workflow("publish.yml")[True]) == {"push", "workflow_dispatch"}  # type: ignore[index]


@pytest.mark.parametrize("name", ["check.yml", "desk.yml", "publish.yml", "sources.yml"])
def test_a_kept_environment_is_that_of_the_locks_the_system_and_the_python(name: str) -> None:
    environments = [
        step
        for those in cached(name).values()
        for step in those
        if ".venv" in step["with"]["path"] and not step["uses"].startswith("actions/cache/save@")
    ]
    assert environments
    for step in environments:
        key, paths = step["with"]["key"], step["with"]["path"].split()
        assert "${{ runner.os }}" in key
        assert "${{ steps.python.outputs.python-version }}" in key
        locks = (*LOCKS, *(["tests/npm/package-lock.json"] if "tests/npm/node_modules" in paths else []))
        assert f"hashFiles({', '.join(map(repr, locks))})" in key
        assert "restore-keys" not in step["with"]  # another lock's packages are none of ours


def test_what_a_job_keeps_is_what_it_would_take() -> None:
    for name in NAMES:
        for those in cached(name).values():
            taken = {step["id"]: step for step in those if "/restore@" in step["uses"] and "id" in step}
            for step in those:
                if "/save@" in step["uses"]:
                    (one,) = re.findall(r"steps\.([a-z]+)\.outputs\.cache-primary-key", step["with"]["key"])
                    assert step["with"]["path"] == taken[one]["with"]["path"]
                    assert f"steps.{one}.outputs.cache-hit != 'true'" in step["if"]


def test_two_jobs_of_one_key_keep_what_one_set_up_makes() -> None:
    """An environment of the site has fewer packages than one of the tests."""
    goals: dict[str, set[str]] = {}
    for name in NAMES:
        for job, given in workflow(name)["jobs"].items():
            told = " ".join(step.get("run", "") for step in given["steps"])
            for step in cached(name).get(job, []):
                if ".venv" in step["with"]["path"] and "hashFiles" in step["with"]["key"]:
                    is_of_tests = bool(re.search(r"make (?:test|setup-tests)\b", told))
                    goals.setdefault(step["with"]["key"], set()).add("tests" if is_of_tests else "site")
    assert len(goals) == 2
    assert all(len(those) == 1 for those in goals.values()), goals


@pytest.mark.parametrize("name", NAMES)
def test_every_file_that_a_step_names_exists(name: str) -> None:
    for step in steps(name):
        for path in re.findall(r"(?<![\w/.$])\.?(?:tests|github|ci)/[\w./-]+\w", step.get("run", "")):
            assert (ROOT / path).exists(), path


@pytest.mark.parametrize("name", NAMES)
def test_a_token_is_given_only_to_the_step_that_needs_it(name: str) -> None:
    text = (WORKFLOWS / name).read_text(encoding="utf-8")
    assert "secrets." not in text
    holders = [step for step in steps(name) if "github.token" in json.dumps(step)]
    assert all(list(step["env"]).count("GH_TOKEN") == 1 for step in holders)
    assert len(holders) == {"comment.yml": 1, "desk.yml": 2, "release.yml": 1, "sources.yml": 1}.get(name, 0)


@pytest.mark.parametrize("name", NAMES)
def test_every_target_of_make_that_a_step_calls_exists(name: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for step in steps(name):
        for target in re.findall(r"\bmake (?:--silent )?([a-z-]+)", step.get("run", "")):
            assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_the_code_is_tested_on_every_python_that_is_supported() -> None:
    (step,) = [step for step in steps("check.yml") if step.get("run") == "make test"]
    assert step["env"] == {"DATELINE_REQUIRE_BROWSER": "1"}


def test_the_comment_runs_nothing_of_the_pull_request() -> None:
    (job,) = workflow("comment.yml")["jobs"].values()
    assert job["if"] == "github.event.workflow_run.event == 'pull_request'"
    checkout, address, post = job["steps"]
    assert address["uses"].startswith("actions/configure-pages@")
    assert checkout["with"]["ref"] == "${{ github.event.repository.default_branch }}"
    assert post["run"] == "python3 .github/comment.py"
    # An expression in a script would let a branch's name be a command.
    assert not re.search(r"run: .*\$\{\{", (WORKFLOWS / "comment.yml").read_text(encoding="utf-8"))


def test_whoever_reads_the_pages_of_strangers_may_not_write() -> None:
    jobs = workflow("sources.yml")["jobs"]
    assert jobs["verify"]["permissions"] == {"contents": "read"}
    assert not any("make" in step.get("run", "") for step in jobs["tell"]["steps"])
    assert jobs["tell"]["needs"] == "verify"


def test_the_shell_scripts_parse() -> None:
    for script in (ROOT / ".github").glob("*.sh"):
        assert subprocess.run(["bash", "-n", str(script)], check=False).returncode == 0

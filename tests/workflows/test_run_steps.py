"""Each workflow's steps, run in order in a fresh clone; and what all workflows must be like."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from planted import PLANTED
from projects import ROOT
from workflow_steps import CHROMIUM, FACTS, WORKFLOWS, Runner, clone_of_pull_request, git, make_repository, workflow

from generator.comparison.markdown import LIMIT

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
    assert "more than 1,200 people” → 1,500 or more" in runner.summary
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


def test_the_tests_run_where_anything_but_records_changed(repository: Path, tmp_path: Path) -> None:
    skipped = frozenset({"make test", CHROMIUM})
    clone = pull_request(repository, tmp_path, "records-only", "a-place-moves")
    runner = Runner(clone, FACTS, skipped=skipped)
    assert list(runner.run_job("check.yml", "test")) == ["See whether anything but records changed"]
    (clone / "templates" / "pages" / "day.md.j2").write_text("", encoding="utf-8")
    git(clone, "commit", "--quiet", "--all", "--amend", "--no-edit")
    assert list(runner.run_job("check.yml", "test"))[1:] == ["Install Chromium, unless the runner has it", "Test"]
    pushed = Runner(clone, {**FACTS, "github.event_name": "push"}, skipped=skipped)
    assert "Test" in pushed.run_job("check.yml", "test")


def test_publishing_builds_the_site_from_the_commit(repository: Path, tmp_path: Path) -> None:
    clone = clone_of_pull_request(repository, "main", tmp_path / "clone")
    runner = Runner(clone, FACTS, outputs={"steps.pages.outputs.base_url": "https://editors.github.io/chronology"})
    assert runner.run_job("publish.yml", "build") == {"Build the site": 0}, runner.log
    assert "https://editors.github.io/chronology/days/" in (clone / "site" / "sitemap.xml").read_text(encoding="utf-8")
    assert runner.run_job("publish.yml", "deploy") == {}


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
        ("publish.yml", "deploy"): {"pages", "id-token"},
        ("sources.yml", "verify"): {"issues"},
    }


@pytest.mark.parametrize("name", NAMES)
def test_actions_are_pinned_by_commit_and_leave_no_credentials(name: str) -> None:
    for step in steps(name):
        if "uses" in step:
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"])
            if step["uses"].startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("name", NAMES)
def test_a_token_is_given_only_to_the_step_that_needs_it(name: str) -> None:
    text = (WORKFLOWS / name).read_text(encoding="utf-8")
    assert "secrets." not in text
    holders = [step for step in steps(name) if "github.token" in json.dumps(step)]
    assert all(list(step["env"]).count("GH_TOKEN") == 1 for step in holders)
    assert len(holders) == (name in {"comment.yml", "sources.yml"})


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
    checkout, post = job["steps"]
    assert checkout["with"]["ref"] == "${{ github.event.repository.default_branch }}"
    assert post["run"] == "python3 .github/comment.py"
    # An expression in a script would let a branch's name be a command.
    assert not re.search(r"run: .*\$\{\{", (WORKFLOWS / "comment.yml").read_text(encoding="utf-8"))


def test_the_shell_scripts_parse() -> None:
    for script in (ROOT / ".github").glob("*.sh"):
        assert subprocess.run(["bash", "-n", str(script)], check=False).returncode == 0

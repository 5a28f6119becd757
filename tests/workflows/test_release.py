"""A release is what its tag says, and only the job that publishes may prove whose it is."""

import re
import subprocess

import dateline
import pytest
import yaml
from projects import ROOT
from workflow_steps import WORKFLOWS, workflow


def test_a_tag_that_is_not_the_version_builds_nothing() -> None:
    command = ["make", "--silent", "dist", "VERSION=99.0.1"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode != 0
    assert f"The version is {dateline.__version__}, not 99.0.1." in told.stderr


def test_the_build_asks_for_the_version_of_its_tag() -> None:
    runs = [step.get("run", "") for step in workflow("release.yml")["jobs"]["build"]["steps"]]
    assert 'make dist VERSION="${TAG#v}"' in runs


def test_only_the_publishing_job_may_prove_who_it_is_and_it_runs_nothing_of_the_repository() -> None:
    jobs = workflow("release.yml")["jobs"]
    assert [name for name, job in jobs.items() if "id-token" in job["permissions"]] == ["publish"]
    assert jobs["publish"]["environment"] == "release"
    assert [step for step in jobs["publish"]["steps"] if "run" in step or "checkout" in step.get("uses", "")] == []


@pytest.mark.parametrize("tag, is_one", [("v1.0.0", True), ("v12.3.45", True), ("v1.0", False), ("1.0.0", False)])
def test_a_tag_of_three_numbers_begins_it(tag: str, *, is_one: bool) -> None:
    text = (WORKFLOWS / "release.yml").read_text(encoding="utf-8")
    (pattern,) = yaml.safe_load(text)[True]["push"]["tags"]  # YAML 1.1 reads `on` as true
    assert (re.fullmatch(pattern, tag) is not None) is is_one

"""What `dateline init` writes, at work: its workflows' own steps, run in a repository that it began."""

import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from dateline.cli import main
from projects import CASES
from workflow_steps import FACTS, Runner, git

CLAIM = "The council closed the well."


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """A repository that was begun, with the small chronology in the place of none."""
    folder = tmp_path / "begun"
    assert CliRunner().invoke(main, ["init", str(folder), "--title", "A town"]).exit_code == 0
    shutil.copytree(CASES / "small" / "content", folder / "content", dirs_exist_ok=True)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "begin")
    return folder


def runner(clone: Path, tmp_path: Path, **facts: str) -> Runner:
    """Return who runs the workflows in a clone; the programs that they call are those of this environment."""
    programs = tmp_path / "programs"
    programs.mkdir(exist_ok=True)
    python = shlex.quote(sys.executable)
    asked = shlex.quote(str(tmp_path / "asked"))
    (programs / "dateline").write_text(f'#!/bin/sh\nexec {python} -m dateline "$@"\n', encoding="utf-8")
    (programs / "python").write_text(f'#!/bin/sh\necho "$@" >> {asked}\n', encoding="utf-8")
    for program in programs.iterdir():
        program.chmod(0o755)
    run = Runner(clone, FACTS | facts, path=str(programs), workflows=clone / ".github" / "workflows")
    run.outputs["steps.pages.outputs.base_url"] = "https://editors.example/chronology"
    return run


def pull_request(begun: Path, folder: Path, path: str, old: str, new: str) -> Path:
    """Clone what GitHub checks out for a pull request that changes one file."""
    git(begun, "switch", "--quiet", "--create", "change")
    file = begun / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    git(begun, "commit", "--quiet", "--all", "--message", "change")
    git(begun, "switch", "--quiet", "main")
    git(begun, "merge", "--quiet", "--no-ff", "--message", "merge", "change")
    git(folder.parent, "clone", "--quiet", "--depth", "2", begun.as_uri(), folder.name)
    return folder


def some_event(begun: Path) -> tuple[str, str]:
    """Return the path of an event of the small chronology, and its title."""
    file = min((begun / "content" / "events").rglob("*.yml"))
    title = re.search("(?m)^title: (.*)$", file.read_text(encoding="utf-8"))
    assert title is not None
    return file.relative_to(begun).as_posix(), title[1]


def test_a_pull_request_is_checked_told_in_words_and_built(begun: Path, tmp_path: Path) -> None:
    path, title = some_event(begun)
    clone = pull_request(begun, tmp_path / "clone", path, f"title: {title}", f"title: {title}, as told")
    run = runner(clone, tmp_path)
    statuses = run.run_job("check.yml", "check")
    assert statuses == {
        "Install Dateline": 0,
        "Check the records": 0,
        "Say in words what changes": 0,
        "Build the site": 0,
    }, run.log
    assert "as told" in run.summary
    assert "pip install" in (tmp_path / "asked").read_text(encoding="utf-8")
    assert (clone / "site" / "index.html").is_file()


def test_a_broken_record_fails_the_check_and_what_changes_is_told_all_the_same(begun: Path, tmp_path: Path) -> None:
    path, _ = some_event(begun)
    clone = pull_request(begun, tmp_path / "clone", path, "\nkind: ", "\nkind: no-such-")
    run = runner(clone, tmp_path)
    statuses = run.run_job("check.yml", "check")
    assert statuses["Check the records"] == 1
    assert "Say in words what changes" in statuses
    assert "Build the site" not in statuses
    assert f"::error file={path}" in "".join(run.log)


def test_main_is_built_for_its_address_and_commit(begun: Path, tmp_path: Path) -> None:
    run = runner(begun, tmp_path, **{"github.event_name": "push"})
    assert set(run.run_job("publish.yml", "build").values()) == {0}, run.log
    page = (begun / "site" / "index.html").read_text(encoding="utf-8")
    assert "https://editors.example/chronology/" in page
    assert FACTS["github.sha"][:7] in page

"""What `dateline init` writes, at work: its workflows' own steps, run in a repository that it began."""

import re
import shlex
import shutil
from pathlib import Path

import click
import pytest
import yaml
from click.testing import CliRunner
from dateline.cli import main
from projects import CASES, ROOT
from workflow_steps import FACTS, OURS, Runner, git, programs_by_name, workflow

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository that was begun, with the small chronology in the place of none."""
    folder = tmp_path_factory.mktemp("begun") / "begun"
    assert CliRunner().invoke(main, ["init", str(folder), "--title", "A town"]).exit_code == 0
    shutil.copytree(CASES / "small" / "content", folder / "content", dirs_exist_ok=True)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "begin")
    return folder


@pytest.fixture
def begun(repository: Path, tmp_path: Path) -> Path:
    """A copy of that repository, for one test to change."""
    return Path(shutil.copytree(repository, tmp_path / "begun"))


def runner(clone: Path, tmp_path: Path, **facts: str) -> Runner:
    """Return who runs the workflows in a clone; the programs that they call are those of this environment."""
    programs = tmp_path / "programs"
    programs.mkdir(exist_ok=True)
    asked = shlex.quote(str(tmp_path / "asked"))
    (programs / "dateline").write_text(programs_by_name()["dateline"], encoding="utf-8")
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


# --- ten lines, that call ours ----------------------------------------------------------------------------------------


DATELINE = """\
#!/bin/sh
echo "$@" >> {ran}
env | grep ^DATELINE_ >> {ran}
case "$*" in
  *--preview*) echo "### Breaks a promise" > "$6"; echo "<html>" > "$8"; exit 1;;
  *--no-pages) exit 1;;
esac
"""
"""Finds an id that vanishes. What the real one says of it, the tests of check.yml run, which has the same commands."""
PYTHON = """\
#!/bin/sh
echo "$@" >> {asked}
case "$*" in "-m venv"*) mkdir -p "$4/bin"; cp "$0" {made}/dateline "$4/bin";; esac
"""
"""Installs nothing, and puts `dateline` only where an environment is made: the action has to put it onto the path."""


def calling(clone: Path, tmp_path: Path, **facts: str) -> Runner:
    """Return who runs our workflows, and our action, in a clone, with programs that write down what they are asked."""
    programs, made = tmp_path / "programs", tmp_path / "made"
    places = {name: shlex.quote(str(tmp_path / name)) for name in ("asked", "made", "ran")}
    for program, text in ((programs / "python", PYTHON), (made / "dateline", DATELINE)):
        program.parent.mkdir()
        program.write_text(text.format(**places), encoding="utf-8")
        program.chmod(0o755)
    run = Runner(clone, {**FACTS, **facts, "runner.temp": str(tmp_path / "temp")}, path=str(programs))
    run.outputs["steps.pages.outputs.base_url"] = "https://editors.example/chronology"
    return run


def commands_of(tmp_path: Path) -> list[str]:
    """Return what `dateline` was called with, each a command that there is, with options that it has."""
    lines = (tmp_path / "ran").read_text(encoding="utf-8").splitlines()
    found = [line for line in lines if not line.startswith("DATELINE_")]
    for line in found:
        name, *words = line.split()
        command = main.get_command(click.Context(main), name)
        assert command is not None
        command.make_context(name, words)
    return found


def test_called_for_a_pull_request_our_check_installs_what_is_locked_and_refuses_an_id_that_vanishes(
    begun: Path, tmp_path: Path
) -> None:
    run = calling(begun, tmp_path)
    statuses = run.run_job("chronology-check.yml", "check")
    assert [name for name, status in statuses.items() if status] == [
        "Refuse published ids that vanish, and ask for histories, beside their lines"
    ], run.log
    assert run.summary == "### Breaks a promise\n"
    assert Path(run.outputs["steps.meaning.outputs.preview"]).read_text(encoding="utf-8") == "<html>\n"
    assert [command.split(" --out")[0] for command in commands_of(tmp_path)] == [
        "check --format github",
        "diff HEAD^1 --format markdown",
        "diff HEAD^1 --format github --no-pages",
    ]
    assert not git(begun, "status", "--porcelain")
    installed = [line for line in (tmp_path / "asked").read_text(encoding="utf-8").splitlines() if " install " in line]
    kept = [("--require-hashes" in line, "--no-deps" in line, str(ROOT) in line) for line in installed]
    assert kept == [(True, True, True), (True, True, True), (False, True, True)]


def test_called_for_what_is_on_main_our_check_builds_and_tells_nobody_what_changes(begun: Path, tmp_path: Path) -> None:
    run = calling(begun, tmp_path, **{"github.event_name": "push"})
    assert set(run.run_job("chronology-check.yml", "check").values()) == {0}, run.log
    assert commands_of(tmp_path) == ["check --format github", "build"]
    assert run.summary == ""


def test_called_from_main_our_build_is_told_its_address_and_commit_and_has_what_the_repository_adds(
    begun: Path, tmp_path: Path
) -> None:
    run = calling(begun, tmp_path, **{"github.event_name": "push"})
    run.inputs["requirements"] = "$(touch x) more.txt"
    assert set(run.run_job("chronology-publish.yml", "build").values()) == {0}, run.log
    assert commands_of(tmp_path) == ["build"]
    assert set((tmp_path / "ran").read_text(encoding="utf-8").splitlines()) >= {
        "DATELINE_SITE_URL=https://editors.example/chronology",
        f"DATELINE_COMMIT={FACTS['github.sha']}",
        "DATELINE_REPO_URL=https://github.com/editors/chronology",
    }
    assert (tmp_path / "asked").read_text("utf-8").splitlines()[-1].endswith("--requirement $(touch x) more.txt")
    assert not (begun / "x").exists()
    assert run.run_job("chronology-publish.yml", "deploy") == {}


@pytest.mark.parametrize("name", ["chronology-check.yml", "chronology-publish.yml"])
def test_what_is_called_can_only_be_called_and_has_dateline_of_its_own_commit(name: str) -> None:
    called = workflow(name)
    assert set(called[True]) == {"workflow_call"}  # type: ignore[index] # as YAML 1.1 reads `on`
    steps = [step for job in called["jobs"].values() for step in job["steps"]]
    assert [step["uses"] for step in steps if step.get("name") == "Install Dateline"] == [OURS]
    assert not any("install" in step.get("run", "") for step in steps)


def test_only_whoever_says_so_keeps_an_environment() -> None:
    keeping = [step for step in ACTION["runs"]["steps"] if "/save@" in step.get("uses", "")]
    assert [step["if"].split(" && ")[0] for step in keeping] == ["inputs.keep == 'true'"]
    assert ACTION["inputs"]["keep"]["default"] == "false"
    (check,) = [step for step in workflow("chronology-check.yml")["jobs"]["check"]["steps"] if step.get("uses") == OURS]
    assert "keep" not in check["with"]
    pins = [step["uses"] for step in ACTION["runs"]["steps"] if "uses" in step]
    assert all(re.fullmatch(r"actions/[a-z-]+(/restore|/save)?@[0-9a-f]{40}", pin) for pin in pins)
    assert not [step["name"] for step in ACTION["runs"]["steps"] if "${{" in step.get("run", "")]

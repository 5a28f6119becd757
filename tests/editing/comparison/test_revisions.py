"""Revisions of git are read as data: no name is an option, no checkout, no link, nothing outside the folder."""

import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from dateline.cli import main
from dateline.editing.comparison import RevisionError, unpacked
from dateline.editing.comparison.revisions import commit_of, merge_base
from dateline.ground.yamltree import MAX_BYTES
from planted import PLANTED, SMALL, WARNING
from projects import environment, files_of, make_project, run


def git(where: Path, *arguments: str) -> str:
    settings = ("-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "init.defaultBranch=main")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(
        ["git", *settings, *arguments], cwd=where, capture_output=True, text=True, check=True, env=environment
    )
    return done.stdout.strip()


@pytest.fixture
def repository(project: Path) -> Path:
    git(project, "init", "--quiet")
    (project / ".gitattributes").write_text("*.yml export-ignore filter=evil eol=crlf\n", encoding="utf-8")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "first")
    return project


def test_a_revision_is_read_as_it_was_committed(repository: Path) -> None:
    with unpacked(repository, "main", repository / "content") as (root, commit):
        assert files_of(root / "content") == files_of(SMALL)
        assert commit == git(repository, "rev-parse", "HEAD")
        kept = root
    assert not kept.exists()


def test_a_project_in_a_folder_of_the_repository_is_read_from_there(tmp_path: Path) -> None:
    project = make_project(tmp_path / "repository" / "some folder")
    git(tmp_path / "repository", "init", "--quiet")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "first")
    with unpacked(project, "HEAD", project / "content") as (root, _):
        assert files_of(root / "content") == files_of(SMALL)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "-h",
        "--exec=touch x",
        "--output=x",
        "no-such-branch",
        "$(touch x)",
        "main;touch x",
        "HEAD:content",
        "a\nb",
        "x" * 999,
    ],
)
def test_no_name_is_an_option_or_a_command(repository: Path, name: str) -> None:
    with pytest.raises(RevisionError):
        commit_of(repository, name)
    assert not (repository / "x").exists()


def test_a_branch_of_an_odd_name_is_a_branch(repository: Path) -> None:
    name = "$(touch${IFS}x);&|`y`"
    git(repository, "branch", name)
    assert commit_of(repository, name) == commit_of(repository, "main")
    assert not (repository / "x").exists()


def test_links_and_what_is_too_large_are_not_written_out(repository: Path) -> None:
    (repository / "content" / "actors" / "sly.md").symlink_to("/etc/passwd")
    (repository / "content" / "events" / "huge.yml").write_bytes(b"a" * (20 * MAX_BYTES))
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message", "hostile")
    with unpacked(repository, "HEAD", repository / "content") as (root, _):
        assert not os.path.lexists(root / "content" / "actors" / "sly.md")
        huge = (root / "content" / "events" / "huge.yml").read_bytes()
        assert MAX_BYTES < len(huge) < 20 * MAX_BYTES
        assert b"a" not in huge


def test_a_replacement_of_a_commit_is_not_believed(repository: Path) -> None:
    first = commit_of(repository, "HEAD")
    (repository / "content" / WARNING).unlink()
    git(repository, "commit", "--quiet", "--all", "--message", "second")
    git(repository, "replace", first, "HEAD")
    with unpacked(repository, first, repository / "content") as (root, _):
        assert (root / "content" / WARNING).is_file()


def test_a_folder_without_a_repository_is_told(project: Path) -> None:
    with pytest.raises(RevisionError):
        commit_of(project, "HEAD")


def test_the_merge_base_is_where_two_went_apart(repository: Path) -> None:
    first = commit_of(repository, "HEAD")
    git(repository, "switch", "--quiet", "--create", "other")
    git(repository, "commit", "--quiet", "--allow-empty", "--message", "on the other")
    git(repository, "switch", "--quiet", "main")
    git(repository, "commit", "--quiet", "--allow-empty", "--message", "on main")
    assert merge_base(repository, "main", "other") == first


# --- the command -----------------------------------------------------------------------------------------------------


def diff(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["diff", *arguments], env=environment())


def test_the_command_compares_a_revision_with_the_working_tree_and_fails_for_a_vanished_id(repository: Path) -> None:
    PLANTED["an-event-is-removed-without-a-tombstone"].plant(repository / "content")
    done = run("dateline", "diff", "HEAD", "--no-pages", cwd=repository)
    assert done.returncode == 1, done.stderr
    assert "removed 2020-05-03-warning: 1 claim, 1 report" in done.stdout
    assert f"content/{WARNING}:1:1: error [id-vanished]" in done.stdout


def test_the_command_takes_folders_and_two_revisions_and_writes_to_a_file(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(repository, "tag", "first")
    monkeypatch.chdir(repository)
    PLANTED["a-place-moves"].plant(repository / "content")
    git(repository, "commit", "--quiet", "--all", "--message", "second")
    out = repository / "diff.md"
    done = diff("first", "HEAD", "--format", "markdown", "--out", str(out))
    assert (done.exit_code, done.stdout) == (0, ""), done.stderr
    assert "### Places" in out.read_text(encoding="utf-8")
    by_folder = diff(str(SMALL), "--format", "json")
    assert '"kind": "place-moved"' in by_folder.stdout
    told = diff("first", "--format", "github").stdout
    assert told.startswith(
        "::warning file=content/places/lower-wend.yml,line=5,col=6,title=Dateline%3A history-missing::"
    )
    assert len(told.splitlines()) == 1


def test_the_command_says_which_revision_it_does_not_know(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)
    done = diff("no-such-branch")
    assert done.exit_code == 1
    assert isinstance(done.exception, SystemExit)
    assert "git knows no revision 'no-such-branch' here" in done.stderr

"""The documentation of Dateline: it builds, leads nowhere wrong, and its tutorial does what it says."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from dateline.cli import main
from dateline.editing.beginning import Beginning, files_of
from projects import ROOT

_DOCS = ROOT / "docs"
_STEP = re.compile(
    r"<!-- edit (?P<file>\S+): (?P<old>.+?) -> (?P<new>.+?) -->"
    r"|(?P<mark><!-- (?:fails|output|install) -->\n)?"
    r"```(?P<language>\w+)(?: title=\"(?P<title>[^\"]+)\")?\n(?P<text>.*?)\n```",
    re.DOTALL,
)


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documentation, built as strictly as MkDocs can."""
    site = tmp_path_factory.mktemp("docs") / "site"
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--quiet",
        "-f",
        str(_DOCS / "mkdocs.yml"),
        "-d",
        str(site),
    ]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return site


def test_every_command_is_in_the_reference(docs: Path) -> None:
    page = (docs / "reference" / "commands" / "index.html").read_text(encoding="utf-8")
    assert [
        name
        for name in main.list_commands(click.Context(main))
        if f">dateline {name}<" not in page.replace("&nbsp;", " ")
    ] == []


def test_every_page_of_the_documentation_is_in_its_navigation(docs: Path) -> None:
    home = (docs / "index.html").read_text(encoding="utf-8")
    pages = [path.relative_to(_DOCS / "text").with_suffix("") for path in sorted((_DOCS / "text").rglob("*.md"))]
    assert [page for page in pages if page.name != "index" and f'href="{page.as_posix()}/"' not in home] == []


def test_the_documentation_asks_nobody_else_for_anything(docs: Path) -> None:
    fetched = re.compile(
        r"<(?:script|img|iframe|source)[^>]*\bsrc=\"?(?:https?:)?//|<link[^>]*rel=\"?(?:stylesheet|preconnect)[^>]*//"
    )
    pages = sorted(docs.rglob("*.html"))
    assert pages
    assert [page for page in pages if fetched.search(page.read_text(encoding="utf-8"))] == []


def test_the_recipes_for_other_forges_are_what_those_forges_take_and_run_commands_that_are_there(
    tmp_path: Path,
) -> None:
    page = (_DOCS / "text" / "how-to" / "publish.md").read_text(encoding="utf-8")
    recipes = {step["title"]: step["text"] for step in _STEP.finditer(page) if step["title"]}
    assert set(recipes) == {".gitlab-ci.yml", ".forgejo/workflows/check.yml"}
    for name, schema in zip(recipes, ("gitlab-ci", "github-workflows"), strict=True):
        recipe = tmp_path / "recipe.yml"
        recipe.write_text(recipes[name], encoding="utf-8")
        command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(recipe)]
        checked = subprocess.run(command, capture_output=True, text=True, check=False)
        assert checked.returncode == 0, checked.stdout + checked.stderr
        run = re.findall(r"(?m)^\s*(?:- )?dateline (\S+)", recipes[name])
        assert {"check", "build"} <= set(run)
        assert set(run) <= set(main.list_commands(click.Context(main)))


def test_the_tutorial_does_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each grey box is run or written, each edit made, each output shown."""
    (tmp_path / "articles").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "1000")
    steps = [*_STEP.finditer((_DOCS / "text" / "tutorial.md").read_text(encoding="utf-8"))]
    assert len(steps) > 20, "the tutorial has fewer steps than it had: is it still read as it is written?"
    told = ""
    for step in steps:
        if step["file"]:
            _edit(Path(step["file"]), step["old"], step["new"])
        elif step["title"]:
            Path(step["title"]).write_text(step["text"] + "\n", encoding="utf-8")
        elif "install" in (step["mark"] or ""):
            assert "pip install" in step["text"]  # what it installs: the test below
        elif step["language"] == "sh":
            fails = "fails" in (step["mark"] or "")
            told = "".join([_run(command, fails=fails) for command in step["text"].splitlines()])
        else:
            assert "output" in step["mark"]
            assert [line for line in step["text"].splitlines() if line not in told] == [], told
    assert Path("site/disputes/how-many-people-were-rescued/index.html").is_file()


@pytest.mark.parametrize("page", ["README.md", "docs/text/index.md", "docs/text/tutorial.md"])
def test_whoever_begins_installs_what_a_new_chronology_installs(page: str) -> None:
    """With less, the tutorial's second step stops: it reads an article."""
    needed = files_of(Beginning(title="Here"))["requirements.txt"].decode()
    wanted = re.search(r"dateline\[[a-z,]+\]", needed)
    told = re.findall(r"pip install [\"']?(dateline[^\s=\"'`]*)", (ROOT / page).read_text(encoding="utf-8"))
    assert wanted is not None
    assert set(told) == {wanted[0]}


def _run(command: str, *, fails: bool) -> str:
    name, *arguments = shlex.split(command)
    if name == "cd":
        os.chdir(*arguments)
        return ""
    assert name == "dateline"
    done = CliRunner().invoke(main, arguments)
    assert (done.exit_code != 0) == fails, command + "\n" + done.output
    return done.output


def _edit(path: Path, old: str, new: str) -> None:
    """Do what the tutorial asks the reader to do by hand; the pattern has to be there."""
    text, count = re.subn(old, new.replace("\\", r"\\"), path.read_text(encoding="utf-8"), count=1)
    assert count == 1, f"{path.name} has no {old!r}"
    path.write_text(text, encoding="utf-8")

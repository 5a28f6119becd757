"""No site goes into what it is made from, whatever the folder is called, and whoever asks for it."""

import os
import re
from pathlib import Path

import pytest
from dateline.site import placing
from dateline.site.settings import Settings
from projects import build as mkdocs_build
from projects import files_of, run
from rebuilding import generated, reworded

WRONG = {
    ".": "is the project's folder",
    "..": "holds the project's folder",
    "/": "holds the project's folder",
    "content": r"is content \(the records\)",
    "content/": r"is content \(the records\)",
    "content/events/2014": r"lies in content \(the records\)",
    "content/new/site": r"lies in content \(the records\)",
    "site/../content": r"is content \(the records\)",
    "templates": r"is templates \(the templates\)",
    "templates/pages": r"lies in templates \(the templates\)",
    "templates/theme": r"lies in templates \(the templates\)",
    ".git": r"is \.git \(what Git remembers\)",
    ".git/objects": r"lies in \.git",
    ".cache": r"is \.cache \(what Dateline remembers\)",
    ".cache/dateline/site": r"lies in \.cache",
    "linked": r"is content \(the records\)",
    "linked/events": r"lies in content",
    "mkdocs.yml": "is no folder",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = generated(tmp_path, events=1)
    (project / ".git").mkdir()
    (project / "linked").symlink_to("content")
    return project


def untouched(project: Path) -> dict[str, bytes]:
    return {path: text for path, text in files_of(project).items() if not path.startswith(".cache/")}


@pytest.mark.parametrize("target", WRONG)
def test_a_build_or_a_rendering_into_what_it_is_made_from_is_refused_in_one_sentence(
    project: Path, target: str
) -> None:
    before = untouched(project)
    for command in (["build", "--site-dir"], ["render", "--out"]):
        if command[0] == "render" and target == "mkdocs.yml":
            continue
        done = run("dateline", *command, target, cwd=project)
        assert done.returncode == 1
        assert re.search(WRONG[target], done.stderr), done.stderr
        assert "name a folder of its own, such as site" in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1
    assert untouched(project) == before


@pytest.mark.parametrize("target", ["content/site", "templates", ".", "linked/../content", "../project"])
def test_what_mkdocs_yml_says_is_refused_too_by_both_ways_of_building(project: Path, target: str) -> None:
    reworded(project / "mkdocs.yml", "site_dir: site", f"site_dir: {target}")
    reworded(project / "mkdocs.yml", "docs_dir: content", "docs_dir: docs")
    (project / "docs").mkdir()
    before = untouched(project)
    for done in (run("dateline", "build", cwd=project), mkdocs_build(project)):
        assert done.returncode == 1
        by_mkdocs = "The 'docs_dir' should not be within the 'site_dir'" in done.stderr
        assert by_mkdocs or "no site can go there" in done.stderr, done.stderr
        assert "Traceback" not in done.stderr
    assert untouched(project) == before


def test_merging_into_what_the_site_is_made_from_or_into_a_shard_is_refused(project: Path) -> None:
    (project / "shard").mkdir()
    done = run("dateline", "merge", "shard", "--site-dir", "content", cwd=project)
    assert "is content (the records)" in done.stderr
    done = run("dateline", "merge", "shard", "--site-dir", "./shard", cwd=project)
    assert "is one of the shards" in done.stderr


def test_the_folder_of_docs_and_an_own_theme_are_no_place_either(project: Path) -> None:
    (project / "docs").mkdir()
    (project / "templates" / "theme").rename(project / "look")
    reworded(project / "mkdocs.yml", "custom_dir: templates/theme", "custom_dir: look")
    reworded(project / "mkdocs.yml", "docs_dir: content", "docs_dir: docs")
    for target, what in (("look/site", "the theme's folder look"), ("docs", "docs_dir")):
        done = run("dateline", "build", "--site-dir", target, cwd=project)
        assert what in done.stderr, done.stderr


def test_any_other_folder_will_do(project: Path) -> None:
    settings = Settings.of(project)
    for target in ("site", "contents", "content-site", "out/site", "../site", "linked-site", ".site"):
        assert placing.fault_of(project / target, settings, {}) == ""


def test_on_a_system_that_tells_no_capitals_apart_the_folder_is_known_all_the_same(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stat = Path.stat
    monkeypatch.setattr(Path, "stat", lambda self, **rest: stat(Path(str(self).replace("CONTENT", "content")), **rest))
    assert "the records" in placing.fault_of(project / "CONTENT" / "site", Settings.of(project), {})


def test_a_folder_that_links_to_a_place_of_its_own_will_do(project: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (project / "site").symlink_to(tmp_path / "elsewhere")
    done = run("dateline", "build", cwd=project)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "elsewhere" / "index.html").is_file()
    assert os.path.islink(project / "site")  # noqa: PTH114 - the link itself


@pytest.mark.parametrize("name", [".cache", ".cache/dateline"])
def test_what_stands_in_the_place_of_the_cache_is_named_and_not_the_site(project: Path, name: str) -> None:
    way = project / name
    way.parent.mkdir(exist_ok=True)
    way.write_text("x", encoding="utf-8")
    result = run("dateline", "build", cwd=project)
    assert result.returncode == 1
    (line,) = result.stderr.splitlines()
    assert (
        line
        == f"Error: {way} is no folder, and what builds remember lies in {project / '.cache/dateline'}; move it away"
    )
    assert way.read_text("utf-8") == "x"

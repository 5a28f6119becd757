"""A chronology begun: files that say what was asked, and nothing of another topic."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from dateline import __version__
from dateline.editing.beginning import Beginning, Origin, examples, files_of, pinned
from hypothesis import given
from hypothesis import strategies as st
from projects import ROOT

COMMIT = "0123456789abcdef0123456789abcdef01234567"
NAMES = Beginning(title="The tea of Lindwell")
CALLING = replace(NAMES, engine=f"someone/dateline@{COMMIT}", origin=pinned(f"someone/dateline@{COMMIT}"))
LINES = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn")), min_size=1).filter(str.strip)


def text_of(path: str, begun: Beginning = NAMES) -> str:
    return files_of(begun)[path].decode()


@pytest.mark.parametrize("begun", [NAMES, CALLING], ids=["alone", "calling"])
def test_a_repository_has_at_most_fifteen_files_outside_its_content(begun: Beginning) -> None:
    assert len([path for path in files_of(begun) if not path.startswith("content/")]) <= 15


def test_the_configuration_of_the_site_has_at_most_fifteen_lines() -> None:
    assert len(text_of("mkdocs.yml").splitlines()) <= 15


@pytest.mark.parametrize("word", ["bukamal", "isis", "syria", "2017", "2018", "captured", "war", "«", "»"])
def test_nothing_of_another_topic_and_no_blank_is_left(word: str) -> None:
    found = [path for path, content in files_of(NAMES).items() if re.search(rf"\b{word}\b", content.decode().lower())]
    assert found == ([] if word != "captured" else ["content/pages/contributing.md"][:0])


@given(title=LINES, holder=LINES, description=LINES)
def test_whatever_it_is_called_the_yaml_says_so(title: str, holder: str, description: str) -> None:
    files = files_of(Beginning(title=title, holder=holder, description=description))
    masthead = yaml.safe_load(files["content/chronology.yml"])
    assert (masthead["title"], masthead["description"]) == (title, description)
    site = re.sub(r"!ENV \[.*\]", "''", files["mkdocs.yml"].decode())
    assert yaml.safe_load(site)["site_name"] == title


def test_the_licence_is_named_where_readers_and_reusers_look() -> None:
    begun = Beginning(title="Tea", licence="CC-BY-SA-4.0", holder="A. Nonym")
    link = "[CC BY-SA 4.0](https://creativecommons.org/licenses/by-sa/4.0/)"
    assert link in text_of("LICENSE.md", begun)
    assert "A. Nonym" in text_of("LICENSE.md", begun)
    assert link in text_of("content/pages/policy.md", begun)
    assert "licence: CC-BY-SA-4.0\n" in text_of("content/chronology.yml", begun)


def test_a_licence_of_ones_own_is_named_without_an_address() -> None:
    assert "under the licence My own." in text_of("LICENSE.md", Beginning(title="Tea", licence="My own"))


def test_marks_in_a_title_are_no_markup_of_the_readme() -> None:
    assert text_of("README.md", Beginning(title="A <b> [x](y) *z*")).startswith("# A \\<b\\> \\[x\\](y) \\*z\\*\n")


def test_dateline_is_taken_at_one_commit_which_the_workflows_name_as_well() -> None:
    made = files_of(CALLING)
    assert made["requirements.txt"].decode().splitlines()[-1] == (
        f"dateline[intake,verify] @ git+https://github.com/someone/dateline@{COMMIT}"
    )
    naming = {path for path, content in made.items() if COMMIT in content.decode()}
    assert naming == {"requirements.txt", ".github/workflows/check.yml", ".github/workflows/publish.yml"}


def test_where_no_commit_is_named_the_version_is_asked_for_that_began_it() -> None:
    assert text_of("requirements.txt").splitlines()[-1] == f"dateline[intake,verify]=={__version__}"


def test_a_wheel_that_lies_nowhere_else_is_brought_along(tmp_path: Path) -> None:
    wheel = tmp_path / "dateline-1.0-py3-none-any.whl"
    wheel.write_bytes(b"a wheel")
    origin = Origin(requirement="./wheels/x.whl", note="From a file.", wheel=wheel)
    made = files_of(Beginning(title="Tea", origin=origin))
    assert made[f"wheels/{wheel.name}"] == b"a wheel"
    assert made["requirements.txt"].endswith(b"# From a file.\n./wheels/x.whl\n")


@pytest.mark.parametrize("name", ["check", "publish"])
def test_a_workflow_that_calls_ours_has_ten_lines_and_gives_it_the_rights_that_it_needs(name: str) -> None:
    text = text_of(f".github/workflows/{name}.yml", CALLING)
    assert len([line for line in text.splitlines() if not line.startswith("#")]) == 10
    (job,) = yaml.safe_load(text)["jobs"].values()
    called = ROOT / job["uses"].removeprefix("someone/dateline/").removesuffix(f"@{COMMIT}")
    needed: dict[str, str] = {}
    for one in yaml.safe_load(called.read_text(encoding="utf-8"))["jobs"].values():
        needed |= one["permissions"]
    assert job["permissions"] == needed
    assert not {"secrets", "with"} & set(job)


@pytest.mark.parametrize("name", ["contest", "error", "event", "source"])
def test_the_forms_are_those_of_our_own_repository(name: str) -> None:
    path = f".github/ISSUE_TEMPLATE/{name}.yml"
    assert files_of(NAMES)[path] == (ROOT / path).read_bytes()


@pytest.mark.parametrize("path", [".vscode/settings.json", ".vscode/extensions.json"])
def test_the_settings_of_editors_are_those_of_our_own_repository(path: str) -> None:
    assert files_of(NAMES)[path] == (ROOT / path).read_bytes()


def test_the_container_checks_the_records_when_it_is_made() -> None:
    container = json.loads(text_of(".devcontainer/devcontainer.json"))
    assert container["postCreateCommand"].endswith("dateline check")


@pytest.mark.parametrize("name", ["check", "publish"])
def test_the_actions_of_the_workflows_are_those_that_our_own_pin(name: str) -> None:
    ours = {line for path in (ROOT / ".github/workflows").glob("*.yml") for line in _actions(path.read_text("utf-8"))}
    theirs = _actions(text_of(f".github/workflows/{name}.yml"))
    assert theirs
    assert set(theirs) <= ours


@pytest.mark.parametrize("name", ["check", "publish"])
def test_no_workflow_has_a_right_that_it_does_not_name(name: str) -> None:
    workflow = yaml.safe_load(text_of(f".github/workflows/{name}.yml"))
    assert workflow["permissions"] == {}
    written = {
        right for job in workflow["jobs"].values() for right, how in job["permissions"].items() if how == "write"
    }
    assert written <= ({"pages", "id-token"} if name == "publish" else set())


@pytest.mark.parametrize("begun", [NAMES, CALLING], ids=["alone", "calling"])
def test_whoever_looks_for_holes_in_workflows_finds_none(begun: Beginning, tmp_path: Path) -> None:
    for path, content in files_of(begun).items():
        if path.startswith(".github/"):
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(content)
    zizmor = Path(sys.executable).with_name("zizmor")
    command = [str(zizmor), "--offline", "--quiet", "--persona", "pedantic", str(tmp_path / ".github")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_each_example_is_a_whole_chronology() -> None:
    for name in examples():
        files = files_of(Beginning(title="x", example=name))
        assert any(path.startswith("content/events/") for path in files)


def _actions(text: str) -> list[str]:
    return re.findall(r"uses: (\S+ # \S+)", text)


def test_paths_of_a_beginning_stay_inside() -> None:
    assert [path for path in files_of(NAMES) if Path(path).is_absolute() or ".." in Path(path).parts] == []

"""What others run of this repository: as hooks of pre-commit, and in a container."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner
from dateline.cli import main
from dateline.editing.beginning import Beginning, files_of
from pre_commit.clientlib import load_config, load_manifest
from projects import CASES, ROOT

HOOKS: Final = {hook["id"]: hook for hook in load_manifest(ROOT / ".pre-commit-hooks.yaml")}
PLACE: Final = "content/places/wend.yml"


@pytest.fixture
def begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository that was begun, with the small chronology in the place of none."""
    assert CliRunner().invoke(main, ["init", str(tmp_path / "begun")]).exit_code == 0
    shutil.copytree(CASES / "small" / "content", tmp_path / "begun" / "content", dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path / "begun")
    return tmp_path / "begun"


def run(id_: str) -> int:
    """Run a hook as pre-commit does, which adds no file to it, and return its exit status."""
    hook = HOOKS[id_]
    assert not hook["pass_filenames"]
    program, *arguments = shlex.split(hook["entry"])
    assert program == "dateline"
    return CliRunner().invoke(main, arguments).exit_code


def test_a_hook_mends_a_slip_and_one_stops_at_an_error(begun: Path) -> None:
    assert run("dateline-check") == 0
    place = begun / PLACE
    whole = place.read_text(encoding="utf-8")
    assert run("dateline-fix") == 0
    mended = place.read_text(encoding="utf-8")
    place.write_text(mended.replace("\n", "   \n", 1), encoding="utf-8")
    assert run("dateline-fix") == 0
    assert place.read_text(encoding="utf-8") == mended
    place.write_text(f"{whole}no_such_key: 1\n", encoding="utf-8")
    assert run("dateline-check") == 1


def test_hooks_run_for_what_the_check_reads_and_for_nothing_else() -> None:
    for hook in HOOKS.values():
        assert hook["language"] == "python"
        assert re.search(hook["files"], PLACE)
        assert re.search(hook["files"], "mkdocs.yml")
        assert not re.search(hook["files"], "README.md")
        assert not re.search(hook["files"], "site/content/x.yml")


# --- what the documentation says to write -----------------------------------------------------------------------------


def written(page: str, title: str) -> str:
    """Return the file that a page of the documentation says to write."""
    text = (ROOT / "docs" / "text" / "how-to" / page).read_text(encoding="utf-8")
    found = re.search(rf'```yaml title="{re.escape(title)}"\n(.*?\n)```', text, re.DOTALL)
    assert found is not None
    return found[1]


def test_the_configuration_of_the_documentation_is_one_and_names_hooks_that_there_are(tmp_path: Path) -> None:
    file = tmp_path / "config.yaml"
    file.write_text(written("pre-commit.md", ".pre-commit-config.yaml"), encoding="utf-8")
    (repository,) = load_config(file)["repos"]
    assert {hook["id"] for hook in repository["hooks"]} == set(HOOKS)


def test_the_workflow_of_the_documentation_is_what_init_writes() -> None:
    made = files_of(Beginning(title="x", engine="OWNER/REPO@COMMIT"))[".github/workflows/check.yml"].decode()
    assert written("ten-lines.md", ".github/workflows/check.yml") == re.sub(r"(?m)^#.*\n| +#.*$", "", made)


# --- in a container, as far as a file can tell ------------------------------------------------------------------------


def stages() -> list[list[tuple[str, str]]]:
    """Return the instructions of each stage of the Containerfile."""
    text = re.sub(r"(?m)^#.*\n", "", (ROOT / "Containerfile").read_text(encoding="utf-8")).replace("\\\n", " ")
    lines = [line.split(maxsplit=1) for line in text.splitlines() if line.strip()]
    begins = [index for index, (name, _) in enumerate(lines) if name == "FROM"]
    ends = [*begins[1:], len(lines)]
    return [[(name, words) for name, words in lines[begin:end]] for begin, end in zip(begins, ends, strict=True)]


def told(stage: list[tuple[str, str]], name: str) -> Iterator[str]:
    return (words for instruction, words in stage if instruction == name)


def test_a_container_is_made_of_named_versions_and_runs_as_nobody_of_rights() -> None:
    made, run_ = stages()
    known = {"FROM", "WORKDIR", "COPY", "RUN", "ENV", "USER", "EXPOSE", "ENTRYPOINT", "CMD"}
    assert {name for stage in (made, run_) for name, _ in stage} <= known
    bases = [next(told(stage, "FROM")).split()[0] for stage in (made, run_)]
    assert len(set(bases)) == 1
    assert re.fullmatch(r"python:3\.\d+-slim-[a-z]+(@sha256:[0-9a-f]{64})?", bases[0])
    names = [name for name, _ in run_]
    assert next(told(run_, "USER")) == "1000"
    assert not [name for name in names[names.index("USER") :] if name in {"RUN", "COPY"}]
    assert list(told(run_, "ENTRYPOINT")) == ['["dateline"]']
    assert list(told(run_, "CMD")) == ['["build"]']


def test_a_container_gets_only_what_is_locked_and_what_the_wheel_is_made_of() -> None:
    made, _ = stages()
    installs = [part for words in told(made, "RUN") for part in words.split("&&") if " pip install " in part]
    assert len(installs) == 3
    assert all("--no-deps" in one and ("--require-hashes" in one or "--no-index" in one) for one in installs)
    copied = [name for words in told(made, "COPY") for name in words.split()[:-1]]
    assert all((ROOT / name).exists() for name in copied)
    let_in = re.findall(r"(?m)^!(.+)$", (ROOT / ".dockerignore").read_text(encoding="utf-8"))
    assert sorted(let_in) == sorted(copied)
    wheel = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (needed,) = re.findall(r"(?m)^only-include = (\[.*\])$", wheel)[:1]
    assert set(re.findall(r'"([^"]+)"', needed)) <= set(copied)

"""What an editor asks for on GitHub: mended or drafted with no right to write, and written only where it is safe."""

import importlib.util
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import pytest
from planted import FLOOD, SMALL
from projects import ROOT, environment
from workflow_steps import git, workflow

REPOSITORY: Final = "editors/chronology"
HEAD: Final = "a" * 40
RECORD: Final = "content/events/2020/e.yml"
COMMENT: Final = {
    "repository": {"full_name": REPOSITORY, "default_branch": "main"},
    "sender": {"login": "editor"},
    "issue": {"number": 5},
    "comment": {"body": "/fix", "created_at": "2026-11-29T08:00:00Z"},
}
LABEL: Final = {**{key: COMMENT[key] for key in ("repository", "sender", "issue")}, "label": {"name": "draft"}}
HOSTILE: Final = "$(touch pwned);`touch pwned` ${{ github.token }} ::set-output name=x::y @editors #1"


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / ".github" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


hand_in, take_records = script("hand_in"), script("take_records")


@dataclass
class Forge:
    """Answers as GitHub would, and keeps what was written."""

    may: str = "write"
    sha: str = HEAD
    ref: str = "edit"
    fork: str = REPOSITORY
    ran: str = "2026-11-29T07:00:00Z"
    mode: str = "100644"
    folder: str = "040000"
    state: str = "open"
    truncated: bool = False
    path: str = RECORD
    written: list[tuple[str, str, Any]] = field(default_factory=list)

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        if body is not None:
            self.written.append((method, path, body))
            return {"sha": "b" * 40, "number": 9}
        assert method == "GET"
        answers: dict[str, Any] = {
            "permission": {"permission": self.may},
            "pulls": {
                "state": self.state,
                "head": {"sha": self.sha, "ref": self.ref, "repo": {"full_name": self.fork} if self.fork else None},
            },
            "runs": {"workflow_runs": [{"created_at": self.ran}] if self.ran else []},
            "trees": {
                "truncated": self.truncated,
                "tree": [
                    {"path": "content", "mode": "040000"},
                    {"path": "content/events", "mode": self.folder},
                    {"path": self.path, "mode": self.mode},
                ],
            },
            "commits": {"tree": {"sha": "c" * 40}},
        }
        (found,) = [answer for name, answer in answers.items() if f"/{name}" in path]
        return found

    @property
    def said(self) -> str:
        method, path, body = self.written[-1]
        assert (method, path) == ("POST", f"repos/{REPOSITORY}/issues/5/comments")
        return str(body["body"])

    @property
    def places(self) -> list[str]:
        return [f"{method} {path.removeprefix(f'repos/{REPOSITORY}/')}" for method, path, _ in self.written[:-1]]


Run = Callable[..., Forge]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    def hand(forge: Forge, event: object = COMMENT, **given: object) -> Forge:
        told = {"number": 5, "head": HEAD, "files": {RECORD: "title: x\n"}, "patch": "--- a\n", "said": ""} | given
        (tmp_path / "build").mkdir(exist_ok=True)
        (tmp_path / "build" / "desk.json").write_text(json.dumps(told), encoding="utf-8")
        (tmp_path / "event.json").write_text(json.dumps(event), encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("GITHUB_EVENT_PATH", str(tmp_path / "event.json"))
        monkeypatch.setattr(hand_in, "ask", forge.ask)
        hand_in.main()
        return forge

    return hand


# --- what is written -------------------------------------------------------------------------------------------------


def test_a_branch_is_mended_on_top_of_the_commit_that_was_looked_at_and_the_check_begins(run: Run) -> None:
    forge = run(Forge(ref="odd/$(touch x)&y#z"))
    assert forge.places == [
        "POST git/trees",
        "POST git/commits",
        "PATCH git/refs/heads/odd/%24%28touch%20x%29%26y%23z",
        "POST actions/workflows/check.yml/dispatches",
    ]
    tree, commit, ref, check, _ = (body for _, _, body in forge.written)
    assert tree["tree"] == [{"path": RECORD, "mode": "100644", "type": "blob", "content": "title: x\n"}]
    assert commit["parents"] == [HEAD]
    assert ref["force"] is False
    assert check == {"ref": "odd/$(touch x)&y#z"}
    assert "mended 1 file" in forge.said


def test_a_form_becomes_a_draft_pull_request(run: Run) -> None:
    forge = run(Forge(path="content/other.yml"), LABEL)
    assert forge.places[2:] == ["POST git/refs", "POST pulls", "POST actions/workflows/check.yml/dispatches"]
    assert forge.written[3][2]["draft"] is True
    assert "#9" in forge.said


def test_a_fork_is_sent_the_patch_as_code_that_nothing_ends(run: Run) -> None:
    forge = run(Forge(fork="stranger/chronology"), patch="+ ```` @editors \u202e\n+ ```\n")
    assert forge.places == []
    assert "`````diff\n+ ```` @editors \N{REPLACEMENT CHARACTER}\n+ ```\n`````" in forge.said
    assert run(Forge(fork=""), patch="+ x\n").places == []
    assert "longer than a comment" in run(Forge(fork="s/c"), patch="x" * 60_000).said


@pytest.mark.parametrize(
    "forge, why",
    [
        (Forge(may="read"), "write access"),
        (Forge(may="none"), "write access"),
        (Forge(sha="d" * 40), "moved on"),
        (Forge(state="closed"), "moved on"),
        (Forge(ran="2026-11-29T08:00:01Z"), "came after your comment"),
        (Forge(ran=""), "came after your comment"),
        (Forge(ref="main"), "main branch"),
        (Forge(mode="120000"), "a link"),
        (Forge(mode="160000"), "a link"),
        (Forge(folder="120000"), "a folder is a link"),
        (Forge(path="content/else.yml"), "not there"),
        (Forge(truncated=True), "more files"),
    ],
)
def test_what_is_not_safe_is_refused_and_nothing_is_written(forge: Forge, why: str, run: Run) -> None:
    assert why in run(forge).said
    assert forge.places == []


@pytest.mark.parametrize(
    "path",
    [
        "README.md", ".github/workflows/check.yml", "content/../Makefile", "content/x/../../y.yml", "/content/x.yml",
        "content//x.yml", "content/.hidden.yml", "content/.git/config.yml", "content/x.py", "content/x.yml\n",
        "content", "content/a b.yml", "content/\u202ex.yml", "Content/x.yml", "content\\x.yml",
        "content/$(touch x).yml",
        "content/a..b.yml",
    ],
)  # fmt: skip
def test_no_path_leaves_the_records(path: str, run: Run) -> None:
    forge = run(Forge(path=path), files={path: "x"})
    assert "no record would change" in forge.said
    assert forge.places == []


@pytest.mark.parametrize(
    "given",
    [
        {"number": 6},
        {"head": "main"},
        {"head": None},
        {"files": [RECORD]},
        {"files": {RECORD: 1}},
        {"files": {RECORD: "a\0b"}},
        {"files": {RECORD: "\ud800"}},
        {"files": {RECORD: "x" * 1_000_001}},
        {"files": {f"content/e{number}.yml": "" for number in range(201)}},
        {"patch": 1},
        {"patch": "x" * 4_000_001},
    ],
)
def test_what_is_of_another_form_is_refused(given: dict[str, object], run: Run) -> None:
    forge = run(Forge(), **given)
    assert forge.said.startswith("Nothing was written: ")
    assert forge.places == []


def test_where_there_is_nothing_to_mend_that_is_said(run: Run) -> None:
    assert run(Forge(), files={}).said == "There is nothing to mend."


# --- what is made, without a right to write --------------------------------------------------------------------------


def test_a_hostile_pull_request_is_mended_as_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its programs, links, hooks and large files take no part; of its records, only the text is mended."""
    repository = tmp_path / "clone"
    for path in sorted(SMALL.rglob("*")):
        if path.is_file():
            there = repository / "content" / path.relative_to(SMALL)
            there.parent.mkdir(parents=True, exist_ok=True)
            there.write_bytes(path.read_bytes())
    event = repository / "content" / FLOOD
    text = event.read_text(encoding="utf-8").replace("[mayor]", "[mayr]", 1)
    event.write_text(text.replace("note: The paper", f"note: '{HOSTILE}'\n    # The paper", 1), encoding="utf-8")
    (repository / "content" / "events" / "sly.yml").symlink_to("/etc/hostname")
    (repository / "content" / "events" / "2020" / "huge.yml").write_bytes(b"a" * 30_000_000)
    for name in ("sitecustomize.py", "dateline.py", "mkdocs.yml", "conftest.py"):
        (repository / name).write_text("import pathlib; pathlib.Path('pwned').touch()", encoding="utf-8")
    git(repository, "init", "--quiet")
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message", HOSTILE)
    monkeypatch.chdir(repository)
    desk = tmp_path / "desk"
    desk.mkdir()
    take_records.lay_out(git(repository, "rev-parse", "HEAD"), desk)
    assert {path.name for path in desk.iterdir()} == {"content"}
    monkeypatch.setenv("GH_TOKEN", "no-engine-sees-this")
    for name, value in environment().items():
        monkeypatch.setenv(name, value)
    made = take_records.mended(desk, SMALL.parent)
    assert set(made["files"]) == {f"content/{FLOOD}"}, made["said"]
    assert "by: [mayor]" in made["files"][f"content/{FLOOD}"]
    assert HOSTILE in made["files"][f"content/{FLOOD}"]
    assert "no-engine-sees-this" not in json.dumps(made)
    assert not list(tmp_path.rglob("pwned"))
    hand_in_sees = {**made, "number": 5, "head": HEAD}
    (tmp_path / "made.json").write_text(json.dumps(hand_in_sees), encoding="utf-8")
    assert hand_in.taken(tmp_path / "made.json", 5).files == made["files"]
    (tmp_path / "patch").write_text(made["patch"], encoding="utf-8")
    done = subprocess.run(["git", "apply", "--check", str(tmp_path / "patch")], check=False, capture_output=True)
    assert done.returncode == 0, done.stderr


def test_only_the_job_that_runs_nothing_of_theirs_has_rights() -> None:
    jobs = workflow("desk.yml")["jobs"]
    assert set(jobs["mend"]["permissions"].values()) == {"read"}
    told = [step["run"] for step in jobs["hand-in"]["steps"] if "run" in step]
    assert told == ["python3 .github/hand_in.py"]
    work = next(step for step in jobs["mend"]["steps"] if step.get("name") == "Mend or draft them")
    assert "env" not in work
    for job in jobs.values():
        assert job["steps"][0]["with"]["ref"] == "${{ github.event.repository.default_branch }}"

"""What an editor asks for on GitHub: mended or drafted with no right to write, and written only where it is safe."""

import importlib.util
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import pytest
import yaml
from dateline.ground.together import PENDING
from planted import FLOOD, SMALL
from projects import ROOT, environment
from workflow_steps import git, workflow

REPOSITORY: Final = "editors/chronology"
HEAD: Final = "a" * 40
RECORD: Final = "content/events/2020/e.yml"
COMMENT: Final = {
    "repository": {
        "full_name": REPOSITORY,
        "default_branch": "main",
        "html_url": f"https://github.com/{REPOSITORY}",
    },
    "sender": {"login": "editor"},
    "issue": {"number": 5},
    "comment": {"body": f"/fix {HEAD}"},
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
    branches: tuple[str, ...] = ("refs/heads/draft/issue-50",)
    refuses: str = "nothing"
    mode: str = "100644"
    folder: str = "040000"
    state: str = "open"
    truncated: bool = False
    path: str = RECORD
    written: list[tuple[str, str, Any]] = field(default_factory=list)

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        if path.endswith(self.refuses):
            raise subprocess.CalledProcessError(1, "gh")
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
            "matching-refs": [{"ref": branch} for branch in self.branches],
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
    assert "They are public from now on" in forge.written[3][2]["body"]
    assert "#9" in forge.said


@pytest.mark.parametrize("forge", [Forge(mode="120000"), Forge(mode="160000"), Forge(mode="040000")])
def test_a_draft_takes_the_place_of_no_link_and_no_folder(forge: Forge, run: Run) -> None:
    assert "a link" in run(forge, LABEL).said
    assert forge.places == []


def test_a_draft_says_of_a_source_that_a_paragraph_is_cited_now(run: Run) -> None:
    assert "A draft of 1 file" in run(Forge(), LABEL).said


def test_where_actions_may_open_no_pull_request_the_editor_is_led_to_it(run: Run) -> None:
    forge = run(Forge(path="content/other.yml", refuses="/pulls"), LABEL)
    assert forge.places[2:] == ["POST git/refs"]
    assert f"(https://github.com/{REPOSITORY}/compare/main...draft/issue-5?expand=1)" in forge.said


def test_a_second_draft_of_a_form_waits_until_the_first_is_gone(run: Run) -> None:
    forge = run(Forge(path="content/other.yml", branches=("refs/heads/draft/issue-5",)), LABEL)
    assert "a branch draft/issue-5 already" in forge.said
    assert forge.places == []


def test_what_github_refuses_is_said_and_fails_the_run(run: Run) -> None:
    forge = Forge(refuses="/git/trees")
    with pytest.raises(SystemExit):
        run(forge)
    assert forge.said.startswith("GitHub refused a step of it")
    assert forge.places == []


def test_a_fork_is_sent_the_patch_as_code_that_nothing_ends(run: Run) -> None:
    forge = run(Forge(fork="stranger/chronology"), patch="+ ```` @editors \u202e\n+ ```\n")
    assert forge.places == []
    assert "`````diff\n+ ```` @editors \N{REPLACEMENT CHARACTER}\n+ ```\n`````" in forge.said
    assert run(Forge(fork=""), patch="+ x\n").places == []
    assert "longer than a comment" in run(Forge(fork="s/c"), patch="x" * 60_000).said
    assert "longer than a comment" in run(Forge(fork="s/c"), patch="`" * 30_000).said


@pytest.mark.parametrize(
    "forge, why",
    [
        (Forge(may="read"), "write access"),
        (Forge(may="none"), "write access"),
        (Forge(sha="d" * 40), "not at the commit that you named"),
        (Forge(state="closed"), "not at the commit that you named"),
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
    "body",
    [
        "/fix", "/fix ", f"/fix {HEAD[:12]}", f"/fix {HEAD[:39]}", f"/fix {HEAD}a", f"/fix {HEAD.upper()}",
        f"/fix{HEAD}", f"/fix {HEAD} {'b' * 40}", f"/fix\n{HEAD}", f"> /fix {HEAD}", f"/fix main {HEAD}",
    ],
)  # fmt: skip
def test_the_commit_that_was_looked_at_is_named_in_full(body: str, run: Run) -> None:
    """A part of a hash names no commit: two can be made whose hashes begin alike."""
    forge = run(Forge(), COMMENT | {"comment": {"body": body}})
    assert "name the commit that you looked at, in full" in forge.said
    assert forge.places == []


def test_no_commit_is_mended_but_the_one_that_was_named(run: Run) -> None:
    """However often a branch is moved between looking, asking, mending and writing."""
    other = "d" * 40
    for named, mended, now in ((other, HEAD, HEAD), (HEAD, other, HEAD), (HEAD, HEAD, other), (HEAD, other, other)):
        forge = run(Forge(sha=now), COMMENT | {"comment": {"body": f"/fix {named}"}}, head=mended)
        assert "not at the commit that you named" in forge.said
        assert forge.places == []
    assert "mended 1 file" in run(Forge(), COMMENT | {"comment": {"body": f"/fix {HEAD}\r\n"}}).said


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
        {"head": HEAD[:12]},
        {"patch": "x" * 4_000_001},
    ],
)
def test_what_is_of_another_form_is_refused(given: dict[str, object], run: Run) -> None:
    forge = run(Forge(), **given)
    assert forge.said.startswith("Nothing was written: ")
    assert forge.places == []


def test_where_there_is_nothing_to_mend_that_is_said(run: Run) -> None:
    assert run(Forge(), files={}).said == "There is nothing to mend."
    assert "not at the commit" in run(Forge(), files={}, head="d" * 40).said
    assert "more than 200 records" in run(Forge(), files={}, too_many=True).said
    assert run(Forge(), LABEL, files={}).said == "No draft could be made of this form."


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
    planted = repository / "content" / PENDING
    planted.mkdir()
    (planted / "list.json").write_text('[["actors/mayor.yml", "0"], ["chronology.yml", null]]', encoding="utf-8")
    (planted / "0").write_text("name: The bribed mayor\nkind: person\n", encoding="utf-8")
    for name in ("sitecustomize.py", "dateline.py", "mkdocs.yml", "conftest.py"):
        (repository / name).write_text("import pathlib; pathlib.Path('pwned').touch()", encoding="utf-8")
    git(repository, "init", "--quiet")
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message", HOSTILE)
    monkeypatch.chdir(repository)
    desk, began = tmp_path / "desk", tmp_path / "began"
    desk.mkdir()
    shutil.copytree(SMALL, began / "content")
    take_records.lay_out(git(repository, "rev-parse", "HEAD"), desk)
    assert {path.name for path in desk.iterdir()} == {"content"}
    assert not [path for path in desk.rglob("*") if path.name.startswith(".")]
    monkeypatch.setenv("GH_TOKEN", "no-engine-sees-this")
    for name, value in environment().items():
        monkeypatch.setenv(name, value)
    made = take_records.mended(desk, began)
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


def test_a_patch_counts_lines_as_git_does(tmp_path: Path) -> None:
    before, after = "a: 1\u2028x: 1\nb:  2\n", "a: 1\u2028x: 1\nb: 2\x0c\n"
    git(tmp_path, "init", "--quiet")
    (tmp_path / "content").mkdir()
    record, made = tmp_path / "content" / "x.yml", tmp_path / "patch"
    record.write_text(before, encoding="utf-8")
    made.write_text(take_records.patch({"content/x.yml": before}, {"content/x.yml": after}), encoding="utf-8")
    git(tmp_path, "apply", str(made))
    assert record.read_text(encoding="utf-8") == after


def test_records_that_the_pull_request_leaves_alone_are_left_alone(tmp_path: Path) -> None:
    """Where main moved on meanwhile, what it changed is not what the pull request changed."""
    for folder in ("began", "desk"):
        (tmp_path / folder / "content").mkdir(parents=True)
        (tmp_path / folder / "content" / "old.yml").write_text("b:  2\n", encoding="utf-8")
    made = take_records.mended(tmp_path / "desk", tmp_path / "began")
    assert made["files"] == {}
    assert not made["too_many"]
    for number in range(201):
        (tmp_path / "desk" / "content" / f"e{number}.yml").write_text("", encoding="utf-8")
    assert take_records.mended(tmp_path / "desk", tmp_path / "began")["too_many"]


def test_a_pull_request_is_laid_out_beside_what_it_began_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forge, clone = tmp_path / "forge", tmp_path / "clone"
    (forge / "content").mkdir(parents=True)
    for number in (1, 2, 3):  # where it began, what it changes, where main is
        (forge / "content" / "x.yml").write_text(f"x: {number}\n", encoding="utf-8")
        if number == 1:
            git(forge, "init", "--quiet", "--initial-branch", "main")
        if number == 3:
            git(forge, "update-ref", "refs/pull/5/head", "HEAD")
            git(forge, "reset", "--quiet", "--soft", "HEAD~1")
        git(forge, "add", "--all")
        git(forge, "commit", "--quiet", "--message", f"{number}")
    head, began = git(forge, "rev-parse", "refs/pull/5/head"), git(forge, "rev-parse", "main~1")
    git(tmp_path, "clone", "--quiet", "--depth", "1", forge.as_uri(), str(clone))
    asked = take_records.asked

    def answered(*command: str) -> str:
        return json.dumps({"merge_base_commit": {"sha": began}}) if command[0] == "gh" else str(asked(*command))

    monkeypatch.setattr(take_records, "asked", answered)
    monkeypatch.chdir(clone)
    take_records.DESK.mkdir(parents=True)
    assert take_records.pull_request_of(COMMENT) == {"number": 5, "head": head}
    assert take_records.read(take_records.DESK) == {"content/x.yml": "x: 2\n"}
    assert take_records.read(take_records.BASE) == {"content/x.yml": "x: 1\n"}


def test_a_form_is_read_with_the_forms_of_the_main_branch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = tmp_path / "clone"
    shutil.copytree(SMALL, repository / "content")
    shutil.copytree(ROOT / ".github" / "ISSUE_TEMPLATE", repository / ".github" / "ISSUE_TEMPLATE")
    git(repository, "init", "--quiet")
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message", "begin")
    monkeypatch.chdir(repository)
    for name, value in environment().items():
        monkeypatch.setenv(name, value)
    form = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / "event.yml").read_text(encoding="utf-8"))
    said = {"headline": "A bridge closes", "date": "2020-05-09", "claim": "The bridge closed.", "remarks": HOSTILE}
    asked = [part for part in form["body"] if "id" in part]
    body = "\r\n".join(f"### {one['attributes']['label']}\n\n{said.get(one['id'], '_No response_')}\n" for one in asked)
    event = {**LABEL, "issue": {"number": 5, "body": body}}
    take_records.DESK.mkdir(parents=True)
    task = take_records.draft_of(event)
    made = take_records.worked(take_records.DESK, take_records.DRAFTING)
    assert task == {"number": 5, "head": git(repository, "rev-parse", "HEAD")}
    assert list(made["files"]) == ["content/events/2020/2020-05-09-a-bridge-closes.yml"], made["said"]
    (tmp_path / "made.json").write_text(json.dumps(task | made), encoding="utf-8")
    assert hand_in.taken(tmp_path / "made.json", 5).files == made["files"]
    assert not list(tmp_path.rglob("pwned"))


def test_nobody_elses_comment_takes_the_place_of_one_that_waits() -> None:
    group = workflow("desk.yml")["concurrency"]["group"]
    assert "github.event.comment.id" in group


def test_only_the_job_that_runs_nothing_of_theirs_has_rights() -> None:
    jobs = workflow("desk.yml")["jobs"]
    assert set(jobs["mend"]["permissions"].values()) == {"read"}
    told = [step["run"] for step in jobs["hand-in"]["steps"] if "run" in step]
    assert told == ["python3 .github/hand_in.py"]
    work = next(step for step in jobs["mend"]["steps"] if step.get("name") == "Mend or draft them")
    assert "env" not in work
    for job in jobs.values():
        assert job["steps"][0]["with"]["ref"] == "${{ github.event.repository.default_branch }}"

"""Mends the records of a pull request, or drafts those of a form, and hands over what that makes; it writes nowhere.

Run by `workflows/desk.yml` without any right to write.  The engine is that of the main branch; what comes from the pull
request or the form is data: plain files below content/, read from git's objects and never checked out.
"""

import difflib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

DESK: Final = Path("build/desk")
HANDED_OVER: Final = Path("build/desk.json")
ENGINE: Final = (sys.executable, "-m", "dateline")
FETCH: Final = ("git", "-c", "credential.helper=", "-c", "credential.helper=!gh auth git-credential", "fetch")
MENDING: Final = ("fix", "--ids", "--write")
MOST_FILES: Final = 200
DRAFTING: Final = ("new", "--from-issue", "issue.md")
RECORDS: Final = (".md", ".yml")


def main() -> None:
    """Take what the event is about (`take`, with a token that reads), or work on it (`work`, with none)."""
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    if sys.argv[1] == "take":
        DESK.mkdir(parents=True)
        task = draft_of(event) if "label" in event else pull_request_of(event)
        (DESK / "task.json").write_text(json.dumps(task), encoding="utf-8")
    else:
        task = json.loads((DESK / "task.json").read_text(encoding="utf-8"))
        made = worked(DESK, DRAFTING) if "label" in event else mended(DESK, Path.cwd())
        HANDED_OVER.write_text(json.dumps(task | made), encoding="utf-8")


def pull_request_of(event: Mapping[str, Any]) -> dict[str, object]:
    """Lay out the records of a pull request as they were when somebody asked, and say which commit that is."""
    repository, number = event["repository"]["full_name"], int(event["issue"]["number"])
    sha = json.loads(asked("gh", "api", f"repos/{repository}/pulls/{number}"))["head"]["sha"]
    asked(*FETCH, "--quiet", "--depth", "1", "--no-tags", "origin", f"refs/pull/{number}/head")
    lay_out(sha, DESK)
    return {"number": number, "head": sha}


def lay_out(commit: str, folder: Path) -> None:
    """Write out the records of a commit; no link, no submodule, no odd path, nothing of what is too large."""
    from dateline.editing.comparison import unpacked  # noqa: PLC0415 - only where the engine is set up

    here = Path.cwd()
    with unpacked(here, commit, here / "content") as (root, _):
        shutil.copytree(root / "content", folder / "content")


def draft_of(event: Mapping[str, Any]) -> dict[str, object]:
    """Lay out the records of the main branch, and the form beside them as it was when it got its label."""
    head = asked("git", "rev-parse", "HEAD").strip()
    lay_out(head, DESK)
    (DESK / "issue.md").write_text(event["issue"]["body"] or "", encoding="utf-8")
    return {"number": int(event["issue"]["number"]), "head": head}


def mended(folder: Path, main_branch: Path) -> dict[str, object]:
    """Mend the records in a folder that are not as the main branch has them, and no others."""
    known = read(main_branch)
    other = [path for path, text in read(folder).items() if known.get(path) != text]
    if not other or len(other) > MOST_FILES:
        return {"files": {}, "said": f"{len(other)} files differ from the main branch", "patch": ""}
    return worked(folder, (*MENDING, *other))


def worked(folder: Path, arguments: tuple[str, ...]) -> dict[str, object]:
    """Let the engine work in a folder, and return the files that it changed, what it said, and the patch."""
    before = read(folder)
    env = {name: value for name, value in os.environ.items() if "TOKEN" not in name}
    done = subprocess.run([*ENGINE, *arguments], cwd=folder, env=env, capture_output=True, check=False)  # noqa: S603 - our own
    after = read(folder)
    changed = {path: text for path, text in after.items() if before.get(path) != text}
    said = (done.stdout + done.stderr).decode("utf-8", "replace")
    return {"files": changed, "said": said[-4000:], "patch": patch(before, changed)}


def read(folder: Path) -> dict[str, str]:
    """Return the records in a folder that are plain files of text, by their paths."""
    paths = sorted(path for path in (folder / "content").rglob("*") if path.suffix in RECORDS)
    found: dict[str, str] = {}
    for path in paths:
        if path.is_file() and not path.is_symlink():
            try:
                found[path.relative_to(folder).as_posix()] = path.read_bytes().decode("utf-8")
            except UnicodeDecodeError:
                continue
    return found


def patch(before: Mapping[str, str], changed: Mapping[str, str]) -> str:
    """Return a patch that `git apply` takes."""
    lines: list[str] = []
    for path, text in changed.items():
        old = before.get(path, "").splitlines(keepends=True)
        source = f"a/{path}" if path in before else "/dev/null"
        told = difflib.unified_diff(old, text.splitlines(keepends=True), source, f"b/{path}")
        lines += [line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in told]
    return "".join(lines)


def asked(*command: str) -> str:
    """Return what a command says; each value is an argument of its own."""
    return subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode()  # noqa: S603 - no shell


if __name__ == "__main__":
    main()

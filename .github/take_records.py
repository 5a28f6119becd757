"""Mends the records of a pull request, or drafts those of a form, and hands over what that makes; it writes nowhere.

Run by `workflows/desk.yml` without any right to write.  The engine is that of the main branch; what comes from the pull
request or the form is data: plain files below content/, read from git's objects and never checked out.  No hidden one
is among them, since a folder of that kind can say of itself that it is a change which `dateline fix` has still to make.
"""

import difflib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

DESK: Final = Path("build/desk")
BASE: Final = Path("build/base")
FORMS: Final = Path(".github/ISSUE_TEMPLATE")
HANDED_OVER: Final = Path("build/desk.json")
ENGINE: Final = (sys.executable, "-P", "-m", "dateline")
"""With no module of the folder that it works in."""
CREDENTIALS: Final = ("-c", "credential.helper=", "-c", "credential.helper=!gh auth git-credential")
OPTIONS: Final = ("--quiet", "--depth", "1", "--no-tags", "--no-recurse-submodules")
FETCH: Final = ("git", *CREDENTIALS, "fetch", *OPTIONS, "origin")
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
        made = worked(DESK, DRAFTING) if "label" in event else mended(DESK, BASE)
        HANDED_OVER.write_text(json.dumps(task | made), encoding="utf-8")


def pull_request_of(event: Mapping[str, Any]) -> dict[str, object]:
    """Lay out the records of a pull request as they are, and as they were where it began; say which commit that is.

    Whether it is the commit that was asked about, `hand_in.py` decides.
    """
    repository, number = event["repository"]["full_name"], int(event["issue"]["number"])
    asked(*FETCH, f"refs/pull/{number}/head")
    head, main = asked("git", "rev-parse", "FETCH_HEAD").strip(), asked("git", "rev-parse", "HEAD").strip()
    compared = json.loads(asked("gh", "api", f"repos/{repository}/compare/{main}...{head}?per_page=1"))
    base = str(compared["merge_base_commit"]["sha"])
    asked(*FETCH, base)
    lay_out(head, DESK)
    lay_out(base, BASE)
    return {"number": number, "head": head}


def lay_out(commit: str, folder: Path) -> None:
    """Write out the records of a commit; no link, no submodule, no odd path, nothing hidden or too large."""
    from dateline.editing.comparison import unpacked  # noqa: PLC0415 - only where the engine is set up

    here = Path.cwd()
    with unpacked(here, commit, here / "content") as (root, _):
        shutil.copytree(root / "content", folder / "content", ignore=shutil.ignore_patterns(".*"))


def draft_of(event: Mapping[str, Any]) -> dict[str, object]:
    """Lay out the records of the main branch, its forms, and what was filled in as it was when it got its label."""
    head = asked("git", "rev-parse", "HEAD").strip()
    lay_out(head, DESK)
    shutil.copytree(FORMS, DESK / FORMS)
    (DESK / "issue.md").write_text(event["issue"]["body"] or "", encoding="utf-8")
    return {"number": int(event["issue"]["number"]), "head": head}


def mended(folder: Path, began: Path) -> dict[str, object]:
    """Mend the records in a folder that are not as they were where the pull request began, and no others."""
    known = read(began)
    other = [path for path, text in read(folder).items() if known.get(path) != text]
    if not other or len(other) > MOST_FILES:
        return {"files": {}, "said": f"{len(other)} files differ", "patch": "", "too_many": bool(other)}
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
        source = f"a/{path}" if path in before else "/dev/null"
        told = difflib.unified_diff(_lines(before.get(path, "")), _lines(text), source, f"b/{path}")
        lines += [line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in told]
    return "".join(lines)


def _lines(text: str) -> list[str]:
    """Return the lines as git counts them: a form feed or a separator of Unicode ends none."""
    return [line for line in re.split(r"(?<=\n)", text) if line]


def asked(*command: str) -> str:
    """Return what a command says; each value is an argument of its own."""
    return subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode()  # noqa: S603 - no shell


if __name__ == "__main__":
    main()

"""Puts mended records onto the branch of a pull request, or drafts onto a branch of their own.

Run by `workflows/desk.yml` with the right to write, and so by the code of the main branch alone.  What it is handed
was made of a stranger's text: only plain files of text below content/ are taken, few and small, of the commit that the
comment names in full, from somebody who may write; a fork is sent the patch instead.

Nothing but its whole name says which commit somebody looked at: a push may come between looking and asking, a check
may have run for a commit long before it was pushed here, and two commits can be made whose names begin alike.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

HANDED_OVER: Final = Path("build/desk.json")
LARGEST: Final = 4_000_000
LARGEST_FILE: Final = 1_000_000
MOST_FILES: Final = 200
LONGEST_COMMENT: Final = 60_000
MAY_WRITE: Final = frozenset({"admin", "maintain", "write"})
_SHA: Final = re.compile(r"[0-9a-f]{40}")
_ASKED: Final = re.compile(r"/fix[ \t]+(?P<commit>[0-9a-f]{40})\s*")
_PATH: Final = re.compile(r"content(?:/[A-Za-z0-9_][A-Za-z0-9_.-]*)+\.(?:md|yml)")
_PLAIN: Final = frozenset({"100644", "100755"})
_TURNING: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class RefusedError(Exception):
    """What is handed over is not taken; the message says why."""


@dataclass(frozen=True, slots=True)
class Handed:
    """What the other job made: the files below content/ with their text, and the commit that it made them of."""

    number: int
    head: str
    files: Mapping[str, str]
    patch: str
    too_many: bool = False
    """There are more records than are mended at once."""


def main() -> None:
    """Write what was made, and say so; or say why not."""
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    repository, number = event["repository"]["full_name"], int(event["issue"]["number"])
    is_failed = False
    try:
        said = handed_in(event, repository, taken(HANDED_OVER, number))
    except RefusedError as refused:
        said = f"Nothing was written: {refused}."
    except subprocess.CalledProcessError:
        said, is_failed = "GitHub refused a step of it; the log of the workflow *Desk* says which, and why.", True
    ask("POST", f"repos/{repository}/issues/{number}/comments", {"body": said})
    if is_failed:
        sys.exit(1)


def handed_in(event: Mapping[str, Any], repository: str, handed: Handed) -> str:
    """Return what became of it."""
    who = event["sender"]["login"]
    if ask("GET", f"repos/{repository}/collaborators/{quote(who)}/permission")["permission"] not in MAY_WRITE:
        raise RefusedError("only somebody with write access may ask for this")
    if "comment" in event:
        return of_comment(event, repository, handed)
    return of_issue(event, repository, handed) if handed.files else "No draft could be made of this form."


def of_comment(event: Mapping[str, Any], repository: str, handed: Handed) -> str:
    """Mend a pull request at the commit that the comment names; a fork is sent the patch."""
    named = _ASKED.fullmatch(event["comment"]["body"])
    if named is None:
        raise RefusedError("name the commit that you looked at, in full: `/fix` and the 40 signs of its hash")
    pull = ask("GET", f"repos/{repository}/pulls/{handed.number}")
    head = pull["head"]
    if not named["commit"] == handed.head == head["sha"] or pull["state"] != "open":
        raise RefusedError("the pull request is not at the commit that you named, or is closed; look at it again")
    if handed.too_many:
        raise RefusedError(f"it changes more than {MOST_FILES} records; run dateline fix --ids in a checkout")
    if not handed.files:
        return "There is nothing to mend."
    if head["repo"] is None or head["repo"]["full_name"] != repository:
        return as_patch(handed.patch)
    if head["ref"] == event["repository"]["default_branch"]:
        raise RefusedError("nothing is written to the main branch")
    checked_places(repository, handed, may_be_new=False)
    commit = committed(repository, handed, "Mend the records, as dateline fix --ids does")
    branch = quote(head["ref"], safe="/")
    ask("PATCH", f"repos/{repository}/git/refs/heads/{branch}", {"sha": commit, "force": False})
    start_check(repository, head["ref"])
    return (
        f"`dateline fix --ids` mended {counted(handed)} in {commit}, on top of {handed.head[:12]}. The check has begun."
    )


def of_issue(event: Mapping[str, Any], repository: str, handed: Handed) -> str:
    """Open a draft pull request with the records that a form suggests."""
    checked_places(repository, handed, may_be_new=True)
    branch, main = f"draft/issue-{handed.number}", event["repository"]["default_branch"]
    alike = ask("GET", f"repos/{repository}/git/matching-refs/heads/{branch}")
    if any(one["ref"] == f"refs/heads/{branch}" for one in alike):
        raise RefusedError(f"there is a branch {branch} already; remove it first, if you want another draft")
    commit = committed(repository, handed, f"Draft what issue {handed.number} suggests")
    ask("POST", f"repos/{repository}/git/refs", {"ref": f"refs/heads/{branch}", "sha": commit})
    told = (
        f"Drafts of what #{handed.number} suggests. An editor completes them and reads each paragraph again. "
        "They are public from now on, whether they are merged or not."
    )
    given = {"title": f"Draft of issue {handed.number}", "head": branch, "base": main, "body": told, "draft": True}
    try:
        pull = ask("POST", f"repos/{repository}/pulls", given)
    except subprocess.CalledProcessError:  # Actions may not, which is how GitHub sets a repository up
        way = f"{event['repository']['html_url']}/compare/{quote(main)}...{branch}?expand=1"
        return f"A draft of {counted(handed)} is on a branch of its own: [open a pull request of it]({way})."
    start_check(repository, branch)
    return f"A draft of {counted(handed)} is in #{int(pull['number'])}."


def counted(handed: Handed) -> str:
    """Return how many files there are, in words."""
    return f"{len(handed.files)} file{'s' * (len(handed.files) != 1)}"


def taken(path: Path, number: int) -> Handed:
    """Return what was handed over, if it is of the form that it must have."""
    if path.is_symlink() or not path.is_file() or path.stat().st_size > LARGEST:
        raise RefusedError("what was made is missing, or too large")
    try:
        given = json.loads(path.read_bytes())
        is_more = given.get("too_many") is True
        handed = Handed(given["number"], str(given["head"]), given["files"], given["patch"], is_more)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise RefusedError("what was made cannot be read") from error
    if handed.number != number or not _SHA.fullmatch(handed.head):
        raise RefusedError("what was made is of another pull request")
    if not isinstance(handed.files, dict) or len(handed.files) > MOST_FILES or not isinstance(handed.patch, str):
        raise RefusedError("too many files would change")
    for name, text in handed.files.items():
        if not _PATH.fullmatch(name) or ".." in name:
            raise RefusedError("a file that is no record would change")
        if not isinstance(text, str) or "\0" in text or not _is_small(text):
            raise RefusedError("a file would be too large, or no text")
    return handed


def _is_small(text: str) -> bool:
    try:
        return len(text.encode()) <= LARGEST_FILE
    except UnicodeEncodeError:
        return False


def checked_places(repository: str, handed: Handed, *, may_be_new: bool) -> None:
    """Refuse what would replace a link or a folder, or be reached through one.

    A form's draft is new, and says of a source that has a record that a paragraph of it is cited now.
    """
    found = ask("GET", f"repos/{repository}/git/trees/{handed.head}?recursive=1")
    if found["truncated"]:
        raise RefusedError("the repository has more files than can be looked at")
    modes = {one["path"]: one["mode"] for one in found["tree"]}
    for name in handed.files:
        parts = name.split("/")
        above = ["/".join(parts[:count]) for count in range(1, len(parts))]
        if any(modes.get(folder, "040000") != "040000" for folder in above):
            raise RefusedError("a folder is a link")
        if modes.get(name, "100644" if may_be_new else "") not in _PLAIN:
            raise RefusedError("a file is a link, or is not there")


def committed(repository: str, handed: Handed, message: str) -> str:
    """Make a commit of the files on top of the one that was looked at, and return its hash."""
    tree = [{"path": path, "mode": "100644", "type": "blob", "content": text} for path, text in handed.files.items()]
    base = ask("GET", f"repos/{repository}/git/commits/{handed.head}")["tree"]["sha"]
    made = ask("POST", f"repos/{repository}/git/trees", {"base_tree": base, "tree": tree})["sha"]
    given = {"message": message, "tree": made, "parents": [handed.head]}
    return str(ask("POST", f"repos/{repository}/git/commits", given)["sha"])


def start_check(repository: str, branch: str) -> None:
    """Start the check: what a workflow's own token pushes starts nothing by itself."""
    ask("POST", f"repos/{repository}/actions/workflows/check.yml/dispatches", {"ref": branch})


def as_patch(text: str) -> str:
    """Return a comment with a patch as code that nothing in it can end."""
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
    plain = _TURNING.sub("\N{REPLACEMENT CHARACTER}", text)
    told = (
        f"This is a fork, where we may not write. Save the patch, and `git apply` it:\n\n{fence}diff\n{plain}{fence}\n"
    )
    if len(told) > LONGEST_COMMENT:
        raise RefusedError("the patch is longer than a comment; run dateline fix --ids in a checkout")
    return told


def ask(method: str, path: str, body: Any = None) -> Any:
    """Ask GitHub by `gh api`, with a body as JSON on its standard input."""
    given = ("--input", "-") if body is not None else ()
    done = subprocess.run(  # noqa: S603 - no shell, and what is untrusted is quoted or a value of JSON
        ["gh", "api", "--method", method, *given, path],  # noqa: S607 - as the runner has it
        input=json.dumps(body).encode() if body is not None else b"",
        stdout=subprocess.PIPE,
        check=True,
    )
    return json.loads(done.stdout) if done.stdout.strip() else {}


if __name__ == "__main__":
    main()

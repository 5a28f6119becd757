"""Posts the summary of a pull request as one comment, updated in place.

Run by `workflows/comment.yml` with the rights to write to pull requests, and so by the code
of the main branch alone.  What the run of a pull request left behind may come from anybody,
the workflow that made it included: the pull request is looked up by the commit that ran, of
the artifact only a text of limited size is read, and of that text only the form that
`dateline diff` gives it is kept; everything else comes out as plain text.  What it says
may be false all the same where the pull request changes the code that says it: then the
comment says that first, by GitHub's own list of the files.
"""

import html
import io
import json
import os
import re
import subprocess
import zipfile
from collections.abc import Sequence
from typing import Any, Final
from urllib.parse import unquote, urlsplit

ARTIFACT: Final = "summary"
FILE: Final = "summary.md"
MARKER: Final = "<!-- dateline: summary -->"
NOTHING: Final = "Nothing changed in meaning."
RECORDS: Final = "content/"
_FILES_SHOWN: Final = 10
LARGEST_ARTIFACT: Final = 1_000_000
LONGEST_SUMMARY: Final = 1_000_000
LONGEST: Final = 60_000
"""In bytes; GitHub takes 65,536 characters."""
_LINE: Final = re.compile(r"(?P<head>(?:#{2,3} | {0,4}- )?)(?P<rest>.*)")
_DETAILS: Final = re.compile(r"<details><summary>[0-9]+ pages? (added|removed|changed)</summary>|</details>")
_INLINE: Final = r"\*\*[a-z ]+\*\*|`(?! */fix)[A-Za-z0-9#/._: -]+`"
_KEPT: Final = re.compile(rf"{_INLINE}|\[(?:page|`[A-Za-z0-9#/._:-]+`)\]\((?P<address>[^()\s]*)\)")
_SOURCE: Final = re.compile(
    r"\[on (?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)+)\]\(https?://(?P=host)(?::[0-9]+)?(?:[/?#][^()\s<>@\\\"]*)?\)"
)
"""A link that leads elsewhere, to a source: it says to which host, and to no other."""
_PLAIN_ADDRESS: Final = re.compile(r"https?://[A-Za-z0-9.:-]+/[A-Za-z0-9%/._~:-]*(?:#[A-Za-z0-9%._~:-]*)?")
_ESCAPES: Final = re.compile(r"(?:[^%]|%[0-9A-Fa-f]{2})*")
_READINGS: Final = 5
"""How often what is escaped may be escaped again."""
_LINKED: Final = re.compile(r"(?<=[@#])|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=GH)(?=-)", re.IGNORECASE)
_UNSEEN: Final = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]")
# Inside a word, or at its end, a hyphen and a point are what they are; at the beginning of a line they make a list.
_MARKS: Final = re.compile(r"(?!(?<=\w)[-.](?=\w)|(?<=[^\W\d])[-.]|[,;?%])[!-/:-@\[-`{-~]")


def main() -> None:
    """Find the pull request and its summary, and post the one to the other."""
    repository = os.environ["REPOSITORY"]
    number = pull_request(repository)
    text = summary(repository)
    if number is None or text is None:
        print("There is no open pull request of this commit, or no summary of it.")  # noqa: T201 - a job's log
        return
    names = changed_files(repository, number)
    others = [name for name in names if not name.startswith(RECORDS)]
    body = f"{MARKER}\n{warning(others)}{tamed(text, repository)}\n\n{offer(os.environ['HEAD_SHA'])}"
    known = comment_of(repository, number)
    if known is not None:
        ask("--method", "PATCH", f"repos/{repository}/issues/comments/{known}", body={"body": body})
    elif NOTHING not in text or (others and len(others) < len(names)):
        ask("--method", "POST", f"repos/{repository}/issues/{number}/comments", body={"body": body})


def changed_files(repository: str, number: int) -> list[str]:
    """Return the files that a pull request changes, by their names before and after."""
    pages = json.loads(ask("--paginate", "--slurp", f"repos/{repository}/pulls/{number}/files?per_page=100"))
    files = [one for page in pages for one in page]
    return sorted({one[key] for one in files for key in ("filename", "previous_filename") if one.get(key)})


def warning(others: Sequence[str]) -> str:
    """Return what a reader must know of a summary that was made by the very code that is proposed."""
    if not others:
        return ""
    named = ", ".join(map(_plain, others[:_FILES_SHOWN]))
    more = f" and {len(others) - _FILES_SHOWN} more" if len(others) > _FILES_SHOWN else ""
    return (
        "**This pull request changes more than records**, and what stands below was told by its own code, which may "
        f"tell anything. Look at the files themselves: {named}{more}.\n\n"
    )


def offer(commit: str) -> str:
    """Return how to ask `workflows/desk.yml` for the commit that the summary is of, and for no other."""
    return f"This is of `{commit}`. Who may write can have its records mended by the comment `/fix {commit}`."


def ask(*arguments: str, body: Any = None) -> bytes:
    """Ask GitHub by `gh api`, with a body as JSON on its standard input."""
    given = ("--input", "-") if body is not None else ()
    done = subprocess.run(  # noqa: S603 - no shell, and what is untrusted is a value of an option
        ["gh", "api", *given, *arguments],  # noqa: S607 - as the runner has it
        input=json.dumps(body).encode() if body is not None else b"",
        stdout=subprocess.PIPE,
        check=True,
    )
    return done.stdout


def pull_request(repository: str) -> int | None:
    """Return the number of the open pull request whose head is the commit that ran; the artifact is not asked."""
    head = f"{os.environ['HEAD_OWNER']}:{os.environ['HEAD_BRANCH']}"
    fields = ("--raw-field", "state=open", "--raw-field", f"head={head}")
    found = json.loads(ask("--method", "GET", f"repos/{repository}/pulls", *fields))
    numbers = [one["number"] for one in found if one["head"]["sha"] == os.environ["HEAD_SHA"]]
    return int(numbers[0]) if numbers else None


def summary(repository: str) -> str | None:
    """Return the text that the run left behind, as far as it is of a sane size; None where there is none."""
    run = int(os.environ["RUN_ID"])
    found = json.loads(ask(f"repos/{repository}/actions/runs/{run}/artifacts"))["artifacts"]
    fit = [one for one in found if one["name"] == ARTIFACT and one["size_in_bytes"] <= LARGEST_ARTIFACT]
    if not fit:
        return None
    packed = ask(f"repos/{repository}/actions/artifacts/{int(fit[0]['id'])}/zip")
    with zipfile.ZipFile(io.BytesIO(packed)) as archive, archive.open(FILE) as file:
        return file.read(LONGEST_SUMMARY).decode("utf-8", "replace")  # no more is unpacked, whatever the size claimed


def comment_of(repository: str, number: int) -> int | None:
    """Return the id of our own comment, if there is one already."""
    pages = json.loads(ask("--paginate", "--slurp", f"repos/{repository}/issues/{number}/comments?per_page=100"))
    ours = (
        one["id"]
        for page in pages
        for one in page
        if one["user"]["login"] == "github-actions[bot]" and one["body"].startswith(MARKER)
    )
    return next((int(id_) for id_ in ours), None)


def tamed(text: str, repository: str) -> str:
    """Return `text` with nothing but the form that `dateline diff` gives it, and links to this project alone."""
    bases = (f"{os.environ['SERVER_URL']}/{repository}/blob/", site_of(repository))
    lines = (_tamed_line(line.rstrip(), bases) for line in text.splitlines())
    kept = _within("\n".join(lines), LONGEST)
    return kept + "\n\n</details>" * max(0, kept.count("<details>") - kept.count("</details>"))


def site_of(repository: str) -> str:
    """Return where the site is: as the workflow was told, or where GitHub Pages has it if nobody says anything else."""
    told = os.environ.get("DATELINE_SITE_URL", "").strip()
    if told:
        return f"{told.rstrip('/')}/"
    owner, _, name = repository.partition("/")
    host = f"{owner}.github.io".lower()
    return f"https://{host}/" if name.lower() == host else f"https://{host}/{name}/"


def is_below(address: str, base: str) -> bool:
    """Return whether an address leads below `base`, however often a browser or a server reads its escapes.

    Each reading is held to plain letters and to folders that go down, so `..`, `//`, a
    backslash or a name before `@` is found in whatever way it is written.
    """
    for _ in range(_READINGS):
        if not _PLAIN_ADDRESS.fullmatch(address) or not _begins_with(address, base):
            return False
        read = unquote(address) if _ESCAPES.fullmatch(address) else None
        if read is None or read == address:
            return read is not None
        address = read
    return False


def _begins_with(address: str, base: str) -> bool:
    found, wanted = urlsplit(address), urlsplit(base)
    folders = found.path.split("/")[1:]
    return (
        (found.scheme.lower(), found.netloc.lower()) == (wanted.scheme.lower(), wanted.netloc.lower())
        and found.path.startswith(wanted.path)
        and not {".", ".."}.intersection(folders)
        and "" not in folders[:-1]
    )


def _within(text: str, limit: int) -> str:
    if len(text.encode()) <= limit:
        return text
    run = f"{os.environ['SERVER_URL']}/{os.environ['REPOSITORY']}/actions/runs/{int(os.environ['RUN_ID'])}"
    kept = text.encode()[:limit].decode("utf-8", "ignore").rpartition("\n")[0]
    left = text.count("\n") - kept.count("\n")
    where = f"they stand in [the run's summary]({run})"
    return f"{kept}\n\n… and {left} more lines, which GitHub has no room for here: {where}.\n"


def _tamed_line(line: str, bases: Sequence[str]) -> str:
    if _DETAILS.fullmatch(line):
        return line
    match = _LINE.fullmatch(line)
    head, rest = (match["head"], match["rest"].lstrip()) if match else ("", line.lstrip())
    told, end = [head], 0
    for known in re.finditer(f"{_KEPT.pattern}|{_SOURCE.pattern}", rest):
        address = known["address"]
        if address is not None and not any(is_below(address, base) for base in bases):
            continue
        told += [_plain(rest[end : known.start()]), known[0]]
        end = known.end()
    return "".join((*told, _plain(rest[end:])))


def _plain(text: str) -> str:
    """Return text that GitHub can take for nothing else; references of marks are read before they are written again."""
    seen = _UNSEEN.sub("", html.unescape(text))
    parts = (_MARKS.sub(lambda mark: f"&#{ord(mark[0])};", part) for part in _LINKED.split(seen))
    return "&#8288;".join(parts)


if __name__ == "__main__":
    main()

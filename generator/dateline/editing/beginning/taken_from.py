"""Where Dateline is taken from, so that what it begins can be given the same Dateline elsewhere.

pip notes it beside a package that came from an address, a file or a folder (PEP 610), and nothing of
one that came from an index.
"""

import hashlib
import json
import re
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any, Final
from urllib.parse import SplitResult, urlsplit
from urllib.request import url2pathname

from dateline import __version__
from dateline.editing.comparison import RevisionError, public_commit

WHEELS: Final = "wheels"
"""The folder for a wheel that lies nowhere else."""
_WANTED: Final = "dateline[intake,verify]"
_COMMIT: Final = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_SSH: Final = re.compile(r"ssh://(?:[\w.-]+@)?(?P<host>[\w.-]+)(?::\d+)?/(?P<path>[\w./~-]+)")
_SCP: Final = re.compile(r"(?:[\w.-]+@)?(?P<host>[\w-]+(?:\.[\w-]+)+):(?P<path>[\w./~-]+)")
_NOWHERE: Final = (
    f"Nothing tells where others find this Dateline: requirements.txt asks the package index for {__version__}, which "
    "may not be there. With --engine OWNER/REPO@COMMIT it is taken from a repository on GitHub."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What requirements.txt asks for, what whoever begins must know of it, and the file that has to lie beside it."""

    requirement: str = f"{_WANTED}=={__version__}"
    note: str = ""
    wheel: Path | None = None


def pinned(engine: str) -> Origin:
    """Return a repository on GitHub at a commit as where Dateline is taken from, from OWNER/REPO@COMMIT."""
    repository, _, commit = engine.partition("@")
    return _of_commit(f"https://github.com/{repository}", commit)


def installed() -> Origin:
    """Return where the Dateline was taken from that runs."""
    try:
        noted = distribution("dateline").read_text("direct_url.json")
    except PackageNotFoundError:
        return Origin()
    return Origin() if noted is None else noted_as(noted)


def noted_as(direct_url: str) -> Origin:
    """Return where a package was taken from, by what pip notes of it."""
    try:
        found = _found(dict(json.loads(direct_url)))
    except (AttributeError, RecursionError, TypeError, ValueError):  # pip did not write that
        found = None
    return found or Origin(note=_NOWHERE)


def _found(noted: dict[str, Any]) -> Origin | None:
    url = urlsplit(str(noted.get("url", "")))
    if "vcs_info" in noted:
        return _of_repository(url, noted["vcs_info"])
    if "archive_info" in noted:
        return _of_archive(url, noted["archive_info"])
    return _of_folder(Path(url2pathname(url.path))) if url.scheme == "file" else None


def _of_repository(url: SplitResult, noted: dict[str, Any]) -> Origin | None:
    address, commit = _https(url.geturl()), str(noted.get("commit_id", ""))
    return _of_commit(address, commit) if noted.get("vcs") == "git" and address and _COMMIT.fullmatch(commit) else None


def _of_archive(url: SplitResult, noted: dict[str, Any]) -> Origin | None:
    kept = {str(noted.get("hash", "")).removeprefix("sha256="), str((noted.get("hashes") or {}).get("sha256", ""))} - {
        ""
    }
    if url.scheme == "https" and len(kept) == 1 and not url.username:
        return Origin(requirement=f"{_WANTED} @ {url.geturl()}#sha256={kept.pop()}")
    wheel = Path(url2pathname(url.path))
    if url.scheme != "file" or wheel.suffix != ".whl" or not wheel.is_file():
        return None
    if kept and hashlib.sha256(wheel.read_bytes()).hexdigest() not in kept:
        return None  # another lies there by now
    return Origin(
        requirement=f"./{WHEELS}/{wheel.name}[intake,verify]",
        note=f"The Dateline that you run lies in {WHEELS}/, for whoever installs it from there: it came from a file.",
        wheel=wheel,
    )


def _of_folder(folder: Path) -> Origin | None:
    try:
        found = public_commit(folder)
    except RevisionError:
        return None
    address = _https(found[0]) if found is not None else ""
    return _of_commit(address, found[1]) if found is not None and address else None


def _of_commit(address: str, commit: str) -> Origin:
    return Origin(requirement=f"{_WANTED} @ git+{address}@{commit}")


def _https(address: str) -> str:
    """Return the address at which anybody reads a repository, without names and keys; nothing where there is none."""
    url = urlsplit(address)
    if url.scheme == "https" and url.hostname:
        return f"https://{url.netloc.rpartition('@')[2]}{url.path}"
    found = _SSH.fullmatch(address) or _SCP.fullmatch(address)
    return f"https://{found['host']}/{found['path'].lstrip('/')}" if found else ""
